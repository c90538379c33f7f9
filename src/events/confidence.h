// How likely an event is right (type, source and target as a careful coder would sign them): a logistic model over named signs, whose
// weights are a text file, data/lexicon/confidence.tsv, fitted by bench/calibration.py. Inside of events/ only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coding.h"
#include "events/findings.h"

namespace demarche {

// The signs that an event can have, besides `type.` with a type's name and `word.` with a lemma of the lexicon: what the weights' file may
// and must name.
std::vector<std::string_view> confidence_signs();
// Sets event.signs and event.confidence. `event` must be whole otherwise.
void set_confidence(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, const Finding& finding, Event& event);

}  // namespace demarche
