// demarche validate: PETRARCH's validation records, coded by the dictionaries that they name, from their sentences.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/until_exit.h"
#include "petrarch/coder.h"
#include "petrarch/records.h"
#include "reader/reader.h"

namespace demarche {
namespace {

using namespace petrarch;

constexpr const char* usual_code_table = "PETR.Internal.Coding.Ontology.txt";

struct Totals {
  std::size_t records = 0, right = 0, skipped = 0, unmeasured = 0, expected = 0, found = 0, matched = 0;

  void add(const Totals& other) {
    records += other.records;
    right += other.right;
    skipped += other.skipped;
    unmeasured += other.unmeasured;
    expected += other.expected;
    found += other.found;
    matched += other.matched;
  }
};

double share(std::size_t part, std::size_t whole) { return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole); }

void print_totals(std::string_view name, const Totals& totals) {
  const double precision = share(totals.matched, totals.found), recall = share(totals.matched, totals.expected);
  const double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  char text[256];
  std::snprintf(
      text, sizeof text,
      "\trecords %zu\tright %zu\tskipped %zu\twithout answer %zu\texpected %zu\tfound %zu\tmatched %zu\tprecision %.3f\trecall %.3f"
      "\tF1 %.3f\n",
      totals.records, totals.right, totals.skipped, totals.unmeasured, totals.expected, totals.found, totals.matched, precision, recall,
      f1);
  print(std::string(name) + text);
}

std::string list_of(const std::vector<CodedEvent>& events, bool explain = false) {
  std::string out;
  for (const CodedEvent& event : events) {
    out += (out.empty() ? "" : "; ") + event.source + ' ' + event.target + ' ' + event.code;
    if (explain) out += event.pattern_line == 0 ? " (verb)" : " (line " + std::to_string(event.pattern_line) + ")";
  }
  return out.empty() ? "none" : out;
}

// Dictionaries are read once for all files that name the same ones.
class Library {
 public:
  explicit Library(const ValidateCommand& command) : command_(command) {}

  const Dictionaries& for_environment(Environment environment, const std::string& records) {
    const auto given = [](const std::string& option, std::string& name) {
      if (!option.empty()) name = option;
    };
    given(command_.verbs, environment.verbs);
    given(command_.agents, environment.agents);
    given(command_.discards, environment.discards);
    if (!command_.actors.empty()) environment.actors = command_.actors;
    if (environment.verbs.empty()) throw std::runtime_error(records + ": names no <Verbfile>, and --verbs gives none");
    if (environment.actors.empty()) throw std::runtime_error(records + ": names no <Actorfile>, and --actors gives none");
    std::string key = environment.verbs + '\n' + environment.agents + '\n' + environment.discards + '\n' + environment.code_table;
    for (const std::string& actors : environment.actors) key += '\n' + actors;
    std::unique_ptr<Dictionaries>& dictionaries = read_[key];
    if (!dictionaries) dictionaries = read(environment);
    return *dictionaries;
  }

 private:
  // A name in a file of records is one of the folder's files, not a way out of it.
  std::filesystem::path inside(const std::string& name) const {
    return std::filesystem::path(command_.dictionaries) / std::filesystem::path(name).filename();
  }

  std::unique_ptr<Dictionaries> read(const Environment& environment) const {
    auto out = std::make_unique<Dictionaries>();
    Warnings warnings;
    read_verbs(inside(environment.verbs), out->verbs, warnings);
    for (const std::string& actors : environment.actors) read_actors(inside(actors), out->actors, warnings);
    if (!environment.agents.empty()) read_agents(inside(environment.agents), out->agents, warnings);
    if (!environment.discards.empty()) read_discards(inside(environment.discards), out->discards, warnings);
    // PETRARCH2 has its table built in: records name none as a rule.
    std::string table = environment.code_table;
    if (table.empty() && std::filesystem::exists(inside(usual_code_table))) table = usual_code_table;
    if (!table.empty()) read_code_table(inside(table), out->codes, warnings);
    for (const std::string& warning : warnings) complain("", warning);
    return out;
  }

  const ValidateCommand& command_;
  std::map<std::string, std::unique_ptr<Dictionaries>> read_;
};

std::vector<CodedEvent> code_record(const Record& record, const Dictionaries& dictionaries, ReaderSession& reader, bool& passed_over) {
  Document document;
  document.text = record.text;
  document.blocks.push_back({{0, static_cast<std::uint32_t>(record.text.size())}, BlockKind::paragraph});
  ReadingOptions options;
  options.attributions = options.names = false;
  const Reading reading = reader.read(document, options);
  std::vector<CodedEvent> events;
  for (std::uint32_t s = 0; s < reading.sentences.size(); ++s) {
    const Discarded discard = discarded(reading, s, dictionaries);
    passed_over = passed_over || discard != Discarded::no;
    if (discard == Discarded::story) return {};
    if (discard == Discarded::sentence) continue;
    for (CodedEvent& event : code_sentence(reading, s, dictionaries, record.day, record.options))
      if (std::find(events.begin(), events.end(), event) == events.end()) events.push_back(std::move(event));
  }
  return events;
}

Totals validate_file(const std::string& path, Library& library, ReaderSession& reader, bool explain, const std::atomic<bool>& stop) {
  const Records records = read_records(path);
  const Dictionaries& dictionaries = library.for_environment(records.environment, path);
  Totals totals;
  for (const Record& record : records.records) {
    if (stop) break;
    const std::string name = record.id.empty() ? path + ':' + std::to_string(record.line) : record.id;
    if (!record.skipped.empty()) {
      ++totals.skipped;
      print(name + "\tskipped\t" + record.skipped + "\n");
      continue;
    }
    bool passed_over = false;
    const std::vector<CodedEvent> found = code_record(record, dictionaries, reader, passed_over);
    if (!record.expects) {
      ++totals.unmeasured;
      print(name + "\tfound\tno answer given\tfound: " + list_of(found, explain) + "\n");
      continue;
    }
    ++totals.records;
    const auto matched = static_cast<std::size_t>(std::count_if(found.begin(), found.end(), [&](const CodedEvent& event) {
      return std::find(record.expected.begin(), record.expected.end(), event) != record.expected.end();
    }));
    const bool right = matched == found.size() && matched == record.expected.size();
    totals.right += right;
    totals.expected += record.expected.size();
    totals.found += found.size();
    totals.matched += matched;
    print(name + (right ? "\tright" : "\twrong") + "\texpected: " + (record.discard ? "discarded" : list_of(record.expected)) +
          "\tfound: " + (passed_over && found.empty() ? "discarded" : list_of(found, explain)) + "\n");
  }
  print_totals(path, totals);
  return totals;
}

}  // namespace

int run_validate(const ValidateCommand& command, const Installation& installation, const std::atomic<bool>& stop) {
  if (!std::filesystem::is_directory(command.dictionaries)) {
    complain(command.dictionaries, "is no folder (--dictionaries)");
    return 2;
  }
  ReaderSession reader(until_exit(load_model(installation.model, 1)));
  Library library(command);
  Totals all;
  std::size_t failures = 0;
  for (const std::string& path : command.paths) {
    if (stop) break;
    try {
      all.add(validate_file(path, library, reader, command.explain, stop));
    } catch (const std::exception& error) {
      complain("", error.what());
      ++failures;
    }
  }
  if (command.paths.size() > 1) print_totals("all", all);
  if (stop) return 130;
  return failures == 0 ? 0 : 1;
}

}  // namespace demarche
