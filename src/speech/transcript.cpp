#include "speech/transcript.h"

#include <algorithm>
#include <set>
#include <string>

#include "reader/tokenize.h"
#include "text/words.h"

namespace demarche {
namespace {

constexpr std::size_t fewest_turns = 3;     // one or two labels may be headlines
constexpr std::uint32_t longest_label = 5;  // words

bool is_capitals(std::string_view form) {
  return form.size() > 1 && std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

struct Turn {
  const BlockWords* block;
  WordRange label;
};

bool is_question_or_answer(const SpeechContext& context, WordRange label) {
  return label.size() == 1 && question_or_answer(context.word(label.first).form);
}

std::string text_of(const SpeechContext& context, WordRange label) {
  std::string text;
  for (auto i = label.first; i < label.last; ++i) (text += context.word(i).form) += ' ';
  return text;
}

// Where just two speak, each speaks to the other: the nearest label of the other's, of the turn before rather than behind.
std::optional<WordRange> spoken_to(const SpeechContext& context, const std::vector<Turn>& turns, std::size_t at) {
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

std::vector<std::uint32_t> find_turns(const SpeechContext& context, const std::vector<BlockWords>& blocks, std::vector<Found>& found) {
  std::vector<std::uint32_t> quoted;
  std::vector<Turn> turns;
  std::set<std::string> speakers;
  for (const auto& block : blocks)
    if (const auto label = turn_label(context, block); label) {
      turns.push_back({&block, *label});
      speakers.insert(text_of(context, *label));
    }
  if (turns.size() < fewest_turns) return quoted;
  for (std::size_t t = 0; t < turns.size(); ++t) {
    const auto& [block, label] = turns[t];
    if (is_quotation_mark(context.word(label.last + 1))) continue;
    Found f;
    f.anchor = label.last;
    f.statement.direct = true;
    f.statement.rule = transcript_rule;
    f.statement.confidence = 0.8f;
    f.statement.source = label;
    f.statement.cue = WordRange{label.last, label.last + 1};
    if (speakers.size() == 2) f.statement.addressee = spoken_to(context, turns, t);
    f.statement.content = {{label.last + 1, block->words.last}};
    const BlockWords* next = block + 1;
    const BlockWords* const end = blocks.data() + blocks.size();
    if (is_quotation_mark(context.word(block->words.first))) {
      quoted.push_back(block->block);
      // a turn of several paragraphs: each opens with a mark, and only the last closes
      for (; next != end; ++next) {
        if (is_quotation_mark(context.word((next - 1)->words.last - 1)) || !is_quotation_mark(context.word(next->words.first)) ||
            turn_label(context, *next))
          break;
        f.statement.content.push_back(next->words);
        quoted.push_back(next->block);
      }
    } else if (is_question_or_answer(context, label) && t + 1 < turns.size()) {
      // what stands between `A:` and the next `Q:` is answered as well, but for headings
      for (; next != turns[t + 1].block; ++next)
        if (is_one_of(context.word(next->words.last - 1).form, {".", "?", "!", "…", "”", "\""})) f.statement.content.push_back(next->words);
    }
    trim(context, f.statement.content);
    found.push_back(std::move(f));
  }
  return quoted;
}

}  // namespace demarche
