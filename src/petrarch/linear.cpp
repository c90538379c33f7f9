// PETRARCH's rules (Schrodt, Beieler, Idris 2014): a verb's source is the first actor before it, its target the first other actor in its
// verb phrase, unless a pattern says who is who.
#include <algorithm>

#include "petrarch/rules.h"

namespace demarche::petrarch {
namespace {

bool is_other(const NounPhrase& phrase, const NounPhrase* source) {
  return !source || phrase.compound || source->compound || phrase.codes != source->codes;
}

class Search {
 public:
  Search(const Scene& scene, const VerbUse& verb, const Field& field) : scene_(scene) {
    const std::uint32_t start = field.before.empty() ? verb.word : scene.atoms[field.before.back()].word;
    const std::uint32_t end = field.end > verb.last_atom ? scene.atoms[field.end - 1].word + 1 : verb.word;
    for (std::uint32_t p = 0; p < scene.phrases.size(); ++p) {
      const NounPhrase& phrase = scene.phrases[p];
      if (scene.is_dropped(phrase.head)) continue;
      if (phrase.head < verb.word && phrase.head >= start) before_.push_back(&phrase);
      if (phrase.head > verb.word && phrase.words.first < end) behind_.push_back(&phrase);
    }
  }

  const NounPhrase* source() const {
    for (const NounPhrase* phrase : before_)
      if (!phrase->codes.empty()) return phrase;
    return before_.empty() ? nullptr : before_.front();
  }

  // `done`: words that the pattern was found at. An agent among them (`sent an envoy to Karsk`) is what is done, if somebody else is there.
  const NounPhrase* target(const NounPhrase* source, const std::vector<std::uint32_t>& done) const {
    for (const bool strict : {true, false})
      for (const NounPhrase* phrase : behind_) {
        if (phrase->codes.empty() || !is_other(*phrase, source)) continue;
        const bool is_done = std::any_of(done.begin(), done.end(), [&](std::uint32_t word) { return phrase->words.contains(word); });
        if (!(strict && is_done && phrase->codes[0].starts_with("---"))) return phrase;
      }
    for (const NounPhrase* phrase : behind_)
      if (phrase->codes.empty() && !phrase->time) return phrase;
    for (auto phrase = before_.rbegin(); phrase != before_.rend(); ++phrase)
      if (!(*phrase)->codes.empty() && *phrase != source && is_other(**phrase, source)) return *phrase;
    return behind_.empty() ? nullptr : behind_.front();
  }

 private:
  const Scene& scene_;
  std::vector<const NounPhrase*> before_, behind_;
};

const NounPhrase* at(const Scene& scene, std::int32_t phrase) {
  return phrase < 0 ? nullptr : &scene.parts[static_cast<std::size_t>(phrase)];
}

}  // namespace

void code_linear(const Scene& scene, Events& events) {
  std::uint32_t coded_to = 0;  // atoms before this stand in the verb phrase of a verb that was coded: verbs there are not asked
  for (const VerbUse& verb : verbs_of(scene)) {
    if (verb.first_atom < coded_to) continue;
    const Field field = field_of(scene, verb);
    const Matched matched = match_verb(scene, verb, field);
    if (matched.codes.empty()) continue;
    const Search search(scene, verb, field);
    const NounPhrase* source = at(scene, matched.bound.source);
    const NounPhrase* target = at(scene, matched.bound.target);
    if (matched.bound.compound >= 0) {
      const NounPhrase* compound = at(scene, matched.bound.compound);
      if (matched.bound.compound_before) {
        source = compound;
        if (!target) target = compound;
      } else {
        target = compound;
      }
    }
    const std::int32_t agent = agent_of(scene, verb.word);
    if (!source && !target && agent != no_word) {
      const NounPhrase* doer = scene.phrase_at(static_cast<std::uint32_t>(agent));
      if (doer && !doer->codes.empty()) {
        source = doer;
        target = search.source();
      }
    }
    if (!source) {
      source = search.source();
      // The pattern has taken the first actor for its target: the source is another one.
      if (source == target && target) source = search.target(target, matched.bound.matched);
    }
    if (!target) target = search.target(source, matched.bound.matched);
    if (events.add(source, target, matched)) coded_to = field.end;
  }
}

}  // namespace demarche::petrarch
