// Finds events and positions.
#pragma once

#include <filesystem>
#include <memory>

#include "coding.h"

namespace demarche {

struct EventKnowledge;  // the ontology and the lexicon of predicates; data/ontology/*, data/lexicon/*
std::shared_ptr<const EventKnowledge> load_event_knowledge(const std::filesystem::path& data_folder);
// Reads everything before; fills coding.events, in order of their triggers.
void find_events(const EventKnowledge& knowledge, Coding& coding);
// Reads everything before; fills coding.positions.
void find_positions(const EventKnowledge& knowledge, Coding& coding);

}  // namespace demarche
