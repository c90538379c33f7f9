// How a cue stands in its sentence: what hangs below it, and what its surroundings tell of it. Inside of speech/ only; words are given by
// their numbers.
#pragma once

#include "speech/found.h"

namespace demarche {

// What hangs below a cue, sorted by what it may be to it.
struct Dependents {
  std::vector<std::uint32_t> clauses;
  std::int32_t infinitive = no_word, gerund = no_word, predicate = no_word, object = no_word, passive_subject = no_word, indirect = no_word;
  struct Oblique {
    std::string_view preposition;
    std::uint32_t head;
  };
  std::vector<Oblique> obliques;
};
Dependents dependents_of(const SpeechContext& context, std::uint32_t cue);

// `put the toll at 40`: is it a figure?
bool holds_number(const SpeechContext& context, std::uint32_t noun);
// `…, it alleges, …`, `…, the charity said on Friday, …`: subject and verb alone between commas. What I think is no statement.
bool between_commas(const SpeechContext& context, std::uint32_t verb);
// `an attack that the group said was its own`: what is said is the noun's, and who says so stands before the verb.
bool is_said_of_its_antecedent(const SpeechContext& context, std::uint32_t verb, const Dependents& below);
// `was quoted as saying that …`: the participle is the cue.
bool speaks_through_another(const SpeechLexicon& lexicon, const SpeechContext& context, const Dependents& below);
// `Say the dam breaks.`, `Let’s say they win.`, `Think of a ship.`
bool supposes(const SpeechContext& context, std::uint32_t verb);
// `the island, also known as the Rock`, `they called him General Thunder`
bool is_byname(const SpeechContext& context, std::uint32_t verb);
// `It goes without saying …`, `I don’t know about you, but …`, `She reminds us of …`: nothing is reported.
bool goes_without_saying(const SpeechContext& context, std::uint32_t verb);
// `It is believed that …`, `He is said to …`.
bool is_impersonal(const SpeechContext& context, std::uint32_t verb, const Dependents& below);
bool holds_colon(const SpeechContext& context, std::uint32_t first, std::uint32_t last);
// Does a semicolon stand before all that hangs on the verb?
bool stands_behind_semicolon(const SpeechContext& context, std::uint32_t verb);

}  // namespace demarche
