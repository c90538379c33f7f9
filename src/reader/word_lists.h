// The closed lists of the tokenizer: abbreviations, prefixes, units, endings of addresses. All in lower case, sorted.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "reader/characters.h"

namespace demarche::word_lists {

using std::string_view_literals::operator""sv;

// Always followed by a name or more, never the end of a sentence: the full stop is theirs.
inline constexpr std::array titles = {
    "adm"sv, "amb"sv,    "asst"sv, "atty"sv,  "brig"sv, "capt"sv, "cardl"sv, "cmdr"sv, "cmdt"sv, "col"sv,  "cpl"sv,  "cpt"sv,
    "del"sv, "dr"sv,     "drs"sv,  "fr"sv,    "ft"sv,   "gen"sv,  "gov"sv,   "govs"sv, "hon"sv,  "insp"sv, "lt"sv,   "ltc"sv,
    "maj"sv, "messrs"sv, "mlle"sv, "mme"sv,   "mr"sv,   "mrs"sv,  "ms"sv,    "msgr"sv, "mt"sv,   "mts"sv,  "mx"sv,   "ofc"sv,
    "pfc"sv, "pres"sv,   "prof"sv, "profs"sv, "pvt"sv,  "rep"sv,  "reps"sv,  "rev"sv,  "revd"sv, "sen"sv,  "sens"sv, "sgt"sv,
    "sr"sv,  "sra"sv,    "ssgt"sv, "st"sv,    "ste"sv,  "supt"sv, "treas"sv, "vs"sv};
// Written with a full stop wherever they stand; at a sentence's end the stop does both jobs.
inline constexpr std::array abbreviations = {
    "abbr"sv, "acad"sv, "addl"sv, "al"sv,   "approx"sv, "apr"sv,  "apt"sv,  "arr"sv,  "arrv"sv, "assn"sv, "assoc"sv, "attn"sv,  "aug"sv,
    "ave"sv,  "avg"sv,  "bldg"sv, "blvd"sv, "ca"sv,     "cf"sv,   "cie"sv,  "co"sv,   "conf"sv, "corp"sv, "dec"sv,   "dept"sv,  "depts"sv,
    "dist"sv, "div"sv,  "eds"sv,  "eg"sv,   "esp"sv,    "esq"sv,  "etc"sv,  "exec"sv, "ext"sv,  "feb"sv,  "figs"sv,  "fwd"sv,   "govt"sv,
    "hrs"sv,  "hwy"sv,  "ibid"sv, "ie"sv,   "inc"sv,    "incl"sv, "inst"sv, "intl"sv, "jan"sv,  "jr"sv,   "lb"sv,    "lbs"sv,   "ltd"sv,
    "lv"sv,   "mfg"sv,  "misc"sv, "natl"sv, "nov"sv,    "oct"sv,  "oz"sv,   "para"sv, "pct"sv,  "ph"sv,   "pkg"sv,   "plc"sv,   "pp"sv,
    "pt"sv,   "pty"sv,  "qtr"sv,  "rd"sv,   "resp"sv,   "sept"sv, "seq"sv,  "spec"sv, "sq"sv,   "supp"sv, "thur"sv,  "thurs"sv, "tue"sv,
    "tues"sv, "univ"sv, "viz"sv,  "vol"sv,  "vols"sv,   "wm"sv,   "yr"sv,   "yrs"sv};
// Like them, but only with a capital letter: `Ill.`, not `ill.`
inline constexpr std::array names = {"ala"sv,  "alta"sv, "ariz"sv, "ark"sv, "bros"sv, "calif"sv, "colo"sv, "conn"sv, "ed"sv,   "eds"sv,
                                     "fla"sv,  "ga"sv,   "ia"sv,   "ill"sv, "ind"sv,  "kan"sv,   "ky"sv,   "md"sv,   "mich"sv, "minn"sv,
                                     "mo"sv,   "mont"sv, "neb"sv,  "nev"sv, "okla"sv, "ont"sv,   "ore"sv,  "pa"sv,   "ph"sv,   "que"sv,
                                     "tenn"sv, "tex"sv,  "va"sv,   "vt"sv,  "wed"sv,  "wis"sv,   "wm"sv,   "wyo"sv};
// Words as well: abbreviations only before a number (`No. 5`, `Sat. 14 May`).
inline constexpr std::array before_numbers = {"art"sv, "b"sv,   "c"sv, "ch"sv,  "chap"sv, "cl"sv,   "d"sv,   "ed"sv,  "fig"sv, "fri"sv,
                                              "jul"sv, "jun"sv, "m"sv, "mar"sv, "may"sv,  "mon"sv,  "no"sv,  "nos"sv, "nr"sv,  "p"sv,
                                              "par"sv, "pos"sv, "r"sv, "sat"sv, "sec"sv,  "sect"sv, "sun"sv, "tel"sv, "v"sv};
inline constexpr std::array weekdays = {"fri"sv, "mon"sv, "sat"sv, "sun"sv};
inline constexpr std::array months = {"apr"sv, "aug"sv, "dec"sv, "feb"sv, "jan"sv, "jul"sv,
                                      "jun"sv, "mar"sv, "may"sv, "nov"sv, "oct"sv, "sep"sv};
// Joined to the word behind them by their hyphen; all other hyphens stand as words of their own.
inline constexpr std::array prefixes = {
    "anti"sv,  "arch"sv,   "bi"sv,     "bio"sv,   "co"sv,    "counter"sv, "cross"sv, "crypto"sv, "cyber"sv, "de"sv,    "e"sv,    "ex"sv,
    "extra"sv, "geo"sv,    "hyper"sv,  "infra"sv, "inter"sv, "intra"sv,   "macro"sv, "mega"sv,   "meta"sv,  "micro"sv, "mid"sv,  "mini"sv,
    "mis"sv,   "mono"sv,   "multi"sv,  "neo"sv,   "non"sv,   "over"sv,    "paleo"sv, "para"sv,   "poly"sv,  "post"sv,  "pre"sv,  "pro"sv,
    "proto"sv, "pseudo"sv, "psycho"sv, "re"sv,    "semi"sv,  "socio"sv,   "sub"sv,   "trans"sv,  "tri"sv,   "ultra"sv, "under"sv};
// Stand by themselves behind a number (`5pm` is two words, `3rd` and `18T` one).
inline constexpr std::array units = {"am"sv,  "b"sv,   "bn"sv,   "cc"sv,  "cm"sv, "db"sv,  "ft"sv,   "g"sv,  "gal"sv, "gb"sv, "ghz"sv,
                                     "h"sv,   "ha"sv,  "hh"sv,   "hp"sv,  "hr"sv, "hrs"sv, "hz"sv,   "in"sv, "k"sv,   "kb"sv, "kg"sv,
                                     "khz"sv, "km"sv,  "kph"sv,  "kw"sv,  "l"sv,  "lb"sv,  "lbs"sv,  "m"sv,  "mb"sv,  "mg"sv, "mhz"sv,
                                     "mi"sv,  "min"sv, "mins"sv, "ml"sv,  "mm"sv, "mn"sv,  "mph"sv,  "ms"sv, "mt"sv,  "mw"sv, "nm"sv,
                                     "oz"sv,  "pc"sv,  "pm"sv,   "psi"sv, "pt"sv, "sec"sv, "secs"sv, "sq"sv, "tb"sv,  "tn"sv, "tr"sv,
                                     "w"sv,   "x"sv,   "yd"sv,   "yds"sv, "yr"sv, "yrs"sv};
// Last parts of addresses and of names of files.
inline constexpr std::array address_ends = {
    "aero"sv, "ai"sv,  "asp"sv,    "au"sv,   "avi"sv,  "be"sv,   "bin"sv,  "biz"sv, "bmp"sv,  "br"sv,  "ca"sv,  "cfm"sv, "ch"sv,   "cn"sv,
    "co"sv,   "com"sv, "cpp"sv,    "csv"sv,  "cz"sv,   "de"sv,   "dk"sv,   "doc"sv, "docx"sv, "edu"sv, "es"sv,  "eu"sv,  "exe"sv,  "fi"sv,
    "fm"sv,   "fr"sv,  "gif"sv,    "gov"sv,  "gr"sv,   "gz"sv,   "hk"sv,   "htm"sv, "html"sv, "hu"sv,  "ie"sv,  "il"sv,  "info"sv, "int"sv,
    "io"sv,   "ir"sv,  "jp"sv,     "jpeg"sv, "jpg"sv,  "js"sv,   "json"sv, "jsp"sv, "ke"sv,   "kr"sv,  "ly"sv,  "mil"sv, "mobi"sv, "mov"sv,
    "mp"sv,   "mpg"sv, "museum"sv, "mx"sv,   "name"sv, "net"sv,  "news"sv, "ng"sv,  "nl"sv,   "nz"sv,  "org"sv, "pdf"sv, "ph"sv,   "php"sv,
    "pk"sv,   "pl"sv,  "png"sv,    "ppt"sv,  "pptx"sv, "pro"sv,  "ps"sv,   "pt"sv,  "py"sv,   "ro"sv,  "rs"sv,  "rtf"sv, "ru"sv,   "se"sv,
    "sg"sv,   "sh"sv,  "svg"sv,    "tar"sv,  "tgz"sv,  "th"sv,   "tiff"sv, "tr"sv,  "tv"sv,   "tw"sv,  "txt"sv, "tz"sv,  "ua"sv,   "uk"sv,
    "url"sv,  "us"sv,  "vn"sv,     "wav"sv,  "xls"sv,  "xlsx"sv, "xml"sv,  "za"sv,  "zip"sv};
// First parts of names of news groups, which are written like addresses.
inline constexpr std::array news_groups = {"alt"sv, "ba"sv, "comp"sv, "misc"sv, "rec"sv, "sci"sv, "soc"sv, "talk"sv};
// One word although a slash is in them.
inline constexpr std::array with_slash = {"b/c"sv, "b/w"sv, "f/t"sv, "n/a"sv, "o/w"sv, "p/t"sv, "s/he"sv, "w/in"sv, "w/o"sv, "w/out"sv};
// Begin with an apostrophe.
inline constexpr std::array clipped = {"bout"sv, "cause"sv, "em"sv,  "fraid"sv, "n"sv,   "nother"sv,
                                       "nuff"sv, "round"sv, "til"sv, "till"sv,  "tis"sv, "twas"sv};

// Two words written as one, with the length of the first.
struct Fused {
  std::string_view word;
  std::size_t first;
};
inline constexpr std::array fused = {Fused{"aint", 2},   Fused{"arent", 3},  Fused{"cannot", 3}, Fused{"cant", 2},    Fused{"couldnt", 5},
                                     Fused{"didnt", 3},  Fused{"doesnt", 4}, Fused{"dont", 2},   Fused{"gimme", 3},   Fused{"gonna", 3},
                                     Fused{"gotta", 3},  Fused{"hadnt", 3},  Fused{"hasnt", 3},  Fused{"havent", 4},  Fused{"im", 1},
                                     Fused{"isnt", 2},   Fused{"ive", 1},    Fused{"lemme", 3},  Fused{"outta", 3},   Fused{"shouldnt", 6},
                                     Fused{"thats", 4},  Fused{"theres", 5}, Fused{"theyre", 4}, Fused{"wanna", 3},   Fused{"wasnt", 3},
                                     Fused{"werent", 4}, Fused{"whats", 4},  Fused{"wont", 2},   Fused{"wouldnt", 5}, Fused{"youll", 3},
                                     Fused{"youre", 3},  Fused{"youve", 3}};

template <std::size_t n>
constexpr bool sorted(const std::array<std::string_view, n>& list) {
  return std::is_sorted(list.begin(), list.end());
}

static_assert(sorted(names) && sorted(titles) && sorted(abbreviations) && sorted(before_numbers) && sorted(prefixes) && sorted(units) &&
              sorted(address_ends) && sorted(news_groups) && sorted(with_slash) && sorted(clipped));

// Is this word, in any case, in the list? Without allocation; no list has words longer than 12 letters.
template <std::size_t n>
bool has(const std::array<std::string_view, n>& list, std::string_view word) {
  char lower[12];
  if (word.empty() || word.size() > sizeof lower) return false;
  for (std::size_t i = 0; i < word.size(); ++i) lower[i] = to_ascii_lower(word[i]);
  return std::binary_search(list.begin(), list.end(), std::string_view(lower, word.size()));
}

// `Gen.`, `Brig.`
inline bool is_abbreviated_title(std::string_view word) { return word.ends_with('.') && has(titles, word.substr(0, word.size() - 1)); }

// Length of the first of two fused words, or 0.
inline std::size_t fused_at(std::string_view word) {
  char lower[8];
  if (word.size() < 2 || word.size() > sizeof lower) return 0;
  for (std::size_t i = 0; i < word.size(); ++i) lower[i] = to_ascii_lower(word[i]);
  const std::string_view key(lower, word.size());
  const auto found = std::lower_bound(fused.begin(), fused.end(), key, [](const Fused& a, std::string_view b) { return a.word < b; });
  return found != fused.end() && found->word == key ? found->first : 0;
}

}  // namespace demarche::word_lists
