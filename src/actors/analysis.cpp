#include "actors/analysis.h"

#include <algorithm>

#include "text/utf8.h"

namespace demarche {

bool is_capitalised(std::string_view form) {
  if (form.empty()) return false;
  if (static_cast<unsigned char>(form[0]) < 0x80) return form[0] >= 'A' && form[0] <= 'Z';
  std::size_t at = 0;
  return is_upper(next_code_point(form, at));
}

std::string_view preposition(const Analysis& a, std::uint32_t word) {
  for (const auto c : a.tree.children(word))
    if (c < word && base(a.word(c).deprel) == "case") return a.forms[c];
  return {};
}

std::string Analysis::joined(WordRange words, const std::vector<std::string_view>& of) const {
  std::string text;
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    if (i > words.first && word(i).space_before) text.push_back(' ');
    text += of[i];
  }
  return text;
}

std::int32_t Analysis::new_group() {
  groups.emplace_back();
  return static_cast<std::int32_t>(groups.size() - 1);
}

void Analysis::join(std::uint32_t mention, std::int32_t group) {
  Details& d = details[mention];
  if (d.group == group || group == none) return;
  if (d.group != none) {
    merge(group, d.group);
    return;
  }
  d.group = group;
  Group& g = groups[static_cast<std::size_t>(group)];
  g.mentions.push_back(mention);
  if (g.kind == ActorClass::unknown) g.kind = d.kind;
  if (g.number == Number::unknown) g.number = d.number;
  if (g.gender == Gender::unknown) g.gender = d.gender;
  if (g.country == no_country) g.country = d.country;
  g.has_name |= !d.name.empty();
}

void Analysis::merge(std::int32_t into, std::int32_t from) {
  if (into == from || into == none || from == none) return;
  Group& target = groups[static_cast<std::size_t>(into)];
  Group& source = groups[static_cast<std::size_t>(from)];
  for (const auto m : source.mentions) {
    details[m].group = into;
    target.mentions.push_back(m);
  }
  std::sort(target.mentions.begin(), target.mentions.end());
  source.mentions.clear();
  if (target.kind == ActorClass::unknown) target.kind = source.kind;
  if (target.number == Number::unknown) target.number = source.number;
  if (target.gender == Gender::unknown) target.gender = source.gender;
  if (target.country == no_country) target.country = source.country;
  target.is_country |= source.is_country;
  target.is_place |= source.is_place;
  target.has_name |= source.has_name;
  if (target.government_of == none) target.government_of = source.government_of;
  for (auto& g : country_group)
    if (g == from) g = into;
  for (auto* groups_of : {&speaker, &turn_speaker, &turn_addressee})
    for (auto& g : *groups_of)
      if (g == from) g = into;
  for (auto& g : groups)
    if (g.government_of == from) g.government_of = into;
}

std::int32_t Analysis::group_of_country(std::int16_t country) {
  auto& group = country_group[static_cast<std::size_t>(country)];
  if (group == none) {
    group = new_group();
    Group& g = groups.back();
    g.kind = ActorClass::country;
    g.number = Number::singular;
    g.country = country;
    g.is_country = g.has_name = true;
  }
  return group;
}

void fold_words(Analysis& a) {
  const std::size_t n = a.reading.words.size();
  a.forms.resize(n);
  a.lemmas.resize(n);
  std::vector<std::size_t> ends;
  ends.reserve(2 * n);
  a.buffer.reserve(a.coding.document.text.size() * 2 + 16);
  for (const Word& word : a.reading.words) {
    append_folded(a.buffer, word.form);
    ends.push_back(a.buffer.size());
    append_folded(a.buffer, word.lemma.empty() ? word.form : word.lemma);
    ends.push_back(a.buffer.size());
  }
  const std::string_view all = a.buffer;
  std::size_t at = 0;
  for (std::size_t i = 0; i < n; ++i) {
    a.forms[i] = all.substr(at, ends[2 * i] - at);
    a.lemmas[i] = all.substr(ends[2 * i], ends[2 * i + 1] - ends[2 * i]);
    at = ends[2 * i + 1];
  }
}

void map_statements(Analysis& a) {
  a.statement_of.assign(a.reading.words.size(), none);
  // Inner statements stand behind the ones that hold them, so that the last to write is the innermost, save where two overlap without
  // one being inside of the other: then the shorter one.
  std::vector<std::uint32_t> size(a.coding.statements.size(), 0);
  for (std::size_t s = 0; s < a.coding.statements.size(); ++s)
    for (const auto part : a.coding.statements[s].content) size[s] += part.size();
  for (std::size_t s = 0; s < a.coding.statements.size(); ++s) {
    for (const auto part : a.coding.statements[s].content) {
      for (std::uint32_t i = part.first; i < std::min<std::size_t>(part.last, a.statement_of.size()); ++i) {
        auto& at = a.statement_of[i];
        if (at == none || size[s] <= size[static_cast<std::size_t>(at)]) at = static_cast<std::int32_t>(s);
      }
    }
  }
  a.speaker.assign(a.coding.statements.size(), none);
}

}  // namespace demarche
