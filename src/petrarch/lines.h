// Lines of dictionaries: comments taken off, numbered. Inside of petrarch/ only.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "petrarch/dictionaries.h"

namespace demarche::petrarch {

struct Line {
  std::size_t number = 0;  // from 1
  std::string_view text;   // without comment and outer white space; never empty
};
// `#` begins a comment outside of square brackets, `<!--` a comment up to `-->` or the line's end.
std::vector<Line> lines_of(std::string_view text);

void warn(Warnings& warnings, const std::filesystem::path& path, const Line& line, std::string_view what);

// What stands in square brackets, in order, trimmed; `text` becomes what stands outside of them. False where a bracket is not closed.
bool take_brackets(std::string_view text, char open, char close, std::string& outside, std::vector<std::string>& inside);

std::string_view trimmed(std::string_view text);
// Parts between blanks.
std::vector<std::string_view> blank_separated(std::string_view text);

}  // namespace demarche::petrarch
