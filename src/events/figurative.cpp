// Fights with words: candidates attack each other, battle for votes and damage their party without a blow. Told from real violence by those
// who take part and by what else the sentence names.
#include <algorithm>

#include "events/findings.h"
#include "text/words.h"

namespace demarche {
namespace {

bool has_role(const Entity& who, std::initializer_list<std::string_view> roles) {
  return std::any_of(who.roles.begin(), who.roles.end(), [&](const std::string& role) { return is_one_of(role, roles); });
}

bool bears_arms(const Entity& who) { return has_role(who, {"MIL", "REB", "UAF", "PRM", "COP", "SPY", "CRM"}); }

// Those whose weapons are words: politicians, parties, the press, named people of public life.
bool fights_with_words(const Coding& coding, std::int32_t mention) {
  const Entity* who = entity_of(coding.actors, mention);
  if (!who || bears_arms(*who)) return false;
  if (has_role(*who, {"PTY", "LEG", "ELI", "MED", "JRN"})) return true;
  return who->type != EntityType::place && who->type != EntityType::organization && has_role(*who, {"GOV", "JUD", "EDU"}) &&
         coding.actors.mentions[static_cast<std::size_t>(mention)].kind != MentionKind::nominal;
}

bool is_nobody_known(const Coding& coding, std::int32_t mention) {
  const Entity* who = entity_of(coding.actors, mention);
  return !who || (who->roles.empty() && who->type != EntityType::place && who->country.empty());
}

// Somebody whose name the document tells, and who is nothing that bears arms.
bool is_named_person(const Coding& coding, std::int32_t mention) {
  const Entity* who = entity_of(coding.actors, mention);
  return who && who->type == EntityType::person && !bears_arms(*who) && !who->key.starts_with("nominal:");
}

// `attacked the mayor, calling her a liar`
bool is_done_by_what_is_said(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t trigger) {
  const auto below = syntax.children(trigger);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
    return syntax.label(c) == "advcl" && syntax.word(c).xpos == "VBG" && syntax.is_among(c, knowledge.in_words);
  });
}

// `attacked the officers and blamed them for the deaths`: of two deeds joined without another subject, the one shows what the other is.
bool is_joined_to_what_is_said(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t trigger) {
  const auto says = [&](std::uint32_t verb) {
    return syntax.is_verb(verb) && (syntax.is_among(verb, knowledge.in_words) || syntax.is_among(verb, knowledge.reproaches));
  };
  const auto below = syntax.children(trigger);
  if (std::any_of(below.begin(), below.end(),
                  [&](std::uint32_t c) { return syntax.relation(c) == "conj" && syntax.child(c, "nsubj") == no_word && says(c); }))
    return true;
  const auto head = syntax.head(trigger);
  return syntax.relation(trigger) == "conj" && syntax.child(trigger, "nsubj") == no_word && head != no_word &&
         says(static_cast<std::uint32_t>(head));
}

// `the death penalty`, `death row`
bool is_death_of_another_kind(const Syntax& syntax, std::uint32_t word) {
  return syntax.lemma(word) == "death" && syntax.relation(word) == "compound";
}

}  // namespace

bool shows_violence(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, const Finding& finding) {
  for (const MentionList* list : {&finding.arguments.sources, &finding.arguments.targets})
    for (const auto mention : *list)
      if (const Entity* who = entity_of(coding.actors, mention); who && (bears_arms(*who) || who->type == EntityType::place)) return true;
  const WordRange sentence = coding.reading.sentences[syntax.word(finding.trigger).sentence].words;
  for (auto i = sentence.first; i < sentence.last; ++i)
    if (!finding.words.contains(i) && syntax.is_among(i, knowledge.physical) && !is_death_of_another_kind(syntax, i)) return true;
  return false;
}

void read_figuratively(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, std::vector<Finding>& findings) {
  const auto assault = knowledge.type_of("ASSAULT");
  const auto accuse = knowledge.type_of("ACCUSE");
  std::erase_if(findings, [&](Finding& finding) {
    // `will take on the governor in the primary`: to come, it is a race; done, it is criticism.
    if (finding.kind == PredicateKind::verb && syntax.lemma(finding.trigger) == "take" && finding.type == accuse &&
        same_word(syntax.word(finding.words.last - 1).form, "on") && finding.reality.modality != Modality::actual)
      return true;
    if (finding.type != assault) return false;
    bool verbal = false, contest = false;
    for (auto i = finding.words.first; i < finding.words.last; ++i) {
      verbal |= syntax.is_among(i, knowledge.verbal_attacks);
      contest |= syntax.is_among(i, knowledge.contests);
    }
    if (!verbal && !contest) return false;
    const MentionList& sources = finding.arguments.sources;
    const MentionList& targets = finding.arguments.targets;
    const bool from_speakers =
        !sources.empty() && std::all_of(sources.begin(), sources.end(), [&](std::int32_t m) { return fights_with_words(coding, m); });
    // Whatever the sentence tells of besides: a politician's attack may well be on the police, and over a shooting.
    const bool joined = from_speakers && verbal && syntax.is_verb(finding.trigger) && !syntax.is_passive(finding.trigger) &&
                        is_joined_to_what_is_said(knowledge, syntax, finding.trigger);
    // `Ray targets the neighbouring country, calling its people thieves`: whatever he is at, unless a place by its name.
    const bool said = verbal && is_done_by_what_is_said(knowledge, syntax, finding.trigger);
    const auto is_person_of_words = [&](std::int32_t m) { return fights_with_words(coding, m) || is_named_person(coding, m); };
    const auto is_hit_in_truth = [&](std::int32_t m) {
      const Entity* who = entity_of(coding.actors, m);
      const bool by_name = coding.actors.mentions[static_cast<std::size_t>(m)].kind == MentionKind::name;
      return who && (bears_arms(*who) || (by_name && who->type == EntityType::place));
    };
    const bool said_by_person = said && !sources.empty() && std::all_of(sources.begin(), sources.end(), is_person_of_words) &&
                                std::none_of(targets.begin(), targets.end(), is_hit_in_truth);
    if (!joined && !said_by_person && shows_violence(knowledge, coding, syntax, finding)) return false;
    const bool at_speakers =
        !targets.empty() && std::all_of(targets.begin(), targets.end(), [&](std::int32_t m) { return fights_with_words(coding, m); });
    const bool at_nobody = std::all_of(targets.begin(), targets.end(), [&](std::int32_t m) { return is_nobody_known(coding, m); });
    // `attacks on the senator`, `attacking the senator`; that a minister was attacked by nobody knows whom may be true in every sense.
    const bool unsaid = sources.empty() && verbal && (finding.kind == PredicateKind::noun || !syntax.is_passive(finding.trigger));
    // `the senator fired at Lee and Kim`: by their names they are persons, and one of them is known to be a politician.
    const auto is_named = [&](std::int32_t m) {
      const bool by_name = coding.actors.mentions[static_cast<std::size_t>(m)].kind == MentionKind::name;
      return fights_with_words(coding, m) || (by_name && is_nobody_known(coding, m)) || is_named_person(coding, m);
    };
    const auto speaks = [&](std::int32_t m) { return fights_with_words(coding, m); };
    const bool named = !sources.empty() && !targets.empty() && std::all_of(sources.begin(), sources.end(), is_named) &&
                       std::all_of(targets.begin(), targets.end(), is_named) &&
                       (std::any_of(sources.begin(), sources.end(), speaks) || std::any_of(targets.begin(), targets.end(), speaks));
    const bool words = (from_speakers && (at_speakers || at_nobody)) || (at_speakers && unsaid) || named || said || joined;
    // `ads targeting young men`, `the companies that he targets`: what is only aimed at is not hit.
    if (!words) return syntax.is_among(finding.trigger, knowledge.aiming);
    if (!verbal) return true;
    return !set_code(knowledge, "111", finding);
  });
}

}  // namespace demarche
