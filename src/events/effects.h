// What deeds mean for whom they are done to, where a noun says what is asked for. Inside of events/ only.
#pragma once

#include <cstdint>
#include <string_view>

#include "events/knowledge.h"
#include "events/syntax.h"

namespace demarche {

// Of the PLOVER type, and of the type in this mode: does it harm, or help, whom it is done to?
bool is_harm(std::string_view type);
bool is_help(std::string_view type, std::string_view mode);
// `investigation`, `arrest`: -1 for a noun of harmful deeds alone; `release`: 1 for one of help alone; else 0.
int effect_of(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t noun);
// Is it done to the noun's owner? `The king's arrest`, but not `the king's investigation`.
bool undergone_by_owner(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t noun);
// Is something to be done about the deed itself? `called for his arrest to be investigated`
bool is_dealt_with(const Syntax& syntax, std::uint32_t noun);

}  // namespace demarche
