#include <algorithm>

#include "speech/found.h"
#include "speech/merge.h"
#include "speech/speech.h"
#include "speech/trust.h"
#include "text/words.h"

namespace demarche {
namespace {

// `said that he had fled, a claim that the rebels denied`: what others make of his words is none of them.
void cut_before_what_takes_them_up(const Reading& reading, std::vector<Found>& found) {
  for (const Found& denial : found) {
    if (!denial.taken_up) continue;
    const auto claim = denial.taken_up->first;
    for (Found& other : found) {
      auto& parts = other.statement.content;
      if (&other == &denial || parts.empty() || parts.front().first >= claim || parts.back().last <= claim) continue;
      if (other.statement.cue && other.statement.cue->first >= claim) continue;
      std::erase_if(parts, [&](WordRange part) { return part.first >= claim; });
      parts.back().last = std::min(parts.back().last, claim);
      if (parts.back().size() > 1 && reading.words[parts.back().last - 1].upos == Upos::PUNCT) --parts.back().last;
    }
  }
}

// `The envoy says that there was none.` `“He has to say so. …”`: what is answered in an interview is not what the question tells of others.
void leave_answers_to_who_answers(std::vector<Found>& found) {
  for (const Found& answer : found) {
    if (answer.statement.rule != answer_rule) continue;
    for (const WordRange words : answer.statement.content)
      for (Found& other : found) {
        auto& parts = other.statement.content;
        if (&other == &answer || !other.statement.cue || other.statement.cue->first >= words.first || parts.empty()) continue;
        if (parts.front().first >= words.first) continue;
        std::erase_if(parts, [&](WordRange part) { return words.covers(part); });
        for (WordRange& part : parts)
          if (part.overlaps(words) && part.first < words.first) part.last = words.first;
      }
  }
}

// `Ambassador, Cairo says …`: who is spoken to is no part of who speaks.
void leave_out_who_is_spoken_to(const SpeechContext& context, std::vector<Found>& found) {
  for (Found& f : found) {
    auto& source = f.statement.source;
    if (!source || source->size() < 3 || context.word(source->first).deprel != "vocative") continue;
    if (context.word(source->first + 1).form == ",") source->first += 2;
  }
}

// `Asked whether they would leave, an officer said no`: who is asked does not ask.
void leave_out_who_is_asked(const SpeechContext& context, std::vector<Found>& found) {
  for (Found& f : found) {
    Statement& s = f.statement;
    if (!s.source || !s.cue || s.cue->size() != 1) continue;
    const auto asked = s.cue->first;
    const Word& word = context.word(asked);
    // A past without a subject is no past.
    if (!is_one_of(word.xpos, {"VBN", "VBD"}) || child(context.reading, context.tree, asked, "nsubj") != no_word) continue;
    if (base(word.deprel) != "advcl" || word.head == no_word || word.head < static_cast<std::int32_t>(asked)) continue;
    if (!is_one_of(word.lemma, {"ask", "question", "press", "quiz"})) continue;
    const auto subject = child(context.reading, context.tree, static_cast<std::uint32_t>(word.head), "nsubj");
    if (subject == no_word || !s.source->contains(static_cast<std::uint32_t>(subject))) continue;
    if (!s.addressee) s.addressee = s.source;
    s.source.reset();
  }
}

// The object of a verb, or the subject of its passive; not where a clause says what is so.
std::int32_t undergoer_of(const SpeechContext& context, std::uint32_t verb) {
  if (child(context.reading, context.tree, verb, "ccomp") != no_word) return no_word;
  const auto whom = child(context.reading, context.tree, verb, "obj");
  return whom != no_word ? whom : child(context.reading, context.tree, verb, "nsubj:pass");
}

// `The Senate confirmed Judge Brandt`, `confirmed 68 nominees`: a deed, which says nothing.
bool confirms_a_nominee(const SpeechContext& context, std::uint32_t verb) {
  const auto whom = undergoer_of(context, verb);
  if (context.word(verb).lemma != "confirm" || whom == no_word) return false;
  const auto noun = static_cast<std::uint32_t>(whom);
  const auto is_post = [&](std::uint32_t word) {
    return is_one_of(ascii_lowered(context.word(word).lemma),
                     {"judge", "justice", "nominee", "appointee", "nomination", "appointment", "pick"});
  };
  if (is_post(noun)) return true;
  const auto below = context.tree.children(noun);
  if (std::any_of(below.begin(), below.end(), [&](std::uint32_t c) { return context.word(c).deprel == "nmod:desc" && is_post(c); }))
    return true;
  return context.word(noun).deprel == "nsubj:pass" && is_one_of(context.word(noun).lemma, {"he", "she"}) &&
         child(context.reading, context.tree, verb, "xcomp") == no_word;
}

// `named Ray as his running mate`, `picked Ray`, `recalled its envoy`: who puts somebody into a post or takes him from it says nothing,
// unlike who named him as a suspect.
bool gives_a_post(const SpeechLexicon& lexicon, const SpeechContext& context, std::uint32_t verb) {
  const auto whom = undergoer_of(context, verb);
  if (whom == no_word) return false;
  const auto& lemma = context.word(verb).lemma;
  if (lemma == "recall")
    return is_one_of(context.word(static_cast<std::uint32_t>(whom)).lemma, {"ambassador", "envoy", "diplomat", "commissioner", "consul"});
  if (is_one_of(lemma, {"tap", "pick", "appoint", "nominate"})) return true;
  const auto below = context.tree.children(verb);
  return lemma == "name" && std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
           const auto label = base(context.word(c).deprel);
           return c > verb && (label == "xcomp" || (label == "obl" && marker_of(context, c) == "as")) &&
                  lexicon.posts.contains(context.word(c).lemma);
         });
}

// `A diplomat said … The diplomat said`: who was not named before is not named now.
void mark_who_stays_unnamed(const SpeechLexicon& lexicon, const SpeechContext& context, std::vector<Statement>& statements) {
  constexpr std::uint32_t reach = 8;  // sentences
  struct Unnamed {
    std::string_view lemma;
    std::uint32_t sentence;
  };
  std::vector<Unnamed> unnamed;
  for (const auto& statement : statements) {
    if (!statement.source || !statement.hearsay) continue;
    const auto& head = context.word(head_of(context.reading, *statement.source));
    if (lexicon.unnamed_people.contains(head.lemma)) unnamed.push_back({head.lemma, head.sentence});
  }
  if (unnamed.empty()) return;
  for (auto& statement : statements) {
    if (!statement.source || statement.hearsay) continue;
    // `Two diplomats said … One of them said`
    const auto& first = context.word(statement.source->first);
    const bool of_them = statement.source->size() == 3 && context.word(statement.source->first + 2).lemma == "they";
    if (is_one_of(first.lemma, {"one", "another", "both", "some", "two"}) && (of_them || statement.source->size() == 1)) {
      statement.hearsay = std::any_of(unnamed.begin(), unnamed.end(), [&](const Unnamed& before) {
        return before.sentence < first.sentence && first.sentence - before.sentence <= 2;
      });
    }
    if (statement.hearsay || first.lemma != "the") continue;
    const auto& head = context.word(head_of(context.reading, *statement.source));
    statement.hearsay = std::any_of(unnamed.begin(), unnamed.end(), [&](const Unnamed& before) {
      return before.lemma == head.lemma && before.sentence < head.sentence && head.sentence - before.sentence <= reach;
    });
  }
}

// `Brandt “is the only one who can win,” Novak said`: all but a few words are his own, by their quotation marks.
void mark_what_is_quoted(const SpeechContext& context, std::vector<Statement>& statements) {
  constexpr std::uint32_t fewest = 6;  // with the marks
  constexpr double least = 0.8;        // of the words
  const auto quoted = [&](std::uint32_t word) { return context.quotation_of[word] >= 0; };
  for (auto& s : statements) {
    if (s.direct || s.inside != no_statement || !s.cue || quoted(s.cue->first) || (s.source && quoted(s.source->first))) continue;
    std::uint32_t own = 0;
    for (const auto part : s.content)
      for (auto i = part.first; i < part.last; ++i) own += quoted(i);
    s.direct = own >= fewest && own >= least * words_of(s.content);
  }
}

// Calls then(context, found) with all that the rules and the network found, the weak too.
template <class Then>
void find_all(const SpeechLexicon& lexicon, const Reading& reading, Then then) {
  if (reading.words.empty()) return;
  const Tree tree(reading);
  const auto quotations = find_quotations(reading);
  SpeechContext context{reading, tree, quotations, std::vector<std::int32_t>(reading.words.size(), -1)};
  for (std::size_t q = 0; q < quotations.size(); ++q)
    for (auto i = quotations[q].words.first; i < quotations[q].words.last; ++i) context.quotation_of[i] = static_cast<std::int32_t>(q);
  std::vector<Found> found;
  find_direct_speech(lexicon, context, found);
  find_indirect_speech(lexicon, context, found);
  find_adverbial_cues(lexicon, context, found);
  find_headline_ends(lexicon, context, found);
  add_network(lexicon, context, found);
  leave_answers_to_who_answers(found);
  leave_out_who_is_spoken_to(context, found);
  leave_out_who_is_asked(context, found);
  std::erase_if(found, [&](const Found& f) {
    if (f.anchor == no_anchor || f.statement.direct || !is_verbal(context.word(f.anchor))) return false;
    return confirms_a_nominee(context, f.anchor) || gives_a_post(lexicon, context, f.anchor);
  });
  for (auto& f : found) settle_act(lexicon, context, f);
  cut_before_what_takes_them_up(reading, found);
  then(context, std::move(found));
}

}  // namespace

void find_statements(const SpeechLexicon& lexicon, Coding& coding) {
  coding.statements.clear();
  find_all(lexicon, coding.reading, [&](const SpeechContext& context, std::vector<Found> found) {
    coding.statements = settle(lexicon, std::move(found));
    mark_what_is_quoted(context, coding.statements);
    mark_who_stays_unnamed(lexicon, context, coding.statements);
  });
}

std::vector<WeighedStatement> weighed_statements(const SpeechLexicon& lexicon, const Coding& coding) {
  std::vector<WeighedStatement> weighed;
  find_all(lexicon, coding.reading, [&](const SpeechContext& context, std::vector<Found> found) {
    for (auto& f : found) {
      if (f.statement.content.empty() || !f.judged) continue;
      const auto features = features_of(context, f);
      weighed.push_back({std::move(f.statement), features});
    }
  });
  return weighed;
}

}  // namespace demarche
