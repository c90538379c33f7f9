// Any bytes as CoNLL-U: refused with a message that names a line, or read into a consistent document that is written and read again alike.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "reader/conllu.h"
#include "reader/tree.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const demarche::GivenDocument& given) {
  const demarche::Reading& reading = given.reading;
  require(given.comments.size() == reading.sentences.size());
  std::uint32_t next = 0;
  for (std::uint32_t s = 0; s < reading.sentences.size(); ++s) {
    const demarche::Sentence& sentence = reading.sentences[s];
    require(sentence.words.first == next && !sentence.words.empty() && sentence.block < given.document.blocks.size());
    next = sentence.words.last;
    for (std::uint32_t i = sentence.words.first; i < sentence.words.last; ++i) {
      const demarche::Word& word = reading.words[i];
      require(word.sentence == s && !word.form.empty() && word.span.end <= given.document.text.size());
      require(given.document.blocks[sentence.block].span.covers(word.span));
      require(word.head == demarche::no_word || sentence.words.contains(static_cast<std::uint32_t>(word.head)));
    }
  }
  require(next == reading.words.size());
  const demarche::Tree tree(reading);
  for (std::uint32_t i = 0; i < reading.words.size() && i < 16; ++i) demarche::subtree(tree, i);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<demarche::GivenDocument> documents;
  try {
    documents = demarche::read_conllu({reinterpret_cast<const char*>(data), size});
  } catch (const std::runtime_error& error) {
    require(std::string_view(error.what()).starts_with("line "));
    return 0;
  }
  for (const demarche::GivenDocument& given : documents) {
    check(given);
    std::ostringstream out, again;
    write_conllu(out, given.document, given.reading, given.comments);
    const auto read = demarche::read_conllu(out.str());
    require(read.size() == 1);
    check(read[0]);
    write_conllu(again, read[0].document, read[0].reading, read[0].comments);
    require(read[0].reading.words.size() == given.reading.words.size());
    require(out.str() == again.str());
  }
  return 0;
}
