#include "time/tense.h"

#include <algorithm>
#include <cstdlib>

#include "text/words.h"

namespace demarche {
namespace {

bool is(std::string_view form, std::string_view lowered) {
  if (form.size() != lowered.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i)
    if ((form[i] >= 'A' && form[i] <= 'Z' ? form[i] + 32 : form[i]) != lowered[i]) return false;
  return true;
}
template <std::size_t size>
bool is_any(std::string_view form, const std::string_view (&list)[size]) {
  return std::any_of(std::begin(list), std::end(list), [&](std::string_view word) { return is(form, word); });
}

constexpr std::string_view future_auxiliaries[] = {"will", "'ll",   "\xE2\x80\x99ll", "wo",  "shall",  "would", "'d",
                                                   "may",  "might", "could",          "can", "should", "must"};
// What is planned lies ahead, in whatever tense the plan is told: `a march planned for Sunday`.
constexpr std::string_view plans[] = {"plan",     "schedule", "expect",  "slate",  "set",     "due",   "likely",
                                      "prepare",  "aim",      "hope",    "intend", "book",    "poise", "anticipate",
                                      "forecast", "vow",      "promise", "pledge", "threaten"};
// Of these the plan itself is told, with the day on which somebody made it.
constexpr std::string_view vows[] = {"vow", "promise", "pledge", "threaten", "agree", "offer", "propose"};
// Their infinitives have happened when they have: `was forced to leave on Friday`.
constexpr std::string_view implicatives[] = {"force",  "manage", "fail",   "begin",  "start",  "decline", "refuse", "help",     "get",
                                             "come",   "go",     "have",   "seem",   "appear", "use",     "compel", "continue", "proceed",
                                             "oblige", "lead",   "bother", "happen", "dare",   "rush",    "gather", "meet",     "travel",
                                             "return", "arrive", "leave",  "be",     "try",    "attempt"};
// Presents of speech tell what was said: `Moscow says on Friday`.
constexpr std::string_view speech[] = {"say", "tell", "report", "write", "claim", "deny", "announce", "accuse", "warn", "call"};

bool has_mark_to(const Reading& reading, const Tree& tree, std::uint32_t verb) {
  for (const std::uint32_t child : tree.children(verb))
    if (child < verb && is(reading.words[child].form, "to") && base(reading.words[child].deprel) == "mark") return true;
  return false;
}

// Tense of one verb; climbs no further than `steps`.
Direction tense_of(const Reading& reading, const Tree& tree, std::uint32_t verb, int steps) {
  const Word& word = reading.words[verb];
  bool past_auxiliary = false, present_auxiliary = false;
  for (const std::uint32_t child : tree.children(verb)) {
    const Word& part = reading.words[child];
    if (base(part.deprel) != "aux" && base(part.deprel) != "cop") continue;
    if (base(part.deprel) == "cop" && word.xpos == "VBD") continue;  // `the truth is that Chad left`: not of the leaving
    if (is_any(part.form, future_auxiliaries)) {
      // `may have left`: the past after all.
      bool perfect = false;
      for (const std::uint32_t other : tree.children(verb)) perfect = perfect || is(reading.words[other].form, "have");
      return perfect ? Direction::past : Direction::future;
    }
    static constexpr std::string_view past_forms[] = {"was", "were", "had", "did", "has", "have", "'ve", "\xE2\x80\x99ve", "been"};
    static constexpr std::string_view present_forms[] = {"is", "are", "am", "'s", "'re", "\xE2\x80\x99s", "\xE2\x80\x99re", "do", "does"};
    past_auxiliary = past_auxiliary || is_any(part.form, past_forms);
    present_auxiliary = present_auxiliary || is_any(part.form, present_forms);
  }
  if (is_one_of(word.lemma, plans) && word.xpos != "VBG") return Direction::future;
  if (past_auxiliary) return Direction::past;
  const bool infinitive = has_mark_to(reading, tree, verb);
  const auto above = [&] {
    return word.head == no_word || steps <= 0 || static_cast<std::size_t>(word.head) >= reading.words.size()
               ? Direction::unknown
               : tense_of(reading, tree, static_cast<std::uint32_t>(word.head), steps - 1);
  };
  if (infinitive) {
    if (word.head == no_word) return Direction::future;
    const Word& head = reading.words[static_cast<std::size_t>(word.head)];
    if (base(word.deprel) == "advcl" || is_one_of(head.lemma, implicatives)) return above();
    // `As he prepared to speak on Tuesday, shots were fired`: what was about to be then
    if (head.lemma == "prepare" && head.xpos == "VBD" && base(head.deprel) == "advcl") return Direction::past;
    return Direction::future;
  }
  if (present_auxiliary) return Direction::future;
  if (word.xpos == "VBD" || (feature(word, "Tense") == "Past" && feature(word, "VerbForm") == "Fin")) return Direction::past;
  if (word.xpos == "VBZ" || word.xpos == "VBP") return is_one_of(word.lemma, speech) ? Direction::past : Direction::future;
  if (word.xpos == "VBN") return Direction::past;  // `the deal signed on Friday`
  if (word.xpos == "VBG" || word.xpos == "VB" || word.upos == Upos::VERB || word.upos == Upos::NOUN || word.upos == Upos::ADJ ||
      word.upos == Upos::PROPN) {
    const Direction direction = above();
    if (direction != Direction::unknown) return direction;
    return word.xpos == "VB" ? Direction::future : Direction::unknown;
  }
  return Direction::unknown;
}

// `was promised`, `a vote promised in May`, `promised a vote in May`: nobody promises it there in a clause, so that the day is the vote's.
// `the ships that they promised in May`: what is promised stands before the verb, so that the day behind it is the promise's.
bool is_told_of(const Reading& reading, const Tree& tree, std::int32_t verb) {
  const bool of_what_stands_before = reading.words[static_cast<std::size_t>(verb)].deprel == "acl:relcl";
  bool subject = false, clause = false;
  for (const std::uint32_t child : tree.children(static_cast<std::uint32_t>(verb))) {
    if (reading.words[child].deprel == "aux:pass") return true;
    subject |= reading.words[child].deprel == "nsubj";
    clause |= is_one_of(reading.words[child].deprel, {"ccomp", "xcomp"});
  }
  if (subject && of_what_stands_before) return false;
  const auto label = base(reading.words[static_cast<std::size_t>(verb)].deprel);
  return !clause || (!subject && label != "conj");
}

Direction by_tree(const Reading& reading, const Tree& tree, std::uint32_t word) {
  std::int32_t at = static_cast<std::int32_t>(word);
  for (int steps = 0; steps < 12 && at != no_word && static_cast<std::size_t>(at) < reading.words.size(); ++steps) {
    const Word& here = reading.words[static_cast<std::size_t>(at)];
    bool predicate = here.upos == Upos::VERB || here.upos == Upos::AUX;
    if (!predicate)
      for (const std::uint32_t child : tree.children(static_cast<std::uint32_t>(at)))
        predicate = predicate || base(reading.words[child].deprel) == "cop";
    // `vowed on Monday to fight`: the day of the vow, not of the fight. `promised a vote in May` hangs May on the vote.
    const bool said_then = reading.words[word].head == at && is_one_of(here.lemma, vows) && !is_told_of(reading, tree, at);
    if (said_then && (here.xpos == "VBD" || here.xpos == "VBN")) return Direction::past;
    // `the march planned`, `due on Friday`
    if (predicate || is_one_of(here.lemma, plans)) return tense_of(reading, tree, static_cast<std::uint32_t>(at), 6);
    at = here.head;
  }
  return Direction::unknown;
}

// Without a tree: the nearest word that shows a tense.
Direction by_forms(const Reading& reading, std::uint32_t word) {
  static constexpr std::string_view ahead[] = {
      "will",  "'ll",      "\xE2\x80\x99ll", "wo",    "shall", "scheduled", "planned", "expected", "due",    "plans",
      "plan",  "upcoming", "slated",         "set",   "would", "vowed",     "agreed",  "intends",  "hopes",  "is",
      "are",   "may",      "might",          "could", "must",  "should",    "meets",   "begins",   "starts", "opens",
      "holds", "travels",  "visits",         "takes", "heads", "votes",     "leaves",  "goes"};
  static constexpr std::string_view behind[] = {
      "said",  "told",   "was",    "were",   "had",   "did",     "has",  "have", "met",  "left", "went",   "came",  "took", "began",
      "held",  "killed", "made",   "won",    "lost",  "fell",    "rose", "gave", "sent", "hit",  "struck", "broke", "shot", "spoke",
      "wrote", "ran",    "fought", "became", "found", "brought", "drew", "put",  "says", "saw",  "flew",   "died",  "led",  "signed"};
  const WordRange sentence = reading.sentences.empty() ? WordRange{0, static_cast<std::uint32_t>(reading.words.size())}
                                                       : reading.sentences[reading.words[word].sentence].words;
  Direction best = Direction::unknown;
  long nearest = 25;
  for (std::uint32_t i = sentence.first; i < sentence.last && i < reading.words.size(); ++i) {
    const std::string_view form = reading.words[i].form;
    long distance = std::labs(static_cast<long>(i) - static_cast<long>(word));
    Direction direction = Direction::unknown;
    if (is_any(form, ahead) && form != "May" && form != "Will")
      direction = Direction::future;
    else if (is_any(form, behind) || (form.size() > 4 && form.ends_with("ed")))
      direction = Direction::past;
    if (direction == Direction::unknown) continue;
    // `will` says more than the participle behind it: `will be killed on Friday`.
    if (direction == Direction::future && i < word) distance -= 2;
    if (distance < nearest) {
      nearest = distance;
      best = direction;
    }
  }
  return best;
}

}  // namespace

namespace {

// `called a strike for Friday`, `set a vote for Tuesday`: what is arranged for a day has that day ahead of it.
bool is_arranged_for(const Reading& reading, const Tree& tree, std::uint32_t word) {
  constexpr std::string_view arrangements[] = {"call",  "announce", "set",      "convene", "summon",     "fix",     "arrange",
                                               "order", "book",     "declare",  "reserve", "reschedule", "time",    "slate",
                                               "date",  "appoint",  "organize", "plan",    "schedule",   "propose", "postpone"};
  bool behind_for = false;
  for (const std::uint32_t child : tree.children(word)) behind_for |= child < word && is(reading.words[child].form, "for");
  if (!behind_for) return false;
  std::int32_t at = reading.words[word].head;
  for (int step = 0; step < 3 && at != no_word && static_cast<std::size_t>(at) < reading.words.size(); ++step) {
    const Word& here = reading.words[static_cast<std::size_t>(at)];
    if (here.upos == Upos::VERB) {
      // `had called a vote for Friday`: by now it may be over.
      for (const std::uint32_t child : tree.children(static_cast<std::uint32_t>(at)))
        if (is(reading.words[child].form, "had")) return false;
      return is_one_of(here.lemma, arrangements);
    }
    at = here.head;
  }
  return false;
}

// `threatened to resign in May, when Chad seized the port`: the verb of the clause that tells what was then, or no_word.
std::int32_t verb_of_what_was_then(const Reading& reading, std::uint32_t word) {
  constexpr std::uint32_t longest = 3;  // words from the month to the comma: `March 3, when`
  for (auto i = word + 1; i + 1 < reading.words.size() && i <= word + longest; ++i) {
    if (reading.words[i].form != "," || reading.words[i + 1].form != "when") continue;
    const auto verb = reading.words[i + 1].head;
    return verb != no_word && verb > static_cast<std::int32_t>(i) ? verb : no_word;
  }
  return no_word;
}

}  // namespace

namespace {

// `the April 5 killing`, `January's vote`, `Monday night's debate`: the noun whose day it is, or no_word.
std::int32_t noun_behind(const Reading& reading, std::uint32_t word) {
  constexpr std::string_view parts[] = {"morning", "afternoon", "evening", "night", "noon", "midnight", "week", "month", "year"};
  std::int32_t at = static_cast<std::int32_t>(word);
  for (int step = 0; step < 3; ++step) {
    const Word& here = reading.words[static_cast<std::size_t>(at)];
    if (!is_one_of(base(here.deprel), {"nmod", "compound", "amod"}) || here.head <= at) break;
    at = here.head;
  }
  if (at == static_cast<std::int32_t>(word)) return no_word;
  const Word& noun = reading.words[static_cast<std::size_t>(at)];
  return noun.upos != Upos::NOUN || is_one_of(noun.lemma, parts) ? no_word : at;
}

// What has its day before it comes about.
bool is_arranged(const Word& noun) {
  return is_one_of(noun.lemma, {"election", "vote",       "referendum", "poll",         "ballot",   "primary",     "caucus",
                                "runoff",   "debate",     "summit",     "meeting",      "session",  "hearing",     "trial",
                                "deadline", "conference", "convention", "inauguration", "ceremony", "talk",        "talks",
                                "rally",    "visit",      "trip",       "game",         "launch",   "anniversary", "celebration"});
}

// `will use Monday's encounter`: an auxiliary says so, not the present alone.
bool is_told_of_the_future(const Reading& reading, const Tree& tree, std::uint32_t word) {
  std::int32_t at = static_cast<std::int32_t>(word);
  for (int step = 0; step < 6 && at != no_word && reading.words[static_cast<std::size_t>(at)].upos != Upos::VERB; ++step)
    at = reading.words[static_cast<std::size_t>(at)].head;
  if (at == no_word) return false;
  for (const std::uint32_t child : tree.children(static_cast<std::uint32_t>(at)))
    if (base(reading.words[child].deprel) == "aux" && is_any(reading.words[child].form, future_auxiliaries)) return true;
  return false;
}

// The day of a noun is not that of a verb in the present: `Sunday's attack is the worst`. Only what is arranged may be to come.
Direction direction_of_noun(const Reading& reading, const Tree& tree, std::uint32_t word, std::uint32_t noun) {
  const Direction clause = by_tree(reading, tree, word);
  const bool arranged = is_arranged(reading.words[noun]), is_weekday = reading.words[word].form.ends_with("day");
  if (clause == Direction::past) return arranged && is_before_arranged(reading, tree, word) ? Direction::unknown : clause;
  return is_weekday && (arranged || is_told_of_the_future(reading, tree, word)) ? clause : Direction::unknown;
}

}  // namespace

bool is_before_arranged(const Reading& reading, const Tree& tree, std::uint32_t word) {
  const auto noun = noun_behind(reading, word);
  if (noun == no_word || !is_arranged(reading.words[static_cast<std::size_t>(noun)])) return false;
  for (const std::uint32_t child : tree.children(static_cast<std::uint32_t>(noun)))
    if (base(reading.words[child].deprel) == "case" && is_one_of(reading.words[child].form, {"for", "before", "to", "until"})) return true;
  return false;
}

Direction direction_of(const Reading& reading, const Tree& tree, std::uint32_t word) {
  if (const auto noun = noun_behind(reading, word); noun != no_word)
    return direction_of_noun(reading, tree, word, static_cast<std::uint32_t>(noun));
  if (const auto then = verb_of_what_was_then(reading, word); then != no_word) {
    const Direction direction = tense_of(reading, tree, static_cast<std::uint32_t>(then), 0);
    if (direction != Direction::unknown) return direction;
  }
  if (is_arranged_for(reading, tree, word)) return Direction::future;
  if (reading.words[word].head != no_word || !tree.children(word).empty()) {
    const Direction direction = by_tree(reading, tree, word);
    if (direction != Direction::unknown) return direction;
  }
  return by_forms(reading, word);
}

}  // namespace demarche
