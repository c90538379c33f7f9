// The table by which codes are sums of meanings (PETRARCH's internal coding ontology).
#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "petrarch/dictionaries.h"
#include "petrarch/lines.h"
#include "text/table.h"
#include "text/utf8.h"

namespace demarche::petrarch {

void parse_code_table(std::string_view text, const std::filesystem::path& path, CodeTable& table, Warnings& warnings) {
  for (const Line& line : lines_of(text)) {
    const std::size_t colon = line.text.find(':');
    std::int64_t value = 0;
    bool fine = colon != std::string_view::npos && colon > 0;
    std::string_view rest = fine ? trimmed(line.text.substr(colon + 1)) : std::string_view();
    fine = fine && !rest.empty();
    for (bool first = true; fine && !rest.empty(); first = false) {
      const bool minus = rest[0] == '-';
      if (minus || rest[0] == '+')
        rest.remove_prefix(1);
      else if (!first)
        break;
      const std::size_t end = std::min(rest.find_first_of("+-"), rest.size());
      const std::string term(trimmed(rest.substr(0, end)));
      char* stop = nullptr;
      const long long number = term.size() > 10 ? 0 : std::strtoll(term.c_str(), &stop, 0);
      fine = stop && stop != term.c_str() && *stop == '\0';
      value += minus ? -number : number;
      fine = fine && std::llabs(value) < (1LL << 40);
      rest.remove_prefix(end);
    }
    if (!fine) {
      warn(warnings, path, line, "is not written 'code:0x…'");
      continue;
    }
    const std::string code(trimmed(line.text.substr(0, colon)));
    table.value_of.emplace(code, value);
    table.code_of.emplace(value, code);
  }
}

void read_code_table(const std::filesystem::path& path, CodeTable& table, Warnings& warnings) {
  std::size_t repaired = 0;
  parse_code_table(repair_utf8(read_file(path), repaired), path, table, warnings);
  if (table.value_of.empty()) throw std::runtime_error(path.string() + ": holds no code");
}

}  // namespace demarche::petrarch
