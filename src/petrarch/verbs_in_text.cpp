#include "petrarch/verbs_in_text.h"

#include <algorithm>

#include "text/words.h"

namespace demarche::petrarch {
namespace {

bool may_be_verb(const Word& word) {
  if (is_one_of(base(word.deprel), {"amod", "compound", "det", "case"})) return false;
  return word.upos == Upos::VERB || (word.xpos.starts_with("VB") && word.upos != Upos::AUX);
}

// The form whose words stand around the atom, the longest first.
const VerbForm* form_at(const Scene& scene, std::uint32_t at, const std::string& inflected, std::uint32_t& first, std::uint32_t& last) {
  const auto forms = scene.dictionaries.verbs.forms.find(inflected);
  if (forms == scene.dictionaries.verbs.forms.end()) return nullptr;
  for (const VerbForm& form : forms->second) {
    if (form.inflected > at || at - form.inflected + form.words.size() > scene.atoms.size()) continue;
    const std::uint32_t start = at - static_cast<std::uint32_t>(form.inflected);
    bool fits = true;
    for (std::size_t k = 0; k < form.words.size(); ++k)
      if (k != form.inflected && scene.atoms[start + k].text != form.words[k]) fits = false;
    if (!fits) continue;
    first = start;
    last = start + static_cast<std::uint32_t>(form.words.size());
    return &form;
  }
  return nullptr;
}

// The last word of the verb phrase: all below the verb but what is coordinated with it or only stands beside it.
std::uint32_t end_below(const Scene& scene, std::uint32_t word, std::uint32_t except) {
  std::uint32_t end = word + 1;
  for (const std::uint32_t c : scene.tree.children(word)) {
    const std::string_view relation = base(scene.word(c).deprel);
    if (!scene.words.contains(c) || relation == "punct" || relation == "cc" || relation == "parataxis") continue;
    if (relation == "conj" && !is_nominal(scene.word(c)) && !is_nominal(scene.word(word))) continue;
    end = std::max(end, c == except ? c + 1 : end_below(scene, c, except));
  }
  return end;
}

}  // namespace

std::vector<VerbUse> verbs_of(const Scene& scene) {
  std::vector<VerbUse> out;
  for (std::uint32_t a = 0; a < scene.atoms.size(); ++a) {
    const Atom& atom = scene.atoms[a];
    if (!may_be_verb(scene.word(atom.word)) || scene.is_dropped(atom.word)) continue;
    VerbUse use;
    use.word = atom.word;
    use.form = form_at(scene, a, atom.text, use.first_atom, use.last_atom);
    // Regular forms are all in the dictionary; what is left is irregular, and many dictionaries leave it to the lemma.
    const bool regular = atom.text.ends_with("S") || atom.text.ends_with("ED") || atom.text.ends_with("ING");
    if (!use.form && !regular && atom.lemma != atom.text) use.form = form_at(scene, a, atom.lemma, use.first_atom, use.last_atom);
    if (use.form) out.push_back(use);
  }
  return out;
}

bool has_case(const Scene& scene, std::uint32_t noun, std::string_view preposition) {
  for (const std::uint32_t c : scene.tree.children(noun))
    if (base(scene.word(c).deprel) == "case" && ascii_lowered(scene.word(c).form) == preposition) return true;
  return false;
}

bool is_passive(const Scene& scene, std::uint32_t verb) {
  for (const std::uint32_t c : scene.tree.children(verb))
    if (scene.word(c).deprel == "nsubj:pass" || scene.word(c).deprel == "aux:pass" || scene.word(c).deprel == "csubj:pass") return true;
  return false;
}

std::int32_t agent_of(const Scene& scene, std::uint32_t verb) {
  for (const std::uint32_t c : scene.tree.children(verb)) {
    const Word& word = scene.word(c);
    if (word.deprel == "obl:agent" || (base(word.deprel) == "obl" && is_passive(scene, verb) && has_case(scene, c, "by")))
      return static_cast<std::int32_t>(c);
  }
  return no_word;
}

std::int32_t subject_of(const Scene& scene, std::uint32_t verb) {
  for (int depth = 0; depth < 32; ++depth) {
    for (const std::uint32_t c : scene.tree.children(verb))
      if (base(scene.word(c).deprel) == "nsubj") return static_cast<std::int32_t>(c);
    const Word& word = scene.word(verb);
    if (word.head == no_word || !is_one_of(base(word.deprel), {"xcomp", "conj", "advcl", "ccomp", "acl"})) return no_word;
    verb = static_cast<std::uint32_t>(word.head);
    if (is_nominal(scene.word(verb))) return no_word;
  }
  return no_word;
}

Field field_of(const Scene& scene, const VerbUse& verb, const std::vector<bool>* hidden) {
  std::uint32_t end = end_below(scene, verb.word, verb.word);
  for (std::uint32_t word = verb.word; base(scene.word(word).deprel) == "xcomp" && scene.word(word).head != no_word;) {
    const std::uint32_t above = static_cast<std::uint32_t>(scene.word(word).head);
    end = std::max(end, end_below(scene, above, word));
    word = above;
  }
  const auto is_seen = [&](std::uint32_t atom) {
    const std::uint32_t word = scene.atoms[atom].word;
    return !scene.is_dropped(word) && !(hidden && (*hidden)[word - scene.words.first]);
  };
  Field field;
  for (field.end = verb.last_atom; field.end < scene.atoms.size() && scene.atoms[field.end].word < end; ++field.end)
    if (is_seen(field.end)) field.behind.push_back(field.end);
  const std::int32_t subject = subject_of(scene, verb.word);
  for (std::uint32_t atom = verb.first_atom; atom > 0; --atom) {
    const std::uint32_t word = scene.atoms[atom - 1].word;
    const bool comma = scene.word(word).form == "," && !scene.is_dropped(word) && !scene.inside_phrase(word);
    if (comma && (subject == no_word || static_cast<std::uint32_t>(subject) > word)) break;
    if (is_seen(atom - 1)) field.before.push_back(atom - 1);
  }
  return field;
}

}  // namespace demarche::petrarch
