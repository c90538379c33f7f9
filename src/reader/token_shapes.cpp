#include "reader/token_shapes.h"

#include <algorithm>

#include "reader/characters.h"
#include "reader/word_lists.h"

namespace demarche {
namespace {

constexpr std::size_t longest_look_ahead = 128;

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (at < text.size() && ascii_digit(text[at])) ++at;
  return at;
}

std::size_t letters_end(std::string_view text, std::size_t at) {
  while (at < text.size() && ascii_letter(text[at])) ++at;
  return at;
}

bool starts_with_any_case(std::string_view text, std::size_t at, std::string_view lower) {
  if (text.size() - at < lower.size()) return false;
  for (std::size_t i = 0; i < lower.size(); ++i)
    if (to_ascii_lower(text[at + i]) != lower[i]) return false;
  return true;
}

// Everything up to a quotation mark or angle bracket, less the punctuation that belongs to the sentence.
std::size_t url_tail_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  std::ptrdiff_t open = 0;  // brackets closed but not opened inside belong to the sentence
  for (; end < text.size(); ++end) {
    const char c = text[end];
    if (c == '"' || c == '<' || c == '>' || c == '|' || c == '`') break;
    if (!is_ascii(c)) {
      const std::string_view rest = text.substr(end);
      if (rest.starts_with("\xE2\x80\x9C") || rest.starts_with("\xE2\x80\x9D") || rest.starts_with("\xE2\x80\x98") ||
          rest.starts_with("\xE2\x80\x99") || rest.starts_with("\xE2\x80\xA6") || rest.starts_with("\xC2\xAB") ||
          rest.starts_with("\xC2\xBB"))
        break;
    }
    open += (c == '(' || c == '[') - (c == ')' || c == ']');
  }
  for (; end > at; --end) {
    const char c = text[end - 1];
    if (c == ')' || c == ']') {
      if (open >= 0) break;
      ++open;
    } else if (std::string_view(".,;:!?'*}").find(c) == std::string_view::npos) {
      break;
    }
  }
  return end;
}

bool address_character(char c) {
  return ascii_alnum(c) || c == '.' || c == '-' || c == '_' || c == '~' || c == '%' || c == '#' || c == '!' || c == '+';
}

// The end of an address that stands in text[at, end), by its last part; `at` where that is no address.
bool known_address(std::string_view address) {
  const std::size_t dot = address.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || !(ascii_alnum(address[dot - 1]) || address[dot - 1] == '!')) return false;
  const std::string_view last = address.substr(dot + 1);
  if (word_lists::has(word_lists::address_ends, last)) {
    // `them.Be` lacks a blank; an address is lower case or all upper case.
    const bool upper_last = ascii_upper(last[0]), upper_before = ascii_upper(address[dot - 1]) || ascii_digit(address[dot - 1]);
    if (upper_last && last.size() == 2 && !ascii_upper(last[1])) return false;
    // `U.S`, `J.Se`: a single letter before it is an initial, unless the whole is lower case.
    const bool single = dot == 1 || address[dot - 2] == '.';
    if (single && last.size() < 3) return false;
    return !upper_last || upper_before || last.size() >= 3;
  }
  const std::string_view first = address.substr(0, address.find('.'));
  return ascii_lower(first[0]) && word_lists::has(word_lists::news_groups, first) && ascii_lower(last[0]) && last.size() > 1;
}

std::size_t hyphened_groups_end(std::string_view text, std::size_t at, std::size_t first_end) {
  std::size_t lengths[2] = {first_end - at, 0}, groups = 1, end = first_end;
  while (groups < 6 && byte_at(text, end) == '-' && ascii_digit(byte_at(text, end + 1))) {
    const std::size_t next = digits_end(text, end + 1);
    if (groups == 1) lengths[1] = next - end - 1;
    ++groups;
    end = next;
  }
  if (groups >= 3) return end;  // a day, or a telephone number
  // `555-0100`, `77030-2707`, `3-5297` are numbers, `1504-06` and `10-15` ranges.
  if (groups == 2 && lengths[1] == 4 && (lengths[0] == 1 || lengths[0] == 3 || lengths[0] == 5)) return end;
  return first_end;
}

std::size_t slashed_end(std::string_view text, std::size_t at, std::size_t first_end) {
  const std::size_t second_end = digits_end(text, first_end + 1);
  const std::size_t first = first_end - at, second = second_end - first_end - 1;
  if (first == 3 && second == 3 && byte_at(text, second_end) == '-') return digits_end(text, second_end + 1);  // 713/555-0100
  if (first > 2 || second == 0 || second > 2) return first_end;
  if (byte_at(text, second_end) != '/' || !ascii_digit(byte_at(text, second_end + 1))) return second_end;
  return digits_end(text, second_end + 1);
}

bool is_unit(std::string_view letters, bool money) {
  if (letters.size() == 1 && ascii_upper(letters[0])) return letters[0] == 'K' || (money && (letters[0] == 'M' || letters[0] == 'B'));
  return word_lists::has(word_lists::units, letters);
}

bool modifies_emoji(char32_t c) {
  return c == 0xFE0F || c == 0xFE0E || c == 0x20E3 || (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0020 && c <= 0xE007F);
}

std::size_t emoji_end(std::string_view text, std::size_t at, char32_t first) {
  const auto regional = [](char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; };
  for (std::size_t n = 0; at < text.size() && n < 16; ++n) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    if (c == 0x200D && next < text.size()) {
      next_code_point(text, next);
    } else if (!modifies_emoji(c) && !(n == 0 && regional(first) && regional(c))) {
      break;
    }
    at = next;
  }
  return at;
}

}  // namespace

std::size_t url_end(std::string_view text, std::size_t at) {
  std::size_t letters = at;
  while (letters < text.size() && letters - at < 12 && ascii_letter(text[letters])) ++letters;
  if (letters == at) return at;
  const std::string_view rest = text.substr(letters);
  const bool scheme = letters - at >= 3 && rest.starts_with("://");
  const bool bare =
      (starts_with_any_case(text, at, "www.") || starts_with_any_case(text, at, "mailto:") || starts_with_any_case(text, at, "doi:")) &&
      ascii_alnum(byte_at(text, letters + 1));
  if (!scheme && !bare) return at;
  const std::size_t behind = scheme ? letters + 3 : letters + 1;
  const std::size_t end = url_tail_end(text, behind);
  return end > behind ? end : at;
}

std::size_t address_end(std::string_view text, std::size_t at) {
  if (!ascii_alnum(byte_at(text, at))) return at;
  std::size_t end = at;
  while (end < text.size() && end - at < longest_look_ahead && address_character(text[end])) ++end;
  if (byte_at(text, end) == '@') {
    std::size_t host = end + 1;
    while (host < text.size() && host - end < 2 * longest_look_ahead &&
           (ascii_alnum(text[host]) || std::string_view(".-_").find(text[host]) < 3))
      ++host;
    while (host > end + 1 && !ascii_alnum(text[host - 1])) --host;
    return host > end + 1 ? host : at;
  }
  while (end > at && !ascii_alnum(text[end - 1])) --end;
  if (!known_address(text.substr(at, end - at))) return at;
  if (byte_at(text, end) == '/' && ascii_alnum(byte_at(text, end + 1))) return url_tail_end(text, end);
  if (byte_at(text, end) == '/' && end + 1 == text.size()) return end + 1;
  return end;
}

std::size_t number_end(std::string_view text, std::size_t at, bool money) {
  std::size_t start = at;
  if (byte_at(text, start) == '+') ++start;
  if (byte_at(text, start) == '.') ++start;
  if (!ascii_digit(byte_at(text, start))) return at;
  std::size_t end = digits_end(text, start);
  if (byte_at(text, end) == '-') {
    end = hyphened_groups_end(text, start, end);
  } else if (byte_at(text, end) == '/') {
    end = slashed_end(text, start, end);
  }
  for (;;) {
    const char c = byte_at(text, end);
    if (!ascii_digit(byte_at(text, end + 1))) break;
    if (c == ',') {
      const std::size_t group = digits_end(text, end + 1);
      if (group - end != 4) break;  // `1,2` is a list
      end = group;
    } else if (c == '.' || c == ':') {
      end = digits_end(text, end + 1);
    } else {
      break;
    }
  }
  const std::size_t letters = letters_end(text, end);
  if (letters == end) return end;
  if (word_character_at(text, letters)) return letters;  // 4x4
  const std::string_view suffix = text.substr(end, letters - end);
  const bool clock = suffix.size() == 1 && (suffix[0] == 'a' || suffix[0] == 'p') && starts_with_any_case(text, letters, ".m");
  // `3days` lacks a blank.
  const bool word = suffix.size() >= 3 && std::all_of(suffix.begin(), suffix.end(), ascii_lower);
  return clock || word || is_unit(suffix, money) ? end : letters;
}

std::size_t emoticon_end(std::string_view text, std::size_t at) {
  const char first = byte_at(text, at);
  if (first == '<' && byte_at(text, at + 1) == '3') {
    const std::size_t end = digits_end(text, at + 1);
    return word_character_at(text, end) || end > at + 2 ? at : end;
  }
  if (text.substr(at).starts_with("^_^")) return at + 3;
  std::size_t mouth = at;
  if (first == '>' && byte_at(text, at + 1) == ':') ++mouth;
  if (std::string_view(":;=").find(byte_at(text, mouth)) == std::string_view::npos || mouth >= text.size()) return at;
  const char eyes = text[mouth++];
  const bool nose = byte_at(text, mouth) == '-' || byte_at(text, mouth) == '^';
  if (nose) ++mouth;
  const char c = byte_at(text, mouth);
  if (c == '\0' || std::string_view(")(DPpO/\\|").find(c) == std::string_view::npos) return at;
  const bool alone = at == 0 || !word_character_at(text, at - 1);
  if (c != ')' && c != '(' && !alone) return at;
  if (eyes == '=' && !alone) return at;
  std::size_t end = mouth + 1;
  while (byte_at(text, end) == c && end - at < longest_look_ahead) ++end;
  if (word_character_at(text, end) || byte_at(text, end) == '/') return at;
  return end;
}

std::size_t signs_end(std::string_view text, std::size_t at) {
  const char first = text[at];
  std::size_t end = at + 1;
  if (!is_ascii(first)) {
    end = at;
    const char32_t c = next_code_point(text, end);
    if (c == U'…') {
      while (byte_at(text, end) == '.') ++end;
      return end;
    }
    if (c == U'‘' || c == U'’') {
      // Two single marks stand for a double one.
      std::size_t next = end;
      if (apostrophe_at(text, next) == 3 && next_code_point(text, next) == U'’') return next;
      return end;
    }
    return emoji_end(text, end, c);
  }
  switch (first) {
    case '\'':
    case '`':
      return byte_at(text, end) == first ? end + 1 : end;
    case '.':
    case '!':
    case '?':
      if (byte_at(text, end) == '.' && first == '.') {  // dots stay by themselves: `...` `?`
        while (byte_at(text, end) == '.') ++end;
        return end;
      }
      while (end < text.size() && (text[end] == '!' || text[end] == '?')) ++end;
      return end;
    case '-':
    case '=':
    case '<':
    case '>':
    case '*':
    case '~':
    case '_':
    case '|':
    case '+':
    case '#':
    case '^':
    case '$':
    case '/':
    case '\\': {
      // A ruler or an arrow: any mixture that fills the stretch. Otherwise as many of the same.
      std::size_t same = end, mixed = end;
      while (same < text.size() && text[same] == first) ++same;
      for (mixed = same; mixed < text.size() && std::string_view("-=<>*~_|+#^{}").find(text[mixed]) != std::string_view::npos;) ++mixed;
      if (mixed > same && (mixed - at >= 5 || text.substr(at, mixed - at) == "->" || text.substr(at, mixed - at) == "=>" ||
                           text.substr(at, mixed - at) == "<-" || text.substr(at, mixed - at) == "-->"))
        return mixed;
      return same;
    }
    default:
      return end;
  }
}

}  // namespace demarche
