// Finds statements: who says (claims, denies, ...) what, to whom, directly or not.
#pragma once

#include <filesystem>
#include <memory>

#include "coding.h"

namespace demarche {

struct SpeechLexicon;  // cues and the acts that they perform; data/speech/*.tsv
// Throws std::runtime_error naming file, line and what is wrong.
std::shared_ptr<const SpeechLexicon> load_speech_lexicon(const std::filesystem::path& data_folder);
// Reads coding.document and coding.reading; fills coding.statements, ordered so that `inside` is always an earlier one.
void find_statements(const SpeechLexicon& lexicon, Coding& coding);

}  // namespace demarche
