// CoNLL-U, read and written (https://universaldependencies.org/format.html).
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "reader/reading.h"

namespace demarche {

// One document of a CoNLL-U file: `document.text` is rebuilt from the forms and SpaceAfter, one block per paragraph (`# newpar`).
struct GivenDocument {
  Document document;
  Reading reading;  // all columns as given, speakers by the comments `speaker` and `addressee`; heads no_word, tags X and labels empty
                    // where a column is `_`
  std::vector<std::string> comments;  // per sentence: its comment lines, joined with newlines
};

// Splits at `# newdoc`, whose id becomes the document's; a file without any is one document. Empty nodes (`1.1`) are left out. The readings
// own all of their strings, so documents may be moved and the text let go. Throws std::runtime_error naming the line on malformed input:
// wrong number of columns, ids out of order, heads out of range or in a circle.
std::vector<GivenDocument> read_conllu(std::string_view text);
// More of what is known of a document's words, for the column MISC.
struct Misc {
  std::string_view comment;          // says at the head of the document how to read it; written where no comments are given
  std::vector<std::string> of_word;  // `Entity=(e1-person-1-name)`, or nothing; may be empty
};

// Multiword tokens are written as ranges; SpaceAfter=No from Word::space_before. `comments` hold one string per sentence and are written as
// they are; if empty, `newdoc`, `newpar`, `sent_id` and `text` are written instead.
void write_conllu(std::ostream& out, const Document& document, const Reading& reading, const std::vector<std::string>& comments,
                  const Misc& misc = {});

}  // namespace demarche
