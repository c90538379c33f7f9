#include "reader/tokenize.h"

namespace demarche {

void mark_quoted(Reading& reading) {
  std::uint32_t block = 0;
  bool inside = false;
  for (const Sentence& sentence : reading.sentences) {
    if (sentence.block != block) inside = false;
    block = sentence.block;
    for (std::uint32_t i = sentence.words.first; i < sentence.words.last; ++i) {
      Word& word = reading.words[i];
      const std::string_view form = word.form;
      word.quoted = true;
      if (form == "\"") {
        inside = !inside;
      } else if (form == "''" && !inside) {
        // Many archives write “ and ” alike as two apostrophes: one that is joined to the word behind it opens.
        inside = i + 1 < sentence.words.last && !reading.words[i + 1].space_before;
      } else if (form == "“" || form == "``" || form == "«") {
        inside = true;
      } else if (form == "”" || form == "''" || form == "»") {
        inside = false;
      } else {
        word.quoted = inside;
      }
    }
  }
}

}  // namespace demarche
