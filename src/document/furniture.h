// What stands around an article on its page: credits, captions, footers, comment boxes, newsletter boxes, advertisements.
#pragma once

#include <cstddef>
#include <string_view>

namespace demarche {

// Where a paragraph stands among those of the text that are not blank.
struct Standing {
  std::size_t index = 0;
  std::size_t count = 1;
};

// The reason why a whole paragraph is not content, in words of the published format; empty for content (and in doubt).
std::string_view furniture(std::string_view paragraph, Standing standing);

// Photo credits: where the credit starts that the paragraph ends with (0: it is nothing but a credit; npos: it has none).
std::size_t photo_credit(std::string_view paragraph);

// Where a note in brackets on who wrote and edited starts, at the end of a paragraph of content; npos for none.
std::size_t contributors_note(std::string_view paragraph);

// Does the line break off in the middle of a sentence, as captions that were cut at a length do?
bool breaks_off(std::string_view paragraph);

}  // namespace demarche
