#include "document/dateline.h"

#include <algorithm>
#include <array>
#include <vector>

#include "document/lines.h"
#include "document/stated_date.h"
#include "text/utf8.h"

namespace demarche {
namespace {

constexpr std::size_t longest = 120;

// Words that stand in capitals before a dash in headings, never in the name of a place.
constexpr std::array<std::string_view, 66> heading_words = {
    "EXCLUSIVE",  "UPDATE",  "UPDATED", "UPDATES",   "BREAKING", "WATCH",  "VIDEO",     "VIDEOS", "ANALYSIS", "OPINION", "NOTE",
    "CORRECTION", "LIVE",    "POLL",    "EDITORIAL", "REVIEW",   "REPORT", "REPORTS",   "FACT",   "FACTS",    "FACTBOX", "TIMELINE",
    "INTERVIEW",  "FEATURE", "INSIGHT", "SPECIAL",   "WRAPUP",   "FILE",   "PHOTO",     "PHOTOS", "ALSO",     "READ",    "MORE",
    "IN",         "ON",      "AT",      "HAS",       "HAVE",     "IS",     "ARE",       "THE",    "A",        "FOR",     "WITH",
    "TO",         "NOW",     "NEW",     "BUT",       "WHY",      "HOW",    "WHAT",      "WHO",    "WHEN",     "NEWS",    "TOP",
    "LETTER",     "LETTERS", "PSA",     "FYI",       "ALERT",    "QUOTE",  "EXPLAINER", "DATA",   "Q&A",      "STORY",   "KEY"};
constexpr std::array<std::string_view, 3> place_starts = {"NEW", "THE", "KEY"};  // New York, The Hague, Key West

bool has_lower(std::string_view word) {
  for (std::size_t at = 0; at < word.size();)
    if (is_lower(next_code_point(word, at))) return true;
  return false;
}

bool is_upper_start(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_upper(next_code_point(text, at));
}

bool is_name_character(char32_t c) { return is_letter(c) || c == '\'' || c == 0x2019 || c == '.' || c == '-' || c == '/'; }

bool is_name_word(std::string_view word) {
  for (std::size_t at = 0; at < word.size();)
    if (!is_name_character(next_code_point(word, at))) return false;
  return is_upper_start(word);
}

// Length of ` - `, ` -- `, `—`, ` – ` at `at`; 0 for none. A dash that touches the word before it divides headings, too.
std::size_t dash_at(std::string_view text, std::size_t at, bool& apart) {
  std::size_t end = at;
  while (end < text.size() && text[end] == ' ') ++end;
  if (text.substr(end, 2) == "\xC2\xA0") end += 2;
  apart = end > at;
  const std::string_view rest = text.substr(std::min(end, text.size()));
  std::size_t dash = 0;
  if (rest.starts_with("---"))
    dash = 3;
  else if (rest.starts_with("--"))
    dash = 2;
  else if (rest.starts_with("\xE2\x80\x94") || rest.starts_with("\xE2\x80\x93") || rest.starts_with("\xE2\x80\x95"))
    dash = 3;
  else if ((rest.starts_with("- ") || rest == "-") && apart)
    dash = 1;
  if (dash == 0) return 0;
  end += dash;
  while (end < text.size() && text[end] == ' ') ++end;
  if (text.substr(end, 2) == "\xC2\xA0") end += 2;
  return end - at;
}

// `(Reuters)`, `(AP)`, `(CNN Business)`, `(Thomson Reuters Foundation)`: a short name in brackets.
bool is_agency(std::string_view inside) {
  if (inside.size() < 2 || inside.size() > 34 || !is_upper_start(inside)) return false;
  const auto words = split_words(inside);
  if (words.size() > 4) return false;
  return std::all_of(words.begin(), words.end(), [](std::string_view word) { return is_upper_start(word) || word == "of" || word == "|"; });
}

bool is_known_agency(std::string_view inside) {
  static constexpr std::array<std::string_view, 24> names = {
      "reuters",          "ap",         "afp", "upi", "cnn",   "bbc",    "tass", "xinhua",   "dpa",   "efe", "ansa",
      "bloomberg",        "ians",       "pti", "ani", "kyodo", "yonhap", "jta",  "interfax", "rferl", "voa", "anadolu",
      "associated press", "ria novosti"};
  const std::string name = plain(inside);
  return std::any_of(names.begin(), names.end(), [&](std::string_view known) {
    return name == known || (name.size() > known.size() && name.starts_with(known) && name[known.size()] == ' ');
  });
}

// The length of `. /TASS/. `, or 0.
std::size_t agency_between_slashes(std::string_view text) {
  const std::size_t open = text.find_first_not_of(". ");
  if (open == std::string_view::npos || text[open] != '/') return 0;
  const std::size_t close = text.find('/', open + 1);
  if (close == std::string_view::npos || !is_known_agency(text.substr(open + 1, close - open - 1))) return 0;
  const std::size_t end = text.find_first_not_of(".- ", close + 1);
  return end == std::string_view::npos ? 0 : end;
}

}  // namespace

std::optional<Dateline> find_dateline(std::string_view paragraph) {
  const std::string_view text = paragraph.substr(0, longest);
  Dateline dateline;
  std::string_view agency;
  std::size_t at = 0;
  bool apart = false;
  // Words of the place, up to a bracket, a dash, or something that no dateline holds.
  std::size_t place_end = 0, words = 0;
  bool all_capitals = true, has_region = false, has_date = false;
  while (at < text.size()) {
    if (text[at] == '(') break;
    if (words > 0 && dash_at(text, at, apart) > 0) break;
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    const std::size_t end = std::min(text.find_first_of(" ,(", at), text.size());
    std::string_view word = text.substr(at, end - at);
    for (const std::string_view dash : {"--", "\xE2\x80\x94", "\xE2\x80\x93"})
      if (const auto cut = word.find(dash); cut != std::string_view::npos && cut > 0) word = word.substr(0, cut);
    const bool comma_before =
        at > 0 && text.find_last_not_of(' ', at - 1) != std::string_view::npos && text[text.find_last_not_of(' ', at - 1)] == ',';
    if (words > 0 && month_of(word) != 0 && comma_before) {
      // `, May 3`, `, Aug 31, 2019`
      has_date = true;
      std::size_t k = at + word.size();
      const auto digits = [&] {
        while (k < text.size() && text[k] == ' ') ++k;
        const std::size_t from = k;
        while (k < text.size() && text[k] >= '0' && text[k] <= '9') ++k;
        return k - from;
      };
      const std::size_t day_digits = digits();
      if (day_digits == 0 || day_digits > 2) return std::nullopt;
      if (k < text.size() && text[k] == ',') {
        const std::size_t comma = k++;
        if (digits() != 4) k = comma;
      }
      if (const auto day = stated_date(text.substr(at, k - at))) dateline.day = day->day;
      at = k;
      break;
    }
    if (word.empty() || !is_name_word(word)) return std::nullopt;
    const bool may_start = words == 0 && std::find(place_starts.begin(), place_starts.end(), word) != place_starts.end();
    if (!may_start && std::find(heading_words.begin(), heading_words.end(), word) != heading_words.end()) return std::nullopt;
    if (comma_before) {
      has_region = true;  // `, N.H.`, `, Iowa`: in any case
    } else if (!has_region && has_lower(word)) {
      all_capitals = false;
    }
    ++words;
    if (words > 6) return std::nullopt;
    at += word.size();
    place_end = at;
    if (at < text.size() && text[at] == ',') ++at;
  }
  while (at < text.size() && text[at] == ' ') ++at;
  if (at < text.size() && text[at] == '(') {
    const std::size_t close = text.find(')', at);
    if (close == std::string_view::npos || !is_agency(text.substr(at + 1, close - at - 1))) return std::nullopt;
    agency = text.substr(at + 1, close - at - 1);
    at = close + 1;
  } else if (const std::size_t length = agency_between_slashes(text.substr(at)); words > 0 && has_date && length > 0) {
    // `MOSCOW, May 3. /TASS/. The minister …`: no dash
    dateline.place = std::string(text.substr(0, place_end));
    while (!dateline.place.empty() && dateline.place.back() == ',') dateline.place.pop_back();
    dateline.length = at + length;
    return dateline;
  } else {
    while (at > 0 && text[at - 1] == ' ') --at;
  }
  const std::size_t dash = at < text.size() ? dash_at(text, at, apart) : 0;
  // `Washington (CNN)President ...`: no dash at all, and no blank.
  const bool glued = dash == 0 && words > 0 && is_known_agency(agency) && is_upper_start(text.substr(std::min(at, text.size())));
  if (dash == 0 && !glued) return std::nullopt;
  const std::string_view behind = paragraph.substr(std::min(at + dash, paragraph.size()));
  if (behind.empty() && !(has_date && !agency.empty())) return std::nullopt;  // AFP sets a full one apart
  std::size_t start = 0;
  const char32_t c = behind.empty() ? U'A' : next_code_point(behind, start);
  if (!is_upper(c) && !is_digit(c) && c != '"' && c != '\'' && c != 0x201C && c != 0x2018 && c != '$' && !has_date && agency.empty())
    return std::nullopt;
  if (words == 0 && !is_known_agency(agency)) return std::nullopt;
  if (agency.empty() && !has_date) {
    // Nothing but capitals before a dash: a place has few words, and the dash stands apart from it.
    if (!all_capitals || !apart || words > (has_region ? 5u : 3u)) return std::nullopt;
  } else if (!all_capitals && !is_known_agency(agency) && !has_date) {
    return std::nullopt;
  }
  if (words > 0) {
    dateline.place = std::string(text.substr(0, place_end));
    while (!dateline.place.empty() && (dateline.place.back() == ',' || dateline.place.back() == ' ')) dateline.place.pop_back();
  }
  dateline.length = at + dash;
  return dateline;
}

}  // namespace demarche
