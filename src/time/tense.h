// Does what happens at a time lie before or behind the day of publication? `He left on Friday`, `he will leave on Friday`.
#pragma once

#include <cstdint>

#include "reader/reading.h"
#include "reader/tree.h"

namespace demarche {

enum class Direction { unknown, past, future };

// By the verb that governs the word, and what stands around that verb; where the reading has no tree, by the words of the sentence.
Direction direction_of(const Reading& reading, const Tree& tree, std::uint32_t word);
// `invited her to Monday's debate`, `two months to the May 5 vote`: the day of what is arranged beforehand, named so that it may lie on
// either side.
bool is_before_arranged(const Reading& reading, const Tree& tree, std::uint32_t word);

}  // namespace demarche
