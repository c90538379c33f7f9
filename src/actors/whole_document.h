// What all mentions of a name in the document together tell of each of them. Inside of actors/ only.
#pragma once

#include <cstdint>
#include <vector>

#include "actors/analysis.h"

namespace demarche {

// A name is of one type throughout a document: the one that the network sees most often.
// `network`: per word the class that the network gives the name (0 person, 1 place, 2 organisation, -1 none).
void agree_on_types(const Analysis& a, std::vector<std::int8_t>& network);
// A capital that is nearly always a place in this document is one wherever it neither speaks nor acts.
void settle_capitals(Analysis& a);
// `Brussels had no intention of scrapping the deal`: the European Union, where Belgium is not spoken of.
void settle_european_seats(Analysis& a);

}  // namespace demarche
