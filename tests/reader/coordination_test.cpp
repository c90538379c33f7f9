#include "reader/coordination.h"

#include <gtest/gtest.h>

#include <vector>

#include "given_tree.h"

namespace demarche {
namespace {

// Head of a word, both from 1, after coordination is settled.
std::int32_t head_of_word(const std::vector<Given>& given, std::size_t word_number) {
  Reading reading = reading_of(given);
  settle_coordination(reading, reading.sentences.front().words);
  return reading.words[word_number - 1].head + 1;
}

std::int32_t last_head(const std::vector<Given>& given) { return head_of_word(given, given.size()); }

TEST(Coordination, WhoeverSaidAccusedToo) {
  EXPECT_EQ(last_head({{"Ana", "NNP", 2, "nsubj"},
                       {"said", "VBD", 0, "root"},
                       {"they", "PRP", 5, "nsubj"},
                       {"had", "VBD", 5, "aux"},
                       {"come", "VBN", 2, "ccomp"},
                       {"and", "CC", 7, "cc"},
                       {"urged", "VBD", 5, "conj"}}),
            2);
}

TEST(Coordination, WhoeverSaidThatTheyWereComingDeniedIt) {
  EXPECT_EQ(last_head({{"Ana", "NNP", 2, "nsubj"},
                       {"said", "VBD", 0, "root"},
                       {"they", "PRP", 5, "nsubj"},
                       {"were", "VBD", 5, "aux"},
                       {"coming", "VBG", 2, "ccomp"},
                       {"and", "CC", 7, "cc"},
                       {"warned", "VBD", 5, "conj"}}),
            2);
  EXPECT_EQ(last_head({{"Ana", "NNP", 2, "nsubj"},
                       {"said", "VBD", 0, "root"},
                       {"they", "PRP", 5, "nsubj"},
                       {"would", "MD", 5, "aux"},
                       {"come", "VB", 2, "ccomp"},
                       {"and", "CC", 7, "cc"},
                       {"warned", "VBD", 5, "conj"}}),
            2);
}

TEST(Coordination, WhoeverSaidThatTheyWereKilledAccusedSomebody) {
  std::vector<Given> said = {{"Ana", "NNP", 2, "nsubj"},     {"said", "VBD", 0, "root"},    {"they", "PRP", 5, "nsubj:pass"},
                             {"were", "VBD", 5, "aux:pass"}, {"killed", "VBN", 2, "ccomp"}, {"and", "CC", 8, "cc"},
                             {"Chad", "NNP", 8, "obj"},      {"accused", "VBN", 5, "conj"}};
  EXPECT_EQ(last_head(said), 2);
  said[6].deprel = "obl";  // they were killed, and accused
  EXPECT_EQ(last_head(said), 5);
}

TEST(Coordination, WhatIsFiniteIsJoinedToWhatIsFinite) {
  std::vector<Given> calls = {{"calls", "VBZ", 0, "root"}, {"Chad", "NNP", 1, "obj"},     {"to", "TO", 4, "mark"},
                              {"stop", "VB", 1, "xcomp"},  {"firing", "VBG", 4, "xcomp"}, {"and", "CC", 7, "cc"},
                              {"plans", "VBZ", 5, "conj"}};
  EXPECT_EQ(last_head(calls), 1);
  calls[6].xpos = "VB";  // to stop firing, and plan
  EXPECT_EQ(last_head(calls), 5);
  // With a subject of its own it stays where it is.
  EXPECT_EQ(last_head({{"calls", "VBZ", 0, "root"},
                       {"to", "TO", 3, "mark"},
                       {"stop", "VB", 1, "xcomp"},
                       {"and", "CC", 6, "cc"},
                       {"Chad", "NNP", 6, "nsubj"},
                       {"plans", "VBZ", 3, "conj"}}),
            3);
}

TEST(Coordination, WhatIsSetAgainstAComplementThatSaysNothingIsSaidByTheSpeaker) {
  std::vector<Given> said = {{"Ana", "NNP", 2, "nsubj"},  {"confirmed", "VBD", 0, "root"}, {"that", "IN", 5, "mark"},
                             {"they", "PRP", 5, "nsubj"}, {"came", "VBD", 2, "ccomp"},     {"but", "CC", 7, "cc"},
                             {"denied", "VBD", 5, "conj"}};
  EXPECT_EQ(last_head(said), 2);
  said[5].form = "and";
  EXPECT_EQ(last_head(said), 5);
  said[5].form = "but";
  said[4].form = "accused";  // they may have denied it
  EXPECT_EQ(last_head(said), 5);
}

TEST(Coordination, WhoIsBlamedIsNotWhatWasAttacked) {
  std::vector<Given> blamed = {{"Ana", "NNP", 2, "nsubj"},
                               {"blame", "VBP", 0, "root"},
                               {"attacks", "NNS", 2, "obj"},
                               {"on", "IN", 5, "case"},
                               {"Chad", "NNP", 3, "nmod"}};
  EXPECT_EQ(last_head(blamed), 2);
  blamed[1].form = "see";
  EXPECT_EQ(last_head(blamed), 3);
}

TEST(Coordination, WhoRulesOrders) {
  const std::vector<Given> ruling = {{"tribunal", "NN", 2, "nsubj"}, {"ruled", "VBD", 0, "root"}, {"they", "PRP", 4, "nsubj"},
                                     {"lied", "VBD", 2, "ccomp"},    {"and", "CC", 6, "cc"},      {"fined", "VBD", 4, "conj"}};
  EXPECT_EQ(last_head(ruling), 2);
  auto party = ruling;
  party[0].form = "party";
  EXPECT_EQ(last_head(party), 4);
}

TEST(Coordination, AnOrderStandsBesideTheRulingHoweverDeepTheParserHangsIt) {
  EXPECT_EQ(last_head({{"court", "NN", 2, "nsubj"},
                       {"found", "VBD", 0, "root"},
                       {"it", "PRP", 5, "nsubj"},
                       {"had", "VBD", 5, "aux"},
                       {"fired", "VBN", 2, "ccomp"},
                       {"for", "IN", 7, "mark"},
                       {"speaking", "VBG", 5, "advcl"},
                       {"and", "CC", 9, "cc"},
                       {"ordered", "VBD", 7, "conj"}}),
            2);
}

TEST(Coordination, WhoeverRaidsArrests) {
  std::vector<Given> given = {{"raided", "VBD", 0, "root"},   {"house", "NN", 1, "obj"},       {"men", "NNS", 5, "nsubj:pass"},
                              {"were", "VBD", 5, "aux:pass"}, {"held", "VBN", 2, "acl:relcl"}, {"and", "CC", 7, "cc"},
                              {"arrested", "VBD", 5, "conj"}, {"guards", "NNS", 7, "obj"}};
  EXPECT_EQ(head_of_word(given, 7), 1);
  given.back() = {"there", "RB", 7, "advmod"};
  EXPECT_EQ(head_of_word(given, 7), 5);
}

TEST(Coordination, ASecondAccusedIsJoinedToTheFirst) {
  EXPECT_EQ(last_head({{"accused", "VBD", 0, "root"},
                       {"Chad", "NNP", 1, "obj"},
                       {"of", "IN", 4, "mark"},
                       {"sheltering", "VBG", 1, "advcl"},
                       {"rebels", "NNS", 4, "obj"},
                       {"and", "CC", 7, "cc"},
                       {"Mali", "NNP", 4, "conj"},
                       {"of", "IN", 9, "mark"},
                       {"arming", "VBG", 4, "advcl"}}),
            7);
  EXPECT_EQ(last_head({{"accused", "VBD", 0, "root"},
                       {"Chad", "NNP", 1, "obj"},
                       {"of", "IN", 4, "mark"},
                       {"sheltering", "VBG", 1, "advcl"},
                       {"rebels", "NNS", 4, "obj"},
                       {"and", "CC", 7, "cc"},
                       {"members", "NNS", 5, "conj"},
                       {"of", "IN", 9, "case"},
                       {"militias", "NNS", 7, "nmod"}}),
            7);
}

TEST(Coordination, WhatIsJoinedToAPieceOfANameIsJoinedToTheName) {
  EXPECT_EQ(last_head({{"met", "VBD", 0, "root"},
                       {"Ana", "NNP", 1, "obj"},
                       {"Silva", "NNP", 2, "flat"},
                       {"and", "CC", 5, "cc"},
                       {"Ida", "NNP", 3, "conj"}}),
            2);
}

TEST(Coordination, WhatIsPastIsNotJoinedToAnInfinitive) {
  EXPECT_EQ(last_head({{"Ana", "NNP", 2, "nsubj"},
                       {"offered", "VBD", 0, "root"},
                       {"to", "TO", 4, "mark"},
                       {"help", "VB", 2, "xcomp"},
                       {"and", "CC", 6, "cc"},
                       {"came", "VBD", 4, "conj"}}),
            2);
  EXPECT_EQ(last_head({{"Ana", "NNP", 2, "nsubj"},
                       {"offered", "VBD", 0, "root"},
                       {"to", "TO", 4, "mark"},
                       {"help", "VB", 2, "xcomp"},
                       {"and", "CC", 6, "cc"},
                       {"come", "VB", 4, "conj"}}),
            4);
}

TEST(Coordination, WhatIsDoneTogetherStaysTogether) {
  EXPECT_EQ(last_head({{"Ana", "NNP", 2, "nsubj"},
                       {"said", "VBD", 0, "root"},
                       {"they", "PRP", 5, "nsubj"},
                       {"had", "VBD", 5, "aux"},
                       {"come", "VBN", 2, "ccomp"},
                       {"and", "CC", 7, "cc"},
                       {"eaten", "VBN", 5, "conj"}}),
            5);
  EXPECT_EQ(last_head({{"Ana", "NNP", 2, "nsubj"},
                       {"said", "VBD", 0, "root"},
                       {"they", "PRP", 4, "nsubj"},
                       {"came", "VBD", 2, "ccomp"},
                       {"and", "CC", 6, "cc"},
                       {"urged", "VBD", 4, "conj"}}),
            4);
}

TEST(Coordination, APhraseIsJoinedToThePhraseWithItsPreposition) {
  std::vector<Given> spoke = {{"Ana", "NNP", 2, "nsubj"}, {"spoke", "VBD", 0, "root"}, {"with", "IN", 4, "case"},
                              {"Holm", "NNP", 2, "obl"},  {"and", "CC", 7, "cc"},      {"with", "IN", 7, "case"},
                              {"Brand", "NNP", 2, "conj"}};
  for (const auto preposition : {2, 5}) spoke[static_cast<std::size_t>(preposition)].deprel = "case";
  Reading reading = reading_of(spoke);
  for (const auto preposition : {2u, 5u}) reading.words[preposition].upos = Upos::ADP;
  settle_coordination(reading, reading.sentences.front().words);
  EXPECT_EQ(reading.words[6].head, 3);
  // `with Holm and about Brand`
  reading.words[6].head = 1;
  reading.words[5].form = "about";
  settle_coordination(reading, reading.sentences.front().words);
  EXPECT_EQ(reading.words[6].head, 1);
}

TEST(Coordination, WhoSaysThatSomeAreHeldThreatensToBanMarches) {
  std::vector<Given> given = {{"Ana", "NNP", 2, "nsubj"}, {"said", "VBD", 0, "root"},       {"ten", "CD", 6, "nsubj:pass"},
                              {"had", "VBD", 6, "aux"},   {"been", "VBN", 6, "aux:pass"},   {"held", "VBN", 2, "ccomp"},
                              {"and", "CC", 8, "cc"},     {"threatened", "VBN", 6, "conj"}, {"to", "TO", 10, "mark"},
                              {"ban", "VB", 8, "xcomp"},  {"marches", "NNS", 10, "obj"}};
  const auto head_of_eighth = [&] {
    Reading reading = reading_of(given);
    settle_coordination(reading, reading.sentences.front().words);
    return reading.words[7].head + 1;
  };
  EXPECT_EQ(head_of_eighth(), 2);
  given[7].form = "refused";  // as those who are held do
  EXPECT_EQ(head_of_eighth(), 6);
}

TEST(Coordination, NobodyThreatensHimself) {
  std::vector<Given> given = {{"for", "IN", 2, "mark"},       {"telling", "VBG", 0, "root"}, {"Oman", "NNP", 2, "obj"},
                              {"they", "PRP", 5, "nsubj"},    {"gain", "VBP", 2, "ccomp"},   {"by", "IN", 7, "mark"},
                              {"staying", "VBG", 5, "advcl"}, {"and", "CC", 9, "cc"},        {"threatening", "VBG", 7, "conj"},
                              {"them", "PRP", 9, "obj"}};
  const auto head_of_ninth = [&] {
    Reading reading = reading_of(given);
    settle_coordination(reading, reading.sentences.front().words);
    return reading.words[8].head + 1;
  };
  EXPECT_EQ(head_of_ninth(), 2);
  given[9].form = "others";
  EXPECT_EQ(head_of_ninth(), 7);
}

TEST(Coordination, ASecondPronounIsOfWhomTheFirstIsOf) {
  std::vector<Given> given = {{"cited", "VBD", 0, "root"},     {"rebels", "NNS", 1, "obj"}, {"who", "WP", 4, "nsubj"},
                              {"fled", "VBD", 2, "acl:relcl"}, {"and", "CC", 7, "cc"},      {"who", "WP", 7, "nsubj"},
                              {"won", "VBD", 1, "conj"}};
  EXPECT_EQ(last_head(given), 4);
  given[5].form = "others";
  EXPECT_EQ(last_head(given), 1);
}

// `Kim spoke on Monday , and Park left on Friday`
TEST(Coordination, WhatStandsBeforeTheConjunctionIsNotOfTheSecondClause) {
  std::vector<Given> given = {{"Kim", "NNP", 2, "nsubj"},  {"spoke", "VBD", 0, "root"}, {"on", "IN", 4, "case"},
                              {"Monday", "NNP", 8, "obl"}, {",", ",", 8, "punct"},      {"and", "CC", 8, "cc"},
                              {"Park", "NNP", 8, "nsubj"}, {"left", "VBD", 2, "conj"},  {"on", "IN", 10, "case"},
                              {"Friday", "NNP", 8, "obl"}};
  Reading reading = reading_of(given);
  settle_coordination(reading, reading.sentences.front().words);
  EXPECT_EQ(reading.words[3].head + 1, 2);
  EXPECT_EQ(reading.words[9].head + 1, 8);
}

}  // namespace
}  // namespace demarche
