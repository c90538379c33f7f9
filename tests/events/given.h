// The whole program at hand, loaded once, and its events as the tests write them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coder/coder.h"
#include "events/knowledge.h"

namespace demarche {

// Reads the text as plain paragraphs.
std::unique_ptr<Coding> coded(std::string_view text);
const EventKnowledge& event_knowledge();

std::string text_of(const Coding& coding, WordRange words);
// The mention as it stands there, without an article in front.
std::string mention_text(const Coding& coding, std::int32_t mention);
// `ACCUSE:allege Iran > Israel "accused" [claimed by Ivanov]`, with all that there is.
std::string shown(const Coding& coding, const Event& event);

// One event as events.tsv writes it. What is not named is not compared, but for modality, negation and status, which have their usual
// values.
struct Expected {
  std::string text;  // as written
  std::string type, mode;
  bool any_mode = true;
  std::string cameo;
  std::string source;
  std::vector<std::string> targets;
  std::optional<std::string> trigger;
  std::string modality = "actual", status = "stated";
  bool negated = false;
  std::vector<std::string> voices;  // outermost first; compared where the status is not `stated`
  std::optional<std::string> when, where;
  std::vector<std::string> contexts;
};

// Throws std::runtime_error where the text is no event.
Expected parse_expected(std::string_view text);
bool fits(const Coding& coding, const Event& event, const Expected& expected);

}  // namespace demarche
