// Puts together what the rules and the network found.
#pragma once

#include <vector>

#include "speech/found.h"

namespace demarche {

// Adds the network's attributions to `found`: those that a rule found as well confirm it and give or take words of it.
void add_network(const SpeechLexicon& lexicon, const SpeechContext& context, std::vector<Found>& found);
// Drops what is too unsure and what says the same twice, orders outer before inner, and links `inside`.
std::vector<Statement> settle(const SpeechLexicon& lexicon, std::vector<Found> found);

}  // namespace demarche
