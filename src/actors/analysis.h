// What the stages of this room hand to each other. Inside of actors/ only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "actors/knowledge.h"
#include "actors/ranker.h"
#include "coding.h"
#include "reader/tree.h"

namespace demarche {

inline constexpr std::int32_t none = -1;

enum class Number : std::uint8_t { unknown, singular, plural };
enum class Syntax : std::uint8_t { other, subject, object, possessor };

// What is known of a mention from its own words and their neighbours.
struct Details {
  WordRange name;                    // the proper name in it without titles; empty if none
  WordRange title;                   // words before the name that are its title and nationality; empty if none
  const KnownName* known = nullptr;  // what the name means
  const KnownNoun* noun = nullptr;   // what the head noun (or title) means
  ActorClass kind = ActorClass::unknown;
  Number number = Number::unknown;
  Gender gender = Gender::unknown;
  std::uint8_t person = 3;
  Syntax syntax = Syntax::other;
  bool definite = false, indefinite = false, demonstrative = false, bare = false;
  bool reflexive = false, relative = false, possessive = false, demonym = false;
  bool quoted = false;      // in direct speech
  bool locative = false;    // `in Moscow`
  bool government = false;  // stands for a country's government
  bool former = false;
  bool heads_body = false;            // `president of the association`: in no office of a state
  bool predicate = false;             // says what somebody is (`he is a farmer`), and so means nobody else
  bool left_open = false;             // a pronoun that must not be guessed
  std::int32_t possessor = none;      // mention that its phrase belongs to: `Russia's`, `his`
  std::int32_t same_as = none;        // mention that grammar makes the same: apposition, copula, relative pronoun
  std::int32_t statement = none;      // innermost statement whose content it stands in
  std::int16_t country = no_country;  // by its own words
  std::int16_t lies_in = no_country;  // of a place that the tables do not know: whose mayor, police, residents; not the place's own
  Roles roles;                        // by its own words
  std::string_view rule;              // where these come from; static lifetime
  std::string_view code;              // an organisation's own code
  std::string_view role_word;         // `minister` of `Foreign Minister Lavrov` and of `the Russian foreign minister`
  std::int32_t organisation = none;   // mention of the organisation that a person belongs to (`Hamas spokesman`)
  std::int32_t group = none;          // cluster
  std::uint32_t sentence = 0, block = 0;
};

// Mentions taken to be the same actor, as it grows.
struct Group {
  std::vector<std::uint32_t> mentions;  // in the order in which they came
  ActorClass kind = ActorClass::unknown;
  Number number = Number::unknown;
  Gender gender = Gender::unknown;
  std::int16_t country = no_country;  // of any of its mentions
  bool is_country = false;            // the country (or its government) itself
  bool is_place = false;              // a place that is no country
  bool has_name = false;
  std::int32_t government_of = none;  // `the Maduro regime`: group of Maduro
};

struct Analysis {
  Analysis(const ActorKnowledge& k, Coding& c, const CountryOfPlace& p)
      : knowledge(k), country_of_place(p), coding(c), reading(c.reading), tree(c.reading) {}

  const ActorKnowledge& knowledge;
  const CountryOfPlace& country_of_place;  // may be empty
  const CandidateObserver* observer = nullptr;
  Coding& coding;
  const Reading& reading;
  Tree tree;
  std::string buffer;                           // owner of forms and lemmas
  std::vector<std::string_view> forms, lemmas;  // folded, per word
  std::vector<WordRange> known_spans;           // per word: the name of several words that the tables know around it, or empty
  std::vector<WordRange> phrases;               // per word: the noun phrase that it heads, without clauses and appositions behind it
  std::vector<std::int32_t> statement_of;       // per word: innermost statement whose content holds it
  std::vector<Details> details;                 // per mention
  std::vector<Group> groups;
  std::vector<std::int32_t> speaker;                       // per statement: group of its source
  std::vector<std::int32_t> turn_speaker, turn_addressee;  // per sentence of a transcript: group of who speaks, and to whom; else none
  std::vector<std::int32_t> country_group;                 // per country: its group

  Actors& actors() { return coding.actors; }
  const Actors& actors() const { return coding.actors; }
  const Word& word(std::uint32_t i) const { return reading.words[i]; }
  std::int32_t mention_at(std::uint32_t i) const { return coding.actors.mention_of_head[i]; }
  std::uint32_t head(std::uint32_t mention) const { return coding.actors.mentions[mention].head; }
  // Folded forms of the words with the text's own blanks between them.
  std::string joined(WordRange words, const std::vector<std::string_view>& of) const;
  std::int32_t new_group();
  void join(std::uint32_t mention, std::int32_t group);
  void merge(std::int32_t into, std::int32_t from);
  std::int32_t group_of_country(std::int16_t country);
};

// The stages, in the order in which find_actors calls them.
void fold_words(Analysis& a);
void find_known_spans(Analysis& a);
void find_phrases(Analysis& a);
void map_statements(Analysis& a);
void find_mentions(Analysis& a);
void describe_mentions(Analysis& a);
void link_grammar(Analysis& a);  // appositions, copulas, relative pronouns: sets Details::same_as
void link_names(Analysis& a);
void link_interview(Analysis& a);  // after names: who `Q:` and `A:` are
void link_nominals(Analysis& a);
void link_introductions(Analysis& a);  // after nominals: offices whose holder is named in the next paragraph
void find_turns(Analysis& a);          // after names and nominals
void link_pronouns(Analysis& a);       // third person, then governments of persons, then first and second person
void make_entities(Analysis& a);

// Which country a passage is about, asked for nouns that belong to some state without saying to which (`the army`).
class Focus {
 public:
  explicit Focus(const Analysis& a);
  // no_country where the passage names none. `nearness`: what the passage counts for against the whole document; 0: a country that the
  // document hardly speaks of is not meant. `margin`: how many times as likely as the next it must be.
  std::int16_t around(const Analysis& a, std::uint32_t mention, float nearness, float margin = 1) const;
  // How much of what the document says of countries is of this one: 0–1.
  float share(std::int16_t country) const { return total_[static_cast<std::size_t>(country)]; }

 private:
  struct Named {
    std::uint32_t mention, sentence, block;
    std::int16_t country;
    float weight;
    bool speaks;
  };
  std::vector<Named> named_;
  std::vector<bool> speaks_;                 // per mention: stands in the source of a statement
  std::vector<float> total_;                 // per country
  std::int16_t document_ = no_country;       // none without a clear majority
  std::int16_t reported_from_ = no_country;  // the dateline's
  std::int16_t home_ = no_country;           // that, else the first country that does something
};
// `his counterpart`, `her opposite number`, who holds another country's office.
inline bool is_counterpart(const Analysis& a, std::uint32_t mention) {
  const auto head = a.head(mention);
  return a.knowledge.words.opposite.contains(a.lemmas[head]) ||
         (head > 0 && a.knowledge.words.opposite.contains(std::string(a.lemmas[head - 1]) + " " + std::string(a.lemmas[head])));
}
// May the passage tell whose he is? Not of `diplomats` or `European officials`.
bool may_be_of_the_passage(const Analysis& a, std::uint32_t mention);
// The country of the leader whom a name alone tells: `Obama`; no_country where it tells none.
std::int16_t country_of_leader(const Analysis& a, std::uint32_t mention);
// `A Hamas official`: of the sector of the body that he is of, and not of a government by himself.
bool is_of_its_body(const ActorKnowledge& knowledge, const Details& d);
bool is_capitalised(std::string_view form);
// `R` of `Gov. Ann Ray (R)`.
bool is_party_letter(const Analysis& a, std::uint32_t word);
std::string_view preposition(const Analysis& a, std::uint32_t word);  // before the word; empty if there is none
// May the group be meant, by number, gender, country and class?
bool compatible(const Analysis& a, const Details& d, std::int32_t group);
// `workers who strike` are not `the workers` of before; `the state she once served` is not the place just named.
bool has_clause_of_its_own(const Analysis& a, std::uint32_t head);
// `Ann Ray spoke. The New York lawyer said …`: the group of whoever the sentence before was about, called by what he is, or none.
std::int32_t called_again(const Analysis& a, std::uint32_t mention);
// `Envoy Ann Ray spoke. “…,” the diplomat said`: the group of the only person who speaks or acts in the paragraph before that, or none.
// `speaks`: per mention, is it the source of a statement?
std::int32_t speaks_again(const Analysis& a, std::uint32_t mention, const std::vector<bool>& speaks);

// Per person of epithets.tsv that the document names: his group, or none.
std::vector<std::int32_t> groups_of_well_known(const Analysis& a);
// `Bernie Sanders spoke. The Vermont senator …`: the one of these who is called so. `alone`: by that one word (`the businessman`), which
// may be anybody's.
std::int32_t well_known(const Analysis& a, std::uint32_t mention, const std::vector<std::int32_t>& groups, bool alone);

}  // namespace demarche
