// A stretch of text that names a time, and the days that it means.
#pragma once

#include "text/date.h"
#include "text/span.h"

namespace demarche {

struct TimeExpression {
  WordRange words;
  DateRange days;
};

}  // namespace demarche
