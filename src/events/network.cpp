// Hears the pair network about verbs that the lexicon does not know, between a subject and an object that it can place in the world.
#include <algorithm>
#include <cstdio>

#include "events/findings.h"

namespace demarche {
namespace {

// How sure the network must be. It was trained on sentences in which something happens between the two, so that it finds something in any
// other as well: it is asked about few, and has to be sure.
constexpr float sure = 0.75F;
constexpr std::size_t most_queries = 1024;

struct Question {
  std::uint32_t trigger;
  std::int32_t source, target;
};

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

std::vector<Question> questions_of(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax,
                                   const ArgumentFinder& arguments) {
  const auto& verbs = knowledge.by_lemma[static_cast<std::size_t>(PredicateKind::verb)];
  std::vector<Question> questions;
  MentionList who, whom;
  WordList words;
  for (std::uint32_t i = 0; i < syntax.size() && questions.size() < most_queries; ++i) {
    if (!syntax.is_verb(i) || syntax.relation(i) == "amod" || verbs.contains(syntax.lemma(i))) continue;
    words.clear();
    who.clear();
    whom.clear();
    syntax.subjects(i, words);
    for (const auto word : words) arguments.actors_of(word, who);
    if (who.empty() || !is_placed(coding.actors, who.front())) continue;
    words.clear();
    syntax.objects(i, words);
    for (const auto word : words) arguments.actors_of(word, whom);
    if (whom.empty())
      if (const auto below = arguments.actor_below(i, {}, who); below != no_mention) whom.push_back(below);
    if (whom.empty() || !is_placed(coding.actors, whom.front()) || arguments.same_actor(who.front(), whom.front())) continue;
    questions.push_back({i, who.front(), whom.front()});
  }
  return questions;
}

}  // namespace

void ask_typer(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, const ArgumentFinder& arguments,
               const PairTyper& typer, std::vector<Finding>& findings) {
  const std::vector<Question> questions = questions_of(knowledge, coding, syntax, arguments);
  if (questions.empty()) return;
  std::vector<PairQuery> queries;
  const auto& mentions = coding.actors.mentions;
  for (const Question& question : questions)
    queries.push_back({coding.reading.sentences[syntax.word(question.trigger).sentence].words,
                       mentions[static_cast<std::size_t>(question.source)].words,
                       mentions[static_cast<std::size_t>(question.target)].words});
  const PairTypes answer = typer(coding.reading, queries);
  for (std::size_t i = 0; i < questions.size() && i < answer.rows.size(); ++i) {
    const auto& row = answer.rows[i];
    if (row.size() < 2 || row.size() != answer.names.size()) continue;
    const auto best = static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin());
    if (row[best] < sure) continue;
    std::size_t second = best == 0 ? 1 : 0;
    for (std::size_t k = 0; k < row.size(); ++k)
      if (k != best && row[k] > row[second]) second = k;
    Finding finding;
    finding.trigger = finding.anchor = questions[i].trigger;
    finding.words = {finding.trigger, finding.trigger + 1};
    finding.type = knowledge.type_of(answer.names[best] == "YIELD" ? "RETREAT" : answer.names[best]);
    if (finding.type == no_type) continue;
    finding.arguments.sources = {questions[i].source};
    finding.arguments.targets = {questions[i].target};
    finding.reality = reality_of(knowledge, syntax, finding.trigger);
    finding.rule = "network";
    finding.score = scored(answer.names[best], row[best]);
    finding.runner_up = scored(answer.names[second], row[second]);
    findings.push_back(std::move(finding));
  }
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return a.trigger < b.trigger; });
}

}  // namespace demarche
