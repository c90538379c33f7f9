// Finds named places, with country and coordinates.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "coding.h"

namespace demarche {

struct Gazetteer;  // data/places/*
std::shared_ptr<const Gazetteer> load_gazetteer(const std::filesystem::path& data_folder);
// The country (alpha-3) in which a city of this name lies, where all cities and regions of the name lie in one country or the largest city
// is ten times larger than any elsewhere; empty otherwise, and for names of countries. The view is the gazetteer's.
std::string_view country_of_city(const Gazetteer& gazetteer, std::string_view name);
// Reads the reading (and what countries the document speaks of, to tell places of one name apart); fills coding.places in text order.
void find_places(const Gazetteer& gazetteer, Coding& coding);

}  // namespace demarche
