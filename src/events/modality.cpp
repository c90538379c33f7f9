#include "events/modality.h"

#include <algorithm>

#include "reader/subjunctive.h"
#include "text/words.h"

namespace demarche {
namespace {

void set(Reality& reality, Modality modality) {
  if (reality.modality == Modality::actual) reality.modality = modality;
}

void apply(Reality& reality, Effect effect) {
  switch (effect) {
    case Effect::intended:
      if (reality.modality == Modality::actual) reality.future = true;
      set(reality, Modality::intended);
      break;
    case Effect::attempted:  // begun, so that it is no mere announcement
      set(reality, Modality::intended);
      break;
    case Effect::committed:
      if (reality.modality == Modality::actual) reality.future = reality.committed = true;
      set(reality, Modality::intended);
      break;
    case Effect::demanded:
      set(reality, Modality::demanded);
      break;
    case Effect::possible:
      set(reality, Modality::possible);
      break;
    case Effect::negated:
      reality.negated = !reality.negated;
      break;
    case Effect::none:
    case Effect::pass:
    case Effect::caused:
      break;
  }
}

bool is_negation(const Syntax& syntax, std::uint32_t word) {
  const auto form = syntax.word(word).form;
  if (same_word(form, "never") || same_word(form, "neither") || same_word(form, "nor")) return true;
  const bool without_only =
      word + 1 >= syntax.size() || !(same_word(syntax.word(word + 1).form, "only") || same_word(syntax.word(word + 1).form, "just"));
  if (same_word(form, "not") || same_word(form, "n't") || same_word(form, "n’t")) return without_only;
  if (same_word(form, "longer"))
    for (const auto c : syntax.children(word))
      if (same_word(syntax.word(c).form, "no")) return true;
  return same_word(form, "longer") && word > 0 && same_word(syntax.word(word - 1).form, "no");
}

bool is_nothing(const Syntax& syntax, std::uint32_t word) {
  const auto form = syntax.word(word).form;
  // `not one of the judges`, `not a single envoy`
  for (const auto c : syntax.children(word)) {
    if (c < word && syntax.relation(c) == "advmod" && same_word(syntax.word(c).form, "not") &&
        (same_word(syntax.word(c + 1).form, "one") || same_word(syntax.word(c + 1).form, "a")))
      return true;
  }
  for (const std::string_view nobody : {"nobody", "none", "nothing", "neither", "no-one"})
    if (same_word(form, nobody)) return true;
  for (const auto c : syntax.children(word))
    if ((syntax.relation(c) == "det" && same_word(syntax.word(c).form, "no")) ||
        (is_one_of(syntax.relation(c), {"det", "cc"}) && same_word(syntax.word(c).form, "neither")))
      return true;
  return false;
}

bool is_anybody(const Syntax& syntax, std::uint32_t word) {
  for (const std::string_view anybody : {"anyone", "anybody", "whoever"})
    if (same_word(syntax.word(word).form, anybody)) return true;
  for (const auto c : syntax.children(word))
    if (syntax.relation(c) == "det" && same_word(syntax.word(c).form, "any")) return true;
  return false;
}

// `if a militia had …`, `if there were groups that …`: what an `if` brings in without an article that points to it is only supposed.
bool is_brought_in_by_if(const Syntax& syntax, std::uint32_t noun) {
  if (syntax.head(noun) == no_word || !is_one_of(syntax.relation(noun), {"nsubj", "obj", "obl"})) return false;
  for (const auto c : syntax.children(noun)) {
    const auto kind = syntax.relation(c);
    const bool points = kind == "det" ? !is_one_of(syntax.lemma(c), {"a", "an", "some"}) : syntax.label(c) == "nmod:poss";
    if (points) return false;
  }
  const auto verb = static_cast<std::uint32_t>(syntax.head(noun));
  return syntax.word(noun).upos == Upos::NOUN && syntax.has_marker(verb, "if");
}

Effect effect_of(const EventKnowledge& knowledge, PredicateKind kind, std::string_view lemma, std::string_view relation) {
  const auto& table = knowledge.governors[static_cast<std::size_t>(kind)];
  const auto found = table.find(lemma);
  if (found == table.end()) return Effect::none;
  for (const Governor& governor : found->second)
    if (governor.relation == relation) return governor.effect;
  return Effect::none;
}

// The verb as modality.tsv has it: `rule out` is no `rule`.
std::string with_particle(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t verb) {
  const auto& table = knowledge.governors[static_cast<std::size_t>(PredicateKind::verb)];
  for (const auto c : syntax.children(verb)) {
    if (c < verb || !is_one_of(syntax.relation(c), {"compound", "advmod"})) continue;
    std::string whole = std::string(syntax.lemma(verb)) + " " + ascii_lowered(syntax.word(c).form);
    if (table.contains(whole)) return whole;
  }
  // `bowed out of funding them`: right behind the verb, whatever the parser hangs it on
  if (verb + 1 < syntax.size() && syntax.label(verb + 1) == "compound:prt")
    if (std::string whole = std::string(syntax.lemma(verb)) + " " + ascii_lowered(syntax.word(verb + 1).form); table.contains(whole))
      return whole;
  return std::string(syntax.lemma(verb));
}

// `is to meet them`, `were to be held`: a parser takes the `be` before `to` for a copula or an auxiliary.
bool is_to_come(const Syntax& syntax, std::uint32_t infinitive) {
  const auto to = syntax.infinitive_marker(infinitive);
  for (const auto c : syntax.children(infinitive))
    if (static_cast<std::int32_t>(c) < to && (syntax.relation(c) == "cop" || syntax.relation(c) == "aux") && syntax.lemma(c) == "be")
      return !syntax.is_yet_to_come(infinitive);
  return false;
}

bool is_in_present(const Syntax& syntax, std::uint32_t verb) {
  std::string_view tense = syntax.word(verb).xpos;
  for (const auto c : syntax.children(verb))
    if (syntax.relation(c) == "aux" && is_one_of(syntax.word(c).xpos, {"VBP", "VBZ", "VBD"})) tense = syntax.word(c).xpos;
  return tense == "VBP" || tense == "VBZ";
}

// Is the clause about something to come, since what it gives the time of is (`will leave after they sign`, `would go on until they
// signed`)?
bool awaits(const Syntax& syntax, std::uint32_t clause, std::uint32_t governor) {
  if (syntax.has_marker(clause, "until"))
    for (const auto c : syntax.children(governor))
      if (syntax.relation(c) == "aux" && is_one_of(syntax.word(c).form, {"would", "will", "'ll", "’ll", "shall"})) return true;
  const bool bare = syntax.word(clause).xpos == "VB" && !syntax.is_infinitive(clause) && syntax.child(clause, "aux") == no_word;
  if (!bare && !is_in_present(syntax, clause)) return false;
  bool of_time = syntax.has_marker(clause, "after") || syntax.has_marker(clause, "when") || syntax.has_marker(clause, "as");
  for (const auto c : syntax.children(clause)) of_time |= c < clause && same_word(syntax.word(c).form, "when");
  bool to_come = syntax.is_verb(governor) && syntax.is_infinitive(governor);
  for (const auto c : syntax.children(governor)) to_come |= syntax.relation(c) == "aux" && syntax.word(c).xpos == "MD";
  return of_time && to_come;
}

// `a new offensive could undo it`, `could be undone by an offensive`: what may do something has not been done itself, unless it is told of.
bool may_do_something(const Syntax& syntax, std::uint32_t noun, std::uint32_t verb) {
  if (syntax.is_verb(noun) || !syntax.is_verb(verb)) return false;
  bool any = false, may = false, perfect = false;
  for (const auto c : syntax.children(noun))
    if (syntax.relation(c) == "det")
      for (const std::string_view one : {"a", "an", "any", "another"}) any |= same_word(syntax.word(c).form, one);
  for (const auto c : syntax.children(verb)) {
    if (syntax.relation(c) != "aux") continue;
    may |= is_one_of(syntax.lemma(c), {"could", "might", "may", "would", "can"});
    perfect |= syntax.lemma(c) == "have";
  }
  return any && may && !perfect;
}

// What the words right at the predicate say: auxiliaries, negation, `if`. `below`: the one of them that has been read already, or no_word.
void read_clause(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t node, std::int32_t below, bool auxiliaries,
                 Reality& reality) {
  bool perfect = false;
  for (const auto c : syntax.children(node)) perfect |= syntax.relation(c) == "aux" && syntax.lemma(c) == "have";
  if (syntax.is_yet_to_come(node)) reality.negated = !reality.negated;
  if (auxiliaries && is_to_come(syntax, node)) apply(reality, effect_of(knowledge, PredicateKind::verb, "be", "infinitive"));
  for (const auto c : syntax.children(node)) {
    if (static_cast<std::int32_t>(c) == below) continue;  // the `no` of `made no apology` counts once
    const auto kind = syntax.relation(c);
    if (kind == "mark" || kind == "case") {
      const auto form = syntax.word(c).form;
      if (same_word(form, "if") || same_word(form, "unless") || same_word(form, "whether")) {
        reality.modality = Modality::possible;
        reality.future = reality.committed = false;
      } else if (same_word(form, "due") && syntax.is_verb(node) && c + 1 < syntax.size() &&
                 same_word(syntax.word(c + 1).form, "to")) {  // `are due to meet`, read as one conjunction
        apply(reality, Effect::intended);
      } else if ((same_word(form, "until") || same_word(form, "till") || same_word(form, "before") || same_word(form, "once")) &&
                 is_in_present(syntax, node)) {  // `until they are freed`
        apply(reality, Effect::possible);
      } else if (same_word(form, "without")) {
        reality.negated = !reality.negated;
      } else if ((same_word(form, "instead") || same_word(form, "rather")) && syntax.is_verb(node)) {
        reality.negated = !reality.negated;
      }
      continue;
    }
    // `events, whether an attack or a strike`
    if (kind == "cc" && syntax.is_nominal(node) && same_word(syntax.word(c).form, "whether")) apply(reality, Effect::possible);
    if (!auxiliaries) continue;
    if (kind == "aux") {
      const auto modal = syntax.lemma(c);
      const auto form = syntax.word(c).form;
      if (is_one_of(modal, {"will", "shall", "'ll", "’ll", "wo"}) && !same_word(form, "would")) {
        apply(reality, Effect::intended);
      } else if (modal == "would" || same_word(form, "would") || modal == "'d") {
        apply(reality, perfect ? Effect::possible : Effect::intended);
      } else if (is_one_of(modal, {"may", "might", "could", "can", "ca"})) {
        apply(reality, Effect::possible);
      } else if (is_one_of(modal, {"must", "should", "ought"})) {
        // `should have warned them`: he has not.
        apply(reality, perfect && modal != "must" ? Effect::possible : Effect::demanded);
      }
    } else if ((kind == "advmod" || kind == "cc" || kind == "det") && is_negation(syntax, c)) {
      reality.negated = !reality.negated;
    } else if (kind == "det" && syntax.is_nominal(node) && same_word(syntax.word(c).form, "no")) {
      reality.negated = !reality.negated;
    } else if (kind == "nsubj" && is_nothing(syntax, c)) {
      reality.negated = !reality.negated;
    } else if (kind == "obj" && is_nothing(syntax, c)) {
      reality.negated = !reality.negated;
    }
  }
}

// `would have banned`, `could have banned`
bool would_have(const Syntax& syntax, std::uint32_t verb) {
  bool modal = false, have = false;
  for (const auto c : syntax.children(verb)) {
    if (syntax.relation(c) != "aux") continue;
    modal |= syntax.word(c).xpos == "MD";
    have |= syntax.lemma(c) == "have";
  }
  return modal && have;
}

// Is the clause about somebody other than the subject of what governs it?
bool has_other_subject(const Syntax& syntax, std::uint32_t clause, std::uint32_t governor) {
  return syntax.child(governor, "obj") != no_word || syntax.child(clause, "nsubj") != no_word;
}

// `that he has gone`, `that it targets rebels`; not `that he go`, `that he be released`, `that he should go`.
bool is_indicative(const Syntax& syntax, std::uint32_t clause) {
  const auto tag = syntax.word(clause).xpos;
  // a bare form is none, whatever the tagger calls it (`that she resign`)
  if (tag == "VBZ" || (tag == "VBD" && !same_word(syntax.word(clause).form, syntax.lemma(clause)))) return true;
  for (const auto c : syntax.children(clause)) {
    const auto label = syntax.relation(c);
    if (label != "aux" && label != "cop") continue;
    const auto auxiliary = syntax.word(c).xpos;
    if (auxiliary == "VBZ" || auxiliary == "VBD" || auxiliary == "VBP") return true;
    if (auxiliary == "MD" && !is_one_of(syntax.lemma(c), {"should", "must", "shall", "ought"})) return true;
  }
  return false;
}

PredicateKind kind_of(const Syntax& syntax, std::uint32_t word) {
  if (syntax.is_verb(word)) return PredicateKind::verb;
  return syntax.word(word).upos == Upos::ADJ ? PredicateKind::adjective : PredicateKind::noun;
}

// `planned talks`, `a possible strike`
void read_modifiers(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t noun, Reality& reality) {
  for (const auto c : syntax.children(noun))
    if (syntax.relation(c) == "amod")
      apply(reality, effect_of(knowledge, PredicateKind::adjective, ascii_lowered(syntax.word(c).form), "modifier"));
}

// `backed a ban on the party`, `supports tougher sanctions`: who is for a measure does not say that there is one, unlike `the ban`.
bool is_only_wished(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t noun, std::uint32_t verb) {
  if (!syntax.is_among(noun, knowledge.measures) ||
      !is_one_of(syntax.lemma(verb), {"support", "back", "favor", "favour", "endorse", "champion", "advocate", "suggest", "float"}))
    return false;
  for (const auto c : syntax.children(noun)) {
    if (syntax.relation(c) == "det" && is_one_of(syntax.lemma(c), {"a", "an", "any", "some"})) return true;
    if (syntax.relation(c) == "amod" && syntax.word(c).xpos == "JJR") return true;
  }
  return false;
}

// `wants war`, `wants an inquiry`, unlike `wants the war to end`.
bool is_only_wanted(const Syntax& syntax, std::uint32_t noun, std::uint32_t verb) {
  if (!is_one_of(syntax.lemma(verb), {"want", "desire", "crave"}) || syntax.child(verb, "xcomp") != no_word) return false;
  const auto below = syntax.children(noun);
  return std::none_of(below.begin(), below.end(), [&](std::uint32_t c) {
    return syntax.label(c) == "nmod:poss" || (syntax.relation(c) == "det" && !is_one_of(syntax.lemma(c), {"a", "an", "any", "some", "no"}));
  });
}

bool is_question(const Syntax& syntax, std::uint32_t word) {
  const auto& reading = syntax.reading();
  const WordRange sentence = reading.sentences[reading.words[word].sentence].words;
  for (auto i = sentence.last; i > sentence.first && i + 3 > sentence.last; --i)
    if (reading.words[i - 1].form == "?") return true;
  return false;
}

// `Say Chad attacked Mali.`, `Suppose that Chad had attacked Mali.`: a case that is put, and all that is told of it.
bool is_put_as_a_case(const Syntax& syntax, std::uint32_t word) {
  const auto& reading = syntax.reading();
  const WordRange sentence = reading.sentences[reading.words[word].sentence].words;
  auto first = sentence.first;
  while (first < word && (reading.words[first].upos == Upos::PUNCT || reading.words[first].upos == Upos::CCONJ)) ++first;
  if (first == word || !is_one_of(syntax.lemma(first), {"say", "suppose", "imagine", "assume", "presume", "supposing", "assuming"}))
    return false;
  if (!is_one_of(reading.words[first].xpos, {"VB", "VBP", "VBG"}) || syntax.child(first, "nsubj") != no_word) return false;
  std::int32_t at = static_cast<std::int32_t>(word);
  for (int step = 0; step < 12 && at != no_word; ++step) {
    const auto node = static_cast<std::uint32_t>(at);
    const auto up = syntax.head(node);
    if (up == static_cast<std::int32_t>(first))
      return syntax.relation(node) == "ccomp" && syntax.is_finite(node) && syntax.child(node, "nsubj") != no_word;
    at = up;
  }
  return false;
}

// `“I cannot let them say, ‘You attacked us’”`: within words that are quoted, words that nobody has spoken yet.
bool is_only_imagined_speech(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t clause, std::uint32_t verb) {
  if (!syntax.word(verb).quoted || !syntax.is_verb(verb)) return false;
  const auto below = syntax.children(clause);
  const bool quoted_again = std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
    return c < clause && c > verb && syntax.word(c).upos == Upos::PUNCT && is_one_of(syntax.word(c).form, {"'", "‘", "\"", "“", "``"});
  });
  return quoted_again && reality_of(knowledge, syntax, verb).modality != Modality::actual;
}

// `Were Chad to attack, Mali would fight`, `Had Chad attacked, …`, `Should Chad attack, …`; `Mali would fight should Chad attack`:
// supposed, as the verb before its subject says.
bool is_supposed(const Syntax& syntax, std::uint32_t word) {
  const auto& reading = syntax.reading();
  const WordRange sentence = reading.sentences[reading.words[word].sentence].words;
  auto first = sentence.first;
  while (first < word && reading.words[first].upos == Upos::PUNCT) ++first;
  const auto form = reading.words[first].form;
  if (form == "Were" || form == "Should" || form == "Had") {
    bool comma = false, would = false;
    for (auto i = first + 1; i < sentence.last; ++i) {
      const Word& here = reading.words[i];
      if (here.form == "," && i < word) return false;
      comma |= here.form == "," && i > word;
      would |= comma && here.xpos == "MD";
    }
    const bool supposes =
        form != "Were" || syntax.is_infinitive(word) || syntax.word(word).xpos == "VBG" || syntax.word(word).xpos == "VBN";
    return comma && would && supposes && !is_question(syntax, word);
  }
  if (!syntax.is_verb(word) || syntax.relation(word) != "advcl") return false;
  if (const auto marker = syntax.marker(word); !marker.empty() && marker != "should") return false;
  std::int32_t before = no_word;
  for (const auto c : syntax.children(word)) {
    if (is_one_of(syntax.relation(c), {"aux", "mark"}) && is_one_of(syntax.word(c).form, {"should", "had"}) && before == no_word)
      before = static_cast<std::int32_t>(c);
    if (syntax.relation(c) == "nsubj") return before != no_word;
    if (c > word) break;
    if (before == no_word && syntax.relation(c) != "punct") return false;
  }
  return false;
}

// `a march will be held, leading to clashes`: the clause that the participle goes on, which parsers hang on one further up.
std::uint32_t clause_led_on(const Syntax& syntax, std::uint32_t participle, std::uint32_t governor) {
  if (participle < 2 || syntax.word(participle - 1).form != ",") return governor;
  std::int32_t at = static_cast<std::int32_t>(participle) - 2;
  for (int step = 0; step < 8 && at > static_cast<std::int32_t>(governor); ++step) {
    const auto node = static_cast<std::uint32_t>(at);
    if (syntax.is_verb(node) && syntax.is_finite(node)) return node;
    at = syntax.head(node);
  }
  return governor;
}

}  // namespace

Reality reality_of(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t word) {
  Reality reality;
  constexpr int longest_way = 10;
  std::uint32_t node = word;
  std::int32_t below = no_word;  // where the way came from
  bool own = true;               // auxiliaries of the node say something of the word
  bool negations = true;         // and so do its negations
  bool kept = false;             // by somebody else: kept from doing it
  bool caused = false;           // told as what something else leads to
  if (!syntax.is_verb(word)) read_modifiers(knowledge, syntax, word, reality);
  for (int step = 0; step < longest_way; ++step) {
    const bool negated = reality.negated;
    read_clause(knowledge, syntax, node, below, own, reality);
    below = static_cast<std::int32_t>(node);
    if (own && is_subjunctive(syntax.reading(), syntax.tree(), node)) set(reality, Modality::demanded);
    if (!negations) reality.negated = negated;
    negations = true;
    if (syntax.is_imperative(node) && own) {
      set(reality, Modality::demanded);
      break;
    }
    if (syntax.head(node) == no_word) {
      // A headline: `Chad to sue Malta`.
      if (syntax.is_verb(node) && syntax.is_infinitive(node) && !syntax.is_finite(node) && syntax.child(node, "nsubj") != no_word)
        apply(reality, Effect::intended);
      break;
    }
    const auto governor = static_cast<std::uint32_t>(syntax.head(node));
    const auto label = syntax.label(node);
    const auto relation = base(label);
    const auto kind = kind_of(syntax, governor);
    const auto words = kind == PredicateKind::verb ? with_particle(knowledge, syntax, governor) : std::string(syntax.lemma(governor));
    const std::string_view lemma = words;
    if (relation == "conj") {
      if (syntax.child(node, "nsubj") != no_word || syntax.child(node, "aux") != no_word ||
          syntax.is_passive(node) != syntax.is_passive(governor))
        own = false;
      // `has agreed to meet and signed`: a finite verb does not share the auxiliaries of a first one, but `would have banned it and
      // punished them` is no finite verb.
      const auto tag = syntax.word(node).xpos;
      if (tag == "VBZ" || tag == "VBP" || (tag == "VBD" && !would_have(syntax, governor))) own = false;
      // `never interfere and call on others …`: only `or` and `nor` carry a negation on.
      const auto has_or = [&](std::uint32_t joined) {
        for (const auto c : syntax.children(joined))
          if (syntax.relation(c) == "cc" && (same_word(syntax.word(c).form, "or") || same_word(syntax.word(c).form, "nor"))) return true;
        return false;
      };
      // `not shelled, bombed or burned`: said with the last of them.
      bool carries = has_or(node);
      for (const auto joined_to : {node, governor})
        for (const auto c : syntax.children(joined_to)) carries |= c > node && syntax.relation(c) == "conj" && has_or(c);
      // `nobody came and voted`
      const auto shared = syntax.child(node, "nsubj") == no_word ? syntax.child(governor, "nsubj") : no_word;
      carries |= shared != no_word && is_nothing(syntax, static_cast<std::uint32_t>(shared));
      if (!carries) negations = false;
      node = governor;
      continue;
    }
    const bool clause = relation == "xcomp" || relation == "ccomp" || (relation == "csubj") ||
                        (relation == "acl" && label != "acl:relcl" && !syntax.is_reduced_relative(node)) ||
                        (relation == "advcl" && !syntax.is_finite(node) &&
                         (syntax.is_infinitive(node) || syntax.has_marker(node, "of") || syntax.has_marker(node, "for") ||
                          syntax.has_marker(node, "from") || syntax.has_marker(node, "to") || syntax.has_marker(node, "on") ||
                          syntax.has_marker(node, "into") || syntax.has_marker(node, "out") || syntax.has_marker(node, "against")));
    if (clause) {
      Effect effect = syntax.is_infinitive(node) ? effect_of(knowledge, kind, lemma, "infinitive") : Effect::none;
      // `decided against leaving`, unlike `decided to leave`
      if (syntax.has_marker(node, "against")) effect = effect_of(knowledge, kind, lemma, "against");
      if (effect == Effect::none) {
        effect = effect_of(knowledge, kind, lemma, "clause");
        // `blocked a road to protest`: what it was done for, not what it prevented.
        if (effect == Effect::negated && relation == "advcl" && syntax.is_infinitive(node)) effect = Effect::none;
      }
      // `asked that the king release them`, unlike `asked whether he had`
      if (effect == Effect::none && lemma == "ask" && relation == "ccomp" && syntax.has_marker(node, "that") &&
          is_bare_form(syntax.reading(), syntax.tree(), node))
        effect = Effect::demanded;
      // `wants the king to go`: what is wished of another, unlike `wants to go`.
      if (effect == Effect::intended && is_one_of(lemma, {"want", "like", "prefer"}) && has_other_subject(syntax, node, governor))
        effect = Effect::demanded;
      // `insists that the king has gone` claims, `insists that he go` demands.
      // Of `insists that they help` and `insists that they go` the form tells nothing; who insists so of his own mostly claims.
      const auto subject = syntax.child(node, "nsubj");
      const bool claims = is_one_of(lemma, {"insist", "suggest"}) && syntax.word(node).xpos == "VBP" && subject != no_word &&
                          syntax.word(static_cast<std::uint32_t>(subject)).upos == Upos::PRON;
      if (effect == Effect::demanded && relation == "ccomp" && kind == PredicateKind::verb && (claims || is_indicative(syntax, node)))
        effect = Effect::none;
      // `called him to thank him` asks for nothing, unlike `called on him to …`.
      if (effect == Effect::demanded && kind == PredicateKind::verb && syntax.child(governor, "obj") != no_word)
        if (const auto control = knowledge.control.find(lemma);
            control != knowledge.control.end() && control->second != "subject" && control->second != "object")
          effect = Effect::none;
      if (effect == Effect::none && relation == "advcl") effect = effect_of(knowledge, kind, lemma, syntax.marker(node));
      // `conspired to oust him`: of whom nothing says that he got it done he has not.
      // But `is said to have gone`, `claims to have gone`.
      if (effect == Effect::none && relation == "xcomp" && kind == PredicateKind::verb && syntax.is_infinitive(node) &&
          !syntax.is_passive(governor) && syntax.child(node, "aux") == no_word)
        effect = Effect::possible;
      // `will have their assets frozen`: it is done to them.
      if (effect == Effect::demanded && lemma == "have" && syntax.word(node).xpos == "VBN" && syntax.child(governor, "obj") != no_word)
        effect = Effect::pass;
      if (syntax.is_bidding(node)) effect = Effect::demanded;
      // `appeared on television to defend her`: showed himself
      if (lemma == "appear" && syntax.child(governor, "obl") != no_word && syntax.child(governor, "obl") < static_cast<std::int32_t>(node))
        effect = Effect::pass;
      // `had to leave`: who had to did; who has yet to leave has not.
      if (is_one_of(lemma, {"have", "be"}) && syntax.is_yet_to_come(node)) effect = Effect::pass;
      if (effect == Effect::demanded && lemma == "have" && is_one_of(syntax.word(governor).xpos, {"VBD", "VBN"})) effect = Effect::pass;
      // `is going to meet`; `went to meet` went, and no more is said.
      if (lemma == "go") effect = syntax.word(governor).xpos == "VBG" && syntax.is_infinitive(node) ? Effect::intended : Effect::none;
      // `there is no chance that they will meet`, `have no plans to sign`: who has none does not. `made no promise to go` leaves it open.
      const bool none = relation == "acl" && kind == PredicateKind::noun && is_nothing(syntax, governor);
      const bool open = none && effect == Effect::committed;
      if (open) effect = Effect::possible, reality.modality = Modality::possible;
      apply(reality, effect);
      if (none && !open &&
          (effect == Effect::intended || effect == Effect::attempted || effect == Effect::possible || effect == Effect::demanded)) {
        reality.negated = !reality.negated;
        reality.future = reality.committed = false;  // and yet no refusal of theirs
      }
      kept |= effect == Effect::negated && kind == PredicateKind::verb && has_other_subject(syntax, node, governor);
      if (relation == "advcl" && effect == Effect::none) {
        // What somebody does something for is not done by that; `responded to his calling her a liar` is none of it, `points to his going`
        // is.
        const bool gerund = syntax.word(node).xpos == "VBG" && !is_one_of(lemma, {"point", "look", "come"});
        if (syntax.is_infinitive(node) && !gerund) set(reality, Modality::intended);
        break;
      }
      // `was the first to go`: has gone; `will be the first to go`
      if (relation == "acl" && effect == Effect::none && syntax.is_told_of_the_first(node)) {
        if (syntax.child(governor, "cop") == no_word) break;
        node = governor;
        own = true;
        continue;
      }
      if (relation == "acl" && effect == Effect::none) {
        if (syntax.is_infinitive(node)) set(reality, Modality::possible);
        // `refused to join a statement condemning them`: as real as what is done with it.
        const bool borrowed = syntax.word(node).xpos == "VBG" && syntax.relation(governor) == "obj" && syntax.head(governor) != no_word &&
                              syntax.is_verb(static_cast<std::uint32_t>(syntax.head(governor)));
        if (!borrowed) break;
        node = static_cast<std::uint32_t>(syntax.head(governor));
        own = true;
        continue;
      }
      if (relation == "ccomp" && is_only_imagined_speech(knowledge, syntax, node, governor)) set(reality, Modality::possible);
      if (relation != "xcomp" && relation != "advcl") break;
      node = governor;
      own = true;
      continue;
    }
    // `any fighter who abuses civilians`, `nobody who undermined the talks`: nobody is said to have done so.
    if (label == "acl:relcl" && (is_anybody(syntax, governor) || is_nothing(syntax, governor) || is_brought_in_by_if(syntax, governor)))
      set(reality, Modality::possible);
    // `goes around killing`: as real as the going
    if (relation == "advcl" && lemma == "go" && syntax.word(node).xpos == "VBG" && syntax.marker(node).empty()) {
      node = governor;
      own = true;
      continue;
    }
    // `could close the port, forcing ships to turn back`
    caused |= relation == "advcl" && node > governor && syntax.word(node - 1).form == "," && syntax.is_among(node, knowledge.resulting);
    // `were to be held, leading to clashes`: as real as what leads to them
    if (relation == "advcl" && caused && syntax.word(node).xpos == "VBG" && syntax.marker(node).empty()) {
      node = clause_led_on(syntax, node, governor);
      own = true;
      negations = false;
      continue;
    }
    // `will take effect when Oman ratifies it`
    if (relation == "advcl" && awaits(syntax, node, governor)) set(reality, Modality::intended);
    if (relation == "advcl" || relation == "parataxis" || relation == "acl" || relation == "appos") break;
    std::string_view way = relation == "obj" || label == "nsubj:pass" ? "object" : relation == "nsubj" ? "subject" : std::string_view();
    if (way.empty() && (relation == "obl" || relation == "nmod")) way = label == "nmod:poss" ? "possessor" : syntax.marker(node);
    if ((relation == "nsubj" || label == "obl:agent") && may_do_something(syntax, node, governor)) set(reality, Modality::possible);
    if (way.empty()) break;
    const bool wanted = way == "object" && is_only_wanted(syntax, node, governor);
    if (wanted) set(reality, Modality::intended);
    if (way == "object" && is_only_wished(knowledge, syntax, node, governor)) set(reality, Modality::demanded);
    Effect effect = effect_of(knowledge, kind, lemma, way);
    // `to deter and defend against an attack`: the phrase of the last verb, that hangs on the first
    if (effect == Effect::none && relation == "obl" && kind == PredicateKind::verb)
      for (const auto c : syntax.children(governor))
        if (c > governor && c < node && syntax.relation(c) == "conj" && syntax.is_verb(c))
          effect = effect_of(knowledge, kind, syntax.lemma(c), way);
    apply(reality, effect);
    caused |= effect == Effect::caused;
    // `reached no deal after talks`: what is done with the deal says nothing of the talks.
    const bool supported = kind == PredicateKind::verb && knowledge.support_verbs.contains(lemma) && way != "subject" &&
                           !is_one_of(way, {"after", "before", "during", "since", "until", "amid", "despite", "follow"});
    const bool of_noun = kind == PredicateKind::noun && (way == "of" || effect != Effect::none);
    if (effect == Effect::none && !supported && !of_noun && !wanted) break;
    if (!syntax.is_verb(governor)) read_modifiers(knowledge, syntax, governor, reality);
    node = governor;
    own = true;
  }
  if (reality.modality == Modality::actual && is_question(syntax, word)) reality.modality = Modality::possible;
  if (is_supposed(syntax, word) || is_put_as_a_case(syntax, word)) {
    reality.modality = Modality::possible;
    reality.future = reality.committed = false;
  }
  // `will lead to clashes`: nobody means them.
  if (caused && reality.modality == Modality::intended) {
    reality.modality = Modality::possible;
    reality.future = reality.committed = false;
  }
  // `would keep the king from leaving`: no refusal of his.
  if (kept) reality.future = reality.committed = false;
  return reality;
}

}  // namespace demarche
