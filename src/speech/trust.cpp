#include "speech/trust.h"

#include <algorithm>
#include <cmath>

#include "speech/found.h"
#include "text/numbers.h"
#include "text/table.h"
#include "text/words.h"

namespace demarche {
namespace {

float logit(float probability) {
  const float p = std::clamp(probability, 0.02f, 0.99f);
  return std::log(p / (1 - p));
}

float weight_in(const Table& table, const TableRow& row) {
  const auto weight = number_in<float>(row.fields[1]);
  if (!weight) throw table_error(table, row, "`" + row.fields[1] + "` is no number");
  return *weight;
}

}  // namespace

TrustWeights load_trust(const std::filesystem::path& path) {
  TrustWeights weights;
  const Table table = read_table(path, 2, 2);
  for (const auto& row : table.rows) {
    if (row.fields[0] == "least") {
      weights.least = weight_in(table, row);
      continue;
    }
    const auto at = std::find(trust_features.begin(), trust_features.end(), row.fields[0]);
    if (at == trust_features.end()) throw table_error(table, row, "unknown feature `" + row.fields[0] + "`");
    weights.of[static_cast<std::size_t>(at - trust_features.begin())] = weight_in(table, row);
  }
  return weights;
}

std::array<float, trust_features.size()> features_of(const SpeechContext& context, const Found& found) {
  const auto& s = found.statement;
  const auto& e = found.evidence;
  const auto words = words_of(s.content);
  const auto slash = s.rule.find('/');
  const auto frame = slash == std::string_view::npos ? std::string_view() : s.rule.substr(slash + 1);
  const bool pronoun = s.source && s.source->size() == 1 && context.word(s.source->first).upos == Upos::PRON;
  const bool nominal = found.anchor != no_anchor && !is_verbal(context.word(found.anchor));
  const auto yes = [](bool holds) { return holds ? 1.0f : 0.0f; };
  return {1,
          yes(e.by_rule),
          yes(e.by_network),
          e.by_rule ? e.share : 0,
          e.by_network ? logit(e.score) : 0,
          e.content_margin,
          e.source_margin,
          e.overlap,
          e.sources,
          yes(frame == "clause"),
          yes(frame == "object"),
          yes(frame.find('+') != std::string_view::npos),
          yes(frame == "to"),
          yes(s.rule.starts_with("quote")),
          yes(!s.source),
          yes(pronoun),
          std::log(static_cast<float>(std::max(words, 1u))),
          yes(s.content.size() > 1),
          yes(s.negated),
          static_cast<float>(std::min(s.cue ? s.cue->size() : 0u, 4u)),
          yes(nominal),
          yes(e.inside)};
}

float trust(const TrustWeights& weights, const SpeechContext& context, const Found& found) {
  const auto features = features_of(context, found);
  float sum = 0;
  for (std::size_t i = 0; i < features.size(); ++i) sum += weights.of[i] * features[i];
  return 1 / (1 + std::exp(-sum));
}

}  // namespace demarche
