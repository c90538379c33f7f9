// Finds the phrases that may be actors.
#include <algorithm>
#include <array>
#include <unordered_set>

#include "actors/analysis.h"
#include "reader/word_lists.h"
#include "text/words.h"

namespace demarche {
namespace {

constexpr std::array<std::string_view, 14> particles = {"al",  "el",  "bin", "bint", "de", "la",  "le",
                                                        "van", "von", "der", "du",   "da", "dos", "ben"};
constexpr std::array<std::string_view, 26> calendar = {"monday",  "tuesday",   "wednesday", "thursday", "friday",   "saturday", "sunday",
                                                       "january", "february",  "march",     "april",    "may",      "june",     "july",
                                                       "august",  "september", "october",   "november", "december", "jan.",     "feb.",
                                                       "aug.",    "sept.",     "oct.",      "nov.",     "dec."};

bool is_hyphen(std::string_view form) { return form == "-" || form == "–" || form == "‑"; }

bool names_organisation(const Analysis& a, std::uint32_t word) {
  const KnownNoun* noun = a.knowledge.noun(a.lemmas[word]);
  return noun && noun->kind == ActorClass::organisation;
}

// Does the child's phrase belong to the phrase of its head, as one would show it?
bool inside_phrase(const Analysis& a, std::uint32_t head, std::uint32_t child) {
  const std::string_view label = a.word(child).deprel;
  const std::string_view kind = base(label);
  if (child < head) {
    static constexpr std::array<std::string_view, 8> left = {"det", "amod", "compound", "nummod", "flat", "fixed", "goeswith", "nmod"};
    if (kind == "advmod") return a.word(head).upos == Upos::ADJ || a.word(head).upos == Upos::NUM;
    if (kind == "punct") return is_hyphen(a.forms[child]);
    // `prisoners, among them a candidate`: what is before her tells of whom she is one.
    if (label == "nmod" && is_one_of(preposition(a, child), {"among", "amongst", "of", "including"})) return false;
    return is_one_of(kind, left);
  }
  if (label == "nmod") {
    static constexpr std::array<std::string_view, 10> kept = {"of", "in", "from", "at", "for", "on", "to", "within", "inside", "near"};
    const auto form = preposition(a, child);
    // `Bank of England`, but `convicted Teles of bribery`.
    // `Organization for the Prohibition of Torture`, but `Novak for Treasurer`
    const bool body = form == "of" || (form == "for" && names_organisation(a, head));
    return a.word(head).upos == Upos::PROPN ? body && is_capitalised(a.word(child).form) : is_one_of(form, kept);
  }
  static constexpr std::array<std::string_view, 6> right = {"flat", "compound", "fixed", "goeswith", "amod", "nummod"};
  return is_one_of(kind, right);
}

bool proper(const Word& word) { return word.upos == Upos::PROPN || word.xpos == "NNP" || word.xpos == "NNPS"; }

bool links_name(std::string_view deprel) {
  return deprel == "flat" || deprel == "compound" || deprel == "goeswith" || deprel == "fixed" || deprel.starts_with("flat:");
}

// `Vladimir V. Putin`, whom the list has as Vladimir Putin: the name without its initials, if they stand inside of it and it is a leader's.
const KnownName* leader_without_initials(const Analysis& a, WordRange words) {
  if (words.size() < 3) return nullptr;
  const auto is_initial = [&](std::uint32_t i) {
    return a.forms[i].size() == 2 && a.forms[i][1] == '.' && a.forms[i][0] >= 'a' && a.forms[i][0] <= 'z';
  };
  std::string key(a.forms[words.first]);
  bool initials = false;
  for (auto i = words.first + 1; i < words.last; ++i) {
    const bool initial = i + 1 < words.last && is_initial(i);
    initials |= initial;
    if (!initial) (key += ' ') += a.forms[i];
  }
  const KnownName* found = initials ? a.knowledge.name(key) : nullptr;
  return found && found->kind == NameKind::leader ? found : nullptr;
}

// A known name that covers the words; respects the case of acronyms.
const KnownName* known_name(const Analysis& a, WordRange words) {
  if (words.empty() || words.size() > 10) return nullptr;
  const std::string key = a.joined(words, a.forms);
  const KnownName* found = a.knowledge.name(key);
  if (!found) return leader_without_initials(a, words);
  if (!found->acronym) return found;
  for (std::uint32_t i = words.first; i < words.last; ++i)
    for (const char c : a.word(i).form)
      if (c >= 'a' && c <= 'z') return nullptr;
  return found;
}

// The longest known name among the words that starts with the first of them.
const KnownName* known_prefix(const Analysis& a, WordRange words, std::uint32_t& length) {
  const KnownName* best = nullptr;
  length = 0;
  const auto start =
      a.knowledge.name_starts.find(a.forms[words.first].substr(0, std::max<std::size_t>(1, a.forms[words.first].find_first_of(" -"))));
  if (start == a.knowledge.name_starts.end()) return nullptr;
  for (std::uint32_t n = std::min<std::uint32_t>(words.size(), 8); n > 0; --n) {
    best = known_name(a, {words.first, words.first + n});
    if (best) {
      length = n;
      return best;
    }
  }
  return nullptr;
}

// Longest office (`foreign minister`) that starts at the word and ends before `last`; 0 if none.
std::uint32_t office_length(const Analysis& a, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t n = std::min<std::uint32_t>(last - first, 4); n > 0; --n) {
    const auto reach = a.knowledge.noun_words.find(a.lemmas[first]);
    const auto reach2 = a.knowledge.noun_words.find(a.forms[first]);
    if (reach == a.knowledge.noun_words.end() && reach2 == a.knowledge.noun_words.end()) return 0;
    const KnownNoun* noun = a.knowledge.noun(a.joined({first, first + n}, a.lemmas));
    if (!noun) noun = a.knowledge.noun(a.joined({first, first + n}, a.forms));
    if (noun && noun->office) return n;
  }
  return 0;
}

// `Fisheries Minister` of `Fisheries Minister Ana Vega`: how many words of the name are an office of which the tables know the last alone.
std::uint32_t unknown_office_length(const Analysis& a, WordRange name) {
  constexpr std::uint32_t longest = 4;
  for (std::uint32_t n = 2; n <= std::min(longest, name.size()); ++n) {
    const auto last = name.first + n - 1;
    if (a.knowledge.first_names.contains(a.forms[last - 1])) return 0;  // `Ann Minister`
    if (is_one_of(a.lemmas[last], {"minister", "secretary", "commissioner", "spokesman", "spokeswoman", "spokesperson", "ambassador"}))
      return n;
  }
  return 0;
}

// `State` of `Secretary of State`.
bool ends_office(const Analysis& a, std::uint32_t word) {
  const auto head = a.word(word).head;
  if (base(a.word(word).deprel) != "nmod" || head == no_word) return false;
  const auto first = static_cast<std::uint32_t>(head);
  if (first >= word || word - first > 3) return false;
  const KnownNoun* noun = a.knowledge.noun(a.joined({first, word + 1}, a.lemmas));
  return noun && noun->office;
}

// `Palestinian` of `Israeli and Palestinian officials`
bool is_second_modifier(const Analysis& a, std::uint32_t i) {
  const Word& word = a.word(i);
  if (base(word.deprel) != "conj" || word.upos != Upos::ADJ || word.head == no_word || word.head > static_cast<std::int32_t>(i))
    return false;
  const Word& first = a.word(static_cast<std::uint32_t>(word.head));
  return base(first.deprel) == "amod" && first.head > static_cast<std::int32_t>(i);
}

// `North` of `North Korean`
bool begins_nationality(const Analysis& a, std::uint32_t i) {
  if (a.word(i).head != static_cast<std::int32_t>(i) + 1 || a.word(i + 1).upos != Upos::ADJ) return false;
  const KnownName* known = known_name(a, {i, i + 2});
  return known && (known->kind == NameKind::adjective || known->kind == NameKind::region_adjective || known->kind == NameKind::people);
}

// `Brig.` of `spokesman Brig. Gen. Osman Tahir`
bool is_rank_before_name(const Analysis& a, std::uint32_t i) {
  if (base(a.word(i).deprel) != "compound" || i + 1 >= a.reading.words.size() || !proper(a.word(i + 1))) return false;
  return word_lists::is_abbreviated_title(a.forms[i]);
}

// The proper name around its head, without titles and nationalities before it.
WordRange name_around(const Analysis& a, std::uint32_t head) {
  WordRange name{head, head + 1};
  if (const WordRange known = a.known_spans[head]; known.size() > 1) name = known;
  const WordRange sentence = a.reading.sentences[a.word(head).sentence].words;
  const auto within = [&](std::uint32_t i) {
    const auto h = a.word(i).head;
    return h != no_word && name.contains(static_cast<std::uint32_t>(h));
  };
  while (name.last < sentence.last && name.size() < 12) {
    const std::uint32_t next = name.last;
    const Word& word = a.word(next);
    const bool fits =
        within(next) && (links_name(word.deprel) || (base(word.deprel) == "nummod" && word.upos == Upos::NUM && !word.space_before));
    if (fits && (proper(word) || is_capitalised(word.form) || is_one_of(a.forms[next], particles) || word.upos == Upos::NUM)) {
      ++name.last;
    } else if ((is_hyphen(a.forms[next]) || (within(next) && links_name(word.deprel))) && next + 1 < sentence.last &&
               (within(next + 1) || (links_name(a.word(next + 1).deprel))) && proper(a.word(next + 1)) &&
               (links_name(a.word(next + 1).deprel))) {
      name.last += 2;
    } else {
      break;
    }
  }
  while (name.first > sentence.first && name.size() < 14) {
    const std::uint32_t next = name.first - 1;
    const Word& word = a.word(next);
    if (is_hyphen(a.forms[next]) && next > sentence.first && !word.space_before && links_name(a.word(next - 1).deprel) &&
        (proper(a.word(next - 1)) || is_one_of(a.forms[next - 1], particles))) {
      name.first -= 2;
      continue;
    }
    if (!within(next)) break;
    const bool adjective = word.upos == Upos::ADJ && is_capitalised(word.form) && base(word.deprel) == "amod";
    // `Neighboring Gabon`: capitalised by the sentence alone, before a name that is known without it.
    if (adjective && next == sentence.first && known_name(a, name)) break;
    // `Furious Ann Ray left`, `“Furious Ann Ray left”`
    const bool opens = next == sentence.first || is_one_of(a.forms[next - 1], {"“", "\"", "``", "''", "‘", "("});
    const bool called = a.knowledge.first_names.contains(a.forms[name.first]);
    if (adjective && opens && name.size() > 1 && called) break;
    // `Lying Ann Ray`, `Crooked Ann`: what others call her
    if (called && a.knowledge.words.mocking.contains(a.forms[next])) break;
    if (!(links_name(word.deprel) && (proper(word) || is_capitalised(word.form))) && !adjective) break;
    --name.first;
  }
  return name;
}

// `30 were detained`, `the three were kidnapped`, `killing dozens`: people who are only counted, as subject or object of a deed.
bool counts_people(const Analysis& a, std::uint32_t i) {
  const Word& word = a.word(i);
  const std::string_view kind = base(word.deprel);
  if ((kind != "nsubj" && kind != "obj") || word.head == no_word || a.word(static_cast<std::uint32_t>(word.head)).upos != Upos::VERB)
    return false;
  const bool number = word.upos == Upos::NUM;
  if (!number && (word.xpos != "NNS" || !is_one_of(a.lemmas[i], {"dozen", "score", "hundred", "thousand", "other"}))) return false;
  constexpr std::size_t year_length = 4;  // `2019`, unlike `2,019`
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (number && word.form.size() == year_length && std::all_of(word.form.begin(), word.form.end(), digit)) return false;
  for (const auto c : a.tree.children(i)) {
    const auto label = base(a.word(c).deprel);
    if (label == "nmod" && c > i) return false;  // `three of the prisoners`, `hundreds of troops`
    if (a.word(c).upos == Upos::SYM) return false;
  }
  return true;
}

// `a number of reasons`, `the rest of the text`: a part of what nobody is. Of a noun that no table knows the ending may tell (`shoppers`).
bool is_part_of_things(const Analysis& a, std::uint32_t i) {
  if (!is_one_of(a.lemmas[i], {"number", "majority", "rest", "part", "section", "segment", "element"})) return false;
  for (const auto c : a.tree.children(i)) {
    if (c < i || base(a.word(c).deprel) != "nmod" || preposition(a, c) != "of") continue;
    if (a.word(c).upos != Upos::NOUN || a.knowledge.noun(a.lemmas[c])) return false;
    static constexpr std::array<std::string_view, 8> people = {"ers", "ors", "ists", "ians", "ees", "men", "women", "people"};
    return std::none_of(people.begin(), people.end(), [&](std::string_view ending) { return a.forms[c].ends_with(ending); });
  }
  return false;
}

// The longest known noun around the head (`police station`), or nullptr.
const KnownNoun* known_noun(const Analysis& a, std::uint32_t i, WordRange words) {
  const KnownNoun* noun = nullptr;
  const auto reach = a.knowledge.noun_words.find(a.lemmas[i]);
  if (reach != a.knowledge.noun_words.end()) {
    std::uint32_t best = 0;
    for (std::uint32_t before = 0; before <= reach->second.before && before <= i - words.first; ++before)
      for (std::uint32_t after = 0; after <= reach->second.after && i + after < words.last; ++after)
        if (before + after + 1 > best)
          if (const KnownNoun* found = a.knowledge.noun(a.joined({i - before, i + after + 1}, a.lemmas))) {
            noun = found;
            best = before + after + 1;
          }
  }
  if (!noun) noun = a.knowledge.noun(a.forms[i]);
  // `militiamen`, whose lemma the reader may not know
  if (constexpr std::string_view men = "men"; !noun && a.forms[i].ends_with(men))
    noun = a.knowledge.noun(std::string(a.forms[i].substr(0, a.forms[i].size() - men.size())) + "man");
  // `the ex-commander`
  if (constexpr std::string_view ex = "ex-"; !noun && a.lemmas[i].starts_with(ex)) noun = a.knowledge.noun(a.lemmas[i].substr(ex.size()));
  return noun;
}

// `government drones`, `a rebel attack`, `police bullets`: who acts by what is said behind, which is nobody by itself. Not `police chief`,
// `government forces`: those act themselves; nor `hospital bombing`, `family home`.
bool acts_through_its_head(const Analysis& a, std::uint32_t i) {
  const Word& word = a.word(i);
  if (word.upos != Upos::NOUN || word.deprel != "compound" || word.head == no_word) return false;
  if (is_capitalised(word.form) && i > a.reading.sentences[word.sentence].words.first) return false;
  const auto head = static_cast<std::uint32_t>(word.head);
  if (head < i || a.word(head).upos != Upos::NOUN || proper(a.word(head)) || known_noun(a, head, a.phrases[head])) return false;
  const KnownNoun* noun = known_noun(a, i, {i, i + 1});
  if (!noun || !noun->political || noun->office || noun->part) return false;
  if (noun->kind == ActorClass::organisation && !noun->state && !noun->roles.has(a.knowledge.prm)) return false;
  const auto& k = a.knowledge;
  const std::array<std::uint8_t, 7> acting = {k.gov, k.mil, k.cop, k.reb, k.opp, k.prm, k.spy};
  return noun->roles.count > 0 && std::find(acting.begin(), acting.end(), noun->roles.at[0]) != acting.end();
}

// `which tribe he was of`
bool is_asked_for(const Analysis& a, std::uint32_t i) {
  return std::any_of(a.tree.children(i).begin(), a.tree.children(i).end(), [&](std::uint32_t c) {
    return base(a.word(c).deprel) == "det" && is_one_of(a.forms[c], {"which", "what", "whichever", "whatever"});
  });
}

// `the wounded`, `23 of the displaced`: an adjective for those who are so.
bool stands_for_people(const Analysis& a, std::uint32_t i) {
  const Word& word = a.word(i);
  if (!is_one_of(base(word.deprel), {"nsubj", "obj", "iobj", "obl", "nmod", "conj"})) return false;
  const KnownNoun* noun = a.knowledge.noun(a.forms[i]);
  if (!noun || noun->kind != ActorClass::people) return false;
  for (const auto c : a.tree.children(i))
    if (base(a.word(c).deprel) == "det" && a.forms[c] == "the") return true;
  return false;
}

// `Justice Monitor`: a body's name, whose first word is no title, where the reader takes the whole for one.
bool names_body_as_a_whole(const Analysis& a, WordRange name) {
  // Names stand in the order of the text, and none inside of another.
  const auto& names = a.reading.names;
  auto after = std::upper_bound(names.begin(), names.end(), name.first,
                                [](std::uint32_t word, const Name& known) { return word < known.words.first; });
  if (after == names.begin()) return false;
  --after;
  return after->type == NameType::organization && after->words.last >= name.last;
}

// Proper names that are no part of another phrase, as one would write them.
std::unordered_set<std::string> names_by_themselves(const Analysis& a) {
  std::unordered_set<std::string> names;
  for (std::uint32_t i = 0; i < a.reading.words.size(); ++i) {
    const Word& word = a.word(i);
    if (proper(word) && word.upos != Upos::ADJ && !links_name(word.deprel) && is_capitalised(word.form) && !is_one_of(a.forms[i], calendar))
      names.insert(a.joined(name_around(a, i), a.forms));
  }
  return names;
}

// The last words of the persons' names, as their given names show them to be.
std::unordered_set<std::string> surnames_of(const Analysis& a, const std::unordered_set<std::string>& names) {
  std::unordered_set<std::string> surnames;
  for (const std::string& name : names) {
    const auto first = name.find(' '), last = name.rfind(' ');
    if (first != std::string::npos && a.knowledge.first_names.contains(std::string_view(name).substr(0, first)))
      surnames.insert(name.substr(last + 1));
  }
  return surnames;
}

}  // namespace

bool is_party_letter(const Analysis& a, std::uint32_t word) {
  if (word < 2 || word + 1 >= a.reading.words.size()) return false;
  const std::string_view form = a.word(word).form;
  return (form == "R" || form == "D" || form == "I") && a.forms[word - 1] == "(" && a.forms[word + 1] == ")" &&
         is_capitalised(a.word(word - 2).form);
}

// Names of several words that the tables know (`United Nations`) are names whatever the parser makes of them.
void find_known_spans(Analysis& a) {
  a.known_spans.assign(a.reading.words.size(), WordRange{});
  for (const Sentence& sentence : a.reading.sentences)
    for (auto i = sentence.words.first; i < sentence.words.last;) {
      std::uint32_t length = 0;
      const KnownName* known = is_capitalised(a.word(i).form) ? known_prefix(a, {i, sentence.words.last}, length) : nullptr;
      const bool body = known && length > 1 && (known->kind == NameKind::organisation || known->kind == NameKind::country);
      // Some papers write `the European parliament`, `the Labour party`.
      const bool written_small = body && known->kind == NameKind::organisation && i > sentence.words.first && !known->acronym &&
                                 a.word(i + length - 1).upos == Upos::NOUN;
      if (!body || (!is_capitalised(a.word(i + length - 1).form) && !written_small)) {
        ++i;
        continue;
      }
      for (auto k = i; k < i + length; ++k) a.known_spans[k] = {i, i + length};
      i += length;
    }
}

void find_phrases(Analysis& a) {
  const auto n = static_cast<std::uint32_t>(a.reading.words.size());
  a.phrases.resize(n);
  for (std::uint32_t i = 0; i < n; ++i) a.phrases[i] = {i, i + 1};
  // Heads before their children, so that going through the order from behind meets every child before its head.
  std::vector<std::uint32_t> order;
  order.reserve(n);
  for (std::uint32_t i = 0; i < n; ++i)
    if (a.word(i).head == no_word) order.push_back(i);
  for (std::size_t at = 0; at < order.size(); ++at)
    for (const auto c : a.tree.children(order[at])) order.push_back(c);
  for (std::size_t at = order.size(); at-- > 0;) {
    const std::uint32_t word = order[at];
    WordRange& phrase = a.phrases[word];
    for (const auto c : a.tree.children(word)) {
      if (!inside_phrase(a, word, c)) continue;
      phrase.first = std::min(phrase.first, a.phrases[c].first);
      phrase.last = std::max(phrase.last, a.phrases[c].last);
    }
    // `at least 18 patients`
    if (phrase.first > 0 && (a.forms[phrase.first] == "least" || a.forms[phrase.first] == "most") && a.forms[phrase.first - 1] == "at")
      --phrase.first;
  }
}

void find_mentions(Analysis& a) {
  Actors& actors = a.actors();
  const auto n = static_cast<std::uint32_t>(a.reading.words.size());
  actors.mention_of_head.assign(n, no_mention);
  std::vector<bool> wanted(n, false);  // heads of sources and addressees are mentions, whatever noun they are
  // Somebody's own words without the marks that the reader knows: single quotation marks, which it takes for apostrophes, enclose speech
  // where a statement was found in them; a conversation's turns have none.
  std::vector<bool> own_words(n, false);
  for (const Statement& s : a.coding.statements)
    for (const WordRange part : s.content)
      if (s.direct && !part.empty() && part.last <= n &&
          (a.forms[part.first] == "'" || a.forms[part.first] == "‘" || s.rule.starts_with(transcript_rule)))
        std::fill(own_words.begin() + part.first, own_words.begin() + part.last, true);
  for (const Statement& s : a.coding.statements)
    for (const auto& range : {s.source, s.addressee})
      if (range && !range->empty() && range->last <= n) {
        const auto head = head_of(a.reading, *range);
        wanted[head] = true;
        // `a report that said …`: what the relative stands for.
        const auto verb = a.word(head).head;
        if ((a.word(head).xpos == "WDT" || a.word(head).xpos == "WP") && verb != no_word &&
            a.word(static_cast<std::uint32_t>(verb)).deprel == "acl:relcl" && a.word(static_cast<std::uint32_t>(verb)).head != no_word)
          wanted[static_cast<std::uint32_t>(a.word(static_cast<std::uint32_t>(verb)).head)] = true;
      }

  const std::unordered_set<std::string> standing = names_by_themselves(a);
  const std::unordered_set<std::string> surnames = surnames_of(a, standing);
  for (std::uint32_t i = 0; i < n; ++i) {
    const Word& word = a.word(i);
    const std::string_view label = word.deprel;
    const std::string_view kind = base(label);
    Details d;
    MentionKind mention = MentionKind::nominal;
    WordRange words = a.phrases[i];

    // `its director general`: one office, and no general
    if (kind == "appos" && i > 0 && word.head + 1 == static_cast<std::int32_t>(i) && !wanted[i] &&
        a.knowledge.noun(a.joined({i - 1, i + 1}, a.lemmas)))
      continue;
    // `her opposition to the treaty`: what she thinks of it, and nobody
    if (a.lemmas[i] == "opposition" && word.upos == Upos::NOUN && i + 1 < n && a.forms[i + 1] == "to" &&
        base(a.word(i + 1).deprel) == "case" && !wanted[i])
      continue;
    // `caught off guard`: nobody
    if (a.lemmas[i] == "guard" && i > 0 && is_one_of(a.forms[i - 1], {"off", "on"}) && !wanted[i]) continue;
    // `F-35 jets`, `T 72 tanks`: a letter that is a type's
    if (word.form.size() == 1 && is_capitalised(word.form) && i + 1 < n && word.upos == Upos::PROPN && !wanted[i] &&
        (is_hyphen(a.forms[i + 1]) || a.word(i + 1).upos == Upos::NUM))
      continue;
    // `Gov. Ann Ray (R)`: her party, that she shares with others
    if (is_party_letter(a, i)) continue;
    if (word.upos == Upos::PRON || word.xpos == "PRP" || word.xpos == "PRP$" || word.xpos == "WP" || word.xpos == "WP$") {
      if (kind == "expl") continue;
      static constexpr std::array<std::string_view, 32> personal = {
          "i",       "me",    "my",       "mine",       "myself", "we",   "us",    "our",     "ours",       "ourselves", "you",
          "your",    "yours", "yourself", "yourselves", "he",     "him",  "his",   "himself", "she",        "her",       "hers",
          "herself", "it",    "its",      "itself",     "they",   "them", "their", "theirs",  "themselves", "'s"};
      static constexpr std::array<std::string_view, 4> relative = {"who", "whom", "whose", "which"};
      const bool is_relative = is_one_of(a.forms[i], relative) || (a.forms[i] == "that" && word.xpos == "WDT") ||
                               (a.forms[i] == "that" && feature(word, "PronType") == "Rel");
      if (!is_relative && !(is_one_of(a.forms[i], personal) && (a.forms[i] != "'s" || a.lemmas[i] == "we" || a.lemmas[i] == "us"))) {
        if (!wanted[i]) continue;
        d.left_open = true;
      }
      d.relative = is_relative;
      mention = MentionKind::pronoun;
      words = {i, i + 1};
    } else if (proper(word) && word.upos != Upos::ADJ) {
      if (links_name(label) && kind != "compound") continue;
      if (label == "nmod:desc" && !wanted[i]) continue;
      if (ends_office(a, i) || is_rank_before_name(a, i)) continue;
      if (is_one_of(a.forms[i], calendar) && !wanted[i]) continue;
      if (begins_nationality(a, i)) continue;
      if (a.knowledge.words.mocking.contains(a.forms[i]) && i + 1 < a.forms.size() && a.knowledge.first_names.contains(a.forms[i + 1]))
        continue;
      if (!is_capitalised(word.form) && word.upos != Upos::PROPN) continue;
      const bool modifier = kind == "compound" || kind == "amod";
      WordRange name = name_around(a, i);
      const std::uint32_t begin = name.first;
      if (modifier && word.head != no_word) {
        const auto head = static_cast<std::uint32_t>(word.head);
        // Parts of a longer name are no actors of their own (`Fox` in `Fox News`), unless they are known ones (`U.S.` in `U.S. Navy
        // Seals`) or stand elsewhere by themselves (`Lublin` in `Lublin Airport`).
        if (proper(a.word(head))) {
          const WordRange whole = name_around(a, head);
          std::uint32_t length = 0;
          const KnownName* prefix = whole.contains(i) ? known_prefix(a, {i, whole.last}, length) : known_name(a, name);
          const bool part_of_known = prefix && i + length > name.last;
          if (part_of_known || known_name(a, whole) || (!known_name(a, name) && !standing.contains(a.joined(name, a.forms)))) continue;
        }
        mention = MentionKind::adjective;
      } else {
        mention = MentionKind::name;
      }
      // A longer name with `of` (`Bank of England`), if it is known or the head is a body's noun.
      if (words.last > name.last && !modifier) {
        const WordRange longer{name.first, words.last};
        if (known_name(a, longer) || (names_organisation(a, i) && (a.forms[name.last] == "of" || a.forms[name.last] == "for") &&
                                      is_capitalised(a.word(longer.last - 1).form)))
          name = longer;
      }
      d.known = known_name(a, name);
      if (!d.known && name.size() > 1) {
        // Nationality, country or title at the beginning are not the name's own.
        for (int step = 0; step < 3 && name.first <= i && name.size() > 1; ++step) {
          std::uint32_t length = 0;
          const KnownName* prefix = known_prefix(a, name, length);
          std::uint32_t office = office_length(a, name.first, name.last);
          if (office == 0 && !prefix) office = unknown_office_length(a, name);
          if (office > 0 && office < name.size() && !names_organisation(a, name.last - 1) && !names_body_as_a_whole(a, name) &&
              name.first + office <= i + (name.last - i) - 1) {
            name.first += office;
          } else if (prefix && length < name.size() && prefix->kind != NameKind::leader && name.first + length <= i) {
            name.first += length;
          } else {
            break;
          }
          d.known = known_name(a, name);
          if (d.known) break;
        }
      }
      d.name = name;
      words.first = std::min(words.first, name.first);
      words.last = std::max(words.last, name.last);
      if (mention == MentionKind::adjective) words = {std::min(name.first, i), std::max(name.last, i + 1)};
      // `Swedish Air Force planes`: of a modifier what was taken from its beginning
      d.title = {mention == MentionKind::adjective ? std::min(begin, name.first) : words.first, name.first};
      // A capitalised common noun that stands alone (`the President`, `Congressional Democrats`) is a nominal unless it is known.
      if (!d.known) {
        const std::uint32_t office = office_length(a, name.first, name.last);
        // `Dean said` in a report on Howard Dean
        const bool surname =
            name.size() == 1 && surnames.contains(std::string(a.forms[i])) && child(a.reading, a.tree, i, "det") == no_word;
        const bool half_known = mention == MentionKind::name && unknown_office_length(a, name) == name.size();
        if ((office == name.size() && office > 0 && !surname) || half_known) {
          if (mention == MentionKind::adjective) continue;
          mention = MentionKind::nominal;
          d.name = d.title = {};
        } else if (mention == MentionKind::name && name.size() == 1) {
          const KnownNoun* noun = a.knowledge.noun(a.lemmas[i]);
          if (noun && words.first < i && (base(a.word(words.first).deprel) == "det")) {
            mention = MentionKind::nominal;
            d.name = d.title = {};
          }
        }
      } else if (d.known->kind == NameKind::people || d.known->kind == NameKind::adjective || d.known->kind == NameKind::region_adjective) {
        d.demonym = true;
        if (mention == MentionKind::name) mention = MentionKind::nominal;
      }
    } else if (const WordRange span = a.known_spans[i];
               word.upos == Upos::NOUN && span.size() > 1 && i + 1 == span.last && !is_capitalised(word.form) && !links_name(label)) {
      // `the European parliament`
      d.known = known_name(a, span);
      d.name = span;
      words.first = std::min(words.first, span.first);
      words.last = std::max(words.last, span.last);
      d.title = {words.first, span.first};
      mention = MentionKind::name;
    } else if (word.upos == Upos::ADJ || (word.upos == Upos::NOUN && is_capitalised(word.form))) {
      const KnownName* known = is_capitalised(word.form) ? known_name(a, {i, i + 1}) : nullptr;
      // `North Korean`, `South African`: two words.
      WordRange name{i, i + 1};
      if (is_capitalised(word.form) && i > 0 && is_capitalised(a.word(i - 1).form) && a.word(i - 1).sentence == word.sentence) {
        if (const KnownName* two = known_name(a, {i - 1, i + 1})) {
          known = two;
          name = {i - 1, i + 1};
        }
      }
      const bool modifier = kind == "amod" || kind == "compound" || is_second_modifier(a, i);
      if (known && (known->kind == NameKind::adjective || known->kind == NameKind::region_adjective || known->kind == NameKind::people ||
                    known->kind == NameKind::country || known->kind == NameKind::organisation)) {
        d.known = known;
        d.demonym = known->kind != NameKind::country && known->kind != NameKind::organisation;
        d.name = name;
        if (modifier) {
          mention = MentionKind::adjective;
          words = name;
          // Inside of a name that is known as a whole (`Russian Federation`) it is nobody of its own.
          if (word.head != no_word) {
            const auto head = static_cast<std::uint32_t>(word.head);
            if (proper(a.word(head)) && known_name(a, name_around(a, head))) continue;
          }
        } else {
          mention = d.demonym ? MentionKind::nominal : MentionKind::name;
        }
      } else if (word.upos == Upos::ADJ && !wanted[i] && !stands_for_people(a, i)) {
        continue;
      }
    }
    if (mention == MentionKind::nominal && !d.demonym) {
      const bool counted = counts_people(a, i);
      if (word.upos != Upos::NOUN && word.upos != Upos::PROPN && !wanted[i] && !counted && !stands_for_people(a, i)) continue;
      const bool modifier = kind == "compound" || kind == "flat" || kind == "fixed" || kind == "goeswith" || label == "nmod:desc" ||
                            kind == "case" || kind == "amod";
      const bool through_head = modifier && acts_through_its_head(a, i);
      if (modifier && !wanted[i] && !through_head) continue;
      // `Syrian government drones`: the nationality hangs on what they act through
      while (through_head && words.first > 0 && a.word(words.first - 1).head == word.head && is_capitalised(a.word(words.first - 1).form) &&
             base(a.word(words.first - 1).deprel) == "amod")
        --words.first;
      const KnownNoun* noun = known_noun(a, i, words);
      if (!noun && !wanted[i] && !counted) continue;
      if (!wanted[i] && (is_asked_for(a, i) || is_part_of_things(a, i))) continue;
      d.noun = noun;
    }
    d.sentence = word.sentence;
    d.block = a.reading.sentences[word.sentence].block;
    d.quoted = word.quoted || own_words[i];
    d.statement = a.statement_of[i];
    actors.mention_of_head[i] = static_cast<std::int32_t>(actors.mentions.size());
    actors.mentions.push_back({words, i, mention, no_entity});
    a.details.push_back(d);
  }
  // `hundreds of troops` is one actor, whichever of the two words is asked for.
}

}  // namespace demarche
