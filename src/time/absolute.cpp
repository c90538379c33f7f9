// Days, months and years that are named: `May 3, 2019`, `in December`, `the 1990s`.
#include <algorithm>

#include "text/words.h"
#include "time/expressions.h"
#include "time/shared.h"

namespace demarche {

using std::chrono::days;

namespace {

using enum TimeKind;

}  // namespace

MomentReader::Found MomentReader::read_number(std::uint32_t at) const {
  // In one word, or divided by hyphens into five.
  const std::string_view text = form(at);
  if (text.size() == 10 && text[4] == '-')
    if (const auto day = parse_date(text)) return moment(at, at + 1, {Day(*day), Day(*day)}, MomentKind::day_of_month, true);
  if (text.size() >= 8 && text.size() <= 10 && text[0] >= '0' && text[0] <= '9') {
    int numbers[3] = {0, 0, 0};
    std::size_t part_index = 0, digits = 0;
    bool fits = true;
    for (const char c : text) {
      if (c == '/') {
        fits = fits && digits > 0 && ++part_index < 3;
        digits = 0;
      } else if (c >= '0' && c <= '9' && part_index < 3) {
        numbers[part_index] = numbers[part_index] * 10 + (c - '0');
        ++digits;
      } else {
        fits = false;
      }
      if (!fits) break;
    }
    if (fits && part_index == 2 && digits == 4) {
      const bool day_first = numbers[0] > 12;
      if (const auto found = of_number(numbers[2], static_cast<unsigned>(numbers[day_first ? 1 : 0]), numbers[day_first ? 0 : 1]))
        return moment(at, at + 1, *found, MomentKind::day_of_month, true);
    }
  }
  if (year_number(at) && kind(at + 1) == dash && kind(at + 3) == dash && word(at + 2).kind == number && word(at + 4).kind == number &&
      word(at + 2).digits == 2 && word(at + 4).digits == 2 && word(at + 2).value >= 1) {
    if (const auto found = of_number(*year_number(at), static_cast<unsigned>(word(at + 2).value), word(at + 4).value))
      return moment(at, at + 5, *found, MomentKind::day_of_month, true);
  }
  return std::nullopt;
}

// `The panel asked for them on March 3, 2015. On March 25 the firm wiped the disk`: what is told on goes on in that year.
std::optional<Days> MomentReader::in_the_course_of(const std::optional<Days>& anchor, unsigned month_, int day, std::uint32_t at) const {
  constexpr auto course = days(120);
  if (!anchor || !published_ || anchor->start != anchor->end || year_of(anchor->start) >= year_of(*published_)) return std::nullopt;
  const auto found = of_number(year_of(anchor->start), month_, day);
  if (!found || found->start <= anchor->end || found->start - anchor->end > course || direction(at) != Direction::past) return std::nullopt;
  return found;
}

MomentReader::Found MomentReader::read_day_of_month(std::uint32_t at, const std::optional<Days>& anchor) const {
  std::uint32_t k = at;
  if (kind(k) == TimeKind::weekday) {
    ++k;
    if (kind(k) == comma) ++k;
    if (kind(k) == the) ++k;
  }
  // on the 8th
  if (kind(k) == the && k == at && kind(k + 1) == ordinal && word(k + 1).digits > 0 && kind_before(at) == on && published_ &&
      word(k + 1).value >= 1 && word(k + 1).value <= 31) {
    const bool counts =
        k + 2 < end_ && (coding_.reading.words[k + 2].upos == Upos::NOUN || coding_.reading.words[k + 2].upos == Upos::ADJ ||
                         coding_.reading.words[k + 2].upos == Upos::PROPN || kind(k + 2) == of);
    if (!counts) {
      const bool future = direction(k + 1) == Direction::future;
      // The nearest month that has the day, on the side that the tense tells.
      for (int step = 0; step < 3; ++step) {
        const Day month_day = shifted(unit_around(TimeUnit::month, *published_).start, TimeUnit::month, future ? step : -step);
        const auto found = of_number(year_of(month_day), month_number(month_day), word(k + 1).value);
        if (found && (future ? found->start >= *published_ : found->start <= *published_))
          return moment(at, k + 2, *found, MomentKind::day_of_month);
      }
    }
  }
  unsigned month_ = 0;
  int day = 0, day_to = 0;
  std::uint32_t after = 0;
  if (kind(k) == the && k == at && kind(k + 1) == ordinal && kind(k + 2) == of) ++k;  // the 3rd of May
  const auto take_range = [&](std::uint32_t number_at) {
    if (word(number_at).value_to > 0) day_to = word(number_at).value_to;
  };
  if (kind(k) == TimeKind::month && day_number(k + 1)) {
    month_ = static_cast<unsigned>(word(k).value);
    day = *day_number(k + 1);
    take_range(k + 1);
    after = k + 2;
    // May 3-5; May 3 and 4: but not `May 3 and 30 people`
    const bool joined = kind(after) == dash || kind(after) == to ||
                        (kind(after) == and_ && (kind(after + 2) == comma || kind(after + 2) == none) && after + 2 >= end_);
    if (joined && day_to == 0 && day_number(after + 1) && word(after + 1).digits > 0 && kind(after + 2) != TimeKind::month) {
      day_to = *day_number(after + 1);
      after += 2;
    }
  } else if (day_number(k)) {
    // 3 May; 3-5 May; 3 to 5 May
    day = *day_number(k);
    take_range(k);
    std::uint32_t m = k + 1;
    if (day_to == 0 && (kind(m) == dash || kind(m) == to || kind(m) == and_) && day_number(m + 1) && word(m + 1).digits > 0) {
      day_to = *day_number(m + 1);
      m += 2;
    }
    if (kind(m) == of && word(k).kind == ordinal) ++m;
    if (kind(m) != TimeKind::month) return std::nullopt;
    if (word(k).kind == ordinal && word(k).digits == 0 && kind(k + 1) != of) return std::nullopt;  // `the third May ...`
    month_ = static_cast<unsigned>(word(m).value);
    after = m + 1;
  } else {
    return std::nullopt;
  }
  std::optional<int> year_;
  if (const std::uint32_t y = after + (kind(after) == comma); (year_ = year_number(y))) after = y + 1;
  const std::uint32_t first = at;
  std::optional<Days> found;
  if (year_) {
    found = of_number(*year_, month_, day);
  } else if (const auto told = in_the_course_of(anchor, month_, day, k)) {
    found = told;
  } else if (const auto day_found = nearest(month_, day, k)) {
    found = Days{*day_found, *day_found};
  }
  if (!found) return std::nullopt;
  if (day_to > day)
    if (const auto last_day = of_number(year_of(found->start), month_, day_to)) found->end = last_day->end;
  return moment(first, after, *found, MomentKind::day_of_month, year_.has_value());
}

MomentReader::Found MomentReader::read_month(std::uint32_t at, const std::optional<Days>& anchor) const {
  if (kind(at) != TimeKind::month || is_person(at)) return std::nullopt;
  const auto month_ = static_cast<unsigned>(word(at).value);
  std::uint32_t after = at + 1;
  std::optional<int> year_ = year_number(after);
  if (!year_ && (kind(after) == comma || kind(after) == of) && (year_ = year_number(after + 1))) ++after;
  if (year_) return moment(at, after + 1, whole_month(*year_, month_), MomentKind::month, true);
  // December last year; in May of this year
  const std::uint32_t modifier = after + (kind(after) == of);
  if (published_ && (kind(modifier) == last || kind(modifier) == this_ || kind(modifier) == next) && kind(modifier + 1) == unit &&
      unit_of(word(modifier + 1)) == TimeUnit::year && !word(modifier + 1).plural) {
    const int offset = kind(modifier) == last ? -1 : kind(modifier) == next ? 1 : 0;
    return moment(at, modifier + 2, whole_month(year_of(*published_) + offset, month_), MomentKind::month, true);
  }
  // `in September of that year`
  if (anchor && kind(modifier) == that && kind(modifier + 1) == unit && unit_of(word(modifier + 1)) == TimeUnit::year &&
      !word(modifier + 1).plural)
    return moment(at, modifier + 2, whole_month(year_of(anchor->start), month_), MomentKind::month, true);
  // Which words may stand before a month that is not a name or a verb.
  const TimeKind before_ = kind_before(at);
  const std::string_view text = form(at);
  const bool is_name_too =
      text == "May" || text == "March" || text == "April" || text == "June" || text == "August" || text == "MAY" || text == "MARCH";
  const bool strong = before_ == in || before_ == since || before_ == until || before_ == during || before_ == last || before_ == next ||
                      before_ == this_ || before_ == early || before_ == late || before_ == mid || before_ == dash || before_ == between ||
                      before_ == past || before_ == coming || before_ == previous || before_ == following || word(at).part != none;
  const bool weak = before_ == by || before_ == from || before_ == to || before_ == before || before_ == TimeKind::after || before_ == of ||
                    before_ == and_ || before_ == the || before_ == for_ || before_ == earlier || before_ == later;
  if (is_name_too) {
    // The March for Peace, the march on Washington in a heading.
    if (before_ == the && text.size() == 5 && (equals(form(at + 1), "for") || equals(form(at + 1), "on") || equals(form(at + 1), "of")))
      return std::nullopt;
    // `a March speech`, `her June visit`
    const bool before_noun = text.size() > 3 && at > begin_ && is_one_of(ascii_lowered(form(at - 1)), {"a", "an", "his", "her", "its", "their"}) &&
                             at + 1 < end_ && !starts_with_capital(form(at + 1)) && kind(at + 1) == none;
    if (!strong && !weak && !before_noun) return std::nullopt;
    if (!strong && starts_with_capital(form(at + 1)) && kind(at + 1) != comma) return std::nullopt;
    // `criticism of May`, `comments by May`: a person, unless a part of the month stands before it.
    if (text == "May" && (before_ == of || before_ == and_ || before_ == to || before_ == for_ || before_ == from || before_ == by)) {
      const TimeKind two_before = at >= begin_ + 2 ? words_[at - 2].kind : none;
      const bool in_part = two_before == end || two_before == beginning || two_before == middle || two_before == unit ||
                           two_before == ordinal || two_before == half;
      if (!in_part && !(before_ != of && before_ != for_ && before_ != by && two_before == TimeKind::month)) return std::nullopt;
    }
  }
  if (!published_) return std::nullopt;
  int candidate = year_of(*published_);
  const unsigned current_month = month_number(*published_);
  if (before_ == last) {
    candidate -= month_ >= current_month;
  } else if (before_ == next) {
    candidate += month_ <= current_month;
  } else if (before_ != this_) {
    const Direction where = direction(at);
    if (where == Direction::future)
      candidate += month_ < current_month;
    else if (where == Direction::past || before_ == since)
      candidate -= month_ > current_month;
    else if (month_ > current_month)
      candidate -= month_ - current_month > 6;
    else
      candidate += current_month - month_ > 8;
  }
  const std::uint32_t first = before_ == last || before_ == next || before_ == this_ ? at - 1 : at;
  return moment(first, at + 1, whole_month(candidate, month_), MomentKind::month);
}

MomentReader::Found MomentReader::read_year(std::uint32_t at) const {
  std::uint32_t k = at;
  if (kind(k) == the) ++k;
  if (kind(k) == TimeKind::decade) {
    int number_ = word(k).value;
    if (word(k).digits == 4 && number_ >= 1500 && number_ < 2200)
      return moment(at, k + 1, {whole_year(number_).start, whole_year(number_ + 9).end}, MomentKind::decade, true);
    const TimeKind before_ = kind_before(k);
    if (word(k).digits != 2 ||
        (before_ != the && word(k).part == none && before_ != early && before_ != mid && before_ != late && before_ != dash))
      return std::nullopt;
    number_ += number_ >= 30 ? 1900 : 2000;
    return moment(at, k + 1, {whole_year(number_).start, whole_year(number_ + 9).end}, MomentKind::decade, true);
  }
  if (kind(k) == ordinal && kind(k + 1) == unit && unit_of(word(k + 1)) == TimeUnit::century && !word(k + 1).plural) {
    const int number_ = word(k).value;
    return moment(at, k + 2, {whole_year((number_ - 1) * 100 + 1).start, whole_year(number_ * 100).end}, MomentKind::other, true);
  }
  if (k != at && kind_before(at) == none && !year_number(k)) return std::nullopt;
  const auto number_ = year_number(k);
  if (!number_) return std::nullopt;
  // What counts things is no year: `2000 people`, `$2015`.
  const TimeKind before_ = k > begin_ ? words_[k - 1].kind : none;
  const std::string_view form_before = k > begin_ ? coding_.reading.words[k - 1].form : std::string_view();
  const TimeWord& here = word(k);
  // `the fourth quarter of 2021 arms sales doubled`: behind a part of a year nothing is counted.
  const TimeKind two_before = k >= begin_ + 2 ? words_[k - 2].kind : none;
  const bool of_part = before_ == of && (two_before == unit || two_before == half || two_before == season || two_before == end ||
                                         two_before == beginning || two_before == middle || two_before == TimeKind::month);
  const bool fits = before_ == in || before_ == since || before_ == until || before_ == from || before_ == to || before_ == between ||
                    before_ == and_ || before_ == during || before_ == early || before_ == late || before_ == mid || before_ == dash ||
                    before_ == of || before_ == by || before_ == before || before_ == TimeKind::after || before_ == unit ||
                    before_ == season || form_before == "(" || form_before == "year" || here.part != none;
  const std::string_view next_form = form(k + 1);
  const bool as_modifier = (before_ == the || before_ == possessive || before_ == this_) && !next_form.empty() && next_form.back() != 's' &&
                           kind(k + 1) != unit && !starts_with_capital(next_form);
  const bool next_is_plain =
      next_form.empty() ||
      !(coding_.reading.words[std::min<std::size_t>(k + 1, words_.size() - 1)].upos == Upos::NOUN && next_form.back() == 's');
  const bool is_nominal = before_ == of && base(coding_.reading.words[k].deprel) == "nmod";  // the treaty of 1648
  if (*number_ < 1900 && !is_nominal && before_ != in && before_ != since && before_ != before && before_ != after && before_ != until)
    return std::nullopt;
  if (!coding_.reading.words[k].space_before && before_ != dash && form_before != "(" && form_before != "-") return std::nullopt;
  // `a landmark 2014 visit`: of a noun that it does not count.
  const Word& year_word = coding_.reading.words[k];
  const bool of_noun = is_one_of(base(year_word.deprel), {"nmod", "compound"}) && year_word.head > static_cast<std::int32_t>(k) &&
                       coding_.reading.words[static_cast<std::size_t>(year_word.head)].upos == Upos::NOUN && !next_form.empty() &&
                       next_form.back() != 's' && kind(k + 1) != unit;
  if (!as_modifier && !of_noun && !(fits && (next_is_plain || of_part || before_ == in || before_ == since))) return std::nullopt;
  if (equals(next_form, "percent") || next_form == "%" || kind(k + 1) == unit) return std::nullopt;
  return moment(k, k + 1, whole_year(*number_), MomentKind::year, true);
}

}  // namespace demarche
