// PETRARCH's dictionaries as their authors wrote them: actors with dated codes, agents, discards, verbs with patterns, and the table by
// which codes of nested verbs are added. Formats: Schrodt, Beieler and Idris 2014 (PETRARCH); Norris, Schrodt and Beieler 2017 (PETRARCH2).
// docs/dictionaries.md says what is read and how.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/date.h"

namespace demarche::petrarch {

// What was passed over in a file that is read all the same: `path:line: what`.
using Warnings = std::vector<std::string>;

// The words of a phrase as dictionaries and sentences are compared: in capitals, divided at blanks, underscores and hyphens; brackets and
// quotation marks fall away. `AL-QAEDA`, `Al - Qaeda` and `AL_QAEDA` give the same two.
std::vector<std::string> words_of(std::string_view phrase);
// The regular plural of a noun in capitals: `PARTIES`, `CHURCHES`, `SOLDIERS`.
std::string plural_of(const std::string& noun);

// Phrases by their words; the longest that begins at a place is found.
class PhraseIndex {
 public:
  struct Found {
    std::size_t length = 0;  // in words
    std::uint32_t value = 0;
  };
  // The first phrase of the same words stays; returns its value. `open`: others may stand between its words, if not many.
  std::uint32_t add(std::vector<std::string> words, std::uint32_t value, bool open = false);
  std::optional<Found> longest(std::span<const std::string> words) const;
  // All, the longest first.
  std::vector<Found> all(std::span<const std::string> words) const;
  bool empty() const { return entries_.empty(); }

 private:
  struct Entry {
    std::vector<std::string> words;
    std::uint32_t value;
    bool open;
  };
  std::unordered_map<std::string, std::vector<Entry>> entries_;  // by first word, longest first
};

// A code and the days on which it holds, both included; open where there is none.
struct DatedCode {
  std::string code;
  std::optional<Date> first, last;
};
struct Actors {
  PhraseIndex phrases;  // values: indices of `named`
  std::vector<std::vector<std::uint32_t>>
      named;                                  // who may be meant: indices of `codes`; several where two entries have a synonym in common
  std::vector<std::vector<DatedCode>> codes;  // of each entry, in the order of the file
};
// The first dated code that holds on the day, else the first undated one, else nothing. `name` is an index of `named`.
std::optional<std::string> code_on(const Actors& actors, std::uint32_t name, const Date& day);

struct Agent {
  std::string code;     // `GOV` of `[~GOV]`
  bool before = false;  // `[NGO~]`: stands before the actor's code
};
struct Agents {
  PhraseIndex phrases;  // values: indices of `agents`
  std::vector<Agent> agents;
};

struct Discards {
  PhraseIndex phrases;  // value 1: the whole story is passed over; 0: the sentence
};

enum class TokenKind : std::uint8_t { word, synset, source, target, skipped, compound };
// One element of a pattern. `beside`: directly next to the element between it and the verb (written with `_`).
struct PatternToken {
  TokenKind kind = TokenKind::word;
  std::string text;          // of a word
  std::uint32_t synset = 0;  // index of Verbs::synsets
  bool beside = false;
  bool plural = false;       // the regular plural is meant too
  std::uint16_t group = 0;   // elements in the same brackets share a number; 0: none
  bool noun_phrase = false;  // `{…}`: in one noun phrase; else the brackets are `(…)`: one prepositional phrase
  friend bool operator==(const PatternToken&, const PatternToken&) = default;
};
// The codes of an event and of its mirror image, as `032:033`; either may be empty. `---` is read as empty: nothing is coded.
struct CodePair {
  std::string code, mirrored;
  bool empty() const { return code.empty() && mirrored.empty(); }
};
struct Pattern {
  std::vector<PatternToken> left, right;  // nearest to the verb first
  CodePair codes;
  std::size_t line = 0;
};
// Words that stand for each other, each a small pattern of its own, in reading order.
struct Synset {
  std::vector<std::vector<PatternToken>> phrases;
};
struct VerbBlock {
  std::string name;
  std::vector<Pattern> patterns;  // the longest first, otherwise in the order of the file
};
// A verb as it may stand in a sentence: `CORDONED OFF`, the inflected word at `inflected`.
struct VerbForm {
  std::vector<std::string> words;
  std::size_t inflected = 0;
  std::uint32_t block = 0;
  CodePair codes;
  bool listed = false;  // written in the dictionary, not formed by rule
};
// `~ a (b . ATTACK) SAY = a b 112`: who the words are, `.` and `_` for nobody; the verbs are given by their codes.
struct Transformation {
  char outer_source = 0, inner_source = 0, inner_target = 0, source = 0, target = 0;
  std::string outer_code, inner_code, code;  // inner_code and code `Q`: any, and the inner event's
};
struct Verbs {
  std::vector<Synset> synsets;
  std::vector<VerbBlock> blocks;
  std::unordered_map<std::string, std::vector<VerbForm>> forms;  // by the inflected word, most words first
  std::vector<Transformation> transformations;
  bool phrase_patterns = false;  // PETRARCH2's format: patterns with brackets
};

// Codes as sums of meanings (PETRARCH's internal coding ontology): what `want` + `help` make together.
struct CodeTable {
  std::unordered_map<std::string, std::int64_t> value_of;
  std::unordered_map<std::int64_t, std::string> code_of;
};

// All of these throw std::runtime_error where a file can't be read, or holds nothing of its kind.
void read_actors(const std::filesystem::path& path, Actors& actors, Warnings& warnings);
void read_agents(const std::filesystem::path& path, Agents& agents, Warnings& warnings);
void read_discards(const std::filesystem::path& path, Discards& discards, Warnings& warnings);
void read_verbs(const std::filesystem::path& path, Verbs& verbs, Warnings& warnings);
void read_code_table(const std::filesystem::path& path, CodeTable& table, Warnings& warnings);
// The same of text at hand; `path` is named in messages alone.
void parse_actors(std::string_view text, const std::filesystem::path& path, Actors& actors, Warnings& warnings);
void parse_agents(std::string_view text, const std::filesystem::path& path, Agents& agents, Warnings& warnings);
void parse_discards(std::string_view text, const std::filesystem::path& path, Discards& discards);
void parse_verbs(std::string_view text, const std::filesystem::path& path, Verbs& verbs, Warnings& warnings);
void parse_code_table(std::string_view text, const std::filesystem::path& path, CodeTable& table, Warnings& warnings);

struct Dictionaries {
  Actors actors;
  Agents agents;
  Discards discards;
  Verbs verbs;
  CodeTable codes;
};

}  // namespace demarche::petrarch
