// The ontology and the lexicon of predicates as loaded from data/ontology and data/lexicon. Inside of events/ only.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "events/events.h"
#include "reader/reading.h"

namespace demarche {

struct Table;
struct TableRow;

inline constexpr std::uint8_t no_type = 255;

struct EventType {
  std::string name, quad;
  double intensity = 0;
  bool needs_target = false;
  std::string cameo;  // the code that says no more than the type
};

// What a CAMEO code means in PLOVER.
struct CameoCode {
  std::string code;
  std::uint8_t type = no_type;
  std::string mode;
  std::vector<std::string> contexts;
  std::optional<double> goldstein;
};

// One step to find an argument from its predicate (data/lexicon/README.md names them all).
enum class RoleKind : std::uint8_t {
  subject,         // who acts, whatever the voice
  object,          // what is acted on
  indirect,        // to whom: gave them aid
  preposition,     // head of a phrase with this preposition
  between,         // between A and B: A as source, B as target
  possessor,       // Russia's support, his call
  adjective,       // Russian support, a Saudi-led strike
  support,         // who holds the talks, launches the attack
  receiver,        // who faced the criticism, came under attack
  host,            // subject of the clause that the noun stands in: arrived for talks
  hands,           // at the hands of
  clause_subject,  // of its complement clause: demanded that he go
  clause,          // any actor in its complement clause but the subject
  owner,           // who belongs to its object: rejected Iran's offer
  any              // any actor below it
};

struct Role {
  RoleKind kind = RoleKind::subject;
  std::string preposition;
};

struct Frame {
  std::string name;
  std::vector<Role> source, target;  // tried in order: the first that leads to an actor counts
  bool source_required = false, target_required = false;
  bool reciprocal = false;  // coordinated sources act upon each other
};

enum class ConditionKey : std::uint8_t {
  subject,
  object,
  indirect,
  preposition,
  modifier,
  clause,
  infinitive,
  support,
  passive,
  possessor,
  next
};

// What must hold of a predicate's dependents for an entry to apply.
struct Condition {
  ConditionKey key = ConditionKey::object;
  std::string preposition;
  bool forbidden = false;                                      // must not hold
  bool actor = false;                                          // the dependent must be or hold an actor
  bool person = false;                                         // the dependent must be called by the name of a person
  bool country = false;                                        // the dependent must be a country
  bool blame = false, praise = false;                          // it speaks ill or well of whomever it is said of: a liar, a fine leader
  bool quoted = false;                                         // a noun or adjective that stands in quotation marks
  bool anything = false;                                       // its presence is enough
  std::vector<std::string> lemmas;                             // sorted; classes are spelled out
  std::vector<std::string> sectors;                            // GOV, PTY: an actor with one of these roles
  std::vector<std::pair<std::string, std::string>> compounds;  // modifier and head: mediation_effort
};

enum class PredicateKind : std::uint8_t { verb, noun, adjective };
inline constexpr std::size_t predicate_kinds = 3;

// How an entry takes part in what its complement means.
enum class Composition : std::uint8_t {
  none,
  commits,    // agree to V, promise to V: an agreement, or a threat where V is hostile; V is no event of its own
  refuses,    // refuse to V: V is no event of its own
  threatens,  // threaten to V: a threat of V where V is hostile; V is no event of its own
  warns       // its target or its own deed must be named: warned that it would retaliate
};

// One line of the lexicon.
struct Predicate {
  std::string id;  // `accuse#2`: the lemma and which of its lines
  std::string lemma, particle;
  std::vector<Condition> conditions;
  std::uint32_t frame = 0;
  bool no_event = false;
  std::uint8_t type = no_type;
  std::string mode, cameo;
  std::vector<std::string> contexts;
  std::optional<double> goldstein;
  Composition composition = Composition::none;
  int specificity = 0;
  std::uint32_t line = 0;  // in the file of its part of speech: data/lexicon/verbs.tsv
};

struct LemmaHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <typename Value>
using LemmaMap = std::unordered_map<std::string, Value, LemmaHash, std::equal_to<>>;

// What a governing word does to the reality of what it governs.
enum class Effect : std::uint8_t { none, intended, attempted, committed, demanded, possible, negated, pass, caused };

struct Governor {
  std::string relation;  // clause, object, subject, modifier, or a preposition
  Effect effect = Effect::none;
};

// What a CAMEO code becomes inside of another one: data/ontology/composition.tsv. Empty where nothing becomes of it.
struct CompositionRow {
  std::string intended, refused, demanded;
  std::uint32_t line = 0;
};

struct ContextTrigger {
  std::uint8_t context = 0;
  std::vector<std::string> rest;  // further lemmas that must follow; empty for single words
};

// One line of data/ontology/mode_words.tsv.
enum class ModeWhere : std::uint8_t { trigger, clause, content, source };
struct ModeWords {
  std::uint8_t type = no_type;
  bool any_from = false;
  std::vector<std::string> from;  // modes that it may replace; empty string: none
  std::string mode;
  std::vector<std::string> triggers;  // empty: any
  ModeWhere where = ModeWhere::clause;
  std::vector<std::vector<std::string>> phrases;  // sectors for `source`; none for `trigger`
};

// A word that sets two against each other (−1) or together (+1): data/lexicon/stances.tsv.
struct StanceWord {
  PredicateKind kind = PredicateKind::verb;
  int sign = 1;
  Predicate predicate;  // its conditions alone
};

// What a word says of where somebody stands on an issue: data/lexicon/issues.tsv.
struct IssueWord {
  bool deed = false;  // else an attitude
  int sign = 1;
  std::vector<std::string> relations;  // `object` or a preposition
};

struct EventKnowledge {
  std::vector<EventType> types;
  LemmaMap<double> mode_intensity;  // key: `TYPE mode`
  LemmaMap<CameoCode> cameo;
  LemmaMap<CompositionRow> composition;  // by CAMEO code or its first digits
  LemmaMap<std::vector<std::string>> classes;
  std::vector<ModeWords> mode_words;    // in the file's order
  std::vector<std::string> quantities;  // sorted: nouns that count what is named behind them (hundreds of troops); the class `quantity`
  std::vector<std::string> undergoing;  // sorted: nouns for whom something is done to (the target of an attack); the class `undergoing`
  // Sorted: nouns that ask somebody to do something, and verbs of whoever is asked; the classes `addressed` and `answer`.
  std::vector<std::string> addressed, answers;
  // Sorted: verbs and nouns with which `to` names the place where they lead, `on` that which they are aimed at; the classes `whither` and
  // `onto`.
  std::vector<std::string> whither, onto;
  // Sorted: nouns for those who stand nowhere, and nouns that are no issue; the classes `no_holder` and `no_issue`.
  std::vector<std::string> no_holders, no_issues;
  // Sorted: last words of names for what nobody is (`Brexit`, `Iraq War`); the class `named_issue`.
  std::vector<std::string> named_issues;
  // Sorted: verbs and nouns behind which stands what somebody is said to have done, by those who accuse him; the class `charging`.
  std::vector<std::string> charging;
  // Sorted: deeds whose victim is not who is condemned for them, when he stands behind *on*, *against* and the like, behind *of*, or as
  // their owner (*his* arrest); the classes `attack`, `suffered` and `undergone`.
  std::vector<std::string> attacks, suffered, undergone;
  // Sorted: verbs whose participle tells what came of the clause before it (closed the port, *forcing* …); the class `resulting`.
  std::vector<std::string> resulting;
  // Sorted: nouns of feelings for those to whom something has happened, which nobody doubts; the class `mourning`.
  std::vector<std::string> mourning;
  // Sorted: verbs whose object is not there before; the class `created`.
  std::vector<std::string> creating;
  // Sorted: what is imposed, and till then only wished for; the class `measure`.
  std::vector<std::string> measures;
  // Sorted: what is seized, and what is hostile without being an attack; the classes `territory` and `hostility`.
  std::vector<std::string> territories, hostilities;
  // Sorted: what letters do; the class `writing`.
  std::vector<std::string> writing;
  // Sorted: words that show real violence, deeds that words do as well, verbs that show that words did them (attacked her, *calling* …),
  // and fights that are none between those who fight with words; the classes `physical`, `verbal_attack`, `in_words` and `contest`.
  std::vector<std::string> physical, verbal_attacks, in_words, contests;
  // Sorted: verbs of what is aimed at, and not hit unless the sentence shows it; the class `aiming`.
  std::vector<std::string> aiming;
  // Sorted: verbs by which a deed of nobody in particular is told (protests *erupted*); the class `happening`.
  std::vector<std::string> happening;
  // Sorted: verbs that show the same of a politician's attack that they are joined to; the class `reproach`.
  std::vector<std::string> reproaches;
  // Sorted: nouns with a hyphen that the classes and entries name (`sit-in`); tokens are their parts.
  std::vector<std::string> hyphenated;
  std::vector<Frame> frames;
  std::vector<Predicate> predicates;
  std::array<LemmaMap<std::vector<std::uint32_t>>, predicate_kinds> by_lemma;  // most specific first
  LemmaMap<bool> support_verbs;                                                // value: its subject does it (else it is done to him)
  LemmaMap<std::string> control;  // verbs whose complement's subject is not their object: role name
  std::array<LemmaMap<std::vector<Governor>>, predicate_kinds> governors;
  LemmaMap<std::vector<ContextTrigger>> context_triggers;  // by first lemma
  std::vector<std::string> contexts;
  LemmaMap<double> confidence;  // weights of the signs of confidence, in logits
  LemmaMap<std::vector<StanceWord>> stance_words;
  std::array<LemmaMap<std::vector<IssueWord>>, predicate_kinds> issue_words;
  std::uint32_t fallback_frame = 0;

  std::uint8_t type_of(std::string_view name) const;
};

double intensity_of(const EventKnowledge& knowledge, std::uint8_t type, std::string_view mode);
bool is_hostile(const EventType& type);      // material conflict
bool is_cooperative(const EventType& type);  // either cooperation

// The parts of loading, in order. All throw std::runtime_error naming file and line.
void load_ontology(const std::filesystem::path& data_folder, EventKnowledge& knowledge);
void load_lexicon(const std::filesystem::path& data_folder, EventKnowledge& knowledge);
void load_modality(const std::filesystem::path& data_folder, EventKnowledge& knowledge);
void load_confidence(const std::filesystem::path& data_folder, EventKnowledge& knowledge);
// A number from -10 to 10; throws the row's error.
double scale_value(const Table& table, const TableRow& row, std::string_view text);
void load_mode_words(const std::filesystem::path& data_folder, EventKnowledge& knowledge);
void load_stances(const std::filesystem::path& data_folder, EventKnowledge& knowledge);
void load_contexts(const std::filesystem::path& data_folder, EventKnowledge& knowledge);

}  // namespace demarche
