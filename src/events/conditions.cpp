// Do a predicate's conditions hold where it stands?
#include <algorithm>

#include "events/arguments.h"
#include "events/stances.h"
#include "text/words.h"

namespace demarche {

// `sold Oman twelve fighter jets`: what is given is nobody.
bool ArgumentFinder::is_goods(std::uint32_t word, const WordList& named) const {
  if (std::find(named.begin(), named.end(), word) == named.end()) return false;
  const auto weapons = knowledge_.classes.find("weapon");
  return weapons != knowledge_.classes.end() &&
         std::find(weapons->second.begin(), weapons->second.end(), syntax_.lemma(word)) != weapons->second.end();
}

namespace {

// `Ambassador Ann Ray`: the title in front of the name, or no_word.
std::int32_t title_of(const Syntax& syntax, std::uint32_t name) {
  const auto title = syntax.child(name, "nmod:desc");
  return title < static_cast<std::int32_t>(name) ? title : no_word;
}

// `called them “fat cats”`: a common word in quotation marks that open right before its phrase.
bool is_quoted_phrase(const Syntax& syntax, std::uint32_t word) {
  if (syntax.word(word).upos != Upos::NOUN && syntax.word(word).upos != Upos::ADJ) return false;
  constexpr std::uint32_t most = 6;
  for (std::uint32_t i = word; i > 0 && word - i < most && syntax.word(i).upos != Upos::VERB; --i)
    if (syntax.opens_quotation(i - 1)) return true;
  return false;
}

}  // namespace

bool ArgumentFinder::has_sector(std::int32_t mention, const std::vector<std::string>& sectors) const {
  const Entity* who = entity_of(coding_.actors, mention);
  return who && std::any_of(who->roles.begin(), who->roles.end(), [&](const std::string& role) { return is_one_of(role, sectors); });
}

bool ArgumentFinder::is_named_person(std::int32_t mention) const {
  const Entity* who = entity_of(coding_.actors, mention);
  return who && who->type == EntityType::person && coding_.actors.mentions[static_cast<std::size_t>(mention)].kind != MentionKind::nominal;
}

bool ArgumentFinder::is_country(std::int32_t mention) const {
  const Entity* who = entity_of(coding_.actors, mention);
  return who && who->type == EntityType::place && !who->country.empty() && who->roles.empty();
}

bool ArgumentFinder::matches(const Condition& condition, std::uint32_t word) const {
  if (condition.anything) return true;
  WordList all;
  syntax_.coordinated(word, all);
  for (const auto whole : all) {
    const auto one = syntax_.counted(whole);
    if (condition.actor && mention_at(syntax_.antecedent(one)) != no_mention) return true;
    if (condition.person && is_named_person(mention_at(syntax_.antecedent(one)))) return true;
    if (condition.country && is_country(mention_at(syntax_.antecedent(one)))) return true;
    if (!condition.sectors.empty() && has_sector(mention_at(syntax_.antecedent(one)), condition.sectors)) return true;
    if (syntax_.is_among(one, condition.lemmas)) return true;
    const auto title = title_of(syntax_, one);
    if (title != no_word && syntax_.is_among(static_cast<std::uint32_t>(title), condition.lemmas)) return true;
    if (condition.blame && judgment_in(knowledge_, syntax_, one) < 0) return true;
    if (condition.praise && judgment_in(knowledge_, syntax_, one) > 0) return true;
    if (condition.quoted && is_quoted_phrase(syntax_, one)) return true;
    const auto noun = title == no_word ? one : static_cast<std::uint32_t>(title);
    for (const auto& [modifier, head] : condition.compounds) {
      if (syntax_.lemma(noun) != head && syntax_.word(noun).form != head && (title == no_word || !same_word(syntax_.lemma(noun), head)))
        continue;
      for (const auto c : syntax_.children(noun))
        if (is_one_of(syntax_.relation(c), {"compound", "amod", "nmod"}) && same_word(syntax_.lemma(c), modifier)) return true;
    }
  }
  return false;
}

bool ArgumentFinder::holds(const Predicate& predicate, std::uint32_t trigger, WordList& consumed) const {
  if (!predicate.particle.empty()) {
    bool found = trigger + 1 < syntax_.size() && same_word(syntax_.word(trigger + 1).form, predicate.particle);
    for (const auto c : syntax_.children(trigger))
      found |= c > trigger && is_one_of(syntax_.relation(c), {"compound", "advmod", "obl"}) &&
               same_word(syntax_.word(c).form, predicate.particle);
    if (!found) return false;
  }
  WordList words, named;
  for (const Condition& condition : predicate.conditions) {
    words.clear();
    switch (condition.key) {
      case ConditionKey::subject:
        syntax_.subjects(trigger, words);
        break;
      case ConditionKey::object:
        syntax_.objects(trigger, words);
        break;
      case ConditionKey::indirect:
        syntax_.indirect(trigger, words);
        break;
      case ConditionKey::preposition:
        syntax_.obliques(trigger, condition.preposition, words);
        if (words.empty() && syntax_.is_nominal(trigger))
          for (const auto verb : {syntax_.support_verb(trigger), syntax_.receiving_verb(trigger)})
            if (verb != no_word && words.empty()) syntax_.obliques(static_cast<std::uint32_t>(verb), condition.preposition, words);
        break;
      case ConditionKey::modifier:
        for (const auto c : syntax_.children(trigger))
          if (is_one_of(syntax_.relation(c), {"amod", "compound", "nmod", "advmod", "det", "nummod", "appos"})) words.push_back(c);
        // `pepper-sprayed`, whatever the parser makes of its parts
        if (trigger >= 2 && syntax_.is_verb(trigger) && syntax_.word(trigger - 1).form == "-" && !syntax_.word(trigger).space_before &&
            !syntax_.word(trigger - 1).space_before && same_word(syntax_.word(trigger - 2).form, syntax_.lemma(trigger - 2)))
          words.push_back(trigger - 2);
        break;
      case ConditionKey::clause:
        if (const auto clause = syntax_.complement(trigger); clause != no_word) words.push_back(static_cast<std::uint32_t>(clause));
        break;
      case ConditionKey::infinitive:
        if (const auto clause = syntax_.complement(trigger); clause != no_word && syntax_.is_infinitive(static_cast<std::uint32_t>(clause)))
          words.push_back(static_cast<std::uint32_t>(clause));
        break;
      case ConditionKey::support:
        if (const auto verb = syntax_.support_verb(trigger); verb != no_word) words.push_back(static_cast<std::uint32_t>(verb));
        // … or, where the entry names it, one that has it done to its subject: `drew anger`
        if (const auto verb = syntax_.receiving_verb(trigger); verb != no_word && !condition.forbidden && !condition.anything)
          words.push_back(static_cast<std::uint32_t>(verb));
        break;
      case ConditionKey::passive:
        if (syntax_.is_passive(trigger)) words.push_back(trigger);
        break;
      case ConditionKey::possessor:
        for (const auto c : syntax_.children(trigger))
          if (syntax_.label(c) == "nmod:poss") words.push_back(c);
        break;
      case ConditionKey::next:
        if (trigger + 1 < syntax_.size()) words.push_back(trigger + 1);
        break;
    }
    const auto hit = std::find_if(words.begin(), words.end(), [&](std::uint32_t word) { return matches(condition, word); });
    // `told them that the task was to win`: no infinitive of theirs.
    if (hit != words.end() && condition.key == ConditionKey::infinitive && syntax_.child(*hit, "cop") != no_word &&
        syntax_.child(*hit, "nsubj") != no_word && syntax_.relation(*hit) == "ccomp") {
      if (!condition.forbidden) return false;
      continue;
    }
    if ((hit != words.end()) == condition.forbidden) return false;
    if (hit != words.end() && !condition.anything && !condition.actor && condition.key != ConditionKey::subject &&
        syntax_.word(*hit).upos == Upos::NOUN)
      named.push_back(*hit);
  }
  consumed.insert(consumed.end(), named.begin(), named.end());
  return true;
}

}  // namespace demarche
