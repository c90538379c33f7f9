#include "reader/network.h"

#include <openvino/op/ops.hpp>
#include <string_view>

namespace demarche {
namespace {

using Node = std::shared_ptr<ov::Node>;

std::string_view type_of(const ov::Node& node) { return node.get_type_info().name; }

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

std::shared_ptr<ov::Model> read_network(ov::Core& core, const std::filesystem::path& path) {
  auto network = core.read_model(path.string());
  look_up_before_scaling(*network);
  return network;
}

}  // namespace demarche
