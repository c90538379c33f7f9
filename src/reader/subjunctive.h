// Verbs in the bare form: `demanded that he go`.
#pragma once

#include <cstdint>

#include "reader/tree.h"

namespace demarche {

// A verb with nothing that tells its tense; those whose past tense looks like the bare form leave it open.
bool is_bare_form(const Reading& reading, const Tree& tree, std::uint32_t verb);
// `that he free the hostages`, `that Chad leave`, `that they be freed`: the bare form after `that` is no indicative, whatever governs it.
bool is_subjunctive(const Reading& reading, const Tree& tree, std::uint32_t clause);

}  // namespace demarche
