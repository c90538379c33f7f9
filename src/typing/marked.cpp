#include "typing/marked.h"

#include <algorithm>

namespace demarche {

MarkedSentence unmark(std::string_view marked) {
  MarkedSentence sentence;
  std::optional<std::uint32_t> source_begin, target_begin;
  for (std::size_t at = 0; at < marked.size();) {
    const auto rest = marked.substr(at);
    const auto here = static_cast<std::uint32_t>(sentence.text.size());
    if (rest.starts_with("<s>")) {
      source_begin = here;
      at += 3;
    } else if (rest.starts_with("<t>")) {
      target_begin = here;
      at += 3;
    } else if (rest.starts_with("</s>")) {
      if (source_begin) sentence.source = Span{*source_begin, here};
      at += 4;
    } else if (rest.starts_with("</t>")) {
      if (target_begin) sentence.target = Span{*target_begin, here};
      at += 4;
    } else {
      sentence.text += marked[at++];
    }
  }
  return sentence;
}

WordRange words_in(const Reading& reading, std::optional<Span> span) {
  if (!span) return {};
  const auto first = std::find_if(reading.words.begin(), reading.words.end(), [&](const Word& w) { return w.span.end > span->begin; });
  const auto last = std::find_if(first, reading.words.end(), [&](const Word& w) { return w.span.begin >= span->end; });
  return {static_cast<std::uint32_t>(first - reading.words.begin()), static_cast<std::uint32_t>(last - reading.words.begin())};
}

}  // namespace demarche
