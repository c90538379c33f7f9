#include "petrarch/match.h"

#include <algorithm>

namespace demarche::petrarch {
namespace {

constexpr std::size_t most_steps = 20000;  // of one pattern; hostile dictionaries and sentences end here
constexpr int deepest_synset = 8;          // sets within sets

// Walks over one side of the verb, away from it. Places are counted from the verb: 0 is the atom next to it.
class Side {
 public:
  Side(const Scene& scene, std::vector<std::uint32_t> atoms, bool backwards, std::size_t& steps, Bound& bound)
      : scene_(scene),
        atoms_(std::move(atoms)),
        count_(static_cast<std::uint32_t>(atoms_.size())),
        backwards_(backwards),
        steps_(steps),
        bound_(bound) {}

  bool match(const std::vector<PatternToken>& tokens) {
    std::vector<const PatternToken*> pending;
    for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) pending.push_back(&*token);
    return from(pending, 0, 0, nullptr);
  }

 private:
  struct Previous {
    const PatternToken* token;
    std::uint32_t place;  // of its atom
  };

  const Atom& atom(std::uint32_t place) const { return scene_.atoms[atoms_[place]]; }
  bool word_fits(const PatternToken& token, const Atom& found) const {
    if (found.text == token.text) return true;
    if (scene_.dictionaries.verbs.phrase_patterns && found.lemma == token.text) return true;
    return token.plural && found.text == plural_of(token.text);
  }

  // Elements in the same brackets stand in one noun phrase, or in one phrase behind its preposition.
  bool group_fits(const Previous* previous, const PatternToken& token, std::uint32_t place) const {
    if (!previous || token.group == 0 || previous->token->group != token.group) return true;
    const NounPhrase* here = scene_.phrase_at(atom(place).word);
    const NounPhrase* there = scene_.phrase_at(atom(previous->place).word);
    if (here && there) return here == there;
    return place <= previous->place + 2;  // particles and infinitives: `(TO LEAVE)`
  }

  // In PETRARCH2's patterns a word without brackets behind the verb is no word of a prepositional phrase, unless its preposition was named.
  bool place_fits(const Previous* previous, const PatternToken& token, std::uint32_t place) const {
    if (!scene_.dictionaries.verbs.phrase_patterns || backwards_ || token.group != 0) return true;
    const std::uint32_t word = atom(place).word;
    const std::int32_t part = scene_.part_of[word - scene_.words.first];
    if (part < 0 || !scene_.parts[static_cast<std::size_t>(part)].preposition || scene_.word(word).upos == Upos::ADP) return true;
    return previous && scene_.part_of[atom(previous->place).word - scene_.words.first] == part;
  }

  // `pending`: elements still to be found, the nearest last. `place`: the first atom that may be taken.
  bool from(std::vector<const PatternToken*>& pending, std::uint32_t place, int depth, const Previous* previous) {
    if (pending.empty()) return true;
    if (++steps_ > most_steps) return false;
    const PatternToken* token = pending.back();
    pending.pop_back();
    const bool fits = candidates(*token, pending, place, depth, previous);
    pending.push_back(token);
    return fits;
  }

  bool candidates(const PatternToken& token, std::vector<const PatternToken*>& pending, std::uint32_t place, int depth,
                  const Previous* previous) {
    if (token.kind == TokenKind::synset) return synset(token, pending, place, depth, previous);
    for (std::uint32_t at = place; at < count_; ++at) {
      if (steps_ > most_steps) return false;
      if (token.kind == TokenKind::word) {
        if (word_fits(token, atom(at)) && group_fits(previous, token, at) && place_fits(previous, token, at)) {
          const Previous here{&token, at};
          bound_.matched.push_back(atom(at).word);
          ++bound_.words;
          if (from(pending, at + 1, depth, &here)) return true;
          --bound_.words;
          bound_.matched.pop_back();
        }
      } else if (phrase(token, pending, at, depth)) {
        return true;
      }
      if (token.beside && !is_article(at)) return false;
    }
    return false;
  }

  // Articles stand between no two words that a pattern has side by side.
  bool is_article(std::uint32_t at) const { return atom(at).text == "THE" || atom(at).text == "A" || atom(at).text == "AN"; }

  bool synset(const PatternToken& token, std::vector<const PatternToken*>& pending, std::uint32_t place, int depth,
              const Previous* previous) {
    if (depth >= deepest_synset) return false;
    for (const std::vector<PatternToken>& phrase : scene_.dictionaries.verbs.synsets[token.synset].phrases) {
      if (phrase.empty()) continue;
      // The phrase's elements in the place of the set, the nearest last; how they hang together depends on the direction.
      std::vector<PatternToken> parts(phrase);
      if (backwards_) {
        std::reverse(parts.begin(), parts.end());
        for (std::size_t k = parts.size(); k-- > 1;) parts[k].beside = parts[k - 1].beside;
      }
      parts[0].beside = token.beside;
      for (PatternToken& part : parts) {
        part.group = token.group;
        part.noun_phrase = token.noun_phrase;
      }
      std::vector<const PatternToken*> extended = pending;
      for (auto part = parts.rbegin(); part != parts.rend(); ++part) extended.push_back(&*part);
      if (from(extended, place, depth + 1, previous)) return true;
    }
    return false;
  }

  // `$`, `+`, `^`, `%`: a whole phrase. Those that have codes are tried before those that have none.
  bool phrase(const PatternToken& token, std::vector<const PatternToken*>& pending, std::uint32_t at, int depth) {
    const std::int32_t p = scene_.part_of[atom(at).word - scene_.words.first];
    if (p < 0) return false;
    const NounPhrase& found = scene_.parts[static_cast<std::size_t>(p)];
    if (found.codes.empty() && found.time) return false;
    if (found.codes.empty() && token.kind != TokenKind::skipped) return false;
    if (token.kind == TokenKind::compound && !found.compound) return false;
    std::uint32_t next = at;
    while (next < count_ && scene_.part_of[atom(next).word - scene_.words.first] == p) ++next;
    const Bound before = bound_;
    if (token.kind == TokenKind::source) bound_.source = p;
    if (token.kind == TokenKind::target) bound_.target = p;
    if (token.kind == TokenKind::compound) {
      bound_.compound = p;
      bound_.compound_before = backwards_;
    }
    ++bound_.words;
    if (from(pending, next, depth, nullptr)) return true;
    bound_ = before;
    return false;
  }

  const Scene& scene_;
  std::vector<std::uint32_t> atoms_;  // the nearest first
  std::uint32_t count_;
  bool backwards_;
  std::size_t& steps_;
  Bound& bound_;
};

}  // namespace

std::optional<Bound> match(const Scene& scene, const Field& field, const Pattern& pattern) {
  Bound bound;
  std::size_t steps = 0;
  const auto fits = [&](const std::vector<PatternToken>& tokens, const std::vector<std::uint32_t>& atoms, bool backwards) {
    return tokens.empty() || (!atoms.empty() && Side(scene, atoms, backwards, steps, bound).match(tokens));
  };
  if (!fits(pattern.left, field.before, true) || !fits(pattern.right, field.behind, false)) return {};
  return bound;
}

}  // namespace demarche::petrarch
