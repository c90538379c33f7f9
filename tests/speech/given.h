// The sentences of sentences.conllu by name, and statements written as one line, so that a test shows what it expects at a glance.
#pragma once

#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "reader/conllu.h"
#include "reader/tree.h"
#include "speech/speech.h"
#include "text/table.h"

namespace demarche {

inline std::map<std::string, std::size_t> names_of(const std::vector<GivenDocument>& documents) {
  std::map<std::string, std::size_t> names;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const std::string& comments = documents[i].comments.at(0);
    const std::string key = "# newdoc id = ";
    const auto at = comments.find(key) + key.size();
    names[comments.substr(at, comments.find('\n', at) - at)] = i;
  }
  return names;
}

inline const SpeechLexicon& lexicon() {
  static const auto loaded = load_speech_lexicon(DEMARCHE_SOURCE_DIR "/data");
  return *loaded;
}

// The document of that name, read but without statements.
inline std::unique_ptr<Coding> given(const std::string& name) {
  auto documents = read_conllu(read_file(DEMARCHE_SOURCE_DIR "/tests/speech/sentences.conllu"));
  const auto names = names_of(documents);
  const auto found = names.find(name);
  if (found == names.end()) throw std::runtime_error("no document " + name + " in sentences.conllu");
  auto coding = std::make_unique<Coding>();
  coding->document = std::move(documents[found->second].document);
  coding->reading = std::move(documents[found->second].reading);
  return coding;
}

inline std::string words(const Coding& coding, WordRange range) {
  std::string text;
  for (auto i = range.first; i < range.last; ++i) {
    const auto& word = coding.reading.words[i];
    if (i > range.first && word.space_before) text += ' ';
    text += word.form;
  }
  return text;
}

// `Novak | denied | deny | claims that … / second part`, with `direct`, `hearsay`, `negated`, `to ADDRESSEE`, `inside N` where they hold.
inline std::string line(const Coding& coding, const Statement& s) {
  std::string text = s.source ? words(coding, *s.source) : "-";
  text += " | " + (s.cue ? words(coding, *s.cue) : "-") + " | " + std::string(name_of(s.act)) + " | ";
  for (std::size_t i = 0; i < s.content.size(); ++i) text += (i ? " / " : "") + words(coding, s.content[i]);
  if (s.direct) text += " | direct";
  if (s.hearsay) text += " | hearsay";
  if (s.negated) text += " | negated";
  if (s.addressee) text += " | to " + words(coding, *s.addressee);
  if (s.inside != no_statement) text += " | inside " + std::to_string(s.inside);
  return text;
}

inline std::vector<std::string> lines(const Coding& coding) {
  std::vector<std::string> all;
  for (const auto& s : coding.statements) all.push_back(line(coding, s));
  return all;
}

// What the network thinks of an attribution, surely where its score is above a half.
inline AttributionGuess guess(WordRange source, WordRange cue, WordRange content, float score) {
  AttributionGuess g;
  g.anchor = cue.first;
  g.source = {source};
  g.cue = {cue};
  g.content = {content};
  g.score = score;
  g.content_margin = g.source_margin = score > 0.5f ? 9.0f : 1.0f;
  return g;
}

inline std::vector<std::string> statements_of(const std::string& name) {
  const auto coding = given(name);
  find_statements(lexicon(), *coding);
  return lines(*coding);
}

}  // namespace demarche
