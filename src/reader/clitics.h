// Words that are written as one with others: `do` + `n't`, `Moscow` + `'s`, `can` + `not`.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace demarche {

// The places at which a token is cut into words, ascending; none for most.
struct Cuts {
  std::array<std::size_t, 4> at{};
  std::size_t count = 0;
};

Cuts cut_clitics(std::string_view token);
// The length of `'s`, `'ll`, … at this place, where no letter or digit follows; 0 where there is none.
std::size_t clitic_at(std::string_view text, std::size_t at);
// `1960` of `1960's`, but not `2003` of `2003's`.
bool is_decade(std::string_view before);

}  // namespace demarche
