#include "actors/common_bodies.h"

#include <algorithm>
#include <map>
#include <string>

namespace demarche {

void settle_common_bodies(Analysis& a) {
  auto& mentions = a.actors().mentions;
  const auto is_common = [&](std::uint32_t m) {
    const Details& d = a.details[m];
    return d.known && d.known->kind == NameKind::organisation && d.country != no_country &&
           a.knowledge.words.common.contains(a.joined(d.name, a.forms));
  };
  std::vector<float> named(a.knowledge.countries.size(), 0.0F);
  std::vector<std::uint32_t> common;
  std::map<std::string, std::int16_t> owners;  // by name, whose the text says it is
  for (std::uint32_t m = 0; m < a.details.size(); ++m) {
    const Details& d = a.details[m];
    if (is_common(m)) {
      common.push_back(m);
      const auto first = d.name.first;
      const auto before = first > 0 ? a.mention_at(first - 1) : none;
      if (before == none || before == static_cast<std::int32_t>(m)) continue;
      const Details& b = a.details[static_cast<std::size_t>(before)];
      if (b.known && is_country_sense(b.known->kind) && a.word(first - 1).sentence == a.word(first).sentence)
        owners.emplace(a.joined(d.name, a.forms), b.country);
      continue;
    }
    std::int16_t country = d.country;
    if (d.known && d.known->kind == NameKind::leader) country = a.knowledge.leaders[d.known->row].country;
    if (country == no_country) country = d.lies_in;
    const bool names = mentions[m].kind == MentionKind::name || mentions[m].kind == MentionKind::adjective;
    if (names && country != no_country && d.organisation == none) named[static_cast<std::size_t>(country)] += 1;
  }
  if (common.empty()) return;
  std::vector<std::int16_t> settled(a.details.size(), no_country);
  for (const auto m : common) {
    Details& d = a.details[m];
    const auto own = d.country;
    std::int16_t here = no_country;
    if (const auto owner = owners.find(a.joined(d.name, a.forms)); owner != owners.end()) {
      here = owner->second;
    } else if (d.name.size() == 1 && d.name.first > 0 && a.forms[d.name.first] == "congress" && a.forms[d.name.first - 1] == "the") {
      const auto most = static_cast<std::int16_t>(std::max_element(named.begin(), named.end()) - named.begin());
      if (named[static_cast<std::size_t>(most)] > named[static_cast<std::size_t>(own)]) here = most;
    }
    if (here == no_country || here == own) continue;
    d.country = here;
    d.rule = "possessor";
    settled[m] = own;
  }
  for (Details& d : a.details)
    if (d.organisation != none && settled[static_cast<std::size_t>(d.organisation)] != no_country &&
        d.country == settled[static_cast<std::size_t>(d.organisation)])
      d.country = a.details[static_cast<std::size_t>(d.organisation)].country;
}

}  // namespace demarche
