#include "reader/regular.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace demarche {
namespace {

TEST(Lemmas, OfIrregularPastsThatAreOfOneVerbOnly) {
  EXPECT_EQ(irregular_lemma("froze"), "freeze");
  EXPECT_EQ(irregular_lemma("overthrown"), "overthrow");
  EXPECT_EQ(irregular_lemma("arose"), "arise");
  EXPECT_EQ(irregular_lemma("wrung"), "wring");
  EXPECT_EQ(irregular_lemma("saw"), "");
  EXPECT_EQ(irregular_lemma("signed"), "");
}

TEST(Lemmas, OfRegularFormsAreGuesses) {
  const auto freed = regular_lemmas("freed");
  EXPECT_NE(std::find(freed.begin(), freed.end(), "free"), freed.end());
}

}  // namespace
}  // namespace demarche
