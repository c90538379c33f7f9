// Finds the article in a text as a scraper left it.
#pragma once

#include <string_view>

#include "document/document.h"

namespace demarche {

// `bytes` may be anything: invalid UTF-8 is replaced (U+FFFD) and reported in `warnings`, a byte-order mark and carriage returns are kept
// in the text but are no content. Never throws on content; an input without any text gives a document without blocks.
Document clean_text(std::string_view bytes, const DocumentOptions& options = {});

// A text that is taken as it is: one block, nothing dropped, no title. Invalid UTF-8 is replaced as above.
Document plain_document(std::string_view text);

}  // namespace demarche
