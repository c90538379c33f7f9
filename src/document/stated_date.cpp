#include "document/stated_date.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "document/lines.h"

namespace demarche {
namespace {

// `Sept.`: at least `shortest` letters of the name, or all of it; compared without regard to case.
bool abbreviates(std::string_view word, std::string_view name, std::size_t shortest) {
  if (!word.empty() && word.back() == '.') word.remove_suffix(1);
  if (word.size() < shortest || word.size() > name.size()) return false;
  if (word.size() > 4 && word.size() < name.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if ((word[i] | 0x20) != name[i]) return false;
  return true;
}

struct Token {
  std::string_view text;
  int number = -1;  // of digits alone, `3rd` too
  unsigned digits = 0;
  char before = ' ';  // the character before it
};

constexpr std::array<std::string_view, 76> date_words = {
    "published", "updated", "posted",  "modified", "last",   "first",   "on",      "at",       "am",       "pm",          "a",
    "p",         "m",       "et",      "est",      "edt",    "pt",      "pst",     "pdt",      "ct",       "cst",         "cdt",
    "mt",        "gmt",     "bst",     "utc",      "cet",    "cest",    "t",       "z",        "date",     "publication", "created",
    "filed",     "issued",  "release", "released", "of",     "time",    "eastern", "pacific",  "local",    "st",          "nd",
    "rd",        "th",      "the",     "by",       "and",    "publish", "dated",   "hrs",      "hours",    "ist",         "msk",
    "eat",       "wat",     "press",   "article",  "story",  "update",  "day",     "ago",      "hour",     "min",         "mins",
    "minute",    "minutes", "days",    "read",     "edited", "news",    "world",   "politics", "\xC2\xB7", "\xE2\x80\xA2"};

std::vector<Token> tokens_of(std::string_view line) {
  std::vector<Token> tokens;
  const auto is_digit_char = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_word_char = [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; };
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t start = at;
    Token token;
    token.before = at > 0 ? line[at - 1] : ' ';
    if (is_digit_char(line[at])) {
      while (at < line.size() && is_digit_char(line[at])) ++at;
      // `September 5, 20245:41 PM`: the year and the hour, where a page lost what stood between them
      if ((at - start == 5 || at - start == 6) && at < line.size() && line[at] == ':' && line.substr(start, 2) == "20") at = start + 4;
      token.digits = static_cast<unsigned>(at - start);
      if (token.digits <= 4) token.number = std::stoi(std::string(line.substr(start, at - start)));
    } else if (is_word_char(line[at])) {
      while (at < line.size() && is_word_char(line[at])) ++at;
    } else {
      ++at;
      continue;
    }
    token.text = line.substr(start, at - start);
    tokens.push_back(token);
  }
  return tokens;
}

std::optional<Date> day_of(int year, unsigned month, int day) {
  if (year < 1800 || year > 2199 || day < 1 || day > 31) return std::nullopt;
  const Date date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(static_cast<unsigned>(day))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

}  // namespace

unsigned month_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> names = {"january", "february", "march",     "april",   "may",      "june",
                                                             "july",    "august",   "september", "october", "november", "december"};
  for (unsigned i = 0; i < names.size(); ++i)
    if (abbreviates(word, names[i], 3)) return i + 1;
  return 0;
}

int weekday_of(std::string_view word) {
  static constexpr std::array<std::string_view, 7> names = {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
  if (word.size() == 6 && abbreviates(word.substr(0, 5), "thurs", 5) && word.back() == '.') return 4;
  if (abbreviates(word, "thurs", 5)) return 4;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (abbreviates(word, names[i], 3)) return static_cast<int>(i);
  return -1;
}

std::optional<StatedDate> stated_date(std::string_view line) {
  if (line.size() > 2000) return std::nullopt;
  const std::string lowered = plain(line);
  const auto tokens = tokens_of(lowered);
  std::optional<StatedDate> found;
  std::size_t first = 0, last = 0;  // tokens of the date
  const auto take = [&](std::size_t i, std::size_t length, std::optional<Date> day) {
    if (found || !day) return;
    found = StatedDate{*day, false, false};
    first = i;
    last = i + length;
  };
  const auto is_ordinal_end = [](std::string_view text) { return text == "st" || text == "nd" || text == "rd" || text == "th"; };
  for (std::size_t i = 0; i + 2 < tokens.size() && !found; ++i) {
    const auto year_at = [&](std::size_t k) { return k < tokens.size() && tokens[k].digits == 4 ? tokens[k].number : 0; };
    // May 3, 2019; May 3rd, 2019
    if (const unsigned month = month_of(tokens[i].text); month != 0 && tokens[i + 1].digits > 0 && tokens[i + 1].digits <= 2) {
      const std::size_t k = i + 2 + is_ordinal_end(tokens[i + 2].text);
      take(i, k + 1 - i, day_of(year_at(k), month, tokens[i + 1].number));
    }
    // 3 May 2019; 3rd of May 2019
    if (tokens[i].digits > 0 && tokens[i].digits <= 2) {
      std::size_t k = i + 1 + is_ordinal_end(tokens[i + 1].text);
      k += k < tokens.size() && tokens[k].text == "of";
      if (k < tokens.size())
        if (const unsigned month = month_of(tokens[k].text); month != 0)
          take(i, k + 2 - i, day_of(year_at(k + 1), month, tokens[i].number));
    }
    const Token &a = tokens[i], &b = tokens[i + 1], &c = tokens[i + 2];
    const bool divided = b.before == c.before && (b.before == '-' || b.before == '/' || b.before == '.');
    if (divided && a.digits == 4 && b.digits == 2 && c.digits == 2)
      take(i, 3, b.number >= 1 && b.number <= 12 ? day_of(a.number, static_cast<unsigned>(b.number), c.number) : std::nullopt);
    if (divided && a.digits > 0 && a.digits <= 2 && b.digits > 0 && b.digits <= 2 && c.digits == 4) {
      if (a.number > 12 && b.number >= 1 && b.number <= 12) take(i, 3, day_of(c.number, static_cast<unsigned>(b.number), a.number));
      if (b.number > 12 && a.number >= 1 && a.number <= 12) take(i, 3, day_of(c.number, static_cast<unsigned>(a.number), b.number));
      // `05.09.2024`, `05/09/2024 - 17:00 GMT+2`: the day comes first where the clock has 24 hours; with `pm` the month.
      const bool american = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
        static constexpr std::array<std::string_view, 10> words = {"am", "pm", "et", "est", "edt", "pt", "pst", "pdt", "ct", "cst"};
        return std::find(words.begin(), words.end(), token.text) != words.end();
      });
      const bool clock = lowered.find(':') != std::string::npos;
      if (!found && b.number >= 1 && b.number <= 12 && (b.before == '.' || (clock && !american)))
        take(i, 3, day_of(c.number, static_cast<unsigned>(b.number), a.number));
      if (!found && a.number >= 1 && a.number <= 12 && american) take(i, 3, day_of(c.number, static_cast<unsigned>(a.number), b.number));
    }
  }
  if (!found) return std::nullopt;
  found->alone = true;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i < first && (tokens[i].text == "updated" || tokens[i].text == "modified" || tokens[i].text == "update")) found->updated = true;
    if (i < first && (tokens[i].text == "published" || tokens[i].text == "posted")) found->updated = false;
    if (i >= first && i < last) continue;
    const bool fits = tokens[i].digits > 0 || weekday_of(tokens[i].text) >= 0 || month_of(tokens[i].text) != 0 ||
                      std::find(date_words.begin(), date_words.end(), tokens[i].text) != date_words.end();
    if (!fits) found->alone = false;
  }
  return found;
}

}  // namespace demarche
