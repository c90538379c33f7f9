#include "reader/tokenize.h"

#include <algorithm>

#include "reader/characters.h"
#include "reader/clitics.h"
#include "reader/token_shapes.h"
#include "reader/word_lists.h"

namespace demarche {
namespace {

// A stretch of text without white space, and what a decision about a full stop at its end needs to know of its surroundings.
struct Stretch {
  std::string_view text;
  std::string_view next;     // what follows behind the white space, up to the block's end
  bool has_address = false;  // `@`, `:` or a full stop with something behind it: worth looking for addresses
};

bool hyphen_at(std::string_view text, std::size_t at, std::size_t& size) {
  if (byte_at(text, at) == '-') {
    size = 1;
    return true;
  }
  if (text.substr(std::min(at, text.size())).starts_with("\xE2\x80\x90") ||
      text.substr(std::min(at, text.size())).starts_with("\xE2\x80\x91")) {
    size = 3;  // hyphen, no-break hyphen
    return true;
  }
  return false;
}

// Number of code points in text[at, end), at most `most`.
std::size_t code_points(std::string_view text, std::size_t at, std::size_t end, std::size_t most) {
  std::size_t count = 0;
  for (; at < end && count < most; ++count) next_code_point(text, at);
  return count;
}

// May the word text[at, end) go on over the sign at `end`? Then the end of the sign.
std::size_t inner_sign_end(std::string_view text, std::size_t at, std::size_t end, std::size_t segment) {
  const std::size_t apostrophe = apostrophe_at(text, end);
  if (apostrophe > 0) {
    if (!word_character_at(text, end + apostrophe)) return end;
    if (text[end] == '`' && clitic_at(text, end) == 0) return end;
    return end + apostrophe;
  }
  std::size_t hyphen = 0;
  if (hyphen_at(text, end, hyphen)) {
    const std::string_view before = text.substr(at, end - at);
    if (!letter_at(text, end + hyphen)) {
      const bool mid = (before == "mid" || before == "Mid") && ascii_digit(byte_at(text, end + hyphen));  // mid-1980s
      return mid ? end + hyphen : end;
    }
    // CO-based is a company or a state.
    if (before.size() > 1 && ascii_upper(before[1]) && !upper_at(text, end + hyphen)) return end;
    // No prefixes: the middle of year-over-year, over-the-counter, the Post of a Post-ABC poll.
    if ((at > 0 && text[at - 1] == '-') || text.substr(end + hyphen).starts_with("the-")) return end;
    if (before == "Post" && upper_at(text, end + hyphen)) return end;
    return word_lists::has(word_lists::prefixes, before) ? end + hyphen : end;
  }
  if (!word_character_at(text, end + 1)) return end;
  switch (text[end]) {
    case '.': {
      if (ascii_digit(text[end - 1])) return ascii_digit(text[end + 1]) ? end + 1 : end;
      // U.S, e.g, Ph.D: letters by themselves.
      std::size_t behind = end + 1;
      next_code_point(text, behind);
      const bool single_next = letter_at(text, end + 1) && !word_character_at(text, behind);
      const std::string_view first = text.substr(segment, end - segment);
      const bool degree = (first == "Ph" || first == "PH" || first == "ph");
      if (single_next && (degree || code_points(text, segment, end, 2) == 1)) return end + 1;
      // M.Sc, B.Com
      const std::string_view rest = text.substr(end + 1, 3);
      if (segment == at && end - at == 1 && (first == "M" || first == "B" || first == "D") && byte_at(text, end + 3) == '.' &&
          (rest == "Sc." || rest == "Ed."))
        return end + 1;
      return end;
    }
    case '&': {
      // AT&T, P&L
      std::size_t right = end + 1;
      while (right < text.size() && right - end < 6 && ascii_alnum(text[right])) ++right;
      if (end - at > 4 || right - end > 5) return end;
      const bool upper =
          std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(end), ascii_upper) &&
          std::all_of(text.begin() + static_cast<std::ptrdiff_t>(end) + 1, text.begin() + static_cast<std::ptrdiff_t>(right), ascii_upper);
      return upper || (end - at == 1 && right - end == 2) ? end + 1 : end;
    }
    case '/': {
      std::size_t right = end + 1;
      while (right < text.size() && right - end < 5 && ascii_letter(text[right])) ++right;
      if (word_character_at(text, right) || byte_at(text, right) == '/') return end;
      const bool singles = end - at == 1 && right - end == 2 && ascii_letter(text[at]);
      return singles || word_lists::has(word_lists::with_slash, text.substr(at, right - at)) ? end + 1 : end;
    }
    case '_':
    case '*':
      return end + 1;
    case '@':
      return end + 1;
    default:
      return end;
  }
}

// `PeÃ±a`, for `Peña`: the bytes at `end` that are the second half of a misread letter, whose first half ends there; 0 if they are none.
std::size_t misread_half(std::string_view text, std::size_t at, std::size_t end) {
  char32_t letter = 0;
  for (const std::size_t half : {2u, 3u}) {
    if (end < at + half) continue;
    const auto length = misread_letter(text, end - half, letter);
    if (length > half) return letter_at(text, end - half + length) ? length - half : 0;
  }
  return 0;
}

std::size_t word_end(std::string_view text, std::size_t at, std::size_t from) {
  std::size_t end = from, segment = at;
  while (end < text.size()) {
    const char c = text[end];
    if (const auto half = is_ascii(c) ? 0 : misread_half(text, at, end); half > 0) {
      end += half;
      continue;
    }
    if (is_ascii(c) ? ascii_alnum(c) : apostrophe_at(text, end) == 0 && word_character_at(text, end)) {
      if (is_ascii(c)) {
        ++end;
      } else {
        next_code_point(text, end);
      }
      continue;
    }
    const std::size_t over = end == at ? end : inner_sign_end(text, at, end, segment);
    if (over == end) break;
    if (c == '.' || c == '-') segment = over;
    end = over;
  }
  return end;
}

// Do paragraphs begin with `Q.` and others with `A.`, one of the two more than once? An item of a list may have either letter, but each
// once.
bool has_lettered_turns(const Document& document) {
  std::size_t questions = 0, answers = 0;
  for (const Block& block : document.blocks) {
    const std::string_view text = std::string_view(document.text).substr(block.span.begin, block.span.size());
    questions += text.starts_with("Q. ");
    answers += text.starts_with("A. ");
  }
  return questions > 0 && answers > 0 && questions + answers > 2;
}

class Tokenizer {
 public:
  Tokenizer(const Document& document, Reading& reading)
      : all_(document.text), reading_(reading), interview_(has_lettered_turns(document)) {}

  void read_block(Span block) {
    const std::string_view text = all_.substr(block.begin, block.size());
    single_open_ = false;
    block_start_ = true;
    std::size_t at = 0;
    while (skip_space(text, at)) {
      Stretch stretch;
      const std::size_t end = stretch_end(text, at, stretch);
      stretch.text = text.substr(at, end - at);
      std::size_t next = end;
      skip_space(text, next);
      stretch.next = text.substr(next);
      base_ = block.begin + at;
      space_before_ = true;
      read_stretch(stretch);
      at = next;
    }
  }

 private:
  static bool skip_space(std::string_view text, std::size_t& at) {
    while (at < text.size()) {
      if (is_ascii(text[at])) {
        if (ascii_class(text[at]) != CharacterClass::space) return true;
        ++at;
      } else {
        std::size_t next = at;
        if (!is_blank(next_code_point(text, next))) return true;
        at = next;
      }
    }
    return false;
  }

  static std::size_t stretch_end(std::string_view text, std::size_t at, Stretch& stretch) {
    while (at < text.size()) {
      const char c = text[at];
      if (is_ascii(c)) {
        if (ascii_class(c) == CharacterClass::space) break;
        if (c == '@' || ((c == '.' || c == ':') && at + 1 < text.size() && ascii_class(text[at + 1]) != CharacterClass::space))
          stretch.has_address = true;
        ++at;
      } else {
        std::size_t next = at;
        if (is_blank(next_code_point(text, next))) break;
        at = next;
      }
    }
    return at;
  }

  void add(std::size_t begin, std::size_t end, bool inside = false) {
    Word word;
    word.span = {static_cast<std::uint32_t>(base_ + begin), static_cast<std::uint32_t>(base_ + end)};
    word.form = all_.substr(word.span.begin, word.span.size());
    word.feats = "_";
    word.sentence = static_cast<std::uint32_t>(reading_.sentences.size());
    word.space_before = space_before_;
    word.in_multiword = inside;
    reading_.words.push_back(word);
    space_before_ = false;
    block_start_ = false;
  }

  // The token's words; `clitic` bytes behind it are one more of them.
  void add_token(std::string_view text, std::size_t begin, std::size_t end, std::size_t clitic) {
    const Cuts cuts = cut_clitics(text.substr(begin, end - begin));
    const bool inside = cuts.count > 0 || clitic > 0;
    std::size_t at = begin;
    for (std::size_t i = 0; i < cuts.count; ++i) {
      add(at, begin + cuts.at[i], inside);
      at = begin + cuts.at[i];
    }
    add(at, end, inside);
    if (clitic > 0) add(end, end + clitic, inside);
  }

  // Bytes of a possessive apostrophe at `end`, behind the word that starts at `begin`: `the writers' strike`.
  std::size_t possessive_at(const Stretch& stretch, std::size_t begin, std::size_t end) const {
    const std::string_view text = stretch.text;
    const std::size_t size = apostrophe_at(text, end);
    if (size == 0 || text[end] == '`' || end - begin < 2) return 0;
    if (size == 3 && text.substr(end).starts_with("‘")) return 0;
    if (apostrophe_at(text, end + size) > 0 || word_character_at(text, end + size)) return 0;
    std::size_t last = end;
    if (text[last - 1] == '.') --last;  // the U.S.' plans
    const char c = to_ascii_lower(text[last - 1]);
    if (c != 's' && c != 'z' && c != 'x') return 0;
    if (!single_open_) return c == 's' || end + size == text.size() ? size : 0;
    // Inside of single quotation marks it closes them, unless another one does so later.
    if (end + size < text.size()) return 0;
    return closing_mark_follows(stretch.next) ? size : 0;
  }

  static bool closing_mark_follows(std::string_view text) {
    const std::size_t most = std::min<std::size_t>(text.size(), 160);
    for (std::size_t i = 1; i < most; ++i) {
      const std::size_t size = apostrophe_at(text, i);
      if (size == 0) continue;
      if (text.substr(i).starts_with("‘") || ascii_class(text[i - 1]) == CharacterClass::space) return false;
      if (!word_character_at(text, i + size)) return true;
    }
    return false;
  }

  // Does the full stop at `end` belong to the word that starts at `begin`?
  bool takes_full_stop(const Stretch& stretch, std::size_t begin, std::size_t end) const {
    const std::string_view text = stretch.text;
    const std::string_view word = text.substr(begin, end - begin);
    const char behind = byte_at(text, end + 1);
    if (behind == '.' && (end + 2 != text.size() || (word.find('.') == std::string_view::npos && word != "Inc" && word != "Jr")))
      return false;
    if (behind == '!') return false;
    const bool at_end = end + 1 == text.size();
    const std::string_view next = stretch.next;
    // Nothing more than closing marks behind it, and then nothing or a capital: the stop ends a sentence if it can.
    const bool closes = at_end || (!word_character_at(text, end + 1) && std::string_view(",;:-/").find(behind) == std::string_view::npos);
    const bool maybe_last = closes && (next.empty() || !starts_low(next));
    const bool dotted = word.find('.') != std::string_view::npos && !ascii_digit(word[0]);
    if (word.size() > 12) return false;

    if (dotted) {
      if (word.find_first_of("@_/") != std::string_view::npos) return false;
      const std::size_t last_dot = word.rfind('.');
      if (word.size() - last_dot > 3) return false;
      return true;
    }
    if (word_lists::has(word_lists::titles, word)) return !next.empty() || !at_end;
    if (word_lists::has(word_lists::before_numbers, word) && at_end && !next.empty() &&
        (ascii_digit(next[0]) || (word.size() <= 2 && next[0] == '#')))
      return true;
    if (word.size() == 3 && (word == "etc" || word == "Etc")) return !maybe_last;
    if (ascii_upper(word[0]) && word_lists::has(word_lists::names, word)) {
      // Two capitals are rather a code, as are two letters at an end.
      return word.size() > 2 ? !ascii_upper(word[1]) || behind == ',' : ascii_lower(word[1]) && !(closes && next.empty());
    }
    if (word_lists::has(word_lists::abbreviations, word)) return !(closes && next.empty() && ascii_lower(word[0])) || word == "al";
    if (code_points(text, begin, end, 2) == 1 && upper_at(text, begin)) return takes_initial(stretch, begin, end);
    // An unknown abbreviation shows itself by what follows at once.
    return behind == ',' && word.size() <= 6 && !ascii_digit(word.back());
  }

  static bool starts_low(std::string_view next) {
    std::size_t at = 0;
    while (at < next.size() && at < 4 && std::string_view("\"'([").find(next[at]) != std::string_view::npos) ++at;
    if (at >= next.size()) return false;
    return !upper_at(next, at) && letter_at(next, at);
  }

  // `J.` of `J. Smith`, but not `I.` nor `vitamin C.` at a sentence's end.
  bool takes_initial(const Stretch& stretch, std::size_t begin, std::size_t end) const {
    const std::string_view text = stretch.text;
    if (end + 1 < text.size()) return true;  // J.Smith, `D.)`
    const std::string_view next = stretch.next;
    if (next.empty()) return false;
    const bool before_initial = next.size() > 1 && upper_at(next, 0) && next[1] == '.';
    if (begin == 0 && block_start_) return !(interview_ && question_or_answer(text.substr(begin, end - begin)));  // an item's letter
    if (text[begin] == 'I') return before_initial || after_name();
    if (before_initial || !upper_at(next, 0)) return before_initial || after_name() || ascii_digit(next[0]) || starts_low(next);
    return true;
  }

  // Is the word before a name, or an initial?
  bool after_name() const {
    if (block_start_ || reading_.words.empty()) return false;
    const std::string_view form = reading_.words.back().form;
    return upper_at(form, 0) && (form.size() > 3 || form.back() == '.');
  }

  void read_stretch(const Stretch& stretch) {
    const std::string_view text = stretch.text;
    std::size_t at = 0;
    while (at < text.size()) at = read_token(stretch, at);
  }

  std::size_t read_token(const Stretch& stretch, std::size_t at) {
    const std::string_view text = stretch.text;
    const bool at_word = word_character_at(text, at);
    if (stretch.has_address && at_word) {
      std::size_t end = url_end(text, at);
      if (end == at) end = address_end(text, at);
      if (end > at) {
        const std::size_t clitic = clitic_at(text, end);
        add(at, end, clitic > 0);
        if (clitic > 0) add(end, end + clitic, true);
        return end + clitic;
      }
    }
    if (at_word) return read_word(stretch, at);
    return read_signs(stretch, at);
  }

  std::size_t read_word(const Stretch& stretch, std::size_t at) {
    const std::string_view text = stretch.text;
    std::size_t end = at;
    bool plain_number = false;
    if (ascii_digit(text[at])) {
      end = number_end(text, at, money_before(at));
      plain_number = ascii_digit(text[end - 1]);
      if (!plain_number) end = word_end(text, at, end);
    } else {
      end = word_end(text, at, at);
    }
    if (end == at) return read_signs(stretch, at);
    const char behind = byte_at(text, end);
    if (behind == '\0') {
      add_token(text, at, end, 0);
      return end;
    }
    if (behind == '.') {
      const bool heading =
          plain_number && block_start_ && end + 1 == text.size() && text.substr(at, end - at).find('.') != std::string_view::npos;
      if (heading || (!plain_number && takes_full_stop(stretch, at, end))) ++end;
    } else if (behind == '$' && end - at <= 3 && ascii_upper(text[at]) && ascii_upper(text[end - 1])) {
      ++end;  // US$
    } else if (behind == '!' && text.substr(at, end - at) == "Yahoo") {
      ++end;
    } else if (behind == '+' && byte_at(text, end + 1) == '+' && end - at == 1 && text[at] == 'C') {
      end += 2;  // C++
    } else if (behind == '-' && end + 1 == text.size() && broken_off(text.substr(at, end - at))) {
      ++end;
    }
    if (behind == ',' && !plain_number && ascii_digit(text[end - 1])) end = before_amount(text, at, end);  // Rs1,000
    std::size_t clitic = clitic_at(text, end);
    if (clitic > 0 && plain_number && is_decade(text.substr(at, end - at))) {
      end += clitic;  // 1960's
      clitic = 0;
    }
    if (clitic == 0 && end < text.size() && apostrophe_at(text, end) > 0) {
      if (!plain_number) clitic = possessive_at(stretch, at, end);
      if (clitic == 0 && !single_open_ && clipped_end(text, at, end)) end += apostrophe_at(text, end);
    }
    add_token(text, at, end, clitic);
    return end + clitic;
  }

  // Where the number begins that a comma cuts in two: `1` of `Rs1,000`; `end` where it does not.
  static std::size_t before_amount(std::string_view text, std::size_t at, std::size_t end) {
    const auto digit = [&](std::size_t i) { return ascii_digit(byte_at(text, i)); };
    if (!digit(end + 1) || !digit(end + 2) || !digit(end + 3) || digit(end + 4)) return end;
    std::size_t start = end;
    while (start > at && end - start < 4 && digit(start - 1)) --start;
    return start > at && end - start <= 3 ? start : end;
  }

  // `Th- they`: a word that its speaker did not finish.
  static bool broken_off(std::string_view word) {
    const auto vowel = [](char c) { return std::string_view("aeiouxAEIOUX").find(c) != std::string_view::npos; };
    if (!ascii_letter(word[0]) || word.size() > 2) return false;
    // X, and the parties of senators, have hyphens of their own.
    if (word.size() == 1) return std::string_view("xXDRI").find(word[0]) == std::string_view::npos;
    return ascii_lower(word[1]) && std::none_of(word.begin(), word.end(), vowel);
  }

  // `lovin'`
  static bool clipped_end(std::string_view text, std::size_t at, std::size_t end) {
    const std::size_t mark = apostrophe_at(text, end);
    return end - at >= 5 && text.substr(end - 2, 2) == "in" && text[end] != '`' && end + mark == text.size();
  }

  bool money_before(std::size_t at) const {
    if (at == 0 || reading_.words.empty()) return false;
    const std::string_view form = reading_.words.back().form;
    return form.ends_with('$') || form == "€" || form == "£" || form == "¥" || form == "₹" || form == "₽";
  }

  std::size_t read_signs(const Stretch& stretch, std::size_t at) {
    const std::string_view text = stretch.text;
    const char first = text[at];
    const bool free = at == 0 || !word_character_at(text, at - 1 - back_of(text, at));
    const std::size_t mark = apostrophe_at(text, at);
    if (mark > 0) {
      const std::size_t end = clipped_start_end(text, at, mark, free);
      if (end > at) {
        add_token(text, at, end, 0);
        return end;
      }
    }
    if (free && (first == '+' || first == '.')) {
      const std::size_t end = number_end(text, at, false);
      if (end > at) {
        add(at, end);
        return end;
      }
    }
    if (free && (first == '@' || first == '#') && letter_at(text, at + 1)) {
      std::size_t end = at + 1;
      while (word_character_at(text, end) || byte_at(text, end) == '_') {
        if (is_ascii(text[end])) {
          ++end;
        } else {
          next_code_point(text, end);
        }
      }
      const std::size_t clitic = clitic_at(text, end);
      add(at, end, clitic > 0);
      if (clitic > 0) add(end, end + clitic, true);
      return end + clitic;
    }
    std::size_t end = emoticon_end(text, at);
    if (end == at) end = signs_end(text, at);
    note_single_mark(text, at, end, free);
    // A clitic by itself: behind a bracket, say, or where a blank was put before it.
    const std::size_t clitic =
        mark > 0 && (!free || (at == 0 && mark > 0 && at + clitic_at(text, at) == text.size())) ? clitic_at(text, at) : 0;
    if (clitic > 0) end = at + clitic;
    add(at, end);
    return end;
  }

  // Bytes of the code point before `at`, less one.
  static std::size_t back_of(std::string_view text, std::size_t at) {
    std::size_t start = at;
    previous_code_point(text, start);
    return at - start - 1;
  }

  // `'90s`, `'em`, `'n'`: words that begin with an apostrophe.
  static std::size_t clipped_start_end(std::string_view text, std::size_t at, std::size_t mark, bool free) {
    if (!free || text[at] == '`') return at;
    std::size_t end = at + mark;
    if (ascii_digit(byte_at(text, end)) && ascii_digit(byte_at(text, end + 1)) && !ascii_digit(byte_at(text, end + 2))) {
      end += 2;
      if (byte_at(text, end) == 's') ++end;
      if (byte_at(text, end) == '\'' && byte_at(text, end + 1) == 's') end += 2;
      return word_character_at(text, end) ? at : end;
    }
    while (end < text.size() && end - at < 12 && ascii_letter(text[end])) ++end;
    const std::string_view letters = text.substr(at + mark, end - at - mark);
    if (word_character_at(text, end) || !word_lists::has(word_lists::clipped, letters)) return at;
    if (letters.size() == 1) end += apostrophe_at(text, end);  // 'n'
    return end;
  }

  void note_single_mark(std::string_view text, std::size_t at, std::size_t end, bool free) {
    const std::string_view sign = text.substr(at, end - at);
    if (sign == "‘") {
      single_open_ = true;
    } else if (sign == "'" || sign == "`") {
      single_open_ = free && end < text.size();
    } else if (sign == "’") {
      single_open_ = false;
    }
  }

  std::string_view all_;
  Reading& reading_;
  std::size_t base_ = 0;  // of the stretch in the text
  bool space_before_ = true;
  bool block_start_ = true;   // no word of the block was read yet
  bool single_open_ = false;  // between single quotation marks
  bool interview_;            // `Q.` and `A.` say whose turn it is
};

}  // namespace

void tokenize(const Document& document, Reading& reading) {
  Tokenizer tokenizer(document, reading);
  std::size_t bytes = 0;
  for (const Block& block : document.blocks) bytes += block.span.size();
  reading.words.reserve(reading.words.size() + bytes / 5 + 8);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const auto first = static_cast<std::uint32_t>(reading.words.size());
    Span span = document.blocks[i].span;
    span.end = std::min(span.end, static_cast<std::uint32_t>(document.text.size()));
    if (span.empty()) continue;
    tokenizer.read_block(span);
    const auto last = static_cast<std::uint32_t>(reading.words.size());
    if (last > first) reading.sentences.push_back({{first, last}, static_cast<std::uint32_t>(i)});
  }
  mark_quoted(reading);
}

}  // namespace demarche
