// The dictionary's verbs in a sentence, and how far each looks. Inside of petrarch/ only.
#pragma once

#include <cstdint>
#include <vector>

#include "petrarch/match.h"
#include "petrarch/scene.h"

namespace demarche::petrarch {

struct VerbUse {
  std::uint32_t word = 0;                       // index in Reading::words
  std::uint32_t first_atom = 0, last_atom = 0;  // what the form covers: `cordoned off`
  const VerbForm* form = nullptr;
};

// In text order. Participles that stand before nouns (`besieged Osgiliath`) are none.
std::vector<VerbUse> verbs_of(const Scene& scene);
// Before the verb back to the last comma behind its subject; behind it to the end of the verb phrase. What is dropped, and (by word of the
// sentence) what is hidden, is left out.
Field field_of(const Scene& scene, const VerbUse& verb, const std::vector<bool>* hidden = nullptr);
// The subject of the verb or of the verb that it shares one with: coordinated, or governing it without a subject of its own; no_word if
// none.
std::int32_t subject_of(const Scene& scene, std::uint32_t verb);
bool is_passive(const Scene& scene, std::uint32_t verb);
// `by Osgiliath` of a passive verb; no_word if none.
std::int32_t agent_of(const Scene& scene, std::uint32_t verb);
bool has_case(const Scene& scene, std::uint32_t noun, std::string_view preposition);

}  // namespace demarche::petrarch
