#include "reader/windows.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <limits>

#include "text/utf8.h"

namespace demarche {
namespace {

bool ends_sentence(std::string_view form) {
  for (const std::string_view mark : {".", "!", "?", "…", "...", ":", "”", "\"", "''", "’", "'", ")"})
    if (form == mark) return true;
  return false;
}

// What the network takes, in units of its products for one piece, measured on one core: it prepares itself for a shape that is not that of
// the batch before, a batch costs something by itself, and attention grows with the length of the row. Only ratios matter.
constexpr double cost_of_shape = 20;
constexpr double cost_of_batch = 4;
constexpr double cost_of_row = 7;         // a share of both
constexpr std::size_t longest_run = 512;  // windows that are divided alike
double cost_of(std::size_t length) {
  const auto pieces = static_cast<double>(length);
  return pieces * (1 + pieces / 720);
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

std::size_t row_length(std::size_t pieces) {
  constexpr std::size_t step = 16;
  return (pieces + step - 1) / step * step;
}

std::vector<WordRange> pack_windows(const Reading& reading, WordRange words, const Pieces& pieces, std::size_t shared, std::size_t most,
                                    bool (*may_cut)(const Reading&, std::uint32_t)) {
  const auto size = [&](std::uint32_t first, std::uint32_t last) {
    return std::size_t{pieces.offsets[last - words.first]} - pieces.offsets[first - words.first] + 2;
  };
  struct Part {
    WordRange words;
    bool apart = false;  // does not share a window with the part before: it was cut off it, or that one is a headline
  };
  std::vector<Part> parts;
  bool apart = false;
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
      parts.push_back({{start, cut}, apart});
      start = cut;
      apart = true;
    }
    parts.push_back({{start, end}, apart});
    // A headline or list item by itself: read together with it, the sentence behind is taken for its continuation.
    apart = !ends_sentence(reading.words[end - 1].form);
    start = end;
  }
  // least[i]: what the first i parts cost in windows of their own; the last of these begins at part last_from[i].
  std::vector<double> least(parts.size() + 1, 0);
  std::vector<std::size_t> last_from(parts.size() + 1, 0);
  for (std::size_t i = 1; i <= parts.size(); ++i) {
    least[i] = std::numeric_limits<double>::infinity();
    for (std::size_t from = i; from-- > 0;) {
      const std::size_t together = size(parts[from].words.first, parts[i - 1].words.last);
      if (from + 1 < i && (together > shared || parts[from + 1].apart)) break;
      const double cost = least[from] + cost_of_row + cost_of(row_length(together));
      if (cost < least[i]) {
        least[i] = cost;
        last_from[i] = from;
      }
    }
  }
  std::vector<WordRange> windows;
  for (std::size_t i = parts.size(); i > 0; i = last_from[i]) windows.push_back({parts[last_from[i]].words.first, parts[i - 1].words.last});
  std::reverse(windows.begin(), windows.end());
  return windows;
}

std::vector<Batch> divide_into_batches(const std::vector<std::size_t>& sizes, std::size_t most) {
  // A run of windows is read in batches of one shape, their rows as even as they can be.
  struct Run {
    std::size_t from = 0, batches = 0, rows = 0;
    double cost = 0;  // of all windows up to its end
  };
  std::vector<Run> runs(sizes.size() + 1);  // the cheapest that ends behind so many windows
  for (std::size_t i = 1; i <= sizes.size(); ++i) {
    runs[i].cost = std::numeric_limits<double>::infinity();
    for (std::size_t from = i; from-- > 0 && i - from <= longest_run;) {
      const std::size_t length = row_length(sizes[from]), most_rows = std::max<std::size_t>(1, most / length);
      Run run{from, (i - from + most_rows - 1) / most_rows};
      run.rows = (i - from + run.batches - 1) / run.batches;
      run.cost = runs[from].cost + cost_of_shape +
                 static_cast<double>(run.batches) * (cost_of_batch + static_cast<double>(run.rows) * cost_of(length));
      if (run.cost < runs[i].cost) runs[i] = run;
    }
  }
  std::vector<Batch> batches;
  for (std::size_t end = sizes.size(); end > 0; end = runs[end].from)
    for (std::size_t b = runs[end].batches; b-- > 0;) {
      const Run& run = runs[end];
      const std::size_t first = run.from + b * run.rows;
      batches.push_back({first, std::min(first + run.rows, end), run.rows, row_length(sizes[run.from])});
    }
  std::reverse(batches.begin(), batches.end());
  return batches;
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
