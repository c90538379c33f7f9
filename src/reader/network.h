// Networks as the program runs them: as the file says (training/FORMAT.md), with what is computed when it is made ready, and where in the
// network, changed so that it starts sooner, takes less memory and is faster. No number that it gives changes. For reader/ and typing/.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <openvino/openvino.hpp>

namespace demarche {

// The network of the file, ready for `streams` sessions that use it at the same time, one thread each. Throws ov::Exception when the file
// holds no network.
// 8-bit products are computed in 8 bits where the processor sums them exactly (VNNI). Without, OpenVINO sums pairs of them in 16 bits,
// which overflow now and then, and is no faster for it: there the same numbers are multiplied as floats. So a batch's size changes no
// number anywhere, and all processors answer alike up to rounding.
ov::CompiledModel compile_network(ov::Core& core, const std::filesystem::path& path, int streams);

// Tables of 8-bit rows and their scales are looked up first and multiplied out after, row by row; otherwise OpenVINO multiplies out the
// whole table when it compiles (50 MB of floats for the vocabulary, a quarter of the time). Returns how many tables were changed.
std::size_t look_up_before_scaling(ov::Model& network);

// Products that are split at once (queries, keys and values; the heads that go on) become products of their own, which need neither copies
// nor turning round (a twentieth of the network's time). Returns how many were changed.
std::size_t split_joint_products(ov::Model& network);

// 8-bit weights of products, with a scale for each row, become floats. Returns how many.
std::size_t multiply_out_weights(ov::Model& network);

}  // namespace demarche
