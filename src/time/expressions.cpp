#include "time/expressions.h"

#include <algorithm>

namespace demarche {

using std::chrono::days;

namespace {

using enum TimeKind;

// The last part of an approximate stretch: `recent days`, `the coming weeks`.
constexpr int few_units = 4;

TimeUnit unit_of(const TimeWord& word) { return static_cast<TimeUnit>(word.value); }
bool is_fine(TimeUnit unit) { return unit == TimeUnit::minute || unit == TimeUnit::hour; }

std::optional<Part> part_of_word(TimeKind kind) {
  switch (kind) {
    case early:
      return Part::early;
    case mid:
      return Part::mid;
    case late:
      return Part::late;
    default:
      return std::nullopt;
  }
}

bool equals(std::string_view form, std::string_view lowered) {
  if (form.size() != lowered.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i)
    if ((form[i] >= 'A' && form[i] <= 'Z' ? form[i] + 32 : form[i]) != lowered[i]) return false;
  return true;
}

bool starts_with_capital(std::string_view form) { return !form.empty() && form[0] >= 'A' && form[0] <= 'Z'; }

}  // namespace

MomentReader::MomentReader(const Coding& coding, const Tree& tree, const std::vector<TimeWord>& words)
    : coding_(coding), tree_(tree), words_(words) {
  if (coding.document.published && coding.document.published->ok()) published_ = Day(*coding.document.published);
}

std::optional<Moment> MomentReader::read(std::uint32_t at, const std::optional<Days>& anchor) const {
  const auto& reading = coding_.reading;
  if (at >= words_.size()) return std::nullopt;
  begin_ = 0;
  end_ = static_cast<std::uint32_t>(words_.size());
  if (const std::uint32_t sentence = reading.words[at].sentence; sentence < reading.sentences.size()) {
    begin_ = std::min(reading.sentences[sentence].words.first, at);
    end_ = std::min(reading.sentences[sentence].words.last, end_);
  }
  if (auto found = read_range(at, anchor)) return found;
  if (auto found = read_since(at, anchor)) return found;
  if (auto found = read_simple(at, anchor)) return read_on(*found, anchor);
  return std::nullopt;
}

Direction MomentReader::direction(std::uint32_t at) const { return direction_of(coding_.reading, tree_, at); }

bool MomentReader::is_person(std::uint32_t at) const {
  for (const Name& name : coding_.reading.names)
    if (name.words.contains(at)) return name.type == NameType::person && name.words.size() <= 6;
  return false;
}

std::optional<int> MomentReader::day_number(std::uint32_t at) const {
  const TimeWord& here = word(at);
  const bool fits = (here.kind == number && here.digits > 0 && here.digits <= 2) || here.kind == ordinal;
  if (!fits || here.value < 1 || here.value > 31) return std::nullopt;
  return here.value;
}

std::optional<int> MomentReader::year_number(std::uint32_t at) const {
  const TimeWord& here = word(at);
  if (here.kind != number || here.digits != 4 || here.value < 1500 || here.value > 2199) return std::nullopt;
  return here.value;
}

std::optional<Days> MomentReader::of_number(int year_, unsigned month_, int day) const {
  if (month_ < 1 || month_ > 12 || day < 1) return std::nullopt;
  const Date date{std::chrono::year(year_), std::chrono::month(month_), std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return Days{Day(date), Day(date)};
}

std::optional<Day> MomentReader::nearest(unsigned month_, int day, std::uint32_t at) const {
  if (!published_) return std::nullopt;
  const int year_ = year_of(*published_);
  std::optional<Day> before, after;
  for (const int candidate : {year_ - 1, year_, year_ + 1}) {
    const auto found = of_number(candidate, month_, day);
    if (!found) continue;
    if (found->start <= *published_)
      before = found->start;
    else if (!after)
      after = found->start;
  }
  const Direction where = direction(at);
  if (where == Direction::past && before) {
    // The past tense outweighs nearness, but not by months: `the vote was set for May 26`.
    if (!after || *published_ - *before < days(300) || *after - *published_ > days(60)) return before;
    return after;
  }
  if (where == Direction::future) {
    if (before == published_) return before;
    if (after && (!before || *after - *published_ < days(330))) return after;
  }
  if (!before) return after;
  if (!after) return before;
  return *published_ - *before <= *after - *published_ ? before : after;
}

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

MomentReader::Found MomentReader::read_day_of_month(std::uint32_t at) const {
  std::uint32_t k = at;
  if (kind(k) == TimeKind::weekday) {
    ++k;
    if (kind(k) == comma) ++k;
    if (kind(k) == the) ++k;
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
  } else if (const auto day_found = nearest(month_, day, k)) {
    found = Days{*day_found, *day_found};
  }
  if (!found) return std::nullopt;
  if (day_to > day)
    if (const auto last_day = of_number(year_of(found->start), month_, day_to)) found->end = last_day->end;
  return moment(first, after, *found, MomentKind::day_of_month, year_.has_value());
}

MomentReader::Found MomentReader::read_month(std::uint32_t at) const {
  if (kind(at) != TimeKind::month || is_person(at)) return std::nullopt;
  const auto month_ = static_cast<unsigned>(word(at).value);
  std::uint32_t after = at + 1;
  std::optional<int> year_ = year_number(after);
  if (!year_ && (kind(after) == comma || kind(after) == of) && (year_ = year_number(after + 1))) ++after;
  if (year_) return moment(at, after + 1, whole_month(*year_, month_), MomentKind::month, true);
  // Which words may stand before a month that is not a name or a verb.
  const TimeKind before_ = kind_before(at);
  const std::string_view text = form(at);
  const bool is_name_too =
      text == "May" || text == "March" || text == "April" || text == "June" || text == "August" || text == "MAY" || text == "MARCH";
  const bool strong = before_ == in || before_ == since || before_ == until || before_ == during || before_ == last || before_ == next ||
                      before_ == this_ || before_ == early || before_ == late || before_ == mid || before_ == dash || before_ == between ||
                      before_ == past || before_ == coming || before_ == previous || before_ == following;
  const bool weak = before_ == by || before_ == from || before_ == to || before_ == before || before_ == TimeKind::after || before_ == of ||
                    before_ == and_ || before_ == the || before_ == for_ || before_ == earlier || before_ == later;
  if (is_name_too) {
    // The March for Peace, the march on Washington in a heading.
    if (before_ == the && text.size() == 5 && (equals(form(at + 1), "for") || equals(form(at + 1), "on") || equals(form(at + 1), "of")))
      return std::nullopt;
    if (!strong && !weak) return std::nullopt;
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
    if (word(k).digits != 2 || (before_ != the && before_ != early && before_ != mid && before_ != late && before_ != dash))
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
  const Word& here = coding_.reading.words[k];
  const bool fits = before_ == in || before_ == since || before_ == until || before_ == from || before_ == to || before_ == between ||
                    before_ == and_ || before_ == during || before_ == early || before_ == late || before_ == mid || before_ == dash ||
                    before_ == of || before_ == by || before_ == before || before_ == TimeKind::after || before_ == unit ||
                    before_ == season || form_before == "(" || form_before == "year";
  const std::string_view next_form = form(k + 1);
  const bool as_modifier = (before_ == the || before_ == possessive || before_ == this_) && !next_form.empty() && next_form.back() != 's' &&
                           kind(k + 1) != unit && !starts_with_capital(next_form);
  const bool next_is_plain =
      next_form.empty() ||
      !(coding_.reading.words[std::min<std::size_t>(k + 1, words_.size() - 1)].upos == Upos::NOUN && next_form.back() == 's');
  if (*number_ < 1900 && before_ != in && before_ != since && before_ != before && before_ != after && before_ != until)
    return std::nullopt;
  if (!here.space_before && before_ != dash && form_before != "(" && form_before != "-") return std::nullopt;
  if (!as_modifier && !(fits && (next_is_plain || before_ == in || before_ == since))) return std::nullopt;
  if (equals(next_form, "percent") || next_form == "%" || kind(k + 1) == unit) return std::nullopt;
  return moment(k, k + 1, whole_year(*number_), MomentKind::year, true);
}

MomentReader::Found MomentReader::read_weekday(std::uint32_t at) const {
  std::uint32_t k = at;
  TimeKind modifier = none;
  if (kind(k) == the && (kind(k + 1) == next || kind(k + 1) == following || kind(k + 1) == previous || kind(k + 1) == coming)) ++k;
  if (kind(k) == last || kind(k) == past || kind(k) == next || kind(k) == this_ || kind(k) == coming || kind(k) == following ||
      kind(k) == previous) {
    modifier = kind(k);
    ++k;
    if (modifier == this_ && (kind(k) == coming || kind(k) == past)) modifier = kind(k) == coming ? coming : last, ++k;
  }
  if (kind(k) != TimeKind::weekday || !published_) return std::nullopt;
  // Days with a name of their own, and papers.
  if (k > begin_) {
    const std::string_view name = coding_.reading.words[k - 1].form;
    for (const std::string_view other : {"Super", "Bloody", "Black", "Good", "Palm", "Fat", "Cyber", "Ash", "Easter", "Holy"})
      if (name == other) return std::nullopt;
  }
  for (const std::string_view paper : {"Times", "Telegraph", "Mail", "Express", "Post", "Mirror", "Herald", "Tribune", "School"})
    if (form(k + 1) == paper) return std::nullopt;
  if (is_person(k)) return std::nullopt;
  const int number_ = word(k).value;
  std::uint32_t after = k + 1;
  if (kind(after) == day_part) ++after;
  const Day today_ = *published_;
  Day day = weekday_on_or_before(today_, number_);
  // Monday of last week; Tuesday next week
  std::uint32_t w = after + (kind(after) == of);
  if ((kind(w) == last || kind(w) == next || kind(w) == this_) && kind(w + 1) == unit && unit_of(word(w + 1)) == TimeUnit::week &&
      !word(w + 1).plural) {
    const int weeks = kind(w) == last ? -1 : kind(w) == next ? 1 : 0;
    day = weekday_on_or_after(unit_around(TimeUnit::week, today_ + days(7 * weeks)).start, number_);
    return moment(at, w + 2, {day, day}, MomentKind::weekday);
  }
  switch (modifier) {
    case last:
    case past:
    case previous:
      day = weekday_on_or_before(today_ - days(1), number_);
      break;
    case next:
    case coming:
    case following:
      day = weekday_on_or_after(today_ + days(1), number_);
      break;
    case this_:
      day = direction(k) == Direction::past ? day : weekday_on_or_after(today_, number_);
      break;
    default: {
      const TimeKind before_ = kind_before(at);
      const bool ahead_ = before_ == until || (before_ == of && at >= begin_ + 2 && words_[at - 2].kind == ahead);
      const Direction where = before_ == since ? Direction::past : ahead_ ? Direction::future : direction(k);
      if (where == Direction::future || (before_ == by && where != Direction::past)) day = weekday_on_or_after(today_, number_);
    }
  }
  return moment(at, after, {day, day}, MomentKind::weekday);
}

Days MomentReader::weekend(std::uint32_t at, TimeKind modifier) const {
  const Day today_ = *published_;
  const bool in_weekend = std::chrono::weekday(today_).c_encoding() == 0 || std::chrono::weekday(today_).c_encoding() == 6;
  const Days around = unit_around(TimeUnit::weekend, today_);
  switch (modifier) {
    case last:
    case past:
    case previous:
      return in_weekend ? Days{around.start - days(7), around.end - days(7)} : around;
    case next:
    case coming:
    case following:
      return {around.start + days(7), around.end + days(7)};
    default:
      break;
  }
  const Direction where = direction(at);
  if (in_weekend || where == Direction::past || (where == Direction::unknown && modifier != this_)) return around;
  return {around.start + days(7), around.end + days(7)};
}

MomentReader::Found MomentReader::read_relative_unit(std::uint32_t at, const std::optional<Days>& anchor) const {
  std::uint32_t k = at;
  const bool with_article = kind(k) == the;
  if (with_article) ++k;
  TimeKind modifier = kind(k);
  if (!published_) return std::nullopt;
  const Day today_ = *published_;
  if (with_article && kind(k) == unit && unit_of(word(k)) == TimeUnit::weekend && !word(k).plural)
    return moment(at, k + 1, weekend(k, the));
  if (modifier != last && modifier != past && modifier != next && modifier != coming && modifier != current && modifier != this_ &&
      modifier != recent && modifier != previous && modifier != following)
    return std::nullopt;
  ++k;
  if (modifier == this_ && (kind(k) == past || kind(k) == last || kind(k) == coming)) modifier = kind(k), ++k;
  // A number or `few` before the unit.
  int count = 0;
  if (kind(k) == number && word(k).value_to == 0)
    count = word(k).value, ++k;
  else if (kind(k) == few)
    count = few_units, ++k;
  else if (kind(k) == couple)
    count = 2, ++k, k += kind(k) == of;
  if (count < 0 || count > 3000) return std::nullopt;
  if (kind(k) == dash) ++k;
  if (kind(k) == day_part && count == 0) {
    if (modifier == this_) return moment(at, k + 1, {today_, today_});
    if (modifier == last) return moment(at, k + 1, {today_ - days(1), today_ - days(1)});
    return std::nullopt;
  }
  if (kind(k) != unit) return std::nullopt;
  const TimeUnit unit_ = unit_of(word(k));
  const bool plural = word(k).plural;
  const std::uint32_t after = k + 1;
  if (count == 0 && is_fine(unit_) && modifier != recent && !plural) return std::nullopt;  // the last minute
  // Of something else: `the last week of May`, `in the first year of his term`
  if (kind(after) == of && !plural && count == 0) return std::nullopt;
  const auto back = [&](int units) { return moment(at, after, {shifted(today_, unit_, -units), today_}); };
  const auto forward = [&](int units) { return moment(at, after, {today_, shifted(today_, unit_, units)}); };
  const auto around = [&](int units) {
    if (unit_ == TimeUnit::weekend) return moment(at, after, weekend(k, modifier));
    return moment(at, after, unit_around(unit_, shifted(unit_around(unit_, today_).start, unit_, units)));
  };
  switch (modifier) {
    case last:
    case past:
      if (count > 0) return is_fine(unit_) ? moment(at, after, {today_ - days((count + 23) / 24), today_}) : back(count);
      if (plural) return back(few_units);
      if (unit_ == TimeUnit::day && modifier == last) return std::nullopt;
      if (unit_ == TimeUnit::weekend) return around(-1);
      return modifier == past || (with_article && kind_before(at) != in) ? back(1) : around(-1);
    case next:
    case coming:
      if (count > 0) return is_fine(unit_) ? moment(at, after, {today_, today_ + days((count + 23) / 24)}) : forward(count);
      if (plural) return modifier == coming ? Found(forward(few_units)) : std::nullopt;
      if (unit_ == TimeUnit::day) return anchor ? Found(moment(at, after, {anchor->end + days(1), anchor->end + days(1)})) : std::nullopt;
      return around(1);
    case current:
    case this_:
      if (count > 0 || plural) return std::nullopt;
      if (unit_ == TimeUnit::day) return std::nullopt;
      return around(0);
    case recent:
      if (plural) return is_fine(unit_) ? moment(at, after, {today_ - days(1), today_}) : back(few_units);
      return std::nullopt;
    case previous:
    case following: {
      const int sign = modifier == previous ? -1 : 1;
      if (plural || count > 0) {
        if (!anchor || count == 0) return std::nullopt;
        if (sign < 0) return moment(at, after, {shifted(anchor->start, unit_, -count), anchor->start});
        return moment(at, after, {anchor->end, shifted(anchor->end, unit_, count)});
      }
      if (!anchor && sign > 0) return std::nullopt;
      const Day from_ = anchor ? (sign < 0 ? anchor->start : anchor->end) : today_;
      return moment(at, after, unit_around(unit_, shifted(unit_around(unit_, from_).start, unit_, sign)));
    }
    default:
      return std::nullopt;
  }
}

MomentReader::Found MomentReader::read_counted_unit(std::uint32_t at, const std::optional<Days>& anchor) const {
  std::uint32_t k = at;
  if (!published_) return std::nullopt;
  const bool inside = kind(k) == within, ahead_ = kind(k) == in;
  if (inside || ahead_) ++k;
  int count = 0;
  bool vague = false;
  if (kind(k) == a && (kind(k + 1) == few || kind(k + 1) == couple)) ++k;
  if (kind(k) == a)
    count = 1, ++k;
  else if (kind(k) == number && word(k).value_to == 0)
    count = word(k).value, ++k;
  else if (kind(k) == few)
    count = few_units, vague = true, ++k;
  else if (kind(k) == couple)
    count = 2, ++k, k += kind(k) == of;
  if (kind(k) == half && count == 1) return std::nullopt;
  if (count <= 0 || count > 3000 || kind(k) != unit) return std::nullopt;
  const TimeUnit unit_ = unit_of(word(k));
  if ((unit_ == TimeUnit::year && count > 1500) || (unit_ == TimeUnit::decade && count > 100) || (unit_ == TimeUnit::century && count > 15))
    return std::nullopt;
  ++k;
  const auto around = [&](Day origin, int units, std::uint32_t last_) {
    if (vague) {
      const Day near = shifted(origin, unit_, units > 0 ? 2 : -2), far = shifted(origin, unit_, units > 0 ? 6 : -6);
      return moment(at, last_, units > 0 ? Days{near, far} : Days{far, near});
    }
    return moment(at, last_, unit_around(unit_ == TimeUnit::weekend ? TimeUnit::week : unit_, shifted(origin, unit_, units)));
  };
  if (inside || ahead_) {
    if (direction(k - 1) != Direction::future) return std::nullopt;
    if (kind(k) == possessive) k += 1 + (kind(k + 1) == time);  // in two weeks' time
    if (inside)
      return moment(at, k, {*published_, is_fine(unit_) ? *published_ + days((count + 23) / 24) : shifted(*published_, unit_, count)});
    return around(*published_, count, k);
  }
  if (kind(k) == ago) return around(*published_, -count, k + 1);
  const bool closes = k + 1 >= end_ || kind(k + 1) == comma || !coding_.reading.words[k + 1].space_before ||
                      coding_.reading.words[k + 1].upos == Upos::PUNCT;
  if (kind(k) == earlier || (kind(k) == before && closes)) {
    if (anchor) return around(anchor->start, -count, k + 1);
    return around(*published_, -count, k + 1);
  }
  if ((kind(k) == later || (kind(k) == TimeKind::after && closes)) && anchor) return around(anchor->end, count, k + 1);
  return std::nullopt;
}

MomentReader::Found MomentReader::read_named_day(std::uint32_t at, const std::optional<Days>& anchor) const {
  if (!published_) return std::nullopt;
  const Day today_ = *published_;
  const auto on_day = [&](std::uint32_t last_, int offset) { return moment(at, last_, {today_ + days(offset), today_ + days(offset)}); };
  switch (kind(at)) {
    case yesterday:
      return on_day(at + 1 + (kind(at + 1) == day_part), -1);
    case today: {
      // `USA Today`, `Today's World`: a name
      if (word(at).capital && at > begin_ && starts_with_capital(coding_.reading.words[at - 1].form)) return std::nullopt;
      return on_day(at + 1, 0);
    }
    case tonight:
      return on_day(at + 1, 0);
    case overnight:
      return moment(at, at + 1, {today_ - days(1), today_});
    case tomorrow:
      return on_day(at + 1 + (kind(at + 1) == day_part), 1);
    default:
      break;
  }
  if (kind(at) == TimeKind::at && kind(at + 1) == press && kind(at + 2) == time) return on_day(at + 3, 0);
  if (kind(at) == TimeKind::at && kind(at + 1) == the && kind(at + 2) == time && kind(at + 3) == of && kind(at + 4) == writing)
    return on_day(at + 5, 0);
  if (kind(at) == TimeKind::at && kind(at + 1) == this_ && kind(at + 2) == writing) return on_day(at + 3, 0);
  if (kind(at) == earlier && (kind(at + 1) == today)) return on_day(at + 2, 0);
  if (kind(at) == later && (kind(at + 1) == today)) return on_day(at + 2, 0);
  if (kind(at) == the || kind(at) == same || kind(at) == that) {
    const std::uint32_t k = at + (kind(at) == the);
    const bool is_same = kind(k) == same;
    const std::uint32_t d = k + (is_same || kind(k) == that);
    if (kind(d) != unit || unit_of(word(d)) != TimeUnit::day || word(d).plural) return std::nullopt;
    if (is_same || kind(k) == that) return anchor && anchor->start == anchor->end ? Found(moment(at, d + 1, *anchor)) : std::nullopt;
    if (kind(d + 1) == before && kind(d + 2) == yesterday) return on_day(d + 3, -2);
    if (kind(d + 1) == TimeKind::after && kind(d + 2) == tomorrow) return on_day(d + 3, 2);
    const bool closes = d + 2 >= end_ || kind(d + 2) == comma || coding_.reading.words[d + 2].upos == Upos::PUNCT ||
                        !coding_.reading.words[d + 2].space_before;
    if (anchor && closes && kind(d + 1) == before) return moment(at, d + 2, {anchor->start - days(1), anchor->start - days(1)});
    if (anchor && closes && kind(d + 1) == TimeKind::after) return moment(at, d + 2, {anchor->end + days(1), anchor->end + days(1)});
  }
  return std::nullopt;
}

MomentReader::Found MomentReader::read_season(std::uint32_t at) const {
  std::uint32_t k = at;
  const TimeKind modifier = kind(k);
  if (modifier == last || modifier == next || modifier == this_ || modifier == the || modifier == past || modifier == coming) ++k;
  if (kind(k) != TimeKind::season) return std::nullopt;
  const auto first_month = static_cast<unsigned>(word(k).value);
  std::uint32_t y = k + 1 + (kind(k + 1) == of);
  if (const auto year_ = year_number(y); year_ && !word(k).plural)
    return moment(at, y + 1, whole_season(*year_, first_month), MomentKind::other, true);
  if (k == at || !published_) return std::nullopt;
  // `the fall of the government`, `the spring`: only in a time's place.
  if (modifier == the && (kind_before(at) != in && kind_before(at) != during && kind_before(at) != until && kind_before(at) != by))
    return std::nullopt;
  if (kind(k + 1) == of) return std::nullopt;
  const Day today_ = *published_;
  const int year_ = year_of(today_);
  std::optional<Days> around, before_, after_;
  for (int candidate = year_ - 2; candidate <= year_ + 1; ++candidate) {
    const Days found = whole_season(candidate, first_month);
    if (found.end < today_)
      before_ = found;
    else if (found.start <= today_)
      around = found;
    else if (!after_)
      after_ = found;
  }
  std::optional<Days> chosen;
  if (modifier == last || modifier == past)
    chosen = before_;
  else if (modifier == next || modifier == coming)
    chosen = after_;
  else if (around)
    chosen = around;
  else if (modifier == this_)
    chosen = after_ && year_of(after_->start) == year_ ? after_ : before_;
  else
    chosen = direction(k) == Direction::future ? after_ : before_;
  if (!chosen) return std::nullopt;
  return moment(at, k + 1, *chosen);
}

MomentReader::Found MomentReader::read_part(std::uint32_t at, const std::optional<Days>& anchor) const {
  const auto whole = [&](std::uint32_t k) -> Found {
    if (auto found = read_month(k)) return found;
    if (auto found = read_year(k)) return found;
    if (auto found = read_season(k)) return found;
    if (auto found = read_relative_unit(k, anchor)) return found;
    if (kind(k) == the && kind(k + 1) == unit && published_ && !word(k + 1).plural && unit_of(word(k + 1)) >= TimeUnit::week)
      return moment(k, k + 2, unit_around(unit_of(word(k + 1)), *published_));
    return std::nullopt;
  };
  if (kind(at) == earlier || kind(at) == later) {
    std::uint32_t k = at + 1;
    const bool plain = kind(k) == in || kind(k) == on;
    k += plain;
    if (kind(k) == the && kind(k + 1) == unit && unit_of(word(k + 1)) == TimeUnit::day && published_)
      return moment(at, k + 2, {*published_, *published_});
    if (kind(k) == TimeKind::weekday || kind(k) == yesterday || kind(k) == today || kind(k) == tomorrow) {
      if (auto found = read_simple(k, anchor)) return found->first = at, found;
    }
    auto found = whole(k);
    if (!found && kind(k) == day_part) return std::nullopt;
    if (!found || !published_) return std::nullopt;
    const Day today_ = *published_;
    found->first = at;
    if (found->days.start <= today_ && today_ <= found->days.end) (kind(at) == earlier ? found->days.end : found->days.start) = today_;
    return found;
  }
  std::uint32_t k = at;
  if (kind(k) == the) ++k;
  if (auto which = part_of_word(kind(k))) {
    std::uint32_t from_ = k + 1;
    if (kind(from_) == dash) ++from_;
    if (*which != Part::mid && (kind(from_) == in || kind(from_) == on)) ++from_;
    if (kind(from_) == TimeKind::weekday || kind(from_) == yesterday || kind(from_) == today || kind(from_) == tomorrow) {
      auto found = read_simple(from_, anchor);
      if (found) found->first = at;
      return found;
    }
    auto found = whole(from_);
    if (!found) return std::nullopt;
    found->first = at;
    if (found->days.end - found->days.start >= days(6)) found->days = part_of(found->days, *which);
    return found;
  }
  if (const TimeKind what = kind(k); (what == end || what == beginning || what == middle) && kind(k + 1) == of) {
    auto found = whole(k + 2);
    if (!found) return std::nullopt;
    found->first = at;
    found->days = part_of(found->days, what == end ? Part::late : what == beginning ? Part::early : Part::mid);
    return found;
  }
  // the first half of 2019; the third quarter of last year
  const bool last_one = kind(k) == last;
  if ((kind(k) == ordinal || last_one) && (kind(k + 1) == half || (kind(k + 1) == unit && unit_of(word(k + 1)) == TimeUnit::quarter))) {
    const int parts = kind(k + 1) == half ? 2 : 4;
    const int index = last_one ? parts : word(k).value;
    if (index < 1 || index > parts || kind(k + 2) != of) return std::nullopt;
    auto found = whole(k + 3);
    if (!found || found->days.end - found->days.start < days(360) || found->days.end - found->days.start > days(366)) return std::nullopt;
    const int year_ = year_of(found->days.start), months = 12 / parts;
    found->first = at;
    found->days = {whole_month(year_, static_cast<unsigned>((index - 1) * months + 1)).start,
                   whole_month(year_, static_cast<unsigned>(index * months)).end};
    return found;
  }
  return std::nullopt;
}

MomentReader::Found MomentReader::read_since(std::uint32_t at, const std::optional<Days>& anchor) const {
  if (kind(at) != TimeKind::since || !published_) return std::nullopt;
  auto found = read_simple(at + 1, anchor);
  if (!found || found->days.start > *published_) return std::nullopt;
  found->first = at;
  found->days.end = *published_;
  return found;
}

MomentReader::Found MomentReader::read_range(std::uint32_t at, const std::optional<Days>& anchor) const {
  if (kind(at) != from && kind(at) != between) return std::nullopt;
  auto first = read_simple(at + 1, anchor);
  if (!first) {
    // from 3 to 5 May
    return std::nullopt;
  }
  const TimeKind link = kind(first->last);
  const bool fits = kind(at) == from ? link == to || link == until || link == dash : link == and_;
  if (!fits) {
    // `from 3 to 5 May`, `between May 3 and 5` have been read as one already.
    if (first->kind == MomentKind::day_of_month && first->days.end > first->days.start) return first->first = at, first;
    // between May 3 and 5
    return std::nullopt;
  }
  if (first->kind == MomentKind::day_of_month && day_number(first->last + 1) && kind(first->last + 2) != TimeKind::month &&
      word(first->last + 1).digits > 0 && kind(first->last + 2) != unit) {
    if (const auto last_day = of_number(year_of(first->days.start), month_number(first->days.start), *day_number(first->last + 1));
        last_day && last_day->end > first->days.start) {
      first->first = at;
      first->days.end = last_day->end;
      first->last += 2;
      return first;
    }
  }
  auto second = read_simple(first->last + 1, anchor);
  if (!second) return std::nullopt;
  Days days_{first->days.start, second->days.end};
  if (second->has_year && !first->has_year && first->kind != MomentKind::weekday) {
    while (days_.start > second->days.end) days_.start = shifted(days_.start, TimeUnit::year, -1);
    while (second->days.start - days_.start > days(366)) days_.start = shifted(days_.start, TimeUnit::year, 1);
  }
  if (days_.start > days_.end) days_.start = shifted(days_.start, first->kind == MomentKind::weekday ? TimeUnit::week : TimeUnit::year, -1);
  if (days_.start > days_.end) return std::nullopt;
  return moment(at, second->last, days_, first->kind, first->has_year || second->has_year);
}

MomentReader::Found MomentReader::read_on(Moment first, const std::optional<Days>& anchor) const {
  const TimeKind link = kind(first.last);
  if (link != dash && link != to) return first;
  if (first.kind == MomentKind::other || first.kind == MomentKind::decade) return first;
  // `Friday - a holiday -`: only what is of the same kind goes on.
  if (first.kind == MomentKind::year && word(first.last + 1).kind == number && word(first.last + 1).digits == 2 && link == dash) {
    const int year_ = year_of(first.days.start) / 100 * 100 + word(first.last + 1).value;
    if (year_ > year_of(first.days.start))
      return moment(first.first, first.last + 2, {first.days.start, whole_year(year_).end}, MomentKind::year, true);
    return first;
  }
  const auto second = read_simple(first.last + 1, anchor);
  if (!second || second->kind != first.kind) return first;
  Days days_{first.days.start, second->days.end};
  if (second->has_year && !first.has_year) {
    while (days_.start > days_.end) days_.start = shifted(days_.start, TimeUnit::year, -1);
  }
  if (days_.start > days_.end) days_.start = shifted(days_.start, first.kind == MomentKind::weekday ? TimeUnit::week : TimeUnit::year, -1);
  if (days_.start > days_.end) return first;
  return moment(first.first, second->last, days_, first.kind, first.has_year || second->has_year);
}

MomentReader::Found MomentReader::read_simple(std::uint32_t at, const std::optional<Days>& anchor) const {
  switch (kind(at)) {
    case none:
      return read_number(at);
    case TimeKind::weekday:
      if (auto found = read_day_of_month(at)) return found;
      return read_weekday(at);
    case TimeKind::month:
      if (auto found = read_day_of_month(at)) return found;
      return read_month(at);
    case number:
      if (auto found = read_number(at)) return found;
      if (auto found = read_day_of_month(at)) return found;
      if (auto found = read_counted_unit(at, anchor)) return found;
      if (word(at).digits == 4 && word(at).value_to >= 1 && year_number(at)) {  // 2011-2013 in one word
        const int to_ = word(at).value_to < 100 ? word(at).value / 100 * 100 + word(at).value_to : word(at).value_to;
        if (to_ > word(at).value && to_ < 2200)
          return moment(at, at + 1, {whole_year(word(at).value).start, whole_year(to_).end}, MomentKind::other, true);
      }
      return read_year(at);
    case ordinal:
      return read_day_of_month(at);
    case TimeKind::decade:
      return read_year(at);
    case TimeKind::season:
      return read_season(at);
    case yesterday:
    case today:
    case tonight:
    case tomorrow:
    case overnight:
    case TimeKind::at:
      return read_named_day(at, anchor);
    case in:
    case within:
    case a:
    case few:
    case couple:
      return read_counted_unit(at, anchor);
    case earlier:
    case later:
      if (auto found = read_named_day(at, anchor)) return found;
      return read_part(at, anchor);
    case early:
    case mid:
    case late:
    case end:
    case beginning:
    case middle:
      return read_part(at, anchor);
    case the:
      if (auto found = read_day_of_month(at)) return found;
      if (auto found = read_part(at, anchor)) return found;
      if (auto found = read_named_day(at, anchor)) return found;
      if (auto found = read_weekday(at)) return found;
      if (auto found = read_relative_unit(at, anchor)) return found;
      if (auto found = read_season(at)) return found;
      return read_year(at);
    case last:
    case past:
    case next:
    case coming:
    case current:
    case this_:
    case recent:
    case previous:
    case following:
      if (auto found = read_weekday(at)) return found;
      if (auto found = read_part(at, anchor)) return found;
      if (auto found = read_relative_unit(at, anchor)) return found;
      if (auto found = read_season(at)) return found;
      if (kind(at + 1) == TimeKind::month) return read_month(at + 1);
      return std::nullopt;
    case same:
    case that:
      return read_named_day(at, anchor);
    default:
      return std::nullopt;
  }
}

}  // namespace demarche
