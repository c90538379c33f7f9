#include "petrarch/coder.h"

#include <gtest/gtest.h>

#include "given.h"

namespace demarche::petrarch {
namespace {

const Date any_day = std::chrono::year{1995} / 6 / 1;

class Linear : public testing::Test {
 protected:
  std::string code(const std::string& text, const CodingOptions& options = {}) { return coded(read.dictionaries, text, any_day, options); }
  Small read = small("verbs.txt");
};
class Phrasal : public testing::Test {
 protected:
  std::string code(const std::string& text, const CodingOptions& options = {}) { return coded(read.dictionaries, text, any_day, options); }
  Small read = small("verbs2.txt");
};

TEST_F(Linear, ActorsTakeTheirAgents) {
  EXPECT_EQ(code("The Veltrian government attacked Osmark on Friday."), "VLTGOV OSM 190");
  EXPECT_EQ(code("The Minister of Trade attacked police of the Twin Isles."), "---GOVBUS TWACOP 190; ---GOVBUS TWBCOP 190");
}

TEST_F(Linear, DaysDecideWhoSomebodyIs) {
  EXPECT_EQ(coded(read.dictionaries, "President Toll attacked Osmark.", day("1995-01-01")), "VLTGOV OSM 190");
  EXPECT_EQ(coded(read.dictionaries, "President Toll attacked Osmark.", day("2001-02-01")), "VLTBUS OSM 190");
}

TEST_F(Linear, WhoeverIsJoinedIsCodedByHimself) {
  EXPECT_EQ(code("Lawmakers and envoys of Veltria and Osmark attacked Karsk."),
            "VLTLEG KRS 190; OSMLEG KRS 190; VLTGOV KRS 190; OSMGOV KRS 190");
}

TEST_F(Linear, PatternsGoBeforeTheVerbsOwnCode) {
  EXPECT_EQ(code("Veltria verbally attacked the Osmarker army."), "VLT OSMMIL 111");
  EXPECT_EQ(code("Veltria sent medical supplies to Osmark."), "VLT OSM 070");
  EXPECT_EQ(code("Veltria sent crowns to Osmark."), "VLT OSM 070");
}

TEST_F(Linear, AMirroredCodeGivesASecondEvent) { EXPECT_EQ(code("Veltria sent an envoy to Karsk."), "VLT KRS 036; KRS VLT 037"); }

TEST_F(Linear, PatternsNameWhoIsWho) {
  EXPECT_EQ(code("A Veltrian soldier was attacked in Osmark by mistake."), "OSM VLTMIL 193");
  EXPECT_EQ(code("Veltria and Osmark met in Karsk."), "VLT OSM 046; OSM VLT 046");
}

TEST_F(Linear, WordsSideBySideAllowNothingBetween) { EXPECT_EQ(code("Veltria did not meet Osmark."), "VLT OSM 161"); }

TEST_F(Linear, ThePassiveExchanges) { EXPECT_EQ(code("Osmark was attacked by Karsk rebels."), "KRSREB OSM 190"); }

TEST_F(Linear, VerbsOfSeveralWords) { EXPECT_EQ(code("Veltria shelled town walls in Osmark."), "VLT OSM 190"); }

TEST_F(Linear, ActorsWrittenWithBlanksMayBeApart) { EXPECT_EQ(code("Veltria state radio attacked Karsk."), "VLTMED KRS 190"); }

TEST_F(Linear, AnAgentsCodeMayGoBefore) {
  EXPECT_EQ(code("The relief agency of Veltria attacked Nobody Island."), "none");
  CodingOptions alone;
  alone.require_dyad = false;
  EXPECT_EQ(code("The relief agency of Veltria attacked Nobody Island.", alone), "NGOVLT --- 190");
}

TEST_F(Linear, ShortStretchesBetweenCommasArePassedOver) {
  const std::string text = "Veltria, years after the war, attacked Karsk, officials in Osmark said.";
  EXPECT_EQ(code(text), "VLT KRS 190");
}

TEST_F(Phrasal, PartsOfHyphenatedWordsAreNobody) { EXPECT_EQ(code("Karsk-backed rebels attacked Osmark."), "---REB OSM 190"); }

TEST_F(Phrasal, CodesOfNestedVerbsAreAdded) {
  EXPECT_EQ(code("Veltria wants to help Osmark."), "VLT OSM 033");
  EXPECT_EQ(code("Veltria urged Osmark to help Karsk."), "VLT OSM 023");
}

TEST_F(Phrasal, WhatIsSaidOfAttacksIsTransformed) {
  EXPECT_EQ(code("Veltria said it attacked Osmark."), "VLT OSM 015");
  EXPECT_EQ(code("Veltria said that Osmark attacked Karsk."), "VLT OSM 112");
}

TEST_F(Phrasal, NegationIsRefusal) { EXPECT_EQ(code("Veltria said it will not help Osmark."), "VLT OSM 121"); }

TEST_F(Phrasal, PatternsSeeThePassivesSubject) { EXPECT_EQ(code("Medicine was delivered by Veltria to Osmark."), "VLT OSM 074"); }

TEST_F(Phrasal, Brackets) {
  EXPECT_EQ(code("Veltria delivered a sharp warning to Osmark."), "VLT OSM 130");
  EXPECT_EQ(code("Veltria delivered a speech on trade in Osmark."), "VLT OSM 061");
}

TEST_F(Phrasal, WithoutATargetTheJoinedMeetEachOther) {
  EXPECT_EQ(
      code("Veltria, Osmark and Karsk met yesterday."),
      "VLT OSM 040; OSM VLT 041; VLT KRS 040; KRS VLT 041; OSM VLT 040; VLT OSM 041; OSM KRS 040; KRS OSM 041; KRS VLT 040; VLT KRS 041; "
      "KRS OSM 040; OSM KRS 041");
}

TEST_F(Phrasal, ACodeBehindTheColonAloneIsTheOtherWayRound) { EXPECT_EQ(code("Veltria lost the fight against Osmark."), "OSM VLT 084"); }

TEST_F(Phrasal, DiscardsAreComparedWithWhatStandsBetweenBlanks) {
  const Reading& with_comma = sentence("Veltria, years after the war, attacked Karsk, officials in Osmark said.").reading;
  EXPECT_EQ(discarded(with_comma, 0, read.dictionaries), Discarded::no);
  const Reading& at_the_end = sentence("Veltria attacked Osmark, a quiet partner of Karsk, years ago.").reading;
  EXPECT_EQ(discarded(at_the_end, 0, read.dictionaries), Discarded::sentence);
}

}  // namespace
}  // namespace demarche::petrarch
