// Codes a sentence by PETRARCH's dictionaries.
//
//   Warnings warnings;
//   Dictionaries dictionaries;
//   read_verbs("CAMEO.2.0.txt", dictionaries.verbs, warnings);  // and actors, agents, …
//   for (const CodedEvent& event : code_sentence(reading, 0, dictionaries, day, {})) …
//
// Which rules hold follows from the format of the verb patterns: PETRARCH's (the first actor before the verb and the first other one behind
// it), or PETRARCH2's (subject, objects and prepositional phrases; codes of nested verbs are added). docs/dictionaries.md.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "petrarch/dictionaries.h"
#include "reader/reading.h"

namespace demarche::petrarch {

// How many words what stands between commas may have to be passed over; `most` 0: nothing is.
struct CommaLimits {
  std::size_t least = 2, most = 8;
};

// As PETRARCH's configuration names them.
struct CodingOptions {
  bool require_dyad = true;          // source and target must have codes; else `---` stands for who has none
  std::size_t new_actor_length = 0;  // phrases of up to so many words that no dictionary knows stand as they are, in quotation marks
  CommaLimits inner{2, 8}, last{2, 8}, first{2, 0};  // comma_min, comma_max; comma_emin, …; comma_bmin, …
};

struct CodedEvent {
  std::string source, target, code;
  std::size_t pattern_line = 0;  // in the verb dictionary; 0: the verb's own code
  friend bool operator==(const CodedEvent& a, const CodedEvent& b) {
    return a.source == b.source && a.target == b.target && a.code == b.code;
  }
};

// The events of a sentence, each once, in text order. `sentence` is an index of Reading::sentences.
std::vector<CodedEvent> code_sentence(const Reading& reading, std::uint32_t sentence, const Dictionaries& dictionaries, const Date& day,
                                      const CodingOptions& options);

enum class Discarded : std::uint8_t { no, sentence, story };
// Do the dictionaries say that the sentence, or the whole text that it stands in, is not to be coded?
Discarded discarded(const Reading& reading, std::uint32_t sentence, const Dictionaries& dictionaries);

}  // namespace demarche::petrarch
