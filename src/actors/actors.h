// Finds mentions of actors, which of them are the same, and what each of them is.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

#include "actors/ranker.h"
#include "coding.h"

namespace demarche {

struct ActorKnowledge;  // countries, demonyms, capitals, offices, organisations, armed groups; data/actors/*.tsv
std::shared_ptr<const ActorKnowledge> load_actor_knowledge(const std::filesystem::path& data_folder);
// The country (alpha-3) in which a city or region of this name surely lies; empty where there is none, or where there are several. What the
// caller knows of places, as far as actors need it: whose police the police in Kaduna are.
using CountryOfPlace = std::function<std::string_view(std::string_view name)>;
// Reads document, reading and statements; fills coding.actors. `country_of_place` may be empty. The observer, if any, is told whom each
// third-person pronoun might mean.
void find_actors(const ActorKnowledge& knowledge, Coding& coding, const CountryOfPlace& country_of_place = {},
                 const CandidateObserver* observer = nullptr);

}  // namespace demarche
