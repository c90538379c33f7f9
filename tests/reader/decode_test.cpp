#include "reader/decode.h"

#include <gtest/gtest.h>

#include <functional>
#include <random>

#include "reader/bio.h"
#include "reader/projective_tree.h"
#include "reader/spanning_tree.h"
#include "reader/windows.h"

namespace demarche {
namespace {

bool is_tree_with_one_root(const std::vector<std::uint32_t>& head) {
  const auto n = static_cast<std::uint32_t>(head.size());
  std::uint32_t roots = 0;
  for (std::uint32_t d = 0; d < n; ++d) {
    roots += head[d] == n;
    std::uint32_t at = d, steps = 0;
    while (at != n && steps++ <= n) at = head[at];
    if (at != n) return false;
  }
  return roots == 1;
}

float sum_of(const std::vector<float>& scores, const std::vector<std::uint32_t>& head) {
  const auto n = static_cast<std::uint32_t>(head.size());
  float sum = 0;
  for (std::uint32_t d = 0; d < n; ++d) sum += scores[d * (n + 1) + head[d]];
  return sum;
}

// Against trying all heads of up to six words.
void expect_best(std::vector<std::uint32_t> (*find)(const std::vector<float>&, std::uint32_t),
                 bool (*is_allowed)(const std::vector<std::uint32_t>&)) {
  std::mt19937 random(5);
  std::uniform_int_distribution<int> score(-20, 20);  // whole numbers: sums are exact
  for (int round = 0; round < 600; ++round) {
    const std::uint32_t n = 1 + static_cast<std::uint32_t>(round) % 6;
    std::vector<float> scores(n * (n + 1));
    for (float& s : scores) s = static_cast<float>(score(random));
    const auto found = find(scores, n);
    ASSERT_TRUE(is_allowed(found));
    float best = -1e9f;
    std::vector<std::uint32_t> head(n, 0);
    const std::function<void(std::uint32_t)> each = [&](std::uint32_t d) {
      if (d == n) {
        if (is_allowed(head)) best = std::max(best, sum_of(scores, head));
        return;
      }
      for (head[d] = 0; head[d] <= n; ++head[d])
        if (head[d] != d) each(d + 1);
    };
    each(0);
    EXPECT_EQ(sum_of(scores, found), best);
  }
}

TEST(BestTree, IsTheBestOfAllTreesWithOneRoot) { expect_best(best_tree, is_tree_with_one_root); }

TEST(ProjectiveTree, IsTheBestOfAllWithoutCrossings) {
  const auto is_projective_tree = [](const std::vector<std::uint32_t>& head) { return is_tree_with_one_root(head) && !has_crossing(head); };
  expect_best(best_projective_tree, is_projective_tree);
  expect_best(likely_tree, is_projective_tree);
}

TEST(ProjectiveTree, ArcsCross) {
  EXPECT_FALSE(has_crossing({1, 4, 1, 2}));
  EXPECT_TRUE(has_crossing({2, 3, 4, 2}));  // the second word's arc to the fourth, over the third, which is the root
  EXPECT_TRUE(has_crossing({2, 4, 1, 1}));  // the first to the third, over the root
  EXPECT_FALSE(has_crossing({}));
}

// Three words, one number each for what heads and labels go by, and three labels: the root's own and two others.
struct SmallModel {
  Model model;
  std::vector<float> rows;
  Reading reading;

  SmallModel() {
    model.score_width = 5;
    model.arc_dep = {0, 1};
    model.arc_head = {1, 2};
    model.arc_bias = {2, 3};
    model.label_dep = {3, 4};
    model.label_head = {4, 5};
    model.root_arc = {0};
    model.root_bias = {-5};
    model.deprel_names = {"root", "nsubj", "obj"};
    model.deprel_root = 0;
    model.label_weight = {0, -4, 4};
    model.label_bias = {0, 0, 0};
    reading.words.resize(3);
  }
  // Decodes the tree of rows (arc_dep, arc_head, arc_bias, label_dep, label_head).
  void decode(std::vector<float> scores) {
    rows = std::move(scores);
    decode_tree(model, {{0, 3}, rows.data()}, {0, 3}, reading);
  }
};

TEST(DecodeTree, OfLikelyHeadsTheOneWithALikelyLabelIsTaken) {
  SmallModel small;
  // The second word is the root's. The third has the first a little rather than the second: under both a label is as likely.
  small.decode({0, 0, 2.5f, 0, 5, 0, 0, 2.3f, 0, 5, 0, 0, -5, 0, 0});
  EXPECT_EQ(small.reading.words[2].head, 0);
  EXPECT_EQ(small.reading.words[2].deprel, "obj");
  // Under the first all labels are as unlikely as each other.
  small.decode({0, 0, 2.5f, 0, 0, 0, 0, 2.3f, 0, 5, 0, 0, -5, 0, 0});
  EXPECT_EQ(small.reading.words[2].head, 1);
  EXPECT_EQ(small.reading.words[2].deprel, "obj");
}

TEST(DecodeTree, OnlyTheRootsWordHasItsLabel) {
  SmallModel small;
  small.model.label_bias = {9, 0, 0};
  small.decode({0, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, -5, 0, 0});
  for (const Word& word : small.reading.words) EXPECT_EQ(word.head == no_word, word.deprel == "root");
}

TEST(BestTree, OfNothingIsNothing) { EXPECT_TRUE(best_tree({}, 0).empty()); }

TEST(BestTree, OfALongSentenceIsATree) {
  std::mt19937 random(9);
  std::uniform_real_distribution<float> score(-10, 0);
  const std::uint32_t n = 300;
  std::vector<float> scores(n * (n + 1));
  for (float& s : scores) s = score(random);
  EXPECT_TRUE(is_tree_with_one_root(best_tree(scores, n)));
}

TEST(BestTags, InsideFollowsItsOwnBeginOnly) {
  // O, B-x, I-x, B-y, I-y: the inside tags score best everywhere, but one must begin.
  const std::vector<float> scores = {0, 1, 5, 0, 0, /**/ 0, 0, 5, 0, 4, /**/ 3, 0, 0, 0, 1};
  EXPECT_EQ(best_tags(scores, 3, 5), (std::vector<std::uint8_t>{1, 2, 0}));
}

TEST(BestTags, AFixedPositionKeepsItsTag) {
  const std::vector<float> scores = {9, 0, 0, /**/ 9, 0, 0, /**/ 0, 0, 9};
  EXPECT_EQ(best_tags(scores, 3, 3, 1, 1), (std::vector<std::uint8_t>{0, 1, 2}));
}

TEST(Casing, OfAWordAsWritten) {
  EXPECT_EQ(casing_of("2019"), 0);
  EXPECT_EQ(casing_of("talks"), 1);
  EXPECT_EQ(casing_of("Élysée"), 2);
  EXPECT_EQ(casing_of("U.S."), 3);
  EXPECT_EQ(casing_of("A"), 4);
  EXPECT_EQ(casing_of("McCain"), 5);
  EXPECT_EQ(casing_of("iPhone"), 5);
}

Reading reading_of(const std::vector<std::uint32_t>& sentence_sizes) {
  Reading reading;
  for (const auto size : sentence_sizes) {
    const auto first = static_cast<std::uint32_t>(reading.words.size());
    for (std::uint32_t i = 0; i < size; ++i) {
      reading.words.emplace_back();
      reading.words.back().sentence = static_cast<std::uint32_t>(reading.sentences.size());
    }
    reading.words.back().form = ".";
    reading.sentences.push_back({{first, first + size}, static_cast<std::uint32_t>(reading.sentences.size())});
  }
  return reading;
}

Pieces one_each(std::size_t words) {
  Pieces pieces;
  for (std::uint32_t i = 0; i <= words; ++i) pieces.offsets.push_back(i);
  pieces.ids.assign(words, 1);
  return pieces;
}

TEST(Windows, HoldWholeSentencesAsFarAsTheyGo) {
  const Reading reading = reading_of({4, 3, 6, 2});
  const auto windows = pack_windows(reading, {0, 15}, one_each(15), 10, 20, [](const Reading&, std::uint32_t) { return false; });
  EXPECT_EQ(windows, (std::vector<WordRange>{{0, 7}, {7, 15}}));
}

TEST(Windows, EndBehindAHeadline) {
  Reading reading = reading_of({4, 3, 3});
  reading.words[3].form = "border";
  const auto windows = pack_windows(reading, {0, 10}, one_each(10), 20, 20, [](const Reading&, std::uint32_t) { return false; });
  EXPECT_EQ(windows, (std::vector<WordRange>{{0, 4}, {4, 10}}));
}

TEST(Windows, HoldOneSentenceEachWhereNoneAreShared) {
  const Reading reading = reading_of({4, 3, 15});
  const auto windows = pack_windows(reading, {0, 22}, one_each(22), 0, 12, [](const Reading&, std::uint32_t) { return false; });
  EXPECT_EQ(windows, (std::vector<WordRange>{{0, 4}, {4, 7}, {7, 17}, {17, 22}}));
}

TEST(Windows, HoldAParagraphWholeThatIsLongerThanWhatIsShared) {
  const Reading reading = reading_of({2, 9, 2});
  const auto windows = pack_windows(reading, {0, 13}, one_each(13), 10, 20, [](const Reading&, std::uint32_t) { return false; });
  EXPECT_EQ(windows, (std::vector<WordRange>{{0, 2}, {2, 11}, {11, 13}}));
}

TEST(Windows, CutALongSentenceAtAGoodPlaceOrWhereTheyMust) {
  const Reading reading = reading_of({2, 20, 1});
  const auto good = [](const Reading&, std::uint32_t word) { return word == 8; };
  EXPECT_EQ(pack_windows(reading, {0, 23}, one_each(23), 12, 12, good), (std::vector<WordRange>{{0, 8}, {8, 18}, {18, 23}}));
}

TEST(Windows, AreEvenWhereThatCostsLess) {
  const Reading reading = reading_of({30, 30, 30, 30, 30, 30});
  const auto windows = pack_windows(reading, {0, 180}, one_each(180), 160, 200, [](const Reading&, std::uint32_t) { return false; });
  EXPECT_EQ(windows, (std::vector<WordRange>{{0, 60}, {60, 120}, {120, 180}}));
}

TEST(Batches, HoldEveryWindowOnceAndNotTooMuch) {
  const std::vector<std::size_t> sizes = {250, 158, 157, 150, 140, 96, 80, 33, 31, 30, 12, 3};
  std::size_t next = 0;
  for (const Batch& batch : divide_into_batches(sizes, 320)) {
    EXPECT_EQ(batch.first, next);
    EXPECT_EQ(batch.length, row_length(sizes[batch.first]));
    EXPECT_TRUE(batch.rows == 1 || batch.rows * batch.length <= 320);
    EXPECT_GE(batch.rows, batch.last - batch.first);
    next = batch.last;
  }
  EXPECT_EQ(next, sizes.size());
  EXPECT_TRUE(divide_into_batches({}, 320).empty());
}

TEST(Batches, HoldWindowsOfLikeLength) {
  const auto batches = divide_into_batches({160, 160, 32, 32, 32}, 320);
  ASSERT_EQ(batches.size(), 2u);
  EXPECT_EQ(batches[0].length, 160u);
  EXPECT_EQ(batches[1].length, 32u);
  EXPECT_EQ(batches[1].last - batches[1].first, 3u);
}

// The network prepares itself for each new shape: better a short empty row than another one.
TEST(Batches, OfARunHaveOneShape) {
  const auto batches = divide_into_batches(std::vector<std::size_t>(9, 80), 320);
  ASSERT_EQ(batches.size(), 3u);
  for (const Batch& batch : batches) EXPECT_EQ(batch.rows, 3u);
  const auto uneven = divide_into_batches(std::vector<std::size_t>(11, 16), 64);
  ASSERT_EQ(uneven.size(), 3u);
  for (const Batch& batch : uneven) EXPECT_EQ(batch.rows, 4u);
  EXPECT_EQ(uneven.back().last - uneven.back().first, 3u);
}

}  // namespace
}  // namespace demarche
