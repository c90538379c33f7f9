// Types what a source does to a target, by a small network that goes on from the reader's middle hidden states (training/README.md).
//
//   auto model = load_pair_model("model");   // once; immutable, shared by threads
//   PairSession session(model);              // one per thread
//   session.type(asked)                      // of many readings together, which is faster
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
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

// What is asked of one reading, which was made with ReadingOptions::hidden.
struct PairQueries {
  const Reading* reading = nullptr;
  std::vector<PairQuery> pairs;
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
  // The answers, in the order of what was asked; a pair's does not depend on those beside it. Throws std::logic_error where a reading
  // that pairs are asked of has no hidden states.
  std::vector<PairTypes> type(std::span<const PairQueries> asked);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace demarche
