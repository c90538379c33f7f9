// Reads the language of documents: raw text to words, sentences, tags, heads, labels, names and attributions, by one small network.
//
//   Model model = load_model("model");            // once; immutable, shared by threads
//   ReaderSession session(model);                  // one per thread; holds the network's buffers
//   Reading reading = session.read(document);
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "reader/reading.h"

namespace demarche {

struct ReadingOptions {
  bool attributions = true;  // decode who says what
  bool names = true;
  bool hidden = false;  // keep the middle hidden states, which typing/ goes on from: 768 bytes a word
};

// Readings of more words than these (a book) are given no hidden states, so that memory stays bounded; see Reading::hidden_width.
inline constexpr std::size_t most_words_with_hidden = 65536;

class Model;
// `sessions`: how many sessions will read at the same time; more may be made, but wait for each other. 0: as many as the machine has
// processors. Throws std::runtime_error with the file and what is wrong with it.
std::shared_ptr<const Model> load_model(const std::filesystem::path& folder, std::size_t sessions = 0);

class ReaderSession {
 public:
  explicit ReaderSession(std::shared_ptr<const Model> model);
  ~ReaderSession();
  ReaderSession(ReaderSession&&) noexcept;
  // Reads the document's blocks. The reading does not refer to the session; the document must outlive it (forms are views of its text).
  Reading read(const Document& document, const ReadingOptions& options = {});
  // The same for several, whose windows go through the network together: faster for short documents, and every reading is the same as that
  // of its document alone. Throws when any of them cannot be read.
  std::vector<Reading> read(std::span<const Document* const> documents, const ReadingOptions& options = {});
  // Fills tags, lemmas, heads, labels, names of a reading whose words and sentences are given (from CoNLL-U, say).
  void annotate(Reading& reading, const ReadingOptions& options = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace demarche
