#include <algorithm>
#include <cmath>

#include "reader/bio.h"
#include "reader/decode.h"
#include "reader/vectors.h"

namespace demarche {
namespace {

NameType name_type_of(std::string_view tag) {
  const auto type = tag.substr(2);
  if (type == "person") return NameType::person;
  if (type == "place") return NameType::place;
  if (type == "organization") return NameType::organization;
  if (type == "event") return NameType::event;
  return NameType::other;
}

// Runs of B-x I-x … as word ranges, with the kind of each: 0 for the tags 1 and 2, and so on.
template <class Each>
void for_each_run(const std::vector<std::uint8_t>& tags, std::uint32_t first_word, Each each) {
  for (std::uint32_t i = 0; i < tags.size();) {
    if (!is_begin(tags[i])) {
      ++i;
      continue;
    }
    std::uint32_t end = i + 1;
    while (end < tags.size() && tags[end] == tags[i] + 1) ++end;
    each(WordRange{first_word + i, first_word + end}, static_cast<std::size_t>(tags[i]) / 2);
    i = end;
  }
}

std::size_t bucket(const Model& model, std::int64_t difference) {
  if (difference == 0) return 0;
  const std::int64_t far = std::abs(difference);
  const auto ring =
      static_cast<std::size_t>(std::lower_bound(model.distance_ends.begin(), model.distance_ends.end(), far) - model.distance_ends.begin());
  return difference < 0 ? 2 * ring - 1 : 2 * ring;
}

enum Role : std::size_t { source, cue, content };
constexpr std::size_t tags = 7;
constexpr float highest_margin = 10;  // beyond it a word is as sure as it can be

}  // namespace

void decode_names(const Model& model, const Scores& scores, WordRange sentence, Reading& reading) {
  const std::size_t count = model.name.size();
  std::vector<float> own(std::size_t{sentence.size()} * count);
  for (std::uint32_t i = 0; i < sentence.size(); ++i) {
    const float* row = scores.row(model, sentence.first + i) + model.name.begin;
    std::copy(row, row + count, own.begin() + static_cast<std::ptrdiff_t>(i * count));
  }
  for_each_run(best_tags(own, sentence.size(), count), sentence.first, [&](WordRange words, std::size_t kind) {
    reading.names.push_back({words, name_type_of(model.name_tags[2 * kind + 1])});
  });
}

void decode_attributions(const Model& model, const Scores& scores, WordRange window, Reading& reading) {
  const std::size_t width = model.attribution_word.size(), length = window.size();
  std::vector<float> own(length * tags), base(width);
  const auto block_of = [&](std::uint32_t word) { return reading.sentences[reading.words[word].sentence].block; };
  for (std::uint32_t anchor = window.first; anchor < window.last; ++anchor) {
    const float* row = scores.row(model, anchor);
    const float* classes = row + model.anchor.begin;  // none, cue, content
    const float highest = std::max({classes[0], classes[1], classes[2]});
    const float weights[3] = {std::exp(classes[0] - highest), std::exp(classes[1] - highest), std::exp(classes[2] - highest)};
    const float total = weights[0] + weights[1] + weights[2];
    const bool is_cue = weights[1] / total >= model.cue_threshold;
    if (!is_cue && weights[2] / total < model.content_threshold) continue;

    const std::uint32_t block = block_of(anchor);
    for (std::uint32_t w = 0; w < length; ++w) {
      const std::uint32_t word = window.first + w;
      const float* of_word = scores.row(model, word) + model.attribution_word.begin;
      const float* distance = model.distance.data() + bucket(model, static_cast<std::int64_t>(word) - anchor) * width;
      const std::uint32_t other = block_of(word);
      const float* paragraph = model.paragraph.data() + (other == block ? 0u : other < block ? 1u : 2u) * width;
      const float* of_anchor = row + model.attribution_anchor.begin;
      for (std::size_t k = 0; k < width; ++k) base[k] = std::max(of_anchor[k] + of_word[k] + distance[k] + paragraph[k], 0.0f);
      for (std::size_t t = 0; t < tags; ++t) {
        own[w * tags + t] = model.attribution_bias[t] + dot(model.attribution_weight.data() + t * width, base.data(), width);
      }
    }
    AttributionGuess guess;
    guess.anchor = anchor;
    guess.score = (is_cue ? weights[1] : weights[2]) / total;
    float best_source = 0, of_content = 0;
    std::uint32_t content_words = 0;
    const auto margin = [&](WordRange words, std::size_t kind) {
      float sum = 0;
      for (std::uint32_t i = words.first; i < words.last; ++i) {
        const float* of_word = own.data() + std::size_t{i - window.first} * tags;
        sum += std::min(of_word[2 * kind + (i == words.first ? 1 : 2)] - of_word[0], highest_margin);
      }
      return sum;
    };
    for_each_run(best_tags(own, length, tags, anchor - window.first, is_cue ? 3 : 5), window.first, [&](WordRange words, std::size_t kind) {
      if (kind == Role::cue) guess.cue.push_back(words);
      if (kind == Role::content) {
        guess.content.push_back(words);
        of_content += margin(words, kind);
        content_words += words.size();
      }
      if (kind != Role::source) return;
      const float mean = margin(words, kind) / static_cast<float>(words.size());
      if (guess.source.empty() || mean > best_source) {
        guess.source = {words};
        best_source = mean;
      }
    });
    guess.source_margin = best_source;
    if (content_words > 0) guess.content_margin = of_content / static_cast<float>(content_words);
    if (!guess.content.empty()) reading.attributions.push_back(std::move(guess));
  }
}

}  // namespace demarche
