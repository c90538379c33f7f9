// Places in context, through the reader.
#include <gmock/gmock.h>

#include <chrono>
#include <fstream>
#include <iostream>

#include "places/gazetteer.h"
#include "places/places.h"
#include "reader/conllu.h"
#include "reader/reader.h"
#include "text/table.h"

namespace demarche {
namespace {

struct Expected {
  Span span;
  std::string name, country;
  bool acts = false;
};

struct Case {
  std::size_t line = 0;
  std::string text;
  std::vector<Expected> places;
};

std::vector<Case> read_cases() {
  std::ifstream file(DEMARCHE_SOURCE_DIR "/tests/places/places.tsv");
  std::vector<Case> cases;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    Case item;
    item.line = number;
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (line[at] != '[') {
        item.text += line[at];
        continue;
      }
      const std::size_t close = line.find(']', at);
      const auto parts = split_list(line.substr(at + 1, close - at - 1), '|');
      Expected expected;
      expected.span.begin = static_cast<std::uint32_t>(item.text.size());
      item.text += parts.at(0);
      expected.span.end = static_cast<std::uint32_t>(item.text.size());
      expected.name = parts.at(1);
      expected.country = parts.at(2);
      expected.acts = parts.size() > 3;
      item.places.push_back(expected);
      at = close;
    }
    cases.push_back(item);
  }
  return cases;
}

class FindPlaces : public ::testing::Test {
 protected:
#ifdef __SANITIZE_ADDRESS__
  void SetUp() override { GTEST_SKIP() << "OpenVINO loads a library in a way that AddressSanitizer refuses"; }
  static void SetUpTestSuite() { return; }
#else
  static void SetUpTestSuite() { load(); }
#endif
  static void load() {
    gazetteer_ = load_gazetteer(DEMARCHE_SOURCE_DIR "/data");
    model_ = load_model(DEMARCHE_SOURCE_DIR "/model");
  }
  static void TearDownTestSuite() {
    gazetteer_.reset();
    model_.reset();
  }
  static Coding read(const std::string& text) {
    Coding coding;
    coding.document.text = text;
    coding.document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph});
    coding.reading = ReaderSession(model_).read(coding.document);
    find_places(*gazetteer_, coding);
    return coding;
  }
  static inline std::shared_ptr<const Gazetteer> gazetteer_;
  static inline std::shared_ptr<const Model> model_;
};

TEST_F(FindPlaces, Table) {
  std::size_t right = 0, total = 0, acting_right = 0, acting_total = 0;
  for (const Case& item : read_cases()) {
    const Coding coding = read(item.text);
    std::vector<bool> used(coding.places.size());
    std::string problems;
    for (const Expected& expected : item.places) {
      ++total;
      bool found = false;
      for (std::size_t i = 0; i < coding.places.size() && !found; ++i) {
        const Place& place = coding.places[i];
        const Span span{coding.reading.words[place.words.first].span.begin, coding.reading.words[place.words.last - 1].span.end};
        if (used[i] || !span.overlaps(expected.span)) continue;
        used[i] = true;
        found = place.name == expected.name && place.country == expected.country;
        if (!found) problems += " " + expected.name + " is " + place.name + " (" + place.country + ")";
        if (found) {
          ++acting_total;
          acting_right += place.acts == expected.acts;
          if (place.acts != expected.acts) problems += std::string(" ") + expected.name + (place.acts ? " acts" : " does not act");
        }
        break;
      }
      right += found;
      if (!found) problems += " missing " + expected.name;
    }
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (used[i]) continue;
      ++total;
      problems += " superfluous " + coding.places[i].name + " (" + coding.places[i].country + ")";
    }
    if (item.places.empty()) {
      ++total;
      right += coding.places.empty();
    }
    if (!problems.empty()) std::cout << "line " << item.line << ": " << item.text << problems << "\n";
  }
  std::cout << right << " of " << total << " places right; as government or as place " << acting_right << " of " << acting_total << "\n";
  EXPECT_GE(total, 120u);
  EXPECT_GE(static_cast<double>(right), 0.92 * static_cast<double>(total));
  EXPECT_GE(static_cast<double>(acting_right), 0.9 * static_cast<double>(acting_total));
}

TEST_F(FindPlaces, TheDatelineIsEvidence) {
  Coding coding;
  coding.document.text = "Police arrested three men in Birmingham on Friday.";
  coding.document.dateline_place = "MONTGOMERY, Ala.";
  coding.document.blocks.push_back({{0, static_cast<std::uint32_t>(coding.document.text.size())}, BlockKind::paragraph});
  coding.reading = ReaderSession(model_).read(coding.document);
  find_places(*gazetteer_, coding);
  ASSERT_EQ(coding.places.size(), 1u);
  EXPECT_EQ(coding.places[0].country, "USA");
}

TEST_F(FindPlaces, SoAreTheActors) {
  Coding coding;
  coding.document.text = "The rebels shelled Tripoli.";
  coding.document.blocks.push_back({{0, static_cast<std::uint32_t>(coding.document.text.size())}, BlockKind::paragraph});
  coding.reading = ReaderSession(model_).read(coding.document);
  for (int i = 0; i < 6; ++i) {
    Entity entity;
    entity.country = "LBN";
    coding.actors.entities.push_back(entity);
  }
  find_places(*gazetteer_, coding);
  ASSERT_EQ(coding.places.size(), 1u);
  EXPECT_EQ(coding.places[0].country, "LBN");
}

// Without the reader's names, and under sanitizers as well.
TEST(FindPlacesInTrees, ByWhatStandsAround) {
  auto given = read_conllu(
      "1\tTroops\ttroops\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n"
      "3\tTikrit\tTikrit\tPROPN\tNNP\t_\t2\tobj\t_\t_\n4\tfor\tfor\tADP\tIN\t_\t5\tcase\t_\t_\n"
      "5\tIraq\tIraq\tPROPN\tNNP\t_\t2\tobl\t_\tSpaceAfter=No\n6\t's\t's\tPART\tPOS\t_\t5\tcase\t_\t_\n"
      "7\tcapital\tcapital\tNOUN\tNN\t_\t2\tobl\t_\t_\n8\tBaghdad\tBaghdad\tPROPN\tNNP\t_\t7\tappos\t_\t_\n\n");
  Coding coding;
  coding.document = std::move(given[0].document);
  coding.reading = std::move(given[0].reading);
  find_places(*load_gazetteer(DEMARCHE_SOURCE_DIR "/data"), coding);
  std::vector<std::string> names;
  for (const Place& place : coding.places) names.push_back(place.name);
  EXPECT_EQ(names, (std::vector<std::string>{"Iraq", "Baghdad"}));
}

TEST_F(FindPlaces, NothingInNothingOut) {
  Coding coding;
  find_places(*gazetteer_, coding);
  EXPECT_TRUE(coding.places.empty());
}

}  // namespace
}  // namespace demarche
