#include "reader/titles.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <utility>

namespace demarche {
namespace {

struct Given {
  std::string_view form;
  Upos upos;
  std::int32_t head;  // from 1, 0 for the root
  std::string_view deprel;
};

// `form:head/label` of each word after titles are settled.
std::string settled(std::initializer_list<Given> given) {
  Reading reading;
  for (const Given& g : given) {
    Word word;
    word.form = word.lemma = g.form;
    word.upos = g.upos;
    word.head = g.head == 0 ? no_word : g.head - 1;
    word.deprel = g.deprel;
    reading.words.push_back(word);
  }
  const WordRange all{0, static_cast<std::uint32_t>(reading.words.size())};
  reading.sentences.push_back({all, 0});
  settle_titles(reading, all);
  std::string out;
  for (const Word& word : reading.words)
    out += (out.empty() ? "" : " ") + std::string(word.form) + ":" + std::to_string(word.head == no_word ? 0 : word.head + 1) + "/" +
           std::string(word.deprel);
  return out;
}

using enum Upos;

TEST(Titles, WhoWasSomethingIsTheNameBehind) {
  EXPECT_EQ(settled({{"critic", NOUN, 0, "root"}, {"of", ADP, 3, "case"}, {"ex-mayor", ADJ, 1, "nmod"}, {"Ana", PROPN, 1, "nmod"}}),
            "critic:0/root of:4/case ex-mayor:4/nmod:desc Ana:1/nmod");
  EXPECT_EQ(settled({{"critic", NOUN, 0, "root"}, {"of", ADP, 3, "case"}, {"extra", ADJ, 1, "nmod"}, {"Ana", PROPN, 1, "nmod"}}),
            "critic:0/root of:3/case extra:1/nmod Ana:1/nmod");
}

TEST(Titles, WhoIsOfATownIsSpokenOf) {
  for (const bool places : {true, false}) {
    Reading reading;
    const auto add = [&](std::string_view form, Upos upos, std::int32_t head, std::string_view deprel) {
      Word word;
      word.form = word.lemma = form;
      word.upos = upos;
      word.head = head - 1;
      word.deprel = deprel;
      reading.words.push_back(word);
    };
    add("They", PRON, 2, "nsubj");
    add("praised", VERB, 0, "root");
    add("Dayton", PROPN, 2, "obj");
    add(",", PUNCT, 5, "punct");
    add("Ohio", PROPN, 3, "conj");
    add(",", PUNCT, 8, "punct");
    add("sheriff", NOUN, 8, "nmod:desc");
    add("Ann", PROPN, 3, "conj");
    add("Roth", PROPN, 8, "flat");
    const WordRange all{0, static_cast<std::uint32_t>(reading.words.size())};
    reading.sentences.push_back({all, 0});
    if (places) reading.names = {{{2, 3}, NameType::place}, {{4, 5}, NameType::place}};
    settle_seats(reading, all);
    const auto at = [&](std::size_t i) { return std::to_string(reading.words[i].head + 1) + "/" + std::string(reading.words[i].deprel); };
    EXPECT_EQ(at(7), places ? "2/obj" : "3/conj");
    EXPECT_EQ(at(2), places ? "7/compound" : "2/obj");
    EXPECT_EQ(at(4), places ? "3/appos" : "3/conj");
  }
}

TEST(Titles, TheNameIsTheHead) {
  const std::string wanted = "opposition:2/compound leader:3/nmod:desc Ana:5/nsubj Silva:3/flat spoke:0/root";
  EXPECT_EQ(settled({{"opposition", NOUN, 2, "compound"},
                     {"leader", NOUN, 5, "nsubj"},
                     {"Ana", PROPN, 2, "flat"},
                     {"Silva", PROPN, 3, "flat"},
                     {"spoke", VERB, 0, "root"}}),
            wanted);
  EXPECT_EQ(settled({{"opposition", NOUN, 2, "compound"},
                     {"leader", NOUN, 5, "nsubj"},
                     {"Ana", PROPN, 2, "appos"},
                     {"Silva", PROPN, 3, "flat"},
                     {"spoke", VERB, 0, "root"}}),
            wanted);
  // Both on the verb.
  EXPECT_EQ(settled({{"opposition", NOUN, 2, "compound"},
                     {"leader", NOUN, 5, "nsubj"},
                     {"Ana", PROPN, 5, "nsubj"},
                     {"Silva", PROPN, 3, "flat"},
                     {"spoke", VERB, 0, "root"}}),
            wanted);
}

TEST(Titles, TwoRanksAreOneName) {
  EXPECT_EQ(settled({{"spokesman", NOUN, 6, "nsubj"},
                     {"Brig.", PROPN, 1, "compound"},
                     {"Gen.", PROPN, 4, "nmod:desc"},
                     {"Ali", PROPN, 1, "flat"},
                     {"Saad", PROPN, 4, "flat"},
                     {"spoke", VERB, 0, "root"}}),
            "spokesman:2/nmod:desc Brig.:6/nsubj Gen.:2/flat Ali:2/flat Saad:2/flat spoke:0/root");
}

TEST(Titles, WhatStandsBehindGoesWithTheName) {
  EXPECT_EQ(settled({{"with", ADP, 2, "case"},
                     {"envoy", NOUN, 6, "obl"},
                     {"Lee", PROPN, 2, "flat"},
                     {"in", ADP, 5, "case"},
                     {"Oslo", PROPN, 2, "nmod"},
                     {"met", VERB, 0, "root"}}),
            "with:3/case envoy:3/nmod:desc Lee:6/obl in:5/case Oslo:3/nmod met:0/root");
}

TEST(Titles, ADeterminerOrACommaMakesNoTitle) {
  const std::string ship = "the:2/det ship:4/nsubj Venus:2/appos sank:0/root";
  EXPECT_EQ(settled({{"the", DET, 2, "det"}, {"ship", NOUN, 4, "nsubj"}, {"Venus", PROPN, 2, "appos"}, {"sank", VERB, 0, "root"}}), ship);
  const std::string envoy = "envoys:5/nsubj ,:3/punct Lee:1/appos ,:3/punct met:0/root";
  EXPECT_EQ(settled({{"envoys", NOUN, 5, "nsubj"},
                     {",", PUNCT, 3, "punct"},
                     {"Lee", PROPN, 1, "appos"},
                     {",", PUNCT, 3, "punct"},
                     {"met", VERB, 0, "root"}}),
            envoy);
}

TEST(Titles, PiecesOfANameAreOneName) {
  EXPECT_EQ(settled({{"Brig.", PROPN, 5, "nsubj"},
                     {"Gen.", PROPN, 3, "flat"},
                     {"Omar", PROPN, 5, "nsubj"},
                     {"Tahir", PROPN, 3, "flat"},
                     {"spoke", VERB, 0, "root"}}),
            "Brig.:5/nsubj Gen.:1/flat Omar:1/flat Tahir:1/flat spoke:0/root");
}

TEST(Titles, WhatAConjunctionLeadsInIsNoApposition) {
  EXPECT_EQ(settled({{"Park", PROPN, 4, "nsubj"}, {"and", CCONJ, 3, "cc"}, {"Kim", PROPN, 1, "appos"}, {"met", VERB, 0, "root"}}),
            "Park:4/nsubj and:3/cc Kim:1/conj met:0/root");
}

TEST(Titles, WhoIsSpokenToIsNotWhoSpeaks) {
  EXPECT_EQ(settled({{"Minister", PROPN, 4, "nsubj"}, {",", PUNCT, 3, "punct"}, {"Cairo", PROPN, 1, "appos"}, {"agrees", VERB, 0, "root"}}),
            "Minister:4/vocative ,:3/punct Cairo:4/nsubj agrees:0/root");
  const std::string apposition = "Cairo:5/nsubj ,:3/punct Egypt:1/appos ,:3/punct agrees:0/root";
  EXPECT_EQ(settled({{"Cairo", PROPN, 5, "nsubj"},
                     {",", PUNCT, 3, "punct"},
                     {"Egypt", PROPN, 1, "appos"},
                     {",", PUNCT, 3, "punct"},
                     {"agrees", VERB, 0, "root"}}),
            apposition);
}

TEST(Titles, ANameInTwoAppositionsIsOne) {
  EXPECT_EQ(settled({{"envoy", NOUN, 0, "root"}, {",", PUNCT, 3, "punct"}, {"Ana", PROPN, 1, "appos"}, {"Silva", PROPN, 1, "appos"}}),
            "envoy:0/root ,:3/punct Ana:1/appos Silva:3/flat");
}

TEST(Titles, TheOppositionHasAName) {
  EXPECT_EQ(
      settled({{"blamed", VERB, 0, "root"}, {"opposition", NOUN, 1, "obj"}, {"Liberal", ADJ, 4, "amod"}, {"Greens", PROPN, 2, "appos"}}),
      "blamed:0/root opposition:4/compound Liberal:4/amod Greens:1/obj");
  EXPECT_EQ(
      settled({{"opposition", NOUN, 4, "obl"}, {"Popular", ADJ, 3, "amod"}, {"Union", PROPN, 4, "nsubj"}, {"asked", VERB, 0, "root"}}),
      "opposition:3/compound Popular:3/amod Union:4/nsubj asked:0/root");
  // `told the opposition Silva left`
  EXPECT_EQ(settled({{"told", VERB, 0, "root"}, {"opposition", NOUN, 1, "obj"}, {"Silva", PROPN, 4, "nsubj"}, {"left", VERB, 1, "ccomp"}}),
            "told:0/root opposition:1/obj Silva:4/nsubj left:1/ccomp");
}

}  // namespace
}  // namespace demarche
