#include "time/time_words.h"

#include <algorithm>
#include <array>

namespace demarche {
namespace {

struct Entry {
  std::string_view form;
  TimeKind kind;
  std::int32_t value = 0;
  bool plural = false;
};

using enum TimeKind;
constexpr std::int32_t as(TimeUnit unit) { return static_cast<std::int32_t>(unit); }

constexpr auto sorted(auto entries) {
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.form < b.form; });
  return entries;
}

constexpr auto lexicon = sorted(std::to_array<Entry>({
    {"sunday", weekday, 0},
    {"monday", weekday, 1},
    {"tuesday", weekday, 2},
    {"wednesday", weekday, 3},
    {"thursday", weekday, 4},
    {"friday", weekday, 5},
    {"saturday", weekday, 6},
    {"saturdays", weekday, 6, true},
    {"fridays", weekday, 5, true},
    {"thursdays", weekday, 4, true},
    {"wednesdays", weekday, 3, true},
    {"tuesdays", weekday, 2, true},
    {"mondays", weekday, 1, true},
    {"sundays", weekday, 0, true},
    {"sun.", weekday, 0},
    {"mon.", weekday, 1},
    {"tues.", weekday, 2},
    {"tue.", weekday, 2},
    {"wed.", weekday, 3},
    {"thurs.", weekday, 4},
    {"thu.", weekday, 4},
    {"fri.", weekday, 5},
    {"sat.", weekday, 6},
    {"january", month, 1},
    {"february", month, 2},
    {"march", month, 3},
    {"april", month, 4},
    {"may", month, 5},
    {"june", month, 6},
    {"july", month, 7},
    {"august", month, 8},
    {"september", month, 9},
    {"october", month, 10},
    {"november", month, 11},
    {"december", month, 12},
    {"jan.", month, 1},
    {"feb.", month, 2},
    {"mar.", month, 3},
    {"apr.", month, 4},
    {"jun.", month, 6},
    {"jul.", month, 7},
    {"aug.", month, 8},
    {"sept.", month, 9},
    {"sep.", month, 9},
    {"oct.", month, 10},
    {"nov.", month, 11},
    {"dec.", month, 12},
    {"jan", month, 1},
    {"feb", month, 2},
    {"aug", month, 8},
    {"sept", month, 9},
    {"sep", month, 9},
    {"oct", month, 10},
    {"nov", month, 11},
    {"dec", month, 12},
    {"apr", month, 4},
    {"minute", unit, as(TimeUnit::minute)},
    {"minutes", unit, as(TimeUnit::minute), true},
    {"hour", unit, as(TimeUnit::hour)},
    {"hours", unit, as(TimeUnit::hour), true},
    {"day", unit, as(TimeUnit::day)},
    {"days", unit, as(TimeUnit::day), true},
    {"week", unit, as(TimeUnit::week)},
    {"weeks", unit, as(TimeUnit::week), true},
    {"fortnight", unit, as(TimeUnit::week)},
    {"weekend", unit, as(TimeUnit::weekend)},
    {"weekends", unit, as(TimeUnit::weekend), true},
    {"month", unit, as(TimeUnit::month)},
    {"months", unit, as(TimeUnit::month), true},
    {"quarter", unit, as(TimeUnit::quarter)},
    {"quarters", unit, as(TimeUnit::quarter), true},
    {"year", unit, as(TimeUnit::year)},
    {"years", unit, as(TimeUnit::year), true},
    {"decade", unit, as(TimeUnit::decade)},
    {"decades", unit, as(TimeUnit::decade), true},
    {"century", unit, as(TimeUnit::century)},
    {"centuries", unit, as(TimeUnit::century), true},
    {"morning", day_part, 0},
    {"afternoon", day_part, 1},
    {"evening", day_part, 2},
    {"night", day_part, 3},
    {"noon", day_part, 1},
    {"midday", day_part, 1},
    {"lunchtime", day_part, 1},
    {"spring", season, 3},
    {"summer", season, 6},
    {"autumn", season, 9},
    {"fall", season, 9},
    {"winter", season, 12},
    {"christmas", feast},
    {"boxing", feast},
    {"new", feast},
    {"good", feast},
    {"easter", feast},
    {"palm", feast},
    {"ash", feast},
    {"halloween", feast},
    {"bastille", feast},
    {"epiphany", feast},
    {"armistice", feast},
    {"one", number, 1},
    {"two", number, 2},
    {"three", number, 3},
    {"four", number, 4},
    {"five", number, 5},
    {"six", number, 6},
    {"seven", number, 7},
    {"eight", number, 8},
    {"nine", number, 9},
    {"ten", number, 10},
    {"eleven", number, 11},
    {"twelve", number, 12},
    {"thirteen", number, 13},
    {"fourteen", number, 14},
    {"fifteen", number, 15},
    {"sixteen", number, 16},
    {"seventeen", number, 17},
    {"eighteen", number, 18},
    {"nineteen", number, 19},
    {"twenty", number, 20},
    {"thirty", number, 30},
    {"forty", number, 40},
    {"fifty", number, 50},
    {"hundred", number, 100},
    {"first", ordinal, 1},
    {"second", ordinal, 2},
    {"third", ordinal, 3},
    {"fourth", ordinal, 4},
    {"fifth", ordinal, 5},
    {"sixth", ordinal, 6},
    {"seventh", ordinal, 7},
    {"eighth", ordinal, 8},
    {"ninth", ordinal, 9},
    {"tenth", ordinal, 10},
    {"eleventh", ordinal, 11},
    {"twelfth", ordinal, 12},
    {"nineteenth", ordinal, 19},
    {"twentieth", ordinal, 20},
    {"few", few, 3},
    {"several", few, 3},
    {"couple", couple, 2},
    {"yesterday", yesterday},
    {"today", today},
    {"tonight", tonight},
    {"tomorrow", tomorrow},
    {"overnight", overnight},
    {"last", last},
    {"past", past},
    {"next", next},
    {"coming", coming},
    {"upcoming", coming},
    {"current", current},
    {"this", this_},
    {"recent", recent},
    {"previous", previous},
    {"preceding", previous},
    {"following", following},
    {"same", same},
    {"that", that},
    {"earlier", earlier},
    {"later", later},
    {"early", early},
    {"mid", mid},
    {"late", late},
    {"ago", ago},
    {"before", before},
    {"after", after},
    {"since", since},
    {"until", until},
    {"till", until},
    {"from", from},
    {"to", to},
    {"through", to},
    {"thru", to},
    {"between", between},
    {"and", and_},
    {"in", in},
    {"on", on},
    {"of", of},
    {"the", the},
    {"a", a},
    {"an", a},
    {"at", at},
    {"by", by},
    {"within", within},
    {"during", during},
    {"throughout", during},
    {"over", during},
    {"ahead", ahead},
    {"for", for_},
    {"end", end},
    {"beginning", beginning},
    {"start", beginning},
    {"middle", middle},
    {"half", half},
    {"-", dash},
    {"\xE2\x80\x93", dash},
    {"\xE2\x80\x94", dash},
    {"\xE2\x80\x90", dash},
    {"\xE2\x80\x91", dash},
    {"--", dash},
    {",", comma},
    {"'s", possessive},
    {"\xE2\x80\x99s", possessive},
    {"'", possessive},
    {"\xE2\x80\x99", possessive},
    {"press", press},
    {"writing", writing},
    {"time", time},
}));

constexpr std::size_t longest = 12;

bool is_digit_char(char c) { return c >= '0' && c <= '9'; }

// Digits, what may stand behind them, and ranges in one word.
TimeWord number_word(std::string_view form) {
  TimeWord word;
  std::size_t at = 0;
  while (at < form.size() && is_digit_char(form[at])) ++at;
  if (at == 0 || at > 4) return word;
  for (std::size_t i = 0; i < at; ++i) word.value = word.value * 10 + (form[i] - '0');
  word.digits = static_cast<std::uint8_t>(at);
  const std::string_view rest = form.substr(at);
  if (rest.empty()) {
    word.kind = number;
  } else if (rest == "st" || rest == "nd" || rest == "rd" || rest == "th") {
    word.kind = at <= 2 ? ordinal : none;
  } else if (rest == "s" || rest == "'s" || rest == "\xE2\x80\x99s") {
    word.kind = word.value % 10 == 0 && (at == 4 || at == 2) ? decade : none;
  } else {
    const std::size_t hyphensize = rest.starts_with("-") ? 1 : rest.starts_with("\xE2\x80\x93") ? 3 : 0;
    if (hyphensize == 0) return word;
    const std::string_view second = rest.substr(hyphensize);
    if (second.empty() || second.size() > 4 || !std::all_of(second.begin(), second.end(), is_digit_char)) return word;
    for (const char c : second) word.value_to = word.value_to * 10 + (c - '0');
    word.kind = number;
  }
  return word;
}

// What one word means, without a part before it.
TimeWord whole_word(std::string_view form) {
  TimeWord word;
  if (form.empty() || form.size() > longest) return word;
  if (is_digit_char(form[0])) return number_word(form);
  if ((form[0] == '\'' || form.starts_with("\xE2\x80\x99") || form.starts_with("\xE2\x80\x98")) && form.size() > 3) {
    const TimeWord inner = number_word(form.substr(form[0] == '\'' ? 1 : 3));  // '90s
    if (inner.kind == decade) return inner;
  }
  char lowered[longest];
  for (std::size_t k = 0; k < form.size(); ++k) lowered[k] = form[k] >= 'A' && form[k] <= 'Z' ? static_cast<char>(form[k] + 32) : form[k];
  const std::string_view key(lowered, form.size());
  const auto found =
      std::lower_bound(lexicon.begin(), lexicon.end(), key, [](const Entry& entry, std::string_view text) { return entry.form < text; });
  if (found == lexicon.end() || found->form != key) return word;
  word.kind = found->kind;
  word.value = found->value;
  word.plural = found->plural;
  word.capital = form[0] >= 'A' && form[0] <= 'Z';
  // Weekdays, months and feasts are names: `may`, `march` and `sat.` are other words.
  if ((word.kind == weekday || word.kind == month || word.kind == feast) && !word.capital) word.kind = none;
  return word;
}

// `mid-May`, `Late-1990s`: what stands behind the hyphen, as a part of it.
TimeWord part_word(std::string_view form) {
  const std::size_t hyphen = form.find('-');
  if (hyphen == std::string_view::npos || hyphen > 5) return {};
  const TimeKind which = whole_word(form.substr(0, hyphen)).kind;
  if (which != early && which != mid && which != late) return {};
  TimeWord word = whole_word(form.substr(hyphen + 1));
  const bool has_parts = word.kind == month || word.kind == decade || word.kind == season || (word.kind == number && word.digits == 4);
  if (!has_parts) return {};
  word.part = which;
  return word;
}

}  // namespace

std::vector<TimeWord> time_words(const Reading& reading) {
  std::vector<TimeWord> words(reading.words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    words[i] = whole_word(reading.words[i].form);
    if (words[i].kind == TimeKind::none) words[i] = part_word(reading.words[i].form);
  }
  // `twenty-two`, in three words: the number stands at the first, the others are nothing of their own.
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    TimeWord &tens = words[i], &hyphen = words[i + 1], &ones = words[i + 2];
    const bool spelled = tens.kind == number && tens.digits == 0 && ones.kind == number && ones.digits == 0;
    if (!spelled || tens.value < 20 || tens.value > 90 || tens.value % 10 != 0 || ones.value < 1 || ones.value > 9) continue;
    if (hyphen.kind != dash || reading.words[i + 1].space_before || reading.words[i + 2].space_before) continue;
    tens.value += ones.value;
    hyphen = ones = TimeWord{};
    tens.size = 3;
  }
  return words;
}

}  // namespace demarche
