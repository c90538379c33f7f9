// What the tables of data/actors say, in the form in which the rules ask for it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "actors/actors.h"
#include "actors/ranker.h"
#include "text/date.h"

namespace demarche {

// What a mention stands for, as far as its words tell.
enum class ActorClass : std::uint8_t { unknown, person, people, organisation, country, place };
enum class Gender : std::uint8_t { unknown, male, female };

// Sectors in order (the first is the main one), as indices in ActorKnowledge::sectors. Four are more than any code holds.
struct Roles {
  std::array<std::uint8_t, 4> at{};
  std::uint8_t count = 0;

  bool empty() const { return count == 0; }
  bool has(std::uint8_t sector) const {
    for (std::uint8_t i = 0; i < count; ++i)
      if (at[i] == sector) return true;
    return false;
  }
  void add(std::uint8_t sector) {
    if (count < at.size() && !has(sector)) at[count++] = sector;
  }
  void add(const Roles& other) {
    for (std::uint8_t i = 0; i < other.count; ++i) add(other.at[i]);
  }
};

inline constexpr std::int16_t no_country = -1;

// What a proper name, a nationality or a people means.
enum class NameKind : std::uint8_t { country, adjective, people, capital, seat, region, region_adjective, organisation, leader };
// Does the name mean a country or what stands for one, and neither a body nor a person?
inline bool is_country_sense(NameKind kind) { return kind != NameKind::organisation && kind != NameKind::leader; }

struct KnownName {
  NameKind kind = NameKind::country;
  bool acronym = false;               // as written in capitals only: `US`, not `us`
  bool armed = false;                 // an armed group
  std::int16_t country = no_country;  // index in ActorKnowledge::countries
  std::uint32_t row = 0;              // organisations and leaders: index of their row
};

// What a common noun or title means.
struct KnownNoun {
  ActorClass kind = ActorClass::unknown;
  Gender gender = Gender::unknown;
  Roles roles;
  bool political = false;               // from groups.tsv or offices.tsv
  bool office = false;                  // a title: `foreign minister`
  bool state = false;                   // belongs to a state
  bool part = false;                    // stands for a part of what its `of` phrase names
  bool government = false;              // the government of a country
  std::vector<std::int16_t> countries;  // an office that only these have under this name; empty: any
};

struct KnownModifier {
  Roles roles;
  bool too = false;  // adds to the sectors of the noun
};

struct Country {
  std::string code, name;
};

struct Organisation {
  std::string name;
  std::int16_t country = no_country;
  Roles roles;
  std::string code;  // empty: country and roles
};

struct Leader {
  std::string name;
  std::int16_t country = no_country;
  Roles roles;
  std::string code;
  std::optional<Date> since, until;
  std::int32_t next = -1;  // another row of the same name
};

// What reports call somebody well known: the words before the last, which is the key (`former`, `first` of `former first lady`).
struct Epithet {
  std::uint32_t person = 0;
  std::vector<std::string> words;
  std::optional<Date> since, until;
};

struct Sector {
  std::string plover, cameo;
};

// Lets a map with string keys be asked with views.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <typename Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

// Sets of lemmas that tell who is who (words.tsv).
struct WordSets {
  StringMap<bool> heading;                        // offices that states and all other bodies have: president
  StringMap<bool> becoming, appointing, serving;  // verbs behind which stands what somebody is
  StringMap<bool> body, place;                    // nouns for any body, any place
  StringMap<bool> armed_body;                     // nouns for a body that a word before them tells: the paramilitary force
  StringMap<bool> common;                         // names of bodies that many countries have
  StringMap<bool> press_seat;                     // places from which the press reports on other countries
  StringMap<bool> shared_surname;                 // names that alone mean no leader, unless his country is spoken of
  StringMap<bool> facing;                         // verbs whose subject is not of the country that is their object
  StringMap<bool> trade;                          // nouns by which a speaker is called again: "…," the diplomat said
  StringMap<bool> speaking_up;                    // verbs of who speaks, even where the text does not say what
  StringMap<bool> of_its_body;                    // offices that bodies of any kind have
  StringMap<bool> business;                       // last words of companies' names
  StringMap<bool> party_member;                   // names of parties that are what a member is called as well
  StringMap<bool> interviewed;                    // verbs of who gives an interview
  StringMap<bool> spokesman, stand_in;            // nouns for those who speak for, or stand in for, somebody
  StringMap<bool> document;                       // nouns for what is written, which speaks for whoever wrote it
  StringMap<bool> european_seat;                  // capitals whose name means the European Union
  StringMap<bool> kingdom, sultanate, emirate;    // countries (alpha-3) that `the kingdom` and the like may mean
  StringMap<bool> related;                        // nouns for somebody of another country than the one that he is set beside: an ally
  StringMap<bool> opposite;                       // nouns for who holds the same office of another country: a counterpart
  StringMap<bool> of_states;                      // nouns for organisations of states: the bloc
  StringMap<bool> craft;                          // nouns for things that act, but do not speak
  StringMap<bool> office_of;                      // nouns for those after whom an office is called that is a body
  StringMap<bool> thing;                          // nouns for which `who` cannot stand
  StringMap<bool> dealing;                        // nouns for whoever deals with a body and is none of it: a Facebook user
  StringMap<bool> mocking;                        // what stands before a name and is none: Crooked Hillary
  StringMap<bool> epithet;                        // nouns by which reports call somebody again whom they have named
  StringMap<bool> abroad, outside;                // nouns and modifiers of those who are of another country than the passage
};

// How far a phrase with this word in it may reach to either side, in words.
struct Reach {
  std::uint8_t before = 0, after = 0;
};

struct ActorKnowledge {
  std::vector<Sector> sectors;
  std::vector<Country> countries;
  std::vector<Organisation> organisations;
  std::vector<Leader> leaders;
  StringMap<KnownName> names;            // by folded name
  StringMap<std::uint16_t> name_starts;  // first part of a name (up to a space or hyphen) → longest name's bytes
  StringMap<KnownNoun> nouns;            // by folded lemmas
  StringMap<Reach> noun_words;           // each word of those
  StringMap<KnownModifier> modifiers;
  StringMap<std::vector<std::string>> genera;  // title → words that take up whoever has it: ambassador → diplomat
  StringMap<std::vector<std::int16_t>> areas;  // what is said before `nation` → countries that may be meant: gulf, landlocked
  StringMap<Gender> first_names;
  StringMap<bool> motion_verbs;  // verbs that make a place of a capital
  WordSets words;
  StringMap<std::int32_t> leader_surnames;   // last word of a leader's name → row; -1 where several share it
  StringMap<std::uint32_t> well_known;       // full names of those whose epithets follow
  StringMap<std::vector<Epithet>> epithets;  // by last word
  CueWeights cue_weights{};                  // whom pronouns mean
  std::uint8_t gov = 0, mil = 0, leg = 0, eli = 0, pty = 0, opp = 0, cvl = 0, cop = 0, reb = 0, prm = 0,
               spy = 0;  // sectors that rules name

  // `kingdom`, `sultanate`: the countries that are called so; null for other nouns.
  const StringMap<bool>* called(std::string_view noun) const;
  std::int16_t country(std::string_view code) const;  // of an alpha-3 code; no_country if there is none
  const KnownName* name(std::string_view folded) const;
  const KnownNoun* noun(std::string_view folded) const;
  // The one listed leader with this surname, or nullptr; nor is there one where many others are called so (`shared_surname`).
  const Leader* only_leader_called(std::string_view surname) const;
};

// Lower case, Latin letters without their accents, typographic apostrophes and hyphens as ASCII ones: what all keys are made of.
void append_folded(std::string& out, std::string_view text);
std::string folded(std::string_view text);

}  // namespace demarche
