// Mentions of actors and which of them are the same, as CoNLL-U holds them in MISC (the CorefUD format,
// https://ufal.mff.cuni.cz/corefud): `Entity=(e3-person-2-name` opens a mention of actor e3, whose head is its second word, and `e3)`
// closes it. The last field says what the mention is: name, nominal, pronoun, or open (a pronoun that is left open: a number of its own).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coding.h"

namespace demarche {

// The comment that stands at the head of each document.
inline constexpr std::string_view entity_comment = "# global.Entity = eid-etype-head-kind";

// What MISC is to say of each word: `Entity=...`, or nothing. What is neither person, organisation nor place, adjectives (`Russian`), and
// relative pronouns are not marked.
std::vector<std::string> entity_marks(const Coding& coding);

}  // namespace demarche
