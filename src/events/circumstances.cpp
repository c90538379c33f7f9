// When and where, and the contexts.
#include "events/circumstances.h"

#include <algorithm>

#include "events/denials.h"
#include "events/same_time.h"
#include "text/words.h"

namespace demarche {
namespace {

bool opens_clause(std::string_view label) {
  const auto kind = base(label);
  return kind == "ccomp" || kind == "advcl" || label == "acl:relcl" || kind == "acl" || kind == "parataxis" || kind == "csubj";
}

// `marched to the square, where he had spoken`
bool is_where_it_had_been(const Syntax& syntax, std::uint32_t clause) {
  bool where = false, had = false;
  for (const auto c : syntax.children(clause)) {
    where |= same_word(syntax.word(c).form, "where");
    had |= syntax.relation(c) == "aux" && same_word(syntax.word(c).form, "had");
  }
  return where && had;
}

// A clause with a time and place of its own: what is said (reported, promised, planned) on Friday did not happen on Friday, nor what it
// came after.
bool is_a_world_apart(const Syntax& syntax, std::uint32_t node, std::uint32_t word) {
  const auto label = syntax.label(node);
  const auto kind = base(label);
  // `broke out on May 1 when, the army says, gunmen shot at it`: the day is that of both, whatever stands between.
  const auto below = syntax.children(node);
  if (kind == "parataxis" && std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
        return c < node && syntax.relation(c) == "advmod" && same_word(syntax.word(c).form, "when");
      }))
    return false;
  if (kind == "ccomp" || label == "acl:relcl" || kind == "parataxis") return true;
  // `a promise that they would leave`, `a plan to leave`; but `a man carrying a bomb`
  // `accused on Friday of sending tanks`, `thanked for sending them`: what somebody is blamed or praised for came before.
  const auto marker = syntax.marker(node);
  if ((kind == "acl" || kind == "advcl") && syntax.word(node).xpos == "VBG" && is_one_of(marker, {"of", "for"})) return true;
  if (kind == "acl") {
    // `rebels armed by Chad seized the town on Monday`; but `a report released by Chad last month shows`
    const auto noun = syntax.head(node);
    const bool of_subject =
        syntax.word(node).xpos == "VBN" && noun != no_word && syntax.relation(static_cast<std::uint32_t>(noun)) == "nsubj";
    const bool is_inside = of_subject && node < word && static_cast<std::int32_t>(word) < syntax.head(static_cast<std::uint32_t>(noun));
    return (of_subject && !is_inside) || syntax.is_infinitive(node) || syntax.is_finite(node);
  }
  if (kind != "advcl") return false;
  if (is_where_it_had_been(syntax, node)) return true;
  if (is_one_of(marker, {"since", "because", "although", "though", "if", "unless", "until", "till", "whereas"})) return true;
  return is_one_of(marker, {"after", "before"}) && syntax.is_finite(node);
}

// `Friday's ruling`, `the Nov. 5 election`: the day of the noun, and of what happens at it or in it, but of nothing else.
bool is_day_of_another(const Syntax& syntax, std::uint32_t word, std::uint32_t noun, std::uint32_t trigger) {
  if (noun == trigger || !syntax.is_nominal(noun)) return false;
  // `a March speech denouncing Chad`
  if (syntax.label(trigger) == "acl" && syntax.word(trigger).xpos == "VBG" && syntax.head(trigger) == static_cast<std::int32_t>(noun))
    return false;
  const auto label = syntax.label(word);
  const bool of = base(label) == "nmod" && syntax.marker(word) == "of";  // `the vote of 2007`
  const bool before = base(label) == "nmod" && word < noun;              // `the 2014 vote`
  if (!before && label != "compound" && label != "amod" && !of) return false;
  return !is_one_of(syntax.marker(noun), {"at", "in", "during", "on", "amid", "throughout", "over"});
}

// `rejected a plan to build it two years ago`: what is `ago` is not still to be done, however the tree has it.
bool lies_behind(const Syntax& syntax, std::uint32_t time, std::uint32_t clause) {
  return syntax.is_infinitive(clause) && same_word(syntax.word(time).form, "ago");
}

// `in Misrata`, `near the border`: a phrase of the verb that says where, not whither.
bool is_static(const Syntax& syntax, std::uint32_t phrase) {
  return syntax.relation(phrase) == "obl" && is_one_of(syntax.marker(phrase), {"in", "at", "near", "outside", "around", "across"});
}

// `condemned the kidnapping of a senator by rebels on May 3`, `the air strike on a depot last week`: behind what belongs to the noun, the
// day does as well, whatever the tree hangs it on.
bool is_behind_what_is_done(const Syntax& syntax, std::uint32_t noun, std::uint32_t time) {
  // `described his call on Wednesday with the envoy`
  if (const auto partner = syntax.partner_behind_the_day(noun);
      partner != no_word && time > noun && static_cast<std::int32_t>(time) < partner)
    return true;
  for (const std::string_view preposition : {"of", "by", "on", "against", "in", "at", "near"}) {
    if (const auto behind = syntax.phrase_right_behind(noun, preposition); behind != no_word && behind < static_cast<std::int32_t>(time))
      return true;
    for (const auto c : syntax.children(noun))
      if (c > noun && c < time && syntax.relation(c) == "nmod" && syntax.has_marker(c, preposition)) return true;
  }
  return false;
}

// `the ministers meet`, `and sign a treaty`: no auxiliary tells another time.
bool is_simple_present(const Syntax& syntax, std::uint32_t verb) {
  auto clause = verb;
  for (int step = 0;
       step < 4 && syntax.relation(clause) == "conj" && syntax.head(clause) != no_word && syntax.child(clause, "nsubj") == no_word; ++step)
    clause = static_cast<std::uint32_t>(syntax.head(clause));
  return is_one_of(syntax.word(verb).xpos, {"VBZ", "VBP"}) && is_one_of(syntax.word(clause).xpos, {"VBZ", "VBP"}) &&
         syntax.child(verb, "aux") == no_word;
}

// `rejected it in a ruling released on Friday`: what is done in a document is done when that is.
bool is_day_of_its_document(const Syntax& syntax, std::uint32_t clause, std::uint32_t trigger) {
  if (syntax.label(clause) != "acl" || syntax.word(clause).xpos != "VBN" || syntax.head(clause) == no_word) return false;
  if (!is_one_of(syntax.lemma(clause), {"release", "issue", "publish", "deliver", "post", "file", "sign", "date", "send", "hand", "make"}))
    return false;
  const auto document = static_cast<std::uint32_t>(syntax.head(clause));
  return syntax.relation(document) == "obl" && syntax.has_marker(document, "in") &&
         syntax.head(document) == static_cast<std::int32_t>(trigger);
}

}  // namespace

Circumstances::Circumstances(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax)
    : knowledge_(knowledge),
      coding_(coding),
      syntax_(syntax),
      voices_(coding),
      denied_(coding.statements.size(), false),
      contexts_(coding.reading.sentences.size(), 0),
      known_(coding.reading.sentences.size(), false) {
  for (const Denial& it : find_denials(coding, syntax)) denied_[it.denied] = true;
  for (const TimeExpression& time : coding.times) times_.push_back(time.words);
  for (const Place& place : coding.places) places_.push_back(place.words);
}

// `worked with her to reform the law in the 1990s`: what was meant to be done in years that are over was done, or tried, in them.
bool Circumstances::is_done_by_then(std::uint32_t time, std::uint32_t clause) const {
  const auto& published = coding_.document.published;
  if (!published || syntax_.label(clause) != "advcl" || !syntax_.is_infinitive(clause) || !syntax_.has_marker(time, "in")) return false;
  return std::any_of(coding_.times.begin(), coding_.times.end(),
                     [&](const TimeExpression& it) { return it.words.contains(time) && it.days.end < *published; });
}

// Does the expression name no less than a year?
bool Circumstances::is_long(std::uint32_t time) const {
  constexpr auto year = std::chrono::days(364);
  return std::any_of(coding_.times.begin(), coding_.times.end(), [&](const TimeExpression& it) {
    return it.words.contains(time) && std::chrono::sys_days(it.days.end) - std::chrono::sys_days(it.days.start) >= year;
  });
}

// `a strike on Friday that killed nine`; `attacked a convoy on Friday in an ambush that killed nine`: is the relative clause about what has
// the day?
bool Circumstances::is_told_in(std::uint32_t clause, std::uint32_t time) const {
  const auto found = told_noun(syntax_, clause);
  if (found == no_word) return false;
  const auto noun = static_cast<std::uint32_t>(found);
  auto phrase = time;  // `Nov. 5`, `Monday night`: the head of the whole
  while (syntax_.head(phrase) != no_word && syntax_.head(phrase) != found && syntax_.relation(phrase) != "obl" &&
         !syntax_.is_verb(static_cast<std::uint32_t>(syntax_.head(phrase))))
    phrase = static_cast<std::uint32_t>(syntax_.head(phrase));
  if (syntax_.head(phrase) == found) return true;
  return syntax_.relation(noun) == "obl" && syntax_.has_marker(noun, "in") && syntax_.head(phrase) == syntax_.head(noun) &&
         knowledge_.by_lemma[static_cast<std::size_t>(PredicateKind::noun)].contains(syntax_.lemma(noun));
}

// The steps down from the node that the trigger lies below, or is, to the word: `path`, from the word up to that node.
int Circumstances::cost_below(std::span<const std::uint32_t> path, std::uint32_t trigger, bool in_relative_clause, bool is_time,
                              std::string_view type) const {
  const std::size_t down = path.size() - 1;
  int cost = static_cast<int>(down);
  // `called on Mali to investigate a strike in March`, `threatened to hold a rally in Lagos`
  if (is_time ? syntax_.relation(path[0]) == "nmod"
              : is_one_of(type, {"REQUEST", "AGREE", "THREATEN", "REJECT", "ACCUSE", "SUPPORT", "CONCEDE"}))
    for (std::size_t i = 1; i < down; ++i)
      if (syntax_.relation(path[i]) == "xcomp" && syntax_.is_infinitive(path[i])) return too_far;
  for (std::size_t i = 0; i < down; ++i) {
    const bool when = is_time && tells_when(syntax_, path[i]);
    if (when) cost += 4;
    if (opens_clause(syntax_.label(path[i])) &&
        !(is_time && (when || lies_behind(syntax_, path[0], path[i]) || is_done_by_then(path[0], path[i]) ||
                      is_day_of_its_document(syntax_, path[i], trigger))))
      return too_far;
    if (is_time && !(in_relative_clause && i + 1 == down) && is_day_of_another(syntax_, path[i], path[i + 1], trigger)) return too_far;
    if (syntax_.relation(path[i]) != "conj" || !syntax_.is_verb(path[i])) continue;
    // `agreed a truce and were to meet on Wednesday`
    if (is_time && syntax_.word(path[i]).xpos == "VB" && syntax_.word(path[i + 1]).xpos != "VB") return too_far;
    // `resigned and fled to Chad`: where the second deed is done is not where the first is; but `killed six and wounded ten in
    // Misrata`.
    if (syntax_.child(path[i], "nsubj") != no_word) return too_far;
    if (!is_time && (i == 0 || !is_static(syntax_, path[i - 1]) || !may_be_of_type(path[i], type))) return too_far;
    cost += 4;
  }
  return cost;
}

// Steps through the tree to a time, or to a place of a deed of this type; too_far where the word belongs to another clause: what is said on
// Friday did not happen on Friday.
int Circumstances::distance(std::uint32_t trigger, std::uint32_t word, bool is_time, std::string_view type) const {
  constexpr int longest = 12;
  // From the word up to its own clause.
  std::uint32_t path[longest + 1];
  int length = 0;
  for (std::int32_t at = static_cast<std::int32_t>(word); at != no_word && length <= longest;
       at = syntax_.head(static_cast<std::uint32_t>(at)))
    path[length++] = static_cast<std::uint32_t>(at);
  std::int32_t at = static_cast<std::int32_t>(trigger);
  bool in_relative_clause = false;  // of the node
  for (int up = 0; at != no_word && up < longest; ++up) {
    const auto node = static_cast<std::uint32_t>(at);
    const auto met = std::find(path, path + length, node);
    if (met != path + length) {
      const int cost = cost_below({path, met + 1}, trigger, in_relative_clause, is_time, type);
      return cost == too_far ? too_far : up + cost;
    }
    in_relative_clause = false;
    if (is_a_world_apart(syntax_, node, word)) {
      if (!is_time) return too_far;
      in_relative_clause = (up == 0 || (up == 1 && syntax_.relation(trigger) != "acl")) && is_told_in(node, word);
      if (!in_relative_clause && !has_day_of_what_it_hangs_on(syntax_, node, is_long(word))) return too_far;
    }
    // `Ten died in 2007, and the court charged six`: only what stands before both belongs to both.
    if (syntax_.relation(node) == "conj" && syntax_.child(node, "nsubj") != no_word && syntax_.head(node) != no_word) {
      const auto subject = syntax_.child(static_cast<std::uint32_t>(syntax_.head(node)), "nsubj");
      if (subject == no_word || word > static_cast<std::uint32_t>(subject)) return too_far;
    }
    // `condemned the attack on Friday`: what is spoken of has its own day; what is done (`launched the attack`) has that of the doing.
    if (up == 0 && !syntax_.is_verb(node) && syntax_.relation(node) == "obj" && syntax_.support_verb(node) == no_word &&
        syntax_.receiving_verb(node) == no_word && !(is_time && is_behind_what_is_done(syntax_, node, word)))
      return too_far;
    at = syntax_.head(node);
  }
  return too_far;
}

// `a day after police opened fire`, `two days before the vote`: the clause or noun whose day that is, or no_word.
std::int32_t Circumstances::counted_to_by(WordRange time) const {
  const auto last = time.last - 1;
  if (time.size() < 3 || !is_one_of(syntax_.word(last).form, {"after", "before"})) return no_word;
  const auto head = syntax_.head(last);
  return is_one_of(syntax_.relation(last), {"mark", "case"}) && head > static_cast<std::int32_t>(last) ? head : no_word;
}

// The steps up to what a time is counted to: `a day after police arrested him and charged two`, not `after police said that he had fled`.
int Circumstances::distance_below(std::uint32_t trigger, std::uint32_t top) const {
  constexpr int longest = 6;
  auto at = trigger;
  for (int up = 0; up < longest; ++up) {
    if (at == top) return up;
    const auto kind = syntax_.relation(at);
    if (kind != "obj" && kind != "conj" && kind != "xcomp") return too_far;
    if (kind == "xcomp" && syntax_.is_infinitive(at)) return too_far;
    if (kind == "obj" && syntax_.support_verb(at) == no_word) return too_far;
    if (syntax_.head(at) == no_word) return too_far;
    at = static_cast<std::uint32_t>(syntax_.head(at));
  }
  return too_far;
}

std::int32_t Circumstances::nearest(const std::vector<WordRange>& candidates, std::uint32_t trigger, std::uint32_t sentence) const {
  const WordRange words = coding_.reading.sentences[sentence].words;
  int best = too_far;
  std::int32_t found = -1;
  auto at = std::lower_bound(candidates.begin(), candidates.end(), words.first,
                             [](WordRange range, std::uint32_t first) { return range.first < first; });
  for (; at != candidates.end() && at->first < words.last; ++at) {
    if (at->empty()) continue;
    const auto head = head_of(coding_.reading, *at);
    if (syntax_.has_marker(head, "until") || syntax_.has_marker(head, "till")) continue;  // when it ends
    const auto counted_to = counted_to_by(*at);
    const int cost =
        counted_to == no_word ? distance(trigger, head, true, {}) : distance_below(trigger, static_cast<std::uint32_t>(counted_to));
    if (cost < best) {
      best = cost;
      found = static_cast<std::int32_t>(at - candidates.begin());
    }
  }
  return found;
}

void Circumstances::set_time_and_place(Event& event, std::uint32_t trigger) const {
  event.when = nearest(times_, trigger, event.sentence);
  // `had agreed to review it in June`, told in May: what has happened lies behind. `announced a strike for June`: it has not.
  const auto& published = coding_.document.published;
  if (event.when >= 0 && published && event.modality == Modality::actual &&
      std::chrono::sys_days(coding_.times[static_cast<std::size_t>(event.when)].days.start) > std::chrono::sys_days(*published)) {
    // `called a strike for June` is done by calling it; `they meet on Monday`, in the present, is to come.
    const TimeExpression& time = coding_.times[static_cast<std::size_t>(event.when)];
    const auto complement = syntax_.complement(trigger);  // `meets on Saturday to decide` takes none
    const bool takes_clause = complement != no_word && syntax_.relation(static_cast<std::uint32_t>(complement)) != "advcl";
    const bool scheduled = is_simple_present(syntax_, trigger) && !takes_clause && time.days.start == time.days.end &&
                           !syntax_.has_marker(head_of(coding_.reading, time.words), "by");
    const bool called = is_one_of(syntax_.lemma(trigger), {"call", "announce", "schedule", "plan", "convene", "organize", "organise"});
    if (syntax_.is_verb(trigger) && !called && !scheduled)
      event.when = -1;
    else
      event.modality = Modality::intended;
  }
  set_place(event, trigger);
}

std::int32_t Circumstances::time_of(const Statement& statement) const {
  if (!statement.cue || statement.cue->empty()) return -1;
  const auto cue = head_of(coding_.reading, *statement.cue);
  if (!syntax_.is_verb(cue) || is_one_of(syntax_.lemma(cue), {"accord", "according"})) return -1;
  const auto when = nearest(times_, cue, coding_.reading.words[cue].sentence);
  if (when < 0) return -1;
  const TimeExpression& time = coding_.times[static_cast<std::size_t>(when)];
  // `“We leave on Friday,” he said`; what has been said lies behind.
  const bool is_of_content = statement.direct && std::any_of(statement.content.begin(), statement.content.end(),
                                                             [&](WordRange part) { return part.overlaps(time.words); });
  const auto& published = coding_.document.published;
  const bool is_to_come = published && std::chrono::sys_days(time.days.start) > std::chrono::sys_days(*published);
  return is_of_content || is_to_come ? -1 : when;
}

void Circumstances::add_contexts(Event& event) {
  const auto sentence = event.sentence;
  if (!known_[sentence]) {
    known_[sentence] = true;
    const WordRange words = coding_.reading.sentences[sentence].words;
    for (auto i = words.first; i < words.last; ++i) {
      const Word& word = coding_.reading.words[i];
      if (word.upos == Upos::PUNCT || word.upos == Upos::DET || word.upos == Upos::ADP) continue;
      for (const std::string_view text : {word.lemma, word.form}) {
        const auto found = knowledge_.context_triggers.find(ascii_lowered(text));
        if (found == knowledge_.context_triggers.end()) continue;
        for (const ContextTrigger& trigger : found->second) {
          bool fits = true;
          for (std::size_t k = 0; fits && k < trigger.rest.size(); ++k) {
            const auto next = i + 1 + static_cast<std::uint32_t>(k);
            fits = next < words.last && (same_word(coding_.reading.words[next].lemma, trigger.rest[k]) ||
                                         same_word(coding_.reading.words[next].form, trigger.rest[k]));
          }
          if (fits) contexts_[sentence] |= std::uint64_t{1} << trigger.context;
        }
        if (word.lemma == word.form) break;
      }
    }
  }
  for (std::size_t i = 0; i < knowledge_.contexts.size(); ++i)
    if ((contexts_[sentence] >> i & 1) &&
        std::find(event.contexts.begin(), event.contexts.end(), knowledge_.contexts[i]) == event.contexts.end())
      event.contexts.push_back(knowledge_.contexts[i]);
}

}  // namespace demarche
