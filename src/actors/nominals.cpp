// Which common noun phrases speak of somebody mentioned before: `the minister`, `the regime`, `the group`.
#include <algorithm>
#include <array>

#include "actors/analysis.h"
#include "actors/binding.h"
#include "actors/distinct_nominals.h"
#include "text/words.h"

namespace demarche {
namespace {

// The last few groups under a word, the latest last.
struct Recent {
  std::array<std::int32_t, 8> groups{};
  std::array<std::uint32_t, 8> mentions{};
  std::uint8_t count = 0;

  void add(std::int32_t group, std::uint32_t mention) {
    for (std::uint8_t i = 0; i < count; ++i) {
      if (groups[i] != group) continue;
      std::rotate(groups.begin() + i, groups.begin() + i + 1, groups.begin() + count);
      std::rotate(mentions.begin() + i, mentions.begin() + i + 1, mentions.begin() + count);
      mentions[count - 1] = mention;
      return;
    }
    if (count == groups.size()) {
      std::rotate(groups.begin(), groups.begin() + 1, groups.end());
      std::rotate(mentions.begin(), mentions.begin() + 1, mentions.end());
      --count;
    }
    groups[count] = group;
    mentions[count++] = mention;
  }
};
using RecentByWord = std::unordered_map<std::string_view, Recent>;

const Roles& roles_of(const Analysis& a, std::uint32_t mention) {
  const Details& d = a.details[mention];
  return d.known && d.known->kind == NameKind::organisation ? a.knowledge.organisations[d.known->row].roles : d.roles;
}

// Has only somebody's quoted speech spoken of it?
bool is_only_quoted(const Analysis& a, std::int32_t group) {
  const auto& mentions = a.groups[static_cast<std::size_t>(group)].mentions;
  return std::all_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) { return a.details[m].quoted; });
}

// Of the actor by his own words, or as the list of leaders has it.
std::int16_t country_of(const Analysis& a, const Group& g) {
  if (g.country != no_country || g.is_country) return g.country;
  constexpr std::size_t first_mentions = 8;
  for (std::size_t i = 0; i < std::min(g.mentions.size(), first_mentions); ++i)
    if (const KnownName* known = a.details[g.mentions[i]].known; known && known->kind == NameKind::leader)
      return a.knowledge.leaders[known->row].country;
  return no_country;
}

// Does its sentence begin the paragraph?
bool opens_in_paragraph(const Analysis& a, const Details& d) {
  return d.sentence == 0 || a.reading.sentences[d.sentence - 1].block != d.block;
}

}  // namespace

bool compatible(const Analysis& a, const Details& d, std::int32_t group) {
  const Group& g = a.groups[static_cast<std::size_t>(group)];
  if (d.number != Number::unknown && g.number != Number::unknown && d.number != g.number) return false;
  if (d.gender != Gender::unknown && g.gender != Gender::unknown && d.gender != g.gender) return false;
  if (const auto country = country_of(a, g); d.country != no_country && country != no_country && d.country != country) return false;
  const bool person = d.kind == ActorClass::person, other_person = g.kind == ActorClass::person;
  if (g.kind != ActorClass::unknown && d.kind != ActorClass::unknown && person != other_person) return false;
  return true;
}

// `The Hungarian`, `the former airline pilot`, `the 62-year-old`: a new word for somebody who was named before. Not of whom a clause, a
// name or an `of` phrase tells who he is.
bool is_epithet(const Analysis& a, std::uint32_t mention) {
  constexpr std::uint32_t most_words = 6;
  const Mention& m = a.coding.actors.mentions[mention];
  const Details& d = a.details[mention];
  if (!d.definite || d.demonstrative || d.number != Number::singular || d.possessor != none || d.same_as != none) return false;
  if (a.forms[m.words.first] != "the" || m.head - m.words.first >= most_words) return false;
  const bool of_age =
      a.forms[m.head].ends_with("-year-old") || (a.forms[m.head] == "old" && m.head >= m.words.first + 2 && a.forms[m.head - 2] == "year");
  if (d.kind != ActorClass::person && !of_age) return false;
  for (const auto c : a.tree.children(m.head))
    if (c > m.head && is_one_of(base(a.word(c).deprel), {"appos", "acl", "nmod", "flat", "nummod", "conj"})) return false;
  if (of_age) return true;
  if (d.demonym) return m.words.size() == 2;
  const std::string_view first = a.lemmas[m.words.first + 1];
  if (first.starts_with("ex-")) return true;
  return m.words.first + 1 < m.head &&
         (is_one_of(first, {"former", "retired", "veteran", "onetime", "one-time"}) || first.ends_with("-year-old"));
}

// Of the persons named before: by his nationality, or who has spoken or done something last.
std::int32_t person_meant(const Analysis& a, std::uint32_t mention, const Recent& named, const std::vector<bool>& speaks) {
  constexpr std::uint32_t farthest = 5, farthest_of_country = 8;  // sentences
  const Details& d = a.details[mention];
  for (std::uint8_t i = named.count; i-- > 0;) {
    const std::uint32_t before = named.mentions[i];
    const Details& b = a.details[before];
    const Group& g = a.groups[static_cast<std::size_t>(named.groups[i])];
    const auto distance = d.sentence - b.sentence;
    if (g.number == Number::plural || !compatible(a, d, named.groups[i])) continue;
    if (d.demonym) {
      if (distance <= farthest_of_country && country_of(a, g) == d.country) return named.groups[i];
    } else if (distance >= 1 && distance <= farthest && (b.syntax == Syntax::subject || speaks[before])) {
      return named.groups[i];
    }
  }
  return none;
}

// `workers who strike` are not `the workers` of before; `the state she once served` is not the place just named.
bool has_clause_of_its_own(const Analysis& a, std::uint32_t head) {
  for (const auto c : a.tree.children(head))
    if (c > head && base(a.word(c).deprel) == "acl" && a.forms[c - 1] != "," && a.forms[subtree(a.tree, c).first - 1] != ",") return true;
  return false;
}

namespace {

// `the Gulf nation`: the countries that the words before the noun leave to be meant, or null.
const std::vector<std::int16_t>* countries_of_area(const Analysis& a, std::uint32_t mention) {
  const Mention& m = a.coding.actors.mentions[mention];
  if (m.head < m.words.first + 2 || m.words.last != m.head + 1 || a.forms[m.words.first] != "the") return nullptr;
  const auto area = a.knowledge.areas.find(a.joined({m.words.first + 1, m.head}, a.forms));
  return area == a.knowledge.areas.end() ? nullptr : &area->second;
}

// `Moscow denied it. “It is a lie,” a spokesman, Ivan Orlov, said.`: of whom the text does not say for whom he speaks speaks for whoever
// spoke last in the paragraph.
void link_spokesmen(Analysis& a) {
  std::vector<std::int32_t> sources;  // mentions, in text order
  for (const auto source : a.actors().statement_source)
    if (source != none) sources.push_back(source);
  std::sort(sources.begin(), sources.end());
  for (std::uint32_t m = 0; m < a.details.size(); ++m) {
    Details& d = a.details[m];
    if (a.actors().mentions[m].kind == MentionKind::pronoun || !a.knowledge.words.spokesman.contains(d.role_word)) continue;
    if (d.country != no_country || d.organisation != none || !d.code.empty() || d.possessor != none || d.group == none) continue;
    std::int32_t before = none;
    constexpr int farthest = 20;
    auto at = std::lower_bound(sources.begin(), sources.end(), static_cast<std::int32_t>(m));
    for (int step = 0; before == none && step < farthest && at != sources.begin(); ++step) {
      const Details& s = a.details[static_cast<std::size_t>(*--at)];
      if (s.block == d.block && s.group != d.group && s.sentence < d.sentence) before = *at;
    }
    if (before == none) continue;
    const Details& s = a.details[static_cast<std::size_t>(before)];
    if (s.group == none || s.kind == ActorClass::person || s.kind == ActorClass::people) continue;
    const Group& g = a.groups[static_cast<std::size_t>(s.group)];
    d.country = s.country != no_country ? s.country : g.country;
    if (d.country == no_country) d.code = s.code;
    if (!g.is_country) {
      d.organisation = before;
      if (d.roles.empty()) d.roles = s.roles;
    }
    d.rule = "speaks for";
  }
}

// `The Free Rivers Front (FRF) … an FRF official`: of the body that the document has told about.
void take_from_named_bodies(Analysis& a) {
  const auto& mentions = a.actors().mentions;
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    const Details& body = a.details[m];
    if (mentions[m].kind != MentionKind::adjective || body.known || body.group == none) continue;
    const auto above = a.word(mentions[m].head).head;
    const auto who = above == no_word ? none : a.mention_at(static_cast<std::uint32_t>(above));
    if (who == none || !mentions[static_cast<std::size_t>(who)].words.contains(mentions[m].head)) continue;
    Details& d = a.details[static_cast<std::size_t>(who)];
    if (d.kind != ActorClass::person || d.organisation != none) continue;
    for (const auto other : a.groups[static_cast<std::size_t>(body.group)].mentions) {
      const Details& told = a.details[other];
      if (told.kind != ActorClass::organisation || (told.country == no_country && told.roles.empty() && told.code.empty())) continue;
      d.organisation = static_cast<std::int32_t>(m);
      if (d.country == no_country) d.country = told.country;
      if (d.country == no_country && d.code.empty()) d.code = told.code;
      if (d.roles.empty() || (is_of_its_body(a.knowledge, d) && !told.roles.empty())) d.roles = told.roles;
      d.rule = "named body";
      break;
    }
  }
}

}  // namespace

void link_nominals(Analysis& a) {
  take_from_named_bodies(a);
  auto& mentions = a.actors().mentions;
  const Focus focus(a);
  const std::vector<std::int32_t> famous = groups_of_well_known(a);
  RecentByWord by_head, by_role;
  std::vector<bool> speaks(mentions.size(), false);
  for (const auto source : a.actors().statement_source)
    if (source != none) speaks[static_cast<std::size_t>(source)] = true;
  std::array<Recent, 6> by_kind;  // named ones only
  const auto kind_of = [](ActorClass c) { return static_cast<std::size_t>(c); };
  // Titles of several words that another word takes up: `Prime Minister Rao … the premier`.
  std::vector<std::pair<const KnownNoun*, const std::vector<std::string>*>> whole_titles;
  for (const auto& [title, genera] : a.knowledge.genera)
    if (title.find(' ') != std::string::npos)
      if (const KnownNoun* office = a.knowledge.noun(title)) whole_titles.emplace_back(office, &genera);
  const auto add_title = [&](std::string_view title, std::int32_t group, std::uint32_t mention) {
    by_role[title].add(group, mention);
    for (const auto& [office, genera] : whole_titles)
      if (office == a.details[mention].noun)
        for (const std::string& genus : *genera) by_role[genus].add(group, mention);
    if (const auto genera = a.knowledge.genera.find(title); genera != a.knowledge.genera.end())
      for (const std::string& genus : genera->second) by_role[genus].add(group, mention);
  };
  // `a rebel commander, Idris Musa`: the noun is whoever the name behind it says.
  std::vector<std::int32_t> named_behind(mentions.size(), none);
  for (std::uint32_t m = 0; m < mentions.size(); ++m)
    if (mentions[m].kind == MentionKind::name && a.details[m].same_as != none && base(a.word(mentions[m].head).deprel) == "appos")
      named_behind[static_cast<std::size_t>(a.details[m].same_as)] = static_cast<std::int32_t>(m);

  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    Details& d = a.details[m];
    if (mentions[m].kind == MentionKind::pronoun) continue;
    const std::string_view lemma = a.lemmas[mentions[m].head];
    if (mentions[m].kind != MentionKind::nominal || d.group != none) {
      if (d.group == none) continue;
      if (mentions[m].kind == MentionKind::name) {
        if (!d.role_word.empty() && d.kind == ActorClass::person) add_title(d.role_word, d.group, m);
        by_kind[kind_of(a.groups[static_cast<std::size_t>(d.group)].kind)].add(d.group, m);
        if (d.kind == ActorClass::organisation || d.kind == ActorClass::place) by_head[lemma].add(d.group, m);
      }
      if (mentions[m].kind == MentionKind::adjective && a.groups[static_cast<std::size_t>(d.group)].is_country)
        by_kind[kind_of(ActorClass::country)].add(d.group, m);
      continue;
    }
    std::int32_t found = none;
    if (const auto name = named_behind[m]; name != none) {
      const auto group = a.details[static_cast<std::size_t>(name)].group;
      if (group != none && !a.groups[static_cast<std::size_t>(group)].is_country && compatible(a, d, group)) {
        a.join(m, group);
        if (d.kind == ActorClass::person) add_title(lemma, d.group, m);
        by_head[lemma].add(d.group, m);
        continue;
      }
    }
    const Details* same = d.same_as != none ? &a.details[static_cast<std::size_t>(d.same_as)] : nullptr;
    if (same && same->group != none && !(a.groups[static_cast<std::size_t>(same->group)].is_country && d.kind == ActorClass::person)) {
      a.join(m, same->group);
      if (d.kind == ActorClass::person) add_title(lemma, d.group, m);
      by_head[lemma].add(d.group, m);
      continue;
    }
    const Details* owner = d.possessor != none ? &a.details[static_cast<std::size_t>(d.possessor)] : nullptr;
    const bool plain = mentions[m].words.size() <= 2 && d.possessor == none;  // `the regime`

    if (d.noun && d.noun->government) {
      // `the Maduro regime`, `Obama's administration`: of a person. `his regime` waits for its pronoun.
      const bool of_person = owner && owner->group != none &&
                             a.groups[static_cast<std::size_t>(owner->group)].kind != ActorClass::country &&
                             a.groups[static_cast<std::size_t>(owner->group)].kind != ActorClass::place;
      if (of_person && mentions[static_cast<std::size_t>(d.possessor)].kind != MentionKind::pronoun) {
        for (std::size_t g = 0, n = std::min<std::size_t>(by_head[lemma].count, 8); g < n && found == none; ++g)
          if (a.groups[static_cast<std::size_t>(by_head[lemma].groups[g])].government_of == owner->group) found = by_head[lemma].groups[g];
        if (found == none) {
          found = a.new_group();
          a.groups.back().government_of = owner->group;
          a.groups.back().kind = ActorClass::organisation;
        }
      } else if (!owner && d.country != no_country) {
        found = a.group_of_country(d.country);
        d.government = true;
      } else if (owner && owner->group != none && a.groups[static_cast<std::size_t>(owner->group)].is_country) {
        found = owner->group;
        d.government = true;
      } else if (owner && mentions[static_cast<std::size_t>(d.possessor)].kind == MentionKind::pronoun) {
        continue;  // link_pronouns
      } else if (d.definite && !d.demonstrative && !owner) {
        const auto recent = by_head.find(lemma);
        if (recent != by_head.end() && recent->second.count > 0 && plain) found = recent->second.groups[recent->second.count - 1u];
        if (found == none) {
          const std::int16_t country = focus.around(a, m, 0.7F);
          if (country != no_country) {
            found = a.group_of_country(country);
            d.government = true;
            d.country = country;
            d.rule = "country in focus";
          }
        }
      }
    }
    if (found == none && d.definite && d.kind == ActorClass::country && d.number == Number::singular) {
      // `the country`: the one spoken of last
      const Recent& recent = by_kind[kind_of(ActorClass::country)];
      const StringMap<bool>* called = a.knowledge.called(lemma);
      if ((plain || d.demonstrative) && (lemma == "country" || lemma == "nation" || lemma == "republic" || called))
        for (std::uint8_t i = recent.count; i-- > 0 && found == none;) {
          const auto country = a.groups[static_cast<std::size_t>(recent.groups[i])].country;
          if (called && (country == no_country || !called->contains(folded(a.knowledge.countries[static_cast<std::size_t>(country)].code))))
            continue;
          if (d.sentence - a.details[recent.mentions[i]].sentence > (called ? 8U : 3U)) break;
          found = recent.groups[i];
        }
      constexpr std::uint32_t farthest = 8;  // sentences
      if (const auto* area = found == none && !d.quoted ? countries_of_area(a, m) : nullptr)
        for (std::uint8_t i = recent.count; i-- > 0 && found == none;) {
          const auto country = a.groups[static_cast<std::size_t>(recent.groups[i])].country;
          if (d.sentence - a.details[recent.mentions[i]].sentence > farthest) break;
          if (std::find(area->begin(), area->end(), country) != area->end()) found = recent.groups[i];
        }
    }
    // `its minister` waits for its owner: it may be anybody's.
    const bool owned_by_pronoun = d.possessor != none && mentions[static_cast<std::size_t>(d.possessor)].kind == MentionKind::pronoun;
    // `Madam Speaker, ...`: a title in the place of a name; but `the post of President`, `to run for President` mean nobody
    const bool office = is_one_of(preposition(a, mentions[m].head), {"of", "for", "as"});
    const bool called = d.bare && d.number == Number::singular && d.kind == ActorClass::person && !office &&
                        is_capitalised(a.word(mentions[m].head).form) && mentions[m].head > a.reading.sentences[d.sentence].words.first;
    const bool past = d.kind == ActorClass::person && is_of_the_past(a, m);
    // `“…,” the diplomat said`: who has just spoken, unless the last one called so has no name.
    if (const auto called_so = by_head.find(lemma);
        found == none && !past && !owned_by_pronoun &&
        (called_so == by_head.end() || called_so->second.count == 0 ||
         a.groups[static_cast<std::size_t>(called_so->second.groups[called_so->second.count - 1u])].has_name))
      if (const auto speaker = speaks_again(a, m, speaks); speaker != none) {
        a.join(m, speaker);
        continue;
      }
    bool of_fame = false;
    if (found == none && !past && (found = well_known(a, m, famous, false)) != none) of_fame = true;
    if (found == none && (d.definite || called) && d.number == Number::singular && d.kind == ActorClass::person && !owned_by_pronoun &&
        !past) {
      const auto led = body_led(a, m);
      // `the minister`: the last one with that title; `the Russian leader`: the last of that country in office
      for (const auto* table : {&by_role, &by_head}) {
        const auto recent = table->find(lemma);
        if (recent == table->end() || found != none) continue;
        for (std::uint8_t i = recent->second.count; i-- > 0;) {
          const std::int32_t group = recent->second.groups[i];
          if (!compatible(a, d, group)) continue;
          // `the Russian leader` is not the president of a federation.
          if (d.country != no_country && heads_a_body_alone(a, group)) continue;
          const std::uint32_t before = recent->second.mentions[i];
          if (table == &by_head && new_modifiers(a, m, before)) continue;
          if (lemma == "president" && is_deputy(a, before) && !is_deputy(a, m)) continue;
          if (is_of_opposition(a, before) != is_of_opposition(a, m) && mentions[m].words.size() > 2) continue;
          // `the Greens' leader` is not the Liberals' leader, nor the tourism minister the planning minister
          if (have_different_owners(a, m, before) || have_different_portfolios(a, m, before)) continue;
          if (led != none && leads_another_body(a, before, led)) continue;
          // `Germany's president` is not `President Obama`.
          if (const auto leads = country_of_leader(a, before); d.country != no_country && leads != no_country && leads != d.country)
            continue;
          // `China's president` is not `President Kimani`, of whom the text has not said whose he is, unless it is about China.
          // `the Oregon senator` may be a senator of whose state nothing was said.
          if (d.country != no_country && country_of(a, a.groups[static_cast<std::size_t>(group)]) == no_country)
            if (const auto around = focus.around(a, before, 0.4F); around != d.country && (around != no_country || d.possessor != none))
              continue;
          // `the Lisbon diplomat` may be the ambassador
          const bool same_title = a.details[before].role_word == lemma || a.lemmas[mentions[before].head] == lemma;
          if (table == &by_role && same_title && d.noun && a.details[before].noun && d.noun != a.details[before].noun &&
              !(d.noun->roles.empty() || mentions[m].words.size() <= 2)) {
            // `the foreign minister` is not the defence minister
            continue;
          }
          // `the North's leader`, `the rebel leader`, `the leader of the party` is not whichever president was named
          if (table == &by_role && !same_title && lemma == "leader" && d.country == no_country &&
              !(mentions[m].words.size() <= (d.former ? 3U : 2U)))
            continue;
          if (found == none) found = group;
          if (led != none) {
            if (!leads_as_told(a, before, led)) continue;
            found = group;
            break;
          }
          // `Obama is tired of Assad. The president …`: of several who have the title, the one whom the sentence before was about.
          if (table == &by_head || !plain || a.details[before].sentence == d.sentence) break;
          if (!opens_in_paragraph(a, d) && was_subject(a, a.groups[static_cast<std::size_t>(group)], d.sentence - 1)) {
            found = group;
            break;
          }
        }
      }
      if (found == none && d.country != no_country &&
          (lemma == "leader" || lemma == "president" || lemma == "premier" || lemma == "minister" || lemma == "diplomat" ||
           lemma == "official" || lemma == "secretary")) {
        const Recent& recent = by_kind[kind_of(ActorClass::person)];
        for (std::uint8_t i = recent.count; i-- > 0 && found == none;) {
          const Group& g = a.groups[static_cast<std::size_t>(recent.groups[i])];
          if (country_of(a, g) == d.country && compatible(a, d, recent.groups[i]) && (lemma != "official")) {
            // an office that the document gives to somebody else is not his
            bool other_office = false;
            for (const auto k : g.mentions)
              other_office |= !a.details[k].role_word.empty() && a.details[k].role_word != lemma && a.details[k].noun &&
                              a.details[k].noun->office && lemma != "leader" && lemma != "diplomat";
            if (!other_office) found = recent.groups[i];
          }
        }
      }
    }
    if (found == none && !past && (found = well_known(a, m, famous, true)) != none) of_fame = true;
    if (found == none && !owned_by_pronoun && !past) {
      found = called_again(a, m);
      if (found != none && lemma == "minister") {
        const auto& known = a.groups[static_cast<std::size_t>(found)].mentions;
        if (std::any_of(known.begin(), known.end(), [&](std::uint32_t other) { return have_different_portfolios(a, m, other); }))
          found = none;
      }
    }
    if (found == none && !past && is_epithet(a, m)) found = person_meant(a, m, by_kind[kind_of(ActorClass::person)], speaks);
    // `the bloc`: the last organisation of states, however long ago; the United Nations are none.
    if (found == none && plain && d.definite && a.knowledge.words.of_states.contains(lemma)) {
      const Recent& named = by_kind[kind_of(ActorClass::organisation)];
      for (std::uint8_t i = named.count; i-- > 0 && found == none;)
        if (const KnownName* known = a.details[named.mentions[i]].known; known && known->kind == NameKind::organisation) {
          const std::string_view code = a.knowledge.organisations[known->row].code;
          if (code.starts_with("IGO") && !code.starts_with("IGOUNO")) found = named.groups[i];
        }
    }
    // `the paramilitary force`: the last one that is paramilitary.
    if (found == none && d.definite && !d.roles.empty() && d.possessor == none && a.knowledge.words.armed_body.contains(lemma)) {
      for (const ActorClass kind : {ActorClass::organisation, ActorClass::people, ActorClass::unknown}) {
        const Recent& named = by_kind[kind_of(kind)];
        for (std::uint8_t i = named.count; i-- > 0 && found == none;)
          if (roles_of(a, named.mentions[i]).has(d.roles.at[0]) && d.country == no_country) found = named.groups[i];
      }
    }
    const bool body = a.knowledge.words.body.contains(lemma), place = a.knowledge.words.place.contains(lemma);
    // `The Front was no party to the truce, which lets the group attack`: the body that the same sentence has named.
    if (found == none && body && plain && d.definite && d.number == Number::singular) {
      const Recent& named = by_kind[kind_of(ActorClass::organisation)];
      if (named.count > 0 && a.details[named.mentions[named.count - 1u]].sentence == d.sentence) found = named.groups[named.count - 1u];
    }
    if (found == none && (d.definite || d.bare) && d.number == Number::singular && d.kind != ActorClass::person) {
      const auto recent = by_head.find(lemma);
      if (recent != by_head.end()) {
        // Outside of quotation marks it is one that was spoken of outside of them, if there is one.
        for (const bool told : {true, false})
          for (std::uint8_t i = recent->second.count; i-- > 0 && found == none;) {
            if (told && !d.quoted && is_only_quoted(a, recent->second.groups[i])) continue;
            const std::uint32_t before = recent->second.mentions[i];
            // `her office` is not the government's press office
            if (owned_by_pronoun && !may_be_owned_alike(a, m, before)) continue;
            // `town`, `parliament` without an article: what was called so before, in the same words
            if (d.bare && (a.details[before].indefinite || new_modifiers(a, before, m))) continue;
            // `China's foreign ministry` is not the foreign ministry of a passage about Vietnam.
            if (d.country != no_country && d.possessor != none && d.noun && d.noun->state &&
                country_of(a, a.groups[static_cast<std::size_t>(recent->second.groups[i])]) == no_country)
              if (const auto around = focus.around(a, before, 0.7F); around != d.country && around != no_country) continue;
            if (compatible(a, d, recent->second.groups[i]) && !new_modifiers(a, m, before)) found = recent->second.groups[i];
          }
      }
      if (found == none && d.definite && plain && (body || place) && !has_clause_of_its_own(a, mentions[m].head)) {
        const Recent& named = by_kind[kind_of(body ? ActorClass::organisation : ActorClass::place)];
        if (named.count > 0) {
          const std::uint32_t last = named.mentions[named.count - 1u];
          if (d.sentence - a.details[last].sentence <= 2 && (body || d.sentence - a.details[last].sentence <= 1))
            found = named.groups[named.count - 1u];
        }
      }
    }
    if (found == none && (d.number == Number::plural || (d.noun && d.noun->kind == ActorClass::people)) &&
        (d.definite || (d.bare && a.forms[mentions[m].head] != "people"))) {  // `people say` speaks of any
      const auto recent = by_head.find(lemma);
      if (recent != by_head.end()) {
        for (std::uint8_t i = recent->second.count; i-- > 0 && found == none;) {
          const std::uint32_t before = recent->second.mentions[i];
          if (!compatible(a, d, recent->second.groups[i]) || new_modifiers(a, m, before)) continue;
          if (owned_by_pronoun && a.details[before].possessor == none) continue;  // `our leaders` are not the church leaders of before
          // bare plurals are the same only in the same words
          if (d.bare && (!a.details[before].bare || new_modifiers(a, before, m))) continue;
          found = recent->second.groups[i];
        }
      }
    }
    // A nationality alone says nothing of what somebody whom the text has named does, nor what a candidate did before.
    if (found != none && (d.demonym || (of_fame && !d.roles.has(a.knowledge.pty) && !d.roles.has(a.knowledge.leg)))) d.roles = {};
    if (found == none) found = a.new_group();
    a.join(m, found);
    if (past) continue;
    if (d.kind == ActorClass::person && d.noun && d.noun->office) add_title(lemma, found, m);
    by_head[lemma].add(found, m);
  }

  link_spokesmen(a);

  // Bodies of a state that the document leaves without a country.
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    Details& d = a.details[m];
    if (mentions[m].kind != MentionKind::nominal || !d.noun || !d.noun->state || d.country != no_country || !d.code.empty() ||
        d.group == none)
      continue;
    Group& g = a.groups[static_cast<std::size_t>(d.group)];
    // `the Maduro regime`, `his army`: their person's country
    if (g.government_of != none || (d.possessor != none && mentions[static_cast<std::size_t>(d.possessor)].kind == MentionKind::pronoun))
      continue;
    if (g.country != no_country ||
        (d.possessor != none && a.details[static_cast<std::size_t>(d.possessor)].kind == ActorClass::organisation))
      continue;
    if (d.indefinite && d.number == Number::singular) continue;
    if (!may_be_of_the_passage(a, m)) continue;
    const std::int16_t country = focus.around(a, m, 0.7F);
    if (country == no_country) continue;
    d.country = g.country = country;
    d.rule = "country in focus";
  }
}

}  // namespace demarche
