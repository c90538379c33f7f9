// Is what a word means done, intended, demanded, possible; and is it denied of reality? Inside of events/ only.
#pragma once

#include <cstdint>

#include "events/event.h"
#include "events/syntax.h"

namespace demarche {

struct Reality {
  Modality modality = Modality::actual;
  bool negated = false;
  bool future = false;     // will, plans to: not a mere purpose
  bool committed = false;  // ready to, willing to, agreed to
};

Reality reality_of(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t word);

}  // namespace demarche
