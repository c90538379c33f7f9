#include "time/expressions.h"

#include <algorithm>

#include "time/shared.h"

namespace demarche {

using std::chrono::days;

namespace {

using enum TimeKind;

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

}  // namespace

bool equals(std::string_view form, std::string_view lowered) {
  if (form.size() != lowered.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i)
    if ((form[i] >= 'A' && form[i] <= 'Z' ? form[i] + 32 : form[i]) != lowered[i]) return false;
  return true;
}

bool starts_with_capital(std::string_view form) { return !form.empty() && form[0] >= 'A' && form[0] <= 'Z'; }

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

bool MomentReader::is_past_day(const std::optional<Days>& anchor) const {
  return anchor && anchor->start == anchor->end && (!published_ || anchor->end <= *published_);
}

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
  return nearest(
      [&](int year_) -> std::optional<Day> {
        const auto found = of_number(year_, month_, day);
        if (!found) return std::nullopt;
        return found->start;
      },
      at);
}

std::optional<Day> MomentReader::nearest(const std::function<std::optional<Day>(int year)>& in_year, std::uint32_t at) const {
  if (!published_) return std::nullopt;
  const int year_ = year_of(*published_);
  std::optional<Day> before, after;
  for (const int candidate : {year_ - 1, year_, year_ + 1}) {
    const auto found = in_year(candidate);
    if (!found) continue;
    if (*found <= *published_)
      before = *found;
    else if (!after)
      after = *found;
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

MomentReader::Found MomentReader::read_part(std::uint32_t at, const std::optional<Days>& anchor) const {
  const auto whole = [&](std::uint32_t k) -> Found {
    if (auto found = read_month(k, anchor)) return found;
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
    // `Earlier in the day`: in that which was spoken of last, else in that of publication.
    if (kind(k) == the && kind(k + 1) == unit && unit_of(word(k + 1)) == TimeUnit::day && published_)
      return moment(at, k + 2, is_past_day(anchor) ? *anchor : Days{*published_, *published_});
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
  return read_ordinal_part(at, k, whole);
}

// The first half of 2019, the third quarter of last year, the last week of May, the first three months of the year. `k` is behind an
// article; `whole` reads what follows `of`.
MomentReader::Found MomentReader::read_ordinal_part(std::uint32_t at, std::uint32_t k,
                                                    const std::function<Found(std::uint32_t)>& whole) const {
  const bool from_end = kind(k) == last;
  if (kind(k) != ordinal && !from_end) return std::nullopt;
  const int index = from_end ? 1 : word(k).value;
  std::uint32_t u = k + 1;
  int count = 1;
  if (kind(u) == number && word(u).value_to == 0) count = word(u).value, ++u;
  if (kind(u) == few) count = few_units, ++u;
  const bool halves = kind(u) == half;
  if ((!halves && kind(u) != unit) || kind(u + 1) != of) return std::nullopt;
  const TimeUnit unit_ = halves ? TimeUnit::year : unit_of(word(u));
  if (count < 1 || count > 60 || index < 1 || index > 60 || (count > 1 && (halves || index > 1))) return std::nullopt;
  auto found = whole(u + 2);
  if (!found) return std::nullopt;
  const auto length = (found->days.end - found->days.start).count() + 1;
  const bool is_year = length >= 365 && length <= 366, is_month = length >= 28 && length <= 31;
  const Day start = found->days.start, end_day = found->days.end;
  found->first = at;
  if (halves && is_month) {
    if (index > 2) return std::nullopt;
    const Day sixteenth = start + days(15);
    found->days = index == 2 || from_end ? Days{sixteenth, end_day} : Days{start, sixteenth - days(1)};
    return found;
  }
  if (halves || (unit_ == TimeUnit::quarter && is_year)) {
    const int parts = halves ? 2 : 4, months = 12 / parts;
    const int part = from_end ? parts : index;
    if (!is_year || part > parts || count > 1) return std::nullopt;
    found->days = {whole_month(year_of(start), static_cast<unsigned>((part - 1) * months + 1)).start,
                   whole_month(year_of(start), static_cast<unsigned>(part * months)).end};
    return found;
  }
  // Days and weeks counted from the first day or back from the last one; months of a year.
  const bool fits = (unit_ == TimeUnit::month && length >= 365) || (unit_ == TimeUnit::year && length > 3000) ||
                    ((unit_ == TimeUnit::week || unit_ == TimeUnit::day) && (is_month || is_year));
  if (!fits || (word(u).plural && count == 1)) return std::nullopt;
  const Day first = from_end ? shifted(end_day + days(1), unit_, -count) : shifted(start, unit_, index - 1);
  const Day behind = from_end ? end_day + days(1) : shifted(first, unit_, count);
  if (first < start || behind > end_day + days(1)) return std::nullopt;
  found->days = {first, behind - days(1)};
  return found;
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
  auto found = read_whole(at, anchor);
  // mid-May, late-1990s; the part may stand behind an article.
  const std::uint32_t k = at + (kind(at) == the);
  if (found && word(k).part != none && found->last == k + 1)
    if (const auto which = part_of_word(word(k).part)) found->days = part_of(found->days, *which);
  return found;
}

MomentReader::Found MomentReader::read_whole(std::uint32_t at, const std::optional<Days>& anchor) const {
  switch (kind(at)) {
    case none:
      return read_number(at);
    case TimeKind::feast:
      return read_feast(at);
    case TimeKind::weekday:
      if (auto found = read_day_of_month(at, anchor)) return found;
      return read_weekday(at);
    case TimeKind::month:
      if (auto found = read_feast(at)) return found;  // May Day
      if (auto found = read_day_of_month(at, anchor)) return found;
      return read_month(at, anchor);
    case number:
      if (auto found = read_number(at)) return found;
      if (auto found = read_day_of_month(at, anchor)) return found;
      if (auto found = read_counted_unit(at, anchor)) return found;
      if (word(at).digits == 4 && word(at).value_to >= 1 && year_number(at)) {  // 2011-2013 in one word
        const int to_ = word(at).value_to < 100 ? word(at).value / 100 * 100 + word(at).value_to : word(at).value_to;
        if (to_ > word(at).value && to_ < 2200)
          return moment(at, at + 1, {whole_year(word(at).value).start, whole_year(to_).end}, MomentKind::other, true);
      }
      return read_year(at);
    case ordinal:
      return read_day_of_month(at, anchor);
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
    case half:
    case unit:
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
      if (auto found = read_day_of_month(at, anchor)) return found;
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
      if (kind(at + 1) == TimeKind::month) return read_month(at + 1, anchor);
      return std::nullopt;
    case same:
    case that:
      return read_named_day(at, anchor);
    default:
      return std::nullopt;
  }
}

}  // namespace demarche
