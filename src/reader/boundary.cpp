#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "reader/characters.h"
#include "reader/tokenize.h"
#include "reader/word_lists.h"
#include "text/words.h"

namespace demarche {
namespace {

bool ends_sentence(std::string_view form) {
  const char c = form.back();
  return (c == '.' || c == '!' || c == '?' || form.ends_with("…")) && !word_character_at(form, 0);
}

// `said. ''So`: two apostrophes that are joined to the word behind them only. Where all words are apart, they close.
bool opening_apostrophes(const Reading& reading, std::uint32_t index) {
  return reading.words[index].form == "''" && reading.words[index].space_before && index + 1 < reading.words.size() &&
         !reading.words[index + 1].space_before;
}

bool closing_mark(const Reading& reading, std::uint32_t index) {
  const Word& word = reading.words[index];
  if (word.form == "\"" || word.form == "'") return !word.space_before;
  return is_one_of(word.form, {"”", "''", "’", "’’", "»", ")", "]", "}"}) && !opening_apostrophes(reading, index);
}

bool opening_mark(const Reading& reading, std::uint32_t index) {
  const Word& word = reading.words[index];
  if (word.form == "\"" || word.form == "'") return word.space_before;
  return is_one_of(word.form, {"“", "``", "‘", "‘’", "«", "(", "[", "{", "`"}) || opening_apostrophes(reading, index);
}

// A word of letters with a full stop of its own: `Inc.`, `U.S.`, `J.`
bool abbreviation(std::string_view form) {
  return form.size() > 1 && form.back() == '.' && word_character_at(form, 0) && !ascii_digit(form[0]);
}

// Words that often begin a sentence and seldom belong to a name.
bool begins_often(std::string_view form) {
  static constexpr std::array<std::string_view, 41> words = {
      "A",   "After",   "All", "Although", "And",  "As",  "At",    "Both",  "But",   "By",   "For",  "From", "He",   "Her",
      "His", "However", "I",   "If",       "In",   "It",  "Its",   "Last",  "Many",  "No",   "On",   "One",  "Or",   "Others",
      "She", "Since",   "So",  "Some",     "That", "The", "Their", "There", "These", "They", "This", "We",   "When",
  };
  return std::binary_search(words.begin(), words.end(), form);
}

constexpr std::uint32_t longest_label = 5;  // words

// The mark behind the capitalised words that a paragraph of whole sentences begins with, or 0. A letter's head (`From: Ann`) is none.
std::uint32_t label_end(const Reading& reading, WordRange block) {
  static constexpr std::array<std::string_view, 8> ends = {".", "?", "!", "…", "...", "”", "\"", "''"};
  if (std::find(ends.begin(), ends.end(), reading.words[block.last - 1].form) == ends.end()) return 0;
  for (auto i = block.first; i < block.last && i <= block.first + longest_label; ++i) {
    const std::string_view form = reading.words[i].form;
    if (i > block.first && ends_turn_label(reading.words[i - 1].form, form)) return i + 1 < block.last ? i : 0;
    if (!upper_at(form, 0) && form != ".") return 0;
  }
  return 0;
}

}  // namespace

Boundary boundary_before(const Reading& reading, std::uint32_t index) {
  const Word& word = reading.words[index];
  if (index == 0 || index == reading.sentences[word.sentence].words.first) return Boundary::likely;
  const Word& before = reading.words[index - 1];
  if (word.in_multiword && !word.space_before) return Boundary::impossible;
  if (is_one_of(word.form, {",", ";", ")", "]", "}", "”", "’", "»", "%"})) return Boundary::impossible;
  if (closing_mark(reading, index) || (opening_mark(reading, index - 1) && !word.space_before)) return Boundary::impossible;

  // What stands before the marks that close.
  std::uint32_t last = index - 1;
  while (last > reading.sentences[word.sentence].words.first && last + 4 > index && closing_mark(reading, last)) --last;
  const Word& end = reading.words[last];
  const bool stopped = ends_sentence(end.form);
  if (!word.space_before && !stopped && last + 1 == index && word_character_at(before.form, 0) && !abbreviation(before.form))
    return Boundary::impossible;
  // `In 2020 Sofia`: a preposition and a year are no sentence.
  constexpr std::size_t year_length = 4;
  if (!stopped && last + 1 == index && index >= reading.sentences[word.sentence].words.first + 2 && before.form.size() == year_length &&
      std::all_of(before.form.begin(), before.form.end(), [](char c) { return ascii_digit(c); }) &&
      is_one_of(reading.words[index - 2].form, {"In", "By", "Since", "Until", "From", "Before", "After", "in", "by", "since", "until"}))
    return Boundary::impossible;
  if (last + 1 == index && abbreviation(before.form)) {
    const std::string_view stem = before.form.substr(0, before.form.size() - 1);
    if (word_lists::has(word_lists::titles, stem) && word_character_at(word.form, 0)) return Boundary::impossible;
    return begins_often(word.form) && stem.size() > 1 ? Boundary::likely : Boundary::possible;
  }
  if (!stopped) return Boundary::possible;

  // A capital, a number, or a mark that opens and one of these.
  std::uint32_t first = index;
  const std::uint32_t sentence_end = reading.sentences[word.sentence].words.last;
  while (first + 1 < sentence_end && first < index + 3 && opening_mark(reading, first)) ++first;
  const std::string_view form = reading.words[first].form;
  if (word.form == "[" && ascii_digit(form[0])) return Boundary::possible;  // a reference
  const bool starts = upper_at(form, 0) || (ascii_digit(form[0]) && word.space_before) || (first > index && end.form != "...");
  return starts ? Boundary::likely : Boundary::possible;
}

bool question_or_answer(std::string_view form) { return form == "Q" || form == "A"; }

bool ends_turn_label(std::string_view last, std::string_view mark) { return mark == ":" || (mark == "." && question_or_answer(last)); }

std::vector<std::uint32_t> turn_starts(const Reading& reading) {
  std::vector<std::uint32_t> starts;
  std::map<std::string, std::size_t> labels;
  for (const Sentence& block : reading.sentences) {
    const auto end = label_end(reading, block.words);
    if (end == 0) continue;
    std::string label;
    for (auto i = block.words.first; i < end; ++i) (label += reading.words[i].form) += ' ';
    ++labels[label];
    starts.push_back(end + 1);
  }
  const bool again = std::any_of(labels.begin(), labels.end(), [](const auto& label) { return label.second > 1; });
  if (labels.size() < 2 || !again) starts.clear();
  return starts;
}

}  // namespace demarche
