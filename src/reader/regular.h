// What a regular verb's form may come from: *freed* from *free* or *fre*, *denies* from *deny* or *denie*. For where the network's lemma is
// no word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// The likelier ones first; empty for a form without a regular ending. `form` is in lower case.
std::vector<std::string> regular_lemmas(std::string_view form);

}  // namespace demarche
