// Deeds that the lexicon does not find, between two actors that can be placed in the world: what the pair network says of them.
#include <algorithm>
#include <cstdio>

#include "events/findings.h"
#include "text/words.h"

namespace demarche {
namespace {

// How sure the network must be: four in five of the pairs that it is asked about are no deed (training/pairs/polnear-dev.tsv).
constexpr float sure = 0.85F;
constexpr std::size_t most_queries = 1024;

std::string scored(const std::string& name, float score) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, " %.2f", static_cast<double>(score));
  return name + buffer;
}

// An actor with a country or a sector, rather than anybody at all.
bool is_placed(const Actors& actors, std::int32_t mention) {
  const Entity* who = entity_of(actors, mention);
  return who && (!who->country.empty() || !who->roles.empty());
}

bool is_complement_of(const Syntax& syntax, std::uint32_t verb, std::uint32_t governor) {
  return syntax.head(verb) == static_cast<std::int32_t>(governor) && is_one_of(syntax.relation(verb), {"xcomp", "ccomp"});
}

// Has the lexicon found a deed of the one to the other in the sentence, or at the word?
bool is_found(const std::vector<Finding>& findings, const Syntax& syntax, const ArgumentFinder& arguments, const Question& question) {
  const auto has = [&](const MentionList& list, std::int32_t actor) {
    return std::any_of(list.begin(), list.end(), [&](std::int32_t one) { return arguments.same_actor(one, actor); });
  };
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    if (finding.trigger == question.trigger) return true;
    // `agreed to exchange envoys`: what was agreed to, refused or threatened is told by the lexicon.
    if (is_complement_of(syntax, question.trigger, finding.trigger)) return has(finding.arguments.sources, question.source);
    if (syntax.word(finding.trigger).sentence != syntax.word(question.trigger).sentence) return false;
    const Arguments& found = finding.arguments;
    return has(found.sources, question.source) &&
           (has(found.targets, question.target) || (found.reciprocal && has(found.sources, question.target)));
  });
}

bool may_be_asked_about(const Coding& coding, const Syntax& syntax, std::uint32_t i) {
  const auto relation = syntax.relation(i);
  if (syntax.is_verb(i)) return !is_one_of(relation, {"amod", "compound", "case", "mark", "aux"});
  return syntax.word(i).upos == Upos::NOUN && !is_one_of(relation, {"compound", "flat"}) && coding.actors.mention_of_head[i] == no_mention;
}

// Who acts in what the verb or noun says: its subject; the noun's owner, or who it is by.
void actors_of_deed(const Syntax& syntax, const ArgumentFinder& arguments, std::uint32_t i, MentionList& who) {
  WordList words;
  if (syntax.is_verb(i)) {
    syntax.subjects(i, words);
  } else {
    for (const auto c : syntax.children(i))
      if (syntax.label(c) == "nmod:poss" || (is_one_of(syntax.relation(c), {"amod", "compound"}) && c < i) ||
          (syntax.relation(c) == "nmod" && syntax.has_marker(c, "by")))
        words.push_back(c);
  }
  for (const auto word : words) arguments.actors_of(word, who);
}

void acted_on(const Syntax& syntax, const ArgumentFinder& arguments, std::uint32_t i, const MentionList& who, MentionList& whom) {
  WordList words;
  if (syntax.is_verb(i)) {
    syntax.objects(i, words);
  } else {
    for (const std::string_view preposition : {"of", "to", "against", "with", "on", "for", "over", "at", "from"})
      if (words.empty()) syntax.obliques(i, preposition, words);
  }
  for (const auto word : words) arguments.actors_of(word, whom);
  if (whom.empty() && syntax.is_verb(i))
    if (const auto below = arguments.actor_below(i, {}, who); below != no_mention) whom.push_back(below);
}

}  // namespace

std::vector<Question> open_questions(const Coding& coding, const Syntax& syntax, const ArgumentFinder& arguments,
                                     const LexiconMatches& matches) {
  std::vector<Question> questions;
  MentionList who, whom;
  for (std::uint32_t i = 0; i < syntax.size() && questions.size() < most_queries; ++i) {
    who.clear();
    whom.clear();
    if (matches.no_event[i] || !may_be_asked_about(coding, syntax, i)) continue;
    actors_of_deed(syntax, arguments, i, who);
    if (who.empty() || !is_placed(coding.actors, who.front())) continue;
    acted_on(syntax, arguments, i, who, whom);
    if (whom.empty() || !is_placed(coding.actors, whom.front()) || arguments.same_actor(who.front(), whom.front())) continue;
    const Question question{i, who.front(), whom.front()};
    const bool asked = std::any_of(questions.begin(), questions.end(), [&](const Question& other) {
      return other.source == question.source && other.target == question.target;
    });
    if (!asked && !is_found(matches.findings, syntax, arguments, question)) questions.push_back(question);
  }
  return questions;
}

void add_answers(const EventKnowledge& knowledge, const Syntax& syntax, const std::vector<Question>& questions, const PairTypes& types,
                 std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < questions.size() && i < types.rows.size(); ++i) {
    const auto& row = types.rows[i];
    if (row.size() < 2 || row.size() != types.names.size()) continue;
    const auto best = static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin());
    if (row[best] < sure || types.names[best] == no_deed) continue;
    std::size_t second = best == 0 ? 1 : 0;
    for (std::size_t k = 0; k < row.size(); ++k)
      if (k != best && row[k] > row[second]) second = k;
    Finding finding;
    finding.trigger = finding.anchor = questions[i].trigger;
    finding.words = {finding.trigger, finding.trigger + 1};
    finding.type = knowledge.type_of(types.names[best]);
    if (finding.type == no_type) continue;
    finding.arguments.sources = {questions[i].source};
    finding.arguments.targets = {questions[i].target};
    finding.reality = reality_of(knowledge, syntax, finding.trigger);
    finding.rule = "network";
    finding.score = scored(types.names[best], row[best]);
    finding.runner_up = scored(types.names[second], row[second]);
    findings.push_back(std::move(finding));
  }
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return a.trigger < b.trigger; });
}

}  // namespace demarche
