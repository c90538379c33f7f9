// What `and` joins to: `told them that the group had never come and accused it of lying`. Private to reader/.
#pragma once

#include "reader/reading.h"

namespace demarche {

// Joins to a whole name what the parser joins to a piece of it, and a finite verb of speech to the verb of speech above, where the parser
// joins it to a participle that it shares no auxiliary with.
void settle_coordination(Reading& reading, WordRange sentence);

}  // namespace demarche
