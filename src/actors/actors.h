// Finds mentions of actors, which of them are the same, and what each of them is.
#pragma once

#include <filesystem>
#include <memory>

#include "coding.h"

namespace demarche {

struct ActorKnowledge;  // countries, demonyms, capitals, offices, organisations, armed groups; data/actors/*.tsv
std::shared_ptr<const ActorKnowledge> load_actor_knowledge(const std::filesystem::path& data_folder);
// Reads document, reading and statements; fills coding.actors.
void find_actors(const ActorKnowledge& knowledge, Coding& coding);

}  // namespace demarche
