// Names of places in a reading: which words name one, which of the places of that name is meant, and whether it is a place there at all or
// the government that sits in it.
#include <cmath>

#include "places/place_finder.h"
#include "text/utf8.h"
#include "text/words.h"

namespace demarche {
namespace {

double rounded(float degrees) { return std::round(static_cast<double>(degrees) * 100) / 100; }

}  // namespace

PlaceFinder::PlaceFinder(const Gazetteer& gazetteer, const Coding& coding)
    : gazetteer_(gazetteer), coding_(coding), reading_(coding.reading), tree_(coding.reading), words_(gazetteer.words) {}

std::vector<Place> PlaceFinder::find() {
  index_names();
  find_matches();
  weigh_contexts();
  choose();
  std::vector<Place> places;
  for (const PlaceMatch& match : matches_) {
    if (match.chosen < 0) continue;
    const GazetteerPlace& place = gazetteer_.places[static_cast<std::size_t>(match.chosen)];
    Place out;
    out.words = match.words;
    if (match.state_behind > 0) out.words.last = match.state_behind;
    out.name = place.name;
    out.country = place.country;
    out.latitude = rounded(place.latitude);
    out.longitude = rounded(place.longitude);
    out.is_country = place.kind == PlaceKind::country;
    out.acts = acts(match, place);
    places.push_back(std::move(out));
  }
  return places;
}

WordRange PlaceFinder::sentence(std::uint32_t at) const {
  const std::uint32_t index = word(at).sentence;
  if (index < reading_.sentences.size()) return reading_.sentences[index].words;
  return {0, static_cast<std::uint32_t>(reading_.words.size())};
}

bool PlaceFinder::is_capitalised(std::uint32_t at) const {
  const std::string_view form = word(at).form;
  std::size_t offset = 0;
  return !form.empty() && is_upper(next_code_point(form, offset));
}

std::string_view PlaceFinder::folded_word(std::uint32_t at, std::string& buffer) const {
  buffer.clear();
  append_place_key(buffer, word(at).form);
  return buffer;
}

std::string PlaceFinder::folded(WordRange words) const {
  std::string key;
  for (std::uint32_t at = words.first; at < words.last; ++at) append_place_key(key, word(at).form);
  return key;
}

bool PlaceFinder::has_case(std::uint32_t head, const std::vector<std::string>& words) const {
  for (const std::uint32_t child : tree_.children(head))
    if (base(word(child).deprel) == "case" && is_one_of(folded_word(child, buffer_), words)) return true;
  return false;
}

std::uint32_t PlaceFinder::first_of_list(std::uint32_t at) const {
  for (int steps = 0; steps < 8 && base(word(at).deprel) == "conj" && word(at).head != no_word; ++steps)
    at = static_cast<std::uint32_t>(word(at).head);
  return at;
}

void PlaceFinder::index_names() {
  name_of_.assign(reading_.words.size(), -1);
  for (std::size_t i = 0; i < reading_.names.size(); ++i) {
    const WordRange words = reading_.names[i].words;
    for (std::uint32_t at = words.first; at < words.last && at < name_of_.size(); ++at) name_of_[at] = static_cast<std::int32_t>(i);
    // Surnames and given names of the document's people: `Jordan` may be one of them later.
    if (reading_.names[i].type != NameType::person || words.size() < 2 || words.last > reading_.words.size()) continue;
    for (const std::uint32_t at : {words.first, words.last - 1})
      if (is_capitalised(at)) people_.insert(std::string(folded_word(at, buffer_)));
    if (is_capitalised(words.last - 1)) surnames_.insert(std::string(folded_word(words.last - 1, buffer_)));
  }
}

void find_places(const Gazetteer& gazetteer, Coding& coding) {
  coding.places.clear();
  if (coding.reading.words.empty()) return;
  coding.places = PlaceFinder(gazetteer, coding).find();
}

}  // namespace demarche
