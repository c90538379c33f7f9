// The reader's weights and inventories, as training/FORMAT.md describes them. Private to reader/.
#pragma once

#include <array>
#include <memory>
#include <openvino/openvino.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "reader/reading.h"
#include "reader/wordpiece.h"

namespace demarche {

struct Columns {
  std::size_t begin = 0, end = 0;
  std::size_t size() const { return end - begin; }
};

// A lemma from a form; see FORMAT.md.
struct EditScript {
  bool whole = false;     // the lemma is `suffix`
  char casing = 'k';      // k keep, l lower, u upper, t title
  std::uint32_t cut = 0;  // code points off the end
  std::string suffix;
};

class Model {
 public:
  ov::Core core;
  mutable ov::CompiledModel network;
  std::unique_ptr<WordPieces> pieces;

  std::size_t score_width = 0, hidden_width = 0, window_pieces = 0, word_pieces = 0;
  Columns upos, xpos, feats, lemma, start, name, anchor, label_dep, label_head, attribution_anchor, attribution_word, arc_dep, arc_head,
      arc_bias;
  std::vector<Upos> upos_names;
  std::vector<std::string> xpos_names, feats_names, deprel_names;
  std::vector<EditScript> scripts;
  std::vector<std::string> name_tags;
  std::size_t deprel_root = 0;
  float script_margin = 0, cue_threshold = 0.5f, content_threshold = 0.5f, start_threshold = 0.5f;
  std::vector<std::int64_t> distance_ends;
  std::vector<float> root_arc, root_bias, root_label, label_weight, label_bias, distance, paragraph, attribution_weight, attribution_bias;

  // Form and tag to lemma; and the lemmas that are known for a tag. Views of `lemma_table`.
  std::string lemma_table;
  struct Key {
    std::string_view form;
    Upos upos;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const {
      return std::hash<std::string_view>{}(key.form) * 31 + static_cast<std::size_t>(key.upos);
    }
  };
  std::unordered_map<Key, std::string_view, KeyHash> lemmas;
  std::unordered_set<Key, KeyHash> known_lemmas;
};

}  // namespace demarche
