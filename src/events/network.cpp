// Hears the pair network about verbs that the lexicon does not know, or knows in their barest sense only.
#include <algorithm>
#include <cstdio>

#include "events/findings.h"

namespace demarche {
namespace {

// How sure the network must be to make an event of its own, and to overrule a lexicon's entry that says no more than the verb.
constexpr float sure_alone = 0.75F;
constexpr float sure_against = 0.9F;
constexpr std::size_t most_queries = 4096;

struct Question {
  std::size_t finding;  // or the number of findings for a new one
  std::uint32_t trigger;
  std::int32_t source, target;
};

std::string scored(const std::string& name, float score) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, " %.2f", static_cast<double>(score));
  return name + buffer;
}

}  // namespace

void ask_typer(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, const ArgumentFinder& arguments,
               const PairTyper& typer, std::vector<Finding>& findings) {
  std::vector<bool> taken(syntax.size(), false);
  std::vector<Question> questions;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = findings[i];
    taken[finding.trigger] = true;
    const bool bare = finding.predicate != no_predicate && knowledge.predicates[finding.predicate].specificity == 0 &&
                      finding.composition == Composition::none;
    if (bare && finding.arguments.sources.size() == 1 && finding.arguments.targets.size() == 1)
      questions.push_back({i, finding.trigger, finding.arguments.sources.front(), finding.arguments.targets.front()});
  }
  MentionList who, whom;
  WordList words;
  for (std::uint32_t i = 0; i < syntax.size(); ++i) {
    if (!syntax.is_verb(i) || taken[i] || syntax.relation(i) == "amod") continue;
    words.clear();
    who.clear();
    whom.clear();
    syntax.subjects(i, words);
    for (const auto word : words) arguments.actors_of(word, who);
    if (who.empty()) continue;
    words.clear();
    syntax.objects(i, words);
    for (const auto word : words) arguments.actors_of(word, whom);
    if (whom.empty())
      if (const auto below = arguments.actor_below(i, {}); below != no_mention) whom.push_back(below);
    if (whom.empty() || arguments.same_actor(who.front(), whom.front())) continue;
    questions.push_back({findings.size(), i, who.front(), whom.front()});
  }
  if (questions.size() > most_queries) questions.resize(most_queries);
  if (questions.empty()) return;
  std::vector<PairQuery> queries;
  const auto& mentions = coding.actors.mentions;
  for (const Question& question : questions)
    queries.push_back({coding.reading.sentences[syntax.word(question.trigger).sentence].words,
                       mentions[static_cast<std::size_t>(question.source)].words,
                       mentions[static_cast<std::size_t>(question.target)].words});
  const PairTypes answer = typer(coding.reading, queries);
  const std::size_t known = findings.size();
  for (std::size_t i = 0; i < questions.size() && i < answer.rows.size(); ++i) {
    const auto& row = answer.rows[i];
    if (row.size() < 2 || row.size() != answer.names.size()) continue;
    const auto best = static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin());
    std::size_t second = best == 0 ? 1 : 0;
    for (std::size_t k = 0; k < row.size(); ++k)
      if (k != best && row[k] > row[second]) second = k;
    const std::string name = answer.names[best] == "YIELD" ? "RETREAT" : answer.names[best];
    const auto type = knowledge.type_of(name);
    if (type == no_type) continue;
    if (questions[i].finding < known) {
      Finding& finding = findings[questions[i].finding];
      const std::string& was = knowledge.types[finding.type].name;
      if (was == name || (answer.names[best] == "YIELD" && was == "CONCEDE")) {
        finding.confidence += 0.1 * static_cast<double>(row[best]);
        finding.runner_up = scored(answer.names[second], row[second]);
      } else if (row[best] >= sure_against) {
        finding.runner_up = was + " by " + finding.rule;
        finding.rule = "network";
        finding.type = type;
        finding.mode.clear();
        finding.cameo.clear();
        finding.goldstein.reset();
        finding.confidence = static_cast<double>(row[best]);
      } else {
        finding.runner_up = scored(answer.names[best], row[best]);
      }
      continue;
    }
    if (row[best] < sure_alone) continue;
    Finding finding;
    finding.trigger = finding.anchor = questions[i].trigger;
    finding.words = {finding.trigger, finding.trigger + 1};
    finding.type = type;
    finding.arguments.sources = {questions[i].source};
    finding.arguments.targets = {questions[i].target};
    finding.reality = reality_of(knowledge, syntax, finding.trigger);
    finding.confidence = static_cast<double>(row[best]) * 0.8;
    finding.rule = "network";
    finding.runner_up = scored(answer.names[second], row[second]);
    findings.push_back(std::move(finding));
  }
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return a.trigger < b.trigger; });
}

}  // namespace demarche
