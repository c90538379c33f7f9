#include "speech/interview.h"

#include <algorithm>

#include "text/words.h"

namespace demarche {
namespace {

constexpr std::size_t fewest_questions = 3;
constexpr std::uint32_t longest_question = 80;  // words

bool is_first_person(const Word& word) {
  return is_one_of(word.form, {"I", "me", "my", "My", "we", "We", "us", "our", "Our", "myself", "mine", "ours"});
}
bool is_second_person(const Word& word) { return is_one_of(word.form, {"you", "You", "your", "Your", "yourself", "yours"}); }

// Outside of quotation marks.
template <class Is>
bool has_word(const SpeechContext& context, WordRange words, Is is) {
  for (auto i = words.first; i < words.last; ++i)
    if (!context.word(i).quoted && is(context.word(i))) return true;
  return false;
}

bool ends_in(const SpeechContext& context, const BlockWords& block, std::string_view mark) {
  return !block.words.empty() && context.word(block.words.last - 1).form == mark;
}

// Somebody's words without quotation marks: no reporter's paragraph that quotes them.
bool is_plain(const SpeechContext& context, const BlockWords& block) {
  return is_of_sentences(context, block) && !is_quotation_mark(context.word(block.words.first));
}

// The whole block is one quotation, or a part of one that later blocks close.
bool is_in_quotation_marks(const SpeechContext& context, const BlockWords& block) {
  if (block.words.size() < 3 || !is_quotation_mark(context.word(block.words.first))) return false;
  const auto quotation = context.quotation_of[block.words.first + 1];
  const auto last = block.words.last - 1;
  const auto before_mark = is_quotation_mark(context.word(last)) ? last - 1 : last;
  return quotation >= 0 && quotation == context.quotation_of[before_mark];
}

// Of an interview whose answers stand in quotation marks, and its questions in none.
bool may_ask_for_a_quotation(const SpeechContext& context, const std::vector<BlockWords>& blocks, std::size_t b) {
  return b + 1 < blocks.size() && blocks[b].words.size() <= longest_question && is_plain(context, blocks[b]) &&
         !has_word(context, blocks[b].words, is_first_person) && is_in_quotation_marks(context, blocks[b + 1]);
}

}  // namespace

bool is_of_sentences(const SpeechContext& context, const BlockWords& block) {
  return !block.words.empty() && is_one_of(context.word(block.words.last - 1).form, {".", "?", "!", "…", "”", "\"", ")", "]"});
}

bool are_questions(const SpeechContext& context, const std::vector<BlockWords>& blocks, const std::vector<LabelledBlock>& turns) {
  std::size_t asked = 0, answered = 0;
  for (const auto& turn : turns) {
    asked += ends_in(context, blocks[turn.block], "?");
    answered += turn.block + 1 < blocks.size() && is_plain(context, blocks[turn.block + 1]);
  }
  return asked * 2 >= turns.size() && (answered + 1) * 4 >= turns.size() * 3;
}

std::vector<std::size_t> unlabelled_questions(const SpeechContext& context, const std::vector<BlockWords>& blocks) {
  // A transcript that says whose each turn is needs no guess.
  if (std::ranges::any_of(context.reading.sentences, [](const Sentence& sentence) { return !sentence.speaker.empty(); })) return {};
  std::vector<std::size_t> questions;
  std::size_t to_you = 0, of_me = 0;
  for (std::size_t b = 1; b + 1 < blocks.size(); ++b) {
    const auto& block = blocks[b];
    if (!ends_in(context, block, "?") || block.words.size() > longest_question || !is_plain(context, block)) continue;
    if (has_word(context, block.words, is_first_person) || ends_in(context, blocks[b + 1], "?") || !is_plain(context, blocks[b + 1]))
      continue;
    questions.push_back(b);
    to_you += has_word(context, block.words, is_second_person);
    of_me += has_word(context, blocks[b + 1].words, is_first_person);
  }
  if (questions.size() < fewest_questions || to_you * 2 < questions.size() || of_me * 2 < questions.size()) return {};
  return questions;
}

std::size_t end_of_quoted_answer(const SpeechContext& context, const std::vector<BlockWords>& blocks, std::size_t question) {
  std::size_t end = question + 1;
  while (end < blocks.size() && is_in_quotation_marks(context, blocks[end])) ++end;
  return end;
}

std::vector<std::size_t> questions_before_quotations(const SpeechContext& context, const std::vector<BlockWords>& blocks) {
  for (std::size_t b = 1; b < blocks.size(); ++b) {
    if (!ends_in(context, blocks[b], "?")) continue;
    std::vector<std::size_t> questions;
    std::size_t asked = 0;
    for (auto at = b; may_ask_for_a_quotation(context, blocks, at); at = end_of_quoted_answer(context, blocks, at)) {
      questions.push_back(at);
      asked += ends_in(context, blocks[at], "?");
    }
    if (questions.size() >= fewest_questions && asked * 2 >= questions.size()) return questions;
  }
  return {};
}

std::size_t end_of_answer(const SpeechContext& context, const std::vector<BlockWords>& blocks, std::size_t question, std::size_t next) {
  if (next < blocks.size()) return next;
  // What stands behind the last answer may be the reporter's again.
  std::size_t end = question + 1;
  if (is_in_quotation_marks(context, blocks[end])) return end_of_quoted_answer(context, blocks, question);
  while (end < blocks.size() && is_plain(context, blocks[end]) &&
         (end == question + 1 || has_word(context, blocks[end].words, is_first_person)))
    ++end;
  return end;
}

}  // namespace demarche
