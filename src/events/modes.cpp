// The mode that the words around a predicate tell: data/ontology/mode_words.tsv.
#include "events/modes.h"

#include <algorithm>

#include "text/table.h"
#include "text/words.h"

namespace demarche {
namespace {

bool opens_clause(const Syntax& syntax, std::uint32_t word) {
  const auto relation = syntax.relation(word);
  return relation == "ccomp" || relation == "advcl" || relation == "parataxis" || relation == "csubj" || relation == "acl" ||
         (relation == "conj" && syntax.is_verb(word));
}

// `warned him during their talks not to …`: when it was done is no part of what it was.
bool is_occasion(const Syntax& syntax, std::uint32_t word) {
  return syntax.relation(word) == "obl" &&
         is_one_of(syntax.marker(word), {"during", "after", "before", "at", "in", "amid", "since", "following"});
}

// Marks the words below `top`, itself included: without other clauses, or with them but without its subject and occasion.
void mark(const Syntax& syntax, std::uint32_t top, bool with_clauses, std::vector<bool>& marked, int depth = 0) {
  constexpr int deepest = 30;
  if (depth > deepest || marked[top]) return;
  marked[top] = true;
  for (const auto c : syntax.children(top)) {
    if (!with_clauses && opens_clause(syntax, c)) continue;
    if (with_clauses && depth == 0 && (is_one_of(syntax.relation(c), {"nsubj", "conj", "advcl"}) || is_occasion(syntax, c))) continue;
    mark(syntax, c, with_clauses, marked, depth + 1);
  }
}

bool is_word(const Word& word, std::string_view lowered) { return same_word(word.lemma, lowered) || same_word(word.form, lowered); }

// Does one of the phrases stand in the sentence, with its first word marked?
bool holds(const Syntax& syntax, WordRange sentence, const std::vector<bool>& marked,
           const std::vector<std::vector<std::string>>& phrases) {
  for (auto i = sentence.first; i < sentence.last; ++i) {
    if (!marked[i]) continue;
    for (const auto& phrase : phrases) {
      bool fits = i + phrase.size() <= sentence.last;
      for (std::size_t k = 0; fits && k < phrase.size(); ++k) fits = is_word(syntax.word(i + static_cast<std::uint32_t>(k)), phrase[k]);
      if (fits) return true;
    }
  }
  return false;
}

bool has_role(const Coding& coding, const Finding& finding, const std::vector<std::vector<std::string>>& sectors) {
  for (const auto mention : finding.arguments.sources) {
    const Entity* who = entity_of(coding.actors, mention);
    if (!who) continue;
    for (const auto& sector : sectors)
      if (is_one_of(sector.front(), who->roles)) return true;
  }
  return false;
}

}  // namespace

void refine_modes(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, std::vector<Finding>& findings) {
  std::vector<bool> clause(syntax.size(), false), content(syntax.size(), false);
  for (Finding& finding : findings) {
    const std::uint32_t at = finding.trigger;
    const WordRange sentence = coding.reading.sentences[coding.reading.words[at].sentence].words;
    bool prepared = false;
    for (const ModeWords& row : knowledge.mode_words) {
      if (row.type != finding.type) continue;
      if (!row.any_from && !is_one_of(finding.mode, row.from)) continue;
      if (!row.triggers.empty() && !is_one_of(syntax.lemma(at), row.triggers)) continue;
      if (row.where == ModeWhere::trigger || row.where == ModeWhere::source) {
        if (row.where == ModeWhere::source && !has_role(coding, finding, row.phrases)) continue;
        finding.mode = row.mode;
        break;
      }
      if (!prepared) {
        prepared = true;
        for (auto* marked : {&clause, &content}) std::fill(marked->begin() + sentence.first, marked->begin() + sentence.last, false);
        mark(syntax, at, false, clause);
        mark(syntax, at, true, content);
        clause[at] = content[at] = false;
      }
      const auto& where = row.where == ModeWhere::clause ? clause : content;
      if (!holds(syntax, sentence, where, row.phrases)) continue;
      finding.mode = row.mode;
      break;
    }
  }
}

void load_mode_words(const std::filesystem::path& data_folder, EventKnowledge& knowledge) {
  const Table table = read_table(data_folder / "ontology" / "mode_words.tsv", 6, 6);
  static constexpr std::pair<std::string_view, ModeWhere> places[] = {
      {"trigger", ModeWhere::trigger}, {"clause", ModeWhere::clause}, {"content", ModeWhere::content}, {"source", ModeWhere::source}};
  for (const TableRow& row : table.rows) {
    ModeWords words;
    words.type = knowledge.type_of(row.fields[0]);
    if (words.type == no_type) throw table_error(table, row, "unknown type \"" + row.fields[0] + "\"");
    const auto check = [&](const std::string& mode) {
      if (!knowledge.mode_intensity.contains(row.fields[0] + " " + mode))
        throw table_error(table, row, row.fields[0] + " has no mode \"" + mode + "\"");
    };
    words.any_from = row.fields[1] == "*";
    for (const std::string& mode : split_list(words.any_from ? "" : row.fields[1], ',')) {
      if (mode != "-") check(mode);
      words.from.push_back(mode == "-" ? "" : mode);
    }
    check(row.fields[2]);
    words.mode = row.fields[2];
    if (row.fields[3] != "*") words.triggers = split_list(row.fields[3], ',');
    const auto place = std::find_if(std::begin(places), std::end(places), [&](const auto& entry) { return entry.first == row.fields[4]; });
    if (place == std::end(places)) throw table_error(table, row, "\"" + row.fields[4] + "\" is none of trigger, clause, content, source");
    words.where = place->second;
    if (row.fields[5] != "-")
      for (const std::string& phrase : split_list(row.fields[5], ',')) words.phrases.push_back(split_list(phrase, ' '));
    if (words.phrases.empty() != (words.where == ModeWhere::trigger))
      throw table_error(table, row, "words must stand there, or - for trigger");
    if (words.where == ModeWhere::trigger && words.triggers.empty()) throw table_error(table, row, "no lemmas of the trigger");
    knowledge.mode_words.push_back(std::move(words));
  }
}

}  // namespace demarche
