// What each mention's own words tell: person or body, number, gender, country, sectors.
#include <algorithm>
#include <array>

#include "actors/analysis.h"
#include "actors/common_bodies.h"
#include "actors/whole_document.h"
#include "text/words.h"

namespace demarche {
namespace {

// The word whose syntactic place a conjunct shares.
std::uint32_t first_conjunct(const Analysis& a, std::uint32_t word) {
  for (int step = 0; step < 50 && base(a.word(word).deprel) == "conj" && a.word(word).head != no_word; ++step)
    word = static_cast<std::uint32_t>(a.word(word).head);
  return word;
}

void describe_pronoun(const Analysis& a, Details& d, std::uint32_t head) {
  const std::string_view form = a.forms[head];
  const auto is = [&](auto... options) { return ((form == options) || ...); };
  d.possessive = base(a.word(head).deprel) == "nmod" || a.word(head).xpos == "PRP$" || is("whose");
  d.reflexive = form.ends_with("self") || form.ends_with("selves");
  if (d.relative) {
    d.person = 3;
    if (is("who", "whom")) d.kind = ActorClass::person;
    return;
  }
  if (is("i", "me", "my", "mine", "myself")) {
    d.person = 1, d.number = Number::singular, d.kind = ActorClass::person;
  } else if (is("we", "us", "our", "ours", "ourselves", "'s")) {
    d.person = 1, d.number = Number::plural;
  } else if (is("you", "your", "yours", "yourself", "yourselves")) {
    d.person = 2;
  } else if (is("he", "him", "his", "himself")) {
    d.number = Number::singular, d.kind = ActorClass::person, d.gender = Gender::male;
  } else if (is("she", "her", "hers", "herself")) {
    d.number = Number::singular, d.kind = ActorClass::person, d.gender = Gender::female;
  } else if (is("it", "its", "itself")) {
    d.number = Number::singular;
  } else if (is("they", "them", "their", "theirs", "themselves")) {
    d.number = Number::plural;
  } else {
    d.left_open = true;
  }
}

}  // namespace

bool is_of_its_body(const ActorKnowledge& knowledge, const Details& d) {
  return d.roles.count == 1 && d.roles.at[0] == knowledge.gov && knowledge.words.of_its_body.contains(d.role_word);
}

namespace {

// Sectors by modifiers (`rebel commander`), country by nationality and names before the head; `range` holds the words to look at.
struct Surroundings {
  Roles roles, too;
  std::int16_t country = no_country;
  const Organisation* organisation = nullptr;
  std::int32_t organisation_mention = none;
  bool former = false;
};

// `the Kenyan-born lawyer`, `the British-educated prince`: where somebody comes from, and not whose he is.
bool tells_the_origin(const Analysis& a, std::uint32_t word) {
  return word + 2 < a.forms.size() && a.forms[word + 1] == "-" &&
         is_one_of(a.forms[word + 2], {"born", "educated", "raised", "bred", "trained", "schooled"});
}

Surroundings look_around(const Analysis& a, WordRange range, WordRange but) {
  Surroundings found;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (but.contains(i)) continue;
    const std::string_view lemma = a.lemmas[i];
    if (lemma == "former" || lemma == "ex" || lemma.starts_with("ex-") || lemma == "ousted" || lemma == "deposed" || lemma == "onetime")
      found.former = true;
    const KnownModifier* modifier = nullptr;
    if (i + 1 < range.last && !but.contains(i + 1)) {
      const auto two = a.knowledge.modifiers.find(a.joined({i, i + 2}, a.lemmas));
      if (two != a.knowledge.modifiers.end()) modifier = &two->second;
    }
    if (!modifier) {
      const auto one = a.knowledge.modifiers.find(lemma);
      if (one != a.knowledge.modifiers.end()) modifier = &one->second;
    }
    if (modifier) (modifier->too ? found.too : found.roles).add(modifier->roles);
    const std::int32_t m = a.mention_at(i);
    if (m == none || tells_the_origin(a, i)) continue;
    const Details& d = a.details[static_cast<std::size_t>(m)];
    if (!d.known) {
      if (found.country == no_country) found.country = d.lies_in;
      continue;
    }
    if (d.known->kind == NameKind::organisation) {
      if (!found.organisation) found.organisation = &a.knowledge.organisations[d.known->row], found.organisation_mention = m;
    } else if (is_country_sense(d.known->kind) && found.country == no_country) {
      found.country = d.known->country;
    }
  }
  return found;
}

void take(const ActorKnowledge& knowledge, Details& d, const Surroundings& s, std::string_view rule) {
  const std::uint8_t mil = knowledge.mil;
  if (d.country == no_country && s.country != no_country) d.country = s.country, d.rule = rule;
  // `rebel commander`: whose commander he is tells more than that he is one.
  const bool soldier = d.roles.count == 1 && d.roles.at[0] == mil && !(d.noun && d.noun->state);
  if (d.roles.empty() || (soldier && !s.roles.empty())) d.roles = s.roles;
  d.roles.add(s.too);
  d.former |= s.former;
  // `a Facebook user`: whoever deals with a body is none of it.
  if (s.organisation && !knowledge.words.dealing.contains(d.role_word)) {
    d.organisation = s.organisation_mention;
    if (d.country == no_country && s.organisation->country != no_country) d.country = s.organisation->country, d.rule = rule;
    if (is_of_its_body(knowledge, d) && !s.organisation->roles.empty()) d.roles = {};
    if (d.roles.empty() || d.noun == nullptr || d.noun->part) d.roles.add(s.organisation->roles);
    if (d.code.empty() && d.country == no_country) d.code = s.organisation->code;
  }
}

// `, Republican of Ohio`, `, a Democrat from Oregon`
bool is_party_of_state(const Analysis& a, std::uint32_t comma) {
  constexpr std::uint32_t longest_state = 2;  // words: `North Dakota`
  const auto n = static_cast<std::uint32_t>(a.reading.words.size());
  auto at = comma + 1;
  if (at < n && a.forms[at] == "a") ++at;
  if (at + 2 >= n || !is_one_of(a.forms[at], {"republican", "democrat"}) || !is_one_of(a.forms[at + 1], {"of", "from"})) return false;
  for (std::uint32_t words = 1; words <= longest_state && at + 2 + words <= n; ++words)
    if (const KnownName* state = a.knowledge.name(a.joined({at + 2, at + 2 + words}, a.forms));
        state && state->country == a.knowledge.country("USA") && (state->kind == NameKind::region || state->kind == NameKind::seat))
      return true;
  return false;
}

// `(R-Texas)`, `, D-Calif.,`, `, Republican of Ohio,` behind a name: a legislator of the United States.
bool has_party_and_state(const Analysis& a, std::uint32_t after) {
  const auto n = static_cast<std::uint32_t>(a.reading.words.size());
  if (after + 1 < n && a.forms[after] == "," && is_party_of_state(a, after)) return true;
  if (after + 1 >= n || (a.forms[after] != "(" && a.forms[after] != ",")) return false;
  const std::string_view form = a.word(after + 1).form;
  if (form.size() > 2 && (form.starts_with("R-") || form.starts_with("D-") || form.starts_with("I-")))
    return is_capitalised(form.substr(2));
  return (form == "R" || form == "D" || form == "I") && after + 3 < n && (a.forms[after + 2] == "-" || a.forms[after + 2] == "–") &&
         is_capitalised(a.word(after + 3).form);
}

// `the Obama administration`, `spoke of Obama`, but `a fire in Obama`: one surname that only one listed leader bears, and where nothing is.
bool is_leaders_surname(const Analysis& a, WordRange name) {
  if (name.size() != 1 || !a.knowledge.only_leader_called(a.forms[name.first])) return false;
  return name.first == 0 || !is_one_of(a.forms[name.first - 1], {"in", "at", "near", "around", "outside"});
}

// `The Rally accused him`: one name with an article, and no title before it, is no person's.
bool is_named_with_article(const Analysis& a, const Details& d, std::uint32_t head) {
  if (d.name.size() != 1 || !d.title.empty() || d.name.first == 0 || a.word(head).xpos == "NNPS") return false;
  return a.forms[d.name.first - 1] == "the" && base(a.word(head).deprel) != "compound" && child(a.reading, a.tree, head, "amod") == no_word;
}

ActorClass class_of_name(const Analysis& a, const Details& d, std::uint32_t head, const std::vector<std::int8_t>& network) {
  const auto noun_of = [&](std::uint32_t i) -> const KnownNoun* {
    const KnownNoun* noun = a.knowledge.noun(a.lemmas[i]);
    if (!noun && a.lemmas[i].ends_with('s')) noun = a.knowledge.noun(a.lemmas[i].substr(0, a.lemmas[i].size() - 1));
    return noun;
  };
  if (d.noun && d.noun->office && d.noun->kind == ActorClass::person) return ActorClass::person;
  if (d.name.size() >= 2) {
    const auto first = a.knowledge.first_names.find(a.forms[d.name.first]);
    const KnownNoun* last = noun_of(d.name.last - 1);
    if (!last || last->kind == ActorClass::person) last = noun_of(head);
    if (last && last->kind == ActorClass::organisation) return ActorClass::organisation;
    // `George Washington Bridge`, but `Benny Hill`
    if (last && last->kind == ActorClass::place && (first == a.knowledge.first_names.end() || network[head] == 1)) return ActorClass::place;
    if (first != a.knowledge.first_names.end()) return ActorClass::person;
  }
  if (is_leaders_surname(a, d.name)) return ActorClass::person;
  switch (network[head]) {
    case 0:
      return is_named_with_article(a, d, head) ? ActorClass::organisation : ActorClass::person;
    case 1:
      return ActorClass::place;
    case 2:
      return ActorClass::organisation;
    default:
      if (is_named_with_article(a, d, head)) return ActorClass::organisation;
      break;
  }
  if (d.name.size() == 1) {
    const std::string_view form = a.word(head).form;
    if (a.knowledge.first_names.contains(a.forms[head])) return ActorClass::person;
    if (form.size() >= 2 && form.size() <= 6 &&
        std::all_of(form.begin(), form.end(), [](unsigned char c) { return (c >= 'A' && c <= 'Z') || c == '.'; }))
      return ActorClass::organisation;
    if (const KnownNoun* noun = noun_of(head); noun && noun->kind == ActorClass::organisation) return ActorClass::organisation;
  }
  return ActorClass::unknown;
}

// `Kharkiv residents`: before these a name is a place's, even where the reader takes it for a person's or a body's.
bool is_before_local(const Analysis& a, const Mention& mention) {
  static constexpr std::array<std::string_view, 8> local = {"resident", "police",     "mayor",   "governor",
                                                            "native",   "prosecutor", "citizen", "councillor"};
  const auto head = a.word(mention.head).head;
  return mention.kind == MentionKind::adjective && head != no_word && is_one_of(a.lemmas[static_cast<std::uint32_t>(head)], local);
}

void describe_name(const Analysis& a, Details& d, const Mention& mention, const std::vector<std::int8_t>& network) {
  // The title nearest to the name, as long as it is known. Not that of whom it belongs to: `Prime Minister Rao's Cabinet`.
  WordRange office{};
  std::uint32_t begin = d.title.first;
  for (const auto c : a.tree.children(mention.head))
    if (a.word(c).deprel == "nmod:poss" && c < d.title.last) begin = std::max(begin, subtree(a.tree, c).last);
  for (std::uint32_t last = d.title.last; last > begin && office.empty(); --last) {
    for (std::uint32_t first = std::max(begin, last >= 4 ? last - 4 : 0); first < last; ++first) {
      const KnownNoun* noun = a.knowledge.noun(a.joined({first, last}, a.lemmas));
      if (!noun) noun = a.knowledge.noun(a.joined({first, last}, a.forms));
      if (noun && noun->kind == ActorClass::person) {
        d.noun = noun;
        office = {first, last};
        d.role_word = a.lemmas[last - 1];
        for (std::uint32_t i = first + 1; i + 1 < last; ++i)
          if (a.forms[i] == "of") d.role_word = a.lemmas[i - 1];
        break;
      }
    }
  }
  if (d.noun) d.roles = d.noun->roles, d.gender = d.noun->gender;
  if (d.known) {
    const KnownName& known = *d.known;
    switch (known.kind) {
      case NameKind::organisation: {
        const Organisation& row = a.knowledge.organisations[known.row];
        d.kind = ActorClass::organisation;
        d.country = row.country;
        d.roles = row.roles;
        d.code = row.code;
        d.rule = known.armed ? "armed_groups.tsv" : "organisations.tsv";
        break;
      }
      case NameKind::leader:
        d.kind = ActorClass::person;
        break;
      case NameKind::region:
      case NameKind::region_adjective:
        d.kind = ActorClass::place;
        d.country = known.country;
        d.rule = "regions.tsv";
        break;
      default:
        d.kind = ActorClass::country;
        d.country = known.country;
        d.rule = "countries.tsv";
        d.government = known.kind == NameKind::seat;
    }
    // A person may be called like a place: `President Jordan`, `Mr. Washington`.
    if (d.noun && d.noun->office && is_country_sense(known.kind) && d.title.size() > 0 && office.last == d.title.last) {
      d.kind = ActorClass::person;
      d.known = nullptr;
      d.country = no_country;
      d.rule = {};
      d.government = false;
    }
  } else {
    d.kind = class_of_name(a, d, mention.head, network);
  }
  if (!d.known && a.country_of_place && (d.kind == ActorClass::place || d.kind == ActorClass::unknown || is_before_local(a, mention))) {
    const Span span = span_of(a.reading, d.name);
    const std::string_view code = a.country_of_place(std::string_view(a.coding.document.text).substr(span.begin, span.size()));
    if (!code.empty()) d.lies_in = a.knowledge.country(code);
  }
  if (!d.known || d.known->kind == NameKind::leader) {
    const std::uint32_t organisation_noun = d.name.last - 1;
    if (d.kind == ActorClass::organisation && !d.noun) {
      const KnownNoun* noun = nullptr;
      for (std::uint32_t first = d.name.first; first <= organisation_noun && !noun; ++first)
        noun = a.knowledge.noun(a.joined({first, d.name.last}, a.lemmas));
      if (!noun) noun = a.knowledge.noun(a.lemmas[mention.head]);
      if (noun && noun->kind == ActorClass::organisation) d.noun = noun, d.roles = noun->roles;
    }
    take(a.knowledge, d, look_around(a, d.title, office), "title");
    if (d.country != no_country && d.rule.empty()) d.rule = "title";
    if (d.kind == ActorClass::organisation && d.roles.empty()) {
      const Surroundings inside = look_around(a, d.name, {});
      d.roles.add(inside.roles);
      d.roles.add(inside.too);
    }
  }
  if (d.kind == ActorClass::person || d.kind == ActorClass::unknown) {
    if (has_party_and_state(a, d.name.last)) {
      if (d.country == no_country) d.country = a.knowledge.country("USA");
      d.roles.add(a.knowledge.leg);
      d.kind = ActorClass::person;
      d.rule = "party and state";
    } else if (is_party_letter(a, d.name.last + 1)) {
      if (d.country == no_country) d.country = a.knowledge.country("USA"), d.rule = "party and state";
      if (d.roles.empty()) d.roles.add(a.knowledge.pty);
      d.kind = ActorClass::person;
    }
    if (d.gender == Gender::unknown && d.name.size() >= 1 && d.kind == ActorClass::person) {
      const auto first = a.knowledge.first_names.find(a.forms[d.name.first]);
      if (first != a.knowledge.first_names.end() && (d.name.size() > 1 || d.title.empty())) d.gender = first->second;
    }
  }
  const Word& word = a.word(mention.head);
  d.number = word.xpos == "NNPS" || word.xpos == "NNS" ? Number::plural : Number::singular;
  // `Ana Lubinets`, `Mr. Adams`: one person, unless the article makes a family of them; `Jews` are many.
  const bool one = (d.name.size() > 1 || d.noun) && child(a.reading, a.tree, mention.head, "det") == no_word;
  if (d.kind == ActorClass::person && one && word.upos == Upos::PROPN) d.number = Number::singular;
  if (d.kind == ActorClass::country || d.kind == ActorClass::place) d.number = Number::singular;
}

void describe_nominal(const Analysis& a, Details& d, const Mention& mention) {
  const Word& word = a.word(mention.head);
  // `Five of its lawmakers`
  const bool several = word.xpos == "CD" && !is_one_of(a.lemmas[mention.head], {"one", "1"});
  d.number = word.xpos == "NNS" || word.xpos == "NNPS" || feature(word, "Number") == "Plur" || several ? Number::plural : Number::singular;
  WordRange matched{mention.head, mention.head + 1};
  d.role_word = a.lemmas[mention.head];
  if (d.noun) {
    d.kind = d.noun->kind;
    d.gender = d.noun->gender;
    d.roles = d.noun->roles;
    d.former = a.lemmas[mention.head].starts_with("ex-");
    if (d.kind == ActorClass::people) d.number = Number::plural;
    // The words that the noun's own entry took are no modifiers again (`security forces`).
    for (std::uint32_t first = mention.head > mention.words.first + 3 ? mention.head - 3 : mention.words.first; first < mention.head;
         ++first) {
      if (a.knowledge.noun(a.joined({first, mention.head + 1}, a.lemmas)) == d.noun) {
        matched.first = first;
        break;
      }
    }
  }
  if (!d.noun && a.knowledge.words.document.contains(a.lemmas[mention.head])) d.kind = ActorClass::organisation;
  // `the Rally`, where the reader takes a body's name for a noun
  if (!d.noun && word.upos == Upos::NOUN && word.xpos == "NN" && is_capitalised(word.form) && mention.head > 0 &&
      a.forms[mention.head - 1] == "the")
    d.kind = ActorClass::organisation;
  if (d.demonym) {
    d.kind = d.number == Number::plural || word.upos == Upos::ADJ ? ActorClass::people : ActorClass::person;
    if (word.upos == Upos::ADJ) d.number = Number::plural;
    d.country = d.known->country;
    d.rule = "countries.tsv";
    d.roles.add(a.knowledge.cvl);
  }
  Surroundings around = look_around(a, {mention.words.first, mention.head}, matched);
  // `Chad's ally`: of another country
  if (a.knowledge.words.related.contains(a.lemmas[mention.head]))
    for (const auto c : a.tree.children(mention.head))
      if (const auto owner = a.word(c).deprel == "nmod:poss" ? a.mention_at(c) : none;
          owner != none && a.details[static_cast<std::size_t>(owner)].country == around.country)
        around.country = no_country;
  take(a.knowledge, d, around, "nationality");
}

void mark_determiner(const Analysis& a, Details& d, std::uint32_t head) {
  bool any = false;
  for (const auto c : a.tree.children(head)) {
    if (c > head) break;
    const std::string_view label = base(a.word(c).deprel);
    const std::string_view form = a.forms[c];
    if (label == "det") {
      any = true;
      if (form == "the")
        d.definite = true;
      else if (form == "this" || form == "that" || form == "these" || form == "those" || form == "such" || form == "both")
        d.demonstrative = d.definite = true;
      else
        d.indefinite = true;
    } else if (label == "nummod") {
      any = true;
      d.indefinite |= !d.definite;
    } else if (a.word(c).deprel == "nmod:poss") {
      any = d.definite = true;
      d.possessor = a.mention_at(c);
    }
  }
  d.bare = !any;
}

// A body with a name of its own whose last word says that it is no state's: the Larch Institute, but not the Central Bank of Chad.
bool is_private_body(const Analysis& a, std::int32_t m) {
  const Details& body = a.details[static_cast<std::size_t>(m)];
  if (body.known || body.kind != ActorClass::organisation || body.government) return false;
  if (body.noun ? body.noun->state || body.noun->government
                : !a.knowledge.words.body.contains(a.lemmas[a.head(static_cast<std::uint32_t>(m))]))
    return false;
  return !body.roles.has(a.knowledge.gov) && !body.roles.has(a.knowledge.mil) && !body.roles.has(a.knowledge.leg);
}

// `the president of soccer's governing body`, `the chairwoman of the union`: of what is no state nor a part of one.
bool heads_a_body(const Analysis& a, std::uint32_t head, std::uint32_t of) {
  if (!a.knowledge.words.heading.contains(a.lemmas[head]) || base(a.word(of).deprel) != "nmod" || preposition(a, of) != "of") return false;
  const std::int32_t m = a.mention_at(of);
  // `the president of the Larch Institute`: a body by its name, which is no state's
  if (m != none && a.coding.actors.mentions[static_cast<std::size_t>(m)].kind == MentionKind::name) {
    const auto who = a.mention_at(head);
    return who != none && a.details[static_cast<std::size_t>(who)].roles.has(a.knowledge.gov) && is_private_body(a, m);
  }
  if (!a.knowledge.words.body.contains(a.lemmas[of]) || a.word(of).upos != Upos::NOUN) return false;
  if (m == none) return true;
  const Details& body = a.details[static_cast<std::size_t>(m)];
  return !(body.noun && (body.noun->state || body.noun->government)) && !body.roles.has(a.knowledge.gov);
}

// `vice president for defense studies at the Larch Institute`: the mention of a body that is of no state, or none.
std::int32_t body_that_one_is_at(const Analysis& a, std::uint32_t head, int depth = 0) {
  constexpr int deepest = 2;
  if (depth == 0 && !a.knowledge.words.heading.contains(a.lemmas[head])) return none;
  for (const auto c : a.tree.children(head)) {
    if (c < head || base(a.word(c).deprel) != "nmod" || a.word(c).deprel == "nmod:poss") continue;
    if (preposition(a, c) == "at") {
      const auto m = a.mention_at(c);
      if (m == none) continue;
      const Details& body = a.details[static_cast<std::size_t>(m)];
      const bool of_state = body.government || body.roles.has(a.knowledge.gov) || body.roles.has(a.knowledge.mil) ||
                            (body.noun && (body.noun->state || body.noun->government));
      return body.kind == ActorClass::organisation && !of_state ? m : none;
    }
    if (depth < deepest && preposition(a, c) == "for")
      if (const auto m = body_that_one_is_at(a, c, depth + 1); m != none) return m;
  }
  return none;
}

// `Ana Ray, a Democrat who opposes it`, `a Republican, Ivo Vega,`, `The Oregon Republican said`: somebody, and not the party. Not
// `the Republican Party`.
bool is_party_member(const Analysis& a, std::uint32_t m) {
  const Mention& mention = a.coding.actors.mentions[m];
  const Details& d = a.details[m];
  if (mention.kind != MentionKind::name || d.name.size() != 1 || !a.knowledge.words.party_member.contains(a.forms[mention.head]))
    return false;
  if (!d.known || d.known->kind != NameKind::organisation || d.number == Number::plural) return false;
  if (d.indefinite || base(a.word(mention.head).deprel) == "appos") return true;
  if (a.forms[mention.words.first] == "the" && a.word(mention.head).xpos == "NNP" && base(a.word(mention.head).deprel) == "nsubj")
    return true;
  const auto below = a.tree.children(mention.head);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
    if (c < mention.head) return false;
    if (a.word(c).deprel == "acl:relcl") {
      const auto who = child(a.reading, a.tree, c, "nsubj");
      return who != no_word && a.forms[static_cast<std::uint32_t>(who)] == "who";
    }
    return d.definite && base(a.word(c).deprel) == "appos" && a.word(c).upos == Upos::PROPN;
  });
}

void make_a_member_of_it(const Analysis& a, Mention& mention, Details& d) {
  // Beside a name: what its bearer is says more than his party.
  const auto below = a.tree.children(mention.head);
  if (base(a.word(mention.head).deprel) == "appos" ||
      std::any_of(below.begin(), below.end(), [&](std::uint32_t c) { return base(a.word(c).deprel) == "appos"; }))
    d.country = no_country, d.roles = {};
  mention.kind = MentionKind::nominal;
  d.kind = ActorClass::person;
  d.number = Number::singular;
  d.known = nullptr;
  d.name = d.title = {};
  d.code = {};
  d.rule = "party";
}

}  // namespace

void describe_mentions(Analysis& a) {
  std::vector<std::int8_t> network(a.reading.words.size(), -1);  // 0 person, 1 place, 2 organisation, as the network sees it
  for (const Name& name : a.reading.names) {
    const auto type = name.type == NameType::person ? 0 : name.type == NameType::place ? 1 : name.type == NameType::organization ? 2 : -1;
    for (std::uint32_t i = name.words.first; i < std::min<std::size_t>(name.words.last, network.size()); ++i)
      network[i] = static_cast<std::int8_t>(type);
  }
  auto& mentions = a.actors().mentions;
  agree_on_types(a, network);
  // Modifiers first: what they mean is asked for by the phrases around them.
  for (std::uint32_t m = 0; m < mentions.size(); ++m)
    if (mentions[m].kind == MentionKind::adjective) {
      describe_name(a, a.details[m], mentions[m], network);
      a.details[m].number = Number::singular;
    }
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    const Mention& mention = mentions[m];
    Details& d = a.details[m];
    if (mention.kind == MentionKind::pronoun) describe_pronoun(a, d, mention.head);
    if (mention.kind == MentionKind::name) describe_name(a, d, mention, network);
    if (mention.kind == MentionKind::nominal) describe_nominal(a, d, mention);
    if (mention.kind != MentionKind::pronoun) mark_determiner(a, d, mention.head);
    if (is_party_member(a, m)) make_a_member_of_it(a, mentions[m], d);

    std::uint32_t place = first_conjunct(a, mention.head);
    // `its leader, Ivo Vega, faces …`: a name stands where the noun does that it is an apposition of
    if (mention.kind == MentionKind::name && d.kind == ActorClass::person && base(a.word(place).deprel) == "appos" &&
        a.word(place).head != no_word && a.word(static_cast<std::uint32_t>(a.word(place).head)).upos == Upos::NOUN)
      place = first_conjunct(a, static_cast<std::uint32_t>(a.word(place).head));
    const std::string_view label = base(a.word(place).deprel);
    if (label == "nsubj" || label == "csubj")
      d.syntax = Syntax::subject;
    else if (label == "obj" || label == "iobj")
      d.syntax = Syntax::object;
    else if (a.word(place).deprel == "nmod:poss")
      d.syntax = Syntax::possessor;
    if (mention.kind == MentionKind::adjective) d.syntax = Syntax::other;

    if (d.known && (d.known->kind == NameKind::capital || d.known->kind == NameKind::region)) {
      std::string_view form = preposition(a, mention.head);
      if (form.empty()) form = preposition(a, place);
      static constexpr std::array<std::string_view, 17> where = {"in",      "near",       "outside", "around",     "at",   "across",
                                                                 "through", "from",       "of",      "inside",     "into", "toward",
                                                                 "towards", "throughout", "via",     "throughout", "over"};
      const auto governor = a.word(place).head;
      const bool moving = governor != no_word && a.knowledge.motion_verbs.contains(a.lemmas[static_cast<std::uint32_t>(governor)]);
      d.locative = d.known->kind == NameKind::region || mention.kind == MentionKind::adjective || is_one_of(form, where) ||
                   (moving && (form == "to" || form == "for" || d.syntax == Syntax::object)) || label == "appos" || label == "flat" ||
                   label == "root" || label == "list";
      // `on orders from Washington, which denied it`
      if (d.locative && d.known->kind == NameKind::capital)
        for (const auto clause : a.tree.children(mention.head))
          if (a.word(clause).deprel == "acl:relcl")
            if (const auto which = child(a.reading, a.tree, clause, "nsubj"); which != no_word)
              if (const auto source = a.mention_at(static_cast<std::uint32_t>(which));
                  source != none && std::find(a.coding.actors.statement_source.begin(), a.coding.actors.statement_source.end(), source) !=
                                        a.coding.actors.statement_source.end())
                d.locative = false;
      if (d.locative)
        d.kind = ActorClass::place;
      else
        d.government = true;
    }
  }
  settle_capitals(a);
  settle_european_seats(a);
  settle_common_bodies(a);
  // `of` and possessive phrases, innermost first.
  for (std::uint32_t m = static_cast<std::uint32_t>(mentions.size()); m-- > 0;) {
    const Mention& mention = mentions[m];
    Details& d = a.details[m];
    if (mention.kind == MentionKind::pronoun || mention.kind == MentionKind::adjective) continue;
    const bool opaque = d.known && mention.kind == MentionKind::name;
    if (d.possessor != none && !opaque) {
      const Details& owner = a.details[static_cast<std::size_t>(d.possessor)];
      const auto owners = owner.country != no_country ? owner.country : owner.lies_in;
      const bool of_another =
          (owner.kind == ActorClass::country && a.knowledge.words.related.contains(a.lemmas[mention.head])) || is_counterpart(a, m);
      if (owners != no_country && d.country == no_country && !of_another && (d.kind != ActorClass::unknown || owner.known))
        d.country = owners, d.rule = "possessor";
      if (owner.known && owner.known->kind == NameKind::organisation) {
        d.organisation = d.possessor;
        // `Facebook's vice president`
        const bool heads = a.knowledge.words.heading.contains(d.role_word) && !owner.roles.empty() && d.roles.has(a.knowledge.gov) &&
                           !owner.roles.has(a.knowledge.gov);
        if (heads) d.heads_body = true;
        if (d.roles.empty() || heads) d.roles = owner.roles;
        if (d.country == no_country && d.code.empty()) d.code = owner.code;
        if (d.kind == ActorClass::unknown) d.kind = ActorClass::person;
      }
    }
    if (opaque || d.demonym) continue;
    if (d.possessor != none && mention.kind == MentionKind::nominal && a.knowledge.words.stand_in.contains(a.lemmas[mention.head]))
      d.roles = {};
    if (const auto body = mention.kind == MentionKind::nominal ? body_that_one_is_at(a, mention.head) : none; body != none)
      d.heads_body = true, d.roles = a.details[static_cast<std::size_t>(body)].roles;
    const bool is_abroad = a.knowledge.words.abroad.contains(d.role_word) && d.role_word != "investigator";
    for (const auto c : a.tree.children(mention.head)) {
      const std::string_view label = a.word(c).deprel;
      const std::int32_t inner = a.mention_at(c);
      if (heads_a_body(a, mention.head, c))
        d.heads_body = true, d.roles = inner == none ? Roles{} : a.details[static_cast<std::size_t>(inner)].roles;
      if (inner == none) continue;
      const Details& part = a.details[static_cast<std::size_t>(inner)];
      if (c < mention.head) {
        // `the Maduro regime`: a name, whether the parser takes it for a part of a compound or for an attribute.
        const bool modifies = label == "compound" || (label == "amod" && a.word(c).upos == Upos::PROPN);
        if (modifies && d.possessor == none && d.noun && d.noun->government && (!part.known || part.known->kind == NameKind::leader))
          d.possessor = inner;
        continue;
      }
      if (base(label) != "nmod") continue;
      const std::string_view form = preposition(a, c);
      if (part.known && part.known->kind == NameKind::organisation && d.organisation == none) d.organisation = inner;
      // `an official of the union`: of no government.
      if (form == "of" && is_of_its_body(a.knowledge, d) && part.kind == ActorClass::organisation && part.noun && !part.noun->state &&
          !part.noun->government)
        d.roles = part.roles;
      const bool of = form == "of", from = form == "from" || form == "for";
      if (!of && !from && form != "in") continue;
      if (d.noun && d.noun->part && (of || from)) {
        if (d.country == no_country && part.country != no_country) d.country = part.country, d.rule = "phrase";
        if (d.roles.empty()) d.roles = part.roles;
        if (d.code.empty()) d.code = part.code;
        if (d.noun->kind == ActorClass::people && d.kind == ActorClass::people && part.kind == ActorClass::country && !part.known)
          d.kind = ActorClass::people;
        if (!d.noun->state && part.noun && part.noun->state && d.country == no_country) d.noun = part.noun;
      } else if (part.country != no_country && d.country == no_country && d.kind != ActorClass::unknown) {
        // soldiers and ambassadors are abroad there, and so is the mission of the United Nations in Libya
        const bool inside_a_body =
            form == "in" && d.kind == ActorClass::person && (part.kind == ActorClass::organisation || part.kind == ActorClass::people);
        const bool abroad = !inside_a_body && form == "in" && (is_abroad || d.roles.has(a.knowledge.mil) || !d.code.empty());
        const bool of_another = of && part.kind == ActorClass::country && a.knowledge.words.related.contains(a.lemmas[mention.head]);
        if (!abroad && !of_another &&
            (of || inside_a_body || part.kind == ActorClass::country || part.kind == ActorClass::place || part.known))
          d.country = part.country, d.rule = "phrase";
        if (d.roles.empty() && part.known && part.known->kind == NameKind::organisation) d.roles = part.roles;
      }
      // `police in Kaduna`, `the mayor of Istanbul`; soldiers may be abroad there.
      if (part.lies_in != no_country && d.country == no_country && d.code.empty() && d.noun &&
          !(form == "in" && (is_abroad || d.roles.has(a.knowledge.mil))))
        d.country = part.lies_in, d.rule = "place";
      if (d.code.empty() && d.country == no_country && (of || from) && !part.code.empty() && d.kind != ActorClass::country)
        d.code = part.code;
      if (of && d.noun && d.noun->government && d.possessor == none) d.possessor = inner;
    }
    if (d.former && !d.roles.empty() &&
        (d.roles.at[0] == a.knowledge.gov || d.roles.at[0] == a.knowledge.leg || d.roles.at[0] == a.knowledge.mil)) {
      d.roles = {};
      d.roles.add(a.knowledge.eli);
    } else if (d.former && d.noun && !d.noun->office) {
      // `former rebels` are rebels no more, but no former officials either
      Roles kept;
      for (std::uint8_t i = 0; i < d.roles.count; ++i)
        if (d.roles.at[i] != a.knowledge.eli) kept.add(d.roles.at[i]);
      d.roles = kept;
    }
    if (d.noun && d.noun->government && d.country != no_country) {
      const bool of_person = d.possessor != none && a.details[static_cast<std::size_t>(d.possessor)].kind != ActorClass::country;
      d.government = !of_person;
    }
  }
}

}  // namespace demarche
