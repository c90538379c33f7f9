// The words that expressions of time are made of.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reader/reading.h"

namespace demarche {

enum class TimeKind : std::uint8_t {
  none,
  weekday,   // value: 0 (Sunday) to 6
  month,     // 1 to 12; written with a capital
  unit,      // a TimeUnit; `plural` says which
  day_part,  // morning, afternoon, evening, night, noon
  season,    // first month of it: 3, 6, 9, 12
  feast,     // first word of a day with a name: `Easter`, `New`; written with a capital
  number,    // what it says, in digits or letters
  ordinal,   // `3rd`, `third`
  decade,    // `1990s`: 1990; `90s`: 90
  few,       // few, several: an unknown small number
  couple,
  yesterday,
  today,
  tonight,
  tomorrow,
  overnight,
  last,
  past,
  next,
  coming,
  current,
  this_,
  recent,
  previous,
  following,
  same,
  that,
  earlier,
  later,
  early,
  mid,
  late,
  ago,
  before,
  after,
  since,
  until,
  from,
  to,
  between,
  and_,
  in,
  on,
  of,
  the,
  a,
  at,
  by,
  within,
  during,
  ahead,
  for_,
  end,
  beginning,
  middle,
  half,
  dash,
  comma,
  possessive,
  press,
  writing,
  time
};

enum class TimeUnit : std::uint8_t { minute, hour, day, week, weekend, month, quarter, year, decade, century };

struct TimeWord {
  TimeKind kind = TimeKind::none;
  bool plural = false;
  bool capital = false;
  std::uint8_t digits = 0;  // how many digits a number is written with; 0 for letters
  std::uint8_t size = 1;    // words that a number takes: `twenty-two` three
  std::int32_t value = 0;
  std::int32_t value_to = 0;       // `3-5` in one word: 5
  TimeKind part = TimeKind::none;  // `mid-May` in one word, a month: mid; early or late likewise
};

// One for each word of the reading.
std::vector<TimeWord> time_words(const Reading& reading);

}  // namespace demarche
