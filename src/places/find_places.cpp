// Names of places in a reading: which words name one, which of the places of that name is meant, and whether it is a place there at all or
// the government that sits in it.
#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

#include "places/gazetteer.h"
#include "reader/tree.h"
#include "text/utf8.h"
#include "text/words.h"

namespace demarche {
namespace {

constexpr std::uint32_t longest_name = 8;      // words
constexpr std::uint32_t large_city = 500'000;  // known without further evidence

constexpr std::array<std::string_view, 32> locative = {
    "in",          "at",      "near",    "outside",  "around",   "across",   "inside",  "throughout", "into",     "within", "toward",
    "towards",     "through", "to",      "from",     "off",      "over",     "above",   "between",    "via",      "onto",   "beyond",
    "surrounding", "along",   "leaving", "entering", "visiting", "downtown", "central", "northern",   "southern", "nearby"};
constexpr std::array<std::string_view, 20> directions = {
    "north",   "south",    "east",      "west",      "northern",  "southern",  "eastern", "western", "central", "downtown",
    "greater", "mainland", "northeast", "northwest", "southeast", "southwest", "upper",   "lower",   "inner",   "northeastern"};
// Before a surname.
constexpr std::array<std::string_view, 30> titles = {
    "mr",        "mrs",   "ms",   "dr",    "sen",     "rep",         "gov",           "gen",     "col",       "lt",
    "maj",       "capt",  "sgt",  "judge", "justice", "sir",         "lady",          "lord",    "miss",      "prof",
    "professor", "coach", "pope", "saint", "senator", "congressman", "congresswoman", "officer", "inspector", "detective"};
// Behind a country or capital: an office, not the rest of a name.
constexpr std::array<std::string_view, 40> offices = {
    "president", "prime",    "foreign",       "defense",   "defence",    "interior",   "finance",  "minister",    "ministry", "king",
    "queen",     "prince",   "mayor",         "governor",  "ambassador", "chancellor", "police",   "parliament",  "supreme",  "government",
    "army",      "military", "international", "airport",   "province",   "region",     "district", "governorate", "oblast",   "city",
    "state",     "county",   "county's",      "peninsula", "valley",     "central",    "sen",      "gov",         "rep",      "vice"};
// Behind a place: the whole is something else.
constexpr std::array<std::string_view, 56> makes_other = {
    "times",      "post",       "herald",      "tribune",   "chronicle", "examiner",  "journal",     "globe",    "star",       "sun",
    "mail",       "news",       "gazette",     "telegraph", "observer",  "daily",     "review",      "accord",   "accords",    "agreement",
    "agreements", "convention", "conventions", "treaty",    "protocol",  "pact",      "declaration", "process",  "communique", "summit",
    "conference", "olympics",   "university",  "college",   "school",    "institute", "united",      "city's",   "bank",       "club",
    "fc",         "hotel",      "street",      "avenue",    "marathon",  "stock",     "hilton",      "redskins", "nationals",  "yankees",
    "knicks",     "plan",       "format",      "group",     "dialogue",  "bridge"};
constexpr std::array<std::string_view, 24> time_names = {
    "monday", "tuesday", "wednesday", "thursday",  "friday",  "saturday", "sunday",   "january", "february", "march", "april", "may",
    "june",   "july",    "august",    "september", "october", "november", "december", "sept",    "oct",      "nov",   "dec",   "jan"};

struct Match {
  WordRange words;
  std::int32_t name = -1;          // first of the gazetteer's names
  std::int32_t chosen = -1;        // place
  bool locative = false;           // in, near, ...: surely a place
  bool marked = false;             // the reader calls it a place
  std::uint32_t state_behind = 0;  // `Paris, Texas`: one past the last word of the whole
};

// How often the document speaks of a country (and of states of the USA), its ambiguous names left aside.
struct Contexts {
  std::vector<std::pair<std::string, double>> countries;
  double states = 0;

  void add(std::string_view country, double weight) {
    for (auto& [code, sum] : countries)
      if (code == country) {
        sum += weight;
        return;
      }
    countries.emplace_back(std::string(country), weight);
  }
  double of(std::string_view country) const {
    for (const auto& [code, sum] : countries)
      if (code == country) return sum;
    return 0;
  }
};

class PlaceFinder {
 public:
  PlaceFinder(const Gazetteer& gazetteer, Coding& coding)
      : gazetteer_(gazetteer), coding_(coding), reading_(coding.reading), tree_(coding.reading) {}

  void run() {
    index_names();
    find_matches();
    weigh_contexts();
    choose();
    for (const Match& match : matches_) {
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
      coding_.places.push_back(std::move(out));
    }
  }

 private:
  static double rounded(float degrees) { return std::round(static_cast<double>(degrees) * 100) / 100; }
  const Word& word(std::uint32_t at) const { return reading_.words[at]; }
  const GazetteerName& name(std::int32_t at) const { return gazetteer_.names[static_cast<std::size_t>(at)]; }
  const GazetteerPlace& place_of(std::int32_t at) const { return gazetteer_.places[name(at).place]; }
  WordRange sentence(std::uint32_t at) const {
    const std::uint32_t index = word(at).sentence;
    if (index < reading_.sentences.size()) return reading_.sentences[index].words;
    return {0, static_cast<std::uint32_t>(reading_.words.size())};
  }
  bool is_capitalised(std::uint32_t at) const {
    const std::string_view form = word(at).form;
    std::size_t offset = 0;
    return !form.empty() && is_upper(next_code_point(form, offset));
  }
  // The word's form without points, in lower case; a view of `buffer`.
  std::string_view folded_word(std::uint32_t at, std::string& buffer) const {
    buffer.clear();
    append_place_key(buffer, word(at).form);
    return buffer;
  }

  void index_names() {
    name_of_.assign(reading_.words.size(), -1);
    for (std::size_t i = 0; i < reading_.names.size(); ++i) {
      const WordRange words = reading_.names[i].words;
      for (std::uint32_t at = words.first; at < words.last && at < name_of_.size(); ++at) name_of_[at] = static_cast<std::int32_t>(i);
      // Surnames and given names of the document's people: `Jordan` may be one of them later.
      if (reading_.names[i].type != NameType::person || words.size() < 2 || words.last > reading_.words.size()) continue;
      for (const std::uint32_t at : {words.first, words.last - 1})
        if (is_capitalised(at)) people_.insert(std::string(folded_word(at, buffer_)));
    }
  }

  // The longest name of the gazetteer that starts at the word.
  Match longest_at(std::uint32_t first) {
    Match match;
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
  bool may_be_written(std::int32_t first_name, WordRange words) const {
    for (std::int32_t at = first_name; at >= 0; at = name(at).next) {
      if (!name(at).capitals) return true;
      bool small = false;
      for (std::uint32_t i = words.first; i < words.last; ++i)
        for (const char c : word(i).form) small = small || (c >= 'a' && c <= 'z');
      if (!small) return true;
    }
    return false;
  }

  bool is_abbreviation_only(std::int32_t first_name) const {
    for (std::int32_t at = first_name; at >= 0; at = name(at).next)
      if (!name(at).abbreviation) return false;
    return true;
  }

  void find_matches() {
    const auto count = static_cast<std::uint32_t>(reading_.words.size());
    for (std::uint32_t at = 0; at < count;) {
      if (!is_capitalised(at)) {
        ++at;
        continue;
      }
      Match match = longest_at(at);
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
  void look_behind(Match& match) {
    const std::uint32_t comma = match.words.last;
    if (comma + 1 >= sentence(comma - 1).last || word(comma).form != "," || !is_capitalised(comma + 1)) return;
    const Match behind = longest_at(comma + 1);
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

  std::string_view before(const Match& match, std::string& buffer) const {
    if (match.words.first == sentence(match.words.first).first) return {};
    return folded_word(match.words.first - 1, buffer);
  }

  bool has_locative(const Match& match) {
    if (is_one_of(before(match, buffer_), locative)) return true;
    // `in and around Aleppo`, `in northern Syria`: by the tree
    const std::uint32_t head = head_of(reading_, match.words);
    for (const std::uint32_t child : tree_.children(head))
      if (base(word(child).deprel) == "case" && is_one_of(folded_word(child, buffer_), locative)) return true;
    return false;
  }

  bool is_country_name(const Match& match) const {
    for (std::int32_t at = match.name; at >= 0; at = name(at).next)
      if (place_of(at).kind == PlaceKind::country) return true;
    return false;
  }
  bool is_well_known(const Match& match) const {
    for (std::int32_t at = match.name; at >= 0; at = name(at).next) {
      const GazetteerPlace& place = place_of(at);
      if (place.kind != PlaceKind::city || place.capital || place.inhabitants >= large_city) return true;
    }
    return false;
  }

  bool is_place_name(Match& match) {
    const WordRange words = match.words;
    const WordRange around = sentence(words.first);
    const std::uint32_t next = match.state_behind > 0 ? match.state_behind : words.last;
    const bool at_start = words.first == around.first;
    const bool next_is_name = next < around.last && is_capitalised(next) && word(next).space_before && word(next).form != "I";
    match.locative = has_locative(match);
    const std::string previous_word(before(match, buffer_));
    std::string next_word;
    if (next < around.last) next_word = folded_word(next, buffer_);

    if (is_one_of(previous_word, titles) && !is_country_name(match)) return false;
    if ((previous_word == "mr" || previous_word == "mrs" || previous_word == "ms" || previous_word == "dr" || previous_word == "sen" ||
         previous_word == "rep") &&
        words.first > 0)
      return false;
    if (next_is_name && is_one_of(next_word, makes_other)) return false;
    if (word(words.first).form == "@" ||
        (words.first > around.first && (word(words.first - 1).form == "@" || word(words.first - 1).form == "#")))
      return false;

    const std::int32_t index = name_of_[words.first];
    if (index >= 0) {
      const Name& covering = reading_.names[static_cast<std::size_t>(index)];
      const bool exact = covering.words.first >= words.first && covering.words.last <= next;
      const bool possessive = next_word == "s" && next < around.last && !word(next).space_before;
      const bool before_office = next_is_name && is_one_of(next_word, offices);
      switch (covering.type) {
        case NameType::place:
          // `Madison Square Garden`, `European Union`: parts of other names
          if (covering.words.last > next && next_is_name && !is_one_of(next_word, offices)) return false;
          if (covering.words.first < words.first && !may_stand_before(words.first - 1, previous_word) && !is_country_name(match))
            return false;
          match.marked = true;
          return true;
        case NameType::person:
          // One word, and nobody bears it in full: readers take `Riyadh` that acts, or is bombed, for a person.
          if (exact && people_.count(folded(words)) == 0) {
            match.marked = goes_on_list(match);
            if (match.marked || is_well_known(match)) return true;
          }
          return !exact && covering.words.first == words.first && (possessive || before_office) && is_well_known(match);
        case NameType::organization:
          // `Moscow` that acts is an organisation to some readers; `Washington Post` is no place.
          if (exact) return is_well_known(match) && people_.count(folded(words)) == 0;
          if (previous_word == "in") return true;
          return (possessive || before_office) && is_well_known(match) && covering.words.first == words.first;
        case NameType::event:
        case NameType::other:
          if (exact) return (match.locative || is_country_name(match)) && is_well_known(match);
          return (possessive || previous_word == "in") && is_well_known(match);
      }
    }
    // No name by the reader: by what stands around.
    const bool person_known = words.size() == 1 && people_.count(folded(words)) > 0;
    if (person_known && !match.locative) return false;
    if (next_is_name && !is_one_of(next_word, offices) && !is_one_of(next_word, time_names) && words.size() == 1 &&
        !is_demonym_or_title(next)) {
      if (!(is_country_name(match) && match.locative)) return false;
    }
    if (!at_start && words.first > 0 && is_capitalised(words.first - 1) && word(words.first - 1).space_before &&
        words.first - 1 > around.first && !is_one_of(previous_word, directions) && word(words.first - 1).upos != Upos::ADJ &&
        word(words.first - 1).upos != Upos::ADP && word(words.first - 1).upos != Upos::DET && !is_title_or_place(words.first - 1)) {
      if (!is_country_name(match)) return false;
      if (previous_word.size() > 1 && (word(words.first - 1).upos == Upos::PROPN || word(words.first - 1).upos == Upos::X) &&
          people_like(words))
        return false;
    }
    const Upos tag = word(words.last - 1).upos;
    if (tag != Upos::PROPN && tag != Upos::X && !(is_country_name(match) && tag == Upos::NOUN)) return false;
    if (previous_word == "the" && words.first > 0 && is_capitalised(words.first) && !is_country_name(match) && !next_is_noun(next, around))
      return false;
    return is_well_known(match) || (match.locative && !at_start);
  }

  // Words of a place's name, or before it, that leave the place what it is: `northern Idlib`, `Gulf of Aden`.
  bool may_stand_before(std::uint32_t at, std::string_view folded_form) const {
    return is_one_of(folded_form, directions) || word(at).upos == Upos::ADP || word(at).upos == Upos::DET || word(at).upos == Upos::PUNCT ||
           word(at).upos == Upos::CCONJ || !is_capitalised(at);
  }
  // `from Havana, Holguín and Camagüey`: in a list whose last member was a place.
  bool goes_on_list(const Match& match) const {
    if (matches_.empty() || word(matches_.back().words.first).sentence != word(match.words.first).sentence) return false;
    const Match& last = matches_.back();
    const std::uint32_t end = std::max(last.words.last, last.state_behind);
    if (!last.locative && !last.marked) return false;
    if (match.words.first <= end || match.words.first - end > 2) return false;
    for (std::uint32_t at = end; at < match.words.first; ++at)
      if (word(at).form != "," && word(at).form != "and" && word(at).form != "or") return false;
    return true;
  }

  bool next_is_noun(std::uint32_t next, WordRange around) const {
    return next < around.last && word(next).space_before &&
           (word(next).upos == Upos::NOUN || word(next).upos == Upos::X || word(next).upos == Upos::ADJ);
  }
  bool is_demonym_or_title(std::uint32_t at) const { return word(at).upos == Upos::ADJ; }
  bool is_title_or_place(std::uint32_t at) {
    return is_one_of(folded_word(at, buffer_), offices) || (!matches_.empty() && matches_.back().words.last == at + 1);
  }
  // Names of countries that people bear, too.
  bool people_like(WordRange words) {
    static constexpr std::array<std::string_view, 14> names = {"jordan", "chad",    "georgia", "israel",  "cuba",   "india",   "kenya",
                                                               "jersey", "holland", "ireland", "england", "france", "germany", "britain"};
    const std::string key = folded(words);
    return is_one_of(key, names);
  }

  std::string folded(WordRange words) const {
    std::string key;
    for (std::uint32_t at = words.first; at < words.last; ++at) append_place_key(key, word(at).form);
    return key;
  }

  void weigh_contexts() {
    for (const Match& match : matches_) {
      if (match.chosen >= 0) {
        const GazetteerPlace& place = gazetteer_.places[static_cast<std::size_t>(match.chosen)];
        contexts_.add(place.country, 1);
        contexts_.states += place.state[0] != 0;
        continue;
      }
      // Names that all of their bearers have in one country, or that one of them has by far.
      const GazetteerPlace& first = place_of(match.name);
      bool one_country = true;
      std::size_t count = 0;
      for (std::int32_t at = match.name; at >= 0; at = name(at).next) {
        one_country = one_country && std::string_view(place_of(at).country) == first.country;
        ++count;
      }
      if (!one_country) continue;
      contexts_.add(first.country, 1);
      if (std::string_view(first.country) == "USA" && first.kind != PlaceKind::country && !first.capital) contexts_.states += 1;
    }
    for (const Entity& entity : coding_.actors.entities)
      if (entity.country.size() == 3) contexts_.add(entity.country, 1);
    if (coding_.document.dateline_place) {
      std::string_view text = *coding_.document.dateline_place;
      const std::string_view last = text.substr(text.rfind(',') == std::string_view::npos ? 0 : text.rfind(',') + 1);
      std::string key;
      append_place_key(key, last);
      if (const std::int32_t found = gazetteer_.find(key); found >= 0) {
        const GazetteerPlace& place = best_by_size(found);
        contexts_.add(place.country, 2);
        if (std::string_view(place.country) == "USA" && !place.capital) contexts_.states += 2;
      }
    }
  }

  const GazetteerPlace& best_by_size(std::int32_t first) const {
    std::int32_t best = first;
    double highest = -1;
    for (std::int32_t at = first; at >= 0; at = name(at).next)
      if (const double value = own_weight(at); value > highest) highest = value, best = at;
    return place_of(best);
  }

  double own_weight(std::int32_t at) const {
    const GazetteerPlace& place = place_of(at);
    double weight = 0;
    switch (place.kind) {
      case PlaceKind::country:
        weight = 9.5;
        break;
      case PlaceKind::region:
        weight = 6.8;
        break;
      case PlaceKind::city:
        weight = std::log10(static_cast<double>(place.inhabitants) + 1) + (place.capital ? 1 : 0);
        break;
    }
    if (name(at).other && place.kind != PlaceKind::country) weight -= name(at).abbreviation ? 4 : place.kind == PlaceKind::city ? 0.6 : 1;
    return weight;
  }

  void choose() {
    for (std::size_t i = 0; i < matches_.size(); ++i) {
      Match& match = matches_[i];
      if (match.chosen >= 0) continue;
      double highest = -1;
      const bool beside_state = is_beside_state(i);
      const std::uint32_t next = match.words.last;
      const bool state_follows = next < sentence(match.words.first).last && (word(next).form == "state" || word(next).form == "State");
      for (std::int32_t at = match.name; at >= 0; at = name(at).next) {
        const GazetteerPlace& place = place_of(at);
        if (name(at).capitals && !may_be_written(at, match.words)) continue;
        const bool in_state = place.state[0] != 0;
        const double context = place.kind == PlaceKind::region && in_state ? contexts_.states : contexts_.of(place.country);
        double weight = own_weight(at) + std::min(5.0, 1.6 * std::log2(1 + context));
        if (place.kind == PlaceKind::region && in_state && (beside_state || state_follows)) weight += 4;
        if (weight > highest) highest = weight, match.chosen = static_cast<std::int32_t>(name(at).place);
      }
    }
  }

  // In a list with a state of the USA: `Oregon and Washington`, `Florida, Georgia and Ohio`.
  bool is_beside_state(std::size_t i) const {
    const auto is_state = [&](std::size_t k, bool behind) {
      const Match &a = matches_[behind ? i : k], &b = matches_[behind ? k : i];
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

  // Governments speak, decide and are spoken to by the name of their seat or country.
  bool acts(const Match& match, const GazetteerPlace& place) {
    if (place.kind == PlaceKind::city && !place.capital) return false;
    if (match.state_behind > 0 || match.locative) return false;
    const std::uint32_t head = head_of(reading_, match.words);
    const std::string_view label = word(head).deprel;
    if (label.empty() || label == "_" || word(head).head == no_word) {
      const std::uint32_t next = match.words.last;
      return next < sentence(head).last && (word(next).upos == Upos::VERB || word(next).upos == Upos::AUX);
    }
    // The first of a list speaks for all of it.
    std::uint32_t top = head;
    for (int steps = 0; steps < 8 && base(word(top).deprel) == "conj" && word(top).head != no_word; ++steps)
      top = static_cast<std::uint32_t>(word(top).head);
    const std::string_view role = base(word(top).deprel);
    for (const std::uint32_t child : tree_.children(top))
      if (base(word(child).deprel) == "case" && is_one_of(folded_word(child, buffer_), locative)) return false;
    if (role == "nsubj") {
      // `Moscow is a city`
      const std::int32_t governor = word(top).head;
      if (governor != no_word && child(reading_, tree_, static_cast<std::uint32_t>(governor), "cop") != no_word &&
          word(static_cast<std::uint32_t>(governor)).upos == Upos::NOUN)
        return false;
      return true;
    }
    if (role == "iobj" || label == "obl:agent") return true;
    if (role == "obj") {
      // `left Moscow`, `bombed Damascus`: a place; `accused Moscow`, `told Ankara`: a government.
      static constexpr std::array<std::string_view, 36> addressed = {
          "accuse",  "tell",     "ask",      "urge",     "warn",     "blame",    "criticize", "criticise", "condemn",
          "support", "back",     "press",    "pressure", "push",     "demand",   "call",      "inform",    "thank",
          "praise",  "sanction", "isolate",  "help",     "assist",   "persuade", "convince",  "provoke",   "anger",
          "oppose",  "fault",    "threaten", "punish",   "denounce", "force",    "allow",     "advise",    "embarrass"};
      const std::int32_t governor = word(top).head;
      return governor != no_word && is_one_of(word(static_cast<std::uint32_t>(governor)).lemma, addressed);
    }
    if (role == "nmod" || role == "obl") {
      // `relations with Moscow`, `sanctions against Tehran`, `a call by Ankara`
      static constexpr std::array<std::string_view, 5> with = {"with", "by", "against", "upon", "for"};
      for (const std::uint32_t child : tree_.children(top))
        if (base(word(child).deprel) == "case" && is_one_of(folded_word(child, buffer_), with)) return true;
    }
    return false;
  }

  const Gazetteer& gazetteer_;
  Coding& coding_;
  const Reading& reading_;
  const Tree tree_;
  std::vector<std::int32_t> name_of_;
  std::unordered_set<std::string> people_;
  std::vector<Match> matches_;
  Contexts contexts_;
  mutable std::string buffer_;
  std::string key_;
};

}  // namespace

void find_places(const Gazetteer& gazetteer, Coding& coding) {
  coding.places.clear();
  if (coding.reading.words.empty()) return;
  PlaceFinder(gazetteer, coding).run();
}

}  // namespace demarche
