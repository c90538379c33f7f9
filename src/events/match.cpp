// Finds the predicates of the lexicon in a text.
#include <algorithm>

#include "events/findings.h"
#include "text/words.h"

namespace demarche {
namespace {

// Words that can be a predicate: no adjectives made of verbs (`besieged town`), no nouns inside of names and compounds (`peace talks
// venue`).
// `a trade and cooperation agreement`, `cooperation agreement`: a word that says which agreement.
bool is_inside_compound(const Syntax& syntax, std::uint32_t i) {
  while (syntax.relation(i) == "conj" && syntax.head(i) != no_word) i = static_cast<std::uint32_t>(syntax.head(i));
  return syntax.relation(i) == "compound" || syntax.relation(i) == "flat";
}

// `flood-hit`, `war-torn`: what a place is like, however the parser hangs it on.
bool is_part_of_adjective(const Syntax& syntax, std::uint32_t i) {
  return i >= 2 && syntax.word(i).xpos == "VBN" && syntax.word(i - 1).form == "-" && syntax.word(i - 2).upos == Upos::NOUN &&
         syntax.head(i - 2) == static_cast<std::int32_t>(i) && is_one_of(syntax.relation(i), {"advcl", "acl", "xcomp", "amod"});
}

bool may_be(const Syntax& syntax, const Coding& coding, std::uint32_t i, PredicateKind& kind) {
  const auto relation = syntax.relation(i);
  if (is_part_of_adjective(syntax, i)) return false;
  switch (syntax.word(i).upos) {
    case Upos::VERB:
      kind = PredicateKind::verb;
      return relation != "amod" && relation != "compound" && relation != "case" && relation != "mark" && relation != "aux";
    case Upos::NOUN:
      kind = PredicateKind::noun;
      return !is_inside_compound(syntax, i) &&
             (i >= coding.actors.mention_of_head.size() || coding.actors.mention_of_head[i] == no_mention);
    case Upos::ADJ:
      kind = PredicateKind::adjective;
      return relation != "amod" && relation != "compound";
    default:
      return false;
  }
}

WordRange shown(const Syntax& syntax, const Predicate& predicate, std::uint32_t trigger, const WordList& named) {
  WordRange words{syntax.first_part(trigger), trigger + 1};
  constexpr std::uint32_t near = 4;
  if (!predicate.particle.empty()) {
    if (trigger + 1 < syntax.size() && same_word(syntax.word(trigger + 1).form, predicate.particle)) words.last = trigger + 2;
    for (const auto c : syntax.children(trigger))
      if (c > trigger && c <= trigger + near && same_word(syntax.word(c).form, predicate.particle))
        words.last = std::max(words.last, c + 1);
  }
  for (const auto noun : named)
    if (noun > trigger && noun <= trigger + near) words.last = std::max(words.last, noun + 1);
  return words;
}

// `Protests erupted in Paris`, `two marches are planned for Friday`, `before a planned march`: told, though nobody is named. Of other deeds
// of nobody to nobody nothing has been said.
bool is_told_to_happen(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t noun, const EventType& type) {
  if (!is_one_of(type.name, {"PROTEST", "ASSAULT"})) return false;
  // `the strike continues`: of which kind has not been said
  if (type.name == "ASSAULT" && syntax.lemma(noun) == "strike") return false;
  const auto& adjectives = knowledge.governors[static_cast<std::size_t>(PredicateKind::adjective)];
  for (const auto c : syntax.children(noun))
    if (syntax.relation(c) == "amod" && type.name == "PROTEST")
      if (const auto found = adjectives.find(ascii_lowered(syntax.word(c).form)); found != adjectives.end())
        for (const Governor& governor : found->second)
          if (governor.relation == "modifier" && governor.effect == Effect::intended) return true;
  while (syntax.relation(noun) == "conj" && syntax.head(noun) != no_word) noun = static_cast<std::uint32_t>(syntax.head(noun));
  if (syntax.relation(noun) != "nsubj" || syntax.head(noun) == no_word) return false;
  const auto verb = static_cast<std::uint32_t>(syntax.head(noun));
  if (!syntax.is_verb(verb)) return false;
  const auto& happening = knowledge.happening;
  if (syntax.is_among(verb, happening)) return true;
  const auto below = syntax.children(verb);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
    return c > verb &&
           std::binary_search(happening.begin(), happening.end(), std::string(syntax.lemma(verb)) + "_" + std::string(syntax.lemma(c)));
  });
}

// `A lawsuit was filed in 2012`, `a curfew was imposed`: with what was done, and nobody named.
bool is_told_to_be_done(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t verb, const EventType& type) {
  if (!syntax.is_verb(verb) || !syntax.is_passive(verb) || syntax.child(verb, "nsubj") == no_word ||
      !is_one_of(type.name, {"ACCUSE", "SANCTION", "COERCE"}))
    return false;
  const Reality reality = reality_of(knowledge, syntax, verb);
  return !reality.negated && reality.modality != Modality::possible;
}

}  // namespace

LexiconMatches match_lexicon(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, const ArgumentFinder& finder) {
  std::vector<Finding> findings;
  std::vector<bool> consumed(syntax.size(), false), no_event(syntax.size(), false);
  WordList named;
  const auto match = [&](std::uint32_t i, PredicateKind kind) {
    const auto& by_lemma = knowledge.by_lemma[static_cast<std::size_t>(kind)];
    auto entries = by_lemma.find(syntax.lemma(i));
    if (entries == by_lemma.end() && i == coding.reading.sentences[syntax.word(i).sentence].words.first)
      entries = by_lemma.find(ascii_lowered(syntax.lemma(i)));
    if (entries == by_lemma.end()) return;
    for (const auto index : entries->second) {
      const Predicate& predicate = knowledge.predicates[index];
      named.clear();
      if (!finder.holds(predicate, i, named)) continue;
      if (predicate.no_event) {
        no_event[i] = true;
        for (const auto word : named) consumed[word] = no_event[word] = true;
        return;
      }
      Arguments arguments = finder.find(predicate, i, named);
      const Frame& frame = knowledge.frames[predicate.frame];
      // `Soldiers and rebels clashed`: each is the others' target.
      const bool aimless = arguments.targets.empty() && !arguments.reciprocal;
      if (arguments.sources.empty() && arguments.targets.empty()) {
        const EventType& type = knowledge.types[predicate.type];
        const bool told = kind == PredicateKind::noun ? is_told_to_happen(knowledge, syntax, i, type)
                                                      : !named.empty() && is_told_to_be_done(knowledge, syntax, i, type);
        if (!told) continue;
      } else if ((frame.source_required && arguments.sources.empty()) || (frame.target_required && aimless)) {
        continue;
      }
      for (const auto word : named) consumed[word] = true;
      Finding finding;
      finding.trigger = finding.anchor = i;
      finding.words = shown(syntax, predicate, i, named);
      finding.kind = kind;
      finding.predicate = index;
      finding.type = predicate.type;
      finding.mode = predicate.mode;
      finding.cameo = predicate.cameo;
      finding.contexts = predicate.contexts;
      finding.goldstein = predicate.goldstein;
      finding.composition = predicate.composition;
      finding.reality = reality_of(knowledge, syntax, i);
      finding.arguments = std::move(arguments);
      finding.rule = "lexicon:" + predicate.id;
      findings.push_back(std::move(finding));
      return;
    }
  };
  // Verbs first: the nouns that they are read with are no events of their own (`impose sanctions`).
  PredicateKind kind{};
  for (std::uint32_t i = 0; i < syntax.size(); ++i)
    if (may_be(syntax, coding, i, kind) && kind != PredicateKind::noun) match(i, kind);
  for (std::uint32_t i = 0; i < syntax.size(); ++i)
    if (may_be(syntax, coding, i, kind) && kind == PredicateKind::noun && !consumed[i]) match(i, kind);
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return a.trigger < b.trigger; });
  return {std::move(findings), std::move(no_event)};
}

bool set_code(const EventKnowledge& knowledge, std::string_view code, Finding& finding) {
  const auto found = knowledge.cameo.find(code);
  if (found == knowledge.cameo.end()) return false;
  finding.cameo = found->second.code;
  finding.type = found->second.type;
  finding.mode = found->second.mode;
  finding.goldstein = found->second.goldstein;
  for (const std::string& context : found->second.contexts)
    if (std::find(finding.contexts.begin(), finding.contexts.end(), context) == finding.contexts.end()) finding.contexts.push_back(context);
  return true;
}

}  // namespace demarche
