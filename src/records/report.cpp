#include <algorithm>
#include <cstdio>
#include <map>
#include <vector>

#include "reader/tree.h"
#include "records/records.h"
#include "records/view.h"
#include "text/utf8.h"

namespace demarche {
namespace {

std::size_t columns_of(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

// Adds `text`, broken at blanks, every line indented.
void append_wrapped(std::string& out, std::string_view text, std::size_t indent, std::size_t width) {
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (column > indent && column + 1 + columns_of(word) > width) {
      out += '\n';
      column = 0;
    }
    if (column == 0) {
      out.append(indent, ' ');
      column = indent;
    } else {
      out += ' ';
      ++column;
    }
    out += word;
    column += columns_of(word);
  }
  out += '\n';
}

// Quotation marks around it, unless it has some of its own at its start.
std::string in_quotes(const std::string& sentence) {
  for (const std::string_view mark : {"“", "\"", "‘"})
    if (sentence.starts_with(mark)) return sentence;
  return "“" + sentence + "”";
}

std::string shown(const Coding& coding, std::int32_t mention) {
  if (mention == no_mention) return "(nobody named)";
  std::string text = actor_name(coding, mention);
  if (const Entity* entity = entity_of(coding.actors, mention); entity && !entity->code.empty()) text += " [" + entity->code + "]";
  return text;
}

std::string days_of(const Coding& coding, std::int32_t time) {
  const DateRange& days = coding.times[static_cast<std::size_t>(time)].days;
  return format_date(days.start) + (days.end != days.start ? " to " + format_date(days.end) : "");
}

// `Lavrov (deny) › U.S. officials (claim)`; explained: `Lavrov (deny, “denied”, tagged)`
std::string chain(const Coding& coding, const Event& event, bool explain) {
  std::string text;
  for (const auto voice : event.voices) {
    const Statement& statement = coding.statements[voice];
    if (!text.empty()) text += " › ";
    text += voice_name(coding, voice) + " (";
    text += name_of(statement.act);
    if (statement.hearsay) text += ", hearsay";
    if (explain && statement.cue) text += ", “" + one_line(text_of(coding, *statement.cue)) + "”";
    if (explain) text.append(", by ").append(statement.rule);
    text += ")";
  }
  return text;
}

// Which line decided, what would have been next, and how the actors hang on the trigger.
void append_explanation(std::string& out, const Coding& coding, std::size_t index, std::size_t width) {
  const Event& event = coding.events[index];
  char confidence[32];
  std::snprintf(confidence, sizeof confidence, ", confidence %.2f", event.confidence);
  std::string why = "why: " + event.rule;
  if (!event.score.empty()) why += ", score " + event.score;
  if (index < coding.explanations.size()) {
    const Explanation& explanation = coding.explanations[index];
    for (const RuleLine& line : explanation.lines) why += ", " + line.what + " " + line.file + ":" + std::to_string(line.line);
    if (!explanation.frame.empty()) why += ", frame " + explanation.frame;
    append_wrapped(out, why + confidence, 6, width);
    if (!explanation.runner_up.empty()) append_wrapped(out, "next: " + explanation.runner_up, 6, width);
  } else {
    append_wrapped(out, why + confidence, 6, width);
  }
  const auto show = [&](std::string_view role, std::int32_t mention) {
    const Mention& found = coding.actors.mentions[static_cast<std::size_t>(mention)];
    std::string line(role);
    line += ": " + dependency_path(coding.reading, trigger_of(coding, index), found.head, PathStyle::words);
    if (found.kind == MentionKind::pronoun && found.entity != no_entity) line += " (" + actor_name(coding, mention) + ")";
    append_wrapped(out, line, 6, width);
  };
  if (event.source != no_mention) show("source", explained_source(coding, index));
  for (std::size_t i = 0; i < event.targets.size(); ++i) show("target", explained_target(coding, index, i));
}

void append_event(std::string& out, const Coding& coding, std::size_t index, const RecordOptions& options, std::size_t width) {
  const Event& event = coding.events[index];
  std::string line = event.type;
  if (!event.mode.empty()) line += "/" + event.mode;
  line += "  " + shown(coding, event.source) + " → ";
  for (std::size_t i = 0; i < event.targets.size(); ++i) line += (i ? ", " : "") + shown(coding, event.targets[i]);
  if (event.targets.empty()) line += "(nobody named)";
  std::string number = std::to_string(index + 1);
  out.append(number.size() < 4 ? 4 - number.size() : 0, ' ');
  out += number + "  ";
  std::string wrapped;
  append_wrapped(wrapped, line, 6, width);
  out += wrapped.substr(6);
  std::string facts(name_of(event.status));
  if (event.negated) facts += " · negated";
  if (event.modality != Modality::actual) facts += " · " + std::string(name_of(event.modality));
  if (event.when >= 0) facts += " · " + days_of(coding, event.when);
  if (event.where >= 0) {
    const Place& place = coding.places[static_cast<std::size_t>(event.where)];
    facts += " · " + place.name + (place.country.empty() ? "" : " [" + place.country + "]");
  }
  append_wrapped(out, facts, 6, width);
  if (!event.voices.empty()) append_wrapped(out, "on the word of " + chain(coding, event, options.explain), 6, width);
  // One sentence may tell of much: it is shown once.
  const bool shown_above =
      index > 0 && coding.events[index - 1].sentence == event.sentence && coding.events[index - 1].confidence >= options.min_confidence;
  const std::string sentence =
      shown_above ? "(the same sentence)" : in_quotes(one_line(text_of(coding.document, sentence_span(coding, event.sentence))));
  append_wrapped(out, sentence + "  ← " + one_line(text_of(coding, event.trigger)), 6, width);
  if (options.explain) append_explanation(out, coding, index, width);
  out += '\n';
}

void append_statement(std::string& out, const Coding& coding, std::size_t index, std::size_t width) {
  const Statement& statement = coding.statements[index];
  const auto source = speaker_mention(coding.actors, index);
  std::string line = source != no_mention ? shown(coding, source)
                     : statement.source   ? one_line(text_of(coding, *statement.source))
                                          : "(unnamed)";
  line += " — ";
  if (statement.negated) line += "not ";
  line += name_of(statement.act);
  if (statement.hearsay) line += ", hearsay";
  if (index < coding.said_when.size() && coding.said_when[index] >= 0) line += ", " + days_of(coding, coding.said_when[index]);
  if (statement.inside != no_statement) line += ", within " + std::to_string(statement.inside + 1);
  line += ": ";
  for (std::size_t i = 0; i < statement.content.size(); ++i) line += (i ? " … " : "") + one_line(text_of(coding, statement.content[i]));
  std::string number = std::to_string(index + 1);
  out.append(number.size() < 4 ? 4 - number.size() : 0, ' ');
  out += number + "  ";
  std::string wrapped;
  append_wrapped(wrapped, line, 6, width);
  out += wrapped.size() > 6 ? wrapped.substr(6) : "\n";
}

// As many columns of a terminal as asked for: cut off, or filled with blanks.
std::string in_columns(const std::string& text, std::size_t columns) {
  std::string out;
  std::size_t count = 0;
  const bool cut = columns_of(text) > columns;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    next_code_point(text, at);
    if (cut && count + 1 == columns) break;
    out += text.substr(start, at - start);
    ++count;
  }
  if (cut) return out + "…";
  return out.append(columns - count, ' ');
}

// Who holds a position (rows) towards whom and what (columns, by their numbers), then whom the text itself sets together or apart.
void append_positions(std::string& out, const Coding& coding, const RecordOptions& options, std::size_t width) {
  constexpr std::size_t indent = 6, cell = 7, widest_name = 28;
  const auto name = [&](std::int32_t entity) {
    return entity == no_entity ? std::string("?") : coding.actors.entities[static_cast<std::size_t>(entity)].name;
  };
  using Toward = std::pair<std::int32_t, std::string>;  // an actor, or no_entity and an issue
  std::vector<std::int32_t> holders;
  std::vector<Toward> columns;
  std::map<std::pair<std::int32_t, Toward>, double> stances;
  std::string sides;
  for (std::size_t i = 0; i < coding.positions.size(); ++i) {
    const Position& position = coding.positions[i];
    if (!has_evidence(coding, i, options)) continue;
    if (position.between) {
      std::string line = name(position.between->first) + (position.compatible ? " with " : " against ") + name(position.between->second);
      if (!position.issue.empty()) line += " on " + position.issue;
      append_wrapped(sides, line, indent, width);
      continue;
    }
    const Toward toward{position.toward, position.toward == no_entity ? position.issue : std::string()};
    if (std::find(holders.begin(), holders.end(), position.holder) == holders.end()) holders.push_back(position.holder);
    if (std::find(columns.begin(), columns.end(), toward) == columns.end()) columns.push_back(toward);
    stances[{position.holder, toward}] = position.stance;
  }
  std::stable_partition(columns.begin(), columns.end(), [](const Toward& toward) { return toward.first != no_entity; });
  for (std::size_t k = 0; k < columns.size(); ++k) {
    const auto& [actor, issue] = columns[k];
    append_wrapped(out, std::to_string(k + 1) + "  " + (actor != no_entity ? name(actor) : "issue: " + issue), indent, width);
  }
  std::size_t names = 0;
  for (const auto holder : holders) names = std::max(names, std::min(widest_name, columns_of(name(holder))));
  // As many columns beside each other as the width takes.
  const std::size_t beside = std::max<std::size_t>(1, (std::max(width, indent + names + cell) - indent - names) / cell);
  for (std::size_t first = 0; first < columns.size(); first += beside) {
    const std::size_t last = std::min(columns.size(), first + beside);
    out += '\n';
    out.append(indent + names, ' ');
    for (std::size_t k = first; k < last; ++k) {
      const std::string number = std::to_string(k + 1);
      out.append(cell - std::min(cell, number.size()), ' ').append(number);
    }
    out += '\n';
    for (const auto holder : holders) {
      std::string row(indent, ' ');
      row += in_columns(name(holder), names);
      bool any = false;
      for (std::size_t k = first; k < last; ++k) {
        const auto found = stances.find({holder, columns[k]});
        if (found == stances.end()) {
          row.append(cell - 1, ' ').append("·");
          continue;
        }
        any = true;
        char sign[16];
        std::snprintf(sign, sizeof sign, "%+.2f", found->second);
        row.append(cell - std::min(cell, std::string_view(sign).size()), ' ').append(sign);
      }
      if (any) (out += row) += '\n';
    }
  }
  if (!sides.empty()) (columns.empty() ? out : out += '\n') += sides;
}

void append_heading(std::string& out, std::string_view text) {
  out += text;
  out += '\n';
  out.append(columns_of(text), '-');
  out += '\n';
}

}  // namespace

void append_report(std::string& out, const Coding& coding, const RecordOptions& options, std::size_t width) {
  const Document& document = coding.document;
  out.append(width, '=');
  out += '\n';
  append_wrapped(out, document.title.empty() ? "(no title)" : document.title, 0, width);
  std::string origin;
  for (const std::string& author : document.authors) origin += (origin.empty() ? "by " : ", ") + author;
  if (!document.publisher.empty()) origin += (origin.empty() ? "" : " · ") + document.publisher;
  if (document.published) origin += (origin.empty() ? "" : " · ") + format_date(*document.published);
  origin += (origin.empty() ? "" : " · ") + document.uri;
  append_wrapped(out, origin, 0, width);
  out += '\n';

  append_heading(out, "Who did or said what to whom");
  for (std::size_t i = 0; i < coding.events.size(); ++i)
    if (coding.events[i].confidence >= options.min_confidence) append_event(out, coding, i, options, width);
  if (coding.events.empty()) out += "      (no events)\n\n";

  append_heading(out, "On whose word");
  for (std::size_t i = 0; i < coding.statements.size(); ++i) append_statement(out, coding, i, width);
  if (coding.statements.empty()) out += "      (no statements)\n";
  out += '\n';

  std::string positions;
  append_positions(positions, coding, options, width);
  if (!positions.empty()) {
    append_heading(out, "Where they stand (-1 against, +1 for)");
    out += positions;
    out += '\n';
  }
  if (!document.dropped.empty()) {
    append_heading(out, "Not the article's content");
    for (const Dropped& part : document.dropped) append_wrapped(out, part.reason + ": " + one_line(text_of(document, part.span)), 6, width);
    out += '\n';
  }
}

}  // namespace demarche
