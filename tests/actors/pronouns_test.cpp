// Pronouns: by gender, number, place in the clause, and who is speaking.
#include <gtest/gtest.h>

#include "sentences.h"

namespace demarche::test {
namespace {

TEST(Pronouns, GenderChooses) {
  const auto c = from_trees(
      "Peter/NNP/3/nsubj Holm/NNP/1/flat met/VBD/0/root Laura/NNP/3/obj Brand/NNP/4/flat\n"
      "she/PRP/2/nsubj thanked/VBD/0/root him/PRP/2/obj");
  find(*c);
  EXPECT_EQ(name(*c, "she"), "Laura Brand");
  EXPECT_EQ(name(*c, "him"), "Peter Holm");
}

TEST(Pronouns, WhoIsTheTopicIsMeant) {
  const auto c = from_trees(
      "Peter/NNP/3/nsubj Holm/NNP/1/flat left/VBD/0/root\n"
      "As/IN/3/case for/IN/1/fixed Said/NNP/6/obl ,/,/3/punct he/PRP/6/nsubj smiled/VBD/0/root");
  find(*c);
  EXPECT_EQ(name(*c, "he"), "Said");
}
TEST(Pronouns, WhoSpeaksIsTheSubjectOfTheSentenceBefore) {
  const auto c = from_trees(
      "Norway/NNP/2/nsubj warned/VBD/0/root Chad/NNP/2/obj\n"
      "Oman/NNP/2/nsubj gave/VBD/0/root another/DT/4/det account/NN/2/obj\n"
      "It/PRP/2/nsubj said/VBD/0/root Chad/NNP/4/nsubj lied/VBD/2/ccomp");
  say(*c, "It", "Chad lied");
  find(*c);
  EXPECT_EQ(name(*c, "It"), "Oman");
}

TEST(Pronouns, ClausesThatAreJoinedSpeakOfTheSame) {
  // `Holm` is spoken of most, but whoever the sentence begins with is meant.
  const auto c = from_trees(
      "Peter/NNP/3/nsubj Holm/NNP/1/flat left/VBD/0/root\n"
      "Holm/NNP/2/nsubj smiled/VBD/0/root\n"
      "Omar/NNP/3/nsubj Said/NNP/1/flat came/VBD/0/root in/IN/6/case the/DT/6/det rain/NN/3/obl and/CC/9/cc he/PRP/9/nsubj "
      "urged/VBD/3/conj "
      "Chad/NNP/9/obj to/TO/12/mark help/VB/9/xcomp\n"
      "Laura/NNP/3/nsubj Brand/NNP/1/flat slept/VBD/0/root ,/,/7/punct and/CC/7/cc Said/NNP/7/nsubj called/VBD/3/conj her/PRP/7/obj");
  find(*c);
  EXPECT_EQ(name(*c, "he"), "Omar Said");
  EXPECT_EQ(name(*c, "her"), "Laura Brand");
}

TEST(Pronouns, WhoInvitesIsVisited) {
  const auto c = from_trees(
      "Anna/NNP/3/nsubj Roth/NNP/1/flat left/VBD/0/root\n"
      "she/PRP/2/nsubj smiled/VBD/0/root\n"
      "Laura/NNP/3/nsubj Brand/NNP/1/flat invited/VBD/0/root Omar/NNP/3/obj Said/NNP/4/flat to/TO/7/mark visit/VB/3/xcomp her/PRP/7/obj");
  find(*c);
  EXPECT_EQ(name(*c, "her"), "Laura Brand");
}

TEST(Pronouns, WhoIsInvitedAccepts) {
  const auto story = [](const std::string& verb) {
    return "Laura/NNP/3/nsubj Brand/NNP/1/flat invited/VBD/0/root/invite Anna/NNP/3/obj Roth/NNP/4/flat to/IN/7/case Oslo/NNP/3/obl\n"
           "And/CC/3/cc she/PRP/3/nsubj " +
           verb + " the/DT/5/det invitation/NN/3/obj";
  };
  const auto accepted = from_trees(story("accepted/VBD/0/root/accept"));
  find(*accepted);
  EXPECT_EQ(name(*accepted, "she"), "Anna Roth");
  const auto withdrew = from_trees(story("withdrew/VBD/0/root"));
  find(*withdrew);
  EXPECT_EQ(name(*withdrew, "she"), "Laura Brand");
}

TEST(Pronouns, NoStatementIsMany) {
  const auto c = from_trees(
      "The/DT/2/det rebels/NNS/3/nsubj left/VBD/0/root\n"
      "A/DT/2/det statement/NN/3/nsubj noted/VBD/0/root they/PRP/5/nsubj won/VBD/3/ccomp");
  say(*c, "A statement", "they won");
  find(*c);
  EXPECT_EQ(entity(*c, "they"), entity(*c, "The rebels"));
}

TEST(Pronouns, NobodyIsAStatement) {
  const auto c = from_trees(
      "Ali/NNP/3/nsubj Saad/NNP/1/flat resigned/VBD/0/root\n"
      "A/DT/2/det statement/NN/3/nsubj praised/VBD/0/root Chad/NNP/3/obj\n"
      "He/PRP/2/nsubj left/VBD/0/root");
  say(*c, "A statement", "praised Chad");
  find(*c);
  EXPECT_EQ(name(*c, "He"), "Ali Saad");
}

TEST(Pronouns, SubjectAndObjectOfOneVerbAreTwo) {
  const auto c = from_trees(
      "Peter/NNP/3/nsubj Holm/NNP/1/flat met/VBD/0/root Omar/NNP/3/obj Said/NNP/4/flat\n"
      "Holm/NNP/2/nsubj accused/VBD/0/root him/PRP/2/obj");
  find(*c);
  EXPECT_EQ(name(*c, "him"), "Omar Said");
}

TEST(Pronouns, WhoIsNamedOrSpokenToInAQuoteDoesNotSpeakIt) {
  const auto c = from_trees(
      "Peter/NNP/3/nsubj Holm/NNP/1/flat arrived/VBD/0/root\n"
      "Omar/NNP/3/nsubj Said/NNP/1/flat waited/VBD/0/root\n"
      "Said/NNP/2/nsubj left/VBD/6/ccomp ,/,/2/punct he/PRP/6/nsubj later/RB/6/advmod told/VBD/0/root Karl/NNP/6/obj Brand/NNP/7/flat\n"
      "he/PRP/2/nsubj ran/VBD/0/root");
  say(*c, "Peter Holm", "arrived");
  {
    auto& quote = say(*c, "he", "Said left", true, "Karl Brand");
    const auto last = words(*c, "he ran");
    quote.content.push_back(last);
    for (auto range : quote.content)
      for (auto i = range.first; i < range.last; ++i) c->reading.words[i].quoted = true;
  }
  find(*c);
  EXPECT_EQ(name(*c, "he"), "Peter Holm");
  EXPECT_EQ(name(*c, "he", 1), "Omar Said");
}

TEST(Pronouns, ShipsSayNothing) {
  const auto c = from_trees(
      "officials/NNS/2/nsubj watched/VBD/0/root\n"
      "two/CD/2/nummod warships/NNS/3/nsubj arrived/VBD/0/root\n"
      "they/PRP/2/nsubj said/VBD/0/root nothing/NN/4/nsubj happened/VBD/2/ccomp");
  say(*c, "they", "nothing happened");
  find(*c);
  EXPECT_EQ(name(*c, "they"), "officials");
}

TEST(Pronouns, ReflexivesAreTheSubject) {
  const auto c = from_trees(
      "Peter/NNP/3/nsubj Holm/NNP/1/flat met/VBD/0/root Omar/NNP/3/obj Said/NNP/4/flat\n"
      "Said/NNP/2/nsubj defended/VBD/0/root himself/PRP/2/obj");
  find(*c);
  EXPECT_EQ(name(*c, "himself"), "Omar Said");
}

TEST(Pronouns, WhoIsTheAntecedent) {
  const auto c = from_trees(
      "Peter/NNP/3/nsubj Holm/NNP/1/flat met/VBD/0/root Omar/NNP/3/obj Said/NNP/4/flat ,/,/8/punct who/WP/8/nsubj accused/VBD/4/acl:relcl "
      "him/PRP/8/obj");
  find(*c);
  EXPECT_EQ(name(*c, "who"), "Omar Said");
  EXPECT_EQ(name(*c, "him"), "Peter Holm");  // not the one who accuses
}

TEST(Pronouns, PossessivesInACoordinationBelongToItsFirst) {
  const auto c = from_trees(
      "Peter/NNP/3/nsubj Holm/NNP/1/flat urged/VBD/0/root Omar/NNP/3/obj Said/NNP/4/flat and/CC/8/cc his/PRP$/8/nmod:poss "
      "allies/NNS/4/conj to/TO/10/mark stay/VB/3/xcomp");
  find(*c);
  EXPECT_EQ(name(*c, "his"), "Omar Said");
}

TEST(Pronouns, ItIsABodyOrACountryNotAPerson) {
  const auto c = from_trees(
      "Italy/NNP/2/nsubj thanked/VBD/0/root Laura/NNP/2/obj Brand/NNP/3/flat\n"
      "it/PRP/2/nsubj sent/VBD/0/root its/PRP$/4/nmod:poss ships/NNS/2/obj");
  find(*c);
  EXPECT_EQ(code(*c, "it"), "ITA");
  EXPECT_EQ(code(*c, "its"), "ITA");
}

TEST(Pronouns, ItIsLeftOpenWhereAThingIsNearer) {
  const auto c = from_trees(
      "Italy/NNP/2/nsubj has/VBZ/0/root plans/NNS/2/obj\nthe/DT/2/det treaty/NN/3/nsubj failed/VBD/0/root\nit/PRP/2/nsubj "
      "expired/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "it"), "none");
}

TEST(Pronouns, NobodyFitsIsLeftOpen) {
  const auto c = from_trees("Laura/NNP/3/nsubj Brand/NNP/1/flat left/VBD/0/root\nhe/PRP/2/nsubj stayed/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "he"), "none");
}

TEST(Pronouns, TheNextSubjectAfterASubordinateClause) {
  const auto c =
      from_trees("before/IN/3/mark he/PRP/3/nsubj left/VBD/7/advcl ,/,/3/punct Peter/NNP/7/nsubj Holm/NNP/5/flat spoke/VBD/0/root");
  find(*c);
  EXPECT_EQ(name(*c, "he"), "Peter Holm");
}

TEST(Pronouns, FirstPersonInAQuoteIsTheSource) {
  const auto c = from_trees(
      "“/``/3/punct I/PRP/3/nsubj refused/VBD/8/ccomp ”/''/3/punct ,/,/3/punct Peter/NNP/8/nsubj Holm/NNP/6/flat said/VBD/0/root");
  say(*c, "Peter Holm", "I refused", true);
  find(*c);
  EXPECT_EQ(name(*c, "I"), "Peter Holm");
  EXPECT_EQ(c->actors.statement_source[0], c->actors.mention_of_head[5]);
}

TEST(Pronouns, WeInAMinistersMouthIsHisCountry) {
  const auto c = from_trees(
      "“/``/3/punct we/PRP/3/nsubj refused/VBD/9/ccomp ”/''/3/punct said/VBD/0/root Greek/JJ/7/amod Minister/NNP/8/nmod:desc "
      "Nikos/NNP/5/nsubj Pappas/NNP/8/flat");
  c->reading.words[2].head = 4;
  say(*c, "Nikos Pappas", "we refused", true);
  find(*c);
  EXPECT_EQ(code(*c, "we"), "GRC");
}

TEST(Pronouns, WeInASpokesmansMouthIsHisOrganisation) {
  const auto c = from_trees(
      "“/``/3/punct we/PRP/3/nsubj refused/VBD/5/ccomp ”/''/3/punct said/VBD/0/root Hamas/NNP/7/compound spokesman/NN/8/nmod:desc "
      "Sami/NNP/5/nsubj Aziz/NNP/8/flat");
  say(*c, "Hamas spokesman Sami Aziz", "we refused", true);
  find(*c);
  EXPECT_EQ(name(*c, "we"), "Hamas");
  EXPECT_EQ(code(*c, "Sami Aziz"), "PSEREB");
}

TEST(Pronouns, YouIsTheAddressee) {
  const auto c = from_trees(
      "“/``/3/punct you/PRP/3/nsubj lied/VBD/8/ccomp ”/''/3/punct ,/,/3/punct Peter/NNP/8/nsubj Holm/NNP/6/flat told/VBD/0/root "
      "Laura/NNP/8/obj Brand/NNP/9/flat");
  say(*c, "Peter Holm", "you lied", true, "Laura Brand");
  find(*c);
  EXPECT_EQ(name(*c, "you"), "Laura Brand");
  EXPECT_EQ(c->actors.statement_addressee[0], c->actors.mention_of_head[8]);
}

TEST(Pronouns, HeInAQuoteIsNotTheSpeaker) {
  const auto c = from_trees(
      "Omar/NNP/3/nsubj Said/NNP/1/flat left/VBD/0/root\n"
      "“/``/3/punct he/PRP/3/nsubj lied/VBD/8/ccomp ”/''/3/punct ,/,/3/punct Peter/NNP/8/nsubj Holm/NNP/6/flat said/VBD/0/root");
  say(*c, "Peter Holm", "he lied", true);
  find(*c);
  EXPECT_EQ(name(*c, "he"), "Omar Said");
}

TEST(Pronouns, ASubjectInsideOfARelativeClauseIsWhomThatIsAbout) {
  const auto c = from_trees(
      "Omar/NNP/3/nsubj Said/NNP/1/flat left/VBD/0/root\n"
      "an/DT/2/det officer/NN/9/nsubj who/WP/4/nsubj fled/VBD/2/acl:relcl because/IN/8/mark he/PRP/8/nsubj was/AUX/8/cop afraid/JJ/4/advcl "
      "called/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "he"), entity(*c, "an officer"));
}

TEST(Pronouns, WhomAQuoteRefersToIsNamedBehindIt) {
  const auto c = from_trees(
      "Omar/NNP/3/nsubj Said/NNP/1/flat left/VBD/0/root\n"
      "“/``/3/punct they/PRP/3/nsubj lied/VBD/8/ccomp ”/''/3/punct ,/,/3/punct Peter/NNP/8/nsubj Holm/NNP/6/flat said/VBD/0/root "
      ",/,/10/punct referring/VBG/8/advcl to/IN/13/case Danish/JJ/13/amod soldiers/NNS/10/obl");
  say(*c, "Peter Holm", "they lied", true).cue = words(*c, "said");
  find(*c);
  EXPECT_EQ(entity(*c, "they"), entity(*c, "Danish soldiers"));
}

TEST(Pronouns, OfWhomItIsSaidIsMeant) {
  const auto c = from_trees(
      "Omar/NNP/3/nsubj Said/NNP/1/flat met/VBD/0/root Danish/JJ/5/amod soldiers/NNS/3/obj\n"
      "“/``/3/punct they/PRP/3/nsubj lied/VBD/8/ccomp ”/''/3/punct ,/,/3/punct Peter/NNP/8/nsubj Holm/NNP/6/flat said/VBD/0/root/say "
      "of/IN/11/case the/DT/11/det rebels/NNS/8/obl");
  say(*c, "Peter Holm", "they lied", true).cue = words(*c, "said");
  find(*c);
  EXPECT_EQ(entity(*c, "they"), entity(*c, "the rebels"));
}

TEST(Pronouns, ABodyIsAccusedOfWhatItDidWithWhatItHadPromised) {
  const auto c = from_trees(
      "Peter/NNP/3/nsubj Holm/NNP/1/flat accused/VBD/0/root/accuse Chad/NNP/3/obj of/IN/6/mark withholding/VBG/3/advcl money/NN/6/obj "
      "that/WDT/10/obj it/PRP/10/nsubj promised/VBD/7/acl:relcl");
  find(*c);
  EXPECT_EQ(name(*c, "it"), "Chad");
}

TEST(Pronouns, ANewSubjectInTheParagraphIsMeantRatherThanHeOfTheLast) {
  const auto c = from_trees(
      "Peter/NNP/3/nsubj Holm/NNP/1/flat left/VBD/0/root\n"
      "he/PRP/2/nsubj resigned/VBD/0/root\n\n"
      "Omar/NNP/3/nsubj Said/NNP/1/flat met/VBD/0/root Karl/NNP/3/obj Brand/NNP/4/flat\n"
      "he/PRP/2/nsubj smiled/VBD/0/root");
  find(*c);
  EXPECT_EQ(name(*c, "he", 1), "Omar Said");
}

TEST(Pronouns, OneOfTheSameParagraphIsNearerThanOneOfTheLast) {
  const auto c = from_trees(
      "Peter/NNP/3/nsubj Holm/NNP/1/flat left/VBD/0/root\n\n"
      "it/PRP/2/nsubj hurt/VBD/0/root Omar/NNP/2/obj Said/NNP/3/flat\n"
      "crowds/NNS/2/nsubj blamed/VBD/0/root him/PRP/2/obj");
  find(*c);
  EXPECT_EQ(name(*c, "him"), "Omar Said");
}

TEST(Pronouns, HeSaidGoesOnWithThePreviousSpeaker) {
  const auto c = from_trees(
      "Peter/NNP/3/nsubj Holm/NNP/1/flat said/VBD/0/root Omar/NNP/6/nsubj Said/NNP/4/flat fled/VBD/3/ccomp\n"
      "the/DT/2/det army/NN/3/nsubj urged/VBD/0/root Said/NNP/3/obj to/TO/6/mark stay/VB/3/xcomp\n\n"
      "“/``/4/punct nobody/NN/4/nsubj has/AUX/4/aux seen/VBN/8/ccomp Said/NNP/4/obj ”/''/4/punct he/PRP/8/nsubj told/VBD/0/root "
      "Laura/NNP/8/obj Brand/NNP/9/flat");
  say(*c, "Peter Holm", "Omar Said fled");
  say(*c, "he", "nobody has seen Said", true, "Laura Brand");
  find(*c);
  EXPECT_EQ(name(*c, "he"), "Peter Holm");
}

TEST(Pronouns, WeInSingleQuotationMarks) {
  const auto c = from_trees("'/``/3/punct we/PRP/3/nsubj agree/VBP/6/ccomp '/''/3/punct Laura/NNP/6/nsubj said/VBD/0/root");
  say(*c, "Laura", "' we agree '", true);
  find(*c);
  EXPECT_EQ(name(*c, "we"), "Laura");
}

TEST(Pronouns, HostileTreesDoNoHarm) {
  // A chain of heads thousands of words deep, all of them pronouns and names.
  std::string trees;
  for (int i = 1; i <= 3000; ++i) trees += (i % 3 ? "his/PRP$/" : "Omar/NNP/") + std::to_string(i == 3000 ? 0 : i + 1) + "/nmod:poss ";
  const auto c = from_trees(trees);
  find(*c);
  EXPECT_EQ(c->actors.mention_of_head.size(), 3000U);
}

TEST(Pronouns, WhoSpeaksUpInAParagraphSpeaksOnInIt) {
  const auto c = from_trees(
      "Peter/NNP/3/nsubj Holm/NNP/1/flat arrived/VBD/0/root\n"
      "he/PRP/2/nsubj lied/VBD/0/root\n"
      "\n"
      "Omar/NNP/3/nsubj Said/NNP/1/flat replied/VBD/0/root/reply\n"
      "In/IN/3/case a/DT/3/det statement/NN/5/obl he/PRP/5/nsubj rejected/VBD/0/root it/PRP/5/obj");
  say(*c, "Peter Holm", "arrived");
  say(*c, "he", "lied");
  say(*c, "he", "it").source = words(*c, "he", 1);
  find(*c);
  EXPECT_EQ(name(*c, "he", 1), "Omar Said");
}

TEST(Pronouns, WhoAnswersAnInterviewIsWhomItIntroduces) {
  const auto c = from_trees(
      "Omar/NNP/3/nsubj Said/NNP/1/flat resigned/VBD/0/root\n"
      "Ida/NNP/3/nsubj Holm/NNP/1/flat spoke/VBD/0/root/speak to/IN/5/case us/PRP/3/obl\n"
      "\n"
      "Q/NN/0/root :/:/1/punct\n"
      "you/PRP/2/nsubj agree/VBP/0/root\n"
      "\n"
      "A/NN/0/root :/:/1/punct\n"
      "I/PRP/2/nsubj agree/VBP/0/root");
  for (const auto& [label, content, other] : {std::tuple{"Q", "you agree", "A"}, std::tuple{"A", "I agree", "Q"}}) {
    Statement& turn = say(*c, label, content, true, other);
    turn.cue = WordRange{turn.source->last, turn.source->last + 1};
    turn.rule = transcript_rule;
  }
  find(*c);
  EXPECT_EQ(name(*c, "A"), "Ida Holm");
  EXPECT_EQ(name(*c, "I"), "Ida Holm");
  EXPECT_EQ(name(*c, "you"), "Ida Holm");
  EXPECT_EQ(name(*c, "Q"), "Q");
}

TEST(Pronouns, ABodyTellsWhatItWillDo) {
  const auto c = from_trees(
      "Chad/NNP/2/nsubj agreed/VBD/0/root while/IN/7/mark the/DT/6/det European/NNP/6/compound Union/NNP/7/nsubj said/VBD/2/advcl/say "
      "it/PRP/10/nsubj might/MD/10/aux vote/VB/7/ccomp");
  say(*c, "the European Union", "it might vote");
  find(*c);
  EXPECT_EQ(name(*c, "it"), "European Union");
}

TEST(Pronouns, AnAppositionOfTheSubjectIsNotTheObject) {
  const auto c = from_trees(
      "Parliament/NNP/2/nsubj debated/VBD/0/root it/PRP/2/obj\n"
      "The/DT/2/det party/NN/7/nsubj ,/,/5/punct the/DT/5/det NFP/NNP/2/appos ,/,/5/punct rejected/VBD/0/root it/PRP/7/obj");
  find(*c);
  EXPECT_NE(entity(*c, "it", 1), entity(*c, "NFP"));
}

TEST(Pronouns, WhoAnswersInKindIsWhomItWasDoneTo) {
  const auto c = from_trees(
      "The/DT/2/det rebels/NNS/3/nsubj marched/VBD/0/root and/CC/6/cc police/NNS/6/nsubj fired/VBD/3/conj at/IN/8/case them/PRP/6/obl\n"
      "They/PRP/2/nsubj hurled/VBD/0/root bricks/NNS/2/obj in/IN/5/case return/NN/2/obl");
  find(*c);
  EXPECT_EQ(entity(*c, "They"), entity(*c, "The rebels"));
}

TEST(Pronouns, WhoActsUponUsIsNotOfOurKind) {
  const auto c = from_trees(
      "Students/NNS/2/nsubj/student marched/VBD/0/root\n"
      "They/PRP/2/nsubj shouted/VBD/0/root\n"
      "\"/``/3/punct They/PRP/3/nsubj shot/VBD/8/ccomp at/IN/5/case us/PRP/3/obl ,/,/3/punct \"/''/3/punct said/VBD/0/root Ann/NNP/8/nsubj "
      "Ray/NNP/9/flat ,/,/13/punct a/DT/13/det student/NN/9/appos/student");
  say(*c, "Ann Ray", "They shot at us", true);
  find(*c);
  EXPECT_EQ(entity(*c, "They"), entity(*c, "Students"));
  EXPECT_EQ(entity(*c, "They", 1), nullptr);
}

TEST(Pronouns, AClauseGoesOnAboutItsOwnSentence) {
  const auto c = from_trees(
      "The/DT/3/det Chinese/JJ/3/amod embassy/NN/4/nsubj denied/VBD/0/root it/PRP/4/obj\n\n"
      "Norway/NNP/2/nsubj sent/VBD/0/root ships/NNS/2/obj and/CC/8/cc last/JJ/6/amod year/NN/8/obl it/PRP/8/nsubj pledged/VBD/2/conj "
      "money/NN/8/obj");
  say(*c, "The Chinese embassy", "it");
  say(*c, "it", "money").source = words(*c, "it", 1);
  find(*c);
  EXPECT_EQ(name(*c, "it", 1), "Norway");
}

TEST(Pronouns, TheSamePronounGoesOnAsTheSubject) {
  const auto c = from_trees(
      "The/DT/2/det police/NNS/3/nsubj came/VBD/0/root\n"
      "They/PRP/2/nsubj beat/VBD/0/root him/PRP/2/obj outside/IN/6/case the/DT/6/det ministry/NN/2/obl and/CC/9/cc they/PRP/9/nsubj "
      "left/VBD/2/conj");
  find(*c);
  EXPECT_EQ(entity(*c, "they"), entity(*c, "They"));
}

TEST(Pronouns, APersonWhoIsTheSubjectGoesOn) {
  const auto trees = [](std::string whom) {
    return "Peter/NNP/3/nsubj Holm/NNP/1/flat agreed/VBD/0/root but/CC/6/cc he/PRP/6/nsubj waited/VBD/3/conj\n"
           "Omar/NNP/3/nsubj Vega/NNP/1/flat told/VBD/0/root " +
           whom + "/NNP/3/iobj and/CC/7/cc he/PRP/7/nsubj left/VBD/3/conj";
  };
  const auto meant = [&](std::string whom) {
    const auto c = from_trees(trees(std::move(whom)));
    find(*c);
    return name(*c, "he", 1);
  };
  EXPECT_EQ(meant("Chad"), "Omar Vega");
}

TEST(Pronouns, WhoSpeaksInPassingDoesNotSpeakOn) {
  const auto c = from_trees(
      "Peter/NNP/3/nsubj Holm/NNP/1/flat denied/VBD/0/root that/IN/6/mark Chad/NNP/6/nsubj attacked/VBD/3/ccomp the/DT/8/det "
      "village/NN/6/obj where/WRB/15/advmod according/VBG/13/case to/IN/13/case the/DT/13/det governor/NN/15/obl six/CD/15/nsubj "
      "died/VBD/8/acl:relcl\n"
      "He/PRP/2/nsubj said/VBD/0/root the/DT/4/det rebels/NNS/5/nsubj fled/VBD/2/ccomp");
  say(*c, "Peter Holm", "Chad attacked the village");
  say(*c, "the governor", "six died");
  say(*c, "He", "the rebels fled");
  find(*c);
  EXPECT_EQ(name(*c, "He"), "Peter Holm");
}

TEST(Pronouns, HerPhraseInFrontIsOfTheSubjectWhoseNameTellsIt) {
  const auto c = from_trees(
      "Kim/NNP/2/nsubj spoke/VBD/0/root\n"
      "In/IN/3/case her/PRP$/3/nmod:poss statement/NN/6/obl Laura/NNP/6/nsubj Brand/NNP/4/flat resigned/VBD/0/root");
  find(*c);
  EXPECT_EQ(name(*c, "her"), "Laura Brand");
}

TEST(Pronouns, WhoAnswersAReporterIsNotTheReporter) {
  const auto c = from_trees(
      "Peter/NNP/3/nsubj Holm/NNP/1/flat defended/VBD/0/root the/DT/5/det deal/NN/3/obj when/WRB/9/advmod a/DT/8/det reporter/NN/9/nsubj "
      "asked/VBD/3/advcl if/IN/12/mark it/PRP/12/nsubj failed/VBD/9/ccomp\n\n"
      "It/PRP/2/nsubj works/VBZ/4/ccomp he/PRP/4/nsubj said/VBD/0/root");
  say(*c, "a reporter", "if it failed").act = Act::ask;
  say(*c, "he", "It works", true);
  for (const auto i : {12U, 13U}) c->reading.words[i].quoted = true;
  find(*c);
  EXPECT_EQ(name(*c, "he"), "Peter Holm");
}

TEST(Pronouns, WhomThePronounIsLikenedToIsSomebodyElse) {
  const auto c = from_trees(
      "Peter/NNP/3/nsubj Holm/NNP/1/flat spoke/VBD/0/root\n"
      "Ben/NNP/3/nsubj Ray/NNP/1/flat left/VBD/0/root\n"
      "He/PRP/7/nsubj ,/,/5/punct like/IN/5/case Ben/NNP/5/compound Ray/NNP/1/nmod ,/,/5/punct resigned/VBD/0/root");
  find(*c);
  EXPECT_EQ(name(*c, "He"), "Peter Holm");
}

TEST(Pronouns, WhoInterviewsIsNotSpokenOf) {
  const auto c = from_trees(
      "Peter/NNP/3/nsubj Holm/NNP/1/flat left/VBD/0/root\n"
      "Ida/NNP/2/nsubj spoke/VBD/0/root in/IN/5/case an/DT/5/det interview/NN/2/obl with/IN/7/case Ben/NNP/5/nmod Ray/NNP/7/flat\n"
      "He/PRP/2/nsubj lied/VBD/0/root");
  Statement& s = say(*c, "Ida", "He lied", true);
  s.cue = words(*c, "spoke");
  for (const auto i : {11U, 12U}) c->reading.words[i].quoted = true;
  find(*c);
  EXPECT_EQ(name(*c, "He"), "Peter Holm");
}

TEST(Pronouns, ChargesAreAgainstWhoIsTried) {
  const auto c = from_trees(
      "a/DT/2/det judge/NN/3/nsubj ordered/VBD/0/root Ivan/NNP/3/obj to/TO/6/mark stand/VB/3/xcomp trial/NN/6/obj on/IN/9/case "
      "charges/NNS/6/obl that/IN/12/mark he/PRP/12/nsubj stole/VBD/9/acl");
  find(*c);
  EXPECT_EQ(entity(*c, "he"), entity(*c, "Ivan"));
}

TEST(Pronouns, HisCountryIsTheOneHeIsOf) {
  const auto c = from_trees(
      "Danish/JJ/2/amod minister/NN/3/nmod:desc Ida/NNP/5/nsubj Krog/NNP/3/flat said/VBD/0/root her/PRP$/7/nmod:poss "
      "country/NN/9/nsubj would/MD/9/aux leave/VB/5/ccomp");
  find(*c);
  EXPECT_EQ(entity(*c, "her country")->key, "country:DNK");
}

TEST(Pronouns, WhatOneOwnsAndWhatOneOwnsBesides) {
  const auto c = from_trees(
      "Ida/NNP/2/nsubj condemned/VBD/0/root Chad/NNP/5/nmod:poss 's/POS/3/case invasion/NN/2/obj of/IN/7/case Mali/NNP/5/nmod and/CC/10/cc "
      "its/PRP$/10/nmod:poss annexation/NN/5/conj of/IN/12/case Gao/NNP/10/nmod");
  find(*c);
  EXPECT_EQ(name(*c, "its"), "Chad");
}

TEST(Pronouns, WhoSaysSoInARelativeClauseSpeaksOfItself) {
  const auto c = from_trees(
      "Chad/NNP/2/nsubj attacked/VBD/0/root Oman/NNP/2/obj ,/,/6/punct which/WDT/6/nsubj says/VBZ/3/acl:relcl it/PRP/9/nsubj "
      "has/AUX/9/aux won/VBN/6/ccomp");
  say(*c, "which", "it has won");
  find(*c);
  EXPECT_EQ(name(*c, "it"), "Oman");
}

TEST(Pronouns, WhoIsAskedIsTheOneWhoAnswers) {
  const auto c = from_trees(
      "Omar/NNP/3/nsubj Said/NNP/1/flat left/VBD/0/root\n"
      "Asked/VBN/8/advcl whether/IN/4/mark he/PRP/4/nsubj knew/VBD/1/ccomp ,/,/1/punct Peter/NNP/8/nsubj Holm/NNP/6/flat "
      "smiled/VBD/0/root");
  find(*c);
  EXPECT_EQ(name(*c, "he"), "Peter Holm");
}

TEST(Pronouns, WhoIsHeldToBeRightIsWhoseWordsAreJudged) {
  const auto c = from_trees(
      "Omar/NNP/3/nsubj Said/NNP/1/flat said/VBD/0/root Peter/NNP/7/nsubj Holm/NNP/4/flat was/VBD/7/cop wrong/JJ/3/ccomp "
      "when/WRB/10/advmod "
      "he/PRP/10/nsubj warned/VBD/7/advcl of/IN/12/case war/NN/10/obl");
  find(*c);
  EXPECT_EQ(name(*c, "he"), "Peter Holm");
}

TEST(Pronouns, WhoIsCalledByNameIsWhoIsSpokenTo) {
  const auto c = from_trees(
      "“/``/6/punct Peter/NNP/6/vocative Holm/NNP/2/flat ,/,/2/punct you/PRP/6/nsubj lied/VBD/9/ccomp ”/''/6/punct "
      "Omar/NNP/9/nsubj said/VBD/0/root");
  say(*c, "Omar", "Peter Holm , you lied", true);
  find(*c);
  EXPECT_EQ(name(*c, "you"), "Peter Holm");
}

TEST(Pronouns, WhoIsBroughtInBeforeTheWordsSpeaksThem) {
  const auto c = from_trees(
      "Omar/NNP/3/nsubj Said/NNP/1/flat said/VBD/0/root Chad/NNP/5/nsubj lied/VBD/3/ccomp\n\n"
      "Peter/NNP/3/nsubj Holm/NNP/1/flat sounded/VBD/0/root calm/JJ/3/xcomp\n"
      "We/PRP/2/nsubj wait/VBP/4/ccomp he/PRP/4/nsubj said/VBD/0/root");
  say(*c, "Omar Said", "Chad lied");
  say(*c, "he", "We wait", true);
  find(*c);
  EXPECT_EQ(name(*c, "he"), "Peter Holm");
}

TEST(Pronouns, WhoIsReceivedInTheParagraphSpeaksInIt) {
  const auto c = from_trees(
      "Omar/NNP/3/nsubj Said/NNP/1/flat said/VBD/0/root Norway/NNP/5/nsubj lied/VBD/3/ccomp\n\n"
      "Chad/NNP/2/nsubj received/VBD/0/root Peter/NNP/2/obj Holm/NNP/3/flat\n"
      "he/PRP/2/nsubj said/VBD/0/root Mali/NNP/4/nsubj paid/VBD/2/ccomp");
  say(*c, "Omar Said", "Norway lied");
  say(*c, "he", "Mali paid");
  find(*c);
  EXPECT_EQ(name(*c, "he"), "Peter Holm");
  // whoever is dead says nothing
  const auto dead = from_trees(
      "Omar/NNP/3/nsubj Said/NNP/1/flat said/VBD/0/root Norway/NNP/5/nsubj lied/VBD/3/ccomp\n\n"
      "Chad/NNP/2/nsubj killed/VBD/0/root/kill Peter/NNP/2/obj Holm/NNP/3/flat\n"
      "he/PRP/2/nsubj said/VBD/0/root Mali/NNP/4/nsubj paid/VBD/2/ccomp");
  say(*dead, "Omar Said", "Norway lied");
  say(*dead, "he", "Mali paid");
  find(*dead);
  EXPECT_EQ(name(*dead, "he"), "Omar Said");
}

TEST(Pronouns, ANamedSubjectEndsTheLastOnesTurn) {
  const auto c = from_trees(
      "Omar/NNP/3/nsubj Said/NNP/1/flat said/VBD/0/root he/PRP/5/nsubj slept/VBD/3/ccomp\n"
      "he/PRP/2/nsubj smiled/VBD/0/root\n\n"
      "Peter/NNP/9/nsubj Holm/NNP/1/flat ,/,/5/punct who/WP/5/nsubj came/VBD/1/acl:relcl from/IN/7/case Chad/NNP/5/obl ,/,/1/punct "
      "said/VBD/0/root he/PRP/11/nsubj resigned/VBD/9/ccomp");
  say(*c, "Omar Said", "he slept");
  say(*c, "Peter Holm", "he resigned");
  find(*c);
  EXPECT_EQ(entity(*c, "he", 2), entity(*c, "Peter Holm"));
}

TEST(Pronouns, WhoIsSaidToHaveToldSpeaksOnWithinTheSameWords) {
  const auto c = from_trees(
      "“/``/4/punct Peter/NNP/4/nsubj Holm/NNP/2/flat told/VBD/0/root our/PRP$/6/nmod:poss envoy/NN/4/iobj that/IN/9/mark he/PRP/9/nsubj "
      "paid/VBD/4/ccomp\n"
      "he/PRP/2/nsubj denied/VBD/0/root it/PRP/2/obj ”/''/2/punct Laura/NNP/6/nsubj Brand/NNP/4/flat said/VBD/2/parataxis");
  const auto around = static_cast<std::int32_t>(c->statements.size());
  say(*c, "Laura Brand", "Peter Holm told our envoy that he paid he denied it", true);
  say(*c, "Peter Holm", "that he paid", false, "our envoy").inside = around;
  say(*c, "he", "it").inside = around;
  find(*c);
  EXPECT_EQ(name(*c, "he", 1), "Peter Holm");
}

TEST(Pronouns, WhoeverMeetsHerLawyersIsAnother) {
  const auto c = from_trees(
      "Anna/NNP/3/nsubj Berg/NNP/1/flat called/VBD/0/root Laura/NNP/3/obj Brand/NNP/4/flat\n"
      "After/IN/2/mark meeting/VBG/7/advcl Brand/NNP/5/nmod:poss ’s/POS/3/case lawyers/NNS/2/obj she/PRP/7/nsubj insisted/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "she"), entity(*c, "Anna Berg"));
}

// Peter Holm spoke before; the sentence right before the words is another's.
std::unique_ptr<Coding> words_behind(const std::string& sentence) {
  auto c = from_trees("Peter/NNP/3/nsubj Holm/NNP/1/flat said/VBD/0/root they/PRP/5/nsubj won/VBD/3/ccomp\n" + sentence +
                      "\n“/``/3/punct we/PRP/3/nsubj wait/VBP/6/ccomp ”/''/3/punct he/PRP/6/nsubj said/VBD/0/root");
  say(*c, "Peter Holm", "they won");
  say(*c, "he", "we wait", true);
  return c;
}

TEST(Pronouns, WhoIsIntroducedRightBeforeWordsSpeaksThem) {
  const auto c = words_behind(
      "it/PRP/2/nsubj worries/VBZ/0/root Omar/NNP/2/obj Said/NNP/3/flat ,/,/6/punct head/NN/3/appos of/IN/9/case the/DT/9/det "
      "union/NN/6/nmod");
  find(*c);
  EXPECT_EQ(entity(*c, "he"), entity(*c, "Omar Said"));
}

TEST(Pronouns, WhoIsMerelyNamedBeforeWordsDoesNotSpeakThem) {
  const auto c = words_behind("it/PRP/2/nsubj worries/VBZ/0/root Omar/NNP/2/obj Said/NNP/3/flat");
  find(*c);
  EXPECT_EQ(entity(*c, "he"), entity(*c, "Peter Holm"));
}

TEST(Pronouns, WhoCameUpSinceSpeaksTheWordsBehindHisSentence) {
  const std::string said = "Peter/NNP/3/nsubj Holm/NNP/1/flat said/VBD/0/root they/PRP/5/nsubj won/VBD/3/ccomp\n\n";
  const std::string came = "Omar/NNP/3/nsubj Said/NNP/1/flat came/VBD/0/root\n\n";
  const std::string grew = "Said/NNP/2/nsubj slept/VBD/0/root\n\n";
  const std::string words = "“/``/3/punct we/PRP/3/nsubj wait/VBP/6/ccomp ”/''/3/punct he/PRP/6/nsubj said/VBD/0/root";
  const auto who = [&](const std::string& before) {
    const auto c = from_trees(said + before + words);
    say(*c, "Peter Holm", "they won");
    say(*c, "he", "we wait", true);
    find(*c);
    return name(*c, "he");
  };
  EXPECT_EQ(who(came + grew), "Omar Said");
  // Of the speaker more is said in between.
  EXPECT_EQ(who(came + "Said/NNP/2/nsubj thanked/VBD/0/root Holm/NNP/2/obj\n\n"), "Peter Holm");
}

// Holm is spoken of most; `she serves as the … envoy`.
std::unique_ptr<Coding> who_serves_as(const std::string& country) {
  auto c = from_trees(
      "Mary/NNP/3/nsubj Holm/NNP/1/flat met/VBD/0/root the/DT/6/det Danish/JJ/6/amod diplomat/NN/3/obj Laura/NNP/6/appos "
      "Brand/NNP/7/flat\n"
      "Mary/NNP/3/nsubj Holm/NNP/1/flat smiled/VBD/0/root\n"
      "she/PRP/2/nsubj serves/VBZ/0/root/serve as/IN/6/case the/DT/6/det " +
      country + "/JJ/6/amod envoy/NN/2/obl");
  find(*c);
  return c;
}

TEST(Pronouns, WhoServesAsACountrysEnvoyIsOfThatCountry) {
  EXPECT_EQ(name(*who_serves_as("Danish"), "she"), "Laura Brand");
  EXPECT_EQ(name(*who_serves_as("Malian"), "she"), "Mary Holm");
}

TEST(Pronouns, ThePressOfficeOfAProsecutorIsNoWoman) {
  const auto c = from_trees(
      "Pilar/NNP/3/nsubj Krog/NNP/1/flat called/VBD/0/root\n"
      "the/DT/2/det prosecutor/NN/4/nmod:poss 's/POS/2/case office/NN/5/nsubj called/VBD/0/root\n"
      "she/PRP/2/nsubj left/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "she"), entity(*c, "Pilar Krog"));
}

// `Laura Brand faces his deputy, Peter Holm`, where Omar Said spoke before.
std::unique_ptr<Coding> newcomer(const std::string& subject) {
  auto c = from_trees("Omar/NNP/3/nsubj Said/NNP/1/flat said/VBD/0/root they/PRP/5/nsubj won/VBD/3/ccomp\n" + subject +
                      " faces/VBZ/0/root his/PRP$/5/nmod:poss deputy/NN/3/obj ,/,/7/punct Peter/NNP/5/appos Holm/NNP/7/flat ././3/punct\n"
                      "\nhe/PRP/2/nsubj condemned/VBD/0/root it/PRP/2/obj");
  say(*c, "Omar Said", "they won");
  say(*c, "he", "it");
  return c;
}

TEST(Pronouns, WhoIsBroughtInWhereASentenceEndsIsSpokenOfNext) {
  const auto c = newcomer("Laura/NNP/3/nsubj Brand/NNP/1/flat");
  find(*c);
  EXPECT_EQ(entity(*c, "he"), entity(*c, "Peter Holm"));
}

TEST(Pronouns, ASubjectWhoMayBeMeantComesBeforeWhoIsBroughtIn) {
  const auto c = newcomer("Ivo/NNP/3/nsubj Ray/NNP/1/flat");
  find(*c);
  EXPECT_NE(entity(*c, "he"), entity(*c, "Peter Holm"));
}

// Laura Brand is spoken of most; `his deputy, Mary Holm, rejected it. She never knew, she wrote`.
TEST(Pronouns, WhoSpokeInTheSentenceBeforeGoesOnSpeaking) {
  const std::string most =
      "Laura/NNP/3/nsubj Brand/NNP/1/flat left/VBD/0/root\nshe/PRP/2/nsubj accused/VBD/0/root Chad/NNP/2/obj\n"
      "she/PRP/2/nsubj slept/VBD/0/root\n\nPeter/NNP/3/nsubj Krog/NNP/1/flat slept/VBD/0/root\n";
  const std::string rejected =
      "his/PRP$/2/nmod:poss deputy/NN/6/nsubj ,/,/4/punct Mary/NNP/2/appos Holm/NNP/4/flat rejected/VBD/0/root it/PRP/6/obj\n";
  const auto c =
      from_trees(most + rejected + "she/PRP/3/nsubj never/RB/3/advmod knew/VBD/6/ccomp ,/,/3/punct she/PRP/6/nsubj wrote/VBD/0/root");
  say(*c, "she", "Chad");
  say(*c, "his deputy", "it");
  say(*c, "she", "she never knew").source = words(*c, "she", 3);
  find(*c);
  EXPECT_EQ(name(*c, "she", 3), "Mary Holm");
}

TEST(Pronouns, WhoIsAccusedDenies) {
  const auto c = from_trees(
      "Laura/NNP/3/nsubj Brand/NNP/1/flat left/VBD/0/root with/IN/5/case Peter/NNP/3/obl Krog/NNP/5/flat ,/,/10/punct whom/WP/10/obj "
      "police/NNS/10/nsubj accuse/VBP/5/acl:relcl of/IN/12/case fraud/NN/10/obl\n"
      "she/PRP/2/nsubj denies/VBZ/0/root/deny the/DT/4/det charge/NN/2/obj");
  find(*c);
  EXPECT_EQ(entity(*c, "she"), entity(*c, "Laura Brand"));  // Peter is a man
  const auto other = from_trees(
      "Omar/NNP/3/nsubj Said/NNP/1/flat left/VBD/0/root with/IN/5/case Peter/NNP/3/obl Krog/NNP/5/flat ,/,/10/punct whom/WP/10/obj "
      "police/NNS/10/nsubj accuse/VBP/5/acl:relcl of/IN/12/case fraud/NN/10/obl\n"
      "he/PRP/2/nsubj denies/VBZ/0/root/deny the/DT/4/det charge/NN/2/obj");
  find(*other);
  EXPECT_EQ(entity(*other, "he"), entity(*other, "Peter Krog"));
}

// `“They fired first,” its spokesman said`, after a sentence.
std::unique_ptr<Coding> fired_first(const std::string& sentence) {
  auto c = from_trees(sentence +
                      "\n\n“/``/3/punct they/PRP/3/nsubj fired/VBD/9/ccomp first/RB/3/advmod ”/''/3/punct the/DT/7/det army/NN/8/nmod:poss "
                      "spokesman/NN/9/nsubj said/VBD/0/root");
  say(*c, "the army spokesman", "they fired first", true);
  return c;
}

TEST(Pronouns, TheyAreWhomTheSpeakersSideAccuses) {
  const auto c = fired_first("the/DT/2/det army/NN/3/nsubj accused/VBD/0/root/accuse rebels/NNS/3/obj of/IN/6/case treason/NN/3/obl");
  find(*c);
  EXPECT_EQ(entity(*c, "they"), entity(*c, "rebels"));
}

TEST(Pronouns, TheyAreNotWhomOthersAccuse) {
  const auto c = fired_first(
      "the/DT/2/det army/NN/3/nsubj met/VBD/0/root Chad/NNP/3/obj ,/,/7/punct which/WDT/7/nsubj accused/VBD/4/acl:relcl/accuse "
      "rebels/NNS/7/obj");
  find(*c);
  EXPECT_NE(entity(*c, "they"), entity(*c, "rebels"));
}

// `Ann Ray criticised Nel for the bill signed by Omar Said. He also left.`
std::unique_ptr<Coding> also_left(const std::string& second) {
  return from_trees(
      "Vega/NNP/2/nsubj blamed/VBD/0/root Laura/NNP/2/obj Brand/NNP/3/flat for/IN/7/case a/DT/7/det bill/NN/2/obl by/IN/9/case "
      "Omar/NNP/7/nmod Said/NNP/9/flat\n" +
      second);
}

TEST(Pronouns, WhoAlsoActsIsTheSubjectBefore) {
  const auto c = also_left("He/PRP/3/nsubj also/RB/3/advmod left/VBD/0/root");
  find(*c);
  EXPECT_EQ(name(*c, "He"), "Vega");
  const auto other = also_left("She/PRP/3/nsubj also/RB/3/advmod left/VBD/0/root");
  find(*other);
  EXPECT_EQ(name(*other, "She"), "Vega");
  // `They`, `his` tell nothing by it
  const auto his = also_left("His/PRP$/2/nmod:poss car/NN/4/nsubj also/RB/4/advmod left/VBD/0/root");
  find(*his);
  EXPECT_NE(name(*his, "His"), "Laura Brand");
}

// `A voter asked Laura Brand if she would run. “I like it,” she …`
std::unique_ptr<Coding> asked_and(const std::string& cue) {
  auto c = from_trees(
      "Laura/NNP/3/nsubj Brand/NNP/1/flat smiled/VBD/0/root when/WRB/7/mark a/DT/6/det voter/NN/7/nsubj asked/VBD/3/advcl if/IN/11/mark "
      "Oman/NNP/11/nsubj had/VBD/11/aux failed/VBN/7/ccomp\n\n"
      "“/``/3/punct I/PRP/3/nsubj agree/VBP/7/ccomp ”/''/3/punct ,/,/3/punct she/PRP/7/nsubj " +
      cue + "/VBD/0/root");
  say(*c, "a voter", "if Oman had failed").act = Act::ask;
  auto& quote = say(*c, "she", "I agree", true);
  quote.cue = words(*c, cue.substr(0, cue.find('/')));
  return c;
}

TEST(Pronouns, WhoAsksDoesNotReply) {
  const auto c = asked_and("replied");
  c->reading.words[words(*c, "replied").first].lemma = "reply";
  find(*c);
  EXPECT_EQ(name(*c, "she"), "Laura Brand");
}

TEST(Pronouns, WhoPleadsIsMeant) {
  const auto c = from_trees(
      "a/DT/2/det judge/NN/3/nsubj accepted/VBD/0/root Omar/NNP/7/nmod:poss Said/NNP/4/flat 's/POS/4/case plea/NN/3/obj that/IN/10/mark "
      "he/PRP/10/nsubj slept/VBD/7/acl");
  find(*c);
  EXPECT_EQ(name(*c, "he"), "Omar Said");
  // of an accusation it is another
  const auto other = from_trees(
      "Peter/NNP/3/nsubj Holm/NNP/1/flat dismissed/VBD/0/root Omar/NNP/7/nmod:poss Said/NNP/4/flat 's/POS/4/case charge/NN/3/obj "
      "that/IN/10/mark he/PRP/10/nsubj slept/VBD/7/acl");
  find(*other);
  EXPECT_EQ(name(*other, "he"), "Peter Holm");
}

TEST(Pronouns, WhoArrestsSomeOfThemIsNotArrested) {
  const std::string before = "protesters/NNS/2/nsubj slept/VBD/0/root\n";
  const auto c = from_trees(before + "police/NNS/2/nsubj arrested/VBD/0/root eleven/CD/2/obj of/IN/5/case them/PRP/3/nmod");
  find(*c);
  EXPECT_EQ(entity(*c, "them"), entity(*c, "protesters"));
  // whose car it is may be told of the subject
  const auto owned = from_trees(before + "police/NNS/2/nsubj left/VBD/0/root their/PRP$/4/nmod:poss car/NN/2/obj");
  find(*owned);
  EXPECT_EQ(entity(*owned, "their"), entity(*owned, "police"));
}

}  // namespace
}  // namespace demarche::test
