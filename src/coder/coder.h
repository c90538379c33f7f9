// The whole way, in order: document → reading → statements → actors → times, places → events → positions.
//
//   auto knowledge = load_knowledge("data", "model");   // once, shared by threads
//   Coder coder(knowledge);                              // one per thread
//   Coding coding = coder.code(clean_text(bytes));
#pragma once

#include <filesystem>
#include <memory>
#include <span>

#include "actors/actors.h"
#include "coding.h"
#include "events/events.h"
#include "places/places.h"
#include "reader/reader.h"
#include "speech/speech.h"
#include "typing/pair_network.h"

namespace demarche {

struct Knowledge {
  std::shared_ptr<const Model> model;
  std::shared_ptr<const PairModel> pairs;
  std::shared_ptr<const SpeechLexicon> speech;
  std::shared_ptr<const ActorKnowledge> actors;
  std::shared_ptr<const Gazetteer> gazetteer;
  std::shared_ptr<const EventKnowledge> events;
};

// `sessions`: how many coders will work at the same time (see load_model); each takes time to make ready, and memory. The network is made
// ready in a thread of its own while the tables are read.
// Throws std::runtime_error naming the file (and line) and what is wrong with it.
std::shared_ptr<const Knowledge> load_knowledge(const std::filesystem::path& data_folder, const std::filesystem::path& model_folder,
                                                std::size_t sessions = 0);

class Coder {
 public:
  explicit Coder(std::shared_ptr<const Knowledge> knowledge);
  // Throws std::runtime_error when the network fails on the document; the coder can be used on.
  // By pointer, since a reading's words are views of the document beside it.
  std::unique_ptr<Coding> code(Document document);
  // The same for codings that have their documents: many together, which is faster, and changes nothing in any of them. Throws when any of
  // them cannot be read or coded; they may be coded again, one by one.
  void code(std::span<const std::unique_ptr<Coding>> codings);
  // The same by the lexicon alone: the pair network is not asked about events. The reading has the hidden states that pairs() needs.
  std::unique_ptr<Coding> code_by_lexicon(Document document);
  // Fills coding.explanations of a coding that code() made.
  void explain(Coding& coding) const { explain_events(*knowledge_->events, coding); }
  ReaderSession& reader() { return session_; }
  PairSession& pairs() { return pairs_; }
  const Knowledge& knowledge() const { return *knowledge_; }

 private:
  void read(std::span<const std::unique_ptr<Coding>> codings);
  void describe(Coding& read) const;

  std::shared_ptr<const Knowledge> knowledge_;
  ReaderSession session_;
  PairSession pairs_;
};

}  // namespace demarche
