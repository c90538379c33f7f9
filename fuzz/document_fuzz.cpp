// Any bytes must give a document whose blocks and dropped parts lie inside of its text, in order.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "document/clean.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const demarche::Document document = demarche::clean_text({reinterpret_cast<const char*>(data), size});
  std::uint32_t end = 0;
  for (const auto& block : document.blocks) {
    if (block.span.empty() || block.span.begin < end || block.span.end > document.text.size()) std::abort();
    end = block.span.end;
    for (const auto& dropped : document.dropped)
      if (dropped.span.overlaps(block.span)) std::abort();
  }
  for (const auto& dropped : document.dropped)
    if (dropped.span.empty() || dropped.span.end > document.text.size()) std::abort();
  return 0;
}
