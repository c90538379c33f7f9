// Whom pronouns mean: who is asked in which order, who is chosen, and first and second persons.
#include "actors/pronouns.h"

#include <algorithm>

#include "actors/binding.h"
#include "actors/owners.h"
#include "text/words.h"

namespace demarche {

Pronouns::Pronouns(Analysis& analysis) : a(analysis), source_of_(a.details.size(), none) {
  auto& statements = a.coding.statements;
  for (std::size_t s = 0; s < statements.size(); ++s) {
    const auto m = a.actors().statement_source[s];
    if (m != none) source_of_[static_cast<std::size_t>(m)] = static_cast<std::int32_t>(s);
  }
  for (std::size_t s = 0; s < statements.size(); ++s)
    if (statements[s].direct && !statements[s].content.empty())
      quotes_.emplace_back(a.word(statements[s].content.back().last - 1).sentence, static_cast<std::uint32_t>(s));
  std::sort(quotes_.begin(), quotes_.end());
  for (std::uint32_t m = 0; m < a.details.size(); ++m)
    if (const auto same = a.details[m].same_as; same != none && a.actors().mentions[m].kind == MentionKind::nominal)
      predicates_.emplace_back(static_cast<std::uint32_t>(same), m);
  std::sort(predicates_.begin(), predicates_.end());
  for (std::uint32_t m = 0; m < a.details.size(); ++m) {
    const Details& d = a.details[m];
    if (!d.quoted || d.statement == none || d.group == none || a.actors().mentions[m].kind != MentionKind::name) continue;
    if (const std::int32_t quote = quote_around(d); quote != none) named_in_.insert({quote, d.group});
  }
}

void Pronouns::run() {
  const auto n = static_cast<std::uint32_t>(a.details.size());
  for (const bool quoted : {false, true}) {
    refresh_speakers();
    for (std::uint32_t m = 0; m < n; ++m) {
      Details& d = a.details[m];
      if (a.actors().mentions[m].kind != MentionKind::pronoun || d.quoted != quoted || d.group != none || d.left_open) continue;
      if (d.relative) {
        if (const auto group = a.details[static_cast<std::size_t>(d.same_as)].group; group != none) settle(m, group);
      } else if (d.person == 3) {
        third_person(m);
      }
    }
    link_governments(a, quoted);
  }
  refresh_speakers();
  for (std::uint32_t m = 0; m < n; ++m) {
    Details& d = a.details[m];
    if (a.actors().mentions[m].kind == MentionKind::pronoun && d.group == none && !d.left_open && !d.relative && d.person != 3)
      speech_person(m);
  }
  // What waited for one of these.
  for (const bool quoted : {false, true}) link_governments(a, quoted);
  part_what_others_own(a);
  link_what_the_same_owns(a);
  link_own_countries(a);
  for (std::uint32_t m = 0; m < n; ++m) {
    Details& d = a.details[m];
    if (d.relative && d.group == none && d.same_as != none) settle(m, a.details[static_cast<std::size_t>(d.same_as)].group);
    if (a.actors().mentions[m].kind != MentionKind::pronoun && d.group == none) a.join(m, a.new_group());
  }
}

void Pronouns::settle(std::uint32_t m, std::int32_t group) {
  if (group == none) return;
  a.join(m, group);
  Group& g = a.groups[static_cast<std::size_t>(group)];
  const Details& d = a.details[m];
  if (d.gender != Gender::unknown && g.gender == Gender::unknown) g.gender = d.gender;
  if (d.kind == ActorClass::person && g.kind == ActorClass::unknown) g.kind = d.kind;
  // `He is the foreign minister of Austria`
  for (auto p = std::lower_bound(predicates_.begin(), predicates_.end(), std::pair{m, 0U}); p != predicates_.end() && p->first == m; ++p) {
    const auto other = a.details[p->second].group;
    if (other == none || other == group) continue;
    const Group& o = a.groups[static_cast<std::size_t>(other)];
    // what is later called so is the same, but `we are a people` makes nobody of `the people`
    const bool own = o.mentions.size() == 1 || (o.mentions.front() == p->second && !o.has_name && d.number == Number::singular);
    if (own && !o.is_country) a.merge(group, other);
  }
}

void Pronouns::refresh_speakers() {
  for (std::size_t s = 0; s < a.speaker.size(); ++s) {
    const auto m = a.actors().statement_source[s];
    a.speaker[s] = m == none ? none : a.details[static_cast<std::size_t>(m)].group;
  }
}

std::int32_t Pronouns::quote_around(const Details& d) const {
  std::int32_t s = d.statement;
  for (int step = 0; step < 20 && s != none; ++step) {
    const Statement& statement = a.coding.statements[static_cast<std::size_t>(s)];
    if (statement.direct) return s;
    s = statement.inside;
  }
  return none;
}

bool Pronouns::is_speaker_inside(const Details& d, std::int32_t group) const {
  if (!d.quoted) return a.turn_speaker[d.sentence] == group;
  const std::int32_t quote = quote_around(d);
  return quote != none && a.speaker[static_cast<std::size_t>(quote)] == group;
}

bool Pronouns::is_addressee_inside(const Details& d, std::int32_t group) const {
  if (!d.quoted) return a.turn_addressee[d.sentence] == group;
  const std::int32_t quote = quote_around(d);
  if (quote == none) return false;
  const auto m = a.actors().statement_addressee[static_cast<std::size_t>(quote)];
  if (m != none) return a.details[static_cast<std::size_t>(m)].group == group;
  return asks(quote, group);
}

bool Pronouns::asks(std::int32_t quote, std::int32_t group) const {
  const auto& cue = a.coding.statements[static_cast<std::size_t>(quote)].cue;
  if (!cue || cue->empty()) return false;
  const auto sentence = a.word(cue->first).sentence;
  const auto& mentions = a.groups[static_cast<std::size_t>(group)].mentions;
  return std::any_of(mentions.begin(), mentions.end(), [&](std::uint32_t other) {
    const auto head = a.head(other);
    const auto above = governor(a, head);
    return a.details[other].sentence == sentence && !a.details[other].quoted && above != no_word && preposition(a, head) == "with" &&
           is_one_of(a.lemmas[static_cast<std::uint32_t>(above)], {"interview", "conversation", "chat", "discussion", "call", "meeting"});
  });
}

bool Pronouns::is_in_relative_clause(std::uint32_t m) const {
  const auto p = a.head(m);
  const auto verb = governor(a, p);
  if (verb == no_word) return false;
  const auto below = a.tree.children(static_cast<std::uint32_t>(verb));
  return a.word(static_cast<std::uint32_t>(verb)).deprel == "acl:relcl" ||
         std::any_of(below.begin(), below.end(), [&](std::uint32_t c) { return c < p && a.forms[c] == "which"; });
}

bool Pronouns::is_of_the_speakers_kind(const Details& d, const Group& g) const {
  const std::int32_t quote = quote_around(d);
  const std::int32_t speaker = quote == none ? none : a.speaker[static_cast<std::size_t>(quote)];
  if (speaker == none) return false;
  const auto is_common = [&](std::uint32_t one) { return a.actors().mentions[one].kind == MentionKind::nominal; };
  for (const auto own : a.groups[static_cast<std::size_t>(speaker)].mentions)
    for (const auto other : g.mentions)
      if (is_common(own) && is_common(other) && a.lemmas[a.head(own)] == a.lemmas[a.head(other)]) return true;
  return false;
}

void Pronouns::third_person(std::uint32_t m) {
  Details& d = a.details[m];
  if (d.reflexive && reflexive(m)) return;
  if (of_topic(m) || owns_in_relative_clause(m) || counts_whom_it_was_done_to(m) || goes_on_as_subject(m) || goes_on_as_person(m) ||
      goes_on_saying(m) || of_who_made_it(m) || of_who_said_it_before(m) || of_relative_clause(m) || of_who_is_accused(m) ||
      of_who_is_charged(m) || of_who_pleads(m) || named_behind_quote(m) || of_own_announcement(m) || of_own_claim(m) ||
      of_who_is_asked(m) || of_who_is_invited(m) || of_who_is_right(m) || answers_in_kind(m) || goes_on_speaking(m) ||
      goes_on_from_report(m) || of_who_is_introduced(m) || of_who_just_spoke(m) || of_newcomer(m) || of_who_also_acted(m) ||
      goes_on_as_body(m) || of_who_denies(m) || of_adversary(m) || settle_if_it_agrees(m, of_that_office(m)) || owns_in_parallel(m))
    return;
  const std::int32_t last_speaker =
      source_of_[m] != none && !is_in_relative_clause(m) && !follows_a_subject(m) ? previous_speaker(m) : none;
  const std::int32_t own_quote = source_of_[m];
  const PronounForm form = d.gender != Gender::unknown ? PronounForm::he : d.number == Number::plural ? PronounForm::they : PronounForm::it;
  std::vector<std::int32_t> seen;
  std::vector<Candidate> candidates;
  std::vector<std::int32_t> groups;
  const std::uint32_t reach = form == PronounForm::he ? 8 : 4;
  const auto likened = compared_with(m);
  const bool blamed = is_blamed(m);
  const bool against_us = d.quoted && form == PronounForm::they && acts_upon_us(m);
  std::size_t order = 0;
  int steps = 0;
  for (std::uint32_t c = m; c-- > 0 && steps < 80; ++steps) {
    const Details& cd = a.details[c];
    if (d.sentence - cd.sentence > reach) break;
    if (cd.group == none || (cd.person != 3 && cd.gender == Gender::unknown)) continue;
    const Group& g = a.groups[static_cast<std::size_t>(cd.group)];
    if (!agrees(d, g) || (blamed && g.kind == ActorClass::place)) continue;
    if (cd.predicate && g.mentions.front() == c) continue;  // `you are no farmer`: there is none to be meant
    if (form == PronounForm::they && a.knowledge.words.document.contains(a.lemmas[a.head(c)]) && cd.number == Number::singular) continue;
    if (source_of_[m] != none && a.knowledge.words.craft.contains(a.lemmas[a.head(c)])) continue;
    if (form == PronounForm::he && names_an_office(a, c) && g.mentions.front() == c) continue;
    if (bound_apart(a, m, c)) {
      // Excluded by this place in the clause, whatever was said before.
      if (cd.sentence == d.sentence) seen.push_back(cd.group);
      continue;
    }
    if (is_speaker_inside(d, cd.group) || is_addressee_inside(d, cd.group) || cd.group == likened) continue;
    if (against_us && is_of_the_speakers_kind(d, g)) continue;
    if (own_quote != none && cd.sentence < d.sentence && is_asker(c, m)) continue;
    // The words of a quote do not tell who spoke them.
    if (own_quote != none && cd.quoted && cd.statement == own_quote) continue;
    if (std::find(seen.begin(), seen.end(), cd.group) != seen.end()) continue;
    seen.push_back(cd.group);
    if (last_speaker != none && last_speaker != cd.group && named_in_.contains({own_quote, cd.group})) continue;
    groups.push_back(cd.group);
    candidates.push_back({static_cast<std::int32_t>(a.head(c)), cues_of(m, c, order++, last_speaker)});
  }
  // The one that the document speaks of most.
  std::size_t most = 0;
  for (std::size_t k = 1; k < groups.size(); ++k)
    if (a.groups[static_cast<std::size_t>(groups[k])].mentions.size() > a.groups[static_cast<std::size_t>(groups[most])].mentions.size())
      most = k;
  if (!groups.empty()) candidates[most].cues.set(static_cast<std::size_t>(Cue::most_spoken_of));
  candidates.push_back({no_word, open_cues(m, candidates.empty() ? no_word : candidates.front().head)});
  groups.push_back(none);
  if (a.observer) (*a.observer)(a.head(m), form, candidates);

  // `he` is hardly ever nobody.
  if ((form == PronounForm::he || owns_an_office(a, m)) && candidates.size() > 1) candidates.pop_back();
  const auto best_of = [&](std::size_t count) {
    std::size_t best = 0;
    float best_score = 0;
    for (std::size_t k = 0; k < count; ++k)
      if (const float score = score_of(a.knowledge.cue_weights, form, candidates[k].cues); k == 0 || score > best_score)
        best = k, best_score = score;
    return groups[best];
  };
  std::int32_t found = best_of(candidates.size());
  // Whoever is blamed is somebody: a country, or the only one there is.
  if (found == none && blamed && !d.quoted && candidates.size() > 1) {
    const auto somebody = best_of(candidates.size() - 1);
    if (form == PronounForm::they || candidates.size() == 2 || a.groups[static_cast<std::size_t>(somebody)].is_country) found = somebody;
  }
  if (found == none && form == PronounForm::he) {
    if (last_speaker != none && !named_in_.contains({own_quote, last_speaker})) found = last_speaker;
    if (found == none) found = behind(m);
  }
  // `In her statement, Hillary Clinton defended …`: whose first name tells what nobody's before does.
  if (d.possessive && form == PronounForm::he && found != none && a.groups[static_cast<std::size_t>(found)].gender == Gender::unknown)
    if (const auto next = behind(m);
        next != none && a.groups[static_cast<std::size_t>(next)].gender == d.gender && !precedes_subject_of_its_own(m))
      found = next;
  if (found != none) settle(m, found);
}

bool Pronouns::is_blamed(std::uint32_t m) const {
  const auto verb = governor(a, a.head(m));
  // `warn it could break`, which some parsers take for an object
  const auto next = a.head(m) + 1;
  if (next < a.reading.words.size() && (a.word(next).upos == Upos::AUX || a.word(next).upos == Upos::VERB)) return false;
  return verb != no_word && a.details[m].syntax == Syntax::object &&
         is_one_of(a.lemmas[static_cast<std::uint32_t>(verb)], {"accuse", "urge", "warn", "sue", "invade"});
}

std::int32_t Pronouns::compared_with(std::uint32_t m) const {
  const auto p = a.head(m);
  if (p + 3 >= a.reading.words.size() || a.forms[p + 1] != "," || !is_one_of(a.forms[p + 2], {"like", "unlike"})) return none;
  for (auto c = m + 1; c < a.details.size() && a.actors().mentions[c].words.first <= p + 3; ++c)
    if (a.actors().mentions[c].words.first == p + 3) return a.details[c].group;
  return none;
}

bool Pronouns::is_asker(std::uint32_t c, std::uint32_t m) const {
  // Also by another word: `a voter asked whether she …`
  const auto asks = [&](std::uint32_t other) {
    const std::int32_t s = source_of_[other];
    return s != none && a.details[other].sentence == a.details[c].sentence &&
           a.coding.statements[static_cast<std::size_t>(s)].act == Act::ask;
  };
  const auto group = a.details[c].group;
  if (group == none ? !asks(c)
                    : std::none_of(a.groups[static_cast<std::size_t>(group)].mentions.begin(),
                                   a.groups[static_cast<std::size_t>(group)].mentions.end(), asks))
    return false;
  if (const auto own = source_of_[m]; own != none)
    if (const auto& cue = a.coding.statements[static_cast<std::size_t>(own)].cue)
      for (auto i = cue->first; i < cue->last; ++i)
        if (is_one_of(a.lemmas[i], {"reply", "answer", "respond", "retort"})) return true;
  const Details& d = a.details[c];
  for (std::uint8_t i = 0; i < d.roles.count; ++i)
    if (a.knowledge.sectors[d.roles.at[i]].plover == "JRN") return true;
  return false;
}

bool Pronouns::speaks_aside(std::uint32_t first, std::uint32_t second) const {
  if (second <= first || a.details[first].sentence != a.details[second].sentence || a.details[first].syntax != Syntax::subject)
    return false;
  std::int32_t at = governor(a, a.head(second));
  for (int step = 0; step < 6 && at != no_word; ++step, at = governor(a, static_cast<std::uint32_t>(at)))
    if (a.word(static_cast<std::uint32_t>(at)).deprel == "acl:relcl")
      return !dominates(a.reading, static_cast<std::uint32_t>(at), a.head(first));
  return false;
}

std::int32_t Pronouns::previous_speaker(std::uint32_t m) const {
  const Details& d = a.details[m];
  const auto& sources = a.actors().statement_source;
  if (const auto told = previous_speaker_told_of(m); told != none) return told;
  std::int32_t best = none;
  std::uint32_t best_mention = 0;
  for (std::size_t s = 0; s < sources.size(); ++s) {
    const auto source = sources[s];
    if (source == none || static_cast<std::uint32_t>(source) >= m) continue;
    const auto c = static_cast<std::uint32_t>(source);
    const Details& cd = a.details[c];
    if (cd.group == none || cd.quoted || d.sentence - cd.sentence > 8 || d.block - cd.block > 3) continue;
    const Group& g = a.groups[static_cast<std::size_t>(cd.group)];
    if (!agrees(d, g) || a.coding.statements[s].inside != no_statement || (cd.sentence < d.sentence && is_asker(c, m))) continue;
    if (best != none && speaks_aside(best_mention, c)) continue;
    if (best == none || c >= best_mention || speaks_aside(c, best_mention)) best = cd.group, best_mention = c;
  }
  // `The minister replied within hours. In a statement, he …`: who speaks up in this paragraph, whatever he says.
  for (auto c = m; c-- > best_mention && a.details[c].block == d.block;) {
    const Details& cd = a.details[c];
    const auto verb = governor(a, a.head(c));
    if (cd.sentence == d.sentence || cd.group == none || cd.quoted || cd.syntax != Syntax::subject || verb == no_word) continue;
    const bool speaks_up = a.knowledge.words.speaking_up.contains(a.lemmas[static_cast<std::uint32_t>(verb)]);
    if (!speaks_up && ((best != none && a.details[best_mention].block == d.block) || !brings_in_who_speaks(m, c))) continue;
    if (agrees(d, a.groups[static_cast<std::size_t>(cd.group)])) return cd.group;
  }
  if (best != none && a.details[best_mention].block != d.block)
    if (const auto met = only_person_before(m, best); met != none) return met;
  return best;
}

std::int32_t Pronouns::previous_speaker_told_of(std::uint32_t m) const {
  const Details& d = a.details[m];
  const auto around = source_of_[m] == none ? no_statement : a.coding.statements[static_cast<std::size_t>(source_of_[m])].inside;
  if (around == no_statement) return none;
  std::int32_t best = none;
  for (std::size_t s = 0, last = 0; s < a.coding.statements.size(); ++s) {
    const auto source = a.actors().statement_source[s];
    if (source == none || static_cast<std::uint32_t>(source) >= m || a.coding.statements[s].inside != around) continue;
    const Details& cd = a.details[static_cast<std::size_t>(source)];
    if (cd.group == none || d.sentence - cd.sentence > 2 || cd.sentence == d.sentence) continue;
    if (!agrees(d, a.groups[static_cast<std::size_t>(cd.group)])) continue;
    if (static_cast<std::size_t>(source) >= last) best = cd.group, last = static_cast<std::size_t>(source);
  }
  return best;
}

bool Pronouns::stands_by_in_passing(std::uint32_t c) const {
  const Details& cd = a.details[c];
  const auto verb = governor(a, a.head(c));
  if (a.actors().mentions[c].kind != MentionKind::nominal || base(a.word(a.head(c)).deprel) != "obl" || verb == no_word) return false;
  const auto subject = child(a.reading, a.tree, static_cast<std::uint32_t>(verb), "nsubj");
  const auto m = subject == no_word ? none : a.mention_at(static_cast<std::uint32_t>(subject));
  if (m == none || !is_of_main_clause(a, static_cast<std::uint32_t>(subject))) return false;
  const auto group = a.details[static_cast<std::size_t>(m)].group;
  if (group == none || group == cd.group) return false;
  const Group& g = a.groups[static_cast<std::size_t>(group)];
  return g.kind == ActorClass::person && g.has_name && !a.groups[static_cast<std::size_t>(cd.group)].has_name;
}

std::int32_t Pronouns::only_person_before(std::uint32_t m, std::int32_t speaker) const {
  const Details& d = a.details[m];
  if (d.syntax != Syntax::subject || d.gender == Gender::unknown) return none;
  std::int32_t found = none;
  bool acts = false;
  for (auto c = m; c-- > 0 && a.details[c].block == d.block;) {
    const Details& cd = a.details[c];
    if (cd.group == speaker) return none;
    if (cd.group == none || cd.quoted || !agrees(d, a.groups[static_cast<std::size_t>(cd.group)])) continue;
    if (a.groups[static_cast<std::size_t>(cd.group)].kind != ActorClass::person) continue;
    if (stands_by_in_passing(c)) continue;
    if (found != none && found != cd.group) return none;
    found = cd.group;
    const auto verb = governor(a, a.head(c));
    acts =
        acts || (cd.sentence + 1 == d.sentence && (cd.syntax == Syntax::subject || cd.syntax == Syntax::object) && verb != no_word &&
                 !is_one_of(a.lemmas[static_cast<std::uint32_t>(verb)], {"kill", "murder", "assassinate", "bury", "mourn", "die", "name"}));
  }
  return acts && a.groups[static_cast<std::size_t>(found)].has_name ? found : none;
}

// `Mr. Vega, do you …`; `Mr. Vega, tell us …`, which parsers take for a subject
bool Pronouns::is_called(std::uint32_t m) const {
  const Mention& mention = a.actors().mentions[m];
  if (mention.kind != MentionKind::name) return false;
  const Word& word = a.word(a.head(m));
  if (word.deprel == "vocative") return true;
  return base(word.deprel) == "nsubj" && word.head != no_word && a.word(static_cast<std::uint32_t>(word.head)).xpos == "VB" &&
         mention.words.last < a.forms.size() && a.forms[mention.words.last] == "," &&
         mention.words.last < static_cast<std::uint32_t>(word.head);
}

std::int32_t Pronouns::called_upon(std::uint32_t m, std::int32_t quote) const {
  const auto sentence = a.details[m].sentence;
  // Somebody is spoken of in the third person where the speaker has turned to others.
  const auto is_spoken_of = [&](std::int32_t group) {
    for (std::uint32_t c = 0; c < a.details.size(); ++c)
      if (const Details& d = a.details[c]; d.sentence == sentence && d.group == group && d.person == 3 && c != m && !is_called(c))
        return true;
    return false;
  };
  for (std::uint32_t c = m; c-- > 0 && a.details[c].sentence + 1 >= sentence;) {
    const Details& other = a.details[c];
    if (other.group == none || !other.quoted || !is_called(c) || quote_around(other) != quote) continue;
    return is_spoken_of(other.group) ? none : other.group;
  }
  return none;
}

void Pronouns::speech_person(std::uint32_t m) {
  Details& d = a.details[m];
  const bool singular = d.number == Number::singular;
  if (!d.quoted) {
    const std::int32_t turn = d.person == 2 ? a.turn_addressee[d.sentence] : singular ? a.turn_speaker[d.sentence] : none;
    if (turn != none) {
      settle(m, turn);
      return;
    }
    // The author's own voice.
    std::int32_t& who = d.person == 2 ? reader_ : singular ? narrator_ : narrators_;
    if (who == none) {
      who = a.new_group();
      a.groups.back().kind = d.person == 1 && singular ? ActorClass::person : ActorClass::unknown;
    }
    settle(m, who);
    return;
  }
  const std::int32_t quote = quote_around(d);
  if (quote == none) return;
  if (d.person == 2) {
    if (const auto called = called_upon(m, quote); called != none) {
      settle(m, called);
      return;
    }
    const auto addressee = a.actors().statement_addressee[static_cast<std::size_t>(quote)];
    if (addressee != none) settle(m, a.details[static_cast<std::size_t>(addressee)].group);
    return;
  }
  const std::int32_t speaker = a.speaker[static_cast<std::size_t>(quote)];
  if (speaker == none) return;
  settle(m, singular ? speaker : side_of(a, speaker));
}

void link_pronouns(Analysis& a) { Pronouns(a).run(); }

}  // namespace demarche
