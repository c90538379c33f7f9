// Words that report what somebody says or thinks: data/speech/*.tsv, which a political scientist can edit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "reader/reading.h"
#include "speech/speech.h"
#include "speech/statement.h"
#include "speech/trust.h"

namespace demarche {

// How a content is joined to its cue; data/speech/cues.tsv explains each.
enum class FrameShape : std::uint8_t {
  clause,
  quote,
  infinitive,
  gerund,
  predicate,
  object,
  speech_object,
  object_infinitive,
  object_predicate,
  object_preposition,
  preposition,
  preposition_infinitive,
  hearsay,
  according
};

struct Frame {
  FrameShape shape = FrameShape::clause;
  std::string preposition;  // of the three shapes that have one
  Act act = Act::say;
  float share = 0;   // how many of its uses report somebody, 0–1
  std::string rule;  // `cue:warn/clause`
};

// All that one lemma, as one part of speech, can do.
struct Cue {
  std::vector<Frame> frames;
  Act act = Act::say;  // of its most frequent frame
  const Frame* find(FrameShape shape, std::string_view preposition = {}) const;
  bool takes_quotes() const { return find(FrameShape::clause) || find(FrameShape::quote); }
};

struct Phrase {
  std::vector<std::string> words;  // lower case
  Frame frame;
};

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};
using CueMap = std::unordered_map<std::string, Cue, StringHash, std::equal_to<>>;
using ActMap = std::unordered_map<std::string, Act, StringHash, std::equal_to<>>;
using WordSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

struct SpeechLexicon {
  CueMap verbs, nouns, adjectives, adverbs;
  ActMap verb_acts, noun_acts, adjective_acts;  // of words that are cues where the network says so; data/speech/acts.tsv
  std::vector<Phrase> phrases;
  WordSet light_verbs;                                    // make, issue: *he issued a denial*
  WordSet receiving_verbs;                                // face, draw: *he drew criticism*
  WordSet continuations;                                  // adding, saying: participles that carry on what the speaker of the sentence says
  WordSet appearances;                                    // seem, appear: their subject belongs to the content
  WordSet speech_nouns;                                   // objects of speech_object frames: claim, report, allegation
  WordSet clause_verbs;                                   // assume, maintain: their objects are things, and nothing that is said
  WordSet untrue;                                         // baseless, false: who calls a claim so denies it
  WordSet posts;                                          // minister, nominee: whoever names somebody so says nothing
  WordSet without_doubt;                                  // no secret, no doubt: their `no` takes nothing back
  WordSet unnamed_heads;                                  // sources, insiders
  WordSet unnamed_people;                                 // a diplomat, two officials
  WordSet unnamed_pronouns;                               // one, another: of people whom the text has not named
  WordSet headline_sources;                               // police, report: at the end of a headline
  std::vector<std::vector<std::string>> unnamed_phrases;  // familiar with, condition of anonymity

  TrustWeights trust;

  const Cue* cue_of(const Word& word) const;
  std::optional<Act> act_of(const Word& word, std::string_view next) const;  // by acts.tsv; `next` is the lemma behind it
};

std::optional<Act> act_of(std::string_view name);

}  // namespace demarche
