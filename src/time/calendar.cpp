#include "time/calendar.h"

namespace demarche {

using namespace std::chrono;

namespace {

Day day_at(int year_number, unsigned month_number_, unsigned day_number) {
  year_month_day date{year(year_number), month(month_number_), day(day_number)};
  if (!date.ok()) date = year(year_number) / month(month_number_) / last;
  return sys_days(date);
}

}  // namespace

DateRange range_of(Days range) { return {Date(range.start), Date(range.end)}; }

int year_of(Day day) { return static_cast<int>(Date(day).year()); }
unsigned month_number(Day day) { return static_cast<unsigned>(Date(day).month()); }

Days whole_month(int year_number, unsigned month_number_) {
  return {day_at(year_number, month_number_, 1), sys_days(year(year_number) / month(month_number_) / last)};
}
Days whole_year(int year_number) { return {day_at(year_number, 1, 1), day_at(year_number, 12, 31)}; }
Days whole_season(int year_number, unsigned first_month) {
  const unsigned last_month = (first_month + 1) % 12 + 1;
  return {day_at(year_number, first_month, 1), whole_month(year_number + (last_month < first_month), last_month).end};
}

Day weekday_on_or_before(Day day, int weekday_number) {
  const int today = static_cast<int>(weekday(day).c_encoding());
  return day - days((today - weekday_number + 7) % 7);
}
Day weekday_on_or_after(Day day, int weekday_number) {
  const int today = static_cast<int>(weekday(day).c_encoding());
  return day + days((weekday_number - today + 7) % 7);
}

Days unit_around(TimeUnit unit, Day day) {
  const int number = year_of(day);
  switch (unit) {
    case TimeUnit::minute:
    case TimeUnit::hour:
    case TimeUnit::day:
      return {day, day};
    case TimeUnit::week: {
      const Day monday = weekday_on_or_before(day, 1);
      return {monday, monday + days(6)};
    }
    case TimeUnit::weekend: {
      const Day saturday = weekday_on_or_before(day, 6);
      return {saturday, saturday + days(1)};
    }
    case TimeUnit::month:
      return whole_month(number, month_number(day));
    case TimeUnit::quarter: {
      const unsigned first = (month_number(day) - 1) / 3 * 3 + 1;
      return {day_at(number, first, 1), whole_month(number, first + 2).end};
    }
    case TimeUnit::year:
      return whole_year(number);
    case TimeUnit::decade:
      return {whole_year(number / 10 * 10).start, whole_year(number / 10 * 10 + 9).end};
    case TimeUnit::century:
      return {whole_year((number - 1) / 100 * 100 + 1).start, whole_year((number - 1) / 100 * 100 + 100).end};
  }
  return {day, day};
}

Day shifted(Day day, TimeUnit unit, int count) {
  const auto by_months = [&](int months) {
    const Date date(day);
    const year_month target = year_month(date.year(), date.month()) + std::chrono::months(months);
    return day_at(static_cast<int>(target.year()), static_cast<unsigned>(target.month()), static_cast<unsigned>(date.day()));
  };
  switch (unit) {
    case TimeUnit::minute:
      return day;
    case TimeUnit::hour:
      return day + days(count / 24);
    case TimeUnit::day:
      return day + days(count);
    case TimeUnit::week:
    case TimeUnit::weekend:
      return day + days(7 * count);
    case TimeUnit::month:
      return by_months(count);
    case TimeUnit::quarter:
      return by_months(3 * count);
    case TimeUnit::year:
      return by_months(12 * count);
    case TimeUnit::decade:
      return by_months(120 * count);
    case TimeUnit::century:
      return by_months(1200 * count);
  }
  return day;
}

Days part_of(Days range, Part part) {
  const int length = static_cast<int>((range.end - range.start).count()) + 1;
  // Years and decades in their own units, so that `late 2015` starts with a month.
  if (length >= 365) {
    const int years = year_of(range.end) - year_of(range.start) + 1;
    const int months = 12 * years, third = months / 3;
    const auto month_at = [&](int index) { return whole_month(year_of(range.start) + index / 12, static_cast<unsigned>(index % 12) + 1); };
    switch (part) {
      case Part::early:
        return {range.start, month_at(third - 1).end};
      case Part::mid:
        return {month_at(third).start, month_at(2 * third - 1).end};
      case Part::late:
        return {month_at(2 * third).start, range.end};
    }
  }
  const int third = length / 3;
  if (third == 0) return range;
  switch (part) {
    case Part::early:
      return {range.start, range.start + days(third - 1)};
    case Part::mid:
      return {range.start + days(third), range.start + days(2 * third - 1)};
    case Part::late:
      return {range.start + days(2 * third), range.end};
  }
  return range;
}

}  // namespace demarche
