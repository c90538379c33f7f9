// Which of the actors before a pronoun it means, if any: candidates are scored by the weights of data/actors/pronouns.tsv, which
// training/train_pronouns.py learns (a log-linear model over all candidates and `left open`, after Denis and Baldridge 2008).
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

namespace demarche {

// What may be true of a candidate. The names in the table are those in `feature_names`.
enum class Cue : std::uint8_t {
  // where it was last spoken of: sentences back, words back in the same sentence, place in the order of what was spoken of last
  sentence_0,
  sentence_1,
  sentence_2,
  sentence_3,
  sentence_4_5,
  sentence_6_more,
  words_5,
  words_15,
  words_more,
  order_1,
  order_2,
  order_3,
  order_4_6,
  order_7_more,
  first_in_sentence,
  // how
  subject,
  object,
  possessor,
  other_place,
  of_main_verb,
  parallel_subject,
  parallel_object,
  by_name,
  by_nominal,
  by_pronoun,
  by_adjective,
  same_pronoun,
  definite,
  indefinite,
  bare,
  // what it is
  person,
  people,
  organisation,
  country,
  place,
  unknown_class,
  named,
  plural,
  gender_known,
  gender_unknown,
  mentions_1,
  mentions_2_3,
  mentions_4_9,
  mentions_10_more,
  before_1,
  before_2_3,
  before_4_9,
  before_10_more,
  most_spoken_of,
  // how the two stand to each other
  other_quote,
  other_paragraph,
  last_speaker,
  named_in_own_words,
  subject_before,
  speaker_around,
  owned_conjunct,
  same_clause_subject,
  joined_subject,
  speaking_person,
  speaking_organisation,
  speaking_country,
  owning_place,
  // left open: what the pronoun itself is, and which nouns that are no actors stand before it
  open,
  open_subject,
  open_object,
  open_possessive,
  open_quoted,
  open_source,
  open_predicate,
  open_clause,
  open_after_open,
  open_after_resolved,
  open_without_candidate,
  thing_none,
  thing_here,
  thing_before,
  thing_subject,
  thing_parallel,
  thing_nearer,
  count
};
inline constexpr std::size_t cue_count = static_cast<std::size_t>(Cue::count);
using Cues = std::bitset<cue_count>;

enum class PronounForm : std::uint8_t { he, it, they };  // `he`: she, too
inline constexpr std::size_t pronoun_forms = 3;

using CueWeights = std::array<std::array<float, pronoun_forms>, cue_count>;

std::string_view name_of(Cue cue);
float score_of(const CueWeights& weights, PronounForm form, const Cues& cues);
// Throws std::runtime_error naming file and line.
CueWeights load_cue_weights(const std::filesystem::path& path);

// A candidate as it is told to whoever trains the weights: the head of its last mention, or no_word where the pronoun is left open.
struct Candidate {
  std::int32_t head = -1;
  Cues cues;
};
using CandidateObserver = std::function<void(std::uint32_t pronoun, PronounForm form, const std::vector<Candidate>& candidates)>;

}  // namespace demarche
