// Words that are known by their shape: addresses, numbers, emoticons, runs of signs. Every function takes a stretch of text without white
// space and a place in it, and returns the end of what starts there, or the place itself where there is no such thing. All of them look
// ahead by a bounded number of bytes, save in what they take.
#pragma once

#include <cstddef>
#include <string_view>

namespace demarche {

// `http://…`, `www.…`, `mailto:…`, without the punctuation behind it.
std::size_t url_end(std::string_view text, std::size_t at);
// `name@host`, `host.org/path`, `draft-2.doc`, `alt.politics`.
std::size_t address_end(std::string_view text, std::size_t at);
// `1,200.50`, `10:30`, `9/11`, `2001-09-11`, `555-0100`, `3rd`, `1990s`. Without a unit written behind it (`5` of `5pm`); with letters that
// are none (`18T`). `money`: a currency sign stands before it, so that `M` and `B` are units.
std::size_t number_end(std::string_view text, std::size_t at, bool money);
// `:-)`, `<3`.
std::size_t emoticon_end(std::string_view text, std::size_t at);
// Signs: runs of the same (`--`, `...`, `***`), `?!`, arrows, emoji with what modifies them; otherwise one sign. Never returns
// `at`.
std::size_t signs_end(std::string_view text, std::size_t at);

}  // namespace demarche
