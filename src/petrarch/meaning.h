// What verbs mean together: codes that are added, transformed or negated. Inside of petrarch/ only.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "petrarch/dictionaries.h"

namespace demarche::petrarch {

using Names = std::vector<std::string>;

struct Meaning {
  Names sources, targets;
  CodePair codes;
  std::size_t line = 0;
  bool addressed = false;      // the target stands in the verb's own clause
  bool nobody_behind = false;  // a phrase without codes stands where the target would
};

// What a verb and the events of the clauses below it mean together; empty where these say nothing.
std::vector<Meaning> combined(const Dictionaries& dictionaries, const Meaning& outer, const std::vector<Meaning>& nested);
// `not provide`: the refusal that the table has for it, the more general one if it has none.
void negate(const CodeTable& table, CodePair& codes);
// Codes of verbs of which a transformation says that they hand on what is said (`~ a (a b Q) SAY = a b Q`).
bool is_saying(const Dictionaries& dictionaries, const std::string& code);

}  // namespace demarche::petrarch
