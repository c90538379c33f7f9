// Bodies of which many countries have one by the same name: a congress, a supreme court. Inside of actors/ only.
#pragma once

#include "actors/analysis.h"

namespace demarche {

// `the Nepali Congress`, `the Congress` of a report on India: a body of which many countries have one is not that of the table's country
// where the text says once whose it is, nor where a name that the United States use without an article has one in a text that speaks more
// of another country. Who is called after it (`Congress president Ana Ruiz`) is of the same country.
void settle_common_bodies(Analysis& a);

}  // namespace demarche
