#include "speech/cue_syntax.h"

#include <algorithm>

#include "text/words.h"

namespace demarche {
namespace {

constexpr std::uint32_t longest_aside = 6;  // words of when and where something was said

// `having entered`, `being used`
bool has_participle_auxiliary(const SpeechContext& context, std::uint32_t verb) {
  for (const auto c : context.tree.children(verb))
    if (base(context.word(c).deprel) == "aux" && context.word(c).xpos == "VBG") return true;
  return false;
}

}  // namespace

Dependents dependents_of(const SpeechContext& context, std::uint32_t cue) {
  Dependents found;
  auto oblique = [&](std::uint32_t c) {
    if (const auto preposition = marker_of(context, c); !preposition.empty() && c > cue) found.obliques.push_back({preposition, c});
  };
  for (const auto c : context.tree.children(cue)) {
    const auto& word = context.word(c);
    const auto label = base(word.deprel);
    if (label == "ccomp") {
      // called on them to “really leave”: parsers take it for a clause where marks stand
      const bool infinitive = has_to(context, c) && child(context.reading, context.tree, c, "nsubj") == no_word;
      if (infinitive)
        found.infinitive = static_cast<std::int32_t>(c);
      else
        found.clauses.push_back(c);
    } else if (label == "xcomp") {
      if (has_to(context, c))
        found.infinitive = static_cast<std::int32_t>(c);
      else if (word.xpos == "VBG" || has_participle_auxiliary(context, c))
        found.gerund = static_cast<std::int32_t>(c);
      else
        found.predicate = static_cast<std::int32_t>(c);
    } else if (label == "obj") {
      found.object = static_cast<std::int32_t>(c);
      for (const auto below : context.tree.children(c))
        if (base(context.word(below).deprel) == "nmod" || base(context.word(below).deprel) == "acl") oblique(below);
    } else if (label == "iobj") {
      found.indirect = static_cast<std::int32_t>(c);
    } else if (word.deprel == "nsubj:pass") {
      found.passive_subject = static_cast<std::int32_t>(c);
    } else if (label == "obl" || label == "nmod") {
      oblique(c);
    } else if (label == "advcl") {
      if (marker_of(context, c) == "to" || (has_to(context, c) && found.infinitive == no_word))
        found.infinitive = static_cast<std::int32_t>(c);
      else
        oblique(c);
    }
  }
  return found;
}

bool holds_number(const SpeechContext& context, std::uint32_t noun) {
  if (context.word(noun).upos == Upos::NUM) return true;
  const auto below = context.tree.children(noun);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) { return context.word(c).upos == Upos::NUM; });
}

bool between_commas(const SpeechContext& context, std::uint32_t verb) {
  const auto subject = child(context.reading, context.tree, verb, "nsubj");
  if (subject == no_word || static_cast<std::uint32_t>(subject) > verb) return false;
  auto first = subtree(context.tree, static_cast<std::uint32_t>(subject)).first;
  if (context.word(first).form == ",") ++first;
  // `…, as the union has demanded.`
  if (first > context.sentence(verb).first && context.word(first - 1).form == "as") --first;
  const auto& who = context.word(static_cast<std::uint32_t>(subject));
  // `said on Friday` is as good as `said`
  auto end = verb + 1;
  for (const auto c : context.tree.children(verb)) {
    const auto aside = subtree(context.tree, c);
    if (aside.first == end && aside.size() <= longest_aside && is_one_of(base(context.word(c).deprel), {"obl", "advmod"})) end = aside.last;
  }
  return first > context.sentence(verb).first && context.word(first - 1).form == "," && end < context.sentence(verb).last &&
         is_one_of(context.word(end).form, {",", "."}) && !is_one_of(who.lemma, {"i", "I", "you", "we", "one"});
}

bool is_said_of_its_antecedent(const SpeechContext& context, std::uint32_t verb, const Dependents& below) {
  if (context.word(verb).deprel != "acl:relcl" || below.clauses.empty() || !is_one_of(context.word(verb).lemma, {"say", "claim", "allege"}))
    return false;
  const auto subject = child(context.reading, context.tree, verb, "nsubj");
  if (subject == no_word || static_cast<std::uint32_t>(subject) > verb || is_one_of(context.word(subject).xpos, {"WDT", "WP"}))
    return false;
  return child(context.reading, context.tree, below.clauses.front(), "mark") == no_word;
}

bool speaks_through_another(const SpeechLexicon& lexicon, const SpeechContext& context, const Dependents& below) {
  return std::any_of(below.obliques.begin(), below.obliques.end(), [&](const Dependents::Oblique& o) {
    const auto* cue = lexicon.cue_of(context.word(o.head));
    return o.preposition == "as" && context.word(o.head).xpos == "VBG" && cue && cue->takes_quotes();
  });
}

bool supposes(const SpeechContext& context, std::uint32_t verb) {
  const auto& w = context.word(verb);
  if (!is_one_of(w.lemma, {"say", "think", "imagine", "picture"}) || !is_one_of(w.xpos, {"VB", "VBP"})) return false;
  if (w.head != no_word && context.word(w.head).lemma == "let") return true;
  const auto below = context.tree.children(verb);
  return w.deprel == "root" && std::none_of(below.begin(), below.end(), [&](std::uint32_t c) {
           return c < verb && is_one_of(base(context.word(c).deprel), {"nsubj", "aux", "mark"});
         });
}

bool is_byname(const SpeechContext& context, std::uint32_t verb) {
  const auto& w = context.word(verb);
  // `whose men called him General Thunder`: a name is given, and nothing said.
  if (w.lemma == "call" && context.quotation_of[verb] < 0)
    for (const auto c : context.tree.children(verb))
      if (c > verb && base(context.word(c).deprel) == "xcomp" && context.word(c).upos == Upos::PROPN && context.quotation_of[c] < 0)
        return child(context.reading, context.tree, verb, "obj") != no_word;
  return w.lemma == "know" && w.xpos == "VBN" && base(w.deprel) == "acl" && verb + 1 < context.sentence(verb).last &&
         context.word(verb + 1).lemma == "as";
}

bool goes_without_saying(const SpeechContext& context, std::uint32_t verb) {
  const auto& w = context.word(verb);
  const auto next = [&](std::uint32_t k) {
    return verb + k < context.sentence(verb).last ? context.word(verb + k).lemma : std::string_view();
  };
  // `blasted the boats with water cannon`
  if (w.lemma == "blast" || w.lemma == "attack") {
    const auto below = context.tree.children(verb);
    if (std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
          return is_one_of(context.word(c).lemma, {"cannon", "gas", "bullet", "fire", "grenade", "drone", "missile", "rocket", "knife"}) &&
                 marker_of(context, c) == "with";
        }))
      return true;
  }
  // `I don’t know about you, but …`, `It reminds us of a ship`
  if (w.lemma == "know" && next(1) == "about" && next(2) == "you") return true;
  if (w.lemma == "remind" && is_one_of(next(1), {"we", "I", "i", "you", "one"}) && next(2) == "of") return true;
  return w.head != no_word && context.word(w.head).lemma == "go" && marker_of(context, verb) == "without";
}

bool is_impersonal(const SpeechContext& context, std::uint32_t verb, const Dependents& below) {
  if (below.infinitive != no_word && below.passive_subject != no_word) return true;
  const auto& first = below.passive_subject != no_word ? context.word(below.passive_subject).lemma : std::string_view();
  const bool expletive = child(context.reading, context.tree, verb, "expl") != no_word;
  return !below.clauses.empty() && (expletive || first == "it");
}

bool holds_colon(const SpeechContext& context, std::uint32_t first, std::uint32_t last) {
  for (auto i = first; i < last; ++i)
    if (context.word(i).form == ":") return true;
  return false;
}

bool stands_behind_semicolon(const SpeechContext& context, std::uint32_t verb) {
  const auto first = subtree(context.tree, verb).first;
  return context.word(first).form == ";" || (first > 0 && context.word(first - 1).form == ";");
}

}  // namespace demarche
