// The language of a document, read: words with tags, lemmas, heads and labels (Universal Dependencies v2), sentences, names, and who
// seems to say what as the network sees it. Filled by `reader/`, read by everybody behind it.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "reader/bfloat16.h"
#include "text/span.h"

namespace demarche {

enum class Upos : std::uint8_t { ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, X };

std::string_view name_of(Upos tag);
// `X` for an unknown name.
Upos upos_of(std::string_view name);

inline constexpr std::int32_t no_word = -1;

// A syntactic word. All string views are owned by the reading (its `strings`) or have static lifetime.
struct Word {
  Span span;                    // of its token in the text; words of one multiword token (do + n't) have their own parts of it
  std::string_view form;        // as written (or as the treebank spells the word inside a multiword token)
  std::string_view lemma;       // UD lemma: `say`, `Moscow`
  std::string_view xpos;        // Penn tag: `VBD`
  std::string_view feats;       // `Mood=Ind|Tense=Past`, or `_`
  std::string_view deprel;      // with subtype: `nsubj:pass`
  std::int32_t head = no_word;  // index in Reading::words; no_word for a root
  std::uint32_t sentence = 0;   // index in Reading::sentences
  Upos upos = Upos::X;
  bool space_before = true;
  bool in_multiword = false;  // part of a multiword token (`do` and `n't` of `don't`)
  bool quoted = false;        // between quotation marks (the marks too), by the rule in training/FORMAT.md
};

struct Sentence {
  WordRange words;
  std::uint32_t block = 0;                        // index in Document::blocks
  std::string_view speaker = {}, addressee = {};  // where a transcript says whose turn this is, and to whom; else empty
};

enum class NameType : std::uint8_t { person, place, organization, event, other };

// A proper name, as long as the network marks it (`Russian Foreign Minister Sergei Lavrov` or `Sergei Lavrov`).
struct Name {
  WordRange words;
  NameType type = NameType::other;
};

// An attribution as the network marks it; `speech/` decides what becomes of it. Parts may be discontinuous.
struct AttributionGuess {
  std::uint32_t anchor = 0;  // first word of the cue, or of the content where there is no cue
  std::vector<WordRange> source, cue, content;
  float score = 0;           // probability of the anchor
  float content_margin = 0;  // mean over the content's words of how much higher the network scores them so than as no part, at most 10
  float source_margin = 0;   // the same of the source; 0 where there is none
};

struct Reading {
  std::vector<Word> words;
  std::vector<Sentence> sentences;
  std::vector<Name> names;
  std::vector<AttributionGuess> attributions;
  // Row-major [words.size() × hidden_width] middle hidden states of each word's first piece (behind the layer that reader.json calls
  // `middle_layer`); empty, and the width 0, where not asked for.
  std::vector<Bfloat16> hidden;
  std::uint32_t hidden_width = 0;
  // Owner of strings that have no static lifetime; a deque, so that they stay where they are when the reading is moved.
  std::deque<std::string> strings;

  Reading() = default;
  Reading(Reading&&) = default;
  Reading& operator=(Reading&&) = default;
  Reading(const Reading&) = delete;  // views would point into the other one
  Reading& operator=(const Reading&) = delete;
};

}  // namespace demarche
