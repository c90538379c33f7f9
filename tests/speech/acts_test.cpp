// What a speaker does, to whom, and speech that only its form shows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given.h"

namespace demarche {
namespace {

using testing::ElementsAre;

TEST(Acts, OfALightVerbAreItsObjects) {
  EXPECT_THAT(statements_of("expressed-support"), ElementsAre("The envoy | expressed | agree | support for the ceasefire"));
}

TEST(Acts, OfCallingAClaimUntrueIsADenial) {
  EXPECT_THAT(statements_of("called-baseless"), ElementsAre("Norland | called | deny | the allegations baseless"));
}

TEST(Acts, OfRulingOutIsARejection) {
  EXPECT_THAT(statements_of("ruled-out"), ElementsAre("The chancellor | ruled out | reject | sending troops"));
}

TEST(Acts, OfAQuestionInQuotationMarksIsAsking) {
  EXPECT_THAT(statements_of("question-quoted"), ElementsAre("Berg | said | ask | “Who opened the gate?” | direct"));
}

TEST(Acts, OfAQuestionThatGoesOnIsNotAsking) {
  EXPECT_THAT(statements_of("question-first"), ElementsAre("Berg | said | say | “You know what? We will wait,” | direct"));
}

TEST(Acts, OfALightVerbAreThoseOfNounsWithoutARuleToo) {
  const auto coding = given("expressed-regret");  // The envoy expressed a deep regret for the delays.
  coding->reading.attributions.push_back(guess({0, 2}, {2, 7}, {7, 9}, 0.95f));
  find_statements(lexicon(), *coding);
  EXPECT_THAT(lines(*coding), ElementsAre("The envoy | expressed a deep regret for | admit | the delays"));
}

TEST(Acts, OfAVerbWithTheWordBehindItAreTheirs) {
  EXPECT_THAT(statements_of("pushed-back"), ElementsAre("The envoy | pushed | reject | the plan"));
}

TEST(Acts, OfAssuringWhatIsSoIsAClaim) {
  EXPECT_THAT(statements_of("assured-safe"), ElementsAre("The mayor | assured | claim | that the water was safe | to residents"));
}

TEST(Acts, AreNoneWhereNothingIsReported) { EXPECT_THAT(statements_of("know-about-you"), ElementsAre()); }

TEST(Acts, DependOnHowTheContentIsJoined) {
  EXPECT_THAT(statements_of("told-his-men"), ElementsAre("The general | told | demand | his men to hold the bridge | to his men"));
  EXPECT_THAT(statements_of("offered-to"), ElementsAre("The mayor | offered | promise | to pay the fine"));
}

TEST(Addressee, IsNotWhatIsSaid) {
  EXPECT_THAT(statements_of("told-the-truth"), ElementsAre("The spokesman | told | say | the truth about the raid"));
  EXPECT_THAT(statements_of("urged-restraint"), ElementsAre("The envoy | urged | demand | restraint"));
}

TEST(Direct, SecondHalfOfASentenceBelongsToTheFirst) {
  EXPECT_THAT(statements_of("second-half"), ElementsAre("Holt | said | say | “We know the way,” / but “not the hour.” | direct"));
}

TEST(Direct, TranscriptMayBeInQuotationMarks) {
  EXPECT_THAT(statements_of("quoted-transcript"), ElementsAre("HOLT | : | say | We will go to the north | direct | to STONE",
                                                              "STONE | : | say | The road is closed | direct | to HOLT",
                                                              "HOLT | : | say | We will open the road | direct | to STONE"));
}

TEST(Direct, WordsMayBeSetApartWithoutMarks) {
  EXPECT_THAT(statements_of("set-apart"), ElementsAre("Holt | added | say | We will build the bridge in the spring."));
}

}  // namespace
}  // namespace demarche
