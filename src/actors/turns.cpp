// Whose turn it is, where a text says so: `DrCellini` of a transcript is the Dr. Cellini that others speak of, `A:` of an interview whoever
// it introduces.
#include <algorithm>

#include "actors/analysis.h"
#include "reader/tokenize.h"
#include "text/words.h"

namespace demarche {
namespace {

// `JohnF.Kennedy`, `john_kennedy`, `Dr. Cellini`: words in small letters without titles.
std::vector<std::string> words_of(std::string_view label) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty() && word != "dr" && word != "mr" && word != "mrs" && word != "ms" && word != "prof") words.push_back(folded(word));
    word.clear();
  };
  bool small = false;
  for (const char c : label) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (c == ' ' || c == '_' || c == '.' || c == '-') {
      end_word();
    } else {
      if (upper && small) end_word();
      word += upper ? static_cast<char>(c + 32) : c;
    }
    small = c >= 'a' && c <= 'z';
  }
  end_word();
  return words;
}

// How many words of the label the group's fullest name shares; 0 where a word of one is at odds with the other.
std::size_t shared_words(const Analysis& a, const Group& group, const std::vector<std::string>& label) {
  std::size_t best = 0;
  for (const auto m : group.mentions) {
    const Details& d = a.details[m];
    if (d.name.empty() || d.demonym) continue;
    std::size_t shared = 0;
    for (std::uint32_t i = d.name.first; i < d.name.last; ++i) shared += std::find(label.begin(), label.end(), a.forms[i]) != label.end();
    if (shared == std::min<std::size_t>(label.size(), d.name.size())) best = std::max(best, shared);
  }
  return best;
}

// `Q:` or `A:` that is the source of a turn; none if the statement is no such turn.
std::int32_t label_of_turn(const Analysis& a, std::size_t statement, std::string_view letter) {
  const Statement& s = a.coding.statements[statement];
  const std::int32_t m = a.actors().statement_source[statement];
  if (m == none || !s.direct || !s.source || s.source->size() != 1 || !s.cue || a.word(s.source->first).form != letter) return none;
  return ends_turn_label(letter, a.forms[s.cue->first]) ? m : none;
}

// Is the statement a turn of a conversation that says whose it is by half or not at all?
bool is_turn(const Analysis& a, std::size_t statement, std::string_view rule) { return a.coding.statements[statement].rule == rule; }

// `We spoke to him by telephone`, `I met Vega`: with whom the writers have spoken.
bool is_spoken_to_by_us(const Analysis& a, std::uint32_t m) {
  const auto verb = a.word(a.head(m)).head;
  if (verb == no_word || a.details[m].quoted) return false;
  const auto& lemma = a.lemmas[static_cast<std::uint32_t>(verb)];
  const auto subject = child(a.reading, a.tree, static_cast<std::uint32_t>(verb), "nsubj");
  if (subject == no_word || !is_one_of(a.forms[static_cast<std::uint32_t>(subject)], {"we", "i"})) return false;
  const auto label = base(a.word(a.head(m)).deprel);
  if (label == "obl") return is_one_of(lemma, {"speak", "talk"}) && is_one_of(preposition(a, a.head(m)), {"to", "with"});
  return label == "obj" && is_one_of(lemma, {"interview", "meet", "reach", "question"});
}

// Of the persons that are named before the first turn: who speaks to the paper, else who is named most, and not in the turns themselves.
std::int32_t interviewee(const Analysis& a, std::uint32_t first_turn) {
  constexpr std::size_t of_who_speaks = 6, of_who_acts = 2;  // what `spoke to us`, or being a sentence's subject, counts for
  std::vector<std::pair<std::int32_t, std::size_t>> named;   // group, count
  std::int32_t last = none;                                  // index of who was named last
  std::uint32_t block_of_last = 0;
  for (std::uint32_t m = 0; m < first_turn; ++m) {
    const Details& d = a.details[m];
    const bool is_pronoun = a.actors().mentions[m].kind == MentionKind::pronoun && d.person == 3 && d.gender != Gender::unknown;
    if (is_pronoun && last != none && d.block == block_of_last && is_spoken_to_by_us(a, m))
      named[static_cast<std::size_t>(last)].second += of_who_speaks;
    if (a.actors().mentions[m].kind != MentionKind::name || d.kind != ActorClass::person || d.group == none) continue;
    auto at = std::find_if(named.begin(), named.end(), [&](const auto& one) { return one.first == d.group; });
    if (at == named.end()) at = named.insert(named.end(), {d.group, 0});
    const auto verb = a.word(a.head(m)).head;
    const bool speaks = d.syntax == Syntax::subject && verb != no_word &&
                        a.knowledge.words.interviewed.contains(a.lemmas[static_cast<std::uint32_t>(verb)]);
    last = static_cast<std::int32_t>(at - named.begin()), block_of_last = d.block;
    at->second += speaks || is_spoken_to_by_us(a, m) ? of_who_speaks : d.syntax == Syntax::subject ? of_who_acts : 1;
  }
  const auto most = std::max_element(named.begin(), named.end(), [](const auto& x, const auto& y) { return x.second < y.second; });
  return most == named.end() ? none : most->first;
}

// The first mention whose place in the text is at or behind the word.
std::uint32_t first_mention_from(const Analysis& a, std::uint32_t word) {
  std::uint32_t m = 0;
  while (m < a.details.size() && a.head(m) < word) ++m;
  return m;
}

}  // namespace

void link_interview(Analysis& a) {
  std::int32_t asks = none, answers = none, introduced = none;
  bool looked = false;
  const auto join = [&](std::int32_t label, std::int32_t& who) {
    if (who == none) {
      who = a.new_group();
      a.groups.back().kind = ActorClass::person;
      a.groups.back().number = Number::singular;
    }
    a.join(static_cast<std::uint32_t>(label), who);
  };
  auto& sources = a.actors().statement_source;
  auto& addressees = a.actors().statement_addressee;
  for (std::size_t s = 0; s < a.coding.statements.size(); ++s) {
    const auto question = label_of_turn(a, s, "Q");
    const auto answer = label_of_turn(a, s, "A");
    if (question != none) join(question, asks);
    if (answer != none) {
      if (answers == none) answers = interviewee(a, static_cast<std::uint32_t>(answer));
      join(answer, answers);
    }
    const bool asked = is_turn(a, s, question_rule), answered = is_turn(a, s, answer_rule);
    if (!asked && !answered) continue;
    if (!looked) {
      // The first question stands before the first answer; one that is labelled is found with it.
      const auto& first = a.coding.statements[s].addressee ? *a.coding.statements[s].addressee : a.coding.statements[s].content.front();
      const auto who = interviewee(a, first_mention_from(a, first.first));
      if (who != none) introduced = static_cast<std::int32_t>(a.groups[static_cast<std::size_t>(who)].mentions.front());
      looked = true;
    }
    (answered ? sources : addressees)[s] = introduced;
  }
  // `Q:` asks whoever answers.
  if (introduced != none)
    for (std::size_t s = 0; s < a.coding.statements.size(); ++s)
      if (is_turn(a, s, transcript_rule) && addressees[s] == none) addressees[s] = introduced;
}

void find_turns(Analysis& a) {
  a.turn_speaker.assign(a.reading.sentences.size(), none);
  a.turn_addressee.assign(a.reading.sentences.size(), none);
  StringMap<std::int32_t> known;
  constexpr std::size_t most_labels = 200;  // a document with more of them is no conversation
  const auto group_of = [&](std::string_view label) {
    if (label.empty()) return none;
    const auto at = known.find(label);
    if (at != known.end()) return at->second;
    if (known.size() >= most_labels) return none;
    std::int32_t best = none;
    std::size_t best_shared = 0;
    if (label.find(',') == std::string_view::npos) {
      const auto words = words_of(label);
      for (std::size_t g = 0; g < a.groups.size() && g < 4000; ++g) {
        const Group& group = a.groups[g];
        if (!group.has_name || (group.kind != ActorClass::person && group.kind != ActorClass::unknown)) continue;
        const std::size_t shared = shared_words(a, group, words);
        if (shared > best_shared ||
            (shared == best_shared && shared > 0 && group.mentions.size() > a.groups[static_cast<std::size_t>(best)].mentions.size()))
          best = static_cast<std::int32_t>(g), best_shared = shared;
      }
    }
    if (best == none) {
      best = a.new_group();
      const bool several = label.find(',') != std::string_view::npos;
      a.groups.back().kind = several ? ActorClass::people : ActorClass::person;
    }
    known.emplace(label, best);
    return best;
  };
  for (std::size_t s = 0; s < a.reading.sentences.size(); ++s) {
    a.turn_speaker[s] = group_of(a.reading.sentences[s].speaker);
    a.turn_addressee[s] = group_of(a.reading.sentences[s].addressee);
  }
}

}  // namespace demarche
