#include "coder/coder.h"

#include <future>

#include "time/time.h"

namespace demarche {

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

std::unique_ptr<Coding> Coder::code(Document document) {
  const PairTyper typer = [this](const Reading& reading, const std::vector<PairQuery>& queries) { return pairs_.type(reading, queries); };
  return code(std::move(document), &typer);
}

std::unique_ptr<Coding> Coder::code_by_lexicon(Document document) { return code(std::move(document), nullptr); }

std::unique_ptr<Coding> Coder::code(Document document, const PairTyper* typer) {
  auto coding = std::make_unique<Coding>();
  coding->document = std::move(document);
  coding->reading = session_.read(coding->document, {.attributions = true, .names = true, .hidden = true});
  find_statements(*knowledge_->speech, *coding);
  find_actors(*knowledge_->actors, *coding, [this](std::string_view name) { return country_of_city(*knowledge_->gazetteer, name); });
  find_times(*coding);
  find_places(*knowledge_->gazetteer, *coding);
  find_events(*knowledge_->events, *coding, coding->reading.hidden_width > 0 ? typer : nullptr);
  find_positions(*knowledge_->events, *coding);
  return coding;
}

}  // namespace demarche
