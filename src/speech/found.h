// Statements on their way: what each rule finds before they are put together.
#pragma once

#include <vector>

#include "speech/lexicon.h"
#include "speech/phrases.h"
#include "speech/statement.h"

namespace demarche {

inline constexpr std::uint32_t no_anchor = static_cast<std::uint32_t>(-1);

struct Found {
  Statement statement;
  std::uint32_t anchor = no_anchor;  // head word of the cue
  bool in_quotation = false;         // the cue itself is somebody's quoted word
  bool firm = false;                 // grammar leaves no doubt about source and content: nothing else is asked
};

// Direct speech: whole sentences in quotation marks with the cue before, behind or between them, over paragraphs too.
void find_direct_speech(const SpeechLexicon& lexicon, const SpeechContext& context, std::vector<Found>& found);
// Indirect speech and thought, by the cues of the lexicon and the tree around them; skips cues that direct speech has used.
void find_indirect_speech(const SpeechLexicon& lexicon, const SpeechContext& context, std::vector<Found>& found);
// *reportedly*, *according to*.
void find_adverbial_cues(const SpeechLexicon& lexicon, const SpeechContext& context, std::vector<Found>& found);

// Source, cue phrase, act, hearsay and negation of a statement with this cue word.
void complete(const SpeechLexicon& lexicon, const SpeechContext& context, std::uint32_t anchor, Statement& statement);
// `who asked not to be named`: says how the source wants to be called, and is no statement of its own.
bool is_wish_for_anonymity(const SpeechLexicon& lexicon, const SpeechContext& context, const Statement& statement);
bool is_unnamed(const SpeechLexicon& lexicon, const SpeechContext& context, WordRange source);

}  // namespace demarche
