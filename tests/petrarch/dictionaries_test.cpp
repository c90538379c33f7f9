#include "petrarch/dictionaries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given.h"

namespace demarche::petrarch {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;

std::string code_for(const Actors& actors, const std::string& phrase, const char* on) {
  const auto found = actors.phrases.longest(words_of(phrase));
  return found ? code_on(actors, found->value, day(on)).value_or("nobody") : "unknown";
}

TEST(Phrases, AreComparedWithoutHyphensBracketsAndCase) {
  EXPECT_THAT(words_of("Al-Qaeda"), ElementsAre("AL", "QAEDA"));
  EXPECT_THAT(words_of("FRONT_(FLN)_"), ElementsAre("FRONT", "FLN"));
  EXPECT_THAT(words_of("Côte d’Ivoire"), ElementsAre("CÔTE", "D'IVOIRE"));
  EXPECT_THAT(words_of("_ - ()"), ElementsAre());
}

TEST(Phrases, TheLongestIsFound) {
  PhraseIndex index;
  index.add({"NEW", "ISLAND"}, 1);
  index.add({"ISLAND"}, 2);
  index.add({"NEW", "ISLAND", "NAVY"}, 3);
  const std::vector<std::string> words = {"NEW", "ISLAND", "SHIPS"};
  EXPECT_EQ(index.longest(words)->value, 1u);
  EXPECT_EQ(index.longest(words)->length, 2u);
  EXPECT_FALSE(index.longest(std::vector<std::string>{"SHIPS"}));
}

TEST(Actors, CodesHoldOnTheirDays) {
  const Small read = small("verbs.txt");
  const Actors& actors = read.dictionaries.actors;
  EXPECT_EQ(code_for(actors, "Veltria", "1995-01-01"), "VLT");
  EXPECT_EQ(code_for(actors, "Port Eldra", "1995-01-01"), "VLT");
  EXPECT_EQ(code_for(actors, "Irma Toll", "1989-12-31"), "VLTOPP");
  EXPECT_EQ(code_for(actors, "Irma Toll", "1990-01-01"), "VLTGOV");
  EXPECT_EQ(code_for(actors, "Irma Toll", "1999-12-31"), "VLTGOV");
  EXPECT_EQ(code_for(actors, "Irma Toll", "2005-06-01"), "VLTELI");
}

TEST(Actors, TwoEntriesMayHaveASynonymInCommon) {
  const Small read = small("verbs.txt");
  const Actors& actors = read.dictionaries.actors;
  EXPECT_EQ(code_for(actors, "President Toll", "1995-01-01"), "VLTGOV");
  EXPECT_EQ(code_for(actors, "President Toll", "2001-06-01"), "VLTBUS");
  EXPECT_EQ(code_for(actors, "President Toll", "2005-06-01"), "VLTELI");
}

TEST(Actors, PluralsAreFormedUnlessTheEntryIsStopped) {
  const Small read = small("verbs.txt");
  const Actors& actors = read.dictionaries.actors;
  EXPECT_EQ(code_for(actors, "Osmarkers", "1995-01-01"), "OSM");
  EXPECT_EQ(code_for(actors, "Veltrias", "1995-01-01"), "unknown");
}

TEST(Actors, WhatIsNoDayIsNamedAndLeftOut) {
  const Small read = small("verbs.txt");
  EXPECT_THAT(read.warnings, testing::Contains(HasSubstr("small.actors.txt:25: [VLT 1990] is no code with days")));
}

TEST(Agents, SetsPluralsAndPlacesOfCodes) {
  const Small read = small("verbs.txt");
  const Agents& agents = read.dictionaries.agents;
  const auto code = [&](const char* phrase) -> std::string {
    const auto found = agents.phrases.longest(words_of(phrase));
    if (!found) return "unknown";
    const Agent& agent = agents.agents[found->value];
    return agent.before ? agent.code + "~" : "~" + agent.code;
  };
  EXPECT_EQ(code("minister of trade"), "~GOVBUS");
  EXPECT_EQ(code("secretary of trade"), "~GOVBUS");
  EXPECT_EQ(code("soldiers"), "~MIL");
  EXPECT_EQ(code("armies"), "~MIL");
  EXPECT_EQ(code("armys"), "unknown");
  EXPECT_EQ(code("polices"), "unknown");
  EXPECT_EQ(code("relief agencies"), "NGO~");
}

TEST(Verbs, FormsAreListedOrRegular) {
  const Small read = small("verbs.txt");
  const Verbs& verbs = read.dictionaries.verbs;
  for (const char* form : {"ATTACK", "ATTACKS", "ATTACKED", "ATTACKING", "SENT", "PROMISED", "PROMISING"})
    EXPECT_TRUE(verbs.forms.contains(form)) << form;
  EXPECT_FALSE(verbs.forms.contains("SENDED"));
  EXPECT_EQ(verbs.forms.at("SHELLED")[0].words, (std::vector<std::string>{"SHELLED", "TOWN"}));
  EXPECT_EQ(verbs.forms.at("MET")[0].codes.mirrored, "040");
  EXPECT_TRUE(verbs.forms.at("SENT")[0].codes.empty());
  EXPECT_FALSE(verbs.phrase_patterns);
}

TEST(Verbs, PatternsOfTheSecondFormatHaveBracketsAndTheLaterOneHolds) {
  const Small read = small("verbs2.txt");
  const Verbs& verbs = read.dictionaries.verbs;
  EXPECT_TRUE(verbs.phrase_patterns);
  const VerbBlock& deliver = verbs.blocks[verbs.forms.at("DELIVERED")[0].block];
  ASSERT_EQ(deliver.patterns.size(), 3u);
  EXPECT_EQ(deliver.patterns[0].right.size(), 4u);
  EXPECT_TRUE(deliver.patterns[0].right[0].noun_phrase);
  EXPECT_EQ(deliver.patterns[0].right[3].kind, TokenKind::target);
  EXPECT_EQ(deliver.patterns[2].codes.code, "074");
  EXPECT_EQ(verbs.blocks[verbs.forms.at("LOST")[0].block].patterns[0].codes.mirrored, "084");
  EXPECT_EQ(verbs.transformations.size(), 3u);
}

TEST(Verbs, FaultsAreNamedByFileLineAndKind) {
  EXPECT_THAT(small("verbs.txt").warnings, testing::IsSupersetOf({EndsWith("small.verbs.txt:33: no set is named &NOSUCHSET"),
                                                                  EndsWith("small.verbs.txt:34: a pattern has a '*' where its verb stands"),
                                                                  EndsWith("small.agents.txt:12: an agent has one code in square brackets"),
                                                                  EndsWith("small.codes.txt:9: is not written 'code:0x…'")}));
  EXPECT_THAT(small("verbs2.txt").warnings, testing::Contains(HasSubstr("a transformation is written")));
}

TEST(Dictionaries, AFileThatIsNoneIsRefused) {
  Warnings warnings;
  Verbs verbs;
  EXPECT_THROW(read_verbs(folder + "dictionaries/small.agents.txt.not", verbs, warnings), std::runtime_error);
  EXPECT_THROW(read_verbs(folder + "dictionaries/small.discards.txt", verbs, warnings), std::runtime_error);
  Agents agents;
  EXPECT_THROW(read_agents(folder + "dictionaries/small.discards.txt", agents, warnings), std::runtime_error);
}

TEST(Codes, AreSums) {
  const Small read = small("verbs.txt");
  const CodeTable& table = read.dictionaries.codes;
  EXPECT_EQ(table.value_of.at("121"), 0x40 - 0xFFFF);
  EXPECT_EQ(table.code_of.at(0x3040), "033");
}

}  // namespace
}  // namespace demarche::petrarch
