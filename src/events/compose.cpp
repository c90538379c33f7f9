// What predicates mean together, as the codebook has it: cooperation that is intended is an agreement, hostility that is announced is a
// threat, cooperation that is refused is a rejection; and what is demanded, agreed to or refused says which kind of demand, agreement or
// refusal.
#include <algorithm>

#include "events/findings.h"
#include "text/words.h"

namespace demarche {
namespace {

// The finding that the complement clause speaks of: its verb, or a noun that the verb supports.
std::int32_t embedded_in(const Syntax& syntax, const std::vector<Finding>& findings, std::size_t outer) {
  const auto clause = syntax.complement(findings[outer].trigger);
  const bool noun = findings[outer].kind == PredicateKind::noun;
  std::int32_t below = no_word;
  // Findings lie in text order: those of the sentence are neighbours.
  const auto sentence = syntax.word(findings[outer].trigger).sentence;
  std::size_t first = outer;
  while (first > 0 && syntax.word(findings[first - 1].trigger).sentence == sentence) --first;
  for (std::size_t i = first; i < findings.size() && syntax.word(findings[i].trigger).sentence == sentence; ++i) {
    const Finding& inner = findings[i];
    if (i == outer || inner.dropped) continue;
    const auto trigger = static_cast<std::int32_t>(inner.trigger);
    if (clause != no_word) {
      if (trigger == clause) return static_cast<std::int32_t>(i);
      if (inner.kind == PredicateKind::noun && syntax.support_verb(inner.trigger) == clause) return static_cast<std::int32_t>(i);
      if (syntax.head(inner.trigger) == clause && (syntax.relation(inner.trigger) == "obj" || syntax.relation(inner.trigger) == "xcomp"))
        below = static_cast<std::int32_t>(i);
    } else if (inner.kind == PredicateKind::noun && syntax.head(inner.trigger) == static_cast<std::int32_t>(findings[outer].trigger)) {
      const auto relation = syntax.relation(inner.trigger);
      if (relation == "obj" || relation == "obl" || (noun && relation == "nmod")) return static_cast<std::int32_t>(i);
    }
  }
  return below;
}

// Gives the finding the code that a row makes of a deed (empty: of its own), and remembers both for `--explain`.
bool compose_by(const EventKnowledge& knowledge, std::string_view code, const CompositionRow& row, std::string_view deed,
                Finding& finding) {
  if (!set_code(knowledge, code, finding)) return false;
  finding.composed_by = row.line;
  finding.composed_of = deed;
  return true;
}

// Is there any sense of the verb in which it is an event?
bool may_be_event(const EventKnowledge& knowledge, std::string_view verb) {
  const auto& verbs = knowledge.by_lemma[static_cast<std::size_t>(PredicateKind::verb)];
  const auto found = verbs.find(verb);
  return found != verbs.end() && std::any_of(found->second.begin(), found->second.end(),
                                             [&](std::uint32_t entry) { return !knowledge.predicates[entry].no_event; });
}

bool shares_source(const ArgumentFinder& arguments, const Finding& a, const Finding& b) {
  if (b.arguments.sources.empty()) return true;
  for (const auto x : a.arguments.sources)
    for (const auto y : b.arguments.sources)
      if (arguments.same_actor(x, y)) return true;
  return false;
}

// `marched to protest`, `offered to mediate`: what is done to some end and the end, where both are of one type, are one event.
void say_once(const Syntax& syntax, const ArgumentFinder& arguments, std::vector<Finding>& findings, Finding& inner) {
  if (inner.dropped || inner.reality.negated || !syntax.is_infinitive(inner.trigger) || syntax.head(inner.trigger) == no_word) return;
  if (!is_one_of(syntax.relation(inner.trigger), {"xcomp", "advcl"})) return;
  const auto governor = static_cast<std::uint32_t>(syntax.head(inner.trigger));
  for (Finding& outer : findings) {
    if (outer.dropped || outer.trigger != governor || outer.type != inner.type || !shares_source(arguments, outer, inner)) continue;
    if (outer.arguments.targets.empty()) outer.arguments.targets = inner.arguments.targets;
    if (outer.mode.empty()) outer.mode = inner.mode;
    inner.dropped = true;
  }
}

}  // namespace

const CompositionRow* composition_of(const EventKnowledge& knowledge, std::string_view cameo) {
  // The longest prefix that has a line.
  for (auto length = cameo.size(); length >= 2; --length) {
    const auto found = knowledge.composition.find(cameo.substr(0, length));
    if (found != knowledge.composition.end()) return &found->second;
  }
  return nullptr;
}

void compose(const EventKnowledge& knowledge, const Syntax& syntax, const ArgumentFinder& arguments, std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < findings.size(); ++i) {
    Finding& outer = findings[i];
    if (outer.dropped) continue;
    const std::string& type = knowledge.types[outer.type].name;
    if (outer.composition == Composition::warns && outer.arguments.targets.empty()) {
      // `warned that it could suspend aid` threatens; `warned that positions differ` does not.
      bool own_deed = false;
      if (const auto clause = syntax.complement(outer.trigger); clause != no_word)
        if (const auto subject = syntax.surface_subject(static_cast<std::uint32_t>(clause)); subject != no_word) {
          MentionList who;
          arguments.actors_of(static_cast<std::uint32_t>(subject), who);
          for (const auto a : who)
            for (const auto b : outer.arguments.sources) own_deed |= arguments.same_actor(a, b);
        }
      if (!own_deed) {
        outer.dropped = true;
        continue;
      }
    }
    // `is ready to talk`, `plans to send`: what is meant is not done yet.
    if (outer.composition == Composition::commits && outer.reality.modality == Modality::actual && outer.kind == PredicateKind::adjective)
      outer.reality.modality = Modality::intended;
    const bool demands = type == "REQUEST";
    if (outer.composition == Composition::none && !demands) continue;
    const auto at = embedded_in(syntax, findings, i);
    // `is eager to please`: to be eager is a deed only by what it is for.
    if (const auto deed = syntax.complement(outer.trigger); at < 0 && outer.kind == PredicateKind::adjective && deed != no_word)
      outer.dropped = !may_be_event(knowledge, syntax.lemma(static_cast<std::uint32_t>(deed)));
    if (at < 0) continue;
    Finding& inner = findings[static_cast<std::size_t>(at)];
    const CompositionRow* row = composition_of(knowledge, inner.cameo);
    if (demands) {
      if (row && !row->demanded.empty()) {
        std::string code = row->demanded;
        // An appeal asks for the same as a demand, more politely.
        if (outer.cameo.starts_with("02")) code.replace(0, 2, "02");
        compose_by(knowledge, code, *row, inner.rule, outer);
      }
      continue;
    }
    const bool own = shares_source(arguments, outer, inner);
    if (!own) continue;
    if (outer.composition == Composition::commits) {
      if (inner.cameo.starts_with("15") && inner.arguments.targets.empty()) {
        // `pledged to expand its army`: threatens nobody.
      } else if (is_hostile(knowledge.types[inner.type]) && !inner.reality.negated) {
        if (!row || !compose_by(knowledge, row->intended, *row, inner.rule, outer)) set_code(knowledge, "130", outer);
      } else if (row && !inner.reality.negated) {
        compose_by(knowledge, row->intended, *row, inner.rule, outer);
      }
    } else if (outer.composition == Composition::warns) {
      // `warned that it would attack Mali`: one threat, not two.
      const bool same_target = std::all_of(outer.arguments.targets.begin(), outer.arguments.targets.end(), [&](std::int32_t a) {
        return std::any_of(inner.arguments.targets.begin(), inner.arguments.targets.end(),
                           [&](std::int32_t b) { return arguments.same_actor(a, b); });
      });
      if (!row || row->intended.empty() || !same_target || inner.reality.negated || is_cooperative(knowledge.types[inner.type])) continue;
      compose_by(knowledge, row->intended, *row, inner.rule, outer);
    } else if (outer.composition == Composition::threatens) {
      if (row && !is_cooperative(knowledge.types[inner.type])) compose_by(knowledge, row->intended, *row, inner.rule, outer);
    } else if (outer.composition == Composition::refuses) {
      if (row) compose_by(knowledge, row->refused, *row, inner.rule, outer);
    }
    // `declined to threaten Chad` refuses Chad nothing.
    if (outer.composition == Composition::refuses && !is_cooperative(knowledge.types[inner.type]))
      outer.arguments.targets.clear();
    else if (!inner.arguments.targets.empty())
      outer.arguments.targets = inner.arguments.targets;
    if (outer.arguments.sources.empty()) outer.arguments.sources = inner.arguments.sources;
    inner.dropped = true;
  }
  const std::size_t count = findings.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (findings[i].dropped || findings[i].reality.modality != Modality::intended || !findings[i].reality.future) continue;
    const CompositionRow* row = composition_of(knowledge, findings[i].cameo);
    if (!row) continue;
    if (findings[i].reality.negated) {
      if (row->refused.empty() || !is_cooperative(knowledge.types[findings[i].type])) continue;
      Finding refusal = findings[i];
      refusal.reality = {};
      compose_by(knowledge, row->refused, *row, {}, refusal);
      refusal.rule += "+refused";
      findings.push_back(std::move(refusal));
      continue;
    }
    const std::string& type = knowledge.types[findings[i].type].name;
    // Promised retreats and concessions stay what they are, unless somebody commits himself to them.
    if ((type == "RETREAT" || type == "CONCEDE") && !findings[i].reality.committed) continue;
    if (row->intended.empty()) continue;
    // `a march on the capital is planned`, `students plan to protest`: nobody threatens anybody with it.
    const bool nobody = findings[i].arguments.sources.empty(), at_nobody = findings[i].arguments.targets.empty();
    if (type == "PROTEST" ? nobody || at_nobody : nobody && at_nobody) continue;
    compose_by(knowledge, row->intended, *row, {}, findings[i]);
    findings[i].rule += "+intended";
  }
  for (Finding& inner : findings) say_once(syntax, arguments, findings, inner);
  std::erase_if(findings, [](const Finding& finding) { return finding.dropped; });
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return a.trigger < b.trigger; });
}

}  // namespace demarche
