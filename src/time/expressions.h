// Single expressions of time, one after the other: what stands at a word, and the days that it means.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "coding.h"
#include "reader/tree.h"
#include "time/calendar.h"
#include "time/tense.h"
#include "time/time_words.h"

namespace demarche {

enum class MomentKind : std::uint8_t { day_of_month, weekday, month, year, decade, other };

struct Moment {
  std::uint32_t first = 0, last = 0;  // words
  Days days{};
  MomentKind kind = MomentKind::other;
  bool has_year = false;  // said in full; otherwise seen from the day of publication
};

// Reads expressions of one document. `published` may be missing: then only what is said in full is found.
class MomentReader {
 public:
  MomentReader(const Coding& coding, const Tree& tree, const std::vector<TimeWord>& words);

  // The longest expression that starts at the word.
  std::optional<Moment> read(std::uint32_t at, const std::optional<Days>& anchor) const;
  // `on Tuesday, a day after a patrol opened fire`: counted from the expression before it in its sentence, the day of what follows.
  std::optional<Moment> read_distance(std::uint32_t at, const Days& anchor) const;

 private:
  using Found = std::optional<Moment>;
  Found read_number(std::uint32_t at) const;                                            // 2019-05-03, 5/3/2019
  Found read_day_of_month(std::uint32_t at, const std::optional<Days>& anchor) const;   // May 3, 2019; 3 May
  Found read_month(std::uint32_t at, const std::optional<Days>& anchor) const;          // December; early May 2018
  Found read_year(std::uint32_t at) const;                                              // in 2011; the 1990s; late 2015
  Found read_weekday(std::uint32_t at) const;                                           // Friday morning; next Tuesday
  Found read_relative_unit(std::uint32_t at, const std::optional<Days>& anchor) const;  // last month; the past three days
  Found read_counted_unit(std::uint32_t at, const std::optional<Days>& anchor) const;   // two weeks ago; a day earlier
  struct Counted {
    int count = 0;
    bool vague = false;  // a few
    TimeUnit unit{};
    std::uint32_t last = 0;
  };
  std::optional<Counted> counted(std::uint32_t at) const;  // two weeks; a day; a few months
  Moment counted_from(Day origin, std::uint32_t first, std::uint32_t last, const Counted& distance, int sign) const;
  Found read_named_day(std::uint32_t at, const std::optional<Days>& anchor) const;  // yesterday; at press time; the day before
  Found read_same(std::uint32_t at, std::uint32_t d, const Days& anchor) const;     // that May; the same year
  Found read_feast(std::uint32_t at) const;                                         // Christmas Eve; Easter 2019
  Found read_season(std::uint32_t at) const;                                        // last summer
  Found read_part(std::uint32_t at, const std::optional<Days>& anchor) const;       // earlier this year; the end of May; late last week
  Found read_ordinal_part(std::uint32_t at, std::uint32_t k, const std::function<Found(std::uint32_t)>& whole) const;
  Found read_since(std::uint32_t at, const std::optional<Days>& anchor) const;
  Found read_range(std::uint32_t at, const std::optional<Days>& anchor) const;   // from 3 to 5 May; between 2011 and 2013
  Found read_simple(std::uint32_t at, const std::optional<Days>& anchor) const;  // all but ranges and `since`
  Found read_whole(std::uint32_t at, const std::optional<Days>& anchor) const;   // without a part hyphened to it
  Found read_on(Moment first, const std::optional<Days>& anchor) const;          // Monday to Friday; May 3-5

  const TimeWord& word(std::uint32_t at) const { return at < end_ ? words_[at] : nothing_; }
  TimeKind kind(std::uint32_t at) const { return word(at).kind; }
  TimeKind kind_before(std::uint32_t at) const { return at > begin_ ? words_[at - 1].kind : TimeKind::none; }
  std::string_view form(std::uint32_t at) const { return at < end_ ? coding_.reading.words[at].form : std::string_view(); }
  bool is_person(std::uint32_t at) const;
  bool is_past_day(const std::optional<Days>& anchor) const;
  std::optional<int> day_number(std::uint32_t at) const;
  std::optional<int> year_number(std::uint32_t at) const;
  Moment moment(std::uint32_t first, std::uint32_t last, Days days, MomentKind what = MomentKind::other, bool has_year = false) const {
    return {first, last, days, what, has_year};
  }
  Direction direction(std::uint32_t at) const;
  // A day that comes once a year, whose year is not said: the last or the next one.
  std::optional<Day> nearest(const std::function<std::optional<Day>(int year)>& in_year, std::uint32_t at) const;
  // The day of a month whose year is not said.
  std::optional<Day> nearest(unsigned month, int day, std::uint32_t at) const;
  std::optional<Days> in_the_course_of(const std::optional<Days>& anchor, unsigned month, int day, std::uint32_t at) const;
  std::optional<Days> of_number(int year, unsigned month, int day) const;
  Days weekend(std::uint32_t at, TimeKind modifier) const;

  const Coding& coding_;
  const Tree& tree_;
  const std::vector<TimeWord>& words_;
  std::optional<Day> published_;
  TimeWord nothing_;
  mutable std::uint32_t begin_ = 0, end_ = 0;  // the sentence being read
};

}  // namespace demarche
