#include "speech/claims.h"

#include <algorithm>

#include "text/words.h"

namespace demarche {

std::int32_t that_clause(const SpeechLexicon& lexicon, const SpeechContext& context, std::uint32_t noun) {
  // Some parsers take it for a relative clause, which has no conjunction.
  const auto of = [&](std::uint32_t head) {
    for (const auto c : context.tree.children(head))
      if (c > head && is_one_of(base(context.word(c).deprel), {"acl", "ccomp"}) && is_one_of(marker_of(context, c), {"that", "whether"}))
        return static_cast<std::int32_t>(c);
    return no_word;
  };
  if (const auto own = of(noun); own != no_word) return own;
  for (const auto c : context.tree.children(noun)) {
    if (c < noun || base(context.word(c).deprel) != "nmod" || !is_one_of(marker_of(context, c), {"from", "by", "of"})) continue;
    const auto* cue = lexicon.cue_of(context.word(c));
    if (cue && cue->find(FrameShape::clause)) continue;
    if (const auto below = of(c); below != no_word) return below;
  }
  return no_word;
}

WordRange named_claim(const SpeechContext& context, std::uint32_t noun) {
  WordRange words{noun, noun + 1};
  for (const auto c : context.tree.children(noun))
    if (is_one_of(base(context.word(c).deprel), {"det", "amod"})) words.first = std::min(words.first, c);
  return words;
}

bool holds_clause(const SpeechLexicon& lexicon, const SpeechContext& context, std::uint32_t noun) {
  const auto* cue = lexicon.cue_of(context.word(noun));
  return cue && !is_verbal(context.word(noun)) && cue->find(FrameShape::clause) && that_clause(lexicon, context, noun) != no_word;
}

bool calls_untrue(const SpeechLexicon& lexicon, const SpeechContext& context, const Dependents& below) {
  if (below.predicate != no_word) return lexicon.untrue.contains(context.word(below.predicate).lemma);
  return std::any_of(below.obliques.begin(), below.obliques.end(), [&](const Dependents::Oblique& o) {
    return o.preposition == "as" && lexicon.untrue.contains(context.word(o.head).lemma);
  });
}

std::int32_t claim_taken_up(const SpeechLexicon& lexicon, const SpeechContext& context, std::uint32_t verb, const Cue& cue,
                            const Dependents& below) {
  const auto& w = context.word(verb);
  // `accused Mali of arming them, which Mali denies`
  if (w.deprel == "advcl:relcl" && cue.act == Act::deny && below.object != no_word && context.word(below.object).lemma == "which" &&
      below.object > 0 && context.word(below.object - 1).form == "," && child(context.reading, context.tree, verb, "nsubj") != no_word)
    return below.object;
  if (base(w.deprel) != "acl" || w.head == no_word) return no_word;
  if (cue.act != Act::deny && cue.act != Act::reject && !cue.find(FrameShape::speech_object) && !calls_untrue(lexicon, context, below))
    return no_word;
  const auto noun = static_cast<std::uint32_t>(w.head);
  // `suspects that Chad supplied the rebels, which Chad denies`: the pronoun is what was said, whatever the clause hangs on.
  if (cue.act == Act::deny && w.deprel == "acl:relcl" && below.object != no_word && below.clauses.empty() &&
      !lexicon.speech_nouns.contains(context.word(noun).lemma)) {
    const auto which = static_cast<std::uint32_t>(below.object);
    if (context.word(which).lemma == "which" && which > 0 && context.word(which - 1).form == "," &&
        child(context.reading, context.tree, verb, "nsubj") != no_word)
      return below.object;
  }
  const auto first = named_claim(context, noun).first;
  const bool beside = noun < verb && first > 0 && context.word(first - 1).form == ",";  // an apposition, whatever the parser calls it
  if (!beside || !lexicon.speech_nouns.contains(context.word(noun).lemma)) return no_word;
  if (w.xpos == "VBN" && w.deprel != "acl:relcl") return agent_of(context, verb) != no_word ? w.head : no_word;
  const bool of_noun = below.object == no_word || is_one_of(context.word(below.object).xpos, {"WDT", "WP"});
  return of_noun && child(context.reading, context.tree, verb, "nsubj") != no_word ? w.head : no_word;
}

bool is_what_is_denied(const SpeechLexicon& lexicon, const SpeechContext& context, std::uint32_t noun) {
  const auto& n = context.word(noun);
  if (n.head == no_word || base(n.deprel) != "obj") return false;
  const auto verb = static_cast<std::uint32_t>(n.head);
  const auto* cue = is_verbal(context.word(verb)) ? lexicon.cue_of(context.word(verb)) : nullptr;
  return cue && (cue->act == Act::deny || cue->act == Act::reject || cue->find(FrameShape::speech_object)) &&
         agent_of(context, verb) != no_word;
}

}  // namespace demarche
