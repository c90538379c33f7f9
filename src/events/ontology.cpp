// Loads types, modes, CAMEO codes and contexts: data/ontology/*.tsv.
#include <algorithm>

#include "events/knowledge.h"
#include "text/numbers.h"
#include "text/table.h"

namespace demarche {
namespace {

std::string or_empty(const std::string& field) { return field == "-" ? std::string() : field; }

}  // namespace

double scale_value(const Table& table, const TableRow& row, std::string_view text) {
  const auto value = number_in<double>(text);
  if (!value || *value < -10 || *value > 10) throw table_error(table, row, "\"" + std::string(text) + "\" is no number from -10 to 10");
  return *value;
}

std::uint8_t EventKnowledge::type_of(std::string_view name) const {
  for (std::size_t i = 0; i < types.size(); ++i)
    if (types[i].name == name) return static_cast<std::uint8_t>(i);
  return no_type;
}

double intensity_of(const EventKnowledge& knowledge, std::uint8_t type, std::string_view mode) {
  if (type >= knowledge.types.size()) return 0;
  if (!mode.empty()) {
    const auto found = knowledge.mode_intensity.find(knowledge.types[type].name + " " + std::string(mode));
    if (found != knowledge.mode_intensity.end()) return found->second;
  }
  return knowledge.types[type].intensity;
}

std::string_view plain_cameo(const EventKnowledge& knowledge, std::string_view type) {
  const auto number = knowledge.type_of(type);
  return number == no_type ? std::string_view() : std::string_view(knowledge.types[number].cameo);
}

bool is_hostile(const EventType& type) { return type.quad == "material conflict"; }
bool is_cooperative(const EventType& type) { return type.quad.ends_with("cooperation"); }

void load_ontology(const std::filesystem::path& data_folder, EventKnowledge& knowledge) {
  const auto folder = data_folder / "ontology";
  const Table types = read_table(folder / "types.tsv", 5, 5);
  for (const TableRow& row : types.rows) {
    if (knowledge.types.size() >= no_type) throw table_error(types, row, "too many types");
    if (row.fields[3] != "yes" && row.fields[3] != "no") throw table_error(types, row, "the fourth field must be yes or no");
    knowledge.types.push_back(
        {row.fields[0], row.fields[1], scale_value(types, row, row.fields[2]), row.fields[3] == "yes", row.fields[4]});
  }
  const Table modes = read_table(folder / "modes.tsv", 3, 3);
  for (const TableRow& row : modes.rows) {
    if (knowledge.type_of(row.fields[0]) == no_type) throw table_error(modes, row, "unknown type \"" + row.fields[0] + "\"");
    knowledge.mode_intensity[row.fields[0] + " " + row.fields[1]] = scale_value(modes, row, row.fields[2]);
  }
  const Table codes = read_table(folder / "cameo.tsv", 6, 6);
  for (const TableRow& row : codes.rows) {
    CameoCode code;
    code.code = row.fields[0];
    code.type = knowledge.type_of(row.fields[1]);
    code.mode = or_empty(row.fields[2]);
    if (code.type == no_type) throw table_error(codes, row, "unknown type \"" + row.fields[1] + "\"");
    if (!code.mode.empty() && !knowledge.mode_intensity.contains(row.fields[1] + " " + code.mode))
      throw table_error(codes, row, row.fields[1] + " has no mode \"" + code.mode + "\"");
    if (row.fields[3] != "-") code.contexts = split_list(row.fields[3], ';');
    code.goldstein = scale_value(codes, row, row.fields[4]);
    if (!knowledge.cameo.emplace(code.code, code).second) throw table_error(codes, row, "code " + code.code + " is there twice");
  }
  for (const TableRow& row : types.rows)
    if (!knowledge.cameo.contains(row.fields[4])) throw table_error(types, row, "unknown CAMEO code \"" + row.fields[4] + "\"");
  const Table composition = read_table(folder / "composition.tsv", 4, 4);
  for (const TableRow& row : composition.rows) {
    for (std::size_t i = 1; i < 4; ++i)
      if (row.fields[i] != "-" && !knowledge.cameo.contains(row.fields[i]))
        throw table_error(composition, row, "unknown CAMEO code \"" + row.fields[i] + "\"");
    knowledge.composition[row.fields[0]] = {or_empty(row.fields[1]), or_empty(row.fields[2]), or_empty(row.fields[3]),
                                            static_cast<std::uint32_t>(row.line)};
  }
}

void load_contexts(const std::filesystem::path& data_folder, EventKnowledge& knowledge) {
  const Table table = read_table(data_folder / "ontology" / "contexts.tsv", 2, 2);
  for (const TableRow& row : table.rows) {
    std::size_t at = 0;
    while (at < knowledge.contexts.size() && knowledge.contexts[at] != row.fields[0]) ++at;
    if (at == knowledge.contexts.size()) knowledge.contexts.push_back(row.fields[0]);
    if (at >= 64) throw table_error(table, row, "more than 64 contexts");
    for (const std::string& phrase : split_list(row.fields[1], ',')) {
      auto lemmas = split_list(phrase, ' ');
      const std::string first = lemmas.front();
      lemmas.erase(lemmas.begin());
      knowledge.context_triggers[first].push_back({static_cast<std::uint8_t>(at), std::move(lemmas)});
    }
  }
  for (const auto& [code, meaning] : knowledge.cameo)
    for (const std::string& context : meaning.contexts)
      if (std::find(knowledge.contexts.begin(), knowledge.contexts.end(), context) == knowledge.contexts.end())
        throw std::runtime_error((data_folder / "ontology" / "cameo.tsv").string() + ": code " + code + " has the context \"" + context +
                                 "\", which contexts.tsv lacks");
}

}  // namespace demarche
