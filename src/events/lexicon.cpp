// Loads the lexicon of predicates: data/lexicon/{classes,frames,verbs,nouns,adjectives,support,control,modality,stances,issues}.tsv.
#include <algorithm>
#include <unordered_set>

#include "events/confidence.h"
#include "events/knowledge.h"
#include "text/table.h"

namespace demarche {
namespace {

std::runtime_error unknown(const Table& table, const TableRow& row, std::string_view what, std::string_view name) {
  return table_error(table, row, "unknown " + std::string(what) + " \"" + std::string(name) + "\"");
}

bool is_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) { return (c >= 'a' && c <= 'z') || c >= 0x80; });
}

// `GOV`: a sector of actors rather than a lemma.
bool is_sector(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= 'A' && c <= 'Z'; });
}

void load_classes(const std::filesystem::path& folder, EventKnowledge& knowledge) {
  const Table table = read_table(folder / "classes.tsv", 2, 2);
  for (const TableRow& row : table.rows) {
    auto& members = knowledge.classes[row.fields[0]];
    for (const std::string& word : split_list(row.fields[1], ',')) {
      if (word.front() == '@') {
        const auto other = knowledge.classes.find(std::string_view(word).substr(1));
        if (other == knowledge.classes.end()) throw unknown(table, row, "class", word);
        const std::vector<std::string> inherited = other->second;
        members.insert(members.end(), inherited.begin(), inherited.end());
      } else {
        members.push_back(word);
      }
    }
  }
}

Role role_of(const Table& table, const TableRow& row, std::string_view name) {
  static constexpr std::pair<std::string_view, RoleKind> kinds[] = {{"subject", RoleKind::subject},
                                                                    {"object", RoleKind::object},
                                                                    {"indirect", RoleKind::indirect},
                                                                    {"between", RoleKind::between},
                                                                    {"possessor", RoleKind::possessor},
                                                                    {"adjective", RoleKind::adjective},
                                                                    {"support", RoleKind::support},
                                                                    {"receiver", RoleKind::receiver},
                                                                    {"host", RoleKind::host},
                                                                    {"hands", RoleKind::hands},
                                                                    {"clause.subject", RoleKind::clause_subject},
                                                                    {"clause", RoleKind::clause},
                                                                    {"owner", RoleKind::owner},
                                                                    {"any", RoleKind::any}};
  for (const auto& [text, kind] : kinds)
    if (text == name) return {kind, {}};
  if (!is_word(name)) throw unknown(table, row, "role", name);
  return {RoleKind::preposition, std::string(name)};
}

std::vector<Role> roles_of(const Table& table, const TableRow& row, std::string_view field, bool& required) {
  if (field.ends_with('!')) {
    required = true;
    field.remove_suffix(1);
  }
  std::vector<Role> roles;
  if (field == "-") return roles;
  for (const std::string& name : split_list(field, ',')) roles.push_back(role_of(table, row, name));
  if (roles.empty()) throw table_error(table, row, "names no role");
  return roles;
}

void load_frames(const std::filesystem::path& folder, EventKnowledge& knowledge) {
  const Table table = read_table(folder / "frames.tsv", 3, 4);
  for (const TableRow& row : table.rows) {
    Frame frame;
    frame.name = row.fields[0];
    frame.source = roles_of(table, row, row.fields[1], frame.source_required);
    frame.target = roles_of(table, row, row.fields[2], frame.target_required);
    if (row.fields.size() == 4 && !row.fields[3].empty()) {
      if (row.fields[3] != "reciprocal") throw unknown(table, row, "mark", row.fields[3]);
      frame.reciprocal = true;
    }
    for (const Frame& other : knowledge.frames)
      if (other.name == frame.name) throw table_error(table, row, "frame \"" + frame.name + "\" is there twice");
    knowledge.frames.push_back(std::move(frame));
  }
}

Condition condition_of(const Table& table, const TableRow& row, std::string_view text, const EventKnowledge& knowledge) {
  Condition condition;
  if (text.front() == '!') {
    condition.forbidden = true;
    text.remove_prefix(1);
  }
  const auto equals = text.find('=');
  const std::string_view key = text.substr(0, equals);
  static constexpr std::pair<std::string_view, ConditionKey> keys[] = {
      {"subject", ConditionKey::subject}, {"object", ConditionKey::object},   {"indirect", ConditionKey::indirect},
      {"mod", ConditionKey::modifier},    {"clause", ConditionKey::clause},   {"infinitive", ConditionKey::infinitive},
      {"support", ConditionKey::support}, {"passive", ConditionKey::passive}, {"possessor", ConditionKey::possessor},
      {"next", ConditionKey::next}};
  condition.key = ConditionKey::preposition;
  for (const auto& [name, value] : keys)
    if (name == key) condition.key = value;
  if (condition.key == ConditionKey::preposition) {
    if (!is_word(key)) throw unknown(table, row, "condition", key);
    condition.preposition = key;
  }
  if (equals == std::string_view::npos) {
    condition.anything = true;
    return condition;
  }
  const auto add = [&](const std::string& value) {
    if (is_sector(value)) {
      condition.sectors.push_back(value);
      return;
    }
    const auto bar = value.find('_');
    if (bar == std::string::npos)
      condition.lemmas.push_back(value);
    else
      condition.compounds.emplace_back(value.substr(0, bar), value.substr(bar + 1));
  };
  for (const std::string& value : split_list(text.substr(equals + 1), '|')) {
    if (value == "@actor") {
      condition.actor = true;
    } else if (value == "@person") {
      condition.person = true;
    } else if (value == "@country") {
      condition.country = true;
    } else if (value == "@blame") {
      condition.blame = true;
    } else if (value == "@praise") {
      condition.praise = true;
    } else if (value == "@quoted") {
      condition.quoted = true;
    } else if (value.front() == '@') {
      const auto found = knowledge.classes.find(std::string_view(value).substr(1));
      if (found == knowledge.classes.end()) throw unknown(table, row, "class", value);
      for (const std::string& member : found->second) add(member);
    } else {
      add(value);
    }
  }
  if (condition.lemmas.empty() && condition.compounds.empty() && condition.sectors.empty() && !condition.actor && !condition.country &&
      !condition.person && !condition.blame && !condition.praise && !condition.quoted)
    throw table_error(table, row, "a condition without a value behind =");
  std::sort(condition.lemmas.begin(), condition.lemmas.end());
  return condition;
}

// `CAMEO`, `CAMEO:mode`, `TYPE`, `TYPE:mode`, or `-`.
void set_code(const Table& table, const TableRow& row, std::string_view code, const EventKnowledge& knowledge, Predicate& predicate) {
  if (code == "-") {
    predicate.no_event = true;
    return;
  }
  const auto colon = code.find(':');
  const std::string_view name = code.substr(0, colon);
  if (const auto found = knowledge.cameo.find(name); found != knowledge.cameo.end()) {
    predicate.cameo = found->second.code;
    predicate.type = found->second.type;
    predicate.mode = found->second.mode;
    predicate.contexts = found->second.contexts;
    predicate.goldstein = found->second.goldstein;
  } else {
    predicate.type = knowledge.type_of(name);
    if (predicate.type == no_type) throw unknown(table, row, "CAMEO code or type", name);
  }
  if (colon != std::string_view::npos) {
    predicate.mode = code.substr(colon + 1);
    const std::string& type = knowledge.types[predicate.type].name;
    if (!knowledge.mode_intensity.contains(type + " " + predicate.mode)) throw unknown(table, row, "mode of " + type, predicate.mode);
  }
}

PredicateKind kind_of(const Table& table, const TableRow& row, std::string_view name) {
  static constexpr std::string_view kinds[] = {"verb", "noun", "adjective"};
  const auto kind = std::find(std::begin(kinds), std::end(kinds), name);
  if (kind == std::end(kinds)) throw unknown(table, row, "part of speech", name);
  return static_cast<PredicateKind>(kind - std::begin(kinds));
}

int sign_of(const Table& table, const TableRow& row, std::size_t field) {
  if (row.fields[field] == "1") return 1;
  if (row.fields[field] == "-1") return -1;
  throw table_error(table, row, "\"" + row.fields[field] + "\" is neither 1 nor -1");
}

// lemma [particle], frame, code, conditions, mark
void load_predicates(const std::filesystem::path& path, PredicateKind kind, EventKnowledge& knowledge, LemmaMap<int>& numbers) {
  const Table table = read_table(path, 3, 5);
  for (const TableRow& row : table.rows) {
    Predicate model;
    const auto frame =
        std::find_if(knowledge.frames.begin(), knowledge.frames.end(), [&](const Frame& f) { return f.name == row.fields[1]; });
    if (frame == knowledge.frames.end()) throw unknown(table, row, "frame", row.fields[1]);
    model.frame = static_cast<std::uint32_t>(frame - knowledge.frames.begin());
    model.line = static_cast<std::uint32_t>(row.line);
    set_code(table, row, row.fields[2], knowledge, model);
    if (row.fields.size() > 3)
      for (const std::string& text : split_list(row.fields[3], ' ')) {
        model.conditions.push_back(condition_of(table, row, text, knowledge));
        const Condition& made = model.conditions.back();
        model.specificity += made.anything ? 2 : made.actor && made.lemmas.empty() ? 3 : 4;
      }
    if (row.fields.size() > 4 && !row.fields[4].empty()) {
      static constexpr std::pair<std::string_view, Composition> marks[] = {{"commits", Composition::commits},
                                                                           {"refuses", Composition::refuses},
                                                                           {"threatens", Composition::threatens},
                                                                           {"warns", Composition::warns}};
      for (const auto& [name, value] : marks)
        if (row.fields[4] == name) model.composition = value;
      if (model.composition == Composition::none) throw unknown(table, row, "mark", row.fields[4]);
    }
    const auto entries = split_list(row.fields[0], ',');
    if (entries.empty()) throw table_error(table, row, "names no lemma");
    for (const std::string& entry : entries) {
      Predicate predicate = model;
      const auto words = split_list(entry, ' ');
      predicate.lemma = words.front();
      for (std::size_t i = 1; i < words.size(); ++i) predicate.particle += (i > 1 ? " " : "") + words[i];
      if (!predicate.particle.empty()) predicate.specificity += 5;
      predicate.id = predicate.lemma + "#" + std::to_string(++numbers[predicate.lemma]);
      const auto index = static_cast<std::uint32_t>(knowledge.predicates.size());
      knowledge.by_lemma[static_cast<std::size_t>(kind)][predicate.lemma].push_back(index);
      knowledge.predicates.push_back(std::move(predicate));
    }
  }
}

// The nouns with a hyphen that a rule may ask for.
std::vector<std::string> hyphenated_nouns(const EventKnowledge& knowledge) {
  std::vector<std::string> nouns;
  const auto take = [&](const std::string& lemma) {
    if (lemma.find('-') != std::string::npos) nouns.push_back(lemma);
  };
  for (const auto& [name, members] : knowledge.classes) std::for_each(members.begin(), members.end(), take);
  for (const auto& [lemma, entries] : knowledge.by_lemma[static_cast<std::size_t>(PredicateKind::noun)]) take(lemma);
  for (const Predicate& predicate : knowledge.predicates)
    for (const Condition& condition : predicate.conditions) std::for_each(condition.lemmas.begin(), condition.lemmas.end(), take);
  std::sort(nouns.begin(), nouns.end());
  nouns.erase(std::unique(nouns.begin(), nouns.end()), nouns.end());
  return nouns;
}

}  // namespace

void load_lexicon(const std::filesystem::path& data_folder, EventKnowledge& knowledge) {
  const auto folder = data_folder / "lexicon";
  load_classes(folder, knowledge);
  const auto take_class = [&](std::string_view name, std::vector<std::string>& members) {
    if (const auto found = knowledge.classes.find(name); found != knowledge.classes.end()) members = found->second;
    std::sort(members.begin(), members.end());
  };
  take_class("quantity", knowledge.quantities);
  take_class("undergoing", knowledge.undergoing);
  take_class("addressed", knowledge.addressed);
  take_class("whither", knowledge.whither);
  take_class("onto", knowledge.onto);
  take_class("answer", knowledge.answers);
  take_class("no_holder", knowledge.no_holders);
  take_class("charging", knowledge.charging);
  take_class("attack", knowledge.attacks);
  take_class("suffered", knowledge.suffered);
  take_class("undergone", knowledge.undergone);
  take_class("resulting", knowledge.resulting);
  take_class("mourning", knowledge.mourning);
  take_class("no_issue", knowledge.no_issues);
  take_class("named_issue", knowledge.named_issues);
  take_class("created", knowledge.creating);
  take_class("measure", knowledge.measures);
  take_class("territory", knowledge.territories);
  take_class("hostility", knowledge.hostilities);
  take_class("writing", knowledge.writing);
  take_class("physical", knowledge.physical);
  take_class("verbal_attack", knowledge.verbal_attacks);
  take_class("in_words", knowledge.in_words);
  take_class("reproach", knowledge.reproaches);
  take_class("contest", knowledge.contests);
  take_class("aiming", knowledge.aiming);
  take_class("happening", knowledge.happening);
  load_frames(folder, knowledge);
  const auto fallback = std::find_if(knowledge.frames.begin(), knowledge.frames.end(), [](const Frame& f) { return f.name == "default"; });
  if (fallback == knowledge.frames.end()) throw std::runtime_error((folder / "frames.tsv").string() + ": has no frame \"default\"");
  knowledge.fallback_frame = static_cast<std::uint32_t>(fallback - knowledge.frames.begin());
  LemmaMap<int> numbers;
  load_predicates(folder / "verbs.tsv", PredicateKind::verb, knowledge, numbers);
  load_predicates(folder / "nouns.tsv", PredicateKind::noun, knowledge, numbers);
  load_predicates(folder / "adjectives.tsv", PredicateKind::adjective, knowledge, numbers);
  for (auto& by_lemma : knowledge.by_lemma)
    for (auto& [lemma, entries] : by_lemma)
      std::stable_sort(entries.begin(), entries.end(), [&](std::uint32_t a, std::uint32_t b) {
        return knowledge.predicates[a].specificity > knowledge.predicates[b].specificity;
      });
  knowledge.hyphenated = hyphenated_nouns(knowledge);
  const Table support = read_table(folder / "support.tsv", 1, 2);
  for (const TableRow& row : support.rows) {
    const bool receives = row.fields.size() == 2;
    if (receives && row.fields[1] != "receives") throw unknown(support, row, "mark", row.fields[1]);
    knowledge.support_verbs[row.fields[0]] = !receives;
  }
  const Table control = read_table(folder / "control.tsv", 2, 2);
  for (const TableRow& row : control.rows) knowledge.control[row.fields[0]] = row.fields[1];
}

void load_modality(const std::filesystem::path& data_folder, EventKnowledge& knowledge) {
  const Table table = read_table(data_folder / "lexicon" / "modality.tsv", 4, 4);
  static constexpr std::pair<std::string_view, Effect> effects[] = {
      {"intended", Effect::intended}, {"attempted", Effect::attempted}, {"committed", Effect::committed}, {"demanded", Effect::demanded},
      {"possible", Effect::possible}, {"negated", Effect::negated},     {"pass", Effect::pass},           {"caused", Effect::caused}};
  for (const TableRow& row : table.rows) {
    const PredicateKind kind = kind_of(table, row, row.fields[1]);
    Effect effect = Effect::none;
    for (const auto& [name, value] : effects)
      if (name == row.fields[3]) effect = value;
    if (effect == Effect::none) throw unknown(table, row, "effect", row.fields[3]);
    for (const std::string& lemma : split_list(row.fields[0], ','))
      for (const std::string& relation : split_list(row.fields[2], ','))
        knowledge.governors[static_cast<std::size_t>(kind)][lemma].push_back({relation, effect});
  }
}

void load_stances(const std::filesystem::path& data_folder, EventKnowledge& knowledge) {
  const Table stances = read_table(data_folder / "lexicon" / "stances.tsv", 3, 4);
  for (const TableRow& row : stances.rows) {
    StanceWord word{kind_of(stances, row, row.fields[1]), sign_of(stances, row, 2), {}};
    word.predicate.line = static_cast<std::uint32_t>(row.line);
    if (row.fields.size() > 3)
      for (const std::string& text : split_list(row.fields[3], ' '))
        word.predicate.conditions.push_back(condition_of(stances, row, text, knowledge));
    for (const std::string& lemma : split_list(row.fields[0], ',')) knowledge.stance_words[lemma].push_back(word);
  }
  const Table issues = read_table(data_folder / "lexicon" / "issues.tsv", 5, 5);
  for (const TableRow& row : issues.rows) {
    IssueWord word{row.fields[2] == "deed", sign_of(issues, row, 3), split_list(row.fields[4], ',')};
    if (!word.deed && row.fields[2] != "attitude") throw unknown(issues, row, "kind of issue word", row.fields[2]);
    if (word.relations.empty()) throw table_error(issues, row, "names no relation");
    const PredicateKind kind = kind_of(issues, row, row.fields[1]);
    for (const std::string& lemma : split_list(row.fields[0], ','))
      knowledge.issue_words[static_cast<std::size_t>(kind)][lemma].push_back(word);
  }
}

void load_confidence(const std::filesystem::path& data_folder, EventKnowledge& knowledge) {
  const auto path = data_folder / "lexicon" / "confidence.tsv";
  const Table table = read_table(path, 2, 2);
  const auto signs = confidence_signs();
  for (const TableRow& row : table.rows) {
    const std::string& name = row.fields[0];
    const bool type = name.starts_with("type.") && knowledge.type_of(std::string_view(name).substr(5)) != no_type;
    // Words come and go; a weight whose word has gone is of no use and does no harm.
    if (!type && !name.starts_with("word.") && std::find(signs.begin(), signs.end(), name) == signs.end())
      throw unknown(table, row, "sign", name);
    if (!knowledge.confidence.emplace(name, scale_value(table, row, row.fields[1])).second)
      throw table_error(table, row, "sign \"" + name + "\" is there twice");
  }
  for (const std::string_view sign : signs)
    if (!knowledge.confidence.contains(sign))
      throw std::runtime_error(path.string() + ": the sign \"" + std::string(sign) + "\" has no weight");
}

std::shared_ptr<const EventKnowledge> load_event_knowledge(const std::filesystem::path& data_folder) {
  auto knowledge = std::make_shared<EventKnowledge>();
  load_ontology(data_folder, *knowledge);
  load_mode_words(data_folder, *knowledge);
  load_contexts(data_folder, *knowledge);
  load_lexicon(data_folder, *knowledge);
  load_modality(data_folder, *knowledge);
  load_confidence(data_folder, *knowledge);
  load_stances(data_folder, *knowledge);
  return knowledge;
}

}  // namespace demarche
