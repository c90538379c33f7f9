#include "petrarch/records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given.h"

namespace demarche::petrarch {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string fault(std::string_view text) {
  try {
    parse_records(text, "records.xml");
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "none";
}

TEST(Records, EnvironmentOptionsAndAnswers) {
  const Records read = read_records(folder + "records.xml");
  EXPECT_EQ(read.environment.verbs, "small.verbs.txt");
  EXPECT_THAT(read.environment.actors, ElementsAre("small.actors.txt"));
  ASSERT_EQ(read.records.size(), 7u);
  const Record& first = read.records[0];
  EXPECT_EQ(first.id, "SMALL-1");
  EXPECT_EQ(first.text, "The Veltrian government attacked Osmark on Friday.");
  EXPECT_EQ(first.day, day("1995-01-01"));
  ASSERT_EQ(first.expected.size(), 1u);
  EXPECT_EQ(first.expected[0].source, "VLTGOV");
  EXPECT_TRUE(first.options.require_dyad);
  EXPECT_TRUE(read.records[1].expects && read.records[1].expected.empty());
  EXPECT_TRUE(read.records[2].discard);
  EXPECT_EQ(read.records[3].skipped, "its category OTHER is not included");
  EXPECT_EQ(read.records[4].skipped, "valid=\"false\"");
  EXPECT_FALSE(read.records[5].options.require_dyad);
  EXPECT_EQ(read.records[5].options.inner.most, 4u);
  EXPECT_FALSE(read.records[6].expects);
}

TEST(Records, FaultsAreNamedByLine) {
  EXPECT_THAT(fault("<Sentences>\n<Sentence date=\"19951301\"><Text>A</Text></Sentence></Sentences>"),
              HasSubstr("records.xml:2: date=\"19951301\" is no day written YYYYMMDD"));
  EXPECT_THAT(fault("<Sentences>\n\n<Text>A</Sentences>"), HasSubstr("records.xml:3: "));
  EXPECT_THAT(fault("<Sentences></Sentences>"), HasSubstr("holds no <Sentence>"));
  EXPECT_THAT(fault("<Sentences><Config option=\"comma_max\" value=\"many\"/></Sentences>"), HasSubstr("comma_max=\"many\" is no number"));
}

TEST(Records, ParsesAreNotReadAndTwiceClosedSentencesAre) {
  const Records read = parse_records(
      "<Sentences>\n<Sentence date=\"19950101\" id=\"A\"/>\n<EventCoding noevents=\"True\"/><Text>A &amp; B.</Text>\n"
      "<Parse>1 < 2 & 3 <b></Parse></Sentence>\n# a note that names <EventCoding …>\n</Sentences>",
      "records.xml");
  ASSERT_EQ(read.records.size(), 1u);
  EXPECT_EQ(read.records[0].text, "A & B.");
  EXPECT_TRUE(read.records[0].expects);
}

TEST(Records, CommentsAndMissingDatesDoNoHarm) {
  const Records read = parse_records(
      "<Suite><Part><Sentence id=\"A\"><Text>One <!-- two --> <![CDATA[& three]]></Text></Sentence></Part></Suite>", "records.xml");
  ASSERT_EQ(read.records.size(), 1u);
  EXPECT_EQ(read.records[0].text, "One & three");
  EXPECT_TRUE(read.records[0].day > day("2020-01-01"));
}

}  // namespace
}  // namespace demarche::petrarch
