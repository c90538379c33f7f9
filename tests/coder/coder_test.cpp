// The whole way through the stages: the same bytes for the same input, whatever came before and beside it.
#include "coder/coder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <thread>

#include "coder/pair_types.h"
#include "document/clean.h"
#include "records/records.h"

namespace demarche {
namespace {

constexpr std::string_view article =
    "Georgia's prime minister said on Tuesday that his country would not send troops to the border, and accused Armenia of spreading "
    "lies.\n\n"
    "\"We have met with nobody,\" he told reporters. Armenian officials denied that their army had arrested two Georgian journalists, and "
    "urged Georgia to release a driver.\n\n"
    "Turkey, which supports neither side, offered to mediate.\n";

class CoderTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { knowledge_ = load_knowledge(DEMARCHE_SOURCE_DIR "/data", DEMARCHE_SOURCE_DIR "/model"); }
  static void TearDownTestSuite() { knowledge_.reset(); }

  static std::string records(Coder& coder, std::string_view text) {
    std::string out;
    append_jsonl(out, *coder.code(clean_text(text)), {.explain = true});
    return out;
  }

  static inline std::shared_ptr<const Knowledge> knowledge_;
};

TEST_F(CoderTest, FillsEveryStage) {
  Coder coder(knowledge_);
  const auto coding = coder.code(clean_text(article));
  EXPECT_EQ(coding->reading.sentences.size(), 4u);
  EXPECT_FALSE(coding->statements.empty());
  EXPECT_FALSE(coding->actors.entities.empty());
  EXPECT_FALSE(coding->events.empty());
  EXPECT_FALSE(coding->positions.empty());
}

TEST_F(CoderTest, GivesTheSameBytesAgain) {
  Coder coder(knowledge_);
  const std::string first = records(coder, article);
  records(coder, "Chile praised Peru.");
  EXPECT_EQ(records(coder, article), first);
  Coder other(knowledge_);
  EXPECT_EQ(records(other, article), first);
}

TEST_F(CoderTest, GivesTheSameBytesInTwoThreads) {
  Coder coder(knowledge_);
  const std::string first = records(coder, article);
  std::array<std::string, 2> outputs;
  std::array<std::thread, 2> threads;
  for (std::size_t i = 0; i < 2; ++i)
    threads[i] = std::thread([&outputs, i] {
      Coder own(knowledge_);
      for (int round = 0; round < 3; ++round) {
        records(own, i == 0 ? "Chile praised Peru." : "Peru condemned Chile, officials said.");
        outputs[i] = records(own, article);
      }
    });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& output : outputs) EXPECT_EQ(output, first);
}

// However documents share the network's batches, nothing in any of them changes.
TEST_F(CoderTest, GivesTheSameBytesReadTogether) {
  std::string longer;
  for (int i = 0; i < 12; ++i) longer += std::string(article) + "\n";
  const std::string texts[] = {std::string(article), "Chile praised Peru.", "", longer,
                               "He said that the talks had failed.\n\nNobody asked why."};
  Coder coder(knowledge_);
  std::vector<std::string> alone;
  for (const std::string& text : texts) alone.push_back(records(coder, text));
  for (const std::size_t together : {1u, 2u, 3u, 5u}) {
    for (std::size_t first = 0; first < std::size(texts); first += together) {
      std::vector<std::unique_ptr<Coding>> codings;
      for (std::size_t i = first; i < std::min(first + together, std::size(texts)); ++i) {
        codings.push_back(std::make_unique<Coding>());
        codings.back()->document = clean_text(texts[i]);
      }
      coder.code(codings);
      for (std::size_t i = 0; i < codings.size(); ++i) {
        std::string out;
        append_jsonl(out, *codings[i], {.explain = true});
        EXPECT_EQ(out, alone[first + i]) << "document " << first + i << ", " << together << " together";
      }
    }
  }
}

TEST_F(CoderTest, GoesOnAfterADocumentThatFails) {
  Coder coder(knowledge_);
  const std::string first = records(coder, article);
  const MarkedSentence unmarked = unmark("Iran accused Israel.");
  const auto coding = coder.code_by_lexicon(whole_text(unmarked.text));
  EXPECT_THROW(type_pair(coder, *coding, unmarked), std::runtime_error);
  const Reading without_states = coder.reader().read(coding->document);
  const PairQueries asked{&without_states, {{{0, 3}, {0, 1}, {2, 3}}}};
  EXPECT_THROW(coder.pairs().type({&asked, 1}), std::logic_error);
  EXPECT_EQ(records(coder, article), first);
}

// Who has just been reported speaks on, though her name does not tell her gender and she spoke of a woman.
TEST_F(CoderTest, WhoHasJustBeenReportedSpeaksOn) {
  Coder coder(knowledge_);
  const auto coding = coder.code(
      clean_text("In an interview on Monday, Laura Brand defended the treaty. \"It will help every farmer,\" she said.\n\n"
                 "Trade lawyer Aparna Rao, who has advised three ministries, said Laura Brand's answer did not settle the matter.\n\n"
                 "\"I see nothing about who is left out,\" she said after reading it.\n"));
  ASSERT_FALSE(coding->statements.empty());
  const auto speaker = speaker_index(coding->actors, coding->statements.size() - 1);
  ASSERT_NE(speaker, no_entity);
  EXPECT_EQ(coding->actors.entities[static_cast<std::size_t>(speaker)].name, "Aparna Rao");
}

TEST_F(CoderTest, ByTheLexiconAloneNoEventIsTheNetworks) {
  Coder coder(knowledge_);
  const auto coding = coder.code_by_lexicon(clean_text(article));
  EXPECT_FALSE(coding->events.empty());
  for (const Event& event : coding->events) EXPECT_NE(event.rule, "network");
}

TEST_F(CoderTest, AnEmptyDocumentGivesAnEmptyCoding) {
  Coder coder(knowledge_);
  for (const std::string_view text : {"", " \n\n\t", "\xef\xbb\xbf", "\n"}) {
    for (const Document& document : {clean_text(text), whole_text(text)}) {
      const auto coding = coder.code(document);
      EXPECT_TRUE(coding->reading.words.empty());
      EXPECT_TRUE(coding->statements.empty());
      EXPECT_TRUE(coding->actors.mentions.empty());
      EXPECT_TRUE(coding->events.empty());
      EXPECT_TRUE(coding->positions.empty());
      std::string out;
      append_jsonl(out, *coding);
      EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 1);
    }
  }
}

TEST(LoadKnowledge, NamesWhatIsMissing) {
  for (const auto& [data, model] :
       {std::pair{"/nonexistent", DEMARCHE_SOURCE_DIR "/model"}, std::pair{DEMARCHE_SOURCE_DIR "/data", "/nonexistent"}}) {
    try {
      load_knowledge(data, model);
      FAIL();
    } catch (const std::runtime_error& error) {
      EXPECT_THAT(error.what(), testing::HasSubstr("/nonexistent/"));
    }
  }
}

}  // namespace
}  // namespace demarche
