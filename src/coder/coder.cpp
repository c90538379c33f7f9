#include "coder/coder.h"

#include <future>

#include "time/time.h"

namespace demarche {
namespace {

std::unique_ptr<Coding> coding_of(Document document) {
  auto coding = std::make_unique<Coding>();
  coding->document = std::move(document);
  return coding;
}

}  // namespace

std::shared_ptr<const Knowledge> load_knowledge(const std::filesystem::path& data_folder, const std::filesystem::path& model_folder,
                                                std::size_t sessions) {
  auto knowledge = std::make_shared<Knowledge>();
  auto model = std::async(std::launch::async, [&] { return load_model(model_folder, sessions); });
  knowledge->pairs = load_pair_model(model_folder, sessions);
  knowledge->speech = load_speech_lexicon(data_folder);
  knowledge->actors = load_actor_knowledge(data_folder);
  knowledge->gazetteer = load_gazetteer(data_folder);
  knowledge->events = load_event_knowledge(data_folder);
  knowledge->model = model.get();
  return knowledge;
}

Coder::Coder(std::shared_ptr<const Knowledge> knowledge)
    : knowledge_(std::move(knowledge)), session_(knowledge_->model), pairs_(knowledge_->pairs) {}

void Coder::read(std::span<const std::unique_ptr<Coding>> codings) {
  std::vector<const Document*> documents;
  for (const auto& coding : codings) documents.push_back(&coding->document);
  std::vector<Reading> readings = session_.read(documents, {.attributions = true, .names = true, .hidden = true});
  for (std::size_t i = 0; i < codings.size(); ++i) codings[i]->reading = std::move(readings[i]);
}

// Everything before events.
void Coder::describe(Coding& read) const {
  find_statements(*knowledge_->speech, read);
  find_actors(*knowledge_->actors, read, [this](std::string_view name) { return country_of_city(*knowledge_->gazetteer, name); });
  find_times(read);
  find_places(*knowledge_->gazetteer, read);
}

void Coder::code(std::span<const std::unique_ptr<Coding>> codings) {
  read(codings);
  std::vector<PairQueries> asked;
  for (const auto& coding : codings) {
    describe(*coding);
    // Texts that are too long have no hidden states: the lexicon alone is heard.
    const bool may_ask = coding->reading.hidden_width > 0;
    asked.push_back({&coding->reading, may_ask ? unknown_pairs(*knowledge_->events, *coding) : std::vector<PairQuery>()});
  }
  const std::vector<PairTypes> types = pairs_.type(asked);
  for (std::size_t i = 0; i < codings.size(); ++i) {
    find_events(*knowledge_->events, *codings[i], &types[i]);
    find_positions(*knowledge_->events, *codings[i]);
  }
}

std::unique_ptr<Coding> Coder::code(Document document) {
  auto coding = coding_of(std::move(document));
  code({&coding, 1});
  return coding;
}

std::unique_ptr<Coding> Coder::code_by_lexicon(Document document) {
  auto coding = coding_of(std::move(document));
  read({&coding, 1});
  describe(*coding);
  find_events(*knowledge_->events, *coding);
  find_positions(*knowledge_->events, *coding);
  return coding;
}

}  // namespace demarche
