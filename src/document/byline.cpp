#include "document/byline.h"

#include <algorithm>
#include <array>

#include "document/lines.h"
#include "document/stated_date.h"
#include "text/utf8.h"
#include "text/words.h"

namespace demarche {
namespace {

constexpr std::size_t longest = 200;
constexpr std::array<std::string_view, 8> openings = {
    "by ", "by: ", "written by ", "posted by ", "story by ", "co-authored by ", "authored by ", "reported by "};
// What authors are called, in a byline behind their names.
constexpr std::array<std::string_view, 30> roles = {
    "staff",      "writer",  "writers",       "correspondent", "correspondents", "reporter",  "reporters", "editor",
    "editors",    "bureau",  "chief",         "columnist",     "contributor",    "special",   "senior",    "political",
    "diplomatic", "defense", "international", "national",      "foreign",        "white",     "house",     "agencies",
    "analyst",    "media",   "news",          "service",       "press",          "washington"};
constexpr std::array<std::string_view, 22> outlets = {"reuters",
                                                      "ap",
                                                      "afp",
                                                      "associated press",
                                                      "the associated press",
                                                      "cnn",
                                                      "bbc",
                                                      "bbc news",
                                                      "upi",
                                                      "bloomberg",
                                                      "ap news",
                                                      "npr",
                                                      "pti",
                                                      "ians",
                                                      "dpa",
                                                      "tass",
                                                      "usa today",
                                                      "politico",
                                                      "cbs news",
                                                      "abc news",
                                                      "nbc news",
                                                      "fox news"};
// Small words inside names.
constexpr std::array<std::string_view, 18> particles = {"de", "da", "di", "del", "della", "der", "den", "van", "von",
                                                        "la", "le", "el", "al",  "bin",   "ibn", "dos", "du",  "y"};

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_name(std::string_view part) {
  const auto words = split_words(part);
  if (words.empty() || words.size() > 5) return false;
  for (const std::string_view word : words) {
    std::size_t at = 0;
    const char32_t first = next_code_point(word, at);
    if (!is_upper(first) && !holds(particles, word)) return false;
    for (at = 0; at < word.size();) {
      const char32_t c = next_code_point(word, at);
      if (!is_letter(c) && c != '.' && c != '\'' && c != 0x2019 && c != '-') return false;
    }
  }
  return true;
}

bool is_role(std::string_view part) {
  const std::string text = plain(part);
  if (holds(outlets, text)) return true;
  const auto words = split_words(text);
  return !words.empty() && std::any_of(words.begin(), words.end(), [](std::string_view word) { return holds(roles, word); });
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == ',')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.remove_suffix(1);
  return text;
}

// The first place at which the byline may end and something else (a date, an outlet) begin.
std::size_t end_of_names(std::string_view text) {
  std::size_t end = text.size();
  for (const std::string_view mark :
       {" | ", "|", " \xE2\x80\xA2 ", " \xC2\xB7 ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " / ", "(", "\t", "  ", "\n"})
    end = std::min(end, text.find(mark));
  return end;
}

constexpr std::array<std::string_view, 10> posts = {"correspondent", "reporter",   "editor",    "writer",  "columnist",
                                                    "chief",         "columnists", "reporters", "editors", "correspondents"};

// `Pacific correspondent Ana Ruiz`: the name behind its post.
std::string_view without_post(std::string_view part) {
  const auto words = split_words(part);
  for (std::size_t i = words.size(); i-- > 0;) {
    if (!holds(posts, plain(words[i]))) continue;
    if (i + 3 > words.size()) return part;  // two words at least
    const auto name = part.substr(static_cast<std::size_t>(words[i + 1].data() - part.data()));
    return is_name(name) ? name : part;
  }
  return part;
}

// `Ana Ruiz, Quito correspondent`, without `by`.
std::vector<std::string> named_by_role(std::string_view line) {
  constexpr std::size_t most_words = 9;
  const std::size_t comma = line.find(',');
  if (comma == std::string_view::npos || split_words(line).size() > most_words || split_words(line.substr(0, comma)).size() < 2) return {};
  if (!is_name(line.substr(0, comma))) return {};
  const std::string post = plain(line.substr(comma + 1));
  const auto words = split_words(post);
  if (words.empty() || !holds(posts, words.back())) return {};
  return {std::string(line.substr(0, comma))};
}

}  // namespace

std::vector<std::string> authors_in_place(std::string_view line) {
  constexpr std::size_t most_words = 9;
  if (const auto first = line.find('\n'); first != std::string_view::npos && stated_date(line.substr(first + 1)))
    line = line.substr(0, first);
  const std::size_t in = line.rfind(" in ");
  if (in == std::string_view::npos || split_words(line).size() > most_words || ends_sentence(line) || !is_name(line.substr(in + 4)))
    return {};
  std::vector<std::string> authors;
  std::string_view rest = line.substr(0, in);
  while (!rest.empty()) {
    std::size_t end = rest.size(), next = rest.size();
    for (const std::string_view divider : {" and ", ", "})
      if (const auto at = rest.find(divider); at < end) {
        end = at;
        next = at + divider.size();
      }
    const std::string_view name = rest.substr(0, end);
    if (!is_name(name) || split_words(name).size() < 2 || split_words(name).size() > 4) return {};
    authors.emplace_back(name);
    rest.remove_prefix(next);
  }
  return authors;
}

std::vector<std::string> authors_above_post(std::string_view line, std::string_view next) {
  constexpr std::size_t most_names = 4, most_words = 8;
  if (const auto line_break = line.find('\n'); line_break != std::string_view::npos) {
    next = line.substr(line_break + 1);
    line = line.substr(0, line_break);
  }
  while (!line.empty() && (line.back() == '|' || line.back() == ' ' || line.back() == ',')) line.remove_suffix(1);
  const std::size_t words = split_words(line).size();
  if (words < 2 || words > most_names || !is_name(line) || is_role(line)) return {};
  const auto day = stated_date(next);
  const auto post = split_words(next);
  const bool is_post = post.size() >= 2 && post.size() <= most_words && !ends_sentence(next) && is_role(next.substr(0, next.find(','))) &&
                       std::all_of(post.begin(), post.end(), [](std::string_view word) {
                         std::size_t at = 0;
                         return is_upper(next_code_point(word, at)) || word.size() <= 3 || is_role(word);
                       });
  if (!(day && day->alone) && !is_post) return {};
  return {std::string(line)};
}

std::vector<std::string> byline_authors(std::string_view line) {
  std::vector<std::string> authors;
  if (line.size() < 5 || line.size() > longest) return authors;
  const std::string lowered = plain(line.substr(0, 24));
  std::size_t start = 0;
  for (const std::string_view opening : openings)
    if (lowered.starts_with(opening)) start = opening.size();
  if (start == 0) return named_by_role(line);
  std::string_view names = line.substr(start);
  const std::size_t end = end_of_names(names);
  std::string_view rest = trim(names.substr(std::min(end, names.size())));
  names = trim(names.substr(0, end));
  // `By Ana Ruiz May 3, 2019`: the date begins with a word of its own.
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t word_end = std::min(names.find_first_of(" ,", at), names.size());
    const std::string_view word = names.substr(at, word_end - at);
    const bool date_follows = month_of(word) != 0 || weekday_of(word) >= 0 || word == "Published" || word == "Updated" ||
                              (!word.empty() && word[0] >= '0' && word[0] <= '9');
    if (at > 0 && date_follows && stated_date(names.substr(at))) {
      rest = trim(names.substr(at));
      names = trim(names.substr(0, at));
      break;
    }
    at = word_end + 1;
  }
  if (names.empty()) return authors;
  if (names.back() == '.' && split_words(names).back().size() > 3) names.remove_suffix(1);
  // Commas, `and`, `&`, `with` divide names; behind the last one may stand a role or an outlet.
  std::vector<std::string_view> parts;
  std::size_t part_start = 0;
  for (std::size_t at = 0; at <= names.size(); ++at) {
    std::size_t divider = 0;
    if (at == names.size())
      divider = 1;
    else if (names[at] == ',' || names[at] == ';')
      divider = 1;
    else
      for (const std::string_view mark : {" and ", " & ", " with ", " AND ", " With "})
        if (names.substr(at).starts_with(mark)) divider = mark.size();
    if (divider == 0) continue;
    if (const auto part = trim(names.substr(part_start, at - part_start)); !part.empty()) parts.push_back(part);
    part_start = at + divider;
    at += divider - 1;
  }
  for (std::string_view part : parts) {
    // `By Ana Ruiz in Quito`
    if (const std::size_t at = part.find(" in "); at != std::string_view::npos && is_name(part.substr(at + 4))) part = part.substr(0, at);
    part = without_post(part);
    if (is_role(part) && !(authors.empty() && is_name(part) && parts.size() == 1)) {
      if (authors.empty()) return {};
      continue;
    }
    if (!is_name(part)) return {};
    authors.emplace_back(part);
  }
  // A single word is somebody's name only where nothing else could stand there.
  if (!rest.empty() && !is_role(rest) && !is_name(rest) && !stated_date(rest)) {
    const auto words = split_words(rest);
    if (words.size() > 6) return {};
  }
  return authors;
}

std::string_view who_is_introduced(std::string_view paragraph) {
  constexpr std::size_t longest_note = 500, most_name_words = 5, farthest_post = 9;
  static constexpr std::array<std::string_view, 40> posts = {
      "fellow",    "professor",  "lecturer",   "author",      "co-author",  "coauthor",  "columnist",  "contributor",
      "writer",    "editor",     "reporter",   "scholar",     "analyst",    "director",  "founder",    "co-founder",
      "president", "chairman",   "chairwoman", "member",      "economist",  "lawyer",    "attorney",   "governor",
      "mayor",     "journalist", "researcher", "historian",   "ambassador", "executive", "consultant", "adviser",
      "advisor",   "dean",       "host",       "coordinator", "essayist",   "novelist",  "strategist", "correspondent"};
  if (paragraph.size() > longest_note || paragraph.find('"') != std::string_view::npos ||
      paragraph.find("\xE2\x80\x9C") != std::string_view::npos || !ends_sentence(paragraph))
    return {};
  const auto words = split_words(paragraph);
  std::size_t verb = 0;
  while (verb < words.size() && words[verb] != "is" && words[verb] != "teaches" && words[verb] != "writes") {
    if (is_one_of(words[verb], {"said", "says", "was", "were", "had", "has", "told", "will", "would"})) return {};
    ++verb;
  }
  if (verb == words.size() || verb < 2) return {};
  // The name, and perhaps an apposition between commas.
  std::size_t name = 0;
  while (name < verb && is_name(trim(words[name]))) {
    ++name;
    if (words[name - 1].back() == ',') break;
  }
  if (name < 2 || name > most_name_words) return {};
  const bool apposition = words[name - 1].back() == ',' && words[verb - 1].back() == ',';
  if (name != verb && !apposition) return {};
  if (words[verb] == "is") {
    bool post = false;
    for (std::size_t i = verb + 1; i < words.size() && i <= verb + farthest_post && !post; ++i) {
      const std::string word = plain(words[i]);
      if (is_one_of(word, {"who", "that", "not", "to"}) || word.ends_with("ing")) return {};
      const auto end = word.find_last_not_of(".,;");
      post = end != std::string::npos && holds(posts, std::string_view(word).substr(0, end + 1));
    }
    if (!post) return {};
  }
  std::string_view last = words[name - 1];
  if (last.ends_with("Jr.") || last.ends_with("Jr.,")) last = words[name - 2];
  return trim(last);
}

}  // namespace demarche
