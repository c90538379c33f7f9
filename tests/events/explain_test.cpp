// Why an event is as it is, by sentences of our own: the named lines are read in the shipped files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "events/given.h"

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

std::unique_ptr<Coding> explained(std::string_view text) {
  auto coding = coded(text);
  explain_events(event_knowledge(), *coding);
  return coding;
}

std::string line_in_file(const RuleLine& line) {
  std::ifstream file(std::string(DEMARCHE_SOURCE_DIR "/") + line.file);
  std::string text;
  for (std::uint32_t i = 0; i < line.line; ++i) std::getline(file, text);
  return text;
}

TEST(Explain, NamesTheLineOfTheLexicon) {
  const auto coding = explained("Iran condemned Israel.");
  ASSERT_EQ(coding->events.size(), 1u);
  ASSERT_THAT(coding->explanations, SizeIs(1));
  const Explanation& why = coding->explanations[0];
  ASSERT_THAT(why.lines, SizeIs(1));
  EXPECT_EQ(why.lines[0].file, "data/lexicon/verbs.tsv");
  EXPECT_THAT(line_in_file(why.lines[0]), HasSubstr("condemn"));
  EXPECT_THAT(why.frame, testing::Not(IsEmpty()));
  EXPECT_EQ(text_of(*coding, {why.trigger, why.trigger + 1}), "condemned");
}

TEST(Explain, NamesTheLineThatMadeAnAgreementOfADeed) {
  const auto coding = explained("Iran agreed to release the prisoners.");
  ASSERT_EQ(coding->events.size(), 1u);
  const auto& lines = coding->explanations[0].lines;
  ASSERT_THAT(lines, SizeIs(3));
  EXPECT_THAT(line_in_file(lines[0]), HasSubstr("agree"));
  EXPECT_EQ(lines[1].what, "deed");
  EXPECT_THAT(line_in_file(lines[1]), HasSubstr("release"));
  EXPECT_EQ(lines[2].file, "data/ontology/composition.tsv");
  EXPECT_THAT(line_in_file(lines[2]), StartsWith("084"));
}

TEST(Explain, SaysWhichEntryWouldHaveBeenNext) {
  // `discuss … with somebody` is a line of its own, above that of `discuss`.
  const auto coding = explained("Iran discussed the border with Israel.");
  ASSERT_EQ(coding->events.size(), 1u);
  EXPECT_THAT(coding->explanations[0].runner_up, StartsWith("discuss#"));
  EXPECT_THAT(coding->explanations[0].runner_up, HasSubstr("(data/lexicon/verbs.tsv:"));
}

TEST(Explain, PathsLeadToTheWordThatFillsTheRole) {
  // The event shows Novak; the verb's subject is `he`.
  const auto coding = explained("Novak said that he supports Israel.");
  ASSERT_EQ(coding->events.size(), 1u);
  EXPECT_EQ(mention_text(*coding, coding->events[0].source), "Novak");
  EXPECT_EQ(mention_text(*coding, coding->explanations[0].source), "he");
  ASSERT_THAT(coding->explanations[0].targets, SizeIs(1));
  EXPECT_EQ(mention_text(*coding, coding->explanations[0].targets[0]), "Israel");
}

TEST(Explain, ADocumentWithoutEventsHasNothingToExplain) {
  EXPECT_THAT(explained("It rained.")->explanations, IsEmpty());
  EXPECT_THAT(coded("Iran condemned Israel.")->explanations, IsEmpty());
}

}  // namespace
}  // namespace demarche
