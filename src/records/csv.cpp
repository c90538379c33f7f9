#include <array>
#include <cstdio>

#include "reader/tree.h"
#include "records/records.h"
#include "records/view.h"
#include "text/utf8.h"

namespace demarche {
namespace {

constexpr std::array columns = {
    "event",       "document",       "uri",           "published",     "date_start",     "date_end",  "source_name",
    "source_code", "source_country", "target_name",   "target_code",   "target_country", "type",      "mode",
    "context",     "cameo",          "quad",          "intensity",     "goldstein",      "negated",   "modality",
    "status",      "voices",         "place",         "place_country", "latitude",       "longitude", "confidence",
    "rule",        "trigger",        "trigger_start", "trigger_end",   "sentence"};

class Row {
 public:
  explicit Row(std::string& out) : out_(out) {}
  ~Row() { out_ += "\r\n"; }
  Row(const Row&) = delete;
  Row& operator=(const Row&) = delete;

  void add(std::string_view field) {
    if (!first_) out_ += ',';
    first_ = false;
    if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
      out_ += field;
      return;
    }
    out_ += '"';
    for (const char c : field) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }
  void add(double number, int decimals) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, number);
    add(text);
  }

 private:
  std::string& out_;
  bool first_ = true;
};

void add_actor(Row& row, const Coding& coding, std::int32_t mention) {
  const Entity* entity = entity_of(coding.actors, mention);
  row.add(mention == no_mention ? "" : actor_name(coding, mention));
  row.add(entity ? entity->code : "");
  row.add(entity ? entity->country : "");
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts) (out += out.empty() ? "" : ";") += part;
  return out;
}

}  // namespace

void append_csv_header(std::string& out) {
  Row row(out);
  for (const char* column : columns) row.add(column);
}

void append_csv(std::string& out, const Coding& coding, const RecordOptions& options) {
  const CodePointIndex index(coding.document.text);
  for (std::size_t i = 0; i < coding.events.size(); ++i) {
    const Event& event = coding.events[i];
    if (event.confidence < options.min_confidence) continue;
    const auto targets = event.targets.empty() ? std::vector{no_mention} : event.targets;
    for (const auto target : targets) {
      Row row(out);
      row.add(event_id(coding, i));
      row.add(coding.document.id);
      row.add(coding.document.uri);
      row.add(coding.document.published ? format_date(*coding.document.published) : "");
      const TimeExpression* when = event.when >= 0 ? &coding.times[static_cast<std::size_t>(event.when)] : nullptr;
      row.add(when ? format_date(when->days.start) : "");
      row.add(when ? format_date(when->days.end) : "");
      add_actor(row, coding, event.source);
      add_actor(row, coding, target);
      row.add(event.type);
      row.add(event.mode);
      row.add(joined(event.contexts));
      row.add(event.cameo);
      row.add(quad_of(event.type));
      row.add(event.intensity, 1);
      if (event.goldstein) {
        row.add(*event.goldstein, 1);
      } else {
        row.add("");
      }
      row.add(event.negated ? "true" : "false");
      row.add(name_of(event.modality));
      row.add(name_of(event.status));
      std::vector<std::string> voices;
      for (const auto voice : event.voices) {
        const Statement& statement = coding.statements[voice];
        const auto source = speaker_mention(coding.actors, voice);
        voices.push_back((statement.source       ? one_line(text_of(coding, *statement.source))
                          : source != no_mention ? actor_name(coding, source)
                                                 : "?") +
                         ":" + std::string(name_of(statement.act)));
      }
      row.add(joined(voices));
      const Place* where = event.where >= 0 ? &coding.places[static_cast<std::size_t>(event.where)] : nullptr;
      row.add(where ? where->name : "");
      row.add(where ? where->country : "");
      if (where) {
        row.add(where->latitude, 4);
        row.add(where->longitude, 4);
      } else {
        row.add("");
        row.add("");
      }
      row.add(event.confidence, 3);
      row.add(event.rule);
      const Span trigger = span_of(coding.reading, event.trigger);
      row.add(one_line(text_of(coding.document, trigger)));
      row.add(index.code_points_before(trigger.begin), 0);
      row.add(index.code_points_before(trigger.end), 0);
      row.add(one_line(text_of(coding.document, sentence_span(coding, event.sentence))));
    }
  }
}

}  // namespace demarche
