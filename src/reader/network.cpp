#include "reader/network.h"

#include <openvino/op/ops.hpp>
#include <optional>
#include <string_view>
#include <vector>

namespace demarche {
namespace {

using Node = std::shared_ptr<ov::Node>;

using Constant = ov::op::v0::Constant;

std::string_view type_of(const ov::Node& node) { return node.get_type_info().name; }

template <class Op>
std::shared_ptr<Op> made_by(const ov::Output<ov::Node>& value) {
  return ov::as_type_ptr<Op>(value.get_node_shared_ptr());
}

// x·Wᵀ + b, W in 8 bits with a scale for each of its rows.
struct Product {
  ov::Output<ov::Node> x;
  std::shared_ptr<Constant> weights, scales, bias;

  std::size_t width() const { return weights->get_shape()[0]; }
};

std::optional<Product> product_of(const ov::Output<ov::Node>& value) {
  const auto sum = made_by<ov::op::v1::Add>(value);
  if (!sum) return {};
  const auto matrix = made_by<ov::op::v0::MatMul>(sum->input_value(0));
  if (!matrix || matrix->get_transpose_a() || !matrix->get_transpose_b()) return {};
  const auto scaled = made_by<ov::op::v1::Multiply>(matrix->input_value(1));
  if (!scaled) return {};
  const auto converted = made_by<ov::op::v0::Convert>(scaled->input_value(0));
  if (!converted) return {};
  Product product{matrix->input_value(0), made_by<Constant>(converted->input_value(0)), made_by<Constant>(scaled->input_value(1)),
                  made_by<Constant>(sum->input_value(1))};
  if (!product.weights || !product.scales || !product.bias || product.weights->get_shape().size() != 2) return {};
  const std::size_t width = product.width();
  const bool by_rows = product.scales->get_shape() == ov::Shape{width, 1} && ov::shape_size(product.bias->get_shape()) == width &&
                       product.bias->get_shape().back() == width;
  return by_rows ? std::optional(product) : std::nullopt;
}

// Numbers first … first + size of a constant's only axis that has more than one, or of its first of two.
std::shared_ptr<Constant> part_of(const Constant& whole, std::size_t axis, std::size_t first, std::size_t size) {
  ov::Shape shape = whole.get_shape();
  const std::size_t step = whole.get_byte_size() / shape[axis];
  shape[axis] = size;
  return std::make_shared<Constant>(whole.get_element_type(), shape, static_cast<const std::byte*>(whole.get_data_ptr()) + first * step);
}

// Columns first … first + size of the product.
ov::Output<ov::Node> part_of(const Product& whole, std::size_t first, std::size_t size) {
  const auto floats = std::make_shared<ov::op::v0::Convert>(part_of(*whole.weights, 0, first, size), ov::element::f32);
  const auto weights = std::make_shared<ov::op::v1::Multiply>(floats, part_of(*whole.scales, 0, first, size));
  const auto matrix = std::make_shared<ov::op::v0::MatMul>(whole.x, weights, false, true);
  return std::make_shared<ov::op::v1::Add>(matrix, part_of(*whole.bias, whole.bias->get_shape().size() - 1, first, size));
}

std::shared_ptr<Constant> integers(const std::vector<std::int64_t>& values) {
  return Constant::create(ov::element::i64, {values.size()}, values);
}

bool is_list(const ov::Output<ov::Node>& value, const std::vector<std::int64_t>& values) {
  const auto list = made_by<Constant>(value);
  return list && list->cast_vector<std::int64_t>() == values;
}

// Queries, keys and values in one product: [B, T, 3·H·D] → [B, T, 3, H, D] → [3, B, H, T, D] → three of [1, B, H, T, D] → [B, H, T, D].
bool split_attention(const ov::op::v1::Split& split) {
  const auto turned = made_by<ov::op::v1::Transpose>(split.input_value(0));
  if (!turned || !is_list(turned->input_value(1), {2, 0, 3, 1, 4}) || !is_list(split.input_value(1), {0})) return false;
  const auto shaped = made_by<ov::op::v1::Reshape>(turned->input_value(0));
  const auto shape = shaped ? made_by<Constant>(shaped->input_value(1)) : nullptr;
  const auto product = shaped ? product_of(shaped->input_value(0)) : std::nullopt;
  if (!shape || !product || !shaped->get_special_zero() || split.get_output_size() != 3) return false;
  const auto sizes = shape->cast_vector<std::int64_t>();
  if (sizes.size() != 5 || sizes[0] != 0 || sizes[1] != 0 || sizes[2] != 3 || sizes[3] <= 0 || sizes[4] <= 0) return false;
  const auto width = static_cast<std::size_t>(sizes[3] * sizes[4]);
  if (product->width() != 3 * width) return false;
  std::vector<Node> squeezed;
  for (const auto& output : split.outputs())
    for (const auto& input : output.get_target_inputs()) {
      const auto node = input.get_node()->shared_from_this();
      if (type_of(*node) != "Squeeze" || node->get_input_size() != 2 || !is_list(node->input_value(1), {0})) return false;
      squeezed.push_back(node);
    }
  for (const Node& node : squeezed) {
    const std::size_t part = node->input_value(0).get_index();
    const auto heads =
        std::make_shared<ov::op::v1::Reshape>(part_of(*product, part * width, width), integers({0, 0, sizes[3], sizes[4]}), true);
    ov::replace_node(node, std::make_shared<ov::op::v1::Transpose>(heads, integers({0, 2, 1, 3})));
  }
  return true;
}

// [B, T, N] → [B, T, n] for each of some n.
bool split_columns(ov::op::v1::VariadicSplit& split) {
  const auto product = product_of(split.input_value(0));
  const auto sizes = made_by<Constant>(split.input_value(2));
  if (!product || !sizes || !is_list(split.input_value(1), {-1})) return false;
  std::size_t first = 0;
  std::vector<ov::Output<ov::Node>> parts;
  for (const std::int64_t size : sizes->cast_vector<std::int64_t>()) {
    if (size <= 0 || first + static_cast<std::size_t>(size) > product->width()) return false;
    parts.push_back(part_of(*product, first, static_cast<std::size_t>(size)));
    first += static_cast<std::size_t>(size);
  }
  for (std::size_t part = 0; part < parts.size(); ++part) split.output(part).replace(parts[part]);
  return true;
}

bool sums_bytes_exactly() {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx512vnni") || __builtin_cpu_supports("avxvnni");
#else
  return true;
#endif
}

}  // namespace

std::size_t look_up_before_scaling(ov::Model& network) {
  std::size_t changed = 0;
  for (const Node& node : network.get_ordered_ops()) {
    if (type_of(*node) != "Gather") continue;
    const Node product = node->get_input_node_shared_ptr(0);
    if (type_of(*product) != "Multiply") continue;
    const Node converted = product->get_input_node_shared_ptr(0);
    const auto scale = product->input_value(1);
    if (type_of(*converted) != "Convert" || type_of(*converted->get_input_node_ptr(0)) != "Constant" ||
        type_of(*scale.get_node()) != "Constant" || scale.get_shape().size() != 2)
      continue;
    const auto look_up = [&](const ov::Output<ov::Node>& table) {
      return std::make_shared<ov::op::v8::Gather>(table, node->input_value(1), node->input_value(2));
    };
    const auto values = std::make_shared<ov::op::v0::Convert>(look_up(converted->input_value(0)), node->get_output_element_type(0));
    const auto rows = std::make_shared<ov::op::v1::Multiply>(values, look_up(scale));
    rows->set_friendly_name(node->get_friendly_name());
    ov::replace_node(node, rows);
    ++changed;
  }
  return changed;
}

std::size_t split_joint_products(ov::Model& network) {
  std::size_t changed = 0;
  for (const Node& node : network.get_ordered_ops()) {
    if (const auto split = ov::as_type_ptr<ov::op::v1::Split>(node)) changed += split_attention(*split);
    if (const auto split = ov::as_type_ptr<ov::op::v1::VariadicSplit>(node)) changed += split_columns(*split);
  }
  return changed;
}

std::size_t multiply_out_weights(ov::Model& network) {
  std::size_t changed = 0;
  for (const Node& node : network.get_ordered_ops()) {
    const auto matrix = ov::as_type_ptr<ov::op::v0::MatMul>(node);
    const auto scaled = matrix ? made_by<ov::op::v1::Multiply>(matrix->input_value(1)) : nullptr;
    const auto converted = scaled ? made_by<ov::op::v0::Convert>(scaled->input_value(0)) : nullptr;
    const auto bytes = converted ? made_by<Constant>(converted->input_value(0)) : nullptr;
    const auto scales = scaled ? made_by<Constant>(scaled->input_value(1)) : nullptr;
    if (!bytes || !scales || bytes->get_element_type() != ov::element::i8 || bytes->get_shape().size() != 2) continue;
    const std::size_t rows = bytes->get_shape()[0], columns = bytes->get_shape()[1];
    const auto scale = scales->cast_vector<float>();
    if (scales->get_shape() != ov::Shape{rows, 1}) continue;
    const auto* byte = bytes->get_data_ptr<std::int8_t>();
    std::vector<float> weights(rows * columns);
    for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = static_cast<float>(byte[i]) * scale[i / columns];
    matrix->input(1).replace_source_output(Constant::create(ov::element::f32, bytes->get_shape(), weights));
    ++changed;
  }
  return changed;
}

ov::CompiledModel compile_network(ov::Core& core, const std::filesystem::path& path, int streams) {
  const auto network = core.read_model(path.string());
  look_up_before_scaling(*network);
  split_joint_products(*network);
  // f32 beside the 8-bit products is as fast as bf16, and the same on all processors.
  ov::AnyMap options{ov::num_streams(streams), ov::inference_num_threads(streams), ov::hint::enable_cpu_pinning(false),
                     ov::hint::inference_precision(ov::element::f32)};
  if (!sums_bytes_exactly()) {
    multiply_out_weights(*network);
    options["LP_TRANSFORMS_MODE"] = "NO";  // OpenVINO has no public name for it: what is rounded to 8 bits stays a float
  }
  return core.compile_model(network, "CPU", options);
}

}  // namespace demarche
