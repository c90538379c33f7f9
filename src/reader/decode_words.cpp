#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "reader/decode.h"
#include "reader/projective_tree.h"
#include "reader/regular.h"
#include "reader/vectors.h"
#include "text/utf8.h"

namespace demarche {
namespace {

constexpr std::size_t scripts_tried = 16;
constexpr std::uint32_t longest_tree = 512;  // words; a longer sentence is no sentence, and gets a chain

std::size_t best_of(const float* row, Columns columns) {
  return static_cast<std::size_t>(std::max_element(row + columns.begin, row + columns.end) - (row + columns.begin));
}

std::string apply(const EditScript& script, std::string_view form) {
  if (script.whole) return script.suffix;
  std::string lemma;
  switch (script.casing) {
    case 'l':
      lemma = lower(form);
      break;
    case 'u':
      lemma = upper(form);
      break;
    case 't': {
      std::size_t first = 0;
      if (!form.empty()) next_code_point(form, first);
      lemma = upper(form.substr(0, first)) + lower(form.substr(first));
      break;
    }
    default:
      lemma = form;
  }
  std::size_t end = lemma.size();
  std::uint32_t cut = 0;
  for (; cut < script.cut && end > 0; ++cut) previous_code_point(lemma, end);
  if (end == 0 && script.suffix.empty()) return lemma;
  lemma.resize(end);
  return lemma += script.suffix;
}

// `retook` is inflected as `took` is.
constexpr std::array<std::string_view, 7> prefixes_of_verbs = {"re", "over", "under", "out", "un", "mis", "fore"};

std::string_view lemma_of(const Model& model, const float* row, const Word& word, Reading& reading) {
  // First, since a treebank's lemma may be a mistake (`flead` of `fled`).
  const std::string form = word.upos == Upos::VERB ? lower(word.form) : std::string();
  if (const auto lemma = irregular_lemma(form); !lemma.empty()) return lemma;
  if (const auto known = model.lemmas.find({word.form, word.upos}); known != model.lemmas.end()) return known->second;
  const float* scores = row + model.lemma.begin;
  const std::size_t count = model.lemma.size();
  const float floor = *std::max_element(scores, scores + count) - model.script_margin;
  std::array<std::uint32_t, scripts_tried> order{};
  std::size_t kept = 0;
  for (std::uint32_t i = 0; i < count; ++i) {  // insertion into the few best
    if (scores[i] < floor) continue;
    std::size_t at = kept < scripts_tried ? kept++ : scripts_tried;
    if (at == scripts_tried) {
      if (scores[i] <= scores[order[scripts_tried - 1]]) continue;
      at = scripts_tried - 1;
    }
    for (; at > 0 && scores[order[at - 1]] < scores[i]; --at) order[at] = order[at - 1];
    order[at] = i;
  }
  std::string first;
  for (std::size_t i = 0; i < kept; ++i) {
    std::string lemma = apply(model.scripts[order[i]], word.form);
    if (const auto known = model.known_lemmas.find({lemma, word.upos}); known != model.known_lemmas.end()) return known->form;
    if (i == 0) first = std::move(lemma);
  }
  if (word.upos == Upos::VERB) {
    for (const std::string& lemma : regular_lemmas(form))
      if (const auto known = model.known_lemmas.find({lemma, word.upos}); known != model.known_lemmas.end()) return known->form;
    for (const std::string_view prefix : prefixes_of_verbs) {
      if (!form.starts_with(prefix)) continue;
      const auto known = model.lemmas.find({std::string_view(form).substr(prefix.size()), word.upos});
      if (known != model.lemmas.end() && known->second.size() > 2 && !form.ends_with(known->second))
        return reading.strings.emplace_back(std::string(prefix).append(known->second));
    }
  }
  return reading.strings.emplace_back(std::move(first));
}

// `apologise`, `criticize`, `clarify`
bool is_bare_form(std::string_view form) {
  constexpr std::size_t shortest = 5;
  if (form.size() < shortest) return false;
  return form.ends_with("ise") || form.ends_with("ize") || form.ends_with("yse") || form.ends_with("ify");
}

}  // namespace

void decode_tags(const Model& model, const Scores& scores, Reading& reading) {
  for (std::uint32_t i = scores.words.first; i < scores.words.last; ++i) {
    const float* row = scores.row(model, i);
    Word& word = reading.words[i];
    word.upos = model.upos_names[best_of(row, model.upos)];
    word.xpos = model.xpos_names[best_of(row, model.xpos)];
    word.feats = model.feats_names[best_of(row, model.feats)];
    word.lemma = lemma_of(model, row, word, reading);
    // `that he apologise`: no past ends so.
    if (word.xpos == "VBD" && is_bare_form(word.form)) {
      word.xpos = "VB";
      word.feats = "VerbForm=Inf";
    }
  }
}

float start_probability(const Model& model, const Scores& scores, std::uint32_t word) {
  return 1 / (1 + std::exp(-scores.row(model, word)[model.start.begin]));
}

void decode_tree(const Model& model, const Scores& scores, WordRange sentence, Reading& reading) {
  const std::uint32_t n = sentence.size();
  if (n == 0) return;
  std::vector<std::uint32_t> heads(n);
  if (n > longest_tree) {
    for (std::uint32_t d = 0; d < n; ++d) heads[d] = d ? d - 1 : n;
  } else {
    std::vector<float> arcs(std::size_t{n} * (n + 1));
    const std::size_t width = model.arc_dep.size();
    for (std::uint32_t d = 0; d < n; ++d) {
      const float* dep = scores.row(model, sentence.first + d) + model.arc_dep.begin;
      float* arc = arcs.data() + std::size_t{d} * (n + 1);
      for (std::uint32_t h = 0; h <= n; ++h) {
        const float* row = h < n ? scores.row(model, sentence.first + h) : nullptr;
        const float* head = h < n ? row + model.arc_head.begin : model.root_arc.data();
        const float bias = h < n ? row[model.arc_bias.begin] : model.root_bias[0];
        arc[h] = h == d ? -std::numeric_limits<float>::max() / 4 : bias + dot(dep, head, width);
      }
      float highest = arc[0];
      for (std::uint32_t h = 1; h <= n; ++h) highest = std::max(highest, arc[h]);
      float total = 0;
      for (std::uint32_t h = 0; h <= n; ++h) total += std::exp(arc[h] - highest);
      const float all = highest + std::log(total);
      for (std::uint32_t h = 0; h <= n; ++h) arc[h] = std::max(arc[h] - all, -1e4f);
    }
    heads = likely_tree(arcs, n);
  }
  const std::size_t width = model.label_dep.size(), labels = model.deprel_names.size();
  std::vector<float> inner(width);
  for (std::uint32_t d = 0; d < n; ++d) {
    Word& word = reading.words[sentence.first + d];
    if (heads[d] == n) {
      word.head = no_word;
      word.deprel = model.deprel_names[model.deprel_root];
      continue;
    }
    word.head = static_cast<std::int32_t>(sentence.first + heads[d]);
    const float* dep = scores.row(model, sentence.first + d) + model.label_dep.begin;
    const float* head = scores.row(model, sentence.first + heads[d]) + model.label_head.begin;
    for (std::size_t k = 0; k < width; ++k) inner[k] = std::max(dep[k] + head[k], 0.0f);
    float best = -std::numeric_limits<float>::infinity();
    for (std::size_t label = 0; label < labels; ++label) {
      if (label == model.deprel_root) continue;
      const float sum = model.label_bias[label] + dot(model.label_weight.data() + label * width, inner.data(), width);
      if (sum > best) {
        best = sum;
        word.deprel = model.deprel_names[label];
      }
    }
  }
}

}  // namespace demarche
