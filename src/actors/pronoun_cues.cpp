// What speaks for each candidate of a third-person pronoun, and for leaving it open: the cues of ranker.h.
#include <algorithm>
#include <array>

#include "actors/binding.h"
#include "actors/pronouns.h"
#include "text/words.h"

namespace demarche {

bool Pronouns::follows_named_subject(std::uint32_t m) const {
  const Details& d = a.details[m];
  for (std::uint32_t c = m; c-- > 0 && a.details[c].block == d.block && d.sentence - a.details[c].sentence <= 1;) {
    const Details& cd = a.details[c];
    if (cd.sentence == d.sentence && (!is_of_main_clause(a, a.head(c)) || bound_apart(a, m, c))) continue;
    if (cd.syntax == Syntax::subject && cd.group != none && a.actors().mentions[c].kind == MentionKind::name &&
        agrees(d, a.groups[static_cast<std::size_t>(cd.group)]))
      return true;
  }
  return false;
}

bool Pronouns::is_another_named_since(std::uint32_t m, std::uint32_t c) const {
  const Details& d = a.details[m];
  const Details& cd = a.details[c];
  for (auto other = m; other-- > c + 1 && a.details[other].sentence > cd.sentence;) {
    const Details& od = a.details[other];
    if (od.sentence == d.sentence || od.group == none || od.group == cd.group || od.syntax != Syntax::subject ||
        is_spoken(od) != is_spoken(d) || a.actors().mentions[other].kind != MentionKind::name || !is_of_main_clause(a, a.head(other)))
      continue;
    if (agrees(d, a.groups[static_cast<std::size_t>(od.group)])) return true;
  }
  return false;
}

// Whoever spoke is spoken of for as long as his words go on.
std::uint32_t Pronouns::sentences_since_speaking(std::uint32_t m, std::uint32_t c) const {
  const Details& d = a.details[m];
  const Details& cd = a.details[c];
  std::uint32_t since = d.sentence - cd.sentence;
  if (d.quoted || cd.quoted || a.groups[static_cast<std::size_t>(cd.group)].kind == ActorClass::unknown) return since;
  for (auto q = std::lower_bound(quotes_.begin(), quotes_.end(), std::pair{d.sentence, 0U}); q != quotes_.begin();) {
    const auto [end, statement] = *--q;
    if (end <= cd.sentence || d.sentence - end >= since) break;
    const auto source = a.actors().statement_source[statement];
    if (source != none && static_cast<std::uint32_t>(source) < m && a.details[static_cast<std::size_t>(source)].group == cd.group)
      since = d.sentence - end;
  }
  return since;
}

Cues Pronouns::cues_of(std::uint32_t m, std::uint32_t c, std::size_t order, std::int32_t last_speaker) const {
  const Details& d = a.details[m];
  const Details& cd = a.details[c];
  const Group& g = a.groups[static_cast<std::size_t>(cd.group)];
  const std::uint32_t p = a.head(m), head = a.head(c);
  const auto& mentions = a.actors().mentions;
  Cues cues;
  const auto set = [&](Cue cue, bool holds = true) {
    if (holds) cues.set(static_cast<std::size_t>(cue));
  };
  const bool superseded = is_another_named_since(m, c);
  const std::uint32_t back = superseded ? d.sentence - cd.sentence : sentences_since_speaking(m, c);
  set(back == 0   ? Cue::sentence_0
      : back == 1 ? Cue::sentence_1
      : back == 2 ? Cue::sentence_2
      : back == 3 ? Cue::sentence_3
      : back <= 5 ? Cue::sentence_4_5
                  : Cue::sentence_6_more);
  if (back == 0) set(p - head <= 5 ? Cue::words_5 : p - head <= 15 ? Cue::words_15 : Cue::words_more);
  set(order == 0 ? Cue::order_1 : order == 1 ? Cue::order_2 : order == 2 ? Cue::order_3 : order <= 5 ? Cue::order_4_6 : Cue::order_7_more);
  set(Cue::first_in_sentence, c == 0 || a.details[c - 1].sentence != cd.sentence);

  set(cd.syntax == Syntax::subject     ? Cue::subject
      : cd.syntax == Syntax::object    ? Cue::object
      : cd.syntax == Syntax::possessor ? Cue::possessor
                                       : Cue::other_place);
  set(Cue::of_main_verb, cd.syntax == Syntax::subject && governor(a, head) != no_word &&
                             a.word(static_cast<std::uint32_t>(governor(a, head))).head == no_word);
  set(Cue::parallel_subject, d.syntax == Syntax::subject && cd.syntax == Syntax::subject);
  set(Cue::parallel_object, d.syntax == Syntax::object && cd.syntax == Syntax::object);
  // `a man who pledged his help`, `Vega, who left. He …`: called so, and by no pronoun of its own
  MentionKind kind = mentions[c].kind;
  if (cd.relative && cd.same_as != none) {
    const auto called = static_cast<std::uint32_t>(cd.same_as);
    const bool leads = a.details[called].syntax == Syntax::subject && is_of_main_clause(a, a.head(called));
    if (back == 0 || leads || mentions[called].kind == MentionKind::name) kind = mentions[called].kind;
  }
  set(kind == MentionKind::name      ? Cue::by_name
      : kind == MentionKind::nominal ? Cue::by_nominal
      : kind == MentionKind::pronoun ? Cue::by_pronoun
                                     : Cue::by_adjective);
  const bool elsewhere = cd.block != d.block && goes_on_in_paragraph(a, m);
  const bool cut_off = cd.block != d.block && follows_named_subject(m);
  set(Cue::same_pronoun, !cut_off && !superseded && mentions[c].kind == MentionKind::pronoun && cd.person == 3 && cd.number == d.number &&
                             cd.gender == d.gender);
  if (mentions[c].kind == MentionKind::nominal) set(cd.definite ? Cue::definite : cd.indefinite ? Cue::indefinite : Cue::bare);

  switch (g.kind) {
    case ActorClass::person:
      set(Cue::person);
      break;
    case ActorClass::people:
      set(Cue::people);
      break;
    case ActorClass::organisation:
      set(Cue::organisation);
      break;
    case ActorClass::country:
      set(Cue::country);
      break;
    case ActorClass::place:
      set(Cue::place);
      break;
    case ActorClass::unknown:
      set(Cue::unknown_class);
      break;
  }
  set(Cue::named, g.has_name);
  set(Cue::plural, g.number == Number::plural);
  if (d.gender != Gender::unknown) set(g.gender == Gender::unknown ? Cue::gender_unknown : Cue::gender_known);
  const std::size_t all = g.mentions.size();
  set(all == 1 ? Cue::mentions_1 : all <= 3 ? Cue::mentions_2_3 : all <= 9 ? Cue::mentions_4_9 : Cue::mentions_10_more);
  const auto before = static_cast<std::size_t>(std::lower_bound(g.mentions.begin(), g.mentions.end(), m) - g.mentions.begin());
  set(before <= 1 ? Cue::before_1 : before <= 3 ? Cue::before_2_3 : before <= 9 ? Cue::before_4_9 : Cue::before_10_more);

  set(Cue::other_quote, is_spoken(cd) != is_spoken(d));
  set(Cue::other_paragraph, elsewhere || cut_off);
  set(Cue::last_speaker, last_speaker != none && cd.group == last_speaker && !superseded);
  set(Cue::named_in_own_words, named_in_.contains({source_of_[m], cd.group}));
  // `The ministry gave another account. It said …`
  set(Cue::subject_before, back == 1 && !d.quoted && cd.block == d.block && was_subject(a, g, cd.sentence) &&
                               ((source_of_[m] != none && d.syntax == Syntax::subject) || owns_subject(a, m)));
  // Also of reported words inside of quoted ones: `“Vega told me that he was ill,” she said`.
  set(Cue::speaker_around, d.statement != none && (!d.quoted || !a.coding.statements[static_cast<std::size_t>(d.statement)].direct) &&
                               a.speaker[static_cast<std::size_t>(d.statement)] == cd.group);
  if (back == 0 && d.possessive) {
    // `Maduro and his regime`; the subject of the same clause
    const auto owned = governor(a, p);
    set(Cue::owned_conjunct, owned != no_word && base(a.word(static_cast<std::uint32_t>(owned)).deprel) == "conj" &&
                                 governor(a, static_cast<std::uint32_t>(owned)) == static_cast<std::int32_t>(head));
    set(Cue::same_clause_subject, (cd.syntax == Syntax::subject && same_clause(a, p, head)) || is_made_to_own(a, p, head));
  }
  if (const auto subject = back == 0 ? subject_around(m) : no_word; subject != no_word) {
    const auto around = a.mention_at(static_cast<std::uint32_t>(subject));
    set(Cue::joined_subject, around != none && a.details[static_cast<std::size_t>(around)].group == cd.group);
  }
  const bool speaks = source_of_[m] != none;
  set(Cue::speaking_person, speaks && (g.kind == ActorClass::person || g.kind == ActorClass::people));
  set(Cue::speaking_organisation, speaks && g.kind == ActorClass::organisation);
  set(Cue::speaking_country, speaks && g.kind == ActorClass::country);
  set(Cue::owning_place, d.possessive && (g.kind == ActorClass::place || g.kind == ActorClass::country));
  return cues;
}

Cues Pronouns::open_cues(std::uint32_t m, std::int32_t nearest) const {
  const Details& d = a.details[m];
  const std::uint32_t p = a.head(m);
  Cues cues;
  const auto set = [&](Cue cue, bool holds = true) {
    if (holds) cues.set(static_cast<std::size_t>(cue));
  };
  set(Cue::open);
  set(Cue::open_subject, d.syntax == Syntax::subject);
  set(Cue::open_object, d.syntax == Syntax::object);
  set(Cue::open_possessive, d.possessive);
  set(Cue::open_quoted, d.quoted);
  set(Cue::open_source, source_of_[m] != none);
  set(Cue::open_without_candidate, nearest == no_word);
  if (const auto verb = governor(a, p); verb != no_word && d.syntax == Syntax::subject) {
    const auto v = static_cast<std::uint32_t>(verb);
    set(Cue::open_predicate, child(a.reading, a.tree, v, "cop") != no_word);
    // `it is clear that`, `it takes time to`
    set(Cue::open_clause, child(a.reading, a.tree, v, "ccomp") != no_word || child(a.reading, a.tree, v, "csubj") != no_word ||
                              child(a.reading, a.tree, v, "xcomp") != no_word || child(a.reading, a.tree, v, "advcl") != no_word);
  }
  // The last pronoun of the same form.
  for (std::uint32_t c = m, steps = 0; c-- > 0 && steps < 40 && d.sentence - a.details[c].sentence <= 2; ++steps) {
    const Details& cd = a.details[c];
    if (a.actors().mentions[c].kind != MentionKind::pronoun || cd.person != 3 || cd.relative || cd.number != d.number ||
        cd.gender != d.gender)
      continue;
    set(cd.group == none ? Cue::open_after_open : Cue::open_after_resolved);
    break;
  }
  const std::int32_t thing = other_thing(m);
  if (thing == no_word) {
    set(Cue::thing_none);
  } else {
    const Word& word = a.word(static_cast<std::uint32_t>(thing));
    const std::string_view label = base(word.deprel);
    set(word.sentence == d.sentence ? Cue::thing_here : Cue::thing_before);
    set(Cue::thing_subject, label == "nsubj");
    set(Cue::thing_parallel, (label == "nsubj" && d.syntax == Syntax::subject) || (label == "obj" && d.syntax == Syntax::object));
    set(Cue::thing_nearer, thing > nearest);
  }
  return cues;
}

float Pronouns::distance_penalty(std::uint32_t sentences) const {
  static constexpr std::array<float, 6> steps = {0.0F, 0.9F, 1.9F, 2.7F, 3.3F, 4.0F};
  return sentences < steps.size() ? steps[sentences] : 6.0F;
}

std::int32_t Pronouns::other_thing(std::uint32_t m) const {
  const Details& d = a.details[m];
  const std::uint32_t p = a.head(m);
  std::int32_t best = no_word;
  float best_score = -100;
  const std::uint32_t from = p > 50 ? p - 50 : 0;
  for (std::uint32_t i = p; i-- > from;) {
    const Word& word = a.word(i);
    if (d.sentence - word.sentence > 1) break;
    if ((word.upos != Upos::NOUN && word.upos != Upos::PROPN) || a.mention_at(i) != none) continue;
    const bool plural = word.xpos == "NNS" || word.xpos == "NNPS";
    if (plural != (d.number == Number::plural)) continue;
    const std::string_view label = base(word.deprel);
    if (label != "nsubj" && label != "obj" && label != "obl" && label != "nmod" && label != "root" && label != "conj") continue;
    if (word.deprel == "obl:unmarked" || word.deprel == "nmod:desc") continue;
    if (label == "nsubj" && word.head == a.word(p).head) continue;
    float s = -distance_penalty(d.sentence - word.sentence) - 0.015F * static_cast<float>(p - i);
    s += label == "nsubj" ? 1.0F : label == "obj" ? 0.4F : 0.0F;
    if (d.syntax == Syntax::subject && label == "nsubj") s += 0.5F;
    if (d.syntax == Syntax::object && label == "obj") s += 0.3F;
    if (s > best_score) best = static_cast<std::int32_t>(i), best_score = s;
  }
  return best;
}

}  // namespace demarche
