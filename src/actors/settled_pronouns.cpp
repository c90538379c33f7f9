// Pronouns whose meaning a construction settles, so that no candidates need be weighed.
#include <algorithm>

#include "actors/binding.h"
#include "actors/pronouns.h"
#include "text/words.h"

namespace demarche {

bool Pronouns::acts_upon_us(std::uint32_t m) const {
  if (a.details[m].syntax != Syntax::subject || governor(a, a.head(m)) == no_word) return false;
  const auto below = a.tree.children(static_cast<std::uint32_t>(governor(a, a.head(m))));
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) { return is_one_of(a.forms[c], {"us", "me"}); });
}

bool Pronouns::of_topic(std::uint32_t m) {
  const Details& d = a.details[m];
  for (std::uint32_t c = m; c-- > 0 && a.details[c].sentence == d.sentence;) {
    const Details& cd = a.details[c];
    const auto first = a.actors().mentions[c].words.first;
    if (cd.group == none || first < 2 || a.forms[first - 1] != "for" || a.forms[first - 2] != "as") continue;
    if (governor(a, a.head(c)) != governor(a, a.head(m)) || !agrees(d, a.groups[static_cast<std::size_t>(cd.group)])) continue;
    settle(m, cd.group);
    return true;
  }
  return false;
}

bool Pronouns::counts_whom_it_was_done_to(std::uint32_t m) {
  const Details& d = a.details[m];
  const auto counted = governor(a, a.head(m));
  if (d.number != Number::plural || counted == no_word || preposition(a, a.head(m)) != "of") return false;
  const auto first = static_cast<std::uint32_t>(counted);
  if (first == 0 || a.forms[first - 1] != "," ||
      !(a.word(first).upos == Upos::NUM ||
        is_one_of(a.lemmas[first], {"most", "many", "some", "all", "none", "several", "few", "half", "both"})))
    return false;
  for (std::uint32_t c = m; c-- > 0 && a.details[c].sentence == d.sentence;) {
    const Details& cd = a.details[c];
    if (cd.syntax == Syntax::subject) return false;
    if (cd.syntax == Syntax::object && cd.number == Number::plural) return settle_if_it_agrees(m, cd.group);
  }
  return false;
}

bool Pronouns::precedes_subject_of_its_own(std::uint32_t m) const {
  std::int32_t at = governor(a, a.head(m));
  for (int step = 0; step < 8 && at != no_word; ++step, at = governor(a, static_cast<std::uint32_t>(at)))
    if (const auto subject = child(a.reading, a.tree, static_cast<std::uint32_t>(at), "nsubj");
        subject != no_word && static_cast<std::uint32_t>(subject) < a.head(m))
      return true;
  return false;
}

bool Pronouns::goes_on_speaking(std::uint32_t m) {
  const Details& d = a.details[m];
  const std::int32_t own = source_of_[m];
  if (own == none || d.quoted || d.syntax != Syntax::subject || d.number != Number::plural || !is_parenthetical(own)) return false;
  for (auto c = m; c-- > 0 && a.details[c].sentence + 1 >= d.sentence;) {
    const Details& cd = a.details[c];
    const std::int32_t s = source_of_[c];
    if (cd.sentence == d.sentence || s == none || s == own || cd.block != d.block || cd.quoted) continue;
    return is_parenthetical(s) && settle_if_it_agrees(m, cd.group);
  }
  return false;
}

std::int32_t Pronouns::sentence_before_own_quotation(std::uint32_t m) const {
  const Details& d = a.details[m];
  const std::int32_t own = source_of_[m];
  if (own == none || d.quoted || d.gender == Gender::unknown || d.syntax != Syntax::subject) return none;
  const Statement& quotation = a.coding.statements[static_cast<std::size_t>(own)];
  if (!quotation.direct || quotation.content.empty() || quotation.content.front().first > a.head(m)) return none;
  return static_cast<std::int32_t>(a.word(quotation.content.front().first).sentence) - 1;
}

bool Pronouns::goes_on_from_report(std::uint32_t m) {
  const auto before = sentence_before_own_quotation(m);
  for (auto c = m; before != none && c-- > 0 && static_cast<std::int32_t>(a.details[c].sentence) >= before;) {
    const Details& cd = a.details[c];
    const std::int32_t s = source_of_[c];
    if (static_cast<std::int32_t>(cd.sentence) != before || s == none || cd.group == none || cd.quoted || cd.syntax != Syntax::subject)
      continue;
    if (a.coding.statements[static_cast<std::size_t>(s)].inside != no_statement) continue;
    const Group& g = a.groups[static_cast<std::size_t>(cd.group)];
    return a.actors().mentions[c].kind == MentionKind::name && g.kind == ActorClass::person && g.gender == Gender::unknown &&
           settle_if_it_agrees(m, cd.group);
  }
  return false;
}

// `“…,” Novak said. Ray came from Oslo to the rally. Ray had grown up in Bergen. “…,” he said.`: of the last speaker no more was said.
bool Pronouns::is_introduced_since_the_last_speaker(std::uint32_t m, std::int32_t group) const {
  if (named_in_.contains({source_of_[m], group})) return false;
  const auto speaker = previous_speaker(m);
  if (speaker == none || speaker == group) return speaker == none;  // nobody near has spoken
  const auto& of_speaker = a.groups[static_cast<std::size_t>(speaker)].mentions;
  const auto since = a.groups[static_cast<std::size_t>(group)].mentions.front();
  return since < m && std::none_of(of_speaker.begin(), of_speaker.end(), [&](std::uint32_t c) { return c > since && c < m; });
}

bool Pronouns::of_who_is_introduced(std::uint32_t m) {
  const auto before = sentence_before_own_quotation(m);
  std::int32_t introduced = none;
  for (auto c = m; before != none && c-- > 0 && static_cast<std::int32_t>(a.details[c].sentence) >= before;) {
    const Details& cd = a.details[c];
    if (static_cast<std::int32_t>(cd.sentence) != before || cd.group == none) continue;
    const Group& g = a.groups[static_cast<std::size_t>(cd.group)];
    if (source_of_[c] != none || cd.quoted) return false;  // somebody speaks there
    if (g.kind != ActorClass::person || a.actors().mentions[c].kind != MentionKind::name || !agrees(a.details[m], g)) continue;
    // `a delegate`, `one of the envoys`; `Salem, Ore.` introduces nobody
    const auto role = child(a.reading, a.tree, a.head(c), "appos");
    const bool is_new = g.mentions.front() == c && role != no_word && a.word(static_cast<std::uint32_t>(role)).upos != Upos::PROPN;
    const bool taken_up =
        cd.syntax == Syntax::subject && is_of_main_clause(a, a.head(c)) && is_introduced_since_the_last_speaker(m, cd.group);
    if ((is_new || taken_up) && introduced == none)
      introduced = cd.group;
    else if (cd.group != introduced && (is_new || cd.syntax == Syntax::subject))
      return false;
  }
  return introduced != none && settle_if_it_agrees(m, introduced);
}

bool Pronouns::is_parenthetical(std::int32_t s) const {
  const Statement& statement = a.coding.statements[static_cast<std::size_t>(s)];
  return !statement.direct && statement.cue && !statement.content.empty() && statement.content.front().first < statement.cue->first;
}

bool Pronouns::reflexive(std::uint32_t m) {
  const Details& d = a.details[m];
  std::int32_t verb = governor(a, a.head(m));
  for (int step = 0; step < 5 && verb != no_word; ++step) {
    const auto subject = child(a.reading, a.tree, static_cast<std::uint32_t>(verb), "nsubj");
    if (subject != no_word) {
      const auto c = a.mention_at(static_cast<std::uint32_t>(subject));
      if (c == none || a.details[static_cast<std::size_t>(c)].group == none) return false;
      const Details& cd = a.details[static_cast<std::size_t>(c)];
      if (!agrees(d, a.groups[static_cast<std::size_t>(cd.group)])) return false;
      settle(m, cd.group);
      return true;
    }
    verb = governor(a, static_cast<std::uint32_t>(verb));
  }
  return false;
}

namespace {

// The subject, before the word `end`, of the clause that this one is joined to, or no_word.
std::int32_t subject_joined_to(const Analysis& a, std::uint32_t clause, std::uint32_t end) {
  const Word& verb = a.word(clause);
  if (base(verb.deprel) != "conj" || verb.head == no_word) return no_word;
  const auto subject = child(a.reading, a.tree, static_cast<std::uint32_t>(verb.head), "nsubj");
  return subject < static_cast<std::int32_t>(end) ? subject : no_word;
}

}  // namespace

std::int32_t Pronouns::joined_subject(std::uint32_t m) const {
  const auto clause = governor(a, a.head(m));
  if (a.details[m].syntax != Syntax::subject || clause == no_word) return no_word;
  return subject_joined_to(a, static_cast<std::uint32_t>(clause), a.head(m));
}

std::int32_t Pronouns::subject_around(std::uint32_t m) const {
  if (a.details[m].possessive) return no_word;
  std::int32_t at = governor(a, a.head(m));
  for (int step = 0; step < 4 && at != no_word; ++step, at = governor(a, static_cast<std::uint32_t>(at))) {
    const auto clause = static_cast<std::uint32_t>(at);
    const auto own = child(a.reading, a.tree, clause, "nsubj");
    if (own == no_word) continue;
    if (step > 0) return own < static_cast<std::int32_t>(a.head(m)) ? own : no_word;
    return subject_joined_to(a, clause, a.head(m));
  }
  return no_word;
}

bool Pronouns::follows_a_subject(std::uint32_t m) const {
  const auto subject = joined_subject(m);
  const auto c = subject == no_word ? none : a.mention_at(static_cast<std::uint32_t>(subject));
  if (c == none || a.actors().mentions[static_cast<std::size_t>(c)].kind == MentionKind::pronoun) return false;
  const auto group = a.details[static_cast<std::size_t>(c)].group;
  return group != none && agrees(a.details[m], a.groups[static_cast<std::size_t>(group)]);
}

bool Pronouns::goes_on_as_subject(std::uint32_t m) {
  const auto subject = joined_subject(m);
  if (subject == no_word || a.forms[static_cast<std::uint32_t>(subject)] != a.forms[a.head(m)] || a.forms[a.head(m)] == "it") return false;
  const auto c = a.mention_at(static_cast<std::uint32_t>(subject));
  if (c == none) return false;
  settle(m, a.details[static_cast<std::size_t>(c)].group);
  return true;
}

bool Pronouns::goes_on_as_person(std::uint32_t m) {
  const Details& d = a.details[m];
  if (d.gender == Gender::unknown || !follows_a_subject(m)) return false;
  const auto subject = static_cast<std::uint32_t>(joined_subject(m));
  const auto first = static_cast<std::uint32_t>(a.mention_at(subject));
  const Details& who = a.details[first];
  if (who.kind != ActorClass::person || who.number == Number::plural) return false;
  for (auto c = first + 1; c < m; ++c) {
    const Details& cd = a.details[c];
    if (cd.group == none || cd.group == who.group) continue;
    const Group& g = a.groups[static_cast<std::size_t>(cd.group)];
    if (g.kind != ActorClass::country && g.kind != ActorClass::organisation && g.kind != ActorClass::place && agrees(d, g)) return false;
  }
  settle(m, who.group);
  return true;
}

bool Pronouns::goes_on_saying(std::uint32_t m) {
  const Details& d = a.details[m];
  if (d.gender == Gender::unknown || d.quoted || source_of_[m] == none || !follows_a_subject(m)) return false;
  const auto first = a.mention_at(static_cast<std::uint32_t>(joined_subject(m)));
  return source_of_[static_cast<std::size_t>(first)] != none && settle_if_it_agrees(m, a.details[static_cast<std::size_t>(first)].group);
}

bool Pronouns::of_who_made_it(std::uint32_t m) {
  const Details& d = a.details[m];
  if (d.syntax != Syntax::subject || d.gender == Gender::unknown || d.relative || governor(a, a.head(m)) == no_word) return false;
  const auto clause = static_cast<std::uint32_t>(governor(a, a.head(m)));
  if (base(a.word(clause).deprel) != "acl" || !is_one_of(a.lemmas[clause], {"make", "say", "write", "post", "give", "send", "issue"}) ||
      governor(a, clause) == no_word)
    return false;
  const auto thing = static_cast<std::uint32_t>(governor(a, clause));
  if (base(a.word(thing).deprel) != "obl" || !is_one_of(preposition(a, thing), {"about", "over", "on", "for"}) ||
      governor(a, thing) == no_word)
    return false;
  const auto verb = static_cast<std::uint32_t>(governor(a, thing));
  if (!is_one_of(a.lemmas[verb],
                 {"ask",      "question", "press", "quiz", "grill", "challenge", "confront", "criticize", "criticise", "attack",
                  "denounce", "condemn",  "blast", "slam", "mock",  "rebuke",    "hit",      "assail",    "chide",     "scold"}))
    return false;
  auto whom = child(a.reading, a.tree, verb, "nsubj:pass");
  if (whom == no_word) whom = child(a.reading, a.tree, verb, "iobj");
  if (whom == no_word) whom = child(a.reading, a.tree, verb, "obj");
  const auto c = whom == no_word ? none : a.mention_at(static_cast<std::uint32_t>(whom));
  return c != none && c < static_cast<std::int32_t>(m) && settle_if_it_agrees(m, a.details[static_cast<std::size_t>(c)].group);
}

bool Pronouns::of_who_said_it_before(std::uint32_t m) {
  const Details& d = a.details[m];
  if (d.syntax != Syntax::object || d.gender == Gender::unknown || d.quoted || governor(a, a.head(m)) == no_word) return false;
  const auto verb = static_cast<std::uint32_t>(governor(a, a.head(m)));
  const auto subject = child(a.reading, a.tree, verb, "nsubj");
  if (subject == no_word) return false;
  for (const auto clause : a.tree.children(verb)) {
    if (base(a.word(clause).deprel) != "advcl" || static_cast<std::int32_t>(clause) > subject) continue;
    const auto below = a.tree.children(clause);
    if (std::none_of(below.begin(), below.end(), [&](std::uint32_t c) {
          return c < clause && is_one_of(a.lemmas[c], {"after", "when", "as", "once"});
        }))
      continue;
    const auto before = child(a.reading, a.tree, clause, "nsubj");
    const auto c = before == no_word ? none : a.mention_at(static_cast<std::uint32_t>(before));
    const auto who = a.mention_at(static_cast<std::uint32_t>(subject));
    if (c == none || source_of_[static_cast<std::size_t>(c)] == none || who == none) continue;
    const Details& speaker = a.details[static_cast<std::size_t>(c)];
    if (speaker.group == none || speaker.group == a.details[static_cast<std::size_t>(who)].group) continue;
    return speaker.kind == ActorClass::person && settle_if_it_agrees(m, speaker.group);
  }
  return false;
}

// `a man who announced his resignation`
bool Pronouns::owns_in_relative_clause(std::uint32_t m) {
  const Details& d = a.details[m];
  const auto owned = governor(a, a.head(m));
  if (!d.possessive || d.gender == Gender::unknown || owned == no_word) return false;
  const auto verb = governor(a, static_cast<std::uint32_t>(owned));
  if (verb == no_word || a.word(static_cast<std::uint32_t>(verb)).deprel != "acl:relcl" ||
      base(a.word(static_cast<std::uint32_t>(owned)).deprel) != "obj")
    return false;
  const auto subject = child(a.reading, a.tree, static_cast<std::uint32_t>(verb), "nsubj");
  if (subject == no_word || a.forms[static_cast<std::uint32_t>(subject)] != "who") return false;
  const auto c = a.mention_at(static_cast<std::uint32_t>(subject));
  return c != none && settle_if_it_agrees(m, a.details[static_cast<std::size_t>(c)].group);
}

bool Pronouns::of_relative_clause(std::uint32_t m) {
  const Details& d = a.details[m];
  if (d.syntax != Syntax::subject || governor(a, a.head(m)) == no_word) return false;
  const auto clause = static_cast<std::uint32_t>(governor(a, a.head(m)));
  if (base(a.word(clause).deprel) != "advcl" || governor(a, clause) == no_word) return false;
  const auto around = static_cast<std::uint32_t>(governor(a, clause));
  if (a.word(around).deprel != "acl:relcl") return false;
  const auto subject = child(a.reading, a.tree, around, "nsubj");
  if (subject == no_word || !is_one_of(a.forms[static_cast<std::uint32_t>(subject)], {"who", "which", "that"})) return false;
  const auto c = a.mention_at(static_cast<std::uint32_t>(subject));
  return c != none && settle_if_it_agrees(m, a.details[static_cast<std::size_t>(c)].group);
}

bool Pronouns::of_who_is_accused(std::uint32_t m) {
  const Details& d = a.details[m];
  if (d.syntax != Syntax::subject || d.number != Number::singular || d.gender != Gender::unknown || governor(a, a.head(m)) == no_word)
    return false;
  const auto clause = static_cast<std::uint32_t>(governor(a, a.head(m)));
  if (a.word(clause).deprel != "acl:relcl" || governor(a, clause) == no_word) return false;
  const auto thing = static_cast<std::uint32_t>(governor(a, clause));
  if (base(a.word(thing).deprel) != "obj" || governor(a, thing) == no_word) return false;
  const auto deed = static_cast<std::uint32_t>(governor(a, thing));
  if (a.word(deed).xpos != "VBG" || governor(a, deed) == no_word) return false;
  const auto accusing = static_cast<std::uint32_t>(governor(a, deed));
  if (!is_one_of(a.lemmas[accusing], {"accuse", "suspect", "blame", "criticize", "criticise", "condemn", "fault"})) return false;
  const auto accused = child(a.reading, a.tree, accusing, "obj");
  if (accused == no_word || static_cast<std::uint32_t>(accused) > deed) return false;
  const auto c = a.mention_at(static_cast<std::uint32_t>(accused));
  if (c == none) return false;
  const Details& whom = a.details[static_cast<std::size_t>(c)];
  return (whom.kind == ActorClass::organisation || whom.kind == ActorClass::country) && settle_if_it_agrees(m, whom.group);
}

bool Pronouns::of_who_is_charged(std::uint32_t m) {
  const Details& d = a.details[m];
  if (d.gender == Gender::unknown || governor(a, a.head(m)) == no_word) return false;
  auto clause = static_cast<std::uint32_t>(governor(a, a.head(m)));
  if (d.possessive || d.syntax != Syntax::subject || base(a.word(clause).deprel) != "acl" || governor(a, clause) == no_word) return false;
  // not `charges that he denies`
  if (a.word(clause).deprel == "acl:relcl" && child(a.reading, a.tree, clause, "mark") == no_word) return false;
  const auto charge = static_cast<std::uint32_t>(governor(a, clause));
  if (!is_one_of(a.lemmas[charge], {"charge", "allegation", "accusation", "suspicion", "claim", "count"}) || governor(a, charge) == no_word)
    return false;
  auto verb = static_cast<std::uint32_t>(governor(a, charge));
  const auto label = base(a.word(charge).deprel);
  auto whom = no_word;
  if (label == "obj") {
    if (is_one_of(a.lemmas[verb], {"face", "deny", "reject", "dismiss", "fight", "answer", "dispute", "refute"}))
      whom = child(a.reading, a.tree, verb, "nsubj");
  } else if (label == "obl") {
    // `ordered the mayor to stand trial on charges that he …`
    whom = child(a.reading, a.tree, verb, "obj");
    const auto is_person = [&](std::int32_t word) {
      const auto c = word == no_word ? none : a.mention_at(static_cast<std::uint32_t>(word));
      const auto group = c == none ? none : a.details[static_cast<std::size_t>(c)].group;
      return group != none && agrees(d, a.groups[static_cast<std::size_t>(group)]);
    };
    for (int step = 0; step < 3 && !is_person(whom); ++step) {
      whom = child(a.reading, a.tree, verb, "nsubj");
      if (whom != no_word || base(a.word(verb).deprel) != "xcomp" || governor(a, verb) == no_word) break;
      verb = static_cast<std::uint32_t>(governor(a, verb));
      whom = child(a.reading, a.tree, verb, "obj");
    }
  }
  const auto c = whom == no_word ? none : a.mention_at(static_cast<std::uint32_t>(whom));
  return c != none && c < static_cast<std::int32_t>(m) && settle_if_it_agrees(m, a.details[static_cast<std::size_t>(c)].group);
}

bool Pronouns::of_who_pleads(std::uint32_t m) {
  const Details& d = a.details[m];
  if (d.syntax != Syntax::subject || d.possessive || d.reflexive || d.relative || governor(a, a.head(m)) == no_word) return false;
  const auto clause = static_cast<std::uint32_t>(governor(a, a.head(m)));
  const auto mark = child(a.reading, a.tree, clause, "mark");
  if (base(a.word(clause).deprel) != "acl" && base(a.word(clause).deprel) != "ccomp") return false;
  if (mark == no_word || a.forms[static_cast<std::uint32_t>(mark)] != "that" || governor(a, clause) == no_word) return false;
  const auto plea = static_cast<std::uint32_t>(governor(a, clause));
  if (!is_one_of(a.lemmas[plea], {"plea", "promise", "pledge", "vow", "insistence", "admission", "belief", "fear", "boast", "threat",
                                  "acknowledgement", "acknowledgment", "hope", "announcement", "confession"}))
    return false;
  const auto owner = child(a.reading, a.tree, plea, "nmod:poss");
  const auto c = owner == no_word ? none : a.mention_at(static_cast<std::uint32_t>(owner));
  return c != none && c < static_cast<std::int32_t>(m) && settle_if_it_agrees(m, a.details[static_cast<std::size_t>(c)].group);
}

bool Pronouns::of_own_announcement(std::uint32_t m) {
  const Details& d = a.details[m];
  if (d.syntax != Syntax::subject || d.number != Number::singular || d.gender != Gender::unknown || d.statement == none || d.quoted)
    return false;
  if (governor(a, a.head(m)) == no_word) return false;
  const auto clause = static_cast<std::uint32_t>(governor(a, a.head(m)));
  if (base(a.word(clause).deprel) != "ccomp" || governor(a, clause) == no_word || a.word(a.head(m)).deprel != "nsubj") return false;
  const auto source = a.actors().statement_source[static_cast<std::size_t>(d.statement)];
  const auto subject = child(a.reading, a.tree, static_cast<std::uint32_t>(governor(a, clause)), "nsubj");
  if (source == none || subject == no_word || a.mention_at(static_cast<std::uint32_t>(subject)) != source) return false;
  bool will = false;
  for (const auto c : a.tree.children(clause)) {
    const auto label = base(a.word(c).deprel);
    if (label == "cop" || label == "xcomp" || label == "ccomp" || label == "csubj") return false;
    will |= label == "aux" && a.word(c).xpos == "MD";
  }
  if (!will || is_one_of(a.lemmas[clause], {"take", "cost", "happen", "matter", "depend", "require", "rain"})) return false;
  const Details& by = a.details[static_cast<std::size_t>(source)];
  if (by.kind != ActorClass::organisation && by.kind != ActorClass::country) return false;
  return settle_if_it_agrees(m, by.group);
}

bool Pronouns::owns_in_parallel(std::uint32_t m) {
  const Details& d = a.details[m];
  const auto owned = governor(a, a.head(m));
  if (!d.possessive || owned == no_word) return false;
  const auto second = static_cast<std::uint32_t>(owned);
  const bool joined = base(a.word(second).deprel) == "conj" || preposition(a, second) == "including";
  if (!joined || governor(a, second) == no_word || governor(a, second) >= static_cast<std::int32_t>(a.head(m))) return false;
  const auto owner = child(a.reading, a.tree, static_cast<std::uint32_t>(governor(a, second)), "nmod:poss");
  const auto c = owner == no_word ? none : a.mention_at(static_cast<std::uint32_t>(owner));
  return c != none && settle_if_it_agrees(m, a.details[static_cast<std::size_t>(c)].group);
}

bool Pronouns::of_own_claim(std::uint32_t m) {
  const Details& d = a.details[m];
  if (d.syntax != Syntax::subject || d.quoted || d.relative || governor(a, a.head(m)) == no_word || a.word(a.head(m)).deprel != "nsubj")
    return false;
  const auto clause = static_cast<std::uint32_t>(governor(a, a.head(m)));
  if (base(a.word(clause).deprel) != "ccomp" || governor(a, clause) == no_word) return false;
  const auto cue = static_cast<std::uint32_t>(governor(a, clause));
  if (a.word(cue).deprel != "acl:relcl" || cue > clause) return false;
  const auto subject = child(a.reading, a.tree, cue, "nsubj");
  if (subject == no_word || !is_one_of(a.forms[static_cast<std::uint32_t>(subject)], {"who", "which", "that"})) return false;
  // `says it is time to go`, `says it will take years`
  for (const auto c : a.tree.children(clause)) {
    const auto label = base(a.word(c).deprel);
    if (label == "cop" || label == "csubj" || label == "expl") return false;
  }
  if (d.gender == Gender::unknown && is_one_of(a.lemmas[clause], {"take", "cost", "happen", "matter", "depend", "require", "rain"}))
    return false;
  const auto c = a.mention_at(static_cast<std::uint32_t>(subject));
  return c != none && settle_if_it_agrees(m, a.details[static_cast<std::size_t>(c)].group);
}

bool Pronouns::of_who_is_asked(std::uint32_t m) {
  const Details& d = a.details[m];
  if (d.quoted || d.number == Number::plural || d.gender == Gender::unknown) return false;
  auto at = governor(a, a.head(m));
  for (int step = 0; step < 8 && at != no_word; ++step, at = governor(a, static_cast<std::uint32_t>(at))) {
    const auto asked = static_cast<std::uint32_t>(at);
    const Word& word = a.word(asked);
    if (!is_one_of(a.lemmas[asked], {"ask", "question", "press", "quiz", "challenge"})) continue;
    if (base(word.deprel) != "advcl" || word.head < static_cast<std::int32_t>(a.head(m)) || !is_one_of(word.xpos, {"VBN", "VBD"}) ||
        child(a.reading, a.tree, asked, "nsubj") != no_word)
      return false;
    const auto subject = child(a.reading, a.tree, static_cast<std::uint32_t>(word.head), "nsubj");
    if (subject == no_word || subject < word.head - 12) return false;
    const auto c = a.mention_at(static_cast<std::uint32_t>(subject));
    if (c == none || a.actors().mentions[static_cast<std::size_t>(c)].kind == MentionKind::pronoun) return false;
    return settle_if_it_agrees(m, a.details[static_cast<std::size_t>(c)].group);
  }
  return false;
}

bool Pronouns::of_who_is_invited(std::uint32_t m) {
  constexpr std::uint32_t sentences_back = 2;
  const Details& d = a.details[m];
  if (d.syntax != Syntax::subject || d.relative || governor(a, a.head(m)) == no_word) return false;
  const auto answer = static_cast<std::uint32_t>(governor(a, a.head(m)));
  const auto thing = child(a.reading, a.tree, answer, "obj");
  if (thing == no_word || child(a.reading, a.tree, answer, "nsubj") != static_cast<std::int32_t>(a.head(m)) ||
      !is_one_of(a.lemmas[answer], {"accept", "decline", "reject", "refuse", "spurn", "rebuff", "turn", "take"}))
    return false;
  const auto answered = static_cast<std::uint32_t>(thing);
  const bool invitation = a.lemmas[answered] == "invitation";
  if (!invitation && a.lemmas[answered] != "offer") return false;
  // `accepted an offer` may be any.
  const auto below = a.tree.children(answered);
  if (std::none_of(below.begin(), below.end(), [&](std::uint32_t c) { return is_one_of(a.forms[c], {"the", "that", "this"}); }))
    return false;
  for (auto i = a.head(m); i-- > 0 && a.word(i).sentence + sentences_back >= d.sentence;) {
    if (a.word(i).upos != Upos::VERB || a.lemmas[i] != (invitation ? "invite" : "offer")) continue;
    auto whom = child(a.reading, a.tree, i, "nsubj:pass");
    if (whom == no_word) whom = child(a.reading, a.tree, i, invitation ? "obj" : "iobj");
    const auto c = whom == no_word ? none : a.mention_at(static_cast<std::uint32_t>(whom));
    return c != none && c < static_cast<std::int32_t>(m) && settle_if_it_agrees(m, a.details[static_cast<std::size_t>(c)].group);
  }
  return false;
}

bool Pronouns::of_who_is_right(std::uint32_t m) {
  const Details& d = a.details[m];
  if (d.syntax != Syntax::subject || d.gender == Gender::unknown || governor(a, a.head(m)) == no_word) return false;
  const auto clause = static_cast<std::uint32_t>(governor(a, a.head(m)));
  if (base(a.word(clause).deprel) != "advcl" || governor(a, clause) == no_word) return false;
  const auto below = a.tree.children(clause);
  if (std::none_of(below.begin(), below.end(), [&](std::uint32_t c) { return c < clause && a.lemmas[c] == "when"; })) return false;
  auto verdict = static_cast<std::uint32_t>(governor(a, clause));
  // Some parsers hang the clause on `said`.
  if (const auto said = child(a.reading, a.tree, verdict, "ccomp"); said != no_word && said < static_cast<std::int32_t>(clause))
    verdict = static_cast<std::uint32_t>(said);
  if (!is_one_of(a.lemmas[verdict], {"right", "wrong", "correct", "mistaken", "honest", "sincere", "truthful", "lying", "lie"}))
    return false;
  const auto subject = child(a.reading, a.tree, verdict, "nsubj");
  const auto c = subject == no_word ? none : a.mention_at(static_cast<std::uint32_t>(subject));
  return c != none && settle_if_it_agrees(m, a.details[static_cast<std::size_t>(c)].group);
}

std::int32_t Pronouns::of_that_office(std::uint32_t m) const {
  constexpr std::uint32_t sentences_back = 2;
  const Details& d = a.details[m];
  if (d.gender == Gender::unknown || d.syntax != Syntax::subject || d.quoted) return none;
  std::int16_t country = no_country;
  for (auto p = std::lower_bound(predicates_.begin(), predicates_.end(), std::pair{m, 0U}); p != predicates_.end() && p->first == m; ++p)
    if (const Details& office = a.details[p->second]; office.noun && office.noun->office && office.rule != "country in focus")
      country = office.country;
  std::int32_t found = none;
  for (auto c = m; country != no_country && c-- > 0 && a.details[c].sentence + sentences_back >= d.sentence;) {
    const Details& cd = a.details[c];
    if (cd.group == none || cd.sentence == d.sentence || cd.quoted) continue;
    const Group& g = a.groups[static_cast<std::size_t>(cd.group)];
    if (g.kind != ActorClass::person || !g.has_name || g.country != country || !agrees(d, g)) continue;
    if (found != none && found != cd.group) return none;
    found = cd.group;
  }
  return found;
}

bool Pronouns::brings_in_who_speaks(std::uint32_t m, std::uint32_t subject) const {
  const Details& d = a.details[m];
  const Details& who = a.details[subject];
  const std::int32_t own = source_of_[m];
  if (own == none || !a.coding.statements[static_cast<std::size_t>(own)].direct || d.syntax != Syntax::subject) return false;
  if (who.kind != ActorClass::person || a.groups[static_cast<std::size_t>(who.group)].kind != ActorClass::person) return false;
  if (!a.groups[static_cast<std::size_t>(who.group)].has_name || !is_of_main_clause(a, a.head(subject))) return false;
  // The paragraph's first sentence or the one right before, and nobody else's words in between.
  if (who.sentence + 1 < d.sentence && who.sentence > 0 && a.reading.sentences[who.sentence - 1].block == who.block) return false;
  const auto verb = static_cast<std::uint32_t>(governor(a, a.head(subject)));
  if (child(a.reading, a.tree, verb, "nsubj:pass") != no_word || is_one_of(a.lemmas[verb], {"die", "fall", "suffer", "disappear", "drown"}))
    return false;
  for (auto c = subject + 1; c < m; ++c) {
    const Details& cd = a.details[c];
    if (source_of_[c] != none && source_of_[c] != own && !cd.quoted) return false;
    // `“He never came,” he said`
    if (cd.quoted && a.actors().mentions[c].kind == MentionKind::pronoun && cd.person == 3 && cd.gender == d.gender) return false;
    if (cd.group == who.group || cd.group == none || cd.kind != ActorClass::person) continue;
    if (cd.quoted || cd.statement == own) continue;  // `The Texan, he said, was “weak”`
    if (cd.syntax == Syntax::subject && agrees(d, a.groups[static_cast<std::size_t>(cd.group)])) return false;
  }
  return true;
}

bool Pronouns::answers_in_kind(std::uint32_t m) {
  const Details& d = a.details[m];
  if (d.syntax != Syntax::subject || governor(a, a.head(m)) == no_word) return false;
  const auto below = a.tree.children(static_cast<std::uint32_t>(governor(a, a.head(m))));
  const bool in_kind = std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
    return is_one_of(a.lemmas[c], {"return", "response", "turn", "retaliation", "reply"}) && preposition(a, c) == "in";
  });
  for (auto c = m; in_kind && c-- > 0 && d.sentence - a.details[c].sentence <= 1;) {
    const Details& other = a.details[c];
    if (a.actors().mentions[c].kind == MentionKind::pronoun && other.person == 3 && other.number == d.number && other.gender == d.gender &&
        other.syntax != Syntax::subject && !other.possessive && other.sentence < d.sentence)
      return settle_if_it_agrees(m, other.group);
  }
  return false;
}

bool Pronouns::named_behind_quote(std::uint32_t m) {
  const Details& d = a.details[m];
  if (!d.quoted) return false;
  const std::int32_t quote = quote_around(d);
  if (quote == none || !a.coding.statements[static_cast<std::size_t>(quote)].cue) return false;
  const WordRange cue = *a.coding.statements[static_cast<std::size_t>(quote)].cue;
  for (std::uint32_t verb = cue.first; verb < cue.last; ++verb)
    for (const auto gloss : a.tree.children(verb)) {
      if (base(a.word(gloss).deprel) == "obl" && preposition(a, gloss) == "of" && is_one_of(a.lemmas[verb], {"say", "write", "add"}))
        if (const auto c = a.mention_at(gloss); c != none) return settle_if_it_agrees(m, a.details[static_cast<std::size_t>(c)].group);
      if (d.possessive || base(a.word(gloss).deprel) != "advcl" || a.forms[gloss] != "referring") continue;
      for (const auto named : a.tree.children(gloss)) {
        if (base(a.word(named).deprel) != "obl" || preposition(a, named) != "to") continue;
        const auto c = a.mention_at(named);
        return c != none && settle_if_it_agrees(m, a.details[static_cast<std::size_t>(c)].group);
      }
    }
  return false;
}

bool Pronouns::settle_if_it_agrees(std::uint32_t m, std::int32_t group) {
  if (group == none) return false;
  const Group& g = a.groups[static_cast<std::size_t>(group)];
  if (g.mentions.empty() || !agrees(a.details[m], g)) return false;
  settle(m, group);
  return true;
}

std::int32_t Pronouns::behind(std::uint32_t m) const {
  const Details& d = a.details[m];
  for (std::uint32_t c = m + 1; c < a.details.size() && a.details[c].sentence == d.sentence; ++c) {
    const Details& cd = a.details[c];
    if (cd.group == none || cd.syntax != Syntax::subject || a.actors().mentions[c].kind == MentionKind::pronoun) continue;
    const Group& g = a.groups[static_cast<std::size_t>(cd.group)];
    if (agrees(d, g) && !bound_apart(a, m, c) && !is_speaker_inside(d, cd.group)) return cd.group;
  }
  return none;
}

}  // namespace demarche
