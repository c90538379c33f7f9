// Dumps coreference of a treebank for bench/coreference.py: one line per mention: document, sentence and words (from 0), entity, kind.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "sentences.h"
#include "text/table.h"

namespace demarche::test {
namespace {

TEST(Coreference, Dump) {
  const char* in = std::getenv("DEMARCHE_COREFERENCE_IN");
  const char* out = std::getenv("DEMARCHE_COREFERENCE_OUT");
  if (!in || !out) GTEST_SKIP() << "bench/coreference.py calls this";
  std::ofstream to(out);
  std::istringstream file(read_file(in));
  std::string document, name;
  const auto flush = [&] {
    if (document.empty()) return;
    const auto coding = from_conllu(document);
    coding->statements = {};
    find_actors(knowledge(), *coding);
    for (const Mention& mention : coding->actors.mentions) {
      const WordRange sentence = coding->reading.sentences[coding->reading.words[mention.head].sentence].words;
      to << name << '\t' << coding->reading.words[mention.head].sentence << '\t' << mention.words.first - sentence.first << '\t'
         << mention.words.last - sentence.first << '\t' << mention.head - sentence.first << '\t' << mention.entity << '\t'
         << static_cast<int>(mention.kind) << '\t'
         << (mention.entity >= 0 ? coding->actors.entities[static_cast<std::size_t>(mention.entity)].name + "/" +
                                       coding->actors.entities[static_cast<std::size_t>(mention.entity)].code
                                 : "")
         << '\n';
    }
    document.clear();
  };
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("# newdoc")) {
      flush();
      name = line.substr(line.find("= ") + 2);
    }
    document += line + "\n";
  }
  flush();
}

}  // namespace
}  // namespace demarche::test
