#include "actors/ranker.h"

#include <algorithm>

#include "text/numbers.h"
#include "text/table.h"

namespace demarche {
namespace {

constexpr std::array<std::string_view, cue_count> names = {"sentence 0",
                                                           "sentence 1",
                                                           "sentence 2",
                                                           "sentence 3",
                                                           "sentence 4-5",
                                                           "sentence 6+",
                                                           "words 1-5",
                                                           "words 6-15",
                                                           "words 16+",
                                                           "order 1",
                                                           "order 2",
                                                           "order 3",
                                                           "order 4-6",
                                                           "order 7+",
                                                           "first in sentence",
                                                           "subject",
                                                           "object",
                                                           "possessor",
                                                           "other place",
                                                           "of main verb",
                                                           "parallel subject",
                                                           "parallel object",
                                                           "by name",
                                                           "by nominal",
                                                           "by pronoun",
                                                           "by adjective",
                                                           "same pronoun",
                                                           "definite",
                                                           "indefinite",
                                                           "bare",
                                                           "person",
                                                           "people",
                                                           "organisation",
                                                           "country",
                                                           "place",
                                                           "unknown class",
                                                           "named",
                                                           "plural",
                                                           "gender known",
                                                           "gender unknown",
                                                           "mentions 1",
                                                           "mentions 2-3",
                                                           "mentions 4-9",
                                                           "mentions 10+",
                                                           "before 1",
                                                           "before 2-3",
                                                           "before 4-9",
                                                           "before 10+",
                                                           "most spoken of",
                                                           "other quote",
                                                           "other paragraph",
                                                           "last speaker",
                                                           "named in own words",
                                                           "subject before",
                                                           "speaker around",
                                                           "owned conjunct",
                                                           "same clause subject",
                                                           "joined subject",
                                                           "speaking person",
                                                           "speaking organisation",
                                                           "speaking country",
                                                           "owning place",
                                                           "open",
                                                           "open subject",
                                                           "open object",
                                                           "open possessive",
                                                           "open quoted",
                                                           "open source",
                                                           "open predicate",
                                                           "open clause",
                                                           "open after open",
                                                           "open after resolved",
                                                           "open without candidate",
                                                           "thing none",
                                                           "thing here",
                                                           "thing before",
                                                           "thing subject",
                                                           "thing parallel",
                                                           "thing nearer"};

}  // namespace

std::string_view name_of(Cue cue) { return names[static_cast<std::size_t>(cue)]; }

float score_of(const CueWeights& weights, PronounForm form, const Cues& cues) {
  float sum = 0;
  for (std::size_t c = 0; c < cue_count; ++c)
    if (cues[c]) sum += weights[c][static_cast<std::size_t>(form)];
  return sum;
}

CueWeights load_cue_weights(const std::filesystem::path& path) {
  const Table table = read_table(path, 1 + pronoun_forms, 1 + pronoun_forms);
  CueWeights weights{};
  for (const TableRow& row : table.rows) {
    const auto cue = std::find(names.begin(), names.end(), row.fields[0]);
    if (cue == names.end()) throw table_error(table, row, "no cue is called " + row.fields[0]);
    for (std::size_t form = 0; form < pronoun_forms; ++form) {
      const std::string& text = row.fields[form + 1];
      const auto weight = number_in<float>(text);
      if (!weight) throw table_error(table, row, "a weight is a number, not " + text);
      weights[static_cast<std::size_t>(cue - names.begin())][form] = *weight;
    }
  }
  return weights;
}

}  // namespace demarche
