#include "text/table.h"

#include <fstream>
#include <sstream>

namespace demarche {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path.string() + ": cannot be read");
  std::ostringstream content;
  content << file.rdbuf();
  return std::move(content).str();
}

Table read_table(const std::filesystem::path& path, std::size_t at_least, std::size_t at_most) {
  Table table{path, {}};
  const std::string content = read_file(path);
  std::size_t number = 0;
  for (std::size_t at = 0; at < content.size();) {
    const std::size_t end = std::min(content.find('\n', at), content.size());
    const std::string_view line = std::string_view(content).substr(at, end - at);
    at = end + 1;
    ++number;
    if (trimmed(line).empty() || line.front() == '#') continue;
    TableRow row{number, {}};
    for (std::size_t field = 0; field <= line.size();) {
      const std::size_t tab = std::min(line.find('\t', field), line.size());
      row.fields.emplace_back(trimmed(line.substr(field, tab - field)));
      field = tab + 1;
    }
    if (row.fields.size() < at_least || row.fields.size() > at_most) {
      throw table_error(table, row,
                        "has " + std::to_string(row.fields.size()) + " tab-separated fields, but " + std::to_string(at_least) +
                            (at_most > at_least ? " to " + std::to_string(at_most) : "") + " are needed");
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::runtime_error table_error(const Table& table, const TableRow& row, std::string_view what) {
  return std::runtime_error(table.path.string() + ":" + std::to_string(row.line) + ": " + std::string(what));
}

std::vector<std::string> split_list(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    if (const auto part = trimmed(text.substr(at, end - at)); !part.empty()) parts.emplace_back(part);
    at = end + 1;
  }
  return parts;
}

}  // namespace demarche
