#include "reader/windows.h"

#include <unicode/uchar.h>

#include "text/utf8.h"

namespace demarche {
namespace {

bool ends_sentence(std::string_view form) {
  for (const std::string_view mark : {".", "!", "?", "…", "...", ":", "”", "\"", "''", "’", "'", ")"})
    if (form == mark) return true;
  return false;
}

}  // namespace

void cut_into_pieces(const Model& model, const Reading& reading, WordRange words, Pieces& pieces) {
  pieces.ids.clear();
  pieces.offsets.assign(1, 0);
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    model.pieces->append(reading.words[i].form, model.word_pieces, pieces.ids);
    pieces.offsets.push_back(static_cast<std::uint32_t>(pieces.ids.size()));
  }
}

std::vector<WordRange> pack_windows(const Reading& reading, WordRange words, const Pieces& pieces, std::size_t shared, std::size_t most,
                                    bool (*may_cut)(const Reading&, std::uint32_t)) {
  std::vector<WordRange> windows;
  const auto size = [&](std::uint32_t first, std::uint32_t last) {
    return std::size_t{pieces.offsets[last - words.first]} - pieces.offsets[first - words.first] + 2;
  };
  bool open = false;  // may the last window take more?
  const auto add = [&](WordRange part) {
    if (open && size(windows.back().first, part.last) <= shared)
      windows.back().last = part.last;
    else
      windows.push_back(part);
    open = true;
  };
  for (std::uint32_t start = words.first; start < words.last;) {
    std::uint32_t end = start;  // of the sentence that begins at `start`
    while (end < words.last && reading.words[end].sentence == reading.words[start].sentence) ++end;
    while (size(start, end) > most) {
      std::uint32_t cut = start + 1, good = 0;
      while (cut < end && size(start, cut + 1) <= most) {
        ++cut;
        if (cut < end && may_cut(reading, cut)) good = cut;
      }
      if (good > start) cut = good;
      add({start, cut});
      open = false;  // what was cut does not come together again
      start = cut;
    }
    add({start, end});
    // A headline or list item by itself: read together with it, the sentence behind is taken for its continuation.
    if (!ends_sentence(reading.words[end - 1].form)) open = false;
    start = end;
  }
  return windows;
}

std::int64_t casing_of(std::string_view form) {
  bool first_upper = false;
  std::size_t upper = 0, lower = 0;
  for (std::size_t at = 0; at < form.size();) {
    const auto c = static_cast<UChar32>(next_code_point(form, at));
    if (c < 128 ? (c >= 'A' && c <= 'Z') : u_isUUppercase(c)) {
      first_upper = first_upper || lower == 0;
      ++upper;
    } else if (c < 128 ? (c >= 'a' && c <= 'z') : u_isULowercase(c)) {
      ++lower;
    }
  }
  if (upper == 0) return lower ? 1 : 0;
  if (lower == 0) return upper == 1 ? 4 : 3;
  return upper == 1 && first_upper ? 2 : 5;
}

}  // namespace demarche
