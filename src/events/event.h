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
  double confidence = 0;              // how likely type, source and targets are right
  std::vector<std::string> signs;     // what the confidence was made from: names in data/lexicon/confidence.tsv
  std::string rule;                   // `lexicon:accuse#2`, `network`
  std::string score;                  // what the network gave its type: `ACCUSE 0.81`; empty where it was not asked
  std::string runner_up;              // what the network put second, with its score: `REJECT 0.21`; empty where it was not asked
  // For explain_events alone, which spells them out.
  std::uint32_t composed_by = 0;  // line of data/ontology/composition.tsv that gave the code; 0 where none did
  std::string composed_of;        // rule of the deed that was agreed to, refused, threatened or demanded; may be empty
};

// A line of a data file that took part in a decision.
struct RuleLine {
  std::string what;  // `entry`, `composition`, `deed`
  std::string file;  // `data/lexicon/verbs.tsv`
  std::uint32_t line = 0;
};

// Why an event is as it is, for `--explain`.
struct Explanation {
  std::vector<RuleLine> lines;        // in the order in which they decided; empty where the network did
  std::string frame;                  // line of data/lexicon/frames.tsv that says where its actors stand; may be empty
  std::string runner_up;              // what would have decided next, with its line or score; may be empty
  std::uint32_t trigger = 0;          // word that the paths to its actors begin at
  std::int32_t source = no_mention;   // the mention that fills the source: the pronoun, where the event shows the name behind it
  std::vector<std::int32_t> targets;  // the same for Event::targets, in their order
};

// Where an actor stands, by what the document's events and statements show.
struct Position {
  std::int32_t holder = no_entity;                               // index in Actors::entities
  std::int32_t toward = no_entity;                               // an actor, or
  std::string issue;                                             // an issue
  double stance = 0;                                             // −1…1
  std::vector<std::uint32_t> events, statements;                 // evidence: indices
  std::optional<WordRange> words;                                // the document's words that say so, where no event does
  std::optional<std::pair<std::int32_t, std::int32_t>> between;  // two actors set against each other (or said to agree)
  bool compatible = true;                                        // meaningful with `between` alone
};

}  // namespace demarche
