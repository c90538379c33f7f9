// Who is spoken of: mentions in the text, which of them are the same, and what is known of each (country, roles, code).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/span.h"

namespace demarche {

inline constexpr std::int32_t no_entity = -1;
inline constexpr std::int32_t no_mention = -1;

enum class MentionKind : std::uint8_t {
  name,
  nominal,
  pronoun,
  adjective
};  // adjective: `Russian` in `Russian troops`, possessives of places

// A mention is a noun phrase that may be an actor; coordinated phrases are mentions of their own.
struct Mention {
  WordRange words;         // the phrase as it is to be shown, without relative clauses and appositions behind it
  std::uint32_t head = 0;  // head word
  MentionKind kind = MentionKind::nominal;
  std::int32_t entity = no_entity;  // no_entity: honestly left open
  bool government =
      false;  // names a country by its government (`the Kremlin`, `Moscow said`, `the Russian government`): the entity is the country
};

enum class EntityType : std::uint8_t { unknown, person, organization, place };  // persons: groups of people, too; places: countries, too

// One actor within the document.
struct Entity {
  std::string name;                // the fullest name in the document
  std::string country;             // ISO 3166 alpha-3, or empty
  std::vector<std::string> roles;  // PLOVER/CAMEO sectors in order: GOV, MIL, REB, ...
  std::string code;                // `USAGOV`; empty where nothing is known
  std::uint32_t first_mention = 0;
  std::string key;   // what `id` is made from: the same for the same actor in any document of a run (`russia`, `sergei lavrov`)
  std::string rule;  // where country and roles come from (title, nationality, a line of a data file, ...)
  EntityType type = EntityType::unknown;
};

struct Actors {
  std::vector<Mention> mentions;  // in text order of their heads
  std::vector<Entity> entities;
  std::vector<std::int32_t> mention_of_head;   // per word: the mention that it heads, or no_mention
  std::vector<std::int32_t> statement_source;  // per statement: mention of its source, or no_mention
  std::vector<std::int32_t> statement_addressee;
};

// Whom a mention means, as an index; no_entity for no mention, and where it is left open.
inline std::int32_t entity_index(const Actors& actors, std::int32_t mention) {
  return mention == no_mention ? no_entity : actors.mentions[static_cast<std::size_t>(mention)].entity;
}
// The same as the entity itself, or nullptr.
inline const Entity* entity_of(const Actors& actors, std::int32_t mention) {
  const auto entity = entity_index(actors, mention);
  return entity == no_entity ? nullptr : &actors.entities[static_cast<std::size_t>(entity)];
}
// A city or province: more often where something was (`the Tulsa protest`) than who did it; a country may have done it.
inline bool is_local_place(const Entity& who) {
  return who.type == EntityType::place && who.roles.empty() && who.key.starts_with("place:");
}
// Whose words a statement holds: the mention, or no_mention; and whom it means.
inline std::int32_t speaker_mention(const Actors& actors, std::size_t statement) {
  return statement < actors.statement_source.size() ? actors.statement_source[statement] : no_mention;
}
inline std::int32_t speaker_index(const Actors& actors, std::size_t statement) {
  return entity_index(actors, speaker_mention(actors, statement));
}

}  // namespace demarche
