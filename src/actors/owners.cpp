#include "actors/owners.h"

#include <algorithm>
#include <map>

#include "actors/distinct_nominals.h"

namespace demarche {
namespace {

const Leader* leader_of(const Analysis& a, const Group& g) {
  for (const auto m : g.mentions)
    if (const KnownName* known = a.details[m].known; known && known->kind == NameKind::leader) return &a.knowledge.leaders[known->row];
  return nullptr;
}

}  // namespace

void link_governments(Analysis& a, bool quoted) {
  auto& mentions = a.actors().mentions;
  for (std::uint32_t m = 0; m < a.details.size(); ++m) {
    Details& d = a.details[m];
    if (d.possessor == none || mentions[m].kind != MentionKind::nominal || d.quoted != quoted) continue;
    const auto owner = static_cast<std::size_t>(d.possessor);
    if (mentions[owner].kind != MentionKind::pronoun) continue;
    const auto of = a.details[owner].group;
    if (of == none) continue;
    const Group& g = a.groups[static_cast<std::size_t>(of)];
    const bool of_another =
        ((g.is_country || g.kind == ActorClass::organisation) && a.knowledge.words.related.contains(a.lemmas[a.head(m)])) ||
        is_counterpart(a, m);
    if (d.country == no_country && g.country != no_country && d.code.empty() && d.noun && d.noun->political && !of_another) {
      d.country = g.country;
      d.rule = "possessor";
      if (d.group != none && a.groups[static_cast<std::size_t>(d.group)].country == no_country)
        a.groups[static_cast<std::size_t>(d.group)].country = d.country;
    }
    // `its spokesman`, of the rebels; `its military spokesman` speaks for no army then
    const bool speaks_for_it = a.knowledge.words.spokesman.contains(d.role_word) && d.roles.has(a.knowledge.mil);
    if ((d.roles.empty() || speaks_for_it) && d.noun && d.noun->office && !g.is_country &&
        (g.kind == ActorClass::organisation || g.kind == ActorClass::people))
      for (const auto other : g.mentions)
        if (const Roles& roles = a.details[other].roles; !roles.empty()) {
          if (d.roles.empty() || roles.has(a.knowledge.reb)) d.roles = roles;
          break;
        }
    if (d.group != none || !d.noun || !d.noun->government) continue;
    if (g.is_country) {
      d.government = true;
      a.join(m, of);
      continue;
    }
    std::int32_t found = none;
    for (std::size_t k = 0; k < a.groups.size() && found == none && k < 4000; ++k)
      if (a.groups[k].government_of == of && !a.groups[k].mentions.empty()) found = static_cast<std::int32_t>(k);
    if (found == none) {
      found = a.new_group();
      a.groups.back().government_of = of;
      a.groups.back().kind = ActorClass::organisation;
      a.groups.back().number = Number::singular;
    }
    a.join(m, found);
  }
}

void part_what_others_own(Analysis& a) {
  const auto& mentions = a.actors().mentions;
  for (std::uint32_t m = 0; m < a.details.size(); ++m) {
    Details& d = a.details[m];
    if (mentions[m].kind != MentionKind::nominal || d.possessor == none || d.group == none || d.same_as != none) continue;
    if (mentions[static_cast<std::size_t>(d.possessor)].kind != MentionKind::pronoun) continue;
    const Group& g = a.groups[static_cast<std::size_t>(d.group)];
    if (g.has_name || g.is_country || g.mentions.front() == m) continue;
    const bool of_another = std::any_of(g.mentions.begin(), g.mentions.end(), [&](std::uint32_t other) {
      const auto owner = a.details[other].possessor;
      return other < m && owner != none && mentions[static_cast<std::size_t>(owner)].kind != MentionKind::pronoun &&
             have_different_owners(a, m, other);
    });
    if (!of_another) continue;
    auto& others = a.groups[static_cast<std::size_t>(d.group)].mentions;
    others.erase(std::find(others.begin(), others.end(), m));
    d.group = none;
    const auto own = a.new_group();
    a.join(m, own);
  }
}

void link_what_the_same_owns(Analysis& a) {
  std::map<std::pair<std::int32_t, std::string_view>, std::uint32_t> owned;  // owner, noun: last mention
  const auto& mentions = a.actors().mentions;
  for (std::uint32_t m = 0; m < a.details.size(); ++m) {
    const Details& d = a.details[m];
    if (mentions[m].kind != MentionKind::nominal || d.possessor == none) continue;
    const std::int32_t owner = a.details[static_cast<std::size_t>(d.possessor)].group;
    if (owner == none || (d.group != none && a.groups[static_cast<std::size_t>(d.group)].is_country)) continue;
    const auto [at, added] = owned.emplace(std::pair{owner, a.lemmas[mentions[m].head]}, m);
    if (added) continue;
    const Details& before = a.details[at->second];
    const bool same = d.number == before.number && before.group != none && !new_modifiers(a, m, at->second);
    if (same && d.group == none) a.join(m, before.group);
    if (same && d.group != before.group && a.groups[static_cast<std::size_t>(d.group)].mentions.front() == m)
      a.merge(before.group, d.group);
    at->second = m;
  }
}

void link_own_countries(Analysis& a) {
  const auto& mentions = a.actors().mentions;
  for (std::uint32_t m = 0; m < a.details.size(); ++m) {
    Details& d = a.details[m];
    if (mentions[m].kind != MentionKind::nominal || d.possessor == none || d.group == none || d.number == Number::plural) continue;
    if (mentions[static_cast<std::size_t>(d.possessor)].kind != MentionKind::pronoun || mentions[m].words.size() != 2) continue;
    if (a.lemmas[mentions[m].head] != "country" && a.lemmas[mentions[m].head] != "nation" && a.lemmas[mentions[m].head] != "homeland")
      continue;
    const auto owner = a.details[static_cast<std::size_t>(d.possessor)].group;
    if (owner == none) continue;
    const std::int16_t country = a.groups[static_cast<std::size_t>(owner)].country;
    const Group& own = a.groups[static_cast<std::size_t>(d.group)];
    if (country == no_country || own.is_country || (own.country != no_country && own.country != country) || own.has_name) continue;
    a.merge(a.group_of_country(country), d.group);
  }
}

std::int32_t side_of(Analysis& a, std::int32_t speaker) {
  const Group& g = a.groups[static_cast<std::size_t>(speaker)];
  if (g.is_country || g.kind == ActorClass::organisation || g.kind == ActorClass::people || g.number == Number::plural) return speaker;
  bool governs = false;
  std::int16_t country = no_country;
  std::int32_t organisation = none;
  for (const auto m : g.mentions) {
    const Details& d = a.details[m];
    if (d.country != no_country && country == no_country) country = d.country;
    if (d.roles.has(a.knowledge.gov) || d.roles.has(a.knowledge.mil)) governs = true;
    // `The minister, a former judge, said we …`: what he was before says nothing of the side he is on.
    if (d.former && governs) continue;
    if (d.roles.has(a.knowledge.eli) || d.roles.has(a.knowledge.opp)) return speaker;
    if (d.organisation != none && organisation == none) organisation = a.details[static_cast<std::size_t>(d.organisation)].group;
  }
  if (governs && country != no_country) return a.group_of_country(country);
  if (country == no_country) {
    if (const Leader* leader = leader_of(a, g); leader && leader->country != no_country && leader->roles.has(a.knowledge.gov))
      return a.group_of_country(leader->country);
  }
  return organisation != none ? organisation : speaker;
}

}  // namespace demarche
