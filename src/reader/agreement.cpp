#include "reader/agreement.h"

#include "reader/tree.h"
#include "text/words.h"

namespace demarche {
namespace {

constexpr int deepest = 8;  // steps up a tree that a rule looks

bool is_singular_verb(const Word& word) { return word.upos == Upos::VERB && word.xpos == "VBZ"; }

// `the plan`, `our plan`: a phrase of its own, not a mere noun in a row.
bool is_whole_phrase(const Reading& reading, WordRange sentence, std::uint32_t noun) {
  return has_dependent(reading, sentence, noun, [&](std::uint32_t i) {
    return i < noun && is_one_of(reading.words[i].deprel, {"det", "nmod:poss"});
  });
}

// What the word hangs on, where that stands before it; else no_word.
std::int32_t head_before(const Reading& reading, WordRange sentence, std::uint32_t word) {
  const auto head = reading.words[word].head;
  return head >= static_cast<std::int32_t>(sentence.first) && head < static_cast<std::int32_t>(word) ? head : no_word;
}

bool is_joined_by_and(const Reading& reading, WordRange sentence, std::uint32_t word) {
  for (auto i = sentence.first; i < word; ++i)
    if (reading.words[i].head == static_cast<std::int32_t>(word) && reading.words[i].deprel == "cc") return reading.words[i].lemma == "and";
  return false;
}

// `our plan, which rests on the charter, and the plan of Oman`, not `the charter and the plan`. Without a clause between the two, likeness
// tells nothing: `a team needs much of the candidate and of the team`.
void settle_like_nouns(Reading& reading, WordRange sentence, std::uint32_t second) {
  auto& words = reading.words;
  if (words[second].upos != Upos::NOUN || words[second].deprel != "conj" || head_before(reading, sentence, second) == no_word) return;
  const auto unlike = static_cast<std::uint32_t>(words[second].head);
  if (!is_noun(words[unlike]) || words[unlike].lemma == words[second].lemma || !is_joined_by_and(reading, sentence, second) ||
      !is_whole_phrase(reading, sentence, second))
    return;
  bool clause = false;  // does a clause stand between the two, in which the unlike noun is?
  auto above = words[unlike].head;
  for (int step = 0; step < deepest && above >= static_cast<std::int32_t>(sentence.first); ++step) {
    const auto first = static_cast<std::uint32_t>(above);
    if (clause && first < unlike && words[first].upos == Upos::NOUN && words[first].lemma == words[second].lemma &&
        words[first].xpos == words[second].xpos && is_whole_phrase(reading, sentence, first)) {
      words[second].head = above;
      for (auto i = second + 1; i < sentence.last; ++i)
        if (words[i].head > above && words[i].head < static_cast<std::int32_t>(second) && words[i].deprel != "conj")
          words[i].head = static_cast<std::int32_t>(second);
      return;
    }
    clause |= base(words[first].deprel) == "acl";
    above = words[first].head;
  }
}

// `their plan and the plan of Oman, which calls for talks, demands a truce`: two whole phrases demand, one demands; so that what is in the
// singular goes on from the clause before.
void settle_singular_after_two(Reading& reading, WordRange sentence, std::uint32_t verb) {
  auto& words = reading.words;
  if (!is_singular_verb(words[verb]) || verb == sentence.first || words[verb - 1].form != "," || words[verb].head == no_word) return;
  std::int32_t subject = no_word;
  for (auto i = sentence.first; i < verb; ++i)
    if (words[i].head == static_cast<std::int32_t>(verb) && words[i].deprel == "nsubj") subject = static_cast<std::int32_t>(i);
  if (subject == no_word || !is_noun(words[static_cast<std::uint32_t>(subject)])) return;
  std::int32_t other = no_word;
  for (auto i = static_cast<std::uint32_t>(subject) + 1; i < verb; ++i)
    if (words[i].head == subject && words[i].deprel == "conj" && is_noun(words[i])) other = static_cast<std::int32_t>(i);
  if (other == no_word) return;
  const auto first = static_cast<std::uint32_t>(subject), second = static_cast<std::uint32_t>(other);
  if (!is_joined_by_and(reading, sentence, second) || !is_whole_phrase(reading, sentence, first) ||
      !is_whole_phrase(reading, sentence, second))
    return;
  for (auto i = verb; i-- > second + 1;) {
    if (words[i].deprel != "acl:relcl" || !is_singular_verb(words[i]) || !dominates(reading, second, i)) continue;
    words[first].head = words[verb].head;
    words[first].deprel = "parataxis";
    words[verb].head = static_cast<std::int32_t>(i);
    words[verb].deprel = "conj";
    return;
  }
}

// `She insists that rebels leave and warns the king`: rebels would warn; she warns.
void settle_singular_after_plural(Reading& reading, WordRange sentence, std::uint32_t verb) {
  auto& words = reading.words;
  if (!is_singular_verb(words[verb]) || words[verb].deprel != "conj" || head_before(reading, sentence, verb) == no_word) return;
  const auto plural = static_cast<std::uint32_t>(words[verb].head);
  if (words[plural].upos != Upos::VERB || (words[plural].xpos != "VBP" && words[plural].xpos != "VB") ||
      has_dependent(reading, sentence, verb, [&](std::uint32_t i) {
        return is_one_of(base(words[i].deprel), {"nsubj", "csubj", "expl", "aux", "mark"});
      }))
    return;
  auto above = words[plural].head;
  for (int step = 0; step < deepest && above >= static_cast<std::int32_t>(sentence.first); ++step) {
    const auto singular = static_cast<std::uint32_t>(above);
    if (singular < plural && is_singular_verb(words[singular])) {
      words[verb].head = above;
      return;
    }
    above = words[singular].head;
  }
}

// `She is foreign minister of the state that jailed her`: what an office without an article is cannot be narrowed by a clause, so that this
// is about the state.
void settle_relative_of_bare_noun(Reading& reading, WordRange sentence, std::uint32_t verb) {
  auto& words = reading.words;
  if (words[verb].deprel != "acl:relcl" || head_before(reading, sentence, verb) == no_word) return;
  const auto bare = static_cast<std::uint32_t>(words[verb].head);
  if (words[bare].upos != Upos::NOUN || words[bare].xpos != "NN" || has_dependent(reading, sentence, bare, [&](std::uint32_t i) {
        return i < bare && is_one_of(words[i].deprel, {"det", "nmod:poss", "nummod"});
      }))
    return;
  for (auto i = bare + 1; i < verb; ++i) {
    if (words[i].head != static_cast<std::int32_t>(verb) || words[i].deprel != "nsubj") continue;
    const auto near = i - 1;
    if (is_one_of(words[i].lemma, {"that", "which"}) && words[near].head == static_cast<std::int32_t>(bare) &&
        words[near].deprel == "nmod" && is_whole_phrase(reading, sentence, near))
      words[verb].head = static_cast<std::int32_t>(near);
    return;
  }
}

// `The claim of Oman that rebels fled angered Chad`: what `that` leads in between a noun and the verb whose subject it is belongs to the
// noun.
void settle_clause_behind_subject(Reading& reading, WordRange sentence, std::uint32_t verb) {
  auto& words = reading.words;
  if (words[verb].deprel != "ccomp" || words[verb].head < static_cast<std::int32_t>(verb)) return;
  const auto above = static_cast<std::uint32_t>(words[verb].head);
  for (auto that = sentence.first + 1; that < verb; ++that) {
    if (words[that].deprel != "mark" || words[that].lemma != "that" || words[that].head != static_cast<std::int32_t>(verb)) continue;
    for (auto noun = sentence.first; noun < that; ++noun)
      if (words[noun].head == static_cast<std::int32_t>(above) && base(words[noun].deprel) == "nsubj" && words[noun].upos == Upos::NOUN &&
          dominates(reading, noun, that - 1)) {
        words[verb].head = static_cast<std::int32_t>(noun);
        words[verb].deprel = "acl";
        return;
      }
    return;
  }
}

// `left with harsh words about rebels, calling them thieves`: words call nobody anything; who said them does.
void settle_participle_behind_words(Reading& reading, WordRange sentence, std::uint32_t verb) {
  auto& words = reading.words;
  if (words[verb].xpos != "VBG" || words[verb].deprel != "acl" || head_before(reading, sentence, verb) == no_word ||
      words[verb - 1].form != ",")
    return;
  const Word& noun = words[static_cast<std::uint32_t>(words[verb].head)];
  if (!is_one_of(noun.lemma, {"word", "remark", "comment", "speech", "tweet"}) || base(noun.deprel) != "obl" ||
      noun.head < static_cast<std::int32_t>(sentence.first) || words[static_cast<std::uint32_t>(noun.head)].upos != Upos::VERB)
    return;
  words[verb].head = noun.head;
  words[verb].deprel = "advcl";
}

// `says that it is over and it was Chad that won`: a clause that `that` leads in is joined to nothing, but about what `it was`.
void settle_joined_cleft(Reading& reading, WordRange sentence, std::uint32_t verb) {
  auto& words = reading.words;
  if (words[verb].upos != Upos::VERB || words[verb].deprel != "conj") return;
  for (auto pronoun = sentence.first + 1; pronoun < verb; ++pronoun) {
    if (words[pronoun].head != static_cast<std::int32_t>(verb)) continue;
    if (words[pronoun].deprel == "cc") return;
    if (words[pronoun].deprel != "nsubj" || !is_one_of(words[pronoun].form, {"that", "who"})) continue;
    for (auto noun = pronoun; noun-- > sentence.first;) {
      if (!is_noun(words[noun]) || !dominates(reading, noun, pronoun - 1)) continue;
      bool it = false, was = false;
      for (auto i = sentence.first; i < noun; ++i) {
        if (words[i].head != static_cast<std::int32_t>(noun)) continue;
        it |= is_one_of(base(words[i].deprel), {"expl", "nsubj"}) && is_one_of(words[i].form, {"It", "it"});
        was |= words[i].deprel == "cop";
      }
      if (!it || !was) continue;
      words[verb].head = static_cast<std::int32_t>(noun);
      words[verb].deprel = "acl:relcl";
      return;
    }
    return;
  }
}

// `a letter from the president, who fears a war`: letters are no `who`.
void settle_who_behind_thing(Reading& reading, WordRange sentence, std::uint32_t verb) {
  auto& words = reading.words;
  if (words[verb].deprel != "acl:relcl" || head_before(reading, sentence, verb) == no_word) return;
  const auto thing = static_cast<std::uint32_t>(words[verb].head);
  if (words[thing].upos != Upos::NOUN ||
      !is_one_of(words[thing].lemma,
                 {"lecture",    "speech",   "letter",    "statement",  "interview",   "conversation", "meeting",  "talk",      "message",
                  "call",       "email",    "note",      "warning",    "criticism",   "question",     "remark",   "comment",   "report",
                  "visit",      "pressure", "support",   "advice",     "help",        "praise",       "tweet",    "testimony", "appeal",
                  "briefing",   "reply",    "response",  "attack",     "endorsement", "complaint",    "reaction", "rebuke",    "request",
                  "resistance", "threat",   "objection", "invitation", "dispute",     "dinner",       "debate",   "deal",      "war"}))
    return;
  for (auto i = thing + 1; i < verb; ++i) {
    if (words[i].head != static_cast<std::int32_t>(verb) || !is_one_of(words[i].form, {"who", "whom"})) continue;
    const auto last = words[i - 1].form == "," ? i - 2 : i - 1;  // of what stands before
    for (auto near = thing + 1; near <= last; ++near) {
      if (words[near].head != static_cast<std::int32_t>(thing) || base(words[near].deprel) != "nmod" || !is_noun(words[near])) continue;
      if (near == last || dominates(reading, near, last)) words[verb].head = static_cast<std::int32_t>(near);
    }
    return;
  }
}

}  // namespace

void settle_agreement(Reading& reading, WordRange sentence) {
  for (const auto settle : {settle_like_nouns, settle_singular_after_two, settle_singular_after_plural, settle_relative_of_bare_noun,
                            settle_clause_behind_subject, settle_participle_behind_words, settle_joined_cleft, settle_who_behind_thing})
    for (auto word = sentence.first; word < sentence.last; ++word) settle(reading, sentence, word);
}

}  // namespace demarche
