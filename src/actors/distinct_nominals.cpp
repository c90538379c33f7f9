// What tells two noun phrases apart: whose they are, which office, new modifiers.
#include "actors/distinct_nominals.h"

#include <algorithm>

#include "text/words.h"

namespace demarche {
namespace {

// The words that say which minister: `finance` of `the finance minister`, none of `the minister`, `the Kenyan minister`.
std::vector<std::string_view> portfolio(const Analysis& a, std::uint32_t mention) {
  std::vector<std::string_view> words;
  const Mention& m = a.coding.actors.mentions[mention];
  const Details& d = a.details[mention];
  const bool named = !d.name.empty() && m.kind == MentionKind::name;
  const auto last = named ? d.name.first : m.head;  // of a name, its title
  for (auto i = m.words.first; i < last; ++i) {
    if (named && i + 1 == last) break;
    const auto label = base(a.word(i).deprel);
    const auto inside = a.mention_at(i);
    if ((label == "compound" || label == "amod") && inside == none) words.push_back(a.lemmas[i]);
  }
  return words;
}

}  // namespace

bool is_of_the_past(const Analysis& a, std::uint32_t mention) {
  const Mention& m = a.coding.actors.mentions[mention];
  for (auto i = m.words.first > 0 ? m.words.first - 1 : 0; i < m.head; ++i)
    if (a.forms[i] == "then" && i + 1 < a.reading.words.size() &&
        (i >= m.words.first || a.word(i).head == static_cast<std::int32_t>(m.head)))
      return true;
  return false;
}

bool have_different_owners(const Analysis& a, std::uint32_t later, std::uint32_t earlier) {
  const auto owner = [&](std::uint32_t m) {
    const Details& d = a.details[m];
    const auto by = d.possessor != none ? d.possessor : d.organisation;
    return by == none ? none : a.details[static_cast<std::size_t>(by)].group;
  };
  const auto one = owner(later), other = owner(earlier);
  return one != none && other != none && one != other;
}

bool may_be_owned_alike(const Analysis& a, std::uint32_t later, std::uint32_t earlier) {
  const Details& owner = a.details[static_cast<std::size_t>(a.details[later].possessor)];
  const auto other = a.details[earlier].possessor;
  if (owner.person != 3 || other == none) return true;
  const Details& before = a.details[static_cast<std::size_t>(other)];
  const bool person = before.kind == ActorClass::person;
  return owner.number == Number::plural || (owner.gender != Gender::unknown ? person || before.kind == ActorClass::unknown : !person);
}

bool heads_a_body_alone(const Analysis& a, std::int32_t group) {
  const Group& g = a.groups[static_cast<std::size_t>(group)];
  return g.country == no_country &&
         std::any_of(g.mentions.begin(), g.mentions.end(), [&](std::uint32_t m) { return a.details[m].heads_body; });
}

bool is_deputy(const Analysis& a, std::uint32_t mention) {
  const Details& d = a.details[mention];
  const WordRange words = d.title.empty() ? a.coding.actors.mentions[mention].words : d.title;
  for (auto i = words.first; i + 1 < words.last; ++i)
    if (is_one_of(a.forms[i], {"vice", "deputy"}) && a.forms[i + 1] == "president") return true;
  return false;
}

bool is_of_opposition(const Analysis& a, std::uint32_t mention) {
  const Details& d = a.details[mention];
  const WordRange words = d.title.empty() ? a.coding.actors.mentions[mention].words : d.title;
  for (auto i = words.first; i + 1 < words.last; ++i)
    if (a.forms[i] == "shadow") return true;
  return false;
}

bool have_different_portfolios(const Analysis& a, std::uint32_t later, std::uint32_t earlier) {
  if (a.lemmas[a.head(later)] != "minister") return false;
  const auto one = portfolio(a, later), other = portfolio(a, earlier);
  return !one.empty() && !other.empty() && std::none_of(one.begin(), one.end(), [&](std::string_view word) {
    return std::find(other.begin(), other.end(), word) != other.end();
  });
}

std::int32_t body_led(const Analysis& a, std::uint32_t mention) {
  const Mention& m = a.coding.actors.mentions[mention];
  if (m.kind != MentionKind::nominal || a.lemmas[m.head] != "leader") return none;
  for (auto i = m.words.first; i < m.head; ++i) {
    const auto inside = a.mention_at(i);
    if (a.word(i).deprel != "compound" || inside == none || a.details[static_cast<std::size_t>(inside)].group == none) continue;
    const ActorClass kind = a.groups[static_cast<std::size_t>(a.details[static_cast<std::size_t>(inside)].group)].kind;
    if (kind == ActorClass::organisation || kind == ActorClass::people) return inside;
  }
  return none;
}

bool leads_another_body(const Analysis& a, std::uint32_t leader, std::int32_t body) {
  const Mention& m = a.coding.actors.mentions[leader];
  const auto group = a.details[static_cast<std::size_t>(body)].group;
  const auto last = m.kind == MentionKind::name ? a.details[leader].name.first : m.head;
  for (auto i = m.words.first; i < last; ++i) {
    if (!is_one_of(a.word(i).deprel, {"compound", "amod"}) || !is_capitalised(a.word(i).form)) continue;
    if (a.knowledge.words.body.contains(a.lemmas[i]) || a.lemmas[i] == a.lemmas[a.head(static_cast<std::uint32_t>(body))]) continue;
    const auto inside = a.mention_at(i);
    if (inside == none || a.details[static_cast<std::size_t>(inside)].group != group) return true;
  }
  return false;
}

bool leads_as_told(const Analysis& a, std::uint32_t leader, std::int32_t body) {
  const auto owner = a.details[leader].possessor;
  if (owner == none || a.coding.actors.mentions[static_cast<std::size_t>(owner)].kind != MentionKind::pronoun) return false;
  if (a.details[static_cast<std::size_t>(owner)].gender != Gender::unknown) return false;
  const auto& mentions = a.groups[static_cast<std::size_t>(a.details[static_cast<std::size_t>(body)].group)].mentions;
  return std::any_of(mentions.begin(), mentions.end(), [&](std::uint32_t other) {
    const auto told = a.details[other].sentence, of = a.details[leader].sentence;
    return other < leader && told + 1 >= of;
  });
}

bool new_modifiers(const Analysis& a, std::uint32_t later, std::uint32_t earlier) {
  const Mention& mention = a.coding.actors.mentions[later];
  const Mention& before = a.coding.actors.mentions[earlier];
  if (has_clause_of_its_own(a, mention.head)) return true;
  for (std::uint32_t i = mention.words.first; i < mention.head; ++i) {
    const std::string_view label = base(a.word(i).deprel);
    if (label != "amod" && label != "compound" && label != "nummod") continue;
    bool seen = false;
    for (std::uint32_t k = before.words.first; k < before.words.last && !seen; ++k) seen = a.lemmas[k] == a.lemmas[i];
    if (!seen) return true;
  }
  // a different owner or `of` phrase
  const Details& d = a.details[later];
  const Details& e = a.details[earlier];
  if (d.possessor != none && e.possessor != none) {
    const Details& p = a.details[static_cast<std::size_t>(d.possessor)];
    const Details& q = a.details[static_cast<std::size_t>(e.possessor)];
    if (p.group != none && q.group != none && p.group != q.group) return true;
  }
  bool tail = false;
  for (std::uint32_t i = mention.head + 1; i < mention.words.last; ++i) {
    if (a.word(i).upos != Upos::NOUN && a.word(i).upos != Upos::PROPN) continue;
    bool seen = false;
    for (std::uint32_t k = before.words.first; k < before.words.last && !seen; ++k) seen = a.lemmas[k] == a.lemmas[i];
    tail |= !seen;
  }
  return tail;
}

}  // namespace demarche
