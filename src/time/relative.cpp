// Times that are counted from the day of publication, or from the last expression: `on Friday`, `two weeks ago`, `the day before`.
#include <algorithm>

#include "time/expressions.h"
#include "time/shared.h"

namespace demarche {

using std::chrono::days;

namespace {

using enum TimeKind;

}  // namespace

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
  if (kind(k) != TimeKind::weekday || word(k).plural || !published_) return std::nullopt;
  // Days with a name of their own, and papers.
  if (k > begin_) {
    const std::string_view name = coding_.reading.words[k - 1].form;
    for (const std::string_view other : {"Super", "Bloody", "Black", "Good", "Palm", "Fat", "Cyber", "Ash", "Easter", "Holy"})
      if (name == other) return std::nullopt;
    for (const std::string_view each : {"every", "each", "any"})
      if (equals(name, each)) return std::nullopt;
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
    case next:  // said on a Wednesday, `next Friday` is that of the next week, not `this Friday`
      day = weekday_on_or_after(unit_around(TimeUnit::week, today_ + days(7)).start, number_);
      break;
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
      if (where == Direction::unknown && is_before_arranged(coding_.reading, tree_, k))
        if (const Day ahead_day = weekday_on_or_after(today_, number_); ahead_day - today_ < today_ - day) day = ahead_day;
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
    case following: {
      // The one that comes first is `this weekend`.
      const int ahead_days = modifier == next && !in_weekend ? 14 : 7;
      return {around.start + days(ahead_days), around.end + days(ahead_days)};
    }
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
    count = word(k).value, k += word(k).size;
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

std::optional<MomentReader::Counted> MomentReader::counted(std::uint32_t at) const {
  std::uint32_t k = at;
  Counted found;
  if (kind(k) == a && (kind(k + 1) == few || kind(k + 1) == couple)) ++k;
  if (kind(k) == a)
    found.count = 1, ++k;
  else if (kind(k) == number && word(k).value_to == 0)
    found.count = word(k).value, k += word(k).size;
  else if (kind(k) == few)
    found.count = few_units, found.vague = true, ++k;
  else if (kind(k) == couple)
    found.count = 2, ++k, k += kind(k) == of;
  if (kind(k) == half && found.count == 1) return std::nullopt;
  if (found.count <= 0 || found.count > 3000 || kind(k) != unit) return std::nullopt;
  found.unit = unit_of(word(k));
  if ((found.unit == TimeUnit::year && found.count > 1500) || (found.unit == TimeUnit::decade && found.count > 100) ||
      (found.unit == TimeUnit::century && found.count > 15))
    return std::nullopt;
  found.last = k + 1;
  return found;
}

Moment MomentReader::counted_from(Day origin, std::uint32_t first, std::uint32_t last_, const Counted& distance, int sign) const {
  const TimeUnit unit_ = distance.unit;
  if (distance.vague) {
    const Day near = shifted(origin, unit_, sign * 2), far = shifted(origin, unit_, sign * 6);
    return moment(first, last_, sign > 0 ? Days{near, far} : Days{far, near});
  }
  return moment(first, last_,
                unit_around(unit_ == TimeUnit::weekend ? TimeUnit::week : unit_, shifted(origin, unit_, sign * distance.count)));
}

std::optional<Moment> MomentReader::read_distance(std::uint32_t at, const Days& anchor) const {
  const auto distance = counted(at);
  if (!distance || is_fine(distance->unit) || anchor.end > unit_around(distance->unit, anchor.start).end) return std::nullopt;
  const std::uint32_t k = distance->last;
  if (kind(k) != before && kind(k) != TimeKind::after) return std::nullopt;
  // What it is counted to stands behind: a clause or a noun that the preposition belongs to.
  const Word& preposition = coding_.reading.words[k];
  if (preposition.head == no_word || preposition.head <= static_cast<std::int32_t>(k) ||
      (base(preposition.deprel) != "mark" && base(preposition.deprel) != "case"))
    return std::nullopt;
  const bool back = kind(k) == TimeKind::after;
  return counted_from(back ? anchor.start : anchor.end, at, k + 1, *distance, back ? -1 : 1);
}

MomentReader::Found MomentReader::read_counted_unit(std::uint32_t at, const std::optional<Days>& anchor) const {
  std::uint32_t k = at;
  // `Hours later`: on the same day, for all that is said.
  if (kind(k) == unit) {
    const bool on_that_day = is_fine(unit_of(word(k))) && word(k).plural && (kind(k + 1) == later || kind(k + 1) == earlier);
    return on_that_day && is_past_day(anchor) ? Found(moment(at, k + 2, *anchor)) : std::nullopt;
  }
  if (!published_) return std::nullopt;
  // half a year ago
  if (kind(k) == half && kind(k + 1) == a && kind(k + 2) == unit && !word(k + 2).plural && kind(k + 3) == ago) {
    switch (unit_of(word(k + 2))) {
      case TimeUnit::year:
        return moment(at, k + 4, unit_around(TimeUnit::month, shifted(*published_, TimeUnit::month, -6)));
      case TimeUnit::decade:
        return moment(at, k + 4, unit_around(TimeUnit::year, shifted(*published_, TimeUnit::year, -5)));
      case TimeUnit::century:
        return moment(at, k + 4, unit_around(TimeUnit::decade, shifted(*published_, TimeUnit::decade, -5)));
      default:
        return std::nullopt;
    }
  }
  // two Sundays ago
  if (kind(k) == number && word(k).value >= 1 && word(k).value <= 52 && kind(k + 1) == TimeKind::weekday && word(k + 1).plural &&
      kind(k + 2) == ago) {
    const Day last_one = weekday_on_or_before(*published_ - days(1), word(k + 1).value);
    const Day day = last_one - days(7 * (word(k).value - 1));
    return moment(at, k + 3, {day, day}, MomentKind::weekday);
  }
  const bool inside = kind(k) == within, ahead_ = kind(k) == in;
  if (inside || ahead_) ++k;
  const auto distance = counted(k);
  if (!distance) return std::nullopt;
  const auto [count, vague, unit_, behind] = *distance;
  k = behind;
  const auto around = [&](Day origin, int sign, std::uint32_t last_) { return counted_from(origin, at, last_, *distance, sign); };
  if (inside || ahead_) {
    if (direction(k - 1) != Direction::future) return std::nullopt;
    if (kind(k) == possessive) k += 1 + (kind(k + 1) == time);  // in two weeks' time
    if (inside)
      return moment(at, k, {*published_, is_fine(unit_) ? *published_ + days((count + 23) / 24) : shifted(*published_, unit_, count)});
    return around(*published_, 1, k);
  }
  if (kind(k) == ago) return around(*published_, -1, k + 1);
  const bool closes = k + 1 >= end_ || kind(k + 1) == comma || !coding_.reading.words[k + 1].space_before ||
                      coding_.reading.words[k + 1].upos == Upos::PUNCT;
  if (kind(k) == earlier || (kind(k) == before && closes)) {
    if (anchor) return around(anchor->start, -1, k + 1);
    return around(*published_, -1, k + 1);
  }
  if ((kind(k) == later || (kind(k) == TimeKind::after && closes)) && anchor) {
    // `held since 2012. A year later he was freed`: what is told as past is not to come, whatever it was counted from.
    const Moment found = around(anchor->end, 1, k + 1);
    if (published_ && found.days.start > *published_ && direction(at) == Direction::past) return std::nullopt;
    return found;
  }
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
  // during the night
  if (kind(at) == the && word(at + 1).kind == day_part && equals(form(at + 1), "night") &&
      (kind_before(at) == during || kind_before(at) == in) && kind(at + 2) != of && kind(at + 2) != TimeKind::on)
    return moment(at, at + 2, {today_ - days(1), today_});
  // `said that May's talks had failed`
  if (kind(at) == that && base(coding_.reading.words[at].deprel) == "mark") return std::nullopt;
  if (kind(at) == the || kind(at) == same || kind(at) == that) {
    const std::uint32_t k = at + (kind(at) == the || (kind(at) == that && kind(at + 1) == same));
    const bool is_same = kind(k) == same;
    const std::uint32_t d = k + (is_same || kind(k) == that);
    // the week before; the month after
    if (anchor && d == k && kind(d) == unit && !word(d).plural && unit_of(word(d)) >= TimeUnit::week &&
        (kind(d + 1) == before || kind(d + 1) == TimeKind::after)) {
      const TimeUnit unit_ = unit_of(word(d));
      const bool closes = d + 2 >= end_ || kind(d + 2) == comma || coding_.reading.words[d + 2].upos == Upos::PUNCT;
      if (!closes || unit_ == TimeUnit::weekend) return std::nullopt;
      const bool back = kind(d + 1) == before;
      const Days around = unit_around(unit_, back ? anchor->start : anchor->end);
      return moment(at, d + 2, unit_around(unit_, shifted(around.start, unit_, back ? -1 : 1)));
    }
    if (d > k && anchor && kind(d + 1) != possessive)
      if (auto found = read_same(at, d, *anchor)) return found;
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

// `that May`, `the same year`, `that night`: around the last expression. `at` is where it starts, `d` what follows `that` or `same`.
MomentReader::Found MomentReader::read_same(std::uint32_t at, std::uint32_t d, const Days& anchor) const {
  const bool in_one_year = year_of(anchor.start) == year_of(anchor.end);
  switch (kind(d)) {
    case TimeKind::month:
      if (!in_one_year) return std::nullopt;
      return moment(at, d + 1, whole_month(year_of(anchor.start), static_cast<unsigned>(word(d).value)), MomentKind::month);
    case TimeKind::season:
      if (!in_one_year || word(d).plural) return std::nullopt;
      return moment(at, d + 1, whole_season(year_of(anchor.start), static_cast<unsigned>(word(d).value)));
    case TimeKind::weekday: {
      if (anchor.end - anchor.start > days(7) || word(d).plural) return std::nullopt;
      const Day day = weekday_on_or_after(anchor.start, word(d).value);
      return moment(at, d + 1, {day, day}, MomentKind::weekday);
    }
    case day_part:
      return anchor.start == anchor.end ? Found(moment(at, d + 1, anchor)) : std::nullopt;
    case unit: {
      const TimeUnit unit_ = unit_of(word(d));
      if (unit_ < TimeUnit::week || word(d).plural || kind(d + 1) == before || kind(d + 1) == TimeKind::after) return std::nullopt;
      const Days around = unit_around(unit_, anchor.start);
      return anchor.end <= around.end ? Found(moment(at, d + 1, around)) : std::nullopt;
    }
    default:
      return std::nullopt;
  }
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

}  // namespace demarche
