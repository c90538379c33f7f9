// Everything known of one document. Each stage is a function that reads the parts above its own and fills its own:
// document → reading → statements → actors → times, places → events → positions.
#pragma once

#include <vector>

#include "actors/actor.h"
#include "document/document.h"
#include "events/event.h"
#include "places/place.h"
#include "reader/reading.h"
#include "speech/statement.h"
#include "time/time_expression.h"

namespace demarche {

struct Coding {
  Document document;
  Reading reading;
  std::vector<Statement> statements;
  Actors actors;
  std::vector<TimeExpression> times;
  std::vector<Place> places;
  std::vector<Event> events;
  std::vector<std::int32_t> said_when;  // for each statement which of `times` tells when it was said, or -1
  std::vector<Position> positions;
  std::vector<Explanation> explanations;  // one for each event where they were asked for (explain_events), else none
};

}  // namespace demarche
