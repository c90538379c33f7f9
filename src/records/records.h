// The published format (contract of the records): JSON lines, CSV of events, and a report for people. Pure functions of a coding; spans
// are printed in Unicode code points of the document's text.
#pragma once

#include <string>

#include "coding.h"

namespace demarche {

struct RecordOptions {
  bool explain = false;       // say for each event which rule decided and how its actors hang on the trigger
  double min_confidence = 0;  // events below are left out
};

// One `document` record, then statements, events, positions; each line ends with a newline.
void append_jsonl(std::string& out, const Coding& coding, const RecordOptions& options = {});
// The `document` record alone.
void append_document_jsonl(std::string& out, const Document& document);
// Column names of the CSV of events, and a row per event and target (RFC 4180).
void append_csv_header(std::string& out);
void append_csv(std::string& out, const Coding& coding, const RecordOptions& options = {});
// A report that a scholar can read on a terminal; `width` columns wide.
void append_report(std::string& out, const Coding& coding, const RecordOptions& options = {}, std::size_t width = 100);

}  // namespace demarche
