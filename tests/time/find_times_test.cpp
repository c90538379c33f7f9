// Two tables of sentences: times.tsv by their forms alone (no tags, no trees), in_reports.tsv through the reader.
#include <gmock/gmock.h>

#include <algorithm>
#include <iostream>

#include "marked_text.h"
#include "reader/reader.h"
#include "reader/tree.h"
#include "text/utf8.h"
#include "time/calendar.h"
#include "time/time.h"

namespace demarche {
namespace {

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

// Days in a mark: `2019-05-03` or `2019-04-29|2019-05-05`.
DateRange days_of(const MarkedPart& part) { return {*parse_date(part.fields.front()), *parse_date(part.fields.back())}; }

struct Score {
  std::size_t right = 0, total = 0;
};

// Each expression that is marked, and each that is found where none is, counts once; so does a text with none in which none is found.
void compare(const MarkedText& expected, const Coding& coding, Score& score) {
  std::vector<bool> used(coding.times.size());
  std::string problems;
  for (const MarkedPart& part : expected.parts) {
    ++score.total;
    bool found = false;
    for (std::size_t i = 0; i < coding.times.size() && !found; ++i) {
      if (used[i] || !span_of(coding.reading, coding.times[i].words).overlaps(part.span)) continue;
      used[i] = true;
      found = coding.times[i].days == days_of(part);
      break;
    }
    score.right += found;
    if (!found)
      problems += " missing " + expected.text.substr(part.span.begin, part.span.size()) + " = " + format_date(days_of(part).start) + ".." +
                  format_date(days_of(part).end);
  }
  const auto superfluous = static_cast<std::size_t>(std::count(used.begin(), used.end(), false));
  score.total += superfluous;
  if (expected.parts.empty() && superfluous == 0) ++score.total, ++score.right;
  if (problems.empty() && superfluous == 0) return;
  std::string all;
  for (const auto& time : coding.times) all += " {" + text_of(coding, time) + "}";
  std::cout << "line " << expected.line << ": " << expected.text << problems << "; found" << all << "\n";
}

TEST(FindTimes, TableByFormsAlone) {
  Score score;
  for (const MarkedText& item : read_marked_texts(DEMARCHE_SOURCE_DIR "/tests/time/times.tsv", 1)) {
    Coding coding = bare_coding(item.text, parse_date(item.columns[0]));
    find_times(coding);
    compare(item, coding, score);
  }
  std::cout << score.right << " of " << score.total << " right\n";
  EXPECT_GE(score.total, 120u);
  EXPECT_GE(static_cast<double>(score.right), 0.95 * static_cast<double>(score.total));
}

TEST(FindTimes, ReportsThroughTheReader) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "OpenVINO loads a library in a way that AddressSanitizer refuses";
#endif
  ReaderSession reader(load_model(DEMARCHE_SOURCE_DIR "/model"));
  Score score;
  for (const MarkedText& item : read_marked_texts(DEMARCHE_SOURCE_DIR "/tests/time/in_reports.tsv", 1)) {
    Coding coding;
    coding.document.text = item.text;
    coding.document.published = parse_date(item.columns[0]);
    coding.document.blocks.push_back({{0, static_cast<std::uint32_t>(item.text.size())}, BlockKind::paragraph});
    coding.reading = reader.read(coding.document);
    find_times(coding);
    compare(item, coding, score);
  }
  std::cout << score.right << " of " << score.total << " right\n";
  EXPECT_GE(score.total, 120u);
  EXPECT_GE(static_cast<double>(score.right), 0.95 * static_cast<double>(score.total));
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

TEST(FindTimes, Feasts) {
  const auto day = [](std::string_view text) { return DateRange{*parse_date(text), *parse_date(text)}; };
  EXPECT_EQ(only("The accord was signed on Good Friday 1998 .", "2020-01-01"), day("1998-04-10"));
  EXPECT_EQ(only("The revolt began on Easter Monday 1916 .", "2020-01-01"), day("1916-04-24"));
  EXPECT_EQ(only("They marched on May Day .", "2020-06-01"), day("2020-05-01"));
  EXPECT_EQ(only("They will march on New Year's Eve .", "2020-06-01"), day("2020-12-31"));
  Coding coding = bare_coding("Christmas Island lies far from New York .", parse_date("2020-01-01"));
  for (Word& word : coding.reading.words)
    if (word.form == "Island" || word.form == "York") word.upos = Upos::PROPN;
  find_times(coding);
  EXPECT_TRUE(coding.times.empty());
}

TEST(FindTimes, PartsByNumber) {
  const auto range = [](std::string_view first, std::string_view last) { return DateRange{*parse_date(first), *parse_date(last)}; };
  EXPECT_EQ(only("in the second week of May 2018", "2020-01-01"), range("2018-05-08", "2018-05-14"));
  EXPECT_EQ(only("in the last week of May 2018", "2020-01-01"), range("2018-05-25", "2018-05-31"));
  EXPECT_EQ(only("in the first six months of 2018", "2020-01-01"), range("2018-01-01", "2018-06-30"));
  EXPECT_EQ(only("in the second half of June 2018", "2020-01-01"), range("2018-06-16", "2018-06-30"));
}

TEST(FindTimes, NothingInNothingOut) {
  Coding coding;
  find_times(coding);
  EXPECT_TRUE(coding.times.empty());
}

TEST(FindTimes, HugeNumbersAndBrokenTreesDoNoHarm) {
  for (const std::string text :
       {"2999 years ago", "9999 centuries ago, 3000 decades earlier", "in the past 9999 years", "May 31 to June 31, 9999",
        "from from to to between and the the", "the last the next this this", "0 days ago", "early mid late early", "since since since",
        "the first 60 days of May, the sixtieth week of 2018, the last few centuries of 1999",
        "the end of the end of the end of the year"}) {
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
