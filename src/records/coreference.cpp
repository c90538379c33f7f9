#include "records/coreference.h"

#include <algorithm>

namespace demarche {
namespace {

bool is_marked(const Reading& reading, const Mention& mention) {
  const Word& head = reading.words[mention.head];
  if (mention.kind == MentionKind::adjective) return head.upos == Upos::PROPN;  // `U.S. troops`
  return mention.kind != MentionKind::pronoun || (head.xpos != "WP" && head.xpos != "WP$" && head.xpos != "WDT");
}

std::string_view name_of(EntityType type) {
  switch (type) {
    case EntityType::person:
      return "person";
    case EntityType::organization:
      return "organization";
    case EntityType::place:
      return "place";
    case EntityType::unknown:
      break;
  }
  return "";
}

std::string_view kind_of(const Mention& mention) {
  if (mention.entity == no_entity) return "open";
  if (mention.kind == MentionKind::pronoun) return "pronoun";
  return mention.kind == MentionKind::nominal ? "nominal" : "name";
}

}  // namespace

std::vector<std::string> entity_marks(const Coding& coding) {
  const Reading& reading = coding.reading;
  std::vector<std::string> marks(reading.words.size());
  struct Shown {
    WordRange words;
    std::string id, opening;
  };
  std::vector<Shown> shown;
  std::size_t open = coding.actors.entities.size();
  for (const Mention& mention : coding.actors.mentions) {
    if (!is_marked(reading, mention)) continue;
    // `the Treaty`, `Title IV`: names of what is no actor
    if (mention.entity != no_entity && coding.actors.entities[static_cast<std::size_t>(mention.entity)].type == EntityType::unknown)
      continue;
    const WordRange sentence = reading.sentences[reading.words[mention.head].sentence].words;
    WordRange words{std::max(mention.words.first, sentence.first), std::min(mention.words.last, sentence.last)};
    if (!words.contains(mention.head)) words = {mention.head, mention.head + 1};
    const bool known = mention.entity != no_entity;
    const std::string id = "e" + std::to_string(1 + (known ? static_cast<std::size_t>(mention.entity) : open++));
    const EntityType type = known ? coding.actors.entities[static_cast<std::size_t>(mention.entity)].type : EntityType::unknown;
    shown.push_back({words, id,
                     id + "-" + std::string(name_of(type)) + "-" + std::to_string(mention.head - words.first + 1) + "-" +
                         std::string(kind_of(mention))});
  }
  // Longer ones open first and close last.
  std::stable_sort(shown.begin(), shown.end(), [](const Shown& x, const Shown& y) {
    return x.words.first != y.words.first ? x.words.first < y.words.first : x.words.last > y.words.last;
  });
  for (const Shown& s : shown) {
    std::string& mark = marks[s.words.first];
    mark += "(" + s.opening;
    if (s.words.size() == 1) mark += ")";
  }
  for (std::size_t k = shown.size(); k-- > 0;)
    if (shown[k].words.size() > 1) marks[shown[k].words.last - 1] += shown[k].id + ")";
  for (std::string& mark : marks)
    if (!mark.empty()) mark.insert(0, "Entity=");
  return marks;
}

}  // namespace demarche
