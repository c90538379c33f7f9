// Verbs with their patterns, synonym sets and transformations, in PETRARCH's and PETRARCH2's formats.
#include <algorithm>
#include <stdexcept>

#include "petrarch/dictionaries.h"
#include "petrarch/lines.h"
#include "text/table.h"
#include "text/utf8.h"

namespace demarche::petrarch {
namespace {

constexpr std::size_t longest_pattern = 64;  // elements; the longest in use has 12

bool codes_nothing(std::string_view code) { return code.empty() || code == "---" || code == "+++" || code == "###"; }

// `032:033`, `:173`, `064`, `---`.
CodePair read_codes(std::string_view text) {
  const std::size_t colon = text.find(':');
  CodePair pair;
  const std::string_view code = trimmed(text.substr(0, colon));
  const std::string_view mirrored = colon == std::string_view::npos ? std::string_view() : trimmed(text.substr(colon + 1));
  if (!codes_nothing(code)) pair.code = std::string(code);
  if (!codes_nothing(mirrored)) pair.mirrored = std::string(mirrored);
  return pair;
}

void by_length(std::vector<Pattern>& patterns) {
  std::stable_sort(patterns.begin(), patterns.end(),
                   [](const Pattern& a, const Pattern& b) { return a.left.size() + a.right.size() > b.left.size() + b.right.size(); });
}

// All but `-`: -s, -ed, -ing as PETRARCH forms them, and the spelling of the language where that differs.
std::vector<std::string> regular_forms(const std::string& verb) {
  const auto ends = [&](std::string_view end) { return verb.ends_with(end); };
  const std::string stem = verb.substr(0, verb.size() - 1);
  if (ends("E")) return {verb + "S", verb + "D", stem + "ING"};
  if (verb.size() > 1 && ends("Y") && std::string_view("AEIOU").find(verb[verb.size() - 2]) == std::string_view::npos)
    return {stem + "IES", stem + "IED", verb + "ING"};
  if (ends("S") || ends("X") || ends("Z") || ends("CH") || ends("SH")) return {verb + "ES", verb + "ED", verb + "ING"};
  std::vector<std::string> forms = {verb + "S", verb + "ED", verb + "ING"};
  const auto vowel = [&](std::size_t from_end) {
    return verb.size() >= from_end && std::string_view("AEIOU").find(verb[verb.size() - from_end]) != std::string_view::npos;
  };
  if (verb.size() > 2 && !vowel(1) && vowel(2) && !vowel(3) && !ends("W") && !ends("Y")) {  // `stopped`, `travelling`
    forms.push_back(verb + verb.back() + "ED");
    forms.push_back(verb + verb.back() + "ING");
  }
  return forms;
}

class Reader {
 public:
  Reader(const std::filesystem::path& path, Verbs& verbs, Warnings& warnings) : path_(path), verbs_(verbs), warnings_(warnings) {}

  void read(std::string_view text) {
    const std::vector<Line> lines = lines_of(text);
    for (const Line& line : lines)
      if (is_pattern(line.text) && line.text.find_first_of("({") != std::string_view::npos) verbs_.phrase_patterns = true;
    // Sets may be used above the place where they are defined.
    for (const Line& line : lines)
      if (line.text.starts_with('&')) define(line.text.substr(1));
    for (const Line& line : lines) read_line(line);
    for (VerbBlock& block : verbs_.blocks) by_length(block.patterns);
    for (auto& [word, forms] : verbs_.forms)
      std::stable_sort(forms.begin(), forms.end(), [](const VerbForm& a, const VerbForm& b) { return a.words.size() > b.words.size(); });
    for (std::size_t t = 0; t < transformations_.size(); ++t) settle(transformations_[t].first, transformations_[t].second);
  }

 private:
  // Blanks around the name of a block may be missing: `---ACCORD [---] ---`.
  static bool is_header(std::string_view line) { return line.starts_with("---"); }
  static bool is_pattern(std::string_view line) { return line.starts_with('-') && !is_header(line); }

  void define(std::string_view name) {
    if (synset_of_.emplace(set_name(name), verbs_.synsets.size()).second) verbs_.synsets.emplace_back();
  }
  // `AID` of `AID_  # what is given`; empty where there is none.
  static std::string set_name(std::string_view text) {
    const auto parts = blank_separated(text);
    return parts.empty() ? std::string() : std::string(without_stop(parts[0]));
  }
  static std::string_view without_stop(std::string_view name) {
    while (name.ends_with('_')) name.remove_suffix(1);
    return name;
  }

  void read_line(const Line& line) {
    const char first = line.text[0];
    if (first == '&') {
      const auto found = synset_of_.find(set_name(line.text.substr(1)));
      synset_ = found == synset_of_.end() ? -1 : static_cast<int>(found->second);
    } else if (first == '+' && synset_ >= 0) {
      read_synonym(line);
    } else {
      synset_ = -1;
      if (is_header(line.text))
        read_header(line);
      else if (first == '-')
        read_pattern(line);
      else if (first == '~')
        read_transformation(line);
      else if (first == '*' || first == '=')
        warn(warnings_, path_, line, "is neither a verb nor a pattern ('- …')");
      else
        read_verb(line);
    }
  }

  void read_synonym(const Line& line) {
    std::vector<PatternToken> tokens;
    std::string_view text = trimmed(line.text.substr(1));
    const bool stopped = text.ends_with('_');
    // Brackets say in PETRARCH2's sets that the words are a phrase; the words are what counts.
    std::string plain(text);
    for (char& c : plain)
      if (c == '(' || c == ')' || c == '{' || c == '}') c = ' ';
    if (!read_chunks(line, plain, 0, false, tokens) || tokens.empty()) return;
    if (!stopped && tokens.back().kind == TokenKind::word) tokens.back().plural = true;
    verbs_.synsets[static_cast<std::size_t>(synset_)].phrases.push_back(std::move(tokens));
  }

  void read_header(const Line& line) {
    std::vector<std::string> codes;
    std::string outside;
    take_brackets(line.text, '[', ']', outside, codes);
    VerbBlock block;
    for (const std::string_view part : blank_separated(outside))
      if (part != "---" && block.name.empty()) block.name = std::string(part.starts_with("---") ? part.substr(3) : part);
    block_codes_ = codes.empty() ? CodePair() : read_codes(codes[0]);
    while (block.name.ends_with('_')) block.name.pop_back();
    code_of_block_.emplace(block.name, block_codes_.code);
    verbs_.blocks.push_back(std::move(block));
  }

  void read_verb(const Line& line) {
    if (verbs_.blocks.empty()) {
      warn(warnings_, path_, line, "a verb stands before the first block ('--- NAME [code] ---')");
      return;
    }
    std::vector<std::string> codes, lists;
    std::string outside, name;
    if (!take_brackets(line.text, '[', ']', outside, codes)) warn(warnings_, path_, line, "'[' is not closed by ']'");
    const bool listed = outside.find('{') != std::string::npos;
    if (!take_brackets(outside, '{', '}', name, lists)) warn(warnings_, path_, line, "'{' is not closed by '}'");
    // `RULE OUT`: words between blanks are words of one verb too, the first inflected.
    std::string joined;
    for (const std::string_view part : blank_separated(name)) joined += (joined.empty() ? "" : "_") + std::string(part);
    const CodePair pair = codes.empty() ? block_codes_ : read_codes(codes[0]);
    if (!codes.empty()) code_of_block_.emplace(upper(without_stop(joined)), pair.code);
    add_form(line, joined, pair, true, !listed);
    for (const std::string& list : lists)
      for (const std::string_view form : blank_separated(list)) add_form(line, form, pair, true, false);
  }

  void add_form(const Line& line, std::string_view text, const CodePair& codes, bool listed, bool with_regular) {
    VerbForm form;
    form.block = static_cast<std::uint32_t>(verbs_.blocks.size() - 1);
    form.codes = codes;
    form.listed = listed;
    std::size_t at = 0;
    while (at <= text.size()) {
      const std::size_t end = std::min(text.find('_', at), text.size());
      std::string_view part = text.substr(at, end - at);
      if (part.starts_with('+')) {
        form.inflected = form.words.size();
        part.remove_prefix(1);
      }
      for (std::string& word : words_of(part)) form.words.push_back(std::move(word));
      at = end + 1;
    }
    if (form.words.empty() || form.inflected >= form.words.size()) {
      warn(warnings_, path_, line, "names no verb");
      return;
    }
    const std::string verb = form.words[form.inflected];
    insert(form);
    if (!with_regular) return;
    form.listed = false;
    for (const std::string& inflected : regular_forms(verb)) {
      form.words[form.inflected] = inflected;
      insert(form);
    }
  }

  void insert(const VerbForm& form) {
    std::vector<VerbForm>& forms = verbs_.forms[form.words[form.inflected]];
    for (VerbForm& there : forms)
      if (there.words == form.words && there.inflected == form.inflected) {
        // A listed form is stronger than one that was formed by rule; otherwise the later one holds.
        if (form.listed || !there.listed) there = form;
        return;
      }
    forms.push_back(form);
  }

  // Elements of a stretch without brackets. False where something can't be read (a warning says what).
  bool read_chunks(const Line& line, std::string_view text, std::uint16_t group, bool noun_phrase, std::vector<PatternToken>& out) {
    for (const std::string_view chunk : blank_separated(text)) {
      bool beside = false;
      for (std::size_t at = 0; at <= chunk.size();) {
        const std::size_t end = std::min(chunk.find('_', at), chunk.size());
        const std::string_view part = chunk.substr(at, end - at);
        at = end + 1;
        if (part.empty()) continue;
        PatternToken token;
        token.group = group;
        token.noun_phrase = noun_phrase;
        token.beside = beside;
        beside = true;
        if (part == "*") {
          token.text = "*";
        } else if (part == "$") {
          token.kind = TokenKind::source;
        } else if (part == "+") {
          token.kind = TokenKind::target;
        } else if (part == "^") {
          token.kind = TokenKind::skipped;
        } else if (part == "%") {
          token.kind = TokenKind::compound;
        } else if (part[0] == '&') {
          const auto set = synset_of_.find(std::string(without_stop(part.substr(1))));
          if (set == synset_of_.end()) {
            warn(warnings_, path_, line, "no set is named " + std::string(part));
            return false;
          }
          token.kind = TokenKind::synset;
          token.synset = static_cast<std::uint32_t>(set->second);
        } else {
          for (std::string& word : words_of(part)) {
            token.text = std::move(word);
            if (out.size() < longest_pattern) out.push_back(token);
            token.beside = true;
          }
          continue;
        }
        if (out.size() < longest_pattern) out.push_back(token);
      }
    }
    return true;
  }

  void read_pattern(const Line& line) {
    if (verbs_.blocks.empty()) {
      warn(warnings_, path_, line, "a pattern stands before the first block ('--- NAME [code] ---')");
      return;
    }
    const std::size_t open = line.text.find('['), close = line.text.find(']', std::min(open, line.text.size()));
    if (open == std::string_view::npos || close == std::string_view::npos) {
      warn(warnings_, path_, line, "a pattern ends with its code in square brackets");
      return;
    }
    std::string_view text = line.text.substr(1, open - 1);
    std::vector<PatternToken> tokens;
    std::uint16_t groups = 0;
    // Brackets do not nest deeper than `(TO {PEACE PLAN})`: the inner ones say what the outer ones say already, that the words belong
    // together.
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t bracket = std::min(text.find_first_of("({", at), text.size());
      if (!read_chunks(line, text.substr(at, bracket - at), 0, false, tokens)) return;
      if (bracket == text.size()) break;
      const bool braces = text[bracket] == '{';
      const std::size_t end = text.find(braces ? '}' : ')', bracket);
      if (end == std::string_view::npos) {
        warn(warnings_, path_, line, braces ? "'{' is not closed by '}'" : "'(' is not closed by ')'");
        return;
      }
      std::string inside(text.substr(bracket + 1, end - bracket - 1));
      for (char& c : inside)
        if (c == '{' || c == '}' || c == '(' || c == ')') c = ' ';
      if (!read_chunks(line, inside, ++groups, braces, tokens)) return;
      at = end + 1;
    }
    const auto is_verb = [](const PatternToken& token) { return token.kind == TokenKind::word && token.text == "*"; };
    const auto verb = std::find_if(tokens.begin(), tokens.end(), is_verb);
    if (verb == tokens.end()) {
      warn(warnings_, path_, line, "a pattern has a '*' where its verb stands");
      return;
    }
    Pattern pattern;
    pattern.line = line.number;
    pattern.codes = read_codes(trimmed(line.text.substr(open + 1, close - open - 1)));
    pattern.right.assign(verb + 1, tokens.end());
    for (auto token = verb; token != tokens.begin();) {
      const bool beside = token->beside;
      pattern.left.push_back(*--token);
      pattern.left.back().beside = beside;
    }
    if (pattern.left.empty() && pattern.right.empty()) {  // `- * [042:043]`: the verb itself
      for (auto& [word, forms] : verbs_.forms)
        for (VerbForm& form : forms)
          if (form.block + 1 == verbs_.blocks.size() && form.codes.empty()) form.codes = pattern.codes;
      return;
    }
    // Written twice in a block, a pattern of PETRARCH2's format means what it means the second time.
    if (verbs_.phrase_patterns)
      for (Pattern& there : verbs_.blocks.back().patterns)
        if (there.left == pattern.left && there.right == pattern.right) {
          there = std::move(pattern);
          return;
        }
    verbs_.blocks.back().patterns.push_back(std::move(pattern));
  }

  // ~ a (b . ATTACK) SAY = a b 112
  void read_transformation(const Line& line) {
    std::string spaced(line.text.substr(1));
    for (char& c : spaced)
      if (c == '(' || c == ')' || c == '=') c = ' ';
    const auto parts = blank_separated(spaced);
    const auto one = [&](std::size_t i) { return parts[i].size() == 1; };
    if (parts.size() != 8 || !one(0) || !one(1) || !one(2) || !one(5) || !one(6)) {
      warn(warnings_, path_, line, "a transformation is written '~ a (b c VERB) VERB = a b code'");
      return;
    }
    Transformation made;
    made.outer_source = parts[0][0];
    made.inner_source = parts[1][0];
    made.inner_target = parts[2][0];
    made.inner_code = std::string(parts[3]);
    made.outer_code = std::string(parts[4]);
    made.source = parts[5][0];
    made.target = parts[6][0];
    made.code = std::string(parts[7]);
    transformations_.emplace_back(std::move(made), line);
  }

  // Verbs of transformations are given by name: of a block, or of a verb.
  void settle(Transformation& made, const Line& line) {
    const auto code = [&](std::string& name) {
      if (name == "Q") return true;
      const auto block = code_of_block_.find(name);
      if (block != code_of_block_.end() && !block->second.empty()) {
        name = block->second;
        return true;
      }
      const auto forms = verbs_.forms.find(name);
      if (forms == verbs_.forms.end() || forms->second.back().codes.code.empty()) {
        warn(warnings_, path_, line, "no verb with a code is named " + name);
        return false;
      }
      name = forms->second.back().codes.code;
      return true;
    };
    if (code(made.inner_code) && code(made.outer_code)) verbs_.transformations.push_back(std::move(made));
  }

  const std::filesystem::path& path_;
  Verbs& verbs_;
  Warnings& warnings_;
  std::unordered_map<std::string, std::size_t> synset_of_;
  std::unordered_map<std::string, std::string> code_of_block_;
  std::vector<std::pair<Transformation, Line>> transformations_;
  int synset_ = -1;  // whose lines are being read
  CodePair block_codes_;
};

std::string whole(const std::filesystem::path& path) {
  std::size_t repaired = 0;
  return repair_utf8(read_file(path), repaired);
}

}  // namespace

void parse_verbs(std::string_view text, const std::filesystem::path& path, Verbs& verbs, Warnings& warnings) {
  Reader(path, verbs, warnings).read(text);
}

void read_verbs(const std::filesystem::path& path, Verbs& verbs, Warnings& warnings) {
  parse_verbs(whole(path), path, verbs, warnings);
  if (verbs.forms.empty()) throw std::runtime_error(path.string() + ": holds no verb");
}

}  // namespace demarche::petrarch
