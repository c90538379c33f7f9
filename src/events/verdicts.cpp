// What somebody says that somebody is, and thereby thinks of him: the classes `insult`, `merit`, `post`, `fine`, `poor` and `virtue`.
#include <algorithm>

#include "events/findings.h"
#include "events/stances.h"
#include "text/words.h"

namespace demarche {
namespace {

bool is_one_of_them(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t word, std::string_view name) {
  const auto found = knowledge.classes.find(name);
  if (found == knowledge.classes.end()) return false;
  const auto& members = found->second;
  // `chilling`, whose lemma is a verb's
  return std::find(members.begin(), members.end(), syntax.lemma(word)) != members.end() ||
         (syntax.word(word).upos == Upos::ADJ && std::find(members.begin(), members.end(), syntax.word(word).form) != members.end());
}

// `a liar`, `a hero`
int by_word(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t word) {
  return is_one_of_them(knowledge, syntax, word, "insult") ? -1 : is_one_of_them(knowledge, syntax, word, "merit") ? 1 : 0;
}

// `a terrible leader`, `the right person`, `a good friend of ours`
int by_modifiers(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t noun) {
  for (const auto c : syntax.children(noun)) {
    if (syntax.relation(c) != "amod" || c > noun) continue;
    if (is_one_of_them(knowledge, syntax, c, "poor") || is_one_of_them(knowledge, syntax, c, "insult")) return -1;
    if (is_one_of_them(knowledge, syntax, c, "fine") || is_one_of_them(knowledge, syntax, c, "merit")) return 1;
  }
  return 0;
}

bool is_saying(Act act) {
  return is_one_of(name_of(act), {"say", "claim", "announce", "warn", "suggest", "criticize", "accuse", "believe"});
}

// `would be a disaster`, `will be a terrible president`: blame all the same.
bool is_foretold(const Syntax& syntax, std::uint32_t word) {
  bool foretold = false;
  for (const auto c : syntax.children(word)) {
    if (is_one_of(syntax.relation(c), {"advcl", "mark"})) return false;
    foretold |= syntax.relation(c) == "aux" && is_one_of(syntax.lemma(c), {"would", "will"});
  }
  return foretold;
}

// Who is judged: the subject, or, of what somebody does and says, whose it is (`Brandt's plan is a disgrace`).
MentionList judged(const EventKnowledge& knowledge, const Syntax& syntax, const ArgumentFinder& arguments, std::uint32_t subject) {
  MentionList found;
  WordList words;
  syntax.coordinated(subject, words);
  for (const auto word : words) {
    auto mention = arguments.mention_at(word);
    if (mention == no_mention && is_one_of_them(knowledge, syntax, word, "conduct"))
      for (const auto c : syntax.children(word))
        if (syntax.label(c) == "nmod:poss") mention = arguments.mention_at(syntax.antecedent(c));
    if (mention != no_mention) found.push_back(mention);
  }
  return found;
}

}  // namespace

int judgment_in(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t word) {
  if (const int sign = by_word(knowledge, syntax, word); sign != 0) return sign;
  if (syntax.word(word).upos == Upos::ADJ && is_one_of_them(knowledge, syntax, word, "poor")) return -1;
  if (syntax.word(word).upos == Upos::ADJ && is_one_of_them(knowledge, syntax, word, "fine")) return 1;
  return by_modifiers(knowledge, syntax, word);
}

void find_verdicts(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, const ArgumentFinder& arguments,
                   std::vector<Finding>& findings) {
  for (std::size_t s = 0; s < coding.statements.size() && s < coding.actors.statement_source.size(); ++s) {
    const Statement& statement = coding.statements[s];
    const auto speaker = coding.actors.statement_source[s];
    if (speaker == no_mention || statement.negated || !is_saying(statement.act) || !statement.cue) continue;
    for (const WordRange part : statement.content) {
      for (auto word = part.first; word < part.last; ++word) {
        const Verdict verdict = verdict_on(knowledge, syntax, word);
        // `it was a lie`: what, not who
        if (verdict.sign == 0 || is_one_of(syntax.lemma(verdict.subject), {"it", "this", "that"})) continue;
        const Reality reality = reality_of(knowledge, syntax, word);
        if (is_told_inside(coding, s, word) || (reality.modality != Modality::actual && !is_foretold(syntax, word))) continue;
        // Who is not fit is blamed. Praise is no deed yet: `he is a nice person` goes before many a `but`.
        if (verdict.sign > 0 && !reality.negated) continue;
        if (verdict.sign < 0 && reality.negated) continue;
        Finding finding;
        finding.arguments.targets = judged(knowledge, syntax, arguments, verdict.subject);
        std::erase_if(finding.arguments.targets, [&](std::int32_t target) {
          const Word& who = syntax.word(coding.actors.mentions[static_cast<std::size_t>(target)].head);
          const Entity* entity = entity_of(coding.actors, target);
          // `The town is dangerous` blames nobody.
          const bool place =
              !entity || (entity->type == EntityType::place && (syntax.word(word).upos != Upos::NOUN || entity->country.empty()));
          return place || arguments.same_actor(target, speaker) || feature(who, "Person") == "1";
        });
        if (finding.arguments.targets.empty()) continue;
        finding.arguments.sources = {speaker};
        finding.trigger = word;
        finding.anchor = statement.cue->first;
        finding.words = {word, word + 1};
        set_code(knowledge, "111", finding);
        finding.rule = "blame:" + std::string(syntax.lemma(word));
        findings.push_back(std::move(finding));
      }
    }
  }
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return a.trigger < b.trigger; });
}

Verdict verdict_on(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t word) {
  const Upos upos = syntax.word(word).upos;
  Verdict verdict;
  if (upos == Upos::VERB) {
    // `lacks the judgment to lead`, `has the experience to lead`
    const bool lacks = syntax.lemma(word) == "lack";
    const auto subject = syntax.child(word, "nsubj");
    if ((!lacks && syntax.lemma(word) != "have") || subject == no_word) return verdict;
    WordList things;
    syntax.objects(word, things);
    for (const auto thing : things)
      if (is_one_of_them(knowledge, syntax, thing, "virtue") && syntax.child(thing, "nmod:poss") == no_word)
        verdict = {lacks ? -1 : 1, syntax.antecedent(static_cast<std::uint32_t>(subject))};
    return verdict;
  }
  if (upos == Upos::NOUN && syntax.child(word, "cop") == no_word) {
    // `the coward that he is`
    for (const auto c : syntax.children(word)) {
      if (syntax.label(c) != "acl:relcl" || syntax.lemma(c) != "be") continue;
      const auto who = syntax.child(c, "nsubj");
      if (who == no_word || syntax.is_relative_pronoun(static_cast<std::uint32_t>(who)) ||
          syntax.word(static_cast<std::uint32_t>(who)).upos != Upos::PRON)
        continue;
      verdict.subject = static_cast<std::uint32_t>(who);
      verdict.sign = by_word(knowledge, syntax, word);
    }
    return verdict;
  }
  if ((upos != Upos::NOUN && upos != Upos::ADJ) || syntax.child(word, "cop") == no_word) return verdict;
  if (syntax.child(word, "case") != no_word) return verdict;  // `are under threat`
  const auto subject = syntax.child(word, "nsubj");
  if (subject == no_word) return verdict;
  verdict.subject = syntax.antecedent(static_cast<std::uint32_t>(subject));
  verdict.sign = by_word(knowledge, syntax, word);
  if (verdict.sign == 0 && upos == Upos::NOUN && is_one_of_them(knowledge, syntax, word, "post"))
    verdict.sign = by_modifiers(knowledge, syntax, word);
  return verdict;
}

}  // namespace demarche
