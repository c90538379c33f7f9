#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "text/date.h"
#include "text/table.h"
#include "text/utf8.h"

namespace demarche {
namespace {

TEST(Utf8, InvalidBytesBecomeReplacementCharactersAndAreCounted) {
  std::size_t replaced = 0;
  EXPECT_EQ(repair_utf8("a\xff\xe2\x82z€", replaced), "a\uFFFD\uFFFDz€");
  EXPECT_EQ(replaced, 2u);
  EXPECT_EQ(repair_utf8("clean é", replaced), "clean é");
  EXPECT_EQ(replaced, 0u);
}

TEST(Utf8, OverlongFormsAndSurrogatesAreInvalid) {
  std::size_t replaced = 0;
  repair_utf8("\xc0\xaf", replaced);
  EXPECT_GT(replaced, 0u);
  repair_utf8("\xed\xa0\x80", replaced);
  EXPECT_GT(replaced, 0u);
}

TEST(Utf8, CodePointsForwardAndBackward) {
  const std::string text = "aé€😀";
  std::size_t at = 0;
  std::u32string forward, backward;
  while (at < text.size()) forward += next_code_point(text, at);
  while (at > 0) backward.insert(backward.begin(), previous_code_point(text, at));
  EXPECT_EQ(forward, U"aé€😀");
  EXPECT_EQ(backward, forward);
  std::string out;
  for (const char32_t c : forward) append_utf8(out, c);
  EXPECT_EQ(out, text);
}

TEST(Utf8, CaseFollowsUnicode) {
  EXPECT_EQ(lower("ÉCOLE Straße"), "école straße");
  EXPECT_EQ(upper("école"), "ÉCOLE");
  EXPECT_TRUE(is_upper(U'Ñ'));
  EXPECT_TRUE(is_space(U'\u00A0'));
  EXPECT_TRUE(is_punctuation(U'“'));
}

TEST(CodePointIndex, AgreesWithCountingFromTheStart) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += i % 3 ? "x" : i % 2 ? "é" : "😀";
  const CodePointIndex index(text);
  std::uint32_t count = 0;
  for (std::uint32_t byte = 0; byte < text.size(); ++byte) {
    if ((static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80) {
      EXPECT_EQ(index.code_points_before(byte), count);
      ++count;
    }
  }
  EXPECT_EQ(index.code_points_before(static_cast<std::uint32_t>(text.size())), count);
}

TEST(Date, IsReadAndWritten) {
  EXPECT_EQ(format_date(*parse_date("2024-02-29")), "2024-02-29");
  for (const char* wrong : {"2023-02-29", "2024-13-01", "24-01-01", "2024/01/01", "", "2024-01-0x"})
    EXPECT_FALSE(parse_date(wrong)) << wrong;
}

class TableFile : public testing::Test {
 protected:
  void SetUp() override { path_ = std::filesystem::temp_directory_path() / ("demarche_table_" + std::to_string(::getpid()) + ".tsv"); }
  void TearDown() override { std::filesystem::remove(path_); }
  void write(std::string_view content) { std::ofstream(path_, std::ios::binary) << content; }
  std::filesystem::path path_;
};

TEST_F(TableFile, SkipsCommentsAndBlankLinesAndKeepsLineNumbers) {
  write("# what it is\n\na\t b \tc\r\nlast\tline");
  const Table table = read_table(path_, 2, 3);
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.rows[0].line, 3u);
  EXPECT_EQ(table.rows[0].fields, (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_EQ(table.rows[1].line, 4u);
}

TEST_F(TableFile, NamesFileAndLineOfARowWithTooFewFields) {
  write("a\tb\nc\n");
  try {
    read_table(path_, 2, 2);
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find(path_.string() + ":2: "), std::string::npos) << error.what();
  }
}

TEST(SplitList, TakesOffWhiteSpaceAndEmptyParts) { EXPECT_EQ(split_list(" a | b||c ", '|'), (std::vector<std::string>{"a", "b", "c"})); }

}  // namespace
}  // namespace demarche
