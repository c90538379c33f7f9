#include "document/furniture.h"

#include <algorithm>
#include <array>
#include <string>

#include "document/furniture_words.h"
#include "document/lines.h"
#include "document/stated_date.h"
#include "text/utf8.h"
#include "text/words.h"

namespace demarche {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t longest = 700;  // bytes: what is longer is content
constexpr std::size_t longest_note = 200;
constexpr std::size_t longest_hook = 8;  // words of a question that leads to an offer

template <std::size_t size>
bool starts_with_one_of(std::string_view text, const std::string_view (&list)[size]) {
  return std::any_of(std::begin(list), std::end(list), [&](std::string_view start) { return text.starts_with(start); });
}
template <std::size_t size>
bool holds_one_of(std::string_view text, const std::string_view (&list)[size]) {
  return std::any_of(std::begin(list), std::end(list), [&](std::string_view part) { return text.find(part) != npos; });
}
bool holds(std::string_view text, std::string_view part) { return text.find(part) != npos; }

// Without brackets, bullets, dashes, colons and full stops around it.
std::string_view bare(std::string_view text) {
  constexpr std::string_view around = " \t\"'()[]{}*-_=.:;,|>!+~#";
  const auto first = text.find_first_not_of(around);
  if (first == npos) return {};
  return text.substr(first, text.find_last_not_of(around) - first + 1);
}

// `@milbank`, but not the middle of an address.
bool holds_handle(std::string_view text) {
  for (std::size_t at = text.find('@'); at != npos; at = text.find('@', at + 1))
    if ((at == 0 || text[at - 1] == ' ' || text[at - 1] == '(' || text[at - 1] == ':') && at + 1 < text.size() && text[at + 1] != ' ')
      return true;
  return false;
}
bool holds_address(std::string_view text) {
  for (std::size_t at = text.find('@'); at != npos; at = text.find('@', at + 1))
    if (at > 0 && text[at - 1] != ' ' && text[at - 1] != '(' && text.find('.', at) != npos) return true;
  return false;
}

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool has_letter_or_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_letter(c) || is_digit(c)) return true;
  }
  return false;
}

bool is_share_bar(std::string_view text) {
  const auto words = split_words(text);
  if (words.empty() || words.size() > 16) return false;
  bool verb = false;
  for (std::string_view word : words) {
    word = bare(word);
    if (!has_letter_or_digit(word) || is_number(word)) continue;
    if (!is_one_of(word, share_words)) return false;
    verb = verb || is_one_of(word, share_verbs);
  }
  return verb;
}

// `Wolf reported from Washington.`, `Alex Isenstadt contributed to this story.`: nothing but names before the verb.
bool is_reporter_note(std::string_view paragraph, std::string_view text) {
  std::size_t verb = npos;
  for (const std::string_view end : {" contributed.", " contributed"})
    if (text.ends_with(end)) verb = text.size() - end.size();
  for (const std::string_view part : {" reported from ", " reported in ", " contributed to this ", " contributed reporting",
                                      " contributed from ", " contributed to the report", " is a staff writer", " reporting from "})
    verb = std::min(verb, text.find(part));
  if (verb == npos || paragraph.size() > 300 || holds(text, "\"")) return false;
  static constexpr std::string_view small[] = {
      "and",    "in",   "writer", "writers", "staff", "reporter", "reporters",  "correspondent", "correspondents",
      "editor", "also", "de",     "van",     "von",   "of",       "journalist", "journalists",   "researcher",
      "news",   "the",  "at"};
  const auto words = split_words(paragraph.substr(0, std::min(verb, paragraph.size())));
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    std::size_t at = 0;
    const char32_t first = next_code_point(word, at);
    return is_upper(first) || is_one_of(bare(word), small);
  });
}

// `+254-20-555-0142`: a plus and at least seven figures.
bool holds_telephone_number(std::string_view text) {
  constexpr std::size_t fewest_figures = 7;
  for (std::size_t at = text.find('+'); at != npos; at = text.find('+', at + 1)) {
    const auto end = std::min(text.find_first_not_of("0123456789 -.()", at + 1), text.size());
    const auto figures = std::count_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(end),
                                       [](char c) { return c >= '0' && c <= '9'; });
    if (static_cast<std::size_t>(figures) >= fewest_figures) return true;
  }
  return false;
}

// `…. B4`: a section's letter and a page, with nothing behind them.
bool ends_with_page(std::string_view text) {
  const auto blank = text.find_last_of(' ');
  if (blank == npos || blank < 2) return false;
  const std::string_view page = text.substr(blank + 1);
  const auto before = text.find_last_not_of(' ', blank);
  if (page.size() < 2 || page.size() > 3 || before == npos || text[before] != '.') return false;
  return page[0] >= 'a' && page[0] <= 'h' && page[1] != '0' && is_number(page.substr(1));
}

bool is_contact(std::string_view text, std::size_t words) {
  if (words > 60) return false;
  if (text.starts_with("follow ")) {
    static constexpr std::string_view where[] = {" on twitter",  " on facebook", " on instagram", " on x",   " on social", " on telegram",
                                                 " on linkedin", "twitter.com",  "facebook.com",  " on gab", " on parler", " on youtube"};
    return holds_handle(text) || holds_one_of(text, where) || text.starts_with("follow us on") || text == "follow us";
  }
  if (text.starts_with("twitter:") || text.starts_with("facebook:") || text.starts_with("instagram:")) return words <= 8;
  if (text.starts_with("like us on") || text.starts_with("find us on") || text.starts_with("connect with us") ||
      text.starts_with("join us on") || holds(text, "? like the page:"))
    return true;
  if (text.starts_with("email:") || text.starts_with("e-mail:")) return words <= 8;
  static constexpr std::string_view starts[] = {"contact ",        "email ",         "e-mail ",       "reach ",    "write to ",
                                                "send ",           "got a tip",      "have a tip",    "send tips", "you can reach",
                                                "you can contact", "you can follow", "you can email", "tips: ",    "reach out",
                                                "to contact the",  "to contact "};
  if (starts_with_one_of(text, starts)) return holds_address(text) || holds_handle(text);
  static constexpr std::string_view parts[] = {" can be reached at ", " can be contacted at ", " can be followed ", " tweets at @",
                                               " tweets @",           " is on twitter at @",   " is on twitter @"};
  return words <= 30 && holds_one_of(text, parts) && (holds_address(text) || holds_handle(text));
}

bool is_markup(std::string_view text) {
  if (text == "}" || text == "{" || text == "});" || text == "</tweet>") return true;
  if (text.ends_with("{") && (text[0] == '.' || text[0] == '#' || text[0] == '@' || holds(text, "function"))) return true;
  if (text.ends_with(";") && !holds(text, " ") && holds(text, ":") && !holds(text, "//")) return true;  // width:100%;
  static constexpr std::string_view css[] = {"width:", "height:", "margin",     "padding",   "-webkit-", "-moz-",
                                             "font-",  "border-", "background", "position:", "display:", "float:"};
  if (text.ends_with(";") && starts_with_one_of(text, css)) return true;
  if (text.front() == '<' && (text.back() == '>' || text.ends_with(">."))) {
    // Nothing but tags.
    bool inside = false;
    for (const char c : text) {
      if (c == '<')
        inside = true;
      else if (c == '>')
        inside = false;
      else if (!inside && c != ' ' && c != '.')
        return false;
    }
    return true;
  }
  return false;
}

// `jkm/str/ab`: who wrote, edited and sent an agency's report.
bool is_initials(std::string_view text) {
  std::size_t letters = 0, parts = 1;
  for (const char c : text) {
    if (c == '/' || c == '-') {
      if (letters < 2) return false;
      ++parts, letters = 0;
    } else if (c < 'a' || c > 'z' || ++letters > 4) {
      return false;
    }
  }
  return parts > 1 && letters >= 2 && text.find('/') != npos;
}

bool is_capitalised(std::string_view word) {
  std::size_t at = 0;
  while (at < word.size()) {
    const char32_t c = next_code_point(word, at);
    if (is_letter(c) || is_digit(c)) return !is_lower(c);
  }
  return true;
}

// `Ana`, and names with a particle that is written small: `al-Hilli`, `d'Angelo`.
bool is_name_word(std::string_view word) {
  constexpr std::size_t longest_particle = 3;
  if (is_capitalised(word)) return true;
  for (const std::string_view joint : {"-", "'", "\xE2\x80\x99"})
    if (const auto at = word.find(joint); at != npos && at > 0 && at <= longest_particle && at + joint.size() < word.size())
      return is_capitalised(word.substr(at + joint.size()));
  return false;
}

// `4 minute read`, `3 min`, `Reading time: 3 minutes`
bool is_reading_time(std::string_view text, std::size_t words) {
  constexpr std::size_t most_words = 4;
  if (words > most_words) return false;
  if (text.starts_with("reading time")) return true;
  return text[0] >= '0' && text[0] <= '9' && words >= 2 && is_one_of(split_words(text)[1], {"min", "mins", "minute", "minutes"}) &&
         (words == 2 || text.ends_with(" read"));
}

// `list 1 of 3`, `list of 3 items`
bool is_place_in_list(std::string_view text) {
  const auto words = split_words(text);
  if (words.size() != 4 || words[0] != "list") return false;
  return (is_number(words[1]) && words[2] == "of" && is_number(words[3])) ||
         (words[1] == "of" && is_number(words[2]) && words[3] == "items");
}

// `[2/3] A ship leaves the port`: one picture of several.
bool is_numbered_picture(std::string_view paragraph) {
  if (paragraph.front() != '[') return false;
  const auto close = paragraph.find(']');
  if (close == npos || close > 6) return false;
  const std::string_view inside = paragraph.substr(1, close - 1);
  const auto slash = inside.find('/');
  return slash != npos && is_number(inside.substr(0, slash)) && is_number(inside.substr(slash + 1));
}

// `World | Europe`, `News > Politics`: where a page stands on its site; one part alone has to be a section's usual name.
bool is_breadcrumb(std::string_view text) {
  constexpr std::size_t most_words = 8;
  if (split_words(text).size() > most_words || ends_sentence(text)) return false;
  bool all_known = true;
  std::size_t parts = 0, known = 0;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t end = text.size(), next = text.size() + 1;
    for (const std::string_view divider : {" | ", " > ", " \xC2\xBB ", " / ", " \xE2\x80\xBA ", " \xE2\x80\xA2 ", " \xC2\xB7 "})
      if (const auto found = text.find(divider, at); found != npos && found < end) {
        end = found;
        next = found + divider.size();
      }
    const bool is_section = is_one_of(bare(text.substr(at, end - at)), sections);
    all_known = all_known && is_section;
    known += is_section;
    ++parts;
    at = next;
  }
  return all_known || (parts > 1 && known > 0);
}

}  // namespace

bool breaks_off(std::string_view paragraph) {
  if (ends_sentence(paragraph)) return false;
  const auto words = split_words(paragraph);
  if (words.size() < 5) return false;
  static constexpr std::string_view small[] = {
      "a",     "an",  "the",  "to",   "of",      "and",     "or",    "in",     "on",   "at",    "by",     "for",  "from", "with",  "that",
      "as",    "his", "her",  "its",  "their",   "is",      "are",   "was",    "were", "has",   "have",   "had",  "be",   "been",  "will",
      "would", "but", "than", "into", "against", "between", "after", "before", "who",  "which", "during", "said", "this", "about", "over"};
  const std::string last = plain(words.back());
  return is_one_of(last, small) || last.back() == ',' || last.ends_with("...");
}

// `Ana Ruiz/Northern Press`, `Northern Press/Ana Ruiz via AP`: nothing but names, of which a slash joins two.
bool is_name_and_agency(std::string_view text) {
  constexpr std::size_t longest_credit = 80, most_words = 8;
  static constexpr std::string_view small[] = {"via", "for", "de", "van", "von", "al", "el", "of", "the", "and", "da", "bin"};
  const auto words = split_words(text);
  if (words.size() < 2 || words.size() > most_words || text.size() > longest_credit) return false;
  std::size_t slashes = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    // `Ruiz/Channel9`: figures only in the agency's name
    if ((!is_name_word(word) && !is_one_of(word, small)) || word.find_first_of(":?!\"") != npos) return false;
    if (const auto digit = word.find_first_of("0123456789"); digit != npos && (digit < word.find('/') || word.find('/') == npos))
      return false;
    for (std::size_t at = word.find('/'); at != npos; at = word.find('/', at + 1)) {
      ++slashes;
      // Both sides are names: `Ruiz/Northern`, `Ruiz / Northern`.
      const bool alone = word.size() == 1 && i > 0 && i + 1 < words.size();
      if (!alone && (at == 0 || at + 1 == word.size() || !is_capitalised(word.substr(at + 1)))) return false;
    }
  }
  return slashes == 1 || (slashes == 2 && text.ends_with("/File"));
}

// `… in Oslo last May. Ana Ruiz/Northern Press` at the paragraph's end: where the credit starts, or npos.
std::size_t credit_behind_caption(std::string_view paragraph) {
  const auto slash = paragraph.rfind('/');
  if (slash == npos || ends_sentence(paragraph)) return npos;
  // The first end of a sentence behind which all is names: an initial (`Ana B. Ruiz`) ends none.
  for (std::size_t end = paragraph.find(". "); end != npos && end < slash; end = paragraph.find(". ", end + 1))
    if (is_name_and_agency(paragraph.substr(end + 2)) && split_words(paragraph.substr(0, end)).size() >= 4) return end + 2;
  return npos;
}

// `Ana Ruiz for The Northern Post`
bool is_name_for_paper(std::string_view text) {
  constexpr std::size_t most_words = 8;
  const std::size_t at = text.find(" for ");
  if (at == npos) return false;
  const auto words = split_words(text);
  return words.size() <= most_words && split_words(text.substr(0, at)).size() >= 2 &&
         std::all_of(words.begin(), words.end(),
                     [](std::string_view word) { return is_name_word(word) || word == "for" || word == "the"; });
}

// `(Agency Photo/A. Name)`, `[Ana Ruiz/Agency]` at the paragraph's end: where it starts, or npos.
std::size_t credit_in_brackets(std::string_view paragraph) {
  constexpr std::size_t longest_credit = 80;
  if (paragraph.size() < 2 || (paragraph.back() != ')' && paragraph.back() != ']')) return npos;
  const bool square = paragraph.back() == ']';
  const std::size_t open = paragraph.rfind(square ? '[' : '(');
  if (open == npos || paragraph.size() - open > longest_credit) return npos;
  std::string_view inside = paragraph.substr(open + 1, paragraph.size() - open - 2);
  if (inside.starts_with("File: ")) inside.remove_prefix(6);
  static constexpr std::string_view marks[] = {"Photo/", "Photo /", "photo/", "PHOTO/", "Photos/", "Image/"};
  if (holds_one_of(inside, marks) || inside.ends_with(" Photo") || inside.ends_with(" photo")) return open;
  // `(Supplied: Ana Ruiz)`, `(AP: Ana Ruiz)`
  static constexpr std::string_view givers[] = {
      "Supplied: ", "AP: ",        "AFP: ",     "Reuters: ",      "REUTERS: ",           "ABC News: ", "AAP: ",
      "Facebook: ", "Instagram: ", "Twitter: ", "Getty Images: ", "Wikimedia Commons: ", "Flickr: ",   "EPA: "};
  if (starts_with_one_of(inside, givers) || inside == "Supplied") return open;
  // Two newspapers in brackets inside of a sentence made a poll together.
  const auto before = paragraph.find_last_not_of(' ', open == 0 ? npos : open - 1);
  const bool behind_a_sentence = open == 0 || (before < open && ends_sentence(paragraph.substr(0, before + 1)));
  return (behind_a_sentence || square) && (is_name_and_agency(inside) || is_name_for_paper(inside)) ? open : npos;
}

std::size_t photo_credit(std::string_view paragraph) {
  if (paragraph.size() > longest) return npos;
  if (const std::size_t start = credit_in_brackets(paragraph); start != npos) return start;
  if (const std::size_t start = credit_behind_caption(paragraph); start != npos) return start;
  // Marks of a credit, as they are written; those that open a credit, and those that close one.
  static constexpr std::string_view opening[] = {"AFP/",           "REUTERS/",         "Reuters/",     "EPA/",           "AP Photo",
                                                 "AP Images",      "Photo by ",        "Photos by ",   "Photograph by ", "Photo: ",
                                                 "PHOTO: ",        "Photo credit",     "Photo Credit", "PHOTO CREDIT",   "Photo courtesy",
                                                 "Image courtesy", "Image credit",     "Image Credit", "IMAGE CREDIT",   "Photograph: ",
                                                 "TASS/",          "Xinhua/",          "XINHUA/",      "Sputnik/",       "Picture: ",
                                                 "Pic: ",          "Illustration by ", "Photo via ",   "Image via ",     "Getty Images/",
                                                 "GETTY IMAGES/",  "Image copyright",  "Image source", "Image: ",        "Credit: ",
                                                 "CREDIT: ",       "Credit...",        "\xC2\xA9 ",    "Author: ",       "Foto: "};
  static constexpr std::string_view closing[] = {"/AFP",
                                                 "/AP",
                                                 "/REUTERS",
                                                 "/Reuters",
                                                 "/EPA",
                                                 "/Getty Images",
                                                 "via Getty Images",
                                                 "/Shutterstock",
                                                 "/AFP-JIJI",
                                                 "/Bloomberg",
                                                 "/Pool",
                                                 "via AP",
                                                 "via REUTERS",
                                                 "via Reuters",
                                                 "/TASS",
                                                 "/Getty",
                                                 "/Anadolu Agency",
                                                 "/Associated Press",
                                                 "/Xinhua",
                                                 "/NurPhoto",
                                                 "/ZUMA Press",
                                                 "Getty Images"};
  std::size_t mark = npos, mark_end = 0;
  bool opens = false;
  for (const std::string_view sign : opening) {
    const std::size_t at = paragraph.rfind(sign);
    if (at == npos || (at > 0 && paragraph[at - 1] != ' ' && paragraph[at - 1] != '(' && paragraph[at - 1] != '[' &&
                       paragraph[at - 1] != '\n' && paragraph[at - 1] != '|' && paragraph[at - 1] != '.'))
      continue;
    if (paragraph.substr(at).starts_with("Reuters/Ipsos")) continue;
    if (mark == npos || at < mark) {
      mark = at;
      mark_end = at + sign.size();
      opens = true;
    }
  }
  if (!opens) {
    for (const std::string_view sign : closing) {
      const std::size_t at = paragraph.rfind(sign);
      if (at == npos || at == 0) continue;
      const std::size_t end = at + sign.size();
      if (end < paragraph.size() && paragraph[end] != ' ' && paragraph[end] != ')' && paragraph[end] != '.' && paragraph[end] != '/' &&
          paragraph[end] != ']')
        continue;
      if (mark == npos || at < mark) {
        mark = at;
        mark_end = end;
      }
    }
  }
  if (mark == npos) return npos;
  // Behind it only a few words, all names, up to the end.
  const std::string_view behind = paragraph.substr(mark_end);
  const auto words_behind = split_words(behind);
  static constexpr std::string_view small[] = {
      "via", "by",  "for", "and", "of", "the", "file", "photo", "pool",     "handout", "contributor",  "images",  "screenshot", "de",
      "van", "von", "al",  "el",  "in", "on",  "at",   "from",  "courtesy", "office",  "photographer", "picture", "alliance"};
  if (words_behind.size() > 8) return npos;
  for (const std::string_view word : words_behind)
    if (!is_name_word(word) && !is_one_of(bare(plain(word)), small)) return npos;
  if (holds(behind, ". ") && words_behind.size() > 4) return npos;
  // Its start: a bracket, the end of a sentence, or the start of the text; between it and the mark only a name.
  std::size_t start = mark;
  if (const std::size_t bracket = paragraph.rfind('(', mark);
      bracket != npos && mark - bracket < 80 && paragraph.find(')', bracket) > mark_end - 1) {
    start = bracket;
  } else if (!opens || mark == 0) {
    start = 0;
    for (const std::string_view divider : {". ", "| ", "! ", "? ", ".\n", "\xE2\x80\x94 ", "\xE2\x80\x93 "})
      if (const std::size_t at = paragraph.rfind(divider, mark); at != npos && at + divider.size() <= mark)
        start = std::max(start, at + divider.size());
    const auto names = split_words(paragraph.substr(start, mark - start));
    // `MICHAEL B. THOMAS via Getty Images`: an initial ends no sentence.
    if (start > 0 && names.size() <= 2) {
      const auto all = split_words(paragraph.substr(0, mark));
      if (all.size() <= 5 && std::all_of(all.begin(), all.end(), is_capitalised)) start = 0;
    }
    if (names.size() > 6) return npos;
    for (const std::string_view word : names)
      if (!is_name_word(word) && !is_one_of(bare(plain(word)), small)) return npos;
  } else {
    static constexpr std::string_view only_first[] = {"Image: ", "Credit: ", "CREDIT: ", "Picture: ", "Pic: ", "Author: "};
    if (starts_with_one_of(paragraph.substr(mark), only_first) &&
        !ends_sentence(paragraph.substr(0, paragraph.find_last_not_of(' ', mark - 1) + 1)))
      return npos;
  }
  if (start > 0 && split_words(paragraph.substr(0, start)).size() > 90) return npos;
  return start;
}

std::size_t contributors_note(std::string_view paragraph) {
  static constexpr std::string_view starts[] = {
      "(Reporting by ", "(Additional reporting by ", "(Writing by ",        "(Editing by ", "(Reporting and writing by ", "(Reporting by\n",
      "(Compiled by ",  "(Reporting from ",          "(With reporting by ", "(Written by "};
  std::size_t start = npos;
  for (const std::string_view sign : starts) start = std::min(start, paragraph.find(sign));
  // `… on Friday.Contributing: Ann Ray`, where a page lost the line's end
  for (const std::string_view sign : {"Contributing: ", "Additional reporting by "})
    for (auto at = paragraph.find(sign); at != npos && start == npos; at = paragraph.find(sign, at + 1))
      if (at > 0 && (paragraph[at - 1] == '.' || paragraph[at - 1] == '"' || paragraph[at - 1] == ')') &&
          paragraph.size() - at <= longest_note)
        return at;
  if (start == npos || paragraph.size() - start > longest) return npos;
  const std::size_t close = paragraph.find(')', start);
  return close == npos || close + 4 >= paragraph.size() ? start : npos;
}

std::string_view furniture(std::string_view paragraph, Standing standing) {
  if (paragraph.empty() || paragraph.size() > longest) return {};
  if (!has_letter_or_digit(paragraph)) return "separator";
  const std::string whole = plain(paragraph);
  const std::string_view text = bare(whole);
  if (text.empty()) return "separator";
  const std::size_t words = split_words(text).size();
  const bool late = standing.index * 2 >= standing.count;

  if (is_markup(whole)) return "markup";
  if (is_one_of(text, comment_lines) || starts_with_one_of(text, comment_starts)) return "comment box";
  if (words == 2 && (text.ends_with(" comments") || text.ends_with(" comment")) && text[0] >= '0' && text[0] <= '9') return "comment box";
  if (text.starts_with("flagsharelikereply") && words <= 4) return "comment box";
  if (is_one_of(text, advertisement_lines) || (words <= 14 && starts_with_one_of(text, advertisement_starts))) return "advertisement";
  if ((starts_with_one_of(text, copyright_starts) || starts_with_one_of(whole, copyright_starts)) && words <= 80) return "copyright";
  constexpr std::size_t longest_reservation = 30;  // words
  if (words <= longest_reservation && (holds_one_of(text, copyright_parts) || (late && whole.starts_with("(c) ")))) return "copyright";
  if (words <= 80 && (holds(text, "all rights reserved") || holds(text, "copyright \xC2\xA9") || holds(text, "copyright (c)")))
    return "copyright";
  if (words <= 60 && holds(text, "may not be published, broadcast, rewritten")) return "copyright";
  if (is_contact(text, words)) return "footer";
  constexpr std::size_t longest_contact = 30;  // words
  if (late && words <= longest_contact &&
      ((whole.ends_with(':') && text.starts_with("for more ") && holds_one_of(text, contact_heads)) ||
       (holds_telephone_number(text) && !ends_sentence(whole))))
    return "footer";
  static constexpr std::string_view tag_starts[] = {"topics:", "tags:", "filed under:", "explore more on these topics", "more about:"};
  if (words <= 30 && starts_with_one_of(text, tag_starts) && !ends_sentence(whole)) return "tags";
  if (is_one_of(text, labels) && words <= 4) return "label";
  if (standing.index <= 2 && is_breadcrumb(whole) && !stated_date(whole)) return "label";
  if (is_reading_time(text, words) || is_place_in_list(text)) return "label";
  if (late && words <= 8 && text.starts_with("source:")) return "contributors";
  // What kind of text it is, above its headline.
  if (standing.index == 0 && is_one_of(text, kickers)) return "label";

  if (starts_with_one_of(text, contributor_starts) && words <= 60) return "contributors";
  if (late && words == 1 && is_initials(text)) return "contributors";
  // `Editor: Ana Ruiz`
  static constexpr std::string_view makers[] = {"editor: ", "editors: ", "author: ", "reporter: ", "writer: ", "producer: ", "edited by: "};
  if (late && words <= 8 && starts_with_one_of(whole, makers) && !ends_sentence(whole)) return "contributors";
  if (starts_with_one_of(text, short_contributor_starts) && words <= 10) return "contributors";
  if (is_reporter_note(paragraph, text) && (late || words <= 12)) return "contributors";
  if (starts_with_one_of(text, update_starts) && words <= 60) return "editor's note";
  if (starts_with_one_of(text, note_starts)) return "editor's note";
  if (words <= 25 && (holds(text, "ctrl+enter") || holds(text, "ctrl + enter"))) return "footer";  // how to report a misprint
  if (words <= 60 && (holds(text, "a small favour to ask") || holds(text, "a small favor to ask"))) return "newsletter";

  // Credits before newsletters and links, so that `Photo by` decides.
  if (is_one_of(text, agencies)) return whole[0] == '-' ? "footer" : "photo credit";
  if (const std::size_t credit = photo_credit(paragraph); credit != npos) return credit == 0 ? "photo credit" : "caption";
  if (text.starts_with("file - ") || text.starts_with("file photo") || whole.starts_with("file -- ") ||
      text.starts_with("in this file photo") || text.starts_with("pictured:") || (words <= 80 && starts_with_one_of(text, caption_starts)))
    return "caption";
  if (holds(paragraph, "(L)") && holds(paragraph, "(R)") && words <= 60) return "caption";
  // `… at a function last year. Post file photo`
  constexpr std::size_t longest_caption = 60;  // words
  if (words <= longest_caption && text.ends_with(" file photo")) return "caption";
  if (is_numbered_picture(paragraph) || (words <= 80 && holds(text, "purchase licensing rights"))) return "caption";

  if (words <= 30 && text.ends_with("sign up here")) return "newsletter";
  if (words <= 60 && (holds(text, "for as little as $") || holds(text, "please join our community"))) return "newsletter";
  if (words <= 40 && starts_with_one_of(text, newsletter_starts)) {
    // `Sign up to get an email ...` is a box; a sentence of the article would go on with a comma or a subject.
    return "newsletter";
  }
  // `Don't miss a thing. Subscribe to our …`
  if (words <= 40 && (text.starts_with("don't miss ") || text.starts_with("don’t miss ")))
    if (const std::size_t next = text.find(". "); next != npos && starts_with_one_of(text.substr(next + 2), newsletter_starts))
      return "newsletter";
  // `Get the Harbour Letter in your inbox every Friday`
  if (words <= 20 && holds(text, "in your inbox") &&
      (text.starts_with("get ") || text.starts_with("receive ") || text.starts_with("have ")))
    return "newsletter";
  // `Join the Observer's Telegram channel and get the latest news`
  if (words <= 25 && text.starts_with("join ") && holds_one_of(text, channels)) return "newsletter";
  // `Want more? Sign up for …`
  if (const std::size_t hook = text.find("? "); hook != npos && words <= 40 && split_words(text.substr(0, hook)).size() <= longest_hook) {
    if (starts_with_one_of(text.substr(hook + 2), newsletter_starts)) return "newsletter";
    if (is_contact(text.substr(hook + 2), words)) return "footer";
    // `Do you know more? Contact our reporters.`
    if (late && holds(text.substr(0, hook), "you") && starts_with_one_of(text.substr(hook + 2), appeal_starts)) return "footer";
  }
  if (words <= 30 &&
      (holds(text, "delivered to your inbox") || holds(text, "straight to your inbox") || holds(text, "to your inbox every")))
    return "newsletter";
  if (words <= 30 && starts_with_one_of(text, more_starts)) {
    const bool heading = ends_sentence(text) || words <= 16 || whole.find(':') != npos;
    if (heading) return "related";
  }
  if (whole.starts_with("related") && words == 1) return "related";
  if (words <= 6 && text.starts_with("also on ") && whole.ends_with(":")) return "related";
  static constexpr std::string_view look[] = {"watch ", "listen ", "see ", "view "};
  static constexpr std::string_view place[] = {" above", " below", " here"};
  if (words <= 20 && starts_with_one_of(text, look) &&
      std::any_of(std::begin(place), std::end(place), [&](std::string_view end) { return text.ends_with(end); }))
    return "related";
  // `Follow our coverage of Africa: https://…`
  if (words <= 25 && text.starts_with("follow ") && (holds(text, "coverage") || holds(text, "http"))) return "related";
  if (is_share_bar(text)) return "share buttons";
  if (words <= 16 &&
      (text.starts_with("if you're unable to ") || text.starts_with("if you are unable to ") ||
       text.starts_with("if you are reading this ") || text.starts_with("if you're reading this ")) &&
      holds(text, "click here"))
    return "related";
  // `Judges: The court hears three appeals today. B4.`: what stands on another page of the paper
  if (standing.index + 1 == standing.count && words >= 4 && words <= 50 && ends_with_page(text)) return "related";
  // `By continuing to use this site, you agree to the use of cookies`
  if (words <= 40 && holds(text, "cookies") && holds_one_of(text, own_pages)) return "footer";
  if (text.starts_with("h/t") && words <= 6) return "footer";
  if (!holds(text, " ") && (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www."))) return "related";
  return {};
}

}  // namespace demarche
