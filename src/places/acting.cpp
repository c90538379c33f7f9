// Is a name a place where it stands, or the government that sits there?
#include "places/place_finder.h"
#include "text/words.h"

namespace demarche {

// `relations between Ankara and Athens`, but not `the road between` them: two governments, or two places?
bool PlaceFinder::is_between_governments(std::uint32_t top) const {
  static const std::vector<std::string> between = {"between"};
  if (base(word(top).deprel) != "nmod" || word(top).head == no_word || !has_case(top, between)) return false;
  const Word& joined = word(static_cast<std::uint32_t>(word(top).head));
  return joined.upos == Upos::NOUN && !is_one_of(joined.lemma, words_.way);
}

// Does the subject of the verb or noun do something? Not in `Moscow is a city`, `Gabon borders Cameroon`, `Haiti has no government`.
bool PlaceFinder::is_deed_of_subject(std::uint32_t predicate, std::string_view label) const {
  const Word& verb = word(predicate);
  if (verb.upos == Upos::NOUN && child(reading_, tree_, predicate, "cop") != no_word) return false;
  // `Damascus was bombed`: as an object; `Tehran was accused`
  if (label == "nsubj:pass") return is_one_of(verb.lemma, words_.addressed) || verb.upos != Upos::VERB;
  return !(verb.upos == Upos::VERB && is_one_of(verb.lemma, words_.stative));
}

// Governments speak, decide and are spoken to by the name of their seat or country.
bool PlaceFinder::acts(const PlaceMatch& match, const GazetteerPlace& place) const {
  if (place.kind == PlaceKind::city && !place.capital) return false;
  if (match.state_behind > 0) return false;
  const std::uint32_t head = head_of(reading_, match.words);
  if (const std::uint32_t top = first_of_list(head); is_between_governments(top)) return true;
  // `talk to Kigali`, `called on Kigali`: whither words go, not people.
  if (const std::uint32_t top = first_of_list(head); base(word(top).deprel) == "obl" && word(top).head != no_word) {
    static const std::vector<std::string> to = {"to", "on", "upon"};
    if (has_case(top, to) && is_one_of(word(static_cast<std::uint32_t>(word(top).head)).lemma, words_.spoken_to)) return true;
  }
  if (match.locative) return false;
  const std::string_view label = word(head).deprel;
  if (label.empty() || label == "_" || word(head).head == no_word) {
    const std::uint32_t next = match.words.last;
    return next < sentence(head).last && (word(next).upos == Upos::VERB || word(next).upos == Upos::AUX);
  }
  // The first of a list speaks for all of it.
  const std::uint32_t top = first_of_list(head);
  if (word(top).head == no_word || has_case(top, words_.locative)) return false;
  const auto governor = static_cast<std::uint32_t>(word(top).head);
  const std::string_view role = base(word(top).deprel);
  if (role == "nsubj") return is_deed_of_subject(governor, word(top).deprel);
  if (role == "iobj" || label == "obl:agent") return true;
  // `left Moscow`, `bombed Damascus`: a place; `accused Moscow`, `told Ankara`: a government.
  if (role == "obj") return is_one_of(word(governor).lemma, words_.addressed);
  if (label == "nmod:poss" && is_one_of(word(governor).lemma, words_.deed)) return true;
  if (role == "nmod" || role == "obl") {
    // `relations with Moscow`, `sanctions against Tehran`, `a call by Ankara`; but `the border with Iraq`, `left for Ankara`
    static const std::vector<std::string> with = {"with", "by", "against", "upon"}, whither = {"for"};
    if (has_case(top, with)) return !is_one_of(word(governor).lemma, words_.way);
    if (has_case(top, whither)) return !is_one_of(word(governor).lemma, words_.departing) && !is_one_of(word(governor).lemma, words_.way);
  }
  return false;
}

}  // namespace demarche
