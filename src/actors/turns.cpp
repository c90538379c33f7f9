// Whose turn a sentence is, where a transcript says so: `DrCellini` is the Dr. Cellini that others speak of.
#include <algorithm>

#include "actors/analysis.h"

namespace demarche {
namespace {

// `JohnF.Kennedy`, `john_kennedy`, `Dr. Cellini`: words in small letters without titles.
std::vector<std::string> words_of(std::string_view label) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty() && word != "dr" && word != "mr" && word != "mrs" && word != "ms" && word != "prof") words.push_back(folded(word));
    word.clear();
  };
  bool small = false;
  for (const char c : label) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (c == ' ' || c == '_' || c == '.' || c == '-') {
      end_word();
    } else {
      if (upper && small) end_word();
      word += upper ? static_cast<char>(c + 32) : c;
    }
    small = c >= 'a' && c <= 'z';
  }
  end_word();
  return words;
}

// How many words of the label the group's fullest name shares; 0 where a word of one is at odds with the other.
std::size_t shared_words(const Analysis& a, const Group& group, const std::vector<std::string>& label) {
  std::size_t best = 0;
  for (const auto m : group.mentions) {
    const Details& d = a.details[m];
    if (d.name.empty() || d.demonym) continue;
    std::size_t shared = 0;
    for (std::uint32_t i = d.name.first; i < d.name.last; ++i) shared += std::find(label.begin(), label.end(), a.forms[i]) != label.end();
    if (shared == std::min<std::size_t>(label.size(), d.name.size())) best = std::max(best, shared);
  }
  return best;
}

}  // namespace

void find_turns(Analysis& a) {
  a.turn_speaker.assign(a.reading.sentences.size(), none);
  a.turn_addressee.assign(a.reading.sentences.size(), none);
  StringMap<std::int32_t> known;
  constexpr std::size_t most_labels = 200;  // a document with more of them is no conversation
  const auto group_of = [&](std::string_view label) {
    if (label.empty()) return none;
    const auto at = known.find(label);
    if (at != known.end()) return at->second;
    if (known.size() >= most_labels) return none;
    std::int32_t best = none;
    std::size_t best_shared = 0;
    if (label.find(',') == std::string_view::npos) {
      const auto words = words_of(label);
      for (std::size_t g = 0; g < a.groups.size() && g < 4000; ++g) {
        const Group& group = a.groups[g];
        if (!group.has_name || (group.kind != ActorClass::person && group.kind != ActorClass::unknown)) continue;
        const std::size_t shared = shared_words(a, group, words);
        if (shared > best_shared ||
            (shared == best_shared && shared > 0 && group.mentions.size() > a.groups[static_cast<std::size_t>(best)].mentions.size()))
          best = static_cast<std::int32_t>(g), best_shared = shared;
      }
    }
    if (best == none) {
      best = a.new_group();
      const bool several = label.find(',') != std::string_view::npos;
      a.groups.back().kind = several ? ActorClass::people : ActorClass::person;
    }
    known.emplace(label, best);
    return best;
  };
  for (std::size_t s = 0; s < a.reading.sentences.size(); ++s) {
    a.turn_speaker[s] = group_of(a.reading.sentences[s].speaker);
    a.turn_addressee[s] = group_of(a.reading.sentences[s].addressee);
  }
}

}  // namespace demarche
