#include "reader/subjects.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "given_tree.h"

namespace demarche {
namespace {

// `2:nsubj` for each word, after subjects are settled.
std::vector<std::string> settled(const std::vector<Given>& given) {
  Reading reading = reading_of(given);
  settle_subjects(reading, reading.sentences.front().words);
  std::vector<std::string> out;
  for (const Word& word : reading.words) out.push_back(std::to_string(word.head + 1) + ":" + std::string(word.deprel));
  return out;
}

TEST(Subjects, WhoStandsBeforeAVerbThatHasAnObjectBehindIt) {
  EXPECT_EQ(
      settled({{"Oman", "NNP", 3, "obj"}, {"Monday", "NNP", 3, "obl"}, {"recalled", "VBD", 0, "root"}, {"envoys", "NNS", 3, "obj"}})[0],
      "3:nsubj");
  // `This plan Oman rejected`, `the plan that Oman rejected`
  EXPECT_EQ(
      settled({{"plan", "NN", 3, "obj"}, {"Oman", "NNP", 3, "nsubj"}, {"rejected", "VBD", 0, "root"}, {"flatly", "RB", 3, "advmod"}})[0],
      "3:obj");
  EXPECT_EQ(settled({{"which", "WDT", 2, "obj"}, {"gave", "VBD", 0, "root"}, {"hope", "NN", 2, "obj"}})[0], "2:obj");
}

TEST(Subjects, WhoCallsItSoStandsBehindTheQuotation) {
  std::vector<Given> probe = {{"probe", "NN", 0, "root"}, {"labeled", "VBN", 1, "acl"}, {"as", "IN", 5, "case"},
                              {"``", "``", 5, "punct"},   {"hunt", "NN", 2, "obl"},     {"''", "''", 5, "punct"},
                              {"by", "IN", 8, "case"},    {"Chad", "NNP", 5, "nmod"}};
  EXPECT_EQ(settled(probe)[7], "2:obl:agent");
  probe[5].xpos = ",";  // a hunt by Chad
  EXPECT_EQ(settled(probe)[7], "5:nmod");
}

TEST(Subjects, WhoStandsBetweenForAndToDoesIt) {
  EXPECT_EQ(settled({{"called", "VBD", 0, "root"},
                     {"for", "IN", 5, "mark"},
                     {"her", "PRP", 5, "obj"},
                     {"to", "TO", 5, "mark"},
                     {"quit", "VB", 1, "xcomp"}})[2],
            "5:nsubj");
  // `called to see her`
  EXPECT_EQ(settled({{"called", "VBD", 0, "root"}, {"to", "TO", 3, "mark"}, {"see", "VB", 1, "xcomp"}, {"her", "PRP", 3, "obj"}})[3],
            "3:obj");
}

TEST(Subjects, ASecondSubjectBehindACommaSaysWhoTheFirstIs) {
  const auto tree = settled({{"said", "VBD", 0, "root"},
                             {"its", "PRP$", 3, "nmod:poss"},
                             {"chairman", "NN", 1, "nsubj"},
                             {",", ",", 5, "punct"},
                             {"Ivo", "NNP", 1, "nsubj"},
                             {"Maric", "NNP", 5, "flat"}});
  EXPECT_EQ(tree[4], "3:appos");
  EXPECT_EQ(tree[2], "1:nsubj");
}

TEST(Subjects, WhoIsAccusedStandsBeforeTheGerund) {
  const std::vector<Given> given = {{"They", "PRP", 2, "nsubj"}, {"accused", "VBD", 0, "root"},   {"Oman", "NNP", 5, "obj"},
                                    {"of", "IN", 5, "mark"},     {"blocking", "VBG", 2, "advcl"}, {"talks", "NNS", 5, "obj"}};
  EXPECT_EQ(settled(given)[2], "2:obj");
  EXPECT_EQ(settled(given)[5], "5:obj");
  // `They left without thanking Oman`: behind its verb it stays
  EXPECT_EQ(settled({{"They", "PRP", 2, "nsubj"},
                     {"left", "VBD", 0, "root"},
                     {"without", "IN", 4, "mark"},
                     {"thanking", "VBG", 2, "advcl"},
                     {"Oman", "NNP", 4, "obj"}})[4],
            "4:obj");
}

TEST(Subjects, OneOfThemIsNamedBehindAComma) {
  const auto tree = settled({{"said", "VBD", 0, "root"},
                             {"one", "CD", 1, "nsubj"},
                             {"of", "IN", 5, "case"},
                             {"the", "DT", 5, "det"},
                             {"miners", "NNS", 2, "nmod"},
                             {",", ",", 7, "punct"},
                             {"Ivo", "NNP", 1, "nsubj"},
                             {"Maric", "NNP", 7, "flat"}});
  EXPECT_EQ(tree[6], "2:appos");
  EXPECT_EQ(tree[1], "1:nsubj");
}

TEST(Subjects, AClauseAboutSomeOfThemIsOfThePluralNounBeforeIt) {
  const std::vector<Given> given = {{"trained", "VBD", 0, "root"}, {"judges", "NNS", 1, "obj"}, {"in", "IN", 4, "case"},
                                    {"Peru", "NNP", 1, "obl"},     {",", ",", 9, "punct"},      {"two", "CD", 9, "nsubj"},
                                    {"of", "IN", 8, "case"},       {"whom", "WP", 6, "nmod"},   {"fled", "VBD", 1, "parataxis"}};
  EXPECT_EQ(settled(given)[8], "2:acl:relcl");
  // `in Peru, two of them fled`
  auto of_them = given;
  of_them[7].form = "them";
  EXPECT_EQ(settled(of_them)[8], "1:parataxis");
}

TEST(Subjects, WhoSpeaksInBetweenIsNotWhoIsSpokenOf) {
  const std::vector<Given> given = {{"sides", "NNS", 4, "nsubj"}, {",", ",", 1, "punct"}, {"she", "PRP", 4, "nsubj"},
                                    {"says", "VBZ", 0, "root"},   {",", ",", 4, "punct"}, {"are", "VBP", 7, "cop"},
                                    {"near", "JJ", 4, "ccomp"}};
  EXPECT_EQ(settled(given)[0], "7:nsubj");
  EXPECT_EQ(settled(given)[2], "4:nsubj");
  auto without_comma = given;
  without_comma[1].form = "and";
  EXPECT_EQ(settled(without_comma)[0], "4:nsubj");
}

TEST(Subjects, WhoIsSaidToHaveFledIsNotWhatWasSaid) {
  const std::vector<Given> given = {{"rebels", "NNS", 0, "root"},    {"who", "WP", 4, "obj"},  {"she", "PRP", 4, "nsubj"},
                                    {"said", "VBD", 1, "acl:relcl"}, {"had", "VBD", 6, "aux"}, {"fled", "VBN", 4, "ccomp"}};
  EXPECT_EQ(settled(given)[1], "6:nsubj");
  auto with_subject = given;
  with_subject[4] = {"they", "PRP", 6, "nsubj"};
  EXPECT_EQ(settled(with_subject)[1], "4:obj");
}

TEST(Subjects, ARelativeClauseBehindACommaIsOfTheNounBeforeIt) {
  const std::vector<Given> given = {{"thanked", "VBD", 0, "root"},
                                    {"Oman", "NNP", 1, "obj"},
                                    {",", ",", 5, "punct"},
                                    {"which", "WDT", 5, "nsubj"},
                                    {"helped", "VBD", 1, "ccomp"}};
  EXPECT_EQ(settled(given)[4], "2:acl:relcl");
  // `asked which helped`
  EXPECT_EQ(
      settled({{"asked", "VBD", 0, "root"}, {"Oman", "NNP", 1, "obj"}, {"which", "WDT", 4, "nsubj"}, {"helped", "VBD", 1, "ccomp"}})[3],
      "1:ccomp");
}

TEST(Subjects, WhoIsCalledUponHangsOnTheCall) {
  const auto tree = settled({{"called", "VBD", 0, "root"},
                             {"on", "IN", 5, "mark"},
                             {"Mensah", "NNP", 5, "obl"},
                             {"to", "TO", 5, "mark"},
                             {"resign", "VB", 1, "xcomp"}});
  EXPECT_EQ(tree[2], "1:obl");
  EXPECT_EQ(tree[1], "3:case");
}

TEST(Subjects, ABodysNameGoesOnBehindFor) {
  const auto tree = settled({{"urged", "VBD", 0, "root"},
                             {"Committee", "NNP", 1, "obj"},
                             {"for", "IN", 6, "mark"},
                             {"Rights", "NNP", 6, "nsubj"},
                             {"to", "TO", 6, "mark"},
                             {"act", "VB", 1, "xcomp"}});
  EXPECT_EQ(tree[3], "2:nmod");
  EXPECT_EQ(tree[2], "4:case");
}

TEST(Subjects, WhoSpeaksInBetweenHasAnAddressee) {
  // `His minister, he told reporters, had praised it, had built it`
  const auto tree = settled({{"minister", "NN", 4, "nsubj"},
                             {",", ",", 4, "punct"},
                             {"he", "PRP", 4, "nsubj"},
                             {"told", "VBD", 0, "root"},
                             {"reporters", "NNS", 4, "iobj"},
                             {",", ",", 8, "punct"},
                             {"had", "VBD", 8, "aux"},
                             {"praised", "VBN", 4, "ccomp"},
                             {"it", "PRP", 8, "obj"},
                             {",", ",", 12, "punct"},
                             {"had", "VBD", 12, "aux"},
                             {"built", "VBN", 4, "ccomp"}});
  EXPECT_EQ(tree[0], "8:nsubj");
  EXPECT_EQ(tree[2], "4:nsubj");
  EXPECT_EQ(tree[11], "8:conj");
}

TEST(Subjects, AClauseBetweenCommasWithoutAPronounIsNoRelativeOne) {
  // `The troops, they claim, shot first`
  const std::vector<Given> given = {{"troops", "NNS", 6, "nsubj:pass"}, {",", ",", 4, "punct"}, {"they", "PRP", 4, "nsubj"},
                                    {"claim", "VBP", 1, "acl:relcl"},   {",", ",", 4, "punct"}, {"shot", "VBD", 0, "root"},
                                    {"first", "RB", 6, "advmod"}};
  const auto tree = settled(given);
  EXPECT_EQ(tree[0], "6:nsubj");
  EXPECT_EQ(tree[3], "6:parataxis");
  // `The troops, who claim so, shot first`
  auto relative = given;
  relative[2] = {"who", "WP", 4, "nsubj"};
  EXPECT_EQ(settled(relative)[3], "1:acl:relcl");
}

TEST(Subjects, APersonIsNoAppositionOfThePlaceInFront) {
  const auto tree = settled({{"In", "IN", 2, "case"},
                             {"Oslo", "NNP", 11, "obl"},
                             {",", ",", 5, "punct"},
                             {"a", "DT", 5, "det"},
                             {"spokesman", "NN", 2, "appos"},
                             {"for", "IN", 7, "case"},
                             {"unions", "NNS", 5, "nmod"},
                             {",", ",", 9, "punct"},
                             {"Maric", "NNP", 5, "appos"},
                             {",", ",", 5, "punct"},
                             {"denied", "VBD", 0, "root"},
                             {"it", "PRP", 11, "obj"}});
  EXPECT_EQ(tree[4], "11:nsubj");
  // `In Oslo, the capital, Maric denied it`
  const auto capital = settled({{"In", "IN", 2, "case"},
                                {"Oslo", "NNP", 8, "obl"},
                                {",", ",", 5, "punct"},
                                {"the", "DT", 5, "det"},
                                {"capital", "NN", 2, "appos"},
                                {",", ",", 5, "punct"},
                                {"Maric", "NNP", 8, "nsubj"},
                                {"denied", "VBD", 0, "root"},
                                {"it", "PRP", 8, "obj"}});
  EXPECT_EQ(capital[4], "2:appos");
}

TEST(Subjects, ABodyBeforeATitleTellsWhoseItIs) {
  std::vector<Given> given = {{"Bread", "NNP", 6, "nsubj"},       {"for", "IN", 3, "case"},   {"Life", "NNP", 1, "nmod"},
                              {"director", "NN", 5, "nmod:desc"}, {"Ana", "NNP", 6, "nsubj"}, {"said", "VBD", 0, "root"}};
  EXPECT_EQ(settled(given)[0], "4:compound");
  EXPECT_EQ(settled(given)[4], "6:nsubj");
  given[1].form = ",";
  EXPECT_EQ(settled(given)[0], "6:nsubj");
}

TEST(Subjects, WhoAsksStandsBehindWhatIsAsked) {
  std::vector<Given> given = {{"Ana", "NNP", 3, "nsubj:pass"}, {"was", "VBD", 3, "aux:pass"}, {"ask", "VBN", 0, "root"},
                              {"to", "TO", 5, "mark"},         {"save", "VB", 3, "xcomp"},    {"it", "PRP", 5, "obj"},
                              {"by", "IN", 9, "case"},         {"the", "DT", 9, "det"},       {"council", "NN", 5, "obl"}};
  EXPECT_EQ(settled(given)[8], "3:obl:agent");
  // `by the deadline`; `was seen to save it by the council`
  auto when = given;
  when[8].form = "deadline";
  EXPECT_EQ(settled(when)[8], "5:obl");
  auto seen = given;
  seen[2].form = "seen";
  EXPECT_EQ(settled(seen)[8], "5:obl");
}

TEST(Subjects, AClauseWithWhoseIsOfTheSpeakerBeforeIt) {
  std::vector<Given> given = {{"replied", "VBD", 0, "root"},    {"Ana", "NNP", 1, "nsubj"}, {",", ",", 6, "punct"},
                              {"whose", "WP$", 5, "nmod:poss"}, {"plan", "NN", 6, "nsubj"}, {"failed", "VBD", 1, "ccomp"}};
  EXPECT_EQ(settled(given)[5], "2:acl:relcl");
  // `asked whose plan had failed`
  given[2].form = "about";
  EXPECT_EQ(settled(given)[5], "1:ccomp");
}

}  // namespace
TEST(Subjects, OnlyByLeadsInWhoDidIt) {
  const auto tree = settled({{"signed", "VBN", 0, "root"},
                             {"by", "IN", 3, "case"},
                             {"Oman", "NNP", 1, "obl:agent"},
                             {"at", "IN", 6, "case"},
                             {"the", "DT", 6, "det"},
                             {"council", "NN", 1, "obl:agent"}});
  EXPECT_EQ(tree[2], "1:obl:agent");
  EXPECT_EQ(tree[5], "1:obl");
}

TEST(Subjects, OfTwoConjunctionsWithTwoSubjectsTheFirstLeadsInAPhrase) {
  const auto tree = settled({{"came", "VBD", 0, "root"},
                             {"as", "IN", 6, "mark"},
                             {"leader", "NN", 6, "nsubj"},
                             {"after", "IN", 6, "mark"},
                             {"she", "PRP", 6, "nsubj"},
                             {"fled", "VBD", 1, "advcl"}});
  EXPECT_EQ(tree[1], "3:case");
  EXPECT_EQ(tree[2], "1:obl");
  EXPECT_EQ(tree[4], "6:nsubj");
}

TEST(Subjects, WhatFollowsAnAndWithItsNounHasTheNounForASubject) {
  const std::vector<Given> given = {{"He", "PRP", 3, "nsubj"},     {"was", "VBD", 3, "cop"},     {"king", "NN", 0, "root"},
                                    {",", ",", 6, "punct"},        {"and", "CC", 6, "cc"},       {"Moyo", "NNP", 3, "conj"},
                                    {",", ",", 8, "punct"},        {"farmer", "NN", 6, "appos"}, {",", ",", 6, "punct"},
                                    {"invited", "VBD", 3, "conj"}, {"him", "PRP", 10, "obj"}};
  const auto tree = settled(given);
  EXPECT_EQ(tree[5], "10:nsubj");
  EXPECT_EQ(tree[4], "10:cc");
  EXPECT_EQ(tree[9], "3:conj");
  auto with_and = given;
  with_and[10] = {"and", "CC", 10, "cc"};
  EXPECT_EQ(settled(with_and)[5], "3:conj");
}

TEST(Subjects, WhoIsBroughtOutActs) {
  const std::vector<Given> given = {{"It", "PRP", 3, "nsubj"}, {"was", "VBD", 3, "cop"},    {"Oman", "NNP", 0, "root"},
                                    {",", ",", 6, "punct"},    {"she", "PRP", 6, "nsubj"},  {"said", "VBD", 3, "parataxis"},
                                    {",", ",", 9, "punct"},    {"that", "WDT", 9, "nsubj"}, {"helped", "VBD", 6, "ccomp"}};
  EXPECT_EQ(settled(given)[8], "3:acl:relcl");
  auto plan = given;
  plan[0] = {"This", "DT", 3, "nsubj"};
  EXPECT_EQ(settled(plan)[8], "6:ccomp");
}

TEST(Subjects, AWordInSmallLettersIsNoName) {
  const auto tree = settled({{"the", "DT", 2, "det"},
                             {"bearded", "NNP", 6, "nsubj"},
                             {",", ",", 5, "punct"},
                             {"tall", "JJ", 5, "amod"},
                             {"diplomat", "NN", 2, "appos"},
                             {"spoke", "VBD", 0, "root"}});
  EXPECT_EQ(tree[0], "5:det");
  EXPECT_EQ(tree[1], "5:amod");
  EXPECT_EQ(tree[4], "6:nsubj");
}

TEST(Subjects, ANounSetInFrontOfItsPronoun) {
  const std::vector<Given> given = {{"again", "RB", 3, "advmod"},  {"the", "DT", 3, "det"},         {"nominee", "NN", 7, "nsubj:pass"},
                                    {",", ",", 3, "punct"},        {"she", "PRP", 7, "nsubj:pass"}, {"was", "VBD", 7, "aux:pass"},
                                    {"arrested", "VBN", 0, "root"}};
  EXPECT_EQ(settled(given)[2], "7:dislocated");
  EXPECT_EQ(settled(given)[4], "7:nsubj:pass");
  // `The nominee, she said, …`
  auto said = given;
  said.push_back({",", ",", 7, "punct"});
  EXPECT_EQ(settled(said)[2], "7:nsubj:pass");
}

// The label of the subject and the lemma of the auxiliary of `Rao 's <verb> …`.
std::string perfect(std::string_view verb, std::string_view lemma, std::string_view behind, std::string_view label) {
  auto reading = reading_of({{"Rao", "NNP", 3, "nsubj:pass"},
                             {"'s", "VBZ", 3, "aux:pass"},
                             {verb, "VBN", 0, "root"},
                             {behind, behind == "for" ? "IN" : "TO", 5, behind == "for" ? "case" : "mark"},
                             {"rest", "NN", 3, label}});
  reading.words[1].lemma = "be";
  reading.words[2].lemma = lemma;
  settle_subjects(reading, reading.sentences[0].words);
  return std::string(reading.words[0].deprel) + " " + std::string(reading.words[1].lemma);
}

TEST(Subjects, WhatIsShortForHas) {
  EXPECT_EQ(perfect("called", "call", "for", "obl"), "nsubj have");
  EXPECT_EQ(perfect("vowed", "vow", "to", "xcomp"), "nsubj have");
  EXPECT_EQ(perfect("called", "call", "to", "xcomp"), "nsubj:pass be");
  EXPECT_EQ(perfect("paid", "pay", "for", "obl"), "nsubj:pass be");
}

TEST(Subjects, WhatIsRuledOutIsNotDoneMeanwhile) {
  std::vector<Given> given = {{"Oman", "NNP", 2, "nsubj"},
                              {"ruled", "VBD", 0, "root"},
                              {"out", "RP", 2, "compound:prt"},
                              {"sending", "VBG", 2, "advcl"},
                              {"troops", "NNS", 4, "obj"}};
  given[1].form = "rule";
  EXPECT_EQ(settled(given)[3], "2:xcomp");
  // `Oman walked out shouting`
  given[1].form = "walk";
  EXPECT_EQ(settled(given)[3], "2:advcl");
}

TEST(Subjects, ThePartyInOppositionIsOne) {
  std::vector<Given> given = {{"The", "DT", 2, "det"},
                              {"opposition", "NN", 5, "nsubj"},
                              {"National", "NNP", 4, "compound"},
                              {"Party", "NNP", 5, "nsubj"},
                              {"left", "VBD", 0, "root"}};
  const auto words = settled(given);
  EXPECT_EQ(words[1], "4:compound");
  EXPECT_EQ(words[0], "4:det");
  EXPECT_EQ(words[3], "5:nsubj");
  // `The opposition, Party left`
  given[2] = {",", ",", 4, "punct"};
  EXPECT_EQ(settled(given)[1], "5:nsubj");
}

// `warm Kim said`
TEST(Subjects, AnAdjectiveBesideTheSubjectIsNone) {
  Reading reading = reading_of({{"warm", "JJ", 3, "nsubj"}, {"Kim", "NNP", 3, "nsubj"}, {"said", "VBD", 0, "root"}});
  reading.words[0].upos = Upos::ADJ;
  settle_subjects(reading, reading.sentences.front().words);
  EXPECT_EQ(reading.words[0].head + 1, 2);
}

// `call them thieves`
TEST(Subjects, WhatSomebodyIsCalledIsNoObject) {
  std::vector<Given> given = {
      {"They", "PRP", 2, "nsubj"}, {"call", "VBP", 0, "root"}, {"them", "PRP", 2, "iobj"}, {"thieves", "NNS", 2, "obj"}};
  EXPECT_EQ(settled(given)[2], "2:obj");
  EXPECT_EQ(settled(given)[3], "2:xcomp");
  given[2].form = "themselves";
  EXPECT_EQ(settled(given)[3], "2:obj");
}

}  // namespace demarche
