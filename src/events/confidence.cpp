#include "events/confidence.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "reader/tree.h"
#include "text/words.h"

namespace demarche {
namespace {

constexpr std::array<std::string_view, 63> signs = {
    "always",
    // what decided
    "entry.bare", "entry.particle", "kind.noun", "kind.adjective", "kind.network", "kind.demand", "composed",
    // how the actors were found
    "source.none", "source.far", "target.none", "target.object", "target.phrase", "target.owner", "target.clause", "target.any",
    "source.long_way", "target.long_way", "source.inside", "target.inside", "target.setting", "sources.many", "targets.many", "passive",
    // who they are
    "source.country", "source.sector", "source.pronoun", "source.unknown", "source.speaker", "target.country", "target.sector",
    "target.pronoun", "target.unknown", "both.placed", "two.countries", "one.country", "first_person", "nobody.placed", "source.local",
    "target.local", "source.civil", "target.civil", "source.person", "target.person", "source.generic", "target.generic",
    // how it stands
    "negated", "modality.intended", "modality.demanded", "modality.possible", "voices", "hearsay", "direct", "long_sentence", "picked",
    // what the verb's own form says
    "main_clause", "past", "present", "perfect", "bare_form", "participle", "conditional", "physical"};

constexpr std::uint32_t long_sentence = 40;  // words
constexpr int long_way = 4;                  // steps in the tree

// Steps through the tree from one word up or down to another, or a large number.
int steps_between(const Syntax& syntax, std::uint32_t from, std::uint32_t to) {
  constexpr int most = 12;
  std::array<std::uint32_t, most + 1> way{};
  int length = 0;
  for (auto at = static_cast<std::int32_t>(from); at != no_word && length <= most; at = syntax.head(static_cast<std::uint32_t>(at)))
    way[static_cast<std::size_t>(length++)] = static_cast<std::uint32_t>(at);
  int up = 0;
  for (auto at = static_cast<std::int32_t>(to); at != no_word && up <= most; at = syntax.head(static_cast<std::uint32_t>(at)), ++up) {
    const auto met = std::find(way.begin(), way.begin() + length, static_cast<std::uint32_t>(at));
    if (met != way.begin() + length) return up + static_cast<int>(met - way.begin());
  }
  return most + most;
}

class Signs {
 public:
  Signs(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, const Finding& finding, Event& event)
      : knowledge_(knowledge), coding_(coding), syntax_(syntax), finding_(finding), event_(event) {}

  void collect() {
    add("always");
    of_rule();
    of_form();
    of_roles();
    of_actors();
    of_standing();
    event_.signs.push_back("type." + event_.type);
    if (finding_.predicate != no_predicate) event_.signs.push_back("word." + knowledge_.predicates[finding_.predicate].lemma);
  }

 private:
  void add(std::string_view name, bool holds = true) {
    if (holds) event_.signs.emplace_back(name);
  }

  void of_rule() {
    if (finding_.predicate == no_predicate) {
      add(finding_.rule.starts_with("network") ? "kind.network" : "kind.demand");
    } else {
      const Predicate& predicate = knowledge_.predicates[finding_.predicate];
      add("entry.bare", predicate.conditions.empty() && predicate.particle.empty());
      add("entry.particle", !predicate.particle.empty());
      add("kind.noun", finding_.kind == PredicateKind::noun);
      add("kind.adjective", finding_.kind == PredicateKind::adjective);
      add("composed", finding_.cameo != predicate.cameo);
    }
  }

  // News is told in the past; the present tells of habits, and what stands deep in a sentence is its background.
  void of_form() {
    const auto trigger = finding_.trigger;
    const bool verb = syntax_.is_verb(trigger);
    auto clause = static_cast<std::int32_t>(trigger);
    if (!verb) clause = syntax_.clause_head(trigger);
    if (clause == no_word) return;
    const auto at = static_cast<std::uint32_t>(clause);
    auto top = at;
    for (int step = 0;
         step < long_way && syntax_.head(top) != no_word && is_one_of(syntax_.relation(top), {"conj", "ccomp", "xcomp", "parataxis"});
         ++step)
      top = static_cast<std::uint32_t>(syntax_.head(top));
    add("main_clause", syntax_.head(top) == no_word);
    const auto tag = syntax_.word(at).xpos;
    bool modal = false, has = false, past = tag == "VBD", present = tag == "VBZ" || tag == "VBP", finite = false;
    for (const auto c : syntax_.children(at)) {
      const auto relation = syntax_.relation(c);
      if (relation == "mark" && (same_word(syntax_.word(c).form, "if") || same_word(syntax_.word(c).form, "unless"))) add("conditional");
      if (relation != "aux" && relation != "cop") continue;
      const auto form = syntax_.word(c).xpos;
      finite |= form == "VBD" || form == "VBZ" || form == "VBP";
      modal |= form == "MD";
      has |= relation == "aux" && syntax_.lemma(c) == "have";
      past |= form == "VBD";
      present |= form == "VBZ" || form == "VBP";
    }
    add("perfect", has && !modal);
    add("past", past && !has && !modal);
    add("present", present && !has && !modal);
    add("bare_form", verb && (tag == "VB" || modal) && !finite);
    add("participle", verb && (tag == "VBN" || tag == "VBG") && !finite && !modal);
  }

  void of_roles() {
    const Arguments& arguments = finding_.arguments;
    add("source.none", event_.source == no_mention);
    const Role* source = arguments.source_role;
    add("source.far",
        source && source->kind != RoleKind::subject && source->kind != RoleKind::possessor && source->kind != RoleKind::adjective);
    add("target.none", event_.targets.empty());
    if (const Role* target = arguments.target_role; target && !event_.targets.empty()) {
      add("target.object", target->kind == RoleKind::object || target->kind == RoleKind::indirect);
      add("target.phrase", target->kind == RoleKind::preposition);
      add("target.owner", target->kind == RoleKind::owner || target->kind == RoleKind::possessor);
      add("target.clause", target->kind == RoleKind::clause || target->kind == RoleKind::clause_subject);
      add("target.any", target->kind == RoleKind::any);
      add("target.setting", target->kind == RoleKind::preposition && is_one_of(target->preposition, {"in", "at", "near", "with"}));
    }
    add("source.inside", event_.source != no_mention && is_inside(event_.source));
    add("target.inside", !event_.targets.empty() && is_inside(event_.targets.front()));
    if (event_.source != no_mention) add("source.long_way", steps_between(syntax_, finding_.trigger, head(event_.source)) >= long_way);
    if (!event_.targets.empty()) add("target.long_way", steps_between(syntax_, finding_.trigger, head(event_.targets.front())) >= long_way);
    add("sources.many", arguments.sources.size() > 1);
    add("targets.many", event_.targets.size() > 1);
    add("passive", syntax_.is_verb(finding_.trigger) && syntax_.is_passive(finding_.trigger));
  }

  void of_actors() {
    const Entity* source = entity_of(coding_.actors, event_.source);
    const Entity* target = entity_of(coding_.actors, event_.targets.empty() ? no_mention : event_.targets.front());
    if (event_.source != no_mention) {
      add("source.country", source && !source->country.empty());
      add("source.sector", source && !source->roles.empty());
      add("source.pronoun", is_pronoun(event_.source));
      add("source.unknown", source && source->country.empty() && source->roles.empty());
      add("source.speaker", source && speaks(*source));
    }
    if (!event_.targets.empty()) {
      add("target.country", target && !target->country.empty());
      add("target.sector", target && !target->roles.empty());
      add("target.pronoun", is_pronoun(event_.targets.front()));
      add("target.unknown", target && target->country.empty() && target->roles.empty());
    }
    if (source && target) {
      const auto placed = [](const Entity& who) { return !who.country.empty() || !who.roles.empty(); };
      add("both.placed", placed(*source) && placed(*target));
      add("two.countries", !source->country.empty() && !target->country.empty() && source->country != target->country);
      add("one.country", !source->country.empty() && source->country == target->country);
    }
    const auto placed = [](const Entity* who) { return who && (!who->country.empty() || !who->roles.empty()); };
    add("nobody.placed", !placed(source) && !placed(target));
    add("source.local", source && is_local_place(*source));
    add("target.local", target && is_local_place(*target));
    add("source.civil", source && is_civil(*source));
    add("target.civil", target && is_civil(*target));
    add("source.person", source && source->type == EntityType::person && is_named(event_.source));
    add("target.person", target && target->type == EntityType::person && is_named(event_.targets.front()));
    add("source.generic", event_.source != no_mention && is_generic(event_.source));
    add("target.generic", !event_.targets.empty() && is_generic(event_.targets.front()));
    bool first = false;
    for (const auto mention : event_.targets) first |= is_first_person(mention);
    add("first_person", first || (event_.source != no_mention && is_first_person(event_.source)));
  }

  void of_standing() {
    add("physical", event_.type == "ASSAULT" && shows_violence(knowledge_, coding_, syntax_, finding_));
    add("negated", event_.negated);
    add("modality.intended", event_.modality == Modality::intended);
    add("modality.demanded", event_.modality == Modality::demanded);
    add("modality.possible", event_.modality == Modality::possible);
    add("voices", !event_.voices.empty());
    add("hearsay", event_.status == Status::hearsay);
    bool direct = false;
    for (const auto voice : event_.voices) direct |= coding_.statements[voice].direct;
    add("direct", direct);
    // A text of a sentence or two is one that somebody picked for what happens in it; an article has many sentences in which nothing does.
    constexpr std::size_t few = 2;
    add("picked", coding_.reading.sentences.size() <= few);
    add("long_sentence", coding_.reading.sentences[event_.sentence].words.size() > long_sentence);
  }

  std::uint32_t head(std::int32_t mention) const { return coding_.actors.mentions[static_cast<std::size_t>(mention)].head; }

  bool is_pronoun(std::int32_t mention) const {
    return coding_.actors.mentions[static_cast<std::size_t>(mention)].kind == MentionKind::pronoun;
  }

  bool is_first_person(std::int32_t mention) const { return is_pronoun(mention) && feature(syntax_.word(head(mention)), "Person") == "1"; }

  bool is_named(std::int32_t mention) const { return coding_.actors.mentions[static_cast<std::size_t>(mention)].kind == MentionKind::name; }

  // `the report of the ministry`, `the state's law`: named in the phrase that fills the role, whose own head is no actor.
  bool is_inside(std::int32_t mention) const {
    auto at = head(mention);
    while (syntax_.relation(at) == "conj" && syntax_.head(at) != no_word) at = static_cast<std::uint32_t>(syntax_.head(at));
    if (syntax_.head(at) == no_word || static_cast<std::uint32_t>(syntax_.head(at)) == finding_.trigger) return false;
    return is_one_of(syntax_.relation(at), {"nmod", "compound", "amod"}) &&
           syntax_.is_nominal(static_cast<std::uint32_t>(syntax_.head(at)));
  }

  // `investors`, `parents`: a plural of nobody in particular.
  bool is_generic(std::int32_t mention) const {
    if (coding_.actors.mentions[static_cast<std::size_t>(mention)].kind != MentionKind::nominal) return false;
    const auto at = head(mention);
    if (syntax_.word(at).xpos != "NNS") return false;
    for (const auto c : syntax_.children(at))
      if (is_one_of(syntax_.relation(c), {"det", "nummod"}) || syntax_.label(c) == "nmod:poss") return false;
    return true;
  }

  // Known for what they are, and none of those whom politics is made of.
  static bool is_civil(const Entity& who) {
    return !who.roles.empty() && std::all_of(who.roles.begin(), who.roles.end(), [](const std::string& role) {
      return is_one_of(role, {"CVL", "BUS", "EDU", "MED", "JRN", "HLH", "REL", "SOC", "LAB", "AGR", "ELI", "CRM"});
    });
  }

  // Parties, candidates, lawmakers, the press: much of what is said of them is said figuratively.
  static bool speaks(const Entity& who) {
    return std::any_of(who.roles.begin(), who.roles.end(), [](const std::string& role) {
      return role == "PTY" || role == "ELI" || role == "LEG" || role == "MED" || role == "JRN";
    });
  }

  const EventKnowledge& knowledge_;
  const Coding& coding_;
  const Syntax& syntax_;
  const Finding& finding_;
  Event& event_;
};

}  // namespace

std::vector<std::string_view> confidence_signs() { return {signs.begin(), signs.end()}; }

void set_confidence(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, const Finding& finding, Event& event) {
  event.signs.clear();
  Signs(knowledge, coding, syntax, finding, event).collect();
  double sum = 0;
  for (const std::string& sign : event.signs)
    if (const auto weight = knowledge.confidence.find(sign); weight != knowledge.confidence.end()) sum += weight->second;
  event.confidence = 1 / (1 + std::exp(-sum));
}

}  // namespace demarche
