#include "sentences.h"

#include <sstream>
#include <stdexcept>
#include <vector>

#include "reader/conllu.h"
#include "reader/tree.h"

namespace demarche::test {
namespace {

std::vector<std::string> split(const std::string& text, char by) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, by);) parts.push_back(part);
  return parts;
}

std::string upos(const std::string& tag) {
  if (tag.starts_with("NNP")) return "PROPN";
  if (tag.starts_with("NN")) return "NOUN";
  if (tag.starts_with("VB")) return "VERB";
  if (tag.starts_with("JJ")) return "ADJ";
  if (tag.starts_with("RB")) return "ADV";
  if (tag.starts_with("PRP") || tag.starts_with("WP") || tag == "WDT") return "PRON";
  if (tag == "AUX" || tag == "MD") return "AUX";
  if (tag == "DT") return "DET";
  if (tag == "IN") return "ADP";
  if (tag == "CC") return "CCONJ";
  if (tag == "CD") return "NUM";
  if (tag == "TO" || tag == "POS") return "PART";
  return "PUNCT";
}

std::string lemma(const std::string& form, const std::string& tag) {
  if (tag.starts_with("NNP")) return form;
  std::string low;
  for (const char c : form) low += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  if (tag == "NNS" && low.ends_with("ies")) return low.substr(0, low.size() - 3) + "y";
  if (tag == "NNS" && low.ends_with('s')) return low.substr(0, low.size() - 1);
  if (tag.starts_with("VB") && low.ends_with("ed")) return low.substr(0, low.size() - 2);
  return low;
}

}  // namespace

const ActorKnowledge& knowledge() {
  static const auto loaded = load_actor_knowledge(std::filesystem::path(DEMARCHE_SOURCE_DIR) / "data");
  return *loaded;
}

std::unique_ptr<Coding> from_trees(std::string_view trees) {
  std::string conllu;
  std::istringstream in{std::string(trees)};
  bool paragraph = true;
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_not_of(' ') == std::string::npos) {
      paragraph = true;
      continue;
    }
    if (paragraph) conllu += "# newpar\n";
    paragraph = false;
    int id = 0;
    for (const auto& word : split(line, ' ')) {
      if (word.empty()) continue;
      const auto part = split(word, '/');
      if (part.size() < 4) throw std::runtime_error("not form/tag/head/label: " + word);
      conllu += std::to_string(++id) + "\t" + part[0] + "\t" + (part.size() > 4 ? part[4] : lemma(part[0], part[1])) + "\t" +
                upos(part[1]) + "\t" + (part[1] == "AUX" ? "VBZ" : part[1]) + "\t_\t" + part[2] + "\t" + part[3] + "\t_\t_\n";
    }
    conllu += "\n";
  }
  auto given = read_conllu(conllu);
  auto coding = std::make_unique<Coding>();
  coding->document = std::move(given.at(0).document);
  coding->reading = std::move(given.at(0).reading);
  return coding;
}

std::string text(const Coding& coding, WordRange range) {
  std::string joined;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (i > range.first) joined += ' ';
    joined += coding.reading.words[i].form;
  }
  return joined;
}

WordRange words(const Coding& coding, std::string_view phrase, int nth) {
  const auto parts = split(std::string(phrase), ' ');
  const auto n = static_cast<std::uint32_t>(parts.size());
  for (std::uint32_t i = 0; i + n <= coding.reading.words.size(); ++i)
    if (text(coding, {i, i + n}) == phrase && nth-- == 0) return {i, i + n};
  throw std::runtime_error("not in the text: " + std::string(phrase));
}

Statement& say(Coding& coding, std::string_view source, std::string_view content, bool direct, std::string_view addressee) {
  Statement s;
  if (!source.empty()) s.source = words(coding, source);
  if (!addressee.empty()) s.addressee = words(coding, addressee);
  s.content = {words(coding, content)};
  s.direct = direct;
  coding.statements.push_back(s);
  return coding.statements.back();
}

void find(Coding& coding) { find_actors(knowledge(), coding); }

const Entity* entity(const Coding& coding, std::string_view phrase, int nth) {
  const auto head = head_of(coding.reading, words(coding, phrase, nth));
  const auto m = coding.actors.mention_of_head[head];
  if (m == no_mention) return nullptr;
  const auto e = coding.actors.mentions[static_cast<std::size_t>(m)].entity;
  return e == no_entity ? nullptr : &coding.actors.entities[static_cast<std::size_t>(e)];
}

std::string code(const Coding& coding, std::string_view phrase, int nth) {
  const Entity* found = entity(coding, phrase, nth);
  return found ? found->code : "none";
}

std::string name(const Coding& coding, std::string_view phrase, int nth) {
  const Entity* found = entity(coding, phrase, nth);
  return found ? found->name : "none";
}

}  // namespace demarche::test
