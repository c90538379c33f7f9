// Where actors stand, by sentences of our own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>

#include "events/given.h"

namespace demarche {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

std::string name_of(const Coding& coding, std::int32_t entity) { return coding.actors.entities[static_cast<std::size_t>(entity)].name; }

// `Iran > Israel -0.60`, `Iran > new tax law -0.60`, `Iran against Israel`, `Iran with Israel`
std::vector<std::string> positions_of(const Coding& coding) {
  std::vector<std::string> out;
  for (const Position& position : coding.positions) {
    std::string text = name_of(coding, position.holder);
    if (position.between) {
      text += (position.compatible ? " with " : " against ") + name_of(coding, position.toward);
    } else {
      char number[16];
      std::snprintf(number, sizeof number, " %+.2f", position.stance);
      text += " > " + (position.issue.empty() ? name_of(coding, position.toward) : position.issue) + number;
    }
    out.push_back(text);
  }
  return out;
}

std::vector<std::string> positions_in(std::string_view text) { return positions_of(*coded(text)); }

TEST(Positions, TowardActorsByWhatIsDoneToThem) {
  EXPECT_THAT(positions_in("Iran condemned Israel."), ElementsAre("Iran > Israel -0.60"));
  EXPECT_THAT(positions_in("Iran praised Israel."), ElementsAre("Iran > Israel +0.60"));
  EXPECT_THAT(positions_in("Iran attacked Israel."), ElementsAre("Iran > Israel -0.90"));
  EXPECT_THAT(positions_in("Iran praised Israel and Oman."), UnorderedElementsAre("Iran > Israel +0.60", "Iran > Oman +0.60"));
  EXPECT_THAT(positions_in("Iran and Oman condemned Israel."), UnorderedElementsAre("Iran > Israel -0.60", "Oman > Israel -0.60"));
}

TEST(Positions, WhoWantsSomebodyHarmedOrFreed) {
  EXPECT_THAT(positions_in("Novak demanded that Peters be arrested."), Contains("Novak > Peters -0.60"));
  EXPECT_THAT(positions_in("Novak demanded that Peters be freed."), Contains("Novak > Peters +0.60"));
  EXPECT_THAT(positions_in("Novak wants Peters jailed."), Contains("Novak > Peters -0.42"));
  EXPECT_THAT(positions_in("Novak is calling for Peters to be banned from the country."), Contains("Novak > Peters -0.60"));
  EXPECT_THAT(positions_in("Novak called for the killing of Peters to be investigated."), Not(Contains("Novak > Peters -0.60")));
  EXPECT_THAT(positions_in("Novak asked for details of the arrest of Peters."), Contains("Novak > Peters +0.00"));
}

TEST(Positions, WhatIsWantedOfAThing) {
  EXPECT_THAT(positions_in("Novak wants the embargo."), Contains("Novak > embargo +0.60"));
  EXPECT_THAT(positions_in("Novak wants the embargo lifted."), Contains("Novak > embargo -0.60"));
  EXPECT_THAT(positions_in("Novak wants the embargo to be extended."), Contains("Novak > embargo +0.60"));
  EXPECT_THAT(positions_in("Novak wants the strikes to stop."), Contains("Novak > strikes -0.60"));
  EXPECT_THAT(positions_in("Novak wants the strikes explained."), Not(Contains(testing::HasSubstr("strikes"))));
  EXPECT_THAT(positions_in("Novak called for the strikes to stop."), Contains("Novak > strikes -0.60"));
  EXPECT_THAT(positions_in("Novak called for talks to end the war."), UnorderedElementsAre("Novak > talks +0.60", "Novak > war -0.60"));
}

TEST(Positions, WhoAsksForADeedThatIsNamed) {
  EXPECT_THAT(positions_in("Novak requested an investigation of Peters."), Contains("Novak > Peters -0.60"));
  EXPECT_THAT(positions_in("Novak demanded an inquiry into the king's finances."), Contains("Novak > king -0.60"));
  EXPECT_THAT(positions_in("Novak called for sanctions on Chad."), Contains("Novak > Chad -0.60"));
  EXPECT_THAT(positions_in("Novak demanded the release of Peters."), Contains("Novak > Peters +0.60"));
  EXPECT_THAT(positions_in("Novak called for an end to the attacks on Chad."), Not(Contains("Novak > Chad -0.60")));
  // whose help it is, not whom it is for
  EXPECT_THAT(positions_in("Novak demanded Chad's support."), Not(Contains("Novak > Chad +0.60")));
}

TEST(Positions, OnWhatANameIsOfThatNobodyIs) {
  EXPECT_THAT(positions_in("Novak opposes Brexit."), ElementsAre("Novak > Brexit -0.60"));
  EXPECT_THAT(positions_in("Novak's opposition to the Iraq War has grown."), ElementsAre("Novak > Iraq War -0.60"));
  EXPECT_EQ(coded("Novak opposes the Dream Act.")->positions.front().issue, "Dream Act");
  EXPECT_EQ(coded("Novak opposes Bill Peters.")->positions.front().issue, "");
  EXPECT_EQ(coded("Novak opposes Chad.")->positions.front().issue, "");
}

TEST(Positions, WhoIsInSupportOfSomething) {
  EXPECT_THAT(positions_in("Novak is in full support of the trade deal."), ElementsAre("Novak > trade deal +0.60"));
  EXPECT_THAT(positions_in("Novak is in favor of the death penalty."), ElementsAre("Novak > death penalty +0.60"));
  EXPECT_THAT(positions_in("The support of the mayor is strong."), IsEmpty());
}

TEST(Positions, WhoIsFirstMeantByAPronounMayStandSomewhere) {
  EXPECT_THAT(positions_in("“I am innocent,” said Mayor Olga Brandt. The governor condemned Brandt."),
              ElementsAre("governor > Olga Brandt -0.60"));
}

TEST(Positions, WhoDeniesAClaimStandsAgainstWhoMadeIt) {
  EXPECT_THAT(positions_in("Chad said that its troops had left, a claim that Mali denied."), ElementsAre("Mali > Chad -0.40"));
}

TEST(Positions, TalksAndDemandsSayLittle) {
  EXPECT_THAT(positions_in("Iran met with Israel."), ElementsAre("Iran > Israel +0.07"));
  EXPECT_THAT(positions_in("Iran demanded that Israel leave."), ElementsAre("Iran > Israel +0.00"));
}

TEST(Positions, WhatIsNotDoneCountsHalfTheOtherWay) {
  EXPECT_THAT(positions_in("Iran did not praise Israel."), ElementsAre("Iran > Israel -0.30"));
}

TEST(Positions, DeniedPossibleAndDemandedDeedsAreLeftOut) {
  EXPECT_THAT(positions_in("Novak denied that Iran attacked Israel."), IsEmpty());
  EXPECT_THAT(positions_in("Iran may attack Israel."), IsEmpty());
  EXPECT_THAT(positions_in("Did Iran attack Israel?"), IsEmpty());
  EXPECT_THAT(positions_in("If Iran attacks Israel, Oman will leave."), IsEmpty());
  // The demand itself counts, and whom it is to help.
  EXPECT_THAT(positions_in("Oman urged Iran to praise Israel."), UnorderedElementsAre("Oman > Iran +0.03", "Oman > Israel +0.60"));
}

TEST(Positions, EventsAreWeighedByWhatIsKnownOfThem) {
  // +0.6 and -0.9: alike; 0.7 for what is claimed; 0.5 for hearsay; 0.7 for what is intended (a threat, -0.6).
  EXPECT_THAT(positions_in("Iran praised Israel. Iran attacked Israel."), ElementsAre("Iran > Israel -0.15"));
  EXPECT_THAT(positions_in("Iran praised Israel. Novak said that Iran attacked Israel."), ElementsAre("Iran > Israel -0.02"));
  EXPECT_THAT(positions_in("Iran praised Israel. Iran reportedly attacked Israel."), ElementsAre("Iran > Israel +0.10"));
  EXPECT_THAT(positions_in("Iran praised Israel. Iran will attack Israel."), ElementsAre("Iran > Israel +0.11"));
}

TEST(Positions, TheirEventsAreNamed) {
  const auto coding = coded("Iran praised Israel. Oman condemned Chad. Iran attacked Israel.");
  ASSERT_EQ(coding->events.size(), 3u);
  ASSERT_EQ(coding->positions.size(), 2u);
  EXPECT_THAT(coding->positions[0].events, ElementsAre(0u, 2u));
  EXPECT_THAT(coding->positions[1].events, ElementsAre(1u));
}

TEST(Positions, TowardIssues) {
  EXPECT_THAT(positions_in("Iran condemned the new tax law."), ElementsAre("Iran > new tax law -0.60"));
  EXPECT_THAT(positions_in("Iran supports the plan."), ElementsAre("Iran > plan +0.60"));
  EXPECT_THAT(positions_in("Novak rejected the peace plan. Novak supports the tax reform."),
              UnorderedElementsAre("Novak > peace plan -0.60", "Novak > tax reform +0.60"));
  EXPECT_THAT(positions_in("Novak denied that he supports the plan."), IsEmpty());
}

TEST(Positions, WhatAPronounStandsFor) {
  EXPECT_THAT(positions_in("Oman signed the treaty. Iran voted against it."), testing::Contains("Iran > treaty -0.60"));
  EXPECT_THAT(positions_in("Novak read the plan and Iran rejected it."), testing::Contains("Iran > plan -0.60"));
}

TEST(Positions, WhatIsVotedAndMarchedAgainst) {
  EXPECT_THAT(positions_in("Iran voted for the treaty."), ElementsAre("Iran > treaty +0.60"));
  EXPECT_THAT(positions_in("Thousands of workers marched against the tax reform."), ElementsAre("Thousands of workers > tax reform -0.60"));
  EXPECT_THAT(positions_in("Oman urged Iran to vote against the treaty."),
              UnorderedElementsAre("Oman > Iran +0.00", "Oman > treaty -0.60"));
}

TEST(Positions, WhoWantsSomebodyGoneIsAgainstHim) {
  EXPECT_THAT(positions_in("Iran called on President Novak to resign."), ElementsAre("Iran > Novak -0.60"));
}

TEST(Positions, TwoWhoAccuseEachOtherAreAtOdds) {
  EXPECT_THAT(positions_in("Iran condemned Israel. Israel accused Iran of lying."),
              UnorderedElementsAre("Iran > Israel -0.60", "Israel > Iran -0.60", "Iran against Israel"));
}

TEST(Positions, AnEnvoyWithANameStandsSomewhere) {
  EXPECT_THAT(positions_in("The European Union's envoy, Marta Holm, praised Oman."), testing::Contains("Marta Holm > Oman +0.60"));
}

TEST(Positions, BetweenTwoThatTheTextSetsAgainstEachOther) {
  for (const char* text : {"Iran and Israel have incompatible positions on the border.", "Iran disagrees with Israel.",
                           "Iran and Israel are divided over the border.", "Iran is at odds with Israel.",
                           "There is a dispute between Iran and Israel.", "Iran's view is incompatible with Israel's."})
    EXPECT_THAT(positions_in(text), ElementsAre("Iran against Israel")) << text;
}

TEST(Positions, BetweenTwoThatTheTextPutsTogether) {
  for (const char* text : {"The positions of Iran and Israel are compatible.", "Iran and Israel have shared interests."})
    EXPECT_THAT(positions_in(text), ElementsAre("Iran with Israel")) << text;
}

// Two who stand for or against the same thing are together or apart on it.
TEST(Positions, WhoStandWhereOnTheSameIssue) {
  EXPECT_THAT(positions_in("Iran rejected the treaty. Oman supports the treaty."),
              UnorderedElementsAre("Iran > treaty -0.60", "Oman > treaty +0.60", "Iran against Oman"));
  EXPECT_THAT(positions_in("Iran rejected the treaty. Oman opposes the treaty."),
              UnorderedElementsAre("Iran > treaty -0.60", "Oman > treaty -0.60", "Iran with Oman"));
  EXPECT_THAT(positions_in("Iran rejected the treaty. Oman supports the embargo."),
              UnorderedElementsAre("Iran > treaty -0.60", "Oman > embargo +0.60"));
  EXPECT_THAT(positions_in("Iran rejected the treaty. The Iranian foreign minister, Reza Karimi, opposes the treaty."),
              UnorderedElementsAre("Iran > treaty -0.60", "Reza Karimi > treaty -0.60"));
}

TEST(Positions, NegationTurnsThemAround) {
  EXPECT_THAT(positions_in("Iran and Israel do not disagree."), ElementsAre("Iran with Israel"));
  EXPECT_THAT(positions_in("The positions of Iran and Israel are not compatible."), ElementsAre("Iran against Israel"));
}

TEST(Positions, StatementsAroundThemAreNamed) {
  const auto coding = coded("Novak said that Iran disagrees with Israel.");
  EXPECT_THAT(positions_of(*coding), ElementsAre("Iran against Israel"));
  ASSERT_EQ(coding->positions.size(), 1u);
  ASSERT_EQ(coding->statements.size(), 1u);
  EXPECT_THAT(coding->positions[0].statements, ElementsAre(0u));
  EXPECT_THAT(coding->positions[0].events, IsEmpty());
}

TEST(Positions, WhatSomebodyIsSaidToBe) {
  EXPECT_THAT(positions_in("“Brandt is a liar,” Senator Novak said."), ElementsAre("Novak > Brandt -0.60"));
  EXPECT_THAT(positions_in("Senator Novak said that Brandt was not fit to lead."), ElementsAre("Novak > Brandt -0.60"));
  EXPECT_THAT(positions_in("“Brandt is the right person for the job,” Senator Novak said."), ElementsAre("Novak > Brandt +0.60"));
  EXPECT_THAT(positions_in("“Is Brandt a liar?” Senator Novak asked."), IsEmpty());
  EXPECT_THAT(positions_in("Senator Novak denied that Brandt was a liar."), IsEmpty());
}

TEST(Positions, WhomSomebodyWantsSorry) {
  EXPECT_THAT(positions_in("Senator Novak called on Brandt to apologize."), Contains("Novak > Brandt -0.60"));
}

TEST(Positions, Supporters) { EXPECT_THAT(positions_in("Novak is a supporter of NATO."), ElementsAre("Novak with NATO")); }

TEST(Positions, WhoseAllyOrCriticSomebodyIs) {
  EXPECT_THAT(positions_in("Ann Roth, a Novak surrogate, spoke in Oslo."), ElementsAre("Ann Roth with Novak"));
  EXPECT_THAT(positions_in("Novak critic Ann Roth spoke in Oslo."), ElementsAre("Ann Roth against Novak"));
  EXPECT_THAT(positions_in("Ann Roth, a Novak supporter, spoke in Oslo."), ElementsAre("Ann Roth with Novak"));
  EXPECT_THAT(positions_in("Ann Roth, Novak's running mate, spoke in Oslo."), ElementsAre("Ann Roth with Novak"));
  EXPECT_THAT(positions_in("Supporters of the plan met in Oslo."), ElementsAre());
}

TEST(Positions, WhoSaysThatHarmWasDoneToHim) {
  EXPECT_THAT(positions_in("“Iran lied to us,” Senator Novak said."), Contains("Novak > Iran -0.42"));
  EXPECT_THAT(positions_in("The Omani minister said that Iran had shelled Oman."), Contains("Omani minister > Iran -0.42"));
  // What was done to others is no complaint of his.
  EXPECT_THAT(positions_in("The Omani minister said that Iran had shelled Chad."), Not(Contains("Omani minister > Iran -0.42")));
}

TEST(Positions, WhoIsRightOrNotTheCowardThatHeIs) {
  EXPECT_THAT(positions_in("“Brandt is absolutely right,” Senator Novak said."), ElementsAre("Novak > Brandt +0.60"));
  EXPECT_THAT(positions_in("“Brandt was wrong,” Senator Novak said."), ElementsAre("Novak > Brandt -0.60"));
  EXPECT_THAT(positions_in("Senator Novak said of Brandt that she saw him for the coward that he is."), Contains("Novak > Brandt -0.60"));
}

TEST(Positions, WhoseHeIsByTheNameBeforeHim) {
  EXPECT_THAT(positions_in("Lena Brandt met reporters. Ivo Novak, a Brandt surrogate, spoke first."),
              Contains("Ivo Novak with Lena Brandt"));
  // A party that somebody belongs to is nobody's name.
  EXPECT_THAT(positions_in("Ivo Novak, a Republican supporter, spoke first."), IsEmpty());
}

TEST(Positions, WhatIsAskedForAgainstSomebody) {
  EXPECT_THAT(positions_in("Oman called for a boycott of Chad."), Contains("Oman > Chad -0.60"));
  EXPECT_THAT(positions_in("Oman urged Chad to punish Mali."), Contains("Oman > Mali -0.60"));
  EXPECT_THAT(positions_in("Oman urged Chad to support Mali."), Contains("Oman > Mali +0.60"));
  // Who is to say sorry is not asked for a favour to whom he has wronged.
  EXPECT_THAT(positions_in("Oman urged Chad to apologize to Mali."), Not(Contains("Oman > Mali +0.60")));
}

TEST(Positions, WhatHasToBeDone) {
  EXPECT_THAT(positions_in("The embargo must be lifted, Senator Novak said."), ElementsAre("Novak > embargo -0.60"));
  EXPECT_THAT(positions_in("“It is time to end the war,” Senator Novak said."), ElementsAre("Novak > war -0.60"));
  EXPECT_THAT(positions_in("Senator Novak asked whether the embargo should be lifted."), IsEmpty());
}

TEST(Positions, StatesOfMind) {
  EXPECT_THAT(positions_in("Oman is opposed to the treaty."), ElementsAre("Oman > treaty -0.60"));
  EXPECT_THAT(positions_in("Senator Novak wants to roll back the reform."), ElementsAre("Novak > reform -0.60"));
}

TEST(Positions, OneAloneStandsAgainstNobody) {
  EXPECT_THAT(positions_in("Iran is divided."), IsEmpty());
  EXPECT_THAT(positions_in("The dispute goes on."), IsEmpty());
}

}  // namespace
}  // namespace demarche
