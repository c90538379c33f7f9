// Which names are the same actor.
#include <algorithm>
#include <array>
#include <set>

#include "actors/analysis.h"
#include "text/words.h"

namespace demarche {
namespace {

// A different name as its words tell: one key per actor, unless rules below bring two together.
struct PersonName {
  std::vector<std::string_view> words;  // without initials' dots, hyphens
  std::int32_t group = none;
  std::uint32_t first = 0;  // first mention
  Gender gender = Gender::unknown;
  ActorClass kind = ActorClass::unknown;
  bool leader = false;  // in the list of leaders
};

// One word, or a surname with its particles: `Putin`, `De Wit`, `van der Bellen`.
bool is_surname(const PersonName& name) {
  static constexpr std::array<std::string_view, 18> particles = {"de",  "van", "von", "der", "den", "di", "da",  "del", "della",
                                                                 "dos", "du",  "le",  "la",  "al",  "el", "bin", "ben", "ter"};
  // `Le Van Dung`: a Vietnamese name, which no article of French leads in
  if (name.words.size() > 2 && name.words[0] == "le" && name.words[1] == "van") return false;
  return std::all_of(name.words.begin(), name.words.end() - 1,
                     [](std::string_view word) { return std::find(particles.begin(), particles.end(), word) != particles.end(); });
}

bool initial_of(std::string_view initial, std::string_view word) {
  return !initial.empty() && !word.empty() && initial.size() <= 2 && initial[0] == word[0] && (initial.size() == 1 || initial[1] == '.');
}

// `Donald J. Trump` and `Donald Trump`, `Nicolás Maduro Moros` and `Nicolás Maduro`.
bool variants(const PersonName& longer, const PersonName& shorter) {
  if (shorter.words.size() < 2 || longer.words.size() <= shorter.words.size()) return false;
  if (longer.words.front() != shorter.words.front() && !initial_of(shorter.words.front(), longer.words.front())) return false;
  std::size_t at = 1;
  for (std::size_t i = 1; i < longer.words.size() && at < shorter.words.size(); ++i)
    if (longer.words[i] == shorter.words[at] || initial_of(shorter.words[at], longer.words[i])) ++at;
  return at == shorter.words.size();
}

// `San Aye Win` is who he is whom `Aye Win` calls: a surname of several words.
bool is_surname_of(const PersonName& shorter, const PersonName& longer) {
  return shorter.words.size() > 1 && longer.words.size() > shorter.words.size() &&
         std::equal(shorter.words.rbegin(), shorter.words.rend(), longer.words.rbegin());
}

// `Aye Win` and `San Aye Win`: one person, and `San` another. Joins them, and gives of which name (its index) how many words stand before
// the surname.
std::set<std::pair<std::size_t, std::size_t>> join_surnames(Analysis& a, std::vector<PersonName>& people) {
  constexpr std::size_t most = 20;  // names with one last word
  std::set<std::pair<std::size_t, std::size_t>> before;
  StringMap<std::vector<std::size_t>> by_last;
  for (std::size_t p = 0; p < people.size(); ++p) {
    if (is_surname(people[p]) || people[p].kind == ActorClass::organisation) continue;
    auto& same_last = by_last[std::string(people[p].words.back())];
    for (std::size_t k = same_last.size(), tried = 0; k-- > 0 && tried < most; ++tried) {
      for (const auto& [shorter, longer] : {std::pair{p, same_last[k]}, std::pair{same_last[k], p}}) {
        // `Crooked Ann Ray` is no longer name of hers
        if (!is_surname_of(people[shorter], people[longer]) || a.knowledge.first_names.contains(people[shorter].words.front())) continue;
        before.emplace(longer, people[longer].words.size() - people[shorter].words.size());
        if (people[shorter].group == people[longer].group) continue;
        a.merge(people[longer].group, people[shorter].group);
        people[shorter].group = people[longer].group;
      }
    }
    same_last.push_back(p);
  }
  return before;
}

bool is_acronym_of(std::string_view acronym, const Analysis& a, WordRange name) {
  std::size_t at = 0;
  for (std::uint32_t i = name.first; i < name.last; ++i) {
    if (!is_capitalised(a.word(i).form)) continue;
    while (at < acronym.size() && acronym[at] == '.') ++at;
    if (at >= acronym.size() || a.forms[i].empty() || a.forms[i][0] != acronym[at]) return false;
    ++at;
  }
  while (at < acronym.size() && acronym[at] == '.') ++at;
  return at == acronym.size() && at >= 2;
}

// `II` of `Elizabeth II`
bool is_regnal(std::string_view form) {
  return !form.empty() && form.size() <= 5 && form.find_first_not_of("IVX") == std::string_view::npos;
}

// `the North` and `the South`, by themselves.
bool is_half_of_a_country(const Analysis& a, std::uint32_t mention) {
  const Details& d = a.details[mention];
  const std::string_view form = a.forms[a.head(mention)];
  return a.coding.actors.mentions[mention].words.size() <= 2 && d.definite && d.country == no_country &&
         (form == "north" || form == "south") && is_capitalised(a.word(a.head(mention)).form);
}

// A name of one word with nothing before it, of which only the reader says that it is a body's.
bool is_bare_name(const Analysis& a, std::uint32_t mention) {
  const Details& d = a.details[mention];
  return !d.known && d.title.empty() && a.coding.actors.mentions[mention].words.size() == 1 && d.roles.empty();
}

// Somewhere, rather than somebody: `in Diallo`.
bool is_at(const Analysis& a, std::uint32_t mention) {
  return is_one_of(preposition(a, a.head(mention)),
                   {"in", "at", "near", "outside", "around", "inside", "into", "across", "through", "from"});
}

bool is_of_the_press(const ActorKnowledge& knowledge, const KnownName& known) {
  const Roles& roles = knowledge.organisations[known.row].roles;
  return roles.count > 0 && knowledge.sectors[roles.at[0]].cameo == "MED";
}

// Is the group called by names of one word alone?
bool stands_for_short(const Analysis& a, std::int32_t group) {
  const auto& mentions = a.groups[static_cast<std::size_t>(group)].mentions;
  return std::all_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) { return a.details[m].name.size() <= 1; });
}

// `President Ray`, `Chancellor Ray`
bool heads_a_state(const Details& d) {
  return d.noun && d.noun->office && is_one_of(d.role_word, {"president", "chancellor", "premier", "minister"});
}

// `President Ray`, whom the list of leaders knows to be a man, where only his wife is named in full
bool is_of_another_gender(const ActorKnowledge& knowledge, std::string_view surname, Gender gender) {
  const auto listed = knowledge.leader_surnames.find(surname);
  if (gender == Gender::unknown || listed == knowledge.leader_surnames.end() || listed->second < 0) return false;
  const std::string name = folded(knowledge.leaders[static_cast<std::size_t>(listed->second)].name);
  const auto first = knowledge.first_names.find(std::string_view(name).substr(0, name.find(' ')));
  return first != knowledge.first_names.end() && first->second != Gender::unknown && first->second != gender;
}

void forget_the_table(Details& d) {
  d.known = nullptr;
  d.country = no_country;
  d.roles = {};
  d.code = {};
  d.rule = {};
}

// Acronyms of places and bodies (`NSW`), and names of bodies without what stands before or behind (`Congress` of the United States
// Congress, `Harrow` of Harrow School); but `Kent` is not the University of Kent, nor, being a place, Kent College.
void shorter_names(Analysis& a) {
  auto& mentions = a.actors().mentions;
  struct Longer {
    std::int32_t group;
    std::uint32_t mention;
    bool of_body = false;  // what stands before the body's noun: may be a place's own name
  };
  StringMap<Longer> initials, ends;
  const auto usable = [&](std::uint32_t m) {
    const Details& d = a.details[m];
    return mentions[m].kind == MentionKind::name && !d.name.empty() && d.group != none && !d.demonym && d.kind != ActorClass::person &&
           !a.groups[static_cast<std::size_t>(d.group)].is_country;
  };
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    const Details& d = a.details[m];
    if (!usable(m) || d.name.size() < 2 || d.name.size() > 10) continue;
    std::string letters;
    for (auto i = d.name.first; i < d.name.last; ++i)
      if (is_capitalised(a.word(i).form)) letters += a.forms[i].substr(0, 1);
    if (letters.size() >= 2) initials.emplace(letters, Longer{d.group, m});
    if (d.kind != ActorClass::organisation) continue;
    for (auto i = d.name.first + 1; i < d.name.last; ++i) {
      if (is_capitalised(a.word(i).form) && i <= mentions[m].head) ends.emplace(a.joined({i, d.name.last}, a.forms), Longer{d.group, m});
      const KnownNoun* noun = a.knowledge.noun(a.lemmas[i]);
      const bool company = a.knowledge.words.business.contains(a.forms[i]);
      const bool body = i + 1 == d.name.last && (company || (noun && noun->kind == ActorClass::organisation));
      if (body || a.forms[i] == "of") ends.emplace(a.joined({d.name.first, i}, a.forms), Longer{d.group, m, body});
    }
  }
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    const Details& d = a.details[m];
    if (!usable(m) || d.name.size() > 4) continue;
    const std::string_view form = a.word(d.name.first).form;
    const Longer* found = nullptr;
    if (d.name.size() == 1 && form.size() >= 2 && form.size() <= 10 &&
        std::all_of(form.begin(), form.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; })) {
      std::string letters;
      for (const char c : form)
        if (c != '.') letters += static_cast<char>(c + 32);
      if (const auto at = initials.find(letters); at != initials.end()) found = &at->second;
    }
    if (!found)
      if (const auto at = ends.find(a.joined(d.name, a.forms)); at != ends.end() && !(at->second.of_body && d.kind == ActorClass::place))
        found = &at->second;
    if (!found || found->mention == m) continue;
    const std::int32_t longer = a.details[found->mention].group;
    const std::int16_t of = a.groups[static_cast<std::size_t>(longer)].country;
    if (longer == d.group) continue;
    // `the Post` of an article that speaks of the Harbour Post is not the Washington Post.
    const bool mistaken = d.known && d.known->kind == NameKind::organisation && !a.details[found->mention].known && d.name.size() == 1 &&
                          is_of_the_press(a.knowledge, *d.known) && stands_for_short(a, d.group);
    if (mistaken) {
      Group& known_one = a.groups[static_cast<std::size_t>(d.group)];
      known_one.country = no_country;
      for (const auto other : known_one.mentions) forget_the_table(a.details[other]);
    } else if (of != no_country && d.country != no_country && of != d.country) {
      continue;
    }
    a.merge(longer, d.group);
  }
}

}  // namespace

void link_names(Analysis& a) {
  auto& mentions = a.actors().mentions;
  a.country_group.assign(a.knowledge.countries.size(), none);
  std::unordered_map<std::uint32_t, std::int32_t> organisations;
  StringMap<std::int32_t> places, others;
  std::vector<PersonName> people;
  std::vector<std::uint32_t> halves;
  std::vector<std::pair<std::uint32_t, std::size_t>> single;  // mentions of one-word names, and their index in people
  StringMap<std::size_t> index;
  StringMap<bool> surnames;  // of the persons named so far: `spoke to Diallo`, which the reader takes for a place, is one of them
  std::unordered_map<std::int32_t, std::size_t> leaders;

  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    Details& d = a.details[m];
    if (mentions[m].kind == MentionKind::pronoun) continue;
    if (is_half_of_a_country(a, m)) {
      halves.push_back(m);
      continue;
    }
    if (mentions[m].kind == MentionKind::nominal) {
      // `the Russians`, `the French`: the country. `two Russians` are people of their own.
      if (d.demonym && d.kind == ActorClass::people && d.definite && d.possessor == none && mentions[m].words.size() <= 2 &&
          d.known->kind != NameKind::region_adjective)
        a.join(m, a.group_of_country(d.country));
      continue;
    }
    if (d.name.empty()) continue;
    if (d.kind == ActorClass::country && d.known) {
      a.join(m, a.group_of_country(d.known->country));
      continue;
    }
    if (d.known && d.known->kind == NameKind::organisation) {
      auto [at, added] = organisations.emplace(d.known->row, none);
      if (added) at->second = a.new_group();
      a.join(m, at->second);
      continue;
    }
    if (d.kind == ActorClass::place && is_bare_name(a, m) && surnames.contains(a.forms[d.name.first]) && !is_at(a, m) &&
        (!a.country_of_place || a.country_of_place(a.word(d.name.first).form).empty()))
      d.kind = ActorClass::person, d.number = Number::singular;
    if (d.kind == ActorClass::place) {
      auto [at, added] = places.emplace(a.joined(d.name, a.forms), none);
      if (added) {
        at->second = a.new_group();
        a.groups.back().is_place = true;
      }
      a.join(m, at->second);
      continue;
    }
    std::string key = a.joined(d.name, a.forms);
    if (d.kind == ActorClass::organisation && d.country != no_country && d.name.size() < 4)
      key += "|" + a.knowledge.countries[static_cast<std::size_t>(d.country)].code;
    std::size_t person;
    const auto known = d.known && d.known->kind == NameKind::leader ? static_cast<std::int32_t>(d.known->row) : none;
    if (const auto at = index.find(key); at != index.end()) {
      person = at->second;
    } else if (const auto leader = leaders.find(known); known != none && leader != leaders.end()) {
      person = leader->second;
      index.emplace(std::move(key), person);
    } else {
      person = people.size();
      PersonName name;
      name.first = m;
      for (std::uint32_t i = d.name.first; i < d.name.last; ++i)
        if (a.forms[i] != "-" && a.forms[i] != "jr." && a.forms[i] != "jr" && a.forms[i] != "sr.") name.words.push_back(a.forms[i]);
      if (name.words.size() > 1 && is_regnal(a.word(d.name.last - 1).form)) name.words.pop_back();
      if (name.words.empty()) name.words.push_back(a.forms[d.name.first]);  // of signs alone
      name.leader = known != none;
      if (d.kind == ActorClass::person && !is_surname(name)) surnames.emplace(name.words.back(), true);
      people.push_back(std::move(name));
      index.emplace(std::move(key), person);
      if (known != none) leaders.emplace(known, person);
    }
    PersonName& name = people[person];
    if (name.kind == ActorClass::unknown) name.kind = d.kind;
    if (is_surname(name)) {
      single.emplace_back(m, person);  // decided below, each mention by itself
    } else {
      if (name.group == none) name.group = a.new_group();
      a.join(m, name.group);
      if (name.gender == Gender::unknown) name.gender = a.groups[static_cast<std::size_t>(name.group)].gender;
    }
  }
  // `the North`, where the document speaks of one country that is called so: North Korea.
  StringMap<std::int32_t> half;
  for (const auto m : halves) {
    auto [at, added] = half.emplace(a.forms[mentions[m].head], none);
    if (added) {
      std::size_t fitting = 0;
      for (std::size_t c = 0; c < a.country_group.size(); ++c) {
        if (a.country_group[c] == none || !folded(a.knowledge.countries[c].name).starts_with(at->first + " ")) continue;
        at->second = a.country_group[c];
        ++fitting;
      }
      if (fitting != 1) at->second = a.new_group();
    }
    a.join(m, at->second);
  }
  // Longer and shorter forms of full names. Compared by their last or first words only.
  StringMap<std::vector<std::size_t>> by_word;
  const auto before_surname = join_surnames(a, people);
  const auto is_before_surname = [&](std::size_t longer, std::size_t shorter) {
    return before_surname.contains({longer, people[shorter].words.size()});
  };
  for (std::size_t p = 0; p < people.size(); ++p) {
    if (is_surname(people[p])) continue;
    auto& same_first = by_word[std::string(people[p].words.front())];
    for (std::size_t k = same_first.size(), tried = 0; k-- > 0 && tried < 20; ++tried) {
      PersonName& other = people[same_first[k]];
      if (other.words.front() != people[p].words.front()) continue;
      if (is_before_surname(same_first[k], p) || is_before_surname(p, same_first[k])) continue;
      if (variants(other, people[p]) || variants(people[p], other)) {
        a.merge(other.group, people[p].group);
        people[p].group = other.group;
        break;
      }
    }
    by_word[std::string(people[p].words.back())].push_back(p);
    if (people[p].words.back() != people[p].words.front()) by_word[std::string(people[p].words.front())].push_back(p);
  }
  // Surnames (or given names) alone: the full name before them that was meant most often so far, by surname too, else the first behind.
  std::unordered_map<std::int32_t, std::size_t> meant;
  for (std::uint32_t m = 0; m < mentions.size(); ++m)
    if (mentions[m].kind == MentionKind::name && a.details[m].group != none) ++meant[a.details[m].group];
  for (const auto& [m, p] : single) {
    PersonName& name = people[p];
    const Details& d = a.details[m];
    std::int32_t best = none;
    std::pair<int, std::size_t> best_rank{-1, 0};
    const auto& last = name.words.back();
    if (const auto found = by_word.find(last); found != by_word.end() && (d.kind != ActorClass::organisation || is_bare_name(a, m))) {
      const auto& candidates = found->second;
      for (std::size_t k = 0; k < candidates.size() && k < 40; ++k) {
        const PersonName& full = people[candidates[k]];
        if (full.kind == ActorClass::organisation) continue;
        // `Mba`, which the reader takes for a body, is the surname of the person who was named before.
        if (d.kind == ActorClass::organisation && (full.kind != ActorClass::person || full.words.back() != last || full.first > m))
          continue;
        if (full.words.size() < name.words.size()) continue;
        if (name.words.size() > 1 && !std::equal(name.words.rbegin(), name.words.rend(), full.words.rbegin())) continue;
        const Group& group = a.groups[static_cast<std::size_t>(full.group)];
        // `Clinton`, a man's given name, is Hillary Clinton's surname all the same; `Mr. Clinton` is not.
        const bool surname = d.title.empty() && full.words.back() == last;
        if (!surname && d.gender != Gender::unknown && group.gender != Gender::unknown && d.gender != group.gender) continue;
        if (heads_a_state(d) && !full.leader && full.first > m && is_of_another_gender(a.knowledge, last, group.gender)) continue;
        int rank = 0;
        // `Marshall` is not the Marshall Plan.
        if (full.words.back() != last && full.kind != ActorClass::person) continue;
        if (full.words.back() == last) rank += 4;
        if (full.first < m) rank += 2;
        // `President Ray` is he of whom the list of leaders knows, and not his wife, whoever of the two is named in full first.
        if (full.leader && heads_a_state(d)) rank += 4;
        const std::pair ranked{rank, meant[full.group]};
        if (ranked > best_rank || (ranked == best_rank && full.first < m)) best = full.group, best_rank = ranked;
      }
    }
    if (best == none) {
      // An acronym of a longer name.
      const std::string_view form = a.word(d.name.first).form;
      if (form.size() >= 2 && form.size() <= 8 && form[0] >= 'A' && form[0] <= 'Z' && form[1] < 'a') {
        std::size_t tried = 0;
        for (const PersonName& full : people) {
          if (full.words.size() < 2 || full.kind == ActorClass::person) continue;
          if (++tried > 60) break;
          if (is_acronym_of(name.words[0], a, a.details[full.first].name)) {
            best = full.group;
            break;
          }
        }
      }
    }
    if (best == none) {
      if (name.group == none) name.group = a.new_group();
      best = name.group;
    }
    if (d.title.empty()) ++meant[best];
    if (d.kind == ActorClass::organisation && a.groups[static_cast<std::size_t>(best)].kind == ActorClass::person) {
      a.details[m].kind = ActorClass::person;
      a.details[m].number = Number::singular;
    }
    a.join(m, best);
  }
  shorter_names(a);
  // Appositions between names: `the African Union (AU)`.
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    const Details& d = a.details[m];
    if (d.same_as == none || mentions[m].kind != MentionKind::name) continue;
    const Details& other = a.details[static_cast<std::size_t>(d.same_as)];
    if (mentions[static_cast<std::size_t>(d.same_as)].kind == MentionKind::name && d.group != none && other.group != none &&
        d.group != other.group) {
      if (a.groups[static_cast<std::size_t>(d.group)].is_country || a.groups[static_cast<std::size_t>(other.group)].is_country) continue;
      a.merge(std::min(d.group, other.group), std::max(d.group, other.group));
    }
  }
}

}  // namespace demarche
