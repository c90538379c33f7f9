// What `and` joins to: `told them that the group had never come and accused it of lying`. Private to reader/.
#pragma once

#include "reader/reading.h"

namespace demarche {

// Joins to a whole name what the parser joins to a piece of it; a finite verb of speech to the verb of speech above, where the parser joins
// it to a participle or infinitive that it shares no auxiliary with; what a court orders to what it rules; and whoever else is accused to
// the first: `accused Chad of sheltering rebels and Mali of arming them`. What stands before `and` is no part of the clause behind it.
void settle_coordination(Reading& reading, WordRange sentence);

}  // namespace demarche
