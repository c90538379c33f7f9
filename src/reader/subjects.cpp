#include "reader/subjects.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "reader/tree.h"
#include "text/words.h"

namespace demarche {
namespace {

// The dependents of one word, read once.
struct Dependents {
  std::vector<std::uint32_t> all;

  Dependents(const Reading& reading, WordRange sentence, std::uint32_t head) {
    for (auto i = sentence.first; i < sentence.last; ++i)
      if (reading.words[i].head == static_cast<std::int32_t>(head)) all.push_back(i);
  }
};

bool is_subject(std::string_view deprel) {
  const auto kind = base(deprel);
  return kind == "nsubj" || kind == "csubj" || kind == "expl";
}

bool is_finite(const Word& verb) { return verb.xpos == "VBD" || verb.xpos == "VBZ" || verb.xpos == "VBP"; }

bool has_subject(const Reading& reading, const Dependents& below) {
  return std::any_of(below.all.begin(), below.all.end(), [&](std::uint32_t c) { return is_subject(reading.words[c].deprel); });
}

bool is_passive(const Reading& reading, const Dependents& below) {
  return std::any_of(below.all.begin(), below.all.end(), [&](std::uint32_t c) { return reading.words[c].deprel == "aux:pass"; });
}

// Makes the word the subject of a clause that has none: of a passive, where that is one.
void become_subject(Reading& reading, std::uint32_t word, std::uint32_t clause, const Dependents& inside) {
  reading.words[word].head = static_cast<std::int32_t>(clause);
  reading.words[word].deprel = is_passive(reading, inside) ? "nsubj:pass" : "nsubj";
}

// `Oman on Monday recalled its envoy`: what stands before a verb of the active that has an object of its own behind it is no object.
void settle_object_in_front(Reading& reading, WordRange sentence, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  if (!is_finite(words[verb]) || words[verb].deprel == "acl:relcl") return;
  std::int32_t in_front = no_word;
  bool behind = false;
  for (const auto c : below.all) {
    if (is_subject(words[c].deprel) || words[c].deprel == "aux:pass") return;
    if (words[c].deprel != "obj") continue;
    if (c > verb)
      behind = true;
    else if (is_noun(words[c]) && in_front == no_word)
      in_front = static_cast<std::int32_t>(c);
    else
      return;
  }
  if (in_front == no_word || !behind) return;
  const Dependents phrase(reading, sentence, static_cast<std::uint32_t>(in_front));
  if (std::any_of(phrase.all.begin(), phrase.all.end(), [&](std::uint32_t c) { return base(words[c].deprel) == "case"; })) return;
  words[static_cast<std::uint32_t>(in_front)].deprel = "nsubj";
}

// `called for her to quit`: what stands between `for` and `to` does what the infinitive says.
void settle_subject_of_infinitive(Reading& reading, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  if (words[verb].xpos != "VB" || has_subject(reading, below)) return;
  std::int32_t lead = no_word, to = no_word, between = no_word;
  for (const auto c : below.all) {
    if (c > verb) break;
    const auto at = static_cast<std::int32_t>(c);
    if (words[c].deprel == "mark" && words[c].form == "for") lead = at;
    if (words[c].deprel == "mark" && words[c].form == "to") to = at;
    if (words[c].deprel == "obj") between = at;
  }
  if (lead == no_word || lead >= between || between >= to) return;
  words[static_cast<std::uint32_t>(between)].deprel = is_passive(reading, below) ? "nsubj:pass" : "nsubj";
}

// `In Oslo, a spokesman for the union, Ivo Maric, denied it`: a person is no apposition of the place with which the sentence begins, where
// the verb has nobody else for its subject.
void settle_subject_behind_place(Reading& reading, WordRange sentence, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  if (has_subject(reading, below) || words[verb].deprel == "acl:relcl" || words[verb].deprel == "conj") return;
  const bool finite = is_finite(words[verb]) || std::any_of(below.all.begin(), below.all.end(), [&](std::uint32_t c) {
                        return base(words[c].deprel) == "aux" && (is_finite(words[c]) || words[c].xpos == "MD");
                      });
  if (!finite) return;
  for (const auto place : below.all) {
    if (place > verb) return;
    if (words[place].deprel != "obl" || words[place].upos != Upos::PROPN) continue;
    const Dependents phrase(reading, sentence, place);
    const bool opens = std::any_of(phrase.all.begin(), phrase.all.end(), [&](std::uint32_t c) {
      return c == sentence.first && base(words[c].deprel) == "case" &&
             is_one_of(ascii_lowered(words[c].form), {"in", "at", "from", "outside", "near"});
    });
    if (!opens) return;
    for (const auto noun : phrase.all) {
      if (words[noun].deprel != "appos" || noun < place || words[noun].upos != Upos::NOUN) continue;
      // Nouns with an article or an owner, right behind the comma: `In Oslo, the capital, …` has a subject of its own.
      auto first = noun;
      const Dependents own(reading, sentence, noun);
      for (const auto c : own.all)
        if (c < first && words[c].form != ",") first = c;
      if (first == noun || words[first - 1].form != ",") continue;
      become_subject(reading, noun, verb, below);
      return;
    }
  }
}

// `said its chairman, Ivo Maric`: of two subjects behind a verb, with a comma between them, the second says who the first is.
void settle_second_subject(Reading& reading, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  std::vector<std::uint32_t> subjects;
  for (const auto c : below.all)
    if (words[c].deprel == "nsubj") subjects.push_back(c);
  if (subjects.size() != 2 || subjects[0] < verb || !is_noun(words[subjects[1]])) return;
  // `said one of the elders, Ugas Hirsi`
  if (!is_noun(words[subjects[0]]) && words[subjects[0]].upos != Upos::NUM) return;
  if (words[subjects[0]].upos == words[subjects[1]].upos) return;
  bool comma = false;
  for (auto i = subjects[0] + 1; i < subjects[1]; ++i) {
    if (words[i].upos == Upos::CCONJ || words[i].upos == Upos::VERB) return;
    comma |= words[i].form == ",";
  }
  if (!comma) return;
  words[subjects[1]].head = static_cast<std::int32_t>(subjects[0]);
  words[subjects[1]].deprel = "appos";
}

// `a warm-and-fuzzy Kim said`: of two subjects side by side, an adjective tells what the second is like.
void settle_adjective_before_subject(Reading& reading, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  std::int32_t adjective = no_word, subject = no_word;
  for (const auto c : below.all) {
    if (words[c].deprel != "nsubj" || c > verb) continue;
    (adjective == no_word ? adjective : subject) = static_cast<std::int32_t>(c);
  }
  if (subject == no_word || words[static_cast<std::uint32_t>(adjective)].upos != Upos::ADJ ||
      !is_noun(words[static_cast<std::uint32_t>(subject)]))
    return;
  for (auto i = static_cast<std::uint32_t>(adjective) + 1; i < static_cast<std::uint32_t>(subject); ++i)
    if (!dominates(reading, static_cast<std::uint32_t>(adjective), i) && !dominates(reading, static_cast<std::uint32_t>(subject), i))
      return;
  words[static_cast<std::uint32_t>(adjective)].head = subject;
  words[static_cast<std::uint32_t>(adjective)].deprel = "amod";
}

// `The opposition United People's Party will file a petition`: of two subjects side by side, the first tells what party the second is.
void settle_party_in_opposition(Reading& reading, WordRange sentence, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  for (const auto c : below.all) {
    if (words[c].deprel != "nsubj" || words[c].upos != Upos::NOUN || words[c].form != "opposition" || c > verb) continue;
    for (const auto name : below.all) {
      if (name <= c + 1 || name > verb || words[name].deprel != "nsubj" || words[name].upos != Upos::PROPN) continue;
      const auto is_of_name = [&](std::uint32_t i) {
        const auto head = words[i].head;
        return head > static_cast<std::int32_t>(c) && head <= static_cast<std::int32_t>(name) && words[i].deprel != "punct";
      };
      bool joined = true;
      for (auto i = c + 1; i < name; ++i) joined = joined && is_of_name(i);
      if (!joined) continue;
      for (auto i = sentence.first; i < c; ++i)
        if (words[i].head == static_cast<std::int32_t>(c)) words[i].head = static_cast<std::int32_t>(name);
      words[c].head = static_cast<std::int32_t>(name);
      words[c].deprel = "compound";
      return;
    }
  }
}

// `Bread for Life director Ana Ruiz said`: of two names side by side before a verb, the second with a title, the first tells of whom it is
// one.
void settle_body_before_title(Reading& reading, WordRange sentence, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  std::vector<std::uint32_t> subjects;
  for (const auto c : below.all)
    if (words[c].deprel == "nsubj" && c < verb) subjects.push_back(c);
  if (subjects.size() != 2 || words[subjects[0]].upos != Upos::PROPN || words[subjects[1]].upos != Upos::PROPN) return;
  const auto body = subjects[0], name = subjects[1];
  std::int32_t title = no_word;
  for (auto i = sentence.first; i < name; ++i)
    if (words[i].head == static_cast<std::int32_t>(name) && words[i].deprel == "nmod:desc" && words[i].upos == Upos::NOUN)
      title = static_cast<std::int32_t>(i);
  if (title <= static_cast<std::int32_t>(body)) return;
  for (auto i = body + 1; i < name; ++i) {
    const bool inside = words[i].head >= static_cast<std::int32_t>(body) && words[i].head <= static_cast<std::int32_t>(name);
    if (!inside || words[i].form == "," || words[i].upos == Upos::CCONJ || words[i].deprel == "det") return;
  }
  words[body].head = title;
  words[body].deprel = "compound";
}

// `The two sides, she says, were near to peace`; `His minister, he told reporters, had resigned`: of two subjects before a verb, the one
// between commas with it speaks, and the first is of what is said.
void settle_inserted_speaker(Reading& reading, WordRange sentence, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  if (!is_finite(words[verb]) || verb + 1 >= sentence.last) return;
  std::int32_t topic = no_word, speaker = no_word, said = no_word;
  std::vector<std::uint32_t> further;  // `…, had praised it`: what else is said of the first
  for (const auto c : below.all) {
    if (words[c].deprel == "nsubj" && c < verb) (topic == no_word ? topic : speaker) = static_cast<std::int32_t>(c);
    if (words[c].deprel != "ccomp" || c < verb) continue;
    if (said == no_word)
      said = static_cast<std::int32_t>(c);
    else
      further.push_back(c);
  }
  if (speaker == no_word || said == no_word || words[verb - 1].form == ",") return;
  // The comma between the two, right before whoever speaks.
  auto comma = static_cast<std::uint32_t>(speaker);
  while (comma > static_cast<std::uint32_t>(topic) && words[comma].form != ",") --comma;
  if (words[comma].form != ",") return;
  const auto clause = static_cast<std::uint32_t>(said);
  const Dependents inside(reading, sentence, clause);
  if (has_subject(reading, inside)) return;
  // A comma ends what is inserted, right before what is said.
  auto begin = clause;
  for (const auto c : inside.all)
    if (words[c].upos != Upos::PUNCT && words[c].form != "," && c > verb) begin = std::min(begin, c);
  if (words[verb + 1].form != "," && words[begin - 1].form != ",") return;
  become_subject(reading, static_cast<std::uint32_t>(topic), clause, inside);
  for (const auto other : further) {
    const Dependents own(reading, sentence, other);
    if (has_subject(reading, own)) continue;
    words[other].head = said;
    words[other].deprel = "conj";
  }
}

// `The troops, it claims, shot first`: a clause between commas that no relative pronoun leads in and that has neither an object nor a
// clause is no relative one. Somebody says so.
void settle_inserted_clause(Reading& reading, WordRange sentence, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  if (words[verb].deprel != "acl:relcl" || !is_finite(words[verb]) || words[verb].head < static_cast<std::int32_t>(sentence.first) ||
      verb + 2 >= sentence.last || words[verb + 1].form != ",")
    return;
  if (!is_one_of(words[verb].lemma, {"say", "claim", "add", "argue", "insist", "allege", "contend", "maintain", "believe", "think",
                                     "explain", "note", "recall", "write", "complain", "suggest", "warn", "predict"}))
    return;
  const auto noun = static_cast<std::uint32_t>(words[verb].head);
  if (noun > verb || !is_subject(words[noun].deprel) || words[noun].head <= static_cast<std::int32_t>(verb)) return;
  std::int32_t speaker = no_word;
  for (const auto c : below.all) {
    if (words[c].upos == Upos::PUNCT || words[c].form == "," || words[c].deprel == "advmod") continue;
    if (words[c].deprel != "nsubj" || speaker != no_word || is_one_of(words[c].form, {"who", "which", "that"})) return;
    speaker = static_cast<std::int32_t>(c);
  }
  if (speaker == no_word) return;
  auto begin = static_cast<std::uint32_t>(speaker);
  while (begin > noun + 1 && dominates(reading, static_cast<std::uint32_t>(speaker), begin - 1)) --begin;
  if (begin == sentence.first || words[begin - 1].form != ",") return;
  const auto deed = static_cast<std::uint32_t>(words[noun].head);
  words[verb].head = static_cast<std::int32_t>(deed);
  words[verb].deprel = "parataxis";
  const Dependents done(reading, sentence, deed);
  if (!is_passive(reading, done) && words[noun].deprel == "nsubj:pass") words[noun].deprel = "nsubj";
}

// `rebels who, she said, had fled`: the pronoun is not what she said, but who had fled.
void settle_relative_subject(Reading& reading, WordRange sentence, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  if (words[verb].deprel != "acl:relcl") return;
  std::int32_t pronoun = no_word, said = no_word;
  bool speaker = false;
  for (const auto c : below.all) {
    const auto tag = words[c].xpos;
    if (words[c].deprel == "obj" && c < verb && (tag == "WDT" || tag == "WP")) pronoun = static_cast<std::int32_t>(c);
    if (words[c].deprel == "ccomp" && c > verb) said = static_cast<std::int32_t>(c);
    speaker |= is_subject(words[c].deprel);
  }
  if (pronoun == no_word || said == no_word || !speaker) return;
  const auto clause = static_cast<std::uint32_t>(said);
  bool finite = is_finite(words[clause]);
  const Dependents inside(reading, sentence, clause);
  for (const auto c : inside.all) {
    if (is_subject(words[c].deprel)) return;
    const auto kind = base(words[c].deprel);
    finite |= kind == "aux" || kind == "cop";
  }
  if (!finite) return;
  become_subject(reading, static_cast<std::uint32_t>(pronoun), clause, inside);
}

// `thanked Oman, which had helped`, `replied Oman, whose plan had failed`: a clause that a relative pronoun leads in behind a comma is of
// the noun before it.
void settle_relative_clause(Reading& reading, WordRange sentence, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  if (words[verb].deprel != "ccomp" || words[verb].head < static_cast<std::int32_t>(sentence.first)) return;
  for (const auto subject : below.all) {
    if (base(words[subject].deprel) != "nsubj" || subject > verb) continue;
    // The pronoun: the subject, or whose it is.
    auto c = subject;
    if (words[subject].form != "which" && words[subject].form != "who") {
      for (c = sentence.first; c < subject && (words[c].form != "whose" || words[c].head != static_cast<std::int32_t>(subject)); ++c) {
      }
      if (c == subject) continue;
    }
    if (c < sentence.first + 2) continue;
    if (words[c - 1].form != "," || !is_noun(words[c - 2])) return;
    // The noun that the whole phrase before the comma is of, below whatever the clause hangs on.
    auto noun = c - 2;
    for (int step = 0; step < 4; ++step) {
      const auto kind = base(words[noun].deprel);
      if ((kind != "flat" && kind != "compound") || words[noun].head < static_cast<std::int32_t>(sentence.first)) break;
      noun = static_cast<std::uint32_t>(words[noun].head);
    }
    // The speaker himself, where he stands behind his verb.
    const bool behind = words[noun].head == words[verb].head && words[noun].head < static_cast<std::int32_t>(noun);
    if (noun >= c || (base(words[noun].deprel) == "nsubj" && !behind) || base(words[noun].deprel) == "root" ||
        dominates(reading, verb, noun))
      return;
    words[verb].head = static_cast<std::int32_t>(noun);
    words[verb].deprel = "acl:relcl";
    return;
  }
}

// `It was Oman, she said, that had helped`: the clause is of the noun that is brought out, not what she said.
void settle_cleft(Reading& reading, WordRange sentence, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  const auto inside = [&](std::int32_t word) { return word >= static_cast<std::int32_t>(sentence.first); };
  if (words[verb].deprel != "ccomp" || !inside(words[verb].head)) return;
  const Word& speaks = words[static_cast<std::uint32_t>(words[verb].head)];
  if (base(speaks.deprel) != "parataxis" || !inside(speaks.head)) return;
  const auto noun = static_cast<std::uint32_t>(speaks.head);
  const bool relative = std::any_of(below.all.begin(), below.all.end(), [&](std::uint32_t c) {
    return base(words[c].deprel) == "nsubj" && is_one_of(words[c].form, {"that", "who", "which"}) && c > sentence.first &&
           words[c - 1].form == ",";
  });
  if (!relative || !is_noun(words[noun]) || noun > verb) return;
  bool copula = false;
  std::int32_t it = no_word;
  for (auto c = sentence.first; c < noun; ++c) {
    if (words[c].head != static_cast<std::int32_t>(noun)) continue;
    copula |= words[c].deprel == "cop";
    if (is_subject(words[c].deprel) && is_one_of(words[c].form, {"It", "it"})) it = static_cast<std::int32_t>(c);
  }
  if (!copula || it == no_word) return;
  words[static_cast<std::uint32_t>(it)].deprel = "expl";
  words[verb].head = static_cast<std::int32_t>(noun);
  words[verb].deprel = "acl:relcl";
}

// `advised prosecutors in Peru, two of whom were killed`: a clause about some of them is of the plural noun before the comma.
void settle_clause_about_some(Reading& reading, WordRange sentence, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  const auto kind = base(words[verb].deprel);
  if ((kind != "parataxis" && kind != "conj" && kind != "ccomp" && kind != "advcl" && kind != "dep") || words[verb].head == no_word) return;
  for (const auto some : below.all) {
    if (base(words[some].deprel) != "nsubj" || some > verb || some < sentence.first + 2 || words[some - 1].form != ",") continue;
    const bool of_them =
        some + 2 < verb && words[some + 1].form == "of" && (words[some + 2].form == "whom" || words[some + 2].form == "which");
    if (!of_them) return;
    for (auto noun = some - 1; noun-- > sentence.first;) {
      const Word& word = words[noun];
      if (word.upos == Upos::VERB || word.upos == Upos::AUX || word.upos == Upos::PUNCT) return;
      if (word.xpos != "NNS" && word.xpos != "NNPS") continue;
      if (base(word.deprel) == "compound" || dominates(reading, verb, noun)) return;
      words[verb].head = static_cast<std::int32_t>(noun);
      words[verb].deprel = "acl:relcl";
      return;
    }
    return;
  }
}

// `called on Mensah to resign`: who stands before the `to` hangs on the verb that calls.
void settle_called_upon(Reading& reading, WordRange sentence, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  const auto governor = words[verb].head;
  if (words[verb].xpos != "VB" || governor < static_cast<std::int32_t>(sentence.first) || governor >= static_cast<std::int32_t>(verb) ||
      words[static_cast<std::uint32_t>(governor)].upos != Upos::VERB)
    return;
  std::int32_t to = no_word, preposition = no_word, who = no_word;
  for (const auto c : below.all) {
    if (words[c].form == "to" && words[c].deprel == "mark") to = static_cast<std::int32_t>(c);
    if (static_cast<std::int32_t>(c) == governor + 1 && (words[c].form == "on" || words[c].form == "upon"))
      preposition = static_cast<std::int32_t>(c);
    if (words[c].deprel == "obl" && is_noun(words[c]) && who == no_word) who = static_cast<std::int32_t>(c);
  }
  if (preposition == no_word || who == no_word || who < preposition || to < who) return;
  words[static_cast<std::uint32_t>(who)].head = governor;
  words[static_cast<std::uint32_t>(preposition)].head = who;
  words[static_cast<std::uint32_t>(preposition)].deprel = "case";
}

// `urged the Organization for the Prohibition of Torture to act`: the body's name goes on behind `for`, and does not act for itself.
void settle_body_for(Reading& reading, WordRange sentence, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  const auto governor = words[verb].head;
  if (words[verb].xpos != "VB" || governor < static_cast<std::int32_t>(sentence.first) || governor >= static_cast<std::int32_t>(verb))
    return;
  std::int32_t preposition = no_word, name = no_word;
  for (const auto c : below.all) {
    if (c > sentence.first && c < verb && words[c].form == "for" && words[c].deprel == "mark") preposition = static_cast<std::int32_t>(c);
    if (c < verb && words[c].deprel == "nsubj" && words[c].upos == Upos::PROPN) name = static_cast<std::int32_t>(c);
  }
  if (preposition == no_word || name < preposition) return;
  const auto body = static_cast<std::uint32_t>(preposition) - 1;
  if (words[body].upos != Upos::PROPN || words[body].head != governor || words[body].deprel != "obj") return;
  words[static_cast<std::uint32_t>(name)].head = static_cast<std::int32_t>(body);
  words[static_cast<std::uint32_t>(name)].deprel = "nmod";
  words[static_cast<std::uint32_t>(preposition)].head = name;
  words[static_cast<std::uint32_t>(preposition)].deprel = "case";
}

// `accused Israel of sabotaging the recovery`: who stands before the preposition that leads a gerund in hangs on the verb before.
void settle_object_before_gerund(Reading& reading, WordRange sentence, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  const auto governor = words[verb].head;
  if (words[verb].xpos != "VBG" || governor < static_cast<std::int32_t>(sentence.first) || governor >= static_cast<std::int32_t>(verb) ||
      words[static_cast<std::uint32_t>(governor)].upos != Upos::VERB)
    return;
  std::int32_t mark = no_word, object = no_word;
  for (const auto c : below.all) {
    if (words[c].deprel == "mark" && is_one_of(words[c].form, {"of", "from", "for"})) mark = static_cast<std::int32_t>(c);
    if ((words[c].deprel == "obj" || words[c].deprel == "nsubj") && static_cast<std::int32_t>(c) > governor && object == no_word)
      object = static_cast<std::int32_t>(c);
  }
  if (mark == no_word || object == no_word || object > mark) return;
  const Dependents above(reading, sentence, static_cast<std::uint32_t>(governor));
  if (std::any_of(above.all.begin(), above.all.end(), [&](std::uint32_t c) { return words[c].deprel == "obj"; })) return;
  words[static_cast<std::uint32_t>(object)].head = governor;
  words[static_cast<std::uint32_t>(object)].deprel = "obj";
}

// `called them thieves`, `called Kim, her rival, a thief`: what somebody is called is neither a second object nor another name of his.
void settle_what_is_called(Reading& reading, WordRange sentence, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  if (!is_one_of(words[verb].lemma, {"call", "label", "brand", "dub", "deem"})) return;
  const auto becomes_predicate = [&](std::uint32_t noun) {
    words[noun].head = static_cast<std::int32_t>(verb);
    words[noun].deprel = "xcomp";
  };
  std::int32_t whom = no_word;
  for (const auto c : below.all) {
    const bool object = words[c].deprel == "obj" || words[c].deprel == "iobj";
    if (words[c].deprel == "xcomp" || words[c].lemma.ends_with("self") || words[c].form.ends_with("selves")) return;
    if (c < verb || !object) continue;
    if (whom != no_word) {
      for (auto i = static_cast<std::uint32_t>(whom); i < c; ++i)
        if (words[i].form == ",") return;  // `called the mayor, the governor and the king`
      if (!is_noun(words[c])) return;
      words[static_cast<std::uint32_t>(whom)].deprel = "obj";
      becomes_predicate(c);
      return;
    }
    whom = static_cast<std::int32_t>(c);
  }
  if (whom == no_word) return;
  std::int32_t last = no_word;
  int names = 0;
  for (auto i = static_cast<std::uint32_t>(whom) + 1; i < sentence.last; ++i)
    if (words[i].head == whom && words[i].deprel == "appos") last = static_cast<std::int32_t>(i), ++names;
  if (names < 2 || words[static_cast<std::uint32_t>(last)].upos != Upos::NOUN) return;
  const auto predicate = static_cast<std::uint32_t>(last);
  if (has_dependent(reading, sentence, predicate, [&](std::uint32_t i) { return is_one_of(words[i].form, {"a", "an"}); }))
    becomes_predicate(predicate);
}

// `ruled out sending troops`: what is ruled out, not what is done meanwhile.
void settle_gerund_behind_particle(Reading& reading, WordRange sentence, std::uint32_t verb) {
  auto& words = reading.words;
  if (words[verb].xpos != "VBG" || words[verb].deprel != "advcl" || words[verb].head < static_cast<std::int32_t>(sentence.first)) return;
  const auto above = static_cast<std::uint32_t>(words[verb].head);
  if (above + 2 != verb || words[above + 1].deprel != "compound:prt") return;
  const std::string_view particle = words[above + 1].form;
  if ((particle == "out" && words[above].lemma == "rule") || (particle == "up" && words[above].lemma == "give") ||
      (particle == "off" && is_one_of(words[above].lemma, {"put", "call", "hold", "stave", "swear"})) ||
      (particle == "on" && is_one_of(words[above].lemma, {"keep", "carry", "go"})))
    words[verb].deprel = "xcomp";
}

// `was signed in June at the council`, `is banned, according to the police`: only `by` leads in who did it.
void settle_agent(Reading& reading, WordRange sentence, const Dependents& below) {
  auto& words = reading.words;
  for (const auto c : below.all) {
    if (words[c].deprel != "obl:agent") continue;
    const Dependents phrase(reading, sentence, c);
    bool by = false, other = false;
    for (const auto preposition : phrase.all)
      if (base(words[preposition].deprel) == "case") (words[preposition].lemma == "by" ? by : other) = true;
    if (other && !by) words[c].deprel = "obl";
  }
}

// `a probe labeled a “witch hunt” by the council`: whoever calls it so, since the quotation is over before `by`.
void settle_agent_behind_quotation(Reading& reading, WordRange sentence, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  if (words[verb].xpos != "VBN" || std::any_of(below.all.begin(), below.all.end(), [&](std::uint32_t c) {
        return words[c].deprel == "obl:agent" || (base(words[c].deprel) == "nsubj" && words[c].deprel != "nsubj:pass");
      }))
    return;
  for (const auto name : below.all) {
    if (name < verb || !is_one_of(base(words[name].deprel), {"obl", "xcomp"})) continue;
    for (auto by = name + 2; by + 1 < sentence.last; ++by) {
      if (words[by].form != "by" || words[by].deprel != "case" || words[by - 1].xpos != "''") continue;
      const auto agent = words[by].head;
      if (agent <= static_cast<std::int32_t>(by) || words[static_cast<std::uint32_t>(agent)].head != static_cast<std::int32_t>(name))
        continue;
      words[static_cast<std::uint32_t>(agent)].head = static_cast<std::int32_t>(verb);
      words[static_cast<std::uint32_t>(agent)].deprel = "obl:agent";
      return;
    }
  }
}

// `was asked to save the letters by the council`: whoever asks, not how the letters are saved.
void settle_agent_behind_infinitive(Reading& reading, WordRange sentence, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  if (words[verb].xpos != "VBN" || !is_passive(reading, below) ||
      !is_one_of(words[verb].lemma, {"advise", "allow",    "ask",     "authorize", "authorise", "beg",    "command", "compel", "direct",
                                     "expect", "force",    "forbid",  "implore",   "instruct",  "invite", "order",   "permit", "persuade",
                                     "press",  "pressure", "request", "require",   "tell",      "urge",   "warn"}))
    return;
  std::int32_t infinitive = no_word;
  for (const auto c : below.all) {
    if (words[c].deprel == "obl:agent") return;
    if (words[c].deprel == "xcomp" && words[c].xpos == "VB" && c > verb) infinitive = static_cast<std::int32_t>(c);
  }
  if (infinitive == no_word) return;
  const Dependents inside(reading, sentence, static_cast<std::uint32_t>(infinitive));
  // `was told to stand by the king`, `was urged to be led by the king`
  const bool object = std::any_of(inside.all.begin(), inside.all.end(), [&](std::uint32_t c) { return words[c].deprel == "obj"; });
  if (!object || is_passive(reading, inside)) return;
  for (const auto c : inside.all) {
    if (c < static_cast<std::uint32_t>(infinitive) || base(words[c].deprel) != "obl" || !is_noun(words[c])) continue;
    const Dependents phrase(reading, sentence, c);
    bool by = false, whole = words[c].upos == Upos::PROPN || words[c].xpos == "NNS";
    for (const auto d : phrase.all) {
      if (d > c) continue;
      by |= words[d].deprel == "case" && words[d].form == "by";
      whole |= is_one_of(words[d].deprel, {"det", "nmod:poss"});  // `to reach it by sea`
    }
    // By when, and by how much.
    if (!by || !whole ||
        is_one_of(words[c].lemma,
                  {"end",       "date",     "deadline", "time",     "day",       "week",    "month",    "year",     "night",
                   "morning",   "evening",  "noon",     "summer",   "winter",    "spring",  "autumn",   "Monday",   "Tuesday",
                   "Wednesday", "Thursday", "Friday",   "Saturday", "Sunday",    "January", "February", "March",    "April",
                   "May",       "June",     "July",     "August",   "September", "October", "November", "December", "point",
                   "percent",   "margin",   "vote",     "means",    "use",       "mile",    "dollar",   "way",      "%"}))
      continue;
    words[c].head = static_cast<std::int32_t>(verb);
    words[c].deprel = "obl:agent";
    return;
  }
}

// `came as the leader years after she fled`: two conjunctions and two subjects are of two phrases, and the first of them is no clause.
void settle_phrase_before_clause(Reading& reading, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  if (words[verb].deprel != "advcl" || words[verb].head == no_word) return;
  std::vector<std::uint32_t> subjects, marks;
  for (const auto c : below.all) {
    if (c > verb) break;
    if (base(words[c].deprel) == "nsubj") subjects.push_back(c);
    if (words[c].deprel == "mark") marks.push_back(c);
  }
  if (subjects.size() != 2 || marks.size() != 2 || words[marks[0]].form != "as" || !is_noun(words[subjects[0]])) return;
  if (!(marks[0] < subjects[0] && subjects[0] < marks[1] && marks[1] < subjects[1])) return;
  words[subjects[0]].head = words[verb].head;
  words[subjects[0]].deprel = "obl";
  words[marks[0]].head = static_cast<std::int32_t>(subjects[0]);
  words[marks[0]].deprel = "case";
}

// `He had been in power, and Moyo, who fled, invited them`: what follows an `and` with its noun has no other to join it to what was before,
// so that the noun is its subject.
void settle_joined_subject(Reading& reading, WordRange sentence, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  const auto first = words[verb].head;
  if (words[verb].deprel != "conj" || !is_finite(words[verb]) || first < static_cast<std::int32_t>(sentence.first) ||
      first > static_cast<std::int32_t>(verb))
    return;
  auto begin = verb;
  for (const auto c : below.all) {
    const auto kind = base(words[c].deprel);
    if (is_subject(words[c].deprel) || kind == "cc" || kind == "mark" || kind == "aux") return;
    begin = std::min(begin, c);
  }
  std::int32_t joined = no_word;
  for (auto i = static_cast<std::uint32_t>(first) + 1; i < begin; ++i)
    if (words[i].deprel == "conj" && words[i].head == first && is_noun(words[i])) joined = static_cast<std::int32_t>(i);
  if (joined == no_word) return;
  const auto noun = static_cast<std::uint32_t>(joined);
  const Dependents phrase(reading, sentence, noun);
  std::int32_t conjunction = no_word;
  for (const auto c : phrase.all)
    if (base(words[c].deprel) == "cc" && c < noun) conjunction = static_cast<std::int32_t>(c);
  if (conjunction == no_word) return;
  // All that stands between them is of the noun.
  for (auto i = noun + 1; i < begin; ++i)
    if (words[i].upos != Upos::PUNCT && !dominates(reading, noun, i)) return;
  // A later verb with an `and` of its own would end the row.
  for (auto i = verb + 1; i < sentence.last; ++i)
    if (words[i].deprel == "conj" && (words[i].head == first || words[i].head == static_cast<std::int32_t>(verb))) return;
  become_subject(reading, noun, verb, below);
  words[static_cast<std::uint32_t>(conjunction)].head = static_cast<std::int32_t>(verb);
}

// `In May, again the nominee, she was arrested`: of a noun and, behind a comma, a pronoun before one verb, the pronoun is the subject.
void settle_noun_set_in_front(Reading& reading, WordRange sentence, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  std::int32_t noun = no_word, pronoun = no_word;
  for (const auto c : below.all) {
    if (base(words[c].deprel) != "nsubj") continue;
    if (c > verb || pronoun != no_word) return;
    if (noun == no_word)
      noun = static_cast<std::int32_t>(c);
    else
      pronoun = static_cast<std::int32_t>(c);
  }
  if (pronoun == no_word || words[static_cast<std::uint32_t>(pronoun)].xpos != "PRP" || !is_noun(words[static_cast<std::uint32_t>(noun)]) ||
      words[static_cast<std::uint32_t>(pronoun) - 1].form != ",")
    return;
  // `The ministers, she adds, …`, `The minister, he told us, had …`: who speaks between commas.
  if (verb + 1 < sentence.last && words[verb + 1].form == ",") return;
  for (auto i = verb + 1; i + 1 < sentence.last; ++i)
    if (words[i].form == "," && (words[i + 1].upos == Upos::AUX || is_finite(words[i + 1]))) return;
  for (auto i = static_cast<std::uint32_t>(pronoun) + 1; i < verb; ++i)
    if (words[i].form == "," || words[i].upos == Upos::VERB) return;
  words[static_cast<std::uint32_t>(noun)].deprel = "dislocated";
}

// `Rao, who's called for talks`, `she's vowed to stay`: of what is short for `is` and for `has`, the one that these verbs go with where
// somebody speaks.
void settle_perfect(Reading& reading, std::uint32_t verb, const Dependents& below) {
  auto& words = reading.words;
  if (words[verb].xpos != "VBN") return;
  std::int32_t auxiliary = no_word, subject = no_word;
  bool is_for = false, clause = false;
  for (const auto c : below.all) {
    const auto label = base(words[c].deprel);
    if (label == "aux" && c < verb && (words[c].form == "'s" || words[c].form == "’s")) auxiliary = static_cast<std::int32_t>(c);
    if (label == "nsubj" && c < verb) subject = static_cast<std::int32_t>(c);
    is_for |= label == "obl" && c > verb && verb + 1 < words.size() && words[verb + 1].form == "for";
    clause |= (label == "xcomp" || label == "ccomp") && c > verb;
  }
  if (auxiliary == no_word || subject == no_word || !is_one_of(words[static_cast<std::uint32_t>(subject)].xpos, {"PRP", "WP", "NNP"}))
    return;
  if (is_one_of(words[static_cast<std::uint32_t>(subject)].lemma, {"it", "what"})) return;
  const auto lemma = words[verb].lemma;
  const bool speaks =
      (lemma == "call" && is_for) || (clause && is_one_of(lemma, {"vow", "pledge", "promise", "argue", "insist", "threaten"}));
  if (!speaks) return;
  words[static_cast<std::uint32_t>(auxiliary)].lemma = "have";
  words[static_cast<std::uint32_t>(auxiliary)].deprel = "aux";
  words[static_cast<std::uint32_t>(subject)].deprel = "nsubj";
}

// `the bearded, 71-year-old diplomat`: a word in small letters before a comma is no name, and what follows is what it describes.
void settle_adjectives_in_row(Reading& reading, WordRange sentence, std::uint32_t word) {
  auto& words = reading.words;
  const Word& adjective = words[word];
  if (adjective.upos != Upos::PROPN || adjective.form.empty() || adjective.form[0] < 'a' || adjective.form[0] > 'z' ||
      word + 1 >= sentence.last || words[word + 1].form != ",")
    return;
  const Dependents below(reading, sentence, word);
  std::int32_t noun = no_word, article = no_word;
  for (const auto c : below.all) {
    if (words[c].deprel == "appos" && c > word && words[c].upos == Upos::NOUN && noun == no_word) noun = static_cast<std::int32_t>(c);
    if (words[c].deprel == "det" && c < word) article = static_cast<std::int32_t>(c);
  }
  if (noun == no_word || article == no_word) return;
  const auto head = static_cast<std::uint32_t>(noun);
  const Dependents described(reading, sentence, head);
  if (std::any_of(described.all.begin(), described.all.end(), [&](std::uint32_t c) { return words[c].deprel == "det"; })) return;
  words[head].head = words[word].head;
  words[head].deprel = words[word].deprel;
  for (const auto c : below.all)
    if (c != head) words[c].head = noun;
  words[word].head = noun;
  words[word].deprel = "amod";
  words[word].upos = Upos::ADJ;
  words[word].xpos = "JJ";
}

}  // namespace

void settle_subjects(Reading& reading, WordRange sentence) {
  for (auto word = sentence.first; word < sentence.last; ++word) settle_adjectives_in_row(reading, sentence, word);
  for (auto verb = sentence.first; verb < sentence.last; ++verb) {
    if (reading.words[verb].upos != Upos::VERB) continue;
    const Dependents below(reading, sentence, verb);
    settle_perfect(reading, verb, below);
    settle_object_in_front(reading, sentence, verb, below);
    settle_subject_of_infinitive(reading, verb, below);
    settle_subject_behind_place(reading, sentence, verb, below);
    settle_second_subject(reading, verb, below);
    settle_adjective_before_subject(reading, verb, below);
    settle_party_in_opposition(reading, sentence, verb, below);
    settle_body_before_title(reading, sentence, verb, below);
    settle_inserted_speaker(reading, sentence, verb, below);
    settle_inserted_clause(reading, sentence, verb, below);
    settle_noun_set_in_front(reading, sentence, verb, below);
    settle_relative_subject(reading, sentence, verb, below);
    settle_relative_clause(reading, sentence, verb, below);
    settle_cleft(reading, sentence, verb, below);
    settle_clause_about_some(reading, sentence, verb, below);
    settle_called_upon(reading, sentence, verb, below);
    settle_what_is_called(reading, sentence, verb, below);
    settle_body_for(reading, sentence, verb, below);
    settle_object_before_gerund(reading, sentence, verb, below);
    settle_gerund_behind_particle(reading, sentence, verb);
    settle_agent(reading, sentence, below);
    settle_agent_behind_quotation(reading, sentence, verb, below);
    settle_agent_behind_infinitive(reading, sentence, verb, below);
    settle_phrase_before_clause(reading, verb, below);
    settle_joined_subject(reading, sentence, verb, below);
  }
}

}  // namespace demarche
