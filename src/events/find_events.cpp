#include <algorithm>

#include "events/circumstances.h"
#include "events/confidence.h"
#include "events/findings.h"
#include "events/modes.h"
#include "reader/tree.h"

namespace demarche {

std::string_view name_of(Modality modality) {
  switch (modality) {
    case Modality::actual:
      return "actual";
    case Modality::intended:
      return "intended";
    case Modality::demanded:
      return "demanded";
    case Modality::possible:
      return "possible";
  }
  return "actual";
}

std::string_view name_of(Status status) {
  switch (status) {
    case Status::stated:
      return "stated";
    case Status::claimed:
      return "claimed";
    case Status::denied:
      return "denied";
    case Status::hearsay:
      return "hearsay";
  }
  return "stated";
}

namespace {

bool same_event(const Event& a, const Event& b) {
  return a.type == b.type && a.source == b.source && a.targets == b.targets && a.trigger.overlaps(b.trigger) && a.negated == b.negated;
}

// The mention of the same actor in the sentence that says best who it is: a pronoun of the third person gives way to a name or a noun.
std::int32_t clearest(const Coding& coding, std::int32_t mention) {
  const auto& mentions = coding.actors.mentions;
  const Mention& given = mentions[static_cast<std::size_t>(mention)];
  if (given.kind != MentionKind::pronoun || given.entity == no_entity) return mention;
  const Word& word = coding.reading.words[given.head];
  if (feature(word, "Person") == "1" || feature(word, "Person") == "2") return mention;
  const WordRange sentence = coding.reading.sentences[word.sentence].words;
  std::int32_t best = mention;
  for (auto i = sentence.first; i < sentence.last; ++i) {
    const auto other = coding.actors.mention_of_head[i];
    if (other == no_mention) continue;
    const Mention& candidate = mentions[static_cast<std::size_t>(other)];
    if (candidate.entity != given.entity) continue;
    if (candidate.kind == MentionKind::name) return other;
    if (candidate.kind == MentionKind::nominal && best == mention) best = other;
  }
  return best;
}

}  // namespace

std::vector<PairQuery> unknown_pairs(const EventKnowledge& knowledge, const Coding& coding) {
  std::vector<PairQuery> pairs;
  if (coding.reading.words.empty()) return pairs;
  const Syntax syntax(knowledge, coding.reading);
  const ArgumentFinder arguments(knowledge, coding, syntax);
  const auto words_of = [&](std::int32_t mention) { return coding.actors.mentions[static_cast<std::size_t>(mention)].words; };
  for (const Question& question : open_questions(coding, syntax, arguments, match_lexicon(knowledge, coding, syntax, arguments)))
    pairs.push_back(
        {coding.reading.sentences[syntax.word(question.trigger).sentence].words, words_of(question.source), words_of(question.target)});
  return pairs;
}

void find_events(const EventKnowledge& knowledge, Coding& coding, const PairTypes* types) {
  coding.events.clear();
  coding.said_when.clear();
  if (coding.reading.words.empty()) return;
  coding.actors.mention_of_head.resize(coding.reading.words.size(), no_mention);
  const Syntax syntax(knowledge, coding.reading);
  const ArgumentFinder arguments(knowledge, coding, syntax);
  LexiconMatches matches = match_lexicon(knowledge, coding, syntax, arguments);
  std::vector<Finding>& findings = matches.findings;
  if (types) add_answers(knowledge, syntax, open_questions(coding, syntax, arguments, matches), *types, findings);
  read_figuratively(knowledge, coding, syntax, findings);
  compose(knowledge, syntax, arguments, findings);
  find_demands(knowledge, coding, syntax, arguments, findings);
  find_verdicts(knowledge, coding, syntax, arguments, findings);
  drop_unsaid(knowledge, coding, syntax, findings);
  refine_modes(knowledge, coding, syntax, findings);
  Circumstances circumstances(knowledge, coding, syntax);
  for (const Statement& statement : coding.statements) coding.said_when.push_back(circumstances.time_of(statement));
  for (const Finding& finding : findings) {
    Event event;
    event.type = knowledge.types[finding.type].name;
    event.mode = finding.mode;
    event.contexts = finding.contexts;
    event.cameo = finding.cameo;
    event.trigger = finding.words;
    event.sentence = coding.reading.words[finding.trigger].sentence;
    event.negated = finding.reality.negated;
    event.modality = finding.reality.modality;
    event.intensity = intensity_of(knowledge, finding.type, finding.mode);
    event.goldstein = finding.goldstein;
    if (event.cameo.empty()) {
      // A type or mode that CAMEO has no code of its own for: the code of the type as a whole.
      event.cameo = plain_cameo(knowledge, event.type);
      if (const auto code = knowledge.cameo.find(event.cameo); code != knowledge.cameo.end()) event.goldstein = code->second.goldstein;
    }
    event.rule = finding.rule;
    event.score = finding.score;
    event.runner_up = finding.runner_up;
    event.composed_by = finding.composed_by;
    event.composed_of = finding.composed_of;
    circumstances.set_voices(event, finding.anchor);
    circumstances.set_time_and_place(event, finding.anchor);
    circumstances.add_contexts(event);
    const MentionList& who = finding.arguments.sources;
    for (std::size_t i = 0; i < std::max<std::size_t>(1, who.size()); ++i) {
      event.source = who.empty() ? no_mention : clearest(coding, who[i]);
      event.targets.clear();
      const auto add_target = [&](std::int32_t mention) {
        const auto shown = clearest(coding, mention);
        if (shown != event.source && std::find(event.targets.begin(), event.targets.end(), shown) == event.targets.end())
          event.targets.push_back(shown);
      };
      for (const auto target : finding.arguments.targets) add_target(target);
      if (finding.arguments.reciprocal)
        for (std::size_t k = 0; k < who.size(); ++k)
          if (k != i) add_target(who[k]);
      set_confidence(knowledge, coding, syntax, finding, event);
      bool known = false;
      for (auto other = coding.events.rbegin(); other != coding.events.rend() && other->sentence == event.sentence; ++other)
        known |= same_event(*other, event);
      if (!known) coding.events.push_back(event);
    }
  }
}

}  // namespace demarche
