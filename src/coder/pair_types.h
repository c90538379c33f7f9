// What a marked source does to a marked target: the pair network, with the lexicon as another witness.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "coder/coder.h"
#include "typing/marked.h"

namespace demarche {

// How near an event of the lexicon is to the marked pair.
enum class Witness : std::uint8_t {
  both,  // from the marked source to the marked target
  one    // the marked source is its source, or the marked target its target
};
std::string_view name_of(Witness witness);

struct Testimony {
  Witness witness = Witness::one;
  std::uint32_t event = 0;  // index in Coding::events
};

struct PairType {
  std::string type;                    // PLOVER, with CONCEDE and RETREAT apart
  std::string mode;                    // of the lexicon's event where it has one of this type between the two; else empty
  std::string cameo;                   // likewise; else the code that says no more than the type
  double score = 0;                    // probability
  std::vector<std::string> names;      // of what the network may answer: YIELD stands for CONCEDE and RETREAT
  std::vector<float> network;          // the network alone: probabilities, given that there is a deed
  std::vector<Testimony> testimonies;  // the lexicon
};

// `coding` is the sentence's text as coder.code_by_lexicon(whole_text(sentence.text)) reads it. At least one mark must be there. Throws
// std::runtime_error where the text is too long for hidden states.
PairType type_pair(Coder& coder, const Coding& coding, const MarkedSentence& sentence);

}  // namespace demarche
