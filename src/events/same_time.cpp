#include "events/same_time.h"

#include <algorithm>

#include "text/words.h"

namespace demarche {
namespace {

// A child of the clause before its verb with this form, or no_word: conjunctions and relative adverbs hang on the verb in either way.
std::int32_t opening(const Syntax& syntax, std::uint32_t clause, std::string_view form) {
  for (const auto c : syntax.children(clause))
    if (c < clause && is_one_of(syntax.relation(c), {"mark", "advmod"}) && same_word(syntax.word(c).form, form))
      return static_cast<std::int32_t>(c);
  return no_word;
}

bool stands_behind_comma(const Syntax& syntax, std::uint32_t first) { return first > 0 && syntax.word(first - 1).form == ","; }

// Of the clause, its punctuation left aside.
std::uint32_t first_word(const Syntax& syntax, std::uint32_t clause) {
  auto first = clause;
  for (int step = 0; step < longest_chain; ++step) {
    auto least = first;
    for (const auto c : syntax.children(first))
      if (c < least && syntax.word(c).upos != Upos::PUNCT) least = c;
    if (least == first) break;
    first = least;
  }
  return first;
}

// The measure of `hours after rockets fell`, `months before he fled`, `shortly after`: its lemma, or empty.
std::string_view measure_of(const Syntax& syntax, std::uint32_t clause) {
  const auto is_measure = [&](std::uint32_t word) {
    return is_one_of(syntax.lemma(word), {"hour", "minute", "moment", "second", "shortly", "immediately", "soon", "just", "right", "week",
                                          "month", "year", "decade", "long"});
  };
  const auto first = first_word(syntax, clause);
  for (const auto c : syntax.children(clause))
    if (c < clause && is_measure(c)) return syntax.lemma(c);
  for (const auto at : {first, first == 0 ? first : first - 1})
    if (is_measure(at)) return syntax.lemma(at);
  return {};
}

}  // namespace

bool is_simple_past(const Syntax& syntax, std::uint32_t verb) {
  bool passive = false;
  for (const auto c : syntax.children(verb)) {
    if (syntax.relation(c) != "aux") continue;
    if (syntax.label(c) != "aux:pass" || !is_one_of(syntax.word(c).form, {"was", "were", "got"})) return false;
    passive = true;
  }
  const auto tag = syntax.word(verb).xpos;
  if (tag == "VBN" && !passive && syntax.relation(verb) == "conj" && syntax.head(verb) != no_word)  // `was beaten and killed`
    return is_simple_past(syntax, static_cast<std::uint32_t>(syntax.head(verb)));
  return tag == "VBD" || (tag == "VBN" && passive);
}

bool has_day_of_what_it_hangs_on(const Syntax& syntax, std::uint32_t clause, bool is_long) {
  if (!is_simple_past(syntax, clause) || syntax.head(clause) == no_word) return false;
  if (syntax.label(clause) == "acl:relcl") {
    const auto where = opening(syntax, clause, "where");
    if (where == no_word || !stands_behind_comma(syntax, static_cast<std::uint32_t>(where))) return false;
    const auto main = syntax.clause_head(static_cast<std::uint32_t>(syntax.head(clause)));
    return main != no_word && is_simple_past(syntax, static_cast<std::uint32_t>(main));
  }
  if (syntax.relation(clause) != "advcl") return false;
  const bool is_after = opening(syntax, clause, "after") != no_word;
  if (!is_after && opening(syntax, clause, "before") == no_word) return false;
  const auto measure = measure_of(syntax, clause);
  if (is_one_of(measure, {"week", "month", "year", "decade", "long"})) return false;
  return !measure.empty() || (is_after && is_long);
}

std::int32_t told_noun(const Syntax& syntax, std::uint32_t clause) {
  if (syntax.label(clause) != "acl:relcl" || !is_simple_past(syntax, clause) || syntax.head(clause) == no_word) return no_word;
  for (const auto c : syntax.children(clause)) {
    if (c > clause || !is_one_of(syntax.word(c).form, {"which", "that"})) continue;
    if (syntax.relation(c) == "nsubj") return syntax.head(clause);
    for (const std::string_view preposition : {"in", "during", "at"})
      if (syntax.has_marker(c, preposition)) return syntax.head(clause);
  }
  return no_word;
}

bool tells_when(const Syntax& syntax, std::uint32_t clause) {
  if (syntax.relation(clause) != "advcl" || syntax.head(clause) == no_word) return false;
  if (!is_simple_past(syntax, static_cast<std::uint32_t>(syntax.head(clause)))) return false;
  const bool behind_comma = stands_behind_comma(syntax, first_word(syntax, clause));
  // `Speaking in Oslo on Monday, the minister …`
  if (syntax.word(clause).xpos == "VBG" && static_cast<std::int32_t>(clause) < syntax.head(clause))
    return syntax.marker(clause).empty() && is_one_of(syntax.lemma(clause), {"speak", "appear", "testify", "address", "talk", "campaign",
                                                                             "arrive", "visit", "tour", "write"});
  if (syntax.word(clause).xpos == "VBG")
    return !behind_comma && clause > static_cast<std::uint32_t>(syntax.head(clause)) && syntax.marker(clause).empty() &&
           opening(syntax, clause, "when") == no_word;
  if (!is_simple_past(syntax, clause)) return false;
  return opening(syntax, clause, "when") != no_word || opening(syntax, clause, "as") != no_word ||
         (!behind_comma && opening(syntax, clause, "while") != no_word);
}

}  // namespace demarche
