// PETRARCH's validation records: sentences with the events that they should be coded with.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "petrarch/coder.h"
#include "text/date.h"

namespace demarche::petrarch {

// The dictionaries that a file of records names, by file name.
struct Environment {
  std::string verbs, agents, discards, code_table;
  std::vector<std::string> actors;
  std::vector<std::string> categories;  // <Include>; empty: all
};

struct Record {
  std::string id, category, text;
  std::size_t line = 0;  // where it begins
  Date day;
  bool expects = false;  // says what should be found, be it nothing; else it has no answer to measure by
  bool discard = false;  // should be passed over, as the discards say
  std::string skipped;   // why it is left out; empty: it is not
  std::vector<CodedEvent> expected;
  CodingOptions options;  // as the <Config> elements before it say
};

struct Records {
  Environment environment;
  std::vector<Record> records;
};

// Throws std::runtime_error: `path:line: what`. Parses inside of the records are passed over unread. A <Sentence …/> that is closed a
// second time by </Sentence>, as in the file of PETRARCH2's records, is taken for an opening one.
Records parse_records(std::string_view text, const std::filesystem::path& path);
Records read_records(const std::filesystem::path& path);

}  // namespace demarche::petrarch
