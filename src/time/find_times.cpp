#include <algorithm>

#include "text/words.h"
#include "time/expressions.h"
#include "time/time.h"

namespace demarche {

namespace {

// `Ten years ago an article hailed her. “Yesterday she won,” it read`: the days of a writing that the document dates back by more than two
// months, by another sentence that speaks of it.
std::optional<DateRange> days_of_old_writing(const Coding& coding, std::int32_t mention) {
  constexpr int sentences_back = 4;
  constexpr auto old = std::chrono::days(60);
  const Actors& actors = coding.actors;
  if (mention == no_mention || !coding.document.published) return std::nullopt;
  const Mention& source = actors.mentions[static_cast<std::size_t>(mention)];
  const auto lemma = coding.reading.words[source.head].lemma;
  if (!is_one_of(lemma, {"article", "story", "letter", "memo", "memorandum", "diary", "editorial", "column", "book", "report", "dispatch"}))
    return std::nullopt;
  const auto sentence = coding.reading.words[source.head].sentence;
  for (const Mention& other : actors.mentions) {
    if (other.entity != source.entity || other.entity == no_entity || coding.reading.words[other.head].lemma != lemma) continue;
    const auto there = coding.reading.words[other.head].sentence;
    if (there >= sentence || there + sentences_back < sentence) continue;
    for (const TimeExpression& time : coding.times)
      if (!time.words.empty() && coding.reading.words[time.words.first].sentence == there &&
          !coding.reading.words[time.words.first].quoted &&
          std::chrono::sys_days(time.days.end) + old < std::chrono::sys_days(*coding.document.published))
        return time.days;
  }
  return std::nullopt;
}

// What is counted from the day of writing (`yesterday`, `on Friday`, `in May`) is counted from that of the writing quoted. When that was is
// known as exactly as the document tells it.
void date_by_old_writing(Coding& coding, const std::vector<bool>& from_publication) {
  for (std::size_t i = 0; i < coding.statements.size(); ++i) {
    const Statement& statement = coding.statements[i];
    if (!statement.direct || statement.inside != no_statement) continue;
    const auto days = days_of_old_writing(coding, speaker_mention(coding.actors, i));
    if (!days) continue;
    for (std::size_t k = 0; k < coding.times.size(); ++k)
      if (from_publication[k] && std::any_of(statement.content.begin(), statement.content.end(),
                                             [&](WordRange part) { return part.contains(coding.times[k].words.first); }))
        coding.times[k].days = *days;
  }
}

}  // namespace

void find_times(Coding& coding) {
  coding.times.clear();
  const Reading& reading = coding.reading;
  const Tree tree(reading);
  const auto words = time_words(reading);
  const MomentReader reader(coding, tree, words);
  std::vector<bool> from_publication;  // for each expression: is it counted from the day of publication?
  std::optional<Days> anchor;          // what `the day before` counts from: the last expression, if it is not far
  std::uint32_t anchor_sentence = 0;
  std::optional<Days> past;  // the last that is not to come
  std::uint32_t past_sentence = 0;
  const auto published = coding.document.published;
  for (std::uint32_t at = 0; at < words.size();) {
    if (words[at].kind == TimeKind::none &&
        (reading.words[at].form.empty() || reading.words[at].form[0] < '0' || reading.words[at].form[0] > '9')) {
      ++at;
      continue;
    }
    const std::uint32_t sentence = reading.words[at].sentence;
    if (anchor && anchor_sentence == sentence)
      if (const auto distance = reader.read_distance(at, *anchor)) {
        if (const DateRange days = range_of(distance->days); days.start.ok() && days.end.ok() && static_cast<int>(days.start.year()) > 0) {
          coding.times.push_back({{at, distance->last}, days});
          from_publication.push_back(false);
        }
        at = distance->last;
        continue;
      }
    const bool near = anchor && sentence - anchor_sentence <= 2;
    // `She spoke on Tuesday, a week before the vote of next Friday. A day earlier she was arrested.`
    const bool to_come = near && published && std::chrono::sys_days(range_of(*anchor).start) > std::chrono::sys_days(*published);
    const bool told = to_come && past && sentence - past_sentence <= 4 && direction_of(reading, tree, at) == Direction::past;
    const auto found = reader.read(at, told ? past : near ? anchor : std::nullopt);
    if (!found || found->last <= at) {
      ++at;
      continue;
    }
    const DateRange days = range_of(found->days);
    if (days.start.ok() && days.end.ok() && static_cast<int>(days.start.year()) > 0 && static_cast<int>(days.end.year()) < 10000) {
      coding.times.push_back({{std::min(found->first, at), found->last}, days});
      from_publication.push_back(!found->has_year);
      anchor = found->days;
      anchor_sentence = sentence;
      if (published && std::chrono::sys_days(days.start) <= std::chrono::sys_days(*published)) past = anchor, past_sentence = sentence;
    }
    at = found->last;
  }
  // An expression may take in the word before it (`last December`), never one of another.
  for (std::size_t i = 1; i < coding.times.size(); ++i)
    coding.times[i].words.first = std::max(coding.times[i].words.first, coding.times[i - 1].words.last);
  date_by_old_writing(coding, from_publication);
}

}  // namespace demarche
