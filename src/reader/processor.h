// How networks are made ready for this machine's processor.
#pragma once

#include <openvino/openvino.hpp>

namespace demarche {

// Options for compiling a network that `streams` sessions use at the same time, one thread each.
// 8-bit products are computed in 8 bits where the processor multiplies and sums them exactly (VNNI). Without, OpenVINO sums pairs of them
// in 16 bits, which overflow now and then, and is no faster for it; there the same numbers are multiplied as floats, so that all processors
// answer alike up to rounding.
ov::AnyMap processor_options(int streams);

}  // namespace demarche
