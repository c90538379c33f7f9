// Quotations: stretches between quotation marks, also where a mark is missing and where they run over paragraphs.
#pragma once

#include <cstdint>
#include <vector>

#include "reader/reading.h"

namespace demarche {

struct Quotation {
  WordRange words;          // with the marks that are there
  std::uint32_t block = 0;  // index in Document::blocks; a quotation that runs over paragraphs is one quotation in each
  bool opened = true;       // its opening mark stands there
  bool closed = true;       // its closing mark stands there
  bool continues = false;   // not closed, and the next paragraph opens again: the same speech
  bool utterance = false;   // somebody's whole sentences, not some quoted words of them
  bool title = false;       // written as titles are: “A Year at Sea,”
  WordRange inside() const { return {words.first + (opened ? 1u : 0u), words.last - (closed ? 1u : 0u)}; }
};

// In text order, not overlapping; marks inside of other quotations are part of those.
std::vector<Quotation> find_quotations(const Reading& reading);

// Words of each block that has any: [first word, last word), in order. A sentence never runs over a block's end.
struct BlockWords {
  std::uint32_t block = 0;
  WordRange words;
  std::uint32_t first_sentence = 0, last_sentence = 0;  // [first, last)
};
std::vector<BlockWords> blocks_of(const Reading& reading);

bool is_quotation_mark(const Word& word);

}  // namespace demarche
