// Finds expressions of time and the days that they mean, seen from the day on which the document was published.
#pragma once

#include "coding.h"

namespace demarche {

// Reads document.published and the reading; fills coding.times (in text order, not overlapping). Expressions that need a date are left out
// where the document has none.
void find_times(Coding& coding);

}  // namespace demarche
