// How far a finding is to be believed: the probability that a careful annotator marks the same source and content, by logistic regression
// over what speaks for it. The weights are in data/speech/trust.tsv, fitted by training/fit_trust.py.
#pragma once

#include <array>
#include <filesystem>
#include <string_view>
#include <vector>

#include "speech/statement.h"

namespace demarche {

struct Coding;
struct Found;
struct SpeechLexicon;
struct SpeechContext;

inline constexpr std::array<std::string_view, 22> trust_features = {
    "bias",         "by-rule", "by-network", "share",       "score",       "content-margin", "source-margin", "overlap",
    "sources-meet", "clause",  "object",     "preposition", "infinitive",  "quote",          "no-source",     "pronoun",
    "length",       "parts",   "negated",    "cue-length",  "nominal-cue", "inside"};

struct TrustWeights {
  std::array<float, trust_features.size()> of{};
  float least = 0.5f;  // below it a finding is dropped
};

// Throws std::runtime_error with file and line.
TrustWeights load_trust(const std::filesystem::path& path);
std::array<float, trust_features.size()> features_of(const SpeechContext& context, const Found& found);
float trust(const TrustWeights& weights, const SpeechContext& context, const Found& found);

// For fitting the weights: all that is weighed in a document, whatever comes of it.
struct WeighedStatement {
  Statement statement;
  std::array<float, trust_features.size()> features;
};
std::vector<WeighedStatement> weighed_statements(const SpeechLexicon& lexicon, const Coding& coding);

}  // namespace demarche
