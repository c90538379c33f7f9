// The reader's network as the program runs it: as the file says (training/FORMAT.md), with what is computed when it is made ready, and
// where in the network, changed so that it starts sooner, takes less memory and is faster. No number that it gives changes. Private to reader/.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <openvino/openvino.hpp>

namespace demarche {

// Throws ov::Exception when the file holds no network.
std::shared_ptr<ov::Model> read_network(ov::Core& core, const std::filesystem::path& path);

// Tables of 8-bit rows and their scales are looked up first and multiplied out after, row by row; otherwise OpenVINO multiplies out the
// whole table when it compiles (50 MB of floats for the vocabulary, a quarter of the time). Returns how many tables were changed.
std::size_t look_up_before_scaling(ov::Model& network);

// Products that are split at once (queries, keys and values; the heads that go on) become products of their own, which need neither copies
// nor turning round (a twentieth of the network's time). Returns how many were changed.
std::size_t split_joint_products(ov::Model& network);

}  // namespace demarche
