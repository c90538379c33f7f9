#include <algorithm>

#include "events/circumstances.h"
#include "events/findings.h"

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

}  // namespace

void find_events(const EventKnowledge& knowledge, Coding& coding, const PairTyper* typer) {
  coding.events.clear();
  if (coding.reading.words.empty()) return;
  coding.actors.mention_of_head.resize(coding.reading.words.size(), no_mention);
  const Syntax syntax(knowledge, coding.reading);
  const ArgumentFinder arguments(knowledge, coding, syntax);
  std::vector<Finding> findings = match_lexicon(knowledge, coding, syntax, arguments);
  if (typer) ask_typer(knowledge, coding, syntax, arguments, *typer, findings);
  compose(knowledge, syntax, arguments, findings);
  Circumstances circumstances(knowledge, coding, syntax);
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
    event.confidence = std::clamp(finding.confidence, 0.05, 0.95);
    event.rule = finding.rule;
    event.runner_up = finding.runner_up;
    event.targets = finding.arguments.targets;
    circumstances.set_voices(event, finding.trigger);
    circumstances.set_time_and_place(event, finding.trigger);
    circumstances.add_contexts(event);
    const std::size_t sources = std::max<std::size_t>(1, finding.arguments.sources.size());
    for (std::size_t i = 0; i < sources; ++i) {
      event.source = finding.arguments.sources.empty() ? no_mention : finding.arguments.sources[i];
      bool known = false;
      for (auto other = coding.events.rbegin(); other != coding.events.rend() && other->sentence == event.sentence; ++other) known |= same_event(*other, event);
      if (!known) coding.events.push_back(event);
    }
  }
}

}  // namespace demarche
