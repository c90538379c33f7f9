// What a regular verb's form may come from: *freed* from *free* or *fre*, *denies* from *deny* or *denie*. For where the network's lemma is
// no word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// The likelier ones first; empty for a form without a regular ending. `form` is in lower case.
std::vector<std::string> regular_lemmas(std::string_view form);

// The lemma of a past or participle that can be of one verb only (*froze*, *overthrown*); empty for others. `form` is in lower case.
std::string_view irregular_lemma(std::string_view form);

}  // namespace demarche
