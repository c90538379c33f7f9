// Finds statements: who says (claims, denies, ...) what, to whom, directly or not.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "coding.h"

namespace demarche {

struct SpeechLexicon;  // cues and the acts that they perform; data/speech/*.tsv
// Throws std::runtime_error naming file, line and what is wrong.
std::shared_ptr<const SpeechLexicon> load_speech_lexicon(const std::filesystem::path& data_folder);
// Reads coding.document and coding.reading; fills coding.statements, ordered so that `inside` is always an earlier one.
void find_statements(const SpeechLexicon& lexicon, Coding& coding);

// On whose word each word of the document stands: the statements whose content holds it, outermost first. Built once per document.
class VoiceTable {
 public:
  explicit VoiceTable(const Coding& coding);
  // Indices in Coding::statements; empty where the document speaks in its own voice. Valid as long as the table is.
  std::span<const std::uint32_t> of(std::uint32_t word) const;

 private:
  std::vector<std::uint32_t> offsets_, statements_;
};
// The same for one word, without a table: costs a look at every statement.
std::vector<std::uint32_t> voices_of(const Coding& coding, std::uint32_t word);

}  // namespace demarche
