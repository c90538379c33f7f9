// Sentences of tests as trees by hand: form, Penn tag, head from 1 (0 for the root), label.
#pragma once

#include <string_view>
#include <vector>

#include "reader/reading.h"

namespace demarche {

struct Given {
  std::string_view form, xpos;
  std::int32_t head;
  std::string_view deprel;
};

// One sentence, whose lemmas are the forms and whose tags follow from the Penn tags.
inline Reading reading_of(const std::vector<Given>& given) {
  Reading reading;
  for (const Given& g : given) {
    Word word;
    word.form = word.lemma = g.form;
    word.xpos = g.xpos;
    word.upos = g.xpos.starts_with("VB") && !g.deprel.starts_with("aux") ? Upos::VERB
                : g.xpos.starts_with("NNP")                              ? Upos::PROPN
                : g.xpos.starts_with("NN")                               ? Upos::NOUN
                : g.xpos == "CD"                                         ? Upos::NUM
                                                                         : Upos::X;
    word.head = g.head == 0 ? no_word : g.head - 1;
    word.deprel = g.deprel;
    reading.words.push_back(word);
  }
  reading.sentences.push_back({{0, static_cast<std::uint32_t>(reading.words.size())}, 0});
  return reading;
}

}  // namespace demarche
