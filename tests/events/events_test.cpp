// events.tsv: a sentence for each rule, with the events that it must give.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "events/given.h"
#include "text/table.h"

namespace demarche {
namespace {

TEST(Events, AreThoseOfTheTable) {
  const Table table = read_table(DEMARCHE_SOURCE_DIR "/tests/events/events.tsv", 3, 3);
  ASSERT_GT(table.rows.size(), 100u);
  const EventKnowledge& knowledge = event_knowledge();
  std::set<std::string> frames;
  for (const TableRow& row : table.rows) {
    const auto coding = coded(row.fields[1]);
    std::vector<Expected> expected;
    if (row.fields[2] != "-")
      for (const std::string& text : split_list(row.fields[2], ';')) expected.push_back(parse_expected(text));
    std::string surplus;
    for (const Event& event : coding->events) {
      const auto hit = std::find_if(expected.begin(), expected.end(), [&](const Expected& e) { return fits(*coding, event, e); });
      if (hit == expected.end())
        surplus += "\n  is      " + shown(*coding, event);
      else
        expected.erase(hit);
      for (const Predicate& predicate : knowledge.predicates)
        if (event.rule.starts_with("lexicon:") && event.rule.substr(8, event.rule.find('+', 8) - 8) == predicate.id)
          frames.insert(knowledge.frames[predicate.frame].name);
    }
    std::string missing;
    for (const Expected& e : expected) missing += "\n  must be " + e.text;
    EXPECT_TRUE(missing.empty() && surplus.empty())
        << "events.tsv:" << row.line << ": " << row.fields[0] << "\n  " << row.fields[1] << missing << surplus;
  }
  // Frames of entries that are events.
  std::set<std::string> wanted;
  for (const Predicate& predicate : knowledge.predicates)
    if (!predicate.no_event) wanted.insert(knowledge.frames[predicate.frame].name);
  for (const std::string& frame : wanted) EXPECT_TRUE(frames.contains(frame)) << "no row of events.tsv has the frame " << frame;
}

}  // namespace
TEST(Events, WhatAnOldWritingCallsYesterdayWasInItsDays) {
  const std::string quoted = "an article hailed Ann Roth. \u201cThe mayor praised Roth yesterday,\u201d the article read.";
  const auto day_of_praise = [](const std::string& text) {
    const auto coding = coded(text);
    for (const Event& event : coding->events)
      if (text_of(*coding, event.trigger) == "praised" && event.when >= 0)
        return format_date(coding->times[static_cast<std::size_t>(event.when)].days.start);
    return std::string("none");
  };
  EXPECT_EQ(day_of_praise("Twenty-two years ago, " + quoted), "2002-01-01");
  EXPECT_EQ(day_of_praise("On Wednesday, " + quoted), "2024-03-07");
}

TEST(Statements, HaveTheDayOnWhichTheyWereMade) {
  const auto day_of = [](const std::string& text) {
    const auto coding = coded(text);
    for (std::size_t i = 0; i < coding->statements.size(); ++i)
      if (coding->said_when[i] >= 0) return format_date(coding->times[static_cast<std::size_t>(coding->said_when[i])].days.start);
    return std::string("none");
  };
  EXPECT_EQ(day_of("Lund said on May 3, 2016, that he would leave."), "2016-05-03");
  EXPECT_EQ(day_of("\u201cHe has left,\u201d Lund said in an interview on May 3, 2016."), "2016-05-03");
  EXPECT_EQ(day_of("Lund said that he had left on May 3, 2016."), "none");
  EXPECT_EQ(day_of("\u201cHe left on May 3, 2016,\u201d Lund said."), "none");
  EXPECT_EQ(day_of("He left on May 3, 2016, according to Lund."), "none");
}

}  // namespace demarche
