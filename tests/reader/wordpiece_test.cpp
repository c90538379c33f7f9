#include "reader/wordpiece.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>

#include "text/table.h"
#include "text/utf8.h"

namespace demarche {
namespace {

// Characters that would not be seen are written \u{…} in the fixture.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with("\\u{")) {
      const auto end = text.find('}', at);
      append_utf8(out, static_cast<char32_t>(std::stoul(std::string(text.substr(at + 3, end - at - 3)), nullptr, 16)));
      at = end + 1;
    } else {
      out += text[at++];
    }
  }
  return out;
}

class WordPiecesTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { pieces_ = std::make_unique<WordPieces>(read_file(DEMARCHE_SOURCE_DIR "/model/vocab.txt")); }
  static void TearDownTestSuite() { pieces_.reset(); }
  static std::unique_ptr<WordPieces> pieces_;
};
std::unique_ptr<WordPieces> WordPiecesTest::pieces_;

// wordpiece.tsv is what Hugging Face's tokenizer says (make_wordpiece_fixture.py); DEMARCHE_WORDPIECE_FIXTURE names a larger one.
TEST_F(WordPiecesTest, AreThoseOfHuggingFace) {
  const char* other = std::getenv("DEMARCHE_WORDPIECE_FIXTURE");
  const std::string content = read_file(other ? other : DEMARCHE_SOURCE_DIR "/tests/reader/wordpiece.tsv");
  std::size_t words = 0;
  for (std::size_t at = 0; at < content.size(); ++words) {
    const std::size_t end = content.find('\n', at);
    const std::string line = content.substr(at, end - at);
    at = end + 1;
    const auto tab = line.rfind('\t');
    const std::string word = unescaped(line.substr(0, tab));
    std::vector<std::int64_t> expected, ids;
    for (const std::string& id : split_list(line.substr(tab + 1), ' ')) expected.push_back(std::stoll(id));
    if (expected.empty()) expected.push_back(pieces_->unknown);
    pieces_->append(word, 10000, ids);
    EXPECT_EQ(ids, expected) << line;
  }
  EXPECT_GT(words, 100u);
}

TEST_F(WordPiecesTest, AreNoMoreThanAskedForAndNeverNone) {
  std::vector<std::int64_t> ids;
  pieces_->append(std::string(5000, '-'), 16, ids);
  EXPECT_EQ(ids.size(), 16u);
  pieces_->append("", 16, ids);
  EXPECT_EQ(ids.size(), 17u);
  EXPECT_EQ(ids.back(), pieces_->unknown);
}

TEST(WordPieces, RefuseAVocabularyWithoutSpecialPieces) { EXPECT_THROW(WordPieces("a\nb\n"), std::runtime_error); }

}  // namespace
}  // namespace demarche
