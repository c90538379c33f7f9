// Cues that are no verb of their own clause: *reportedly*, *according to*, *in the words of*.
#include <algorithm>

#include "speech/found.h"
#include "text/words.h"

namespace demarche {
namespace {

constexpr std::uint32_t longest_sentence = 600;
constexpr int steps_up = 12;

bool same_word(std::string_view form, std::string_view lower_case) {
  return form.size() == lower_case.size() &&
         std::equal(form.begin(), form.end(), lower_case.begin(), [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

// The clause that a word belongs to: the next verb or predicate above it.
std::uint32_t clause_of(const SpeechContext& context, std::uint32_t word) {
  auto at = word;
  for (int step = 0; step < steps_up; ++step) {
    const auto& w = context.word(at);
    if (w.head == no_word) return at;
    const auto label = base(w.deprel);
    if (is_verbal(w) && label != "aux" && label != "cop") return at;
    if (is_one_of(label, {"root", "ccomp", "advcl", "acl", "parataxis", "xcomp", "csubj"})) return at;
    at = static_cast<std::uint32_t>(w.head);
  }
  return at;
}

// What leads a clause in or stands beside it: conjunctions, markers, what comes before a comma at its start, other people's insertions.
std::vector<std::uint32_t> beside(const SpeechContext& context, const SpeechLexicon& lexicon, std::uint32_t clause) {
  std::vector<std::uint32_t> found;
  for (const auto c : context.tree.children(clause)) {
    const auto& w = context.word(c);
    const auto label = base(w.deprel);
    if (label == "mark" || (label == "cc" && c < clause) || label == "discourse") {
      found.push_back(c);
    } else if ((label == "obl" || label == "advmod" || label == "advcl") && c < clause) {
      const auto below = subtree(context.tree, c);
      if (below.last < context.sentence(clause).last && context.word(below.last).form == ",") found.push_back(c);
    } else if (label == "parataxis") {
      if (const auto* cue = lexicon.cue_of(w); cue && cue->takes_quotes()) found.push_back(c);
    }
  }
  return found;
}

}  // namespace

void find_adverbial_cues(const SpeechLexicon& lexicon, const SpeechContext& context, std::vector<Found>& found) {
  const auto n = static_cast<std::uint32_t>(context.reading.words.size());
  for (std::uint32_t i = 0; i < n; ++i) {
    const auto& w = context.word(i);
    if (context.sentence(i).size() > longest_sentence) continue;
    if (w.upos == Upos::ADV) {
      const auto* cue = lexicon.cue_of(w);
      const auto* frame = cue ? cue->find(FrameShape::hearsay) : nullptr;
      if (!frame || w.head == no_word) continue;
      const auto head = static_cast<std::uint32_t>(w.head);
      // `reportedly said that` is a statement with a speaker; it is marked as hearsay there
      if (std::any_of(found.begin(), found.end(), [&](const Found& f) { return f.anchor == head; })) continue;
      const auto clause =
          is_verbal(context.word(head))
              ? head
              : (is_one_of(base(context.word(head).deprel), {"amod", "nmod", "obl", "obj", "nsubj"}) ? head : clause_of(context, head));
      auto without = beside(context, lexicon, clause);
      without.push_back(i);
      Found f;
      f.anchor = i;
      auto& s = f.statement;
      const std::uint32_t heads[] = {clause};
      s.content = phrase_words(context, heads, without);
      // a subject that a coordinated verb shares: `He left and was reportedly followed`
      if (const auto label = base(context.word(clause).deprel);
          label == "conj" && child(context.reading, context.tree, clause, "nsubj") == no_word) {
        const auto who = agent_of(context, clause);
        if (who != no_word && static_cast<std::uint32_t>(who) < clause) {
          const auto range = noun_phrase(context, static_cast<std::uint32_t>(who));
          if (s.content.empty() || range.last <= s.content.front().first) s.content.insert(s.content.begin(), range);
        }
      }
      if (s.content.empty()) continue;
      s.cue = WordRange{i, i + 1};
      s.act = frame->act;
      s.hearsay = true;
      s.confidence = frame->share;
      s.rule = frame->rule;
      // `was reportedly shot`, `is reportedly in prison`
      f.firm = is_verbal(context.word(clause)) || child(context.reading, context.tree, clause, "cop") != no_word;
      found.push_back(std::move(f));
      continue;
    }
    for (const auto& phrase : lexicon.phrases) {
      const auto length = static_cast<std::uint32_t>(phrase.words.size());
      if (length == 0 || i + length >= context.sentence(i).last || !same_word(w.form, phrase.words[0])) continue;
      bool all = true;
      for (std::uint32_t k = 1; all && k < length; ++k) all = same_word(context.word(i + k).form, phrase.words[k]);
      if (!all) continue;
      const WordRange cue{i, i + length};
      // the head of who follows: up through names and their parts, as far as these stand behind the phrase
      auto who = cue.last;
      while (who < context.sentence(i).last && !is_nominal(context.word(who)) && who < cue.last + 6) ++who;
      if (who >= context.sentence(i).last || !is_nominal(context.word(who))) break;
      for (int step = 0; step < steps_up; ++step) {
        const auto& x = context.word(who);
        if (x.head == no_word || static_cast<std::uint32_t>(x.head) < cue.last) break;
        if (!is_one_of(base(x.deprel), {"compound", "flat", "nmod", "amod", "nummod", "det", "appos"}) || !is_nominal(context.word(x.head)))
          break;
        who = static_cast<std::uint32_t>(x.head);
      }
      auto source = noun_phrase(context, who);
      source.first = std::max(source.first, cue.last);
      if (source.empty()) source = {cue.last, who + 1};
      // the whole prepositional phrase hangs on the claim
      auto top = who;
      for (int step = 0; step < steps_up; ++step) {
        const auto& x = context.word(top);
        if (x.head == no_word || !cue.contains(static_cast<std::uint32_t>(x.head))) break;
        top = static_cast<std::uint32_t>(x.head);
      }
      if (context.word(top).head == no_word) break;
      const auto clause = clause_of(context, static_cast<std::uint32_t>(context.word(top).head));
      auto without = std::vector<std::uint32_t>{top, i};
      for (const auto c : context.tree.children(clause)) {
        const auto label = base(context.word(c).deprel);
        if (label == "mark" || (label == "cc" && c < clause)) without.push_back(c);
      }
      Found f;
      f.anchor = i;
      auto& s = f.statement;
      const std::uint32_t heads[] = {clause};
      s.content = phrase_words(context, heads, without);
      if (s.content.empty()) break;
      s.cue = cue;
      s.source = source;
      s.act = phrase.frame.act;
      s.hearsay = is_unnamed(lexicon, context, source);
      s.confidence = phrase.frame.share;
      s.rule = phrase.frame.rule;
      found.push_back(std::move(f));
      break;
    }
  }
}

}  // namespace demarche
