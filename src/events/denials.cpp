#include "events/denials.h"

#include <algorithm>

#include "text/words.h"

namespace demarche {
namespace {

constexpr std::uint32_t longest_reference = 5;  // words of `all of the new allegations`

// Words for what somebody says of others; a denial of `the report` denies what it says.
bool is_word_for_a_claim(std::string_view lemma) {
  return is_one_of(lemma, {"claim", "allegation", "accusation", "charge", "assertion", "report", "suggestion", "account", "insinuation",
                           "contention", "rumor", "rumour", "statement", "version"});
}

// `this`, `that`, `it`, `which`, `the allegations`, `those claims`, `any such charge`; but not `a report` of which nothing was said before,
// nor claims that are told with them.
bool points_back(const Syntax& syntax, WordRange words) {
  if (words.empty() || words.size() > longest_reference) return false;
  const auto head = head_of(syntax.reading(), words);
  const Word& word = syntax.word(head);
  if (word.upos == Upos::PRON || word.upos == Upos::DET)
    return is_one_of(syntax.lemma(head), {"this", "that", "it", "which", "these", "those", "they"}) || same_word(word.form, "them");
  if (!is_word_for_a_claim(syntax.lemma(head))) return false;
  for (const auto c : syntax.children(head)) {
    if (words.contains(c)) continue;
    if (is_one_of(syntax.relation(c), {"acl", "ccomp", "nmod"})) return false;
  }
  for (const auto c : syntax.children(head))
    if (syntax.relation(c) == "det" && is_one_of(syntax.lemma(c), {"the", "that", "this", "these", "those", "all", "any", "both", "such"}))
      return true;
  return false;
}

bool is_negated(const Syntax& syntax, std::uint32_t predicate) {
  for (const auto c : syntax.children(predicate))
    for (const std::string_view no : {"not", "n't", "n’t", "never", "hardly", "no"})
      if (same_word(syntax.word(c).form, no)) return true;
  return false;
}

// `is false`, `is a lie`, `was not true`, `is not the case`
bool says_it_is_untrue(const Syntax& syntax, std::uint32_t predicate) {
  if (syntax.child(predicate, "cop") == no_word) return false;
  const auto lemma = syntax.lemma(predicate);
  const bool negated = is_negated(syntax, predicate);
  if (is_one_of(lemma, {"true", "case", "correct", "accurate", "fact", "truth"})) return negated;
  return !negated && is_one_of(lemma, {"false", "untrue", "incorrect", "inaccurate", "lie", "fiction", "fabrication", "invention", "hoax",
                                       "nonsense", "myth", "falsehood", "baseless", "groundless", "unfounded"});
}

// `no evidence`, `no truth`
bool is_lacking_proof(const Syntax& syntax, std::uint32_t noun) {
  if (!is_one_of(syntax.lemma(noun), {"evidence", "proof", "indication", "sign", "truth", "basis", "suggestion"})) return false;
  for (const auto c : syntax.children(noun))
    if (c < noun && same_word(syntax.word(c).form, "no")) return true;
  return false;
}

bool may_be_denied(const Statement& statement) {
  return !statement.content.empty() && is_one_of(name_of(statement.act), {"say", "claim", "accuse", "warn", "announce", "report", "suggest",
                                                                          "believe", "criticize", "know", "predict"});
}

// `Mali said this was a lie`, `“That is not true,” he said`: the words for what is called so; empty for other statements.
WordRange called_untrue(const Syntax& syntax, const Statement& statement) {
  constexpr std::uint32_t longest = 10;  // words
  const WordRange words = statement.content.front();
  if (statement.negated || words.empty() || words.size() > longest || !may_be_denied(statement)) return {};
  const auto head = head_of(syntax.reading(), words);
  const auto subject = says_it_is_untrue(syntax, head) ? syntax.child(head, "nsubj") : no_word;
  if (subject == no_word || !words.contains(static_cast<std::uint32_t>(subject))) return {};
  const WordRange about = subtree(syntax.tree(), static_cast<std::uint32_t>(subject));
  return points_back(syntax, about) ? about : WordRange{};
}

}  // namespace

bool is_called_untrue(const Syntax& syntax, std::uint32_t trigger) {
  auto node = trigger;
  for (int step = 0; step < longest_chain; ++step) {
    const auto up = syntax.head(node);
    if (up == no_word) return false;
    const auto head = static_cast<std::uint32_t>(up);
    const auto kind = syntax.relation(node);
    if (!is_one_of(kind, {"ccomp", "csubj", "acl", "advcl"})) {
      if (!is_one_of(kind, {"conj", "xcomp", "obj", "nmod", "obl", "nsubj"}) || syntax.is_finite(node)) {
        if (kind != "conj") return false;
      }
      node = head;
      continue;
    }
    // The clause, and what is said of it.
    if (!is_one_of(syntax.marker(node), {"that", "of"})) return false;
    if (says_it_is_untrue(syntax, head) || is_lacking_proof(syntax, head)) return true;
    if (kind == "acl" && is_word_for_a_claim(syntax.lemma(head)) && syntax.relation(head) == "nsubj" && syntax.head(head) != no_word)
      return says_it_is_untrue(syntax, static_cast<std::uint32_t>(syntax.head(head)));
    // `no truth in reports that …`
    if (kind == "acl" && is_word_for_a_claim(syntax.lemma(head)) && syntax.relation(head) == "nmod" && syntax.head(head) != no_word)
      return is_lacking_proof(syntax, static_cast<std::uint32_t>(syntax.head(head)));
    // `There was no evidence, she said, that …`
    for (const auto c : syntax.children(head))
      if (const auto subject = c < node && syntax.relation(c) == "ccomp" ? syntax.child(c, "nsubj") : no_word; subject != no_word)
        if (is_lacking_proof(syntax, static_cast<std::uint32_t>(subject))) return true;
    return false;
  }
  return false;
}

bool denies(const Statement& statement) { return statement.act == Act::deny && !statement.negated; }

std::vector<Denial> find_denials(const Coding& coding, const Syntax& syntax) {
  std::vector<Denial> result;
  const auto count = static_cast<std::uint32_t>(std::min(coding.statements.size(), coding.actors.statement_source.size()));
  for (std::uint32_t i = 0; i < count; ++i) {
    const Statement& denial = coding.statements[i];
    if (denial.content.size() != 1) continue;
    const WordRange words = denies(denial) ? denial.content.front() : called_untrue(syntax, denial);
    if (words.empty() || words.size() > longest_reference || words.first == 0) continue;
    const auto sentence = syntax.word(words.first).sentence;
    const auto denier = speaker_index(coding.actors, i);
    const auto by_another = [&](std::uint32_t j) {
      return may_be_denied(coding.statements[j]) && (denier == no_entity || speaker_index(coding.actors, j) != denier);
    };
    // Statements stand in text order: what it denies is not far.
    constexpr std::uint32_t farthest = 64;
    const auto from = i > farthest ? i - farthest : 0, to = std::min(count, i + farthest);
    // Right before it: `Chad said …, a claim that Mali denied`.
    bool found = false;
    for (std::uint32_t j = from; j < to; ++j) {
      const Statement& said = coding.statements[j];
      if (j == i || !by_another(j)) continue;
      const auto end = said.content.back().last;
      if (end > words.first || end + 2 < words.first || syntax.word(said.content.back().first).sentence != sentence) continue;
      result.push_back({i, j});
      found = true;
    }
    if (found || !points_back(syntax, words)) continue;
    // Else what the last one before said, in its sentence or the one before that.
    std::int32_t nearest = -1;
    std::uint32_t latest = 0;
    for (std::uint32_t j = from; j < to; ++j) {
      const Statement& said = coding.statements[j];
      if (j == i || !may_be_denied(said) || said.content.back().last > words.first) continue;
      if (said.cue && denial.cue && said.cue->first >= denial.cue->first) continue;
      const auto last = said.content.back().last;
      if (nearest < 0 || last > latest) nearest = static_cast<std::int32_t>(j), latest = last;
    }
    if (nearest < 0) continue;
    const auto said_in = syntax.word(latest - 1).sentence;
    if (sentence - said_in > 1 || !by_another(static_cast<std::uint32_t>(nearest))) continue;
    // What it stands in or holds is said with it, by him or by others.
    for (std::uint32_t j = from; j < to; ++j)
      if (j != i && by_another(j) && coding.statements[j].content.back().last == latest) result.push_back({i, j});
  }
  return result;
}

}  // namespace demarche
