#include "reader/processor.h"

namespace demarche {
namespace {

bool multiplies_bytes_exactly() {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx512vnni") || __builtin_cpu_supports("avxvnni");
#else
  return true;
#endif
}

}  // namespace

ov::AnyMap processor_options(int streams) {
  // f32 beside the 8-bit products is as fast as bf16, and the same on all processors.
  ov::AnyMap options{ov::num_streams(streams), ov::inference_num_threads(streams), ov::hint::enable_cpu_pinning(false),
                     ov::hint::inference_precision(ov::element::f32)};
  // OpenVINO has no public name for it: whether products of quantised numbers are made 8-bit products.
  if (!multiplies_bytes_exactly()) options["LP_TRANSFORMS_MODE"] = "NO";
  return options;
}

}  // namespace demarche
