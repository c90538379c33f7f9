// A calendar day, and ranges of days.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace demarche {

using Date = std::chrono::year_month_day;

// Both ends are included.
struct DateRange {
  Date start;
  Date end;
  friend bool operator==(const DateRange&, const DateRange&) = default;
};

// `YYYY-MM-DD`, or nothing where the text is no such day.
std::optional<Date> parse_date(std::string_view text);
std::string format_date(const Date& day);

}  // namespace demarche
