// Persons who are told of by their office first, and by their name in the paragraph behind: `Mali's foreign minister urged calm. “…,” Ann
// Ray told reporters.`
#include <algorithm>

#include "actors/analysis.h"
#include "actors/binding.h"

namespace demarche {
namespace {

bool acts(const Analysis& a, std::uint32_t m) {
  const auto& sources = a.coding.actors.statement_source;
  return is_of_main_clause(a, a.head(m)) || std::find(sources.begin(), sources.end(), static_cast<std::int32_t>(m)) != sources.end();
}

// `Mali's foreign minister`, `the Malian president`: one who holds an office of a state and is nowhere named beside it.
bool is_office_alone(const Analysis& a, std::uint32_t m) {
  const Details& d = a.details[m];
  if (a.coding.actors.mentions[m].kind != MentionKind::nominal || d.kind != ActorClass::person || d.number != Number::singular)
    return false;
  if (d.group == none || a.groups[static_cast<std::size_t>(d.group)].has_name || !d.noun || !d.noun->office) return false;
  return (d.definite || d.possessor != none) && !d.indefinite && !d.predicate && !d.former && !d.heads_body && !d.quoted && acts(a, m);
}

// A full name that the document has not had before, with nothing beside it that says who bears it.
bool is_name_alone(const Analysis& a, std::uint32_t m) {
  const Details& d = a.details[m];
  if (d.name.size() < 2 || d.group == none || d.known || d.noun || d.organisation != none || d.quoted || !acts(a, m)) return false;
  const Group& g = a.groups[static_cast<std::size_t>(d.group)];
  if (g.kind != ActorClass::person || g.mentions.empty()) return false;
  for (const auto other : g.mentions) {
    const Details& o = a.details[other];
    if (other < m || o.noun || !o.title.empty() || o.organisation != none || o.same_as != none) return false;
  }
  for (const auto c : a.tree.children(a.head(m)))
    if (base(a.word(c).deprel) == "appos" || base(a.word(c).deprel) == "nmod" || base(a.word(c).deprel) == "conj") return false;
  return a.coding.actors.mentions[m].words == d.name;
}

}  // namespace

void link_introductions(Analysis& a) {
  constexpr std::uint32_t lead_blocks = 4;  // a headline, a line of place and day, and the first paragraphs
  for (std::uint32_t m = 0; m < a.details.size(); ++m) {
    if (a.details[m].block > lead_blocks + 1) return;
    if (!is_name_alone(a, m)) continue;
    // The office that acts in the paragraph before, where it is the only one and nobody is named in between.
    std::int32_t office = none;
    bool only = true;
    for (std::uint32_t k = m; k-- > 0 && a.details[k].block + 1 >= a.details[m].block && only;) {
      const Details& d = a.details[k];
      if (d.sentence == a.details[m].sentence || a.coding.actors.mentions[k].kind == MentionKind::pronoun) continue;
      const Group* g = d.group == none ? nullptr : &a.groups[static_cast<std::size_t>(d.group)];
      if (is_office_alone(a, k)) {
        only = office == none || a.details[static_cast<std::size_t>(office)].group == d.group;
        office = static_cast<std::int32_t>(k);
      } else if (office == none) {
        only = !g || g->number == Number::plural || (g->kind != ActorClass::person && !(g->kind == ActorClass::unknown && g->has_name));
      }
    }
    if (office == none || !only) continue;
    const Details& d = a.details[static_cast<std::size_t>(office)];
    // `wants Ann Ray banned, since the candidate …`: the office may be of somebody whom its own sentence has named.
    for (auto k = static_cast<std::uint32_t>(office); k-- > 0 && only && a.details[k].sentence == d.sentence;) {
      const auto group = a.details[k].group;
      only = group == none || group == d.group || !a.groups[static_cast<std::size_t>(group)].has_name ||
             a.groups[static_cast<std::size_t>(group)].kind != ActorClass::person || !compatible(a, d, group);
    }
    if (only && d.block <= lead_blocks && compatible(a, d, a.details[m].group)) a.merge(a.details[m].group, d.group);
  }
}

}  // namespace demarche
