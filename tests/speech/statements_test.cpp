// The lexicon's errors, the voices of words, and what becomes of the network's proposals.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "given.h"
#include "speech/trust.h"

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class LexiconFile : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::temp_directory_path() / ("demarche-speech-" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) +
                                                  ::testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_ / "speech");
    std::ofstream(folder_ / "speech" / "words.tsv") << "light-verb\tmake\n";
    std::ofstream(folder_ / "speech" / "trust.tsv") << "least\t0.3\nlength\t0.2\n";
    std::ofstream(folder_ / "speech" / "acts.tsv") << "lash\tverb\tcriticize\n";
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string error_of(const std::string& cues) {
    std::ofstream(folder_ / "speech" / "cues.tsv") << cues;
    try {
      load_speech_lexicon(folder_);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return {};
  }
  std::filesystem::path folder_;
};

TEST_F(LexiconFile, IsReadWhereItIsRight) { EXPECT_EQ(error_of("# cues\nwarn\tverb\twarn\tclause=90 +of=65\n"), ""); }

TEST_F(LexiconFile, NamesFileAndLineOfWhatIsWrong) {
  EXPECT_THAT(error_of("# cues\nwarn\tverb\tshout\tclause=90\n"), HasSubstr("cues.tsv:2: unknown act `shout`"));
  EXPECT_THAT(error_of("warn\tverb\twarn\tclause\n"), HasSubstr("cues.tsv:1: frame `clause` lacks its share"));
  EXPECT_THAT(error_of("warn\tverb\twarn\tclause=120\n"), HasSubstr("no whole number from 1 to 100"));
  EXPECT_THAT(error_of("warn\tverb\twarn\tsomehow=20\n"), HasSubstr("unknown frame `somehow`"));
  EXPECT_THAT(error_of("warn\tverbs\twarn\tclause=20\n"), HasSubstr("unknown part of speech `verbs`"));
  EXPECT_THAT(error_of("warn\tverb\twarn\n"), HasSubstr("3 tab-separated fields"));
}

TEST(Voices, AreOutermostFirst) {
  const auto coding = given("denied-claims");
  find_statements(lexicon(), *coding);
  ASSERT_EQ(coding->statements.size(), 3u);
  const VoiceTable voices(*coding);
  const auto at = [&](std::string_view form) {
    for (std::uint32_t i = 0; i < coding->reading.words.size(); ++i)
      if (coding->reading.words[i].form == form) return i;
    throw std::runtime_error("no such word");
  };
  EXPECT_THAT(voices.of(at("Novak")), IsEmpty());
  EXPECT_THAT(voices.of(at("denied")), IsEmpty());
  EXPECT_THAT(voices.of(at("claims")), ElementsAre(0u));
  EXPECT_THAT(voices.of(at("sent")), ElementsAre(0u, 1u));
  EXPECT_THAT(voices.of(at("urging")), ElementsAre(0u, 1u));
  EXPECT_THAT(voices.of(at("fight")), ElementsAre(0u, 1u, 2u));
  EXPECT_THAT(voices.of(100000), IsEmpty());
  for (std::uint32_t i = 0; i < coding->reading.words.size(); ++i)
    EXPECT_THAT(voices_of(*coding, i), testing::ElementsAreArray(voices.of(i).begin(), voices.of(i).end()));
}

TEST(Inside, IsAnEarlierStatement) {
  for (const auto* name : {"denied-claims", "denied-adding", "nested", "rejected-reports"}) {
    const auto coding = given(name);
    find_statements(lexicon(), *coding);
    for (std::size_t i = 0; i < coding->statements.size(); ++i)
      EXPECT_LT(coding->statements[i].inside, static_cast<std::int32_t>(i)) << name;
  }
}

TEST(Network, FindsWhatNoRuleKnows) {
  const auto coding = given("alone");  // Holt walked to the door.
  coding->reading.attributions.push_back(guess({0, 1}, {1, 2}, {2, 5}, 0.9f));
  find_statements(lexicon(), *coding);
  EXPECT_THAT(lines(*coding), testing::Contains("Holt | walked | say | to the door"));
}

TEST(Network, IsNotBelievedWhereItIsUnsure) {
  const auto coding = given("discussed");
  coding->reading.attributions.push_back(guess({0, 1}, {2, 3}, {3, 8}, 0.3f));
  find_statements(lexicon(), *coding);
  EXPECT_THAT(coding->statements, IsEmpty());
}

TEST(Network, NeedNotKnowOfADenial) {
  const auto coding = given("denied-besides");
  coding->reading.attributions.push_back(guess({0, 1}, {1, 2}, {2, 7}, 0.9f));
  find_statements(lexicon(), *coding);
  EXPECT_THAT(lines(*coding), ElementsAre("Holt | said | say | that the ship had left", "Holt | denied | deny | that it had sunk"));
}

TEST(Network, ConfirmsARule) {
  const auto coding = given("call-for");
  find_statements(lexicon(), *coding);
  ASSERT_EQ(coding->statements.size(), 1u);
  const float alone = coding->statements[0].confidence;
  coding->reading.attributions.push_back(guess({0, 2}, {2, 4}, {4, 6}, 0.9f));
  find_statements(lexicon(), *coding);
  ASSERT_EQ(coding->statements.size(), 1u);
  EXPECT_GT(coding->statements[0].confidence, alone);
  EXPECT_THAT(lines(*coding), ElementsAre("The opposition | called for | demand | new elections"));
}

TEST(Network, IsNotBelievedWhereAThingIsDone) {
  const auto coding = given("imposed");  // The council imposed a ban on rallies.
  coding->reading.attributions.push_back(guess({0, 2}, {2, 3}, {3, 7}, 0.95f));
  find_statements(lexicon(), *coding);
  EXPECT_TRUE(coding->statements.empty());
}

TEST(Network, StopsNoPhraseInTheMiddle) {
  const auto coding = given("warn");
  coding->reading.attributions.push_back(guess({0, 4}, {4, 5}, {7, 9}, 0.9f));  // “that the”
  find_statements(lexicon(), *coding);
  EXPECT_THAT(lines(*coding), ElementsAre("Foreign Minister Anna Berg | warned | warn | that the talks had failed"));
}

TEST(Network, AndARuleShareAClausesWords) {
  const auto coding = given("adding");  // Holt praised the deal, adding that she would sign it.
  coding->reading.attributions.push_back(guess({0, 1}, {5, 6}, {8, 11}, 0.9f));
  find_statements(lexicon(), *coding);
  EXPECT_THAT(lines(*coding), testing::Contains("Holt | adding | say | that she would sign it"));
}

TEST(Network, KnowsTheActOfACueThatNoRuleTakes) {
  const auto coding = given("lashed-out");  // Holt lashed out at the port plan.
  coding->reading.attributions.push_back(guess({0, 1}, {1, 4}, {4, 7}, 0.95f));
  find_statements(lexicon(), *coding);
  EXPECT_THAT(lines(*coding), ElementsAre("Holt | lashed out at | criticize | the port plan"));
}

TEST(Network, SeesThatNothingWasSaid) {
  const auto coding = given("no-mention");  // Holt made no mention of the war.
  coding->reading.attributions.push_back(guess({0, 1}, {1, 5}, {5, 7}, 0.95f));
  find_statements(lexicon(), *coding);
  EXPECT_THAT(lines(*coding), ElementsAre("Holt | made no mention of | say | the war | negated"));
}

TEST(Network, KnowsTheActOfAVerbWithItsParticle) {
  const auto coding = given("looks-into");  // The bureau looks into whether …
  coding->reading.attributions.push_back(guess({0, 2}, {2, 4}, {4, 9}, 0.95f));
  find_statements(lexicon(), *coding);
  EXPECT_THAT(lines(*coding), ElementsAre("The bureau | looks into | ask | whether the ships were sold"));
}

TEST(Network, KnowsTheActOfTheLastVerbInACue) {
  const auto coding = given("statement-calling-on");  // The council issued a statement calling on the rebels to leave the valley.
  coding->reading.attributions.push_back(guess({0, 2}, {2, 7}, {7, 13}, 0.95f));
  find_statements(lexicon(), *coding);
  EXPECT_THAT(lines(*coding), testing::Contains("The council | issued a statement calling on | demand | the rebels to leave the valley"));
}

TEST(Network, TakesNoSecretForNoDenial) {
  const auto coding = given("no-secret");  // Holt made no secret of his anger.
  coding->reading.attributions.push_back(guess({0, 1}, {1, 5}, {5, 7}, 0.95f));
  find_statements(lexicon(), *coding);
  EXPECT_THAT(lines(*coding), ElementsAre("Holt | made no secret of | say | his anger"));
}

TEST(Network, AddsNothingBeforeThat) {
  const auto coding = given("where-that");
  coding->reading.attributions.push_back(guess({0, 1}, {1, 2}, {5, 15}, 0.95f));  // “where he now lives, that …”
  find_statements(lexicon(), *coding);
  EXPECT_THAT(lines(*coding), ElementsAre("Holt | said | say | that the bridge would be closed"));
}

TEST(Network, StopsNotBeforeTheNounThatIsCounted) {
  const auto coding = given("board-role");  // … for more than 20 years.
  coding->reading.attributions.push_back(guess({0, 1}, {1, 2}, {2, 12}, 0.95f));
  find_statements(lexicon(), *coding);
  EXPECT_THAT(lines(*coding), ElementsAre("He | praised | praise | the bank that she had led for more than 20 years"));
}

TEST(Network, StopsNoSourceInTheMiddle) {
  const auto coding = given("two-countries");
  coding->reading.attributions.push_back(guess({0, 2}, {3, 5}, {5, 8}, 0.9f));  // “Denmark and”
  find_statements(lexicon(), *coding);
  EXPECT_THAT(lines(*coding), ElementsAre("Denmark and Sweden | have agreed | agree | to send observers"));
}

TEST(Network, SpeaksOfOneParagraphUnlessItIsSomebodysOwnWords) {
  const auto coding = given("transcript");  // HOLT: We will go to the north. ¶ STONE: …
  coding->reading.attributions.push_back(guess({2, 3}, {3, 5}, {5, 11}, 0.9f));
  find_statements(lexicon(), *coding);
  EXPECT_THAT(lines(*coding), testing::Contains(testing::HasSubstr("| to the north")));
  for (const Statement& s : coding->statements) EXPECT_TRUE(s.rule != "network" || s.content.back().last <= 9u);
}

TEST(Network, MayNameNoWordThatIsNotThere) {
  const auto coding = given("warn");
  coding->reading.attributions.push_back(guess({0, 4}, {4, 5}, {7, 4000}, 0.9f));
  find_statements(lexicon(), *coding);
  for (const Statement& s : coding->statements)
    for (const WordRange part : s.content) EXPECT_LE(part.last, coding->reading.words.size());
}

TEST(Network, TakesWhomSomebodyGivesAPostForWhatHeSays) {
  for (const std::string what : {"names-a-mate", "names-a-suspect"}) {  // Cole named Ray as his mate. … as a suspect.
    const auto coding = given(what);
    coding->reading.attributions.push_back(guess({0, 1}, {1, 2}, {2, 6}, 0.95f));
    find_statements(lexicon(), *coding);
    EXPECT_EQ(coding->statements.empty(), what == "names-a-mate");
  }
}

TEST(Network, TakesWhomAChamberConfirmsForWhatItSays) {
  for (const std::string what : {"confirms-a-nominee", "confirms-a-report"}) {  // The Senate confirmed the judge. … the report.
    const auto coding = given(what);
    coding->reading.attributions.push_back(guess({0, 2}, {2, 3}, {3, 5}, 0.95f));
    find_statements(lexicon(), *coding);
    EXPECT_EQ(coding->statements.empty(), what == "confirms-a-nominee");
  }
}

TEST(Network, LetsTheNounSayWhatIsDone) {
  const auto coding = given("repeated-warnings");
  coding->reading.attributions.push_back(guess({0, 1}, {2, 4}, {4, 9}, 0.95f));
  find_statements(lexicon(), *coding);
  EXPECT_THAT(lines(*coding), testing::Contains("He | repeated warnings | warn | that the dam would break"));
}

TEST(Network, FindsTheSameButOnce) {
  const auto coding = given("warn");
  coding->reading.attributions.push_back(guess({0, 4}, {4, 5}, {7, 12}, 0.9f));
  coding->reading.attributions.push_back(guess({0, 4}, {4, 5}, {8, 12}, 0.8f));
  find_statements(lexicon(), *coding);
  EXPECT_THAT(lines(*coding), ElementsAre("Foreign Minister Anna Berg | warned | warn | that the talks had failed"));
}

TEST(Trust, GrowsWithWhatSpeaksForAFinding) {
  const auto coding = given("alone");
  const auto confidence = [&](float score) {
    coding->reading.attributions = {guess({0, 1}, {1, 2}, {2, 5}, score)};
    const auto weighed = weighed_statements(lexicon(), *coding);
    return weighed.empty() ? 0.0f : weighed.front().statement.confidence;
  };
  EXPECT_LT(confidence(0.6f), confidence(0.9f));
  EXPECT_GT(confidence(0.6f), 0.0f);
  EXPECT_EQ(confidence(0.1f), 0.0f);  // not weighed at all
}

TEST_F(LexiconFile, NamesFileAndLineOfWrongActs) {
  std::ofstream(folder_ / "speech" / "acts.tsv") << "lash\tverb\tgrowl\n";
  EXPECT_THAT(error_of("warn\tverb\twarn\tclause=20\n"), HasSubstr("acts.tsv:1: unknown act `growl`"));
  std::ofstream(folder_ / "speech" / "acts.tsv") << "lash\tadv\tcriticize\n";
  EXPECT_THAT(error_of("warn\tverb\twarn\tclause=20\n"), HasSubstr("acts.tsv:1: unknown part of speech `adv`"));
}

TEST_F(LexiconFile, NamesFileAndLineOfWrongTrust) {
  std::ofstream(folder_ / "speech" / "trust.tsv") << "least\t0.3\nlenght\t1\n";
  EXPECT_THAT(error_of("warn\tverb\twarn\tclause=20\n"), HasSubstr("trust.tsv:2: unknown feature `lenght`"));
  std::ofstream(folder_ / "speech" / "trust.tsv") << "length\tmuch\n";
  EXPECT_THAT(error_of("warn\tverb\twarn\tclause=20\n"), HasSubstr("trust.tsv:1: `much` is no number"));
}

TEST(NoWords, NoStatements) {
  Coding coding;
  find_statements(lexicon(), coding);
  EXPECT_THAT(coding.statements, IsEmpty());
  EXPECT_THAT(VoiceTable(coding).of(0), IsEmpty());
}

TEST(Network, MayTakeWhomAQuestionIsPutToForWhoPutsIt) {
  const auto coding = given("asked-whether");
  coding->reading.attributions.push_back(guess({6, 7}, {0, 1}, {1, 5}, 0.9f));
  find_statements(lexicon(), *coding);
  EXPECT_THAT(lines(*coding), ElementsAre("- | Asked | ask | whether it would close | to Holt"));
}

TEST(Unnamed, IsOneOfThem) {
  EXPECT_THAT(statements_of("one-of-them"), ElementsAre("Two diplomats | said | say | that the bridge was closed | hearsay",
                                                        "One of them | said | say | that the road was closed | hearsay"));
}

}  // namespace
}  // namespace demarche
