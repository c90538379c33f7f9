// Well-known persons whom the document names and calls by what everybody knows of them: `Bernie Sanders spoke. The Vermont senator …`.
#include <algorithm>

#include "actors/analysis.h"
#include "actors/binding.h"
#include "text/words.h"

namespace demarche {
namespace {

// Words beside an epithet that make another's of it: `the former nominee`, `the vice presidential nominee`, `his Republican rival`.
bool tells_of_another(std::string_view word) {
  return is_one_of(word, {"former",  "ex",       "then",  "previous",  "vice",  "gubernatorial", "senatorial",  "congressional",
                          "mayoral", "judicial", "other", "rival",     "next",  "first",         "second",      "third",
                          "new",     "would",    "state", "statewide", "local", "fellow",        "late",        "failed",
                          "one",     "same",     "only",  "ideal",     "right", "potential",     "prospective", "possible"});
}

// The words of the phrase but its last, and whether others among them tell of somebody else.
struct Called {
  std::vector<std::string_view> words, names;  // `names`: those with a capital
  bool plain = true;
};

Called called(const Analysis& a, const Mention& mention) {
  Called found;
  for (auto i = mention.words.first; i < mention.words.last; ++i) {
    const Word& word = a.word(i);
    if (i == mention.head || word.upos == Upos::PUNCT || word.upos == Upos::DET) continue;
    if (i < mention.head || word.upos == Upos::PROPN) {
      if (i > mention.head && word.deprel == "nmod:unmarked") continue;  // `the Nov. 8 election`
      found.words.push_back(a.forms[i]);
      if (is_capitalised(word.form)) found.names.push_back(a.forms[i]);
    } else if (word.upos == Upos::NOUN || word.upos == Upos::ADJ) {
      // `the nominee for the November election`, `the former secretary of state`
      if (a.lemmas[i] == "state") found.words.push_back("state");
      found.plain &= is_one_of(a.lemmas[i], {"election", "presidency", "president", "presidential", "state"});
    } else if (word.upos != Upos::ADP && word.upos != Upos::NUM) {
      found.plain = false;
    }
  }
  return found;
}

bool holds(const Epithet& epithet, std::string_view last, const Called& called) {
  const auto is_among = [](std::string_view word, const auto& words) { return std::find(words.begin(), words.end(), word) != words.end(); };
  if (!std::all_of(epithet.words.begin(), epithet.words.end(), [&](const std::string& word) { return is_among(word, called.words); }))
    return false;
  const auto is_own = [&](std::string_view word) { return word == last || is_among(word, epithet.words); };
  return std::all_of(called.names.begin(), called.names.end(), is_own) &&
         std::none_of(called.words.begin(), called.words.end(),
                      [&](std::string_view word) { return tells_of_another(word) && !is_own(word); });
}

bool holds_on(const Epithet& epithet, const std::optional<Date>& day) {
  if (!day) return true;
  const std::chrono::sys_days on(*day);
  return (!epithet.since || std::chrono::sys_days(*epithet.since) <= on) && (!epithet.until || on <= std::chrono::sys_days(*epithet.until));
}

}  // namespace

std::vector<std::int32_t> groups_of_well_known(const Analysis& a) {
  std::vector<std::int32_t> groups;
  const auto& mentions = a.actors().mentions;
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    const Details& d = a.details[m];
    if (mentions[m].kind != MentionKind::name || d.group == none || d.name.empty()) continue;
    auto person = a.knowledge.well_known.find(a.joined(d.name, a.forms));
    if (person == a.knowledge.well_known.end() && d.known && d.known->kind == NameKind::leader)
      person = a.knowledge.well_known.find(folded(a.knowledge.leaders[d.known->row].name));
    if (person == a.knowledge.well_known.end()) continue;
    if (groups.size() <= person->second) groups.resize(person->second + 1, none);
    if (groups[person->second] == none) groups[person->second] = d.group;
  }
  return groups;
}

std::int32_t well_known(const Analysis& a, std::uint32_t m, const std::vector<std::int32_t>& groups, bool alone) {
  const Mention& mention = a.actors().mentions[m];
  const Details& d = a.details[m];
  const std::string_view last = a.lemmas[mention.head];
  const auto listed = a.knowledge.epithets.find(last);
  if (groups.empty() || listed == a.knowledge.epithets.end()) return none;
  if (!d.definite || d.demonstrative || d.predicate || d.possessor != none || d.same_as != none || d.number == Number::plural) return none;
  if (a.forms[mention.words.first] != "the" || has_clause_of_its_own(a, mention.head)) return none;
  const Called words = called(a, mention);
  if (!words.plain) return none;
  std::int32_t found = none;
  std::size_t most = 0;
  for (const Epithet& epithet : listed->second) {
    if (epithet.words.empty() != alone || epithet.person >= groups.size() || groups[epithet.person] == none) continue;
    const auto group = groups[epithet.person];
    const auto& before = a.groups[static_cast<std::size_t>(group)].mentions;
    const bool named = std::any_of(before.begin(), before.end(), [&](std::uint32_t other) { return other < m; });
    if (!named || !holds_on(epithet, a.coding.document.published) || !holds(epithet, last, words)) continue;
    if (!compatible(a, d, group)) continue;
    if (std::any_of(before.begin(), before.end(),
                    [&](std::uint32_t other) { return a.details[other].sentence == d.sentence && bound_apart(a, m, other); }))
      continue;
    if (found != none && found != group && epithet.words.size() == most) return none;  // `the billionaire`, of two
    if (found == none || epithet.words.size() > most) found = group, most = epithet.words.size();
  }
  return found;
}

}  // namespace demarche
