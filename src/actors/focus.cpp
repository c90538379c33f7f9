#include <algorithm>

#include "actors/analysis.h"
#include "text/words.h"

namespace demarche {

namespace {

// Does the one mention stand in words of the other?
bool own_words(const Analysis& a, std::uint32_t speaker, std::uint32_t mention) {
  std::int32_t s = a.details[mention].statement;
  for (int step = 0; step < 20 && s != none; ++step) {
    if (a.coding.actors.statement_source[static_cast<std::size_t>(s)] == static_cast<std::int32_t>(speaker)) return true;
    s = a.coding.statements[static_cast<std::size_t>(s)].inside;
  }
  return false;
}

// Does the other stand in what the mention is told? `told the prime minister that Chad paid them`
bool is_told(const Analysis& a, std::uint32_t whom, std::uint32_t mention) {
  const auto s = a.details[mention].statement;
  return s != none && a.actors().statement_addressee[static_cast<std::size_t>(s)] == static_cast<std::int32_t>(whom);
}

// `The government signed a treaty with Chad`, `with the Chad Oil Company`: the country that stands behind `with`.
std::int16_t country_of_partner(const Analysis& a, std::uint32_t verb) {
  std::vector<std::uint32_t> partners;
  const auto add_below = [&](std::uint32_t above) {
    for (const auto c : a.tree.children(above))
      if (c > verb && is_one_of(base(a.word(c).deprel), {"obl", "nmod"}) && preposition(a, c) == "with") partners.push_back(c);
  };
  add_below(verb);
  if (const auto object = child(a.reading, a.tree, verb, "obj"); object != no_word) add_below(static_cast<std::uint32_t>(object));
  for (const auto partner : partners) {
    const auto phrase = subtree(a.tree, partner);
    for (auto i = phrase.first; i <= partner; ++i)
      if (const auto m = a.mention_at(i); m != none && a.details[static_cast<std::size_t>(m)].country != no_country)
        return a.details[static_cast<std::size_t>(m)].country;
  }
  return no_country;
}

// `The minister accused Chad`: of Chad he is not. no_country where nothing tells.
std::int16_t country_faced(const Analysis& a, std::uint32_t mention) {
  const auto verb = a.word(a.head(mention)).head;
  if (a.details[mention].syntax != Syntax::subject || verb == no_word) return no_country;
  if (const auto partner = country_of_partner(a, static_cast<std::uint32_t>(verb)); partner != no_country) return partner;
  if (!a.knowledge.words.facing.contains(a.lemmas[static_cast<std::uint32_t>(verb)])) return no_country;
  const auto object = child(a.reading, a.tree, static_cast<std::uint32_t>(verb), "obj");
  const auto m = object == no_word ? none : a.mention_at(static_cast<std::uint32_t>(object));
  if (m == none) return no_country;
  const Details& d = a.details[static_cast<std::size_t>(m)];
  if (d.group == none) return no_country;
  const Group& g = a.groups[static_cast<std::size_t>(d.group)];
  if (!g.is_country && g.government_of == none) return no_country;
  return g.country != no_country || g.government_of == none ? g.country : a.groups[static_cast<std::size_t>(g.government_of)].country;
}

// `In Tehran, a deputy minister said …`: whose minister he is.
bool opens_sentence(const Analysis& a, std::uint32_t mention) {
  constexpr std::uint32_t words_before = 2;
  const auto words = a.actors().mentions[mention].words;
  const auto sentence = a.reading.sentences[a.details[mention].sentence].words;
  return words.first - sentence.first <= words_before && words.last < sentence.last && a.forms[words.last] == ",";
}

// The country of the place with which the mention's sentence or one before it in its paragraph begins: `In Rabat, …`. no_country where it
// is one from which the press reports on others.
std::int16_t scene_of(const Analysis& a, std::uint32_t mention) {
  const Details& d = a.details[mention];
  for (auto m = mention; m-- > 0 && a.details[m].block == d.block;) {
    const Details& place = a.details[m];
    const auto first = a.reading.sentences[place.sentence].words.first;
    if (a.actors().mentions[m].words.first != first + 1 || a.forms[first] != "in" || a.actors().mentions[m].kind != MentionKind::name)
      continue;
    if (a.knowledge.words.press_seat.contains(a.joined(place.name, a.forms))) return no_country;
    if (place.country != no_country) return place.country;
    if (place.lies_in != no_country) return place.lies_in;
  }
  return no_country;
}

// Of the place that the report is from; no_country for those from which other countries are reported on.
std::int16_t country_of_dateline(const Analysis& a) {
  const auto& place = a.coding.document.dateline_place;
  if (!place) return no_country;
  const std::string folded_place = folded(*place);
  const auto end = std::min(folded_place.find_first_of(",(/"), folded_place.size());
  std::string town = folded_place.substr(0, end);
  while (!town.empty() && town.back() == ' ') town.pop_back();
  if (a.knowledge.words.press_seat.contains(town)) return no_country;
  if (const KnownName* known = a.knowledge.name(town); known && known->kind == NameKind::capital) return known->country;
  return a.country_of_place ? a.knowledge.country(a.country_of_place(*place)) : no_country;
}

// `Chad denied it`, `Chad's army denied it`, `the Chadian army denied it`
bool leads_a_sentence(const Analysis& a, std::uint32_t mention) {
  if (a.details[mention].syntax == Syntax::subject) return true;
  const auto head = a.head(mention);
  const auto above = a.word(head).head;
  const bool owns = a.word(head).deprel == "nmod:poss" || a.coding.actors.mentions[mention].kind == MentionKind::adjective;
  return owns && above != no_word && base(a.word(static_cast<std::uint32_t>(above)).deprel) == "nsubj";
}

}  // namespace

bool may_be_of_the_passage(const Analysis& a, std::uint32_t mention) {
  const Mention& m = a.coding.actors.mentions[mention];
  const Details& d = a.details[mention];
  if (a.knowledge.words.abroad.contains(d.role_word) || a.knowledge.words.abroad.contains(a.lemmas[m.head])) return false;
  // `Governments take hostages`: those of no country.
  if (a.lemmas[m.head] == "government" && d.number == Number::plural && !d.definite) return false;
  for (std::uint32_t i = m.words.first; i < m.head; ++i) {
    if (!a.knowledge.words.outside.contains(a.lemmas[i])) continue;
    const bool office = a.knowledge.noun(a.joined({i, i + 2}, a.lemmas)) != nullptr;  // a `foreign minister`
    if (!office) return false;
  }
  return true;
}

Focus::Focus(const Analysis& a) : speaks_(a.details.size(), false), total_(a.knowledge.countries.size(), 0.0F) {
  for (const Statement& s : a.coding.statements) {
    if (!s.source) continue;
    for (std::uint32_t i = s.source->first; i < std::min<std::size_t>(s.source->last, a.reading.words.size()); ++i)
      if (const auto m = a.mention_at(i); m != none) speaks_[static_cast<std::size_t>(m)] = true;
  }
  // Countries of the leaders whom the list names, per group.
  std::vector<std::int16_t> leads(a.groups.size(), no_country);
  for (const Details& d : a.details)
    if (d.group != none && d.known && d.known->kind == NameKind::leader)
      leads[static_cast<std::size_t>(d.group)] = a.knowledge.leaders[d.known->row].country;
  float sum = 0;
  for (std::uint32_t m = 0; m < a.details.size(); ++m) {
    const Details& d = a.details[m];
    std::int16_t country = d.country;
    if (country == no_country && d.group != none) country = a.groups[static_cast<std::size_t>(d.group)].country;
    if (country == no_country && d.group != none) country = leads[static_cast<std::size_t>(d.group)];
    if (country == no_country) country = d.lies_in;
    if (country == no_country) continue;
    if (d.known && d.known->kind == NameKind::organisation && !d.known->armed) continue;                // newspapers, foreign ministries
    if (a.coding.actors.mentions[m].kind == MentionKind::nominal && d.rule == "nationality") continue;  // its adjective counts already
    if (a.coding.actors.mentions[m].kind == MentionKind::nominal && d.rule == "party") continue;
    // Who speaks of something is seldom what is spoken of.
    float weight = speaks_[m] ? 0.3F : 1.0F;
    // `mediators from Switzerland`, `the United States embassy`: by their work in a country that is not theirs
    if (const auto above = a.word(a.head(m)).head;
        above != no_word && a.knowledge.words.abroad.contains(a.lemmas[static_cast<std::uint32_t>(above)]))
      weight *= 0.2F;
    // Where something is tells more than whose something is: `police detained them outside the Russian embassy in Warsaw`.
    if (d.locative || d.lies_in != no_country) weight *= 1.5F;
    if (a.coding.actors.mentions[m].kind == MentionKind::adjective) weight *= 0.7F;
    named_.push_back({m, d.sentence, d.block, country, weight, speaks_[m]});
    // What the document is about tells who speaks in it as well.
    const float share = speaks_[m] ? 0.7F : 1.0F;
    total_[static_cast<std::size_t>(country)] += share;
    sum += share;
  }
  // Where the report is from tells whose police and ministry it speaks of; from where the press sits it reports on other countries.
  if (const std::int16_t from = country_of_dateline(a); from != no_country) {
    constexpr float mentions = 1.5F;  // that it is worth
    total_[static_cast<std::size_t>(from)] += mentions;
    sum += mentions;
    home_ = reported_from_ = from;
  }
  constexpr std::uint32_t lead = 2;  // headline and first sentence
  for (const Named& n : named_) {
    if (n.sentence >= lead || reported_from_ != no_country) break;
    const Syntax place = a.details[n.mention].syntax;
    if (place != Syntax::subject && place != Syntax::possessor && a.coding.actors.mentions[n.mention].kind != MentionKind::adjective)
      continue;
    home_ = n.country;
    break;
  }
  for (std::size_t c = 0; c < total_.size(); ++c)
    if (total_[c] > sum * 0.5F) document_ = static_cast<std::int16_t>(c);
  if (sum > 0)
    for (float& t : total_) t /= sum;
}

std::int16_t Focus::around(const Analysis& a, std::uint32_t mention, float nearness, float margin) const {
  const Details& d = a.details[mention];
  const auto at = std::lower_bound(named_.begin(), named_.end(), mention, [](const Named& n, std::uint32_t m) { return n.mention < m; });
  // `Moscow denied it. The minister called it a lie.`: of whom the sentence before speaks, in the same paragraph.
  std::int16_t in_paragraph = no_country;
  std::uint32_t latest = 0;
  if (margin > 1)
    for (auto before = at; before != named_.begin() && (before - 1)->block == d.block;) {
      --before;
      if (in_paragraph != no_country && before->sentence < latest) break;
      // The first subject of the last sentence that has one.
      if (before->sentence < d.sentence && leads_a_sentence(a, before->mention)) in_paragraph = before->country, latest = before->sentence;
    }
  // `In Rabat there was anger. Prime Minister Idrissi …`: where the passage takes place.
  if (margin > 1 && in_paragraph == no_country) in_paragraph = scene_of(a, mention);
  std::vector<std::pair<std::int16_t, float>> scores;
  const auto add = [&](std::int16_t country, float weight) {
    const auto found = std::find_if(scores.begin(), scores.end(), [&](const auto& s) { return s.first == country; });
    if (found == scores.end())
      scores.emplace_back(country, weight);
    else
      found->second += weight;
  };
  // Governments sign and meet in other countries' capitals: `the government signed the accord in Havana`.
  const bool travels = d.noun && (d.noun->government || d.noun->office);
  const auto count = [&](const Named& n, float weight) {
    if (n.mention == mention) return;
    if (travels && a.details[n.mention].locative && a.actors().mentions[n.mention].kind == MentionKind::name)
      weight *= opens_sentence(a, n.mention) && n.sentence == d.sentence ? 2.0F : 0.3F;
    // Who speaks is of those who speak around him, not of those that he speaks of.
    if (speaks_[mention])
      weight *= n.speaks ? 1.0F : own_words(a, mention, n.mention) ? 0.1F : 0.5F;
    else
      weight *= is_told(a, mention, n.mention) ? 0.1F : n.country == in_paragraph ? std::max(1.0F, n.weight) : n.weight;
    add(n.country, weight);
  };
  int steps = 0;
  for (auto before = at; before != named_.begin() && steps < 40; ++steps) {
    --before;
    const std::uint32_t distance = d.sentence - before->sentence;
    if (distance > 4) break;
    count(*before, distance == 0              ? 3.0F
                   : before->block == d.block ? 1.5F / static_cast<float>(distance)
                                              : 0.7F / static_cast<float>(distance));
  }
  steps = 0;
  for (auto after = at; after != named_.end() && steps < 20 && after->sentence == d.sentence; ++after, ++steps) count(*after, 1.5F);
  if (scores.empty()) {
    const std::int16_t likely = reported_from_ != no_country ? reported_from_ : document_;
    return likely == country_faced(a, mention) ? no_country : likely;
  }
  // What the document is about is never far away: an embassy or a mediator's country in the sentence before does not take its place.
  constexpr float everywhere = 1.2F, least_share = 0.3F;
  for (std::size_t c = 0; c < total_.size(); ++c)
    if (total_[c] >= least_share || static_cast<std::int16_t>(c) == reported_from_)
      add(static_cast<std::int16_t>(c), everywhere * std::max(total_[c], least_share));
  std::int16_t best = no_country;
  float best_score = 0, second = 0;
  const std::int16_t faced = country_faced(a, mention);
  for (auto& [country, score] : scores) {
    if (country == faced) continue;
    score *= nearness + total_[static_cast<std::size_t>(country)];
    // Whose office it is goes without saying where it is that of the country that the report is from.
    if (margin > 1 && country == (in_paragraph != no_country ? in_paragraph : home_)) score *= 4.0F;
    if (score > best_score)
      second = best_score, best_score = score, best = country;
    else
      second = std::max(second, score);
  }
  return best_score >= margin * second ? best : no_country;
}

}  // namespace demarche
