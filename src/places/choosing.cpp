// Which of the places of one name is meant.
#include <algorithm>
#include <cmath>

#include "places/place_finder.h"
#include "text/words.h"

namespace demarche {
namespace {

constexpr double ten_times_larger = 1;
constexpr std::uint32_t known_without_state = 200'000;  // inhabitants

// How likely a place is meant where nothing else is known: cities by the logarithm of their inhabitants.
double weight_of(const GazetteerPlace& place) {
  switch (place.kind) {
    case PlaceKind::country:
      return 9.5;
    case PlaceKind::region:
      return 6.8;
    case PlaceKind::city:
      return std::log10(static_cast<double>(place.inhabitants) + 1) + (place.capital ? 1 : 0);
  }
  return 0;
}

}  // namespace

void CountryWeights::add(std::string_view country, double weight) {
  for (auto& [code, sum] : countries)
    if (code == country) {
      sum += weight;
      return;
    }
  countries.emplace_back(std::string(country), weight);
}

double CountryWeights::of(std::string_view country) const {
  for (const auto& [code, sum] : countries)
    if (code == country) return sum;
  return 0;
}

std::string_view country_of_city(const Gazetteer& gazetteer, std::string_view name) {
  std::string key;
  append_place_key(key, name);
  const GazetteerPlace* best = nullptr;
  double highest = -1, elsewhere = -1;
  const auto each = [&](const auto& with) {
    for (std::int32_t at = gazetteer.find(key); at >= 0; at = gazetteer.names[static_cast<std::size_t>(at)].next)
      with(gazetteer.places[gazetteer.names[static_cast<std::size_t>(at)].place]);
  };
  bool is_country = false;
  each([&](const GazetteerPlace& place) {
    is_country = is_country || place.kind == PlaceKind::country;
    if (weight_of(place) > highest) highest = weight_of(place), best = &place;
  });
  if (!best || is_country) return {};
  each([&](const GazetteerPlace& place) {
    if (std::string_view(place.country) != best->country) elsewhere = std::max(elsewhere, weight_of(place));
  });
  return elsewhere < 0 || elsewhere + ten_times_larger <= highest ? std::string_view(best->country) : std::string_view();
}

void PlaceFinder::weigh_contexts() {
  for (PlaceMatch& match : matches_) {
    if (match.chosen >= 0) {
      const GazetteerPlace& place = gazetteer_.places[static_cast<std::size_t>(match.chosen)];
      contexts_.add(place.country, 1);
      contexts_.states += place.state[0] != 0;
      continue;
    }
    // Names that all of their bearers have in one country, or that one of them has by far.
    const GazetteerPlace& first = best_by_size(match.name);
    bool one_country = true, by_far = true;
    const double weight = weight_of(first);
    for (std::int32_t at = match.name; at >= 0; at = name(at).next) {
      if (std::string_view(place_of(at).country) == first.country) continue;
      one_country = false;
      by_far = by_far && place_of(at).kind == PlaceKind::city && own_weight(at) + ten_times_larger <= weight;
    }
    if (!by_far) continue;
    match.given = one_country ? 1 : 0.5;
    match.given_to = first.country;
    contexts_.add(first.country, match.given);
    if (std::string_view(first.country) == "USA" && first.kind != PlaceKind::country && !first.capital) {
      match.given_to_states = match.given;
      contexts_.states += match.given;
    }
  }
  weigh_politics();
  for (std::size_t i = 0; i < coding_.actors.entities.size(); ++i) {
    const std::string& country = coding_.actors.entities[i].country;
    if (country.size() == 3 && !is_named_by_itself(i)) contexts_.add(country, 1);
  }
  if (coding_.document.dateline_place) {
    std::string_view text = *coding_.document.dateline_place;
    const std::string_view last = text.substr(text.rfind(',') == std::string_view::npos ? 0 : text.rfind(',') + 1);
    std::string key;
    append_place_key(key, last);
    if (const std::int32_t found = gazetteer_.find(key); found >= 0) {
      const GazetteerPlace& place = best_by_size(found);
      contexts_.add(place.country, 2);
      if (std::string_view(place.country) == "USA" && !place.capital) contexts_.states += 2, dateline_state_ = place.state;
    }
  }
}

// Republicans, primaries: the states of the USA are near.
void PlaceFinder::weigh_politics() {
  constexpr double each = 0.75, most = 2.25;
  state_politics_.assign(reading_.sentences.size(), false);
  double sum = 0;
  for (std::uint32_t at = 0; at < reading_.words.size(); ++at) {
    if (!is_one_of(folded_word(at, buffer_), words_.state_politics)) continue;
    sum += each;
    if (word(at).sentence < state_politics_.size()) state_politics_[word(at).sentence] = true;
  }
  contexts_.states += std::min(most, sum);
}

// Do places of this name lie in several countries?
bool PlaceFinder::is_ambiguous(const PlaceMatch& match) const {
  if (match.chosen >= 0) return false;
  for (std::int32_t at = match.name; at >= 0; at = name(at).next)
    if (std::string_view(place_of(at).country) != place_of(match.name).country) return true;
  return false;
}

// An actor whose country is only what an ambiguous name was taken for (`Georgia`, `the president of Congo`) says nothing of which of them
// is meant; one that is named otherwise as well (`Georgian`) does.
bool PlaceFinder::is_named_by_itself(std::size_t entity) const {
  bool ambiguous = false;
  for (const Mention& mention : coding_.actors.mentions) {
    if (mention.entity != static_cast<std::int32_t>(entity) || mention.kind == MentionKind::pronoun) continue;
    const auto inside =
        std::find_if(matches_.begin(), matches_.end(), [&](const PlaceMatch& match) { return mention.words.contains(match.words.first); });
    if (inside == matches_.end() || !is_ambiguous(*inside)) return false;
    ambiguous = true;
  }
  return ambiguous;
}

const GazetteerPlace& PlaceFinder::best_by_size(std::int32_t first) const {
  std::int32_t best = first;
  double highest = -1;
  for (std::int32_t at = first; at >= 0; at = name(at).next)
    if (const double value = own_weight(at); value > highest) highest = value, best = at;
  return place_of(best);
}

double PlaceFinder::own_weight(std::int32_t at) const {
  const GazetteerPlace& place = place_of(at);
  double weight = weight_of(place);
  if (name(at).other && place.kind != PlaceKind::country) weight -= name(at).abbreviation ? 4 : place.kind == PlaceKind::city ? 0.6 : 1;
  return weight;
}

// Does the document name the state of the USA, itself or behind a town?
bool PlaceFinder::has_state(std::string_view state) const {
  if (state == dateline_state_) return true;
  return std::any_of(matches_.begin(), matches_.end(), [&](const PlaceMatch& match) {
    if (match.state_behind > 0 && match.chosen >= 0) return state == gazetteer_.places[static_cast<std::size_t>(match.chosen)].state;
    for (std::int32_t at = match.name; at >= 0; at = name(at).next)
      if (place_of(at).kind == PlaceKind::region && state == place_of(at).state) return true;
    return false;
  });
}

// `Geneva`, `Salisbury`: a small town of the USA is told with its state, or where the state is spoken of, if elsewhere another of its name
// is larger, or in a country that is spoken of.
bool PlaceFinder::is_outshone(const PlaceMatch& match, std::int32_t town) const {
  constexpr double clearly_larger = 0.5;
  const GazetteerPlace& place = place_of(town);
  if (place.state[0] == 0 || place.kind != PlaceKind::city || place.inhabitants >= known_without_state || has_state(place.state))
    return false;
  for (std::int32_t at = match.name; at >= 0; at = name(at).next) {
    const GazetteerPlace& other = place_of(at);
    if (std::string_view(other.country) == place.country) continue;
    if (own_weight(at) >= own_weight(town) + clearly_larger || contexts_.of(other.country) > 0) return true;
  }
  return false;
}

void PlaceFinder::choose() {
  for (std::size_t i = 0; i < matches_.size(); ++i) {
    PlaceMatch& match = matches_[i];
    if (match.chosen >= 0) continue;
    // `Paris, Texas`, and later on `Paris`
    const auto told = std::find_if(matches_.begin(), matches_.begin() + static_cast<std::ptrdiff_t>(i),
                                   [&](const PlaceMatch& other) { return other.state_behind > 0 && other.name == match.name; });
    if (told != matches_.begin() + static_cast<std::ptrdiff_t>(i)) {
      match.chosen = told->chosen;
      continue;
    }
    double highest = -1;
    const bool beside_state = is_beside_state(i);
    const std::uint32_t next = match.words.last;
    const bool state_follows = next < sentence(match.words.first).last && (word(next).form == "state" || word(next).form == "State");
    const bool surely_state = beside_state || state_follows || is_governed_as_state(match);
    const std::string_view noun = noun_around(match);
    const bool of_city = is_one_of(noun, words_.of_city), of_region = is_one_of(noun, words_.of_region);
    const std::uint32_t sentence_of = word(match.words.first).sentence;
    const bool politics = sentence_of < state_politics_.size() && state_politics_[sentence_of];
    for (std::int32_t at = match.name; at >= 0; at = name(at).next) {
      const GazetteerPlace& place = place_of(at);
      if (name(at).capitals && !may_be_written(at, match.words)) continue;
      const bool in_state = place.state[0] != 0;
      const double context = place.kind == PlaceKind::region && in_state
                                 ? contexts_.states - match.given_to_states
                                 : contexts_.of(place.country) - (match.given_to == place.country ? match.given : 0);
      const bool is_small_town = is_outshone(match, at);
      double weight = own_weight(at) + std::min(is_small_town ? 0.0 : 5.0, 1.6 * std::log2(1 + context));
      if (place.kind == PlaceKind::region && in_state && surely_state) weight += 4;
      if (place.kind == PlaceKind::region && in_state && politics) weight += 2;
      if (of_city) weight += place.kind == PlaceKind::city ? 2 : 0;
      if (of_region) weight += place.kind == PlaceKind::region ? 2 : 0;
      if (weight > highest) highest = weight, match.chosen = static_cast<std::int32_t>(name(at).place);
    }
  }
}

// Lemma of the noun that the place belongs to, before or behind it: the port of Hodeidah, Idlib province; empty if there is none.
std::string_view PlaceFinder::noun_around(const PlaceMatch& match) const {
  const std::uint32_t top = first_of_list(head_of(reading_, match.words));
  const std::string_view role = base(word(top).deprel);
  if (word(top).head == no_word || (role != "nmod" && role != "compound" && role != "appos")) return {};
  return word(static_cast<std::uint32_t>(word(top).head)).lemma;
}

// The governor of Georgia, a senator from Washington.
bool PlaceFinder::is_governed_as_state(const PlaceMatch& match) const {
  return base(word(first_of_list(head_of(reading_, match.words))).deprel) == "nmod" && is_one_of(noun_around(match), words_.state_office);
}

// In a list with a state of the USA: `Oregon and Washington`, `Florida, Georgia and Ohio`.
bool PlaceFinder::is_beside_state(std::size_t i) const {
  const auto is_state = [&](std::size_t k, bool behind) {
    const PlaceMatch &a = matches_[behind ? i : k], &b = matches_[behind ? k : i];
    if (b.words.first < a.words.last || b.words.first - a.words.last > 2 || sentence(a.words.first) != sentence(b.words.first))
      return false;
    for (std::uint32_t at = a.words.last; at < b.words.first; ++at)
      if (word(at).form != "," && word(at).form != "and" && word(at).form != "or") return false;
    bool state = false;
    for (std::int32_t at = matches_[k].name; at >= 0; at = name(at).next) {
      if (place_of(at).kind == PlaceKind::country) return false;
      state = state || (place_of(at).kind == PlaceKind::region && place_of(at).state[0] != 0 && !name(at).other);
    }
    return state;
  };
  return (i > 0 && is_state(i - 1, false)) || (i + 1 < matches_.size() && is_state(i + 1, true));
}

}  // namespace demarche
