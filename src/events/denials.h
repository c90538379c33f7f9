// Which statements others deny: `Chad said that Mali had armed the rebels. Mali denied this.` Inside of events/ only.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "coding.h"
#include "events/syntax.h"

namespace demarche {

// A denial and a statement that it denies without repeating it, as indices.
struct Denial {
  std::uint32_t denial = 0, denied = 0;
};

// Is it a denial? `did not deny` is none.
bool denies(const Statement& statement);

// `It is false that Chad attacked Mali`, `the report that Chad attacked is untrue`, `no evidence that Chad attacked`: does the sentence
// itself take back what the word tells, whoever speaks?
bool is_called_untrue(const Syntax& syntax, std::uint32_t trigger);

// Denials whose words point back at what somebody else said, in the same sentence (`a claim that Mali denied`, `which Mali denies`) or the
// one before (`Mali denied this`, `Mali rejects the allegation`, `Mali said this was a lie`), in text order.
std::vector<Denial> find_denials(const Coding& coding, const Syntax& syntax);

}  // namespace demarche
