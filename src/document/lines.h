// Lines of a text as a scraper left it, and their words in a plain form that phrases can be compared with.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace demarche {

// A line that is not blank, white space (byte-order marks and control characters too) taken off at both ends.
struct Line {
  Span span;
  bool after_blank = false;  // a blank line, or the start of the text, stands before it
  bool indented = false;
  std::uint32_t length = 0;  // in code points
};

std::vector<Line> split_lines(std::string_view text);

// Lines that one paragraph was broken into to fit a width are put together: a run of text of one or more lines.
struct Paragraph {
  Span span;
  bool after_blank = false;
  bool before_blank = false;  // a blank line, or the end of the text, stands behind it
  std::uint32_t lines = 1;
};

std::vector<Paragraph> join_wrapped_lines(std::string_view text, const std::vector<Line>& lines);

// Lower case, runs of white space as one blank, typographic quotation marks and dashes as ASCII's.
std::string plain(std::string_view text);
std::vector<std::string_view> split_words(std::string_view text);  // at ASCII blanks

// Does the text end as a sentence may end: `.`, `!`, `?`, `…`, `:`, closing quotation marks and brackets behind them left aside?
bool ends_sentence(std::string_view text);
bool starts_with_lower(std::string_view text);

}  // namespace demarche
