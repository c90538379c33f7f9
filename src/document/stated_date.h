// Days that a line states in full, with their year, and the names of months.
#pragma once

#include <optional>
#include <string_view>

#include "text/date.h"

namespace demarche {

// 1 to 12 for `May`, `sept`, `Nov.` in any case; 0 for anything else.
unsigned month_of(std::string_view word);
// 0 (Sunday) to 6 for `Friday`, `fri`, `Tues.`; -1 for anything else.
int weekday_of(std::string_view word);

struct StatedDate {
  Date day;
  bool alone = false;    // the line holds nothing else but words that go with dates: `Published: Fri, May 3, 2019, 5:00 p.m. ET`
  bool updated = false;  // said of a later change: `Updated May 4, 2019`
};

// The first full date in the line; nothing where a day, a month or a year is missing, or where 03/05/2019 may be read in two ways.
std::optional<StatedDate> stated_date(std::string_view line);

}  // namespace demarche
