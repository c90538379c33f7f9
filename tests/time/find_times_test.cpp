// A table of sentences, read once by their forms alone (no tags, no trees) and, elsewhere, by the reader.
#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "text/utf8.h"
#include "time/calendar.h"
#include "time/time.h"

namespace demarche {
namespace {

struct Expected {
  Span span;
  DateRange days;
};

struct Case {
  std::size_t line = 0;
  std::optional<Date> published;
  std::string text;
  std::vector<Expected> times;
};

std::vector<Case> read_cases() {
  std::ifstream file(DEMARCHE_SOURCE_DIR "/tests/time/times.tsv");
  std::vector<Case> cases;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    Case item;
    item.line = number;
    const std::size_t tab = line.find('\t');
    item.published = parse_date(line.substr(0, tab));
    const std::string marked = line.substr(tab + 1);
    for (std::size_t at = 0; at < marked.size(); ++at) {
      if (marked[at] != '[') {
        item.text += marked[at];
        continue;
      }
      const std::size_t bar = marked.find('|', at), close = marked.find(']', at);
      Expected expected;
      expected.span.begin = static_cast<std::uint32_t>(item.text.size());
      item.text += marked.substr(at + 1, bar - at - 1);
      expected.span.end = static_cast<std::uint32_t>(item.text.size());
      const std::string days = marked.substr(bar + 1, close - bar - 1);
      const std::size_t second = days.find('|');
      expected.days.start = *parse_date(days.substr(0, second));
      expected.days.end = second == std::string::npos ? expected.days.start : *parse_date(days.substr(second + 1));
      item.times.push_back(expected);
      at = close;
    }
    cases.push_back(item);
  }
  return cases;
}

// Words at blanks and punctuation, nothing else known of them.
Coding bare_coding(const std::string& text, std::optional<Date> published) {
  Coding coding;
  coding.document.text = text;
  coding.document.published = published;
  coding.document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph});
  Reading& reading = coding.reading;
  const auto add = [&](std::size_t begin, std::size_t end, bool space) {
    Word word;
    word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    word.form = reading.strings.emplace_back(text.substr(begin, end - begin));
    word.space_before = space;
    word.sentence = static_cast<std::uint32_t>(reading.sentences.size());
    reading.words.push_back(word);
  };
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '$' || static_cast<unsigned char>(c) >= 0x80;
  };
  std::uint32_t first = 0;
  const auto close_sentence = [&] {
    if (reading.words.size() > first) reading.sentences.push_back({{first, static_cast<std::uint32_t>(reading.words.size())}, 0});
    first = static_cast<std::uint32_t>(reading.words.size());
  };
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    const bool space = at > 0 && text[at - 1] == ' ';
    std::size_t end = at;
    while (end < text.size() && is_part(text[end])) ++end;
    if (end == at) {
      if (text.substr(at, 2) == "'s")
        end = at + 2;
      else
        end = at + 1;
    } else if (end < text.size() && text[end] == '.' && end - at <= 4 && end + 1 < text.size() &&
               (text[at] == 'N' || text[at] == 'J' || text[at] == 'S' || text[at] == 'M') && end - at < 5 && end - at > 1) {
      ++end;  // Nov., Sept., Mr.
    }
    add(at, end, space);
    if (text[at] == '.' && end == at + 1) close_sentence();
    at = end;
  }
  close_sentence();
  return coding;
}

std::string text_of(const Coding& coding, const TimeExpression& time) {
  std::string out;
  for (std::uint32_t i = time.words.first; i < time.words.last; ++i)
    out += std::string(i > time.words.first && coding.reading.words[i].space_before ? " " : "") + std::string(coding.reading.words[i].form);
  return out + " = " + format_date(time.days.start) + ".." + format_date(time.days.end);
}

TEST(FindTimes, TableByFormsAlone) {
  std::size_t right = 0, total = 0;
  for (const Case& item : read_cases()) {
    Coding coding = bare_coding(item.text, item.published);
    find_times(coding);
    std::vector<bool> used(coding.times.size());
    std::ostringstream problems;
    for (const Expected& expected : item.times) {
      ++total;
      bool found = false;
      for (std::size_t i = 0; i < coding.times.size(); ++i) {
        const Span span{coding.reading.words[coding.times[i].words.first].span.begin,
                        coding.reading.words[coding.times[i].words.last - 1].span.end};
        if (used[i] || !span.overlaps(expected.span)) continue;
        used[i] = true;
        found = coding.times[i].days == expected.days;
        break;
      }
      right += found;
      if (!found)
        problems << " missing " << item.text.substr(expected.span.begin, expected.span.size()) << " = " << format_date(expected.days.start)
                 << ".." << format_date(expected.days.end);
    }
    if (item.times.empty()) {
      ++total;
      right += coding.times.empty();
    }
    for (std::size_t i = 0; i < used.size(); ++i)
      if (!used[i]) ++total;
    std::string all;
    for (const auto& time : coding.times) all += " {" + text_of(coding, time) + "}";
    if (!problems.str().empty() || std::count(used.begin(), used.end(), false) > 0)
      std::cout << "line " << item.line << ": " << item.text << problems.str() << "; found" << all << "\n";
  }
  std::cout << right << " of " << total << " right\n";
  EXPECT_GE(total, 120u);
  EXPECT_GE(static_cast<double>(right), 0.95 * static_cast<double>(total));
}

DateRange only(const std::string& text, std::string_view published) {
  Coding coding = bare_coding(text, parse_date(published));
  find_times(coding);
  EXPECT_EQ(coding.times.size(), 1u) << text;
  return coding.times.empty() ? DateRange{} : coding.times[0].days;
}

TEST(FindTimes, NumericDates) {
  const DateRange third{*parse_date("2019-05-03"), *parse_date("2019-05-03")};
  EXPECT_EQ(only("He left on 2019-05-03 .", "2020-01-01"), third);
}

TEST(FindTimes, NothingInNothingOut) {
  Coding coding;
  find_times(coding);
  EXPECT_TRUE(coding.times.empty());
}

TEST(FindTimes, HugeNumbersAndBrokenTreesDoNoHarm) {
  for (const std::string text : {"2999 years ago", "9999 centuries ago, 3000 decades earlier", "in the past 9999 years",
                                 "May 31 to June 31, 9999", "from from to to between and the the", "the last the next this this",
                                 "0 days ago", "early mid late early", "since since since", "the end of the end of the end of the year"}) {
    Coding coding = bare_coding(text, parse_date("2019-05-03"));
    find_times(coding);
    // Heads in a circle, and heads out of the text.
    for (std::size_t i = 0; i < coding.reading.words.size(); ++i) {
      coding.reading.words[i].head = static_cast<std::int32_t>((i + 1) % coding.reading.words.size());
      coding.reading.words[i].upos = i % 2 ? Upos::VERB : Upos::NOUN;
    }
    find_times(coding);
  }
}

TEST(Calendar, Units) {
  const Day day(*parse_date("2019-05-03"));
  EXPECT_EQ(range_of(unit_around(TimeUnit::week, day)), (DateRange{*parse_date("2019-04-29"), *parse_date("2019-05-05")}));
  EXPECT_EQ(range_of(unit_around(TimeUnit::quarter, day)), (DateRange{*parse_date("2019-04-01"), *parse_date("2019-06-30")}));
  EXPECT_EQ(range_of(unit_around(TimeUnit::century, day)), (DateRange{*parse_date("2001-01-01"), *parse_date("2100-12-31")}));
  EXPECT_EQ(Date(shifted(Day(*parse_date("2019-03-31")), TimeUnit::month, -1)), *parse_date("2019-02-28"));
  EXPECT_EQ(Date(shifted(Day(*parse_date("2020-02-29")), TimeUnit::year, -1)), *parse_date("2019-02-28"));
  EXPECT_EQ(range_of(whole_season(2018, 12)), (DateRange{*parse_date("2018-12-01"), *parse_date("2019-02-28")}));
  EXPECT_EQ(range_of(part_of(whole_year(2015), Part::late)), (DateRange{*parse_date("2015-09-01"), *parse_date("2015-12-31")}));
}

}  // namespace
}  // namespace demarche
