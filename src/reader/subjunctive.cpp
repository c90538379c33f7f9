#include "reader/subjunctive.h"

#include <algorithm>

#include "text/words.h"

namespace demarche {

bool is_bare_form(const Reading& reading, const Tree& tree, std::uint32_t verb) {
  const Word& word = reading.words[verb];
  if (word.upos != Upos::VERB || word.xpos == "VBZ" || ascii_lowered(word.form) != word.lemma) return false;
  for (const auto c : tree.children(verb))
    if (const auto label = base(reading.words[c].deprel); label == "aux" || label == "cop") return false;
  return !is_one_of(word.lemma, {"put",  "cut", "set", "hit",   "let",  "shut", "cost", "hurt", "quit",  "spread",   "split",
                                 "beat", "bet", "bid", "burst", "cast", "rid",  "shed", "read", "upset", "broadcast"});
}

bool is_subjunctive(const Reading& reading, const Tree& tree, std::uint32_t clause) {
  bool that = false, bare_be = false, third_singular = false;
  for (const auto c : tree.children(clause)) {
    const Word& word = reading.words[c];
    const auto label = base(word.deprel);
    const auto form = ascii_lowered(word.form);
    if (label == "aux" && form != "be") return false;
    that |= is_one_of(label, {"mark", "case"}) && form == "that";
    bare_be |= label == "aux";
    if (label != "nsubj") continue;
    third_singular |= is_one_of(form, {"he", "she", "it"});
    // One person or country; not `that the police want`, `that a number of them want`.
    const bool one = (word.xpos == "NNP" && !word.form.ends_with("s")) || word.xpos == "NN";
    const auto below = tree.children(c);
    third_singular |= one && reading.words[clause].xpos == "VB" && !is_one_of(word.lemma, {"police", "people", "staff"}) &&
                      std::none_of(below.begin(), below.end(), [&](std::uint32_t other) {
                        return is_one_of(base(reading.words[other].deprel), {"conj", "nmod"}) && other > c;
                      });
  }
  return that && (bare_be || (third_singular && is_bare_form(reading, tree, clause)));
}

}  // namespace demarche
