#include "actors/binding.h"

#include <algorithm>

#include "text/words.h"

namespace demarche {

std::int32_t governor(const Analysis& a, std::uint32_t word) { return a.word(word).head; }

namespace {

// `After meeting Vega's lawyers, she left`: a name within a clause whose subject the pronoun is understood to be is another's (what
// grammars call principle C). Participles that serve as prepositions have no subject: `following Vega's arrest, she …`.
bool stands_in_own_clause(const Analysis& a, std::uint32_t pronoun, std::uint32_t candidate) {
  const std::uint32_t p = a.head(pronoun);
  if (a.actors().mentions[candidate].kind != MentionKind::name || base(a.word(p).deprel) != "nsubj" || a.head(candidate) > p) return false;
  const auto verb = a.word(p).head;
  std::int32_t at = static_cast<std::int32_t>(a.head(candidate));
  for (int step = 0; step < 10 && at != no_word; ++step) {
    const auto clause = static_cast<std::uint32_t>(at);
    at = a.word(clause).head;
    if (at != verb) continue;
    return base(a.word(clause).deprel) == "advcl" && a.word(clause).xpos == "VBG" && a.word(clause).upos == Upos::VERB &&
           child(a.reading, a.tree, clause, "nsubj") == no_word &&
           !is_one_of(a.lemmas[clause], {"follow", "include", "concern", "regard", "consider", "accord", "owe", "depend", "judge", "pend"});
  }
  return false;
}

}  // namespace

bool bound_apart(const Analysis& a, std::uint32_t pronoun, std::uint32_t candidate) {
  const Details& d = a.details[pronoun];
  const std::uint32_t c = a.head(candidate);
  std::uint32_t p = a.head(pronoun);
  const Mention& mention = a.actors().mentions[candidate];
  if (mention.words.contains(p) && !d.relative) return true;  // inside of the candidate's own phrase
  // `Ann Ray, his adviser`: nobody is his own.
  if (d.possessive && governor(a, p) != no_word)
    if (const auto owned = static_cast<std::uint32_t>(governor(a, p));
        (base(a.word(owned).deprel) == "appos" && governor(a, owned) == static_cast<std::int32_t>(c)) ||
        (base(a.word(c).deprel) == "appos" && governor(a, c) == static_cast<std::int32_t>(owned)))
      return true;
  bool partly = false;
  // `Police arrested eleven of them`: a part of them stands where they would.
  if (base(a.word(p).deprel) == "nmod" && preposition(a, p) == "of" && governor(a, p) != no_word)
    if (const auto part = static_cast<std::uint32_t>(governor(a, p));
        a.word(part).upos == Upos::NUM || is_one_of(a.lemmas[part], {"many", "some", "several", "most", "all", "both", "few", "dozen",
                                                                     "hundred", "thousand", "one", "half", "none", "each", "majority"}))
      p = part, partly = true;
  if ((d.possessive && !partly) || d.reflexive) return false;
  if (stands_in_own_clause(a, pronoun, candidate)) return true;
  const auto argument = [&](std::uint32_t word) {
    const std::string_view label = base(a.word(word).deprel);
    return label == "nsubj" || label == "obj" || label == "iobj" || label == "obl" || label == "xcomp";
  };
  // `The party, the NFP, voted against it`: what is joined to a noun or says who it is stands where the noun does.
  std::uint32_t c_place = c;
  const auto joined = [&](std::uint32_t word) { return base(a.word(word).deprel) == "conj" || base(a.word(word).deprel) == "appos"; };
  for (int step = 0; step < 10 && joined(c_place) && governor(a, c_place) != no_word; ++step)
    c_place = static_cast<std::uint32_t>(governor(a, c_place));
  if (!argument(p) || !argument(c_place)) return false;
  if (governor(a, p) == governor(a, c_place)) return true;
  // The subject of `accused him of` reached through coordination, control and clauses without a subject of their own.
  if (a.details[candidate].syntax != Syntax::subject || governor(a, p) == no_word) return false;
  std::uint32_t verb = static_cast<std::uint32_t>(governor(a, p));
  for (int step = 0; step < 4; ++step) {
    if (child(a.reading, a.tree, verb, "nsubj") != no_word) return false;
    const std::string_view label = base(a.word(verb).deprel);
    if ((label != "conj" && label != "xcomp" && label != "advcl") || governor(a, verb) == no_word) return false;
    verb = static_cast<std::uint32_t>(governor(a, verb));
    // `Pompeo urged Maduro to leave him`: the object, not the subject, is the one who leaves
    if (label == "xcomp" && child(a.reading, a.tree, verb, "obj") != no_word) return false;
    if (governor(a, c_place) == static_cast<std::int32_t>(verb)) return true;
  }
  return false;
}

bool agrees(const Details& d, const Group& g) {
  if (d.gender != Gender::unknown) {  // he, she
    if (g.kind != ActorClass::person && g.kind != ActorClass::unknown) return false;
    if (g.number == Number::plural) return false;
    return g.gender == Gender::unknown || g.gender == d.gender;
  }
  if (d.number == Number::plural) {
    if (g.kind == ActorClass::person || g.kind == ActorClass::unknown) return g.number == Number::plural;
    return g.kind != ActorClass::place;
  }
  // it
  if (g.kind == ActorClass::person || g.kind == ActorClass::people) return false;
  return g.number != Number::plural;
}

bool was_subject(const Analysis& a, const Group& g, std::uint32_t sentence) {
  // By the sentence's own mentions, of which there are few, and not by the actor's, of which a book has thousands.
  const auto first =
      std::lower_bound(a.details.begin(), a.details.end(), sentence, [](const Details& cd, std::uint32_t at) { return cd.sentence < at; });
  for (auto cd = first; cd != a.details.end() && cd->sentence == sentence; ++cd) {
    if (cd->group == none || &a.groups[static_cast<std::size_t>(cd->group)] != &g || cd->syntax != Syntax::subject) continue;
    if (is_of_main_clause(a, a.head(static_cast<std::uint32_t>(cd - a.details.begin())))) return true;
  }
  return false;
}

bool owns_subject(const Analysis& a, std::uint32_t m) {
  const auto owned = governor(a, a.head(m));
  return a.details[m].possessive && owned != no_word && is_of_main_clause(a, static_cast<std::uint32_t>(owned));
}

bool is_of_main_clause(const Analysis& a, std::uint32_t subject) {
  if (base(a.word(subject).deprel) != "nsubj" || governor(a, subject) == no_word) return false;
  auto verb = static_cast<std::uint32_t>(governor(a, subject));
  for (int step = 0; step < 4 && base(a.word(verb).deprel) == "conj" && governor(a, verb) != no_word; ++step)
    verb = static_cast<std::uint32_t>(governor(a, verb));
  return governor(a, verb) == no_word;
}

bool same_clause(const Analysis& a, std::uint32_t word, std::uint32_t subject) {
  const auto verb = governor(a, subject);
  std::int32_t at = static_cast<std::int32_t>(word);
  for (int step = 0; step < 12 && at != no_word; ++step) {
    if (at == verb) return true;
    const Word& here = a.word(static_cast<std::uint32_t>(at));
    if (step > 0 && child(a.reading, a.tree, static_cast<std::uint32_t>(at), "nsubj") != no_word) return false;
    at = here.head;
  }
  return false;
}

bool is_made_to_own(const Analysis& a, std::uint32_t pronoun, std::uint32_t object) {
  if (base(a.word(object).deprel) != "obj" || governor(a, object) == no_word) return false;
  std::int32_t at = governor(a, pronoun);
  for (int step = 0; step < 5 && at != no_word; ++step) {
    const auto word = static_cast<std::uint32_t>(at);
    if (base(a.word(word).deprel) == "xcomp" && governor(a, word) == governor(a, object) && word > object) return true;
    if (child(a.reading, a.tree, word, "nsubj") != no_word) return false;
    at = governor(a, word);
  }
  return false;
}

bool owns_an_office(const Analysis& a, std::uint32_t m) {
  const Details& d = a.details[m];
  if (!d.possessive || governor(a, a.head(m)) == no_word) return false;
  const auto owned = a.mention_at(static_cast<std::uint32_t>(governor(a, a.head(m))));
  if (owned == none) return false;
  const auto* noun = a.details[static_cast<std::size_t>(owned)].noun;
  return noun && (noun->office || noun->government || noun->state);
}

bool names_an_office(const Analysis& a, std::uint32_t m) {
  const auto head = a.head(m);
  if (a.actors().mentions[m].kind != MentionKind::nominal || a.word(head).deprel != "nmod:poss" || governor(a, head) == no_word)
    return false;
  return a.knowledge.words.office_of.contains(a.lemmas[head]) && a.lemmas[static_cast<std::uint32_t>(governor(a, head))] == "office";
}

bool goes_on_in_paragraph(const Analysis& a, std::uint32_t m) {
  const Details& d = a.details[m];
  for (std::uint32_t c = m; c-- > 0 && a.details[c].block == d.block;)
    if (a.details[c].sentence < d.sentence) return true;
  return false;
}

}  // namespace demarche
