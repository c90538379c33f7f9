// Phrases of a dependency tree that make up a statement: who speaks, and the words of a content.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "reader/reading.h"
#include "reader/tree.h"
#include "speech/quotes.h"

namespace demarche {

// What every rule reads of one document.
struct SpeechContext {
  const Reading& reading;
  const Tree& tree;
  const std::vector<Quotation>& quotations;
  std::vector<std::int32_t> quotation_of;  // per word: the quotation that it stands in, or -1

  const Word& word(std::uint32_t i) const { return reading.words[i]; }
  const Word& word(std::int32_t i) const { return reading.words[static_cast<std::size_t>(i)]; }
  WordRange sentence(std::uint32_t i) const { return reading.sentences[reading.words[i].sentence].words; }
};

// How many words the parts have together.
std::uint32_t words_of(const std::vector<WordRange>& parts);
// Does each of `inner` stand in one of `outer`?
bool holds_all(const std::vector<WordRange>& outer, const std::vector<WordRange>& inner);

bool is_verbal(const Word& word);
bool is_nominal(const Word& word);
bool is_passive(const SpeechContext& context, std::uint32_t verb);
// The preposition or marker that introduces a phrase: its `case` or `mark` child's lemma, the first.
std::string_view marker_of(const SpeechContext& context, std::uint32_t head);
bool has_to(const SpeechContext& context, std::uint32_t verb);
bool has_negation(const SpeechContext& context, std::uint32_t word);
// `nobody`, `no official`, `neither side`
bool is_nobody(const SpeechContext& context, std::uint32_t noun);

// The head word of who does what the verb says: its subject, that of the verb that it depends on (participles, infinitives, coordination),
// the noun that it modifies, or the agent of a passive. no_word where nobody is named.
std::int32_t agent_of(const SpeechContext& context, std::uint32_t verb);
// The whole phrase around a head noun, without relative clauses and what follows them.
WordRange noun_phrase(const SpeechContext& context, std::uint32_t head);
// For `who` of a relative clause: from its antecedent on, if that is near.
WordRange source_phrase(const SpeechContext& context, std::uint32_t head);

// Words of the subtrees under `heads`, less those under `without`, as ranges in text order; neighbours apart only by marks are joined.
std::vector<WordRange> phrase_words(const SpeechContext& context, std::span<const std::uint32_t> heads,
                                    std::span<const std::uint32_t> without);
// Takes punctuation off both ends (quotation marks stay where both stand in the range, or are added where the range is just inside), empty
// parts out.
void trim(const SpeechContext& context, std::vector<WordRange>& parts);
// Auxiliaries, negation and particles around a cue: `did not say`.
WordRange cue_phrase(const SpeechContext& context, std::uint32_t cue);

}  // namespace demarche
