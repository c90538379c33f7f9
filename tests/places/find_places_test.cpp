// Places in context, through the reader.
#include <gmock/gmock.h>

#include <iostream>

#include "actors/actors.h"
#include "marked_text.h"
#include "places/gazetteer.h"
#include "places/places.h"
#include "reader/conllu.h"
#include "reader/reader.h"
#include "reader/tree.h"

namespace demarche {
namespace {

// name|country, with |acts
struct Expected {
  std::string name, country;
  bool acts = false;
};

Expected expected_of(const MarkedPart& part) { return {part.fields.at(0), part.fields.at(1), part.fields.size() > 2}; }

struct Score {
  std::size_t right = 0, total = 0;                // of places
  std::size_t acting_right = 0, acting_total = 0;  // of those that are right: as a government or as a place
  std::size_t wholly_right = 0;                    // both
};

// Each place that is marked, and each that is found where none is, counts once; so does a text with none in which none is found.
void compare(const MarkedText& item, const Coding& coding, Score& score) {
  std::vector<bool> used(coding.places.size());
  std::string problems;
  for (const MarkedPart& part : item.parts) {
    const Expected expected = expected_of(part);
    ++score.total;
    bool found = false;
    for (std::size_t i = 0; i < coding.places.size(); ++i) {
      const Place& place = coding.places[i];
      if (used[i] || !span_of(coding.reading, place.words).overlaps(part.span)) continue;
      used[i] = true;
      found = place.name == expected.name && place.country == expected.country;
      if (!found) {
        problems += " " + expected.name + " is " + place.name + " (" + place.country + ")";
        break;
      }
      ++score.acting_total;
      score.acting_right += place.acts == expected.acts;
      score.wholly_right += place.acts == expected.acts;
      if (place.acts != expected.acts) problems += " " + expected.name + (place.acts ? " acts" : " does not act");
      break;
    }
    score.right += found;
    if (!found) problems += " missing " + expected.name;
  }
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (used[i]) continue;
    ++score.total;
    problems += " superfluous " + coding.places[i].name + " (" + coding.places[i].country + ")";
  }
  if (item.parts.empty()) {
    ++score.total;
    score.right += coding.places.empty();
    score.wholly_right += coding.places.empty();
  }
  if (!problems.empty()) std::cout << "line " << item.line << ": " << item.text << problems << "\n";
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
    actors_.reset();
    model_.reset();
  }
  static Coding read(const std::string& text) {
    Coding coding;
    coding.document.text = text;
    coding.document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph});
    coding.reading = ReaderSession(model_).read(coding.document);
    if (actors_) find_actors(*actors_, coding);
    find_places(*gazetteer_, coding);
    return coding;
  }
  static inline std::shared_ptr<const Gazetteer> gazetteer_;
  static inline std::shared_ptr<const ActorKnowledge> actors_;  // where a test wants actors before places, as the program has them
  static inline std::shared_ptr<const Model> model_;
};

TEST_F(FindPlaces, Table) {
  Score score;
  for (const MarkedText& item : read_marked_texts(DEMARCHE_SOURCE_DIR "/tests/places/places.tsv", 0)) compare(item, read(item.text), score);
  std::cout << score.right << " of " << score.total << " places right; as government or as place " << score.acting_right << " of "
            << score.acting_total << "\n";
  EXPECT_GE(score.total, 120u);
  EXPECT_GE(static_cast<double>(score.right), 0.92 * static_cast<double>(score.total));
  EXPECT_GE(static_cast<double>(score.acting_right), 0.9 * static_cast<double>(score.acting_total));
}

TEST_F(FindPlaces, InReports) {
  actors_ = load_actor_knowledge(DEMARCHE_SOURCE_DIR "/data");
  Score score;
  for (const MarkedText& item : read_marked_texts(DEMARCHE_SOURCE_DIR "/tests/places/in_reports.tsv", 0))
    compare(item, read(item.text), score);
  actors_.reset();
  std::cout << score.wholly_right << " of " << score.total << " right in name, country and as government or as place\n";
  EXPECT_GE(score.total, 120u);
  EXPECT_GE(static_cast<double>(score.wholly_right), 0.92 * static_cast<double>(score.total));
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
  EXPECT_EQ(names, (std::vector<std::string>{"Tikrīt", "Iraq", "Baghdad"}));
}

TEST_F(FindPlaces, NothingInNothingOut) {
  Coding coding;
  find_places(*gazetteer_, coding);
  EXPECT_TRUE(coding.places.empty());
}

}  // namespace
}  // namespace demarche
