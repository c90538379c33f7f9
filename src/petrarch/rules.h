// What both sets of rules share. Inside of petrarch/ only.
#pragma once

#include <string>
#include <vector>

#include "petrarch/coder.h"
#include "petrarch/match.h"
#include "petrarch/scene.h"
#include "petrarch/verbs_in_text.h"

namespace demarche::petrarch {

// What a verb means here: the codes of the first pattern that fits, or its own.
struct Matched {
  CodePair codes;
  Bound bound;
  std::size_t line = 0;  // of the pattern; 0: none
};
Matched match_verb(const Scene& scene, const VerbUse& verb, const Field& field);

// Collects events: every source with every target, each event once.
class Events {
 public:
  explicit Events(const CodingOptions& options) : options_(options) {}
  // Either may be null or without codes: nobody is known.
  // False where there was nothing to add.
  bool add(const NounPhrase* source, const NounPhrase* target, const Matched& matched);
  bool add(const std::vector<std::string>& sources, const std::vector<std::string>& targets, const CodePair& codes, std::size_t line);
  std::vector<CodedEvent> take() { return std::move(events_); }

 private:
  void add_one(const std::string& source, const std::string& target, const std::string& code, std::size_t line);

  const CodingOptions& options_;
  std::vector<CodedEvent> events_;
};

void code_linear(const Scene& scene, Events& events);      // PETRARCH
void code_by_phrases(const Scene& scene, Events& events);  // PETRARCH2

}  // namespace demarche::petrarch
