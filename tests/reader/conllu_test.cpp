#include "reader/conllu.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "reader/tree.h"

namespace demarche {
namespace {

using testing::HasSubstr;

// Blanks stand for tabs, except in comments.
std::string tabbed(std::string_view text) {
  std::string out;
  bool comment = false, start = true;
  for (const char c : text) {
    if (start) comment = c == '#';
    start = c == '\n';
    out += c == ' ' && !comment ? '\t' : c;
  }
  return out;
}

constexpr std::string_view talks = R"(# newdoc id = talks
# newpar
# sent_id = 1
# text = They don't agree (yet).
1 They they PRON PRP Case=Nom 4 nsubj _ _
2-3 don't _ _ _ _ _ _ _ _
2 do do AUX VBP _ 4 aux _ _
3 n't not PART RB _ 4 advmod _ _
4 agree agree VERB VB _ 0 root _ _
4.1 agree agree VERB VB _ _ _ 2:conj _
5 ( ( PUNCT -LRB- _ 6 punct _ SpaceAfter=No
6 yet yet ADV RB _ 4 advmod _ Entity=x|SpaceAfter=No
7 ) ) PUNCT -RRB- _ 6 punct _ SpaceAfter=No
8 . . PUNCT . _ 4 punct _ _

# sent_id = 2
# text = “Talks failed.
1 “ “ PUNCT `` _ 3 punct _ SpaceAfter=No
2 Talks talk NOUN NNS _ 3 nsubj _ _
3 failed fail VERB VBD Tense=Past|VerbForm=Fin 0 root _ SpaceAfter=No
4 . . PUNCT . _ 3 punct _ _

# newpar
# sent_id = 3
# text = Why?
1 Why why ADV WRB _ 0 root _ SpaceAfter=No
2 ? ? PUNCT . _ 1 punct _ _

)";

std::string message_of(std::string_view text) {
  try {
    read_conllu(text);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "no error";
}

std::string written(const GivenDocument& given, bool with_comments) {
  std::ostringstream out;
  write_conllu(out, given.document, given.reading, with_comments ? given.comments : std::vector<std::string>());
  return out.str();
}

TEST(Conllu, RebuildsTheText) {
  const auto documents = read_conllu(tabbed(talks));
  ASSERT_EQ(documents.size(), 1u);
  const Document& document = documents[0].document;
  EXPECT_EQ(document.id, "talks");
  EXPECT_EQ(document.text, "They don't agree (yet). “Talks failed.\n\nWhy?\n");
  ASSERT_EQ(document.blocks.size(), 2u);
  EXPECT_EQ(document.text.substr(document.blocks[1].span.begin, document.blocks[1].span.size()), "Why?");
}

TEST(Conllu, ReadsTheColumns) {
  const auto documents = read_conllu(tabbed(talks));
  const Reading& reading = documents[0].reading;
  ASSERT_EQ(reading.words.size(), 14u);
  ASSERT_EQ(reading.sentences.size(), 3u);
  EXPECT_EQ(reading.sentences[1].words, (WordRange{8, 12}));
  EXPECT_EQ(reading.sentences[1].block, 0u);
  EXPECT_EQ(reading.sentences[2].block, 1u);
  const Word& failed = reading.words[10];
  EXPECT_EQ(failed.form, "failed");
  EXPECT_EQ(failed.lemma, "fail");
  EXPECT_EQ(failed.upos, Upos::VERB);
  EXPECT_EQ(failed.xpos, "VBD");
  EXPECT_EQ(feature(failed, "Tense"), "Past");
  EXPECT_EQ(failed.head, no_word);
  EXPECT_EQ(failed.deprel, "root");
  EXPECT_EQ(failed.sentence, 1u);
  EXPECT_EQ(reading.words[9].head, 10) << "heads count in the whole document";
}

TEST(Conllu, WordsOfMultiwordTokensHaveTheirParts) {
  const auto documents = read_conllu(tabbed(talks));
  const Reading& reading = documents[0].reading;
  const auto text_of = [&](std::size_t i) {
    return documents[0].document.text.substr(reading.words[i].span.begin, reading.words[i].span.size());
  };
  EXPECT_EQ(text_of(1), "do");
  EXPECT_EQ(text_of(2), "n't");
  EXPECT_TRUE(reading.words[1].in_multiword);
  EXPECT_TRUE(reading.words[1].space_before);
  EXPECT_FALSE(reading.words[2].space_before);
  EXPECT_FALSE(reading.words[3].in_multiword);
}

TEST(Conllu, PartsOfATokenThatIsSpeltOtherwise) {
  const auto documents =
      read_conllu(tabbed("1-2 été _ _ _ _ _ _ _ _\n1 este _ _ _ _ _ _ _ _\n2 il _ _ _ _ _ _ _ _\n"
                         "3-5 du _ _ _ _ _ _ _ _\n3 de _ _ _ _ _ _ _ _\n4 le _ _ _ _ _ _ _ _\n5 x _ _ _ _ _ _ _ _\n"));
  const auto& words = documents[0].reading.words;
  EXPECT_EQ(words[0].span, (Span{0, 2}));
  EXPECT_EQ(words[1].span, (Span{2, 5}));
  EXPECT_EQ(words[2].span, (Span{6, 8})) << "more words than letters: they share the token";
  EXPECT_EQ(words[4].span, (Span{6, 8}));
}

TEST(Conllu, MarksQuotedWords) {
  const auto documents = read_conllu(tabbed(talks));
  const Reading& reading = documents[0].reading;
  EXPECT_FALSE(reading.words[7].quoted);
  EXPECT_TRUE(reading.words[8].quoted);
  EXPECT_TRUE(reading.words[11].quoted);
  EXPECT_FALSE(reading.words[12].quoted) << "a new paragraph begins unquoted";
}

TEST(Conllu, BlankColumns) {
  const auto documents = read_conllu(tabbed("1 _ _ PUNCT _ _ _ _ _ _\n2 Go _ _ _ _ _ _ _ _\n"));
  const Reading& reading = documents[0].reading;
  EXPECT_EQ(reading.words[0].form, "_");
  EXPECT_EQ(reading.words[0].lemma, "_");
  EXPECT_EQ(reading.words[1].lemma, "");
  EXPECT_EQ(reading.words[1].upos, Upos::X);
  EXPECT_EQ(reading.words[1].head, no_word);
  EXPECT_EQ(reading.words[1].deprel, "");
  EXPECT_EQ(reading.words[1].feats, "_");
}

TEST(Conllu, WritesWhatItRead) {
  auto documents = read_conllu(tabbed(talks));
  std::string expected = tabbed(talks);
  expected.replace(expected.find("4.1"), expected.find('\n', expected.find("4.1")) + 1 - expected.find("4.1"), "");
  expected.replace(expected.find("Entity=x|"), 9, "");
  EXPECT_EQ(written(documents[0], true), expected);
  EXPECT_EQ(written(documents[0], false), expected) << "the comments are those that it would write itself";
}

TEST(Conllu, ReadingsMayBeMoved) {
  std::vector<GivenDocument> documents;
  {
    const std::string text = tabbed("1 Go go VERB VB _ 0 root _ _\n");
    documents = read_conllu(text);
  }
  const GivenDocument moved = std::move(documents[0]);
  documents.clear();
  EXPECT_EQ(moved.reading.words[0].form, "Go");
  EXPECT_EQ(moved.reading.words[0].deprel, "root");
}

TEST(Conllu, DocumentsAndLineEnds) {
  const auto documents = read_conllu(
      "\xEF\xBB\xBF# newdoc id = a\r\n1\tGo\t_\t_\t_\t_\t_\t_\t_\t_\r\n\r\n\r\n# newdoc id = b\r\n\r\n1\tStay\t_\t_\t_\t_\t_\t_\t_\t_");
  ASSERT_EQ(documents.size(), 2u);
  EXPECT_EQ(documents[0].document.text, "Go\n");
  EXPECT_EQ(documents[1].document.id, "b");
  EXPECT_EQ(documents[1].document.text, "Stay\n");
  EXPECT_TRUE(read_conllu("").empty());
  EXPECT_TRUE(read_conllu("\n# only a comment\n\n").empty());
}

TEST(Conllu, NamesTheLineOfWhatIsWrong) {
  const auto expect = [](std::string_view text, std::string_view what) { EXPECT_THAT(message_of(tabbed(text)), HasSubstr(what)) << text; };
  expect("1 He\n\n", "line 1: a word must have ten columns");
  expect("# c\n1 a _ _ _ _ _ _ _ _ _\n", "line 2: a word must have ten columns");
  expect("1  _ _ _ _ _ _ _ _\n", "line 1: column 2 is empty");
  expect("1 a _ _ _ _ _ _ _ _\n3 b _ _ _ _ _ _ _ _\n", "line 2: word 2 is expected");
  expect("x a _ _ _ _ _ _ _ _\n", "line 1: no word id");
  expect("1 a _ _ _ _ two _ _ _\n", "line 1: the head is no number");
  expect("1 a _ _ _ _ 99999999999999999999 _ _ _\n", "line 1: the head is no number");
  expect("1 a _ _ _ _ 2 _ _ _\n", "line 1: word 1 has a head behind");
  expect("1 a _ _ _ _ 1 _ _ _\n", "line 1: a word is its own head");
  expect("1 a _ _ _ _ 2 _ _ _\n2 b _ _ _ _ 1 _ _ _\n", "line 1: the heads of this sentence run in a circle");
  expect("1-2 ab _ _ _ _ _ _ _ _\n1 a _ _ _ _ _ _ _ _\n\n", "line 2: words of a multiword token are missing");
  expect("1-2 ab _ _ _ _ _ _ _ _\n1-2 ab _ _ _ _ _ _ _ _\n1 a _ _ _ _ _ _ _ _\n\n", "line 2: this range");
  expect("1-4000000000 ab _ _ _ _ _ _ _ _\n1 a _ _ _ _ _ _ _ _\n\n", "line 1: this range");
  expect("1 a _ _ _ _ _ _ _ _\n# c\n2 b _ _ _ _ _ _ _ _\n", "line 2: a comment within a sentence");
  EXPECT_THAT(message_of("1\t \t_\t_\t_\t_\t_\t_\t_\t_\n"), HasSubstr("line 1: the form is blank"));
}

TEST(Conllu, ReplacesInvalidBytes) {
  const auto documents = read_conllu("1\ta\xFF\t_\t_\t_\t_\t_\t_\t_\t_\n");
  EXPECT_EQ(documents[0].document.text, "a\xEF\xBF\xBD\n");
  EXPECT_EQ(documents[0].document.warnings.size(), 1u);
}

}  // namespace
}  // namespace demarche
