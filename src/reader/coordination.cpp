#include "reader/coordination.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "reader/tree.h"
#include "text/words.h"

namespace demarche {
namespace {

// Forms of the past that are participles as well, so that the tag alone does not tell `had come and accused` from `had come, and accused`.
// Whoever is spoken of seldom speaks; whoever speaks goes on to.
constexpr std::array<std::string_view, 16> spoke = {"accused",    "appealed", "blamed", "called",    "condemned", "criticised",
                                                    "criticized", "demanded", "denied", "denounced", "insisted",  "pledged",
                                                    "urged",      "vowed",    "warned", "thanked"};

// Before an infinitive, verbs of whoever speaks: those of whom he speaks refuse, agree and hesitate as well.
constexpr std::array<std::string_view, 4> meant = {"pledged", "promised", "threatened", "vowed"};

// `A court ruled that the ministry had broken the law and ordered it to pay`: who rules is who orders.
constexpr std::array<std::string_view, 10> courts = {"court",  "judge",   "tribunal",    "jury",  "magistrate",
                                                     "judges", "justice", "magistrates", "bench", "justices"};
constexpr std::array<std::string_view, 5> ruled = {"concluded", "decided", "found", "held", "ruled"};
constexpr std::array<std::string_view, 9> decreed = {"awarded", "barred",     "blocked",   "dismissed", "fined",
                                                     "ordered", "overturned", "sentenced", "upheld"};

template <std::size_t size>
bool is_among(std::string_view form, const std::array<std::string_view, size>& list) {
  return std::find(list.begin(), list.end(), form) != list.end();
}

bool is_finite_past(const Word& word) { return word.upos == Upos::VERB && word.xpos == "VBD"; }

// Has the verb a form that a finite past cannot share its auxiliary with: `had come`, `was planning`, `would attack`? Of `had come` the
// form alone does not tell, so the other verb's meaning has to.
bool leans_on_its_auxiliary(std::string_view tag, std::string_view auxiliary, std::string_view auxiliary_tag) {
  if (tag == "VBN") return auxiliary == "had" || auxiliary == "has";
  if (tag == "VBG") return auxiliary == "was" || auxiliary == "were" || auxiliary == "is" || auxiliary == "are";
  return tag == "VB" && auxiliary_tag == "MD";
}

// `raided a house where he was being held and arrested two men`: what has an object of its own goes on from whoever raids, not from who is
// held.
void settle_after_passive_clause(Reading& reading, WordRange sentence) {
  auto& words = reading.words;
  constexpr std::array<std::string_view, 14> giving = {"awarded", "given",  "granted", "handed", "offered",  "paid", "sent",
                                                       "shown",   "taught", "told",    "denied", "promised", "left", "lost"};
  for (auto i = sentence.first; i < sentence.last; ++i) {
    Word& word = words[i];
    if ((word.xpos != "VBD" && word.xpos != "VBN") || word.upos != Upos::VERB || word.deprel != "conj" || is_among(word.form, giving))
      continue;
    const auto held = word.head;
    if (held < static_cast<std::int32_t>(sentence.first) || held > static_cast<std::int32_t>(i)) continue;
    const Word& passive = words[static_cast<std::uint32_t>(held)];
    if (passive.deprel != "acl:relcl" || passive.head < static_cast<std::int32_t>(sentence.first)) continue;
    const auto verb = words[static_cast<std::uint32_t>(passive.head)].head;
    if (verb < static_cast<std::int32_t>(sentence.first) || verb >= passive.head) continue;
    const Word& raids = words[static_cast<std::uint32_t>(verb)];
    if (raids.upos != Upos::VERB || (raids.xpos != "VBD" && raids.xpos != "VBN") ||
        words[static_cast<std::uint32_t>(passive.head)].deprel != "obj")
      continue;
    bool is_passive = false, object = false, own = false, raids_in_passive = false;
    for (auto k = sentence.first; k < sentence.last; ++k) {
      is_passive |= words[k].head == held && words[k].deprel == "aux:pass";
      raids_in_passive |= words[k].head == verb && words[k].deprel == "aux:pass";
      if (words[k].head != static_cast<std::int32_t>(i)) continue;
      object |= words[k].deprel == "obj" && k > i;
      own |= base(words[k].deprel) == "nsubj" || base(words[k].deprel) == "aux" || words[k].deprel == "mark";
    }
    if (is_passive && object && !own && !raids_in_passive) word.head = verb;
  }
}

// `accused Chad of sheltering rebels and Mali of arming them`: a second accused, with what he is accused of, hangs on the first's deed.
void settle_second_accused(Reading& reading, WordRange sentence) {
  auto& words = reading.words;
  for (auto i = sentence.first; i + 2 < sentence.last; ++i) {
    Word& other = words[i];
    if (other.deprel != "conj" || (other.upos != Upos::PROPN && other.upos != Upos::NOUN) || words[i + 1].form != "of") continue;
    const auto at = words[i + 1].head;
    if (at <= static_cast<std::int32_t>(i) + 1 || words[static_cast<std::uint32_t>(at)].xpos != "VBG") continue;
    // Up to the deed that the first is accused of, and the verb that accuses.
    auto deed = other.head;
    for (int step = 0; step < 3 && deed != no_word && words[static_cast<std::uint32_t>(deed)].xpos != "VBG"; ++step)
      deed = words[static_cast<std::uint32_t>(deed)].head;
    if (deed < static_cast<std::int32_t>(sentence.first) || deed > static_cast<std::int32_t>(i)) continue;
    const auto verb = words[static_cast<std::uint32_t>(deed)].head;
    if (verb < static_cast<std::int32_t>(sentence.first) || verb > deed || words[static_cast<std::uint32_t>(verb)].upos != Upos::VERB)
      continue;
    std::int32_t first = no_word;
    bool of = false;
    for (auto k = static_cast<std::uint32_t>(verb) + 1; k < i; ++k) {
      if (words[k].head == verb && words[k].deprel == "obj") first = static_cast<std::int32_t>(k);
      of |= words[k].head == deed && words[k].form == "of";
    }
    if (first == no_word || first > deed || !of || dominates(reading, i, static_cast<std::uint32_t>(first)) ||
        dominates(reading, static_cast<std::uint32_t>(at), i))
      continue;
    other.head = first;
    words[static_cast<std::uint32_t>(at)].head = static_cast<std::int32_t>(i);
    words[static_cast<std::uint32_t>(at)].deprel = "acl";
  }
}

// `blamed the attack on the rebels`: they did it, and it was not on them; of two such phrases the last is the verb's.
void settle_blame(Reading& reading, WordRange sentence) {
  auto& words = reading.words;
  for (auto i = sentence.first; i + 3 < sentence.last; ++i) {
    if (words[i].upos != Upos::VERB || words[i].lemma != "blame") continue;
    std::int32_t object = no_word, blamed = no_word;
    bool settled = false;
    for (auto k = i + 1; k < sentence.last; ++k) {
      if (words[k].head == static_cast<std::int32_t>(i) && words[k].deprel == "obj") object = static_cast<std::int32_t>(k);
      if (words[k].form != "on" || words[k].deprel != "case" || words[k].head == no_word) continue;
      const Word& noun = words[static_cast<std::uint32_t>(words[k].head)];
      settled |= noun.head == static_cast<std::int32_t>(i);
      if (object != no_word && noun.head == object && noun.deprel == "nmod") blamed = words[k].head;
    }
    if (settled || blamed == no_word) continue;
    words[static_cast<std::uint32_t>(blamed)].head = static_cast<std::int32_t>(i);
    words[static_cast<std::uint32_t>(blamed)].deprel = "obl";
  }
}

// `spoke with the king and with his envoy`: a phrase is joined to the phrase with the same preposition, not to the verb.
void settle_joined_phrases(Reading& reading, WordRange sentence) {
  auto& words = reading.words;
  const auto preposition_of = [&](std::uint32_t noun) -> std::int32_t {
    for (auto k = sentence.first; k < noun; ++k)
      if (words[k].head == static_cast<std::int32_t>(noun) && words[k].deprel == "case" && words[k].upos == Upos::ADP)
        return static_cast<std::int32_t>(k);
    return no_word;
  };
  for (auto i = sentence.first; i < sentence.last; ++i) {
    Word& phrase = words[i];
    if (base(phrase.deprel) != "conj" || (phrase.upos != Upos::NOUN && phrase.upos != Upos::PROPN) ||
        phrase.head < static_cast<std::int32_t>(sentence.first) || phrase.head > static_cast<std::int32_t>(i))
      continue;
    const auto verb = static_cast<std::uint32_t>(phrase.head);
    const auto own = preposition_of(i);
    if (words[verb].upos != Upos::VERB || own == no_word) continue;
    for (auto k = i; k-- > verb + 1;) {
      if (words[k].head != static_cast<std::int32_t>(verb) || base(words[k].deprel) != "obl") continue;
      const auto other = preposition_of(k);
      if (other == no_word || words[static_cast<std::uint32_t>(other)].form != words[static_cast<std::uint32_t>(own)].form) continue;
      phrase.head = static_cast<std::int32_t>(k);
      break;
    }
  }
}

// `for telling them that they gain by staying, and threatening them`: they do not threaten themselves, so that the gerund goes on from the
// one that the preposition leads in.
void settle_gerund_behind_clause(Reading& reading, WordRange sentence, std::uint32_t gerund) {
  auto& words = reading.words;
  const auto inside = [&](std::int32_t word) { return word >= static_cast<std::int32_t>(sentence.first); };
  if (words[gerund].xpos != "VBG" || words[gerund].deprel != "conj" || !inside(words[gerund].head)) return;
  std::string_view object;
  for (auto i = gerund + 1; i < sentence.last; ++i)
    if (words[i].head == static_cast<std::int32_t>(gerund) && words[i].deprel == "obj") object = words[i].form;
  const std::string_view subject = object == "them" ? "they" : object == "him" ? "he" : object == "us" ? "we" : object == "me" ? "I" : "";
  if (subject.empty()) return;
  auto at = words[static_cast<std::uint32_t>(words[gerund].head)].head;
  constexpr int highest = 6;
  for (int step = 0; step < highest && inside(at); ++step) {
    const auto above = static_cast<std::uint32_t>(at);
    at = words[above].head;
    if (words[above].xpos != "VBG" || !has_dependent(reading, sentence, above, [&](std::uint32_t i) {
          return i < above && words[i].deprel == "mark" && is_one_of(words[i].form, {"for", "of", "by", "from", "after", "before"});
        }))
      continue;
    for (auto i = above + 1; i < gerund; ++i) {
      if (words[i].deprel != "nsubj" || words[i].form != subject) continue;
      words[gerund].head = static_cast<std::int32_t>(above);
      return;
    }
  }
}

// `a group who fled and who claims the throne`: what a second pronoun leads in behind `and` is of whom the first is of.
void settle_second_relative(Reading& reading, WordRange sentence, std::uint32_t verb) {
  auto& words = reading.words;
  if (words[verb].upos != Upos::VERB || words[verb].deprel != "conj" || words[verb].head < static_cast<std::int32_t>(sentence.first))
    return;
  std::int32_t second = no_word;
  for (auto i = sentence.first; i + 1 < verb; ++i)
    if (words[i].deprel == "cc" && words[i].head == static_cast<std::int32_t>(verb) && is_one_of(words[i + 1].form, {"who", "which"}) &&
        words[i + 1].head == static_cast<std::int32_t>(verb))
      second = static_cast<std::int32_t>(i) + 1;
  if (second == no_word) return;
  for (auto first = static_cast<std::uint32_t>(second) - 1; first-- > sentence.first;) {
    if (words[first].form != words[static_cast<std::uint32_t>(second)].form) continue;
    // The clause of the first pronoun.
    auto at = words[first].head;
    constexpr int deepest = 4;
    for (int step = 0; step < deepest && at >= static_cast<std::int32_t>(sentence.first); ++step) {
      const auto clause = static_cast<std::uint32_t>(at);
      if (words[clause].deprel == "acl:relcl") {
        if (clause < verb && !dominates(reading, clause, verb) && !dominates(reading, verb, clause)) words[verb].head = at;
        return;
      }
      at = words[clause].head;
    }
    return;
  }
}

// `called on them to stop shooting and plans to send envoys`: what is finite and has no subject of its own is joined to what is finite.
void settle_finite_behind_clause(Reading& reading, WordRange sentence, std::uint32_t verb) {
  auto& words = reading.words;
  const auto inside = [&](std::int32_t word) { return word >= static_cast<std::int32_t>(sentence.first); };
  if (words[verb].upos != Upos::VERB || words[verb].xpos != "VBZ" || words[verb].deprel != "conj" || !inside(words[verb].head)) return;
  if (has_dependent(reading, sentence, verb, [&](std::uint32_t i) {
        return i < verb && is_one_of(base(words[i].deprel), {"nsubj", "csubj", "expl", "mark", "aux"});
      }))
    return;
  const auto is_finite = [&](std::uint32_t word) {
    return is_one_of(words[word].xpos, {"VBZ", "VBP", "VBD"}) || has_dependent(reading, sentence, word, [&](std::uint32_t i) {
             return i < word && base(words[i].deprel) == "aux" && is_one_of(words[i].xpos, {"VBZ", "VBP", "VBD", "MD"});
           });
  };
  auto at = words[verb].head;
  constexpr int highest = 4;
  for (int step = 0; step < highest && inside(at) && at < static_cast<std::int32_t>(verb); ++step) {
    const auto above = static_cast<std::uint32_t>(at);
    if (words[above].upos != Upos::VERB) return;
    if (is_finite(above)) {
      words[verb].head = at;
      return;
    }
    if (!is_one_of(words[above].xpos, {"VB", "VBG"}) || !is_one_of(words[above].deprel, {"xcomp", "advcl", "conj"})) return;
    at = words[above].head;
  }
}

// `Lima and San Vicente`, read as three places: two words of a list that nothing divides are one name.
void settle_names_in_lists(Reading& reading, WordRange sentence) {
  auto& words = reading.words;
  const auto joined = [&](const Word& word) { return base(word.deprel) == "conj" && word.upos == Upos::PROPN && word.head >= 0; };
  for (auto i = sentence.first; i + 1 < sentence.last; ++i) {
    Word& second = words[i + 1];
    if (!joined(words[i]) || !joined(second) || words[i].head != second.head || second.head > static_cast<std::int32_t>(i)) continue;
    second.head = static_cast<std::int32_t>(i);
    second.deprel = "flat";
    for (auto k = sentence.first; k < sentence.last; ++k)
      if (words[k].head == static_cast<std::int32_t>(i) + 1) words[k].head = static_cast<std::int32_t>(i);
  }
}

// `Kim spoke on Monday at a rally, and Park left`: what stands before `and` belongs to what is before it.
void settle_before_conjunction(Reading& reading, WordRange sentence, std::uint32_t conjunction) {
  auto& words = reading.words;
  if (words[conjunction].deprel != "cc" || words[conjunction].head < static_cast<std::int32_t>(conjunction)) return;
  const auto second = static_cast<std::uint32_t>(words[conjunction].head);
  if (words[second].upos != Upos::VERB || words[second].deprel != "conj" ||
      words[second].head < static_cast<std::int32_t>(sentence.first) || words[second].head > static_cast<std::int32_t>(conjunction))
    return;
  for (auto i = static_cast<std::uint32_t>(words[second].head) + 1; i < conjunction; ++i)
    if (words[i].head == static_cast<std::int32_t>(second) && base(words[i].deprel) == "obl") words[i].head = words[second].head;
}

}  // namespace

void settle_coordination(Reading& reading, WordRange sentence) {
  auto& words = reading.words;
  const auto has_child = [&](std::uint32_t head, auto fits) {
    return has_dependent(reading, sentence, head, [&](std::uint32_t i) { return fits(words[i]); });
  };
  settle_names_in_lists(reading, sentence);
  settle_second_accused(reading, sentence);
  settle_blame(reading, sentence);
  settle_after_passive_clause(reading, sentence);
  settle_joined_phrases(reading, sentence);
  for (auto word = sentence.first; word < sentence.last; ++word) {
    settle_gerund_behind_clause(reading, sentence, word);
    settle_second_relative(reading, sentence, word);
    settle_finite_behind_clause(reading, sentence, word);
    settle_before_conjunction(reading, sentence, word);
  }
  // `President Park Ji-hoon and leader Kim Yong-su`: what is joined to a piece of a name is joined to the name.
  for (auto i = sentence.first; i < sentence.last; ++i) {
    constexpr int longest_name = 6;
    Word& word = words[i];
    for (int step = 0; step < longest_name && base(word.deprel) == "conj" && word.head >= static_cast<std::int32_t>(sentence.first);
         ++step) {
      const Word& piece = words[static_cast<std::uint32_t>(word.head)];
      if (base(piece.deprel) != "flat" || piece.head < static_cast<std::int32_t>(sentence.first) ||
          piece.head == static_cast<std::int32_t>(i))
        break;
      word.head = piece.head;
    }
  }
  // `She offered to help and met the minister`: what is past is joined to what is past, not to an infinitive.
  for (auto i = sentence.first; i < sentence.last; ++i) {
    Word& word = words[i];
    if (!is_finite_past(word) || base(word.deprel) != "conj" || word.head < static_cast<std::int32_t>(sentence.first)) continue;
    const auto infinitive = static_cast<std::uint32_t>(word.head);
    const Word& first = words[infinitive];
    if (infinitive > i || first.xpos != "VB" || base(first.deprel) != "xcomp" || first.head < static_cast<std::int32_t>(sentence.first))
      continue;
    const auto above = static_cast<std::uint32_t>(first.head);
    const bool to = has_child(infinitive, [](const Word& w) { return base(w.deprel) == "mark" && w.form == "to"; });
    const bool own = has_child(i, [](const Word& w) { return is_one_of(base(w.deprel), {"nsubj", "aux", "mark"}); });
    if (above > infinitive || !to || own || !is_finite_past(words[above])) continue;
    word.head = static_cast<std::int32_t>(above);
    for (auto k = i + 1; k < sentence.last; ++k)
      if (words[k].head == static_cast<std::int32_t>(infinitive)) words[k].head = static_cast<std::int32_t>(i);
  }
  for (auto i = sentence.first; i < sentence.last; ++i) {
    Word& word = words[i];
    // `said that ten were killed and accused the rebels`: with an object of its own it is no passive
    const auto accuses = [&] {
      return word.xpos == "VBN" && is_among(word.form, spoke) && has_child(i, [](const Word& w) { return base(w.deprel) == "obj"; }) &&
             has_child(static_cast<std::uint32_t>(word.head), [](const Word& w) { return w.deprel == "aux:pass"; });
    };
    // `said that ten had been held and threatened to ban marches`
    const auto means_to = [&] {
      const auto is_passive = [](const Word& w) { return w.deprel == "aux:pass"; };
      return word.xpos == "VBN" && is_among(word.form, meant) && has_child(static_cast<std::uint32_t>(word.head), is_passive) &&
             has_child(i, [&](const Word& w) {
               if (w.deprel != "xcomp" || w.xpos != "VB") return false;
               const auto infinitive = static_cast<std::uint32_t>(&w - words.data());
               return has_child(infinitive, [](const Word& to) { return to.deprel == "mark" && to.form == "to"; });
             });
    };
    if (base(word.deprel) != "conj" || word.head < static_cast<std::int32_t>(sentence.first)) continue;
    const bool active = accuses() || means_to();
    if (!active && !is_finite_past(word)) continue;
    // Of a court's decree the ruling may stand further up: `ruled that it had punished him for speaking and ordered it to pay`.
    auto above_of = words[static_cast<std::uint32_t>(word.head)].head;
    bool decree = false;
    constexpr int highest = 3;
    for (int step = 0; step < highest && !decree && is_among(word.form, decreed); ++step) {
      if (above_of < static_cast<std::int32_t>(sentence.first) || above_of >= static_cast<std::int32_t>(i)) break;
      const auto verb = static_cast<std::uint32_t>(above_of);
      decree = is_among(words[verb].form, ruled) &&
               has_child(verb, [](const Word& w) { return base(w.deprel) == "nsubj" && is_among(ascii_lowered(w.form), courts); });
      if (!decree) above_of = words[verb].head;
    }
    if (!decree) above_of = words[static_cast<std::uint32_t>(word.head)].head;
    if (above_of < static_cast<std::int32_t>(sentence.first)) continue;
    const auto above = static_cast<std::uint32_t>(above_of);
    if (!decree && !active && !is_among(word.form, spoke)) continue;
    const auto joined = static_cast<std::uint32_t>(word.head);
    const Word& first = words[joined];
    if (joined > i || (!decree && base(first.deprel) != "ccomp")) continue;
    const bool leans =
        has_child(joined, [&](const Word& w) { return base(w.deprel) == "aux" && leans_on_its_auxiliary(first.xpos, w.form, w.xpos); });
    // `said that he was a guest, but warned him`: what is set against a complement that says nothing is another act of speech.
    const bool contrasts = has_child(i, [&](const Word& w) {
      if (base(w.deprel) != "cc") return false;
      const auto at = static_cast<std::uint32_t>(&w - words.data());
      return at > joined && at < i && (w.form == "but" || words[at - 1].form == ",");
    });
    const bool set_apart = contrasts && has_child(above, [](const Word& w) { return base(w.deprel) == "nsubj"; }) &&
                           !is_among(first.form, spoke) && !has_child(joined, [](const Word& w) { return base(w.deprel) == "ccomp"; });
    const bool own = has_child(i, [](const Word& w) {
      const auto kind = base(w.deprel);
      return kind == "nsubj" || kind == "aux" || kind == "mark";
    });
    if (above > joined || (!leans && !decree && !active && !set_apart) || own || !is_finite_past(words[above])) continue;
    word.head = static_cast<std::int32_t>(above);
    if (active) word.xpos = "VBD";
  }
}

}  // namespace demarche
