#include "speech/found.h"
#include "speech/merge.h"
#include "speech/speech.h"

namespace demarche {

void find_statements(const SpeechLexicon& lexicon, Coding& coding) {
  coding.statements.clear();
  const auto& reading = coding.reading;
  if (reading.words.empty()) return;
  const Tree tree(reading);
  const auto quotations = find_quotations(reading);
  SpeechContext context{reading, tree, quotations, std::vector<std::int32_t>(reading.words.size(), -1)};
  for (std::size_t q = 0; q < quotations.size(); ++q)
    for (auto i = quotations[q].words.first; i < quotations[q].words.last; ++i) context.quotation_of[i] = static_cast<std::int32_t>(q);
  std::vector<Found> found;
  find_direct_speech(lexicon, context, found);
  find_indirect_speech(lexicon, context, found);
  find_adverbial_cues(lexicon, context, found);
  add_network(lexicon, context, found);
  coding.statements = settle(context, std::move(found));
}

}  // namespace demarche
