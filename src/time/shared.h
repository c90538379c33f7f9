// What the readers of expressions share.
#pragma once

#include <optional>
#include <string_view>

#include "time/calendar.h"
#include "time/time_words.h"

namespace demarche {

// How many units `a few` are: the far end of `recent days`, `the coming weeks`.
inline constexpr int few_units = 4;

inline TimeUnit unit_of(const TimeWord& word) { return static_cast<TimeUnit>(word.value); }
inline bool is_fine(TimeUnit unit) { return unit == TimeUnit::minute || unit == TimeUnit::hour; }
// Compares without regard to case.
bool equals(std::string_view form, std::string_view lowered);
bool starts_with_capital(std::string_view form);

}  // namespace demarche
