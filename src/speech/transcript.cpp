#include "speech/transcript.h"

#include <algorithm>
#include <set>
#include <string>

#include "reader/tokenize.h"
#include "speech/interview.h"
#include "text/words.h"

namespace demarche {
namespace {

constexpr std::size_t fewest_turns = 3;     // one or two labels may be headlines
constexpr std::uint32_t longest_label = 5;  // words

bool is_capitals(std::string_view form) {
  return form.size() > 1 && std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_question_or_answer(const SpeechContext& context, WordRange label) {
  return label.size() == 1 && question_or_answer(context.word(label.first).form);
}

std::string text_of(const SpeechContext& context, WordRange label) {
  std::string text;
  for (auto i = label.first; i < label.last; ++i) (text += context.word(i).form) += ' ';
  return text;
}

// Where just two speak, each speaks to the other: the nearest label of the other's, of the turn before rather than behind.
std::optional<WordRange> spoken_to(const SpeechContext& context, const std::vector<LabelledBlock>& turns, std::size_t at) {
  const auto other = [&](std::size_t t) { return text_of(context, turns[t].label) != text_of(context, turns[at].label); };
  for (std::size_t t = at; t-- > 0;)
    if (other(t)) return turns[t].label;
  for (std::size_t t = at + 1; t < turns.size(); ++t)
    if (other(t)) return turns[t].label;
  return std::nullopt;
}

}  // namespace

std::optional<WordRange> turn_label(const SpeechContext& context, const BlockWords& block) {
  auto first = block.words.first;
  if (first < block.words.last && is_quotation_mark(context.word(first))) ++first;  // a transcript that is quoted paragraph by paragraph
  for (auto i = first; i < block.words.last && i <= first + longest_label; ++i) {
    const Word& word = context.word(i);
    if (i > first && ends_turn_label(context.word(i - 1).form, word.form)) {
      const WordRange label{first, i};
      const bool brief = is_question_or_answer(context, label);  // `A: No.`
      if (i + (brief ? 1 : 3) >= block.words.last) return std::nullopt;
      return label;
    }
    const bool letter =
        i == first && question_or_answer(word.form) && i + 1 < block.words.last && ends_turn_label(word.form, context.word(i + 1).form);
    if (!letter && word.upos != Upos::PROPN && !is_capitals(word.form) && word.form != ".") return std::nullopt;
  }
  return std::nullopt;
}

namespace {

// What stands between `A:` and the next `Q:` is answered as well, but for headings.
void add_blocks(const SpeechContext& context, const std::vector<BlockWords>& blocks, std::size_t first, std::size_t last,
                std::vector<WordRange>& content) {
  for (; first < last; ++first)
    if (is_of_sentences(context, blocks[first])) content.push_back(blocks[first].words);
}

Found turn(std::uint32_t anchor, std::string_view rule) {
  Found f;
  f.anchor = anchor;
  f.statement.direct = true;
  f.statement.rule = rule;
  f.statement.confidence = 0.8f;
  return f;
}

// The answers to questions of which each stands in the block that it is given with; the questions themselves where they have no label.
void add_answers(const SpeechContext& context, const std::vector<BlockWords>& blocks, const std::vector<LabelledBlock>& questions,
                 std::vector<Found>& found) {
  for (std::size_t q = 0; q < questions.size(); ++q) {
    const auto& [block, label] = questions[q];
    if (label.empty()) {
      Found f = turn(no_anchor, question_rule);
      f.statement.content = {blocks[block].words};
      f.statement.act = Act::ask;
      trim(context, f.statement.content);
      found.push_back(std::move(f));
    }
    Found f = turn(no_anchor, answer_rule);
    if (!label.empty()) f.statement.addressee = label;
    const auto next = q + 1 < questions.size() ? questions[q + 1].block : blocks.size();
    add_blocks(context, blocks, block + 1, end_of_answer(context, blocks, block, next), f.statement.content);
    trim(context, f.statement.content);
    if (!f.statement.content.empty()) found.push_back(std::move(f));
  }
}

}  // namespace

std::vector<std::uint32_t> find_turns(const SpeechContext& context, const std::vector<BlockWords>& blocks, std::vector<Found>& found) {
  std::vector<std::uint32_t> quoted;
  std::vector<LabelledBlock> turns;
  std::set<std::string> speakers;
  for (std::size_t b = 0; b < blocks.size(); ++b)
    if (const auto label = turn_label(context, blocks[b]); label) {
      turns.push_back({b, *label});
      speakers.insert(text_of(context, *label));
    }
  if (turns.size() < fewest_turns) {
    std::vector<LabelledBlock> questions;
    for (const auto b : unlabelled_questions(context, blocks)) questions.push_back({b, {}});
    if (questions.empty())
      for (const auto b : questions_before_quotations(context, blocks)) {
        questions.push_back({b, {}});
        for (auto answer = b + 1; answer < end_of_quoted_answer(context, blocks, b); ++answer) quoted.push_back(blocks[answer].block);
      }
    add_answers(context, blocks, questions, found);
    return quoted;
  }
  const bool only_asks = speakers.size() == 1 && are_questions(context, blocks, turns);
  for (std::size_t t = 0; t < turns.size(); ++t) {
    const auto& [at, label] = turns[t];
    const BlockWords& block = blocks[at];
    if (is_quotation_mark(context.word(label.last + 1))) continue;
    Found f = turn(label.last, transcript_rule);
    f.statement.source = label;
    f.statement.cue = WordRange{label.last, label.last + 1};
    if (speakers.size() == 2) f.statement.addressee = spoken_to(context, turns, t);
    f.statement.content = {{label.last + 1, block.words.last}};
    if (is_quotation_mark(context.word(block.words.first))) {
      quoted.push_back(block.block);
      // a turn of several paragraphs: each opens with a mark, and only the last closes
      for (auto next = at + 1; next < blocks.size(); ++next) {
        if (is_quotation_mark(context.word(blocks[next - 1].words.last - 1)) ||
            !is_quotation_mark(context.word(blocks[next].words.first)) || turn_label(context, blocks[next]))
          break;
        f.statement.content.push_back(blocks[next].words);
        quoted.push_back(blocks[next].block);
      }
    } else if (is_question_or_answer(context, label) && t + 1 < turns.size() && !only_asks) {
      add_blocks(context, blocks, at + 1, turns[t + 1].block, f.statement.content);
    }
    trim(context, f.statement.content);
    found.push_back(std::move(f));
  }
  if (only_asks) add_answers(context, blocks, turns, found);
  return quoted;
}

}  // namespace demarche
