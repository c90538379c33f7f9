// The issues that somebody stands for or against: data/lexicon/issues.tsv, and what events are about.
#include <algorithm>

#include "events/modality.h"
#include "events/stances.h"
#include "text/words.h"

namespace demarche {
namespace {

constexpr std::uint32_t longest = 6;  // words of an issue before its head, and behind

bool stands_before(std::string_view relation) { return is_one_of(relation, {"amod", "compound", "nummod", "flat", "goeswith"}); }

}  // namespace

IssueFinder::IssueFinder(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax)
    : knowledge_(knowledge), coding_(coding), syntax_(syntax) {}

// By the verb with its particle (`roll back`) before the verb alone.
const std::vector<IssueWord>* IssueFinder::entries_of(std::uint32_t word, PredicateKind kind) const {
  const auto& words = knowledge_.issue_words[static_cast<std::size_t>(kind)];
  if (kind == PredicateKind::verb)
    for (const auto c : syntax_.children(word)) {
      if (c < word || c > word + 4 || !is_one_of(syntax_.relation(c), {"compound", "advmod"})) continue;
      const auto whole = words.find(std::string(syntax_.lemma(word)) + " " + ascii_lowered(syntax_.word(c).form));
      if (whole != words.end()) return &whole->second;
      // `hold back the law` does not hold it
      if (syntax_.label(c) == "compound:prt" && is_one_of(syntax_.lemma(c), {"back", "down", "off", "away", "out"})) return nullptr;
    }
  const auto found = words.find(syntax_.lemma(word));
  return found == words.end() ? nullptr : &found->second;
}

bool IssueFinder::undoes(std::uint32_t deed, std::uint32_t whom) const {
  const auto kind = syntax_.is_verb(deed) ? PredicateKind::verb : PredicateKind::noun;
  const auto* entries = entries_of(deed, kind);
  if (!entries) return false;
  WordList things;
  for (const IssueWord& entry : *entries) {
    if (!entry.deed || entry.sign > 0) continue;
    things.clear();
    hanging_on(deed, entry, things);
    if (std::find(things.begin(), things.end(), whom) != things.end()) return true;
  }
  return false;
}

void IssueFinder::of_duty(std::uint32_t verb, std::vector<Issue>& out) const {
  if (!syntax_.is_verb(verb) || syntax_.has_marker(verb, "whether") || syntax_.has_marker(verb, "if") || syntax_.label(verb) == "acl:relcl")
    return;
  bool duty = false;
  for (const auto c : syntax_.children(verb)) {
    // `should have been lifted` was not; `why it should be lifted` asks
    if (syntax_.relation(c) == "aux" && syntax_.lemma(c) == "have") return;
    if (c < verb && is_one_of(syntax_.word(c).xpos, {"WRB", "WP"})) return;
    duty |= syntax_.relation(c) == "aux" && is_one_of(ascii_lowered(syntax_.word(c).form), {"must", "should", "ought"});
  }
  if (!duty && syntax_.is_infinitive(verb) && syntax_.head(verb) != no_word) {
    const auto governor = static_cast<std::uint32_t>(syntax_.head(verb));
    auto subject = syntax_.child(governor, "nsubj");
    if (subject == no_word) subject = syntax_.child(governor, "expl");
    const bool impersonal = subject != no_word && ascii_lowered(syntax_.word(static_cast<std::uint32_t>(subject)).form) == "it";
    const bool of_time = syntax_.lemma(governor) == "time" && impersonal && syntax_.child(governor, "cop") != no_word;
    const bool passive_need = syntax_.relation(verb) == "xcomp" && is_one_of(syntax_.lemma(governor), {"have", "need"}) &&
                              is_one_of(syntax_.word(governor).xpos, {"VBZ", "VBP"}) && syntax_.is_passive(verb);
    duty = of_time || passive_need;
  }
  if (duty) of_deed(verb, 1, out);
}

// The noun with what stands before it, and the first phrase that says of what, to what or on what.
std::string IssueFinder::phrase(std::uint32_t head) const {
  std::uint32_t first = head, last = head + 1;
  std::string owner;
  for (const auto c : syntax_.children(head)) {
    const auto relation = syntax_.relation(c);
    if (c < head && head - c <= longest && stands_before(relation)) first = std::min(first, subtree(syntax_.tree(), c).first);
    if (c < head && syntax_.label(c) == "nmod:poss") {
      if (const Entity* who = entity_of(coding_.actors, coding_.actors.mention_of_head[c])) owner = who->name + "'s ";
    }
  }
  while (first < head && is_one_of(syntax_.word(first).upos == Upos::PUNCT ? "," : syntax_.relation(first), {",", "det", "case"})) ++first;
  if (head - first > longest) first = head;
  for (const auto c : syntax_.children(head)) {
    if (c < head || syntax_.label(c) != "nmod") continue;
    const auto marker = syntax_.marker(c);
    if (!is_one_of(marker, {"of", "on", "to", "against", "with", "for", "in", "into", "over"})) break;
    // As far as its own noun: what hangs on that would make a sentence of it.
    std::uint32_t end = c + 1;
    for (const auto below : syntax_.children(c))
      if (below > c && syntax_.relation(below) == "flat") end = std::max(end, below + 1);
    const bool near = subtree(syntax_.tree(), c).first == last && end - last <= longest;
    if (near && syntax_.word(c).upos != Upos::PRON) last = end;
    break;
  }
  const Span span = span_of(coding_.reading, {first, last});
  std::string text = owner;
  for (const char c : std::string_view(coding_.document.text).substr(span.begin, span.size())) {
    const bool blank = c == '\n' || c == ' ' || c == '\t' || c == '\r';
    if (!blank || (!text.empty() && text.back() != ' ')) text += blank ? ' ' : c;
  }
  return text;
}

// `The party voted against it`: a thing that nobody is, the last one that something was done to, in a clause before.
std::int32_t IssueFinder::thing_meant(std::uint32_t pronoun) const {
  constexpr std::uint32_t sentences_back = 2, farthest = 60;
  if (ascii_lowered(syntax_.word(pronoun).form) != "it") return no_word;
  if (const auto mention = coding_.actors.mention_of_head[pronoun];
      mention != no_mention && coding_.actors.mentions[static_cast<std::size_t>(mention)].entity != no_entity)
    return no_word;
  const auto sentence = syntax_.word(pronoun).sentence;
  for (auto i = pronoun; i-- > 0 && pronoun - i <= farthest && syntax_.word(i).sentence + sentences_back >= sentence;) {
    const Word& word = syntax_.word(i);
    if (word.upos != Upos::NOUN || word.xpos != "NN" || syntax_.head(i) == syntax_.head(pronoun)) continue;
    const bool undergoes = syntax_.relation(i) == "obj" || syntax_.label(i) == "nsubj:pass";
    const bool voted_on = syntax_.relation(i) == "obl" && (syntax_.has_marker(i, "for") || syntax_.has_marker(i, "against"));
    if ((!undergoes && !voted_on) || coding_.actors.mention_of_head[i] != no_mention ||
        std::binary_search(knowledge_.no_issues.begin(), knowledge_.no_issues.end(), syntax_.lemma(i)))
      continue;
    return static_cast<std::int32_t>(i);
  }
  return no_word;
}

bool IssueFinder::is_named(std::uint32_t noun) const {
  const auto& names = knowledge_.named_issues;
  if (syntax_.word(noun).upos != Upos::PROPN || !std::binary_search(names.begin(), names.end(), ascii_lowered(syntax_.word(noun).form)))
    return false;
  // `Bill Novak`, `Governor Deal`
  const Entity* who = entity_of(coding_.actors, coding_.actors.mention_of_head[noun]);
  return syntax_.child(noun, "flat") == no_word && syntax_.child(noun, "nmod:desc") == no_word && (!who || who->type != EntityType::person);
}

bool IssueFinder::of_thing(std::uint32_t noun, int sign, std::vector<Issue>& out) const {
  noun = syntax_.antecedent(noun);
  if (syntax_.word(noun).upos == Upos::PRON)
    if (const auto meant = thing_meant(noun); meant != no_word) noun = static_cast<std::uint32_t>(meant);
  const Word& word = syntax_.word(noun);
  if (word.upos != Upos::NOUN && word.upos != Upos::PROPN) return false;
  const auto lemma = syntax_.lemma(noun);
  if (const auto entries = knowledge_.issue_words[static_cast<std::size_t>(PredicateKind::noun)].find(lemma);
      entries != knowledge_.issue_words[static_cast<std::size_t>(PredicateKind::noun)].end())
    for (const IssueWord& entry : entries->second) {
      if (!entry.deed) continue;
      WordList things;
      hanging_on(noun, entry, things);
      bool found = false;
      for (const auto thing : things) found |= of_thing(thing, sign * entry.sign, out);
      if (found) return true;
    }
  if ((coding_.actors.mention_of_head[noun] != no_mention && !is_named(noun)) ||
      std::binary_search(knowledge_.no_issues.begin(), knowledge_.no_issues.end(), lemma))
    return false;
  out.push_back({noun, phrase(noun), sign});
  return true;
}

void IssueFinder::hanging_on(std::uint32_t word, const IssueWord& entry, WordList& out) const {
  for (const std::string& relation : entry.relations) {
    if (relation == "object")
      syntax_.objects(word, out);
    else
      syntax_.obliques(word, relation, out);
    if (!out.empty()) return;
  }
}

void IssueFinder::of_deed(std::uint32_t verb, int sign, std::vector<Issue>& out) const {
  const auto* entries = entries_of(verb, PredicateKind::verb);
  if (!entries) return;
  for (const auto c : syntax_.children(verb))
    if (syntax_.relation(c) == "advmod" && is_one_of(ascii_lowered(syntax_.word(c).form), {"not", "n't", "n’t", "never"})) sign = -sign;
  for (const IssueWord& entry : *entries) {
    if (!entry.deed) continue;
    WordList things, all;
    hanging_on(verb, entry, things);
    if (things.empty() && is_one_of("object", entry.relations))
      if (const auto thing = undergoer(verb); thing != no_word) things.push_back(static_cast<std::uint32_t>(thing));
    for (const auto thing : things) syntax_.coordinated(thing, all);
    for (const auto thing : all) of_thing(thing, sign * entry.sign, out);
    if (!out.empty()) return;
  }
}

// `wants the war to end`, `wants the ban lifted`, `the blockade must end`: what a deed without an object is done to.
std::int32_t IssueFinder::undergoer(std::uint32_t verb) const {
  if (const auto subject = syntax_.child(verb, "nsubj"); subject != no_word) return subject;
  if (syntax_.head(verb) == no_word) return no_word;
  // `called for the attacks to stop`
  if (syntax_.relation(verb) == "acl" && syntax_.is_infinitive(verb)) return syntax_.head(verb);
  if (syntax_.relation(verb) != "xcomp") return no_word;
  const auto object = syntax_.child(static_cast<std::uint32_t>(syntax_.head(verb)), "obj");
  return object < static_cast<std::int32_t>(verb) ? object : no_word;
}

void IssueFinder::of_wanted(std::uint32_t thing, int sign, std::vector<Issue>& out) const {
  const auto clause = syntax_.child(thing, "acl");
  const bool infinitive = clause != no_word && syntax_.is_infinitive(static_cast<std::uint32_t>(clause));
  if (infinitive) of_deed(static_cast<std::uint32_t>(clause), sign, out);
  // `called for the attacks to stop`, but also for the talks of `talks to end the war`
  if (!infinitive || syntax_.child(static_cast<std::uint32_t>(clause), "obj") != no_word) of_thing(thing, sign, out);
}

void IssueFinder::of_event(const Event& event, std::vector<Issue>& out) const {
  const auto trigger = event.trigger.first;
  WordList things, all;
  const bool verb = syntax_.is_verb(trigger);
  if (event.type == "SUPPORT" || event.type == "ACCUSE" || event.type == "REJECT") {
    const bool adjective = syntax_.word(trigger).upos == Upos::ADJ;
    if (!verb && !adjective) return;
    const int sign = event.type == "SUPPORT" ? 1 : -1;
    if (event.type == "ACCUSE" && syntax_.lemma(trigger) == "regret") return;
    // `is opposed to the plan`, `critical of the plan`: a state of the subject, and no deed done to it.
    if (adjective || syntax_.is_passive(trigger))
      for (const std::string_view preposition : {"to", "of", "about"})
        if (things.empty() && (adjective || preposition == "to")) syntax_.obliques(trigger, preposition, things);
    if (things.empty() && verb) syntax_.objects(trigger, things);
    for (const auto thing : things) syntax_.coordinated(thing, all);
    for (const auto thing : all) of_thing(thing, sign, out);
    // `voted for the bill`, `spoke out against it`
    if (things.empty()) of_deed(trigger, 1, out);
    // `ruled out lifting the ban`, `refused to sign the treaty`, `opposes ending the war`
    if (out.empty())
      if (const auto clause = syntax_.complement(trigger); clause != no_word && !syntax_.is_finite(static_cast<std::uint32_t>(clause)))
        of_deed(static_cast<std::uint32_t>(clause), sign, out);
    return;
  }
  // `marched against the reform`
  if (event.type == "PROTEST" && verb) {
    syntax_.obliques(trigger, "against", things);
    for (const auto thing : things) syntax_.coordinated(thing, all);
    for (const auto thing : all) of_thing(thing, -1, out);
    return;
  }
  if (event.type != "REQUEST") return;
  if (event.rule.starts_with("demand:")) {
    for (auto word = event.trigger.first; word < event.trigger.last; ++word)
      if (syntax_.is_verb(word)) of_deed(word, 1, out);
    return;
  }
  if (const auto clause = syntax_.complement(trigger); clause != no_word) {
    syntax_.coordinated(static_cast<std::uint32_t>(clause), all);
    for (const auto word : all) of_deed(word, 1, out);
  }
  if (!out.empty()) return;
  syntax_.obliques(trigger, "for", things);
  if (verb && things.empty()) syntax_.objects(trigger, things);
  all.clear();
  for (const auto thing : things) syntax_.coordinated(thing, all);
  for (const auto thing : all) {
    if (syntax_.is_verb(thing))
      of_deed(thing, 1, out);
    else
      of_wanted(thing, 1, out);
  }
  // `called for abandoning the plan`
  if (out.empty())
    for (const auto c : syntax_.children(trigger))
      if (syntax_.relation(c) == "advcl" && syntax_.has_marker(c, "for")) of_deed(c, 1, out);
}

void IssueFinder::of_attitude(std::uint32_t word, std::int32_t& holder, std::vector<Issue>& out) const {
  holder = no_word;
  const Upos upos = syntax_.word(word).upos;
  if (upos != Upos::VERB && upos != Upos::NOUN && upos != Upos::PROPN) return;
  // `is against the war`
  if (upos != Upos::VERB && syntax_.child(word, "cop") != no_word) {
    const int sign = syntax_.has_marker(word, "against") ? -1 : syntax_.has_marker(word, "for") ? 1 : 0;
    if (sign != 0) {
      holder = syntax_.child(word, "nsubj");
      of_thing(word, sign, out);
      return;
    }
  }
  const auto kind = upos == Upos::VERB ? PredicateKind::verb : PredicateKind::noun;
  const auto* entries = entries_of(word, kind);
  if (!entries) return;
  for (const IssueWord& entry : *entries) {
    if (entry.deed) continue;
    if (kind == PredicateKind::verb) {
      holder = syntax_.surface_subject(word);
    } else {
      // `is in support of the plan`: the plan supports nobody
      const bool is_in = syntax_.has_marker(word, "in") && syntax_.child(word, "cop") != no_word;
      holder = is_in ? no_word : syntax_.noun_subject(word);
      // `is in favor of the plan`, `voiced opposition to it`
      if (holder == no_word && (syntax_.has_marker(word, "in") || syntax_.relation(word) == "obj")) {
        const auto verb =
            syntax_.relation(word) == "obj" || syntax_.relation(word) == "obl" ? syntax_.head(word) : static_cast<std::int32_t>(word);
        holder = syntax_.surface_subject(static_cast<std::uint32_t>(verb));
      }
    }
    if (holder == no_word || (kind == PredicateKind::verb && syntax_.is_passive(word))) return;
    WordList things, all;
    // `wants to repeal the law`, `wants the sanctions lifted`: not the sanctions
    if (const auto clause = kind == PredicateKind::verb ? syntax_.complement(word) : no_word; clause != no_word) {
      of_deed(static_cast<std::uint32_t>(clause), entry.sign, out);
      return;
    }
    hanging_on(word, entry, things);
    for (const auto thing : things) syntax_.coordinated(thing, all);
    for (const auto thing : all) of_wanted(thing, entry.sign, out);
    return;
  }
}

}  // namespace demarche
