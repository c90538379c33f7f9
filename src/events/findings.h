// Events while they are being found. Inside of events/ only.
#pragma once

#include <cstdint>
#include <vector>

#include "coding.h"
#include "events/arguments.h"
#include "events/knowledge.h"
#include "events/modality.h"
#include "events/syntax.h"
#include "typing/pair_network.h"

namespace demarche {

inline constexpr std::uint32_t no_predicate = 0xffffffff;

// A predicate that was found with its arguments, before it is spelled out as one event per source.
struct Finding {
  std::uint32_t trigger = 0;  // word
  std::uint32_t anchor = 0;   // word at which voices, time and place are looked for: the trigger, or a cue that makes the deed
  WordRange words;            // the trigger as it is to be shown
  PredicateKind kind = PredicateKind::verb;
  std::uint32_t predicate = no_predicate;  // index in EventKnowledge::predicates; none for what the network proposed
  std::uint8_t type = no_type;
  std::string mode, cameo;
  std::vector<std::string> contexts;
  std::optional<double> goldstein;
  Composition composition = Composition::none;
  Arguments arguments;
  Reality reality;
  std::string rule, score, runner_up;
  std::uint32_t composed_by = 0;  // line of data/ontology/composition.tsv that gave the code; 0 where none did
  std::string composed_of;        // rule of the deed that was agreed to, refused, threatened or demanded
  bool dropped = false;
};

struct LexiconMatches {
  std::vector<Finding> findings;  // every predicate with an actor, in text order
  std::vector<bool> no_event;     // by word: the entry that decides says that this is no event, with the words that it names
};
LexiconMatches match_lexicon(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, const ArgumentFinder& arguments);
// Who is said to attack or fight, and does so with words: a criticism, or nothing at all.
void read_figuratively(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, std::vector<Finding>& findings);
// Does the sentence show that the violence is real: weapons, victims, those who bear arms, a country or place?
bool shows_violence(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, const Finding& finding);
// What predicates mean together: agreed to send, refused to meet, will attack; see data/ontology/composition.tsv.
void compose(const EventKnowledge& knowledge, const Syntax& syntax, const ArgumentFinder& arguments, std::vector<Finding>& findings);
// Is the word not of the statement's own clauses, but of what others say inside of it?
bool is_told_inside(const Coding& coding, std::size_t statement, std::uint32_t word);
// What somebody says that others must or should do is a demand of his.
void find_demands(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, const ArgumentFinder& arguments,
                  std::vector<Finding>& findings);
// What somebody says that somebody else is may blame him: `Brandt is a liar, Novak said`.
void find_verdicts(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, const ArgumentFinder& arguments,
                   std::vector<Finding>& findings);
// Takes out what is only asked about, cannot be, or is said of nobody.
void drop_unsaid(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, std::vector<Finding>& findings);
// A verb or noun between two placed actors for whom the lexicon has found no deed, and does not say that there is none.
struct Question {
  std::uint32_t trigger;
  std::int32_t source, target;  // mentions
};
// In text order.
std::vector<Question> open_questions(const Coding& coding, const Syntax& syntax, const ArgumentFinder& arguments,
                                     const LexiconMatches& matches);
// Adds what the pair network says of the questions to the findings, where it is sure.
void add_answers(const EventKnowledge& knowledge, const Syntax& syntax, const std::vector<Question>& questions, const PairTypes& types,
                 std::vector<Finding>& findings);
// What becomes of a deed by its CAMEO code, by the longest first digits that have a row; nullptr for nothing.
const CompositionRow* composition_of(const EventKnowledge& knowledge, std::string_view cameo);
// Gives the finding another CAMEO code, and the type, mode and contexts that the code stands for.
bool set_code(const EventKnowledge& knowledge, std::string_view code, Finding& finding);

}  // namespace demarche
