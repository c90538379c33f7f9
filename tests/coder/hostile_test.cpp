// Any bytes go the whole way: mutations of sentences are coded without a crash (build with the preset `sanitizers`), and what is found
// points at what is there.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "coder/coder.h"
#include "document/clean.h"
#include "records/records.h"
#include "text/table.h"

namespace demarche {
namespace {

class Hostile : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    coder_ = std::make_unique<Coder>(load_knowledge(DEMARCHE_SOURCE_DIR "/data", DEMARCHE_SOURCE_DIR "/model"));
  }
  static void TearDownTestSuite() { coder_.reset(); }

  static void code(std::string_view bytes) {
    const auto coding = coder_->code(clean_text(bytes));
    std::string error = fault_of(*coding);
    EXPECT_EQ(error, "") << bytes;
    std::string out;
    append_jsonl(out, *coding, {.explain = true});
    append_csv(out, *coding);
    append_report(out, *coding, {.explain = true});
  }

  // The first index that points at nothing; empty where all is well.
  static std::string fault_of(const Coding& coding) {
    const auto words = static_cast<std::uint32_t>(coding.reading.words.size());
    const auto mentions = static_cast<std::int32_t>(coding.actors.mentions.size());
    const auto entities = static_cast<std::int32_t>(coding.actors.entities.size());
    const auto statements = coding.statements.size();
    const auto is_range = [&](WordRange range) { return range.first < range.last && range.last <= words; };
    for (std::size_t i = 0; i < statements; ++i) {
      const Statement& s = coding.statements[i];
      if (s.content.empty() || !std::all_of(s.content.begin(), s.content.end(), is_range)) return "content of a statement";
      if ((s.source && !is_range(*s.source)) || (s.cue && !is_range(*s.cue))) return "source or cue of a statement";
      if (s.inside >= static_cast<std::int32_t>(i)) return "statement inside of a later one";
    }
    for (const Mention& m : coding.actors.mentions)
      if (!is_range(m.words) || !m.words.contains(m.head) || m.entity < no_entity || m.entity >= entities) return "mention";
    for (const Event& e : coding.events) {
      if (!is_range(e.trigger) || e.sentence >= coding.reading.sentences.size()) return "trigger of an event";
      if (e.source < no_mention || e.source >= mentions) return "source of an event";
      for (const auto target : e.targets)
        if (target < 0 || target >= mentions || target == e.source) return "target of an event";
      for (const auto voice : e.voices)
        if (voice >= statements) return "voice of an event";
      if (e.when >= static_cast<std::int32_t>(coding.times.size()) || e.where >= static_cast<std::int32_t>(coding.places.size()))
        return "when or where of an event";
      if (!(e.confidence >= 0 && e.confidence <= 1) || !(e.intensity >= -10 && e.intensity <= 10)) return "numbers of an event";
    }
    for (const Position& p : coding.positions) {
      if (p.holder < 0 || p.holder >= entities || p.toward >= entities) return "actor of a position";
      if (!(p.stance >= -1 && p.stance <= 1)) return "stance of a position";
      for (const auto event : p.events)
        if (event >= coding.events.size()) return "event of a position";
      for (const auto statement : p.statements)
        if (statement >= statements) return "statement of a position";
    }
    return {};
  }

  static inline std::unique_ptr<Coder> coder_;
};

// Sure to be the same everywhere, unlike the standard's distributions.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::size_t roll(std::size_t sides) { return sides == 0 ? 0 : engine_() % sides; }
  template <typename List>
  const auto& one_of(const List& list) {
    return list[roll(std::size(list))];
  }

 private:
  std::mt19937 engine_;
};

std::string mutated(std::string text, const std::vector<std::string>& sentences, Dice& dice) {
  static constexpr std::string_view marks[] = {",",  ".", "...", "?", "!", ";", ":", "--", "—", "-", "(", ")",
                                               "\"", "“", "”",   "'", "’", "‘", "/", "[",  "]", "%", "$"};
  static constexpr std::string_view signs[] = {"\u00a0",
                                               "\u200b",
                                               "\u200f",
                                               "\ufeff",
                                               "\u0301",
                                               "😀",
                                               "👨‍👩‍👧",
                                               "中国",
                                               "Россия",
                                               "العراق",
                                               "ﬁ",
                                               "İ",
                                               "ß",
                                               "\x01",
                                               "\x7f",
                                               "\xff",
                                               "\xc3",
                                               "\xed\xa0\x80",
                                               "\xf4\x90\x80\x80",
                                               "\r"};
  static constexpr std::string_view names[] = {"- -", "-",   "A.", "U.S.", "O'",  "'s", "Mr.",  "President", "al-",
                                               "St.", "III", "of", "and",  "who", "it", "must", "not",       "that"};
  const int times = 1 + static_cast<int>(dice.roll(6));
  for (int i = 0; i < times; ++i) {
    auto words = split_list(text, ' ');
    if (words.empty()) words.emplace_back(".");
    const auto at = dice.roll(words.size());
    const auto place = words.begin() + static_cast<std::ptrdiff_t>(at);
    switch (dice.roll(11)) {
      case 0:
        words.erase(place);
        break;
      case 1:
        words.insert(place, std::string(dice.one_of(marks)));
        break;
      case 2:
        *place += std::string(dice.one_of(marks)) + std::string(dice.one_of(marks));
        break;
      case 3:
        *place = "“" + *place + (dice.roll(2) ? "”" : "");
        break;
      case 4:
        words.insert(place, std::string(dice.one_of(signs)));
        break;
      case 5:
        place->insert(dice.roll(place->size() + 1), std::string(dice.one_of(signs)));
        break;
      case 6:
        *place = dice.one_of(names);
        break;
      case 7:
        std::swap(*place, words[dice.roll(words.size())]);
        break;
      case 8:
        for (char& c : *place)
          if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
        break;
      case 9: {
        const auto other = split_list(dice.one_of(sentences), ' ');
        words.insert(place, other.begin(), other.end());
        break;
      }
      default:
        words.insert(place, dice.roll(3), dice.roll(2) ? "\n\n" : "\n");
    }
    text.clear();
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

TEST_F(Hostile, MutatedSentencesAreSurvived) {
  std::vector<std::string> sentences;
  const Table table = read_table(DEMARCHE_SOURCE_DIR "/tests/events/events.tsv", 3, 3);
  for (const TableRow& row : table.rows) sentences.push_back(row.fields[1]);
  Dice dice(20240308);
  for (int i = 0; i < 300; ++i) {
    std::string text;
    for (std::size_t k = 1 + dice.roll(3); k > 0; --k)
      text += mutated(dice.one_of(sentences), sentences, dice) + (dice.roll(2) ? " " : "\n\n");
    code(text);
    if (HasFailure()) return;
  }
}

TEST_F(Hostile, WordsWithoutSenseAreSurvived) {
  for (const char* text : {"- -",
                           "- - -",
                           "-",
                           "--",
                           "\"",
                           "“",
                           "”“",
                           "''",
                           "' '",
                           ".",
                           "...",
                           "(",
                           "()",
                           "[]",
                           "1",
                           "$",
                           "%",
                           "\xff\xfe",
                           "\xef\xbb\xbf",
                           "\xe2\x80\x8b",
                           "it",
                           "who",
                           "and",
                           "and and and",
                           "not",
                           "must",
                           "said",
                           "\"said\"",
                           "said that said that said",
                           "He",
                           "U.S.",
                           "'s",
                           "Mr. -",
                           "- said - that - attacked -.",
                           "- - attacked - -.",
                           "\"- -,\" said - -.",
                           "who who attacked who",
                           "of of of of",
                           "A A A A A A A A",
                           "and, and, and"})
    code(text);
}

TEST_F(Hostile, LongListsAreSurvived) {
  std::string list = "Iran", verbs = "Iran attacked", chain = "Iran urged", clauses = "Iran said that", negated = "Iran did not";
  for (int i = 0; i < 400; ++i) {
    list += ", Country" + std::to_string(i);
    verbs += i % 2 ? ", condemned" : ", praised and met";
    chain += " Oman to urge";
    clauses += " Oman denied that";
    negated += " not never fail to";
  }
  code(list + " and Oman attacked " + list + " and Oman.");
  code(verbs + " Oman.");
  code(chain + " Oman.");
  code(clauses + " Iran attacked Oman.");
  code(negated + " attack Oman.");
  code("Talks between " + list + " and Oman began; the war between " + list + " ended.");
}

}  // namespace
}  // namespace demarche
