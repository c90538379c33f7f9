// The whole way through the stages: the same bytes for the same input, whatever came before and beside it.
#include "coder/coder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <thread>

#include "coder/pair_types.h"
#include "document/clean.h"
#include "reader/tree.h"
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

namespace {

// The name of who the source of the last event with this trigger is; "" if there is none.
std::string source_of(const Coding& coding, std::string_view trigger) {
  std::string found;
  for (const Event& event : coding.events) {
    const Span span = span_of(coding.reading, event.trigger);
    if (event.source == no_mention || !coding.document.text.substr(span.begin, span.size()).starts_with(trigger)) continue;
    const auto entity = coding.actors.mentions[static_cast<std::size_t>(event.source)].entity;
    if (entity != no_entity) found = coding.actors.entities[static_cast<std::size_t>(entity)].name;
  }
  return found;
}

}  // namespace

// `he` behind a new paragraph's named subject is not whoever spoke in the paragraph before.
TEST_F(CoderTest, WhoOpensTheParagraphGoesOn) {
  Coder coder(knowledge_);
  const auto coding = coder.code(
      clean_text("Chad's navy chief, Admiral Ivo Hart, said the ship had been hit. The claim could not be checked.\n\n"
                 "Mali's army chief, General Otto Brandt, was blunter than the envoy. On state radio he accused Chad of spying.\n"));
  EXPECT_EQ(source_of(*coding, "accused"), "Otto Brandt");
}

TEST_F(CoderTest, APartysMemberIsNotTheParty) {
  Coder coder(knowledge_);
  const auto coding =
      coder.code(clean_text("A Republican, Ted Vance, accused Chad of fraud on Monday.\n\n"
                            "The pope met Ana Ray, a Democrat who condemned Niger for it last year.\n\n"
                            "The Republican Party praised Mali.\n"));
  EXPECT_EQ(source_of(*coding, "accused"), "Ted Vance");
  EXPECT_EQ(source_of(*coding, "condemned"), "Ana Ray");
  EXPECT_EQ(source_of(*coding, "praised"), "Republican Party");
}

// An interview whose answers stand in quotation marks: they are those of whom the paper spoke to.
TEST_F(CoderTest, QuotedAnswersAreWhosTheQuestionsWerePutTo) {
  Coder coder(knowledge_);
  const auto coding =
      coder.code(clean_text("The minister, Ida Krog, denied on Monday that the dam was unsafe. Krog has run the ministry since May.\n\n"
                            "Ivo Vega, an engineer, has called for an inquiry. We spoke to him by telephone.\n\n"
                            "Is the dam safe?\n\n\"No. I asked the minister for the plans in March, and she refused.\"\n\n"
                            "The minister says that it was tested.\n\n\"She says what she has to say. Nobody has tested anything.\"\n\n"
                            "Should she go?\n\n\"If she lied, yes. The guard has threatened two of us.\"\n"));
  std::vector<std::string> answers;
  for (std::size_t s = 0; s < coding->statements.size(); ++s)
    if (coding->statements[s].direct && coding->statements[s].rule == answer_rule)
      if (const auto who = speaker_index(coding->actors, s); who != no_entity)
        answers.push_back(coding->actors.entities[static_cast<std::size_t>(who)].name);
  EXPECT_EQ(answers, (std::vector<std::string>{"Ivo Vega", "Ivo Vega", "Ivo Vega"}));
  EXPECT_EQ(source_of(*coding, "refused"), "Ida Krog");
}

// Paragraphs that are quoted between a reporter's own are no interview.
TEST_F(CoderTest, QuotedParagraphsAreNoAnswersOfThemselves) {
  Coder coder(knowledge_);
  const auto coding =
      coder.code(clean_text("Ivo Vega said the dam would hold.\n\n\"It has held for twenty years.\"\n\nWill it hold for twenty more?\n\n"
                            "\"Nobody can know that today.\"\n\nThe minister, Ida Krog, was not convinced.\n"));
  for (const Statement& statement : coding->statements) EXPECT_NE(statement.rule, answer_rule);
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
