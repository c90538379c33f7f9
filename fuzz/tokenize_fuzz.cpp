// Any bytes as a document: every character that is no blank is in exactly one word, in order, and what the header promises holds.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "reader/characters.h"
#include "reader/conllu.h"
#include "reader/tokenize.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace demarche;
  std::size_t replaced = 0;
  Document document;
  document.text = repair_utf8({reinterpret_cast<const char*>(data), size}, replaced);
  const std::string& text = document.text;
  // Blocks end at line ends.
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    document.blocks.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}});
    at = end + 1;
  }
  Reading reading;
  tokenize(document, reading);

  const auto only_blanks = [&](std::size_t at, std::size_t end) {
    while (at < end) {
      const char32_t c = next_code_point(text, at);
      if (c >= 0x80 ? !is_blank(c) : ascii_classes[c] != CharacterClass::space) return false;
    }
    return at == end;
  };
  std::size_t at = 0;
  for (std::uint32_t i = 0; i < reading.words.size(); ++i) {
    const Word& word = reading.words[i];
    require(!word.span.empty() && word.span.begin >= at && word.span.end <= text.size());
    require(only_blanks(at, word.span.begin));
    require(word.form == std::string_view(text).substr(word.span.begin, word.span.size()));
    require(word.space_before == (i == 0 || word.span.begin > at || reading.sentences[word.sentence].words.first == i));
    require(reading.sentences[word.sentence].words.contains(i));
    boundary_before(reading, i);
    at = word.span.end;
  }
  require(only_blanks(at, text.size()));

  // What is written can be read again, and has the same words.
  std::ostringstream out;
  write_conllu(out, document, reading, {});
  const auto again = read_conllu(out.str());
  std::size_t words = 0;
  for (const GivenDocument& given : again) words += given.reading.words.size();
  require(words == reading.words.size());
  return 0;
}
