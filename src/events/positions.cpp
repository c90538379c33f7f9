// Where actors stand: towards each other and on issues, by what they do and say, and by what the text itself calls incompatible or shared.
// The text's own words are read in sides.cpp, issues in issues.cpp; events.h says how events are weighed.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <span>

#include "events/denials.h"
#include "events/effects.h"
#include "events/findings.h"
#include "events/stances.h"
#include "speech/speech.h"
#include "text/words.h"

namespace demarche {
namespace {

struct Ledger {
  double sum = 0, weight = 0;
  std::vector<std::uint32_t> events;
  std::optional<WordRange> words;  // of the document, where no event says it
  std::vector<std::uint32_t> statements;

  void enter(double stance, double by) {
    sum += by * stance;
    weight += by;
  }
  // What is little believed counts less even alone.
  double stance() const { return std::clamp(sum / std::max(1.0, weight), -1.0, 1.0); }
};

bool is_verbal(std::string_view type) {
  return is_one_of(type, {"SUPPORT", "ACCUSE", "REJECT", "THREATEN", "AGREE", "REQUEST", "CONCEDE", "CONSULT"});
}

// What shows a position between two: what shows where each of them stands.
void give_evidence(Position& between, const Position& one, const Position& other) {
  between.events = one.events;
  between.events.insert(between.events.end(), other.events.begin(), other.events.end());
  between.statements = one.statements;
  between.statements.insert(between.statements.end(), other.statements.begin(), other.statements.end());
  between.words = one.words ? one.words : other.words;
}

class Positions {
 public:
  Positions(const EventKnowledge& knowledge, Coding& coding)
      : knowledge_(knowledge),
        coding_(coding),
        syntax_(knowledge, coding.reading),
        arguments_(knowledge, coding, syntax_),
        issues_(knowledge, coding, syntax_),
        voices_(coding),
        issue_words_(coding.reading.words.size()) {}

  void find() {
    for (std::uint32_t i = 0; i < coding_.events.size(); ++i) {
      enter_event(i);
      enter_complaint(i);
      enter_wish(i);
      enter_wish_of_nobody(i);
    }
    enter_attitudes();
    enter_duties();
    enter_verdicts();
    enter_contradictions();
    enter_denied_claims();
    write_ledgers();
    find_all_sides();
    find_opponents();
    compare_on_issues();
  }

 private:
  std::int32_t entity(std::int32_t mention) const { return entity_index(coding_.actors, mention); }
  std::uint32_t head_of(std::int32_t mention) const { return coding_.actors.mentions[static_cast<std::size_t>(mention)].head; }

  // Somebody who can stand somewhere: no `we` of whom nobody knows, no town, no `both sides`.
  bool may_hold(std::int32_t who) const {
    if (who == no_entity) return false;
    // Whoever has a name is somebody: `the EU's envoy, Ana Ruiz`.
    bool called = false, vague = false;
    for (const Mention& mention : coding_.actors.mentions) {
      if (mention.entity != who || mention.kind == MentionKind::pronoun) continue;
      if (mention.kind == MentionKind::name && syntax_.word(mention.head).upos == Upos::PROPN) return true;
      if (!called) vague = is_vague(mention.head);
      called = true;
    }
    return called && !vague;
  }

  bool is_vague(std::uint32_t head) const {
    if (syntax_.word(head).upos != Upos::NOUN) return false;
    const auto lemma = syntax_.lemma(syntax_.counted(head));
    return std::binary_search(knowledge_.no_holders.begin(), knowledge_.no_holders.end(), lemma);
  }

  // A mere place, where something happens: Rotterdam, but not Moscow where that stands for those who govern there.
  bool is_place(std::int32_t mention) const {
    const Mention& it = coding_.actors.mentions[static_cast<std::size_t>(mention)];
    if (it.government) return false;
    return std::any_of(coding_.places.begin(), coding_.places.end(),
                       [&](const Place& place) { return !place.is_country && !place.acts && place.words.contains(it.head); });
  }

  double weight_of(const Event& event, std::int32_t holder) const {
    double weight = event.modality == Modality::actual ? 1.0 : event.modality == Modality::intended ? 0.7 : 0.3;
    if (event.status == Status::hearsay) return weight * 0.5;
    if (event.status != Status::claimed) return weight;
    if (event.voices.empty()) return weight * 0.35;  // accused of it, by nobody who is named
    const auto voice = event.voices.back();
    const auto speaker = speaker_index(coding_.actors, voice);
    // `“We condemn the attack,” she said`: to say it is to do it.
    if (speaker == holder && is_verbal(event.type)) return weight;
    return weight * (accused_by(event, voice, speaker) ? 0.35 : 0.7);
  }

  // The word of an accuser, or of whom it is done to, against the holder.
  bool accused_by(const Event& event, std::uint32_t voice, std::int32_t speaker) const {
    if (event.intensity >= 0) return false;
    if (coding_.statements[voice].act == Act::accuse) return true;
    return speaker != no_entity &&
           std::any_of(event.targets.begin(), event.targets.end(), [&](std::int32_t target) { return entity(target) == speaker; });
  }

  // False where the event says nothing of where its source stands.
  static bool stance_of(const Event& event, double& stance) {
    stance = event.intensity / 10;
    // Who asks somebody is no enemy yet, and enemies meet as friends do.
    if (event.type == "REQUEST") stance *= 0.5;
    if (event.type == "CONSULT") stance *= 0.3;
    if (is_one_of(event.type, {"SUPPORT", "ACCUSE", "REJECT", "THREATEN"}))
      stance = stance > 0 ? std::max(stance, 0.6) : std::min(stance, -0.6);
    if (!event.negated) return true;
    // What the network hears in a verb that it was told of is not what its negation says.
    if (event.rule == "network") return false;
    // Who does not praise is cool, who does not condemn is lenient; who does not attack is nothing.
    if (!is_one_of(event.type, {"SUPPORT", "AGREE", "AID", "COOPERATE", "CONCEDE", "RETREAT", "ACCUSE", "REJECT"})) return false;
    stance *= -0.5;
    return true;
  }

  bool is_repentance(const Event& event) const {
    return is_one_of(syntax_.lemma(event.trigger.first), {"apologize", "apologise", "recant"});
  }

  // `urged the minister to resign`, `called on her to apologize`: whom somebody wants gone or sorry he is against.
  bool wants_gone(const Event& event) const {
    if (event.type != "REQUEST" || event.negated) return false;
    return std::any_of(coding_.events.begin(), coding_.events.end(), [&](const Event& other) {
      const bool goes = other.type == "RETREAT" && other.mode == "resign";
      const bool repents = is_repentance(other);
      return other.sentence == event.sentence && (goes || repents) && other.modality == Modality::demanded &&
             other.trigger.first > event.trigger.first && other.source != no_mention &&
             std::any_of(event.targets.begin(), event.targets.end(),
                         [&](std::int32_t target) { return entity(target) == entity(other.source); });
    });
  }

  // `sent troops to Mali` may be for or against Mali; `massed troops against Mali` is not.
  bool is_aimed(const Event& event, std::int32_t target) const {
    if (event.type != "MOBILIZE") return true;
    const auto head = coding_.actors.mentions[static_cast<std::size_t>(target)].head;
    return syntax_.has_marker(head, "against") || syntax_.has_marker(head, "at");
  }

  // `marched to demand that the president resign`: the protest is against him.
  std::vector<std::int32_t> targets_of(const Event& event) const {
    if (event.type != "PROTEST") return event.targets;
    for (const Event& other : coding_.events) {
      if (other.type != "REQUEST" || other.sentence != event.sentence || entity(other.source) != entity(event.source)) continue;
      for (auto word = other.trigger.first; word < other.trigger.last; ++word)
        if (is_one_of(syntax_.relation(word), {"advcl", "xcomp", "acl"}) && syntax_.head(word) != no_word &&
            event.trigger.contains(static_cast<std::uint32_t>(syntax_.head(word))))
          return other.targets;
    }
    return event.targets;
  }

  // `called for a boycott of Chad`, `requested an investigation of the king`, `demanded her release`: whoever wants it is against whom it
  // is done to, or for him. -1, 1, or 0 where it does neither.
  int wished_on(const Event& event, std::int32_t target) const {
    if (event.type != "REQUEST" || event.negated) return 0;
    const auto whom = coding_.actors.mentions[static_cast<std::size_t>(target)].head;
    auto deed = syntax_.head(whom);
    if (deed == no_word) return 0;
    const bool asked = event.trigger.contains(static_cast<std::uint32_t>(deed));
    if (!asked && stands_below(static_cast<std::uint32_t>(deed), event.trigger) && issues_.undoes(static_cast<std::uint32_t>(deed), whom))
      return -1;
    // `an inquiry into the king's finances`
    auto phrase = whom;
    if (syntax_.label(whom) == "nmod:poss" && effect_of(knowledge_, syntax_, static_cast<std::uint32_t>(deed)) == 0 &&
        syntax_.relation(static_cast<std::uint32_t>(deed)) == "nmod" && syntax_.head(static_cast<std::uint32_t>(deed)) != no_word) {
      phrase = static_cast<std::uint32_t>(deed);
      deed = syntax_.head(phrase);
    }
    const auto noun = static_cast<std::uint32_t>(deed);
    const auto verb = syntax_.head(noun);
    if (verb == no_word || !event.trigger.contains(static_cast<std::uint32_t>(verb))) return 0;
    if (is_dealt_with(syntax_, noun)) return 0;
    const int effect = effect_of(knowledge_, syntax_, noun);
    // `support for Chad`, not `the support of Chad`; `an attack on Chad`, not `by Chad`.
    const bool of_it =
        syntax_.label(phrase) == "nmod:poss" ? undergone_by_owner(knowledge_, syntax_, noun) : syntax_.marker(phrase) == "of";
    if (effect > 0) return of_it ? undergone_by_owner(knowledge_, syntax_, noun) : is_one_of(syntax_.marker(phrase), {"for", "to"});
    return of_it || is_one_of(syntax_.marker(phrase), {"into", "on", "against", "at", "over"}) ? effect : 0;
  }

  bool stands_below(std::uint32_t word, WordRange trigger) const {
    std::int32_t at = static_cast<std::int32_t>(word);
    for (int step = 0; step < 12 && at != no_word; ++step, at = syntax_.head(static_cast<std::uint32_t>(at)))
      if (trigger.contains(static_cast<std::uint32_t>(at))) return true;
    return false;
  }

  // `wants the king jailed`, `called for him to be jailed`, `requested his arrest`; not `wants the killing of the king investigated`, nor
  // `asked for details of his arrest`.
  bool is_wished(const Event& wish, std::int32_t target) const {
    const auto deed = wish.trigger.first;
    auto word = coding_.actors.mentions[static_cast<std::size_t>(target)].head;
    while (syntax_.relation(word) == "conj" && syntax_.head(word) != no_word) word = static_cast<std::uint32_t>(syntax_.head(word));
    const auto above = syntax_.head(word), governor = syntax_.head(deed);
    const bool done_to = above != no_word && (wish.trigger.contains(static_cast<std::uint32_t>(above)) ||
                                              (above == governor && syntax_.relation(deed) == "xcomp"));
    if (syntax_.is_verb(deed) || !done_to) return done_to;
    return is_one_of(syntax_.relation(deed), {"obj", "obl"}) && governor != no_word && !is_dealt_with(syntax_, deed) &&
           (wish.voices.empty() || !coding_.statements[wish.voices.back()].cue ||
            coding_.statements[wish.voices.back()].cue->contains(static_cast<std::uint32_t>(governor)));
  }

  // Who wants whom helped or harmed stands for or against him.
  void enter_wished(std::int32_t holder, const Event& wish, double weight, std::initializer_list<std::uint32_t> shown,
                    std::span<const std::uint32_t> said) {
    // `demanded that he be freed`, `called for him to be banned from the country`
    const bool harm = is_harm(wish.type) || (wish.type == "REJECT" && wish.source == no_mention);
    if (!harm && !is_help(wish.type, wish.mode)) return;
    std::set<std::int32_t> once;
    for (const auto target : wish.targets) {
      const auto toward = entity(target);
      if (toward == holder || toward == entity(wish.source) || !may_hold(toward) || is_place(target) || !once.insert(toward).second)
        continue;
      if (wish.source == no_mention && !is_wished(wish, target)) continue;
      Ledger& ledger = actors_[{holder, toward}];
      ledger.enter(harm ? -0.6 : 0.6, weight);
      for (const auto event : shown) ledger.events.push_back(event);
      for (const auto statement : said) ledger.statements.push_back(statement);
    }
  }

  // `urged the council to punish Chad`, `called for Chad to be punished`.
  void enter_wish(std::uint32_t index) {
    const Event& event = coding_.events[index];
    if (event.type != "REQUEST" || event.negated || event.source == no_mention || event.status == Status::denied ||
        event.modality != Modality::actual || event.rule == "network")
      return;
    const auto holder = entity(event.source);
    if (!may_hold(holder)) return;
    for (std::uint32_t i = 0; i < coding_.events.size(); ++i) {
      const Event& wish = coding_.events[i];
      if (wish.sentence != event.sentence || wish.modality != Modality::demanded || wish.negated || wish.rule == "network" ||
          !stands_below(wish.trigger.first, event.trigger) || is_repentance(wish))
        continue;
      if (wish.source != no_mention && std::none_of(event.targets.begin(), event.targets.end(),
                                                    [&](std::int32_t asked) { return entity(asked) == entity(wish.source); }))
        continue;
      enter_wished(holder, wish, weight_of(event, holder), {index, i}, {});
    }
  }

  // `wants Chad punished`, `“Chad must be punished,” she said`: asked of nobody.
  void enter_wish_of_nobody(std::uint32_t index) {
    const Event& wish = coding_.events[index];
    if (wish.modality != Modality::demanded || wish.negated || wish.source != no_mention || wish.rule == "network" ||
        wish.status == Status::denied || wish.voices.empty())
      return;
    const bool asked = std::any_of(coding_.events.begin(), coding_.events.end(), [&](const Event& other) {
      return other.type == "REQUEST" && other.sentence == wish.sentence && stands_below(wish.trigger.first, other.trigger);
    });
    const auto holder = who_asserts(wish.trigger.first, wish.voices, {"demand", "want", "say", "claim", "suggest", "announce"});
    const Statement& statement = coding_.statements[wish.voices.back()];
    if (asked || !may_hold(holder) || statement.negated) return;
    // `said that she had called to thank him`
    if (!is_harm(wish.type) && !statement.direct && !is_one_of(name_of(statement.act), {"demand", "want"})) return;
    enter_wished(holder, wish, 0.7, {index}, wish.voices);
  }

  void enter_event(std::uint32_t index) {
    const Event& event = coding_.events[index];
    if (event.source == no_mention || event.status == Status::denied || event.modality == Modality::possible ||
        event.modality == Modality::demanded)
      return;
    const auto holder = entity(event.source);
    if (!may_hold(holder)) return;
    double stance = 0;
    if (!stance_of(event, stance)) return;
    if (wants_gone(event)) stance = -0.6;
    const double weight = weight_of(event, holder);
    std::set<std::int32_t> once;
    for (const auto target : targets_of(event)) {
      const auto toward = entity(target);
      if (issues_.is_named(head_of(target))) continue;  // an issue, below
      if (toward == holder || !may_hold(toward) || is_place(target) || !is_aimed(event, target) || !once.insert(toward).second) continue;
      Ledger& ledger = actors_[{holder, toward}];
      const int wished = wished_on(event, target);
      ledger.enter(wished ? 0.6 * wished : stance, weight);
      ledger.events.push_back(index);
    }
    std::vector<Issue> found;
    issues_.of_event(event, found);
    for (const auto target : event.targets) {
      const auto head = head_of(target);
      const bool known = std::any_of(found.begin(), found.end(), [&](const Issue& issue) { return issue.head == head; });
      if (issues_.is_named(head) && !known && stance != 0) issues_.of_thing(head, (stance > 0) != event.negated ? 1 : -1, found);
    }
    for (const Issue& issue : found) {
      Ledger& ledger = ledger_of(holder, issue);
      ledger.enter(0.6 * issue.sign * (event.negated ? -0.5 : 1.0), weight);
      if (ledger.events.empty() || ledger.events.back() != index) ledger.events.push_back(index);
    }
  }

  bool is_armed_against_states(std::int32_t who) const {
    const auto& roles = coding_.actors.entities[static_cast<std::size_t>(who)].roles;
    return std::any_of(roles.begin(), roles.end(), [](const std::string& role) { return is_one_of(role, {"REB", "UAF", "PRM", "CRM"}); });
  }

  bool speaks_for_a_state(std::int32_t who) const {
    const Entity& entity = coding_.actors.entities[static_cast<std::size_t>(who)];
    if (entity.country.empty()) return false;
    return entity.code == entity.country || std::any_of(entity.roles.begin(), entity.roles.end(), [](const std::string& role) {
             return is_one_of(role, {"GOV", "MIL", "COP", "LEG", "SPY", "JUD"});
           });
  }

  // Was it done to who says so, or to his country by those who are not of it? `“They invaded us,” she said`; `The army said that rebels had
  // shelled its camp`.
  bool is_done_to(const Event& event, std::int32_t speaker, std::int32_t doer) const {
    const auto& entities = coding_.actors.entities;
    const Entity &one = entities[static_cast<std::size_t>(speaker)], &other = entities[static_cast<std::size_t>(doer)];
    const bool strangers = other.country != one.country || is_armed_against_states(doer) != is_armed_against_states(speaker);
    return std::any_of(event.targets.begin(), event.targets.end(), [&](std::int32_t target) {
      const auto whom = entity(target);
      if (whom == no_entity || whom == doer) return false;
      if (whom == speaker) return true;
      return is_one_of(event.type, {"ASSAULT", "COERCE"}) && strangers && speaks_for_a_state(speaker) &&
             entities[static_cast<std::size_t>(whom)].country == one.country;
    });
  }

  // Who says that somebody has done him or his own harm stands against who did it.
  void enter_complaint(std::uint32_t index) {
    const Event& event = coding_.events[index];
    if (event.status != Status::claimed || event.source == no_mention || event.voices.empty() || event.negated ||
        event.modality != Modality::actual || event.intensity >= 0)
      return;
    if (!is_one_of(event.type, {"ASSAULT", "COERCE", "ACCUSE", "SANCTION", "PROTEST", "THREATEN"})) return;
    const auto voice = event.voices.back();
    const Statement& statement = coding_.statements[voice];
    if (statement.hearsay || statement.negated ||
        !is_one_of(name_of(statement.act), {"say", "claim", "accuse", "criticize", "announce", "report", "warn"}))
      return;
    const auto speaker = speaker_index(coding_.actors, voice), doer = entity(event.source);
    if (speaker == doer || !may_hold(speaker) || !may_hold(doer) || is_place(event.source) || !is_done_to(event, speaker, doer)) return;
    Ledger& ledger = actors_[{speaker, doer}];
    ledger.enter(-0.6, 0.7);
    ledger.events.push_back(index);
    ledger.statements.push_back(voice);
  }

  Ledger& ledger_of(std::int32_t holder, const Issue& issue) {
    issue_words_[issue.head] = true;
    return things_[{holder, known_issue(issue)}];
  }

  // `the sanctions` after `sanctions on Iran` are the same: the bare noun takes the one fuller name that is known.
  std::string known_issue(const Issue& issue) {
    const std::string lemma(syntax_.lemma(issue.head));
    auto& names = names_[lemma];
    if (std::find(names.begin(), names.end(), issue.text) != names.end()) return issue.text;
    const std::string& form = std::string(syntax_.word(issue.head).form);
    if (issue.text == form && names.size() == 1) return names.front();
    names.push_back(issue.text);
    return issue.text;
  }

  // `is against the war`, `wants elections`: no event says so, but the text does.
  void enter_attitudes() {
    std::vector<Issue> found;
    for (std::uint32_t word = 0; word < syntax_.size(); ++word) {
      std::int32_t who = no_word;
      found.clear();
      issues_.of_attitude(word, who, found);
      if (who == no_word || found.empty()) continue;
      std::erase_if(found, [&](const Issue& issue) { return issue_words_[issue.head]; });  // an event has said it already
      const Reality reality = reality_of(knowledge_, syntax_, word);
      if (reality.modality != Modality::actual || found.empty()) continue;
      MentionList holders;
      arguments_.actors_of(static_cast<std::uint32_t>(who), holders);
      const auto voices = voices_.of(word);
      bool denied = false, hearsay = false;
      for (const auto voice : voices) {
        denied |= coding_.statements[voice].act == Act::deny;
        hearsay |= coding_.statements[voice].hearsay;
      }
      if (denied) continue;
      for (const auto mention : holders) {
        const auto holder = entity(mention);
        if (!may_hold(holder)) continue;
        const auto speaker = voices.empty() ? no_entity : speaker_index(coding_.actors, voices.back());
        const double weight = hearsay ? 0.5 : voices.empty() || speaker == holder ? 1.0 : 0.7;
        for (const Issue& issue : found) {
          Ledger& ledger = ledger_of(holder, issue);
          ledger.enter(0.6 * issue.sign * (reality.negated ? -0.5 : 1.0), weight);
          if (!ledger.words) ledger.words = WordRange{word, word + 1};
          for (const auto voice : voices) ledger.statements.push_back(voice);
        }
      }
    }
  }

  // Who says what the word says by one of these acts, on his own account and as no question; or no_entity.
  std::int32_t who_asserts(std::uint32_t word, std::span<const std::uint32_t> voices, std::initializer_list<std::string_view> acts) const {
    if (voices.empty() || is_asked(word)) return no_entity;
    const Statement& statement = coding_.statements[voices.back()];
    const bool asserts = !statement.hearsay && !denies(statement) && is_one_of(name_of(statement.act), acts);
    return asserts ? speaker_index(coding_.actors, voices.back()) : no_entity;
  }

  // What somebody says in his own words weighs more than what another says that he said.
  void enter_said(Ledger& ledger, double stance, std::span<const std::uint32_t> voices) {
    ledger.enter(stance, voices.size() == 1 ? 1.0 : 0.7);
    for (const auto voice : voices) ledger.statements.push_back(voice);
  }

  // `The embargo must be lifted, she said`, `“It is time to end the war,” he said`: asked of nobody, but whoever says so wants it.
  void enter_duties() {
    std::vector<Issue> found;
    for (std::uint32_t word = 0; word < syntax_.size(); ++word) {
      found.clear();
      issues_.of_duty(word, found);
      std::erase_if(found, [&](const Issue& issue) { return issue_words_[issue.head]; });
      if (found.empty()) continue;
      const auto voices = voices_.of(word);
      const auto holder =
          who_asserts(word, voices, {"say", "claim", "demand", "announce", "warn", "suggest", "criticize", "believe", "agree"});
      if (!may_hold(holder) || coding_.statements[voices.back()].negated) continue;
      for (const Issue& issue : found) enter_said(ledger_of(holder, issue), 0.6 * issue.sign, voices);
    }
  }

  // `“Brandt is a liar,” Novak said`: no event, but Novak stands against Brandt.
  void enter_verdicts() {
    for (std::uint32_t word = 0; word < syntax_.size(); ++word) {
      const Verdict verdict = verdict_on(knowledge_, syntax_, word);
      if (verdict.sign == 0) continue;
      const auto voices = voices_.of(word);
      const auto holder =
          who_asserts(word, voices, {"say", "claim", "criticize", "accuse", "praise", "warn", "believe", "announce", "suggest"});
      const Reality reality = reality_of(knowledge_, syntax_, word);
      if (reality.modality != Modality::actual || !may_hold(holder)) continue;
      // Who is not fit is blamed; who is no enemy is not yet praised.
      const double stance = 0.6 * verdict.sign * (!reality.negated ? 1.0 : verdict.sign > 0 ? -1.0 : -0.5);
      for (const auto mention : judged(verdict.subject)) {
        const auto toward = entity(mention);
        if (toward == holder || !may_hold(toward) || is_place(mention)) continue;
        enter_said(actors_[{holder, toward}], stance, voices);
      }
    }
  }

  // The subject and who is joined to it; of a thing, whose it is: `Brandt's plan is a disgrace`.
  MentionList judged(std::uint32_t subject) const {
    MentionList found;
    WordList words;
    syntax_.coordinated(subject, words);
    for (const auto word : words) {
      auto mention = arguments_.mention_at(word);
      if (mention == no_mention)
        for (const auto c : syntax_.children(word))
          if (syntax_.label(c) == "nmod:poss") mention = arguments_.mention_at(c);
      if (mention != no_mention) found.push_back(mention);
    }
    return found;
  }

  // `Is he a liar?`
  bool is_asked(std::uint32_t word) const {
    const WordRange sentence = coding_.reading.sentences[syntax_.word(word).sentence].words;
    for (auto i = word + 1; i < sentence.last; ++i)
      if (syntax_.word(i).form == "?") return true;
    return false;
  }

  static bool denies_himself(const Statement& statement) { return denies(statement) && !statement.hearsay; }

  // Who denies stands against whose word he denies.
  void enter_denial(std::uint32_t denial, std::uint32_t denied) {
    const auto holder = speaker_index(coding_.actors, denial), toward = speaker_index(coding_.actors, denied);
    if (holder == toward || !may_hold(holder) || !may_hold(toward)) return;
    Ledger& ledger = actors_[{holder, toward}];
    ledger.enter(-0.4, 1);
    ledger.statements.push_back(denial);
    ledger.statements.push_back(denied);
  }

  // `denied allegations by Iran that …`
  void enter_contradictions() {
    for (std::uint32_t i = 0; i < coding_.statements.size() && i < coding_.actors.statement_source.size(); ++i) {
      const Statement& inner = coding_.statements[i];
      if (inner.inside == no_statement || inner.hearsay) continue;
      const auto outer = static_cast<std::uint32_t>(inner.inside);
      if (!denies_himself(coding_.statements[outer])) continue;
      if (!is_one_of(name_of(inner.act), {"claim", "accuse", "say", "warn", "announce", "report"})) continue;
      enter_denial(outer, i);
    }
  }

  // `Chad said …, a claim that Mali denied`: the denial's words name those before them.
  void enter_denied_claims() {
    for (const Denial& it : find_denials(coding_, syntax_))
      if (denies_himself(coding_.statements[it.denial]) && !coding_.statements[it.denied].hearsay) enter_denial(it.denial, it.denied);
  }

  void write_ledgers() {
    const auto write = [&](std::int32_t holder, Ledger& ledger, Position position) {
      position.holder = holder;
      position.stance = ledger.stance();
      std::sort(ledger.events.begin(), ledger.events.end());
      ledger.events.erase(std::unique(ledger.events.begin(), ledger.events.end()), ledger.events.end());
      position.events = std::move(ledger.events);
      std::sort(ledger.statements.begin(), ledger.statements.end());
      ledger.statements.erase(std::unique(ledger.statements.begin(), ledger.statements.end()), ledger.statements.end());
      position.statements = std::move(ledger.statements);
      position.words = ledger.words;
      coding_.positions.push_back(std::move(position));
    };
    for (auto& [pair, ledger] : actors_) {
      Position position;
      position.toward = pair.second;
      write(pair.first, ledger, position);
    }
    for (auto& [pair, ledger] : things_) {
      Position position;
      position.issue = pair.second;
      write(pair.first, ledger, position);
    }
  }

  // A minister and his country are of one mind.
  bool one_country(std::int32_t one, std::int32_t other) const {
    const Entity &a = coding_.actors.entities[static_cast<std::size_t>(one)], &b = coding_.actors.entities[static_cast<std::size_t>(other)];
    return !a.country.empty() && a.country == b.country && (a.code == a.country || b.code == b.country);
  }

  // Two who stand clearly for or against the same are together or apart on it, unless the text itself has said how the two stand.
  void compare_on_issues() {
    constexpr double clear = 0.3;
    constexpr std::size_t most = 200;  // pairs of a document
    const std::size_t count = coding_.positions.size(), limit = count + most;
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t k = i + 1; k < count && coding_.positions.size() < limit; ++k) {
        const Position &one = coding_.positions[i], &other = coding_.positions[k];
        if (one.between || other.between || one.issue.empty() || one.issue != other.issue || std::abs(one.stance) < clear ||
            std::abs(other.stance) < clear || one_country(one.holder, other.holder) ||
            known_sides_.contains(std::minmax(one.holder, other.holder)))
          continue;
        Position position;
        position.holder = one.holder;
        position.toward = other.holder;
        position.between = {one.holder, other.holder};
        position.issue = one.issue;
        position.compatible = (one.stance > 0) == (other.stance > 0);
        position.stance = (position.compatible ? 1 : -1) * std::min(std::abs(one.stance), std::abs(other.stance));
        give_evidence(position, one, other);
        coding_.positions.push_back(std::move(position));
      }
    }
  }

  // Two of whom each stands against the other.
  void find_opponents() {
    constexpr double clear = 0.1;
    constexpr std::size_t most = 200;  // pairs of a document
    std::map<std::pair<std::int32_t, std::int32_t>, std::size_t> against;
    const std::size_t count = coding_.positions.size();
    for (std::size_t i = 0; i < count; ++i) {
      const Position& one = coding_.positions[i];
      if (one.between || !one.issue.empty() || one.toward == no_entity || one.stance > -clear) continue;
      against.emplace(std::pair{one.holder, one.toward}, i);
    }
    for (const auto& [pair, at] : against) {
      const auto back = against.find({pair.second, pair.first});
      if (pair.first >= pair.second || back == against.end() || coding_.positions.size() >= count + most) continue;
      if (!known_sides_.insert(pair).second) continue;
      const Position &one = coding_.positions[at], &other = coding_.positions[back->second];
      Position position;
      position.holder = pair.first;
      position.toward = pair.second;
      position.between = {pair.first, pair.second};
      position.compatible = false;
      position.stance = std::max(one.stance, other.stance);
      give_evidence(position, one, other);
      coding_.positions.push_back(std::move(position));
    }
  }

  void find_all_sides() {
    Sides sides;
    for (std::uint32_t word = 0; word < syntax_.size(); ++word) {
      if (!find_sides(knowledge_, coding_, syntax_, arguments_, word, sides)) continue;
      if (!may_hold(sides.first) || !may_hold(sides.second) || !known_sides_.insert(std::minmax(sides.first, sides.second)).second)
        continue;
      Position position;
      position.holder = sides.first;
      position.toward = sides.second;
      position.between = {sides.first, sides.second};
      position.compatible = sides.compatible;
      position.stance = sides.compatible ? 1 : -1;
      position.words = WordRange{word, word + 1};
      for (const auto statement : voices_.of(word)) position.statements.push_back(statement);
      coding_.positions.push_back(std::move(position));
    }
  }

  const EventKnowledge& knowledge_;
  Coding& coding_;
  const Syntax syntax_;
  const ArgumentFinder arguments_;
  const IssueFinder issues_;
  const VoiceTable voices_;
  std::vector<bool> issue_words_;  // heads of issues that events speak of
  std::map<std::pair<std::int32_t, std::int32_t>, Ledger> actors_;
  std::map<std::pair<std::int32_t, std::string>, Ledger> things_;
  std::set<std::pair<std::int32_t, std::int32_t>> known_sides_;  // pairs of whom the text itself says how they stand
  std::map<std::string, std::vector<std::string>> names_;        // of issues, by the lemma of their heads
};

}  // namespace

void find_positions(const EventKnowledge& knowledge, Coding& coding) {
  coding.positions.clear();
  if (coding.reading.words.empty()) return;
  coding.actors.mention_of_head.resize(coding.reading.words.size(), no_mention);
  Positions(knowledge, coding).find();
}

}  // namespace demarche
