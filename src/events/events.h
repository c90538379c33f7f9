// Finds events and positions.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "coding.h"
#include "typing/pair_network.h"

namespace demarche {

struct EventKnowledge;  // the ontology and the lexicon of predicates; data/ontology/*, data/lexicon/*
// Throws std::runtime_error naming file, line and what is wrong.
std::shared_ptr<const EventKnowledge> load_event_knowledge(const std::filesystem::path& data_folder);

// Pairs of actors who can be placed in the world, in one sentence and joined by a verb or noun of which the lexicon does not know what the
// one does to the other: what the pair network is to be asked. Reads everything before events.
std::vector<PairQuery> unknown_pairs(const EventKnowledge& knowledge, const Coding& coding);
// Reads everything before; fills coding.events, in order of their triggers. `types`: the answers to unknown_pairs(coding), which become
// events where they are sure enough; nullptr to hear the lexicon alone.
void find_events(const EventKnowledge& knowledge, Coding& coding, const PairTypes* types = nullptr);
// The CAMEO code that says no more than the type; empty for a name that is no type.
std::string_view plain_cameo(const EventKnowledge& knowledge, std::string_view type);
// Fills coding.explanations, one for each of coding.events as find_events left them. Looks the lexicon's entries up again, so that finding
// events costs no more where nobody asks why.
void explain_events(const EventKnowledge& knowledge, Coding& coding);
// Reads everything before; fills coding.positions. The stance of a holder toward an actor or an issue is Σ w·s / max(1, Σ w) over the
// events (and phrases) that show it, within −1…1:
//   s  PLOVER's intensity / 10; half of that for REQUEST and CONSULT, at least ±0.6 for SUPPORT, ACCUSE, REJECT, THREATEN; ±0.6 toward
//      issues; −0.4 for contradicting somebody's word. What is not done counts −½ s for cooperation and criticism, else not at all.
//   w  1; × 0.7 where intended; by status 0.7 claimed (1 where the holder himself says it, 0.35 on the word of an accuser or of whom it is
//      done to), 0.5 hearsay. Denied, possible and demanded deeds count nothing.
// So a single event that is stated gives s itself, and what is only claimed gives less than s.
void find_positions(const EventKnowledge& knowledge, Coding& coding);

}  // namespace demarche
