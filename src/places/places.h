// Finds named places, with country and coordinates.
#pragma once

#include <filesystem>
#include <memory>

#include "coding.h"

namespace demarche {

struct Gazetteer;  // data/places/*
std::shared_ptr<const Gazetteer> load_gazetteer(const std::filesystem::path& data_folder);
// Reads the reading (and what countries the document speaks of, to tell places of one name apart); fills coding.places in text order.
void find_places(const Gazetteer& gazetteer, Coding& coding);

}  // namespace demarche
