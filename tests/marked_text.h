// Tables of sentences in which what a test looks for stands in brackets: `The envoy left [Kyiv|UKR] for [Warsaw|POL].`
#pragma once

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "text/span.h"
#include "text/table.h"

namespace demarche {

struct MarkedPart {
  Span span;                        // bytes of the text
  std::vector<std::string> fields;  // what stands behind the words, divided by |
};

struct MarkedText {
  std::size_t line = 0;
  std::vector<std::string> columns;  // before the text, divided by tabs
  std::string text;                  // without the marks
  std::vector<MarkedPart> parts;
};

// Lines that are empty or begin with # are left out. Throws std::runtime_error where the file is missing or a line has too few columns or a
// bracket that is not closed.
inline std::vector<MarkedText> read_marked_texts(const std::filesystem::path& path, std::size_t columns) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("no file " + path.string());
  std::vector<MarkedText> texts;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    const auto wrong = [&](const std::string& what) {
      return std::runtime_error(path.string() + ":" + std::to_string(number) + ": " + what);
    };
    MarkedText text;
    text.line = number;
    std::size_t at = 0;
    while (text.columns.size() < columns) {
      const std::size_t tab = line.find('\t', at);
      if (tab == std::string::npos) throw wrong("too few columns");
      text.columns.push_back(line.substr(at, tab - at));
      at = tab + 1;
    }
    for (; at < line.size(); ++at) {
      if (line[at] != '[') {
        text.text += line[at];
        continue;
      }
      const std::size_t close = line.find(']', at);
      if (close == std::string::npos) throw wrong("[ without ]");
      auto fields = split_list(line.substr(at + 1, close - at - 1), '|');
      if (fields.size() < 2) throw wrong("nothing stands behind the marked words");
      MarkedPart part;
      part.span.begin = static_cast<std::uint32_t>(text.text.size());
      text.text += fields.front();
      part.span.end = static_cast<std::uint32_t>(text.text.size());
      fields.erase(fields.begin());
      part.fields = std::move(fields);
      text.parts.push_back(std::move(part));
      at = close;
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace demarche
