#include "reader/clitics.h"

#include <algorithm>

#include "reader/characters.h"
#include "reader/word_lists.h"

namespace demarche {
namespace {

bool is_clitic(std::string_view letters) {
  if (letters.size() == 1) {
    const char c = to_ascii_lower(letters[0]);
    return c == 's' || c == 'm' || c == 'd';
  }
  if (letters.size() != 2) return false;
  const char lower[2] = {to_ascii_lower(letters[0]), to_ascii_lower(letters[1])};
  const std::string_view pair(lower, 2);
  return pair == "re" || pair == "ve" || pair == "ll";
}

// Where the second word of `c'mon` and `y'all` begins, or 0.
std::size_t elided(std::string_view token) {
  const std::size_t mark = apostrophe_at(token, 1);
  if (mark == 0 || token.size() != mark + 4) return 0;
  const auto is = [&](std::string_view lower) {
    for (std::size_t i = 0; i < 3; ++i)
      if (to_ascii_lower(token[mark + 1 + i]) != lower[i]) return false;
    return true;
  };
  if (to_ascii_lower(token[0]) == 'c' && is("mon")) return mark + 2;
  if (to_ascii_lower(token[0]) == 'y' && is("all")) return mark + 1;
  return 0;
}

}  // namespace

Cuts cut_clitics(std::string_view token) {
  Cuts cuts;
  if (const std::size_t first = word_lists::fused_at(token); first > 0 && token != "IM") {
    cuts.at[cuts.count++] = first;
    return cuts;
  }
  if (const std::size_t second = elided(token); second > 0) {
    cuts.at[cuts.count++] = second;
    return cuts;
  }
  // From the end backwards: would | n't | 've.
  std::size_t end = token.size();
  while (cuts.count < cuts.at.size()) {
    std::size_t at = end;
    while (at > 0 && end - at < 3 && ascii_letter(token[at - 1])) --at;
    const std::size_t letters = at;
    if (letters == end || letters == 0) break;
    // The apostrophe before the letters.
    std::size_t mark = letters;
    if (apostrophe_at(token, letters - 1) == 1) {
      mark = letters - 1;
    } else {
      for (std::size_t size = 2; size <= 3 && size <= letters; ++size)
        if (apostrophe_at(token, letters - size) == size) mark = letters - size;
    }
    if (mark == letters || mark == 0) break;
    const std::string_view suffix = token.substr(letters, end - letters);
    std::size_t cut = 0;
    if (is_clitic(suffix)) {
      cut = mark;
      if (to_ascii_lower(suffix[0]) == 's' && is_decade(token.substr(0, mark))) cut = 0;
    } else if (suffix.size() == 1 && to_ascii_lower(suffix[0]) == 't' && mark >= 2 && to_ascii_lower(token[mark - 1]) == 'n') {
      cut = mark - 1;
    }
    if (cut == 0) break;
    cuts.at[cuts.count++] = cut;
    end = cut;
  }
  std::reverse(cuts.at.begin(), cuts.at.begin() + static_cast<std::ptrdiff_t>(cuts.count));
  return cuts;
}

bool is_decade(std::string_view before) {
  return before.size() >= 2 && before.size() <= 4 && before.back() == '0' && ascii_digit(before[0]) &&
         ascii_digit(before[before.size() - 2]);
}

std::size_t clitic_at(std::string_view text, std::size_t at) {
  const std::size_t mark = apostrophe_at(text, at);
  if (mark == 0) return 0;
  std::size_t end = at + mark;
  while (end < text.size() && end - at - mark < 3 && ascii_letter(text[end])) ++end;
  if (!is_clitic(text.substr(at + mark, end - at - mark)) || word_character_at(text, end)) return 0;
  return end - at;
}

}  // namespace demarche
