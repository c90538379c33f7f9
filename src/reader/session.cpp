#include <algorithm>
#include <numeric>

#include "reader/decode.h"
#include "reader/model.h"
#include "reader/reader.h"
#include "reader/titles.h"
#include "reader/tokenize.h"
#include "reader/windows.h"

namespace demarche {
namespace {

// Sizes of what goes through the network at a time, in pieces, measured on news articles (840 of them, one core): much larger batches are
// slower (the scores no longer fit into the caches), and so are longer windows (attention). Trees like short windows, attributions long
// ones.
constexpr std::size_t pieces_per_batch = 320;
constexpr std::size_t window_pieces = 160;  // up to which paragraphs share a window
// Words of a chunk: what is read and decoded before the next is begun, so that memory does not grow with the document.
constexpr std::uint32_t words_per_chunk = 4096;
constexpr std::uint32_t longest_sentence = 400;  // words; a raw sentence is cut there, whatever the network says

bool likely_boundary(const Reading& reading, std::uint32_t word) { return boundary_before(reading, word) == Boundary::likely; }
bool nowhere(const Reading&, std::uint32_t) { return false; }

}  // namespace

struct ReaderSession::State {
  std::shared_ptr<const Model> model;
  ov::InferRequest request;
  Pieces pieces;
  std::vector<std::int64_t> ids, mask, casing, quoted;
  Scores scores;

  void run(Reading& reading, WordRange words, const std::vector<WordRange>& windows);
  void run_batch(Reading& reading, WordRange words, const std::vector<WordRange>& windows, const std::uint32_t* batch, std::size_t rows);
  std::size_t pieces_of(WordRange words, WordRange window) const {
    return std::size_t{pieces.offsets[window.last - words.first]} - pieces.offsets[window.first - words.first] + 2;
  }
};

ReaderSession::ReaderSession(std::shared_ptr<const Model> model) : state_(std::make_unique<State>()) {
  state_->request = model->network.create_infer_request();
  state_->model = std::move(model);
}
ReaderSession::~ReaderSession() = default;
ReaderSession::ReaderSession(ReaderSession&&) noexcept = default;

// Reads the windows of `words`, longest first so that batches hold windows of like length, and fills `scores`.
void ReaderSession::State::run(Reading& reading, WordRange words, const std::vector<WordRange>& windows) {
  scores.words = words;
  scores.rows.resize(std::size_t{words.size()} * model->score_width);
  std::vector<std::uint32_t> order(windows.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return pieces_of(words, windows[a]) > pieces_of(words, windows[b]); });
  std::vector<std::size_t> sizes;
  for (const std::uint32_t window : order) sizes.push_back(pieces_of(words, windows[window]));
  for (const Batch& batch : divide_into_batches(sizes, pieces_per_batch))
    run_batch(reading, words, windows, order.data() + batch.first, batch.last - batch.first);
}

void ReaderSession::State::run_batch(Reading& reading, WordRange words, const std::vector<WordRange>& windows, const std::uint32_t* batch,
                                     std::size_t rows) {
  const std::size_t length = row_length(pieces_of(words, windows[batch[0]]));
  for (auto* input : {&ids, &mask, &casing, &quoted}) input->assign(rows * length, 0);
  for (std::size_t row = 0; row < rows; ++row) {
    const WordRange window = windows[batch[row]];
    std::size_t at = row * length;
    ids[at] = model->pieces->begin;
    mask[at++] = 1;
    for (std::uint32_t i = window.first; i < window.last; ++i) {
      const Word& word = reading.words[i];
      const std::int64_t own_casing = casing_of(word.form);
      for (std::uint32_t p = pieces.offsets[i - words.first]; p < pieces.offsets[i - words.first + 1]; ++p, ++at) {
        ids[at] = pieces.ids[p];
        mask[at] = 1;
        casing[at] = own_casing;
        quoted[at] = word.quoted;
      }
    }
    ids[at] = model->pieces->end;
    mask[at] = 1;
  }
  const ov::Shape shape{rows, length};
  request.set_tensor("input_ids", ov::Tensor(ov::element::i64, shape, ids.data()));
  request.set_tensor("attention_mask", ov::Tensor(ov::element::i64, shape, mask.data()));
  request.set_tensor("casing", ov::Tensor(ov::element::i64, shape, casing.data()));
  request.set_tensor("quoted", ov::Tensor(ov::element::i64, shape, quoted.data()));
  request.infer();
  const ov::Tensor score_tensor = request.get_tensor("scores");
  const float* score = score_tensor.data<const float>();
  const ov::Tensor middle_tensor = request.get_tensor("middle");
  const float* middle = middle_tensor.data<const float>();
  for (std::size_t row = 0; row < rows; ++row) {
    const WordRange window = windows[batch[row]];
    const std::uint32_t base = pieces.offsets[window.first - words.first];
    for (std::uint32_t i = window.first; i < window.last; ++i) {
      const std::size_t piece = row * length + 1 + pieces.offsets[i - words.first] - base;
      std::copy_n(score + piece * model->score_width, model->score_width,
                  scores.rows.data() + std::size_t{i - words.first} * model->score_width);
      if (reading.hidden_width > 0)
        std::copy_n(middle + piece * model->hidden_width, model->hidden_width,
                    reading.hidden.data() + std::size_t{i} * model->hidden_width);
    }
  }
}

namespace {

void keep_room_for_hidden(const Model& model, const ReadingOptions& options, Reading& reading) {
  reading.hidden.clear();
  reading.hidden_width = 0;
  if (!options.hidden || reading.words.size() > most_words_with_hidden) return;
  reading.hidden_width = static_cast<std::uint32_t>(model.hidden_width);
  reading.hidden.assign(reading.words.size() * model.hidden_width, 0);
}

// The end of the chunk that begins at `first`: behind a sentence of the reading, unless one alone is too long.
std::uint32_t chunk_end(const Reading& reading, std::uint32_t first) {
  const auto size = static_cast<std::uint32_t>(reading.words.size());
  if (size - first <= words_per_chunk) return size;
  std::uint32_t end = first + words_per_chunk;
  while (end > first && reading.words[end].sentence == reading.words[end - 1].sentence) --end;
  return end > first ? end : first + words_per_chunk;
}

}  // namespace

Reading ReaderSession::read(const Document& document, const ReadingOptions& options) {
  Reading reading;
  tokenize(document, reading);
  const Model& model = *state_->model;
  keep_room_for_hidden(model, options, reading);
  const std::vector<Sentence> paragraphs = std::move(reading.sentences);
  reading.sentences = paragraphs;
  std::vector<Sentence> sentences;
  for (std::uint32_t first = 0; first < reading.words.size();) {
    const WordRange chunk{first, chunk_end(reading, first)};
    cut_into_pieces(model, reading, chunk, state_->pieces);
    const auto windows = pack_windows(reading, chunk, state_->pieces, window_pieces, model.window_pieces, likely_boundary);
    state_->run(reading, chunk, windows);
    decode_tags(model, state_->scores, reading);
    if (options.attributions)
      for (const WordRange window : windows) decode_attributions(model, state_->scores, window, reading);
    // Paragraphs become sentences.
    for (const WordRange window : windows) {
      std::uint32_t start = window.first;
      for (std::uint32_t i = window.first + 1; i <= window.last; ++i) {
        const bool ends =
            i == window.last || reading.words[i].sentence != reading.words[i - 1].sentence || i - start >= longest_sentence ||
            (boundary_before(reading, i) != Boundary::impossible && start_probability(model, state_->scores, i) >= model.start_threshold);
        if (!ends) continue;
        sentences.push_back({{start, i}, paragraphs[reading.words[start].sentence].block});
        decode_tree(model, state_->scores, {start, i}, reading);
        settle_titles(reading, {start, i});
        if (options.names) decode_names(model, state_->scores, {start, i}, reading);
        start = i;
      }
    }
    first = chunk.last;
  }
  reading.sentences = std::move(sentences);
  for (std::uint32_t s = 0; s < reading.sentences.size(); ++s)
    for (std::uint32_t i = reading.sentences[s].words.first; i < reading.sentences[s].words.last; ++i) reading.words[i].sentence = s;
  return reading;
}

void ReaderSession::annotate(Reading& reading, const ReadingOptions& options) {
  const Model& model = *state_->model;
  reading.names.clear();
  reading.attributions.clear();
  keep_room_for_hidden(model, options, reading);
  // Where sentences are known, each is read by itself, unless attributions are asked for, which need what stands around them.
  const std::size_t shared = options.attributions ? window_pieces : 0;
  for (std::uint32_t first = 0; first < reading.words.size();) {
    const WordRange chunk{first, chunk_end(reading, first)};
    cut_into_pieces(model, reading, chunk, state_->pieces);
    const auto windows = pack_windows(reading, chunk, state_->pieces, shared, model.window_pieces, nowhere);
    state_->run(reading, chunk, windows);
    decode_tags(model, state_->scores, reading);
    if (options.attributions)
      for (const WordRange window : windows) decode_attributions(model, state_->scores, window, reading);
    for (std::uint32_t start = chunk.first; start < chunk.last;) {
      std::uint32_t end = start;
      while (end < chunk.last && reading.words[end].sentence == reading.words[start].sentence) ++end;
      decode_tree(model, state_->scores, {start, end}, reading);
      settle_titles(reading, {start, end});
      if (options.names) decode_names(model, state_->scores, {start, end}, reading);
      start = end;
    }
    first = chunk.last;
  }
}

}  // namespace demarche
