// Actors that stand where a target does and are none: who suffered what is spoken of, whom a measure is on, what is asked for.
#include <algorithm>

#include "events/arguments.h"
#include "text/words.h"

namespace demarche {
namespace {

// `called for 20,000 troops`, `clamored for the deployment of Allied troops`: what is asked for, and not who is asked.
bool is_asked_for(const Syntax& syntax, std::uint32_t trigger, std::uint32_t head) {
  if (head > trigger && syntax.marker(head) == "for" && syntax.child(head, "acl") == no_word && syntax.child(trigger, "xcomp") == no_word &&
      syntax.child(trigger, "advcl") == no_word)
    return is_one_of(syntax.lemma(head), {"troop", "troops", "soldier", "force", "forces", "peacekeeper", "reinforcement"});
  if (head < trigger || syntax.relation(head) != "nmod" || syntax.head(head) == no_word) return false;
  const auto above = static_cast<std::uint32_t>(syntax.head(head));
  return syntax.marker(above) == "for" && syntax.marker(head) == "of" &&
         is_one_of(syntax.lemma(above), {"deployment", "dispatch", "presence", "stationing", "return"});
}

// `pleaded for help on the island of Bioko`: where they did.
bool names_a_territory(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t trigger, std::uint32_t head) {
  if (head < trigger || syntax.relation(head) != "nmod" || syntax.head(head) == no_word) return false;
  const auto above = static_cast<std::uint32_t>(syntax.head(head));
  return syntax.marker(above) == "on" && syntax.is_among(above, knowledge.territories);
}

// `supported a ban on refugees`: no support for them.
bool is_under_a_measure(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t head) {
  return syntax.relation(head) == "nmod" && syntax.head(head) != no_word && is_one_of(syntax.marker(head), {"on", "upon", "against"}) &&
         syntax.is_among(static_cast<std::uint32_t>(syntax.head(head)), knowledge.measures);
}

}  // namespace

// `condemned the attack on Chad`, `justified the raids around Aleppo`: whom an attack is made upon is not who made it.
bool ArgumentFinder::is_victim_of(std::uint32_t phrase, std::uint32_t deed) const {
  if (syntax_.relation(phrase) != "nmod") return false;
  // `took aim at hate speech against refugees`
  if (syntax_.is_among(deed, knowledge_.hostilities) && syntax_.marker(phrase) == "against") return true;
  return syntax_.is_among(deed, knowledge_.attacks) &&
         is_one_of(syntax_.marker(phrase), {"on", "upon", "against", "at", "in", "inside", "near", "around", "across", "over", "outside"});
}

// `denounced the killing of the envoy`, `protested against Kim's arrest`: of the envoy and Kim nobody thinks ill for that.
bool ArgumentFinder::suffers(std::uint32_t phrase, std::uint32_t deed) const {
  if (syntax_.relation(phrase) != "nmod") return false;
  if (syntax_.label(phrase) != "nmod:poss") return syntax_.marker(phrase) == "of" && syntax_.is_among(deed, knowledge_.suffered);
  WordList others;
  syntax_.obliques(deed, "of", others);
  return others.empty() && syntax_.is_among(deed, knowledge_.undergone);
}

void ArgumentFinder::spare_victims(const Predicate& predicate, std::uint32_t trigger, Arguments& arguments) const {
  const bool inquires = predicate.cameo.starts_with("09");  // `investigates the attack on Chad`
  constexpr int longest_way = 4;
  std::int32_t deed = no_word;
  std::erase_if(arguments.targets, [&](std::int32_t target) {
    auto at = static_cast<std::int32_t>(coding_.actors.mentions[static_cast<std::size_t>(target)].head);
    for (int step = 0; step < longest_way && at != no_word && at != static_cast<std::int32_t>(trigger); ++step) {
      const auto phrase = static_cast<std::uint32_t>(at);
      at = syntax_.head(phrase);
      if (at == no_word || at == static_cast<std::int32_t>(trigger)) continue;
      const bool hit = inquires && is_victim_of(phrase, static_cast<std::uint32_t>(at));
      if (!hit && !suffers(phrase, static_cast<std::uint32_t>(at))) continue;
      deed = at;
      return true;
    }
    return false;
  });
  if (deed == no_word || !arguments.targets.empty()) return;
  arguments.target_role = nullptr;
  // `by rebels`, which parsers hang on the verb as well
  WordList agents;
  syntax_.obliques(static_cast<std::uint32_t>(deed), "by", agents);
  if (agents.empty() && !syntax_.is_passive(trigger)) syntax_.obliques(trigger, "by", agents);
  for (const auto agent : agents)
    if (agent > static_cast<std::uint32_t>(deed)) actors_of(agent, arguments.targets);
}

// `the Paris attacks`, `the Kabul airport bombing`: a city in front of an attack is where it was, and no one who attacked.
bool ArgumentFinder::is_where_it_struck(std::uint32_t modifier, std::uint32_t deed) const {
  while (syntax_.relation(deed) == "compound" && syntax_.head(deed) > static_cast<std::int32_t>(deed))
    deed = static_cast<std::uint32_t>(syntax_.head(deed));
  if (syntax_.relation(modifier) != "compound" || modifier > deed || !syntax_.is_among(deed, knowledge_.attacks)) return false;
  return std::any_of(coding_.places.begin(), coding_.places.end(),
                     [&](const Place& place) { return !place.is_country && place.words.contains(modifier); });
}

void ArgumentFinder::leave_out_who_is_no_target(const Predicate& predicate, std::uint32_t trigger, Arguments& arguments) const {
  if (predicate.type >= knowledge_.types.size()) return;
  const std::string_view type = knowledge_.types[predicate.type].name;
  if (is_one_of(type, {"ACCUSE", "SUPPORT", "REJECT", "PROTEST"})) spare_victims(predicate, trigger, arguments);
  std::erase_if(arguments.targets, [&](std::int32_t target) {
    const auto head = coding_.actors.mentions[static_cast<std::size_t>(target)].head;
    if (type == "SUPPORT") return is_under_a_measure(knowledge_, syntax_, head);
    return type == "REQUEST" && syntax_.is_verb(trigger) &&
           (is_asked_for(syntax_, trigger, head) || names_a_territory(knowledge_, syntax_, trigger, head));
  });
}

}  // namespace demarche
