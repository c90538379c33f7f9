// Dictionaries and sentences of the tests: countries that do not exist, and the trees of sentences.conllu (made by `demarche parse --from
// lines sentences.txt`, so that a change of the reader changes nothing here).
#pragma once

#include <stdexcept>
#include <string>

#include "petrarch/coder.h"
#include "reader/conllu.h"
#include "text/table.h"

namespace demarche::petrarch {

inline const std::string folder = DEMARCHE_SOURCE_DIR "/tests/petrarch/";

struct Small {
  Dictionaries dictionaries;
  Warnings warnings;
};

inline Small small(const std::string& verbs) {
  Small out;
  const std::string path = folder + "dictionaries/small.";
  read_actors(path + "actors.txt", out.dictionaries.actors, out.warnings);
  read_agents(path + "agents.txt", out.dictionaries.agents, out.warnings);
  read_discards(path + "discards.txt", out.dictionaries.discards, out.warnings);
  read_verbs(path + verbs, out.dictionaries.verbs, out.warnings);
  read_code_table(path + "codes.txt", out.dictionaries.codes, out.warnings);
  return out;
}

inline const GivenDocument& sentence(const std::string& text) {
  static const std::vector<GivenDocument> documents = read_conllu(read_file(folder + "sentences.conllu"));
  for (const GivenDocument& given : documents)
    if (given.document.text.starts_with(text)) return given;
  throw std::runtime_error("no sentence '" + text + "' in sentences.conllu");
}

// `VLTGOV OSM 190; …`, or `none`.
inline std::string coded(const Dictionaries& dictionaries, const std::string& text, const Date& day, const CodingOptions& options = {}) {
  std::string out;
  for (const CodedEvent& event : code_sentence(sentence(text).reading, 0, dictionaries, day, options))
    out += (out.empty() ? "" : "; ") + event.source + ' ' + event.target + ' ' + event.code;
  return out.empty() ? "none" : out;
}

inline Date day(const char* text) { return parse_date(text).value(); }

}  // namespace demarche::petrarch
