// What a pronoun can and cannot mean by its place in the sentence, its gender and its number. Inside of actors/ only.
// Mentions are given by their numbers, words by theirs.
#pragma once

#include "actors/analysis.h"

namespace demarche {

std::int32_t governor(const Analysis& a, std::uint32_t word);
// Arguments of one predicate are different actors, unless reflexive: `Lavrov accused him`.
bool bound_apart(const Analysis& a, std::uint32_t pronoun, std::uint32_t candidate);
// By gender and number.
bool agrees(const Details& pronoun, const Group& candidate);
// The subject of the sentence, or of a clause joined to it.
bool is_of_main_clause(const Analysis& a, std::uint32_t subject);
// Was it such a subject anywhere in the sentence, and not only where it was spoken of last? `Turkey, which backs him, denied it`.
bool was_subject(const Analysis& a, const Group& group, std::uint32_t sentence);
// `Its ministry said …`
bool owns_subject(const Analysis& a, std::uint32_t pronoun);
// `its envoy`, `their government`: of somebody, surely.
bool owns_an_office(const Analysis& a, std::uint32_t pronoun);
// `the prosecutor's office`: no prosecutor in particular.
bool names_an_office(const Analysis& a, std::uint32_t mention);
// Does the word stand in the clause of that subject, and in none inside of it that has its own?
bool same_clause(const Analysis& a, std::uint32_t word, std::uint32_t subject);
// `forced Chad to close its border`: whoever is made to do something to what is his own.
bool is_made_to_own(const Analysis& a, std::uint32_t pronoun, std::uint32_t object);
// Has its paragraph spoken of somebody in a sentence before? Then it seldom means who was left behind with the last one.
bool goes_on_in_paragraph(const Analysis& a, std::uint32_t pronoun);

}  // namespace demarche
