// Demands that are made by saying that somebody must do something: `Russia says Israel must end its attacks`.
#include <algorithm>

#include "events/findings.h"
#include "reader/subjunctive.h"
#include "text/words.h"

namespace demarche {
namespace {

// The word that makes a duty of the verb: must, should, `has to`, `needs to`; no_word if none.
std::int32_t duty(const Syntax& syntax, std::uint32_t verb) {
  for (const auto c : syntax.children(verb))
    if (syntax.relation(c) == "aux")
      for (const std::string_view modal : {"must", "should", "ought"})
        if (same_word(syntax.word(c).form, modal)) return static_cast<std::int32_t>(c);
  if (syntax.relation(verb) != "xcomp" || !syntax.is_infinitive(verb) || syntax.head(verb) == no_word) return no_word;
  const auto governor = static_cast<std::uint32_t>(syntax.head(verb));
  const auto lemma = syntax.lemma(governor);
  const bool finite = syntax.word(governor).xpos == "VBZ" || syntax.word(governor).xpos == "VBP";
  return finite && (lemma == "have" || lemma == "need") ? static_cast<std::int32_t>(governor) : no_word;
}

// `insisted that Chad leave`: the cue, of what whoever speaks demands by the bare verb; no_word if it is not so.
std::int32_t insistence(const Syntax& syntax, const Statement& statement, std::uint32_t verb) {
  const auto cue = syntax.head(verb);
  if (statement.act != Act::demand || cue == no_word || syntax.relation(verb) != "ccomp") return no_word;
  if (!statement.cue->contains(static_cast<std::uint32_t>(cue)) || syntax.lemma(static_cast<std::uint32_t>(cue)) != "insist")
    return no_word;
  return is_subjunctive(syntax.reading(), syntax.tree(), verb) ? cue : no_word;
}

// `the talks must be difficult` guesses; `why it should stop` and `should it attack` ask and suppose.
bool is_no_duty(const Syntax& syntax, std::uint32_t verb, std::uint32_t modal) {
  // `the town that he has to leave` tells; `whether he should leave` asks.
  if (syntax.label(verb) == "acl:relcl" || syntax.label(modal) == "acl:relcl") return true;
  if (syntax.has_marker(verb, "whether") || syntax.has_marker(verb, "if")) return true;
  // `has yet to atone` tells that he has not; `has to do with the rebels` that they are part of it.
  if (syntax.relation(modal) != "aux") {
    if (syntax.is_yet_to_come(verb)) return true;
    if (syntax.lemma(verb) == "do")
      for (const auto c : syntax.children(verb))
        if (syntax.relation(c) == "obl" && syntax.has_marker(c, "with")) return true;
  }
  // `needs to win in order to stay`: what somebody needs for an end of his own is nobody's demand.
  for (const auto c : syntax.children(verb))
    if (syntax.relation(c) == "advcl" && syntax.is_infinitive(c) && syntax.relation(modal) != "aux") return true;
  // `should win`, `must be losing`: a guess or a wish.
  if (is_one_of(syntax.lemma(verb), {"win", "lose", "beat", "prevail"})) return true;
  const bool copula = syntax.child(verb, "cop") != no_word;
  if (copula && same_word(syntax.word(modal).form, "must")) return true;
  if (syntax.head(verb) != no_word && syntax.word(static_cast<std::uint32_t>(syntax.head(verb))).xpos == "WRB") return true;
  // `why they have to leave`
  for (const auto c : syntax.children(modal))
    if (syntax.word(c).xpos == "WRB" && c < modal) return true;
  for (const auto c : syntax.children(verb)) {
    if (syntax.word(c).xpos == "WRB" && c < verb) return true;
    if (syntax.relation(c) == "nsubj" && c > modal && syntax.relation(modal) == "aux") return true;
  }
  return false;
}

// `He should have warned us`: it is too late to ask him; it is held against him.
bool is_reproach(const Syntax& syntax, std::uint32_t verb, std::uint32_t modal) {
  if (same_word(syntax.word(modal).form, "must")) return false;
  for (const auto c : syntax.children(verb))
    if (syntax.relation(c) == "aux" && c > modal && syntax.lemma(c) == "have") return true;
  return false;
}

bool is_saying(Act act) {
  return act == Act::say || act == Act::claim || act == Act::demand || act == Act::announce || act == Act::warn || act == Act::suggest ||
         act == Act::ask;
}

}  // namespace

bool is_told_inside(const Coding& coding, std::size_t statement, std::uint32_t word) {
  return std::any_of(coding.statements.begin(), coding.statements.end(), [&](const Statement& inner) {
    return inner.inside == static_cast<std::int32_t>(statement) &&
           std::any_of(inner.content.begin(), inner.content.end(), [&](WordRange part) { return part.contains(word); });
  });
}

void find_demands(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, const ArgumentFinder& arguments,
                  std::vector<Finding>& findings) {
  const auto type = knowledge.type_of("REQUEST");
  if (type == no_type) return;
  for (std::size_t s = 0; s < coding.statements.size() && s < coding.actors.statement_source.size(); ++s) {
    const Statement& statement = coding.statements[s];
    const auto speaker = coding.actors.statement_source[s];
    if (speaker == no_mention || statement.negated || !is_saying(statement.act) || !statement.cue) continue;
    for (const WordRange part : statement.content) {
      for (auto verb = part.first; verb < part.last; ++verb) {
        if (syntax.word(verb).upos == Upos::PUNCT || syntax.word(verb).upos == Upos::AUX) continue;
        const auto insists = insistence(syntax, statement, verb);
        const auto modal = insists == no_word ? duty(syntax, verb) : insists;
        if (modal == no_word || (insists == no_word && is_no_duty(syntax, verb, static_cast<std::uint32_t>(modal)))) continue;
        if (is_told_inside(coding, s, verb)) continue;
        Finding finding;
        WordList subjects;
        syntax.subjects(verb, subjects);
        if (subjects.empty() && syntax.is_verb(verb)) syntax.objects(verb, subjects);
        // `the performance of the army should help its allies`: what should, not who.
        const bool expected = same_word(syntax.word(static_cast<std::uint32_t>(modal)).form, "should") && !syntax.is_passive(verb);
        for (const auto subject : subjects)
          if (!expected || arguments.mention_at(subject) != no_mention) arguments.actors_of(subject, finding.arguments.targets);
        std::erase_if(finding.arguments.targets, [&](std::int32_t target) {
          const Word& word = syntax.word(coding.actors.mentions[static_cast<std::size_t>(target)].head);
          return arguments.same_actor(target, speaker) || feature(word, "Person") == "1";
        });
        // `the pension should not be cut` asks it of nobody; `the rebels should be punished` is about them all the same.
        if (syntax.is_verb(verb) && syntax.is_passive(verb))
          std::erase_if(finding.arguments.targets, [&](std::int32_t target) {
            const Entity* who = entity_of(coding.actors, target);
            return !who || (who->type != EntityType::person && who->country.empty() && who->roles.empty());
          });
        if (finding.arguments.targets.empty()) continue;
        finding.arguments.sources = {speaker};
        finding.trigger = verb;
        finding.anchor = statement.cue->first;
        // What demands: the deed itself is no word of the demand.
        finding.words = {static_cast<std::uint32_t>(modal), static_cast<std::uint32_t>(modal) + 1};
        const bool reproach = is_reproach(syntax, verb, static_cast<std::uint32_t>(modal));
        set_code(knowledge, reproach ? "111" : "100", finding);
        // What is demanded says which kind of demand it is.
        for (const Finding& inner : findings)
          if (!reproach && inner.trigger == verb && inner.type != type && !inner.reality.negated)
            if (const auto* row = composition_of(knowledge, inner.cameo);
                row && !row->demanded.empty() && set_code(knowledge, row->demanded, finding)) {
              finding.composed_by = row->line;
              finding.composed_of = inner.rule;
            }
        finding.rule = (reproach ? "reproach:" : "demand:") + std::string(syntax.lemma(static_cast<std::uint32_t>(modal)));
        findings.push_back(std::move(finding));
        break;  // one of each part: what follows elaborates
      }
    }
  }
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return a.trigger < b.trigger; });
}

}  // namespace demarche
