#include "reader/network.h"

#include <gtest/gtest.h>

#include <openvino/op/ops.hpp>
#include <vector>

namespace demarche {
namespace {

// A table of 8-bit rows, a scale for each, and a look-up in their product.
std::shared_ptr<ov::Model> embedding() {
  const auto ids = std::make_shared<ov::op::v0::Parameter>(ov::element::i64, ov::PartialShape{-1, -1});
  const auto table = ov::op::v0::Constant::create(ov::element::i8, {4, 3}, std::vector<int>{1, -2, 3, 4, 5, -6, 7, 8, 9, -128, 127, 0});
  const auto floats = std::make_shared<ov::op::v0::Convert>(table, ov::element::f32);
  const auto scale = ov::op::v0::Constant::create(ov::element::f32, {4, 1}, std::vector<float>{0.1f, 0.25f, 0.3f, 1e-3f});
  const auto product = std::make_shared<ov::op::v1::Multiply>(floats, scale);
  const auto rows = std::make_shared<ov::op::v8::Gather>(product, ids, ov::op::v0::Constant::create(ov::element::i32, {}, {0}));
  return std::make_shared<ov::Model>(ov::OutputVector{rows}, ov::ParameterVector{ids});
}

// x·Wᵀ + b: 8-bit numbers with a scale for each row of W, all of them different.
std::shared_ptr<ov::Node> product(const ov::Output<ov::Node>& x, std::size_t inputs, std::size_t outputs) {
  std::vector<int> weights(inputs * outputs);
  std::vector<float> scales(outputs), bias(outputs);
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = static_cast<int>(i * 37 % 255) - 127;
  for (std::size_t i = 0; i < outputs; ++i) scales[i] = 0.001f * static_cast<float>(i + 1), bias[i] = 0.1f * static_cast<float>(i) - 0.4f;
  const auto floats =
      std::make_shared<ov::op::v0::Convert>(ov::op::v0::Constant::create(ov::element::i8, {outputs, inputs}, weights), ov::element::f32);
  const auto scaled = std::make_shared<ov::op::v1::Multiply>(floats, ov::op::v0::Constant::create(ov::element::f32, {outputs, 1}, scales));
  const auto matrix = std::make_shared<ov::op::v0::MatMul>(x, scaled, false, true);
  return std::make_shared<ov::op::v1::Add>(matrix, ov::op::v0::Constant::create(ov::element::f32, {1, 1, outputs}, bias));
}

std::shared_ptr<ov::op::v0::Constant> list(const std::vector<std::int64_t>& values) {
  return ov::op::v0::Constant::create(ov::element::i64, {values.size()}, values);
}

// Attention with two heads of three numbers over the embedding of the ids, whose states go to three heads of unlike width.
std::shared_ptr<ov::Model> joint_products() {
  const auto ids = std::make_shared<ov::op::v0::Parameter>(ov::element::i64, ov::PartialShape{-1, -1});
  const auto table = ov::op::v0::Constant::create(
      ov::element::f32, {4, 6},
      std::vector<float>{.1f, -.2f, .3f, .4f, .5f, -.6f, .7f, .8f, .9f, -1, 1.1f, 0, 1.2f, 1.3f, -1.4f, 2, 0, 1, 1, 2, 3, -3, 2, 1});
  const auto x = std::make_shared<ov::op::v8::Gather>(table, ids, ov::op::v0::Constant::create(ov::element::i32, {}, {0}));
  const auto shaped = std::make_shared<ov::op::v1::Reshape>(product(x, 6, 18), list({0, 0, 3, 2, 3}), true);
  const auto turned = std::make_shared<ov::op::v1::Transpose>(shaped, list({2, 0, 3, 1, 4}));
  const auto axis = ov::op::v0::Constant::create(ov::element::i64, {}, {0});
  const auto parts = std::make_shared<ov::op::v1::Split>(turned, axis, 3);
  ov::OutputVector squeezed;
  for (const auto& part : parts->outputs()) squeezed.push_back(std::make_shared<ov::op::v0::Squeeze>(part, axis));
  const auto attended = std::make_shared<ov::op::v13::ScaledDotProductAttention>(squeezed[0], squeezed[1], squeezed[2], false);
  const auto back = std::make_shared<ov::op::v1::Transpose>(attended, list({0, 2, 1, 3}));
  const auto states = std::make_shared<ov::op::v1::Reshape>(back, list({0, 0, 6}), true);
  const auto heads = std::make_shared<ov::op::v1::VariadicSplit>(product(states, 6, 9),
                                                                 ov::op::v0::Constant::create(ov::element::i64, {}, {-1}), list({5, 3, 1}));
  const auto joined = std::make_shared<ov::op::v0::Concat>(ov::OutputVector{heads->output(2), heads->output(0), heads->output(1)}, -1);
  return std::make_shared<ov::Model>(ov::OutputVector{joined}, ov::ParameterVector{ids});
}

std::vector<float> values_of(const std::shared_ptr<ov::Model>& network) {
  ov::Core core;
  auto request = core.compile_model(network, "CPU", {ov::hint::inference_precision(ov::element::f32)}).create_infer_request();
  std::vector<std::int64_t> ids{3, 0, 1, 1, 2, 0};
  request.set_input_tensor(ov::Tensor(ov::element::i64, {2, 3}, ids.data()));
  request.infer();
  const ov::Tensor out = request.get_output_tensor();
  return {out.data<const float>(), out.data<const float>() + out.get_size()};
}

TEST(Network, LookUpBeforeScalingGivesTheSameNumbers) {
  const auto plain = embedding(), changed = embedding();
  EXPECT_EQ(look_up_before_scaling(*changed), 1u);
  EXPECT_EQ(values_of(plain), values_of(changed));
  EXPECT_EQ(look_up_before_scaling(*changed), 0u);
}

// The reader's own tables: words, positions, casing, quoted. One that is missed costs 50 MB and a quarter of the start.
TEST(Network, FindsTheReadersTables) {
  ov::Core core;
  const auto network = core.read_model(DEMARCHE_SOURCE_DIR "/model/reader.xml");
  EXPECT_EQ(look_up_before_scaling(*network), 4u);
}

TEST(Network, SplitProductsGiveTheSameNumbers) {
  const auto plain = joint_products(), changed = joint_products();
  EXPECT_EQ(split_joint_products(*changed), 2u);
  const auto expected = values_of(plain), found = values_of(changed);
  ASSERT_EQ(expected.size(), found.size());
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(expected[i], found[i], 1e-4f) << i;
  EXPECT_EQ(split_joint_products(*changed), 0u);
}

// Attention in each of six layers, and the heads.
TEST(Network, FindsTheReadersJointProducts) {
  ov::Core core;
  const auto network = core.read_model(DEMARCHE_SOURCE_DIR "/model/reader.xml");
  EXPECT_EQ(split_joint_products(*network), 7u);
}

TEST(Network, MultipliedOutWeightsGiveTheSameNumbers) {
  const auto plain = joint_products(), changed = joint_products();
  EXPECT_EQ(multiply_out_weights(*changed), 2u);
  const auto expected = values_of(plain), found = values_of(changed);
  ASSERT_EQ(expected.size(), found.size());
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(expected[i], found[i], 1e-4f) << i;
  EXPECT_EQ(multiply_out_weights(*changed), 0u);
}

// Attention takes four maps in each layer (three of them joint), its feed-forward part two; the reader has heads besides, the pair network
// two maps behind its layers. One that is missed is multiplied out again at each use.
TEST(Network, FindsTheWeightsOfBothNetworks) {
  ov::Core core;
  EXPECT_EQ(multiply_out_weights(*core.read_model(DEMARCHE_SOURCE_DIR "/model/reader.xml")), 4u * 6 + 3);
  EXPECT_EQ(multiply_out_weights(*core.read_model(DEMARCHE_SOURCE_DIR "/model/pairs.xml")), 4u * 3 + 2);
}

}  // namespace
}  // namespace demarche
