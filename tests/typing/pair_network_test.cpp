#include "typing/pair_network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "document/clean.h"
#include "reader/reader.h"
#include "typing/marked.h"

namespace demarche {
namespace {

class PairNetwork : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    model_ = load_model(DEMARCHE_SOURCE_DIR "/model", 1);
    pairs_ = load_pair_model(DEMARCHE_SOURCE_DIR "/model", 1);
  }
  static void TearDownTestSuite() {
    model_.reset();
    pairs_.reset();
  }

  // The forms are views of the document, which is kept with the reading.
  struct Read {
    Document document;
    Reading reading;
  };
  static std::unique_ptr<Read> read(std::string_view text) {
    auto read = std::make_unique<Read>();
    read->document = whole_text(text);
    read->reading = ReaderSession(model_).read(read->document, {.attributions = false, .names = false, .hidden = true});
    return read;
  }
  static std::string best(const PairTypes& types, std::size_t row) {
    const auto& row_of = types.rows.at(row);
    return types.names.at(static_cast<std::size_t>(std::max_element(row_of.begin(), row_of.end()) - row_of.begin()));
  }
  static PairTypes typed(const Reading& reading, std::vector<PairQuery> pairs) {
    const PairQueries asked{&reading, std::move(pairs)};
    return PairSession(pairs_).type({&asked, 1}).front();
  }
  static std::string type_of(std::string_view marked) {
    const MarkedSentence sentence = unmark(marked);
    const auto text = read(sentence.text);
    const auto size = static_cast<std::uint32_t>(text->reading.words.size());
    return best(typed(text->reading, {{{0, size}, words_in(text->reading, sentence.source), words_in(text->reading, sentence.target)}}), 0);
  }

  static inline std::shared_ptr<const Model> model_;
  static inline std::shared_ptr<const PairModel> pairs_;
};

TEST_F(PairNetwork, TypesPlainCases) {
  EXPECT_EQ(type_of("<s>Iran</s> accused <t>Israel</t> of sabotage."), "ACCUSE");
  EXPECT_EQ(type_of("<s>Japan</s> gave <t>Nepal</t> $5 million in aid."), "AID");
  EXPECT_EQ(type_of("<s>The militants</s> killed five <t>soldiers</t> in an attack on Monday."), "ASSAULT");
}

TEST_F(PairNetwork, HearsWhoDoesItToWhomAndThatNothingIsDone) {
  EXPECT_EQ(type_of("<s>Norway</s> criticised <t>Poland</t> over its new media law."), "ACCUSE");
  EXPECT_EQ(type_of("<t>Norway</t> criticised <s>Poland</s> over its new media law."), no_deed);
  EXPECT_EQ(type_of("<t>The mayor</t> was arrested by <s>federal police</s> on Friday."), "COERCE");
  EXPECT_EQ(type_of("<s>The mayor</s> was arrested by <t>federal police</t> on Friday."), no_deed);
  EXPECT_EQ(type_of("<s>Norway</s> shares a long border with <t>Russia</t>."), no_deed);
  EXPECT_EQ(type_of("<s>The senator</s> leads <t>the governor</t> by six points in the latest poll."), no_deed);
}

TEST_F(PairNetwork, AQueryIsAnsweredTheSameInAnyBatch) {
  const auto first = read(
      "Iran accused Israel of sabotage. Japan gave Nepal $5 million in aid after an earthquake that killed thousands of people in the "
      "capital and in the villages around it. Police arrested the leader of the opposition. He resigned.");
  const auto second = read("Chile praised Peru, and Peru thanked Chile for the ships that it had sent after the storm.");
  std::vector<PairQueries> asked;
  for (const auto* text : {&first, &second}) {
    const Reading& reading = (*text)->reading;
    asked.push_back({&reading, {}});
    for (const Sentence& sentence : reading.sentences)
      for (std::uint32_t i = sentence.words.first; i + 1 < sentence.words.last; i += 3)
        asked.back().pairs.push_back({sentence.words, {i, i + 1}, {i + 1, sentence.words.last}});
  }
  const std::vector<PairTypes> together = PairSession(pairs_).type(asked);
  ASSERT_EQ(together.size(), asked.size());
  for (std::size_t text = 0; text < asked.size(); ++text) {
    ASSERT_EQ(together[text].rows.size(), asked[text].pairs.size());
    for (std::size_t i = 0; i < asked[text].pairs.size(); ++i) {
      const PairTypes alone = typed(*asked[text].reading, {asked[text].pairs[i]});
      ASSERT_EQ(alone.rows[0].size(), together[text].names.size());
      for (std::size_t k = 0; k < alone.names.size(); ++k)
        EXPECT_NEAR(alone.rows[0][k], together[text].rows[i][k], 1e-5) << text << ' ' << i << ' ' << alone.names[k];
      EXPECT_NEAR(std::accumulate(alone.rows[0].begin(), alone.rows[0].end(), 0.0), 1, 1e-4);
    }
  }
}

TEST_F(PairNetwork, EmptyContextsAreNotAnsweredAndMarksMayBeMissing) {
  const auto text = read("Iran accused Israel of sabotage.");
  const PairTypes types = typed(text->reading, {{{0, 0}, {}, {}}, {{0, 6}, {}, {}}, {{0, 6}, {0, 1}, {}}});
  EXPECT_TRUE(types.rows[0].empty());
  for (const std::size_t row : {1u, 2u}) {
    ASSERT_EQ(types.rows[row].size(), types.names.size());
    for (const float p : types.rows[row]) EXPECT_TRUE(p >= 0 && p <= 1) << p;
  }
  EXPECT_TRUE(typed(text->reading, {}).rows.empty());
}

TEST_F(PairNetwork, AReadingWithoutHiddenStatesIsRefused) {
  const Document document = whole_text("Iran accused Israel.");
  const Reading reading = ReaderSession(model_).read(document);
  EXPECT_THROW(typed(reading, {{{0, 3}, {0, 1}, {2, 3}}}), std::logic_error);
}

TEST(LoadPairModel, NamesTheFile) {
  try {
    load_pair_model("/nonexistent");
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("/nonexistent/pairs.json"), std::string::npos);
  }
}

}  // namespace
}  // namespace demarche
