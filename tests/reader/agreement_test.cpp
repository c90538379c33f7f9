#include "reader/agreement.h"

#include <gtest/gtest.h>

#include <vector>

#include "given_tree.h"

namespace demarche {
namespace {

Reading settled(const std::vector<Given>& given) {
  Reading reading = reading_of(given);
  settle_agreement(reading, reading.sentences.front().words);
  return reading;
}

// Both from 1.
std::int32_t head_of(const Reading& reading, std::size_t word_number) { return reading.words[word_number - 1].head + 1; }

// `He rejects their offer, which rests on the treaty, and the offer of Oman, which seeks talks`, the second offer joined to the treaty.
std::vector<Given> two_offers() {
  return {{"He", "PRP", 2, "nsubj"}, {"rejects", "VBZ", 0, "root"}, {"their", "PRP$", 4, "nmod:poss"}, {"offer", "NN", 2, "obj"},
          {",", ",", 7, "punct"},    {"which", "WDT", 7, "nsubj"},  {"rests", "VBZ", 4, "acl:relcl"},  {"on", "IN", 10, "case"},
          {"the", "DT", 10, "det"},  {"treaty", "NN", 7, "obl"},    {",", ",", 14, "punct"},           {"and", "CC", 14, "cc"},
          {"the", "DT", 14, "det"},  {"offer", "NN", 10, "conj"},   {"of", "IN", 16, "case"},          {"Oman", "NNP", 14, "nmod"},
          {",", ",", 19, "punct"},   {"which", "WDT", 19, "nsubj"}, {"seeks", "VBZ", 10, "acl:relcl"}, {"talks", "NNS", 19, "obj"}};
}

TEST(Agreement, LikeIsJoinedToLike) {
  const Reading reading = settled(two_offers());
  EXPECT_EQ(head_of(reading, 14), 4);
  EXPECT_EQ(head_of(reading, 19), 14);  // the clause behind it is the second offer's
}

TEST(Agreement, UnlikeNounsStayJoined) {
  std::vector<Given> given = two_offers();
  given[13].form = "charter";
  EXPECT_EQ(head_of(settled(given), 14), 10);
}

TEST(Agreement, ANounWithoutItsOwnArticleStaysInItsRow) {
  std::vector<Given> given = two_offers();
  given[12] = {"new", "JJ", 14, "amod"};
  EXPECT_EQ(head_of(settled(given), 14), 10);
}

// `She said their offer and the offer of Oman, which seeks talks, demands a truce`
std::vector<Given> offers_demand() {
  return {{"She", "PRP", 2, "nsubj"},   {"said", "VBD", 0, "root"},     {"their", "PRP$", 4, "nmod:poss"},
          {"offer", "NN", 14, "nsubj"}, {"and", "CC", 7, "cc"},         {"the", "DT", 7, "det"},
          {"offer", "NN", 4, "conj"},   {"of", "IN", 9, "case"},        {"Oman", "NNP", 7, "nmod"},
          {",", ",", 12, "punct"},      {"which", "WDT", 12, "nsubj"},  {"seeks", "VBZ", 7, "acl:relcl"},
          {",", ",", 14, "punct"},      {"demands", "VBZ", 2, "ccomp"}, {"a", "DT", 16, "det"},
          {"truce", "NN", 14, "obj"}};
}

TEST(Agreement, WhatIsInTheSingularGoesOnFromTheClauseBefore) {
  const Reading reading = settled(offers_demand());
  EXPECT_EQ(head_of(reading, 14), 12);
  EXPECT_EQ(reading.words[13].deprel, "conj");
  EXPECT_EQ(head_of(reading, 4), 2);
}

TEST(Agreement, TwoDemandInThePlural) {
  std::vector<Given> given = offers_demand();
  given[13].form = "demand";
  given[13].xpos = "VBP";
  EXPECT_EQ(head_of(settled(given), 14), 2);
}

TEST(Agreement, OneOfThemDemandsInTheSingular) {
  std::vector<Given> given = offers_demand();
  given[4].form = "or";
  EXPECT_EQ(head_of(settled(given), 14), 2);
}

// `He insists that rebels leave and warns the king`
std::vector<Given> insists_and_warns() {
  return {{"He", "PRP", 2, "nsubj"},     {"insists", "VBZ", 0, "root"}, {"that", "IN", 5, "mark"},
          {"rebels", "NNS", 5, "nsubj"}, {"leave", "VBP", 2, "ccomp"},  {"and", "CC", 7, "cc"},
          {"warns", "VBZ", 5, "conj"},   {"the", "DT", 9, "det"},       {"king", "NN", 7, "obj"}};
}

TEST(Agreement, WhoeverInsistsWarns) { EXPECT_EQ(head_of(settled(insists_and_warns()), 7), 2); }

TEST(Agreement, APluralVerbStays) {
  std::vector<Given> given = insists_and_warns();
  given[6].form = "warn";
  given[6].xpos = "VBP";
  EXPECT_EQ(head_of(settled(given), 7), 5);
}

TEST(Agreement, AVerbWithASubjectOfItsOwnStays) {
  std::vector<Given> given = insists_and_warns();
  given.insert(given.begin() + 6, {"she", "PRP", 8, "nsubj"});
  given[5].head = given[7].head = 8;
  given[7].head = 5;
  given[8].head = 10;
  given[9].head = 8;
  EXPECT_EQ(head_of(settled(given), 8), 5);
}

// `She is minister of the state that jailed her`
std::vector<Given> minister_of_the_state() {
  return {{"She", "PRP", 3, "nsubj"},  {"is", "VBZ", 3, "cop"},           {"minister", "NN", 0, "root"},
          {"of", "IN", 6, "case"},     {"the", "DT", 6, "det"},           {"state", "NN", 3, "nmod"},
          {"that", "WDT", 8, "nsubj"}, {"jailed", "VBD", 3, "acl:relcl"}, {"her", "PRP", 8, "obj"}};
}

TEST(Agreement, AClauseBehindAnOfficeIsOfWhatItIsIn) { EXPECT_EQ(head_of(settled(minister_of_the_state()), 8), 6); }

TEST(Agreement, AClauseStaysWithAPhraseOfItsOwn) {
  std::vector<Given> given = minister_of_the_state();
  given[1] = {"the", "DT", 3, "det"};  // `the minister of the state that …`
  EXPECT_EQ(head_of(settled(given), 8), 3);
  given = minister_of_the_state();
  given[6].form = "who";
  given[6].xpos = "WP";
  EXPECT_EQ(head_of(settled(given), 8), 3);
}

// `It is over and it was Chad that won`
TEST(Agreement, AClauseIsAboutWhatItWas) {
  std::vector<Given> given = {{"It", "PRP", 3, "nsubj"},  {"is", "VBZ", 3, "cop"},     {"over", "RB", 0, "root"},
                              {"and", "CC", 7, "cc"},     {"it", "PRP", 7, "expl"},    {"was", "VBD", 7, "cop"},
                              {"Chad", "NNP", 3, "conj"}, {"that", "WDT", 9, "nsubj"}, {"won", "VBD", 3, "conj"}};
  EXPECT_EQ(head_of(settled(given), 9), 7);
  given[4] = {"he", "PRP", 7, "nsubj"};
  EXPECT_EQ(head_of(settled(given), 9), 3);
}

// `left with words , calling …`
TEST(Agreement, WordsCallNobodyAnything) {
  std::vector<Given> given = {{"left", "VBD", 0, "root"},
                              {"with", "IN", 3, "case"},
                              {"word", "NN", 1, "obl"},
                              {",", ",", 5, "punct"},
                              {"calling", "VBG", 3, "acl"}};
  EXPECT_EQ(head_of(settled(given), 5), 1);
  given[2].form = "friend";
  EXPECT_EQ(head_of(settled(given), 5), 3);
}

// `a letter from Chad Mora , who fled`
TEST(Agreement, LettersAreNoWho) {
  std::vector<Given> given = {{"a", "DT", 2, "det"},     {"letter", "NN", 0, "root"},    {"from", "IN", 4, "case"},
                              {"Ann", "NNP", 2, "nmod"}, {"Mora", "NNP", 4, "flat"},     {",", ",", 8, "punct"},
                              {"who", "WP", 8, "nsubj"}, {"fled", "VBD", 2, "acl:relcl"}};
  EXPECT_EQ(head_of(settled(given), 8), 4);
  given[1].form = "wife";
  EXPECT_EQ(head_of(settled(given), 8), 2);
  given[1].form = "letter";
  given[6].form = "which";
  EXPECT_EQ(head_of(settled(given), 8), 2);
}

// `The claim of Oman that rebels fled angered Chad`, the clause taken for what is angered.
TEST(Agreement, AClauseBehindTheSubjectBelongsToIt) {
  std::vector<Given> given = {{"The", "DT", 2, "det"},     {"claim", "NN", 8, "nsubj"},   {"of", "IN", 4, "case"},
                              {"Oman", "NNP", 2, "nmod"},  {"that", "IN", 7, "mark"},     {"rebels", "NNS", 7, "nsubj"},
                              {"fled", "VBD", 8, "ccomp"}, {"angered", "VBD", 0, "root"}, {"Chad", "NNP", 8, "obj"}};
  EXPECT_EQ(head_of(settled(given), 7), 2);
  given[1].deprel = "obl";  // `In the claim that rebels fled …`
  EXPECT_EQ(head_of(settled(given), 7), 8);
}

}  // namespace
}  // namespace demarche
