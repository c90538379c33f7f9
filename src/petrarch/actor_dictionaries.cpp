// Actors, agents and discards.
#include <algorithm>
#include <stdexcept>

#include "petrarch/dictionaries.h"
#include "petrarch/lines.h"
#include "text/numbers.h"
#include "text/table.h"
#include "text/utf8.h"

namespace demarche::petrarch {
namespace {

constexpr std::size_t most_variants = 64;  // of one agent, by substitution sets

// `950601` or `19950601`; years of two digits up to 30 are of this century.
std::optional<Date> read_day(std::string_view digits) {
  if (digits.size() != 6 && digits.size() != 8) return {};
  const auto number = number_in<unsigned>(digits);
  if (!number) return {};
  unsigned year = *number / 10000;
  if (digits.size() == 6) year += year <= 30 ? 2000 : 1900;
  const unsigned month = *number / 100 % 100;
  unsigned day = *number % 100;
  if (month < 1 || month > 12 || day < 1 || day > 31) return {};
  using namespace std::chrono;
  // `19990231`: the month's last day is meant.
  const auto last = year_month_day_last{std::chrono::year{static_cast<int>(year)}, month_day_last{std::chrono::month{month}}};
  day = std::min(day, static_cast<unsigned>(last.day()));
  return Date{std::chrono::year{static_cast<int>(year)}, std::chrono::month{month}, std::chrono::day{day}};
}

Date day_after(const Date& day, int days) { return std::chrono::sys_days{day} + std::chrono::days{days}; }

// `HOBGOV 19950601 - 19990815`, `HOB <950601`, `HOB`. Nothing where the days are none.
std::optional<DatedCode> read_dated_code(std::string_view text) {
  DatedCode out;
  const std::size_t end = std::min(text.find_first_of(" \t<>"), text.size());
  out.code = std::string(text.substr(0, end));
  std::string days;
  for (const char c : text.substr(end))
    if (c != ' ' && c != '\t') days += c;
  if (out.code.empty()) return {};
  if (days.empty()) return out;
  const std::string_view rest(days);
  const std::size_t hyphen = rest.find('-');
  if (rest[0] == '<' || rest[0] == '>') {
    const auto day = read_day(rest.substr(rest.size() > 1 && rest[1] == '=' ? 2 : 1));
    if (!day) return {};
    if (rest[0] == '<')
      out.last = day_after(*day, -1);
    else
      out.first = day_after(*day, 1);
    return out;
  }
  out.first = read_day(rest.substr(0, hyphen));
  out.last = hyphen == std::string_view::npos ? out.first : read_day(rest.substr(hyphen + 1));
  if (!out.first || !out.last) return {};
  return out;
}

std::string read_whole(const std::filesystem::path& path) {
  std::string text = read_file(path);
  std::size_t repaired = 0;
  return repair_utf8(text, repaired);
}

}  // namespace

std::optional<std::string> code_on(const Actors& actors, std::uint32_t name, const Date& day) {
  const DatedCode* undated = nullptr;
  for (const std::uint32_t entry : actors.named[name])
    for (const DatedCode& code : actors.codes[entry]) {
      if (!code.first && !code.last) {
        if (!undated) undated = &code;
      } else if ((!code.first || *code.first <= day) && (!code.last || day <= *code.last)) {
        return code.code;
      }
    }
  if (undated) return undated->code;
  return {};
}

void parse_actors(std::string_view text, const std::filesystem::path& path, Actors& actors, Warnings& warnings) {
  std::optional<std::uint32_t> current;
  // `ITHILEN TELEVISION`, with a blank, is also `Ithilen state-run television`; `ITHILEN_TELEVISION` is not.
  const auto add = [&](std::vector<std::string> words, bool open) {
    const std::uint32_t name = actors.phrases.add(std::move(words), static_cast<std::uint32_t>(actors.named.size()), open);
    if (name == actors.named.size()) actors.named.emplace_back();
    std::vector<std::uint32_t>& entries = actors.named[name];
    if (std::find(entries.begin(), entries.end(), *current) == entries.end()) entries.push_back(*current);
  };
  std::vector<std::string> codes;
  std::string name;
  for (const Line& line : lines_of(text)) {
    codes.clear();
    if (!take_brackets(line.text, '[', ']', name, codes)) warn(warnings, path, line, "'[' is not closed by ']'");
    const std::string_view own = trimmed(name);
    const bool synonym = own.starts_with('+');
    if (own.empty() && codes.empty()) continue;
    if ((own.empty() || synonym) && !current) {
      warn(warnings, path, line, "belongs to no actor: none stands before it");
      continue;
    }
    if (!own.empty()) {
      if (!synonym) {
        current = static_cast<std::uint32_t>(actors.codes.size());
        actors.codes.emplace_back();
      }
      std::vector<std::string> words = words_of(synonym ? own.substr(1) : own);
      if (words.empty())
        warn(warnings, path, line, "names no actor");
      else {
        const bool open = own.find(' ') != std::string_view::npos && own[0] != '+';
        add(words, open);
        if (!own.ends_with('_')) {
          words.back() = plural_of(words.back());
          add(std::move(words), open);
        }
      }
    }
    for (const std::string& code : codes) {
      if (auto dated = read_dated_code(code))
        actors.codes[*current].push_back(std::move(*dated));
      else
        warn(warnings, path, line, "[" + code + "] is no code with days written YYMMDD or YYYYMMDD; it is left out");
    }
  }
}

void parse_agents(std::string_view text, const std::filesystem::path& path, Agents& agents, Warnings& warnings) {
  std::unordered_map<std::string, std::vector<std::string>> sets;
  std::vector<std::string> codes, plurals;
  std::string outside, phrase;
  for (const Line& line : lines_of(text)) {
    const std::size_t equals = line.text.find('=');
    if (line.text.starts_with('!') && equals != std::string_view::npos) {
      const std::string_view name = trimmed(line.text.substr(0, equals));
      sets[std::string(name)] = split_list(line.text.substr(equals + 1), ',');
      continue;
    }
    codes.clear();
    plurals.clear();
    if (!take_brackets(line.text, '[', ']', outside, codes) || codes.size() != 1) {
      warn(warnings, path, line, "an agent has one code in square brackets");
      continue;
    }
    const bool own_plurals = outside.find('{') != std::string::npos;
    if (!take_brackets(outside, '{', '}', phrase, plurals)) {
      warn(warnings, path, line, "'{' is not closed by '}'");
      continue;
    }
    Agent agent;
    agent.code = codes[0];
    if (agent.code.starts_with('~')) {
      agent.code = std::string(trimmed(std::string_view(agent.code).substr(1)));
    } else if (agent.code.ends_with('~')) {
      agent.before = true;
      agent.code.pop_back();
      agent.code = std::string(trimmed(agent.code));
    } else {
      warn(warnings, path, line, "[" + agent.code + "]: '~' says where the actor's code goes, and there is none");
      continue;
    }
    std::vector<std::string> variants = {phrase};
    for (std::size_t v = 0; v < variants.size() && variants.size() < most_variants;) {
      const std::size_t open = variants[v].find('!');
      const std::size_t close = open == std::string::npos ? open : variants[v].find('!', open + 1);
      const auto set = close == std::string::npos ? sets.end() : sets.find(variants[v].substr(open, close - open + 1));
      if (set == sets.end()) {
        if (close != std::string::npos) warn(warnings, path, line, "no set is named " + variants[v].substr(open, close - open + 1));
        ++v;
        continue;
      }
      const std::string before = variants[v].substr(0, open), behind = variants[v].substr(close + 1);
      variants.erase(variants.begin() + static_cast<std::ptrdiff_t>(v));
      for (const std::string& word : set->second) variants.push_back(before + word + behind);
    }
    const auto value = static_cast<std::uint32_t>(agents.agents.size());
    agents.agents.push_back(agent);
    for (const std::string& variant : variants) {
      std::vector<std::string> words = words_of(variant);
      if (words.empty()) {
        warn(warnings, path, line, "names no agent");
        continue;
      }
      agents.phrases.add(words, value);
      if (!own_plurals) {
        words.back() = plural_of(words.back());
        agents.phrases.add(std::move(words), value);
      }
    }
    for (const std::string& list : plurals)
      for (const std::string_view plural : blank_separated(list)) agents.phrases.add(words_of(plural), value);
  }
}

void parse_discards(std::string_view text, const std::filesystem::path&, Discards& discards) {
  for (const Line& line : lines_of(text)) {
    const bool story = line.text.starts_with('+');
    discards.phrases.add(words_of(story ? line.text.substr(1) : line.text), story ? 1 : 0);
  }
}

void read_actors(const std::filesystem::path& path, Actors& actors, Warnings& warnings) {
  const std::size_t before = actors.codes.size();
  parse_actors(read_whole(path), path, actors, warnings);
  if (actors.codes.size() == before) throw std::runtime_error(path.string() + ": holds no actor");
}

void read_agents(const std::filesystem::path& path, Agents& agents, Warnings& warnings) {
  const std::size_t before = agents.agents.size();
  parse_agents(read_whole(path), path, agents, warnings);
  if (agents.agents.size() == before) throw std::runtime_error(path.string() + ": holds no agent");
}

void read_discards(const std::filesystem::path& path, Discards& discards, Warnings&) { parse_discards(read_whole(path), path, discards); }

}  // namespace demarche::petrarch
