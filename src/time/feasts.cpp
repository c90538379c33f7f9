// Feasts and other days with a name that fall on a day of their own every year.
#include <array>

#include "time/expressions.h"
#include "time/shared.h"

namespace demarche {

using std::chrono::days;

namespace {

// Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, 1991, chapter 8).
Day easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
  return Day(Date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(static_cast<unsigned>(day))});
}

struct Feast {
  std::array<std::string_view, 3> words;  // as tokens; empty ones at the end
  unsigned month = 0;                     // 0: counted from Easter Sunday
  int day = 0;                            // of the month, or days behind Easter
};

// Longer names before those that they begin with.
constexpr Feast feasts[] = {
    {{"Christmas", "Eve", ""}, 12, 24}, {{"Christmas", "Day", ""}, 12, 25}, {{"Christmas", "", ""}, 12, 25},
    {{"Boxing", "Day", ""}, 12, 26},    {{"New", "Year", "Eve"}, 12, 31},   {{"New", "Year", "Day"}, 1, 1},
    {{"May", "Day", ""}, 5, 1},         {{"Good", "Friday", ""}, 0, -2},    {{"Easter", "Sunday", ""}, 0, 0},
    {{"Easter", "Monday", ""}, 0, 1},   {{"Palm", "Sunday", ""}, 0, -7},    {{"Ash", "Wednesday", ""}, 0, -46},
    {{"Easter", "", ""}, 0, 0},         {{"Halloween", "", ""}, 10, 31},    {{"Bastille", "Day", ""}, 7, 14},
    {{"Epiphany", "", ""}, 1, 6},       {{"Armistice", "Day", ""}, 11, 11},
};

}  // namespace

MomentReader::Found MomentReader::read_feast(std::uint32_t at) const {
  const std::string_view first = form(at);
  if (!starts_with_capital(first)) return std::nullopt;
  for (const Feast& feast : feasts) {
    if (first != feast.words[0]) continue;
    std::uint32_t after = at + 1;
    bool fits = true;
    for (std::size_t i = 1; fits && i < feast.words.size() && !feast.words[i].empty(); ++i) {
      fits = form(after++) == feast.words[i];
      if (kind(after) == TimeKind::possessive) ++after;  // `New Year's Eve`, of which readers make four words
    }
    if (!fits) continue;
    // `Christmas Island`, `the Easter Rising`: parts of other names
    if (starts_with_capital(form(after)) && coding_.reading.words[after].upos == Upos::PROPN) return std::nullopt;
    const auto in_year = [&](int year) -> std::optional<Day> {
      if (feast.month == 0) return easter(year) + days(feast.day);
      return Day(Date{std::chrono::year(year), std::chrono::month(feast.month), std::chrono::day(static_cast<unsigned>(feast.day))});
    };
    const std::uint32_t y = after + (kind(after) == TimeKind::comma);
    if (const auto year = year_number(y)) {
      const Day day = *in_year(*year);
      return moment(at, y + 1, {day, day}, MomentKind::day_of_month, true);
    }
    if (const auto day = nearest(in_year, at)) return moment(at, after, {*day, *day}, MomentKind::day_of_month);
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace demarche
