// Who acts, by trees that are given: also where the parser hangs a word where it does not belong.
#include "events/syntax.h"

#include <gtest/gtest.h>

#include "events/given.h"
#include "reader/conllu.h"

namespace demarche {
namespace {

// A sentence; its words are form, UPOS, XPOS, head, deprel and, where it is not the form, the lemma.
std::string conllu(const std::vector<std::vector<std::string>>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& w = words[i];
    out += std::to_string(i + 1) + "\t" + w[0] + "\t" + (w.size() > 5 ? w[5] : w[0]) + "\t" + w[1] + "\t" + w[2] + "\t_\t" + w[3] + "\t" +
           w[4] + "\t_\t_\n";
  }
  return out + "\n";
}

TEST(Syntax, ASubjectThatHangsOnThePredicateBehindIsTheVerbs) {
  const auto given = read_conllu(conllu({{"Oman", "PROPN", "NNP", "4", "nsubj"},
                                         {"remains", "VERB", "VBZ", "0", "root"},
                                         {"an", "DET", "DT", "4", "det"},
                                         {"ally", "NOUN", "NN", "2", "xcomp"},
                                         {"sending", "VERB", "VBG", "2", "advcl"},
                                         {"aid", "NOUN", "NN", "5", "obj"}}));
  const Syntax syntax(event_knowledge(), given.at(0).reading);
  EXPECT_EQ(syntax.surface_subject(1), 0);
  EXPECT_EQ(syntax.surface_subject(4), 0);
}

TEST(Syntax, WhoIsAskedByADemand) {
  const auto given = read_conllu(conllu({{"Oman", "PROPN", "NNP", "2", "nsubj"},
                                         {"rejected", "VERB", "VBD", "0", "root", "reject"},
                                         {"a", "DET", "DT", "4", "det"},
                                         {"demand", "NOUN", "NN", "2", "obj"},
                                         {"by", "ADP", "IN", "6", "case"},
                                         {"Chad", "PROPN", "NNP", "4", "nmod"},
                                         {"to", "PART", "TO", "8", "mark"},
                                         {"leave", "VERB", "VB", "4", "acl"}}));
  const Syntax syntax(event_knowledge(), given.at(0).reading);
  EXPECT_EQ(syntax.addressee(3), 0);
  EXPECT_EQ(syntax.noun_subject(3), 5);
}

}  // namespace
}  // namespace demarche
