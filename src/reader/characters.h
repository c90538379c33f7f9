// Classes of characters as the tokenizer needs them: a table for ASCII, ICU for the rest.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/utf8.h"

namespace demarche {

enum class CharacterClass : std::uint8_t { space, letter, digit, other };

inline constexpr std::array<CharacterClass, 128> ascii_classes = [] {
  std::array<CharacterClass, 128> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c) {
    if (c <= ' ' || c == 0x7F)
      classes[c] = CharacterClass::space;  // control characters divide words as blanks do
    else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
      classes[c] = CharacterClass::letter;
    else if (c >= '0' && c <= '9')
      classes[c] = CharacterClass::digit;
    else
      classes[c] = CharacterClass::other;
  }
  return classes;
}();

inline bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
inline CharacterClass ascii_class(char c) { return ascii_classes[static_cast<unsigned char>(c) & 0x7F]; }
inline bool ascii_letter(char c) { return is_ascii(c) && ascii_class(c) == CharacterClass::letter; }
inline bool ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool ascii_alnum(char c) { return ascii_letter(c) || ascii_digit(c); }
inline bool ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
inline char to_ascii_lower(char c) { return ascii_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }

// `text[at]`, or 0 behind the end.
inline char byte_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

// White space, and what has no width and says nothing of the words: zero-width space, word joiner, marks of direction, byte order mark.
inline bool is_blank(char32_t c) {
  return is_space(c) || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || c == 0x2060 ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

// Letters, digits, marks and whatever else is neither white space nor punctuation nor a symbol. U+FFFD stands for a letter that was lost.
inline bool is_word_character(char32_t c) {
  if (c < 0x80) return ascii_classes[c] == CharacterClass::letter || ascii_classes[c] == CharacterClass::digit;
  return c == 0xFFFD || !(is_blank(c) || is_punctuation(c));
}
inline bool word_character_at(std::string_view text, std::size_t at) {
  return at < text.size() && (is_ascii(text[at]) ? ascii_alnum(text[at]) : is_word_character(next_code_point(text, at)));
}
inline bool letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && (is_ascii(text[at]) ? ascii_letter(text[at]) : is_letter(next_code_point(text, at)));
}
inline bool upper_at(std::string_view text, std::size_t at) {
  return at < text.size() && (is_ascii(text[at]) ? ascii_upper(text[at]) : is_upper(next_code_point(text, at)));
}

// Bytes of the apostrophe at this place: `'`, `’`, `‘`, `ʼ`, `´`, a backtick; 0 where there is none.
inline std::size_t apostrophe_at(std::string_view text, std::size_t at) {
  const char c = byte_at(text, at);
  if (c == '\'' || c == '`') return 1;
  if (is_ascii(c)) return 0;
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("’") || rest.starts_with("‘")) return 3;
  if (rest.starts_with("ʼ") || rest.starts_with("´")) return 2;
  return 0;
}

}  // namespace demarche
