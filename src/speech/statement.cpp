#include "speech/statement.h"

#include <array>

namespace demarche {
namespace {

constexpr std::array<std::string_view, 22> act_names = {
    "say",    "claim",  "deny",      "accuse",  "warn",    "announce", "demand",  "promise", "threaten", "ask",    "agree",
    "reject", "praise", "criticize", "predict", "suggest", "admit",    "believe", "hope",    "want",     "report", "know"};

}  // namespace

std::string_view name_of(Act act) { return act_names[static_cast<std::size_t>(act)]; }

}  // namespace demarche
