// Which names are the same actor, and what grammar says: appositions, copulas, relative pronouns.
#include <algorithm>
#include <array>
#include <set>

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

// A different name as its words tell: one key per actor, unless rules below bring two together.
struct PersonName {
  std::vector<std::string_view> words;  // without initials' dots, hyphens
  std::int32_t group = none;
  std::uint32_t first = 0;  // first mention
  Gender gender = Gender::unknown;
  ActorClass kind = ActorClass::unknown;
};

// One word, or a surname with its particles: `Putin`, `De Wit`, `van der Bellen`.
bool is_surname(const PersonName& name) {
  static constexpr std::array<std::string_view, 18> particles = {"de",  "van", "von", "der", "den", "di", "da",  "del", "della",
                                                                 "dos", "du",  "le",  "la",  "al",  "el", "bin", "ben", "ter"};
  // `Le Van Dung`: a Vietnamese name, which no article of French leads in
  if (name.words.size() > 2 && name.words[0] == "le" && name.words[1] == "van") return false;
  return std::all_of(name.words.begin(), name.words.end() - 1,
                     [](std::string_view word) { return std::find(particles.begin(), particles.end(), word) != particles.end(); });
}

bool initial_of(std::string_view initial, std::string_view word) {
  return !initial.empty() && !word.empty() && initial.size() <= 2 && initial[0] == word[0] && (initial.size() == 1 || initial[1] == '.');
}

// `Donald J. Trump` and `Donald Trump`, `Nicolás Maduro Moros` and `Nicolás Maduro`.
bool variants(const PersonName& longer, const PersonName& shorter) {
  if (shorter.words.size() < 2 || longer.words.size() <= shorter.words.size()) return false;
  if (longer.words.front() != shorter.words.front() && !initial_of(shorter.words.front(), longer.words.front())) return false;
  std::size_t at = 1;
  for (std::size_t i = 1; i < longer.words.size() && at < shorter.words.size(); ++i)
    if (longer.words[i] == shorter.words[at] || initial_of(shorter.words[at], longer.words[i])) ++at;
  return at == shorter.words.size();
}

// `San Aye Win` is who he is whom `Aye Win` calls: a surname of several words.
bool is_surname_of(const PersonName& shorter, const PersonName& longer) {
  return shorter.words.size() > 1 && longer.words.size() > shorter.words.size() &&
         std::equal(shorter.words.rbegin(), shorter.words.rend(), longer.words.rbegin());
}

// `Aye Win` and `San Aye Win`: one person, and `San` another. Joins them, and gives of which name (its index) how many words stand before
// the surname.
std::set<std::pair<std::size_t, std::size_t>> join_surnames(Analysis& a, std::vector<PersonName>& people) {
  constexpr std::size_t most = 20;  // names with one last word
  std::set<std::pair<std::size_t, std::size_t>> before;
  StringMap<std::vector<std::size_t>> by_last;
  for (std::size_t p = 0; p < people.size(); ++p) {
    if (is_surname(people[p]) || people[p].kind == ActorClass::organisation) continue;
    auto& same_last = by_last[std::string(people[p].words.back())];
    for (std::size_t k = same_last.size(), tried = 0; k-- > 0 && tried < most; ++tried) {
      for (const auto& [shorter, longer] : {std::pair{p, same_last[k]}, std::pair{same_last[k], p}}) {
        // `Crooked Ann Ray` is no longer name of hers
        if (!is_surname_of(people[shorter], people[longer]) || a.knowledge.first_names.contains(people[shorter].words.front())) continue;
        before.emplace(longer, people[longer].words.size() - people[shorter].words.size());
        if (people[shorter].group == people[longer].group) continue;
        a.merge(people[longer].group, people[shorter].group);
        people[shorter].group = people[longer].group;
      }
    }
    same_last.push_back(p);
  }
  return before;
}

bool is_acronym_of(std::string_view acronym, const Analysis& a, WordRange name) {
  std::size_t at = 0;
  for (std::uint32_t i = name.first; i < name.last; ++i) {
    if (!is_capitalised(a.word(i).form)) continue;
    while (at < acronym.size() && acronym[at] == '.') ++at;
    if (at >= acronym.size() || a.forms[i].empty() || a.forms[i][0] != acronym[at]) return false;
    ++at;
  }
  while (at < acronym.size() && acronym[at] == '.') ++at;
  return at == acronym.size() && at >= 2;
}

// `II` of `Elizabeth II`
bool is_regnal(std::string_view form) {
  return !form.empty() && form.size() <= 5 && form.find_first_not_of("IVX") == std::string_view::npos;
}

// `the North` and `the South`, by themselves.
bool is_half_of_a_country(const Analysis& a, std::uint32_t mention) {
  const Details& d = a.details[mention];
  const std::string_view form = a.forms[a.head(mention)];
  return a.coding.actors.mentions[mention].words.size() <= 2 && d.definite && d.country == no_country &&
         (form == "north" || form == "south") && is_capitalised(a.word(a.head(mention)).form);
}

// A name of one word with nothing before it, of which only the reader says that it is a body's.
bool is_bare_name(const Analysis& a, std::uint32_t mention) {
  const Details& d = a.details[mention];
  return !d.known && d.title.empty() && a.coding.actors.mentions[mention].words.size() == 1 && d.roles.empty();
}

// Somewhere, rather than somebody: `in Diallo`.
bool is_at(const Analysis& a, std::uint32_t mention) {
  return is_one_of(preposition(a, a.head(mention)),
                   {"in", "at", "near", "outside", "around", "inside", "into", "across", "through", "from"});
}

bool is_of_the_press(const ActorKnowledge& knowledge, const KnownName& known) {
  const Roles& roles = knowledge.organisations[known.row].roles;
  return roles.count > 0 && knowledge.sectors[roles.at[0]].cameo == "MED";
}

// Is the group called by names of one word alone?
bool stands_for_short(const Analysis& a, std::int32_t group) {
  const auto& mentions = a.groups[static_cast<std::size_t>(group)].mentions;
  return std::all_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) { return a.details[m].name.size() <= 1; });
}

void forget_the_table(Details& d) {
  d.known = nullptr;
  d.country = no_country;
  d.roles = {};
  d.code = {};
  d.rule = {};
}

// Acronyms of places and bodies (`NSW`), and names of bodies without what stands before or behind (`Congress` of the United States
// Congress, `Harrow` of Harrow School); but `Kent` is not the University of Kent, nor, being a place, Kent College.
void shorter_names(Analysis& a) {
  auto& mentions = a.actors().mentions;
  struct Longer {
    std::int32_t group;
    std::uint32_t mention;
    bool of_body = false;  // what stands before the body's noun: may be a place's own name
  };
  StringMap<Longer> initials, ends;
  const auto usable = [&](std::uint32_t m) {
    const Details& d = a.details[m];
    return mentions[m].kind == MentionKind::name && !d.name.empty() && d.group != none && !d.demonym && d.kind != ActorClass::person &&
           !a.groups[static_cast<std::size_t>(d.group)].is_country;
  };
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    const Details& d = a.details[m];
    if (!usable(m) || d.name.size() < 2 || d.name.size() > 10) continue;
    std::string letters;
    for (auto i = d.name.first; i < d.name.last; ++i)
      if (is_capitalised(a.word(i).form)) letters += a.forms[i].substr(0, 1);
    if (letters.size() >= 2) initials.emplace(letters, Longer{d.group, m});
    if (d.kind != ActorClass::organisation) continue;
    for (auto i = d.name.first + 1; i < d.name.last; ++i) {
      if (is_capitalised(a.word(i).form) && i <= mentions[m].head) ends.emplace(a.joined({i, d.name.last}, a.forms), Longer{d.group, m});
      const KnownNoun* noun = a.knowledge.noun(a.lemmas[i]);
      const bool company = a.knowledge.words.business.contains(a.forms[i]);
      const bool body = i + 1 == d.name.last && (company || (noun && noun->kind == ActorClass::organisation));
      if (body || a.forms[i] == "of") ends.emplace(a.joined({d.name.first, i}, a.forms), Longer{d.group, m, body});
    }
  }
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    const Details& d = a.details[m];
    if (!usable(m) || d.name.size() > 4) continue;
    const std::string_view form = a.word(d.name.first).form;
    const Longer* found = nullptr;
    if (d.name.size() == 1 && form.size() >= 2 && form.size() <= 10 &&
        std::all_of(form.begin(), form.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; })) {
      std::string letters;
      for (const char c : form)
        if (c != '.') letters += static_cast<char>(c + 32);
      if (const auto at = initials.find(letters); at != initials.end()) found = &at->second;
    }
    if (!found)
      if (const auto at = ends.find(a.joined(d.name, a.forms)); at != ends.end() && !(at->second.of_body && d.kind == ActorClass::place))
        found = &at->second;
    if (!found || found->mention == m) continue;
    const std::int32_t longer = a.details[found->mention].group;
    const std::int16_t of = a.groups[static_cast<std::size_t>(longer)].country;
    if (longer == d.group) continue;
    // `the Post` of an article that speaks of the Harbour Post is not the Washington Post.
    const bool mistaken = d.known && d.known->kind == NameKind::organisation && !a.details[found->mention].known && d.name.size() == 1 &&
                          is_of_the_press(a.knowledge, *d.known) && stands_for_short(a, d.group);
    if (mistaken) {
      Group& known_one = a.groups[static_cast<std::size_t>(d.group)];
      known_one.country = no_country;
      for (const auto other : known_one.mentions) forget_the_table(a.details[other]);
    } else if (of != no_country && d.country != no_country && of != d.country) {
      continue;
    }
    a.merge(longer, d.group);
  }
}

}  // namespace

namespace {

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
    const Word& word = a.word(verb);
    const bool below = base(word.deprel) == "acl" && word.head != no_word;
    if (named && !below) return none;
    const auto who = below ? word.head : child(a.reading, a.tree, verb, "nsubj");
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
          if (here.head != no_word) d.same_as = a.mention_at(static_cast<std::uint32_t>(here.head));
          break;
        }
        at = here.head;
      }
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
    if (word.head != no_word && base(word.deprel) == "appos") {
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
          (noun_first ? a.details[static_cast<std::size_t>(other)].same_as : d.same_as) = noun_first ? static_cast<std::int32_t>(m) : other;
        }
      }
      continue;
    }
    // `Lavrov is the Russian foreign minister`
    if (mentions[m].kind != MentionKind::nominal) continue;
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

void link_names(Analysis& a) {
  auto& mentions = a.actors().mentions;
  a.country_group.assign(a.knowledge.countries.size(), none);
  std::unordered_map<std::uint32_t, std::int32_t> organisations;
  StringMap<std::int32_t> places, others;
  std::vector<PersonName> people;
  std::vector<std::uint32_t> halves;
  std::vector<std::pair<std::uint32_t, std::size_t>> single;  // mentions of one-word names, and their index in people
  StringMap<std::size_t> index;
  StringMap<bool> surnames;  // of the persons named so far: `spoke to Diallo`, which the reader takes for a place, is one of them
  std::unordered_map<std::int32_t, std::size_t> leaders;

  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    Details& d = a.details[m];
    if (mentions[m].kind == MentionKind::pronoun) continue;
    if (is_half_of_a_country(a, m)) {
      halves.push_back(m);
      continue;
    }
    if (mentions[m].kind == MentionKind::nominal) {
      // `the Russians`, `the French`: the country. `two Russians` are people of their own.
      if (d.demonym && d.kind == ActorClass::people && d.definite && d.possessor == none && mentions[m].words.size() <= 2 &&
          d.known->kind != NameKind::region_adjective)
        a.join(m, a.group_of_country(d.country));
      continue;
    }
    if (d.name.empty()) continue;
    if (d.kind == ActorClass::country && d.known) {
      a.join(m, a.group_of_country(d.known->country));
      continue;
    }
    if (d.known && d.known->kind == NameKind::organisation) {
      auto [at, added] = organisations.emplace(d.known->row, none);
      if (added) at->second = a.new_group();
      a.join(m, at->second);
      continue;
    }
    if (d.kind == ActorClass::place && is_bare_name(a, m) && surnames.contains(a.forms[d.name.first]) && !is_at(a, m) &&
        (!a.country_of_place || a.country_of_place(a.word(d.name.first).form).empty()))
      d.kind = ActorClass::person, d.number = Number::singular;
    if (d.kind == ActorClass::place) {
      auto [at, added] = places.emplace(a.joined(d.name, a.forms), none);
      if (added) {
        at->second = a.new_group();
        a.groups.back().is_place = true;
      }
      a.join(m, at->second);
      continue;
    }
    std::string key = a.joined(d.name, a.forms);
    if (d.kind == ActorClass::organisation && d.country != no_country && d.name.size() < 4)
      key += "|" + a.knowledge.countries[static_cast<std::size_t>(d.country)].code;
    std::size_t person;
    const auto known = d.known && d.known->kind == NameKind::leader ? static_cast<std::int32_t>(d.known->row) : none;
    if (const auto at = index.find(key); at != index.end()) {
      person = at->second;
    } else if (const auto leader = leaders.find(known); known != none && leader != leaders.end()) {
      person = leader->second;
      index.emplace(std::move(key), person);
    } else {
      person = people.size();
      PersonName name;
      name.first = m;
      for (std::uint32_t i = d.name.first; i < d.name.last; ++i)
        if (a.forms[i] != "-" && a.forms[i] != "jr." && a.forms[i] != "jr" && a.forms[i] != "sr.") name.words.push_back(a.forms[i]);
      if (name.words.size() > 1 && is_regnal(a.word(d.name.last - 1).form)) name.words.pop_back();
      if (name.words.empty()) name.words.push_back(a.forms[d.name.first]);  // of signs alone
      if (d.kind == ActorClass::person && !is_surname(name)) surnames.emplace(name.words.back(), true);
      people.push_back(std::move(name));
      index.emplace(std::move(key), person);
      if (known != none) leaders.emplace(known, person);
    }
    PersonName& name = people[person];
    if (name.kind == ActorClass::unknown) name.kind = d.kind;
    if (is_surname(name)) {
      single.emplace_back(m, person);  // decided below, each mention by itself
    } else {
      if (name.group == none) name.group = a.new_group();
      a.join(m, name.group);
      if (name.gender == Gender::unknown) name.gender = a.groups[static_cast<std::size_t>(name.group)].gender;
    }
  }
  // `the North`, where the document speaks of one country that is called so: North Korea.
  StringMap<std::int32_t> half;
  for (const auto m : halves) {
    auto [at, added] = half.emplace(a.forms[mentions[m].head], none);
    if (added) {
      std::size_t fitting = 0;
      for (std::size_t c = 0; c < a.country_group.size(); ++c) {
        if (a.country_group[c] == none || !folded(a.knowledge.countries[c].name).starts_with(at->first + " ")) continue;
        at->second = a.country_group[c];
        ++fitting;
      }
      if (fitting != 1) at->second = a.new_group();
    }
    a.join(m, at->second);
  }
  // Longer and shorter forms of full names. Compared by their last or first words only.
  StringMap<std::vector<std::size_t>> by_word;
  const auto before_surname = join_surnames(a, people);
  const auto is_before_surname = [&](std::size_t longer, std::size_t shorter) {
    return before_surname.contains({longer, people[shorter].words.size()});
  };
  for (std::size_t p = 0; p < people.size(); ++p) {
    if (is_surname(people[p])) continue;
    auto& same_first = by_word[std::string(people[p].words.front())];
    for (std::size_t k = same_first.size(), tried = 0; k-- > 0 && tried < 20; ++tried) {
      PersonName& other = people[same_first[k]];
      if (other.words.front() != people[p].words.front()) continue;
      if (is_before_surname(same_first[k], p) || is_before_surname(p, same_first[k])) continue;
      if (variants(other, people[p]) || variants(people[p], other)) {
        a.merge(other.group, people[p].group);
        people[p].group = other.group;
        break;
      }
    }
    by_word[std::string(people[p].words.back())].push_back(p);
    if (people[p].words.back() != people[p].words.front()) by_word[std::string(people[p].words.front())].push_back(p);
  }
  // Surnames (or given names) alone: the full name before them that was meant most often so far, by surname too, else the first behind.
  std::unordered_map<std::int32_t, std::size_t> meant;
  for (std::uint32_t m = 0; m < mentions.size(); ++m)
    if (mentions[m].kind == MentionKind::name && a.details[m].group != none) ++meant[a.details[m].group];
  for (const auto& [m, p] : single) {
    PersonName& name = people[p];
    const Details& d = a.details[m];
    std::int32_t best = none;
    std::pair<int, std::size_t> best_rank{-1, 0};
    const auto& last = name.words.back();
    if (const auto found = by_word.find(last); found != by_word.end() && (d.kind != ActorClass::organisation || is_bare_name(a, m))) {
      const auto& candidates = found->second;
      for (std::size_t k = 0; k < candidates.size() && k < 40; ++k) {
        const PersonName& full = people[candidates[k]];
        if (full.kind == ActorClass::organisation) continue;
        // `Mba`, which the reader takes for a body, is the surname of the person who was named before.
        if (d.kind == ActorClass::organisation && (full.kind != ActorClass::person || full.words.back() != last || full.first > m))
          continue;
        if (full.words.size() < name.words.size()) continue;
        if (name.words.size() > 1 && !std::equal(name.words.rbegin(), name.words.rend(), full.words.rbegin())) continue;
        const Group& group = a.groups[static_cast<std::size_t>(full.group)];
        // `Clinton`, a man's given name, is Hillary Clinton's surname all the same; `Mr. Clinton` is not.
        const bool surname = d.title.empty() && full.words.back() == last;
        if (!surname && d.gender != Gender::unknown && group.gender != Gender::unknown && d.gender != group.gender) continue;
        int rank = 0;
        // `Marshall` is not the Marshall Plan.
        if (full.words.back() != last && full.kind != ActorClass::person) continue;
        if (full.words.back() == last) rank += 4;
        if (full.first < m) rank += 2;
        const std::pair ranked{rank, meant[full.group]};
        if (ranked > best_rank || (ranked == best_rank && full.first < m)) best = full.group, best_rank = ranked;
      }
    }
    if (best == none) {
      // An acronym of a longer name.
      const std::string_view form = a.word(d.name.first).form;
      if (form.size() >= 2 && form.size() <= 8 && form[0] >= 'A' && form[0] <= 'Z' && form[1] < 'a') {
        std::size_t tried = 0;
        for (const PersonName& full : people) {
          if (full.words.size() < 2 || full.kind == ActorClass::person) continue;
          if (++tried > 60) break;
          if (is_acronym_of(name.words[0], a, a.details[full.first].name)) {
            best = full.group;
            break;
          }
        }
      }
    }
    if (best == none) {
      if (name.group == none) name.group = a.new_group();
      best = name.group;
    }
    if (d.title.empty()) ++meant[best];
    if (d.kind == ActorClass::organisation && a.groups[static_cast<std::size_t>(best)].kind == ActorClass::person) {
      a.details[m].kind = ActorClass::person;
      a.details[m].number = Number::singular;
    }
    a.join(m, best);
  }
  shorter_names(a);
  // Appositions between names: `the African Union (AU)`.
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    const Details& d = a.details[m];
    if (d.same_as == none || mentions[m].kind != MentionKind::name) continue;
    const Details& other = a.details[static_cast<std::size_t>(d.same_as)];
    if (mentions[static_cast<std::size_t>(d.same_as)].kind == MentionKind::name && d.group != none && other.group != none &&
        d.group != other.group) {
      if (a.groups[static_cast<std::size_t>(d.group)].is_country || a.groups[static_cast<std::size_t>(other.group)].is_country) continue;
      a.merge(std::min(d.group, other.group), std::max(d.group, other.group));
    }
  }
}

}  // namespace demarche
