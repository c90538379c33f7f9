#include "records/view.h"

#include <algorithm>
#include <vector>

#include "reader/tree.h"

namespace demarche {

std::string statement_id(const Coding& coding, std::size_t index) { return coding.document.id + "-s" + std::to_string(index + 1); }
std::string event_id(const Coding& coding, std::size_t index) { return coding.document.id + "-e" + std::to_string(index + 1); }
std::string position_id(const Coding& coding, std::size_t index) { return coding.document.id + "-p" + std::to_string(index + 1); }

std::string actor_id(const Coding& coding, std::int32_t entity) {
  const Entity& actor = coding.actors.entities[static_cast<std::size_t>(entity)];
  if (!actor.key.empty() && !actor.key.starts_with("nominal:")) return actor.key;
  return coding.document.id + "-a" + std::to_string(entity + 1);
}

std::string actor_name(const Coding& coding, std::int32_t mention) {
  if (const Entity* entity = entity_of(coding.actors, mention); entity && !entity->name.empty()) return entity->name;
  return one_line(text_of(coding, coding.actors.mentions[static_cast<std::size_t>(mention)].words));
}

std::string voice_name(const Coding& coding, std::size_t statement) {
  const auto& sources = coding.actors.statement_source;
  const auto source = statement < sources.size() ? sources[statement] : no_mention;
  if (source != no_mention) return actor_name(coding, source);
  const Statement& it = coding.statements[statement];
  return it.source ? one_line(text_of(coding, *it.source)) : "unnamed";
}

std::string_view text_of(const Document& document, Span span) { return std::string_view(document.text).substr(span.begin, span.size()); }

std::string_view text_of(const Coding& coding, WordRange words) { return text_of(coding.document, span_of(coding.reading, words)); }

std::string one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Span sentence_span(const Coding& coding, std::uint32_t sentence) {
  return span_of(coding.reading, coding.reading.sentences[sentence].words);
}

std::uint32_t sentence_of(const Coding& coding, const Statement& statement) {
  const WordRange words = statement.cue ? *statement.cue : statement.content.empty() ? WordRange{0, 1} : statement.content.front();
  return coding.reading.words[words.first].sentence;
}

std::string_view quad_of(std::string_view type) {
  constexpr std::pair<std::string_view, std::string_view> quads[] = {
      {"AGREE", "verbal cooperation"},     {"CONSULT", "verbal cooperation"},     {"SUPPORT", "verbal cooperation"},
      {"CONCEDE", "verbal cooperation"},   {"COOPERATE", "material cooperation"}, {"AID", "material cooperation"},
      {"RETREAT", "material cooperation"}, {"REQUEST", "verbal conflict"},        {"ACCUSE", "verbal conflict"},
      {"REJECT", "verbal conflict"},       {"THREATEN", "verbal conflict"},       {"PROTEST", "material conflict"},
      {"SANCTION", "material conflict"},   {"MOBILIZE", "material conflict"},     {"COERCE", "material conflict"},
      {"ASSAULT", "material conflict"}};
  for (const auto& [name, quad] : quads)
    if (name == type) return quad;
  return "";
}

std::string dependency_path(const Reading& reading, std::uint32_t from, std::uint32_t to, PathStyle style) {
  std::vector<std::uint32_t> up;  // from `from` to its root
  for (auto at = static_cast<std::int32_t>(from); at != no_word; at = reading.words[static_cast<std::size_t>(at)].head)
    up.push_back(static_cast<std::uint32_t>(at));
  std::vector<std::uint32_t> down;
  auto at = static_cast<std::int32_t>(to);
  std::size_t climbed = up.size();
  for (; at != no_word; at = reading.words[static_cast<std::size_t>(at)].head) {
    const auto found = std::find(up.begin(), up.end(), static_cast<std::uint32_t>(at));
    if (found != up.end()) {
      climbed = static_cast<std::size_t>(found - up.begin());
      break;
    }
    down.push_back(static_cast<std::uint32_t>(at));
  }
  if (at == no_word) return "?";
  std::string path;
  if (style == PathStyle::words) {
    path = reading.words[from].form;
    for (std::size_t i = 0; i < climbed; ++i)
      ((path += " ^").append(reading.words[up[i]].deprel) += " ").append(reading.words[up[i + 1]].form);
    for (auto word = down.rbegin(); word != down.rend(); ++word)
      ((path += " >").append(reading.words[*word].deprel) += " ").append(reading.words[*word].form);
    return path;
  }
  for (std::size_t i = 0; i < climbed; ++i) (path += path.empty() ? "^" : " ^").append(reading.words[up[i]].deprel);
  for (auto word = down.rbegin(); word != down.rend(); ++word) (path += path.empty() ? "" : " >").append(reading.words[*word].deprel);
  return path.empty() ? "itself" : path;
}

bool has_evidence(const Coding& coding, std::size_t position, const RecordOptions& options) {
  const Position& it = coding.positions[position];
  return it.words || !it.statements.empty() || std::any_of(it.events.begin(), it.events.end(), [&](std::uint32_t event) {
           return coding.events[event].confidence >= options.min_confidence;
         });
}

std::uint32_t trigger_of(const Coding& coding, std::size_t event) {
  return event < coding.explanations.size() ? coding.explanations[event].trigger : head_of(coding.reading, coding.events[event].trigger);
}

std::int32_t explained_source(const Coding& coding, std::size_t event) {
  return event < coding.explanations.size() ? coding.explanations[event].source : coding.events[event].source;
}

std::int32_t explained_target(const Coding& coding, std::size_t event, std::size_t target) {
  return event < coding.explanations.size() ? coding.explanations[event].targets[target] : coding.events[event].targets[target];
}

}  // namespace demarche
