// Codings for tests, from trees written by hand in a short form of CoNLL-U.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "actors/actors.h"
#include "coding.h"

namespace demarche::test {

// Columns of CoNLL-U (ten, tab-separated), a blank line behind each sentence, `# newpar` before a paragraph.
std::unique_ptr<Coding> from_conllu(std::string_view text);
const ActorKnowledge& knowledge();

}  // namespace demarche::test
