#include "petrarch/lines.h"

#include "text/utf8.h"

namespace demarche::petrarch {
namespace {

constexpr std::string_view blanks = " \t\r\n\f\v";

std::string_view without_comment(std::string_view line) {
  bool bracketed = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '[') bracketed = true;
    if (line[i] == ']') bracketed = false;
    if (line[i] == '#' && !bracketed) return line.substr(0, i);
    if (line.substr(i).starts_with("<!--") || line.substr(i).starts_with("<! --")) return line.substr(0, i);
  }
  return line;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::vector<std::string_view> blank_separated(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(blanks, end);
  }
  return parts;
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  std::size_t number = 0;
  bool comment = false;  // inside of a comment of several lines
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (comment) {
      const std::size_t close = line.find("-->");
      if (close == std::string_view::npos) continue;
      comment = false;
      line.remove_prefix(close + 3);
    }
    const std::size_t open = line.find("<!--");
    if (open != std::string_view::npos && line.find("-->", open) == std::string_view::npos) comment = true;
    const std::string_view content = trimmed(without_comment(line));
    if (!content.empty()) lines.push_back({number, content});
  }
  return lines;
}

void warn(Warnings& warnings, const std::filesystem::path& path, const Line& line, std::string_view what) {
  warnings.push_back(path.string() + ':' + std::to_string(line.number) + ": " + std::string(what));
}

bool take_brackets(std::string_view text, char open, char close, std::string& outside, std::vector<std::string>& inside) {
  outside.clear();
  while (!text.empty()) {
    const std::size_t first = text.find(open);
    if (first == std::string_view::npos) {
      outside += text;
      return true;
    }
    const std::size_t last = text.find(close, first);
    if (last == std::string_view::npos) {
      outside += text.substr(0, first);
      return false;
    }
    outside += text.substr(0, first);
    outside += ' ';
    inside.emplace_back(trimmed(text.substr(first + 1, last - first - 1)));
    text.remove_prefix(last + 1);
  }
  return true;
}

}  // namespace demarche::petrarch
