#include "text/utf8.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace demarche {

std::string repair_utf8(std::string_view bytes, std::size_t& replaced) {
  replaced = 0;
  std::string out;
  out.reserve(bytes.size());
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto length = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t at = 0; at < length;) {
    const std::int64_t start = at;
    UChar32 c;
    U8_NEXT(data, at, length, c);
    if (c < 0) {
      out += "\xEF\xBF\xBD";
      ++replaced;
    } else {
      out.append(bytes.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start)));
    }
  }
  return out;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<char32_t>(static_cast<unsigned char>(text[i])) & 0x3F : 0; };
  const auto first = static_cast<unsigned char>(text[at]);
  char32_t c;
  if (first < 0x80) {
    c = first;
    at += 1;
  } else if (first < 0xE0) {
    c = (first & 0x1Fu) << 6 | byte(at + 1);
    at += 2;
  } else if (first < 0xF0) {
    c = (first & 0x0Fu) << 12 | byte(at + 1) << 6 | byte(at + 2);
    at += 3;
  } else {
    c = (first & 0x07u) << 18 | byte(at + 1) << 12 | byte(at + 2) << 6 | byte(at + 3);
    at += 4;
  }
  at = std::min(at, text.size());
  return c;
}

char32_t previous_code_point(std::string_view text, std::size_t& at) {
  std::size_t start = at - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
  std::size_t forward = start;
  const char32_t c = next_code_point(text, forward);
  at = start;
  return c;
}

std::size_t misread_letter(std::string_view text, std::size_t at, char32_t& letter) {
  const std::string_view rest = text.substr(at);
  const std::size_t first = rest.starts_with("\u00C3") ? 2 : rest.starts_with("A\u0303") ? 3 : 0;
  if (first == 0 || rest.size() < first + 2 || rest[first] != '\xC2') return 0;
  const auto second = static_cast<unsigned char>(rest[first + 1]);
  if (second <= 0xA0) return 0;
  letter = 0xC0 + (second - 0x80);
  return first + 2;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)); }
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c)); }
bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)); }
bool is_digit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)); }
bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)); }
bool is_punctuation(char32_t c) { return (U_MASK(u_charType(static_cast<UChar32>(c))) & (U_GC_P_MASK | U_GC_S_MASK)) != 0; }

namespace {

template <class Change>
std::string changed(std::string_view text, Change change) {
  auto unicode = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  change(unicode);
  std::string out;
  unicode.toUTF8String(out);
  return out;
}

bool all_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::string lower(std::string_view text) {
  if (all_ascii(text)) {
    std::string out(text);
    for (char& c : out)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return out;
  }
  return changed(text, [](icu::UnicodeString& s) { s.toLower(icu::Locale::getRoot()); });
}

std::string upper(std::string_view text) {
  return changed(text, [](icu::UnicodeString& s) { s.toUpper(icu::Locale::getRoot()); });
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text), ascii_(all_ascii(text)) {
  if (ascii_) return;
  every_64_bytes_.reserve(text.size() / 64 + 1);
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % 64 == 0) every_64_bytes_.push_back(count);
    count += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
  }
  every_64_bytes_.push_back(count);
}

std::uint32_t CodePointIndex::code_points_before(std::uint32_t byte) const {
  if (ascii_ || byte == 0) return std::min<std::uint32_t>(byte, static_cast<std::uint32_t>(text_.size()));
  if (byte >= text_.size()) return every_64_bytes_.back();
  std::uint32_t count = every_64_bytes_[byte / 64];
  for (std::size_t i = byte / 64 * 64; i < byte; ++i) count += (static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80;
  return count;
}

}  // namespace demarche
