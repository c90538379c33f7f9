#include "events/syntax.h"

#include <algorithm>

#include "reader/regular.h"
#include "text/words.h"

namespace demarche {
namespace {

// Chains of coordination and control are short; a longer one is a broken tree.
bool is_known(const EventKnowledge& knowledge, std::string_view verb) {
  constexpr auto kind = static_cast<std::size_t>(PredicateKind::verb);
  return knowledge.by_lemma[kind].contains(verb) || knowledge.governors[kind].contains(verb) || knowledge.control.contains(verb) ||
         knowledge.support_verbs.contains(verb);
}

constexpr std::pair<std::string_view, std::string_view> currencies[] = {
    {"$", "dollar"}, {"US$", "dollar"}, {"\xE2\x82\xAC", "euro"}, {"\xC2\xA3", "pound"}, {"\xC2\xA5", "yen"}};

}  // namespace

bool same_word(std::string_view text, std::string_view lowered) {
  if (text.size() != lowered.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
    if (c != lowered[i]) return false;
  }
  return true;
}

Syntax::Syntax(const EventKnowledge& knowledge, const Reading& reading) : knowledge_(knowledge), reading_(reading), tree_(reading) {
  for (std::uint32_t i = 0; i < size(); ++i) {
    // `gave $2 million`: dollars.
    for (const auto& [sign, money] : currencies)
      if (reading.words[i].form == sign) corrected_.emplace(i, money);
    if (std::string whole = hyphenated(i);
        !whole.empty() && std::binary_search(knowledge.hyphenated.begin(), knowledge.hyphenated.end(), whole))
      corrected_.emplace(i, std::move(whole));
    if (!is_verb(i) || is_known(knowledge, reading.words[i].lemma)) continue;
    for (std::string& lemma : regular_lemmas(ascii_lowered(reading.words[i].form)))
      if (is_known(knowledge, lemma)) {
        corrected_.emplace(i, std::move(lemma));
        break;
      }
  }
}

std::string Syntax::hyphenated(std::uint32_t i) const {
  if (i < 2 || word(i).upos != Upos::NOUN || word(i - 1).form != "-") return {};
  if (word(i - 2).span.end != word(i - 1).span.begin || word(i - 1).span.end != word(i).span.begin) return {};
  return ascii_lowered(word(i - 2).form) + "-" + std::string(word(i).lemma);
}

std::uint32_t Syntax::first_part(std::uint32_t i) const {
  return lemma(i).find('-') != std::string_view::npos && !hyphenated(i).empty() ? i - 2 : i;
}

std::string_view Syntax::lemma(std::uint32_t i) const {
  if (corrected_.empty()) return reading_.words[i].lemma;
  const auto found = corrected_.find(i);
  return found == corrected_.end() ? std::string_view(reading_.words[i].lemma) : std::string_view(found->second);
}

bool Syntax::is_nominal(std::uint32_t i) const {
  switch (word(i).upos) {
    case Upos::NOUN:
    case Upos::PROPN:
    case Upos::PRON:
    case Upos::NUM:
    case Upos::DET:
    case Upos::SYM:
    case Upos::X:
      return true;
    case Upos::ADJ:  // the accused, the Chinese
      return is_one_of(relation(i), {"nsubj", "obj", "obl", "nmod", "iobj", "conj"});
    default:
      return false;
  }
}

bool Syntax::is_among(std::uint32_t i, const std::vector<std::string>& lemmas) const {
  if (std::binary_search(lemmas.begin(), lemmas.end(), lemma(i))) return true;
  const auto form = word(i).form;
  if (form != lemma(i) && std::binary_search(lemmas.begin(), lemmas.end(), form)) return true;
  // `the British Consulate`: a noun with a capital is the noun.
  return word(i).upos == Upos::PROPN && std::binary_search(lemmas.begin(), lemmas.end(), ascii_lowered(lemma(i)));
}

std::int32_t Syntax::child(std::uint32_t i, std::string_view wanted) const {
  const bool exact = wanted.find(':') != std::string_view::npos;
  for (const auto c : children(i))
    if ((exact ? label(c) : relation(c)) == wanted) return static_cast<std::int32_t>(c);
  return no_word;
}

bool Syntax::is_yet_to_come(std::uint32_t infinitive) const {
  const auto to = infinitive_marker(infinitive);
  return to > 0 && same_word(word(static_cast<std::uint32_t>(to) - 1).form, "yet");
}

// `Student stabbed in Oslo`: headlines leave out articles and auxiliaries, and what these verbs do is done to somebody.
bool Syntax::is_passive_of_a_headline(std::uint32_t verb) const {
  if (!is_one_of(word(verb).xpos, {"VBN", "VBD"}) || head(verb) != no_word) return false;
  if (!is_one_of(lemma(verb), {"stab",   "kill",    "murder", "wound", "injure",  "arrest", "jail",   "detain", "imprison", "kidnap",
                               "abduct", "shoot",   "behead", "rape",  "assault", "spray",  "poison", "deport", "sentence", "indict",
                               "acquit", "execute", "evict",  "oust",  "slay",    "gun",    "hang",   "beat",   "hurt",     "hospitalize"}))
    return false;
  std::int32_t subject = no_word;
  for (const auto c : children(verb)) {
    const auto kind = relation(c);
    if (is_one_of(kind, {"obj", "iobj", "ccomp", "xcomp", "aux", "cop"})) return false;
    if (kind == "nsubj") subject = static_cast<std::int32_t>(c);
    if (kind == "obl" && is_one_of(marker(c), {"at", "to"})) return false;  // `shot at them`
  }
  if (subject == no_word || word(static_cast<std::uint32_t>(subject)).upos != Upos::NOUN) return false;
  const auto who = children(static_cast<std::uint32_t>(subject));
  return std::none_of(who.begin(), who.end(), [&](std::uint32_t c) { return relation(c) == "det" || label(c) == "nmod:poss"; });
}

bool Syntax::is_passive(std::uint32_t verb) const {
  if (is_passive_of_a_headline(verb)) return true;
  for (int step = 0; step < longest_chain; ++step) {
    bool perfect = false, object = false;
    for (const auto c : children(verb)) {
      if (label(c) == "aux:pass" || label(c) == "nsubj:pass") return true;
      perfect |= relation(c) == "aux" && lemma(c) == "have";
      object |= relation(c) == "obj";
    }
    const auto kind = relation(verb);
    // `Asked about the deal, Kim …`: a past tense without a subject of its own is a participle.
    const bool bare = word(verb).xpos == "VBD" && kind == "advcl" && head(verb) > static_cast<std::int32_t>(verb) &&
                      child(verb, "nsubj") == no_word && child(verb, "aux") == no_word && marker(verb).empty();
    if ((word(verb).xpos != "VBN" && !bare) || perfect) return false;
    // `Lee, who refused to go`: with a plain subject and no auxiliary it acts, whatever the tagger takes its form for.
    if (child(verb, "nsubj") != no_word && child(verb, "aux") == no_word && child(verb, "cop") == no_word) return false;
    if (is_one_of(kind, {"acl", "amod", "xcomp", "advcl"})) return !object || kind == "acl";
    if (kind != "conj" || head(verb) == no_word) return false;
    const auto first = static_cast<std::uint32_t>(head(verb));
    // `was calm and patrolled by soldiers`
    if (word(first).upos == Upos::ADJ) return !object && child(first, "cop") != no_word;
    if (word(first).xpos != "VBN") return false;
    if (object && child(first, "nsubj:pass") == no_word) return false;
    verb = first;
  }
  return false;
}

std::string_view Syntax::marker(std::uint32_t i) const {
  for (const auto c : children(i)) {
    const auto kind = relation(c);
    if ((kind == "case" && label(c) != "case:gf" && word(c).upos != Upos::PART) || kind == "mark" ||
        (kind == "case" && same_word(word(c).form, "to")))
      return lemma(c);
  }
  return {};
}

bool Syntax::has_marker(std::uint32_t i, std::string_view form) const {
  for (const auto c : children(i))
    if ((relation(c) == "case" || relation(c) == "mark") && same_word(word(c).form, form)) return true;
  return false;
}

std::int32_t Syntax::infinitive_marker(std::uint32_t verb) const {
  for (const auto c : children(verb))
    if (relation(c) == "mark" && same_word(word(c).form, "to")) return static_cast<std::int32_t>(c);
  return no_word;
}

bool Syntax::is_bidding(std::uint32_t verb) const {
  if (relation(verb) != "ccomp" || word(verb).xpos != "VB" || head(verb) == no_word || is_infinitive(verb)) return false;
  if (!is_one_of(lemma(static_cast<std::uint32_t>(head(verb))), {"say", "tell", "repeat", "reply", "answer", "warn", "add"})) return false;
  for (const auto c : children(verb)) {
    if (relation(c) == "nsubj" || relation(c) == "csubj" || relation(c) == "mark") return false;
    if (relation(c) == "aux" && lemma(c) != "do") return false;
  }
  return true;
}

bool Syntax::is_imperative(std::uint32_t verb) const {
  if (!word(verb).quoted || word(verb).xpos != "VB" || is_infinitive(verb)) return false;
  // Thanks and wishes ask for nothing, and `ask the king` is a way of speaking.
  if (is_one_of(lemma(verb), {"let", "ask", "tell", "thank", "bless", "welcome", "congratulate", "forgive", "help"})) return false;
  for (const auto c : children(verb)) {
    const auto kind = relation(c);
    if (kind == "nsubj" || kind == "csubj" || kind == "expl" || kind == "mark" || kind == "case") return false;
    if (kind == "aux" && lemma(c) != "do") return false;
  }
  const auto kind = relation(verb);
  if (head(verb) == no_word || kind == "parataxis") return true;
  const auto governor = static_cast<std::uint32_t>(head(verb));
  // What somebody is quoted to say; `free them and go`.
  if (kind == "ccomp") return !word(governor).quoted;
  return kind == "conj" && is_imperative(governor);
}

bool Syntax::is_finite(std::uint32_t verb) const {
  const auto tag = word(verb).xpos;
  if (tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD") return true;
  for (const auto c : children(verb))
    if (relation(c) == "aux" || relation(c) == "cop")
      if (const auto aux = word(c).xpos; aux == "VBD" || aux == "VBZ" || aux == "VBP" || aux == "MD") return true;
  return false;
}

bool Syntax::is_reduced_relative(std::uint32_t clause) const {
  if (label(clause) != "acl" || word(clause).xpos != "VBN") return false;
  for (const auto c : children(clause))
    if (is_one_of(relation(c), {"mark", "aux", "cop"})) return false;
  return true;
}

bool Syntax::is_told_of_the_first(std::uint32_t infinitive) const {
  if (relation(infinitive) != "acl" || !is_infinitive(infinitive) || head(infinitive) == no_word || has_marker(infinitive, "for"))
    return false;
  const auto noun = static_cast<std::uint32_t>(head(infinitive));
  // `the first chance to go`, `a second attempt to oust him`: no doer is counted.
  if (knowledge_.governors[static_cast<std::size_t>(PredicateKind::noun)].contains(lemma(noun)) ||
      is_one_of(lemma(noun), {"time", "thing", "step", "place", "reason", "measure", "day", "year", "moment", "choice", "thought"}))
    return false;
  const auto counts = [&](std::uint32_t i) { return is_one_of(lemma(i), {"first", "last", "latest", "second", "third", "only"}); };
  if (counts(noun)) return true;
  const auto below = children(noun);
  return is_nominal(noun) && std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
           return c < noun && is_one_of(relation(c), {"amod", "nummod", "advmod"}) && counts(c);
         });
}

bool Syntax::is_relative_pronoun(std::uint32_t i) const {
  const Word& w = word(i);
  if (w.xpos == "WDT" || w.xpos == "WP" || w.xpos == "WP$") {
    return same_word(w.form, "who") || same_word(w.form, "which") || same_word(w.form, "that") || same_word(w.form, "whom") ||
           same_word(w.form, "whose");
  }
  return false;
}

std::uint32_t Syntax::antecedent(std::uint32_t i) const {
  auto pronoun = i;
  // `both of whom`, `all of which`: as many as were named.
  if (is_one_of(lemma(i), {"both", "all", "each", "most"}))
    for (const auto c : children(i))
      if (relation(c) == "nmod" && is_relative_pronoun(c)) pronoun = c;
  // `Iran is the one that attacked`, `the rebels are the ones trying to win`: who is said to be the one.
  const auto who_is = [&](std::uint32_t noun) {
    const auto subject = lemma(noun) == "one" && child(noun, "cop") != no_word ? child(noun, "nsubj") : no_word;
    return subject != no_word && this->word(static_cast<std::uint32_t>(subject)).upos != Upos::PRON ? static_cast<std::uint32_t>(subject)
                                                                                                    : noun;
  };
  if (!is_relative_pronoun(pronoun)) return who_is(i);
  std::int32_t at = head(pronoun);
  for (int step = 0; at != no_word && step < longest_chain; ++step) {
    const auto clause = static_cast<std::uint32_t>(at);
    if (label(clause) == "acl:relcl" && head(clause) != no_word) {
      const auto noun = static_cast<std::uint32_t>(head(clause));
      // `the U.S. and Russia, which supports …`: a singular verb behind coordinated nouns speaks of the last of them.
      if (word(clause).xpos == "VBZ") {
        std::uint32_t last = noun;
        for (const auto c : children(noun))
          if (relation(c) == "conj" && c < pronoun) last = c;
        return last == noun ? who_is(noun) : last;
      }
      return who_is(noun);
    }
    at = head(clause);
  }
  return i;
}

std::int32_t Syntax::controller(std::uint32_t verb, std::uint32_t governor) const {
  const auto special = knowledge_.control.find(lemma(governor));
  if (special != knowledge_.control.end() && special->second != "object") {
    if (special->second == "subject") return surface_subject(governor);
    WordList found;
    obliques(governor, special->second, found);
    // The last one in front: `called on Friday on Chad to stop`.
    std::erase_if(found, [&](std::uint32_t one) { return one <= governor || one >= verb; });
    if (!found.empty()) return static_cast<std::int32_t>(*std::max_element(found.begin(), found.end()));
    // `called him to thank him`: without the preposition it is the caller who thanks.
    return surface_subject(governor);
  }
  if (const auto object = child(governor, "obj"); object != no_word && static_cast<std::uint32_t>(object) < verb) return object;
  if (const auto object = child(governor, "iobj"); object != no_word && static_cast<std::uint32_t>(object) < verb) return object;
  // `lashed out at Chad for shelling the town`
  if (has_marker(verb, "for") && !is_infinitive(verb))
    for (const auto c : children(governor))
      if (relation(c) == "obl" && c > governor && c < verb && has_marker(c, "at")) return static_cast<std::int32_t>(antecedent(c));
  return surface_subject(governor);
}

std::int32_t Syntax::called_so(std::uint32_t word) const {
  const bool as = relation(word) == "obl" && has_marker(word, "as");
  if (is_verb(word) || head(word) == no_word || (relation(word) != "xcomp" && !as)) return no_word;
  const auto verb = static_cast<std::uint32_t>(head(word));
  if (is_passive(verb)) return surface_subject(verb);
  const auto whom = child(verb, "obj");
  return whom == no_word || whom > static_cast<std::int32_t>(word)
             ? no_word
             : static_cast<std::int32_t>(antecedent(static_cast<std::uint32_t>(whom)));
}

std::int32_t Syntax::surface_subject(std::uint32_t predicate) const {
  for (int step = 0; step < longest_chain; ++step) {
    std::int32_t own = no_word;
    for (const auto c : children(predicate)) {
      if (relation(c) != "nsubj" && relation(c) != "csubj") continue;
      // `plainclothes officers`, read as two subjects: the second is the head of both
      if (own != no_word && !(c == static_cast<std::uint32_t>(own) + 1 && is_nominal(c))) break;
      own = static_cast<std::int32_t>(c);
    }
    if (own != no_word) return static_cast<std::int32_t>(antecedent(static_cast<std::uint32_t>(own)));
    // `Oman remains an ally`: some parses hang the verb's subject, which stands before it, on what is said of him.
    for (const auto c : children(predicate))
      if (relation(c) == "xcomp")
        if (const auto subject = child(c, "nsubj"); subject != no_word && static_cast<std::uint32_t>(subject) < predicate)
          return static_cast<std::int32_t>(antecedent(static_cast<std::uint32_t>(subject)));
    // `They shelled us. Sir, stop them!`: whoever is spoken to, and nobody of the clause that it is joined to.
    if (is_imperative(predicate)) return child(predicate, "vocative");
    if (head(predicate) == no_word) return no_word;
    const auto governor = static_cast<std::uint32_t>(head(predicate));
    const auto kind = relation(predicate);
    if (kind == "conj") {
      predicate = governor;
    } else if (kind == "xcomp" || kind == "ccomp") {
      if (kind == "ccomp" && is_finite(predicate)) return no_word;
      if (is_bidding(predicate)) {
        WordList told;
        indirect(governor, told);
        if (told.empty()) obliques(governor, "to", told);
        return told.empty() ? no_word : static_cast<std::int32_t>(told.front());
      }
      return is_verb(governor) ? controller(predicate, governor) : surface_subject(governor);
    } else if (kind == "advcl") {
      // accused him of leaving, praised them for helping, called on him to go; but: left after meeting them
      const bool of_object = has_marker(predicate, "of") || has_marker(predicate, "for") || has_marker(predicate, "from") ||
                             has_marker(predicate, "into") || has_marker(predicate, "out") ||
                             (has_marker(predicate, "as") && word(predicate).xpos == "VBG");
      const auto control = knowledge_.control.find(lemma(governor));
      const bool of_time = has_marker(predicate, "before");  // whoever does the first thing does the second
      const bool of_its_object =
          of_object || (control != knowledge_.control.end() && control->second == "object" && !is_infinitive(predicate) && !of_time);
      const bool called_on = is_infinitive(predicate) && control != knowledge_.control.end() && control->second != "object";
      if (const auto object = child(governor, "obj"); object != no_word && is_infinitive(predicate) &&
                                                      static_cast<std::uint32_t>(object) < predicate &&
                                                      is_among(static_cast<std::uint32_t>(object), knowledge_.addressed))
        return addressee(static_cast<std::uint32_t>(object));
      // `drove thousands to demand a vote`
      if (const auto object = child(governor, "obj");
          object != no_word && static_cast<std::uint32_t>(object) < predicate && is_infinitive(predicate) && !is_passive(governor) &&
          is_one_of(lemma(governor), {"drive", "compel", "prompt", "spur", "provoke", "inspire", "persuade", "convince", "force"}))
        return static_cast<std::int32_t>(antecedent(static_cast<std::uint32_t>(object)));
      // `armed villagers fighting the rebels`: they fight, not who armed them.
      if (const auto object = child(governor, "obj");
          object != no_word && static_cast<std::uint32_t>(object) + 1 == predicate && word(predicate).xpos == "VBG" &&
          is_one_of(lemma(governor), {"arm", "train", "equip", "back", "support", "fund", "finance", "supply", "aid", "assist", "rearm"}) &&
          is_one_of(lemma(predicate), {"fight", "battle", "combat", "oppose", "resist", "besiege", "defend"}))
        return static_cast<std::int32_t>(antecedent(static_cast<std::uint32_t>(object)));
      if (is_verb(governor) && (called_on || (of_its_object && !is_finite(predicate)))) return controller(predicate, governor);
      // `furious at Chad for shelling the town`, `grateful to Chad for sending help`
      if (!is_verb(governor) && word(predicate).xpos == "VBG" && has_marker(predicate, "for"))
        for (const auto c : children(governor))
          if (relation(c) == "obl" && c < predicate && is_one_of(marker(c), {"at", "with", "to", "of"}))
            return static_cast<std::int32_t>(antecedent(c));
      if (const auto called = called_so(governor); called != no_word && word(predicate).xpos == "VBG" && has_marker(predicate, "for"))
        return called;
      if (is_nominal(governor) && child(governor, "nsubj") == no_word) return noun_subject(governor);
      predicate = governor;
      // `let them chant before clearing the square`: whoever let them clears it.
      if (of_time && relation(governor) == "xcomp" && !is_infinitive(governor) && head(governor) != no_word &&
          lemma(static_cast<std::uint32_t>(head(governor))) == "let")
        predicate = static_cast<std::uint32_t>(head(governor));
    } else if (kind == "acl") {
      if (label(predicate) == "acl:relcl") return no_word;
      const auto tag = word(predicate).xpos;
      // `accused the police of beating them`: some parsers hang the deed on its doer.
      auto accused = governor;
      while (relation(accused) == "conj" && head(accused) != no_word) accused = static_cast<std::uint32_t>(head(accused));
      if (relation(accused) == "obj" && !is_finite(predicate) && head(accused) != no_word) {
        const auto control = knowledge_.control.find(lemma(static_cast<std::uint32_t>(head(accused))));
        if (control != knowledge_.control.end() && control->second == "object") return static_cast<std::int32_t>(governor);
      }
      if (is_infinitive(predicate) && is_among(governor, knowledge_.addressed)) return addressee(governor);
      // `held the clerk in contempt of court for lying to it`, `brought him to trial for spying`: whoever it is done to did so.
      if (tag == "VBG" && has_marker(predicate, "for") && relation(governor) == "obl" && head(governor) != no_word &&
          (has_marker(governor, "in") || has_marker(governor, "to") || has_marker(governor, "on") || has_marker(governor, "under"))) {
        const auto verb = static_cast<std::uint32_t>(head(governor));
        if (is_verb(verb) && is_passive(verb)) {
          if (const auto whom = surface_subject(verb); whom != no_word) return whom;
        } else if (const auto whom = child(verb, "obj"); whom != no_word && static_cast<std::uint32_t>(whom) < governor) {
          return static_cast<std::int32_t>(antecedent(static_cast<std::uint32_t>(whom)));
        }
      }
      if (const auto called = called_so(governor); called != no_word && tag == "VBG" && has_marker(predicate, "for")) return called;
      // `the council's criticism of Chad for shelling the town`
      if (tag == "VBG" && has_marker(predicate, "for"))
        for (const auto c : children(governor))
          if (relation(c) == "nmod" && c > governor && c < predicate && (has_marker(c, "of") || has_marker(c, "against")))
            return static_cast<std::int32_t>(antecedent(c));
      // `Marin was the first senator to endorse her`, `the first senator to endorse her`
      if (is_told_of_the_first(predicate)) {
        const auto who = child(governor, "cop") != no_word ? child(governor, "nsubj") : no_word;
        return who == no_word ? static_cast<std::int32_t>(governor)
                              : static_cast<std::int32_t>(antecedent(static_cast<std::uint32_t>(who)));
      }
      if (is_infinitive(predicate) || has_marker(predicate, "of") || has_marker(predicate, "for")) return noun_subject(governor);
      // `sent a letter to the king urging him to step down`: whoever sent it does so, though some parsers hang it on the king.
      if (tag == "VBG" && relation(governor) == "obl" && has_marker(governor, "to") && head(governor) != no_word &&
          is_among(predicate, knowledge_.writing)) {
        const auto sent = child(static_cast<std::uint32_t>(head(governor)), "obj");
        if (sent != no_word && is_one_of(lemma(static_cast<std::uint32_t>(sent)), {"letter", "message", "note", "memo", "petition", "email",
                                                                                   "e-mail", "telegram", "cable", "appeal", "missive"})) {
          predicate = static_cast<std::uint32_t>(head(governor));
          continue;
        }
      }
      if (tag == "VBG" || tag == "VBN") return static_cast<std::int32_t>(governor);
      return noun_subject(governor);
    } else if (is_one_of(kind, {"obl", "nmod", "obj", "parataxis", "csubj", "dep"}) && !is_finite(predicate) && is_verb(predicate)) {
      if (is_nominal(governor) && child(governor, "nsubj") == no_word) return noun_subject(governor);
      predicate = governor;
    } else {
      return no_word;
    }
  }
  return no_word;
}

void Syntax::subjects(std::uint32_t predicate, WordList& out) const {
  const std::size_t before = out.size();
  if (is_verb(predicate) && is_passive(predicate)) {
    for (int step = 0; step < longest_chain; ++step) {
      for (const auto c : children(predicate))
        if (label(c) == "obl:agent" || (relation(c) == "obl" && has_marker(c, "by") && c > predicate)) out.push_back(c);
      // `was shot and killed by police`: whoever does the last of it does all.
      for (const auto c : children(predicate))
        if (out.size() == before && step == 0 && relation(c) == "conj" && is_verb(c) && word(c).xpos == "VBN" &&
            child(c, "nsubj") == no_word)
          for (const auto agent : children(c))
            if (label(agent) == "obl:agent" || (relation(agent) == "obl" && has_marker(agent, "by") && agent > c)) out.push_back(agent);
      if (out.size() != before || relation(predicate) != "conj" || head(predicate) == no_word) return;
      predicate = static_cast<std::uint32_t>(head(predicate));
    }
    return;
  }
  if (const auto subject = surface_subject(predicate); subject != no_word) out.push_back(static_cast<std::uint32_t>(subject));
}

void Syntax::objects(std::uint32_t verb, WordList& out) const {
  const std::size_t before = out.size();
  for (const auto c : children(verb))
    if (relation(c) == "obj") {
      out.push_back(named_by(antecedent(c)));
      for (const auto other : children(c))
        if (is_charged_apart(other)) out.push_back(other);
    }
  if (out.size() != before || !is_verb(verb)) return;
  if (is_passive(verb)) {
    if (const auto subject = surface_subject(verb); subject != no_word) out.push_back(static_cast<std::uint32_t>(subject));
    return;
  }
  // `called Governor Brown a liar`: some parses hang whom he calls so on what he calls him.
  for (const auto c : children(verb))
    if (relation(c) == "xcomp" && !is_verb(c) && is_one_of(lemma(verb), {"call", "label", "brand", "declare", "deem", "consider", "name"}))
      if (const auto subject = child(c, "nsubj");
          subject != no_word && static_cast<std::uint32_t>(subject) > verb && child(c, "cop") == no_word) {
        out.push_back(antecedent(static_cast<std::uint32_t>(subject)));
        return;
      }
  // `the support that it provides`, `the support it provides`; not `the town where it meets`, `the law under which it meets`
  // `a curfew it put in place`: a relative clause by any name
  const bool bare_relative = label(verb) == "acl" && is_one_of(word(verb).xpos, {"VBN", "VBD"}) && child(verb, "mark") == no_word &&
                             child(verb, "nsubj") != no_word;
  if ((label(verb) == "acl:relcl" || bare_relative) && head(verb) != no_word) {
    const auto subject = child(verb, "nsubj");
    const auto below = children(verb);
    const bool elsewhere = std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
      return word(c).xpos == "WRB" || (relation(c) == "obl" && is_relative_pronoun(c));
    });
    if (subject != no_word && !elsewhere && !is_relative_pronoun(static_cast<std::uint32_t>(subject)) && child(verb, "ccomp") == no_word &&
        child(verb, "xcomp") == no_word) {
      out.push_back(static_cast<std::uint32_t>(head(verb)));
      return;
    }
  }
  // `condemned and rejected the plan`: the shared object hangs on the first verb.
  if (relation(verb) == "conj" && head(verb) != no_word) {
    const auto first = static_cast<std::uint32_t>(head(verb));
    if (const auto object = child(first, "obj"); object != no_word && static_cast<std::uint32_t>(object) > verb)
      out.push_back(static_cast<std::uint32_t>(object));
    return;
  }
  if (const auto last = verb_with_shared_object(verb); last != no_word) {
    out.push_back(static_cast<std::uint32_t>(child(static_cast<std::uint32_t>(last), "obj")));
    return;
  }
  // `warned Finland`: parsers disagree on which object it is.
  for (const auto c : children(verb))
    if (relation(c) == "iobj") out.push_back(antecedent(c));
}

// `trained, armed or financed any group`, `has not sold and will not sell shells to Chad`: the last of the verbs, on which some parsers
// hang what belongs to all of them, or no_word.
std::int32_t Syntax::verb_with_shared_object(std::uint32_t verb) const {
  constexpr std::uint32_t farthest = 4;
  if (!is_verb(verb) || child(verb, "obj") != no_word || child(verb, "obl") != no_word) return no_word;
  for (const auto c : children(verb)) {
    if (relation(c) != "conj" || !is_verb(c)) continue;
    if (const auto object = child(c, "obj");
        object != no_word && static_cast<std::uint32_t>(object) > c && child(c, "nsubj") == no_word && c - verb <= farthest)
      return static_cast<std::int32_t>(c);
  }
  return no_word;
}

void Syntax::indirect(std::uint32_t verb, WordList& out) const {
  for (const auto c : children(verb))
    if (relation(c) == "iobj") out.push_back(antecedent(c));
  if (out.empty() && is_verb(verb) && is_passive(verb) && child(verb, "obj") != no_word)
    if (const auto subject = surface_subject(verb); subject != no_word) out.push_back(static_cast<std::uint32_t>(subject));
}

bool Syntax::has_particle_before(std::uint32_t verb, std::uint32_t phrase, std::string_view form) const {
  auto first = phrase;
  for (const auto c : children(phrase)) first = std::min(first, c);
  if (first == 0 || !same_word(word(first - 1).form, form)) return false;
  return label(first - 1) == "compound:prt" && head(first - 1) == static_cast<std::int32_t>(verb);
}

void Syntax::obliques(std::uint32_t start, std::string_view preposition, WordList& out) const {
  constexpr int depth_limit = 3;
  WordList level{start}, next;
  for (int depth = 0; depth < depth_limit && !level.empty(); ++depth) {
    next.clear();
    for (const auto at : level) {
      for (const auto c : children(at)) {
        const auto kind = relation(c);
        const bool phrase = kind == "obl" || (kind == "nmod" && label(c) != "nmod:poss");
        if (phrase || (kind == "advcl" && at == start && !is_finite(c)) ||
            (kind == "acl" && at == start && !is_infinitive(c) && !is_finite(c))) {
          // `urged the Organization for the Prohibition of Torture to act`: a part of the name.
          if (at != start && preposition == "for" && has_marker(c, "for") && word(at).upos == Upos::PROPN && word(c).upos == Upos::PROPN)
            continue;
          if (has_marker(c, preposition)) {
            out.push_back(antecedent(c));
            continue;
          }
          // `called on Benin`, where the parser takes `on` for a particle of the verb.
          if (phrase && at == start && marker(c).empty() && has_particle_before(at, c, preposition)) {
            out.push_back(antecedent(c));
            continue;
          }
        }
        // `took aim at hate speech against refugees`: at whoever speaks so.
        if (phrase && preposition == "against" && is_among(c, knowledge_.hostilities)) continue;
        if (phrase && is_one_of(marker(c), {"according", "accord", "despite", "amid"})) continue;  // who says so, and what else is so
        // `struck back in the wake of the Paris attacks`, `in addition to the troops`: what else there was.
        if (phrase && is_one_of(lemma(c), {"wake", "aftermath", "addition"}) && marker(c) == "in") continue;
        // `was asked by the Committee on Energy`: part of who did it
        if (label(c) == "obl:agent" && is_one_of(preposition, {"on", "upon", "to", "of"})) continue;
        // `raids by the government of Chad`: `of` belongs to whatever it follows.
        if (kind == "nmod" && preposition == "of" && is_nominal(start) && word(c).upos == Upos::NOUN && !marker(c).empty()) continue;
        // `donations totalling $60,000 from the Omanis`
        if (kind == "acl" && at == start && is_one_of(lemma(c), {"total", "amount", "exceed", "average"})) next.push_back(c);
        if (phrase || kind == "obj" || (kind == "xcomp" && is_nominal(c)) || (kind == "conj" && at != start && is_nominal(c)))
          next.push_back(c);
      }
    }
    level.swap(next);
  }
  if (out.empty())
    if (const auto last = verb_with_shared_object(start); last != no_word) obliques(static_cast<std::uint32_t>(last), preposition, out);
  if (out.empty() && preposition == "with")
    if (const auto with = partner_behind_the_day(start); with != no_word) out.push_back(antecedent(static_cast<std::uint32_t>(with)));
}

// `described his call on Wednesday with the envoy`: behind when and where a talk was, with whom it was still belongs to it, though the
// parser hangs all on the verb.
std::int32_t Syntax::partner_behind_the_day(std::uint32_t noun) const {
  constexpr std::uint32_t longest = 4;  // words of when and where
  if (relation(noun) != "obj" || word(noun).upos != Upos::NOUN || head(noun) == no_word) return no_word;
  if (child(noun, "nmod:poss") == no_word) return no_word;
  const auto verb = static_cast<std::uint32_t>(head(noun));
  if (!is_verb(verb) || is_one_of(lemma(verb), {"discuss", "share", "swap", "exchange", "compare"})) return no_word;
  std::int32_t partner = no_word;
  for (const auto c : children(verb))
    if (c > noun && relation(c) == "obl" && has_marker(c, "with") && partner == no_word) partner = static_cast<std::int32_t>(c);
  if (partner == no_word) return no_word;
  const auto with = child(static_cast<std::uint32_t>(partner), "case");
  if (with == no_word || with <= static_cast<std::int32_t>(noun) + 1 || static_cast<std::uint32_t>(with) > noun + longest + 1)
    return no_word;
  // All between them is one phrase: `on Wednesday`, `in Oslo`, `last week`.
  for (auto i = noun + 1; i < static_cast<std::uint32_t>(with); ++i) {
    const auto up = head(i);
    const bool inside = up > static_cast<std::int32_t>(noun) && up < with;
    const bool tops = up == static_cast<std::int32_t>(verb) || up == static_cast<std::int32_t>(noun);
    const bool names_when_or_where = word(i).upos == Upos::PROPN || relation(i) == "obl" || relation(i) == "nmod";
    if (word(i).upos == Upos::PUNCT || !(inside || (tops && names_when_or_where))) return no_word;
  }
  return partner;
}

std::int32_t Syntax::phrase_right_behind(std::uint32_t word, std::string_view preposition) const {
  if (head(word) == no_word || word + 1 >= reading_.words.size() || !same_word(this->word(word + 1).form, preposition)) return no_word;
  for (const auto c : children(static_cast<std::uint32_t>(head(word))))
    if (c > word && relation(c) == "obl" && child(c, "case") == static_cast<std::int32_t>(word + 1)) return static_cast<std::int32_t>(c);
  return no_word;
}

// `called his remarks about the judge “racist”`: what stands in quotation marks behind an object and its own words.
std::int32_t Syntax::quoted_behind(std::uint32_t object) const {
  constexpr std::uint32_t far = 10;
  for (auto i = object + 1; i + 1 < size() && i < object + far && word(i).sentence == word(object).sentence; ++i) {
    if (word(i).upos == Upos::VERB || word(i).form == ",") return no_word;
    if (word(i).upos != Upos::PUNCT || !opens_quotation(i)) continue;
    const auto first = static_cast<std::int32_t>(i + 1);
    std::int32_t best = no_word;
    for (auto k = i + 1; k < size() && k < i + far && word(k).upos != Upos::PUNCT && word(k).upos != Upos::ADP; ++k) {
      const bool noun = word(k).upos == Upos::NOUN || word(k).upos == Upos::PROPN;
      if (noun || (word(k).upos == Upos::ADJ && best == no_word)) best = static_cast<std::int32_t>(k);
    }
    return best == no_word ? first : best;
  }
  return no_word;
}

std::int32_t Syntax::complement(std::uint32_t predicate) const {
  for (const auto c : children(predicate)) {
    const auto kind = relation(c);
    if (kind == "ccomp" || kind == "xcomp") return static_cast<std::int32_t>(c);
  }
  for (const auto c : children(predicate)) {
    const auto kind = relation(c);
    if (kind == "acl" && label(c) != "acl:relcl" && is_nominal(predicate) && !is_reduced_relative(c)) return static_cast<std::int32_t>(c);
    if (kind == "advcl" && is_verb(predicate) && is_infinitive(c) && c > predicate) return static_cast<std::int32_t>(c);
    if (kind == "advcl" && is_verb(predicate) && !is_finite(c) &&
        (has_marker(c, "of") || has_marker(c, "for") || has_marker(c, "to") || has_marker(c, "from")))
      return static_cast<std::int32_t>(c);
    // `joined the senator in calling for an inquiry`
    if (kind == "advcl" && lemma(predicate) == "join" && has_marker(c, "in")) return static_cast<std::int32_t>(c);
  }
  // `called the senator “the next Lincoln”`: a name that is given, however it is attached.
  if (lemma(predicate) == "call")
    if (const auto object = child(predicate, "obj"); object != no_word) {
      const auto named = static_cast<std::uint32_t>(object);
      for (const auto c : children(predicate))  // `they call us bandits`
        if (relation(c) == "obj" && c != named) return static_cast<std::int32_t>(std::max(c, named));
      if (const auto called = quoted_behind(named); called != no_word) return called;
    }
  return no_word;
}

std::int32_t Syntax::clause_head(std::uint32_t i) const {
  std::int32_t at = head(i);
  for (int step = 0; at != no_word && step < 2 * longest_chain; ++step) {
    const auto h = static_cast<std::uint32_t>(at);
    if (is_verb(h) || child(h, "cop") != no_word || child(h, "nsubj") != no_word) return at;
    at = head(h);
  }
  return no_word;
}

void Syntax::coordinated(std::uint32_t first, WordList& out) const {
  const std::size_t start = out.size();
  constexpr std::size_t most = 16;
  out.push_back(first);
  for (std::size_t at = start; at < out.size() && out.size() < start + most; ++at)
    for (const auto c : children(out[at]))
      if (relation(c) == "conj" && is_nominal(c) && !is_charged_apart(c)) out.push_back(c);
}

}  // namespace demarche
