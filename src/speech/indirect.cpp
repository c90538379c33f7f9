// Indirect speech and thought: cues of the lexicon with the clause, infinitive or noun phrase that is their content.
#include <algorithm>
#include <array>

#include "speech/claims.h"
#include "speech/cue_syntax.h"
#include "speech/found.h"
#include "text/words.h"

namespace demarche {
namespace {

constexpr std::uint32_t longest_sentence = 600;  // beyond it nobody wrote a sentence
constexpr float sure = 0.95f;                    // of what grammar says
constexpr float said_by_nobody = 0.9f;

class IndirectSpeech {
 public:
  IndirectSpeech(const SpeechLexicon& lexicon, const SpeechContext& context, std::vector<Found>& found)
      : lexicon_(lexicon),
        context_(context),
        found_(found),
        used_(context.reading.words.size(), false),
        subject_(context.reading.words.size(), no_word) {
    for (const auto& f : found)
      if (f.anchor != no_anchor) used_[f.anchor] = true;
  }

  void run() {
    for (std::uint32_t i = 0; i < context_.reading.words.size(); ++i) {
      if (used_[i] || context_.sentence(i).size() > longest_sentence) continue;
      const auto* cue = lexicon_.cue_of(word(i));
      if (!cue) continue;
      switch (word(i).upos) {
        case Upos::VERB:
          verb(i, *cue);
          break;
        case Upos::NOUN:
          noun(i, *cue);
          break;
        case Upos::ADJ:
          adjective(i, *cue);
          break;
        default:
          break;
      }
    }
  }

 private:
  const Word& word(std::uint32_t i) const { return context_.word(i); }

  void content_of(Statement& statement, std::span<const std::uint32_t> heads, std::span<const std::uint32_t> without) {
    statement.content = phrase_words(context_, heads, without);
  }

  // `said in Lund, where he lives, that the bridge …`: what stands before `that` is not said, wherever the tree hangs it.
  void begin_with_that(std::uint32_t cue, std::uint32_t clause, std::vector<WordRange>& parts) const {
    for (const auto c : context_.tree.children(clause)) {
      if (c < cue || c > clause || word(c).lemma != "that" || base(word(c).deprel) != "mark") continue;
      if (std::none_of(parts.begin(), parts.end(), [&](WordRange part) { return part.contains(c); })) return;
      for (auto& part : parts)
        if (part.last > cue) part.first = std::min(part.last, std::max(part.first, c));
      std::erase_if(parts, [](WordRange part) { return part.empty(); });
      return;
    }
  }

  // A phrase from its first word on, without the preposition in front.
  std::vector<std::uint32_t> edge_words(std::uint32_t head) const {
    for (const auto c : context_.tree.children(head)) {
      const auto label = base(word(c).deprel);
      if (label == "case" || label == "mark") return {c};
    }
    return {};
  }

  std::int32_t clause_behind_without(std::uint32_t cue) const {
    // Parsers take it for a relative clause, too.
    const auto clause_of = [&](std::uint32_t head) {
      for (const auto c : context_.tree.children(head))
        if (c > head && is_one_of(base(word(c).deprel), {"acl", "ccomp"}) && marker_of(context_, c) == "that")
          return static_cast<std::int32_t>(c);
      return no_word;
    };
    for (const auto aside : context_.tree.children(cue)) {
      if (aside < cue || marker_of(context_, aside) != "without") continue;
      if (const auto clause = clause_of(aside); clause != no_word) return clause;
      for (const auto c : context_.tree.children(aside))
        if (const auto clause = c > aside ? clause_of(c) : no_word; clause != no_word) return clause;
    }
    return no_word;
  }

  // `denied that it had left, as Chad claims`: Chad claims what is denied, and not that it is. The clause, or no_word.
  std::int32_t denied_before(std::uint32_t head, std::uint32_t as_clause) const {
    auto at = head;
    for (int step = 0; step < 3 && is_one_of(base(word(at).deprel), {"xcomp", "ccomp"}) && word(at).head != no_word; ++step) {
      const auto above = static_cast<std::uint32_t>(word(at).head);
      if (const auto* cue = lexicon_.cue_of(word(above)); cue && (cue->act == Act::deny || cue->act == Act::reject))
        return above < at ? static_cast<std::int32_t>(at) : no_word;
      at = above;
    }
    if (const auto* cue = lexicon_.cue_of(word(head)); cue && (cue->act == Act::deny || cue->act == Act::reject))
      for (const auto c : context_.tree.children(head))
        if (base(word(c).deprel) == "ccomp" && c > head && c < as_clause) return static_cast<std::int32_t>(c);
    return no_word;
  }

  void verb(std::uint32_t i, const Cue& cue) {
    const auto& w = word(i);
    const auto label = base(w.deprel);
    if (label == "aux" || label == "amod" || label == "compound" || label == "case" || label == "mark") return;
    const auto below = dependents_of(context_, i);
    if (speaks_through_another(lexicon_, context_, below) || goes_without_saying(context_, i) || is_byname(context_, i) ||
        supposes(context_, i))
      return;
    const bool passive = is_passive(context_, i);
    Found f;
    f.anchor = i;
    auto& s = f.statement;
    const Frame* frame = nullptr;
    std::vector<std::uint32_t> heads, without{i};
    auto take = [&](const Frame* candidate, std::initializer_list<std::int32_t> words) {
      if (!candidate || frame) return;
      frame = candidate;
      for (const auto h : words)
        if (h != no_word) heads.push_back(static_cast<std::uint32_t>(h));
    };

    if (!below.clauses.empty()) {
      const auto clause = below.clauses.front();
      const bool behind_object = below.object != no_word && static_cast<std::int32_t>(clause) > below.object &&
                                 child(context_.reading, context_.tree, clause, "nsubj") == no_word;
      // accused the council of being asleep, by a tree that takes it for a clause
      if (behind_object) take(cue.find(FrameShape::object_preposition, marker_of(context_, clause)), {below.object});
      // called the mayor “a friend of the harbour”
      if (behind_object) take(cue.find(FrameShape::object_predicate), {below.object});
      if (!frame) frame = cue.find(FrameShape::clause);
      if (!frame) frame = cue.find(FrameShape::object_predicate);
      if (frame) heads.insert(heads.end(), below.clauses.begin(), below.clauses.end());
      // `said those who fish there “have no chance”`: the tree takes the subject for what is said
      if (behind_object && frame && frame->shape == FrameShape::clause && marker_of(context_, clause).empty() &&
          !lexicon_.cue_of(context_.word(below.object)))
        heads.push_back(static_cast<std::uint32_t>(below.object));
    }
    bool told_by_another = false;
    // `claimed without offering evidence that Chad had paid`: the clause is what is claimed, whatever noun it hangs on.
    bool behind_an_aside = false;
    if (!frame && below.object == no_word && below.infinitive == no_word)
      if (const auto clause = clause_behind_without(i); clause != no_word && cue.find(FrameShape::clause)) {
        take(cue.find(FrameShape::clause), {clause});
        behind_an_aside = true;
      }
    if (!frame && below.infinitive != no_word) {
      const auto* with_object = cue.find(FrameShape::object_infinitive);
      const auto object = below.object != no_word ? below.object : below.indirect;
      for (const auto& o : below.obliques) {
        if (const auto* on = cue.find(FrameShape::preposition_infinitive, o.preposition); on && !frame) {
          frame = on;
          heads = {o.head, static_cast<std::uint32_t>(below.infinitive)};
          for (const auto e : edge_words(o.head)) without.push_back(e);
        }
      }
      if (with_object && passive && below.passive_subject != no_word) take(with_object, {below.passive_subject, below.infinitive});
      // `was asked to save the letters by the council`: as the tree has it, whatever the network takes for what was asked
      if (frame == with_object && passive) told_by_another = agent_of(context_, i) > below.infinitive;
      if (with_object && object != no_word && !passive) take(with_object, {object, below.infinitive});
      if (passive && !frame && below.passive_subject != no_word) {
        // He is said (believed, expected, reported) to have left: nobody says so by name.
        if (const auto* clause = cue.find(FrameShape::clause)) {
          take(clause, {below.passive_subject, below.infinitive});
          s.hearsay = tells(clause->act);
        } else if (const auto* to = cue.find(FrameShape::infinitive)) {
          take(to, {below.passive_subject, below.infinitive});
        }
      }
      if (lexicon_.appearances.contains(w.lemma)) {
        take(cue.find(FrameShape::infinitive), {child(context_.reading, context_.tree, i, "nsubj"), below.infinitive});
      } else if (!passive && object == no_word) {
        take(cue.find(FrameShape::infinitive), {below.infinitive});
      } else if (!passive && !with_object) {
        // wants him to leave
        const auto* to = cue.find(FrameShape::infinitive);
        if (to && is_one_of(w.lemma, {"want", "expect", "like", "prefer", "need", "intend", "allow"})) take(to, {object, below.infinitive});
      }
    }
    if (!frame && below.gerund != no_word) take(cue.find(FrameShape::gerund), {below.gerund});
    if (!frame && below.predicate != no_word) {
      if (below.object != no_word) take(cue.find(FrameShape::object_predicate), {below.object, below.predicate});
      if (passive && below.passive_subject != no_word)
        take(cue.find(FrameShape::object_predicate), {below.passive_subject, below.predicate});
      if (lexicon_.appearances.contains(w.lemma))
        take(cue.find(FrameShape::predicate), {child(context_.reading, context_.tree, i, "nsubj"), below.predicate});
      else
        take(cue.find(FrameShape::predicate), {below.predicate});
    }
    const auto claim = claim_taken_up(lexicon_, context_, i, cue, below);
    if (claim != no_word && calls_untrue(lexicon_, context_, below)) {
      frame =
          cue.find(FrameShape::object_predicate) ? cue.find(FrameShape::object_predicate) : cue.find(FrameShape::object_preposition, "as");
      if (frame) heads = {static_cast<std::uint32_t>(claim)};
    }
    if (claim != no_word) {
      take(cue.find(FrameShape::speech_object), {claim});
      take(cue.find(FrameShape::object), {claim});
    }
    const auto object = passive ? below.passive_subject : below.object;
    // `is accused by the union of breaking the law`: who says so and of what stand fast, wherever its subject is
    if (!frame && passive && agent_of(context_, i) != no_word) {
      for (const auto& o : below.obliques) {
        if (frame || object > static_cast<std::int32_t>(o.head) || (o.preposition == "at" && !holds_number(context_, o.head))) continue;
        const auto* with = cue.find(FrameShape::object_preposition, o.preposition);
        if (!with) continue;
        take(with, {object, static_cast<std::int32_t>(o.head)});
        told_by_another = true;
      }
    }
    // `warned officials about it`: parsers disagree on which object that is
    if (!frame && object == no_word && !passive && below.indirect != no_word && below.clauses.empty() && below.infinitive == no_word)
      for (const auto& o : below.obliques)
        if (static_cast<std::int32_t>(o.head) > below.indirect)
          take(cue.find(FrameShape::object_preposition, o.preposition), {below.indirect, static_cast<std::int32_t>(o.head)});
    if (!frame && object != no_word) {
      for (const auto& o : below.obliques) {
        // put the toll at 40, but not a knife at his throat
        if (frame || static_cast<std::int32_t>(o.head) < object || (o.preposition == "at" && !holds_number(context_, o.head))) continue;
        if (const auto* with = cue.find(FrameShape::object_preposition, o.preposition))
          take(with, {object, static_cast<std::int32_t>(o.head)});
      }
      // issued a denial that …: the noun says what is done
      if (lexicon_.light_verbs.contains(w.lemma) && holds_clause(lexicon_, context_, static_cast<std::uint32_t>(object))) return;
      // denied (rejected, dismissed) claims that …
      if (lexicon_.speech_nouns.contains(context_.word(object).lemma)) take(cue.find(FrameShape::speech_object), {object});
      const auto& o = context_.word(object);
      if (!is_one_of(o.xpos, {"WP", "WDT"})) take(cue.find(FrameShape::object), {object});
    }
    // the content stands around the cue: `The war, he said, is over`
    bool inserted = false;
    if (!frame && cue.takes_quotes() && w.head != no_word && below.object == no_word) {
      const bool beside = label == "parataxis" || (label == "advcl" && marker_of(context_, i) == "as" && cue.find(FrameShape::clause));
      auto head = static_cast<std::uint32_t>(w.head);
      const bool quoted = is_quoted_beside(i, label);
      if (quoted) without.push_back(head), head = static_cast<std::uint32_t>(word(head).head);
      // `HOLT: We will go`; `He went; she has not replied`
      const bool apart = head < i && (holds_colon(context_, head, i) || stands_behind_semicolon(context_, i));
      if ((quoted || (beside && child(context_.reading, context_.tree, i, "nsubj") != no_word)) && !apart &&
          context_.sentence(head).size() <= longest_sentence) {
        frame = cue.find(FrameShape::clause) ? cue.find(FrameShape::clause) : cue.find(FrameShape::quote);
        heads = {head};
        if (label == "advcl" && !quoted)
          if (const auto clause = denied_before(head, i); clause != no_word) {
            heads = {static_cast<std::uint32_t>(clause)};
            for (const auto c : context_.tree.children(heads.front()))
              if (base(word(c).deprel) == "mark") without.push_back(c);
          }
        inserted = true;
      }
    }
    if (!frame && below.object == no_word) {
      for (const auto& o : below.obliques) {
        if (const auto* with = cue.find(FrameShape::preposition, o.preposition); with && !frame) {
          take(with, {static_cast<std::int32_t>(o.head)});
          for (const auto e : edge_words(o.head)) without.push_back(e);
        }
      }
    }
    if (!frame) return;
    if (frame->shape == FrameShape::clause && !below.clauses.empty()) add_what_goes_on(i, below.clauses.front(), heads);
    content_of(s, heads, without);
    if (frame->shape == FrameShape::clause) begin_with_that(i, heads.back(), s.content);
    if (claim != no_word && heads.size() == 1 && heads.front() == static_cast<std::uint32_t>(claim)) {
      f.taken_up = named_claim(context_, static_cast<std::uint32_t>(claim));
      s.content = {*f.taken_up};
    }
    if (s.content.empty()) return;
    s.rule = frame->rule;
    if (subject_[i] != no_word) s.source = source_phrase(context_, static_cast<std::uint32_t>(subject_[i]));
    const bool is_quoted = is_quoted_beside(i, label);
    if (is_quoted) {
      const auto who = child(context_.reading, context_.tree, static_cast<std::uint32_t>(w.head), "nsubj:pass");
      s.source = source_phrase(context_, static_cast<std::uint32_t>(who));
    }
    complete(lexicon_, context_, i, s);
    s.act = frame->act;
    s.confidence = frame->share;
    if (f.taken_up) {
      s.act = Act::deny;
      s.confidence = std::max(s.confidence, sure);
    }
    // `said that Kim had called it “useless”`, `a raid that she described as “piracy”`: the marks tell that these are his words.
    const bool verdict = heads.size() == 2 && (frame->shape == FrameShape::object_predicate ||
                                               (frame->shape == FrameShape::object_preposition && marker_of(context_, heads[1]) == "as"));
    const bool quoted_verdict =
        verdict && is_one_of(label, {"ccomp", "acl"}) && context_.quotation_of[heads[1]] >= 0 && s.source && !passive;
    const bool figure = frame->shape == FrameShape::object_preposition && w.lemma == "put";  // put the toll at 40
    f.firm = quoted_verdict || behind_an_aside || figure || f.taken_up || extend_over_participle(i, below, s) || subject_[i] != no_word ||
             told_by_another || is_quoted || (inserted && between_commas(context_, i)) || is_said_of_its_antecedent(context_, i, below);
    weigh(f, passive, inserted);
    if (passive && s.hearsay && cue.find(FrameShape::clause) && is_impersonal(context_, i, below))
      s.confidence = std::max(s.confidence, said_by_nobody);
    accept(std::move(f));
  }

  // `The deal is off, a lawmaker was quoted as saying`: the participle speaks for whoever is quoted.
  bool is_quoted_beside(std::uint32_t i, std::string_view label) const {
    if (label != "advcl" || word(i).xpos != "VBG" || marker_of(context_, i) != "as") return false;
    const auto& quoted = word(static_cast<std::uint32_t>(word(i).head));
    return quoted.lemma == "quote" && base(quoted.deprel) == "parataxis" && quoted.head != no_word &&
           child(context_.reading, context_.tree, static_cast<std::uint32_t>(word(i).head), "nsubj:pass") != no_word;
  }

  // `had fled`, `would flee`: what is said in the past of what was before or to come.
  bool is_shifted_back(std::uint32_t clause) const {
    const auto below = context_.tree.children(clause);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
      return base(word(c).deprel) == "aux" && is_one_of(word(c).form, {"had", "would", "'d", "could", "might"});
    });
  }

  // `Nobody had died, it said; officers had acted with restraint`: behind words of the content, a clause with a subject of its own that is
  // shifted back as they are goes on with them, for all that the tree joins it to the cue.
  void add_what_goes_on(std::uint32_t cue, std::uint32_t first, std::vector<std::uint32_t>& heads) const {
    if (first > cue || !is_shifted_back(first) || word(cue).xpos != "VBD") return;
    for (const auto c : context_.tree.children(cue))
      if (c > cue && base(word(c).deprel) == "conj" && is_shifted_back(c) && !lexicon_.cue_of(word(c)) &&
          child(context_.reading, context_.tree, c, "nsubj") != no_word)
        heads.push_back(c);
  }

  void noun(std::uint32_t i, const Cue& cue) {
    Found f;
    f.anchor = i;
    auto& s = f.statement;
    const Frame* frame = nullptr;
    std::vector<std::uint32_t> heads, without;
    if (const auto clause = that_clause(lexicon_, context_, i); clause != no_word) {
      frame = cue.find(FrameShape::clause);
      if (frame) heads = {static_cast<std::uint32_t>(clause)};
    }
    for (const auto c : context_.tree.children(i)) {
      const auto& w = word(c);
      const auto label = base(w.deprel);
      if (c < i || frame) continue;
      if ((label == "acl" || label == "ccomp") && w.deprel != "acl:relcl") {
        const auto mark = marker_of(context_, c);
        if (mark == "to" || has_to(context_, c))
          frame = cue.find(FrameShape::infinitive);
        else if (mark == "that" || mark == "whether" || (mark.empty() && is_one_of(w.xpos, {"VBD", "VBZ", "VBP"})) || label == "ccomp")
          frame = cue.find(FrameShape::clause);
        else if (!mark.empty()) {
          frame = cue.find(FrameShape::preposition, mark);
          if (frame) without = edge_words(c);
        }
        if (frame) heads = {c};
      } else if (label == "nmod" && w.deprel != "nmod:poss") {
        frame = cue.find(FrameShape::preposition, marker_of(context_, c));
        if (frame) {
          heads = {c};
          without = edge_words(c);
        }
      }
    }
    if (!frame) return;
    content_of(s, heads, without);
    if (s.content.empty()) return;
    s.rule = frame->rule;
    complete(lexicon_, context_, i, s);
    if (s.source && s.source->first < s.content.front().first) s.source->last = std::min(s.source->last, s.content.front().first);
    s.act = frame->act;
    s.confidence = frame->share;
    if (!s.source) {
      // rumours and claims of nobody
      if (frame->shape != FrameShape::clause ||
          !is_one_of(word(i).lemma, {"claim", "allegation", "accusation", "report", "rumor", "rumour", "speculation", "suggestion"}))
        return;
      s.hearsay = true;
      s.confidence *= 0.6f;
    }
    take_trailing_participle(i, heads.front(), s);
    weigh(f, false);
    // `questioned the CIA's conclusion that the bank was robbed`, `made fun of Kim's claim that it was`: whose conclusion it is has been
    // said, whatever is done with it. A hope that something else is about has often been told by nobody.
    const bool beside =
        is_one_of(base(word(i).deprel), {"obl", "nmod", "nsubj"}) || child(context_.reading, context_.tree, i, "cop") != no_word;
    const bool told = beside && is_one_of(name_of(s.act),
                                          {"say", "claim", "report", "know", "suggest", "predict", "announce", "warn", "admit", "accuse"});
    const bool taken_on = s.source && (base(word(i).deprel) == "obj" || told) &&
                          word(head_of(context_.reading, *s.source)).upos != Upos::PRON &&
                          word(head_of(context_.reading, *s.source)).head == static_cast<std::int32_t>(i);
    if ((taken_on || is_what_is_denied(lexicon_, context_, i)) && frame->shape == FrameShape::clause) {
      f.firm = true;
      s.confidence = std::max(s.confidence, sure);
    }
    accept(std::move(f));
  }

  void adjective(std::uint32_t i, const Cue& cue) {
    const auto subject = child(context_.reading, context_.tree, i, "nsubj");
    if (subject == no_word || context_.word(subject).lemma == "it") return;
    Found f;
    f.anchor = i;
    auto& s = f.statement;
    const Frame* frame = nullptr;
    std::vector<std::uint32_t> heads, without;
    for (const auto c : context_.tree.children(i)) {
      const auto label = base(word(c).deprel);
      if (frame || c < i) continue;
      const auto mark = marker_of(context_, c);
      if (label == "ccomp" || (label == "advcl" && mark == "that"))
        frame = cue.find(FrameShape::clause);
      else if ((label == "xcomp" || label == "advcl") && has_to(context_, c))
        frame = cue.find(FrameShape::infinitive);
      else if (label == "obl" || label == "nmod" || label == "advcl") {
        frame = mark.empty() ? nullptr : cue.find(FrameShape::preposition, mark);
        if (frame) without = edge_words(c);
      }
      if (frame) heads = {c};
    }
    if (!frame) return;
    content_of(s, heads, without);
    if (s.content.empty()) return;
    s.rule = frame->rule;
    s.source = source_phrase(context_, static_cast<std::uint32_t>(subject));
    complete(lexicon_, context_, i, s);
    s.act = frame->act;
    s.confidence = frame->share;
    weigh(f, false);
    accept(std::move(f));
  }

  // `He denied claims that they intervened, urging the rebels to fight`: the participle tells what the claims are, as the parser attaches
  // it to the denial. Participles of speech that carry on the sentence's speaker (adding, saying) stay with the speaker.
  void take_trailing_participle(std::uint32_t noun, std::uint32_t clause, Statement& s) {
    const auto& n = word(noun);
    if (n.head == no_word || base(n.deprel) != "obj") return;
    const auto verb = static_cast<std::uint32_t>(n.head);
    const auto* cue = lexicon_.cue_of(word(verb));
    if (!cue || !is_verbal(word(verb)) || !(cue->find(FrameShape::speech_object) || cue->act == Act::deny)) return;
    for (const auto c : context_.tree.children(verb)) {
      const auto& w = word(c);
      if (c < clause || base(w.deprel) != "advcl" || w.xpos != "VBG" || !marker_of(context_, c).empty() ||
          lexicon_.continuations.contains(w.lemma))
        continue;
      const std::array<std::uint32_t, 2> heads{clause, c};
      content_of(s, heads, {});
      subject_[c] = child(context_.reading, context_.tree, clause, "nsubj");
      return;
    }
  }

  // The denial itself holds the same words.
  bool extend_over_participle(std::uint32_t verb, const Dependents& below, Statement& s) {
    if (s.act != Act::deny || below.object == no_word || !holds_clause(lexicon_, context_, static_cast<std::uint32_t>(below.object)))
      return false;
    for (const auto c : context_.tree.children(verb)) {
      const auto& w = word(c);
      if (static_cast<std::int32_t>(c) < below.object || base(w.deprel) != "advcl" || w.xpos != "VBG" || !marker_of(context_, c).empty() ||
          lexicon_.continuations.contains(w.lemma))
        continue;
      const std::array<std::uint32_t, 2> heads{static_cast<std::uint32_t>(below.object), c};
      content_of(s, heads, {});
      return true;
    }
    return false;
  }

  // Acts that tell something as true.
  static bool tells(Act act) {
    return is_one_of(name_of(act), {"say", "claim", "believe", "report", "know", "suggest", "predict", "hope"});
  }

  void weigh(Found& f, bool passive, bool inserted = false) {
    auto& s = f.statement;
    const auto anchor = f.anchor;
    f.in_quotation =
        context_.quotation_of[anchor] >= 0 && context_.quotations[static_cast<std::size_t>(context_.quotation_of[anchor])].utterance;
    if (passive && !s.source) {
      // told as true by somebody who isn't named; what is done without words told (confirmed, supported) is no hearsay
      if (tells(s.act)) s.hearsay = true;
      s.confidence *= 0.75f;
    } else if (!s.source && !lexicon_.appearances.contains(word(anchor).lemma)) {
      s.confidence *= 0.5f;
    }
    if (s.source && s.source->size() == 1) {
      const auto& who = word(s.source->first);
      // `it alleges` beside what is alleged can be nothing but somebody
      if (is_one_of(who.lemma, {"you", "one", "it"}) && !(inserted && who.lemma == "it")) s.confidence *= 0.5f;
    }
    for (const auto c : context_.tree.children(anchor)) {
      const auto& w = word(c);
      if (base(w.deprel) == "aux" && is_one_of(w.lemma, {"would", "could", "might", "may", "should", "must"})) s.confidence *= 0.75f;
      if (base(w.deprel) == "mark" && is_one_of(w.lemma, {"if", "unless"})) s.confidence *= 0.6f;
    }
  }

  // Inside somebody's quoted words only what he reports of others counts: `they demand that we leave`, not `I think so`.
  bool counts_in_quotation(Found& f) const {
    auto& s = f.statement;
    if (!s.source) return false;
    const auto& who = word(head_of(context_.reading, *s.source));
    // `“Novak believes that it is over,” she said`: somebody who is named thinks otherwise than `I` do.
    if (is_one_of(name_of(s.act), {"believe", "hope", "predict"}) && who.upos == Upos::PROPN && s.rule.ends_with("/clause") && !s.negated) {
      s.confidence = std::max(s.confidence, sure);
      return true;
    }
    if (is_one_of(name_of(s.act), {"believe", "hope", "want", "know", "praise", "criticize", "agree", "predict"})) return false;
    // `I never said that they left`: what he takes back is not on his word.
    const bool takes_back =
        s.negated && is_one_of(who.lemma, {"I", "i", "we"}) && is_one_of(name_of(s.act), {"say", "claim"}) && s.rule.ends_with("/clause");
    if (takes_back) {
      s.act = Act::deny;
      s.negated = false;
    }
    const bool whoever = is_one_of(who.lemma, {"those", "that", "anyone", "anybody", "everyone", "everybody", "someone", "whoever"}) &&
                         s.rule.ends_with("/clause");
    if (who.upos == Upos::PRON && !takes_back && !whoever && !is_one_of(who.lemma, {"he", "she", "they", "who", "which"})) return false;
    return s.rule.find("/object") == std::string_view::npos || s.rule.find("/object+") != std::string_view::npos;
  }

  void accept(Found f) {
    if (is_wish_for_anonymity(lexicon_, context_, f.statement)) return;
    if (f.in_quotation) {
      if (!counts_in_quotation(f)) return;
      f.statement.confidence *= 0.8f;
    }
    used_[f.anchor] = true;
    found_.push_back(std::move(f));
  }

  const SpeechLexicon& lexicon_;
  const SpeechContext& context_;
  std::vector<Found>& found_;
  std::vector<bool> used_;
  std::vector<std::int32_t> subject_;  // per word: who does what this participle says, where the tree has it elsewhere
};

}  // namespace

void find_indirect_speech(const SpeechLexicon& lexicon, const SpeechContext& context, std::vector<Found>& found) {
  IndirectSpeech(lexicon, context, found).run();
}

}  // namespace demarche
