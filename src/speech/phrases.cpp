#include "speech/phrases.h"

#include <algorithm>
#include <numeric>

#include "text/words.h"

namespace demarche {
namespace {

constexpr int steps_up = 12;  // as far as a chain of participles and coordination is followed

std::int32_t subject_child(const SpeechContext& context, std::uint32_t word) {
  for (const auto c : context.tree.children(word)) {
    const auto label = context.word(c).deprel;
    if (base(label) == "nsubj") return static_cast<std::int32_t>(c);
  }
  return no_word;
}

std::int32_t agent_child(const SpeechContext& context, std::uint32_t word) {
  for (const auto c : context.tree.children(word)) {
    const auto label = context.word(c).deprel;
    if (label == "obl:agent" || (base(label) == "obl" && marker_of(context, c) == "by")) return static_cast<std::int32_t>(c);
  }
  return no_word;
}

}  // namespace

std::uint32_t words_of(const std::vector<WordRange>& parts) {
  return std::accumulate(parts.begin(), parts.end(), 0u, [](std::uint32_t sum, WordRange part) { return sum + part.size(); });
}

bool holds_all(const std::vector<WordRange>& outer, const std::vector<WordRange>& inner) {
  return std::all_of(inner.begin(), inner.end(), [&](WordRange part) {
    return std::any_of(outer.begin(), outer.end(), [&](WordRange whole) { return whole.covers(part); });
  });
}

bool is_verbal(const Word& word) { return word.upos == Upos::VERB || word.upos == Upos::AUX; }
bool is_nominal(const Word& word) {
  return word.upos == Upos::NOUN || word.upos == Upos::PROPN || word.upos == Upos::PRON || word.upos == Upos::NUM;
}

bool is_passive(const SpeechContext& context, std::uint32_t verb) {
  for (const auto c : context.tree.children(verb)) {
    const auto label = context.word(c).deprel;
    if (label == "aux:pass" || label == "nsubj:pass" || label == "csubj:pass") return true;
  }
  const auto& word = context.word(verb);
  return word.xpos == "VBN" && (base(word.deprel) == "acl" || word.deprel == "advcl") && !word.deprel.ends_with("relcl") &&
         subject_child(context, verb) == no_word;
}

std::string_view marker_of(const SpeechContext& context, std::uint32_t head) {
  for (const auto c : context.tree.children(head)) {
    const auto label = base(context.word(c).deprel);
    if (label == "case" || label == "mark") return context.word(c).lemma;
  }
  return {};
}

bool has_to(const SpeechContext& context, std::uint32_t verb) {
  for (const auto c : context.tree.children(verb))
    if (context.word(c).xpos == "TO" || (base(context.word(c).deprel) == "mark" && context.word(c).lemma == "to")) return true;
  return false;
}

bool has_negation(const SpeechContext& context, std::uint32_t word) {
  for (const auto c : context.tree.children(word)) {
    const auto& w = context.word(c);
    if ((base(w.deprel) == "advmod" || base(w.deprel) == "det" || base(w.deprel) == "cc") &&
        is_one_of(w.lemma, {"not", "n't", "n’t", "never", "no", "neither", "nor"}))
      return true;
    // `has yet to say`
    if (base(w.deprel) == "mark" && w.lemma == "to" && c > 0 && context.word(c - 1).lemma == "yet") return true;
  }
  return false;
}

bool is_nobody(const SpeechContext& context, std::uint32_t noun) {
  if (is_one_of(context.word(noun).lemma, {"nobody", "none", "neither", "no-one"})) return true;
  for (const auto c : context.tree.children(noun)) {
    const auto label = base(context.word(c).deprel);
    if (c < noun && (label == "det" || label == "cc") && is_one_of(context.word(c).lemma, {"no", "neither"})) return true;
  }
  return false;
}

std::int32_t agent_of(const SpeechContext& context, std::uint32_t verb) {
  std::uint32_t at = verb;
  for (int step = 0; step < steps_up; ++step) {
    if (const bool passive = is_passive(context, at); passive && step == 0) return agent_child(context, at);
    if (const auto subject = subject_child(context, at); subject != no_word) return subject;
    const auto& word = context.word(at);
    if (word.head == no_word) return no_word;
    const auto head = static_cast<std::uint32_t>(word.head);
    const auto label = base(word.deprel);
    if (label == "acl") return word.deprel == "acl:relcl" || is_nominal(context.word(head)) ? word.head : no_word;
    // `urged him to say`, `quoted him as saying`, and `forced Vega, whom they had questioned, to admit it`, by a tree that takes it for
    // what he was forced for: the object speaks.
    const auto& verb_above = context.word(head).lemma;
    const auto marker = label == "advcl" ? marker_of(context, at) : std::string_view{};
    if ((label == "xcomp" && verb_above != "promise") || marker == "as" ||
        (marker == "to" && is_one_of(verb_above, {"force", "compel", "prompt", "push", "press", "urge", "oblige", "lead", "cause"}))) {
      const auto object = child(context.reading, context.tree, head, "obj");
      if (object != no_word && object < static_cast<std::int32_t>(at)) return object;
    }
    if (!is_one_of(label, {"xcomp", "advcl", "conj", "parataxis", "ccomp", "dep", "appos"})) return no_word;
    if (label == "ccomp" && !is_one_of(word.xpos, {"VB", "VBG", "VBN"})) return no_word;
    at = head;
  }
  return no_word;
}

WordRange noun_phrase(const SpeechContext& context, std::uint32_t head) {
  WordRange range{head, head + 1};
  const auto sentence = context.sentence(head);
  std::uint32_t cut = sentence.last;
  for (const auto c : context.tree.children(head)) {
    const auto& word = context.word(c);
    const auto label = base(word.deprel);
    const bool outside = word.deprel == "acl:relcl" || is_one_of(label, {"parataxis", "advcl", "punct", "cop", "nsubj", "mark", "aux",
                                                                         "ccomp", "case", "advmod", "discourse", "obl"});
    if (!outside) continue;
    // `'s` of a possessor and prepositions stand at the edge: they are not who speaks
    const auto below = subtree(context.tree, c);
    if (label == "case" || label == "punct" || label == "advmod") {
      if (label == "case" && c > head) cut = std::min(cut, c);
      continue;
    }
    if (below.first > head) cut = std::min(cut, below.first);
  }
  for (const auto c : context.tree.children(head)) {
    const auto& word = context.word(c);
    const auto label = base(word.deprel);
    if (word.deprel == "acl:relcl" ||
        is_one_of(label, {"parataxis", "advcl", "punct", "cop", "nsubj", "mark", "aux", "ccomp", "case", "discourse", "obl", "cc:preconj"}))
      continue;
    if (label == "advmod" && c < head) continue;
    const auto below = subtree(context.tree, c);
    if (below.first < head) range.first = std::min(range.first, below.first);
    if (below.last > head + 1) range.last = std::max(range.last, std::min(below.last, cut));
  }
  range.first = std::max(range.first, sentence.first);
  range.last = std::min(range.last, sentence.last);
  while (range.last > head + 1 && context.word(range.last - 1).upos == Upos::PUNCT && context.word(range.last - 1).form != ")")
    --range.last;
  while (range.first < head && (context.word(range.first).upos == Upos::PUNCT || base(context.word(range.first).deprel) == "case"))
    ++range.first;
  return range;
}

WordRange source_phrase(const SpeechContext& context, std::uint32_t head) {
  const auto range = noun_phrase(context, head);
  const auto& word = context.word(head);
  if (!is_one_of(word.xpos, {"WP", "WDT"}) || word.head == no_word) return range;
  const auto& verb = context.word(word.head);
  if (base(verb.deprel) != "acl" || verb.head == no_word) return range;
  const auto antecedent = noun_phrase(context, static_cast<std::uint32_t>(verb.head));
  if (antecedent.last <= range.first && range.first - antecedent.last <= 3) return {antecedent.first, range.last};
  return range;
}

std::vector<WordRange> phrase_words(const SpeechContext& context, std::span<const std::uint32_t> heads,
                                    std::span<const std::uint32_t> without) {
  std::vector<std::uint32_t> open(heads.begin(), heads.end()), all;
  while (!open.empty()) {
    const auto at = open.back();
    open.pop_back();
    if (std::find(without.begin(), without.end(), at) != without.end()) continue;
    all.push_back(at);
    for (const auto c : context.tree.children(at)) open.push_back(c);
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  std::vector<WordRange> parts;
  for (const auto i : all) {
    if (!parts.empty()) {
      auto gap = parts.back().last;
      while (gap < i && context.word(gap).upos == Upos::PUNCT) ++gap;
      if (gap == i) {
        parts.back().last = i + 1;
        continue;
      }
    }
    parts.push_back({i, i + 1});
  }
  trim(context, parts);
  return parts;
}

void trim(const SpeechContext& context, std::vector<WordRange>& parts) {
  for (auto& part : parts) {
    auto keeps = [&](std::uint32_t i) {
      const auto& word = context.word(i);
      if (word.upos != Upos::PUNCT && word.upos != Upos::SYM) return true;
      if (is_one_of(word.form, {"$", "%", "#", "£", "€"})) return true;
      if (word.form == "(")
        return std::any_of(context.reading.words.begin() + i, context.reading.words.begin() + part.last,
                           [](const Word& w) { return w.form == ")"; });
      if (word.form == ")")
        return std::any_of(context.reading.words.begin() + part.first, context.reading.words.begin() + i,
                           [](const Word& w) { return w.form == "("; });
      if (const auto q = context.quotation_of[i]; q >= 0) {
        const auto& quotation = context.quotations[static_cast<std::size_t>(q)];
        return part.covers(quotation.words);
      }
      return false;
    };
    while (part.first < part.last && !keeps(part.last - 1)) --part.last;
    while (part.first < part.last && !keeps(part.first)) ++part.first;
    // marks around what a part holds in full belong to it
    if (part.empty()) continue;
    if (part.first > 0) {
      if (const auto q = context.quotation_of[part.first - 1]; q >= 0) {
        const auto& quotation = context.quotations[static_cast<std::size_t>(q)];
        if (quotation.opened && quotation.words.first == part.first - 1 && part.last >= quotation.inside().last)
          part.first = quotation.words.first;
      }
    }
    if (part.last < context.quotation_of.size()) {
      auto end = part.last;
      while (end < context.quotation_of.size() && end < part.last + 2 && context.word(end).upos == Upos::PUNCT &&
             !is_quotation_mark(context.word(end)))
        ++end;
      if (end < context.quotation_of.size()) {
        if (const auto q = context.quotation_of[end]; q >= 0) {
          const auto& quotation = context.quotations[static_cast<std::size_t>(q)];
          if (quotation.closed && quotation.words.last == end + 1 && quotation.words.first >= part.first) part.last = end + 1;
        }
      }
    }
  }
  std::erase_if(parts, [](WordRange part) { return part.empty(); });
}

WordRange cue_phrase(const SpeechContext& context, std::uint32_t cue) {
  WordRange range{cue, cue + 1};
  for (const auto c : context.tree.children(cue)) {
    const auto& word = context.word(c);
    const auto label = base(word.deprel);
    const bool part = label == "aux" || (label == "advmod" && is_one_of(word.lemma, {"not", "n't", "never"})) || label == "cop";
    if (part && c < cue && cue - c <= 5) range.first = std::min(range.first, c);
    if (word.deprel == "compound:prt" && c > cue && c - cue <= 2) range.last = std::max(range.last, c + 1);
  }
  // what stands between the auxiliary and the verb must be adverbs: `did she say` is no cue of three words
  for (auto i = range.first; i < cue; ++i) {
    const auto tag = context.word(i).upos;
    if (tag != Upos::AUX && tag != Upos::ADV && tag != Upos::PART && tag != Upos::VERB) {
      range.first = i + 1;
    }
  }
  return range;
}

}  // namespace demarche
