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

}  // namespace
}  // namespace demarche
