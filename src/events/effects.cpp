#include "events/effects.h"

#include <algorithm>

#include "text/words.h"

namespace demarche {

bool is_harm(std::string_view type) { return is_one_of(type, {"ACCUSE", "SANCTION", "COERCE", "ASSAULT", "THREATEN"}); }
bool is_help(std::string_view type, std::string_view mode) {
  return is_one_of(type, {"SUPPORT", "AID"}) || (type == "RETREAT" && mode == "release");
}

bool is_dealt_with(const Syntax& syntax, std::uint32_t noun) {
  const auto below = syntax.children(noun);
  return std::any_of(below.begin(), below.end(),
                     [&](std::uint32_t c) { return c > noun && syntax.relation(c) == "acl" && syntax.is_infinitive(c); });
}

bool undergone_by_owner(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t noun) {
  const auto& nouns = knowledge.by_lemma[static_cast<std::size_t>(PredicateKind::noun)];
  const auto found = nouns.find(syntax.lemma(noun));
  return found != nouns.end() && std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t entry) {
           const Predicate& predicate = knowledge.predicates[entry];
           // `his support among farmers` says nothing of `his support`
           const bool elsewhere = std::any_of(predicate.conditions.begin(), predicate.conditions.end(), [&](const Condition& condition) {
             if (condition.key != ConditionKey::preposition || condition.forbidden) return false;
             WordList there;
             syntax.obliques(noun, condition.preposition, there);
             return there.empty();
           });
           if (elsewhere) return false;
           const auto& roles = knowledge.frames[predicate.frame].target;
           return std::any_of(roles.begin(), roles.end(), [](const Role& role) { return role.kind == RoleKind::possessor; });
         });
}

int effect_of(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t noun) {
  if (syntax.word(noun).upos != Upos::NOUN) return 0;
  const auto& nouns = knowledge.by_lemma[static_cast<std::size_t>(PredicateKind::noun)];
  const auto found = nouns.find(syntax.lemma(noun));
  if (found == nouns.end()) return 0;
  const auto all = [&](auto does) {
    return std::all_of(found->second.begin(), found->second.end(), [&](std::uint32_t entry) {
      const Predicate& predicate = knowledge.predicates[entry];
      return !predicate.no_event && does(knowledge.types[predicate.type].name, predicate.mode);
    });
  };
  if (all([](std::string_view type, std::string_view) { return is_harm(type); })) return -1;
  return all([](std::string_view type, std::string_view mode) { return is_help(type, mode); }) ? 1 : 0;
}

}  // namespace demarche
