// Nouns of deeds, and nouns that stand for others: who owns, asks, undergoes, and which verb supports them.
#include <algorithm>

#include "events/syntax.h"
#include "text/words.h"

namespace demarche {
namespace {

// `Russian`, `U.S.`, `NATO` before a noun: whose it is.
bool names_an_owner(const Word& word) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (word.form.size() < 2 || !is_capital(word.form[0])) return false;
  return word.upos == Upos::ADJ || std::all_of(word.form.begin(), word.form.end(), [&](char c) { return is_capital(c) || c == '.'; });
}

}  // namespace

std::int32_t Syntax::noun_subject(std::uint32_t noun) const {
  for (const auto c : children(noun))
    if (label(c) == "nmod:poss") return static_cast<std::int32_t>(c);
  for (const auto c : children(noun))
    if (relation(c) == "nmod" && (has_marker(c, "by") || has_marker(c, "of"))) return static_cast<std::int32_t>(c);
  // `a Russian proposal to hold talks`, `the U.S. decision to leave`
  for (const auto c : children(noun))
    if (c < noun && is_one_of(relation(c), {"amod", "compound"}) && names_an_owner(word(c))) return static_cast<std::int32_t>(c);
  if (head(noun) == no_word) return no_word;
  const auto governor = static_cast<std::uint32_t>(head(noun));
  if (is_one_of(relation(noun), {"obj", "obl", "xcomp"})) {
    // `rejected a plan to send troops`: whose plan it is has not been said.
    if (relation(noun) == "obj" && is_one_of(lemma(governor), {"reject", "oppose", "dismiss", "block", "veto", "criticize", "criticise",
                                                               "condemn", "denounce", "welcome", "praise", "deny", "question"}))
      return no_word;
    WordList who;
    subjects(governor, who);
    if (!who.empty()) return static_cast<std::int32_t>(who.front());
  }
  return child(noun, "nsubj");
}

std::int32_t Syntax::addressee(std::uint32_t noun) const {
  for (const std::string_view preposition : {"on", "to", "for", "upon"}) {
    WordList asked;
    obliques(noun, preposition, asked);
    // `put pressure on Iran to withdraw`
    if (asked.empty() && head(noun) != no_word && relation(noun) == "obj" && preposition != "for") {
      obliques(static_cast<std::uint32_t>(head(noun)), preposition, asked);
      std::erase_if(asked, [&](std::uint32_t one) { return one < noun; });
    }
    if (!asked.empty()) return static_cast<std::int32_t>(asked.front());
  }
  if (head(noun) == no_word) return no_word;
  const auto verb = static_cast<std::uint32_t>(head(noun));
  if (!is_among(verb, knowledge_.answers) || (relation(noun) != "obj" && label(noun) != "nsubj:pass")) return no_word;
  WordList who;
  subjects(verb, who);
  return who.empty() ? no_word : static_cast<std::int32_t>(who.front());
}

bool Syntax::supports(std::uint32_t verb) const {
  const auto found = knowledge_.support_verbs.find(lemma(verb));
  return found != knowledge_.support_verbs.end() && found->second;
}

std::int32_t Syntax::support_verb(std::uint32_t noun) const {
  for (int step = 0; step < longest_chain; ++step) {
    for (const auto c : children(noun))
      if (label(c) == "acl" && is_verb(c) && word(c).xpos == "VBN" && supports(c)) return static_cast<std::int32_t>(c);
    for (const auto c : children(noun)) {
      if (label(c) != "acl:relcl" || !is_verb(c) || !supports(c)) continue;
      WordList what;
      objects(c, what);
      if (!what.empty() && what.front() == noun) return static_cast<std::int32_t>(c);
    }
    if (head(noun) == no_word) return no_word;
    const auto governor = static_cast<std::uint32_t>(head(noun));
    const auto kind = relation(noun);
    // `gave a speech, including an attack on his rival`
    if ((kind == "conj" || (kind == "nmod" && marker(noun) == "include")) && is_nominal(governor)) {
      noun = governor;
      continue;
    }
    if (!is_verb(governor) || !supports(governor)) return no_word;
    if (kind == "obj" || label(noun) == "nsubj:pass") return static_cast<std::int32_t>(governor);
    if (kind == "obl" &&
        (has_marker(noun, "in") || has_marker(noun, "out") || has_marker(noun, "with") || has_marker(noun, "to") ||
         has_marker(noun, "on")) &&
        child(governor, "obj") == no_word)
      return static_cast<std::int32_t>(governor);
    return no_word;
  }
  return no_word;
}

std::int32_t Syntax::receiving_verb(std::uint32_t noun) const {
  for (int step = 0; step < longest_chain && head(noun) != no_word && relation(noun) == "conj"; ++step)
    noun = static_cast<std::uint32_t>(head(noun));
  if (head(noun) == no_word) return no_word;
  const auto governor = static_cast<std::uint32_t>(head(noun));
  const auto found = is_verb(governor) ? knowledge_.support_verbs.find(lemma(governor)) : knowledge_.support_verbs.end();
  if (found == knowledge_.support_verbs.end() || found->second || is_passive(governor)) return no_word;
  const bool object = relation(noun) == "obj" || (relation(noun) == "obl" && has_marker(noun, "under"));
  return object ? static_cast<std::int32_t>(governor) : no_word;
}

std::int32_t Syntax::undergoer(std::uint32_t noun) const {
  for (int step = 0; step < longest_chain && head(noun) != no_word && relation(noun) == "conj"; ++step)
    noun = static_cast<std::uint32_t>(head(noun));
  if (head(noun) == no_word) return no_word;
  const auto what = static_cast<std::uint32_t>(head(noun));
  // `Oman was subject to criticism`, `was subjected to it`
  if (relation(noun) == "obl" && has_marker(noun, "to") && lemma(what) == "subject" && (!is_verb(what) || is_passive(what)))
    return surface_subject(what);
  if (relation(noun) != "nmod" || !has_marker(noun, "of")) return no_word;
  if (!is_among(what, knowledge_.undergoing)) return no_word;
  if (child(what, "cop") != no_word || child(what, "nsubj") != no_word) return surface_subject(what);  // `Oman was the target of …`
  if (head(what) == no_word) return no_word;
  const auto governor = static_cast<std::uint32_t>(head(what));
  if (relation(what) == "appos") return static_cast<std::int32_t>(governor);  // `Oman, a target of …`
  if (relation(what) == "nsubj" && child(governor, "cop") != no_word)
    return static_cast<std::int32_t>(governor);  // `The target of … was Oman`
  // `became the target of`, `remains a target of`
  if (is_one_of(lemma(governor), {"become", "remain", "stay"}) && is_one_of(relation(what), {"xcomp", "obj"}))
    return surface_subject(governor);
  return no_word;
}

bool Syntax::is_charged_apart(std::uint32_t noun) const {
  if (relation(noun) != "conj" || head(noun) == no_word || relation(static_cast<std::uint32_t>(head(noun))) != "obj") return false;
  for (const auto c : children(noun))
    if (label(c) == "acl" && word(c).xpos == "VBG" && has_marker(c, "of")) return true;
  return false;
}

std::uint32_t Syntax::named_by(std::uint32_t what) const {
  if (!same_word(word(what).form, "what")) return what;
  for (const auto clause : children(what)) {
    if (relation(clause) != "acl" || !is_one_of(lemma(clause), {"call", "describe", "term", "label", "dub", "brand", "deem", "see"}))
      continue;
    for (const auto c : children(clause))
      if (c > clause && is_nominal(c) && (is_one_of(relation(c), {"xcomp", "obj"}) || has_marker(c, "as"))) return c;
  }
  return what;
}

std::uint32_t Syntax::counted(std::uint32_t i) const {
  if (!is_among(i, knowledge_.quantities) && word(i).upos != Upos::NUM) return i;
  for (const auto c : children(i))
    if (relation(c) == "nmod" && has_marker(c, "of")) return c;
  return i;
}

}  // namespace demarche
