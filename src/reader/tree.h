// Walks over dependency trees that every rule needs. All functions take indices in `Reading::words` and return them.
#pragma once

#include <string_view>
#include <vector>

#include "reader/reading.h"

namespace demarche {

// Children of every word, in text order, in one allocation: build once per document, ask often.
class Tree {
 public:
  explicit Tree(const Reading& reading);
  struct Children {
    const std::uint32_t* first;
    const std::uint32_t* last;
    const std::uint32_t* begin() const { return first; }
    const std::uint32_t* end() const { return last; }
    bool empty() const { return first == last; }
  };
  Children children(std::uint32_t word) const;

 private:
  std::vector<std::uint32_t> offsets_, children_;
};

// A common noun or a name.
inline bool is_noun(const Word& word) { return word.upos == Upos::NOUN || word.upos == Upos::PROPN; }
// Has the head a dependent in the sentence that fits (by its number)? For trees that are still being mended, of which no Tree is built.
template <class Fits>
bool has_dependent(const Reading& reading, WordRange sentence, std::uint32_t head, Fits fits) {
  for (auto i = sentence.first; i < sentence.last; ++i)
    if (reading.words[i].head == static_cast<std::int32_t>(head) && fits(i)) return true;
  return false;
}
// The label without its subtype: `nsubj` of `nsubj:pass`.
std::string_view base(std::string_view deprel);
// `Past` for feature(word, "Tense"); empty where the word has no such feature.
std::string_view feature(const Word& word, std::string_view name);
// First child with exactly this label, or with this base label if `deprel` has no subtype; no_word if none.
std::int32_t child(const Reading& reading, const Tree& tree, std::uint32_t word, std::string_view deprel);
// Is `word` below `ancestor`, or the same?
bool dominates(const Reading& reading, std::uint32_t ancestor, std::uint32_t word);
// First and one past the last word of the word's subtree (which may hold words of others where the tree crosses itself).
WordRange subtree(const Tree& tree, std::uint32_t word);
// The word in `words` whose head lies outside of them (the first, if several).
std::uint32_t head_of(const Reading& reading, WordRange words);
// From the first word's first byte to the last word's last byte.
Span span_of(const Reading& reading, WordRange words);

}  // namespace demarche
