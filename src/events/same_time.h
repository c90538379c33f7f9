// Clauses whose deed falls together with that of the clause around them: `marched to the embassy, where they burned a flag`, `wounded when
// a bomb exploded on Thursday`. Inside of events/ only.
#pragma once

#include <cstdint>

#include "events/syntax.h"

namespace demarche {

// `signed`, `was signed`: what is told of the past, neither what came before it (`had signed`) nor what still holds (`has signed`).
bool is_simple_past(const Syntax& syntax, std::uint32_t verb);
// The day of what the clause hangs on is that of the clause: `to Moscow, where she met him`, `hours after rockets fell`, and, where the
// expression names no less than a year, `banned in 2021 after it forced down a jet`.
bool has_day_of_what_it_hangs_on(const Syntax& syntax, std::uint32_t clause, bool is_long);
// The noun that a relative clause tells the course of (`a strike on Friday that killed nine`, `the raid, in which three died`), or no_word.
std::int32_t told_noun(const Syntax& syntax, std::uint32_t clause);
// The clause tells when its governor was: `six were wounded when a bomb exploded on Thursday`, `arrested trying to leave on Friday`,
// `Speaking in Oslo on Monday, the king …`.
bool tells_when(const Syntax& syntax, std::uint32_t clause);

}  // namespace demarche
