// Modes and contexts: modes.tsv and contexts.tsv, a sentence a row; and that no event can lack a place on either scale.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <set>

#include "events/given.h"
#include "text/table.h"

namespace demarche {
namespace {

constexpr double floor_right = 0.9;

std::string all_shown(const Coding& coding) {
  std::string out;
  for (const Event& event : coding.events) out += "\n    " + shown(coding, event);
  return out.empty() ? " no event" : out;
}

TEST(Ontology, Modes) {
  const Table table = read_table(DEMARCHE_SOURCE_DIR "/tests/events/modes.tsv", 3, 3);
  const EventKnowledge& knowledge = event_knowledge();
  std::map<std::string, std::size_t> rows_of;
  std::size_t right = 0;
  for (const TableRow& row : table.rows) {
    const std::string name = row.fields[1] + " " + row.fields[2];
    ASSERT_TRUE(knowledge.mode_intensity.contains(name)) << "modes.tsv:" << row.line << ": no mode " << name;
    ++rows_of[name];
    const auto coding = coded(row.fields[0]);
    const bool found = std::any_of(coding->events.begin(), coding->events.end(),
                                   [&](const Event& event) { return event.type == row.fields[1] && event.mode == row.fields[2]; });
    right += found;
    if (!found)
      std::cout << "modes.tsv:" << row.line << ": " << row.fields[0] << " must be " << name << ", is" << all_shown(*coding) << "\n";
  }
  for (const auto& [name, intensity] : knowledge.mode_intensity) EXPECT_GE(rows_of[name], 2u) << name << " needs two sentences";
  std::cout << right << " of " << table.rows.size() << " modes right\n";
  EXPECT_GE(static_cast<double>(right), floor_right * static_cast<double>(table.rows.size()));
}

TEST(Ontology, Contexts) {
  const Table table = read_table(DEMARCHE_SOURCE_DIR "/tests/events/contexts.tsv", 2, 2);
  const EventKnowledge& knowledge = event_knowledge();
  EXPECT_EQ(knowledge.contexts.size(), 37u);
  std::map<std::string, std::size_t> rows_of;
  std::size_t right = 0;
  for (const TableRow& row : table.rows) {
    const bool forbidden = row.fields[1].starts_with('!');
    const std::string context = row.fields[1].substr(forbidden ? 1 : 0);
    ASSERT_NE(std::find(knowledge.contexts.begin(), knowledge.contexts.end(), context), knowledge.contexts.end())
        << "contexts.tsv:" << row.line << ": no context " << context;
    if (!forbidden) ++rows_of[context];
    const auto coding = coded(row.fields[0]);
    const bool found = std::any_of(coding->events.begin(), coding->events.end(), [&](const Event& event) {
      return std::find(event.contexts.begin(), event.contexts.end(), context) != event.contexts.end();
    });
    right += found != forbidden;
    if (found == forbidden)
      std::cout << "contexts.tsv:" << row.line << ": " << row.fields[0] << " must " << (forbidden ? "not be" : "be") << " of " << context
                << ":" << all_shown(*coding) << "\n";
  }
  for (const std::string& context : knowledge.contexts) EXPECT_GE(rows_of[context], 2u) << context << " needs two sentences";
  std::cout << right << " of " << table.rows.size() << " contexts right\n";
  EXPECT_GE(static_cast<double>(right), floor_right * static_cast<double>(table.rows.size()));
}

// Whatever type, mode and CAMEO code an event may get: it has a Goldstein score and an intensity of the right sign.
TEST(Ontology, EveryCodeHasItsScores) {
  const EventKnowledge& knowledge = event_knowledge();
  EXPECT_EQ(knowledge.types.size(), 16u);
  for (const auto& [code, meaning] : knowledge.cameo) {
    EXPECT_TRUE(meaning.goldstein.has_value()) << code;
    ASSERT_LT(meaning.type, knowledge.types.size()) << code;
    const EventType& type = knowledge.types[meaning.type];
    EXPECT_TRUE(meaning.mode.empty() || knowledge.mode_intensity.contains(type.name + " " + meaning.mode)) << code;
    EXPECT_NE(type.intensity == 0, type.name != "REQUEST") << type.name;
  }
  for (std::uint8_t type = 0; type < knowledge.types.size(); ++type) {
    const EventType& named = knowledge.types[type];
    ASSERT_TRUE(knowledge.cameo.contains(named.cameo)) << named.name;
    // CAMEO has one root for both.
    EXPECT_TRUE(knowledge.cameo.at(named.cameo).type == type || named.name == "RETREAT" || named.name == "CONCEDE") << named.name;
    for (const auto& [name, intensity] : knowledge.mode_intensity) {
      if (!name.starts_with(named.name + " ")) continue;
      EXPECT_EQ(intensity_of(knowledge, type, name.substr(named.name.size() + 1)), intensity);
      const bool cooperative = named.quad.ends_with("cooperation");
      // Requests for help are the one mild exception among the verbal conflicts.
      EXPECT_TRUE(named.name == "REQUEST" || (intensity > 0) == cooperative) << name;
    }
  }
}

TEST(Ontology, EveryEventHasItsScores) {
  const EventKnowledge& knowledge = event_knowledge();
  for (const char* file : {"/tests/events/modes.tsv", "/tests/events/contexts.tsv"}) {
    const Table table = read_table(std::string(DEMARCHE_SOURCE_DIR) + file, 2, 3);
    for (std::size_t i = 0; i < table.rows.size(); i += 4) {
      const auto coding = coded(table.rows[i].fields[0]);
      for (const Event& event : coding->events) {
        EXPECT_TRUE(knowledge.cameo.contains(event.cameo)) << shown(*coding, event);
        EXPECT_EQ(event.intensity, intensity_of(knowledge, knowledge.type_of(event.type), event.mode)) << shown(*coding, event);
        EXPECT_EQ(event.goldstein, knowledge.cameo.at(event.cameo).goldstein) << shown(*coding, event);
      }
    }
  }
}

}  // namespace
}  // namespace demarche
