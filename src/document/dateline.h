// `MOSCOW, May 3 (Reuters) - `: where and when a report was filed, before its first sentence.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/date.h"

namespace demarche {

struct Dateline {
  std::size_t length = 0;   // bytes up to the first character of the sentence behind it
  std::string place;        // `MANCHESTER, N.H.`; empty where an agency stands alone: `(Reuters) - `
  std::optional<Date> day;  // only where the year stands there too
};

// The dateline that the paragraph starts with, if it does. Strict: a heading in capitals before a dash is none.
std::optional<Dateline> find_dateline(std::string_view paragraph);

}  // namespace demarche
