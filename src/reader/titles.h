// Titles before names: `opposition leader Juan Guaidó`. Parsers, like treebanks, waver between taking the title or the name for the head,
// or hang both on the verb. Private to reader/.
#pragma once

#include "reader/reading.h"

namespace demarche {

// Makes the name the head, with its title as `nmod:desc`, and a name in pieces one name; as current English treebanks do where a common
// noun without a determiner stands right before a proper name.
void settle_titles(Reading& reading, WordRange sentence);

// `Tulsa, Okla., police officer Betty Shelby`: she is spoken of, not the town, whatever the parser makes of the two. Asks the names of the
// sentence which are places.
void settle_seats(Reading& reading, WordRange sentence);

}  // namespace demarche
