#include "reader/wordpiece.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>

#include "text/utf8.h"

namespace demarche {
namespace {

constexpr std::size_t longest_part = 100;  // code points; longer ones are [UNK]

bool is_ascii_punctuation(char32_t c) {
  return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
}

// Is the character of one of these general categories (a mask), as Hugging Face's tables have it? They are those of Unicode 8: what came
// later has no category there, so that it stays in the word (which becomes [UNK]).
bool is_of(char32_t c, std::uint32_t categories) {
  const auto character = static_cast<UChar32>(c);
  if ((U_MASK(u_charType(character)) & categories) == 0) return false;
  UVersionInfo age;
  u_charAge(character, age);
  return age[0] <= 8;
}

bool splits(char32_t c) { return c < 128 ? is_ascii_punctuation(c) : is_of(c, U_GC_P_MASK); }

bool is_cjk(char32_t c) {
  // 2B920 is 2B820 in BERT; it is Hugging Face's slip that the network was trained with.
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2A6DF) || (c >= 0x2A700 && c <= 0x2B73F) ||
         (c >= 0x2B740 && c <= 0x2B81F) || (c >= 0x2B920 && c <= 0x2CEAF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

// What BERT's normaliser throws away: NUL, U+FFFD and control characters (also those of format and private ones), but white space.
bool is_removed(char32_t c) {
  if (c == '\t' || c == '\n' || c == '\r') return false;
  return c == 0 || c == 0xFFFD || is_of(c, U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK | U_GC_CS_MASK);
}

bool is_blank(char32_t c) { return c == '\t' || c == '\n' || c == '\r' || u_isUWhiteSpace(static_cast<UChar32>(c)); }

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Lower case, without accents, Chinese characters between blanks.
std::string normalised(std::string_view word) {
  std::string out;
  if (is_ascii(word)) {
    for (const char c : word) {
      if (is_removed(static_cast<unsigned char>(c))) continue;
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return out;
  }
  icu::UnicodeString cleaned;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if (is_removed(c)) continue;
    const bool alone = is_cjk(c);
    if (alone) cleaned.append(u' ');
    cleaned.append(is_blank(c) ? UChar32{' '} : static_cast<UChar32>(c));
    if (alone) cleaned.append(u' ');
  }
  UErrorCode status = U_ZERO_ERROR;
  const auto* decomposer = icu::Normalizer2::getNFDInstance(status);
  const icu::UnicodeString decomposed = U_SUCCESS(status) ? decomposer->normalize(cleaned, status) : cleaned;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    // Character by character: a sigma at a word's end is no other than one within.
    if (!is_of(static_cast<char32_t>(c), U_GC_MN_MASK)) append_utf8(out, static_cast<char32_t>(u_tolower(c)));
  }
  return out;
}

}  // namespace

WordPieces::WordPieces(std::string_view vocabulary) {
  std::int64_t id = 0;
  for (std::size_t at = 0; at < vocabulary.size(); ++id) {
    const std::size_t end_of_line = std::min(vocabulary.find('\n', at), vocabulary.size());
    std::string_view piece = vocabulary.substr(at, end_of_line - at);
    at = end_of_line + 1;
    if (piece.ends_with('\r')) piece.remove_suffix(1);
    if (piece.size() > 2 && piece.starts_with("##")) {
      continuations_.emplace(piece.substr(2), id);
    } else {
      starts_.emplace(piece, id);
    }
  }
  const auto special = [&](std::string_view name) {
    const auto found = starts_.find(name);
    if (found == starts_.end()) throw std::runtime_error("has no piece " + std::string(name));
    return found->second;
  };
  unknown = special("[UNK]");
  begin = special("[CLS]");
  end = special("[SEP]");
}

void WordPieces::append_part(std::string_view part, std::vector<std::int64_t>& ids) const {
  std::size_t code_points = 0;
  for (const char c : part) code_points += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  if (code_points > longest_part) {
    ids.push_back(unknown);
    return;
  }
  const std::size_t before = ids.size();
  for (std::size_t at = 0; at < part.size();) {
    const Ids& known = at == 0 ? starts_ : continuations_;
    std::size_t length = part.size() - at;
    auto found = known.find(part.substr(at, length));
    while (found == known.end() && length > 1) {
      do --length;
      while (length > 1 && (static_cast<unsigned char>(part[at + length]) & 0xC0) == 0x80);
      found = known.find(part.substr(at, length));
    }
    if (found == known.end()) {
      ids.resize(before);
      ids.push_back(unknown);
      return;
    }
    ids.push_back(found->second);
    at += length;
  }
}

void WordPieces::append(std::string_view word, std::size_t most, std::vector<std::int64_t>& ids) const {
  const std::size_t before = ids.size();
  // The common case: an ASCII word of letters and digits that is a piece by itself.
  constexpr std::size_t short_word = 32;
  bool plain = word.size() <= short_word;
  char lowered[short_word];
  for (std::size_t i = 0; plain && i < word.size(); ++i) {
    const char c = word[i];
    plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    lowered[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  if (plain) {
    append_part(std::string_view(lowered, word.size()), ids);
  } else {
    // Nothing beyond this can matter for `most` pieces of a word, each of 100 code points at most.
    const std::size_t enough = 8192;
    if (word.size() > enough) {
      std::size_t cut = enough;
      while ((static_cast<unsigned char>(word[cut]) & 0xC0) == 0x80) --cut;
      word = word.substr(0, cut);
    }
    const std::string text = normalised(word);
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t here = at;
      const char32_t c = next_code_point(text, at);
      const bool blank = is_blank(c);
      if (!blank && !splits(c)) continue;
      if (here > start) append_part(std::string_view(text).substr(start, here - start), ids);
      if (!blank) append_part(std::string_view(text).substr(here, at - here), ids);
      start = at;
    }
    if (start < text.size()) append_part(std::string_view(text).substr(start), ids);
  }
  if (ids.size() == before) ids.push_back(unknown);
  if (ids.size() > before + most) ids.resize(before + most);
}

}  // namespace demarche
