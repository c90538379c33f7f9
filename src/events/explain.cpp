// Why events are as they are: which lines of the data files decided, which would have decided next, and where the actors were found.
// All of it is looked up again from what an event remembers.
#include <algorithm>

#include "events/findings.h"

namespace demarche {
namespace {

const std::string& file_of(PredicateKind kind) {
  static const std::string files[] = {"data/lexicon/verbs.tsv", "data/lexicon/nouns.tsv", "data/lexicon/adjectives.tsv"};
  return files[static_cast<std::size_t>(kind)];
}

struct Entry {
  std::uint32_t predicate = no_predicate;
  PredicateKind kind = PredicateKind::verb;
};

// The entry that a rule's name stands for: `lexicon:accuse#1+intended`.
Entry entry_of(const EventKnowledge& knowledge, std::string_view rule) {
  constexpr std::string_view prefix = "lexicon:";
  if (!rule.starts_with(prefix)) return {};
  rule.remove_prefix(prefix.size());
  const auto number = rule.find('#');
  const std::string_view id = rule.substr(0, rule.find('+', std::min(number, rule.size())));
  for (std::size_t kind = 0; kind < predicate_kinds; ++kind) {
    const auto entries = knowledge.by_lemma[kind].find(rule.substr(0, number));
    if (entries == knowledge.by_lemma[kind].end()) continue;
    for (const auto index : entries->second)
      if (knowledge.predicates[index].id == id) return {index, static_cast<PredicateKind>(kind)};
  }
  return {};
}

RuleLine line_of(const EventKnowledge& knowledge, const Entry& entry, std::string_view what) {
  return {std::string(what), file_of(entry.kind), knowledge.predicates[entry.predicate].line};
}

// The entry that would have decided, were the deciding one not there: `accuse#2 ACCUSE 112 (data/lexicon/verbs.tsv:310)`.
std::string next_entry(const EventKnowledge& knowledge, const ArgumentFinder& finder, const Entry& decided, std::uint32_t trigger) {
  const auto& by_lemma = knowledge.by_lemma[static_cast<std::size_t>(decided.kind)];
  const auto entries = by_lemma.find(knowledge.predicates[decided.predicate].lemma);
  if (entries == by_lemma.end()) return {};
  auto at = std::find(entries->second.begin(), entries->second.end(), decided.predicate);
  WordList named;
  for (at = at == entries->second.end() ? at : at + 1; at != entries->second.end(); ++at) {
    const Predicate& predicate = knowledge.predicates[*at];
    named.clear();
    if (!finder.holds(predicate, trigger, named)) continue;
    const std::string where = " (" + file_of(decided.kind) + ":" + std::to_string(predicate.line) + ")";
    if (predicate.no_event) return predicate.id + " no event" + where;
    const Arguments arguments = finder.find(predicate, trigger, named);
    const Frame& frame = knowledge.frames[predicate.frame];
    if ((frame.source_required && arguments.sources.empty()) || (frame.target_required && arguments.targets.empty())) continue;
    return predicate.id + " " + knowledge.types[predicate.type].name + (predicate.cameo.empty() ? "" : " " + predicate.cameo) + where;
  }
  return {};
}

// The mention by which the predicate found the actor; the event shows the one that says best who he is.
std::int32_t found_by(const Coding& coding, const Arguments& arguments, std::int32_t shown) {
  const auto entity = [&](std::int32_t mention) { return entity_index(coding.actors, mention); };
  if (shown == no_mention || entity(shown) == no_entity) return shown;
  for (const MentionList* list : {&arguments.sources, &arguments.targets}) {
    if (std::find(list->begin(), list->end(), shown) != list->end()) return shown;
    for (const auto mention : *list)
      if (entity(mention) == entity(shown)) return mention;
  }
  return shown;
}

}  // namespace

void explain_events(const EventKnowledge& knowledge, Coding& coding) {
  coding.explanations.assign(coding.events.size(), {});
  if (coding.events.empty()) return;
  const Syntax syntax(knowledge, coding.reading);
  const ArgumentFinder finder(knowledge, coding, syntax);
  for (std::size_t i = 0; i < coding.events.size(); ++i) {
    const Event& event = coding.events[i];
    Explanation& why = coding.explanations[i];
    why.trigger = head_of(coding.reading, event.trigger);
    why.runner_up = event.runner_up;
    Arguments arguments;
    if (const Entry entry = entry_of(knowledge, event.rule); entry.predicate != no_predicate) {
      why.trigger = event.trigger.first;
      const Predicate& predicate = knowledge.predicates[entry.predicate];
      why.lines.push_back(line_of(knowledge, entry, "entry"));
      why.frame = knowledge.frames[predicate.frame].name;
      WordList named;
      if (finder.holds(predicate, why.trigger, named)) arguments = finder.find(predicate, why.trigger, named);
      if (why.runner_up.empty()) why.runner_up = next_entry(knowledge, finder, entry, why.trigger);
    }
    if (const Entry deed = entry_of(knowledge, event.composed_of); deed.predicate != no_predicate)
      why.lines.push_back(line_of(knowledge, deed, "deed"));
    if (event.composed_by != 0) why.lines.push_back({"composition", "data/ontology/composition.tsv", event.composed_by});
    why.source = found_by(coding, arguments, event.source);
    for (const auto target : event.targets) why.targets.push_back(found_by(coding, arguments, target));
  }
}

}  // namespace demarche
