// Dumps coreference of a treebank for bench/coreference.py: one line per mention: document, sentence and words (from 0), entity, kind.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "reader/conllu.h"
#include "sentences.h"
#include "text/table.h"

namespace demarche::test {
namespace {

TEST(Coreference, Dump) {
  const char* in = std::getenv("DEMARCHE_COREFERENCE_IN");
  const char* out = std::getenv("DEMARCHE_COREFERENCE_OUT");
  if (!in || !out) GTEST_SKIP() << "bench/coreference.py calls this";
  std::ofstream to(out);
  for (GivenDocument& given : read_conllu(read_file(in))) {
    Coding coding;
    coding.document = std::move(given.document);
    coding.reading = std::move(given.reading);
    find_actors(knowledge(), coding);
    for (const Mention& mention : coding.actors.mentions) {
      const WordRange sentence = coding.reading.sentences[coding.reading.words[mention.head].sentence].words;
      const Entity* found = mention.entity == no_entity ? nullptr : &coding.actors.entities[static_cast<std::size_t>(mention.entity)];
      to << coding.document.id << '\t' << coding.reading.words[mention.head].sentence << '\t' << mention.words.first - sentence.first
         << '\t' << mention.words.last - sentence.first << '\t' << mention.head - sentence.first << '\t' << mention.entity << '\t'
         << static_cast<int>(mention.kind) << '\t' << (found ? found->name + "/" + found->code : "") << '\n';
    }
  }
}

}  // namespace
}  // namespace demarche::test
