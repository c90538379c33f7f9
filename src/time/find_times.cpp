#include <algorithm>

#include "time/expressions.h"
#include "time/time.h"

namespace demarche {

void find_times(Coding& coding) {
  coding.times.clear();
  const Reading& reading = coding.reading;
  const Tree tree(reading);
  const auto words = time_words(reading);
  const MomentReader reader(coding, tree, words);
  std::optional<Days> anchor;  // what `the day before` counts from: the last expression, if it is not far
  std::uint32_t anchor_sentence = 0;
  for (std::uint32_t at = 0; at < words.size();) {
    if (words[at].kind == TimeKind::none &&
        (reading.words[at].form.empty() || reading.words[at].form[0] < '0' || reading.words[at].form[0] > '9')) {
      ++at;
      continue;
    }
    const std::uint32_t sentence = reading.words[at].sentence;
    const bool near = anchor && sentence - anchor_sentence <= 2;
    const auto found = reader.read(at, near ? anchor : std::nullopt);
    if (!found || found->last <= at) {
      ++at;
      continue;
    }
    const DateRange days = range_of(found->days);
    if (days.start.ok() && days.end.ok() && static_cast<int>(days.start.year()) > 0 && static_cast<int>(days.end.year()) < 10000) {
      coding.times.push_back({{std::min(found->first, at), found->last}, days});
      anchor = found->days;
      anchor_sentence = sentence;
    }
    at = found->last;
  }
  // An expression may take in the word before it (`last December`), never one of another.
  for (std::size_t i = 1; i < coding.times.size(); ++i)
    coding.times[i].words.first = std::max(coding.times[i].words.first, coding.times[i - 1].words.last);
}

}  // namespace demarche
