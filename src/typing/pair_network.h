// Types what a source does to a target, by a small network that goes on from the reader's middle hidden states (training/README.md).
//
//   auto model = load_pair_model("model");   // once; immutable, shared by threads
//   PairSession session(model);              // one per thread
//   session.type(reading, queries)
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "reader/reading.h"

namespace demarche {

struct PairQuery {
  WordRange context;  // the words that the network sees: the sentence, as a rule
  WordRange source;   // both within the context; empty where nobody is named
  WordRange target;
};

// The column for: the context says of no deed that this source does it to this target.
inline constexpr std::string_view no_deed = "NONE";

struct PairTypes {
  std::vector<std::string> names;        // of the columns: PLOVER's types, and `no_deed`
  std::vector<std::vector<float>> rows;  // per query: probabilities of the types, which sum to 1; empty where the context is
};

class PairModel;
// `sessions`: how many sessions will type at the same time; 0: as many as the machine has processors.
// Throws std::runtime_error with the file and what is wrong with it.
std::shared_ptr<const PairModel> load_pair_model(const std::filesystem::path& folder, std::size_t sessions = 0);

class PairSession {
 public:
  explicit PairSession(std::shared_ptr<const PairModel> model);
  ~PairSession();
  PairSession(PairSession&&) noexcept;
  // Needs a reading made with ReadingOptions::hidden; throws std::logic_error where it has none.
  PairTypes type(const Reading& reading, const std::vector<PairQuery>& queries);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace demarche
