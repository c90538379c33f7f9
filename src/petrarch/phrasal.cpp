// PETRARCH2's rules (Norris, Schrodt, Beieler 2017), on dependencies: a verb's source is its subject, its target the first actor among its
// objects and prepositional phrases, both exchanged in the passive; the event of a complement clause is part of what the verb above it
// means: codes are added (`want` + `help`), or transformed (`say` + `attack`).
#include <algorithm>

#include "petrarch/meaning.h"
#include "petrarch/rules.h"
#include "text/words.h"

namespace demarche::petrarch {
namespace {

constexpr int deepest_nesting = 24;

class PhraseRules {
 public:
  PhraseRules(const Scene& scene, Events& events) : scene_(scene), events_(events), verb_at_(scene.words.size(), -1) {
    verbs_ = verbs_of(scene);
    for (std::size_t v = 0; v < verbs_.size(); ++v)
      if (verb_at_[verbs_[v].word - scene.words.first] < 0) verb_at_[verbs_[v].word - scene.words.first] = static_cast<int>(v);
  }

  void code() {
    // Subordinate clauses are asked where the main clauses say nothing.
    for (const bool main : {true, false}) {
      bool any = false;
      for (std::uint32_t i = scene_.words.first; i < scene_.words.last; ++i) {
        if (is_complement(i) || is_main(i) != main || scene_.word(i).deprel == "acl:relcl") continue;
        for (const Meaning& meaning : meanings(i, 0)) any = emit(meaning) || any;
      }
      if (any) return;
    }
  }

 private:
  static bool is_clause(std::string_view relation) { return is_one_of(relation, {"xcomp", "ccomp", "advcl", "acl", "parataxis", "csubj"}); }
  std::uint32_t head(std::uint32_t i) const { return static_cast<std::uint32_t>(scene_.word(i).head); }

  // A clause that its governor decides on: what stands behind it, not `…, officials said`.
  bool is_complement(std::uint32_t i) const {
    const Word& word = scene_.word(i);
    if (word.head == no_word) return false;
    const std::string_view relation = base(word.deprel);
    if (relation == "conj" && !is_nominal(word)) return is_complement(head(i));
    return (relation == "xcomp" || relation == "ccomp") && head(i) < i && !is_nominal(scene_.word(head(i)));
  }

  bool is_main(std::uint32_t i) const {
    const Word& word = scene_.word(i);
    if (word.head == no_word) return true;
    return is_one_of(base(word.deprel), {"conj", "parataxis", "ccomp", "xcomp"}) && is_main(head(i));
  }

  std::vector<std::uint32_t> complements(std::uint32_t i) const {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t c : scene_.tree.children(i)) {
      if (!scene_.words.contains(c) || !is_complement(c) || base(scene_.word(c).deprel) == "conj") continue;
      out.push_back(c);
      for (const std::uint32_t other : scene_.tree.children(c))
        if (base(scene_.word(other).deprel) == "conj" && is_complement(other)) out.push_back(other);
    }
    return out;
  }

  bool is_negated(std::uint32_t verb) const {
    for (const std::uint32_t c : scene_.tree.children(verb))
      if (is_one_of(ascii_lowered(scene_.word(c).form), {"not", "n't", "never", "n’t"})) return true;
    return false;
  }

  bool is_participle_of_noun(std::uint32_t verb) const {
    return scene_.word(verb).deprel == "acl" && (scene_.word(verb).xpos == "VBN" || scene_.word(verb).xpos == "VBG");
  }
  bool takes_patient_first(std::uint32_t verb) const {
    return is_passive(scene_, verb) || (is_participle_of_noun(verb) && scene_.word(verb).xpos == "VBN");
  }

  // Who does it on the surface; a relative pronoun stands for its noun, a personal pronoun for the subject of the clause above.
  Names subject_names(std::uint32_t verb, int depth = 0) const {
    if (depth > deepest_nesting) return {};
    if (is_participle_of_noun(verb)) return names_at(head(verb));
    const Word& word = scene_.word(verb);
    if (base(word.deprel) == "xcomp" && word.head != no_word && !has_own_subject(verb)) {
      // Of an object and an infinitive, the object acts: `asked Obama to help`.
      for (const std::uint32_t c : scene_.tree.children(head(verb)))
        if ((base(scene_.word(c).deprel) == "obj" || base(scene_.word(c).deprel) == "iobj") && c < verb && is_nominal(scene_.word(c)))
          return names_at(c);
      return subject_names(head(verb), depth + 1);
    }
    const std::int32_t subject = subject_of(scene_, verb);
    if (subject == no_word) return is_finite(verb) ? nearest_before(verb) : Names();
    const auto s = static_cast<std::uint32_t>(subject);
    const Word& found = scene_.word(s);
    if (found.upos != Upos::PRON && found.upos != Upos::DET) return names_at(s);
    const std::uint32_t clause = head(s);
    if (is_one_of(found.xpos, {"WP", "WDT"}) || scene_.word(clause).deprel == "acl:relcl")
      if (scene_.word(clause).head != no_word && base(scene_.word(clause).deprel) == "acl") return names_at(head(clause));
    if (found.xpos == "PRP")
      for (std::uint32_t above = clause; scene_.word(above).head != no_word;) {
        above = head(above);
        if (has_own_subject(above)) return subject_names(above, depth + 1);
      }
    return {};
  }
  bool is_finite(std::uint32_t verb) const { return is_one_of(scene_.word(verb).xpos, {"VBD", "VBZ", "VBP"}); }
  // Where the parser gives a finite verb no subject.
  Names nearest_before(std::uint32_t verb) const {
    Names out;
    for (const NounPhrase& phrase : scene_.phrases)
      if (phrase.head < verb && !phrase.codes.empty()) out = phrase.codes;
    return out;
  }
  bool has_own_subject(std::uint32_t verb) const {
    for (const std::uint32_t c : scene_.tree.children(verb))
      if (base(scene_.word(c).deprel) == "nsubj") return true;
    return false;
  }

  Names names_at(std::uint32_t word) const {
    const NounPhrase* phrase = scene_.phrase_at(word);
    return phrase ? phrase->codes : Names();
  }

  // By word of the sentence: is it outside of the verb's own clause? Infinitives below it are outside where they mean something themselves:
  // `vow to wage war` is one thing.
  std::vector<bool> hidden_from(std::uint32_t verb, bool with_infinitives) const {
    std::vector<bool> hidden(scene_.words.size(), true);
    const std::int32_t subject = subject_of(scene_, verb);
    const NounPhrase* phrase = subject == no_word ? nullptr : scene_.phrase_at(static_cast<std::uint32_t>(subject));
    for (std::uint32_t i = scene_.words.first; i < scene_.words.last; ++i) {
      std::uint32_t at = i;
      int clauses = 0;
      for (int depth = 0; at != verb && depth < deepest_nesting; ++depth) {
        const std::string_view relation = base(scene_.word(at).deprel);
        const bool verbal = !is_nominal(scene_.word(at));
        if (relation == "xcomp" ? with_infinitives : is_clause(relation) || (relation == "conj" && verbal)) ++clauses;
        if (scene_.word(at).head == no_word) break;
        at = head(at);
      }
      const bool below = at == verb && clauses == 0;
      const bool in_subject = phrase && scene_.phrase_at(i) == phrase;
      if (below || in_subject) hidden[i - scene_.words.first] = false;
    }
    return hidden;
  }

  // The phrases of the verb's own clause behind it, in text order.
  std::vector<const NounPhrase*> phrases_behind(std::uint32_t verb, const std::vector<bool>& hidden) const {
    std::vector<const NounPhrase*> out;
    for (const NounPhrase& phrase : scene_.phrases)
      if (phrase.head > verb && !hidden[phrase.head - scene_.words.first] && !(phrase.time && phrase.codes.empty())) out.push_back(&phrase);
    return out;
  }

  std::vector<Meaning> meanings(std::uint32_t word, int depth) {
    std::vector<Meaning> nested;
    if (depth > deepest_nesting) return nested;
    const std::vector<std::uint32_t> below = complements(word);
    for (const std::uint32_t c : below)
      for (Meaning& meaning : meanings(c, depth + 1)) {
        meaning.codes.mirrored.clear();  // what is planned, asked or said has no mirror image
        nested.push_back(std::move(meaning));
      }
    const int use = verb_at_[word - scene_.words.first];
    if (use < 0) return nested;
    const VerbUse& verb = verbs_[static_cast<std::size_t>(use)];
    // What nobody is the target of says nothing by itself; a transformation may still know what it means.
    const bool complete = std::any_of(nested.begin(), nested.end(), [](const Meaning& m) { return !m.targets.empty(); });
    const std::vector<bool> hidden = hidden_from(word, complete);
    Field field = field_of(scene_, verb, &hidden);
    if (takes_patient_first(word)) exchange(word, field);
    const Matched matched = match_verb(scene_, verb, field);
    Meaning own;
    own.codes = matched.codes;
    own.line = matched.line;
    who(verb, matched.bound, hidden, own);
    const bool negated = is_negated(word);
    if (own.codes.empty()) return nested;
    std::vector<Meaning> together = combined(scene_.dictionaries, own, nested);
    if (!together.empty()) {
      if (negated)
        for (Meaning& meaning : together) negate(scene_.dictionaries.codes, meaning.codes);
      return together;
    }
    if (negated) negate(scene_.dictionaries.codes, own.codes);
    return {own};
  }

  // In the passive, what patterns have behind the verb is its subject, and what they have before it stands behind `by`.
  void exchange(std::uint32_t verb, Field& field) const {
    const std::int32_t subject = is_participle_of_noun(verb) ? scene_.word(verb).head : subject_of(scene_, verb);
    const NounPhrase* patient = subject == no_word ? nullptr : scene_.phrase_at(static_cast<std::uint32_t>(subject));
    const std::int32_t agent = agent_of(scene_, verb);
    const NounPhrase* doer = agent == no_word ? nullptr : scene_.phrase_at(static_cast<std::uint32_t>(agent));
    std::vector<std::uint32_t> before, behind;
    for (std::uint32_t a = 0; a < scene_.atoms.size(); ++a) {
      const NounPhrase* phrase = scene_.phrase_at(scene_.atoms[a].word);
      if (patient && phrase == patient) behind.push_back(a);
      if (doer && phrase == doer) before.insert(before.begin(), a);
    }
    for (const std::uint32_t a : field.before)
      if (!patient || scene_.phrase_at(scene_.atoms[a].word) != patient) before.push_back(a);
    behind.insert(behind.end(), field.behind.begin(), field.behind.end());
    field.before = std::move(before);
    field.behind = std::move(behind);
  }

  void who(const VerbUse& verb, const Bound& bound, const std::vector<bool>& hidden, Meaning& own) const {
    const auto part = [&](std::int32_t p) { return scene_.parts[static_cast<std::size_t>(p)].codes; };
    own.sources = subject_names(verb.word);
    const std::vector<const NounPhrase*> behind = phrases_behind(verb.word, hidden);
    const auto first_other = [&](const Names& than) {
      // What the pattern's own words stand in is what is done (`military exercises`) rather than who it is done to.
      for (const bool strict : {true, false})
        for (const NounPhrase* phrase : behind) {
          if (phrase->codes.empty() || phrase->codes == than) continue;
          const bool done =
              std::any_of(bound.matched.begin(), bound.matched.end(), [&](std::uint32_t w) { return phrase->words.contains(w); });
          if (!(strict && done && phrase->codes[0].starts_with("---"))) return phrase->codes;
        }
      return Names();
    };
    if (takes_patient_first(verb.word)) {
      own.targets = own.sources;
      const std::int32_t agent = agent_of(scene_, verb.word);
      own.sources = agent == no_word ? Names() : names_at(static_cast<std::uint32_t>(agent));
      if (own.sources.empty()) own.sources = first_other(own.targets);
    } else {
      own.targets = first_other(own.sources);
    }
    if (bound.compound >= 0) {
      own.targets = part(bound.compound);
      if (bound.compound_before) own.sources = own.targets;
    }
    if (bound.source >= 0) own.sources = part(bound.source);
    if (bound.target >= 0) {
      own.targets = part(bound.target);
      if (bound.source < 0 && own.targets == own.sources) own.sources = first_other(own.targets);
    }
    own.addressed = !own.targets.empty();
    own.nobody_behind = std::any_of(scene_.phrases.begin(), scene_.phrases.end(), [&](const NounPhrase& phrase) {
      return phrase.head > verb.word && !hidden[phrase.head - scene_.words.first] && (!phrase.time || phrase.preposition);
    });
    if (own.sources.empty() && !takes_patient_first(verb.word)) own.sources = below_subject(verb.word);
    if (own.targets.empty() && !is_saying(scene_.dictionaries, own.codes.code)) own.targets = anywhere_behind(verb, own.sources);
    // `Gondor and Arnor met`: each with the other.
    if (own.targets.empty() && own.sources.size() > 1) own.targets = own.sources;
  }

  // `A report released in the Rwandan capital`: who is named in the subject's clauses.
  Names below_subject(std::uint32_t verb) const {
    const std::int32_t subject = subject_of(scene_, verb);
    if (subject == no_word || scene_.word(static_cast<std::uint32_t>(subject)).upos == Upos::PRON) return {};
    for (const NounPhrase& phrase : scene_.phrases)
      if (!phrase.codes.empty() && phrase.head < verb && dominates(scene_.reading, static_cast<std::uint32_t>(subject), phrase.head))
        return phrase.codes;
    return {};
  }
  // Who is named in the clauses below the verb, where its own clause names nobody.
  Names anywhere_behind(const VerbUse& verb, const Names& than) const {
    for (const NounPhrase& phrase : scene_.phrases)
      if (!phrase.codes.empty() && phrase.codes != than && phrase.head > verb.word && dominates(scene_.reading, verb.word, phrase.head))
        return phrase.codes;
    return {};
  }

  bool emit(const Meaning& meaning) {
    if (meaning.targets.empty() && !meaning.nobody_behind) return false;
    return events_.add(meaning.sources, meaning.targets, meaning.codes, meaning.line);
  }

  const Scene& scene_;
  Events& events_;
  std::vector<VerbUse> verbs_;
  std::vector<int> verb_at_;  // by word of the sentence: index of `verbs_`, or -1
};

}  // namespace

void code_by_phrases(const Scene& scene, Events& events) { PhraseRules(scene, events).code(); }

}  // namespace demarche::petrarch
