// What tells a noun phrase apart from one before it that has the same noun. Inside of actors/ only; mentions are indices into
// `coding.actors.mentions`.
#pragma once

#include "actors/analysis.h"

namespace demarche {

// `the then prime minister`: whoever it was in those days.
bool is_of_the_past(const Analysis& a, std::uint32_t mention);
bool have_different_owners(const Analysis& a, std::uint32_t later, std::uint32_t earlier);
// May what belongs to a pronoun (`her office`) be what was spoken of before? That is of nobody, or of somebody that the pronoun may mean.
bool may_be_owned_alike(const Analysis& a, std::uint32_t later, std::uint32_t earlier);
// `Ida Krog, the president of the skating union`: in no office of a state, as far as the document tells.
bool heads_a_body_alone(const Analysis& a, std::int32_t group);
// `the vice president`, `Deputy President Ray`: not the president.
bool is_deputy(const Analysis& a, std::uint32_t mention);
bool have_different_portfolios(const Analysis& a, std::uint32_t later, std::uint32_t earlier);
// `the NUP leader`: the mention of the body by whose name the leader is called, or none.
std::int32_t body_led(const Analysis& a, std::uint32_t mention);
// `Socialist leader Bas Vos`: is he the leader of another body than this?
bool leads_another_body(const Analysis& a, std::uint32_t leader, std::int32_t body);
// `The NUP met. Its leader, Ana Ray, …`: of what was spoken of in that sentence or the one before.
bool leads_as_told(const Analysis& a, std::uint32_t leader, std::int32_t body);
// `the shadow chancellor`: not the chancellor.
bool is_of_opposition(const Analysis& a, std::uint32_t mention);
// Words that tell one from another (`the northern army`): adjectives and compounds before the head, another owner or `of` phrase.
bool new_modifiers(const Analysis& a, std::uint32_t later, std::uint32_t earlier);

}  // namespace demarche
