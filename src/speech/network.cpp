// What the network proposes, put together with what the rules found. Each is better at something: the network at what counts as somebody's
// words at all and where indirect speech ends, the rules at where direct speech begins and ends, also over paragraphs.
#include <algorithm>

#include "speech/cue_syntax.h"
#include "speech/merge.h"
#include "speech/trust.h"
#include "text/words.h"

namespace demarche {
namespace {

constexpr float least_network = 0.25f;  // score from which what only the network found is weighed at all
constexpr float least_rule = 0.40f;     // the same for the share of a rule
constexpr float sure_network = 0.60f;   // score from which its content is taken rather than a rule's that it doesn't confirm
constexpr float told_share = 0.85f;     // least share of a cue whose subject is told to have said something
constexpr float told_of_share = 0.60f;  // the same where what is said is a noun: `had warned of a coup`
constexpr float alone_form = 0.60f;     // least share of direct speech, and of what stands in it, of which the network knows little
constexpr float quote_share = 0.60f;    // so much of a quotation is all of it
constexpr std::uint32_t gap_words = 3;  // so few words between two parts of a content belong to it
constexpr float rule_content = 0.50f;   // share from which an indirect rule's words are taken rather than the network's
constexpr float low_overlap = 0.50f;
constexpr float twin_overlap = 0.70f;

std::uint32_t shared(const std::vector<WordRange>& a, const std::vector<WordRange>& b) {
  std::uint32_t sum = 0;
  for (const auto x : a)
    for (const auto y : b)
      if (x.overlaps(y)) sum += std::min(x.last, y.last) - std::max(x.first, y.first);
  return sum;
}

float jaccard(const std::vector<WordRange>& a, const std::vector<WordRange>& b) {
  const auto both = shared(a, b);
  return both == 0 ? 0 : static_cast<float>(both) / static_cast<float>(words_of(a) + words_of(b) - both);
}

// The words of both, in order; nothing between the cue and the `that` with which the rule's begin.
std::vector<WordRange> united(const SpeechContext& context, std::uint32_t cue, std::vector<WordRange> a, std::vector<WordRange> b) {
  if (a.empty()) return b;
  if (const auto first = a.front().first; context.word(first).lemma == "that" && base(context.word(first).deprel) == "mark") {
    for (auto& part : b)
      if (part.last > cue && cue < first) part.first = std::min(part.last, std::max(part.first, first));
    std::erase_if(b, [](WordRange part) { return part.empty(); });
  }
  a.insert(a.end(), b.begin(), b.end());
  std::sort(a.begin(), a.end(), [](WordRange x, WordRange y) { return x.first < y.first; });
  std::vector<WordRange> parts;
  for (const auto part : a) {
    if (!parts.empty() && part.first <= parts.back().last)
      parts.back().last = std::max(parts.back().last, part.last);
    else
      parts.push_back(part);
  }
  return parts;
}

// The words of one, up to where the other ends.
std::vector<WordRange> ended_with(std::vector<WordRange> parts, const std::vector<WordRange>& other) {
  const auto end = other.back().last;
  if (parts.back().last >= end) {
    std::erase_if(parts, [&](WordRange part) { return part.first >= end; });
    if (!parts.empty()) parts.back().last = std::min(parts.back().last, end);
    return parts.empty() ? other : parts;
  }
  for (const auto part : other) {
    if (part.last <= parts.back().last) continue;
    if (part.first <= parts.back().last)
      parts.back().last = part.last;
    else
      parts.push_back(part);
  }
  return parts;
}

// `said that they had met Kim, who was born in Lund`: what a comma or a dash sets apart at the end may be the reporter's own; where the
// network ends before it, it is.
void end_before_aside(const SpeechContext& context, std::uint32_t end, std::vector<WordRange>& parts) {
  if (parts.empty() || end + 1 >= parts.back().last || parts.back().first >= end) return;
  if (!is_one_of(context.word(end).form, {",", "-", "--", "–", "—"})) return;
  const auto head = head_of(context.reading, {end + 1, parts.back().last});
  if (is_one_of(base(context.word(head).deprel), {"acl", "appos", "parataxis", "advcl"})) parts.back().last = end;
}

WordRange largest(const std::vector<WordRange>& parts) {
  return *std::max_element(parts.begin(), parts.end(), [](WordRange a, WordRange b) { return a.size() < b.size(); });
}

// The word of a cue that says what is done: the first that the lexicon knows (in `repeated warnings` the noun), or the phrase's head.
std::uint32_t anchor_of(const SpeechLexicon& lexicon, const SpeechContext& context, const AttributionGuess& guess) {
  if (guess.cue.empty()) return no_anchor;
  for (const auto part : guess.cue)
    for (auto i = part.first; i < part.last; ++i) {
      const auto& word = context.word(i);
      if (word.upos == Upos::ADV || word.upos == Upos::AUX || !lexicon.cue_of(word)) continue;
      const bool modifier = is_one_of(base(word.deprel), {"amod", "compound"}) && word.head > static_cast<std::int32_t>(i) &&
                            word.head < static_cast<std::int32_t>(part.last) && lexicon.cue_of(context.word(word.head));
      if (!modifier) return i;
    }
  return head_of(context.reading, guess.cue.front());
}

bool within(const SpeechContext& context, const std::vector<WordRange>& parts) {
  return std::all_of(parts.begin(), parts.end(),
                     [&](WordRange part) { return !part.empty() && part.last <= context.reading.words.size(); });
}

// Words after which no phrase can end.
bool leads_on(const Word& word) {
  switch (word.upos) {
    case Upos::DET:
      return word.xpos == "DT" || word.xpos == "PRP$" || word.deprel == "det";
    case Upos::ADP:
      return base(word.deprel) == "case" || base(word.deprel) == "mark";
    case Upos::CCONJ:
    case Upos::SCONJ:
      return true;
    case Upos::PART:
      return base(word.deprel) == "mark" || base(word.deprel) == "case";
    case Upos::AUX:
      return base(word.deprel) == "aux" || base(word.deprel) == "cop";
    case Upos::PRON:
      return word.deprel == "nmod:poss" || word.xpos == "WDT" || word.xpos == "WP";
    default:
      return false;
  }
}

bool is_function_word(const Word& word) { return word.upos == Upos::PUNCT || leads_on(word); }

// Without parts of function words alone, if there are others.
std::vector<WordRange> without_scraps(const SpeechContext& context, std::vector<WordRange> parts) {
  const auto is_scrap = [&](WordRange part) {
    for (auto i = part.first; i < part.last; ++i)
      if (!is_function_word(context.word(i))) return false;
    return true;
  };
  if (!std::all_of(parts.begin(), parts.end(), is_scrap)) std::erase_if(parts, is_scrap);
  return parts;
}

// The network decides word by word, so that its spans may stop short: in the middle of a phrase, of a quotation, or around a word that it
// missed.
void mend(const SpeechContext& context, const AttributionGuess& guess, std::vector<WordRange>& parts) {
  auto taken = [&](WordRange gap) {
    const auto in = [&](const std::vector<WordRange>& others) {
      return std::any_of(others.begin(), others.end(), [&](WordRange o) { return o.overlaps(gap); });
    };
    return in(guess.cue) || in(guess.source);
  };
  for (auto& part : parts) {
    // `… to share a currency and`: on to the end of what the last word introduces
    for (int step = 0; step < 4 && part.last > part.first && leads_on(context.word(part.last - 1)); ++step) {
      const auto last = part.last - 1;
      const auto& word = context.word(last);
      const auto sentence = context.sentence(last);
      if (word.head != no_word && static_cast<std::uint32_t>(word.head) > last) {
        const auto end = std::min(subtree(context.tree, static_cast<std::uint32_t>(word.head)).last, sentence.last);
        if (end > part.last && !taken({part.last, end})) {
          part.last = end;
          break;
        }
      }
      --part.last;
    }
    if (part.empty()) continue;
    // `for more than 20`: on to the noun
    constexpr std::uint32_t farthest_noun = 3;
    if (const auto& last = context.word(part.last - 1);
        is_one_of(base(last.deprel), {"nummod", "amod", "compound"}) && last.head >= static_cast<std::int32_t>(part.last)) {
      const auto noun = static_cast<std::uint32_t>(last.head);
      if (noun - part.last < farthest_noun && !taken({part.last, noun + 1})) part.last = noun + 1;
    }
    // most of a quotation is all of it
    for (const auto at : {part.first, part.last - 1}) {
      if (const auto q = context.quotation_of[at]; q >= 0) {
        const auto& quotation = context.quotations[static_cast<std::size_t>(q)].words;
        const auto both = std::min(part.last, quotation.last) - std::max(part.first, quotation.first);
        if (static_cast<float>(both) >= quote_share * static_cast<float>(quotation.size()) && !taken(quotation)) {
          part.first = std::min(part.first, quotation.first);
          part.last = std::max(part.last, quotation.last);
        }
      }
    }
  }
  parts = without_scraps(context, std::move(parts));
  std::sort(parts.begin(), parts.end(), [](WordRange a, WordRange b) { return a.first < b.first; });
  std::vector<WordRange> joined;
  for (const auto part : parts) {
    if (!joined.empty() && part.first <= joined.back().last) {
      joined.back().last = std::max(joined.back().last, part.last);
    } else if (!joined.empty() && part.first - joined.back().last <= gap_words && !taken({joined.back().last, part.first})) {
      joined.back().last = part.last;
    } else {
      joined.push_back(part);
    }
  }
  parts = std::move(joined);
}

bool is_direct(const SpeechContext& context, const Statement& s) {
  std::uint32_t quoted = 0;
  for (const auto part : s.content)
    for (auto i = part.first; i < part.last; ++i) quoted += context.quotation_of[i] >= 0;
  return quoted * 2 > words_of(s.content) && quoted >= 3;
}

// What somebody is said to have said in somebody else's quotation (`the Russians indicated he should stay`).
bool is_nested(const Found& f) {
  return f.in_quotation && f.anchor != no_anchor && f.statement.source && !f.statement.hearsay && f.statement.rule.ends_with("/clause");
}

// `Novak said that the army denied that it fired`: the network, which learnt from attributions one deep, finds what Novak said alone; but
// without the denial he would be said to say that it fired, and where the army `told` her so, on his word alone.
bool is_reported(const SpeechContext& context, const std::vector<Found>& found, std::size_t r, const std::vector<float>& confirmed) {
  const auto& s = found[r].statement;
  if (s.negated || found[r].anchor == no_anchor || !s.source) return false;
  const bool commits = is_one_of(name_of(s.act), {"admit", "promise", "threaten", "warn"});
  const float least = s.rule.find("+") == std::string_view::npos && !commits ? told_share : told_of_share;
  if (s.act != Act::deny && (!is_verbal(context.word(found[r].anchor)) || found[r].evidence.share < least)) return false;
  if (is_one_of(name_of(s.act), {"believe", "hope", "want", "know", "predict", "ask"})) return false;
  // `said that Novak had warned of a coup`, `had accused Chad of arming them`
  const bool of_something = ((s.act == Act::warn && s.rule.ends_with("/+of")) || (s.act == Act::accuse && s.rule.ends_with("/object+of")));
  if (!s.rule.ends_with("/clause") && !of_something && !(s.act == Act::deny && s.rule.ends_with("/ing"))) return false;
  for (std::size_t k = 0; k < found.size(); ++k) {
    if (k == r || (k < confirmed.size() && confirmed[k] == 0)) continue;
    for (const auto part : found[k].statement.content)
      if (part.contains(found[r].anchor)) return true;
  }
  return false;
}

// `said that they had met, but denied that money was offered`: who denies that something is so says that it is not, whatever else the
// sentence holds. So does who `denied taking money`.
bool is_denial_of_clause(const Found& f) {
  return f.statement.act == Act::deny && f.statement.source && !f.statement.negated && f.anchor != no_anchor &&
         (f.statement.rule.ends_with("/clause") || f.statement.rule.ends_with("/ing"));
}

// `Egypt and` of `Egypt and Ethiopia`: the network may stop in the middle.
WordRange whole_source(const SpeechContext& context, WordRange source) {
  // `In Oslo, a spokesman for the union said`: the place in front is no part of who speaks.
  if (const Word& first = context.word(source.first); base(first.deprel) == "obl" && first.head != no_word)
    if (const auto subject = child(context.reading, context.tree, static_cast<std::uint32_t>(first.head), "nsubj");
        subject != no_word && source.contains(static_cast<std::uint32_t>(subject)) && static_cast<std::uint32_t>(subject) > source.first)
      source.first = std::max(source.first + 1, noun_phrase(context, static_cast<std::uint32_t>(subject)).first);
  const auto end = source.last;
  while (source.size() > 1 && (leads_on(context.word(source.last - 1)) || context.word(source.last - 1).form == ",")) --source.last;
  if (source.last == end) return source;
  for (const auto c : context.tree.children(head_of(context.reading, source)))
    if (base(context.word(c).deprel) == "conj" && c >= end) {
      const auto other = noun_phrase(context, c);
      if (other.first <= end && other.last > end) source.last = other.last;
    }
  return source;
}

// Somebody's own words may run over paragraphs; what others say of them does not.
void end_with_paragraph(const SpeechContext& context, std::vector<WordRange>& parts) {
  const auto block_of = [&](std::uint32_t i) { return context.reading.sentences[context.word(i).sentence].block; };
  for (auto& part : parts)
    while (!part.empty() && block_of(part.last - 1) != block_of(part.first)) --part.last;
}

// `the rebels refused, she added. A rebel …`: a few words of another sentence are no part of what is said indirectly.
void end_with_sentence(const SpeechContext& context, const AttributionGuess& guess, std::vector<WordRange>& parts) {
  constexpr std::uint32_t scrap = 4;  // words
  if (guess.cue.empty() || guess.cue.front().empty()) return;
  const auto sentence = context.sentence(guess.cue.front().first);
  const auto is_scrap = [&](WordRange part) {
    if (part.overlaps(sentence) || part.size() > scrap) return false;
    const auto whole = context.sentence(part.first);
    return part.size() * 2 < whole.size();
  };
  if (std::all_of(parts.begin(), parts.end(), is_scrap)) return;
  std::erase_if(parts, is_scrap);
}

// `She said it was over. “Nobody will come back.”`: the quotation that follows is a speech of its own.
void end_before_speech(const SpeechContext& context, WordRange cue, std::vector<WordRange>& parts) {
  const auto sentence = context.sentence(cue.first);
  for (auto& part : parts) {
    const auto at = std::max(part.first, sentence.last);
    for (auto i = at; i < part.last; ++i) {
      const auto q = context.quotation_of[i];
      if (q < 0 || !context.quotations[static_cast<std::size_t>(q)].utterance) continue;
      part.last = std::max(part.first, context.quotations[static_cast<std::size_t>(q)].words.first);
      break;
    }
  }
  std::erase_if(parts, [](WordRange part) { return part.empty(); });
  trim(context, parts);
}

// `made no mention of`
bool takes_back(const SpeechLexicon& lexicon, const SpeechContext& context, const AttributionGuess& guess) {
  for (const auto part : guess.cue)
    for (auto i = part.first; i < part.last; ++i)
      if (const auto& word = context.word(i); word.upos == Upos::DET && word.lemma == "no" && word.head != no_word &&
                                              !lexicon.without_doubt.contains(context.word(word.head).lemma))
        return true;
  return false;
}

// What a cue does that no rule knows: `lashed out at`, `made no mention of`.
void settle_unknown_cue(const SpeechLexicon& lexicon, const SpeechContext& context, const AttributionGuess& guess, Found& found) {
  auto& s = found.statement;
  const bool known = found.anchor != no_anchor && lexicon.cue_of(context.word(found.anchor));
  bool open = !known;
  s.negated = s.negated || takes_back(lexicon, context, guess);
  for (const auto part : guess.cue)
    for (auto i = part.first; i < part.last; ++i) {
      const auto& word = context.word(i);
      if (!open || lexicon.light_verbs.contains(word.lemma)) continue;
      // `his long shot plan`: the plan, and no shot
      if (is_one_of(base(word.deprel), {"amod", "compound"}) && word.head > static_cast<std::int32_t>(i) &&
          word.head < static_cast<std::int32_t>(part.last) && lexicon.act_of(context.word(static_cast<std::uint32_t>(word.head)), {}))
        continue;
      const std::string_view next = i + 1 < context.reading.words.size() ? context.word(i + 1).lemma : std::string_view();
      if (const auto act = lexicon.act_of(word, next)) {
        s.act = *act;
        open = false;
      }
    }
}

// `The plan drew criticism from Chad`: who draws it does not speak; whoever it is from may.
void give_to_whom_it_is_from(const SpeechLexicon& lexicon, const SpeechContext& context, std::span<const WordRange> cue, Statement& s) {
  if (!s.source) return;
  for (const auto part : cue)
    for (auto i = part.first; i < part.last; ++i) {
      const auto& noun = context.word(i);
      if (noun.upos != Upos::NOUN || noun.head == no_word || base(noun.deprel) != "obj") continue;
      const auto verb = static_cast<std::uint32_t>(noun.head);
      if (!lexicon.receiving_verbs.contains(context.word(verb).lemma)) continue;
      const auto subject = agent_of(context, verb);
      if (subject == no_word || !s.source->contains(static_cast<std::uint32_t>(subject))) continue;
      s.source.reset();
      for (const auto above : {i, verb})
        for (const auto c : context.tree.children(above))
          if (!s.source && c > i && marker_of(context, c) == "from" && is_nominal(context.word(c))) s.source = source_phrase(context, c);
      return;
    }
}

Found found_by(const SpeechLexicon& lexicon, const SpeechContext& context, const AttributionGuess& guess) {
  Found f;
  auto& s = f.statement;
  s.content = guess.content;
  mend(context, guess, s.content);
  if (!is_direct(context, s)) {
    end_with_paragraph(context, s.content);
    end_with_sentence(context, guess, s.content);
  }
  trim(context, s.content);
  std::sort(s.content.begin(), s.content.end(), [](WordRange a, WordRange b) { return a.first < b.first; });
  s.rule = "network";
  s.confidence = guess.score;
  if (!guess.source.empty()) s.source = whole_source(context, largest(guess.source));
  give_to_whom_it_is_from(lexicon, context, guess.cue, s);
  if (!guess.cue.empty()) s.cue = guess.cue.front();
  f.anchor = anchor_of(lexicon, context, guess);
  f.evidence.by_network = true;
  f.evidence.score = guess.score;
  f.evidence.content_margin = guess.content_margin;
  f.evidence.source_margin = guess.source_margin;
  return f;
}

// Which findings stand in another's content, with their cue. By word, so that a long document costs no more a word than a short one.
void mark_inside(const SpeechContext& context, std::vector<Found>& found) {
  constexpr std::size_t most = 8;  // of the findings that hold one word
  std::vector<std::vector<std::uint32_t>> holders(context.reading.words.size());
  std::vector<std::uint32_t> cues;
  for (std::uint32_t k = 0; k < found.size(); ++k)
    if (!found[k].statement.content.empty() && found[k].statement.cue) cues.push_back(found[k].statement.cue->first);
  std::sort(cues.begin(), cues.end());
  const auto believable = [](const Found& f) { return std::max(f.evidence.score, f.evidence.share) >= sure_network; };
  for (std::uint32_t k = 0; k < found.size(); ++k)
    for (const auto part : believable(found[k]) ? found[k].statement.content : std::vector<WordRange>{})
      for (auto cue = std::lower_bound(cues.begin(), cues.end(), part.first); cue != cues.end() && *cue < part.last; ++cue)
        if (holders[*cue].size() < most && (holders[*cue].empty() || holders[*cue].back() != k)) holders[*cue].push_back(k);
  for (std::uint32_t k = 0; k < found.size(); ++k) {
    const auto& s = found[k].statement;
    if (!s.cue || s.content.empty() || s.direct) continue;
    for (const auto outer : holders[s.cue->first])
      if (outer != k && holds_all(found[outer].statement.content, s.content)) found[k].evidence.inside = true;
  }
}

// One cue with twice the same content, found by different ways: the more trusted stays.
void drop_twins(std::vector<Found>& found) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_cue;  // first word of the cue, finding
  for (std::uint32_t k = 0; k < found.size(); ++k)
    if (found[k].statement.cue && !found[k].statement.content.empty()) by_cue.emplace_back(found[k].statement.cue->first, k);
  std::sort(by_cue.begin(), by_cue.end());
  for (std::size_t i = 0; i < by_cue.size(); ++i) {
    const auto end = found[by_cue[i].second].statement.cue->last;  // `won the endorsement`, `endorsement of`: cues that overlap
    for (std::size_t j = i + 1; j < by_cue.size() && by_cue[j].first < end && j < i + 8; ++j) {
      auto &a = found[by_cue[i].second], &b = found[by_cue[j].second];
      if (jaccard(a.statement.content, b.statement.content) < twin_overlap) continue;
      (a.statement.confidence >= b.statement.confidence ? b : a).statement.content.clear();
    }
  }
}

// Is it the verb of a clause that states something: `fled`, `has fled`, `will flee`?
bool is_finite_verb(const SpeechContext& context, std::uint32_t word) {
  if (context.word(word).upos != Upos::VERB) return false;
  if (is_one_of(context.word(word).xpos, {"VBD", "VBZ"})) return true;
  const auto below = context.tree.children(word);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
    return c < word && base(context.word(c).deprel) == "aux" && is_one_of(context.word(c).xpos, {"VBD", "VBZ", "VBP", "MD"});
  });
}

// `told them that it had fled and accused it of lying`: what the speaker goes on to do is not what he told them. Nor is anything that he
// does where he asks for something: `ordered the envoy to leave and closed its embassy`.
void end_before_next_deed(const SpeechLexicon& lexicon, const SpeechContext& context, std::uint32_t anchor, std::vector<WordRange>& parts) {
  const bool says_what_is_so = child(context.reading, context.tree, anchor, "ccomp") != no_word;
  for (const auto c : context.tree.children(anchor)) {
    if (c < anchor || base(context.word(c).deprel) != "conj") continue;
    const bool speaks_again = context.word(c).xpos == "VBD" && lexicon.cue_of(context.word(c));
    const bool acts = !says_what_is_so && is_finite_verb(context, c) && child(context.reading, context.tree, c, "nsubj") == no_word;
    if (!speaks_again && !acts) continue;
    auto end = c;
    for (const auto below : context.tree.children(c)) end = std::min(end, below);
    for (auto& part : parts)
      if (part.first > anchor && part.first < end) part.last = std::min(part.last, end);
    break;
  }
  trim(context, parts);
}

// Per word: does a quotation without a cue belong, by the rules, to whoever is named here?
std::vector<bool> goes_on_to_speak(const std::vector<Found>& found, std::size_t words) {
  std::vector<bool> speaks(words, false);
  for (const auto& f : found) {
    const auto& s = f.statement;
    if (s.rule != "quote:alone" || s.confidence < alone_form || !s.source || s.content.empty()) continue;
    for (auto i = s.source->first; i < std::min<std::size_t>(s.source->last, words); ++i) speaks[i] = true;
  }
  return speaks;
}

bool goes_on(const std::vector<bool>& speaks, const Statement& s) {
  if (!s.source) return false;
  for (auto i = s.source->first; i < std::min<std::size_t>(s.source->last, speaks.size()); ++i)
    if (speaks[i]) return true;
  return false;
}

// `assumed the office`, `maintained its ties`: verbs that report what is said do something else to things.
bool is_no_report(const SpeechLexicon& lexicon, const SpeechContext& context, const Found& found) {
  if (found.anchor == no_anchor || found.statement.direct || !lexicon.clause_verbs.contains(context.word(found.anchor).lemma)) return false;
  const auto object = child(context.reading, context.tree, found.anchor, "obj");
  if (object == no_word || child(context.reading, context.tree, found.anchor, "ccomp") != no_word) return false;
  const auto& content = found.statement.content;
  return std::any_of(content.begin(), content.end(), [&](WordRange part) { return part.contains(static_cast<std::uint32_t>(object)); });
}

// `The bridge seems to be safe`: who seems so does not say so.
bool only_appears(const SpeechLexicon& lexicon, const SpeechContext& context, const Found& found, WordRange source) {
  if (found.anchor == no_anchor || !lexicon.appearances.contains(context.word(found.anchor).lemma)) return false;
  const auto subject = child(context.reading, context.tree, found.anchor, "nsubj");
  return subject != no_word && source.contains(static_cast<std::uint32_t>(subject));
}

}  // namespace

void add_network(const SpeechLexicon& lexicon, const SpeechContext& context, std::vector<Found>& found) {
  const auto& guesses = context.reading.attributions;
  if (guesses.empty()) return;
  const auto rules = found.size();
  for (auto& f : found) {
    f.evidence.by_rule = true;
    f.evidence.share = f.statement.confidence;
  }
  std::vector<std::int32_t> rule_of(context.reading.words.size(), -1);  // per word: the rule's finding whose cue it is
  for (std::size_t r = 0; r < rules; ++r) {
    const auto& s = found[r].statement;
    if (s.cue)
      for (auto i = s.cue->first; i < s.cue->last; ++i) rule_of[i] = static_cast<std::int32_t>(r);
    if (found[r].anchor != no_anchor) rule_of[found[r].anchor] = static_cast<std::int32_t>(r);
  }
  const auto speaks_on = goes_on_to_speak(found, context.reading.words.size());
  std::vector<float> confirmed(rules, 0);
  for (const auto& guess : guesses) {
    if (guess.content.empty() || !within(context, guess.content) || !within(context, guess.source) || !within(context, guess.cue)) continue;
    auto own = found_by(lexicon, context, guess);
    if (own.statement.content.empty()) continue;
    std::int32_t rule = -1;
    if (own.anchor != no_anchor) rule = rule_of[own.anchor];
    for (const auto part : guess.cue)
      for (auto i = part.first; rule < 0 && i < part.last; ++i) rule = rule_of[i];
    if (rule >= 0 && confirmed[static_cast<std::size_t>(rule)] == 0) {
      auto& other = found[static_cast<std::size_t>(rule)];
      auto& s = other.statement;
      confirmed[static_cast<std::size_t>(rule)] = guess.score;
      const bool direct = (s.direct || s.rule == "quote:colon") && s.rule != "quote:alone";
      if (!direct && other.anchor != no_anchor) end_before_next_deed(lexicon, context, other.anchor, own.statement.content);
      const float overlap = jaccard(s.content, own.statement.content);
      const float share = other.evidence.share;
      other.evidence = own.evidence;
      other.evidence.by_rule = true;
      other.evidence.share = share;
      other.evidence.overlap = overlap;
      if (s.source && own.statement.source) other.evidence.sources = s.source->overlaps(*own.statement.source) ? 1 : 0;
      if (other.firm) {
        s.confidence = 1 - (1 - s.confidence) * (1 - guess.score);
        continue;
      }
      if (!direct && s.cue && goes_on(speaks_on, s)) end_before_speech(context, *s.cue, own.statement.content);
      if (!direct && !own.statement.content.empty()) {
        if (s.rule.ends_with("/clause")) {
          end_before_aside(context, own.statement.content.back().last, s.content);
          s.content = without_scraps(context, united(context, other.anchor, std::move(s.content), own.statement.content));
        } else if ((s.rule.find("+") == std::string_view::npos && !s.rule.ends_with("/object-speech")) || share < rule_content ||
                   overlap < low_overlap) {
          s.content = own.statement.content;
        } else if (!s.rule.ends_with("/object-speech")) {
          s.content = ended_with(std::move(s.content), own.statement.content);
        }
      }
      // `Relatives were warned not to speak`: who is spoken to does not speak
      const bool addressed = own.statement.source && s.addressee && !s.source && s.addressee->overlaps(*own.statement.source);
      if (own.statement.source && (!direct || !s.source) && !addressed && !only_appears(lexicon, context, other, *own.statement.source)) {
        // no longer said by nobody
        if (!s.source) s.hearsay = is_unnamed(lexicon, context, *own.statement.source);
        s.source = own.statement.source;
      }
      if (own.statement.cue) s.cue = own.statement.cue;
      s.negated = s.negated || takes_back(lexicon, context, guess);
      continue;
    }
    if (guess.score < least_network) continue;
    if (own.anchor != no_anchor) complete(lexicon, context, own.anchor, own.statement);
    if (is_wish_for_anonymity(lexicon, context, own.statement)) continue;
    if (is_no_report(lexicon, context, own)) continue;
    if (own.anchor != no_anchor && !own.statement.direct &&
        (is_byname(context, own.anchor) || goes_without_saying(context, own.anchor) || supposes(context, own.anchor)))
      continue;
    // `under the law`: what it says is nobody's word.
    if (own.anchor != no_anchor && is_one_of(context.word(own.anchor).lemma, {"under", "during", "despite", "after", "before"})) continue;
    settle_unknown_cue(lexicon, context, guess, own);
    own.statement.direct = is_direct(context, own.statement);
    found.push_back(std::move(own));
  }
  // Quotations without a cue that the network knew where to put.
  for (std::size_t r = 0; r < rules; ++r) {
    auto& s = found[r].statement;
    if (s.content.empty() || confirmed[r] > 0 || s.cue) continue;
    for (std::size_t k = rules; k < found.size(); ++k)
      if (found[k].evidence.score >= sure_network && jaccard(s.content, found[k].statement.content) >= 0.5f) s.content.clear();
  }
  mark_inside(context, found);
  for (std::size_t k = 0; k < found.size(); ++k) {
    auto& f = found[k];
    auto& s = f.statement;
    if (f.firm || s.content.empty()) continue;
    const bool alone = k < rules && confirmed[k] == 0;
    const bool by_its_form =
        s.direct || s.rule == "quote:colon" || is_nested(f) || is_denial_of_clause(f) || is_reported(context, found, k, confirmed);
    if (alone && s.confidence < (by_its_form ? alone_form : least_rule)) {
      s.content.clear();
    } else if (!(alone && by_its_form)) {
      f.judged = true;
      s.confidence = trust(lexicon.trust, context, f);
    }
  }
  drop_twins(found);
}

}  // namespace demarche
