// What all mentions of a name together tell of each.
#include "actors/whole_document.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "text/words.h"

namespace demarche {

void agree_on_types(const Analysis& a, std::vector<std::int8_t>& network) {
  StringMap<std::array<std::uint32_t, 4>> votes;  // by name: person, place, organisation, none of these
  const auto& mentions = a.coding.actors.mentions;
  for (std::uint32_t m = 0; m < mentions.size(); ++m)
    if (!a.details[m].name.empty()) ++votes[a.joined(a.details[m].name, a.forms)][static_cast<std::size_t>(network[mentions[m].head]) & 3U];
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    if (a.details[m].name.empty()) continue;
    const auto& counts = votes.find(a.joined(a.details[m].name, a.forms))->second;
    const auto best = static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    const auto own = static_cast<std::size_t>(network[mentions[m].head]) & 3U;
    if (counts[best] > counts[own]) network[mentions[m].head] = best == 3 ? -1 : static_cast<std::int8_t>(best);
  }
}

void settle_capitals(Analysis& a) {
  std::unordered_map<const KnownName*, std::array<std::uint32_t, 2>> counts;
  for (const Details& d : a.details)
    if (d.known && d.known->kind == NameKind::capital) ++counts[d.known][d.locative ? 1 : 0];
  std::vector<bool> speaks(a.details.size(), false);
  for (const auto source : a.coding.actors.statement_source)
    if (source != none) speaks[static_cast<std::size_t>(source)] = true;
  for (std::uint32_t m = 0; m < a.details.size(); ++m) {
    Details& d = a.details[m];
    if (!d.known || d.known->kind != NameKind::capital || d.locative || speaks[m]) continue;
    const auto& [other, place] = counts[d.known];
    const bool is_something = child(a.reading, a.tree, a.head(m), "cop") != no_word;
    const auto verb = a.word(a.head(m)).head;
    const bool state = d.syntax == Syntax::subject && verb != no_word &&
                       (is_one_of(a.lemmas[static_cast<std::uint32_t>(verb)], {"be", "have", "lie", "become", "remain", "grow"}) ||
                        child(a.reading, a.tree, static_cast<std::uint32_t>(verb), "cop") != no_word);
    if (place < 2 * other && !is_something && !(state && place >= other)) continue;
    d.locative = true;
    d.government = false;
    d.kind = ActorClass::place;
  }
}

void settle_european_seats(Analysis& a) {
  const KnownName* const european_union = a.knowledge.name("european union");
  if (!european_union || european_union->kind != NameKind::organisation) return;
  const auto is_seat = [&](std::uint32_t m) {
    const Details& d = a.details[m];
    return d.known && d.known->kind == NameKind::capital && a.knowledge.words.european_seat.contains(a.forms[a.head(m)]);
  };
  std::vector<bool> named(a.knowledge.countries.size(), false);
  for (std::uint32_t m = 0; m < a.details.size(); ++m) {
    const Details& d = a.details[m];
    if (d.country != no_country && d.known && d.known->kind != NameKind::organisation && !is_seat(m))
      named[static_cast<std::size_t>(d.country)] = true;
  }
  for (std::uint32_t m = 0; m < a.details.size(); ++m) {
    Details& d = a.details[m];
    if (!is_seat(m) || d.locative || d.country == no_country || named[static_cast<std::size_t>(d.country)]) continue;
    const Organisation& row = a.knowledge.organisations[european_union->row];
    d.known = european_union;
    d.kind = ActorClass::organisation;
    d.government = false;
    d.country = row.country;
    d.roles = row.roles;
    d.code = row.code;
    d.rule = "organisations.tsv";
  }
}

}  // namespace demarche
