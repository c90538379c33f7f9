// Phrases: how they are compared, and the index by which they are found.
#include <algorithm>

#include "petrarch/dictionaries.h"
#include "text/utf8.h"

namespace demarche::petrarch {
namespace {

constexpr std::size_t widest_gap = 3;  // words between two of a phrase that is written with blanks

}  // namespace

std::vector<std::string> words_of(std::string_view phrase) {
  std::vector<std::string> words;
  std::size_t repaired = 0;
  const std::string capitals = upper(repair_utf8(phrase, repaired));
  std::string word;
  const auto finish = [&] {
    while (!word.empty() && word.back() == '\'') word.pop_back();
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < capitals.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(capitals, at);
    if (c == '_' || c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013 || is_space(c)) {
      finish();
    } else if (c == 0x2019 || c == 0x2018 || c == '\'' || c == '`') {
      if (!word.empty()) word += '\'';
    } else if (c != '(' && c != ')' && c != '{' && c != '}' && c != '"' && c != 0x201C && c != 0x201D) {
      word.append(capitals, start, at - start);
    }
  }
  finish();
  return words;
}

std::string plural_of(const std::string& noun) {
  const auto ends = [&](std::string_view end) { return noun.ends_with(end); };
  if (noun.size() > 1 && ends("Y") && std::string_view("AEIOU").find(noun[noun.size() - 2]) == std::string_view::npos)
    return noun.substr(0, noun.size() - 1) + "IES";
  if (ends("S") || ends("X") || ends("Z") || ends("CH") || ends("SH")) return noun + "ES";
  return noun + "S";
}

std::uint32_t PhraseIndex::add(std::vector<std::string> words, std::uint32_t value, bool open) {
  if (words.empty()) return value;
  const std::size_t words_count = words.size();
  std::vector<Entry>& entries = entries_[words[0]];
  for (const Entry& entry : entries)
    if (entry.words == words) return entry.value;
  const auto place = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.words.size() < words.size(); });
  entries.insert(place, {std::move(words), value, open && words_count > 1});
  return value;
}

std::vector<PhraseIndex::Found> PhraseIndex::all(std::span<const std::string> words) const {
  std::vector<Found> out;
  if (words.empty()) return out;
  const auto found = entries_.find(words[0]);
  if (found == entries_.end()) return out;
  for (const Entry& entry : found->second) {
    std::size_t at = 0, end = 0;
    for (std::size_t gap = 0; at < entry.words.size() && end < words.size(); ++end) {
      if (words[end] == entry.words[at]) {
        ++at;
        gap = 0;
      } else if (!entry.open || ++gap > widest_gap) {
        break;
      }
    }
    if (at == entry.words.size()) out.push_back({end, entry.value});
  }
  return out;
}

std::optional<PhraseIndex::Found> PhraseIndex::longest(std::span<const std::string> words) const {
  const std::vector<Found> found = all(words);
  if (found.empty()) return {};
  return found[0];
}

}  // namespace demarche::petrarch
