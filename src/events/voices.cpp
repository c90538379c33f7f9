// On whose word an event stands, and what that makes of it.
#include <algorithm>

#include "events/circumstances.h"
#include "events/denials.h"
#include "events/modality.h"
#include "text/words.h"

namespace demarche {
namespace {

bool is_hedge(const Syntax& syntax, std::uint32_t word) {
  for (const std::string_view hedge : {"reportedly", "allegedly", "supposedly", "purportedly"})
    if (same_word(syntax.word(word).form, hedge)) return true;
  return false;
}

}  // namespace

// `warned that Russia, which supports the regime, has …`: the clause beside is the document's own remark, unless it stands in quotation
// marks.
bool Circumstances::beside_voice(std::uint32_t trigger, std::uint32_t index) const {
  const Statement& statement = coding_.statements[index];
  if (statement.direct || syntax_.word(trigger).quoted) return false;
  std::int32_t at = static_cast<std::int32_t>(trigger);
  for (int step = 0; at != no_word && step < 16; ++step) {
    const auto node = static_cast<std::uint32_t>(at);
    const auto up = syntax_.head(node);
    if (up == no_word) return false;
    const auto head = static_cast<std::uint32_t>(up);
    const bool inside =
        std::any_of(statement.content.begin(), statement.content.end(), [&](WordRange part) { return part.contains(head); });
    if (!inside) return false;
    if (syntax_.label(node) == "acl:relcl") {
      // With a comma before its pronoun.
      for (const auto c : syntax_.children(node))
        if (syntax_.is_relative_pronoun(c) && c > 0 && syntax_.word(c - 1).form == ",") return true;
    }
    at = up;
  }
  return false;
}

// `India recalled its envoy and suspended trade`: the network takes many a verb for one of speech. A verb that no cue is known of puts on
// somebody's word what it has as its clause, but neither its own object nor another deed beside it.
bool Circumstances::beside_unknown_cue(std::uint32_t trigger, const Statement& statement) const {
  if (statement.rule != "network" || statement.act != Act::say || statement.direct || !statement.cue || syntax_.word(trigger).quoted)
    return false;
  std::uint32_t below = trigger;
  for (auto at = syntax_.head(trigger); at != no_word; at = syntax_.head(below)) {
    const auto node = static_cast<std::uint32_t>(at);
    if (statement.cue->contains(node)) return syntax_.is_verb(node) && !is_one_of(syntax_.relation(below), {"ccomp", "parataxis", "acl"});
    below = node;
  }
  return false;
}

// `accused of torturing prisoners`, `convicted of spying`, `jailed for insulting the king`: the word of those who accuse, named or not.
bool Circumstances::is_charged(std::uint32_t trigger) const {
  std::int32_t at = static_cast<std::int32_t>(trigger);
  for (int step = 0; at != no_word && step < 6; ++step) {
    const auto node = static_cast<std::uint32_t>(at);
    const auto kind = syntax_.relation(node);
    if (!is_one_of(kind, {"xcomp", "obj", "conj", "obl", "nmod", "advcl", "acl"}) || syntax_.label(node) == "acl:relcl") return false;
    at = syntax_.head(node);
    if (at == no_word) return false;
    const auto marker = syntax_.marker(node);
    const bool of = marker == "of" || marker == "with";
    if (!of && !(marker == "for" && syntax_.word(node).xpos == "VBG")) continue;
    const auto lemma = syntax_.lemma(static_cast<std::uint32_t>(at));
    if (std::binary_search(knowledge_.charging.begin(), knowledge_.charging.end(), lemma)) return true;
  }
  return false;
}

bool Circumstances::is_voted(std::uint32_t trigger, WordRange cue) const {
  std::int32_t at = static_cast<std::int32_t>(trigger);
  for (int step = 0; step < 4 && is_one_of(syntax_.relation(static_cast<std::uint32_t>(at)), {"xcomp", "conj"}); ++step) {
    at = syntax_.head(static_cast<std::uint32_t>(at));
    if (at == no_word) return false;
    if (cue.contains(static_cast<std::uint32_t>(at))) return syntax_.lemma(static_cast<std::uint32_t>(at)) == "vote";
  }
  return false;
}

// `seems to support them`, `and appears to have hit him`
bool Circumstances::appears_so(const Statement& statement) const {
  if (!statement.cue || !same_word(syntax_.word(statement.content.front().first).form, "to")) return false;
  for (auto i = statement.cue->first; i < statement.cue->last; ++i)
    if (is_one_of(syntax_.lemma(i), {"seem", "appear"})) return true;
  return false;
}

// `offered condolences for the attack in which they died`
bool Circumstances::is_mourned(std::uint32_t trigger, const Statement& statement) const {
  if (statement.direct) return false;
  constexpr int longest_way = 8;
  std::int32_t at = static_cast<std::int32_t>(trigger);
  for (int step = 0; step < longest_way && at != no_word; ++step) {
    const auto node = static_cast<std::uint32_t>(at);
    at = syntax_.head(node);
    if (at == no_word || !is_one_of(syntax_.relation(node), {"nmod", "obl", "acl"}) || syntax_.label(node) == "nmod:poss") continue;
    if (syntax_.is_among(static_cast<std::uint32_t>(at), knowledge_.mourning)) return true;
    // read with the verb: `offered Malta its condolences for the attack`
    const auto object = syntax_.child(static_cast<std::uint32_t>(at), "obj");
    if (object != no_word && object < static_cast<std::int32_t>(node) &&
        syntax_.is_among(static_cast<std::uint32_t>(object), knowledge_.mourning))
      return true;
  }
  return false;
}

void Circumstances::set_voices(Event& event, std::uint32_t trigger) const {
  event.voices.clear();
  bool denied = is_called_untrue(syntax_, trigger), hearsay = false;
  for (const auto index : voices_.of(trigger)) {
    const Statement& statement = coding_.statements[index];
    // The cue is not part of what is said by it.
    if (statement.cue && statement.cue->contains(trigger)) continue;
    if (beside_voice(trigger, index) || beside_unknown_cue(trigger, statement)) continue;
    // `dismissed the accusations that …`: what is accused is denied, not that it was.
    const auto head = syntax_.head(trigger);
    if (statement.act == Act::deny && statement.cue && head != no_word && statement.cue->contains(static_cast<std::uint32_t>(head)) &&
        syntax_.relation(trigger) == "obj")
      continue;
    // `did not condemn the invasion`: nobody's word.
    if (is_one_of(name_of(statement.act), {"criticize", "praise"}) && !statement.direct && statement.cue && head != no_word &&
        statement.cue->contains(static_cast<std::uint32_t>(head)) && syntax_.relation(trigger) == "obj" &&
        reality_of(knowledge_, syntax_, static_cast<std::uint32_t>(head)).negated)
      continue;
    if (is_mourned(trigger, statement)) continue;
    // `Peru seems to support Ecuador`: Peru is part of what seems so, not who says it.
    if (!statement.direct && statement.source &&
        (appears_so(statement) ||
         std::any_of(statement.content.begin(), statement.content.end(), [&](WordRange part) { return part.overlaps(*statement.source); })))
      continue;
    // `voted to censure the mayor`: whoever votes for it does it.
    if (statement.act == Act::want && !statement.direct && statement.cue && is_voted(trigger, *statement.cue)) continue;
    event.voices.push_back(index);
    denied |= denies(statement) || denied_[index];
    hearsay |= statement.hearsay;
  }
  // `reportedly`, at the word itself or at a verb that it hangs on.
  std::int32_t at = static_cast<std::int32_t>(trigger);
  for (int step = 0; !hearsay && at != no_word && step < 6; ++step) {
    const auto node = static_cast<std::uint32_t>(at);
    for (const auto c : syntax_.children(node)) hearsay |= syntax_.relation(c) == "advmod" && is_hedge(syntax_, c);
    const auto kind = syntax_.relation(node);
    if (kind != "xcomp" && kind != "obj" && kind != "conj" && kind != "obl" && kind != "nmod") break;
    if (kind == "conj" && syntax_.child(node, "nsubj") != no_word) break;
    at = syntax_.head(node);
  }
  event.status = denied                                         ? Status::denied
                 : hearsay                                      ? Status::hearsay
                 : event.voices.empty() && !is_charged(trigger) ? Status::stated
                                                                : Status::claimed;
}

}  // namespace demarche
