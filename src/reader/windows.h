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

// Packs sentences of the reading (in a raw text: one for each paragraph) into windows, whole ones: as many as fit into `shared` pieces,
// [CLS] and [SEP] counted, share a window. One alone may have `most` pieces; if it is longer, it is cut, where `may_cut` finds a good place
// before a word, else where it must be.
std::vector<WordRange> pack_windows(const Reading& reading, WordRange words, const Pieces& pieces, std::size_t shared, std::size_t most,
                                    bool (*may_cut)(const Reading&, std::uint32_t));

// The casing class of a word as written.
std::int64_t casing_of(std::string_view form);

}  // namespace demarche
