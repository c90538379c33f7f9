// What number and likeness say of a row joined by `and`, where the parser joined it elsewhere. Private to reader/.
#pragma once

#include "reader/reading.h"

namespace demarche {

// Joins like to like, `our plan, which rests on the charter, and the plan of Oman`; takes a singular verb from a subject of two, `their
// plan and the plan of Oman, which calls for talks, demands a truce`, to the relative clause before it; and from a plural one, `She insists
// that rebels leave and warns the king`, to the singular verb above; and a clause from an office to what it is in, `is minister of the
// state that jailed her`; and `who` from a thing to the person behind it, `a letter from the king, who fears a war`;
// and hangs a clause on what `it was`, `it was Chad that won`, or on the noun before it, `the claim of Oman that rebels fled angered Chad`;
// and `left with harsh words, calling them thieves` on the verb. Method: likeness of conjuncts is what tells coordinations apart best
// (Resnik 1999, "Semantic Similarity in a Taxonomy").
void settle_agreement(Reading& reading, WordRange sentence);

}  // namespace demarche
