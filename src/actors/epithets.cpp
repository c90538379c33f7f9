// Persons who have been named and are called again by what they are: `Ann Ray spoke. The New York lawyer said …`.
#include <algorithm>

#include "actors/analysis.h"
#include "actors/binding.h"
#include "text/words.h"

namespace demarche {
namespace {

// `the New York lawyer`, `the former senator`, `Obama's former strategist`, `the 45-year-old`: says more than a bare office would.
bool says_who_he_is(const Analysis& a, std::uint32_t m) {
  const Details& d = a.details[m];
  const Mention& mention = a.coding.actors.mentions[m];
  if (mention.kind != MentionKind::nominal || !d.definite || d.demonstrative || d.quoted || d.same_as != none || d.predicate) return false;
  if (d.syntax != Syntax::subject || d.number != Number::singular || has_clause_of_its_own(a, mention.head)) return false;
  if (a.forms[mention.head].ends_with("year-old")) return true;
  if (d.kind != ActorClass::person || !a.knowledge.words.epithet.contains(a.lemmas[mention.head])) return false;
  // `the lawyer` alone may be anybody's; the office of a state is told again by its title.
  const bool modified = mention.head > mention.words.first + (d.possessor == none ? 1U : 0U);
  return d.former || (modified && !(d.noun && d.noun->office && d.possessor != none));
}

// The person by name who is the subject of the sentence; `other` where it is about another person.
struct About {
  std::int32_t group = none;
  bool other = false;
};

About about(const Analysis& a, std::uint32_t sentence) {
  const auto first =
      std::lower_bound(a.details.begin(), a.details.end(), sentence, [](const Details& d, std::uint32_t at) { return d.sentence < at; });
  About found;
  for (auto d = first; d != a.details.end() && d->sentence == sentence; ++d) {
    const auto m = static_cast<std::uint32_t>(d - a.details.begin());
    if (d->syntax != Syntax::subject || !is_of_main_clause(a, a.head(m))) continue;
    const MentionKind kind = a.coding.actors.mentions[m].kind;
    if (kind == MentionKind::pronoun) continue;
    const bool person = d->kind == ActorClass::person && d->number == Number::singular;
    const bool named = person && d->group != none && a.groups[static_cast<std::size_t>(d->group)].has_name;
    // `Ann Ray spoke, and Ben Kim listened`: of two neither is surely meant.
    if (named && (found.group == none || found.group == d->group))
      found.group = d->group;
    else if (person || d->kind == ActorClass::people)
      found.other = true;
  }
  return found;
}

// The only person by name in a sentence that is about no person: `Prosecutors opened an inquiry into Ben Ray.`
std::int32_t only_person(const Analysis& a, std::uint32_t sentence) {
  const auto first =
      std::lower_bound(a.details.begin(), a.details.end(), sentence, [](const Details& d, std::uint32_t at) { return d.sentence < at; });
  std::int32_t found = none;
  for (auto d = first; d != a.details.end() && d->sentence == sentence; ++d) {
    if (d->group == none || d->number == Number::plural ||
        a.coding.actors.mentions[static_cast<std::size_t>(d - a.details.begin())].kind == MentionKind::pronoun)
      continue;
    const Group& g = a.groups[static_cast<std::size_t>(d->group)];
    if (g.kind != ActorClass::person) continue;
    if (found != none && found != d->group) return none;
    found = d->group;
  }
  return found != none && a.groups[static_cast<std::size_t>(found)].has_name ? found : none;
}

// Is the group spoken of elsewhere in the sentence? Who is named there is not called again.
bool is_in_sentence(const Analysis& a, std::uint32_t m, std::int32_t group) {
  const auto sentence = a.details[m].sentence;
  const auto& mentions = a.groups[static_cast<std::size_t>(group)].mentions;
  return std::any_of(mentions.begin(), mentions.end(), [&](std::uint32_t other) { return a.details[other].sentence == sentence; });
}

// `the Kenyan-born lawyer`: which of his trades is told, not which office.
bool tells_the_origin(const Analysis& a, WordRange words) {
  for (auto i = words.first + 2; i < words.last; ++i)
    if (a.forms[i] == "born" && a.forms[i - 1] == "-") return true;
  return false;
}

bool share_a_role(const Roles& one, const Roles& other) {
  for (std::uint8_t i = 0; i < one.count; ++i)
    if (other.has(one.at[i])) return true;
  return false;
}

// `the gambling tycoon`, `the economist`: what one may be beside a party's donor or candidate.
bool is_trade(const Analysis& a, const Roles& roles) {
  for (std::uint8_t i = 0; i < roles.count; ++i)
    if (!is_one_of(a.knowledge.sectors[roles.at[i]].plover, {"BUS", "EDU"})) return false;
  return !roles.empty();
}

// `President Ray … The Lisbon mayor`: of two offices that are held at once one is another's; and `the governor` is not the candidate.
bool holds_another_office(const Analysis& a, std::uint32_t m, std::int32_t group) {
  const Details& d = a.details[m];
  if (d.former || !d.noun || !d.noun->office || tells_the_origin(a, a.coding.actors.mentions[m].words)) return false;
  const auto& mentions = a.groups[static_cast<std::size_t>(group)].mentions;
  return std::any_of(mentions.begin(), mentions.end(), [&](std::uint32_t other) {
    const Details& o = a.details[other];
    const bool another = o.noun && o.noun->office && !o.former && o.noun != d.noun;
    const bool beside = is_trade(a, d.roles) && o.roles.has(a.knowledge.pty);
    return another || (!beside && !o.former && !o.roles.empty() && !d.roles.empty() && !share_a_role(o.roles, d.roles));
  });
}

}  // namespace

std::int32_t speaks_again(const Analysis& a, std::uint32_t m, const std::vector<bool>& speaks) {
  constexpr std::uint32_t sentences_back = 3;
  const Mention& mention = a.coding.actors.mentions[m];
  const Details& d = a.details[m];
  if (mention.kind != MentionKind::nominal || mention.words.size() != 2 || !d.definite || d.demonstrative || d.number != Number::singular ||
      d.quoted || d.syntax != Syntax::subject || d.same_as != none || has_clause_of_its_own(a, mention.head) ||
      !a.knowledge.words.trade.contains(a.lemmas[mention.head]) || !speaks[m])
    return none;
  // Who speaks in the same paragraph, or is its subject, if it is one person only.
  std::int32_t found = none;
  for (auto c = m; c-- > 0 && a.details[c].block == d.block;) {
    const Details& cd = a.details[c];
    if (cd.sentence + sentences_back < d.sentence) break;
    if (cd.sentence == d.sentence || cd.group == none || cd.quoted || a.coding.actors.mentions[c].kind == MentionKind::pronoun) continue;
    const Group& g = a.groups[static_cast<std::size_t>(cd.group)];
    if (g.kind != ActorClass::person || g.number == Number::plural || cd.syntax != Syntax::subject) continue;
    if (!g.has_name || (found != none && found != cd.group)) return none;
    if (!is_of_main_clause(a, a.head(c)) && !speaks[c]) continue;
    found = cd.group;
  }
  if (found == none || !compatible(a, d, found)) return none;
  // `The lawmaker` is of the legislature, if it was said what he is.
  bool told = false, same = false;
  for (const auto other : a.groups[static_cast<std::size_t>(found)].mentions) {
    told = told || !a.details[other].roles.empty();
    same = same || share_a_role(a.details[other].roles, d.roles);
  }
  return d.roles.empty() || !told || same ? found : none;
}

std::int32_t called_again(const Analysis& a, std::uint32_t m) {
  constexpr std::uint32_t sentences_back = 3, blocks_back = 2;
  if (!says_who_he_is(a, m)) return none;
  const Details& d = a.details[m];
  const auto owner = d.possessor == none ? none : a.details[static_cast<std::size_t>(d.possessor)].group;
  for (std::uint32_t back = 1; back <= sentences_back && back <= d.sentence; ++back) {
    const auto sentence = d.sentence - back;
    if (a.reading.sentences[sentence].block + blocks_back < d.block) return none;
    About who = about(a, sentence);
    // `The former judge`, right behind a sentence on what is done to him
    if (back == 1 && d.former && who.group == none && a.reading.sentences[sentence].block == d.block)
      if (const auto only = only_person(a, sentence); only != none) who = {only, false};
    if (who.other) return none;
    if (who.group == none) continue;
    // `Ray called on Mayor Kim to act. Kim closed the unit. The presidential candidate said …`
    if (holds_another_office(a, m, who.group)) continue;
    const bool fits = who.group != owner && compatible(a, d, who.group) && !is_in_sentence(a, m, who.group);
    return fits ? who.group : none;
  }
  return none;
}

}  // namespace demarche
