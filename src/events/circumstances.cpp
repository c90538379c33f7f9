// When and where, and the contexts.
#include "events/circumstances.h"

#include <algorithm>
#include <limits>

#include "events/denials.h"
#include "text/words.h"

namespace demarche {
namespace {

constexpr int too_far = 100;

bool opens_clause(std::string_view label) {
  const auto kind = base(label);
  return kind == "ccomp" || kind == "advcl" || label == "acl:relcl" || kind == "acl" || kind == "parataxis" || kind == "csubj";
}

// A clause with a time and place of its own: what is said (reported, promised, planned) on Friday did not happen on Friday, nor what it
// came after.
bool is_a_world_apart(const Syntax& syntax, std::uint32_t node) {
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
  if (kind == "acl") return syntax.is_infinitive(node) || syntax.is_finite(node);
  if (kind != "advcl") return false;
  const auto marker = syntax.marker(node);
  if (is_one_of(marker, {"since", "because", "although", "though", "if", "unless", "until", "till", "whereas"})) return true;
  return is_one_of(marker, {"after", "before"}) && syntax.is_finite(node);
}

// `Friday's ruling`, `the Nov. 5 election`: the day of the noun, and of what happens at it or in it, but of nothing else.
bool is_day_of_another(const Syntax& syntax, std::uint32_t word, std::uint32_t noun, std::uint32_t trigger) {
  if (noun == trigger || !syntax.is_nominal(noun)) return false;
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

// Steps through the tree, or too_far where the word belongs to another clause: what is said on Friday did not happen on Friday.
int Circumstances::distance(std::uint32_t trigger, std::uint32_t word, bool is_time) const {
  constexpr int longest = 12;
  // From the word up to its own clause.
  std::uint32_t path[longest + 1];
  int length = 0;
  for (std::int32_t at = static_cast<std::int32_t>(word); at != no_word && length <= longest;
       at = syntax_.head(static_cast<std::uint32_t>(at)))
    path[length++] = static_cast<std::uint32_t>(at);
  std::int32_t at = static_cast<std::int32_t>(trigger);
  for (int up = 0; at != no_word && up < longest; ++up) {
    const auto node = static_cast<std::uint32_t>(at);
    const auto met = std::find(path, path + length, node);
    if (met != path + length) {
      const int down = static_cast<int>(met - path);
      int cost = up + down;
      for (int i = 0; i < down; ++i) {
        if (opens_clause(syntax_.label(path[i])) && !(is_time && (lies_behind(syntax_, word, path[i]) || is_done_by_then(word, path[i]) ||
                                                                  is_day_of_its_document(syntax_, path[i], trigger))))
          return too_far;
        if (is_time && i + 1 <= down && is_day_of_another(syntax_, path[i], path[i + 1], trigger)) return too_far;
        if (syntax_.relation(path[i]) != "conj" || !syntax_.is_verb(path[i])) continue;
        // `resigned and fled to Chad`: where the second deed is done is not where the first is.
        if (!is_time || syntax_.child(path[i], "nsubj") != no_word) return too_far;
        cost += 4;
      }
      return cost;
    }
    if (is_a_world_apart(syntax_, node)) return too_far;
    // `Ten died in 2007, and the court charged six`: only what stands before both belongs to both.
    if (syntax_.relation(node) == "conj" && syntax_.child(node, "nsubj") != no_word && syntax_.head(node) != no_word) {
      const auto subject = syntax_.child(static_cast<std::uint32_t>(syntax_.head(node)), "nsubj");
      if (subject == no_word || word > static_cast<std::uint32_t>(subject)) return too_far;
    }
    // `condemned the attack on Friday`: what is spoken of has its own day; what is done (`launched the attack`) has that of the doing.
    if (up == 0 && !syntax_.is_verb(node) && syntax_.relation(node) == "obj" && syntax_.support_verb(node) == no_word &&
        syntax_.receiving_verb(node) == no_word)
      return too_far;
    at = syntax_.head(node);
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
    const int cost = distance(trigger, head, true);
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
    const bool scheduled = is_simple_present(syntax_, trigger) && syntax_.complement(trigger) == no_word &&
                           time.days.start == time.days.end && !syntax_.has_marker(head_of(coding_.reading, time.words), "by");
    const bool called = is_one_of(syntax_.lemma(trigger), {"call", "announce", "schedule", "plan", "convene", "organize", "organise"});
    if (syntax_.is_verb(trigger) && !called && !scheduled)
      event.when = -1;
    else
      event.modality = Modality::intended;
  }
  // A place where something is, or where it goes; not one that acts.
  const WordRange words = coding_.reading.sentences[event.sentence].words;
  int best = too_far;
  const auto start = std::lower_bound(places_.begin(), places_.end(), words.first,
                                      [](WordRange range, std::uint32_t first) { return range.first < first; });
  for (auto i = static_cast<std::size_t>(start - places_.begin()); i < places_.size() && places_[i].first < words.last; ++i) {
    if (places_[i].empty() || coding_.places[i].acts) continue;
    const auto head = head_of(coding_.reading, places_[i]);
    std::uint32_t phrase = head;
    for (int step = 0;
         step < 3 &&
         (syntax_.relation(phrase) == "compound" || syntax_.relation(phrase) == "flat" || syntax_.relation(phrase) == "appos") &&
         syntax_.head(phrase) != no_word;
         ++step)
      phrase = static_cast<std::uint32_t>(syntax_.head(phrase));
    bool located = false;
    for (const std::string_view preposition : {"in", "at", "near", "outside", "inside", "around", "across", "throughout", "on", "to",
                                               "into", "over", "off", "through", "within"})
      located |= syntax_.has_marker(phrase, preposition);
    const auto kind = syntax_.relation(phrase);
    if (kind == "obj" && (syntax_.lemma(trigger) == "visit" || syntax_.lemma(trigger) == "tour" || syntax_.lemma(trigger) == "enter" ||
                          syntax_.lemma(trigger) == "invade"))
      located = true;
    // `blocked the port of Rotterdam`, `the Rotterdam port`
    int extra = 0;
    if (!located && (syntax_.has_marker(phrase, "of") || syntax_.label(phrase) == "nmod:poss") && syntax_.head(phrase) != no_word) {
      const auto owner = static_cast<std::uint32_t>(syntax_.head(phrase));
      const auto role = syntax_.relation(owner);
      const bool thing = owner < coding_.actors.mention_of_head.size() && syntax_.word(owner).upos == Upos::NOUN;
      located = thing && (role == "obj" || role == "obl");
      extra = 2;
    }
    if (!located) continue;
    const int cost = distance(trigger, head, false) + extra + (coding_.places[i].is_country ? 1 : 0);
    if (cost < best) {
      best = cost;
      event.where = static_cast<std::int32_t>(i);
    }
  }
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
