// Which mentions are the same actor as grammar says: appositions, copulas, relative pronouns, names that are introduced.
#include <utility>

#include "actors/analysis.h"
#include "text/words.h"

namespace demarche {
namespace {

bool place_like(const Details& d) { return d.kind == ActorClass::country || d.kind == ActorClass::place; }

bool negated(const Analysis& a, std::uint32_t word) {
  for (const auto c : a.tree.children(word)) {
    const std::string_view form = a.forms[c];
    if (form == "not" || form == "n't" || form == "never" || form == "no") return true;
    if (base(a.word(c).deprel) == "aux" && a.word(c).xpos == "MD") return true;
    if (base(a.word(c).deprel) == "mark" && (form == "if" || form == "whether")) return true;
  }
  return false;
}

bool clash(const Details& x, const Details& y) {
  const bool numbers = x.number != Number::unknown && y.number != Number::unknown && x.number != y.number;
  const bool genders = x.gender != Gender::unknown && y.gender != Gender::unknown && x.gender != y.gender;
  const auto body = [](ActorClass c) { return c == ActorClass::organisation || c == ActorClass::country || c == ActorClass::place; };
  const bool kinds = (x.kind == ActorClass::person && body(y.kind)) || (y.kind == ActorClass::person && body(x.kind));
  return numbers || genders || kinds;
}

struct Predication {
  std::int32_t subject = no_word;
  bool denied = false;  // negated, or not yet so
};

bool is_person_noun(const Analysis& a, std::uint32_t noun) {
  const auto m = a.mention_at(noun);
  return m != none && a.details[static_cast<std::size_t>(m)].kind == ActorClass::person;
}

// Whose predicate a noun is: `Lavrov is the minister`, `she became minister`, `they elected her president`, `he served as mayor`, and
// what is joined to one of these by `and`.
Predication predication(const Analysis& a, std::uint32_t noun, int depth = 0) {
  const Word& word = a.word(noun);
  if (child(a.reading, a.tree, noun, "cop") != no_word) return {child(a.reading, a.tree, noun, "nsubj"), negated(a, noun)};
  if (word.head == no_word || static_cast<std::uint32_t>(word.head) > noun) return {};
  auto verb = static_cast<std::uint32_t>(word.head);
  const std::string_view label = base(word.deprel);
  if (label == "conj") {  // `a writer and director`
    if (depth > 3 || a.word(verb).upos != word.upos || child(a.reading, a.tree, noun, "nsubj") != no_word) return {};
    return predication(a, verb, depth + 1);
  }
  const WordSets& words = a.knowledge.words;
  const std::string_view lemma = a.lemmas[verb];
  const bool as = label == "obl" && preposition(a, noun) == "as";
  if (label == "obl" && !as) return {};
  if (!as && label != "xcomp" && label != "obj") return {};
  const auto subject_of = [&](std::string_view which) {
    // `He joined the army and became a captain`
    std::uint32_t at = verb;
    for (int step = 0; step < 4; ++step) {
      if (const auto found = child(a.reading, a.tree, at, which); found != no_word) return found;
      if (base(a.word(at).deprel) != "conj" || a.word(at).head == no_word || child(a.reading, a.tree, at, "nsubj") != no_word) break;
      at = static_cast<std::uint32_t>(a.word(at).head);
    }
    return no_word;
  };
  if ((as && words.serving.contains(lemma)) || (!as && words.becoming.contains(lemma)))
    return {child(a.reading, a.tree, verb, "obj") != no_word && as ? no_word : subject_of("nsubj"), negated(a, verb)};
  // `visited Rome as Chad's leader`: in which role somebody goes somewhere
  if (as && is_one_of(lemma, {"visit", "travel", "go", "come", "arrive", "tour"}) &&
      child(a.reading, a.tree, verb, "nsubj:pass") == no_word && is_person_noun(a, noun))
    return {subject_of("nsubj"), negated(a, verb)};
  if (label == "obj" || !words.appointing.contains(lemma)) return {};
  const auto object = child(a.reading, a.tree, verb, "obj");
  if (object != no_word) return {object, negated(a, verb)};
  const bool passive = child(a.reading, a.tree, verb, "aux:pass") != no_word || child(a.reading, a.tree, verb, "nsubj:pass") != no_word;
  return {passive ? subject_of("nsubj") : no_word, negated(a, verb)};
}

// `The candidate who holds the stage is Ann Ray`: the person of the subject, whom the name behind `is` names; none where that is not so,
// or only might be.
std::int32_t named_by_copula(const Analysis& a, std::uint32_t name) {
  const auto& mentions = a.coding.actors.mentions;
  const auto head = mentions[name].head;
  if (mentions[name].kind != MentionKind::name || a.details[name].kind != ActorClass::person) return none;
  if (child(a.reading, a.tree, head, "cop") == no_word || child(a.reading, a.tree, head, "aux") != no_word || negated(a, head)) return none;
  if (child(a.reading, a.tree, head, "mark") != no_word || child(a.reading, a.tree, head, "case") != no_word) return none;
  const auto subject = child(a.reading, a.tree, head, "nsubj");
  const auto m = subject == no_word ? none : a.mention_at(static_cast<std::uint32_t>(subject));
  if (m == none || m >= static_cast<std::int32_t>(name) || mentions[static_cast<std::size_t>(m)].kind != MentionKind::nominal) return none;
  const Details& who = a.details[static_cast<std::size_t>(m)];
  return who.kind == ActorClass::person && who.number == Number::singular && who.same_as == none && !clash(a.details[name], who) ? m : none;
}

// `at a conference with her Turkish counterpart, Levent Aydin`: the person right before the comma, whatever the parser hangs the name on.
std::int32_t person_beside(const Analysis& a, std::uint32_t name) {
  const auto& mentions = a.coding.actors.mentions;
  if (mentions[name].kind != MentionKind::name || a.details[name].kind != ActorClass::person) return none;
  const auto first = mentions[name].words.first;
  if (first < 2 || a.forms[first - 1] != ",") return none;
  const auto other = a.mention_at(first - 2);
  if (other == none || mentions[static_cast<std::size_t>(other)].kind != MentionKind::nominal) return none;
  const Details& o = a.details[static_cast<std::size_t>(other)];
  return o.kind == ActorClass::person && o.number == Number::singular ? other : none;
}

// `the head of the commission, Ann Ray`: the person, and not the body that the parser hangs the name on.
std::int32_t person_above(const Analysis& a, std::uint32_t name, std::int32_t governor) {
  constexpr int farthest = 3;
  if (a.details[name].kind != ActorClass::person) return none;
  auto at = governor;
  for (int step = 0; step < farthest && at != no_word; ++step) {
    const auto word = static_cast<std::uint32_t>(at);
    if (const auto m = a.mention_at(word);
        m != none && a.coding.actors.mentions[static_cast<std::size_t>(m)].kind == MentionKind::nominal) {
      const Details& d = a.details[static_cast<std::size_t>(m)];
      if (d.kind == ActorClass::person && d.number == Number::singular) return m;
    }
    if (!is_one_of(base(a.word(word).deprel), {"nmod", "compound"})) return none;
    at = a.word(word).head;
  }
  return none;
}

// `Chad's ambassador to Mali, Ann Ray, on …`: a person behind a comma, without an `and`, is no second country to which he is sent, for all
// that the parser joins the two.
bool is_joined_to_a_phrase(const Analysis& a, std::uint32_t name) {
  const auto head = a.coding.actors.mentions[name].head;
  const Word& word = a.word(head);
  if (a.coding.actors.mentions[name].kind != MentionKind::name || a.details[name].kind != ActorClass::person ||
      base(word.deprel) != "conj" || word.head == no_word || word.head > static_cast<std::int32_t>(head))
    return false;
  const auto first = a.coding.actors.mentions[name].words.first;
  if (first == 0 || a.forms[first - 1] != "," || child(a.reading, a.tree, head, "cc") != no_word) return false;
  const auto place = a.mention_at(static_cast<std::uint32_t>(word.head));
  if (place == none || a.details[static_cast<std::size_t>(place)].kind == ActorClass::person ||
      a.details[static_cast<std::size_t>(place)].kind == ActorClass::people ||
      base(a.word(static_cast<std::uint32_t>(word.head)).deprel) != "nmod")
    return false;
  const auto above = person_above(a, name, word.head);
  return above != none && a.details[static_cast<std::size_t>(above)].noun && a.details[static_cast<std::size_t>(above)].noun->office;
}

// `a man who identified himself as Ben Ray`, `a trader named Ray`, `the militia known as the Falcons`: whose name it is, or none.
std::int32_t introduced_by(const Analysis& a, std::uint32_t name) {
  constexpr std::uint32_t farthest = 6;
  const auto first = a.coding.actors.mentions[name].words.first;
  const auto sentence = a.reading.sentences[a.word(first).sentence].words;
  if (first == sentence.first) return none;
  const bool as = a.forms[first - 1] == "as";
  for (auto i = first - 1; i > sentence.first && i + farthest >= first; --i) {
    const auto verb = i;
    const auto lemma = a.lemmas[verb];
    const bool named = !as && i + 1 == first && is_one_of(a.forms[verb], {"named", "called"});
    const auto given = lemma == "give" ? child(a.reading, a.tree, verb, "obj") : no_word;
    const bool told = as && (is_one_of(lemma, {"identify", "introduce"}) || a.forms[verb] == "known" ||
                             (given != no_word && a.lemmas[static_cast<std::uint32_t>(given)] == "name"));
    if (!named && !told) continue;
    auto at = verb;  // `who asked to be identified only as Ray`
    for (int step = 0; step < 3 && told && base(a.word(at).deprel) == "xcomp" && a.word(at).head != no_word; ++step)
      at = static_cast<std::uint32_t>(a.word(at).head);
    const Word& word = a.word(at);
    const bool below = base(word.deprel) == "acl" && word.head != no_word;
    if (named && !below) return none;
    const auto who = below ? word.head : child(a.reading, a.tree, at, "nsubj");
    return who == no_word ? none : a.mention_at(static_cast<std::uint32_t>(who));
  }
  return none;
}

// `Rede Livre, a local rights group`: of a name that no table knows and no title explains the noun beside it says what it is.
void believe_the_noun(Analysis& a, std::uint32_t one, std::uint32_t other) {
  const auto& mentions = a.coding.actors.mentions;
  if (mentions[one].kind == MentionKind::name) std::swap(one, other);
  if (mentions[one].kind != MentionKind::nominal || mentions[other].kind != MentionKind::name) return;
  const Details& noun = a.details[one];
  Details& name = a.details[other];
  const bool body = noun.kind == ActorClass::organisation;
  if (!noun.noun || !body || name.kind != ActorClass::person || name.known || !name.title.empty() || !name.role_word.empty() ||
      noun.number == Number::plural || name.gender != Gender::unknown || mentions[one].words.first == 0 ||
      a.forms[mentions[one].words.first - 1] != ",")
    return;
  name.kind = noun.kind;
}

// `both of whom`: those who were named before.
bool counts_relative(const Analysis& a, std::uint32_t word) {
  if (!is_one_of(a.lemmas[word], {"both", "all", "each", "most"})) return false;
  for (const auto c : a.tree.children(word))
    if (c > word && base(a.word(c).deprel) == "nmod" && is_one_of(a.forms[c], {"whom", "which"})) return true;
  return false;
}

// The mention that a relative pronoun stands for: where the parser hangs `who` on a thing (`calls from listeners to the program who said`),
// the person or people spoken of before it in the phrase.
std::int32_t antecedent_of(const Analysis& a, const Details& relative, std::uint32_t head) {
  constexpr int farthest = 4;
  const auto found = a.mention_at(head);
  if (relative.kind != ActorClass::person || !a.knowledge.words.thing.contains(a.lemmas[head])) return found;
  // `in the mouth of Kim, who said so`
  for (const auto c : a.tree.children(head))
    if (c > head && base(a.word(c).deprel) == "nmod" && preposition(a, c) == "of")
      if (const auto m = a.mention_at(c); m != none && a.details[static_cast<std::size_t>(m)].kind == ActorClass::person) return m;
  for (auto [m, step] = std::pair{found, 0}; m-- > 0 && step < farthest; ++step) {
    const auto before = static_cast<std::size_t>(m);
    const Mention& mention = a.coding.actors.mentions[before];
    if (a.details[before].sentence != a.word(head).sentence) break;
    if (mention.kind == MentionKind::pronoun || mention.kind == MentionKind::adjective) continue;
    if (a.details[before].kind == ActorClass::person || a.details[before].kind == ActorClass::people) return m;
  }
  return found;
}

}  // namespace

void link_grammar(Analysis& a) {
  auto& mentions = a.actors().mentions;
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    Details& d = a.details[m];
    const std::uint32_t head = mentions[m].head;
    const Word& word = a.word(head);
    const bool all_of_whom = counts_relative(a, head);
    if (mentions[m].kind == MentionKind::pronoun || all_of_whom) {
      if (!d.relative && !all_of_whom) continue;
      // Up to the relative clause; its head is the antecedent.
      std::int32_t at = static_cast<std::int32_t>(head);
      for (int step = 0; step < 30 && at != no_word; ++step) {
        const Word& here = a.word(static_cast<std::uint32_t>(at));
        if (here.deprel == "acl:relcl" || (here.deprel == "acl" && step > 0)) {
          if (here.head != no_word) d.same_as = antecedent_of(a, d, static_cast<std::uint32_t>(here.head));
          break;
        }
        at = here.head;
      }
      // `is a concern for Vega, whose task is …`, where the parser sees no relative clause
      if (at == no_word && d.relative && head >= 2 && a.forms[head - 1] == "," && is_one_of(a.forms[head], {"who", "whose"}))
        d.same_as = a.mention_at(head - 2);
      if (d.same_as != none && d.same_as >= static_cast<std::int32_t>(m)) d.same_as = none;
      if (d.same_as != none && a.actors().mentions[static_cast<std::size_t>(d.same_as)].kind == MentionKind::adjective) d.same_as = none;
      d.left_open = d.same_as == none;
      continue;
    }
    if (mentions[m].kind == MentionKind::adjective) continue;
    if (mentions[m].kind == MentionKind::name)
      if (const auto who = introduced_by(a, m); who != none && mentions[static_cast<std::size_t>(who)].kind == MentionKind::nominal)
        if (Details& noun = a.details[static_cast<std::size_t>(who)]; !clash(d, noun) || (!d.known && noun.noun)) {
          if (clash(d, noun)) d.kind = noun.kind;  // no table knows the name: it is what the noun says
          noun.same_as = static_cast<std::int32_t>(m);
          continue;
        }
    if (word.head != no_word && (base(word.deprel) == "appos" || is_joined_to_a_phrase(a, m))) {
      auto governor = static_cast<std::uint32_t>(word.head);
      // `its director general, Ann Ray`, where the parser takes the one noun for an apposition of the other
      if (const Word& noun = a.word(governor); base(noun.deprel) == "appos" && noun.head + 1 == static_cast<std::int32_t>(governor))
        governor = static_cast<std::uint32_t>(noun.head);
      std::int32_t other = a.mention_at(governor);
      const bool names =
          mentions[m].kind == MentionKind::name && other != none && mentions[static_cast<std::size_t>(other)].kind == MentionKind::name;
      if (other == none || names || clash(d, a.details[static_cast<std::size_t>(other)]))
        if (const auto above = person_above(a, m, word.head); above != none) other = above;
      if (const auto beside = person_beside(a, m);
          beside != none && (other == none || clash(d, a.details[static_cast<std::size_t>(other)])))
        other = beside;
      // `one of the judges, Ann Ray`: the name is of the one, whatever the parser hangs it on.
      if (const auto up = a.word(static_cast<std::uint32_t>(word.head)).head;
          up != no_word && a.forms[static_cast<std::uint32_t>(up)] == "one")
        if (const auto one = a.mention_at(static_cast<std::uint32_t>(up)); one != none) other = one;
      if (other != none && mentions[static_cast<std::size_t>(other)].kind != MentionKind::adjective) {
        believe_the_noun(a, m, static_cast<std::uint32_t>(other));
        const Details& o = a.details[static_cast<std::size_t>(other)];
        // `one of the judges, Ann Ray`
        const bool one_of_them =
            mentions[m].kind == MentionKind::name && a.forms[mentions[static_cast<std::size_t>(other)].words.first] == "one";
        if ((!clash(d, o) || (one_of_them && d.kind == ActorClass::person)) &&
            !(place_like(d) && place_like(o) && !d.name.empty() && !o.name.empty())) {
          // `its foreign minister, Gabor Lantos`: what the noun means is the name's to say
          const bool noun_first =
              mentions[static_cast<std::size_t>(other)].kind == MentionKind::nominal && mentions[m].kind == MentionKind::name;
          // `His guest, the actress Ann Ray`: what the noun is an apposition of has the name, too
          if (const auto before = noun_first ? o.same_as : none; before != none) {
            Details& b = a.details[static_cast<std::size_t>(before)];
            if (mentions[static_cast<std::size_t>(before)].kind == MentionKind::nominal && b.same_as == none && !clash(d, b))
              b.same_as = static_cast<std::int32_t>(m);
          }
          (noun_first ? a.details[static_cast<std::size_t>(other)].same_as : d.same_as) = noun_first ? static_cast<std::int32_t>(m) : other;
        }
      }
      continue;
    }
    if (const auto who = named_by_copula(a, m); who != none)
      a.details[static_cast<std::size_t>(who)].same_as = static_cast<std::int32_t>(m);
    // `Lavrov is the Russian foreign minister`
    if (mentions[m].kind != MentionKind::nominal) continue;
    // `Again the nominee, she lost`: what she was.
    if (a.word(head).deprel == "dislocated") {
      d.predicate = true;
      continue;
    }
    if (a.lemmas[head] == "part") continue;  // `is part of the plot`
    const Predication predicate = predication(a, head);
    if (predicate.subject == no_word) continue;
    const std::int32_t other = a.mention_at(static_cast<std::uint32_t>(predicate.subject));
    if (other == none || other >= static_cast<std::int32_t>(m)) continue;
    const Details& subject = a.details[static_cast<std::size_t>(other)];
    // `It was the minister who signed` speaks of the minister.
    const bool it = mentions[static_cast<std::size_t>(other)].kind == MentionKind::pronoun && subject.person == 3 &&
                    subject.gender == Gender::unknown && subject.number != Number::plural;
    d.predicate = !it;
    if (!predicate.denied && !clash(d, subject)) d.same_as = other;
  }
}

}  // namespace demarche
