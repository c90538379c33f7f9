// Codings for tests, from trees written by hand in a short form.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "actors/actors.h"
#include "coding.h"

namespace demarche::test {

const ActorKnowledge& knowledge();

// One sentence a line, an empty line between paragraphs. A word is `form/Penn tag/head/label`, head 0 for the root, and a lemma behind a
// fourth slash where the usual guess (lower case, `s` off a plural) is wrong; `AUX` stands for an auxiliary.
std::unique_ptr<Coding> from_trees(std::string_view trees);
// The words of a phrase, which must occur in the text as words joined by blanks; `nth` counts its occurrences from 0.
WordRange words(const Coding& coding, std::string_view phrase, int nth = 0);
// Adds a statement; empty phrases are left out.
Statement& say(Coding& coding, std::string_view source, std::string_view content, bool direct = false, std::string_view addressee = {});
// Finds actors, and gives the entity of the mention whose head is the phrase's head; null where there is none.
void find(Coding& coding);
const Entity* entity(const Coding& coding, std::string_view phrase, int nth = 0);
std::string code(const Coding& coding, std::string_view phrase, int nth = 0);  // "none" without an entity
std::string name(const Coding& coding, std::string_view phrase, int nth = 0);
std::string text(const Coding& coding, WordRange words);

}  // namespace demarche::test
