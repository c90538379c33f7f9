// Knowledge in text files: tab-separated lines, `#` starts a comment line, blank lines are skipped. Errors name file and line.
#pragma once

#include <cstddef>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

struct TableRow {
  std::size_t line = 0;             // counted from 1
  std::vector<std::string> fields;  // white space around each is taken off
};

struct Table {
  std::filesystem::path path;
  std::vector<TableRow> rows;
};

// Throws std::runtime_error when the file can't be read, or when a row has fewer than `at_least` or more than `at_most` fields.
Table read_table(const std::filesystem::path& path, std::size_t at_least, std::size_t at_most);
// "path:line: what"
std::runtime_error table_error(const Table& table, const TableRow& row, std::string_view what);
std::string read_file(const std::filesystem::path& path);  // throws std::runtime_error
// The parts between separators, white space around each taken off, empty parts left out.
std::vector<std::string> split_list(std::string_view text, char separator);

}  // namespace demarche
