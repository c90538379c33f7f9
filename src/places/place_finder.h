// How places are found: words that name one (matching.cpp), which of the places of that name is meant (choosing.cpp), and whether it stands
// for those who govern there (acting.cpp). Inside of places/ only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "coding.h"
#include "places/gazetteer.h"
#include "reader/tree.h"

namespace demarche {

struct PlaceMatch {
  WordRange words;
  std::int32_t name = -1;          // first of the gazetteer's names
  std::int32_t chosen = -1;        // place
  bool locative = false;           // in, near, ...: surely a place
  bool marked = false;             // the reader calls it a place
  std::uint32_t state_behind = 0;  // `Paris, Texas`: one past the last word of the whole
  // What the name itself gave to the weight of a country, and of the states of the USA.
  double given = 0, given_to_states = 0;
  std::string_view given_to;
};

// How often the document speaks of a country (and of states of the USA), its ambiguous names left aside.
struct CountryWeights {
  std::vector<std::pair<std::string, double>> countries;
  double states = 0;

  void add(std::string_view country, double weight);
  double of(std::string_view country) const;
};

class PlaceFinder {
 public:
  PlaceFinder(const Gazetteer& gazetteer, const Coding& coding);
  std::vector<Place> find();

 private:
  const Word& word(std::uint32_t at) const { return reading_.words[at]; }
  const GazetteerName& name(std::int32_t at) const { return gazetteer_.names[static_cast<std::size_t>(at)]; }
  const GazetteerPlace& place_of(std::int32_t at) const { return gazetteer_.places[name(at).place]; }
  WordRange sentence(std::uint32_t at) const;
  bool is_capitalised(std::uint32_t at) const;
  // The word's form without points, in lower case; a view of `buffer`.
  std::string_view folded_word(std::uint32_t at, std::string& buffer) const;
  std::string folded(WordRange words) const;
  bool has_case(std::uint32_t head, const std::vector<std::string>& words) const;
  // The first of the list that the word stands in, by the tree.
  std::uint32_t first_of_list(std::uint32_t at) const;

  void index_names();

  // matching.cpp
  void find_matches();
  PlaceMatch longest_at(std::uint32_t first);
  bool may_be_written(std::int32_t first_name, WordRange words) const;
  bool is_abbreviation_only(std::int32_t first_name) const;
  void look_behind(PlaceMatch& match);
  std::string_view before(const PlaceMatch& match, std::string& buffer) const;
  bool has_locative(const PlaceMatch& match) const;
  bool is_country_name(const PlaceMatch& match) const;
  bool is_well_known(const PlaceMatch& match) const;
  bool is_place_name(PlaceMatch& match);
  bool in_name(PlaceMatch& match, const Name& covering, std::uint32_t next, bool next_is_name, const std::string& previous_word,
               const std::string& next_word) const;
  bool by_neighbours(const PlaceMatch& match, std::uint32_t next, bool next_is_name, const std::string& previous_word,
                     const std::string& next_word) const;
  bool is_taken(const PlaceMatch& match) const;
  bool may_stand_before(std::uint32_t at, std::string_view folded_form) const;
  bool goes_on_list(const PlaceMatch& match) const;
  bool next_is_noun(std::uint32_t next, WordRange around) const;
  bool is_title_or_place(std::uint32_t at) const;

  // choosing.cpp
  void weigh_contexts();
  void weigh_politics();
  void choose();
  bool has_state(std::string_view state) const;
  bool is_outshone(const PlaceMatch& match, std::int32_t town) const;
  const GazetteerPlace& best_by_size(std::int32_t first) const;
  double own_weight(std::int32_t at) const;
  bool is_beside_state(std::size_t i) const;
  std::string_view noun_around(const PlaceMatch& match) const;
  bool is_governed_as_state(const PlaceMatch& match) const;
  bool is_ambiguous(const PlaceMatch& match) const;
  bool is_named_by_itself(std::size_t entity) const;

  // acting.cpp
  bool acts(const PlaceMatch& match, const GazetteerPlace& place) const;
  bool is_between_governments(std::uint32_t top) const;
  bool is_deed_of_subject(std::uint32_t predicate, std::string_view label) const;

  const Gazetteer& gazetteer_;
  const Coding& coding_;
  const Reading& reading_;
  const Tree tree_;
  const PlaceWords& words_;
  std::vector<std::int32_t> name_of_;       // per word: the reader's name that covers it, or -1
  std::unordered_set<std::string> people_;  // names that people of the document bear: first and last words of them
  std::unordered_set<std::string> surnames_;
  std::vector<PlaceMatch> matches_;
  CountryWeights contexts_;
  std::string_view dateline_state_;   // of the USA
  std::vector<bool> state_politics_;  // per sentence: speaks of the politics of the USA's states
  mutable std::string buffer_;
  std::string key_;
};

}  // namespace demarche
