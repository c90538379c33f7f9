// Printed interviews that say whose turn it is by half or not at all: only the questions have a label (`Q:`, `The Courier:`), or none has.
// Private to speech/.
#pragma once

#include <vector>

#include "speech/found.h"

namespace demarche {

// Are the blocks at these places, each with its label's words, the questions of somebody whose answers have no label?
struct LabelledBlock {
  std::size_t block;  // index in the document's blocks
  WordRange label;
};
bool are_questions(const SpeechContext& context, const std::vector<BlockWords>& blocks, const std::vector<LabelledBlock>& turns);
// The blocks that ask where no turn has a label: short, in the second person, and answered in the first.
std::vector<std::size_t> unlabelled_questions(const SpeechContext& context, const std::vector<BlockWords>& blocks);
// The same where the answers, and they alone, stand in quotation marks and say not whose they are: `And Jordan?`, `“Jordan is a partner.”`;
// between questions of this kind something may be held against whoever answers, too (`The minister says that there was none.`).
std::vector<std::size_t> questions_before_quotations(const SpeechContext& context, const std::vector<BlockWords>& blocks);
std::size_t end_of_quoted_answer(const SpeechContext& context, const std::vector<BlockWords>& blocks, std::size_t question);
// Where the answer to the question in block `question` ends, one past its last block; the next question stands in block `next`, or at the
// end if this is the last one.
std::size_t end_of_answer(const SpeechContext& context, const std::vector<BlockWords>& blocks, std::size_t question, std::size_t next);
// Does the block end as a sentence does? A heading does not.
bool is_of_sentences(const SpeechContext& context, const BlockWords& block);

}  // namespace demarche
