// One sentence for each rule; the trees are in sentences.conllu.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given.h"

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Clause, IsWhatIsSaid) {
  EXPECT_THAT(statements_of("warn"), ElementsAre("Foreign Minister Anna Berg | warned | warn | that the talks had failed"));
  EXPECT_THAT(statements_of("hopes"), ElementsAre("The governor | hopes | hope | that the rain will stop"));
}

TEST(Clause, IsWhoseClaimItIs) {
  EXPECT_THAT(statements_of("mocked-claim"), testing::Contains("Berg | claim | claim | that the army had fled"));
  EXPECT_THAT(statements_of("predicate-announcement"), testing::Contains("Berg | announcement | announce | that the army would flee"));
}

TEST(Infinitive, IsWhatIsPromised) {
  EXPECT_THAT(statements_of("promise"), ElementsAre("The president | promised | promise | to withdraw the troops"));
  EXPECT_THAT(statements_of("threaten"), ElementsAre("The rebels | threatened | threaten | to attack the capital"));
}

TEST(ObjectWithInfinitive, IsWhatIsDemanded) {
  EXPECT_THAT(statements_of("urge"), ElementsAre("Norway | urged | demand | both sides to return to the table | to both sides"));
  EXPECT_THAT(statements_of("call-on"), ElementsAre("Pereira | called | demand | us and on Chile not to interfere"));
}

TEST(Preposition, LeadsToTheContent) {
  EXPECT_THAT(statements_of("call-for"), ElementsAre("The opposition | called | demand | new elections"));
  EXPECT_THAT(statements_of("accuse"), ElementsAre("The ministry | accused | accuse | the rebels of shelling a hospital"));
}

TEST(Preposition, LeadsToAFigure) { EXPECT_THAT(statements_of("put-at"), ElementsAre("The governor | put | say | the toll at 40")); }

TEST(Gerund, IsWhatIsDenied) { EXPECT_THAT(statements_of("denied-taking"), ElementsAre("He | denied | deny | taking the money")); }

TEST(Gerund, MayBePerfect) { EXPECT_THAT(statements_of("denied-having"), ElementsAre("The crew | denied | deny | having left the port")); }

TEST(Predicate, IsWhatOneIsCalled) { EXPECT_THAT(statements_of("called-him"), ElementsAre("Critics | called | say | him a liar")); }

TEST(Adjective, OfThought) {
  EXPECT_THAT(statements_of("confident"), ElementsAre("The mayor | was confident | believe | that the bridge would hold"));
}

TEST(Passive, NamesItsSpeakerWithBy) {
  EXPECT_THAT(statements_of("passive-by"), ElementsAre("the union | was criticized | criticize | The plan"));
}

TEST(Passive, WithoutSpeakerIsHearsay) {
  EXPECT_THAT(statements_of("is-said"), ElementsAre("- | is said | say | The general / to have fled the country | hearsay"));
  EXPECT_THAT(statements_of("it-is-believed"), ElementsAre("- | is believed | believe | that the minister resigned | hearsay"));
}

TEST(Passive, OfWhoIsToldMakesHimTheAddressee) {
  EXPECT_THAT(statements_of("told-to"), ElementsAre("- | was told | say | that the witness had left | hearsay | to The judge"));
}

TEST(Passive, TellsWhoAccusesWhereverItsSubjectIs) {
  EXPECT_THAT(statements_of("passive-conjunct"), ElementsAre("Norvia | was accused | accuse | of burning crops"));
}

TEST(Passive, OfWhoIsWarnedHasNoSpeaker) {
  EXPECT_THAT(statements_of("warned-not-to"), ElementsAre("- | were warned | warn | The sailors / not to land | to The sailors"));
}

TEST(Inserted, BetweenCommasItIsSomebody) {
  EXPECT_THAT(statements_of("inserted-it"),
              testing::Contains("it | alleges | claim | Three sailors died at sea / and their families were told nothing"));
}

TEST(Inserted, OnWhichDayIsNoContent) {
  EXPECT_THAT(statements_of("inserted-on-a-day"), ElementsAre("the airline | said | say | Two pilots were released / raising hopes"));
}

TEST(QuotedAs, SpeaksThroughTheParticiple) {
  EXPECT_THAT(statements_of("quoted-as"), ElementsAre("The king | saying | say | that the treaty was dead"));
  EXPECT_THAT(statements_of("quoted-him"), ElementsAre("the king | saying | say | that the treaty was dead"));
}

TEST(According, NamesWhoSaysTheSentence) {
  EXPECT_THAT(statements_of("according-first"),
              ElementsAre("Defence Minister Oskar Lind | According to | say | the army was ready to leave"));
  EXPECT_THAT(statements_of("according-last"),
              ElementsAre("two people familiar with the matter | according to | say | The army was ready to leave | hearsay"));
  EXPECT_THAT(statements_of("view"), ElementsAre("the governor | In the view of | believe | the law is wrong"));
}

TEST(Reportedly, HasNoSpeaker) {
  EXPECT_THAT(statements_of("reportedly"), ElementsAre("- | reportedly | report | Norvia / sent two ships to the island | hearsay"));
}

TEST(Reportedly, MakesAnothersStatementHearsay) {
  EXPECT_THAT(statements_of("reportedly-urged"), ElementsAre("The envoy | urged | demand | her to stay | hearsay | to her"));
}

TEST(Noun, OfSpeechWithItsSpeaker) {
  EXPECT_THAT(statements_of("possessive"), ElementsAre("His | claim | claim | that the vote was rigged"));
  EXPECT_THAT(statements_of("light-verb"), ElementsAre("The embassy | denial | deny | that its staff had left"));
}

TEST(Denial, OfAnothersClaimHoldsThatClaim) {
  EXPECT_THAT(
      statements_of("denied-claims"),
      ElementsAre("Novak | denied | deny | claims from Swedish officials that his country had sent weapons, urging the rebels to fight on",
                  "Swedish officials | claims | claim | that his country had sent weapons, urging the rebels to fight on | inside 0",
                  "his country | urging | demand | the rebels to fight on | to the rebels | inside 1"));
}

TEST(Denial, LeavesToItsSpeakerWhatHeAdds) {
  EXPECT_THAT(statements_of("denied-adding"),
              ElementsAre("Novak | denied | deny | claims from Swedish officials that his country had sent weapons",
                          "Swedish officials | claims | claim | that his country had sent weapons | inside 0",
                          "Novak | adding | say | that he wanted peace"));
}

TEST(Denial, OfAClaimWhoseClauseHangsOnWhoClaimsIt) {
  EXPECT_THAT(statements_of("claims-from"),
              ElementsAre("Lindqvist | denied | deny | claims from Norwegian officials that his country had sold weapons",
                          "Norwegian officials | claims | claim | that his country had sold weapons | inside 0"));
}

TEST(Denial, OfReports) {
  EXPECT_THAT(statements_of("rejected-reports"), ElementsAre("Berlin | rejected | deny | reports that it had paid a ransom",
                                                             "- | reports | report | that it had paid a ransom | hearsay | inside 0"));
}

TEST(Denial, OfAClaimThatStandsBeforeIt) {
  EXPECT_THAT(statements_of("claim-taken-up"),
              ElementsAre("Norvia | said | say | its ships had left", "fishermen | denied | deny | a claim"));
}

TEST(Denial, OfWhatWasSaidInARelativeClause) {
  EXPECT_THAT(statements_of("denied-by-which"),
              ElementsAre("Norvia | said | say | its ships had left the bay", "fishermen | denied | deny | which"));
}

TEST(Negation, IsMarked) {
  EXPECT_THAT(statements_of("not-deny"), ElementsAre("The minister | did not deny | deny | that troops had crossed the border | negated"));
}

TEST(Coordination, SharesTheSpeaker) {
  EXPECT_THAT(statements_of("and-called"), ElementsAre("Guerra | announced | announce | new talks", "Guerra | called | demand | calm"));
}

TEST(Participle, SharesTheSpeaker) {
  EXPECT_THAT(statements_of("adding"), ElementsAre("Holt | praised | praise | the deal", "Holt | adding | say | that she would sign it"));
}

TEST(RelativeClause, SpeaksForItsAntecedent) {
  EXPECT_THAT(statements_of("who"), ElementsAre("Secretary Lena Holt, who | accused | accuse | him of lying"));
}

TEST(InsertedClause, StandsInItsContent) {
  EXPECT_THAT(statements_of("inserted"), ElementsAre("he | said | say | The war / is over"));
  EXPECT_THAT(statements_of("behind-semicolon"), ElementsAre()) << "a clause of its own";
  EXPECT_THAT(statements_of("as-clause"), ElementsAre("the general | said | say | The war is over"));
}

TEST(UnnamedSource, IsHearsay) {
  EXPECT_THAT(statements_of("unnamed"), ElementsAre("Officials | said | say | the talks had failed | hearsay"));
  EXPECT_THAT(statements_of("sources"), ElementsAre("Sources | told | say | that the talks had failed | hearsay | to Radio Lund"));
}

TEST(UnnamedSource, IsHearsayWhereANumberOrAnArticleShowsThatNobodyIsNamed) {
  EXPECT_THAT(statements_of("unnamed-again"), ElementsAre("Two diplomats | said | say | the talks had failed | hearsay",
                                                          "The diplomats | said | say | the army had left | hearsay"));
  EXPECT_THAT(statements_of("named-official"),
              ElementsAre("An official, Ann Holt | said | say | the road was open", "The official | said | say | the bridge was closed"));
}

TEST(UnnamedSource, IsHearsayWhereTheClauseSaysSo) {
  EXPECT_THAT(statements_of("anonymity"), ElementsAre("a diplomat | said | say | “The border will stay open,” | direct | hearsay"));
}

TEST(Topic, IsNoStatement) { EXPECT_THAT(statements_of("discussed"), IsEmpty()); }

TEST(Quotation, WithItsSpeakerBehind) {
  EXPECT_THAT(statements_of("told"),
              ElementsAre("she | told | say | “We watched it all day,” / “The road was empty.” | direct | to the BBC’s Mark Stone"));
  EXPECT_THAT(statements_of("continued"),
              ElementsAre("he | continued | say | “The positions are far apart,” / “We are ready to talk.” | direct"));
  EXPECT_THAT(statements_of("inner-quote"), ElementsAre("he | said | say | “The answer would be ‘wrong,’” | direct"));
}

TEST(Quotation, InSingleMarks) { EXPECT_THAT(statements_of("single"), ElementsAre("Holt | said | say | ‘We are ready,’ | direct")); }

TEST(Quotation, OfAFewWordsIsNoStatement) { EXPECT_THAT(statements_of("scare"), IsEmpty()); }

TEST(Quotation, OverParagraphs) {
  EXPECT_THAT(statements_of("paragraphs"), ElementsAre("Holt | said | say | “We were tired. Nobody slept. “The road was empty,” | direct"));
  EXPECT_THAT(statements_of("paragraphs-before"),
              ElementsAre("Holt | said | say | “We were tired. Nobody slept. “The road was empty.” | direct"));
  EXPECT_THAT(statements_of("next-paragraph"),
              ElementsAre("Holt | said | say | “We are ready,” / “The ships have waited for a month.” | direct"));
}

TEST(Denial, OfTheClauseBeforeIt) {
  EXPECT_THAT(statements_of("which-denies"),
              ElementsAre("Norvia | accused | accuse | the crew of leaving the port", "the crew | denies | deny | which"));
}

TEST(Clause, IsSaidOfTheNounBeforeIt) {
  EXPECT_THAT(statements_of("said-was"), ElementsAre("Norvia | said | say | that / was led by pirates"));
}

TEST(Quotation, WithoutAnOpeningMark) {
  EXPECT_THAT(statements_of("no-opening"), ElementsAre("Holt | said | say | The road was empty,” | direct"));
}

TEST(Quotation, WithoutAClosingMark) {
  const auto found = statements_of("no-closing");
  EXPECT_THAT(found, testing::Contains("Holt | added | say | “He was at the airport.” | direct"));
}

TEST(Quotation, BehindAColon) {
  EXPECT_THAT(statements_of("colon"), ElementsAre("The mayor | made | say | “Nobody will sleep outside.” | direct"));
  EXPECT_THAT(statements_of("colon-clause"), testing::Contains(testing::StartsWith("The mayor | grew | say")));
  EXPECT_THAT(statements_of("colon-paragraph"), ElementsAre("The statement | said | say | “Nobody will sleep outside.” | direct"));
}

TEST(Quotation, WithoutACueIsTheLastActors) {
  EXPECT_THAT(statements_of("alone"), ElementsAre("Holt | - | say | “The ships have waited for a month.” | direct"));
}

TEST(Quotation, GoesOnFromWhatItsSpeakerSaidRightBefore) {
  EXPECT_THAT(statements_of("goes-on"), ElementsAre("Berg | said | say | that the port should open",
                                                    "Berg | - | say | “The ships have waited for a month.” | direct"));
}

TEST(Quotation, SignedBehindADash) {
  EXPECT_THAT(statements_of("signed"), ElementsAre("Carla Moreno | ― | say | “The street was dark and nobody helped us.” | direct"));
}

TEST(Quotation, HoldsWhatItsSpeakerReports) {
  EXPECT_THAT(statements_of("nested"), ElementsAre("Holt | said | say | “I think it is over and they demand that we leave,” | direct",
                                                   "they | demand | demand | that we leave | inside 0"));
}

TEST(Transcript, BeginsParagraphsWithWhoSpeaks) {
  EXPECT_THAT(statements_of("transcript"), ElementsAre("HOLT | : | say | We will go to the north | direct | to STONE",
                                                       "STONE | : | say | When will you go | direct | to HOLT",
                                                       "HOLT | : | say | We leave at noon | direct | to STONE"));
}

TEST(Quotation, GoesOnBehindASentenceThatEndsWithItsCue) {
  EXPECT_THAT(statements_of("trailing-cue"),
              ElementsAre("Berg | said | say | The “old ways” of the council are over, / “We will rebuild the port.” | direct"));
}

TEST(Quotation, AroundAnInsertedCue) {
  EXPECT_THAT(statements_of("inserted-cue"),
              ElementsAre("she | said | say | Most of the visitors were old / and “they had to walk home.”"));
}

TEST(Quotation, OfATitleIsNoStatement) {
  EXPECT_THAT(statements_of("title"), ElementsAre("Mr. Lind | suggests | suggest | building a second port"));
}

TEST(Quotation, TakesNoSentenceBeforeIt) {
  EXPECT_THAT(statements_of("behind-sentence"), ElementsAre("he | said | say | “We wait for ships,” | direct"));
}

TEST(Quotation, IsNotSaidInTheClauseBehindIt) {
  EXPECT_THAT(statements_of("when-clause"), testing::Contains("Holt | saying | say | “That makes me proud,” | direct"));
}

TEST(Quotation, IsSaidByWhoIsNamedBeforeTheParticiple) {
  EXPECT_THAT(statements_of("named-participle"), ElementsAre("Anna Berg | asking | ask | “Why are the boats still here?” | direct"));
}

TEST(Quotation, GoesOnBehindASentenceAboutItsSpeaker) {
  EXPECT_THAT(statements_of("pronoun-between"),
              ElementsAre("Holt | said | say | “We have had enough of this,” / “The ships will leave when the storm is over.” | direct"));
}

TEST(Quotation, ThatIsShouted) { EXPECT_THAT(statements_of("shouted"), ElementsAre("The crowd | shouting | say | “Out! Out!” | direct")); }

TEST(Quotation, HoldsAnotherInTheSameMarks) {
  EXPECT_THAT(statements_of("inner-same-marks"),
              ElementsAre("Carla Moreno | ― | say | “They live in what he calls “the ruins” and they have no water.” | direct"));
}

TEST(Object, BeforeAClauseThatTheTreeMisreads) {
  EXPECT_THAT(statements_of("accused-being"), ElementsAre("The union | accused | accuse | the council of being asleep"));
  EXPECT_THAT(statements_of("called-quoted"), ElementsAre("The doctor | called | say | the mayor “extremely strong.”"));
}

TEST(WithoutSaying, IsNoStatement) { EXPECT_THAT(statements_of("without-saying"), IsEmpty()); }

TEST(Byname, IsNoStatement) { EXPECT_THAT(statements_of("byname"), IsEmpty()); }

TEST(Lemma, ThatTheReaderLeftAStumpIsKnownByItsForm) {
  EXPECT_THAT(statements_of("stump"), ElementsAre("Holt | denounced | criticize | the plan"));
}

TEST(Passive, OfWhatIsAskedForIsNoHearsay) {
  EXPECT_THAT(statements_of("was-asked"), ElementsAre("- | was asked | demand | The boxer / to speak at the meeting | to The boxer"));
}

TEST(ObjectWithInfinitive, InQuotationMarks) {
  EXPECT_THAT(statements_of("call-quoted"), testing::Contains(testing::StartsWith("Berg | called | demand | ")));
}

TEST(Quotation, IsNotSaidInTheClauseOfTimeBehindIt) {
  EXPECT_THAT(statements_of("before-clause"), testing::Contains("Holt | said | say | “You tell me,” | direct | hearsay"));
}

TEST(Passive, OfWhoIsQuestioned) {
  EXPECT_THAT(statements_of("questioned-about"), ElementsAre("- | was questioned | ask | Holt / about the war"));
}

TEST(Clause, BeginsWithThat) {
  EXPECT_THAT(statements_of("where-that"), ElementsAre("Holt | said | say | that the bridge would be closed"));
}

TEST(Supposition, IsNoStatement) {
  EXPECT_THAT(statements_of("lets-say"), IsEmpty());
  EXPECT_THAT(statements_of("say-imperative"), IsEmpty());
}

TEST(Transcript, HasTurnsOfSeveralParagraphs) {
  EXPECT_THAT(
      statements_of("quoted-turns"),
      ElementsAre("HOLT | : | say | We will go to the north | direct | to STONE",
                  "STONE | : | say | When will you go to the north | direct | to HOLT",
                  "HOLT | : | say | We leave at noon. The road is long / “And nobody will stop us on the road.” | direct | to STONE"));
}

TEST(Transcript, OfQuestionsAndAnswers) {
  EXPECT_THAT(statements_of("questions-and-answers"),
              ElementsAre("Q | : | say | Will you go | direct | to A", "A | : | say | No / The road is long | direct | to Q",
                          "Q | : | say | Will Stone go | direct | to A"));
}

TEST(Adverbial, OfAPredicateThatIsNoVerb) {
  EXPECT_THAT(statements_of("reportedly-in"), ElementsAre("- | reportedly | report | The envoy is / in contact with both sides | hearsay"));
}

TEST(Verdict, InQuotationMarksInsideOfWhatAnotherSays) {
  EXPECT_THAT(statements_of("quoted-verdict"),
              ElementsAre("Berg | said | say | that Holt had called it “useless”", "Holt | had called | say | it “useless” | inside 0"));
}

TEST(UnnamedSource, IsOneOfSeveral) {
  EXPECT_THAT(statements_of("one-of-several"), ElementsAre("One of the diplomats | said | say | the talks had failed | hearsay",
                                                           "One | said | say | the army had left | hearsay"));
}

TEST(UnnamedSource, IsNotWhoSpeaksOfTheUnnamed) {
  EXPECT_THAT(statements_of("of-unnamed-others"),
              ElementsAre("Ann Holt, who | accused | accuse | unnamed officials of lying", "Ann Holt | said | say | the road was open"));
}

TEST(Negation, IsWhatOneHasYetToSay) {
  EXPECT_THAT(statements_of("yet-to-say"), ElementsAre("The ministry | say | say | whether the troops had left | negated"));
}

TEST(Naming, IsNoStatement) { EXPECT_THAT(statements_of("called-thunder"), IsEmpty()); }

TEST(Preposition, LeadsToTheContentBehindWhoeverIsWarned) {
  EXPECT_THAT(statements_of("warned-about"), ElementsAre("Chad | warned | warn | the officials about the dam | to the officials"));
}

TEST(Inserted, WhatIsClaimedIsWhatIsDenied) {
  EXPECT_THAT(statements_of("denied-as-claimed"),
              ElementsAre("Berg | denied | deny | that the dam had failed", "villagers | claim | claim | the dam had failed"));
}

TEST(Quotation, IsOfWhomSomebodyQuotes) {
  EXPECT_THAT(statements_of("quoted-by-one"), ElementsAre("him | saying | say | “We will wait,” | direct"));
}

TEST(Quoted, SaysWhatStandsBefore) {
  EXPECT_THAT(statements_of("quoted-beside"), ElementsAre("a lawmaker | saying | say | The deal is off | hearsay"));
}

}  // namespace
}  // namespace demarche
