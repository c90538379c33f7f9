// Statements on their way: what each rule finds before they are put together.
#pragma once

#include <optional>
#include <vector>

#include "speech/lexicon.h"
#include "speech/phrases.h"
#include "speech/statement.h"

namespace demarche {

inline constexpr std::uint32_t no_anchor = static_cast<std::uint32_t>(-1);

// What speaks for a finding; `trust` (speech/trust.h) weighs it. Shares, scores and overlaps are 0–1.
struct Evidence {
  bool by_rule = false, by_network = false;
  float share = 0;           // of the rule's frame, as the tree around it weighs it
  float score = 0;           // of the network's anchor
  float content_margin = 0;  // see AttributionGuess
  float source_margin = 0;
  float overlap = 0.5f;  // between the contents of the two; a half where there is one alone
  bool inside = false;   // cue and content stand in another finding's content
  float sources = 0.5f;  // whether their sources meet: 0 or 1; a half where there is one alone
};

struct Found {
  Statement statement;
  Evidence evidence;
  std::uint32_t anchor = no_anchor;   // head word of the cue
  bool in_quotation = false;          // the cue itself is somebody's quoted word
  bool firm = false;                  // grammar leaves no doubt about source and content: nothing else is asked
  std::optional<WordRange> taken_up;  // `a claim` of `…, a claim that the rebels deny`: names what was said right before it
  bool judged = false;                // its confidence is that of trust(), not of a rule alone
};

// Direct speech: whole sentences in quotation marks with the cue before, behind or between them, over paragraphs too.
void find_direct_speech(const SpeechLexicon& lexicon, const SpeechContext& context, std::vector<Found>& found);
// Indirect speech and thought, by the cues of the lexicon and the tree around them; skips cues that direct speech has used.
void find_indirect_speech(const SpeechLexicon& lexicon, const SpeechContext& context, std::vector<Found>& found);
// *reportedly*, *according to*.
void find_adverbial_cues(const SpeechLexicon& lexicon, const SpeechContext& context, std::vector<Found>& found);
// Who says so at the end of a headline: *…: police*, *…, leaked cable shows*; skips cues that the others have used.
void find_headline_ends(const SpeechLexicon& lexicon, const SpeechContext& context, std::vector<Found>& found);

// Source, cue phrase, act, hearsay and negation of a statement with this cue word.
void complete(const SpeechLexicon& lexicon, const SpeechContext& context, std::uint32_t anchor, Statement& statement);
// The act of a statement whose cue leaves it open: `issued a denial`, `called the charges baseless`, a question in quotation marks.
void settle_act(const SpeechLexicon& lexicon, const SpeechContext& context, Found& found);
// `who asked not to be named`: says how the source wants to be called, and is no statement of its own.
bool is_wish_for_anonymity(const SpeechLexicon& lexicon, const SpeechContext& context, const Statement& statement);
bool is_unnamed(const SpeechLexicon& lexicon, const SpeechContext& context, WordRange source);

}  // namespace demarche
