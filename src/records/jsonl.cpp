#include <cmath>
#include <nlohmann/json.hpp>

#include "reader/tree.h"
#include "records/records.h"
#include "records/view.h"
#include "text/utf8.h"

namespace demarche {
namespace {

using Json = nlohmann::ordered_json;

// Builds the records of one document.
class Writer {
 public:
  explicit Writer(const Document& document) : document_(document), index_(document.text) {}

  Json span(Span span) const { return Json::array({index_.code_points_before(span.begin), index_.code_points_before(span.end)}); }

  Json document() const {
    Json record{{"record", "document"}, {"id", document_.id}, {"uri", document_.uri}, {"text", document_.text}, {"title", document_.title}};
    record["authors"] = document_.authors;
    record["publisher"] = document_.publisher.empty() ? Json() : Json(document_.publisher);
    record["published"] = document_.published ? Json(format_date(*document_.published)) : Json();
    record["language"] = document_.language;
    Json dropped = Json::array();
    for (const Dropped& part : document_.dropped) dropped.push_back({{"span", span(part.span)}, {"reason", part.reason}});
    record["dropped"] = std::move(dropped);
    if (!document_.warnings.empty()) record["warnings"] = document_.warnings;
    return record;
  }

 private:
  const Document& document_;
  CodePointIndex index_;
};

class CodingWriter : public Writer {
 public:
  explicit CodingWriter(const Coding& coding) : Writer(coding.document), coding_(coding) {}

  Json words(WordRange range) const {
    const Span at = span_of(coding_.reading, range);
    return {{"text", text_of(coding_.document, at)}, {"span", span(at)}};
  }

  Json entity(std::int32_t index) const {
    const Entity& actor = coding_.actors.entities[static_cast<std::size_t>(index)];
    return {{"id", actor_id(coding_, index)},
            {"name", actor.name},
            {"country", actor.country.empty() ? Json() : Json(actor.country)},
            {"roles", actor.roles},
            {"code", actor.code.empty() ? Json() : Json(actor.code)}};
  }

  // `range` is what to show when the mention is unknown, too.
  Json actor(std::int32_t mention, std::optional<WordRange> range = std::nullopt) const {
    if (mention == no_mention && !range) return nullptr;
    const auto shown = range ? *range : coding_.actors.mentions[static_cast<std::size_t>(mention)].words;
    Json record = words(shown);
    const auto known = entity_index(coding_.actors, mention);
    if (known != no_entity) {
      record.update(entity(known));
    } else {
      record.update(Json{{"id", nullptr}, {"name", record["text"]}, {"country", nullptr}, {"roles", Json::array()}, {"code", nullptr}});
    }
    return record;
  }

  // An entity that a record names without a place of its own: shown by its first mention.
  Json actor_by_entity(std::int32_t index) const {
    const Entity& known = coding_.actors.entities[static_cast<std::size_t>(index)];
    return actor(static_cast<std::int32_t>(known.first_mention));
  }

  Json when(std::int32_t index) const {
    if (index < 0) return nullptr;
    const TimeExpression& time = coding_.times[static_cast<std::size_t>(index)];
    Json record = {{"start", format_date(time.days.start)}, {"end", format_date(time.days.end)}};
    record.update(words(time.words));
    return record;
  }

  Json statement(std::size_t index) const {
    const Statement& it = coding_.statements[index];
    Json record{{"record", "statement"}, {"id", statement_id(coding_, index)}, {"document", coding_.document.id}};
    record["sentence"] = span(sentence_span(coding_, sentence_of(coding_, it)));
    record["source"] = actor(mention_at(coding_.actors.statement_source, index), it.source);
    record["cue"] = it.cue ? words(*it.cue) : Json();
    Json content = Json::array();
    for (const WordRange part : it.content) content.push_back(span(span_of(coding_.reading, part)));
    record["content"] = std::move(content);
    record["act"] = name_of(it.act);
    record["addressee"] = actor(mention_at(coding_.actors.statement_addressee, index), it.addressee);
    record["direct"] = it.direct;
    record["hearsay"] = it.hearsay;
    record["negated"] = it.negated;
    record["when"] = when(index < coding_.said_when.size() ? coding_.said_when[index] : -1);
    record["inside"] = it.inside == no_statement ? Json() : Json(statement_id(coding_, static_cast<std::size_t>(it.inside)));
    record["confidence"] = rounded(it.confidence);
    record["rule"] = it.rule;
    return record;
  }

  Json event(std::size_t index, const RecordOptions& options) const {
    const Event& it = coding_.events[index];
    Json record{{"record", "event"}, {"id", event_id(coding_, index)}, {"document", coding_.document.id}};
    record["sentence"] = span(sentence_span(coding_, it.sentence));
    record["type"] = it.type;
    record["mode"] = it.mode.empty() ? Json() : Json(it.mode);
    record["context"] = it.contexts;
    record["cameo"] = it.cameo.empty() ? Json() : Json(it.cameo);
    record["quad"] = quad_of(it.type);
    record["intensity"] = it.intensity;
    record["goldstein"] = it.goldstein ? Json(*it.goldstein) : Json();
    record["source"] = actor(it.source);
    Json targets = Json::array();
    for (const auto target : it.targets) targets.push_back(actor(target));
    record["targets"] = std::move(targets);
    record["trigger"] = words(it.trigger);
    record["negated"] = it.negated;
    record["modality"] = name_of(it.modality);
    record["when"] = when(it.when);
    record["where"] = nullptr;
    if (it.where >= 0) {
      const Place& place = coding_.places[static_cast<std::size_t>(it.where)];
      record["where"] = {{"name", place.name},
                         {"country", place.country.empty() ? Json() : Json(place.country)},
                         {"latitude", place.latitude},
                         {"longitude", place.longitude}};
      record["where"].update(words(place.words));
    }
    Json voices = Json::array();
    for (const auto voice : it.voices) voices.push_back(statement_id(coding_, voice));
    record["voices"] = std::move(voices);
    record["status"] = name_of(it.status);
    record["confidence"] = rounded(it.confidence);
    record["rule"] = it.rule;
    if (options.explain) record["explanation"] = explanation(index);
    return record;
  }

  Json position(std::size_t index, const RecordOptions& options) const {
    const Position& it = coding_.positions[index];
    Json record{{"record", "position"}, {"id", position_id(coding_, index)}, {"document", coding_.document.id}};
    record["holder"] = it.holder == no_entity ? Json() : actor_by_entity(it.holder);
    record["toward"] = it.toward != no_entity ? actor_by_entity(it.toward) : it.issue.empty() ? Json() : Json{{"issue", it.issue}};
    record["stance"] = rounded(it.stance);
    Json evidence = Json::array();
    for (const auto e : it.events)
      if (coding_.events[e].confidence >= options.min_confidence) evidence.push_back(event_id(coding_, e));
    for (const auto s : it.statements) evidence.push_back(statement_id(coding_, s));
    record["evidence"] = std::move(evidence);
    if (it.words) {
      record["trigger"] = words(*it.words);
      record["sentence"] = span(sentence_span(coding_, coding_.reading.words[it.words->first].sentence));
    }
    if (it.between) {
      record["between"] = Json::array({actor_by_entity(it.between->first), actor_by_entity(it.between->second)});
      record["compatible"] = it.compatible;
      if (!it.issue.empty()) record["issue"] = it.issue;
    }
    return record;
  }

 private:
  static double rounded(double value) { return std::round(value * 1000) / 1000; }

  static std::int32_t mention_at(const std::vector<std::int32_t>& mentions, std::size_t statement) {
    return statement < mentions.size() ? mentions[statement] : no_mention;
  }

  Json explanation(std::size_t index) const {
    const Event& it = coding_.events[index];
    const auto path = [&](std::int32_t mention) {
      return dependency_path(coding_.reading, trigger_of(coding_, index), coding_.actors.mentions[static_cast<std::size_t>(mention)].head);
    };
    Json record{{"rule", it.rule}};
    if (!it.signs.empty()) record["signs"] = it.signs;
    if (index < coding_.explanations.size()) {
      const Explanation& why = coding_.explanations[index];
      Json lines = Json::array();
      for (const RuleLine& line : why.lines) lines.push_back({{"what", line.what}, {"file", line.file}, {"line", line.line}});
      record["lines"] = std::move(lines);
      if (!why.frame.empty()) record["frame"] = why.frame;
      if (!it.score.empty()) record["score"] = it.score;
      if (!why.runner_up.empty()) record["runner_up"] = why.runner_up;
    }
    if (it.source != no_mention) record["source_path"] = path(explained_source(coding_, index));
    Json targets = Json::array();
    for (std::size_t i = 0; i < it.targets.size(); ++i) targets.push_back(path(explained_target(coding_, index, i)));
    record["target_paths"] = std::move(targets);
    Json voices = Json::array();
    for (const auto voice : it.voices) {
      const Statement& statement = coding_.statements[voice];
      voices.push_back({{"statement", statement_id(coding_, voice)},
                        {"source", voice_name(coding_, voice)},
                        {"act", name_of(statement.act)},
                        {"cue", statement.cue ? Json(text_of(coding_, *statement.cue)) : Json()},
                        {"hearsay", statement.hearsay},
                        {"rule", statement.rule}});
    }
    record["voices"] = std::move(voices);
    return record;
  }

  const Coding& coding_;
};

void append_line(std::string& out, const Json& record) {
  out += record.dump();
  out += '\n';
}

}  // namespace

void append_document_jsonl(std::string& out, const Document& document) { append_line(out, Writer(document).document()); }

void append_jsonl(std::string& out, const Coding& coding, const RecordOptions& options) {
  const CodingWriter writer(coding);
  append_line(out, writer.document());
  for (std::size_t i = 0; i < coding.statements.size(); ++i) append_line(out, writer.statement(i));
  for (std::size_t i = 0; i < coding.events.size(); ++i)
    if (coding.events[i].confidence >= options.min_confidence) append_line(out, writer.event(i, options));
  for (std::size_t i = 0; i < coding.positions.size(); ++i)
    if (has_evidence(coding, i, options)) append_line(out, writer.position(i, options));
}

}  // namespace demarche
