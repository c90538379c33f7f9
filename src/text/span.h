// Places in a document: every offset inside the program counts bytes of `Document::text` (UTF-8). Only `records/` turns
// them into Unicode code points, which is what is published.
#pragma once

#include <cstdint>

namespace demarche {

// A half-open range of bytes of the document's text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  bool covers(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(const Span&, const Span&) = default;
};

// A half-open range of words of the document's reading (`Reading::words`).
struct WordRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  // one past the last word

  std::uint32_t size() const { return last - first; }
  bool empty() const { return first >= last; }
  bool contains(std::uint32_t word) const { return first <= word && word < last; }
  bool covers(WordRange other) const { return first <= other.first && other.last <= last; }
  bool overlaps(WordRange other) const { return first < other.last && other.first < last; }
  friend bool operator==(const WordRange&, const WordRange&) = default;
};

}  // namespace demarche
