// Grammar that the rules of this room share: subjects and objects whatever the voice, who acts in a clause without a subject, what a
// relative pronoun stands for, phrases by their preposition. Inside of events/ only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "events/knowledge.h"
#include "reader/reading.h"
#include "reader/tree.h"
#include "text/words.h"

namespace demarche {

using WordList = std::vector<std::uint32_t>;

// Words that hang on each other are followed so far at most.
inline constexpr int longest_chain = 12;

class Syntax {
 public:
  Syntax(const EventKnowledge& knowledge, const Reading& reading);

  const Word& word(std::uint32_t i) const { return reading_.words[i]; }
  std::string_view label(std::uint32_t i) const { return reading_.words[i].deprel; }
  // Without subtype. `The truth is that Chad left`: `truth` is no subject of the verb that it hangs on.
  std::string_view relation(std::uint32_t i) const { return label(i).ends_with(":outer") ? "outer" : base(label(i)); }
  std::int32_t head(std::uint32_t i) const { return reading_.words[i].head; }
  std::string_view lemma(std::uint32_t i) const;  // the reader's, or the regular one of a verb whose lemma the reader got wrong
  Tree::Children children(std::uint32_t i) const { return tree_.children(i); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(reading_.words.size()); }

  // Of a noun that is written with a hyphen and known as one (`sit-in`), the first of its tokens; of other words, they themselves.
  std::uint32_t first_part(std::uint32_t i) const;

  bool is_verb(std::uint32_t i) const { return word(i).upos == Upos::VERB; }
  bool is_nominal(std::uint32_t i) const;
  // A quotation mark as an opening one is written; straight ones and apostrophes may close as well.
  bool opens_quotation(std::uint32_t i) const { return is_one_of(word(i).form, {"“", "\"", "''", "``", "‘", "'"}); }
  bool is_passive(std::uint32_t verb) const;
  // The `to` of an infinitive, or no_word.
  std::int32_t infinitive_marker(std::uint32_t verb) const;
  bool is_infinitive(std::uint32_t verb) const { return infinitive_marker(verb) != no_word; }
  // `is yet to sign`, `has yet to sign`: who has not done so.
  bool is_yet_to_come(std::uint32_t infinitive) const;
  // `I say to you: do not leave`: what whoever is spoken to is told to do.
  bool is_bidding(std::uint32_t verb) const;
  // `“Free them now!”`: quoted words that tell somebody to do something, as the bare verb without a subject shows.
  bool is_imperative(std::uint32_t verb) const;
  bool is_finite(std::uint32_t verb) const;
  // `the agreement signed by Oman`: a participle that says what was done with the noun, and not what the noun is about.
  bool is_reduced_relative(std::uint32_t clause) const;
  // `the first senator to endorse her`, `the only one to go`: an infinitive that tells what somebody has done.
  bool is_told_of_the_first(std::uint32_t infinitive) const;
  // The first preposition or subordinating word of a phrase or clause (`on`, `that`, `of`, `to` of an infinitive); empty if none.
  std::string_view marker(std::uint32_t i) const;
  bool has_marker(std::uint32_t i, std::string_view form) const;
  std::int32_t child(std::uint32_t i, std::string_view relation) const;  // first child with that label (subtypes ignored unless given)

  // The grammatical subject, also of clauses without one of their own: shared by coordination, of the head of an infinitive or participle,
  // or the noun that the clause belongs to. no_word if none.
  std::int32_t surface_subject(std::uint32_t predicate) const;
  void subjects(std::uint32_t predicate, WordList& out) const;  // who acts: the agent of a passive
  void objects(std::uint32_t verb, WordList& out) const;        // what is acted on: the subject of a passive
  void indirect(std::uint32_t verb, WordList& out) const;
  // `described his call on Wednesday with the envoy`: with whom a talk was, behind when and where it was, or no_word.
  std::int32_t partner_behind_the_day(std::uint32_t noun) const;
  // The phrase with the preposition that stands right behind a word and hangs on the word's own head, or no_word.
  std::int32_t phrase_right_behind(std::uint32_t word, std::string_view preposition) const;
  // Heads of phrases with the preposition, nearest first: below the word, and below its objects and phrases.
  void obliques(std::uint32_t word, std::string_view preposition, WordList& out) const;
  // The head of the predicate's complement clause (finite, infinitive or gerund), or no_word.
  std::int32_t complement(std::uint32_t predicate) const;
  // The verb that supports the noun (`hold` of `held talks`), or no_word.
  std::int32_t support_verb(std::uint32_t noun) const;
  // The verb whose subject the noun happens to (`face` of `faced criticism`, `come` of `came under attack`), or no_word.
  std::int32_t receiving_verb(std::uint32_t noun) const;
  // Whom the noun is said to be done to by a word of the class `undergoing` (was the target of an attack), or no_word.
  std::int32_t undergoer(std::uint32_t noun) const;
  // The clause (verb or predicate) that the word stands in.
  std::int32_t clause_head(std::uint32_t word) const;
  // What a relative pronoun stands for; other words stand for themselves.
  std::uint32_t antecedent(std::uint32_t word) const;
  // Is the word one of these lemmas (sorted), by its lemma or by its form (`troops`, which is its own lemma)?
  bool is_among(std::uint32_t i, const std::vector<std::string>& lemmas) const;
  // `troops` of `hundreds of troops`, `prisoners` of `11 of the prisoners`; other words stand for themselves.
  std::uint32_t counted(std::uint32_t i) const;
  // `Mali` of `accused Chad of sheltering rebels and Mali of arming them`: accused as well, but of a deed of its own.
  bool is_charged_apart(std::uint32_t noun) const;
  // The word and what is coordinated with it.
  void coordinated(std::uint32_t word, WordList& out) const;
  // `aggression` for the `what` of `what it called Russia's aggression`; other words stand for themselves.
  std::uint32_t named_by(std::uint32_t what) const;
  bool is_relative_pronoun(std::uint32_t i) const;
  // The noun's owner or doer, for infinitives and gerunds that depend on it: Trump's decision to leave.
  std::int32_t noun_subject(std::uint32_t noun) const;
  // Who is asked by a noun of the class `addressed`: a demand on Iran to withdraw; Iran rejected a demand to withdraw. no_word if not said.
  std::int32_t addressee(std::uint32_t noun) const;

  const Reading& reading() const { return reading_; }
  const Tree& tree() const { return tree_; }

 private:
  std::int32_t quoted_behind(std::uint32_t object) const;
  bool is_passive_of_a_headline(std::uint32_t verb) const;
  std::string hyphenated(std::uint32_t i) const;  // `sit-in` of its last token; empty for other words
  bool supports(std::uint32_t verb) const;
  // Does a particle of the verb with this form stand right before the phrase?
  bool has_particle_before(std::uint32_t verb, std::uint32_t phrase, std::string_view form) const;
  std::int32_t verb_with_shared_object(std::uint32_t verb) const;

  // Who is called what the word says (called *them* stupid, dismissed *them* as fools), or no_word.
  std::int32_t called_so(std::uint32_t word) const;
  std::int32_t controller(std::uint32_t verb, std::uint32_t governor) const;

  const EventKnowledge& knowledge_;
  const Reading& reading_;
  Tree tree_;
  std::unordered_map<std::uint32_t, std::string> corrected_;
};

// Lemmas and forms are compared without regard to ASCII case.
bool same_word(std::string_view text, std::string_view lowered);

}  // namespace demarche
