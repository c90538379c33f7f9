#include "sentences.h"

#include <sstream>
#include <vector>

namespace demarche::test {
namespace {

std::vector<std::string> split(const std::string& line, char by) {
  std::vector<std::string> parts;
  std::istringstream in(line);
  for (std::string part; std::getline(in, part, by);) parts.push_back(part);
  return parts;
}

}  // namespace

const ActorKnowledge& knowledge() {
  static const auto loaded = load_actor_knowledge(std::filesystem::path(DEMARCHE_SOURCE_DIR) / "data");
  return *loaded;
}

std::unique_ptr<Coding> from_conllu(std::string_view text) {
  auto coding = std::make_unique<Coding>();
  std::istringstream in{std::string(text)};
  Reading& reading = coding->reading;
  struct Row {
    std::vector<std::string> fields;
    Span span;
    bool space_before;
  };
  std::vector<Row> rows;
  std::vector<WordRange> sentences;
  std::vector<std::uint32_t> blocks;
  std::uint32_t block = 0, start = 0;
  bool space = false, quoted = false;
  std::vector<bool> in_quotes;
  const auto close = [&] {
    if (rows.size() > start) sentences.push_back({start, static_cast<std::uint32_t>(rows.size())}), blocks.push_back(block);
    start = static_cast<std::uint32_t>(rows.size());
  };
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("# newpar") || line.starts_with("# newdoc")) {
      if (!rows.empty()) ++block;
      quoted = false;
    }
    if (line.empty()) close();
    if (line.empty() || line[0] == '#') continue;
    auto fields = split(line, '\t');
    if (fields.size() < 10 || fields[0].find_first_not_of("0123456789") != std::string::npos) continue;
    std::string& document = coding->document.text;
    if (space && !document.empty()) document += ' ';
    const auto begin = static_cast<std::uint32_t>(document.size());
    document += fields[1];
    if (fields[1] == "“") quoted = true;
    if (fields[1] == "\"") quoted = !quoted;
    in_quotes.push_back(quoted || fields[1] == "\"" || fields[1] == "”");
    if (fields[1] == "”") quoted = false;
    rows.push_back({fields, {begin, static_cast<std::uint32_t>(document.size())}, space});
    space = fields[9].find("SpaceAfter=No") == std::string::npos;
  }
  close();
  const auto keep = [&](const std::string& s) -> std::string_view { return reading.strings.emplace_back(s); };
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    for (std::uint32_t i = sentences[s].first; i < sentences[s].last; ++i) {
      const auto& f = rows[i].fields;
      Word word;
      word.span = rows[i].span;
      word.form = keep(f[1]);
      word.lemma = keep(f[2]);
      word.upos = upos_of(f[3]);
      word.xpos = keep(f[4]);
      word.feats = keep(f[5]);
      word.deprel = keep(f[7]);
      const int head = std::stoi(f[6]);
      word.head = head == 0 ? no_word : static_cast<std::int32_t>(sentences[s].first) + head - 1;
      word.sentence = s;
      word.space_before = rows[i].space_before;
      word.quoted = in_quotes[i];
      reading.words.push_back(word);
    }
    reading.sentences.push_back({sentences[s], blocks[s]});
  }
  return coding;
}

}  // namespace demarche::test
