// Where an event was: the place that the words around its trigger name, or mean by `the city` and `there`.
#include <algorithm>

#include "events/circumstances.h"
#include "text/words.h"

namespace demarche {
// Does the lexicon know the verb for deeds of this type?
bool Circumstances::may_be_of_type(std::uint32_t verb, std::string_view type) const {
  const auto& verbs = knowledge_.by_lemma[static_cast<std::size_t>(PredicateKind::verb)];
  const auto found = verbs.find(syntax_.lemma(verb));
  return found != verbs.end() && std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t predicate) {
           const auto of = knowledge_.predicates[predicate].type;
           return of < knowledge_.types.size() && knowledge_.types[of].name == type;
         });
}

// Does a preposition say that something is there?
bool Circumstances::is_within(std::uint32_t phrase) const {
  for (const std::string_view preposition :
       {"in", "at", "near", "outside", "inside", "around", "across", "throughout", "into", "off", "through", "within"})
    if (syntax_.has_marker(phrase, preposition)) return true;
  return false;
}

// Or that it goes there? `sanctions on Mali`, `an appeal to Mali` are not in Mali.
bool Circumstances::is_located(std::uint32_t phrase, std::uint32_t trigger, std::string_view type) const {
  if (is_within(phrase)) return true;
  if (syntax_.head(phrase) == no_word) return false;
  const auto governor = static_cast<std::uint32_t>(syntax_.head(phrase));
  const bool is_verbs = syntax_.relation(phrase) == "obl";
  if (syntax_.has_marker(phrase, "to")) {
    if (syntax_.is_among(governor, knowledge_.whither)) return true;
    // `send an envoy to Beirut`, where the tree has the phrase with the envoy
    return syntax_.relation(governor) == "obj" && syntax_.head(governor) != no_word &&
           syntax_.is_among(static_cast<std::uint32_t>(syntax_.head(governor)), knowledge_.whither);
  }
  if (syntax_.has_marker(phrase, "on"))
    return syntax_.is_among(governor, knowledge_.onto) || (is_verbs && is_one_of(type, {"ASSAULT", "PROTEST", "MOBILIZE"}));
  const bool of_trigger = governor == trigger;
  if (!is_verbs && !of_trigger) return false;
  if (syntax_.has_marker(phrase, "over")) return is_one_of(type, {"ASSAULT", "MOBILIZE"});
  // `the siege of Marib`
  return of_trigger && syntax_.has_marker(phrase, "of") && is_one_of(type, {"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"});
}

bool Circumstances::is_person(std::uint32_t noun) const {
  const auto* const who = entity_of(coding_.actors, coding_.actors.mention_of_head[noun]);
  return who && who->type == EntityType::person;
}

// `blocked the port of Rotterdam`, `in Tulsa's north side`; but not `met China's premier`, `as Chad's leader`.
bool Circumstances::is_owned_thing(std::uint32_t phrase) const {
  if ((!syntax_.has_marker(phrase, "of") && syntax_.label(phrase) != "nmod:poss") || syntax_.head(phrase) == no_word) return false;
  const auto thing = static_cast<std::uint32_t>(syntax_.head(phrase));
  if (syntax_.word(thing).upos != Upos::NOUN) return false;
  if (is_person(thing)) return false;
  const auto role = syntax_.relation(thing);
  return role == "obj" || ((role == "obl" || role == "nmod") && is_located(thing, thing, {}));
}

// What `the city`, `the country` and `there` mean: the last place before them of which that may be said, in this sentence or the one
// before; -1 for none.
std::int32_t Circumstances::place_meant(std::uint32_t word) const {
  const auto lemma = syntax_.lemma(word);
  const bool there = lemma == "there" && syntax_.relation(word) == "advmod";
  const bool country = lemma == "country", town = is_one_of(lemma, {"city", "town", "village", "port"});
  if (!there && !country && !town) return -1;
  if (!there) {
    // `the city`, not `the southern city of Basra`
    bool known = false;
    for (const auto c : syntax_.children(word)) {
      if (syntax_.relation(c) == "det")
        known = is_one_of(syntax_.lemma(c), {"the", "that"});
      else if (syntax_.relation(c) != "case" && syntax_.word(c).upos != Upos::PUNCT && !is_one_of(syntax_.lemma(c), {"same", "also"}))
        return -1;
    }
    if (!known || !is_located(word, word, {})) return -1;
  }
  const auto behind =
      std::lower_bound(places_.begin(), places_.end(), word, [](WordRange range, std::uint32_t at) { return range.first < at; });
  for (auto i = static_cast<std::size_t>(behind - places_.begin()); i-- > 0;) {
    if (places_[i].empty() || coding_.reading.words[places_[i].first].sentence + 1 < coding_.reading.words[word].sentence) break;
    const Place& place = coding_.places[i];
    if (!there && place.is_country != country) continue;
    const auto antecedent = head_of(coding_.reading, places_[i]);
    const bool fits = there ? !place.acts && !syntax_.marker(antecedent).empty()
                            : country || is_within(antecedent) || is_one_of(syntax_.label(antecedent), {"obj", "nsubj:pass"});
    return fits ? static_cast<std::int32_t>(i) : -1;
  }
  return -1;
}

// A place where something is, or where it goes; not one that acts.
void Circumstances::set_place(Event& event, std::uint32_t trigger) const {
  const WordRange words = coding_.reading.sentences[event.sentence].words;
  int best = too_far;
  const auto consider = [&](std::int32_t place, int cost) {
    if (cost < best) best = cost, event.where = place;
  };
  const auto start = std::lower_bound(places_.begin(), places_.end(), words.first,
                                      [](WordRange range, std::uint32_t first) { return range.first < first; });
  for (auto i = static_cast<std::size_t>(start - places_.begin()); i < places_.size() && places_[i].first < words.last; ++i) {
    if (places_[i].empty() || coding_.places[i].acts) continue;
    const auto head = head_of(coding_.reading, places_[i]);
    std::uint32_t phrase = head;
    for (int step = 0; step < 3 && syntax_.head(phrase) != no_word; ++step) {
      const auto role = syntax_.relation(phrase);
      if (role != "compound" && role != "flat" && role != "appos") break;
      phrase = static_cast<std::uint32_t>(syntax_.head(phrase));
    }
    // `an attack on Arizona Senator Ruiz` is not in Arizona.
    if (phrase != head && is_person(phrase)) continue;
    // `the Tulsa protest`; but a country's strike may be its own.
    const bool named = phrase == trigger && !coding_.places[i].is_country;
    const bool entered = syntax_.relation(phrase) == "obj" && is_one_of(syntax_.lemma(trigger), {"visit", "tour", "enter", "invade"});
    const bool located = named || entered || is_located(phrase, trigger, event.type);
    if (!located && !is_owned_thing(phrase)) continue;
    consider(static_cast<std::int32_t>(i),
             distance(trigger, head, false, event.type) + (located ? 0 : 2) + (coding_.places[i].is_country ? 1 : 0));
  }
  for (auto word = words.first; word < words.last; ++word)
    if (const auto place = place_meant(word); place >= 0) consider(place, distance(trigger, word, false, event.type) + 1);
}

}  // namespace demarche
