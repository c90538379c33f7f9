// What a speaker does by his words, where the cue alone does not tell; docs/acts.md defines the acts.
#include <algorithm>

#include "reader/subjunctive.h"
#include "speech/found.h"
#include "text/words.h"

namespace demarche {
namespace {

std::int32_t object_of(const SpeechContext& context, std::uint32_t verb) {
  const auto object = child(context.reading, context.tree, verb, "obj");
  return object != no_word ? object : child(context.reading, context.tree, verb, "nsubj:pass");
}

// `issued a warning`, `expressed support for`: the noun says what is done.
std::optional<Act> act_of_object(const SpeechLexicon& lexicon, const SpeechContext& context, std::uint32_t verb, const Statement& s) {
  if (!lexicon.light_verbs.contains(context.word(verb).lemma)) return std::nullopt;
  const auto object = object_of(context, verb);
  if (object == no_word) return std::nullopt;
  const auto& noun = context.word(object);
  if (noun.upos != Upos::NOUN) return std::nullopt;
  const auto* cue = lexicon.cue_of(noun);
  const auto act = cue ? std::optional(cue->act) : lexicon.act_of(noun, {});
  const auto at = static_cast<std::uint32_t>(object);
  const bool part = (s.cue && s.cue->contains(at)) ||
                    (!is_one_of(context.word(verb).lemma, {"have", "give", "offer", "publish", "post", "release", "show"}) &&
                     std::any_of(s.content.begin(), s.content.end(), [&](WordRange range) { return range.contains(at); }));
  return part ? act : std::nullopt;
}

// `issued a statement calling on the rebels to leave`, `continues to insist`: the verb further on in the cue says what is done.
std::optional<Act> act_of_last_verb(const SpeechLexicon& lexicon, const SpeechContext& context, std::uint32_t anchor, const Statement& s) {
  if (!s.cue) return std::nullopt;
  for (auto i = s.cue->last; i-- > anchor + 1;) {
    const auto& word = context.word(i);
    if (!is_verbal(word) || !is_one_of(base(word.deprel), {"acl", "xcomp", "advcl"})) continue;
    const auto* cue = lexicon.cue_of(word);
    if (!cue) continue;
    if (i + 1 < s.cue->last)
      for (const auto& frame : cue->frames)
        if (!frame.preposition.empty() && frame.preposition == context.word(i + 1).lemma) return frame.act;
    return cue->act;
  }
  return std::nullopt;
}

// `pushed back against`, `spoke out`, `pleaded guilty`: verbs that do something else with the word behind them (data/speech/acts.tsv).
std::optional<Act> act_of_pair(const SpeechLexicon& lexicon, const SpeechContext& context, std::uint32_t verb) {
  if (verb + 1 >= context.reading.words.size()) return std::nullopt;
  const auto pair = lexicon.verb_acts.find(std::string(context.word(verb).lemma) + " " + std::string(context.word(verb + 1).lemma));
  return pair == lexicon.verb_acts.end() ? std::nullopt : std::optional(pair->second);
}

// `assured them that the water was safe` binds nobody to a deed; `assured them that it would be` does.
bool assures_what_is(const SpeechContext& context, std::uint32_t verb) {
  if (!is_one_of(context.word(verb).lemma, {"assure", "reassure"})) return false;
  const auto clause = child(context.reading, context.tree, verb, "ccomp");
  if (clause == no_word) return false;
  const auto below = context.tree.children(static_cast<std::uint32_t>(clause));
  return std::none_of(below.begin(), below.end(), [&](std::uint32_t c) {
    return base(context.word(c).deprel) == "aux" && is_one_of(context.word(c).lemma, {"will", "would", "shall", "’ll", "'ll"});
  });
}

// `insisted that she go to the hospital` demands what `insisted that she had gone` claims, as the bare verb shows.
bool insists_on_a_deed(const SpeechContext& context, std::uint32_t verb) {
  if (context.word(verb).lemma != "insist") return false;
  const auto clause = child(context.reading, context.tree, verb, "ccomp");
  return clause != no_word && is_subjunctive(context.reading, context.tree, static_cast<std::uint32_t>(clause));
}

// `called the charges baseless`
bool calls_untrue(const SpeechLexicon& lexicon, const SpeechContext& context, std::uint32_t verb) {
  const auto object = object_of(context, verb);
  if (object == no_word || !lexicon.speech_nouns.contains(context.word(object).lemma)) return false;
  const auto noun = static_cast<std::uint32_t>(object);
  // `described as untrue a report that …`, too
  const auto holds = [&](std::uint32_t head, std::initializer_list<std::string_view> labels) {
    return std::any_of(context.tree.children(head).begin(), context.tree.children(head).end(), [&](std::uint32_t c) {
      const auto& word = context.word(c);
      return c > head && is_one_of(base(word.deprel), labels) && lexicon.untrue.contains(word.lemma);
    });
  };
  // parsers take `baseless` for an adjective of the charges, too
  return holds(verb, {"xcomp", "obl", "advcl"}) || holds(noun, {"amod"});
}

// Questions in quotation marks and nothing else: `You know what? I will wait,` asks nothing.
bool is_question(const SpeechContext& context, const Statement& s) {
  bool asks = false;
  for (const auto part : s.content)
    for (auto i = part.first; i < part.last; ++i) {
      const auto& word = context.word(i);
      if (is_one_of(word.form, {".", "!"})) return false;
      if (word.form == "?")
        asks = true;
      else if (word.upos != Upos::PUNCT)
        asks = false;
    }
  return asks;
}

}  // namespace

void settle_act(const SpeechLexicon& lexicon, const SpeechContext& context, Found& found) {
  Statement& s = found.statement;
  const auto plain = [&] { return s.act == Act::say || s.act == Act::criticize || s.act == Act::reject; };
  if (found.anchor != no_anchor && is_verbal(context.word(found.anchor))) {
    const auto verb = found.anchor;
    if (!s.direct)
      if (const auto act = act_of_pair(lexicon, context, verb)) s.act = *act;
    if (s.act == Act::claim && insists_on_a_deed(context, verb)) s.act = Act::demand;
    if (s.act == Act::promise && assures_what_is(context, verb)) s.act = Act::claim;
    if (const auto act = act_of_object(lexicon, context, verb, s)) s.act = *act;
    if (s.act == Act::say || s.act == Act::announce)
      if (const auto act = act_of_last_verb(lexicon, context, verb, s); act && *act != Act::say) s.act = *act;
    if (plain() && calls_untrue(lexicon, context, verb)) s.act = Act::deny;
    // ruled out talks
    if (const auto particle = child(context.reading, context.tree, verb, "compound:prt");
        particle != no_word && context.word(verb).lemma == "rule" && context.word(particle).lemma == "out")
      s.act = Act::reject;
  }
  if (s.direct && s.act == Act::say && is_question(context, s)) s.act = Act::ask;
}

}  // namespace demarche
