// Who is the subject, where the parser calls him something else. Private to reader/.
#pragma once

#include "reader/reading.h"

namespace demarche {

// Mends subjects that grammar leaves no doubt of: `Oman on Monday recalled its envoy` with an object before the verb and one behind it,
// `said its chairman, Ivo Maric` and `The sides, she says, were near` with two subjects, `The opposition National Party left`, `rebels who,
// she said, had fled` with a relative pronoun that is said, `thanked Oman, which had helped` and `It was Oman, she says, that had helped`
// with a relative clause that is said, `called on Mensah to resign` with Mensah below `resign`, `was asked to save it by the council` with
// the council below `save`. Likewise what somebody is called: `called them thieves`.
void settle_subjects(Reading& reading, WordRange sentence);

}  // namespace demarche
