#include "places/gazetteer.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <stdexcept>

#include "text/numbers.h"
#include "text/table.h"

namespace demarche {
namespace {

// U+00C0 to U+017F without their marks, the first letter of each; a blank for what has none.
constexpr std::string_view latin_1 = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";
static_assert(latin_1.size() == 64);
constexpr std::string_view latin_extended =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin_extended.size() == 128);

void append_letter(std::string& out, char32_t c) {
  if (c == 0xDF) {
    out += "ss";
  } else if (c == 0xC6 || c == 0xE6) {
    out += "ae";
  } else if (c == 0x132 || c == 0x133) {
    out += "ij";
  } else if (c == 0x152 || c == 0x153) {
    out += "oe";
  } else if (c == 0xDE || c == 0xFE) {
    out += "th";
  } else if (c >= 0xC0 && c < 0x100) {
    if (latin_1[c - 0xC0] != ' ') out += latin_1[c - 0xC0];
  } else if (c >= 0x100 && c < 0x180) {
    out += latin_extended[c - 0x100];
  } else if (c == 0x218 || c == 0x219) {
    out += 's';
  } else if (c == 0x21A || c == 0x21B) {
    out += 't';
  }
}

// Reads the lines of a table in place: the gazetteer is too long for a string per field.
struct Rows {
  std::filesystem::path path;
  std::string content;
  std::size_t at = 0, line = 0;

  explicit Rows(const std::filesystem::path& file) : path(file), content(read_file(file)) {}
  bool next(std::string_view (&fields)[7]) {
    while (at < content.size()) {
      std::size_t end = std::min(content.find('\n', at), content.size());
      std::string_view row(content.data() + at, end - at);
      at = end + 1;
      ++line;
      if (!row.empty() && row.back() == '\r') row.remove_suffix(1);
      if (row.empty() || row.front() == '#') continue;
      for (auto& field : fields) {
        const std::size_t tab = std::min(row.find('\t'), row.size());
        field = row.substr(0, tab);
        row.remove_prefix(std::min(tab + 1, row.size()));
      }
      return true;
    }
    return false;
  }
  [[noreturn]] void fail(std::string_view what) const {
    throw std::runtime_error(path.string() + ":" + std::to_string(line) + ": " + std::string(what));
  }
  float degrees(std::string_view text, float most) const {
    const auto value = number_in<float>(text);
    if (!value || *value < -most || *value > most) fail("'" + std::string(text) + "' is no latitude or longitude");
    return *value;
  }
  std::uint32_t count(std::string_view text) const {
    const auto value = number_in<std::uint32_t>(text);
    if (!value) fail("'" + std::string(text) + "' is no number of inhabitants");
    return *value;
  }
  void country(GazetteerPlace& place, std::string_view code) const {
    if (code.size() != 3 || !std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
      fail("'" + std::string(code) + "' is no country of three letters");
    code.copy(place.country, 3);
  }
};

void add_name(Gazetteer& gazetteer, std::uint32_t place, std::string_view written, bool other, std::string& folded) {
  folded.clear();
  append_place_key(folded, written);
  if (folded.empty()) return;
  GazetteerName name;
  name.place = place;
  name.other = other;
  name.capitals =
      std::none_of(written.begin(), written.end(), [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; });
  name.abbreviation = other && written.back() == '.' && gazetteer.places[place].kind == PlaceKind::region;
  std::int32_t& first = gazetteer.by_name.insert(folded);
  // The file's order is kept among places of one name.
  if (first < 0) {
    first = static_cast<std::int32_t>(gazetteer.names.size());
  } else {
    std::int32_t last = first;
    for (;;) {
      if (gazetteer.names[static_cast<std::size_t>(last)].place == place) return;
      if (gazetteer.names[static_cast<std::size_t>(last)].next < 0) break;
      last = gazetteer.names[static_cast<std::size_t>(last)].next;
    }
    gazetteer.names[static_cast<std::size_t>(last)].next = static_cast<std::int32_t>(gazetteer.names.size());
  }
  gazetteer.names.push_back(name);
  const auto words = static_cast<std::int32_t>(1 + std::count(folded.begin(), folded.end(), ' '));
  std::int32_t& most = gazetteer.first_words.insert(std::string_view(folded).substr(0, folded.find(' ')));
  most = std::max(most, words);
}

void add_names(Gazetteer& gazetteer, std::uint32_t place, std::string_view others, std::string& folded) {
  add_name(gazetteer, place, gazetteer.places[place].name, false, folded);
  while (!others.empty()) {
    const std::size_t bar = std::min(others.find('|'), others.size());
    add_name(gazetteer, place, others.substr(0, bar), true, folded);
    others.remove_prefix(std::min(bar + 1, others.size()));
  }
}

PlaceWords load_words(const std::filesystem::path& path) {
  static constexpr std::pair<std::string_view, std::vector<std::string> PlaceWords::*> sets[] = {
      {"locative", &PlaceWords::locative},
      {"direction", &PlaceWords::direction},
      {"title", &PlaceWords::title},
      {"form_of_address", &PlaceWords::form_of_address},
      {"office", &PlaceWords::office},
      {"other", &PlaceWords::other},
      {"time", &PlaceWords::time},
      {"borne", &PlaceWords::borne},
      {"addressed", &PlaceWords::addressed},
      {"spoken_to", &PlaceWords::spoken_to},
      {"stative", &PlaceWords::stative},
      {"way", &PlaceWords::way},
      {"departing", &PlaceWords::departing},
      {"taken", &PlaceWords::taken},
      {"deed", &PlaceWords::deed},
      {"of_city", &PlaceWords::of_city},
      {"of_region", &PlaceWords::of_region},
      {"state_office", &PlaceWords::state_office},
      {"state_politics", &PlaceWords::state_politics}};
  PlaceWords words;
  const Table table = read_table(path, 2, 2);
  for (const TableRow& row : table.rows) {
    const auto set = std::find_if(std::begin(sets), std::end(sets), [&](const auto& entry) { return entry.first == row.fields[0]; });
    if (set == std::end(sets)) throw table_error(table, row, "unknown set \"" + row.fields[0] + "\"");
    if (!(words.*set->second).empty()) throw table_error(table, row, "set \"" + row.fields[0] + "\" is there twice");
    words.*set->second = split_list(row.fields[1], ',');
    if ((words.*set->second).empty()) throw table_error(table, row, "a set without words");
  }
  for (const auto& [name, set] : sets)
    if ((words.*set).empty()) throw std::runtime_error(path.string() + ": has no set \"" + std::string(name) + "\"");
  return words;
}

}  // namespace

void append_place_key(std::string& out, std::string_view text) {
  std::size_t word = out.size();
  bool blank = !out.empty();
  const auto add = [&](auto append) {
    if (blank) out += ' ';
    if (blank) word = out.size();
    blank = false;
    append();
  };
  const auto close_word = [&] {
    if (out.size() == word + 2 && out.compare(word, 2, "st") == 0) out.replace(word, 2, "saint");
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      ++at;
      if (byte >= 'A' && byte <= 'Z')
        add([&] { out += static_cast<char>(byte + 32); });
      else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'))
        add([&] { out += static_cast<char>(byte); });
      else if ((byte == ' ' || byte == '-' || byte == '/') && out.size() > word)
        close_word(), blank = true;
      continue;
    }
    char32_t c = 0;
    if (byte < 0xE0 && at + 1 < text.size()) c = (byte & 0x1Fu) << 6 | (static_cast<unsigned char>(text[at + 1]) & 0x3Fu);
    at += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    if (c != 0) {
      const std::size_t before = out.size();
      add([&] { append_letter(out, c); });
      if (out.size() == before + 1 && out.back() == ' ') out.pop_back(), blank = true;
    } else if (byte == 0xE2 && out.size() > word && at <= text.size() && static_cast<unsigned char>(text[at - 2]) == 0x80 &&
               static_cast<unsigned char>(text[at - 1]) >= 0x90 && static_cast<unsigned char>(text[at - 1]) <= 0x95) {
      close_word();  // dashes
      blank = true;
    }
  }
  close_word();
}

void NameIndex::reserve(std::size_t names, std::size_t characters) {
  std::size_t size = 64;
  while (size < names * 2) size *= 2;
  slots_.assign(size, {});
  characters_.reserve(characters);
}

std::size_t NameIndex::slot_of(std::string_view key, std::uint64_t hash) const {
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at].used && (slots_[at].hash != hash || std::string_view(characters_).substr(slots_[at].offset, slots_[at].length) != key))
    at = (at + 1) & (slots_.size() - 1);
  return at;
}

std::int32_t NameIndex::find(std::string_view key) const {
  if (slots_.empty()) return -1;
  return slots_[slot_of(key, std::hash<std::string_view>()(key))].value;
}

std::int32_t& NameIndex::insert(std::string_view key) {
  if (slots_.empty() || used_ * 2 >= slots_.size()) {
    const std::vector<Slot> old = std::move(slots_);
    slots_.assign(std::max<std::size_t>(64, old.size() * 2), {});
    for (const Slot& slot : old) {
      if (!slot.used) continue;
      std::size_t at = slot.hash & (slots_.size() - 1);
      while (slots_[at].used) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = slot;
    }
  }
  const std::uint64_t hash = std::hash<std::string_view>()(key);
  Slot& slot = slots_[slot_of(key, hash)];
  if (!slot.used) {
    slot.used = true;
    slot.hash = hash;
    slot.offset = static_cast<std::uint32_t>(characters_.size());
    slot.length = static_cast<std::uint32_t>(key.size());
    characters_ += key;
    ++used_;
  }
  return slot.value;
}

std::shared_ptr<const Gazetteer> load_gazetteer(const std::filesystem::path& data_folder) {
  auto gazetteer = std::make_shared<Gazetteer>();
  Rows cities(data_folder / "places" / "cities.tsv");
  const std::size_t expected = cities.content.size() / 32 + 1000;
  gazetteer->places.reserve(expected);
  gazetteer->names.reserve(expected + expected / 4);
  gazetteer->by_name.reserve(expected + expected / 4, cities.content.size());
  gazetteer->first_words.reserve(expected, cities.content.size() / 2);
  std::string_view fields[7];
  std::string folded;
  std::vector<std::pair<std::string, std::uint32_t>> capitals;  // name, country
  const auto add_place = [&](GazetteerPlace place, std::string_view others) {
    gazetteer->places.push_back(std::move(place));
    add_names(*gazetteer, static_cast<std::uint32_t>(gazetteer->places.size() - 1), others, folded);
  };
  for (Rows countries(data_folder / "places" / "countries.tsv"); countries.next(fields);) {
    GazetteerPlace place;
    place.kind = PlaceKind::country;
    countries.country(place, fields[0]);
    if (fields[1].empty()) countries.fail("no name");
    place.name = fields[1];
    place.latitude = countries.degrees(fields[2], 90);
    place.longitude = countries.degrees(fields[3], 180);
    if (!fields[4].empty()) {
      capitals.emplace_back(fields[4], static_cast<std::uint32_t>(gazetteer->places.size()));
    }
    add_place(std::move(place), fields[5]);
  }
  for (Rows regions(data_folder / "places" / "regions.tsv"); regions.next(fields);) {
    GazetteerPlace place;
    place.kind = PlaceKind::region;
    if (fields[0].empty()) regions.fail("no name");
    place.name = fields[0];
    regions.country(place, fields[1]);
    place.latitude = regions.degrees(fields[2], 90);
    place.longitude = regions.degrees(fields[3], 180);
    fields[4].copy(place.state, 2);
    add_place(std::move(place), fields[5]);
  }
  while (cities.next(fields)) {
    GazetteerPlace place;
    if (fields[0].empty()) cities.fail("no name");
    place.name = fields[0];
    cities.country(place, fields[1]);
    fields[2].copy(place.state, 2);
    place.latitude = cities.degrees(fields[3], 90);
    place.longitude = cities.degrees(fields[4], 180);
    place.inhabitants = cities.count(fields[5]);
    add_place(std::move(place), fields[6]);
  }
  for (const auto& [name, country] : capitals) {
    folded.clear();
    append_place_key(folded, name);
    const std::int32_t first = gazetteer->find(folded);
    bool found = false;
    for (std::int32_t at = first; at >= 0 && !found; at = gazetteer->names[static_cast<std::size_t>(at)].next) {
      GazetteerPlace& place = gazetteer->places[gazetteer->names[static_cast<std::size_t>(at)].place];
      found = place.kind == PlaceKind::city && std::string_view(place.country) == gazetteer->places[country].country;
      place.capital = place.capital || found;
    }
    if (found) continue;
    // Capitals of small states are smaller than the cities of the list; they lie near enough to the middle of the country. One whose name
    // others bear (`Stanley`, `Hamilton`) is not known without further evidence.
    GazetteerPlace place = gazetteer->places[country];
    place.name = name;
    place.kind = PlaceKind::city;
    place.capital = first < 0;
    add_place(std::move(place), {});
  }
  gazetteer->words = load_words(data_folder / "places" / "words.tsv");
  return gazetteer;
}

}  // namespace demarche
