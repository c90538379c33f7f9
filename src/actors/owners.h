// What belongs to whom: his government, her party, the side that a speaker means by `we`. Inside of actors/ only.
#pragma once

#include "actors/analysis.h"

namespace demarche {

// `his regime`, `their government`: the government of him, the country of theirs, where it is known whom the pronoun means. Takes those in
// quotes or those outside.
void link_governments(Analysis& a, bool quoted);
// `Kerry's campaign … his campaign`, where he is another: not the same. Nouns are linked before it is known whom pronouns mean.
void part_what_others_own(Analysis& a);
// `his daughter ... his daughter`: the same where he is the same.
void link_what_the_same_owns(Analysis& a);
// `his country`: that of which he is.
void link_own_countries(Analysis& a);
// Group that a speaker means by `we`: the country that he speaks for, else his organisation, else himself. Both are groups' numbers.
std::int32_t side_of(Analysis& a, std::int32_t speaker);

}  // namespace demarche
