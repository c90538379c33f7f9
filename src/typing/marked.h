// Sentences in which a source and a target are marked: `<s>Iran</s> accused <t>Israel</t> of sabotage.`
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reader/reading.h"
#include "text/span.h"

namespace demarche {

struct MarkedSentence {
  std::string text;            // without the marks
  std::optional<Span> source;  // bytes of `text`; none where the mark is missing or not closed
  std::optional<Span> target;
};

MarkedSentence unmark(std::string_view marked);
// The words that the span touches; empty for none.
WordRange words_in(const Reading& reading, std::optional<Span> span);

}  // namespace demarche
