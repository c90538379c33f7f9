// Which words of a text name a place.
#include <algorithm>
#include <cmath>

#include "places/place_finder.h"
#include "text/words.h"

namespace demarche {
namespace {

constexpr std::uint32_t longest_name = 8;      // words
constexpr std::uint32_t large_city = 500'000;  // known without further evidence

}  // namespace

// The longest name of the gazetteer that starts at the word.
PlaceMatch PlaceFinder::longest_at(std::uint32_t first) {
  PlaceMatch match;
  const std::uint32_t end = std::min<std::uint32_t>(sentence(first).last, static_cast<std::uint32_t>(reading_.words.size()));
  const std::string_view first_folded = folded_word(first, buffer_);
  if (first_folded.empty()) return match;
  const std::int32_t most = gazetteer_.first_words.find(first_folded.substr(0, first_folded.find(' ')));
  if (most < 0) return match;
  key_.clear();
  std::uint32_t letters = 0;
  for (std::uint32_t at = first; at < end && letters < static_cast<std::uint32_t>(most) && at - first < 2 * longest_name; ++at) {
    const std::string_view form = word(at).form;
    if (form == "-" || form == "\xE2\x80\x91") continue;  // Port-au-Prince, in three words or more
    const std::size_t before = key_.size();
    append_place_key(key_, form);
    if (key_.size() == before) break;  // a comma, a bracket
    ++letters;
    const std::int32_t found = gazetteer_.find(key_);
    if (found < 0 || !may_be_written(found, {first, at + 1})) continue;
    match.words = {first, at + 1};
    match.name = found;
  }
  return match;
}

// `us` is no country, `us` in capitals may be.
bool PlaceFinder::may_be_written(std::int32_t first_name, WordRange words) const {
  for (std::int32_t at = first_name; at >= 0; at = name(at).next) {
    if (!name(at).capitals) return true;
    bool small = false;
    for (std::uint32_t i = words.first; i < words.last; ++i)
      for (const char c : word(i).form) small = small || (c >= 'a' && c <= 'z');
    if (!small) return true;
  }
  return false;
}

bool PlaceFinder::is_abbreviation_only(std::int32_t first_name) const {
  for (std::int32_t at = first_name; at >= 0; at = name(at).next)
    if (!name(at).abbreviation) return false;
  return true;
}

void PlaceFinder::find_matches() {
  const auto count = static_cast<std::uint32_t>(reading_.words.size());
  for (std::uint32_t at = 0; at < count;) {
    if (!is_capitalised(at)) {
      ++at;
      continue;
    }
    PlaceMatch match = longest_at(at);
    if (match.name < 0) {
      ++at;
      continue;
    }
    look_behind(match);
    if ((match.state_behind == 0 && is_abbreviation_only(match.name)) || !is_place_name(match)) {
      at = match.words.last;
      continue;
    }
    at = std::max(match.words.last, match.state_behind);
    matches_.push_back(match);
  }
}

// `Paris, Texas`, `Manchester, N.H.`, `Caracas, Venezuela`: the city in that state or country, if there is one.
void PlaceFinder::look_behind(PlaceMatch& match) {
  const std::uint32_t comma = match.words.last;
  if (comma + 1 >= sentence(comma - 1).last || word(comma).form != "," || !is_capitalised(comma + 1)) return;
  const PlaceMatch behind = longest_at(comma + 1);
  if (behind.name < 0) return;
  for (std::int32_t outer = behind.name; outer >= 0; outer = name(outer).next) {
    const GazetteerPlace& around = place_of(outer);
    if (around.kind == PlaceKind::city) continue;
    for (std::int32_t inner = match.name; inner >= 0; inner = name(inner).next) {
      const GazetteerPlace& place = place_of(inner);
      if (place.kind == PlaceKind::country || std::string_view(place.country) != around.country) continue;
      if (place.kind == PlaceKind::region && around.kind == PlaceKind::region) continue;
      if (around.kind == PlaceKind::region && around.state[0] != 0 && std::string_view(place.state) != around.state) continue;
      if (around.kind == PlaceKind::region && around.state[0] == 0 &&
          std::abs(place.latitude - around.latitude) + std::abs(place.longitude - around.longitude) > 12)
        continue;
      match.chosen = static_cast<std::int32_t>(name(inner).place);
      match.state_behind = behind.words.last;
      return;
    }
  }
}

std::string_view PlaceFinder::before(const PlaceMatch& match, std::string& buffer) const {
  if (match.words.first == sentence(match.words.first).first) return {};
  return folded_word(match.words.first - 1, buffer);
}

bool PlaceFinder::has_locative(const PlaceMatch& match) const {
  if (is_one_of(before(match, buffer_), words_.locative)) return true;
  // `in and around Aleppo`, `in northern Syria`: by the tree
  const std::uint32_t head = head_of(reading_, match.words);
  if (has_case(head, words_.locative)) return true;
  // `in Florida, Georgia and Ohio`: all of the list
  return base(word(head).deprel) == "conj" && goes_on_list(match) && matches_.back().locative;
}

bool PlaceFinder::is_country_name(const PlaceMatch& match) const {
  for (std::int32_t at = match.name; at >= 0; at = name(at).next)
    if (place_of(at).kind == PlaceKind::country) return true;
  return false;
}

bool PlaceFinder::is_well_known(const PlaceMatch& match) const {
  for (std::int32_t at = match.name; at >= 0; at = name(at).next) {
    const GazetteerPlace& place = place_of(at);
    if (place.kind != PlaceKind::city || place.capital || place.inhabitants >= large_city) return true;
  }
  return false;
}

bool PlaceFinder::is_place_name(PlaceMatch& match) {
  const WordRange words = match.words;
  const WordRange around = sentence(words.first);
  const std::uint32_t next = match.state_behind > 0 ? match.state_behind : words.last;
  const bool next_is_name = next < around.last && is_capitalised(next) && word(next).space_before && word(next).form != "I";
  match.locative = has_locative(match);
  const std::string previous_word(before(match, buffer_));
  std::string next_word;
  if (next < around.last) next_word = folded_word(next, buffer_);

  if (is_one_of(previous_word, words_.title) && !is_country_name(match)) return false;
  if (is_one_of(previous_word, words_.form_of_address) && words.first > 0) return false;
  if (next_is_name && is_one_of(next_word, words_.other)) return false;
  if (word(words.first).form == "@" ||
      (words.first > around.first && (word(words.first - 1).form == "@" || word(words.first - 1).form == "#")))
    return false;

  const std::int32_t index = name_of_[words.first];
  if (index < 0) return by_neighbours(match, next, next_is_name, previous_word, next_word);
  return in_name(match, reading_.names[static_cast<std::size_t>(index)], next, next_is_name, previous_word, next_word);
}

// Where the reader has a name: what kind of name, and which part of it.
bool PlaceFinder::in_name(PlaceMatch& match, const Name& covering, std::uint32_t next, bool next_is_name, const std::string& previous_word,
                          const std::string& next_word) const {
  const WordRange words = match.words;
  const bool exact = covering.words.first >= words.first && covering.words.last <= next;
  const bool possessive = next_word == "s" && next < sentence(words.first).last && !word(next).space_before;
  const bool before_office = next_is_name && is_one_of(next_word, words_.office);
  switch (covering.type) {
    case NameType::place:
      // `Madison Square Garden`, `European Union`: parts of other names
      if (covering.words.last > next && next_is_name && !before_office) return false;
      if (covering.words.first < words.first && !may_stand_before(words.first - 1, previous_word) && !is_country_name(match)) return false;
      // `Jordan said`, where a man of that name has been spoken of
      if (exact && !match.locative && words.size() == 1 && previous_word != "of" && surnames_.count(folded(words)) > 0) return false;
      match.marked = true;
      return true;
    case NameType::person:
      // One word, and nobody bears it in full: readers take `Riyadh` that acts, or is bombed, for a person.
      if (exact && people_.count(folded(words)) == 0) {
        match.marked = goes_on_list(match);
        if (match.marked || is_well_known(match) || is_taken(match)) return true;
      }
      // `Queen Rania of Jordan`
      if (previous_word == "of" && covering.words.last <= next && is_country_name(match)) return true;
      return !exact && covering.words.first == words.first && (possessive || before_office) && is_well_known(match);
    case NameType::organization:
      // `Moscow` that acts is an organisation to some readers; `Washington Post` is no place.
      if (exact) return is_well_known(match) && people_.count(folded(words)) == 0;
      if (previous_word == "in") return true;
      return (possessive || before_office) && is_well_known(match) && covering.words.first == words.first;
    case NameType::event:
    case NameType::other:
      if (exact && people_.count(folded(words)) == 0 && is_taken(match)) return true;
      if (exact) return (match.locative || is_country_name(match) || covering.type == NameType::other) && is_well_known(match);
      return (possessive || previous_word == "in") && is_well_known(match);
  }
  return false;
}

// Where the reader has none: by what stands around.
bool PlaceFinder::by_neighbours(const PlaceMatch& match, std::uint32_t next, bool next_is_name, const std::string& previous_word,
                                const std::string& next_word) const {
  const WordRange words = match.words;
  const WordRange around = sentence(words.first);
  const bool at_start = words.first == around.first;
  const bool person_known = words.size() == 1 && people_.count(folded(words)) > 0;
  if (person_known && !match.locative) return false;
  if (next_is_name && !is_one_of(next_word, words_.office) && !is_one_of(next_word, words_.time) && words.size() == 1 &&
      word(next).upos != Upos::ADJ) {
    if (!(is_country_name(match) && match.locative)) return false;
  }
  if (!at_start && words.first > 0 && is_capitalised(words.first - 1) && word(words.first - 1).space_before &&
      words.first - 1 > around.first && !is_one_of(previous_word, words_.direction) && word(words.first - 1).upos != Upos::ADJ &&
      word(words.first - 1).upos != Upos::ADP && word(words.first - 1).upos != Upos::DET && !is_title_or_place(words.first - 1)) {
    if (!is_country_name(match)) return false;
    if (previous_word.size() > 1 && (word(words.first - 1).upos == Upos::PROPN || word(words.first - 1).upos == Upos::X) &&
        is_one_of(folded(words), words_.borne))
      return false;
  }
  const Upos tag = word(words.last - 1).upos;
  if (tag != Upos::PROPN && tag != Upos::X && !(is_country_name(match) && tag == Upos::NOUN)) return false;
  if (previous_word == "the" && words.first > 0 && is_capitalised(words.first) && !is_country_name(match) && !next_is_noun(next, around))
    return false;
  return is_well_known(match) || (match.locative && !at_start) || is_taken(match);
}

// Captured, shelled, fled: what is done to places.
bool PlaceFinder::is_taken(const PlaceMatch& match) const {
  const std::uint32_t top = first_of_list(head_of(reading_, match.words));
  const std::string_view label = word(top).deprel;
  if ((base(label) != "obj" && label != "nsubj:pass") || word(top).head == no_word) return false;
  return is_one_of(word(static_cast<std::uint32_t>(word(top).head)).lemma, words_.taken);
}

// Words of a place's name, or before it, that leave the place what it is: `northern Idlib`, `Gulf of Aden`.
bool PlaceFinder::may_stand_before(std::uint32_t at, std::string_view folded_form) const {
  return is_one_of(folded_form, words_.direction) || word(at).upos == Upos::ADP || word(at).upos == Upos::DET ||
         word(at).upos == Upos::PUNCT || word(at).upos == Upos::CCONJ || !is_capitalised(at);
}

// `from Havana, Holguín and Camagüey`: in a list whose last member was a place.
bool PlaceFinder::goes_on_list(const PlaceMatch& match) const {
  if (matches_.empty() || word(matches_.back().words.first).sentence != word(match.words.first).sentence) return false;
  const PlaceMatch& last = matches_.back();
  const std::uint32_t end = std::max(last.words.last, last.state_behind);
  if (!last.locative && !last.marked) return false;
  if (match.words.first <= end || match.words.first - end > 2) return false;
  for (std::uint32_t at = end; at < match.words.first; ++at)
    if (word(at).form != "," && word(at).form != "and" && word(at).form != "or") return false;
  return true;
}

bool PlaceFinder::next_is_noun(std::uint32_t next, WordRange around) const {
  return next < around.last && word(next).space_before &&
         (word(next).upos == Upos::NOUN || word(next).upos == Upos::X || word(next).upos == Upos::ADJ);
}
bool PlaceFinder::is_title_or_place(std::uint32_t at) const {
  return is_one_of(folded_word(at, buffer_), words_.office) || (!matches_.empty() && matches_.back().words.last == at + 1);
}

}  // namespace demarche
