#include "reader/coordination.h"

#include <gtest/gtest.h>

#include <vector>

namespace demarche {
namespace {

struct Given {
  std::string_view form, xpos;
  std::int32_t head;  // from 1, 0 for the root
  std::string_view deprel;
};

// Head of the last word, from 1, after coordination is settled.
std::int32_t last_head(const std::vector<Given>& given) {
  Reading reading;
  for (const Given& g : given) {
    Word word;
    word.form = word.lemma = g.form;
    word.xpos = g.xpos;
    word.upos = g.xpos.starts_with("VB") && g.deprel != "aux" ? Upos::VERB : Upos::X;
    word.head = g.head == 0 ? no_word : g.head - 1;
    word.deprel = g.deprel;
    reading.words.push_back(word);
  }
  const WordRange all{0, static_cast<std::uint32_t>(reading.words.size())};
  reading.sentences.push_back({all, 0});
  settle_coordination(reading, all);
  return reading.words.back().head + 1;
}

TEST(Coordination, WhoeverSaidAccusedToo) {
  EXPECT_EQ(last_head({{"Ana", "NNP", 2, "nsubj"},
                       {"said", "VBD", 0, "root"},
                       {"they", "PRP", 5, "nsubj"},
                       {"had", "VBD", 5, "aux"},
                       {"come", "VBN", 2, "ccomp"},
                       {"and", "CC", 7, "cc"},
                       {"urged", "VBD", 5, "conj"}}),
            2);
}

TEST(Coordination, WhatIsJoinedToAPieceOfANameIsJoinedToTheName) {
  EXPECT_EQ(last_head({{"met", "VBD", 0, "root"},
                       {"Ana", "NNP", 1, "obj"},
                       {"Silva", "NNP", 2, "flat"},
                       {"and", "CC", 5, "cc"},
                       {"Ida", "NNP", 3, "conj"}}),
            2);
}

TEST(Coordination, WhatIsDoneTogetherStaysTogether) {
  EXPECT_EQ(last_head({{"Ana", "NNP", 2, "nsubj"},
                       {"said", "VBD", 0, "root"},
                       {"they", "PRP", 5, "nsubj"},
                       {"had", "VBD", 5, "aux"},
                       {"come", "VBN", 2, "ccomp"},
                       {"and", "CC", 7, "cc"},
                       {"eaten", "VBN", 5, "conj"}}),
            5);
  EXPECT_EQ(last_head({{"Ana", "NNP", 2, "nsubj"},
                       {"said", "VBD", 0, "root"},
                       {"they", "PRP", 4, "nsubj"},
                       {"came", "VBD", 2, "ccomp"},
                       {"and", "CC", 6, "cc"},
                       {"urged", "VBD", 4, "conj"}}),
            4);
}

}  // namespace
}  // namespace demarche
