#include "reader/model.h"

#include <algorithm>
#include <cstring>
#include <future>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>

#include "reader/network.h"
#include "reader/reader.h"
#include "text/table.h"

namespace demarche {
namespace {

using nlohmann::json;

Columns columns_of(const json& description, const char* name) {
  const json& range = description.at("columns").at(name);
  return {range.at(0).get<std::size_t>(), range.at(1).get<std::size_t>()};
}

EditScript script_of(const std::string& text) {
  EditScript script;
  if (text.starts_with('=')) {
    script.whole = true;
    script.suffix = text.substr(1);
    return script;
  }
  const auto first = text.find('|');
  const auto second = first == std::string::npos ? first : text.find('|', first + 1);
  if (second == std::string::npos || first != 1) throw std::runtime_error("'" + text + "' is no edit script");
  script.casing = text[0];
  script.cut = static_cast<std::uint32_t>(std::stoul(text.substr(first + 1, second - first - 1)));
  script.suffix = text.substr(second + 1);
  return script;
}

void load_lemmas(Model& model, const std::filesystem::path& path) {
  model.lemma_table = read_file(path);
  const std::string_view table = model.lemma_table;
  model.lemmas.reserve(table.size() / 20);
  model.known_lemmas.reserve(table.size() / 20);
  std::size_t number = 0;
  for (std::size_t at = 0; at < table.size();) {
    const std::size_t end = std::min(table.find('\n', at), table.size());
    const std::string_view line = table.substr(at, end - at);
    at = end + 1;
    ++number;
    const auto first = line.find('\t');
    const auto second = first == std::string_view::npos ? first : line.find('\t', first + 1);
    if (second == std::string_view::npos) throw std::runtime_error(path.string() + ":" + std::to_string(number) + ": has no three columns");
    const Upos tag = upos_of(line.substr(first + 1, second - first - 1));
    const auto lemma = line.substr(second + 1);
    model.lemmas.emplace(Model::Key{line.substr(0, first), tag}, lemma);
    model.known_lemmas.insert({lemma, tag});
  }
}

}  // namespace

std::shared_ptr<const Model> load_model(const std::filesystem::path& folder, std::size_t sessions) {
  auto model = std::make_shared<Model>();
  const auto path = folder / "reader.json";
  try {
    const json description = json::parse(read_file(path));
    if (description.at("format") != 1) throw std::runtime_error("is of a format that this program does not know");
    const auto beside = [&](const char* key) { return folder / description.at(key).get<std::string>(); };
    // A stream for each session that reads at the same time. It takes longer than all the rest, so it goes on beside it.
    const auto streams = static_cast<int>(sessions ? sessions : std::max(1u, std::thread::hardware_concurrency()));
    auto network = std::async(std::launch::async, [&core = model->core, network_path = beside("network"), streams] {
      return compile_network(core, network_path, streams);
    });
    model->score_width = description.at("dimensions").at("scores");
    model->hidden_width = description.at("dimensions").at("hidden");
    model->window_pieces = description.at("limits").at("window");
    model->word_pieces = description.at("limits").at("word");
    model->upos = columns_of(description, "upos");
    model->xpos = columns_of(description, "xpos");
    model->feats = columns_of(description, "feats");
    model->lemma = columns_of(description, "lemma");
    model->start = columns_of(description, "start");
    model->name = columns_of(description, "name");
    model->anchor = columns_of(description, "anchor");
    model->label_dep = columns_of(description, "label_dep");
    model->label_head = columns_of(description, "label_head");
    model->attribution_anchor = columns_of(description, "attribution_anchor");
    model->attribution_word = columns_of(description, "attribution_word");
    model->arc_dep = columns_of(description, "arc_dep");
    model->arc_head = columns_of(description, "arc_head");
    model->arc_bias = columns_of(description, "arc_bias");
    const json& labels = description.at("labels");
    for (const std::string tag : labels.at("upos")) model->upos_names.push_back(upos_of(tag));
    model->xpos_names = labels.at("xpos").get<std::vector<std::string>>();
    model->feats_names = labels.at("feats").get<std::vector<std::string>>();
    model->deprel_names = labels.at("label").get<std::vector<std::string>>();
    model->name_tags = labels.at("name").get<std::vector<std::string>>();
    for (const std::string script : labels.at("lemma")) model->scripts.push_back(script_of(script));
    const auto root = std::find(model->deprel_names.begin(), model->deprel_names.end(), "root");
    model->deprel_root = static_cast<std::size_t>(root - model->deprel_names.begin());
    model->script_margin = description.at("script_margin");
    model->cue_threshold = description.at("thresholds").at("cue");
    model->content_threshold = description.at("thresholds").at("content");
    model->start_threshold = description.at("thresholds").at("start");
    model->distance_ends = description.at("distance_ends").get<std::vector<std::int64_t>>();

    const std::string numbers = read_file(beside("decoder"));
    const auto array = [&](const char* name) {
      const json& entry = description.at("arrays").at(name);
      std::size_t count = 1;
      for (const std::size_t size : entry.at("shape")) count *= size;
      const std::size_t offset = entry.at("offset");
      if ((offset + count) * sizeof(float) > numbers.size())
        throw std::runtime_error(std::string("array ") + name + " lies beyond the file's end");
      std::vector<float> values(count);
      std::memcpy(values.data(), numbers.data() + offset * sizeof(float), count * sizeof(float));
      return values;
    };
    model->root_arc = array("root_arc");
    model->root_bias = array("root_bias");
    model->root_label = array("root_label");
    model->label_weight = array("label_weight");
    model->label_bias = array("label_bias");
    model->distance = array("distance");
    model->paragraph = array("paragraph");
    model->attribution_weight = array("attribution_weight");
    model->attribution_bias = array("attribution_bias");

    model->pieces = std::make_unique<WordPieces>(read_file(beside("vocabulary")));
    load_lemmas(*model, beside("lemmas"));
    model->network = network.get();
  } catch (const std::exception& error) {
    throw std::runtime_error(path.string() + ": " + error.what());
  }
  return model;
}

}  // namespace demarche
