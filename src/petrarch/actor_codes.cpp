// Who is meant by a noun phrase: actors and agents of the dictionaries, put together along its tree. `Lawmakers and officials in Fornost
// and Gondor` are four.
#include <algorithm>
#include <map>

#include "petrarch/scene.h"
#include "text/table.h"

namespace demarche::petrarch {
namespace {

constexpr std::size_t most_parties = 32;
constexpr std::uint32_t nowhere = UINT32_MAX;

struct Found {
  std::uint32_t first_word = 0;
  std::vector<std::string> actors;  // several for `[FRO/BIL/SAM]`
  const Agent* agent = nullptr;
};

// One of those who are meant.
struct Party {
  std::string actor;
  std::uint32_t actor_at = nowhere;
  std::vector<std::pair<std::uint32_t, const Agent*>> agents;  // by place
  bool known() const { return !actor.empty() || !agents.empty(); }
};
using Parties = std::vector<Party>;

class Phrase {
 public:
  Phrase(const Scene& scene, const std::vector<bool>& member) : scene_(scene), member_(member) { look_up(); }

  Parties all(std::uint32_t head) const {
    Parties out;
    group(head, out);
    return out;
  }

 private:
  bool is_member(std::uint32_t word) const { return scene_.words.contains(word) && member_[word - scene_.words.first]; }

  // Greedy, from left to right: the longest phrase that begins at a word, actors before agents.
  void look_up() {
    const std::vector<Atom>& atoms = scene_.atoms;
    std::vector<std::string> texts;
    texts.reserve(atoms.size());
    for (const Atom& atom : atoms) texts.push_back(atom.text);
    for (std::size_t a = 0; a < atoms.size();) {
      if (!is_member(atoms[a].word)) {
        ++a;
        continue;
      }
      std::size_t end = a;
      while (end < atoms.size() && is_member(atoms[end].word)) ++end;
      const std::span<const std::string> rest(texts.data() + a, end - a);
      const auto whole = [&](const PhraseIndex& phrases) -> std::optional<PhraseIndex::Found> {
        if (atoms[a].joined_before) return {};
        for (const PhraseIndex::Found& each : phrases.all(rest))
          if (!atoms[a + each.length - 1].joined_behind) return each;
        return {};
      };
      const auto actor = whole(scene_.dictionaries.actors.phrases);
      const auto agent = whole(scene_.dictionaries.agents.phrases);
      Found found;
      std::size_t length = 0;
      if (actor && (!agent || actor->length >= agent->length)) {
        length = actor->length;
        const auto code = code_on(scene_.dictionaries.actors, actor->value, scene_.day);
        // `[FRO/BIL/SAM]` are three for PETRARCH; PETRARCH2 leaves the code as it is.
        if (code && *code != "---")
          found.actors = scene_.dictionaries.verbs.phrase_patterns ? std::vector<std::string>{*code} : split_list(*code, '/');
      } else if (agent) {
        length = agent->length;
        found.agent = &scene_.dictionaries.agents.agents[agent->value];
      }
      if (length == 0) {
        ++a;
        continue;
      }
      found.first_word = atoms[a].word;
      const std::uint32_t owner = head_of(scene_.reading, {atoms[a].word, atoms[a + length - 1].word + 1});
      found_[owner].push_back(std::move(found));
      a += length;
    }
  }

  static Party joined(const Party& a, const Party& b) {
    Party out = a;
    if (b.actor_at < a.actor_at) {
      out.actor = b.actor;
      out.actor_at = b.actor_at;
    }
    out.agents.insert(out.agents.end(), b.agents.begin(), b.agents.end());
    std::sort(out.agents.begin(), out.agents.end());
    return out;
  }
  static Parties crossed(const Parties& a, const Parties& b) {
    Parties out;
    for (const Party& one : a)
      for (const Party& other : b)
        if (out.size() < most_parties) out.push_back(joined(one, other));
    return out;
  }

  // A word with all that modifies it, without what is coordinated with it.
  Parties alone(std::uint32_t word) const {
    Parties out = {Party()};
    const auto own = found_.find(word);
    if (own != found_.end())
      for (const Found& found : own->second) {
        Parties options;
        for (const std::string& actor : found.actors) options.push_back({actor, found.first_word, {}});
        if (found.agent) options.push_back({{}, nowhere, {{found.first_word, found.agent}}});
        if (!options.empty()) out = crossed(out, options);
      }
    for (const std::uint32_t c : scene_.tree.children(word)) {
      const std::string_view relation = base(scene_.word(c).deprel);
      if (!is_member(c) || relation == "conj" || relation == "cc" || relation == "punct") continue;
      if (relation == "appos" && behind_comma(c) && std::any_of(out.begin(), out.end(), [](const Party& p) { return p.known(); })) continue;
      Parties parts;
      group(c, parts);
      std::erase_if(parts, [](const Party& p) { return !p.known(); });
      if (!parts.empty()) out = crossed(out, parts);
    }
    return out;
  }

  // `Osgiliath, the state's fiercest foe`: says no more of who it is, where that is known.
  bool behind_comma(std::uint32_t word) const {
    for (const std::uint32_t c : scene_.tree.children(word))
      if (c < word && scene_.word(c).form == ",") return true;
    return false;
  }

  bool has_determiner(std::uint32_t word) const {
    for (const std::uint32_t c : scene_.tree.children(word))
      if (base(scene_.word(c).deprel) == "det" || scene_.word(c).deprel == "nmod:poss") return true;
    return false;
  }

  // A word and what is coordinated with it. Who has no actor of his own shares one: `Danish media and government`, `lawmakers and officials
  // in Gondor`.
  void group(std::uint32_t word, Parties& out) const {
    std::vector<std::pair<std::uint32_t, Parties>> conjuncts;
    conjuncts.emplace_back(word, alone(word));
    for (const std::uint32_t c : scene_.tree.children(word))
      if (base(scene_.word(c).deprel) == "conj" && is_member(c)) {
        Parties parts;
        group(c, parts);
        conjuncts.emplace_back(c, std::move(parts));
      }
    const auto lacks = [](const Parties& parts) {
      return std::all_of(parts.begin(), parts.end(), [](const Party& p) { return p.actor.empty() && !p.agents.empty(); });
    };
    for (std::size_t k = 0; k < conjuncts.size(); ++k) {
      if (!lacks(conjuncts[k].second)) continue;
      Parties lent;
      const auto lend = [&](const Parties& from, std::uint32_t owner, bool before) {
        for (const Party& party : from)
          if (!party.actor.empty() && party.actor_at != owner && (party.actor_at < owner) == before)
            lent.push_back({party.actor, party.actor_at, {}});
      };
      if (k > 0 && !has_determiner(conjuncts[k].first)) lend(conjuncts[k - 1].second, conjuncts[k - 1].first, true);
      if (lent.empty() && k > 0) lend(conjuncts[0].second, conjuncts[0].first, false);
      if (lent.empty() && k + 1 < conjuncts.size()) lend(conjuncts.back().second, conjuncts.back().first, false);
      if (!lent.empty()) conjuncts[k].second = crossed(conjuncts[k].second, lent);
    }
    for (auto& [owner, parts] : conjuncts)
      for (Party& party : parts)
        if (out.size() < most_parties) out.push_back(std::move(party));
  }

  const Scene& scene_;
  const std::vector<bool>& member_;
  std::map<std::uint32_t, std::vector<Found>> found_;  // by the word that heads the match
};

// Does the code hold the three letters, counted in threes from its start?
bool holds(const std::string& code, std::string_view three) {
  for (std::size_t at = 0; at < code.size(); at += 3)
    if (std::string_view(code).substr(at, 3) == three) return true;
  return false;
}

std::string code_of(const Party& party) {
  std::string code = party.actor.empty() ? "---" : party.actor;
  for (const auto& [place, agent] : party.agents) {
    for (std::size_t at = 0; at < agent->code.size(); at += 3) {
      const std::string part = agent->code.substr(at, 3);
      if (holds(code, part)) continue;
      if (agent->before)
        code = code == "---" ? part : part + code;
      else
        code += part;
    }
  }
  return code;
}

}  // namespace

std::vector<std::string> codes_of(const Scene& scene, std::uint32_t head, const std::vector<bool>& member) {
  std::vector<std::string> codes;
  for (const Party& party : Phrase(scene, member).all(head)) {
    if (!party.known()) continue;
    std::string code = code_of(party);
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(std::move(code));
  }
  return codes;
}

}  // namespace demarche::petrarch
