// Days, and the weeks, months and years that they lie in.
#pragma once

#include <chrono>

#include "text/date.h"
#include "time/time_words.h"

namespace demarche {

using Day = std::chrono::sys_days;

struct Days {
  Day start;
  Day end;
};

DateRange range_of(Days days);
// The calendar unit around the day: its ISO week (from Monday), month, year, ...; the day itself for hours and minutes; for the weekend the
// last one that began on or before the day.
Days unit_around(TimeUnit unit, Day day);
// The day so many units later (earlier, if negative); the last day of the month where that month is too short.
Day shifted(Day day, TimeUnit unit, int count);
Day weekday_on_or_before(Day day, int weekday);
Day weekday_on_or_after(Day day, int weekday);
Days whole_month(int year, unsigned month);
Days whole_year(int year);
// Three months from the first one; a winter lies in two years.
Days whole_season(int year, unsigned first_month);
int year_of(Day day);
unsigned month_number(Day day);
// The first, middle or last part of a stretch: early May, mid-2015, the late 1990s.
enum class Part { early, mid, late };
Days part_of(Days days, Part part);

}  // namespace demarche
