// The gazetteer as it lies in memory: places, and their names folded so that spelling variants meet.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "places/places.h"

namespace demarche {

enum class PlaceKind : std::uint8_t { country, region, city };

struct GazetteerPlace {
  std::string name;
  char country[4] = {};  // alpha-3
  char state[3] = {};    // of the USA
  PlaceKind kind = PlaceKind::city;
  bool capital = false;
  float latitude = 0, longitude = 0;
  std::uint32_t inhabitants = 0;  // of cities
};

// One name of one place.
struct GazetteerName {
  std::uint32_t place = 0;
  std::int32_t next = -1;     // the next place of this name
  bool other = false;         // not the place's first name
  bool capitals = false;      // written in capitals alone: `US`, but not `us`
  bool abbreviation = false;  // stands only behind a city and a comma: `N.H.`
};

// Lower case, without accents, points and apostrophes, hyphens as blanks, `St.` as `saint`; appended to `out`, with a blank before it where
// `out` is not empty.
void append_place_key(std::string& out, std::string_view text);

// From strings to numbers: open addressing over one block of characters.
class NameIndex {
 public:
  void reserve(std::size_t names, std::size_t characters);
  std::int32_t find(std::string_view key) const;  // -1 for none
  std::int32_t& insert(std::string_view key);     // -1 where it is new

 private:
  struct Slot {
    std::uint32_t offset = 0, length = 0;
    std::uint64_t hash = 0;
    std::int32_t value = -1;
    bool used = false;
  };
  std::size_t slot_of(std::string_view key, std::uint64_t hash) const;
  std::string characters_;
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

// Words around names, by what they tell; folded (data/places/words.tsv says what each set is for).
struct PlaceWords {
  std::vector<std::string> locative, direction, title, form_of_address, office, other, time, borne, addressed, spoken_to, stative, way,
      departing, taken, deed, of_city, of_region, state_office, state_politics;
};

struct Gazetteer {
  PlaceWords words;
  std::vector<GazetteerPlace> places;
  std::vector<GazetteerName> names;
  NameIndex by_name;      // folded name → first of `names`
  NameIndex first_words;  // folded first word → most words of a name that starts with it

  std::int32_t find(std::string_view folded) const { return by_name.find(folded); }
};

}  // namespace demarche
