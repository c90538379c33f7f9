// Claims that a sentence takes up: `denied claims that …`, `…, a charge that he rejected`. Inside of speech/ only.
#pragma once

#include "speech/cue_syntax.h"

namespace demarche {

// `claims that …`, also where the tree hangs the clause on who claims it: `claims from officials that …`. Its head, or no_word.
std::int32_t that_clause(const SpeechLexicon& lexicon, const SpeechContext& context, std::uint32_t noun);
// `a claim`, `the new accusation`
WordRange named_claim(const SpeechContext& context, std::uint32_t noun);
// claims that …, a denial that …
bool holds_clause(const SpeechLexicon& lexicon, const SpeechContext& context, std::uint32_t noun);
// `called absurd`, `described as baseless`
bool calls_untrue(const SpeechLexicon& lexicon, const SpeechContext& context, const Dependents& below);
// `Chad said …, a claim that Mali denied`, `…, an accusation rejected by Mali`: the noun that the denial hangs on, or no_word.
std::int32_t claim_taken_up(const SpeechLexicon& lexicon, const SpeechContext& context, std::uint32_t verb, const Cue& cue,
                            const Dependents& below);
// The object of a denial that names who denies it.
bool is_what_is_denied(const SpeechLexicon& lexicon, const SpeechContext& context, std::uint32_t noun);

}  // namespace demarche
