// Any bytes as a dictionary or as validation records: refused with a message that names the file, or read; what was read codes a sentence
// whose words the dictionaries know. The first byte says what the rest is.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

#include "petrarch/coder.h"
#include "petrarch/records.h"
#include "reader/conllu.h"

namespace {

using namespace demarche;
using namespace demarche::petrarch;

void require(bool holds) {
  if (!holds) std::abort();
}

const std::string path = "fuzzed";

const GivenDocument& sentence() {
  static const auto documents = read_conllu(
      "1\tGondor\tGondor\tPROPN\tNNP\t_\t5\tnsubj\t_\t_\n2\tand\tand\tCCONJ\tCC\t_\t3\tcc\t_\t_\n"
      "3\tArnor\tArnor\tPROPN\tNNP\t_\t1\tconj\t_\t_\n4\tnot\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_\n"
      "5\tsent\tsend\tVERB\tVBD\t_\t0\troot\t_\t_\n6\taid\taid\tNOUN\tNN\t_\t5\tobj\t_\t_\n"
      "7\tto\tto\tADP\tIN\t_\t8\tcase\t_\t_\n8\tRohan\tRohan\tPROPN\tNNP\t_\t5\tobl\t_\t_\n\n");
  return documents.at(0);
}

void code(const Dictionaries& dictionaries) {
  const Date day = std::chrono::year{1995} / 1 / 1;
  CodingOptions alone;
  alone.require_dyad = false;
  for (const CodedEvent& event : code_sentence(sentence().reading, 0, dictionaries, day, alone))
    require(!event.code.empty() && !event.source.empty() && !event.target.empty() && event.source != event.target);
  discarded(sentence().reading, 0, dictionaries);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  Dictionaries dictionaries;
  Warnings warnings;
  parse_actors("GONDOR [GON]\nARNOR [ARN]\nROHAN [ROH]\n", path, dictionaries.actors, warnings);
  parse_verbs("--- SEND [070] ---\nSEND {SENT}\n- * AID [071:072]\n", path, dictionaries.verbs, warnings);
  require(warnings.empty());
  switch (data[0] % 6) {
    case 0:
      dictionaries.actors = {};
      parse_actors(text, path, dictionaries.actors, warnings);
      break;
    case 1:
      parse_agents(text, path, dictionaries.agents, warnings);
      break;
    case 2:
      dictionaries.verbs = {};
      parse_verbs(text, path, dictionaries.verbs, warnings);
      break;
    case 3:
      parse_discards(text, path, dictionaries.discards);
      break;
    case 4:
      parse_code_table(text, path, dictionaries.codes, warnings);
      break;
    default:
      try {
        for (const Record& record : parse_records(text, path).records) require(record.day.ok());
      } catch (const std::runtime_error& error) {
        require(std::string_view(error.what()).starts_with(path));
      }
  }
  for (const std::string& warning : warnings) require(warning.starts_with(path + ":"));
  code(dictionaries);
  return 0;
}
