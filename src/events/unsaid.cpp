// Findings that the text does not say to have happened, for all that their words are there: nobody does them, they are only asked about,
// or cannot be.
#include <algorithm>

#include "events/findings.h"
#include "text/words.h"

namespace demarche {
namespace {

// Deeds that are told without their doer, as nouns: `criticism of the army`, `an attack on the town`, `protests against the king`. Of a
// call, a meeting or help of nobody in particular nothing has been said.
bool is_told_by_its_victim(const EventType& type) {
  return is_one_of(type.name, {"ACCUSE", "ASSAULT", "COERCE", "PROTEST", "SANCTION", "RETREAT"});
}

// `Both ordered a retreat`, `it might ask for help`: somebody does, though nobody knows who.
bool has_open_doer(const Syntax& syntax, std::uint32_t verb) {
  const auto subject = syntax.surface_subject(verb);
  if (subject == no_word) return syntax.child(verb, "expl") != no_word;  // a parser's guess that `it` is nobody
  const auto form = syntax.word(static_cast<std::uint32_t>(subject)).form;
  for (const std::string_view who :
       {"he",  "she",     "it",  "they",  "we",      "i",    "both",   "some",     "many",      "most",    "others",
        "all", "several", "few", "those", "neither", "none", "nobody", "everyone", "everybody", "someone", "somebody"})
    if (same_word(form, who)) return true;
  return syntax.word(static_cast<std::uint32_t>(subject)).upos == Upos::NUM;
}

bool without_its_doer(const EventKnowledge& knowledge, const Syntax& syntax, const Finding& finding) {
  if (!finding.arguments.sources.empty()) return false;
  const EventType& type = knowledge.types[finding.type];
  if (finding.kind == PredicateKind::noun) return !is_told_by_its_victim(type);
  if (finding.kind == PredicateKind::adjective) return true;
  // `an order to arrest the rebels`: to be done by whoever is asked.
  if (finding.reality.modality == Modality::demanded) return false;
  // `the king was briefed`, `as agreed`: what two do together says nothing of one.
  // … but `the allies were not consulted` says what was not done to them.
  if (syntax.is_passive(finding.trigger) && is_one_of(type.name, {"AGREE", "CONSULT", "COOPERATE"}))
    return !(type.name == "CONSULT" || syntax.lemma(finding.trigger) == "invite") || !finding.reality.negated ||
           finding.arguments.targets.empty();
  if (syntax.is_passive(finding.trigger) || has_open_doer(syntax, finding.trigger)) return false;
  // `a bomb killed twelve soldiers`, `killing twelve soldiers`; but `to kill them`, `don't kill them` says of nobody that he does.
  if (type.name != "ASSAULT") return true;
  return !syntax.is_finite(finding.trigger) && syntax.word(finding.trigger).xpos != "VBG" && syntax.word(finding.trigger).xpos != "VBN";
}

// `Did Iran attack the ship?`: a question that yes or no would answer says nothing. `Why did Iran attack the ship?` does.
bool is_asked(const Syntax& syntax, const Finding& finding) {
  const auto& reading = syntax.reading();
  const WordRange sentence = reading.sentences[reading.words[finding.trigger].sentence].words;
  bool asks = false;
  for (auto i = sentence.last; i > sentence.first && i + 3 > sentence.last; --i) asks |= reading.words[i - 1].form == "?";
  if (!asks) return false;
  auto clause = finding.trigger;
  for (int step = 0; step < 4 && syntax.head(clause) != no_word && is_one_of(syntax.relation(clause), {"xcomp", "conj", "obj"}); ++step)
    clause = static_cast<std::uint32_t>(syntax.head(clause));
  std::uint32_t auxiliary = 0, subject = 0;
  bool what = false;
  for (const auto c : syntax.children(clause)) {
    const auto tag = syntax.word(c).xpos;
    what |= tag == "WRB" || tag == "WP" || tag == "WDT" || tag == "WP$";
    if ((syntax.relation(c) == "aux" || syntax.relation(c) == "cop") && auxiliary == 0) auxiliary = c + 1;
    if (syntax.relation(c) == "nsubj") subject = c + 1;
  }
  return auxiliary != 0 && subject > auxiliary && !what;
}

// `“Who gave the order?” the senator demanded`: the cues of questions, in text order, are ways of speaking and nothing else.
WordList questions_put(const Coding& coding) {
  WordList cues;
  for (const Statement& statement : coding.statements) {
    if (!statement.direct || !statement.cue || statement.content.empty()) continue;
    const auto last = statement.content.back().last;
    for (auto i = last; i > statement.content.back().first && i + 2 > last; --i)
      if (coding.reading.words[i - 1].form == "?")
        for (auto cue = statement.cue->first; cue < statement.cue->last; ++cue) cues.push_back(cue);
  }
  std::sort(cues.begin(), cues.end());
  return cues;
}

}  // namespace

void drop_unsaid(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, std::vector<Finding>& findings) {
  const auto questions = questions_put(coding);
  std::erase_if(findings, [&](const Finding& finding) {
    if (std::binary_search(questions.begin(), questions.end(), finding.trigger)) return true;
    // `cannot blame them`, `might not attack`: neither done nor meant.
    const bool cannot_be = finding.reality.negated && finding.reality.modality == Modality::possible;
    return cannot_be || without_its_doer(knowledge, syntax, finding) || is_asked(syntax, finding);
  });
}

}  // namespace demarche
