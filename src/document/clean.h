// Finds the article in a text as a scraper left it.
#pragma once

#include <string_view>

#include "document/document.h"

namespace demarche {

// `bytes` may be anything: invalid UTF-8 is replaced (U+FFFD) and reported in `warnings`, a byte-order mark and carriage returns are kept
// in the text but are no content. Never throws on content; an input without any text gives a document without blocks.
Document clean_text(std::string_view bytes, const DocumentOptions& options = {});

// The same without a look for the article: every paragraph is a block, and nothing is dropped.
Document whole_text(std::string_view bytes);

}  // namespace demarche
