// Who speaks, to whom, and what the speaker does, once the cue of a statement is known.
#include <algorithm>

#include "speech/found.h"
#include "text/utf8.h"
#include "text/words.h"

namespace demarche {
namespace {

constexpr std::uint32_t farthest_addressee = 10;  // words behind its verb, since trees hang what stands farther often on the wrong one

// Is the word said of somebody who is not the source: `Kovac, who blamed unnamed officials`?
bool is_of_another(const SpeechContext& context, std::uint32_t adjective, std::uint32_t source) {
  const auto& word = context.word(adjective);
  if (base(word.deprel) != "amod" || word.head == no_word || word.head == static_cast<std::int32_t>(source)) return false;
  const auto& noun = context.word(static_cast<std::uint32_t>(word.head));
  return !(base(noun.deprel) == "conj" && noun.head == static_cast<std::int32_t>(source));
}

bool holds_phrase(const SpeechContext& context, WordRange range, const std::vector<std::string>& phrase, std::int32_t source = no_word) {
  if (phrase.empty() || range.size() < phrase.size()) return false;
  for (auto i = range.first; i + phrase.size() <= range.last; ++i) {
    bool all = true;
    for (std::uint32_t k = 0; all && k < phrase.size(); ++k) {
      const auto form = context.word(i + k).form;
      all = form.size() == phrase[k].size() && std::equal(form.begin(), form.end(), phrase[k].begin(),
                                                          [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
    }
    if (all && (source == no_word || !is_of_another(context, i, static_cast<std::uint32_t>(source)))) return true;
  }
  return false;
}

// `the conclusion of the CIA that the bank was robbed`: what is concluded stands behind.
bool has_clause_behind(const SpeechContext& context, std::uint32_t noun, std::uint32_t word) {
  const auto below = context.tree.children(noun);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
    return c > word && is_one_of(base(context.word(c).deprel), {"acl", "ccomp"}) && context.word(c).deprel != "acl:relcl";
  });
}

// `the Chad intelligence community consensus that …`
bool is_body_with_a_name(const SpeechContext& context, std::uint32_t word) {
  const auto below = context.tree.children(word);
  return context.word(word).upos == Upos::NOUN && std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
           return c < word && context.word(c).deprel == "compound" && context.word(c).upos == Upos::PROPN;
         });
}

std::int32_t noun_source(const SpeechLexicon& lexicon, const SpeechContext& context, std::uint32_t noun) {
  for (const auto c : context.tree.children(noun)) {
    const auto& word = context.word(c);
    if (word.deprel == "nmod:poss") return static_cast<std::int32_t>(c);
    if (word.deprel == "nmod" && is_one_of(marker_of(context, c), {"from", "by"})) return static_cast<std::int32_t>(c);
    // `the conclusion of the CIA that …`
    if (word.deprel == "nmod" && word.upos == Upos::PROPN && marker_of(context, c) == "of" && has_clause_behind(context, noun, c))
      return static_cast<std::int32_t>(c);
  }
  for (const auto c : context.tree.children(noun)) {
    const auto& word = context.word(c);
    if (word.deprel == "compound" && c < noun && (word.upos == Upos::PROPN || is_body_with_a_name(context, c)))
      return static_cast<std::int32_t>(c);
    if (word.deprel == "amod" && c < noun && !word.form.empty() && is_upper(static_cast<unsigned char>(word.form[0])))
      return static_cast<std::int32_t>(c);
  }
  const auto& word = context.word(noun);
  if (word.head != no_word && base(word.deprel) == "obj" && lexicon.light_verbs.contains(context.word(word.head).lemma))
    return agent_of(context, static_cast<std::uint32_t>(word.head));
  return no_word;
}

// Without where and when: `reporters after talks in Athens`.
WordRange person_phrase(const SpeechContext& context, std::uint32_t head) {
  auto range = noun_phrase(context, head);
  for (const auto c : context.tree.children(head))
    if (c > head && base(context.word(c).deprel) == "nmod" && !is_one_of(marker_of(context, c), {"of", "from"}))
      range.last = std::min(range.last, std::max(head + 1, subtree(context.tree, c).first));
  return range;
}

// told CNN's Wolf Blitzer; said to reporters
std::optional<WordRange> addressee_of(const SpeechContext& context, std::uint32_t verb, const Statement& statement) {
  const auto& lemma = context.word(verb).lemma;
  auto free = [&](WordRange range) {
    return std::none_of(statement.content.begin(), statement.content.end(), [&](WordRange part) { return part.overlaps(range); });
  };
  for (const auto c : context.tree.children(verb)) {
    const auto& word = context.word(c);
    if (!is_nominal(word)) continue;
    const bool told = is_one_of(lemma, {"tell", "inform", "assure", "remind", "warn", "ask", "urge", "order", "advise", "instruct",
                                        "notify", "reassure", "email", "text"});
    // not `urged restraint`, `told the truth`: what is said
    const bool said = statement.content.size() == 1 && subtree(context.tree, c).covers(statement.content.front());
    const bool person = !said && !is_one_of(word.lemma, {"truth", "lie", "story", "joke", "tale", "something", "anything", "nothing",
                                                         "everything", "what", "that", "which", "lot", "much"});
    if (base(word.deprel) == "iobj" || (base(word.deprel) == "obj" && told && person)) return person_phrase(context, c);
    if (base(word.deprel) == "obl" && c > verb && c - verb <= farthest_addressee && marker_of(context, c) == "to" &&
        is_one_of(lemma, {"say", "speak", "talk", "explain", "complain", "announce", "write", "suggest", "respond", "confess", "admit",
                          "promise"})) {
      const auto range = person_phrase(context, c);
      if (free(range)) return range;
    }
  }
  if (is_passive(context, verb) && is_one_of(lemma, {"tell", "inform", "warn", "assure", "ask"})) {
    const auto subject = child(context.reading, context.tree, verb, "nsubj:pass");
    if (subject != no_word) return noun_phrase(context, static_cast<std::uint32_t>(subject));
  }
  return std::nullopt;
}

// `a diplomat`, `two senior officials`, `one of the doctors`; not `an official, Ann Holt`.
bool is_counted_or_indefinite(const SpeechContext& context, std::uint32_t head) {
  bool shown = false;
  for (const auto c : context.tree.children(head)) {
    const auto& word = context.word(c);
    const auto label = base(word.deprel);
    if ((label == "appos" || label == "flat") && word.upos == Upos::PROPN) return false;
    if (label == "nummod" ||
        (is_one_of(label, {"det", "amod"}) && is_one_of(word.lemma, {"a", "an", "another", "some", "several", "many"})))
      shown = true;
  }
  return shown;
}

// `One said`, `two of the diplomats said`; not `one of the judges, Ann Holt`.
bool is_one_of_several(const SpeechLexicon& lexicon, const SpeechContext& context, std::uint32_t head, WordRange source) {
  const bool one = lexicon.unnamed_pronouns.contains(context.word(head).lemma);
  if (!one && context.word(head).upos != Upos::NUM) return false;
  std::int32_t of_whom = no_word;
  for (const auto c : context.tree.children(head)) {
    const auto label = base(context.word(c).deprel);
    if (label == "appos" || label == "flat") return false;
    if (label == "nmod" && marker_of(context, c) == "of") of_whom = static_cast<std::int32_t>(c);
  }
  if (of_whom == no_word) return one && source.size() == 1;
  return lexicon.unnamed_people.contains(context.word(static_cast<std::uint32_t>(of_whom)).lemma);
}

}  // namespace

bool is_unnamed(const SpeechLexicon& lexicon, const SpeechContext& context, WordRange source) {
  const auto head = head_of(context.reading, source);
  if (lexicon.unnamed_heads.contains(context.word(head).lemma)) return true;
  if (is_one_of_several(lexicon, context, head, source)) return true;
  if (lexicon.unnamed_people.contains(context.word(head).lemma) && is_counted_or_indefinite(context, head)) return true;
  auto whole = subtree(context.tree, head);  // with the relative clause: officials who asked not to be named
  const auto sentence = context.sentence(head);
  whole.first = std::min(std::max(whole.first, sentence.first), source.first);
  whole.last = std::max(std::min(whole.last, sentence.last), source.last);
  if (whole.size() > source.size() + 40) whole = source;
  return std::any_of(lexicon.unnamed_phrases.begin(), lexicon.unnamed_phrases.end(),
                     [&](const auto& phrase) { return holds_phrase(context, whole, phrase, static_cast<std::int32_t>(head)); });
}

namespace {

// `said that they had heard that rebels shot him`, `said she had been told that …`: not even the speaker has seen it.
bool tells_what_was_heard(const SpeechContext& context, std::uint32_t anchor) {
  const auto clause = child(context.reading, context.tree, anchor, "ccomp");
  if (clause == no_word) return false;
  const auto verb = static_cast<std::uint32_t>(clause);
  const auto& lemma = context.word(verb).lemma;
  if (lemma != "hear" && !(lemma == "tell" && is_passive(context, verb))) return false;
  if (has_negation(context, verb) || child(context.reading, context.tree, verb, "conj") != no_word) return false;
  const auto heard = child(context.reading, context.tree, verb, "ccomp");
  return heard != no_word && static_cast<std::uint32_t>(heard) > verb;
}

}  // namespace

bool is_wish_for_anonymity(const SpeechLexicon& lexicon, const SpeechContext& context, const Statement& statement) {
  constexpr std::uint32_t longest = 12;  // words
  if (statement.content.size() != 1 || statement.content.front().size() > longest) return false;
  // `not to be named`, `declined to be named`
  auto words = statement.content.front();
  if (statement.cue && statement.cue->last == words.first) words.first = statement.cue->first;
  return std::any_of(lexicon.unnamed_phrases.begin(), lexicon.unnamed_phrases.end(),
                     [&](const auto& phrase) { return phrase.size() > 1 && holds_phrase(context, words, phrase); });
}

void complete(const SpeechLexicon& lexicon, const SpeechContext& context, std::uint32_t anchor, Statement& statement) {
  const auto& word = context.word(anchor);
  if (!statement.cue) statement.cue = cue_phrase(context, anchor);
  if (const auto* cue = lexicon.cue_of(word)) {
    statement.act = cue->act;
    if (statement.direct) {
      const auto* frame = cue->find(FrameShape::clause);
      if (!frame) frame = cue->find(FrameShape::quote);
      if (frame) statement.act = frame->act;
    }
  }
  if (!statement.source) {
    const bool nominal = word.upos == Upos::NOUN || word.upos == Upos::PROPN;
    const auto who = nominal ? noun_source(lexicon, context, anchor) : agent_of(context, anchor);
    if (who != no_word && static_cast<std::uint32_t>(who) != anchor) {
      auto range = source_phrase(context, static_cast<std::uint32_t>(who));
      if (nominal && range.last > anchor && range.first <= anchor) range.last = anchor;
      if (!range.contains(anchor)) statement.source = range;
    }
  }
  statement.negated = has_negation(context, anchor);
  if (is_verbal(word)) {
    // `has said nothing about it`, `voiced no criticism of it`
    if (const auto object = child(context.reading, context.tree, anchor, "obj"); object != no_word && !statement.direct) {
      const auto o = static_cast<std::uint32_t>(object);
      const bool told = std::any_of(statement.content.begin(), statement.content.end(), [&](WordRange part) { return part.contains(o); });
      statement.negated = statement.negated || context.word(o).lemma == "nothing" ||
                          (!told && is_nobody(context, o) && !lexicon.without_doubt.contains(context.word(o).lemma));
    }
    // `Neither side wants it`
    if (const auto subject = child(context.reading, context.tree, anchor, "nsubj");
        subject != no_word && is_nobody(context, static_cast<std::uint32_t>(subject)))
      statement.negated = true;
  }
  if (statement.source && is_unnamed(lexicon, context, *statement.source)) statement.hearsay = true;
  if (is_verbal(word)) {
    // `…, a diplomat said on condition of anonymity`
    constexpr std::uint32_t longest = 12;
    for (const auto c : context.tree.children(anchor)) {
      const auto below = subtree(context.tree, c);
      if (!is_one_of(base(context.word(c).deprel), {"obl", "advcl", "nmod"}) || below.size() > longest) continue;
      statement.hearsay =
          statement.hearsay || std::any_of(lexicon.unnamed_phrases.begin(), lexicon.unnamed_phrases.end(),
                                           [&](const auto& phrase) { return phrase.size() > 1 && holds_phrase(context, below, phrase); });
    }
    if (!statement.direct && tells_what_was_heard(context, anchor)) statement.hearsay = true;
    statement.addressee = addressee_of(context, anchor, statement);
    for (const auto c : context.tree.children(anchor)) {
      if (const auto* adverb = lexicon.cue_of(context.word(c));
          adverb && context.word(c).upos == Upos::ADV && adverb->find(FrameShape::hearsay))
        statement.hearsay = true;
    }
  }
}

}  // namespace demarche
