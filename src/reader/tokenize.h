// Words from raw text, in the manner of the English UD treebanks (EWT, GUM): contractions split as multiword tokens, hyphens and slashes as
// those treebanks split them, abbreviations, `U.S.`, numbers, addresses and e-mails kept whole.
#pragma once

#include "document/document.h"
#include "reader/reading.h"

namespace demarche {

// Appends the words of every block to `reading.words` (span, form, space_before, in_multiword, quoted). `reading.sentences` is filled with
// one provisional sentence per block; the network splits them.
void tokenize(const Document& document, Reading& reading);

// Sets Word::quoted, block by block: an opening mark (`“`, two backticks, `«`) opens, a closing one (`”`, two apostrophes, `»`) closes, a
// straight
// `"` toggles; the marks count as inside, single marks do not count at all. The network was trained with this rule (training/FORMAT.md).
// Needs the words' forms and sentences. tokenize() and read_conllu() have called it already.
void mark_quoted(Reading& reading);

// May a sentence start at this word? False where no writer would begin one (after `Mr.`, inside a number); a filter over what the network
// says, and `likely` when the typography alone says so (after a full stop, before a capital), used where no network is at hand.
enum class Boundary : std::uint8_t { impossible, possible, likely };
Boundary boundary_before(const Reading& reading, std::uint32_t word);

// `Q` or `A` by which an interview says whose turn a paragraph is.
bool question_or_answer(std::string_view form);

// Does `mark` end a label whose last word is `last`? `Ruiz:`, `Q:`, `Q.`
bool ends_turn_label(std::string_view last, std::string_view mark);

// The words behind labels that begin paragraphs of a printed conversation (`Q: Why?`, `Ana Ruiz: …`), in order: sentences start there. Two
// at least must speak, and one of them twice: a headline has a colon as well. Needs one provisional sentence per block.
std::vector<std::uint32_t> turn_starts(const Reading& reading);

}  // namespace demarche
