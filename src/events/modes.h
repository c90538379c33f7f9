// Modes by the words around a predicate, where the lexicon's entry leaves them open: `bombed` is done from the air where warplanes do it.
// Inside of events/ only.
#pragma once

#include <vector>

#include "coding.h"
#include "events/findings.h"
#include "events/knowledge.h"
#include "events/syntax.h"

namespace demarche {

void refine_modes(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, std::vector<Finding>& findings);

}  // namespace demarche
