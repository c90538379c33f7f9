#include <array>

#include "reader/reading.h"

namespace demarche {
namespace {

constexpr std::array<std::string_view, 17> upos_names = {"ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
                                                         "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

}  // namespace

std::string_view name_of(Upos tag) { return upos_names[static_cast<std::size_t>(tag)]; }

Upos upos_of(std::string_view name) {
  for (std::size_t i = 0; i < upos_names.size(); ++i)
    if (upos_names[i] == name) return static_cast<Upos>(i);
  return Upos::X;
}

}  // namespace demarche
