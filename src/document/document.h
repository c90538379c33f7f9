// What `document/` finds in the bytes of one input: the article, and what in it is not the article's content.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/date.h"
#include "text/span.h"

namespace demarche {

// A stretch of the text that is not the article's content, with the reason in words of the published format:
// "caption", "photo credit", "footer", "comment box", "newsletter", "contributors", "advertisement", "byline", "dateline", ...
struct Dropped {
  Span span;
  std::string reason;
};

enum class BlockKind : std::uint8_t { title, subtitle, paragraph };

// A stretch of content that is read as a unit: no sentence runs over its ends. Blocks are in document order, do not overlap, and hold no
// dropped text. A dateline (`MOSCOW (AP) --`) is dropped, so its paragraph's block starts behind it.
struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
};

struct Document {
  std::string id;    // stable for the same input; set by the caller (`cli/`)
  std::string uri;   // where it came from: the path as given, "-" for standard input
  std::string text;  // valid UTF-8, whole; all spans count its bytes
  std::string title;
  std::vector<std::string> authors;
  std::string publisher;
  std::optional<Date> published;
  std::string language = "en";
  std::optional<std::string> dateline_place;  // `MOSCOW` of `MOSCOW (AP) --`, where there is one
  std::vector<Block> blocks;
  std::vector<Dropped> dropped;
  std::vector<std::string> warnings;  // what was repaired: invalid bytes replaced, ...
};

// What the caller knows of the input beforehand.
struct DocumentOptions {
  std::optional<Date> published;  // used where the document states none
  std::string publisher;
};

}  // namespace demarche
