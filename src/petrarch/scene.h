// A sentence as the dictionaries see it: its words in capitals, its noun phrases with their codes. Inside of petrarch/ only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "petrarch/coder.h"
#include "petrarch/dictionaries.h"
#include "reader/reading.h"
#include "reader/tree.h"

namespace demarche::petrarch {

// A word of the sentence, or a part of one that was divided at its hyphens. Hyphens, quotation marks, brackets and `'s` are none; other
// marks are, and divide what stands around them.
struct Atom {
  std::string text, lemma;                            // in capitals
  std::uint32_t word = 0;                             // index in Reading::words
  bool joined_before = false, joined_behind = false;  // by a hyphen: of `Qaeda-linked` no part is an actor
};

// The largest phrase around a noun: with what stands before it, its prepositional phrases, appositions and what is coordinated with it, but
// without clauses.
struct NounPhrase {
  std::uint32_t head = 0;
  WordRange words;                 // from its first word to its last
  std::vector<std::string> codes;  // one for each of who is meant; empty where the dictionaries know nobody
  bool compound = false;           // several are meant because the text joins them
  bool time = false;               // `next week`: nobody
  bool preposition = false;        // stands behind one
};

struct Scene {
  const Reading& reading;
  const Dictionaries& dictionaries;
  Date day;
  CodingOptions options;
  WordRange words;  // of the sentence
  Tree tree;
  std::vector<Atom> atoms;
  std::vector<NounPhrase> phrases;      // in text order of their heads
  std::vector<std::int32_t> phrase_of;  // by word of the sentence (0 is its first): index of `phrases`, or -1
  // The same, with the prepositional phrases inside of noun phrases as phrases of their own; a word belongs to the innermost.
  std::vector<NounPhrase> parts;
  std::vector<std::int32_t> part_of;
  std::vector<bool> dropped;  // by word of the sentence: between commas, and passed over

  const Word& word(std::uint32_t i) const { return reading.words[i]; }
  bool is_dropped(std::uint32_t i) const { return dropped[i - words.first]; }
  const NounPhrase* phrase_at(std::uint32_t i) const {
    const std::int32_t p = phrase_of[i - words.first];
    return p < 0 ? nullptr : &phrases[static_cast<std::size_t>(p)];
  }
  // Does a phrase go on behind the word that began before it?
  bool inside_phrase(std::uint32_t i) const {
    for (const NounPhrase& phrase : phrases)
      if (phrase.words.first < i && i + 1 < phrase.words.last) return true;
    return false;
  }
};

Scene look_at(const Reading& reading, std::uint32_t sentence, const Dictionaries& dictionaries, const Date& day,
              const CodingOptions& options);
// Fills `phrases`, `parts` and the words' indices into them.
void find_phrases(Scene& scene);
// Fills `dropped`: what stands between commas and has as many words as the options say.
void drop_between_commas(Scene& scene);
// Codes of the phrase whose words (indices, ascending) are given.
std::vector<std::string> codes_of(const Scene& scene, std::uint32_t head, const std::vector<bool>& member);

bool is_nominal(const Word& word);

}  // namespace demarche::petrarch
