#include <algorithm>
#include <span>

#include "reader/agreement.h"
#include "reader/coordination.h"
#include "reader/decode.h"
#include "reader/model.h"
#include "reader/reader.h"
#include "reader/subjects.h"
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
// Words of a chunk: what is decoded before the next is begun, so that memory does not grow with the document.
constexpr std::uint32_t words_per_chunk = 4096;
// Words whose windows share batches: the more, the more batches of one shape follow each other.
constexpr std::uint32_t words_together = 16384;
constexpr std::uint32_t longest_sentence = 400;  // words; a raw sentence is cut there, whatever the network says

bool likely_boundary(const Reading& reading, std::uint32_t word) { return boundary_before(reading, word) == Boundary::likely; }
bool nowhere(const Reading&, std::uint32_t) { return false; }

// A run of words of one reading, with what is needed to read it.
struct Part {
  Reading* reading = nullptr;
  WordRange words;
  Pieces pieces;
  std::vector<WordRange> windows;

  std::size_t pieces_of(WordRange window) const {
    return std::size_t{pieces.offsets[window.last - words.first]} - pieces.offsets[window.first - words.first] + 2;
  }
};

}  // namespace

struct ReaderSession::State {
  std::shared_ptr<const Model> model;
  ov::InferRequest request;
  std::vector<std::int64_t> ids, mask, casing, quoted;
  std::vector<float> scores;  // of one window
  std::vector<float> chunk;   // scores of a chunk, where sentences may go beyond windows
  std::vector<Part> parts;    // read at the same time; kept for their memory, the first `count` are in use
  std::size_t count = 0;

  struct Row {
    std::uint32_t part, window;
  };
  Part& add_part(Reading& reading, WordRange words);
  // Reads the windows of all parts, longest first so that batches hold windows of like length, and calls `on_window` with each as soon as
  // it is read: the scores of a whole chunk would need more memory than all else that belongs to a session.
  template <class OnWindow>  // void(Part&, const Scores& of the window's words)
  void run(OnWindow on_window);
  template <class OnWindow>
  void run_batch(std::span<const Row> rows, const ov::Shape& shape, OnWindow& on_window);
};

ReaderSession::ReaderSession(std::shared_ptr<const Model> model) : state_(std::make_unique<State>()) {
  state_->request = model->network.create_infer_request();
  state_->model = std::move(model);
}
ReaderSession::~ReaderSession() = default;
ReaderSession::ReaderSession(ReaderSession&&) noexcept = default;

Part& ReaderSession::State::add_part(Reading& reading, WordRange words) {
  if (count == parts.size()) parts.emplace_back();
  Part& part = parts[count++];
  part.reading = &reading;
  part.words = words;
  cut_into_pieces(*model, reading, words, part.pieces);
  return part;
}

template <class OnWindow>
void ReaderSession::State::run(OnWindow on_window) {
  std::vector<Row> order;
  for (std::uint32_t p = 0; p < count; ++p)
    for (std::uint32_t w = 0; w < parts[p].windows.size(); ++w) order.push_back({p, w});
  const auto size = [&](Row row) { return parts[row.part].pieces_of(parts[row.part].windows[row.window]); };
  std::stable_sort(order.begin(), order.end(), [&](Row a, Row b) { return size(a) > size(b); });
  std::vector<std::size_t> sizes;
  for (const Row row : order) sizes.push_back(size(row));
  for (const Batch& batch : divide_into_batches(sizes, pieces_per_batch))
    run_batch(std::span(order).subspan(batch.first, batch.last - batch.first), {batch.rows, batch.length}, on_window);
}

template <class OnWindow>
void ReaderSession::State::run_batch(std::span<const Row> rows, const ov::Shape& shape, OnWindow& on_window) {
  const std::size_t length = shape[1];
  for (auto* input : {&ids, &mask, &casing, &quoted}) input->assign(shape[0] * length, 0);
  for (std::size_t empty = rows.size(); empty < shape[0]; ++empty) mask[empty * length] = 1;  // attention must have something to look at
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const Part& part = parts[rows[row].part];
    const WordRange window = part.windows[rows[row].window];
    std::size_t at = row * length;
    ids[at] = model->pieces->begin;
    mask[at++] = 1;
    for (std::uint32_t i = window.first; i < window.last; ++i) {
      const Word& word = part.reading->words[i];
      const std::int64_t own_casing = casing_of(word.form);
      for (std::uint32_t p = part.pieces.offsets[i - part.words.first]; p < part.pieces.offsets[i - part.words.first + 1]; ++p, ++at) {
        ids[at] = part.pieces.ids[p];
        mask[at] = 1;
        casing[at] = own_casing;
        quoted[at] = word.quoted;
      }
    }
    ids[at] = model->pieces->end;
    mask[at] = 1;
  }
  request.set_tensor("input_ids", ov::Tensor(ov::element::i64, shape, ids.data()));
  request.set_tensor("attention_mask", ov::Tensor(ov::element::i64, shape, mask.data()));
  request.set_tensor("casing", ov::Tensor(ov::element::i64, shape, casing.data()));
  request.set_tensor("quoted", ov::Tensor(ov::element::i64, shape, quoted.data()));
  request.infer();
  const ov::Tensor score_tensor = request.get_tensor("scores");
  const float* score = score_tensor.data<const float>();
  const ov::Tensor middle_tensor = request.get_tensor("middle");
  const float* middle = middle_tensor.data<const float>();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    Part& part = parts[rows[row].part];
    Reading& reading = *part.reading;
    const WordRange window = part.windows[rows[row].window];
    const std::uint32_t base = part.pieces.offsets[window.first - part.words.first];
    scores.resize(std::size_t{window.size()} * model->score_width);
    for (std::uint32_t i = window.first; i < window.last; ++i) {
      const std::size_t piece = row * length + 1 + part.pieces.offsets[i - part.words.first] - base;
      std::copy_n(score + piece * model->score_width, model->score_width,
                  scores.data() + std::size_t{i - window.first} * model->score_width);
      if (reading.hidden_width > 0)
        std::transform(middle + piece * model->hidden_width, middle + (piece + 1) * model->hidden_width,
                       reading.hidden.data() + std::size_t{i} * model->hidden_width, to_bfloat16);
    }
    on_window(part, Scores{window, scores.data()});
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

// Does every word lead to a root?
bool is_tree(const Reading& reading, WordRange sentence) {
  enum : std::uint8_t { unseen, on_the_way, leads_to_root };
  std::vector<std::uint8_t> state(sentence.size(), unseen);
  for (auto i = sentence.first; i < sentence.last; ++i) {
    auto at = static_cast<std::int32_t>(i);
    const auto inside = [&] { return at != no_word && sentence.contains(static_cast<std::uint32_t>(at)); };
    for (; inside() && state[static_cast<std::uint32_t>(at) - sentence.first] == unseen;
         at = reading.words[static_cast<std::uint32_t>(at)].head)
      state[static_cast<std::uint32_t>(at) - sentence.first] = on_the_way;
    if (inside() && state[static_cast<std::uint32_t>(at) - sentence.first] == on_the_way) return false;
    at = static_cast<std::int32_t>(i);
    for (; inside() && state[static_cast<std::uint32_t>(at) - sentence.first] == on_the_way;
         at = reading.words[static_cast<std::uint32_t>(at)].head)
      state[static_cast<std::uint32_t>(at) - sentence.first] = leads_to_root;
  }
  return true;
}

// What the parser gets wrong and grammar settles. Should the rules together not leave a tree, its own stands.
void settle_tree(Reading& reading, WordRange sentence) {
  const std::vector<Word> own(reading.words.begin() + sentence.first, reading.words.begin() + sentence.last);
  settle_titles(reading, sentence);
  settle_subjects(reading, sentence);
  settle_agreement(reading, sentence);
  settle_coordination(reading, sentence);
  if (!is_tree(reading, sentence)) std::copy(own.begin(), own.end(), reading.words.begin() + sentence.first);
}

// The words of one sentence, from their scores.
void decode_sentence(const Model& model, const Scores& scores, WordRange sentence, const ReadingOptions& options, Reading& reading) {
  decode_tree(model, scores, sentence, reading);
  settle_tree(reading, sentence);
  if (options.names) {
    decode_names(model, scores, sentence, reading);
    settle_seats(reading, sentence);
  }
}

// Decodes a window of a raw text, whose sentences so far are `paragraphs` and start at `turns` in any case, and appends the sentences that
// the network finds in it.
void decode_raw(const Model& model, const Scores& scores, const ReadingOptions& options, const std::vector<Sentence>& paragraphs,
                const std::vector<std::uint32_t>& turns, Reading& reading, std::vector<Sentence>& sentences) {
  const WordRange window = scores.words;
  decode_tags(model, scores, reading);
  if (options.attributions) decode_attributions(model, scores, window, reading);
  std::uint32_t start = window.first;
  for (std::uint32_t i = window.first + 1; i <= window.last; ++i) {
    const auto ends = [&] {
      if (i == window.last || reading.words[i].sentence != reading.words[i - 1].sentence || i - start >= longest_sentence) return true;
      return std::binary_search(turns.begin(), turns.end(), i) ||
             (boundary_before(reading, i) != Boundary::impossible && start_probability(model, scores, i) >= model.start_threshold);
    };
    if (!ends()) continue;
    sentences.push_back({{start, i}, paragraphs[reading.words[start].sentence].block});
    decode_sentence(model, scores, {start, i}, options, reading);
    start = i;
  }
}

// Windows are decoded as they are read, longest first; a reading has everything in the order of its text.
void put_in_order(Reading& reading) {
  std::ranges::sort(reading.sentences, {}, [](const Sentence& sentence) { return sentence.words.first; });
  std::ranges::sort(reading.names, {}, [](const Name& name) { return name.words.first; });
  std::ranges::sort(reading.attributions, {}, &AttributionGuess::anchor);
}

}  // namespace

std::vector<Reading> ReaderSession::read(std::span<const Document* const> documents, const ReadingOptions& options) {
  const Model& model = *state_->model;
  std::vector<Reading> readings(documents.size());
  std::vector<std::vector<Sentence>> paragraphs(documents.size()), sentences(documents.size());
  std::vector<std::vector<std::uint32_t>> turns(documents.size());
  std::uint32_t waiting = 0;  // words of the parts that are to be read
  const auto read_parts = [&] {
    state_->run([&](const Part& part, const Scores& scores) {
      const auto number = static_cast<std::size_t>(part.reading - readings.data());
      decode_raw(model, scores, options, paragraphs[number], turns[number], *part.reading, sentences[number]);
    });
    state_->count = waiting = 0;
  };
  state_->count = 0;  // an earlier call may have failed
  for (std::size_t d = 0; d < documents.size(); ++d) {
    Reading& reading = readings[d];
    tokenize(*documents[d], reading);
    keep_room_for_hidden(model, options, reading);
    paragraphs[d] = reading.sentences;
    turns[d] = turn_starts(reading);
    for (std::uint32_t first = 0; first < reading.words.size();) {
      const WordRange chunk{first, chunk_end(reading, first)};
      if (waiting > 0 && waiting + chunk.size() > words_together) read_parts();
      Part& part = state_->add_part(reading, chunk);
      part.windows = pack_windows(reading, chunk, part.pieces, window_pieces, model.window_pieces, likely_boundary);
      waiting += chunk.size();
      first = chunk.last;
    }
  }
  read_parts();
  for (std::size_t d = 0; d < documents.size(); ++d) {
    Reading& reading = readings[d];
    reading.sentences = std::move(sentences[d]);
    put_in_order(reading);
    for (std::uint32_t s = 0; s < reading.sentences.size(); ++s)
      for (std::uint32_t i = reading.sentences[s].words.first; i < reading.sentences[s].words.last; ++i) reading.words[i].sentence = s;
  }
  return readings;
}

Reading ReaderSession::read(const Document& document, const ReadingOptions& options) {
  const Document* const one[] = {&document};
  return std::move(read(one, options).front());
}

void ReaderSession::annotate(Reading& reading, const ReadingOptions& options) {
  const Model& model = *state_->model;
  reading.names.clear();
  reading.attributions.clear();
  keep_room_for_hidden(model, options, reading);
  // Where sentences are known, each is read by itself, unless attributions are asked for, which need what stands around them.
  const std::size_t shared = options.attributions ? window_pieces : 0;
  for (std::uint32_t first = 0; first < reading.words.size();) {
    state_->count = 0;
    const WordRange chunk{first, chunk_end(reading, first)};
    Part& part = state_->add_part(reading, chunk);
    part.windows = pack_windows(reading, chunk, part.pieces, shared, model.window_pieces, nowhere);
    state_->chunk.resize(std::size_t{chunk.size()} * model.score_width);
    const Scores of_chunk{chunk, state_->chunk.data()};
    state_->run([&](const Part&, const Scores& scores) {
      std::copy_n(scores.rows, std::size_t{scores.words.size()} * model.score_width,
                  of_chunk.rows + std::size_t{scores.words.first - chunk.first} * model.score_width);
      decode_tags(model, scores, reading);
      if (options.attributions) decode_attributions(model, scores, scores.words, reading);
    });
    for (std::uint32_t start = chunk.first; start < chunk.last;) {
      std::uint32_t end = start;
      while (end < chunk.last && reading.words[end].sentence == reading.words[start].sentence) ++end;
      decode_sentence(model, of_chunk, {start, end}, options, reading);
      start = end;
    }
    first = chunk.last;
  }
  put_in_order(reading);
}

}  // namespace demarche
