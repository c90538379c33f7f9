#include "reader/titles.h"

#include <algorithm>
#include <string_view>

#include "reader/tree.h"
#include "reader/word_lists.h"
#include "text/words.h"

namespace demarche {
namespace {

bool is_argument(std::string_view deprel) {
  const auto kind = base(deprel);
  return kind == "nsubj" || kind == "obj" || kind == "obl" || kind == "nmod" || kind == "conj";
}

// Something between the two would make an apposition of them, a determiner a noun phrase of its own (`the ship Venus`).
bool is_bare(const Reading& reading, WordRange sentence, std::uint32_t noun) {
  for (auto i = sentence.first; i < noun; ++i)
    if (reading.words[i].head == static_cast<std::int32_t>(noun) && base(reading.words[i].deprel) == "det") return false;
  return true;
}

bool is_rank(const Word& word) { return word.upos == Upos::PROPN && word_lists::is_abbreviated_title(word.form); }

// `spokesman Brig. Gen. Osman Tahir`: two ranks confuse parsers; all of it is one name, as with one rank.
void join_double_ranks(std::vector<Word>& words, WordRange sentence) {
  for (auto i = sentence.first; i + 2 < sentence.last; ++i) {
    if (!is_rank(words[i]) || !is_rank(words[i + 1]) || words[i + 2].upos != Upos::PROPN) continue;
    const WordRange name{i, [&] {
                           auto end = i;
                           while (end < sentence.last && words[end].upos == Upos::PROPN) ++end;
                           return end;
                         }()};
    const auto inside = [&](std::int32_t at) { return at != no_word && name.contains(static_cast<std::uint32_t>(at)); };
    std::int32_t governor = no_word;
    std::string_view label;
    for (auto k = name.first; k < name.last; ++k)
      if (!inside(words[k].head) && (label.empty() || is_argument(words[k].deprel))) governor = words[k].head, label = words[k].deprel;
    if (label.empty()) continue;
    for (auto k = sentence.first; k < sentence.last; ++k)
      if (!name.contains(k) && inside(words[k].head)) words[k].head = static_cast<std::int32_t>(i);
    for (auto k = name.first + 1; k < name.last; ++k) words[k].head = static_cast<std::int32_t>(i), words[k].deprel = "flat";
    words[i].head = governor;
    words[i].deprel = label == "compound" ? "flat" : label;
    i = name.last - 1;
  }
}

// `its secretary-general, Joseph Mutua`: what a hyphen joins without blanks is one word.
void join_hyphenated(std::vector<Word>& words, WordRange sentence) {
  for (auto i = sentence.first; i + 2 < sentence.last; ++i) {
    if (words[i + 1].form != "-" || words[i + 1].space_before || words[i + 2].space_before) continue;
    Word& second = words[i + 2];
    if (words[i].upos != Upos::NOUN || second.deprel != "appos" || second.head != static_cast<std::int32_t>(i)) continue;
    second.deprel = "flat";
    for (auto k = sentence.first; k < sentence.last; ++k)
      if (words[k].head == static_cast<std::int32_t>(i) + 2 && words[k].deprel == "appos") words[k].head = static_cast<std::int32_t>(i);
  }
}

// `Ambassador, Cairo says that …`: who is spoken to, not what Cairo is; an apposition would have a comma behind it.
void separate_who_is_spoken_to(std::vector<Word>& words, WordRange sentence) {
  auto first = sentence.first;
  while (first < sentence.last && words[first].upos == Upos::PUNCT) ++first;  // `“Minister, …`
  if (first + 3 >= sentence.last || words[first + 1].form != "," || words[first + 2].upos != Upos::PROPN) return;
  Word& title = words[first];
  Word& name = words[first + 2];
  const bool noun = title.upos == Upos::NOUN || title.upos == Upos::PROPN;
  if (!noun || title.deprel != "nsubj" || name.deprel != "appos" || name.head != static_cast<std::int32_t>(first)) return;
  if (title.head <= static_cast<std::int32_t>(first) + 2 || title.head >= static_cast<std::int32_t>(sentence.last)) return;
  for (auto k = first + 3; k < static_cast<std::uint32_t>(title.head); ++k)
    if (words[k].form == "," || words[k].deprel == "acl:relcl") return;
  name.head = title.head;
  name.deprel = title.deprel;
  title.deprel = "vocative";
}

// `the opposition Social Democrats`: the party's name is the head, wherever the parser hangs the two.
void join_opposition(Reading& reading, WordRange sentence) {
  auto& words = reading.words;
  constexpr std::uint32_t longest_name = 5;
  const auto is_capitalised = [&](std::uint32_t i) { return !words[i].form.empty() && words[i].form[0] >= 'A' && words[i].form[0] <= 'Z'; };
  for (auto i = sentence.first; i + 1 < sentence.last; ++i) {
    if (words[i].form != "opposition" || words[i].upos != Upos::NOUN || !is_argument(words[i].deprel)) continue;
    auto end = i + 1;
    while (end < sentence.last && end - i <= longest_name && is_capitalised(end) &&
           (words[end].upos == Upos::PROPN || words[end].upos == Upos::ADJ))
      ++end;
    // The name's head: its first word that hangs on none of the others.
    auto head = end;
    for (auto k = i + 1; k < end && head == end; ++k)
      if (words[k].head <= static_cast<std::int32_t>(i) || words[k].head >= static_cast<std::int32_t>(end)) head = k;
    if (head == end || words[head].upos != Upos::PROPN || words[i].head == static_cast<std::int32_t>(head)) continue;
    const auto name = static_cast<std::int32_t>(head), noun = static_cast<std::int32_t>(i);
    // `gave the opposition Senator Holm`, of two that hang alike, or of a name that says who the opposition is.
    const std::string_view relation = words[head].deprel;
    if (relation != "appos" && base(relation) != "nsubj" && relation != words[i].deprel) continue;
    const bool acts = base(relation) == "nsubj" && base(words[i].deprel) != "obj" && base(words[i].deprel) != "iobj";
    // `told the opposition Ana Silva had left`, but `accused the opposition Greens of “hiding”`
    if (base(relation) == "nsubj" && !acts &&
        (words[head].head == no_word || words[static_cast<std::size_t>(words[head].head)].xpos != "VBG"))
      continue;
    // Whoever stands above must not come to stand below.
    if (dominates(reading, head, i) || (acts && dominates(reading, i, head)) ||
        (!acts && words[i].head != no_word && dominates(reading, head, static_cast<std::uint32_t>(words[i].head))))
      continue;
    if (!acts) {
      words[head].head = words[i].head;
      words[head].deprel = words[i].deprel;
    }
    words[i].head = name;
    words[i].deprel = "compound";
    for (auto k = sentence.first; k < sentence.last; ++k)
      if (words[k].head == noun && static_cast<std::int32_t>(k) != name) words[k].head = name;
  }
}

bool is_name_of(const Reading& reading, std::uint32_t word, NameType type) {
  for (const Name& name : reading.names)
    if (name.words.contains(word)) return name.type == type;
  return false;
}

// The last word of the name that begins here; of `Baton Rouge` the second.
std::uint32_t end_of_name(const Reading& reading, WordRange sentence, std::uint32_t first) {
  auto last = first;
  while (last + 1 < sentence.last && reading.words[last + 1].upos == Upos::PROPN) ++last;
  return last;
}

// The comma behind the state of `town, state,` that begins at the word, or no_word.
std::int32_t comma_behind_state(const Reading& reading, WordRange sentence, std::uint32_t town) {
  const auto& words = reading.words;
  auto at = end_of_name(reading, sentence, town) + 1;
  if (at + 2 >= sentence.last || words[at].form != "," || words[at + 1].upos != Upos::PROPN) return no_word;
  const auto state = at + 1;
  at = end_of_name(reading, sentence, state) + 1;
  if (at >= sentence.last || words[at].form != ",") return no_word;
  // Either hangs on the town's name: an apposition, or, as parsers have it, a conjunct.
  const auto head = words[state].head;
  const bool of_town = head >= static_cast<std::int32_t>(town) && head < static_cast<std::int32_t>(state);
  // The network knows one of the two for a place, and neither for anything else.
  const bool known = is_name_of(reading, town, NameType::place) || is_name_of(reading, state, NameType::place);
  const auto may_be_place = [&](std::uint32_t word) {
    return std::none_of(reading.names.begin(), reading.names.end(), [&](const Name& name) {
      return name.words.contains(word) && name.type != NameType::place && name.words.last <= at;
    });
  };
  return of_town && known && may_be_place(town) && may_be_place(state) ? static_cast<std::int32_t>(at) : no_word;
}

}  // namespace

void settle_seats(Reading& reading, WordRange sentence) {
  auto& words = reading.words;
  constexpr std::uint32_t longest_title = 6;
  for (auto town = sentence.first; town + 5 < sentence.last; ++town) {
    if (words[town].upos != Upos::PROPN) continue;
    const auto comma = comma_behind_state(reading, sentence, town);
    if (comma == no_word) continue;
    // The title: common nouns and what stands before them, but no article.
    auto name = static_cast<std::uint32_t>(comma) + 1;
    const auto first = name;
    while (name < sentence.last && name - first < longest_title &&
           is_one_of(base(words[name].deprel), {"compound", "amod", "nmod", "punct"}) && words[name].form != ",")
      ++name;
    if (name == first || name >= sentence.last || words[name].upos != Upos::PROPN) continue;
    const auto title = static_cast<std::int32_t>(name) - 1;
    if (words[static_cast<std::size_t>(title)].head != static_cast<std::int32_t>(name) || is_name_of(reading, name, NameType::place) ||
        is_name_of(reading, name, NameType::organization))
      continue;
    const auto on = words[name].head;
    const bool below = on >= static_cast<std::int32_t>(town) && on < comma && is_one_of(base(words[name].deprel), {"conj", "appos"});
    const bool beside = on == words[town].head && (words[name].deprel == words[town].deprel || words[name].deprel == "appos");
    if (!below && !beside) continue;
    words[name].head = words[town].head, words[name].deprel = words[town].deprel;
    words[town].head = title;
    words[town].deprel = "compound";
    // What marks or describes the whole phrase belongs to the person; what stands within `town, state,` stays.
    for (auto k = sentence.first; k < sentence.last; ++k) {
      if (words[k].head != static_cast<std::int32_t>(town)) continue;
      const auto kind = base(words[k].deprel);
      if (k > name || (k < town && is_one_of(kind, {"case", "cc", "mark", "punct", "cop", "nsubj", "aux", "advmod"})))
        words[k].head = static_cast<std::int32_t>(name);
      else if (k > town && k < static_cast<std::uint32_t>(comma) && kind == "conj")
        words[k].deprel = "appos";
    }
  }
}

void settle_titles(Reading& reading, WordRange sentence) {
  auto& words = reading.words;
  separate_who_is_spoken_to(words, sentence);
  join_double_ranks(words, sentence);
  join_hyphenated(words, sentence);
  join_opposition(reading, sentence);
  // `Park Ji-hoon and North Korean leader Kim Yong-su`: what a conjunction leads in is no apposition.
  for (auto i = sentence.first; i < sentence.last; ++i) {
    const Word& word = words[i];
    if (word.upos != Upos::CCONJ || word.deprel != "cc" || word.head <= static_cast<std::int32_t>(i)) continue;
    Word& conjunct = words[static_cast<std::size_t>(word.head)];
    if (conjunct.deprel == "appos" && conjunct.head != no_word && conjunct.head < static_cast<std::int32_t>(i)) conjunct.deprel = "conj";
  }
  for (auto i = sentence.first; i + 1 < sentence.last; ++i) {
    Word& first = words[i];
    Word& second = words[i + 1];
    // `a critic of ex-president Leon Brandt`: a title, for all that taggers take it for an adjective.
    if (first.upos == Upos::ADJ && first.form.starts_with("ex-") && second.upos == Upos::PROPN && is_argument(first.deprel))
      first.upos = Upos::NOUN, first.xpos = "NN";
    if (second.upos != Upos::PROPN || (first.upos != Upos::NOUN && first.upos != Upos::PROPN)) continue;
    const auto at = static_cast<std::int32_t>(i), next = at + 1;
    // The word that the first one's phrase hangs by: of `Osman Tahir` the first.
    auto top = at;
    while (words[static_cast<std::size_t>(top)].deprel == "flat" && words[static_cast<std::size_t>(top)].head < top &&
           words[static_cast<std::size_t>(top)].head >= static_cast<std::int32_t>(sentence.first))
      top = words[static_cast<std::size_t>(top)].head;
    const Word& phrase = words[static_cast<std::size_t>(top)];
    // `Gen.` of `Gen. Osman Tahir` hangs on what stands behind it.
    auto peak = next;
    for (int step = 0; step < 4 && words[static_cast<std::size_t>(peak)].head > peak &&
                       words[static_cast<std::size_t>(peak)].head < static_cast<std::int32_t>(sentence.last) &&
                       words[static_cast<std::size_t>(peak)].deprel == "flat";
         ++step)
      peak = words[static_cast<std::size_t>(peak)].head;
    Word& other = words[static_cast<std::size_t>(peak)];
    const bool siblings = other.head == phrase.head && other.head != no_word && other.deprel == phrase.deprel &&
                          (is_argument(other.deprel) || (other.deprel == "appos" && first.upos == Upos::PROPN)) &&
                          base(other.deprel) != "conj";
    if (first.upos == Upos::PROPN) {
      if (!siblings || phrase.upos != Upos::PROPN) continue;
      other.head = top;
      other.deprel = "flat";
      for (auto k = i + 1; k < sentence.last; ++k)
        if (words[k].head == peak && static_cast<std::int32_t>(k) != top) words[k].head = top;
      continue;
    }
    const auto relation = base(second.deprel);
    const bool below = second.head == at && (relation == "flat" || relation == "appos") &&
                       (is_argument(first.deprel) || base(first.deprel) == "appos" || first.deprel == "root");
    if ((!below && !(siblings && top == at && peak == next)) || !is_bare(reading, sentence, i)) continue;
    second.head = first.head;
    second.deprel = first.deprel;
    first.head = next;
    first.deprel = "nmod:desc";
    // What stands behind the name or marks the whole phrase belongs to the name now.
    for (auto k = sentence.first; k < sentence.last; ++k) {
      Word& word = words[k];
      if (word.head != at || k == i || k == i + 1) continue;
      const auto kind = base(word.deprel);
      if (k > i || kind == "case" || kind == "cc" || kind == "mark" || kind == "punct" || kind == "cop" || kind == "nsubj" ||
          kind == "aux" || kind == "advmod")
        word.head = next;
    }
  }
  // `of presidential candidate Ana Ruiz`: the preposition is the name's, by the parser's own trees as well.
  for (auto i = sentence.first; i < sentence.last; ++i) {
    const auto title = words[i].head;
    if (words[i].deprel != "case" || title <= static_cast<std::int32_t>(i)) continue;
    const Word& noun = words[static_cast<std::size_t>(title)];
    if (noun.deprel != "nmod:desc" || noun.head <= title || words[static_cast<std::size_t>(noun.head)].upos != Upos::PROPN) continue;
    const auto name = static_cast<std::uint32_t>(noun.head);
    if (!has_dependent(reading, sentence, name, [&](std::uint32_t k) { return words[k].deprel == "case" && k < name; }))
      words[i].head = noun.head;
  }
}

}  // namespace demarche
