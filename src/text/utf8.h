// UTF-8: repair, iterate, classify (by ICU), and count.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// A copy in which every invalid byte sequence is U+FFFD; `replaced` counts them.
std::string repair_utf8(std::string_view bytes, std::size_t& replaced);

// The code point that starts at `at` (which must be valid UTF-8 and inside of the text); moves `at` behind it.
char32_t next_code_point(std::string_view text, std::size_t& at);
// The code point that ends before `at`; moves `at` to its start.
char32_t previous_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t code_point);

// `Ã±`, for `ñ`: the letter at `at` whose two bytes were once taken for two letters, and its length in bytes; 0 where there is none.
std::size_t misread_letter(std::string_view text, std::size_t at, char32_t& letter);

bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_digit(char32_t c);
bool is_space(char32_t c);        // Unicode White_Space, no-break space too
bool is_punctuation(char32_t c);  // P* and S*

std::string lower(std::string_view text);  // full Unicode lower case, root locale
std::string upper(std::string_view text);

// Byte offsets to code point offsets of one text, by a sparse index: O(1) per question.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  std::uint32_t code_points_before(std::uint32_t byte) const;

 private:
  std::string_view text_;
  bool ascii_;
  std::vector<std::uint32_t> every_64_bytes_;
};

}  // namespace demarche
