// Where actors stand: towards each other and on issues, by what they do and say, and by what the text itself calls incompatible or shared.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "events/findings.h"
#include "events/syntax.h"
#include "speech/speech.h"

namespace demarche {
namespace {

struct Ledger {
  double sum = 0, weight = 0;
  std::vector<std::uint32_t> events;
};

double weight_of(const Event& event) {
  double weight = event.modality == Modality::actual ? 1.0 : event.modality == Modality::intended ? 0.7 : 0.3;
  if (event.status == Status::hearsay) weight *= 0.5;
  if (event.status == Status::claimed) weight *= 0.7;
  return weight;
}

// Acts that say where somebody stands. Demands and talks show no more than that two deal with each other.
double stance_of(const Event& event) {
  double stance = event.intensity / 10;
  if (event.type == "REQUEST" || event.type == "CONSULT") stance *= 0.5;
  if (event.type == "SUPPORT" || event.type == "ACCUSE" || event.type == "REJECT" || event.type == "THREATEN")
    stance = stance > 0 ? std::max(stance, 0.6) : std::min(stance, -0.6);
  return event.negated ? -0.5 * stance : stance;
}

std::string phrase_text(const Coding& coding, const Tree& tree, std::uint32_t head) {
  // The noun with what stands before it; what follows would make a sentence of it.
  std::uint32_t first = head;
  for (const auto c : tree.children(head))
    if (c < head && head - c <= 5 && base(coding.reading.words[c].deprel) != "punct") first = std::min(first, subtree(tree, c).first);
  while (first < head && (coding.reading.words[first].upos == Upos::DET || coding.reading.words[first].upos == Upos::PUNCT ||
                          coding.reading.words[first].upos == Upos::ADP))
    ++first;
  if (head - first > 5) first = head;
  const Span span = span_of(coding.reading, {first, head + 1});
  return coding.document.text.substr(span.begin, span.size());
}

void add_entities(const Coding& coding, const MentionList& mentions, std::vector<std::int32_t>& out) {
  for (const auto mention : mentions) {
    const auto entity = coding.actors.mentions[static_cast<std::size_t>(mention)].entity;
    if (entity != no_entity && std::find(out.begin(), out.end(), entity) == out.end()) out.push_back(entity);
  }
}

// `A and B have incompatible positions`, `A disagrees with B`: who they are, starting from the word that says so.
void find_sides(const Coding& coding, const Syntax& syntax, const ArgumentFinder& arguments, std::uint32_t word,
                std::vector<std::int32_t>& sides) {
  MentionList found;
  WordList words;
  std::int32_t at = static_cast<std::int32_t>(word);
  for (int step = 0; at != no_word && step < 4 && sides.size() < 2; ++step) {
    const auto node = static_cast<std::uint32_t>(at);
    found.clear();
    words.clear();
    syntax.subjects(node, words);
    // `A and B are divided`: the participle is a state of theirs.
    if (syntax.is_verb(node) && syntax.is_passive(node)) syntax.objects(node, words);
    for (const std::string_view preposition : {"with", "between", "of", "from"}) syntax.obliques(node, preposition, words);
    for (const auto c : syntax.children(node))
      if (syntax.label(c) == "nmod:poss") words.push_back(syntax.antecedent(c));
    for (const auto one : words) arguments.actors_of(one, found);
    add_entities(coding, found, sides);
    const auto label = syntax.label(node);
    const auto kind = base(label);
    if (kind == "ccomp" || kind == "parataxis" || label == "acl:relcl" || kind == "advcl") break;
    at = syntax.head(node);
  }
}

}  // namespace

void find_positions(const EventKnowledge& knowledge, Coding& coding) {
  coding.positions.clear();
  if (coding.reading.words.empty()) return;
  const auto& mentions = coding.actors.mentions;
  std::map<std::pair<std::int32_t, std::int32_t>, Ledger> toward_actor;
  std::map<std::pair<std::int32_t, std::string>, Ledger> toward_issue;
  const Syntax syntax(knowledge, coding.reading);
  const ArgumentFinder arguments(knowledge, coding, syntax);
  for (std::uint32_t i = 0; i < coding.events.size(); ++i) {
    const Event& event = coding.events[i];
    if (event.source == no_mention || event.status == Status::denied || event.modality == Modality::possible ||
        event.modality == Modality::demanded)
      continue;
    const auto holder = mentions[static_cast<std::size_t>(event.source)].entity;
    if (holder == no_entity) continue;
    const double weight = weight_of(event), stance = stance_of(event);
    const auto enter = [&](Ledger& ledger) {
      ledger.sum += weight * stance;
      ledger.weight += weight;
      ledger.events.push_back(i);
    };
    std::set<std::int32_t> once;
    for (const auto target : event.targets) {
      const auto entity = mentions[static_cast<std::size_t>(target)].entity;
      if (entity != no_entity && entity != holder && once.insert(entity).second) enter(toward_actor[{holder, entity}]);
    }
    // What it is about, where its object is a thing: condemned the law.
    if (event.type == "SUPPORT" || event.type == "ACCUSE" || event.type == "REJECT") {
      WordList things;
      if (syntax.is_verb(event.trigger.first)) syntax.objects(event.trigger.first, things);
      for (const auto thing : things)
        if (syntax.word(thing).upos == Upos::NOUN && coding.actors.mention_of_head[thing] == no_mention &&
            !syntax.is_passive(event.trigger.first))
          enter(toward_issue[{holder, phrase_text(coding, syntax.tree(), thing)}]);
    }
  }
  for (auto& [pair, ledger] : toward_actor) {
    Position position;
    position.holder = pair.first;
    position.toward = pair.second;
    position.stance = std::clamp(ledger.sum / ledger.weight, -1.0, 1.0);
    position.events = std::move(ledger.events);
    coding.positions.push_back(std::move(position));
  }
  for (auto& [pair, ledger] : toward_issue) {
    Position position;
    position.holder = pair.first;
    position.issue = pair.second;
    position.stance = std::clamp(ledger.sum / ledger.weight, -1.0, 1.0);
    position.events = std::move(ledger.events);
    coding.positions.push_back(std::move(position));
  }

  // What the text itself says of their positions.
  const VoiceTable voices(coding);
  std::set<std::pair<std::int32_t, std::int32_t>> known;
  std::vector<std::int32_t> sides;
  for (std::uint32_t i = 0; i < coding.reading.words.size(); ++i) {
    const Word& word = coding.reading.words[i];
    auto found = knowledge.stance_words.find(word.lemma);
    if (found == knowledge.stance_words.end()) found = knowledge.stance_words.find(word.form);  // at odds
    if (found == knowledge.stance_words.end()) continue;
    if (word.upos != Upos::VERB && word.upos != Upos::ADJ && word.upos != Upos::NOUN) continue;
    sides.clear();
    find_sides(coding, syntax, arguments, i, sides);
    if (sides.size() < 2) continue;
    sides.resize(2);
    const auto pair = std::minmax(sides[0], sides[1]);
    if (!known.insert(pair).second) continue;
    Position position;
    position.holder = sides[0];
    position.toward = sides[1];
    position.between = {sides[0], sides[1]};
    position.compatible = (found->second > 0) != reality_of(knowledge, syntax, i).negated;
    position.stance = position.compatible ? 1 : -1;
    for (const auto statement : voices.of(i)) position.statements.push_back(statement);
    coding.positions.push_back(std::move(position));
  }
}

}  // namespace demarche
