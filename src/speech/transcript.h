// Printed conversations: paragraphs that begin with who speaks (`TRUMP: We will win.`, `Q: Why?`). Private to speech/.
#pragma once

#include <optional>
#include <vector>

#include "speech/found.h"

namespace demarche {

// The words before the colon (or the full stop of `Q.`) that say whose turn a paragraph is.
std::optional<WordRange> turn_label(const SpeechContext& context, const BlockWords& block);

// A statement for each turn. Gives the blocks that are such turns in quotation marks, in order: their quotations are taken already.
std::vector<std::uint32_t> find_turns(const SpeechContext& context, const std::vector<BlockWords>& blocks, std::vector<Found>& found);

}  // namespace demarche
