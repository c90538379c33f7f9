#include "speech/lexicon.h"

#include <array>

#include "reader/regular.h"
#include "text/numbers.h"
#include "text/table.h"
#include "text/utf8.h"
#include "text/words.h"

namespace demarche {
namespace {

using enum FrameShape;

struct ShapeName {
  std::string_view name;
  FrameShape shape;
};
constexpr std::array<ShapeName, 11> shape_names = {{{"clause", clause},
                                                    {"quote", quote},
                                                    {"to", infinitive},
                                                    {"ing", gerund},
                                                    {"be", predicate},
                                                    {"object", object},
                                                    {"object-speech", speech_object},
                                                    {"object+to", object_infinitive},
                                                    {"object+be", object_predicate},
                                                    {"hearsay", hearsay},
                                                    {"according", according}}};

Frame frame_of(const Table& table, const TableRow& row, std::string_view item, Act act) {
  Frame frame;
  frame.act = act;
  const auto equals = item.find('=');
  if (equals == std::string_view::npos) throw table_error(table, row, "frame `" + std::string(item) + "` lacks its share, as in clause=80");
  const auto name = item.substr(0, equals);
  const auto number = item.substr(equals + 1);
  const auto percent = number_in<int>(number);
  if (!percent || *percent < 1 || *percent > 100)
    throw table_error(table, row, "share `" + std::string(number) + "` is no whole number from 1 to 100");
  frame.share = static_cast<float>(*percent) / 100;
  frame.rule = "cue:" + row.fields[0] + "/" + std::string(name);
  for (const auto& known : shape_names) {
    if (known.name == name) {
      frame.shape = known.shape;
      return frame;
    }
  }
  if (name.starts_with("object+") && name.size() > 7) {
    frame.shape = object_preposition;
    frame.preposition = name.substr(7);
  } else if (name.starts_with("+") && name.size() > 1) {
    frame.shape = preposition;
    frame.preposition = name.substr(1);
  } else if (name.ends_with("+to") && name.size() > 3) {
    frame.shape = preposition_infinitive;
    frame.preposition = name.substr(0, name.size() - 3);
  } else {
    throw table_error(table, row, "unknown frame `" + std::string(name) + "`");
  }
  return frame;
}

void load_cues(SpeechLexicon& lexicon, const std::filesystem::path& path) {
  const Table table = read_table(path, 4, 4);
  for (const auto& row : table.rows) {
    const auto act = act_of(row.fields[2]);
    if (!act) throw table_error(table, row, "unknown act `" + row.fields[2] + "`");
    const auto items = split_list(row.fields[3], ' ');
    if (items.empty()) throw table_error(table, row, "no frame");
    if (row.fields[1] == "phrase") {
      for (const auto& item : items) lexicon.phrases.push_back({split_list(row.fields[0], ' '), frame_of(table, row, item, *act)});
      continue;
    }
    auto* map = row.fields[1] == "verb"   ? &lexicon.verbs
                : row.fields[1] == "noun" ? &lexicon.nouns
                : row.fields[1] == "adj"  ? &lexicon.adjectives
                : row.fields[1] == "adv"  ? &lexicon.adverbs
                                          : nullptr;
    if (!map) throw table_error(table, row, "unknown part of speech `" + row.fields[1] + "`");
    auto& cue = (*map)[row.fields[0]];
    for (const auto& item : items) cue.frames.push_back(frame_of(table, row, item, *act));
  }
  for (auto* map : {&lexicon.verbs, &lexicon.nouns, &lexicon.adjectives, &lexicon.adverbs}) {
    for (auto& [lemma, cue] : *map) {
      const Frame* best = &cue.frames.front();
      for (const auto& frame : cue.frames)
        if (frame.share > best->share) best = &frame;
      cue.act = best->act;
    }
  }
}

void load_acts(SpeechLexicon& lexicon, const std::filesystem::path& path) {
  const Table table = read_table(path, 3, 3);
  for (const auto& row : table.rows) {
    const auto act = act_of(row.fields[2]);
    if (!act) throw table_error(table, row, "unknown act `" + row.fields[2] + "`");
    auto* map = row.fields[1] == "verb"   ? &lexicon.verb_acts
                : row.fields[1] == "noun" ? &lexicon.noun_acts
                : row.fields[1] == "adj"  ? &lexicon.adjective_acts
                                          : nullptr;
    if (!map) throw table_error(table, row, "unknown part of speech `" + row.fields[1] + "`");
    map->emplace(row.fields[0], *act);
  }
}

// The entry of a word; of a verb also by the lemmas that its form may have, since the reader's lemma of a rare one can be a stump
// (`denounc`).
template <class Map>
const typename Map::mapped_type* entry_of(const Map& map, const Word& word) {
  auto found = map.find(word.lemma);
  if (found == map.end() && word.upos == Upos::VERB)
    for (const std::string& lemma : regular_lemmas(ascii_lowered(word.form)))
      if (found = map.find(lemma); found != map.end()) break;
  return found == map.end() ? nullptr : &found->second;
}

void load_words(SpeechLexicon& lexicon, const std::filesystem::path& path) {
  const Table table = read_table(path, 2, 2);
  for (const auto& row : table.rows) {
    const auto& kind = row.fields[0];
    if (kind == "light-verb")
      lexicon.light_verbs.insert(row.fields[1]);
    else if (kind == "receiving-verb")
      lexicon.receiving_verbs.insert(row.fields[1]);
    else if (kind == "continuation")
      lexicon.continuations.insert(row.fields[1]);
    else if (kind == "appearance")
      lexicon.appearances.insert(row.fields[1]);
    else if (kind == "speech-noun")
      lexicon.speech_nouns.insert(row.fields[1]);
    else if (kind == "clause-verb")
      lexicon.clause_verbs.insert(row.fields[1]);
    else if (kind == "untrue")
      lexicon.untrue.insert(row.fields[1]);
    else if (kind == "post")
      lexicon.posts.insert(row.fields[1]);
    else if (kind == "without-doubt")
      lexicon.without_doubt.insert(row.fields[1]);
    else if (kind == "unnamed-source")
      lexicon.unnamed_heads.insert(row.fields[1]);
    else if (kind == "unnamed-person")
      lexicon.unnamed_people.insert(row.fields[1]);
    else if (kind == "headline-source")
      lexicon.headline_sources.insert(row.fields[1]);
    else if (kind == "unnamed-pronoun")
      lexicon.unnamed_pronouns.insert(row.fields[1]);
    else if (kind == "unnamed-phrase")
      lexicon.unnamed_phrases.push_back(split_list(row.fields[1], ' '));
    else
      throw table_error(table, row, "unknown kind `" + kind + "`");
  }
}

}  // namespace

const Frame* Cue::find(FrameShape shape, std::string_view preposition) const {
  for (const auto& frame : frames)
    if (frame.shape == shape && frame.preposition == preposition) return &frame;
  return nullptr;
}

const Cue* SpeechLexicon::cue_of(const Word& word) const {
  const CueMap* map = word.upos == Upos::VERB || word.upos == Upos::AUX     ? &verbs
                      : word.upos == Upos::NOUN || word.upos == Upos::PROPN ? &nouns
                      : word.upos == Upos::ADJ                              ? &adjectives
                      : word.upos == Upos::ADV                              ? &adverbs
                                                                            : nullptr;
  return map ? entry_of(*map, word) : nullptr;
}

std::optional<Act> SpeechLexicon::act_of(const Word& word, std::string_view next) const {
  const ActMap* map = word.upos == Upos::VERB   ? &verb_acts
                      : word.upos == Upos::NOUN ? &noun_acts
                      : word.upos == Upos::ADJ  ? &adjective_acts
                                                : nullptr;
  if (!map) return std::nullopt;
  if (const auto pair = map->find(std::string(word.lemma) + " " + std::string(next)); pair != map->end()) return pair->second;
  if (word.xpos == "VBN") {
    // was convinced, shocked: what one feels
    if (const auto felt = adjectives.find(word.form); felt != adjectives.end()) return felt->second.act;
    if (const auto felt = adjective_acts.find(word.form); felt != adjective_acts.end()) return felt->second;
  }
  const Act* act = entry_of(*map, word);
  return act ? std::optional(*act) : std::nullopt;
}

std::optional<Act> act_of(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Act::know); ++i)
    if (name_of(static_cast<Act>(i)) == name) return static_cast<Act>(i);
  return std::nullopt;
}

std::shared_ptr<const SpeechLexicon> load_speech_lexicon(const std::filesystem::path& data_folder) {
  auto lexicon = std::make_shared<SpeechLexicon>();
  load_cues(*lexicon, data_folder / "speech" / "cues.tsv");
  load_acts(*lexicon, data_folder / "speech" / "acts.tsv");
  load_words(*lexicon, data_folder / "speech" / "words.tsv");
  lexicon->trust = load_trust(data_folder / "speech" / "trust.tsv");
  return lexicon;
}

}  // namespace demarche
