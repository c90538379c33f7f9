#include "typing/pair_network.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <nlohmann/json.hpp>
#include <openvino/openvino.hpp>
#include <optional>
#include <stdexcept>
#include <thread>

#include "reader/network.h"
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

// A pair that is asked about.
struct Row {
  const Reading* reading;
  const PairQuery* query;
  std::size_t words;
  std::vector<float>* probabilities;  // where its answer goes
};

// The network's input, [rows, length] and [rows, length, width].
struct Batch {
  std::vector<float> states;
  std::vector<std::int64_t> mask, marks;
};

void fill(Batch& batch, std::span<const Row> rows, std::size_t length, std::size_t width) {
  batch.states.assign(rows.size() * length * width, 0);
  batch.mask.assign(rows.size() * length, 0);
  batch.marks.assign(rows.size() * length, Mark::none);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto& [reading, query, words, probabilities] = rows[row];
    const Bfloat16* from = reading->hidden.data() + std::size_t{query->context.first} * width;
    std::transform(from, from + words * width, batch.states.begin() + static_cast<std::ptrdiff_t>(row * length * width), from_bfloat16);
    const auto predicate = predicate_of(*reading, *query);
    for (std::size_t i = 0; i < words; ++i) {
      const auto word = static_cast<std::uint32_t>(query->context.first + i);
      batch.mask[row * length + i] = 1;
      batch.marks[row * length + i] = query->source.contains(word)   ? Mark::source
                                      : query->target.contains(word) ? Mark::target
                                      : predicate == word            ? Mark::predicate
                                                                     : Mark::none;
    }
  }
}

std::vector<float> softmax(std::span<const float> scores) {
  std::vector<float> probabilities(scores.begin(), scores.end());
  const float highest = *std::max_element(probabilities.begin(), probabilities.end());
  float total = 0;
  for (float& p : probabilities) total += p = std::exp(p - highest);
  for (float& p : probabilities) p /= total;
  return probabilities;
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
      network_ = compile_network(core_, network_path, streams);
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
  Batch batch;
};

PairSession::PairSession(std::shared_ptr<const PairModel> model) : state_(std::make_unique<State>()) { state_->model = std::move(model); }
PairSession::~PairSession() = default;
PairSession::PairSession(PairSession&&) noexcept = default;

std::vector<PairTypes> PairSession::type(std::span<const PairQueries> asked) {
  State& state = *state_;
  const PairModel& model = *state.model;
  std::vector<PairTypes> found;
  std::vector<Row> rows;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    found.push_back({model.types, std::vector<std::vector<float>>(asked[i].pairs.size())});
    for (std::size_t k = 0; k < asked[i].pairs.size(); ++k)
      if (const PairQuery& query = asked[i].pairs[k]; !query.context.empty())
        rows.push_back({asked[i].reading, &query, std::min<std::size_t>(query.context.size(), longest_context), &found[i].rows[k]});
    if (!asked[i].pairs.empty() && asked[i].reading->hidden_width != model.width)
      throw std::logic_error("typing pairs needs a reading with hidden states");
  }
  if (rows.empty()) return found;
  if (!state.request) state.request = model.network().create_infer_request();
  // Rows of one length go together, so that what is beside a pair changes nothing for it.
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return row_length(a.words) < row_length(b.words); });
  for (std::size_t first = 0; first < rows.size();) {
    const std::size_t length = row_length(rows[first].words);
    std::size_t last = first + 1;
    while (last < rows.size() && row_length(rows[last].words) == length && (last + 1 - first) * length <= words_per_batch) ++last;
    Batch& batch = state.batch;
    fill(batch, std::span(rows).subspan(first, last - first), length, model.width);
    state.request.set_tensor("middle", ov::Tensor(ov::element::f32, {last - first, length, model.width}, batch.states.data()));
    state.request.set_tensor("attention_mask", ov::Tensor(ov::element::i64, {last - first, length}, batch.mask.data()));
    state.request.set_tensor("marks", ov::Tensor(ov::element::i64, {last - first, length}, batch.marks.data()));
    state.request.infer();
    const ov::Tensor scores = state.request.get_output_tensor(0);
    const float* score = scores.data<const float>();
    for (; first < last; ++first, score += model.types.size()) *rows[first].probabilities = softmax({score, model.types.size()});
  }
  return found;
}

}  // namespace demarche
