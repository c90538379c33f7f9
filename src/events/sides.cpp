// Who stands with or against whom by a text's own words: data/lexicon/stances.tsv.
#include <algorithm>

#include "events/modality.h"
#include "events/stances.h"
#include "speech/speech.h"
#include "text/words.h"

namespace demarche {
namespace {

PredicateKind kind_of(Upos upos) {
  return upos == Upos::VERB ? PredicateKind::verb : upos == Upos::ADJ ? PredicateKind::adjective : PredicateKind::noun;
}

bool is_named(const Coding& coding, std::int32_t entity) {
  const Entity& who = coding.actors.entities[static_cast<std::size_t>(entity)];
  return coding.actors.mentions[who.first_mention].kind == MentionKind::name || !who.country.empty();
}

void add(std::vector<std::int32_t>& sides, std::int32_t entity) {
  if (entity != no_entity && std::find(sides.begin(), sides.end(), entity) == sides.end()) sides.push_back(entity);
}

// `a Novak surrogate`, `the Brandt supporter`: whose he is, where that is a person's name.
std::int32_t person_before(const Coding& coding, const Syntax& syntax, std::uint32_t noun) {
  for (const auto c : syntax.children(noun)) {
    if (syntax.label(c) != "compound" || c > noun) continue;
    const auto mention = coding.actors.mention_of_head[c];
    const Entity* who = entity_of(coding.actors, mention);
    if (who && who->type == EntityType::person && syntax.word(c).upos == Upos::PROPN && !who->key.starts_with("nominal:"))
      return static_cast<std::int32_t>(c);
  }
  return no_word;
}

// `of=@actor` alone: what a name before the noun says as well.
bool wants_an_owner(const StanceWord& entry) {
  const auto& conditions = entry.predicate.conditions;
  return entry.kind == PredicateKind::noun && conditions.size() == 1 && conditions[0].actor &&
         conditions[0].key == ConditionKey::preposition && conditions[0].preposition == "of";
}

// `Our allies share this view`: with whoever says so.
std::int32_t speaker_of(const Coding& coding, const Syntax& syntax, std::uint32_t verb) {
  WordList things;
  syntax.objects(verb, things);
  for (const auto thing : things)
    for (const auto c : syntax.children(thing))
      if (syntax.relation(c) == "det" && is_one_of(syntax.lemma(c), {"this", "that"})) {
        const auto voices = voices_of(coding, verb);
        return voices.empty() ? no_entity : speaker_index(coding.actors, voices.back());
      }
  return no_entity;
}

// The name that the noun is set beside, before or behind it, or no_word: `the critic Mark Cuban`, `his ally President Ray`, `Mark Cuban, a
// critic`.
std::int32_t name_beside(const Syntax& syntax, std::uint32_t noun) {
  auto title = noun;
  if (syntax.relation(title) == "compound" && syntax.head(title) > static_cast<std::int32_t>(title))
    title = static_cast<std::uint32_t>(syntax.head(title));
  const auto name = syntax.head(title);
  if (name == no_word || (syntax.label(title) != "nmod:desc" && (syntax.relation(title) != "appos" || title != noun))) return no_word;
  return syntax.word(static_cast<std::uint32_t>(name)).upos == Upos::PROPN ? name : no_word;
}

}  // namespace

bool find_sides(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, const ArgumentFinder& arguments,
                std::uint32_t word, Sides& result) {
  const Word& given = syntax.word(word);
  if (given.upos != Upos::VERB && given.upos != Upos::ADJ && given.upos != Upos::NOUN) return false;
  auto entries = knowledge.stance_words.find(syntax.lemma(word));
  if (entries == knowledge.stance_words.end()) entries = knowledge.stance_words.find(given.form);  // at odds
  if (entries == knowledge.stance_words.end()) return false;
  const StanceWord* entry = nullptr;
  WordList named;
  const auto owner = given.upos == Upos::NOUN ? person_before(coding, syntax, word) : no_word;
  for (const StanceWord& candidate : entries->second)
    if (!entry && candidate.kind == kind_of(given.upos) &&
        (arguments.holds(candidate.predicate, word, named) || (wants_an_owner(candidate) && owner != no_word)))
      entry = &candidate;
  if (!entry) return false;

  std::vector<std::int32_t> sides;
  // `Her ally Joost Bakker`: the word itself is one of them, where it is known who.
  const auto beside = entry->kind == PredicateKind::noun ? name_beside(syntax, word) : no_word;
  if (entry->kind == PredicateKind::noun) {
    auto self = entity_index(coding.actors, coding.actors.mention_of_head[word]);
    if (beside != no_word)
      if (const auto other = entity_index(coding.actors, coding.actors.mention_of_head[static_cast<std::uint32_t>(beside)]);
          other != no_entity)
        self = other;
    if (self != no_entity && is_named(coding, self)) add(sides, self);
  }
  // `its allies`, of whom nobody knows who they are.
  if (entry->kind == PredicateKind::noun && entry->predicate.conditions.empty() && sides.empty() &&
      coding.actors.mention_of_head[word] != no_mention &&
      is_one_of(syntax.relation(word), {"nsubj", "obj", "iobj", "obl", "nmod", "conj"}))
    return false;
  MentionList found;
  WordList words;
  std::int32_t at = static_cast<std::int32_t>(word);
  for (int step = 0; at != no_word && step < 4 && sides.size() < 2; ++step) {
    const auto node = static_cast<std::uint32_t>(at);
    found.clear();
    words.clear();
    syntax.subjects(node, words);
    const bool verb = syntax.is_verb(node);
    // `A and B are divided`: the participle is a state of theirs.
    if (verb && syntax.is_passive(node)) syntax.objects(node, words);
    if (step == 0)
      for (const Condition& condition : entry->predicate.conditions) {
        if (condition.actor && condition.key == ConditionKey::preposition) syntax.obliques(node, condition.preposition, words);
        if (condition.actor && condition.key == ConditionKey::object) syntax.objects(node, words);
      }
    for (const std::string_view preposition : {"with", "between", "of", "from"})
      // `agree from the start`, `the leader of the party clashed`: of and from belong to nouns and adjectives.
      if (!verb || preposition == "with" || preposition == "between") syntax.obliques(node, preposition, words);
    for (const auto c : syntax.children(node)) {
      if (syntax.label(c) == "nmod:poss") words.push_back(syntax.antecedent(c));
      // `a Clinton ally`, `Trump critic Mark Cuban`: whose he is
      if (step == 0 && beside != no_word && syntax.relation(c) == "compound" && syntax.word(c).upos == Upos::PROPN) words.push_back(c);
    }
    for (const auto one : words) arguments.actors_of(one, found);
    for (const auto mention : found) add(sides, entity_index(coding.actors, mention));
    if (step == 0 && owner != no_word)
      add(sides, entity_index(coding.actors, coding.actors.mention_of_head[static_cast<std::size_t>(owner)]));
    if (step == 0 && sides.size() == 1 && verb && syntax.lemma(node) == "share") add(sides, speaker_of(coding, syntax, node));
    const auto label = syntax.label(node);
    const auto kind = base(label);
    if (is_one_of(kind, {"ccomp", "parataxis", "advcl"}) || label == "acl:relcl") break;
    at = syntax.head(node);
    // `She urged both men to settle their dispute`: whoever bids others do something is no side of it.
    if (kind == "xcomp" && at != no_word &&
        (syntax.child(static_cast<std::uint32_t>(at), "obj") != no_word || syntax.child(static_cast<std::uint32_t>(at), "iobj") != no_word))
      break;
    // `criticized her rival`: who does something to somebody is not thereby his rival. An object takes the subjects of `have` and its like.
    if (at != no_word && entry->kind == PredicateKind::noun && is_one_of(kind, {"nsubj", "obl", "nmod"}) && step == 0 &&
        coding.actors.mention_of_head[word] != no_mention)
      break;
  }
  if (sides.size() < 2) return false;
  result.first = sides[0];
  result.second = sides[1];
  result.compatible = (entry->sign > 0) != reality_of(knowledge, syntax, word).negated;
  return true;
}

}  // namespace demarche
