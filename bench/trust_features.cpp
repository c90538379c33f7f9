// What speaks for each finding of speech in the articles, for training/fit_trust.py: trust_features ARTICLE.txt… prints a line a finding,
// tab-separated: article, source, cue, content (spans as begin:end, parts divided by commas, in code points; - where there is none) and
// the features of src/speech/trust.h in their order.
#include <cstdio>
#include <iostream>

#include "coding.h"
#include "document/clean.h"
#include "reader/reader.h"
#include "speech/speech.h"
#include "speech/trust.h"
#include "text/table.h"
#include "text/utf8.h"

int main(int argc, char** argv) {
  using namespace demarche;
  const std::filesystem::path root = DEMARCHE_SOURCE_DIR;
  const auto lexicon = load_speech_lexicon(root / "data");
  ReaderSession session(load_model(root / "model", 1));
  for (int i = 1; i < argc; ++i) {
    Coding coding;
    coding.document = clean_text(read_file(argv[i]));
    coding.reading = session.read(coding.document);
    const CodePointIndex index(coding.document.text);
    const auto spans = [&](const std::vector<WordRange>& parts) {
      std::string text;
      for (const WordRange part : parts) {
        const auto& words = coding.reading.words;
        text += (text.empty() ? "" : ",") + std::to_string(index.code_points_before(words[part.first].span.begin)) + ":" +
                std::to_string(index.code_points_before(words[part.last - 1].span.end));
      }
      return text.empty() ? std::string("-") : text;
    };
    const auto one = [&](const std::optional<WordRange>& range) {
      return spans(range && !range->empty() ? std::vector<WordRange>{*range} : std::vector<WordRange>{});
    };
    for (const WeighedStatement& w : weighed_statements(*lexicon, coding)) {
      std::cout << argv[i] << '\t' << one(w.statement.source) << '\t' << one(w.statement.cue) << '\t' << spans(w.statement.content);
      for (const float feature : w.features) std::cout << '\t' << feature;
      std::cout << '\n';
    }
  }
}
