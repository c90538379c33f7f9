// What somebody says that somebody is, and thereby thinks of him: the classes `insult`, `merit`, `post`, `fine`, `poor` and `virtue`.
#include <algorithm>

#include "events/stances.h"
#include "text/words.h"

namespace demarche {
namespace {

bool is_one_of_them(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t word, std::string_view name) {
  const auto found = knowledge.classes.find(name);
  if (found == knowledge.classes.end()) return false;
  const auto& members = found->second;
  return std::find(members.begin(), members.end(), syntax.lemma(word)) != members.end();
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

}  // namespace

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
  const auto subject = syntax.child(word, "nsubj");
  if (subject == no_word) return verdict;
  verdict.subject = syntax.antecedent(static_cast<std::uint32_t>(subject));
  verdict.sign = by_word(knowledge, syntax, word);
  if (verdict.sign == 0 && upos == Upos::NOUN && is_one_of_them(knowledge, syntax, word, "post"))
    verdict.sign = by_modifiers(knowledge, syntax, word);
  return verdict;
}

}  // namespace demarche
