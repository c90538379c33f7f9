// demarche pairs: a table of marked sentences, with what the source does to the target added to each row.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/until_exit.h"
#include "coder/pair_types.h"
#include "document/clean.h"
#include "text/utf8.h"

namespace demarche {
namespace {

constexpr std::string_view column_name = "marked_sentence";
constexpr std::size_t longest_row = std::size_t{1} << 20;  // bytes; what is longer is no sentence

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find('\t', at), line.size());
    fields.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return fields;
}

bool read_line(std::istream& in, std::string& line) {
  if (!std::getline(in, line)) return false;
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return true;
}

// What is wrong with the marks; empty if nothing is. One of the two may be missing: nobody is named then.
std::string_view fault_of(std::string_view marked, const MarkedSentence& sentence) {
  const auto has = [&](std::string_view mark) { return marked.find(mark) != std::string_view::npos; };
  if (has("<s>") && !sentence.source) return "<s> is not closed by </s>";
  if (has("<t>") && !sentence.target) return "<t> is not closed by </t>";
  if (!sentence.source && !sentence.target) return "neither a source <s>…</s> nor a target <t>…</t> is marked";
  return {};
}

std::string decimals(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", number);
  return text;
}

void append_answer(std::string& out, const Coding& coding, const PairType& found, bool explain) {
  out += '\t' + found.type + '\t' + found.mode + '\t' + found.cameo + '\t' + decimals(found.score);
  if (!explain) return;
  out += '\t';
  for (std::size_t k = 0; k < found.names.size(); ++k)
    out += (k ? " " : "") + found.names[k] + "=" + decimals(static_cast<double>(found.network[k]));
  out += '\t';
  for (std::size_t k = 0; k < found.testimonies.size(); ++k) {
    const Event& event = coding.events[found.testimonies[k].event];
    out += (k ? " " : "") + event.type + "=" + std::string(name_of(found.testimonies[k].witness)) + ":" + event.rule;
  }
}

}  // namespace

int run_pairs(const PairsCommand& command, const Installation& installation) {
  std::ifstream file;
  if (command.path != "-") {
    if (std::filesystem::is_directory(command.path)) throw std::runtime_error(command.path + ": is a folder");
    file.open(command.path, std::ios::binary);
    if (!file) throw std::runtime_error(command.path + ": " + std::strerror(errno));
  }
  std::istream& in = command.path == "-" ? std::cin : file;
  std::string line;
  if (!read_line(in, line)) throw std::runtime_error(command.path + ": is empty; its first line must name the columns");
  if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
  const std::vector<std::string_view> names = fields_of(line);
  const auto column = static_cast<std::size_t>(std::find(names.begin(), names.end(), column_name) - names.begin());
  if (column == names.size()) {
    std::string there;
    for (const std::string_view name : names) there += (there.empty() ? "\"" : ", \"") + std::string(name) + "\"";
    throw std::runtime_error(command.path + ":1: has no column \"" + std::string(column_name) + "\", but " + there);
  }
  const std::size_t width = names.size();
  const std::string_view empty_answer = command.explain ? "\t\t\t\t\t\t" : "\t\t\t\t";
  print(line + "\ttype\tmode\tcameo\tscore" + (command.explain ? "\tnetwork\tlexicon\n" : "\n"));

  Coder coder(until_exit(load_knowledge(installation.data, installation.model, 1)));
  std::unique_ptr<Coding> coding;  // of the last text: rows that mark other pairs of it often follow each other
  std::size_t failures = 0;
  for (std::size_t number = 2; read_line(in, line); ++number) {
    if (line.empty()) continue;
    std::string out = line;
    try {
      const auto fields = fields_of(line);
      if (fields.size() <= column)
        throw std::runtime_error("has " + std::to_string(fields.size()) + " fields, but " + std::string(column_name) + " is the " +
                                 std::to_string(column + 1) + "th");
      for (std::size_t i = fields.size(); i < width; ++i) out += '\t';  // so that the answers stand in their columns
      if (fields[column].size() > longest_row) throw std::runtime_error("is longer than a sentence can be");
      std::size_t replaced = 0;
      const std::string marked = repair_utf8(fields[column], replaced);
      const MarkedSentence sentence = unmark(marked);
      if (const auto fault = fault_of(marked, sentence); !fault.empty()) throw std::runtime_error(std::string(fault));
      if (!coding || coding->document.text != sentence.text) coding = coder.code_by_lexicon(whole_text(sentence.text));
      append_answer(out, *coding, type_pair(coder, *coding, sentence), command.explain);
    } catch (const std::exception& error) {
      complain(command.path + ":" + std::to_string(number), error.what());
      ++failures;
      const std::size_t fields = fields_of(out).size();
      for (std::size_t i = fields; i < width; ++i) out += '\t';
      out += empty_answer;
    }
    print(out + '\n');
  }
  if (in.bad()) throw std::runtime_error(command.path + ": cannot be read: " + std::strerror(errno));
  return failures ? 1 : 0;
}

}  // namespace demarche
