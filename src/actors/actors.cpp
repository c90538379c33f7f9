#include "actors/actors.h"

#include <algorithm>

#include "actors/analysis.h"

namespace demarche {
namespace {

// The mention that a phrase is about: at its head, else the longest one inside of it.
std::int32_t mention_in(const Analysis& a, const std::optional<WordRange>& range) {
  const Actors& actors = a.coding.actors;
  if (!range || range->empty() || range->last > a.reading.words.size()) return no_mention;
  const std::int32_t at_head = actors.mention_of_head[head_of(a.reading, *range)];
  if (at_head != no_mention) return at_head;
  std::int32_t best = no_mention;
  for (std::uint32_t i = range->first; i < range->last; ++i) {
    const auto m = actors.mention_of_head[i];
    if (m == no_mention) continue;
    const Mention& mention = actors.mentions[static_cast<std::size_t>(m)];
    if (mention.kind == MentionKind::adjective) continue;
    if (best == no_mention || mention.words.size() > actors.mentions[static_cast<std::size_t>(best)].words.size()) best = m;
  }
  return best;
}

}  // namespace

void find_actors(const ActorKnowledge& knowledge, Coding& coding, const CountryOfPlace& country_of_place,
                 const CandidateObserver* observer) {
  coding.actors = {};
  Analysis a(knowledge, coding, country_of_place);
  a.observer = observer;
  fold_words(a);
  find_known_spans(a);
  find_phrases(a);
  map_statements(a);
  find_mentions(a);
  for (const Statement& s : coding.statements) {
    coding.actors.statement_source.push_back(mention_in(a, s.source));
    coding.actors.statement_addressee.push_back(mention_in(a, s.addressee));
  }
  describe_mentions(a);
  link_grammar(a);
  link_names(a);
  link_interview(a);
  link_nominals(a);
  link_introductions(a);
  find_turns(a);
  link_pronouns(a);
  make_entities(a);
}

}  // namespace demarche
