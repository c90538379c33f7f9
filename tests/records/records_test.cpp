#include "records/records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "reader/tree.h"
#include "records/view.h"
#include "text/table.h"

namespace demarche {
namespace {

using nlohmann::json;
using testing::HasSubstr;

// «“Él mintió”, said Núñez» would need a reader; these few words with their heads do for the formats.
std::unique_ptr<Coding> example() {
  auto coding = std::make_unique<Coding>();
  coding->document.id = "d1";
  coding->document.uri = "a.txt";
  coding->document.text = "Perú said, \"Chile\" attacked Quito.\n(AP)\n";
  coding->document.published = parse_date("2020-02-29");
  coding->document.blocks = {{{0, 35}, BlockKind::paragraph}};
  coding->document.dropped = {{{36, 40}, "photo credit"}};
  struct Row {
    std::uint32_t begin, end;
    std::int32_t head;
    const char* deprel;
  };
  const Row rows[] = {{0, 5, 1, "nsubj"},   {6, 10, -1, "root"},  {10, 11, 1, "punct"}, {12, 13, 4, "punct"}, {13, 18, 6, "nsubj"},
                      {18, 19, 4, "punct"}, {20, 28, 1, "ccomp"}, {29, 34, 6, "obj"},   {34, 35, 1, "punct"}};
  Reading& reading = coding->reading;
  for (const Row& row : rows) {
    Word word;
    word.span = {row.begin, row.end};
    word.form = std::string_view(coding->document.text).substr(row.begin, row.end - row.begin);
    word.head = row.head;
    word.deprel = row.deprel;
    reading.words.push_back(word);
  }
  reading.sentences = {{{0, 9}, 0}};
  Statement statement;
  statement.source = WordRange{0, 1};
  statement.cue = WordRange{1, 2};
  statement.content = {{3, 8}};
  statement.confidence = 0.9f;
  statement.rule = "cue:say/clause";
  coding->statements = {statement};
  Actors& actors = coding->actors;
  actors.mentions = {{{0, 1}, 0, MentionKind::name, 0}, {{4, 5}, 4, MentionKind::name, 1}, {{7, 8}, 7, MentionKind::name, no_entity}};
  actors.entities = {{"Perú", "PER", {}, "PER", 0, "country:PER", ""}, {"Chile", "CHL", {"GOV"}, "CHLGOV", 1, "country:CHL", ""}};
  actors.mention_of_head = {0, -1, -1, -1, 1, -1, -1, 2, -1};
  actors.statement_source = {0};
  actors.statement_addressee = {no_mention};
  Event event;
  event.type = "ASSAULT";
  event.cameo = "190";
  event.goldstein = -10;
  event.intensity = -9;
  event.source = 1;
  event.targets = {2};
  event.trigger = {6, 7};
  event.status = Status::claimed;
  event.voices = {0};
  event.confidence = 0.75;
  event.rule = "lexicon:attack#1";
  coding->events = {event};
  Position position;
  position.holder = 1;
  position.issue = "the border";
  position.stance = -0.5;
  position.events = {0};
  coding->positions = {position};
  return coding;
}

TEST(Jsonl, IsThePublishedFormatToTheByte) {
  std::string out;
  append_jsonl(out, *example());
  EXPECT_EQ(out, read_file(DEMARCHE_SOURCE_DIR "/tests/records/golden.jsonl"));
}

TEST(Jsonl, SpansCountCodePoints) {
  std::string out;
  append_jsonl(out, *example());
  std::istringstream lines(out);
  std::string line;
  std::getline(lines, line);
  std::getline(lines, line);
  EXPECT_EQ(json::parse(line)["cue"]["span"], json::array({5, 9}));
  EXPECT_EQ(json::parse(line)["content"], json::parse("[[11,33]]"));
}

TEST(Jsonl, EventsBelowTheConfidenceAskedForAreLeftOutAndNoEvidence) {
  std::string out;
  append_jsonl(out, *example(), {.explain = false, .min_confidence = 0.8});
  EXPECT_THAT(out, testing::Not(HasSubstr("d1-e1")));
}

TEST(Jsonl, ExplanationShowsPathsFromTheTrigger) {
  std::string out;
  append_jsonl(out, *example(), {.explain = true, .min_confidence = 0});
  EXPECT_THAT(out, HasSubstr(R"("source_path":"nsubj","target_paths":["obj"])"));
}

TEST(Jsonl, ExplanationNamesLinesAndVoices) {
  const auto coding = example();
  coding->explanations = {
      {{{"entry", "data/lexicon/verbs.tsv", 7}}, "transitive", "attack#2 ASSAULT (data/lexicon/verbs.tsv:8)", 6, 1, {2}}};
  std::string out;
  append_jsonl(out, *coding, {.explain = true, .min_confidence = 0});
  EXPECT_THAT(out,
              HasSubstr(R"~("explanation":{"rule":"lexicon:attack#1","lines":[{"what":"entry","file":"data/lexicon/verbs.tsv","line":7}],)~"
                        R"~("frame":"transitive","runner_up":"attack#2 ASSAULT (data/lexicon/verbs.tsv:8)","source_path":"nsubj",)~"
                        R"~("target_paths":["obj"],"voices":[{"statement":"d1-s1","source":"Perú","act":"say","cue":"said",)~"
                        R"~("hearsay":false,"rule":"cue:say/clause"}]})~"));
  out.clear();
  append_report(out, *coding, {.explain = true, .min_confidence = 0});
  EXPECT_THAT(out, HasSubstr("why: lexicon:attack#1, entry data/lexicon/verbs.tsv:7, frame transitive, confidence 0.75"));
  EXPECT_THAT(out, HasSubstr("next: attack#2 ASSAULT (data/lexicon/verbs.tsv:8)"));
  EXPECT_THAT(out, HasSubstr("source: attacked >nsubj Chile"));
  EXPECT_THAT(out, HasSubstr("target: attacked >obj Quito"));
  EXPECT_THAT(out, HasSubstr("on the word of Perú (say, “said”, by cue:say/clause)"));
}

TEST(Csv, HasARowPerTargetAndQuotesWhatMustBe) {
  std::string out;
  append_csv_header(out);
  append_csv(out, *example());
  EXPECT_EQ(out, read_file(DEMARCHE_SOURCE_DIR "/tests/records/golden.csv"));
}

TEST(Report, SaysWhoDidWhatOnWhoseWordAndShowsTheWords) {
  std::string out;
  append_report(out, *example());
  EXPECT_THAT(out, HasSubstr("ASSAULT  Chile [CHLGOV] → Quito"));
  EXPECT_THAT(out, HasSubstr("claimed"));
  EXPECT_THAT(out, HasSubstr("on the word of Perú (say)"));
  EXPECT_THAT(out, HasSubstr("“Perú said, \"Chile\" attacked Quito.”  ← attacked"));
  EXPECT_THAT(out, HasSubstr("photo credit: (AP)"));
}

TEST(Report, ShowsASentenceOnceForAllOfItsEvents) {
  const auto coding = example();
  coding->events.push_back(coding->events[0]);
  std::string out;
  append_report(out, *coding);
  const auto first = out.find("Quito.”  ← attacked");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(out.find("Quito.”  ← attacked", first + 1), std::string::npos);
  EXPECT_THAT(out, HasSubstr("(the same sentence)  ← attacked"));
}

// Rows hold, columns are held towards: actors first, then issues; beneath it whom the text itself sets together or apart.
TEST(Report, ShowsPositionsAsAMatrix) {
  const auto coding = example();
  coding->actors.entities.resize(4);
  const char* const names[] = {"Perú", "Chile", "Quito", "a federation of very many small provinces"};
  for (std::size_t i = 0; i < 4; ++i) coding->actors.entities[i].name = names[i];
  const auto position = [&](std::int32_t holder, std::int32_t toward, const char* issue, double stance) {
    Position it;
    it.holder = holder, it.toward = toward, it.issue = issue, it.stance = stance, it.events = {0};
    return it;
  };
  coding->positions = {position(0, no_entity, "the border", -0.6), position(0, 1, "", 0.25), position(3, 1, "", -1)};
  Position between = position(1, 2, "", -1);
  between.between = {1, 2};
  between.compatible = false;
  coding->positions.push_back(between);
  std::string out;
  append_report(out, *coding);
  EXPECT_THAT(out, HasSubstr("Where they stand (-1 against, +1 for)\n"
                             "-------------------------------------\n"
                             "      1  Chile\n"
                             "      2  issue: the border\n"
                             "\n"
                             "                                        1      2\n"
                             "      Perú                          +0.25  -0.60\n"
                             "      a federation of very many s…  -1.00      ·\n"
                             "\n"
                             "      Chile against Quito\n"));
  // Where the width is too small for all columns they stand under each other, and who has nothing there is left out.
  out.clear();
  append_report(out, *coding, {}, 44);
  EXPECT_THAT(out, HasSubstr("                                        1\n"
                             "      Perú                          +0.25\n"
                             "      a federation of very many s…  -1.00\n"
                             "\n"
                             "                                        2\n"
                             "      Perú                          -0.60\n"));
  // What no event above the asked confidence shows is not shown.
  out.clear();
  append_report(out, *coding, {.explain = false, .min_confidence = 1.1});
  EXPECT_EQ(out.find("Where they stand"), std::string::npos);
}

TEST(Report, BreaksLinesAtTheWidth) {
  std::string out;
  append_report(out, *example(), {}, 40);
  std::istringstream lines(out);
  for (std::string line; std::getline(lines, line);) {
    std::size_t columns = 0;
    for (const char c : line) columns += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    EXPECT_LE(columns, 40u) << line;
  }
}

TEST(DependencyPath, GoesUpToTheCommonHeadAndDown) {
  const auto coding = example();
  EXPECT_EQ(dependency_path(coding->reading, 6, 7), "obj");
  EXPECT_EQ(dependency_path(coding->reading, 6, 0), "^ccomp >nsubj");
  EXPECT_EQ(dependency_path(coding->reading, 6, 6), "itself");
}

}  // namespace
}  // namespace demarche
