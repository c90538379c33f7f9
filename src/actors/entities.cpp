// What becomes of the groups: actors with name, country, sectors and code.
#include <algorithm>
#include <array>

#include "actors/analysis.h"
#include "text/utf8.h"
#include "text/words.h"

namespace demarche {

std::int16_t country_of_leader(const Analysis& a, std::uint32_t m) {
  const Details& d = a.details[m];
  if (d.known && d.known->kind == NameKind::leader) return a.knowledge.leaders[d.known->row].country;
  const Leader* leader = !d.known && d.name.size() == 1 ? a.knowledge.only_leader_called(a.forms[d.name.first]) : nullptr;
  return leader ? leader->country : no_country;
}

namespace {

std::string text_of(const Analysis& a, WordRange words) {
  std::string text;
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    if (i > words.first && a.word(i).space_before) text.push_back(' ');
    text += a.word(i).form;
  }
  return text;
}

WordRange without_determiner(const Analysis& a, WordRange words) {
  while (words.size() > 1 && (base(a.word(words.first).deprel) == "det" || a.word(words.first).upos == Upos::PUNCT)) ++words.first;
  return words;
}

// The row that holds on the document's day, else the latest that began before it, else the first.
const Leader* on_the_day(const ActorKnowledge& knowledge, std::uint32_t row, const std::optional<Date>& day, bool& in_office,
                         bool& before) {
  const Leader* best = nullptr;
  in_office = before = false;
  bool began = false;
  for (auto at = static_cast<std::int32_t>(row); at >= 0; at = knowledge.leaders[static_cast<std::size_t>(at)].next) {
    const Leader& leader = knowledge.leaders[static_cast<std::size_t>(at)];
    const bool started = !day || !leader.since || std::chrono::sys_days(*leader.since) <= std::chrono::sys_days(*day);
    const bool ended = day && leader.until && std::chrono::sys_days(*leader.until) < std::chrono::sys_days(*day);
    if (started && !ended) {
      in_office = true;
      return &leader;
    }
    began |= started;
    if (!best || started) best = &leader;
  }
  before = !began;
  return best;
}

constexpr std::array<std::string_view, 7> heading_verbs = {"head", "lead", "run", "chair", "oversee", "command", "govern"};

// `Rezai's office`, `her spokesman`, `its envoy`: of the country and the sectors that the document gives to whose they are, wherever it
// does.
struct Owned {
  std::int16_t country = no_country;
  std::string_view code;
  Roles roles;
};

Owned of_owner(const Analysis& a, const Group& g) {
  Owned owned;
  // `her counterpart`, whom she may well call `my brother`
  if (std::any_of(g.mentions.begin(), g.mentions.end(), [&](std::uint32_t m) { return is_counterpart(a, m); })) return owned;
  for (const auto m : g.mentions) {
    const Details& d = a.details[m];
    if (d.possessor == none || !(d.noun || a.lemmas[a.coding.actors.mentions[m].head] == "office")) continue;
    const auto owner = a.details[static_cast<std::size_t>(d.possessor)].group;
    if (owner == none || a.groups[static_cast<std::size_t>(owner)].kind == ActorClass::place) continue;
    const Group& of = a.groups[static_cast<std::size_t>(owner)];
    const bool office = d.noun && d.noun->office;
    if (of.is_country && !office) continue;  // `its envoy`, but not `its neighbour`
    owned.country = of.country;
    for (const auto other : of.mentions) {
      const KnownName* known = a.details[other].known;
      const Organisation* body = known && known->kind == NameKind::organisation ? &a.knowledge.organisations[known->row] : nullptr;
      if (owned.country == no_country && body) owned.country = body->country;
      if (office && body) owned.roles.add(body->roles);
      if (owned.country == no_country) owned.country = a.details[other].country;
      if (owned.country == no_country) owned.country = country_of_leader(a, other);
      if (owned.code.empty()) owned.code = a.details[other].code;
      if (office && (of.kind == ActorClass::organisation || of.kind == ActorClass::people)) owned.roles.add(a.details[other].roles);
    }
    if (owned.country != no_country || !owned.code.empty() || !owned.roles.empty()) break;
  }
  return owned;
}

bool is_of_a_state(const ActorKnowledge& knowledge, const Roles& roles) {
  static constexpr std::array<std::string_view, 6> sectors = {"GOV", "MIL", "LEG", "JUD", "COP", "OPP"};
  for (std::uint8_t i = 0; i < roles.count; ++i)
    if (std::find(sectors.begin(), sectors.end(), knowledge.sectors[roles.at[i]].plover) != sectors.end()) return true;
  return false;
}

bool is_outlaw(const ActorKnowledge& knowledge, const Details& d) {
  if (d.code.starts_with("IMG")) return true;
  for (std::uint8_t i = 0; i < d.roles.count; ++i)
    if (is_one_of(knowledge.sectors[d.roles.at[i]].plover, {"REB", "CRM"})) return true;
  return false;
}

// `The senator said President Vik was a terrorist`: what others call somebody who holds an office of a state does not say what he is.
bool is_said_by_another(const Analysis& a, const Group& g, std::uint32_t mention) {
  const Details& d = a.details[mention];
  if (!d.predicate || d.statement == none || a.speaker[static_cast<std::size_t>(d.statement)] == d.group || !is_outlaw(a.knowledge, d))
    return false;
  return std::any_of(g.mentions.begin(), g.mentions.end(), [&](std::uint32_t other) {
    const Details& o = a.details[other];
    return !o.predicate && !is_outlaw(a.knowledge, o) &&
           (is_of_a_state(a.knowledge, o.roles) || (o.known && o.known->kind == NameKind::leader));
  });
}

// `Armenia sued its neighbour`, `she met her counterpart`: the country of which the document speaks most beside the one whose neighbour it
// is, where no third is spoken of nearly as much.
std::int16_t country_of_the_other(const Analysis& a, const Focus& focus, const Group& g) {
  constexpr float clearly = 1.5F, least_share = 0.1F;
  for (const auto m : g.mentions) {
    const Details& d = a.details[m];
    if (d.possessor == none || d.number == Number::plural || !a.knowledge.words.related.contains(a.lemmas[a.head(m)])) continue;
    const auto owner = a.details[static_cast<std::size_t>(d.possessor)].group;
    std::int16_t own = owner == none ? no_country : a.groups[static_cast<std::size_t>(owner)].country;
    const bool opposite = is_counterpart(a, m) && is_of_a_state(a.knowledge, d.roles);
    if (own == no_country || (a.groups[static_cast<std::size_t>(owner)].kind == ActorClass::person && !opposite)) continue;
    std::int16_t best = no_country;
    float best_share = 0, second = 0;
    for (std::int16_t c = 0; c < static_cast<std::int16_t>(a.knowledge.countries.size()); ++c) {
      const float share = c == own ? 0 : focus.share(c);
      if (share > best_share)
        second = best_share, best_share = share, best = c;
      else
        second = std::max(second, share);
    }
    if (best_share >= least_share && best_share >= clearly * second) return best;
  }
  return no_country;
}

// `The ministry denied it. The minister who heads it, Ida Krog, …`: of the country of what he is said to head.
std::int16_t country_of_what_he_heads(const Analysis& a, const Group& g) {
  for (const auto m : g.mentions) {
    if (a.coding.actors.mentions[m].kind == MentionKind::pronoun) continue;
    for (const auto clause : a.tree.children(a.coding.actors.mentions[m].head)) {
      if (a.word(clause).deprel != "acl:relcl" ||
          std::find(heading_verbs.begin(), heading_verbs.end(), a.lemmas[clause]) == heading_verbs.end())
        continue;
      const auto object = child(a.reading, a.tree, clause, "obj");
      const auto what = object == no_word ? none : a.mention_at(static_cast<std::uint32_t>(object));
      const auto group = what == none ? none : a.details[static_cast<std::size_t>(what)].group;
      if (group == none) continue;
      for (const auto other : a.groups[static_cast<std::size_t>(group)].mentions)
        if (a.details[other].country != no_country) return a.details[other].country;
    }
  }
  return no_country;
}

// `A Danish court jailed him. The presiding judge, Ida Krog, …`: judges and prosecutors are of the country of the court of which the text
// told last.
std::int16_t country_of_the_court(const Analysis& a, std::uint32_t mention) {
  const auto is_of_a_court = [&](std::uint32_t m) {
    const Roles& roles = a.details[m].roles;
    return roles.count > 0 && a.knowledge.sectors[roles.at[0]].plover == "JUD";
  };
  if (!is_of_a_court(mention)) return no_country;
  for (auto m = mention; m-- > 0;) {
    const Details& d = a.details[m];
    if (a.coding.actors.mentions[m].kind == MentionKind::nominal && d.kind == ActorClass::organisation && d.country != no_country &&
        !d.quoted && is_of_a_court(m))
      return d.country;
  }
  return no_country;
}

// `Defense Secretary Ash Carter` in a report on North Korea: of the countries that have an office of this name, the one that the document
// speaks of most, whatever country is spoken of around him.
std::int16_t of_those_who_have_it(const KnownNoun& office, const Focus& focus, std::int16_t around) {
  const auto& having = office.countries;
  if (having.empty() || std::find(having.begin(), having.end(), around) != having.end()) return around;
  if (having.size() == 1) return having.front();
  const auto most = std::max_element(having.begin(), having.end(),
                                     [&](std::int16_t one, std::int16_t other) { return focus.share(one) < focus.share(other); });
  return focus.share(*most) > 0 ? *most : no_country;
}

}  // namespace

void make_entities(Analysis& a) {
  Actors& actors = a.actors();
  const Focus focus(a);
  for (Group& g : a.groups) {
    if (g.mentions.empty()) continue;
    std::sort(g.mentions.begin(), g.mentions.end());
    Entity entity;
    entity.first_mention = g.mentions.front();
    // The fullest name, else the fullest phrase that is no pronoun.
    const Details* named = nullptr;
    const Details* full_name = nullptr;
    std::uint32_t phrase = g.mentions.front();
    bool has_phrase = false;
    const Organisation* organisation = nullptr;
    const KnownName* leader = nullptr;
    std::int16_t country = no_country;
    Roles roles;
    std::string_view rule, code;
    std::int32_t in_office = none;  // the first mention that names an office of a state
    for (const auto m : g.mentions) {
      const Details& d = a.details[m];
      const Mention& mention = actors.mentions[m];
      if (mention.kind == MentionKind::pronoun) continue;
      if (!d.name.empty() && !d.demonym) {
        if (!named) named = &d;
        if (!full_name || d.name.size() > full_name->name.size()) full_name = &d;
        if (d.known && d.known->kind == NameKind::organisation) organisation = &a.knowledge.organisations[d.known->row];
        if (d.known && d.known->kind == NameKind::leader) leader = d.known;
      } else if (mention.kind == MentionKind::nominal) {
        const bool by_pronoun = d.possessor != none && actors.mentions[static_cast<std::size_t>(d.possessor)].kind == MentionKind::pronoun;
        const Mention& now = actors.mentions[phrase];
        const Details& nd = a.details[phrase];
        const bool now_by_pronoun =
            nd.possessor != none && actors.mentions[static_cast<std::size_t>(nd.possessor)].kind == MentionKind::pronoun;
        if (!has_phrase || (now_by_pronoun && !by_pronoun) || (now_by_pronoun == by_pronoun && mention.words.size() > now.words.size()))
          phrase = m, has_phrase = true;
      }
      if (is_said_by_another(a, g, m)) continue;
      if (d.country != no_country && (country == no_country || (rule == "country in focus" && d.rule != rule)))
        country = d.country, rule = d.rule;
      if (!d.roles.empty() && rule.empty()) rule = d.noun && d.noun->office ? "title" : "nouns";
      // `The minister, a former judge`: is no judge now
      if (!d.former || in_office == none) roles.add(d.roles);
      if (code.empty()) code = d.code;
      // `government spokeswoman Ann Ray`: whose office it is tells the word before.
      const bool of_state = d.noun && d.noun->office &&
                            (is_of_a_state(a.knowledge, d.noun->roles) ||
                             (a.knowledge.words.spokesman.contains(d.role_word) && is_of_a_state(a.knowledge, d.roles)));
      if (in_office == none && !d.heads_body && of_state) in_office = static_cast<std::int32_t>(m);
    }
    if (country == no_country) country = g.country;
    if (country == no_country && code.empty() && !g.is_country) {
      const Owned owned = of_owner(a, g);
      country = owned.country;
      if (country == no_country) code = owned.code;
      if (roles.empty()) roles = owned.roles;
      if (country != no_country || !code.empty()) rule = "possessor";
    }
    if (country == no_country && code.empty() && !g.is_country)
      if (country = country_of_the_other(a, focus, g); country != no_country) rule = "country in focus";
    if (g.is_country) {
      entity.name = a.knowledge.countries[static_cast<std::size_t>(g.country)].name;
      entity.country = a.knowledge.countries[static_cast<std::size_t>(g.country)].code;
      entity.code = entity.country;
      entity.key = "country:" + entity.country;
      entity.rule = "countries.tsv";
    } else {
      if (organisation) {
        entity.name = organisation->name;
      } else if (full_name) {
        entity.name = text_of(a, full_name->name);
        if (full_name->kind == ActorClass::organisation && full_name->title.size() > 0)
          entity.name = text_of(a, without_determiner(a, {full_name->title.first, full_name->name.last}));
      } else if (has_phrase) {
        entity.name = text_of(a, without_determiner(a, actors.mentions[phrase].words));
      } else {
        entity.name = text_of(a, actors.mentions[g.mentions.front()].words);
      }
      // `his regime` under the name of him
      if (g.government_of != none && has_phrase) {
        const Details& d = a.details[phrase];
        if (d.possessor != none && actors.mentions[static_cast<std::size_t>(d.possessor)].kind == MentionKind::pronoun) {
          for (const auto m : a.groups[static_cast<std::size_t>(g.government_of)].mentions) {
            if (a.details[m].name.empty()) continue;
            entity.name =
                text_of(a, a.details[m].name) + " " + text_of(a, {actors.mentions[phrase].head, actors.mentions[phrase].head + 1});
            break;
          }
        }
      }
      if (g.government_of != none && country == no_country) country = a.groups[static_cast<std::size_t>(g.government_of)].country;
      // `the Senate` of a report from Prague, `Nepal's House of Representatives`
      if (organisation && full_name && organisation->country != no_country &&
          a.knowledge.words.common.contains(a.joined(full_name->name, a.forms))) {
        std::int16_t here = no_country;
        std::string_view by = "possessor";
        for (const auto m : g.mentions)
          if (const auto owner = a.details[m].possessor; owner != none && here == no_country)
            if (const auto of = a.details[static_cast<std::size_t>(owner)].group; of != none)
              here = a.groups[static_cast<std::size_t>(of)].country;
        // `the Nepali Congress`
        for (const auto m : g.mentions)
          for (auto i = actors.mentions[m].words.first; i < a.details[m].name.first && here == no_country; ++i)
            if (const auto before = a.mention_at(i); before != none && a.details[static_cast<std::size_t>(before)].demonym)
              here = a.details[static_cast<std::size_t>(before)].country;
        for (const auto m : g.mentions)
          if (const Details& d = a.details[m]; here == no_country && d.country != organisation->country && d.rule != "country in focus")
            here = d.country;
        if (here == no_country) {
          by = "country in focus";
          for (std::size_t k = 0; k < g.mentions.size() && here == no_country; ++k) here = focus.around(a, g.mentions[k], 0.7F);
          if (here != no_country && focus.share(here) < 2 * focus.share(organisation->country)) here = no_country;
        }
        if (here != no_country && here != organisation->country) {
          roles = organisation->roles;
          country = here;
          rule = by;
          entity.name = text_of(a, full_name->name);
          organisation = nullptr;
        }
      }
      if (organisation) {
        roles = organisation->roles;
        country = organisation->country;
        code = organisation->code;
      }
      // The list of leaders, last.
      const Group* person = g.government_of != none ? &a.groups[static_cast<std::size_t>(g.government_of)] : &g;
      if (!leader && (country == no_country || roles.empty())) {
        for (const auto m : person->mentions)
          if (a.details[m].known && a.details[m].known->kind == NameKind::leader) leader = a.details[m].known;
      }
      const Leader* known = nullptr;
      bool holds_office = false, before = false;
      if (leader) {
        known = on_the_day(a.knowledge, leader->row, a.coding.document.published, holds_office, before);
      } else if (person->kind == ActorClass::person && person->has_name && country == no_country) {
        // A surname alone that only one of them bears.
        for (const auto m : person->mentions) {
          const Details& d = a.details[m];
          if (d.name.empty()) continue;
          if (full_name && full_name->name.size() > 1) break;
          const auto found = a.knowledge.leader_surnames.find(a.forms[d.name.last - 1]);
          if (found == a.knowledge.leader_surnames.end() || found->second < 0) break;
          const auto& bearer = a.knowledge.leaders[static_cast<std::size_t>(found->second)];
          if (a.knowledge.words.shared_surname.contains(found->first) && bearer.country != no_country && focus.share(bearer.country) == 0)
            break;
          known = on_the_day(a.knowledge, static_cast<std::uint32_t>(found->second), a.coding.document.published, holds_office, before);
          break;
        }
      }
      if (known) {
        if (country == no_country && known->country != no_country && code.empty()) country = known->country, rule = "leaders.tsv";
        if (country == no_country && code.empty()) code = known->code, rule = "leaders.tsv";
        if (g.government_of == none && roles.empty() && !before) {
          if (holds_office || !known->roles.has(a.knowledge.gov))
            roles = known->roles;
          else
            roles.add(a.knowledge.eli);
        }
      }
      if (country == no_country && code.empty() && in_office != none && g.kind == ActorClass::person &&
          may_be_of_the_passage(a, static_cast<std::uint32_t>(in_office))) {
        country = country_of_the_court(a, static_cast<std::uint32_t>(in_office));
        if (country == no_country) country = country_of_what_he_heads(a, g);
        if (country == no_country)
          country = of_those_who_have_it(*a.details[static_cast<std::size_t>(in_office)].noun, focus,
                                         focus.around(a, static_cast<std::uint32_t>(in_office), 0.4F, 2.0F));
        if (country != no_country) rule = "country in focus";
      }
      g.country = country;
      if (country != no_country) entity.country = a.knowledge.countries[static_cast<std::size_t>(country)].code;
      if (!entity.country.empty()) code = organisation ? std::string_view(organisation->code) : std::string_view();
      entity.code = code.empty() ? entity.country : std::string(code);
      if (code.empty())
        for (std::uint8_t i = 0; i < std::min<std::uint8_t>(roles.count, 3); ++i) entity.code += a.knowledge.sectors[roles.at[i]].cameo;
      for (std::uint8_t i = 0; i < roles.count; ++i) entity.roles.push_back(a.knowledge.sectors[roles.at[i]].plover);
      entity.rule = rule;
      if (full_name || organisation) {
        entity.key = folded(entity.name);
        if (g.is_place) entity.key = "place:" + entity.key;
      } else {
        entity.key = "nominal:" + folded(entity.name);
      }
    }
    switch (g.kind) {
      case ActorClass::person:
      case ActorClass::people:
        entity.type = EntityType::person;
        break;
      case ActorClass::organisation:
        entity.type = EntityType::organization;
        break;
      case ActorClass::country:
      case ActorClass::place:
        entity.type = EntityType::place;
        break;
      case ActorClass::unknown:
        // `we` and `you` of a text that does not say who they are
        for (const auto m : g.mentions)
          if (actors.mentions[m].kind == MentionKind::pronoun && a.details[m].person != 3) entity.type = EntityType::person;
        break;
    }
    for (const auto m : g.mentions) actors.mentions[m].entity = static_cast<std::int32_t>(actors.entities.size());
    actors.entities.push_back(std::move(entity));
  }
  for (std::size_t m = 0; m < actors.mentions.size(); ++m) actors.mentions[m].government = a.details[m].government;
}

}  // namespace demarche
