#include "petrarch/coder.h"

#include <algorithm>

#include "petrarch/rules.h"

namespace demarche::petrarch {

Matched match_verb(const Scene& scene, const VerbUse& verb, const Field& field) {
  Matched out;
  out.codes = verb.form->codes;
  std::size_t best = 0;
  for (const Pattern& pattern : scene.dictionaries.verbs.blocks[verb.form->block].patterns) {
    const auto bound = match(scene, field, pattern);
    if (!bound || bound->words <= best) continue;
    best = bound->words;
    out.codes = pattern.codes;
    out.bound = *bound;
    out.line = pattern.line;
  }
  return out;
}

bool Events::add(const NounPhrase* source, const NounPhrase* target, const Matched& matched) {
  const auto nobody = [](const NounPhrase* phrase) { return !phrase || (phrase->time && !phrase->preposition); };
  if (nobody(source) || nobody(target)) return false;
  return add(source->codes, target->codes, matched.codes, matched.line);
}

bool Events::add(const std::vector<std::string>& sources, const std::vector<std::string>& targets, const CodePair& codes,
                 std::size_t line) {
  static const std::vector<std::string> nobody = {"---"};
  if (options_.require_dyad && (sources.empty() || targets.empty())) return false;
  if (sources.empty() && targets.empty()) return false;
  bool any = false;
  for (const std::string& source : sources.empty() ? nobody : sources)
    for (const std::string& target : targets.empty() ? nobody : targets) {
      if (source == target) continue;
      add_one(source, target, codes.code, line);
      add_one(target, source, codes.mirrored, line);
      any = true;
    }
  return any;
}

void Events::add_one(const std::string& source, const std::string& target, const std::string& code, std::size_t line) {
  if (code.empty()) return;
  CodedEvent event{source, target, code, line};
  if (std::find(events_.begin(), events_.end(), event) == events_.end()) events_.push_back(std::move(event));
}

std::vector<CodedEvent> code_sentence(const Reading& reading, std::uint32_t sentence, const Dictionaries& dictionaries, const Date& day,
                                      const CodingOptions& options) {
  Scene scene = look_at(reading, sentence, dictionaries, day, options);
  find_phrases(scene);
  Events events(scene.options);
  if (dictionaries.verbs.phrase_patterns) {
    code_by_phrases(scene, events);
  } else {
    drop_between_commas(scene);
    code_linear(scene, events);
  }
  return events.take();
}

Discarded discarded(const Reading& reading, std::uint32_t sentence, const Dictionaries& dictionaries) {
  if (dictionaries.discards.phrases.empty()) return Discarded::no;
  // As PETRARCH does, by what stands between blanks: `years ago,` with its comma is not `YEARS AGO`.
  const WordRange words = reading.sentences[sentence].words;
  std::vector<std::string> texts;
  std::string between_blanks;
  for (std::uint32_t i = words.first; i <= words.last; ++i) {
    if (i == words.last || (reading.words[i].space_before && i > words.first)) {
      for (std::string& part : words_of(between_blanks)) texts.push_back(std::move(part));
      between_blanks.clear();
    }
    const bool full_stop = i + 1 == words.last && reading.words[i].upos == Upos::PUNCT;
    if (i < words.last && !full_stop) between_blanks += reading.words[i].form;
  }
  Discarded out = Discarded::no;
  for (std::size_t at = 0; at < texts.size(); ++at)
    if (const auto found = dictionaries.discards.phrases.longest(std::span<const std::string>(texts).subspan(at)))
      out = std::max(out, found->value == 1 ? Discarded::story : Discarded::sentence);
  return out;
}

}  // namespace demarche::petrarch
