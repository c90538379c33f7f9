#include "typing/marked.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(Unmark, TakesMarksOutAndCountsBytesOfWhatIsLeft) {
  const auto sentence = unmark("<s>José</s> sued the <t>FBI</t>.");
  EXPECT_EQ(sentence.text, "José sued the FBI.");
  EXPECT_EQ(sentence.source, (Span{0, 5}));
  EXPECT_EQ(sentence.target, (Span{15, 18}));
}

TEST(Unmark, LeavesOpenWhatIsNotMarked) {
  const auto sentence = unmark("It hit <t>Aden</t>, <s>officials said.");
  EXPECT_EQ(sentence.text, "It hit Aden, officials said.");
  EXPECT_FALSE(sentence.source);
  EXPECT_EQ(sentence.target, (Span{7, 11}));
}

TEST(Unmark, OtherTagsAreText) { EXPECT_EQ(unmark("a <b>bold</b> < s>").text, "a <b>bold</b> < s>"); }

TEST(WordsIn, AreThoseThatTheSpanTouches) {
  Reading reading;
  for (const Span span : {Span{0, 3}, Span{4, 9}, Span{9, 10}}) {
    reading.words.emplace_back();
    reading.words.back().span = span;
  }
  EXPECT_EQ(words_in(reading, Span{5, 9}), (WordRange{1, 2}));
  EXPECT_EQ(words_in(reading, Span{0, 10}), (WordRange{0, 3}));
  EXPECT_TRUE(words_in(reading, Span{20, 25}).empty());
  EXPECT_TRUE(words_in(reading, std::nullopt).empty());
}

}  // namespace
}  // namespace demarche
