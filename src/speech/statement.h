// Someone's words or thoughts as the document reports them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace demarche {

inline constexpr std::int32_t no_statement = -1;

enum class Act : std::uint8_t {
  say,
  claim,
  deny,
  accuse,
  warn,
  announce,
  demand,
  promise,
  threaten,
  ask,
  agree,
  reject,
  praise,
  criticize,
  predict,
  suggest,
  admit,
  believe,
  hope,
  want,
  report,
  know
};
std::string_view name_of(Act act);

// The rule of a turn of a printed conversation (`TRUMP: We will win.`), whose words are somebody's own without quotation marks.
inline constexpr std::string_view transcript_rule = "transcript";
// … of a printed interview where no label says who speaks: `actors/` finds whom the text introduces.
inline constexpr std::string_view question_rule = "transcript:question";
inline constexpr std::string_view answer_rule = "transcript:answer";

struct Statement {
  std::optional<WordRange> source;     // whole phrase of who speaks: `U.S. Secretary of State Mike Pompeo`, `he`; none for *it is said*
  std::optional<WordRange> cue;        // `warned`, `according to`; none for a quote that stands alone
  std::optional<WordRange> addressee;  // `CNN's Wolf Blitzer`
  std::vector<WordRange> content;      // in text order
  Act act = Act::say;
  bool direct = false;                 // in quotation marks
  bool hearsay = false;                // *reportedly*, *is said to*, unnamed sources
  bool negated = false;                // *did not say that*
  std::int32_t inside = no_statement;  // index of the statement that it stands in; always smaller than its own
  float confidence = 0;
  std::string_view rule;  // which rule or model found it; static lifetime, or owned by the knowledge
};

}  // namespace demarche
