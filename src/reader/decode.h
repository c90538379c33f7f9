// From the network's scores to words' tags, lemmas, trees, names and attributions (training/FORMAT.md). Private to reader/.
#pragma once

#include "reader/model.h"
#include "reader/reading.h"

namespace demarche {

// Rows of scores of consecutive words: row i is that of word `words.first + i`, model.score_width floats.
struct Scores {
  WordRange words;
  float* rows = nullptr;  // owned by who asked the network
  const float* row(const Model& model, std::uint32_t word) const { return rows + std::size_t{word - words.first} * model.score_width; }
};

void decode_tags(const Model& model, const Scores& scores, Reading& reading);
void decode_tree(const Model& model, const Scores& scores, WordRange sentence, Reading& reading);
void decode_names(const Model& model, const Scores& scores, WordRange sentence, Reading& reading);
// `window`: the words that the network read together. Paragraphs are told from each other by `Reading::sentences`' blocks.
void decode_attributions(const Model& model, const Scores& scores, WordRange window, Reading& reading);
// The probability that a sentence begins at the word.
float start_probability(const Model& model, const Scores& scores, std::uint32_t word);

}  // namespace demarche
