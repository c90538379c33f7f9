#include "petrarch/scene.h"

#include <algorithm>

#include "text/utf8.h"
#include "text/words.h"

namespace demarche::petrarch {
namespace {

bool divides(const Word& word) {
  return word.upos == Upos::PUNCT && !is_one_of(word.form, {"-", "--", "\"", "''", "``", "(", ")", "'", "`", "“", "”", "‘", "’", "."});
}

// What belongs to a noun's own phrase.
bool is_inner(std::string_view relation) {
  return is_one_of(relation, {"det", "amod", "compound", "flat", "nmod", "nummod", "appos", "conj", "cc", "case", "fixed", "advmod",
                              "punct", "goeswith", "list", "dep", "name"});
}

void gather(const Scene& scene, std::uint32_t word, std::vector<bool>& member) {
  member[word - scene.words.first] = true;
  for (const std::uint32_t c : scene.tree.children(word)) {
    const Word& child = scene.word(c);
    const std::string_view relation = base(child.deprel);
    if (!scene.words.contains(c) || member[c - scene.words.first] || !is_inner(relation)) continue;
    if (relation == "conj" && !is_nominal(child) && child.upos != Upos::ADJ) continue;
    if (relation == "advmod" && c > word) continue;
    gather(scene, c, member);
  }
}

bool is_time(const Word& word) {
  const std::string_view relation = word.deprel;
  return relation.ends_with(":tmod") || relation.ends_with(":unmarked") || relation.ends_with(":npmod") ||
         is_one_of(ascii_lowered(word.form),
                   {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow"});
}

NounPhrase phrase_from(const Scene& scene, std::uint32_t head, const std::vector<bool>& member) {
  NounPhrase phrase;
  phrase.head = head;
  phrase.time = is_time(scene.word(head));
  phrase.words = {head, head + 1};
  for (std::uint32_t k = 0; k < member.size(); ++k) {
    const std::uint32_t word = scene.words.first + k;
    if (!member[k] || scene.word(word).upos == Upos::PUNCT) continue;
    phrase.words.first = std::min(phrase.words.first, word);
    phrase.words.last = std::max(phrase.words.last, word + 1);
  }
  for (const std::uint32_t c : scene.tree.children(head)) phrase.preposition |= base(scene.word(c).deprel) == "case";
  phrase.codes = codes_of(scene, head, member);
  phrase.compound = phrase.codes.size() > 1;
  if (!phrase.codes.empty()) {
    phrase.time = false;
  } else if (scene.options.new_actor_length > 0 && !phrase.time && scene.word(head).upos != Upos::PRON) {
    std::string text;
    std::size_t count = 0;
    for (std::uint32_t w = phrase.words.first; w < phrase.words.last; ++w) {
      if (scene.word(w).xpos == "POS" || scene.word(w).upos == Upos::PUNCT) continue;
      if (base(scene.word(w).deprel) == "case" && scene.word(w).head == static_cast<std::int32_t>(head)) continue;
      text += (text.empty() ? "" : " ") + upper(scene.word(w).form);
      ++count;
    }
    if (count <= scene.options.new_actor_length) phrase.codes = {'"' + text + '"'};
  }
  return phrase;
}

}  // namespace

bool is_nominal(const Word& word) {
  return word.upos == Upos::NOUN || word.upos == Upos::PROPN || word.upos == Upos::PRON || word.upos == Upos::NUM ||
         word.upos == Upos::SYM || word.upos == Upos::X;
}

Scene look_at(const Reading& reading, std::uint32_t sentence, const Dictionaries& dictionaries, const Date& day,
              const CodingOptions& options) {
  Scene scene{reading, dictionaries, day, options, reading.sentences[sentence].words, Tree(reading), {}, {}, {}, {}, {}, {}};
  scene.phrase_of.assign(scene.words.size(), -1);
  scene.part_of.assign(scene.words.size(), -1);
  scene.dropped.assign(scene.words.size(), false);
  bool joined = false;  // a hyphen stands between the last atom and the next, without blanks
  for (std::uint32_t i = scene.words.first; i < scene.words.last; ++i) {
    const Word& word = reading.words[i];
    if (divides(word)) {
      scene.atoms.push_back({std::string(word.form), {}, i});
      continue;
    }
    if (word.form == "-") {
      joined = !scene.atoms.empty() && !word.space_before && i + 1 < scene.words.last && !reading.words[i + 1].space_before;
      continue;
    }
    if (word.xpos == "POS") continue;
    std::vector<std::string> parts = words_of(word.form);
    const std::vector<std::string> lemma = words_of(word.lemma);
    for (std::size_t p = 0; p < parts.size(); ++p) {
      Atom atom{std::move(parts[p]), p < lemma.size() ? lemma[p] : std::string(), i};
      atom.joined_before = joined || p > 0;
      atom.joined_behind = p + 1 < parts.size();
      if (joined) scene.atoms.back().joined_behind = true;
      joined = false;
      scene.atoms.push_back(std::move(atom));
    }
  }
  return scene;
}

void find_phrases(Scene& scene) {
  for (std::uint32_t i = scene.words.first; i < scene.words.last; ++i) {
    const Word& word = scene.word(i);
    const std::string_view relation = base(word.deprel);
    if (!is_nominal(word) && !(is_one_of(relation, {"nsubj", "obj", "iobj"}) && (word.upos == Upos::ADJ || word.upos == Upos::DET)))
      continue;
    const bool inner =
        word.head != no_word && is_inner(relation) && relation != "punct" && is_nominal(scene.word(static_cast<std::uint32_t>(word.head)));
    if (inner && !(relation == "nmod" && word.deprel != "nmod:poss")) continue;
    std::vector<bool> member(scene.words.size(), false);
    gather(scene, i, member);
    const NounPhrase phrase = phrase_from(scene, i, member);
    // Inner phrases come behind the outer ones in the tree, not always in the text: the smaller one has the word.
    const auto part = static_cast<std::int32_t>(scene.parts.size());
    for (std::uint32_t k = 0; k < member.size(); ++k) {
      if (!member[k]) continue;
      std::int32_t& owner = scene.part_of[k];
      if (owner < 0 || phrase.words.size() < scene.parts[static_cast<std::size_t>(owner)].words.size()) owner = part;
      if (!inner) scene.phrase_of[k] = static_cast<std::int32_t>(scene.phrases.size());
    }
    scene.parts.push_back(phrase);
    if (!inner) scene.phrases.push_back(phrase);
  }
}

void drop_between_commas(Scene& scene) {
  std::vector<std::uint32_t> commas;
  for (std::uint32_t i = scene.words.first; i < scene.words.last; ++i)
    if (scene.word(i).form == "," && !scene.inside_phrase(i)) commas.push_back(i);
  if (commas.empty()) return;
  const auto count = [&](std::uint32_t first, std::uint32_t last) {
    std::size_t words = 0;
    for (std::uint32_t i = first; i < last; ++i) words += scene.word(i).upos != Upos::PUNCT;
    return words;
  };
  // `Veltria, after long talks, attacked Karsk`: what has its subject before it is not between commas, but behind something that is.
  const auto goes_on = [&](std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = scene.words.first; i < first; ++i) {
      const Word& word = scene.word(i);
      if (base(word.deprel) != "nsubj" || word.head == no_word) continue;
      const auto verb = static_cast<std::uint32_t>(word.head);
      if (first <= verb && verb < last) return true;
    }
    return false;
  };
  const auto drop = [&](std::uint32_t first, std::uint32_t last, const CommaLimits& limits) {
    const std::size_t words = count(first, last);
    if (limits.most == 0 || words < limits.least || words > limits.most || goes_on(first, last)) return;
    std::fill(scene.dropped.begin() + (first - scene.words.first), scene.dropped.begin() + (last - scene.words.first), true);
  };
  drop(scene.words.first, commas.front(), scene.options.first);
  for (std::size_t c = 0; c + 1 < commas.size(); ++c) drop(commas[c], commas[c + 1], scene.options.inner);
  drop(commas.back(), scene.words.last, scene.options.last);
}

}  // namespace demarche::petrarch
