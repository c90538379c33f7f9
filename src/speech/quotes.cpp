#include "speech/quotes.h"

#include <algorithm>
#include <string_view>

#include "text/utf8.h"

namespace demarche {
namespace {

enum class Mark : std::uint8_t { none, open, close, single_open, single_close };

bool is_curly_open(std::string_view f) { return f == "“" || f == "``" || f == "«" || f == "„"; }
bool is_curly_close(std::string_view f) { return f == "”" || f == "»"; }
bool is_straight(std::string_view f) { return f == "\"" || f == "''" || f == "＂"; }

bool is_terminal(std::string_view f) {
  return f == "." || f == "?" || f == "!" || f == "," || f == "…" || f == "..." || f == "—" || f == "--" || f == "–";
}

// White space on both sides tells which way a mark turns, where the mark itself does not (or was mistyped: `“so,“ he said`).
Mark mark_of(const Reading& reading, WordRange block, std::uint32_t at, bool inside) {
  const auto& words = reading.words;
  const auto form = words[at].form;
  const bool space_before = at == block.first || words[at].space_before;
  const bool space_after = at + 1 >= block.last || words[at + 1].space_before;
  if (is_curly_open(form)) return inside && !space_before && space_after ? Mark::close : Mark::open;
  if (is_curly_close(form)) return !inside && space_before && !space_after ? Mark::open : Mark::close;
  if (is_straight(form)) {
    if (space_before != space_after) return space_before ? Mark::open : Mark::close;
    if (at == block.first) return Mark::open;
    if (at + 1 >= block.last) return Mark::close;
    return inside ? Mark::close : Mark::open;
  }
  if (form == "‘" || (form == "'" && space_before && !space_after)) return Mark::single_open;
  if ((form == "’" || form == "'") && !space_before && space_after) return Mark::single_close;
  return Mark::none;
}

bool has_finite_verb(const Reading& reading, WordRange range) {
  for (auto i = range.first; i < range.last; ++i) {
    const auto xpos = reading.words[i].xpos;
    if (xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD" || (xpos == "VB" && i == range.first)) return true;
  }
  return false;
}

bool starts_upper(const Reading& reading, std::uint32_t word) {
  std::size_t at = 0;
  const auto form = reading.words[word].form;
  return !form.empty() && is_upper(next_code_point(form, at));
}

// `A Year at Sea`: every longer word begins with a capital.
bool is_title(const Reading& reading, WordRange inside) {
  constexpr std::size_t short_word = 3;  // bytes, of words that titles write small
  std::uint32_t capitals = 0;
  for (auto i = inside.first; i < inside.last; ++i) {
    const auto& word = reading.words[i];
    if (word.upos == Upos::PUNCT || word.upos == Upos::PART || word.upos == Upos::NUM) continue;
    if (starts_upper(reading, i))
      ++capitals;
    else if (word.form.size() > short_word)
      return false;
  }
  return capitals >= 3;
}

// Whole sentences of somebody: they start where a sentence may start, end as one ends, or are long enough to be nothing else.
bool is_utterance(const Reading& reading, WordRange block, const Quotation& quotation) {
  const auto& words = reading.words;
  const auto inside = quotation.inside();
  if (inside.empty()) return false;
  const auto first = quotation.words.first;
  const auto last = quotation.words.last;
  const bool at_start = first == block.first || words[first].sentence != words[first - 1].sentence || words[first - 1].form == ":" ||
                        is_quotation_mark(words[first - 1]) ||
                        (first > block.first && is_terminal(words[first - 1].form) && words[first - 1].form != ",");
  const bool after_comma = first > block.first && words[first - 1].form == ",";
  // a quotation inside may end together with it: `… would be ‘wrong,’”`
  const bool inner = inside.size() > 1 && (words[inside.last - 1].form == "’" || words[inside.last - 1].form == "'");
  const bool ends = is_terminal(words[inside.last - (inner ? 2 : 1)].form) || last >= block.last ||
                    (is_terminal(words[last].form) && words[last].form != ",") || !quotation.closed;
  if (quotation.words.last - quotation.words.first > 1 && words[inside.first].sentence != words[inside.last - 1].sentence) return true;
  if (!ends) return false;
  const bool finite = has_finite_verb(reading, inside);
  if (at_start) return finite || inside.size() >= 3 || is_terminal(words[inside.last - 1].form);
  if (after_comma) return starts_upper(reading, inside.first) || (finite && inside.size() >= 4);
  return starts_upper(reading, inside.first) && finite && inside.size() >= 5;
}

std::uint32_t sentence_start(const Reading& reading, WordRange block, std::uint32_t word) {
  return std::max(block.first, reading.sentences[reading.words[word].sentence].words.first);
}

// `“He was ready. Pompeo later added, “He was headed for Havana.”`: the first quotation ends before the sentence that opens the second.
std::uint32_t end_before(const Reading& reading, WordRange block, std::uint32_t open, std::uint32_t next_open) {
  const auto start = sentence_start(reading, block, next_open);
  if (start > open + 1) return start;
  return next_open;
}

// `“They call it “progress” and laugh.”`: an opening mark in an open quotation starts one inside of it where two closing marks follow.
bool starts_inner(const Reading& reading, WordRange block, std::uint32_t at) {
  int closed = 0;
  for (auto i = at + 1; i < block.last; ++i) {
    const auto mark = mark_of(reading, block, i, true);
    if (mark == Mark::open) return false;
    if (mark == Mark::close && ++closed == 2) return true;
  }
  return false;
}

}  // namespace

bool is_quotation_mark(const Word& word) { return is_curly_open(word.form) || is_curly_close(word.form) || is_straight(word.form); }

std::vector<BlockWords> blocks_of(const Reading& reading) {
  std::vector<BlockWords> blocks;
  for (std::uint32_t s = 0; s < reading.sentences.size(); ++s) {
    const auto& sentence = reading.sentences[s];
    if (sentence.words.empty()) continue;
    if (blocks.empty() || blocks.back().block != sentence.block) blocks.push_back({sentence.block, sentence.words, s, s});
    blocks.back().words.last = sentence.words.last;
    blocks.back().last_sentence = s + 1;
  }
  return blocks;
}

std::vector<Quotation> find_quotations(const Reading& reading) {
  std::vector<Quotation> found;
  const auto blocks = blocks_of(reading);
  const auto& words = reading.words;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const auto range = blocks[b].words;
    const auto first_found = found.size();
    auto add = [&](std::uint32_t first, std::uint32_t last, bool opened, bool closed) {
      if (first < last) found.push_back({{first, last}, blocks[b].block, opened, closed, false, false, false});
    };
    constexpr auto nowhere = static_cast<std::uint32_t>(-1);
    std::uint32_t open = nowhere;
    std::uint32_t single = nowhere;
    bool inner = false;
    std::uint32_t behind = range.first;  // one past the last quotation
    for (auto i = range.first; i < range.last; ++i) {
      switch (mark_of(reading, range, i, open != nowhere)) {
        case Mark::none:
          break;
        case Mark::open:
          single = nowhere;
          if (open != nowhere && !inner && i > open + 1 && starts_inner(reading, range, i)) {
            inner = true;
            break;
          }
          if (open != nowhere) {
            const auto end = end_before(reading, range, open, i);
            add(open, end, true, false);
            behind = end;
          }
          open = i;
          break;
        case Mark::close:
          single = nowhere;
          if (inner) {
            inner = false;
            break;
          }
          if (open != nowhere) {
            add(open, i + 1, true, true);
          } else {
            // No mark opened it: it can only have begun with the sentence.
            const auto start = std::max(behind, sentence_start(reading, range, i));
            if (i - start >= 4 && i > start && is_terminal(words[i - 1].form)) add(start, i + 1, false, true);
          }
          open = nowhere;
          behind = i + 1;
          break;
        case Mark::single_open:
          if (open == nowhere) single = i;
          break;
        case Mark::single_close:
          // Single marks enclose speech in British papers; elsewhere apostrophes look the same, so a sentence's end must precede.
          if (open == nowhere && single != nowhere && (is_terminal(words[i - 1].form) || words[single].form == "‘") && i - single > 1) {
            add(single, i + 1, true, true);
            behind = i + 1;
            single = nowhere;
          }
          break;
      }
    }
    if (open != nowhere) {
      add(open, range.last, true, false);
      if (b + 1 < blocks.size() && b + 1 < blocks.size()) {
        const auto next = blocks[b + 1].words;
        found.back().continues = mark_of(reading, next, next.first, false) == Mark::open;
      }
    }
    for (auto i = first_found; i < found.size(); ++i) {
      found[i].utterance = is_utterance(reading, range, found[i]);
      found[i].title = is_title(reading, found[i].inside());
    }
  }
  return found;
}

}  // namespace demarche
