// What all formats need of a coding: ids, actors as records show them, and the words behind a range.
#pragma once

#include <string>
#include <string_view>

#include "coding.h"
#include "records/records.h"

namespace demarche {

std::string statement_id(const Coding& coding, std::size_t index);
std::string event_id(const Coding& coding, std::size_t index);
std::string position_id(const Coding& coding, std::size_t index);
// The same for every mention of the same actor: across documents for those known by name, within the document for the others.
std::string actor_id(const Coding& coding, std::int32_t entity);
// The fullest name known: the entity's, or the mention's own words.
std::string actor_name(const Coding& coding, std::int32_t mention);
std::string_view text_of(const Document& document, Span span);
std::string_view text_of(const Coding& coding, WordRange words);
// The same, with white space folded to single blanks.
std::string one_line(std::string_view text);
Span sentence_span(const Coding& coding, std::uint32_t sentence);
// Index of the sentence that holds the statement's cue, or else its content.
std::uint32_t sentence_of(const Coding& coding, const Statement& statement);
std::string_view quad_of(std::string_view type);
// Labels from the trigger to the word, as `nsubj` or `xcomp >obj`, `^` for a step up to the head. With words: `urged >nsubj government`.
enum class PathStyle : std::uint8_t { labels, words };
std::string dependency_path(const Reading& reading, std::uint32_t from, std::uint32_t to, PathStyle style = PathStyle::labels);
// Who speaks in the statement, as people read it: a name, the words themselves, or `unnamed`.
std::string voice_name(const Coding& coding, std::size_t statement);
// Is there anything left that shows the position, when events below the confidence asked for are left out?
bool has_evidence(const Coding& coding, std::size_t position, const RecordOptions& options);
// Where the event's paths begin, and the mention that they lead to: as explained, where it was, else as shown.
std::uint32_t trigger_of(const Coding& coding, std::size_t event);
std::int32_t explained_source(const Coding& coding, std::size_t event);
std::int32_t explained_target(const Coding& coding, std::size_t event, std::size_t target);

}  // namespace demarche
