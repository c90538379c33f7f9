// What the weights of data/actors/pronouns.tsv decide about: pronoun_candidates DATA FILE.conllu prints each third-person pronoun with its
// candidates, for training/train_pronouns.py. A line per candidate: document, sentence, word, form, the candidate's sentence and word (or
// - where the pronoun is left open), and its cues, divided by commas; all counted from 0.
#include <cstdio>
#include <exception>
#include <string>

#include "actors/actors.h"
#include "actors/ranker.h"
#include "reader/conllu.h"
#include "reader/reader.h"
#include "speech/speech.h"
#include "text/table.h"

namespace {

using namespace demarche;

std::string place_of(const Reading& reading, std::uint32_t word) {
  const std::uint32_t sentence = reading.words[word].sentence;
  return std::to_string(sentence) + "\t" + std::to_string(word - reading.sentences[sentence].words.first);
}

void print_candidates(const SpeechLexicon& speech, const ActorKnowledge& actors, ReaderSession& session, GivenDocument& given) {
  Coding coding;
  coding.document = std::move(given.document);
  coding.reading = std::move(given.reading);
  session.annotate(coding.reading, {.attributions = true, .names = true, .hidden = false});
  find_statements(speech, coding);
  const CandidateObserver print = [&](std::uint32_t pronoun, PronounForm form, const std::vector<Candidate>& candidates) {
    static constexpr const char* forms[] = {"he", "it", "they"};
    for (const Candidate& candidate : candidates) {
      std::string cues;
      for (std::size_t c = 0; c < cue_count; ++c)
        if (candidate.cues[c]) cues += (cues.empty() ? "" : ",") + std::string(name_of(static_cast<Cue>(c)));
      std::printf("%s\t%s\t%s\t%s\t%s\n", coding.document.id.c_str(), place_of(coding.reading, pronoun).c_str(),
                  forms[static_cast<std::size_t>(form)],
                  candidate.head < 0 ? "-\t-" : place_of(coding.reading, static_cast<std::uint32_t>(candidate.head)).c_str(), cues.c_str());
    }
  };
  find_actors(actors, coding, {}, &print);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::fprintf(stderr, "usage: pronoun_candidates DATA FILE.conllu\n");
    return 2;
  }
  try {
    const std::string root = DEMARCHE_SOURCE_DIR;
    const auto speech = load_speech_lexicon(arguments[1]);
    const auto actors = load_actor_knowledge(arguments[1]);
    ReaderSession session(load_model(root + "/model"));
    for (GivenDocument& given : read_conllu(read_file(arguments[2]))) print_candidates(*speech, *actors, session, given);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
