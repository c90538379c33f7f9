#include <algorithm>
#include <array>
#include <cmath>

#include "reader/decode.h"
#include "reader/regular.h"
#include "text/utf8.h"

namespace demarche {
namespace {

constexpr std::size_t scripts_tried = 16;

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
  const bool inflected = word.upos == Upos::VERB || word.upos == Upos::NOUN;
  const std::string form = inflected ? lower(word.form) : std::string();
  if (const auto lemma = irregular_lemma(form); word.upos == Upos::VERB && !lemma.empty()) return lemma;
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
  // Nouns are regular but for these: `supplie` and `clashe` are none, and `supply` and `clash` are.
  if (word.upos == Upos::VERB || (word.upos == Upos::NOUN && (form.ends_with("ies") || form.ends_with("shes") || form.ends_with("ches"))))
    for (const std::string& lemma : regular_lemmas(form))
      if (const auto known = model.known_lemmas.find({lemma, word.upos}); known != model.known_lemmas.end()) return known->form;
  if (word.upos == Upos::VERB) {
    for (const std::string_view prefix : prefixes_of_verbs) {
      if (!form.starts_with(prefix)) continue;
      const auto known = model.lemmas.find({std::string_view(form).substr(prefix.size()), word.upos});
      if (known != model.lemmas.end() && known->second.size() > 2 && !form.ends_with(known->second))
        return reading.strings.emplace_back(std::string(prefix).append(known->second));
    }
  }
  // `effigies`, whose lemma no treebank has
  if (word.upos == Upos::NOUN && form.ends_with("ies") && first.ends_with("ie")) first.replace(first.size() - 2, 2, "y");
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

}  // namespace demarche
