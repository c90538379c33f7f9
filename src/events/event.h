// Who did what to whom, with the chain of voices that it stands in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "actors/actor.h"
#include "text/span.h"

namespace demarche {

enum class Modality : std::uint8_t { actual, intended, demanded, possible };
enum class Status : std::uint8_t { stated, claimed, denied, hearsay };
std::string_view name_of(Modality modality);
std::string_view name_of(Status status);

struct Event {
  std::string type;  // PLOVER: `ACCUSE`
  std::string mode;  // or empty
  std::vector<std::string> contexts;
  std::string cameo;                  // `112`
  std::int32_t source = no_mention;   // index in Actors::mentions
  std::vector<std::int32_t> targets;  // indices in Actors::mentions
  WordRange trigger;
  std::uint32_t sentence = 0;
  bool negated = false;
  Modality modality = Modality::actual;
  Status status = Status::stated;
  std::vector<std::uint32_t> voices;  // indices of statements, outermost first
  std::int32_t when = -1;             // index in Coding::times
  std::int32_t where = -1;            // index in Coding::places
  double intensity = 0;               // PLOVER's score of type and mode, -10…10
  std::optional<double> goldstein;    // of the CAMEO code, -10…10
  double confidence = 0;
  std::string rule;       // `lexicon:accuse#2`, `network`
  std::string runner_up;  // what came second, with its score, for `--explain`: `REJECT 0.21`; may be empty
};

// Where an actor stands, by what the document's events and statements show.
struct Position {
  std::int32_t holder = no_entity;                               // index in Actors::entities
  std::int32_t toward = no_entity;                               // an actor, or
  std::string issue;                                             // an issue
  double stance = 0;                                             // −1…1
  std::vector<std::uint32_t> events, statements;                 // evidence: indices
  std::optional<std::pair<std::int32_t, std::int32_t>> between;  // two actors set against each other (or said to agree)
  bool compatible = true;                                        // meaningful with `between` alone
};

}  // namespace demarche
