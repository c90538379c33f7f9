#include "events/given.h"

#include <algorithm>
#include <stdexcept>

#include "document/clean.h"
#include "reader/tree.h"
#include "text/table.h"

namespace demarche {
namespace {

const std::shared_ptr<const Knowledge>& knowledge() {
  static const auto loaded = load_knowledge(DEMARCHE_SOURCE_DIR "/data", DEMARCHE_SOURCE_DIR "/model");
  return loaded;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

std::string source_of(const Coding& coding, std::uint32_t statement) {
  const Statement& said = coding.statements[statement];
  if (!said.source) return "?";
  const auto mention = coding.actors.statement_source[statement];
  return mention == no_mention ? text_of(coding, *said.source) : mention_text(coding, mention);
}

const Entity* entity_of(const Coding& coding, std::int32_t mention) {
  const auto entity = coding.actors.mentions[static_cast<std::size_t>(mention)].entity;
  return entity == no_entity ? nullptr : &coding.actors.entities[static_cast<std::size_t>(entity)];
}

// By its words, or by the code of whom it stands for.
bool is_actor(const Coding& coding, std::int32_t mention, std::string_view expected) {
  if (mention == no_mention) return expected == "-";
  if (mention_text(coding, mention) == expected) return true;
  const Entity* entity = entity_of(coding, mention);
  return entity && !entity->code.empty() && entity->code == expected;
}

}  // namespace

std::unique_ptr<Coding> coded(std::string_view text) {
  static Coder coder(knowledge());
  Document document = whole_text(text);
  document.published = Date{std::chrono::year{2024}, std::chrono::month{3}, std::chrono::day{8}};
  return coder.code(std::move(document));
}

const EventKnowledge& event_knowledge() { return *knowledge()->events; }

std::string text_of(const Coding& coding, WordRange words) {
  const Span span = span_of(coding.reading, words);
  return coding.document.text.substr(span.begin, span.size());
}

std::string mention_text(const Coding& coding, std::int32_t mention) {
  std::string text = text_of(coding, coding.actors.mentions[static_cast<std::size_t>(mention)].words);
  for (const std::string_view article : {"The ", "the ", "A ", "a ", "An ", "an "})
    if (text.starts_with(article)) return text.substr(article.size());
  return text;
}

std::string shown(const Coding& coding, const Event& event) {
  std::string out = event.type + (event.mode.empty() ? "" : ":" + event.mode) + "#" + event.cameo + " ";
  out += event.source == no_mention ? "-" : mention_text(coding, event.source);
  out += " > ";
  std::vector<std::string> targets;
  for (const auto target : event.targets) targets.push_back(mention_text(coding, target));
  out += targets.empty() ? "-" : joined(targets);
  out += " \"" + text_of(coding, event.trigger) + "\"";
  if (event.modality != Modality::actual) out += " [" + std::string(name_of(event.modality)) + "]";
  if (event.negated) out += " [not]";
  if (event.status != Status::stated || !event.voices.empty()) {
    out += " [" + std::string(name_of(event.status));
    std::vector<std::string> voices;
    for (const auto voice : event.voices) voices.push_back(source_of(coding, voice));
    if (!voices.empty()) out += " by " + joined(voices);
    out += "]";
  }
  if (event.when >= 0) out += " [when " + text_of(coding, coding.times[static_cast<std::size_t>(event.when)].words) + "]";
  if (event.where >= 0) out += " [where " + text_of(coding, coding.places[static_cast<std::size_t>(event.where)].words) + "]";
  if (!event.contexts.empty()) out += " [about " + joined(event.contexts) + "]";
  return out + "   " + event.rule;
}

Expected parse_expected(std::string_view text) {
  const auto wrong = [&](const std::string& what) { return std::runtime_error("\"" + std::string(text) + "\": " + what); };
  Expected expected;
  expected.text = text;
  std::string rest(text);
  for (auto open = rest.find('['); open != std::string::npos; open = rest.find('[')) {
    const auto close = rest.find(']', open);
    if (close == std::string::npos) throw wrong("[ without ]");
    const std::string mark = rest.substr(open + 1, close - open - 1);
    rest.erase(open, close - open + 1);
    const auto blank = mark.find(' ');
    const std::string name = mark.substr(0, blank), value = blank == std::string::npos ? "" : mark.substr(blank + 1);
    if (name == "not") {
      expected.negated = true;
    } else if (name == "intended" || name == "demanded" || name == "possible") {
      expected.modality = name;
    } else if (name == "claimed" || name == "denied" || name == "hearsay") {
      expected.status = name;
      if (value.starts_with("by ")) expected.voices = split_list(value.substr(3), ',');
    } else if (name == "when") {
      expected.when = value;
    } else if (name == "where") {
      expected.where = value;
    } else if (name == "about") {
      expected.contexts = split_list(value, ',');
    } else {
      throw wrong("unknown mark [" + mark + "]");
    }
  }
  if (const auto quote = rest.find('"'); quote != std::string::npos) {
    const auto end = rest.find('"', quote + 1);
    if (end == std::string::npos) throw wrong("a quotation mark that is not closed");
    expected.trigger = rest.substr(quote + 1, end - quote - 1);
    rest.erase(quote, end - quote + 1);
  }
  const auto blank = rest.find(' '), arrow = rest.find(" > ");
  if (blank == std::string::npos || arrow == std::string::npos) throw wrong("needs `TYPE source > target`");
  std::string type = rest.substr(0, blank);
  if (const auto hash = type.find('#'); hash != std::string::npos) {
    expected.cameo = type.substr(hash + 1);
    type.resize(hash);
  }
  if (const auto colon = type.find(':'); colon != std::string::npos) {
    expected.any_mode = false;
    expected.mode = type.substr(colon + 1);
    type.resize(colon);
  }
  expected.type = type;
  if (event_knowledge().type_of(type) == no_type) throw wrong("unknown type " + type);
  const auto source = split_list(rest.substr(blank, arrow - blank), '\n');
  if (source.size() != 1) throw wrong("needs a source");
  expected.source = source[0];
  expected.targets = split_list(rest.substr(arrow + 3), ',');
  if (expected.targets == std::vector<std::string>{"-"}) expected.targets.clear();
  return expected;
}

bool fits(const Coding& coding, const Event& event, const Expected& expected) {
  if (event.type != expected.type || (!expected.any_mode && event.mode != expected.mode)) return false;
  if (!expected.cameo.empty() && event.cameo != expected.cameo) return false;
  if (!is_actor(coding, event.source, expected.source) || event.targets.size() != expected.targets.size()) return false;
  for (const std::string& target : expected.targets)
    if (std::none_of(event.targets.begin(), event.targets.end(), [&](std::int32_t t) { return is_actor(coding, t, target); })) return false;
  if (expected.trigger && text_of(coding, event.trigger) != *expected.trigger) return false;
  if (name_of(event.modality) != expected.modality || event.negated != expected.negated || name_of(event.status) != expected.status)
    return false;
  if (!expected.voices.empty()) {
    std::vector<std::string> voices;
    for (const auto voice : event.voices) voices.push_back(source_of(coding, voice));
    if (voices != expected.voices) return false;
  }
  if (expected.when && *expected.when != (event.when < 0 ? "-" : text_of(coding, coding.times[static_cast<std::size_t>(event.when)].words)))
    return false;
  if (expected.where &&
      *expected.where != (event.where < 0 ? "-" : text_of(coding, coding.places[static_cast<std::size_t>(event.where)].words)))
    return false;
  return std::all_of(expected.contexts.begin(), expected.contexts.end(), [&](const std::string& context) {
    return std::find(event.contexts.begin(), event.contexts.end(), context) != event.contexts.end();
  });
}

}  // namespace demarche
