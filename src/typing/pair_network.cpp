#include "typing/pair_network.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <nlohmann/json.hpp>
#include <openvino/openvino.hpp>
#include <optional>
#include <stdexcept>
#include <thread>

#include "reader/processor.h"
#include "text/table.h"

namespace demarche {
namespace {

constexpr std::size_t longest_context = 256;  // words; what lies beyond is not seen
constexpr std::size_t words_per_batch = 512;
// Rows are filled up to a multiple of this, since the network prepares itself for each new shape of its input.
constexpr std::size_t length_step = 16;

constexpr std::size_t row_length(std::size_t words) {
  return std::max<std::size_t>((words + length_step - 1) / length_step, 1) * length_step;
}

enum Mark : std::int64_t { none, source, target, predicate };

// The words from the highest word of the range up to its sentence's root.
std::vector<std::uint32_t> chain_above(const Reading& reading, WordRange range) {
  std::vector<std::uint32_t> chain;
  auto word = static_cast<std::int32_t>(range.first);
  for (auto i = range.first; i < range.last; ++i)
    if (const auto head = reading.words[i].head; head < 0 || !range.contains(static_cast<std::uint32_t>(head))) {
      word = static_cast<std::int32_t>(i);
      break;
    }
  for (; word >= 0 && chain.size() < longest_context; word = reading.words[static_cast<std::size_t>(word)].head)
    chain.push_back(static_cast<std::uint32_t>(word));
  return chain;
}

// The word below which source and target hang, where that is none of theirs.
std::optional<std::uint32_t> predicate_of(const Reading& reading, const PairQuery& query) {
  if (query.source.empty() || query.target.empty()) return std::nullopt;
  const auto below = chain_above(reading, query.target);
  for (const auto word : chain_above(reading, query.source))
    if (std::find(below.begin(), below.end(), word) != below.end()) {
      if (query.source.contains(word) || query.target.contains(word)) return std::nullopt;
      return word;
    }
  return std::nullopt;
}

}  // namespace

class PairModel {
 public:
  std::vector<std::string> types;
  std::size_t width = 0;
  std::filesystem::path network_path;
  int streams = 1;

  // Made ready when it is first asked for: most short texts never ask. Throws std::runtime_error when the file is no network.
  ov::CompiledModel& network() const {
    std::call_once(ready_, [&] {
      // A stream for each session that types at the same time.
      network_ = core_.compile_model(network_path.string(), "CPU", processor_options(streams));
    });
    return network_;
  }

 private:
  mutable std::once_flag ready_;
  mutable ov::Core core_;
  mutable ov::CompiledModel network_;
};

std::shared_ptr<const PairModel> load_pair_model(const std::filesystem::path& folder, std::size_t sessions) {
  auto model = std::make_shared<PairModel>();
  const auto description_path = folder / "pairs.json";
  try {
    const auto description = nlohmann::json::parse(read_file(description_path));
    if (description.at("format") != 1) throw std::runtime_error("is of a format that this program does not know");
    model->types = description.at("types").get<std::vector<std::string>>();
    model->width = description.at("hidden").get<std::size_t>();
    model->network_path = folder / description.at("network").get<std::string>();
    if (!std::filesystem::exists(model->network_path))
      throw std::runtime_error("names " + model->network_path.string() + ", which is not there");
    const auto reader = nlohmann::json::parse(read_file(folder / "reader.json"));
    if (description.at("middle_layer") != reader.at("middle_layer"))
      throw std::runtime_error("goes on from layer " + description.at("middle_layer").dump() + ", but the reader beside it gives layer " +
                               reader.at("middle_layer").dump());
    model->streams = static_cast<int>(sessions ? sessions : std::max(1u, std::thread::hardware_concurrency()));
  } catch (const std::exception& error) {
    throw std::runtime_error(description_path.string() + ": " + error.what());
  }
  return model;
}

struct PairSession::State {
  std::shared_ptr<const PairModel> model;
  ov::InferRequest request;
  std::vector<float> states;
  std::vector<std::int64_t> mask, marks;
};

PairSession::PairSession(std::shared_ptr<const PairModel> model) : state_(std::make_unique<State>()) { state_->model = std::move(model); }
PairSession::~PairSession() = default;
PairSession::PairSession(PairSession&&) noexcept = default;

PairTypes PairSession::type(const Reading& reading, const std::vector<PairQuery>& queries) {
  State& state = *state_;
  const PairModel& model = *state.model;
  PairTypes found{model.types, std::vector<std::vector<float>>(queries.size())};
  if (queries.empty()) return found;
  if (!state.request) state.request = model.network().create_infer_request();
  if (reading.hidden_width != model.width) throw std::logic_error("typing pairs needs a reading with hidden states");
  const auto length_of = [&](std::size_t i) { return std::min<std::size_t>(queries[i].context.size(), longest_context); };
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < queries.size(); ++i)
    if (!queries[i].context.empty()) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return length_of(a) < length_of(b); });

  for (std::size_t first = 0; first < order.size();) {
    // As many as fit, padded to the longest, which is the last since they are sorted.
    std::size_t last = first + 1;
    while (last < order.size() && (last + 1 - first) * row_length(length_of(order[last])) <= words_per_batch) ++last;
    const std::size_t rows = last - first, length = row_length(length_of(order[last - 1]));
    state.states.assign(rows * length * model.width, 0);
    state.mask.assign(rows * length, 0);
    state.marks.assign(rows * length, Mark::none);
    for (std::size_t row = 0; row < rows; ++row) {
      const PairQuery& query = queries[order[first + row]];
      const std::size_t words = length_of(order[first + row]);
      const Bfloat16* from = reading.hidden.data() + std::size_t{query.context.first} * model.width;
      std::transform(from, from + words * model.width, state.states.begin() + static_cast<std::ptrdiff_t>(row * length * model.width),
                     from_bfloat16);
      const auto predicate = predicate_of(reading, query);
      for (std::size_t i = 0; i < words; ++i) {
        const auto word = static_cast<std::uint32_t>(query.context.first + i);
        state.mask[row * length + i] = 1;
        state.marks[row * length + i] = query.source.contains(word)   ? Mark::source
                                        : query.target.contains(word) ? Mark::target
                                        : predicate == word           ? Mark::predicate
                                                                      : Mark::none;
      }
    }
    state.request.set_tensor("middle", ov::Tensor(ov::element::f32, {rows, length, model.width}, state.states.data()));
    state.request.set_tensor("attention_mask", ov::Tensor(ov::element::i64, {rows, length}, state.mask.data()));
    state.request.set_tensor("marks", ov::Tensor(ov::element::i64, {rows, length}, state.marks.data()));
    state.request.infer();
    const ov::Tensor scores = state.request.get_output_tensor(0);
    const float* score = scores.data<const float>();
    for (std::size_t row = 0; row < rows; ++row, score += model.types.size()) {
      std::vector<float>& probabilities = found.rows[order[first + row]];
      probabilities.assign(score, score + model.types.size());
      const float highest = *std::max_element(probabilities.begin(), probabilities.end());
      float total = 0;
      for (float& p : probabilities) total += p = std::exp(p - highest);
      for (float& p : probabilities) p /= total;
    }
    first = last;
  }
  return found;
}

}  // namespace demarche
