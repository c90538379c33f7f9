// Direct speech. Parsers are least reliable where quotations run over sentences, so these rules rest on the marks and on the words between
// them, and ask the tree only for who is the subject of the verb.
#include <algorithm>

#include "speech/found.h"
#include "speech/transcript.h"
#include "text/words.h"

namespace demarche {
namespace {

constexpr std::uint32_t longest_second_half = 20;  // words between two halves of one sentence in quotation marks
constexpr std::uint32_t longest_gap = 45;          // words between two quotations, or a quotation and its cue, that still belong to it

class DirectSpeech {
 public:
  DirectSpeech(const SpeechLexicon& lexicon, const SpeechContext& context, std::vector<Found>& found)
      : lexicon_(lexicon),
        context_(context),
        found_(found),
        statement_of_(context.quotations.size(), -1),
        used_(context.reading.words.size(), false) {}

  void run() {
    const auto blocks = blocks_of(context_.reading);
    spoken_ = find_turns(context_, blocks, found_);
    std::size_t q = 0;
    for (const auto& block : blocks) {
      std::vector<std::size_t> here;
      while (q < context_.quotations.size() && context_.quotations[q].block == block.block) {
        if (context_.quotations[q].utterance || is_called_out(q)) here.push_back(q);
        ++q;
      }
      if (here.empty() || std::binary_search(spoken_.begin(), spoken_.end(), block.block)) {
        last_block_ = -1;
        if (here.empty()) set_apart(block);
      } else {
        in_block(block, here);
      }
      previous_ = block;
      has_previous_ = true;
    }
    for (auto& f : found_)
      if (f.statement.direct) tidy(f);
  }

 private:
  const Quotation& quotation(std::size_t q) const { return context_.quotations[q]; }
  const Word& word(std::uint32_t i) const { return context_.word(i); }

  bool is_cue_verb(std::uint32_t i) const {
    const auto& w = word(i);
    if (w.upos != Upos::VERB || used_[i]) return false;
    if (w.deprel == "amod" || w.deprel == "acl:relcl") return false;
    const auto* cue = lexicon_.cue_of(w);
    // `If he wants our boats, “come and take them”` he says, and means to do nothing.
    return cue && cue->takes_quotes() && cue->act != Act::want;
  }

  // `chanting “Out! Out!”`: too short to be known for speech by itself.
  bool is_called_out(std::size_t q) const {
    const auto& own = quotation(q);
    return own.closed && own.words.first > 0 && is_one_of(last_of(own.inside()), {"!", "?"}) && is_cue_verb(own.words.first - 1);
  }

  // Behind a quotation: `…,” he said`, `…?” asked Clinton, who …`. no_anchor where these words start something else.
  std::uint32_t cue_after(std::uint32_t begin, std::uint32_t end, std::string_view last_of_quote) const {
    if (begin >= end) return no_anchor;
    auto i = begin;
    while (i < end && word(i).upos == Upos::PUNCT && word(i).form != ".") ++i;
    if (i >= end || word(i).form == ".") return no_anchor;
    const bool new_sentence = begin > 0 && word(begin).sentence != word(begin - 1).sentence;
    if (new_sentence && last_of_quote == ".") return no_anchor;
    if (is_one_of(word(i).lemma, {"and", "but", "or", "when", "while", "because", "although", "though", "since", "if", "unless", "until",
                                  "before", "after"}))
      return no_anchor;
    end = std::min({end, context_.sentence(i).last, i + longest_gap});
    for (auto v = i; v < end; ++v) {
      if (word(v).form == ":" || word(v).form == ";") return no_anchor;
      if (!is_verbal(word(v)) || word(v).upos == Upos::AUX) continue;
      // `one of them quoted him as saying`: he speaks
      if (word(v).lemma == "quote" || word(v).lemma == "cite")
        for (const auto c : context_.tree.children(v))
          if (c > v && c < end && word(c).xpos == "VBG" && word(c - 1).form == "as" && is_cue_verb(c) &&
              child(context_.reading, context_.tree, v, "obj") != no_word)
            return c;
      if (is_cue_verb(v)) {
        // The speaker stands among these words as well: before the verb (he said) or right behind it (said Lavrov).
        const auto agent = agent_of(context_, v);
        if (agent != no_word && static_cast<std::uint32_t>(agent) >= i && static_cast<std::uint32_t>(agent) < end) return v;
        if (v > i && v - i <= 8 && is_nominal(word(v - 1))) return v;
        if (v == i && v + 1 < end && (is_nominal(word(v + 1)) || word(v + 1).upos == Upos::DET)) return v;
        return no_anchor;
      }
      if (word(v).xpos == "VBN" || word(v).deprel == "acl:relcl" || word(v).deprel == "amod" || word(v).deprel == "acl") continue;
      if (new_sentence) return no_anchor;
      // Any verb will do where a comma joins it to the quotation: `…,” he laughed`.
      const auto agent = agent_of(context_, v);
      const bool subordinate = std::any_of(context_.reading.words.begin() + i, context_.reading.words.begin() + v,
                                           [](const Word& w) { return base(w.deprel) == "mark" && w.lemma != "as"; });
      if (last_of_quote == "," && !subordinate && agent != no_word && static_cast<std::uint32_t>(agent) >= i &&
          static_cast<std::uint32_t>(agent) < v + 4 && v - i <= 6 && !used_[v])
        return v;
      return no_anchor;
    }
    return no_anchor;
  }

  // `In “A Year at Sea,” he says that …`
  bool holds_words_of_its_own(std::uint32_t cue) const {
    const auto below = context_.tree.children(cue);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
      return c > cue && is_one_of(base(word(c).deprel), {"ccomp", "xcomp", "obj"});
    });
  }

  // Before a quotation: `He said, “…`, `telling reporters: “…`.
  std::uint32_t cue_before(std::uint32_t begin, std::uint32_t quote) const {
    if (quote <= begin) return no_anchor;
    const auto last = quote - 1;
    const bool colon = word(last).form == ":";
    begin = std::max(begin, quote > longest_gap ? quote - longest_gap : 0);
    for (auto v = quote; v-- > begin;) {
      if (word(v).form == ";") return no_anchor;
      if (is_cue_verb(v)) {
        // A verb with a clause of its own between it and the mark has its content there, unless a colon says that more follows.
        if (!colon && v + 1 < last) {
          for (const auto c : context_.tree.children(v)) {
            const auto label = base(word(c).deprel);
            if (label == "ccomp" && c > v && c < last) return no_anchor;
          }
          for (auto k = v + 1; k < last; ++k)
            if (is_verbal(word(k)) && word(k).upos == Upos::VERB && is_one_of(word(k).xpos, {"VBD", "VBZ", "VBP"}) &&
                word(k).deprel != "acl:relcl")
              return no_anchor;
        }
        return v;
      }
      // Before a colon any verb may lead to the words: `Mr. Smith shot back: “…`.
      if (colon && !used_[v] && word(v).upos == Upos::VERB && is_one_of(word(v).xpos, {"VBD", "VBZ", "VBP"}) &&
          word(v).deprel != "acl:relcl" && child(context_.reading, context_.tree, v, "nsubj") != no_word)
        return main_verb(begin, v);
    }
    return no_anchor;
  }

  // `He seems sure that it came in time: “…”`: whose clause it is, and not what he is sure of.
  std::uint32_t main_verb(std::uint32_t begin, std::uint32_t verb) const {
    constexpr int deepest = 6;
    auto main = verb, at = verb;
    // `She grew sure that I had lied: “…”`: a person in between may be the one who speaks.
    if (word(static_cast<std::uint32_t>(child(context_.reading, context_.tree, verb, "nsubj"))).upos != Upos::NOUN) return verb;
    for (int step = 0; step < deepest && is_one_of(base(word(at).deprel), {"ccomp", "xcomp", "advcl", "acl"}); ++step) {
      const auto above = word(at).head;
      if (above < static_cast<std::int32_t>(begin) || above > static_cast<std::int32_t>(at)) break;
      at = static_cast<std::uint32_t>(above);
      if (word(at).upos == Upos::VERB && !used_[at] && child(context_.reading, context_.tree, at, "nsubj") != no_word) main = at;
    }
    return main;
  }

  // Who speaks, by the order of words, where the tree looks elsewhere: before the verb (he said) or right behind it (said Lavrov).
  std::optional<WordRange> speaker_between(std::uint32_t begin, std::uint32_t verb, std::uint32_t end) const {
    WordRange range{begin, verb};
    while (range.first < range.last && word(range.first).upos == Upos::PUNCT) ++range.first;
    while (range.first < range.last && (is_one_of(word(range.last - 1).form, {","}) || word(range.last - 1).upos == Upos::ADV ||
                                        word(range.last - 1).upos == Upos::AUX))
      --range.last;
    if (!range.empty() &&
        std::any_of(context_.reading.words.begin() + range.first, context_.reading.words.begin() + range.last, is_nominal))
      return range;
    range = {verb + 1, verb + 1};
    while (range.last < end &&
           (is_nominal(word(range.last)) || is_one_of(word(range.last).form, {"the", "a", "an"}) || word(range.last).upos == Upos::ADJ ||
            word(range.last).deprel == "nmod:poss" || word(range.last).form == "'s" || word(range.last).form == "’s"))
      ++range.last;
    if (range.empty()) return std::nullopt;
    return range;
  }

  // The mark that ends a quotation's words; that of a quotation in it counts: `… would be ‘wrong,’”`.
  std::string_view last_of(WordRange inside) const {
    if (inside.size() > 1 && is_one_of(word(inside.last - 1).form, {"’", "'"})) --inside.last;
    return inside.empty() ? std::string_view{} : word(inside.last - 1).form;
  }

  bool holds_utterance_end(std::size_t q) const { return is_one_of(last_of(quotation(q).inside()), {".", "?", "!", "…", "..."}); }

  std::size_t start(std::uint32_t anchor, std::string_view rule, float confidence, std::optional<WordRange> source = std::nullopt) {
    Found f;
    f.anchor = anchor;
    f.statement.source = source;
    f.statement.direct = true;
    f.statement.rule = rule;
    f.statement.confidence = confidence;
    if (anchor != no_anchor) {
      used_[anchor] = true;
      complete(lexicon_, context_, anchor, f.statement);
    }
    found_.push_back(std::move(f));
    return found_.size() - 1;
  }

  void join(std::size_t statement, WordRange words) { found_[statement].statement.content.push_back(words); }

  // `Limbaugh added:` and a paragraph without marks: somebody's words, set apart.
  void set_apart(const BlockWords& block) {
    constexpr std::uint32_t fewest = 5;  // words; less is a heading
    if (!has_previous_ || previous_.words.empty() || block.words.size() < fewest || turn_label(context_, block)) return;
    const auto at = previous_.words.last - 1;
    if (word(at).form != ":" || !is_one_of(word(block.words.last - 1).form, {".", "?", "!", "…"})) return;
    const auto sentence = context_.sentence(at);
    const auto cue = cue_before(sentence.first, previous_.words.last);
    if (cue == no_anchor || !is_cue_verb(cue) || agent_of(context_, cue) == no_word) return;
    const auto statement = start(cue, "quote:colon", 0.7f);
    found_[statement].statement.direct = false;
    join(statement, block.words);
  }

  // `“We know him,” she said, but “he never came.”`: the second half needs not look like a sentence. Where it ends, or no word.
  std::optional<WordRange> second_half(std::size_t q, std::uint32_t cue) const {
    if (q + 1 >= context_.quotations.size()) return std::nullopt;
    const auto& own = quotation(q);
    const auto& next = quotation(q + 1);
    if (next.block != own.block || next.utterance || next.words.first <= cue || next.words.first - own.words.last > longest_second_half)
      return std::nullopt;
    auto from = next.words.first;
    if (is_one_of(word(from - 1).lemma, {"and", "but", "or", "so", "because", "yet"})) --from;
    if (from <= cue + 1 || word(from - 1).form != ",") return std::nullopt;
    for (auto i = own.words.last; i < from; ++i) {
      if (is_one_of(word(i).form, {".", ";", ":", "?", "!"})) return std::nullopt;
      if (i != cue && is_one_of(word(i).xpos, {"VBD", "VBZ", "VBP"}) && word(i).deprel != "acl:relcl") return std::nullopt;
    }
    return WordRange{from, next.words.last};
  }

  // `“…” ― Carla Sanchez` at a paragraph's end.
  std::optional<WordRange> signature(std::uint32_t begin, std::uint32_t end) const {
    if (begin + 1 >= end || end - begin > 12 || !is_one_of(word(begin).form, {"―", "—", "–", "-", "--"})) return std::nullopt;
    WordRange who{begin + 1, begin + 1};
    while (who.last < end && (is_nominal(word(who.last)) || is_one_of(word(who.last).form, {".", "of", "the"}))) ++who.last;
    while (who.last > who.first && word(who.last - 1).upos == Upos::PUNCT) --who.last;
    if (who.empty() || word(who.first).upos != Upos::PROPN) return std::nullopt;
    if (who.last < end && word(who.last).form != "," && word(who.last).upos != Upos::PUNCT) return std::nullopt;
    return who;
  }

  // The subject of the last full clause in a stretch of narrative: whoever acts last, speaks next.
  std::optional<WordRange> last_actor(std::uint32_t begin, std::uint32_t end) const {
    for (auto i = end; i-- > begin;) {
      const auto& w = word(i);
      if (base(w.deprel) == "nsubj" &&
          (w.upos == Upos::PROPN || is_one_of(w.lemma, {"he", "she"}) || (w.upos == Upos::NOUN && w.deprel == "nsubj"))) {
        if (w.head == no_word) continue;
        const auto verb = static_cast<std::uint32_t>(w.head);
        const auto label = base(word(verb).deprel);
        // `Norvia, he said, has offered to host them.`: he spoke
        if (label == "root" || (label == "parataxis" && is_cue_verb(verb))) return noun_phrase(context_, i);
      }
    }
    return std::nullopt;
  }

  // `a recording of Anna Berg asking, “…”`: whoever's name stands right before the participle speaks.
  std::optional<WordRange> named_before(std::uint32_t cue) const {
    if (word(cue).xpos != "VBG") return std::nullopt;
    auto first = cue;
    while (first > context_.sentence(cue).first && word(first - 1).upos == Upos::PROPN) --first;
    if (first == cue) return std::nullopt;
    return WordRange{first, cue};
  }

  bool is_pronoun(WordRange who) const { return who.size() == 1 && word(who.first).upos == Upos::PRON; }

  // `said that “we …”`: from `that` on.
  std::uint32_t clause_before(std::uint32_t cue, std::uint32_t quote) const {
    for (auto i = cue + 1; i < quote; ++i)
      if (word(i).lemma == "that" && base(word(i).deprel) == "mark") return i;
    return quote;
  }

  // `Most of them were old, he said, and “…”`: what stands before the inserted cue is said as well.
  std::optional<WordRange> clause_around(std::uint32_t begin, std::uint32_t cue) const {
    const auto speaks = speaking_clause(cue);
    if (!speaks || speaks->first < begin + 4 || word(speaks->first - 1).form != "," || word(speaks->last).form != ",") return std::nullopt;
    const auto& w = word(cue);
    bool said = base(w.deprel) == "parataxis" && w.head != no_word && static_cast<std::uint32_t>(w.head) < cue;
    for (const auto c : context_.tree.children(cue)) said = said || (c < cue && base(word(c).deprel) == "ccomp");
    if (!said) return std::nullopt;
    return WordRange{begin, speaks->first - 1};
  }

  // `he said`, `said Anna Berg`: the cue and its subject, where they stand side by side.
  std::optional<WordRange> speaking_clause(std::uint32_t cue) const {
    const auto agent = agent_of(context_, cue);
    if (agent == no_word) return std::nullopt;
    const auto who = noun_phrase(context_, static_cast<std::uint32_t>(agent));
    const auto phrase = cue_phrase(context_, cue);
    if (who.last <= phrase.first && phrase.first - who.last <= 1) return WordRange{who.first, phrase.last};
    if (who.first >= phrase.last && who.first - phrase.last <= 1) return WordRange{phrase.first, who.last};
    return std::nullopt;
  }

  struct Trailing {
    std::uint32_t cue;
    WordRange words;
  };
  // `The “old ways” are over, Berg said. “We …”`: the sentence before the quotation ends with who says it, and the speech goes on.
  std::optional<Trailing> trailing_cue(std::uint32_t begin, std::uint32_t quote) const {
    constexpr std::uint32_t farthest = 10;  // words between the cue and its sentence's end: `said in an interview on Tuesday`
    if (quote <= begin || context_.sentence(quote).first != quote) return std::nullopt;
    const auto sentence = context_.sentence(quote - 1);
    if (sentence.first < begin || word(sentence.last - 1).form != ".") return std::nullopt;
    for (auto v = sentence.last; v-- > std::max(sentence.first, sentence.last > farthest ? sentence.last - farthest : 0);) {
      if (!is_verbal(word(v)) || word(v).upos == Upos::AUX) continue;
      if (!is_cue_verb(v) || holds_words_of_its_own(v)) return std::nullopt;
      const auto speaks = speaking_clause(v);
      if (!speaks || speaks->first < sentence.first + 3) return std::nullopt;
      auto last = speaks->first;
      while (last > sentence.first && is_quotation_mark(word(last - 1))) --last;
      if (word(last - 1).form != "," || (last < speaks->first && word(last - 1).form != ",")) return std::nullopt;
      return Trailing{v, {sentence.first, speaks->first}};
    }
    return std::nullopt;
  }

  // `Brandt said that it was over. “Nobody will come back.”`: the sentence right before tells what the same person said.
  bool speaks_right_before(std::uint32_t quote, WordRange who) const {
    const auto sentence = context_.sentence(quote);
    if (sentence.first == 0 || sentence.first != quote) return false;
    const auto before = context_.sentence(sentence.first - 1);
    if (who.first < before.first) return false;
    for (auto v = before.first; v < before.last; ++v) {
      if (!is_cue_verb(v) || is_passive(context_, v) || base(word(v).deprel) == "ccomp") continue;
      const auto agent = agent_of(context_, v);
      if (agent != no_word && who.contains(static_cast<std::uint32_t>(agent))) return true;
    }
    return false;
  }

  // `Brandt praised the mayor.` and a paragraph in quotation marks: who speaks in the last sentence of the paragraph before goes on.
  std::optional<WordRange> speaker_before(std::uint32_t quote) const {
    if (!has_previous_ || previous_.words.empty() || previous_.words.last != quote) return std::nullopt;
    const auto sentence = context_.sentence(quote - 1);
    for (auto v = sentence.first; v < sentence.last; ++v) {
      const auto& w = word(v);
      const auto* cue = lexicon_.cue_of(w);
      if (w.upos != Upos::VERB || context_.quotation_of[v] >= 0 || is_passive(context_, v) || !cue) continue;
      if (is_one_of(base(w.deprel), {"amod", "acl", "ccomp", "csubj"})) continue;
      const auto agent = agent_of(context_, v);
      if (agent == no_word || static_cast<std::uint32_t>(agent) < sentence.first) continue;
      // `the law mandates visits`, but `Brandt praised her`
      if (!cue->takes_quotes() && word(static_cast<std::uint32_t>(agent)).upos == Upos::NOUN) continue;
      return noun_phrase(context_, static_cast<std::uint32_t>(agent));
    }
    return std::nullopt;
  }

  // `“We are refugees,” Ruiz said. “We fight nobody.” Zahed said: “…”`: a full stop has closed it, and who is named behind says the next.
  bool leads_the_next(const std::vector<std::size_t>& here, std::size_t k, std::uint32_t cue) const {
    constexpr std::uint32_t farthest = 3;  // words between the cue and what it leads to
    if (k + 1 >= here.size()) return false;
    const auto next = quotation(here[k + 1]).words.first;
    return next > cue + 1 && next - cue <= farthest && is_one_of(word(next - 1).form, {":", ","}) && holds_utterance_end(here[k + 1]);
  }

  void in_block(const BlockWords& block, const std::vector<std::size_t>& here) {
    std::int32_t current = -1;  // statement that a quotation without a cue joins
    std::uint32_t behind = block.words.first;
    for (std::size_t k = 0; k < here.size(); ++k) {
      const auto& q = quotation(here[k]);
      const auto next = k + 1 < here.size() ? quotation(here[k + 1]).words.first : block.words.last;
      const auto sentence_first = context_.sentence(q.words.first).first;
      auto content = q.words;
      const auto gap_first = std::max(behind, block.words.first);
      const auto inside = q.inside();
      const auto last_form = last_of(inside);

      // 1. cue before, in the same sentence
      const auto before_first = std::max(gap_first, sentence_first);
      auto before = cue_before(before_first, q.words.first);
      const bool leads = q.words.first > before_first && is_one_of(word(q.words.first - 1).form, {",", ":", "that", "--", "—", "–"});
      if (before != no_anchor && !leads && before + 1 != q.words.first && !(q.words.first - before <= 4)) before = no_anchor;
      // 2. cue behind
      auto after = cue_after(q.words.last, next, last_form);
      if (after != no_anchor && last_form == "." && leads_the_next(here, k, after)) after = no_anchor;
      if (q.title && after != no_anchor && holds_words_of_its_own(after)) after = no_anchor;
      const bool comma = last_form == ",";

      std::int32_t statement = -1;
      if (const auto who = signature(q.words.last, next); who) {
        Found f;
        f.anchor = who->first - 1;
        f.statement.direct = true;
        f.statement.rule = "quote:signed";
        f.statement.confidence = 0.8f;
        f.statement.cue = WordRange{who->first - 1, who->first};
        f.statement.source = who;
        found_.push_back(std::move(f));
        statement = static_cast<std::int32_t>(found_.size() - 1);
      } else if (after != no_anchor && (comma || before == no_anchor)) {
        // narrative before the quotation in the same sentence belongs to it: `Like others, “we wait,” he said`
        if (before == no_anchor && q.words.first > before_first && current < 0 && q.words.first - before_first <= 15 &&
            context_.quotation_of[before_first] < 0 && !is_one_of(word(q.words.first - 1).form, {".", "?", "!", ":", ";", "…"}))
          content.first = before_first;
        std::optional<WordRange> source;
        const auto agent = agent_of(context_, after);
        const auto gap_end = std::min(next, context_.sentence(after).last);
        if (agent == no_word || static_cast<std::uint32_t>(agent) < q.words.last || static_cast<std::uint32_t>(agent) >= gap_end)
          source = speaker_between(q.words.last, after, gap_end);
        statement = static_cast<std::int32_t>(start(after, "quote:behind", comma ? 0.97f : 0.93f, source));
        join_previous(block, here, k, statement);
        if (const auto half = second_half(here[k], after)) join(static_cast<std::size_t>(statement), *half);
      } else if (before != no_anchor) {
        auto source = named_before(before);
        // `Kim wrote: “Go.” Ana Ruiz posted: “Stay.”`: each speaks for himself, however the parser joins them.
        if (const auto agent = agent_of(context_, before);
            !source && k > 0 && agent != no_word && static_cast<std::uint32_t>(agent) < gap_first && word(before - 1).upos == Upos::PROPN)
          source = speaker_between(gap_first, before, before + 1);
        statement = static_cast<std::int32_t>(start(before, "quote:before", 0.95f, source));
        content.first = clause_before(before, q.words.first);
        if (const auto words = clause_around(before_first, before); words) join(static_cast<std::size_t>(statement), *words);
      } else if (q.words.first > block.words.first && word(q.words.first - 1).form == ":" && q.words.first - 1 >= gap_first) {
        statement = static_cast<std::int32_t>(colon(gap_first, q.words.first - 1));
      } else if (const auto trailing = trailing_cue(gap_first, q.words.first); trailing) {
        statement = static_cast<std::int32_t>(start(trailing->cue, "quote:behind", 0.9f));
        join(static_cast<std::size_t>(statement), trailing->words);
      } else if (current >= 0 && !narrative_between(behind, q.words.first)) {
        statement = current;
      } else if (current < 0 && q.words.first <= block.words.first + 1) {
        statement = from_previous(block, here, k);
      }
      if (statement < 0) {
        // whole sentences without a cue: whoever acted last in this paragraph, or spoke at the end of the one before
        auto who = last_actor(gap_first, q.words.first);
        const bool alone = q.words.first == block.words.first && q.words.last + 1 >= block.words.last && !q.title;
        const auto went_before = alone && !who ? speaker_before(q.words.first) : std::nullopt;
        if (current >= 0 && who && is_pronoun(*who)) {
          statement = current;  // `“…,” Lind said. He named no date. “…”`
        } else if (who && inside.size() >= 4) {
          const bool goes_on = holds_utterance_end(here[k]) && speaks_right_before(q.words.first, *who);
          statement = static_cast<std::int32_t>(start(no_anchor, "quote:alone", goes_on ? 0.8f : 0.5f));
          found_[static_cast<std::size_t>(statement)].statement.source = who;
        } else if (current >= 0) {
          statement = current;
        } else if (went_before && inside.size() >= 4 && holds_utterance_end(here[k])) {
          statement = static_cast<std::int32_t>(start(no_anchor, "quote:alone", 0.7f));
          found_[static_cast<std::size_t>(statement)].statement.source = went_before;
        } else if (inside.size() >= 5 && holds_utterance_end(here[k])) {
          statement = static_cast<std::int32_t>(start(no_anchor, "quote:alone", 0.3f));
        }
      }
      if (statement >= 0) {
        join(static_cast<std::size_t>(statement), content);
        statement_of_[here[k]] = statement;
        current = statement;
      }
      behind = q.words.last;
    }
    last_block_ = current;
    last_quotation_ = here.back();
    // a paragraph that goes on telling after its quotation ends that speech
    narrative_after_ = narrative_between(quotation(here.back()).words.last, block.words.last);
  }

  // A sentence of the reporter's own between two places, which ends a speech.
  bool narrative_between(std::uint32_t begin, std::uint32_t end) const {
    for (auto i = begin; i < end; ++i) {
      if (context_.quotation_of[i] >= 0) continue;
      if (word(i).upos == Upos::PUNCT) continue;
      if (i > 0 && context_.sentence(i).first >= begin && context_.sentence(i).last <= end) {
        bool cue = false;
        for (auto k = context_.sentence(i).first; k < context_.sentence(i).last; ++k) cue = cue || used_[k];
        if (!cue) return true;
      }
    }
    return false;
  }

  // A paragraph whose speech was left open, and this one opens again with the cue at last: all of it is one speech.
  void join_previous(const BlockWords& block, const std::vector<std::size_t>& here, std::size_t k, std::int32_t statement) {
    if (k != 0 || here.empty()) return;
    auto q = here[0];
    if (quotation(q).words.first != block.words.first) return;
    while (q > 0 && quotation(q - 1).continues && statement_of_[q - 1] >= 0 &&
           found_[static_cast<std::size_t>(statement_of_[q - 1])].anchor == no_anchor) {
      auto& old = found_[static_cast<std::size_t>(statement_of_[q - 1])].statement;
      auto& own = found_[static_cast<std::size_t>(statement)].statement;
      own.content.insert(own.content.begin(), old.content.begin(), old.content.end());
      old.content.clear();
      --q;
    }
  }

  // `He had this to say: “…`, also where the sentence with the colon ends the paragraph before.
  std::size_t colon(std::uint32_t begin, std::uint32_t at) {
    const auto sentence = context_.sentence(at);
    const auto first = std::max(begin, sentence.first);
    Found f;
    f.anchor = at;
    f.statement.direct = true;
    f.statement.rule = "quote:colon";
    f.statement.confidence = 0.6f;
    f.statement.cue = WordRange{at, at + 1};
    for (auto i = first; i < at; ++i) {
      if (base(word(i).deprel) == "nsubj" || (base(word(i).deprel) == "root" && is_nominal(word(i)))) {
        f.statement.source = noun_phrase(context_, i);
        break;
      }
    }
    if (f.statement.source && f.statement.source->last > at) f.statement.source->last = at;
    found_.push_back(std::move(f));
    return found_.size() - 1;
  }

  // A quotation at the start of a paragraph: what the paragraph before says about it.
  std::int32_t from_previous(const BlockWords& block, const std::vector<std::size_t>& here, std::size_t k) {
    if (!has_previous_) return -1;
    const auto& before = previous_.words;
    if (word(before.last - 1).form == ":") {
      const auto sentence = context_.sentence(before.last - 1);
      const auto cue = cue_before(sentence.first, before.last);
      if (cue != no_anchor) return static_cast<std::int32_t>(start(cue, "quote:colon", 0.85f));
      return static_cast<std::int32_t>(colon(sentence.first, before.last - 1));
    }
    if (last_block_ < 0) return -1;
    if (quotation(last_quotation_).continues) return last_block_;
    const auto& q = quotation(here[k]);
    if (q.title) return -1;  // a heading
    // the whole paragraph is speech: it goes on with the last speaker
    if (!narrative_after_ && q.words.last + 1 >= block.words.last) return last_block_;
    return -1;
  }

  // Parts in order, neighbours joined, commas that only lead to the cue kept out by the marks around them.
  void tidy(Found& f) const {
    auto& parts = f.statement.content;
    std::sort(parts.begin(), parts.end(), [](WordRange a, WordRange b) { return a.first < b.first; });
    std::vector<WordRange> joined;
    for (const auto part : parts) {
      if (!joined.empty() && part.first <= joined.back().last)
        joined.back().last = std::max(joined.back().last, part.last);
      else
        joined.push_back(part);
    }
    parts = std::move(joined);
    // a quotation left open takes no mark, and its paragraph's last stop belongs to it
    std::erase_if(parts, [](WordRange part) { return part.empty(); });
  }

  const SpeechLexicon& lexicon_;
  const SpeechContext& context_;
  std::vector<Found>& found_;
  std::vector<std::int32_t> statement_of_;  // per quotation
  std::vector<bool> used_;                  // per word: is the cue of a statement
  std::vector<std::uint32_t> spoken_;       // blocks that are in quotation marks as a speaker's turn, in order
  BlockWords previous_;
  bool has_previous_ = false;
  std::int32_t last_block_ = -1;  // the statement that the last quotation of the block before belongs to
  std::size_t last_quotation_ = 0;
  bool narrative_after_ = false;
};

}  // namespace

void find_direct_speech(const SpeechLexicon& lexicon, const SpeechContext& context, std::vector<Found>& found) {
  DirectSpeech(lexicon, context, found).run();
}

}  // namespace demarche
