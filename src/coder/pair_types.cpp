#include "coder/pair_types.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace demarche {
namespace {

// What an event of the lexicon adds to the logarithm of its type's probability, by how near it is; tuned by cross-validation with the
// network (training/README.md). Events the other way round, from the target to the source, were of no help there.
constexpr double weight_of(Witness witness) {
  switch (witness) {
    case Witness::both:
      return 2.0;
    case Witness::one:
      return 1.5;
  }
  return 0;
}

// Texts up to this many words are seen whole, as in training; of longer ones the sentences from one mark to the other.
constexpr std::uint32_t whole_text = 200;

WordRange context_of(const Reading& reading, WordRange source, WordRange target) {
  const auto size = static_cast<std::uint32_t>(reading.words.size());
  if (size <= whole_text) return {0, size};
  if (source.empty()) source = target;
  if (target.empty()) target = source;
  const std::uint32_t first = std::min(source.first, target.first), last = std::max(source.last, target.last);
  return {reading.sentences[reading.words[first].sentence].words.first, reading.sentences[reading.words[last - 1].sentence].words.last};
}

// The type as pairs are judged: to concede and to retreat are one.
std::string_view merged(std::string_view type) { return type == "CONCEDE" || type == "RETREAT" ? "YIELD" : type; }

// What the network says of the first query, given that there is a deed.
void hear_network(const PairTypes& answer, PairType& found) {
  const std::vector<float>& row = answer.rows.front();
  float total = 0;
  for (std::size_t k = 0; k < row.size(); ++k) {
    if (answer.names[k] == no_deed) continue;
    total += row[k];
    const auto name = merged(answer.names[k]);
    const auto known = std::find(found.names.begin(), found.names.end(), name);
    if (known == found.names.end()) {
      found.names.emplace_back(name);
      found.network.push_back(row[k]);
    } else {
      found.network[static_cast<std::size_t>(known - found.names.begin())] += row[k];
    }
  }
  for (float& probability : found.network) probability /= std::max(total, 1e-6F);
}

float probability_of(const PairTypes& answer, std::string_view type) {
  const auto at = std::find(answer.names.begin(), answer.names.end(), type);
  return at == answer.names.end() ? 0 : answer.rows.front()[static_cast<std::size_t>(at - answer.names.begin())];
}

std::vector<Testimony> hear_lexicon(const Coding& coding, WordRange source, WordRange target) {
  const auto touches = [&](std::int32_t mention, WordRange marked) {
    return mention != no_mention && !marked.empty() && coding.actors.mentions[static_cast<std::size_t>(mention)].words.overlaps(marked);
  };
  const auto any_touches = [&](const std::vector<std::int32_t>& mentions, WordRange marked) {
    return std::any_of(mentions.begin(), mentions.end(), [&](std::int32_t mention) { return touches(mention, marked); });
  };
  std::vector<Testimony> heard;
  for (std::uint32_t i = 0; i < coding.events.size(); ++i) {
    const Event& event = coding.events[i];
    const bool from = touches(event.source, source), to = any_touches(event.targets, target);
    // Where one of the two isn't marked, the other is all that can be asked for.
    if ((from || source.empty()) && (to || target.empty()))
      heard.push_back({Witness::both, i});
    else if (from || to)
      heard.push_back({Witness::one, i});
  }
  return heard;
}

}  // namespace

std::string_view name_of(Witness witness) {
  switch (witness) {
    case Witness::both:
      return "both";
    case Witness::one:
      return "one";
  }
  return "one";
}

PairType type_pair(Coder& coder, const Coding& coding, const MarkedSentence& sentence) {
  const Reading& reading = coding.reading;
  if (reading.hidden_width == 0) throw std::runtime_error("the text has no words, or too many of them");
  const WordRange source = words_in(reading, sentence.source), target = words_in(reading, sentence.target);
  if (source.empty() && target.empty()) throw std::runtime_error("the marks hold no word");
  const PairQueries asked{&reading, {{context_of(reading, source, target), source, target}}};
  const PairTypes answer = coder.pairs().type({&asked, 1}).front();
  PairType found;
  hear_network(answer, found);
  found.testimonies = hear_lexicon(coding, source, target);

  // Of several events of one type the nearest counts.
  std::vector<double> scores(found.names.size());
  double total = 0;
  for (std::size_t k = 0; k < scores.size(); ++k) {
    double added = 0;
    for (const Testimony& testimony : found.testimonies)
      if (merged(coding.events[testimony.event].type) == found.names[k]) added = std::max(added, weight_of(testimony.witness));
    scores[k] = std::max(static_cast<double>(found.network[k]), 1e-6) * std::exp(added);
    total += scores[k];
  }
  const auto best = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  found.score = scores[best] / total;

  const Event* event = nullptr;
  Witness nearest = Witness::one;
  for (const Testimony& testimony : found.testimonies) {
    const Event& candidate = coding.events[testimony.event];
    if (merged(candidate.type) != found.names[best] || (event && testimony.witness >= nearest)) continue;
    event = &candidate;
    nearest = testimony.witness;
  }
  if (event)
    found.type = event->type;
  else if (found.names[best] == "YIELD")
    found.type = probability_of(answer, "CONCEDE") > probability_of(answer, "RETREAT") ? "CONCEDE" : "RETREAT";
  else
    found.type = found.names[best];
  if (event && nearest == Witness::both) {
    found.mode = event->mode;
    found.cameo = event->cameo;
  }
  if (found.cameo.empty()) found.cameo = plain_cameo(*coder.knowledge().events, found.type);
  return found;
}

}  // namespace demarche
