// WordPiece as BERT's uncased tokenizer does it (Devlin et al. 2019), for single words that are cut already.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche {

class WordPieces {
 public:
  // `vocabulary`: a piece a line; the line's number, from 0, is the piece's id. Throws std::runtime_error where special pieces are missing.
  explicit WordPieces(std::string_view vocabulary);
  // Appends the ids of a word, `most` at the most and one at the least ([UNK] where nothing is left of the word).
  void append(std::string_view word, std::size_t most, std::vector<std::int64_t>& ids) const;

  std::int64_t unknown = 0, begin = 0, end = 0;  // [UNK], [CLS], [SEP]

 private:
  void append_part(std::string_view part, std::vector<std::int64_t>& ids) const;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  using Ids = std::unordered_map<std::string, std::int64_t, Hash, std::equal_to<>>;
  Ids starts_, continuations_;  // the latter without their `##`
};

}  // namespace demarche
