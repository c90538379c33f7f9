// Pronouns that take up whom the sentence before has brought in or accused.
#include <algorithm>

#include "actors/binding.h"
#include "actors/pronouns.h"
#include "text/words.h"

namespace demarche {
namespace {

// `He condemned …`: a person's pronoun that begins a sentence behind another as its subject, and not in somebody's quotation.
bool begins_as_subject(const Analysis& a, std::uint32_t m) {
  const Details& d = a.details[m];
  return !d.quoted && d.gender != Gender::unknown && d.syntax == Syntax::subject && d.sentence > 0 && is_of_main_clause(a, a.head(m)) &&
         a.head(m) == a.reading.sentences[d.sentence].words.first;
}

}  // namespace

bool Pronouns::of_newcomer(std::uint32_t m) {
  const Details& d = a.details[m];
  if (!begins_as_subject(a, m)) return false;
  const std::uint32_t end = a.reading.sentences[d.sentence - 1].words.last - 1;
  std::int32_t newcomer = none;
  for (auto c = m; c-- > 0 && a.details[c].sentence + 1 >= d.sentence;) {
    const Details& cd = a.details[c];
    if (cd.sentence == d.sentence || cd.group == none) continue;
    if (source_of_[c] != none || cd.quoted) return false;  // somebody speaks there
    const Group& g = a.groups[static_cast<std::size_t>(cd.group)];
    const Mention& mention = a.actors().mentions[c];
    if (newcomer == none && mention.words.last == end && mention.kind == MentionKind::name && a.word(mention.head).deprel == "appos" &&
        g.kind == ActorClass::person && g.gender == d.gender && a.details[g.mentions.front()].sentence == cd.sentence)
      newcomer = cd.group;
    if (cd.group != newcomer && cd.syntax == Syntax::subject && g.kind == ActorClass::person && agrees(d, g)) return false;
  }
  return newcomer != none && settle_if_it_agrees(m, newcomer);
}

bool Pronouns::of_who_also_acted(std::uint32_t m) {
  const Details& d = a.details[m];
  if (!begins_as_subject(a, m) || a.reading.sentences[d.sentence - 1].block != d.block) return false;
  const auto below = a.tree.children(static_cast<std::uint32_t>(governor(a, a.head(m))));
  if (std::none_of(below.begin(), below.end(), [&](std::uint32_t c) { return a.forms[c] == "also"; })) return false;
  std::int32_t subject = none;
  for (auto c = m; c-- > 0 && a.details[c].sentence + 1 >= d.sentence;) {
    const Details& cd = a.details[c];
    if (cd.sentence == d.sentence || cd.group == none || cd.quoted || cd.syntax != Syntax::subject || !is_of_main_clause(a, a.head(c)))
      continue;
    const Group& g = a.groups[static_cast<std::size_t>(cd.group)];
    if (!g.has_name || !(g.kind == ActorClass::person || g.kind == ActorClass::unknown) || !agrees(d, g)) return false;
    if (subject != none && subject != cd.group) return false;  // of two neither is surely meant
    subject = cd.group;
  }
  return settle_if_it_agrees(m, subject);
}

bool Pronouns::goes_on_as_body(std::uint32_t m) {
  const Details& d = a.details[m];
  const auto p = a.head(m);
  if (a.forms[p] != "it" || d.quoted || d.syntax != Syntax::subject || d.sentence == 0 || !is_of_main_clause(a, p)) return false;
  if (a.reading.sentences[d.sentence - 1].block != d.block || governor(a, p) == no_word) return false;
  // `it took months`, `it emerged that he had fled`: what is done to something is no such `it`.
  const auto verb = static_cast<std::uint32_t>(governor(a, p));
  if (child(a.reading, a.tree, verb, "obj") == no_word || is_one_of(a.lemmas[verb], {"take", "cost", "make", "have", "mean", "need"}))
    return false;
  if (child(a.reading, a.tree, verb, "ccomp") != no_word || child(a.reading, a.tree, verb, "csubj") != no_word) return false;
  std::int32_t subject = none;
  bool called_so = false;
  for (auto c = m; c-- > 0 && a.details[c].sentence + 1 >= d.sentence;) {
    const Details& cd = a.details[c];
    if (cd.quoted) continue;
    if (a.actors().mentions[c].kind == MentionKind::pronoun) {
      if (!is_one_of(a.forms[a.head(c)], {"it", "its"})) continue;
      if (cd.group == none || (subject != none && cd.group != subject)) return false;
      subject = cd.group;
      called_so = called_so || cd.sentence < d.sentence;
      continue;
    }
    if (cd.sentence == d.sentence) {
      if (cd.group != none && cd.syntax != Syntax::other && c < m && agrees(d, a.groups[static_cast<std::size_t>(cd.group)])) return false;
      continue;
    }
    if (cd.syntax != Syntax::subject || !is_of_main_clause(a, a.head(c)) || cd.group == none) continue;
    const Group& g = a.groups[static_cast<std::size_t>(cd.group)];
    if (g.kind != ActorClass::country && g.kind != ActorClass::organisation) return false;
    return called_so && cd.group == subject && settle_if_it_agrees(m, cd.group);
  }
  return false;
}

std::int32_t Pronouns::accused_in(std::uint32_t sentence, std::int32_t by) const {
  const WordRange words = a.reading.sentences[sentence].words;
  for (auto i = words.last; i-- > words.first;) {
    if (a.word(i).upos != Upos::VERB || !is_one_of(a.lemmas[i], {"accuse", "charge", "blame", "suspect", "indict"})) continue;
    auto whom = child(a.reading, a.tree, i, "obj");
    if (whom == no_word) whom = child(a.reading, a.tree, i, "nsubj:pass");
    const auto m = whom == no_word ? none : a.mention_at(static_cast<std::uint32_t>(whom));
    if (m == none) continue;
    if (by != none) {
      const auto who = child(a.reading, a.tree, i, "nsubj");
      const auto accuser = who == no_word ? none : a.mention_at(static_cast<std::uint32_t>(who));
      if (accuser == none || a.details[static_cast<std::size_t>(accuser)].group != by) continue;
    }
    return a.details[static_cast<std::size_t>(m)].group;
  }
  return none;
}

bool Pronouns::of_who_denies(std::uint32_t m) {
  const Details& d = a.details[m];
  if (d.quoted || d.syntax != Syntax::subject || d.sentence == 0 || governor(a, a.head(m)) == no_word) return false;
  const auto verb = static_cast<std::uint32_t>(governor(a, a.head(m)));
  const auto what = child(a.reading, a.tree, verb, "obj");
  if (what == no_word || a.reading.sentences[d.sentence - 1].block != d.block || a.head(m) != a.reading.sentences[d.sentence].words.first ||
      !is_one_of(a.lemmas[verb], {"deny", "reject", "dismiss", "dispute", "refute"}) ||
      !is_one_of(a.lemmas[static_cast<std::uint32_t>(what)],
                 {"charge", "accusation", "allegation", "claim", "wrongdoing", "it", "this", "that", "involvement"}))
    return false;
  return settle_if_it_agrees(m, accused_in(d.sentence - 1, none));
}

bool Pronouns::of_adversary(std::uint32_t m) {
  constexpr std::uint32_t sentences_back = 2;
  const Details& d = a.details[m];
  const std::int32_t quote = d.quoted && d.number == Number::plural && d.syntax == Syntax::subject ? quote_around(d) : none;
  if (quote == none || a.reading.sentences[d.sentence].words.first + 1 < a.head(m) || a.word(a.head(m)).deprel != "nsubj") return false;
  // Who speaks, and for whom: `the union's spokesman`.
  const auto source = a.actors().statement_source[static_cast<std::size_t>(quote)];
  if (source == none) return false;
  const auto speaker = a.details[static_cast<std::size_t>(source)].group;
  if (speaker == none) return false;
  std::vector<std::int32_t> sides{speaker};
  for (const auto one : a.groups[static_cast<std::size_t>(speaker)].mentions)
    for (const auto of : {a.details[one].possessor, a.details[one].organisation})
      if (of != none && a.details[static_cast<std::size_t>(of)].group != none)
        sides.push_back(a.details[static_cast<std::size_t>(of)].group);
  // `the service's spokesman`, of a service that is no actor by itself
  const auto& own = a.groups[static_cast<std::size_t>(speaker)].mentions;
  if (sides.size() == 1 && std::any_of(own.begin(), own.end(),
                                       [&](std::uint32_t one) { return a.knowledge.words.spokesman.contains(a.details[one].role_word); }))
    sides.push_back(none);
  for (std::uint32_t back = 1; back <= sentences_back && back <= d.sentence; ++back)
    for (const auto side : sides)
      if (const auto accused = accused_in(d.sentence - back, side); accused != none && accused != speaker)
        return settle_if_it_agrees(m, accused);
  return false;
}

bool Pronouns::of_who_just_spoke(std::uint32_t m) {
  const Details& d = a.details[m];
  if (source_of_[m] == none || d.quoted || d.syntax != Syntax::subject || d.gender == Gender::unknown) return false;
  std::int32_t spoke = none;
  for (auto c = m; c-- > 0 && a.details[c].sentence + 1 >= d.sentence;) {
    const Details& cd = a.details[c];
    if (cd.sentence == d.sentence || cd.block != d.block || cd.group == none || cd.syntax != Syntax::subject || cd.quoted) continue;
    if (!agrees(d, a.groups[static_cast<std::size_t>(cd.group)])) continue;
    if (spoke != none && spoke != cd.group) return false;
    spoke = cd.group;
    if (source_of_[c] == none) return false;
  }
  return spoke != none && settle_if_it_agrees(m, spoke);
}

}  // namespace demarche
