// The commands of the program. Each returns the exit status: 0 all well, 1 some inputs failed, 130 stopped by Ctrl-C.
#pragma once

#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

#include "document/document.h"
#include "records/records.h"

namespace demarche {

// Where knowledge and weights lie.
struct Installation {
  std::filesystem::path data;
  std::filesystem::path model;
};

// The folders named by the environment variable DEMARCHE_HOME, else those beside the program (../share/demarche), else `source`.
Installation find_installation(const std::filesystem::path& program, const std::filesystem::path& source);

enum class Format { report, jsonl, csv };

struct CodeCommand {
  std::vector<std::string> paths;
  DocumentOptions document;
  RecordOptions records;
  Format format = Format::report;
  std::size_t threads = 1;
};
int run_code(const CodeCommand& command, const Installation& installation, const std::atomic<bool>& stop);

struct CleanCommand {
  std::vector<std::string> paths;
  DocumentOptions document;
};
int run_clean(const CleanCommand& command, const std::atomic<bool>& stop);

struct ParseCommand {
  std::vector<std::string> paths;
  bool from_conllu = false;
  bool coreference = false;  // MISC says which mentions are the same actor
  bool from_lines = false;   // each line is a text of its own, taken as it is
};
int run_parse(const ParseCommand& command, const Installation& installation, const std::atomic<bool>& stop);

struct PairsCommand {
  std::string path;
  bool explain = false;  // two more columns: the network's probabilities, and what the lexicon found
};
int run_pairs(const PairsCommand& command, const Installation& installation);

struct ValidateCommand {
  std::vector<std::string> paths;
  std::string dictionaries;             // folder
  std::string verbs, agents, discards;  // file names that stand for those that the records name; empty: they do
  std::vector<std::string> actors;
  bool explain = false;  // name the pattern's line in the verb dictionary
};
int run_validate(const ValidateCommand& command, const Installation& installation, const std::atomic<bool>& stop);

}  // namespace demarche
