#include "document/lines.h"

#include <algorithm>
#include <optional>

#include "text/utf8.h"

namespace demarche {
namespace {

// White space, control characters, and what has no width: nothing that a reader sees.
bool is_invisible(char32_t c) {
  return c < 0x21 || c == 0x7F || (c > 0x7F && (is_space(c) || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || (c >= 0x80 && c < 0xA0)));
}

// The length in bytes of the line break at `at`, or 0.
std::size_t line_break(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\r') return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
  if (c == '\n' || c == '\f' || c == '\v') return 1;
  if (c == '\xE2' && (text.substr(at, 3) == "\xE2\x80\xA8" || text.substr(at, 3) == "\xE2\x80\xA9")) return 3;
  return 0;
}

std::uint32_t code_points(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::optional<Line> trimmed_line(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t start = begin;
  while (begin < end) {
    std::size_t next = begin;
    if (!is_invisible(next_code_point(text, next))) break;
    begin = std::min(next, end);
  }
  if (begin == end) return std::nullopt;
  while (end > begin) {
    std::size_t previous = end;
    if (!is_invisible(previous_code_point(text, previous))) break;
    end = previous;
  }
  Line line;
  line.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  line.indented = begin > start && text[start] != '\xEF';
  line.length = code_points(text.substr(begin, end - begin));
  return line;
}

std::string_view first_word(std::string_view line) { return line.substr(0, line.find_first_of(" \t")); }

constexpr std::uint32_t widest_column = 100;

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  bool blank = true;
  const auto add = [&](std::size_t begin, std::size_t end) {
    if (auto line = trimmed_line(text, begin, end)) {
      line->after_blank = blank;
      blank = false;
      lines.push_back(*line);
    } else {
      blank = true;
    }
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = line_break(text, at);
    if (length == 0) {
      ++at;
      continue;
    }
    add(begin, at);
    at += length;
    begin = at;
  }
  add(begin, text.size());
  return lines;
}

std::vector<Paragraph> join_wrapped_lines(std::string_view text, const std::vector<Line>& lines) {
  const auto view = [&](const Line& line) { return text.substr(line.span.begin, line.span.size()); };
  // Who breaks lines at a width breaks each where the next word would not have fitted any more, mostly in the middle of sentences.
  std::uint32_t width = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    if (!lines[i + 1].after_blank) width = std::max(width, lines[i].length);
  const auto is_full = [&](std::size_t i) { return lines[i].length + 1 + code_points(first_word(view(lines[i + 1]))) > width; };
  std::size_t pairs = 0, full = 0, in_mid_sentence = 0;
  if (width >= 30 && width <= widest_column) {
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      if (lines[i + 1].after_blank) continue;
      ++pairs;
      if (!is_full(i)) continue;
      ++full;
      in_mid_sentence += !ends_sentence(view(lines[i]));
    }
  }
  const bool wrapped = full >= 2 && full * 2 >= pairs && in_mid_sentence * 2 >= full;
  const auto joins_next = [&](std::size_t i) {
    const Line& next = lines[i + 1];
    if (next.after_blank || (next.indented && !lines[i].indented)) return false;
    if (wrapped && is_full(i)) return true;
    return lines[i].length >= 40 && lines[i].length <= widest_column && !ends_sentence(view(lines[i])) && starts_with_lower(view(next));
  };

  std::vector<Paragraph> paragraphs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Paragraph paragraph{lines[i].span, lines[i].after_blank, false, 1};
    while (i + 1 < lines.size() && joins_next(i)) {
      ++i;
      ++paragraph.lines;
      paragraph.span.end = lines[i].span.end;
    }
    paragraph.before_blank = i + 1 == lines.size() || lines[i + 1].after_blank;
    paragraphs.push_back(paragraph);
  }
  return paragraphs;
}

std::string plain(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_invisible(c)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (c < 0x80) {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
    } else if (c == 0x2018 || c == 0x2019) {
      out += '\'';
    } else if (c == 0x201C || c == 0x201D) {
      out += '"';
    } else if (c >= 0x2010 && c <= 0x2015) {
      out += '-';
    } else {
      append_utf8(out, c);
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r') {
      ++at;
      continue;
    }
    const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

bool ends_sentence(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0) {
    std::size_t at = end;
    const char32_t c = previous_code_point(text, at);
    if (c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026) return true;
    if (c != '"' && c != '\'' && c != ')' && c != ']' && c != 0x2019 && c != 0x201D && c != 0xBB) return false;
    end = at;
  }
  return false;
}

bool starts_with_lower(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_lower(next_code_point(text, at));
}

}  // namespace demarche
