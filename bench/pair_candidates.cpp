// The pairs of actors that the coder asks the pair network about, for training/train_pairs.py: pair_candidates ARTICLE.txt… prints a line a
// pair, tab-separated: article, begin and end of sentence, source and target (code points of the article as it was cleaned), and the
// sentence with its marks.
#include <iostream>

#include "coder/coder.h"
#include "document/clean.h"
#include "text/table.h"
#include "text/utf8.h"

namespace {

using namespace demarche;

std::string marked(const Coding& coding, const PairQuery& query) {
  const auto& words = coding.reading.words;
  std::string out;
  const auto span_of = [&](WordRange range) { return Span{words[range.first].span.begin, words[range.last - 1].span.end}; };
  const Span sentence = span_of(query.context), source = span_of(query.source), target = span_of(query.target);
  for (auto at = sentence.begin; at <= sentence.end; ++at) {
    if (at == source.end) out += "</s>";
    if (at == target.end) out += "</t>";
    if (at == source.begin) out += "<s>";
    if (at == target.begin) out += "<t>";
    if (at == sentence.end) break;
    const char c = coding.document.text[at];
    out += c == '\n' || c == '\t' ? ' ' : c;
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path root = DEMARCHE_SOURCE_DIR;
  const auto knowledge = load_knowledge(root / "data", root / "model", 1);
  Coder coder(knowledge);
  for (int i = 1; i < argc; ++i) {
    const auto coding = coder.code_by_lexicon(clean_text(read_file(argv[i])));
    const CodePointIndex index(coding->document.text);
    const auto at = [&](std::size_t byte) { return index.code_points_before(byte); };
    for (const PairQuery& query : unknown_pairs(*knowledge->events, *coding)) {
      std::cout << argv[i];
      for (const WordRange range : {query.context, query.source, query.target})
        std::cout << '\t' << at(coding->reading.words[range.first].span.begin) << '\t'
                  << at(coding->reading.words[range.last - 1].span.end);
      std::cout << '\t' << marked(*coding, query) << '\n';
    }
  }
}
