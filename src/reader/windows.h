// Windows: runs of words that the network reads at once (training/FORMAT.md).
#pragma once

#include <cstdint>
#include <vector>

#include "reader/model.h"
#include "reader/reading.h"

namespace demarche {

// The pieces of a run of words: those of word i are [offsets[i], offsets[i + 1]).
struct Pieces {
  std::vector<std::int64_t> ids;
  std::vector<std::uint32_t> offsets;
};
void cut_into_pieces(const Model& model, const Reading& reading, WordRange words, Pieces& pieces);

// The pieces of a row of the network's input that holds a window of so many: filled up to a multiple of 16, since the network prepares
// itself (time, and memory that it keeps) for each new shape of its input.
std::size_t row_length(std::size_t pieces);

// Packs sentences of the reading (in a raw text: one for each paragraph) into windows, whole ones, so that reading them all costs least:
// neighbours share a window of up to `shared` pieces, [CLS] and [SEP] counted. One alone may have `most` pieces; if it is longer, it is
// cut, where `may_cut` finds a good place before a word, else where it must be.
std::vector<WordRange> pack_windows(const Reading& reading, WordRange words, const Pieces& pieces, std::size_t shared, std::size_t most,
                                    bool (*may_cut)(const Reading&, std::uint32_t));

// What the network reads at a time: `rows` rows of its input, filled up to `length` pieces each. The first of them hold windows
// [first, last); at the end of a run of batches of one shape, the last may be empty.
struct Batch {
  std::size_t first = 0, last = 0, rows = 0, length = 0;
};
// Divides windows of these sizes (in pieces, falling) into batches of up to `most` pieces (or one row), so that reading them all costs
// least.
std::vector<Batch> divide_into_batches(const std::vector<std::size_t>& sizes, std::size_t most);

// The casing class of a word as written.
std::int64_t casing_of(std::string_view form);

}  // namespace demarche
