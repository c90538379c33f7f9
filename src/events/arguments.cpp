#include "events/arguments.h"

#include <algorithm>

#include "text/words.h"

namespace demarche {
namespace {

// Prepositions of where, when and on whose word something happens, rather than of whom it is done to; by lemma, which is the verb's where
// the preposition is a participle (according to).
bool is_setting(std::string_view preposition) {
  return is_one_of(preposition, {"in",     "under",  "at",      "near",   "during",    "after",   "before",    "since",     "until",
                                 "till",   "amid",   "as",      "by",     "like",      "unlike",  "according", "including", "outside",
                                 "inside", "via",    "through", "ahead",  "following", "because", "despite",   "due",       "without",
                                 "than",   "accord", "include", "follow", "regard",    "concern", "base",      "depend"});
}

// Where something was rather than who did it.
bool is_place_alone(const Actors& actors, std::int32_t mention) {
  const Entity* who = entity_of(actors, mention);
  return who && is_local_place(*who);
}

void add(MentionList& list, std::int32_t mention) {
  if (std::find(list.begin(), list.end(), mention) == list.end()) list.push_back(mention);
}

}  // namespace

ArgumentFinder::ArgumentFinder(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax)
    : knowledge_(knowledge), coding_(coding), syntax_(syntax) {}

std::int32_t ArgumentFinder::mention_at(std::uint32_t word) const {
  if (word >= coding_.actors.mention_of_head.size()) return no_mention;
  const std::int32_t found = coding_.actors.mention_of_head[word];
  if (found == no_mention) return no_mention;
  const Mention& mention = coding_.actors.mentions[static_cast<std::size_t>(found)];
  // Pronouns that stand for things, or for anybody (`you never know`), are no actors; those that stand for people may be left open.
  if (mention.kind == MentionKind::pronoun && mention.entity == no_entity) {
    const auto form = syntax_.word(mention.head).form;
    for (const std::string_view thing : {"it", "its", "itself", "this", "that", "these", "those", "which", "what", "who", "whom", "whoever",
                                         "one", "there", "you", "your"})
      if (same_word(form, thing)) return no_mention;
  }
  if (mention.kind == MentionKind::nominal &&
      (mention.entity == no_entity || coding_.actors.entities[static_cast<std::size_t>(mention.entity)].roles.empty())) {
    // `ordered attacks on …`: whom it is said to is a deed, not somebody. `use force`: no troops.
    const auto& deeds = knowledge_.by_lemma[static_cast<std::size_t>(PredicateKind::noun)];
    // `The accord calls on them to act` speaks all the same.
    const auto& speakers = coding_.actors.statement_source;
    if (syntax_.word(mention.head).upos == Upos::NOUN && deeds.contains(syntax_.lemma(mention.head)) &&
        (syntax_.is_among(mention.head, knowledge_.attacks) || std::find(speakers.begin(), speakers.end(), found) == speakers.end()))
      return no_mention;
  }
  if (same_word(syntax_.word(mention.head).form, "force") && mention.words.size() == 1) return no_mention;
  return found;
}

bool ArgumentFinder::speaks_for(std::int32_t who, std::int32_t country) const {
  const Entity* official = entity_of(coding_.actors, who);
  const Entity* whole = entity_of(coding_.actors, country);
  return official && whole && !whole->country.empty() && whole->code == whole->country && official->country == whole->country &&
         std::find(official->roles.begin(), official->roles.end(), "GOV") != official->roles.end();
}

bool ArgumentFinder::is_nobodys_place(std::int32_t mention) const {
  const Entity* who = entity_of(coding_.actors, mention);
  return who && who->type == EntityType::place && who->code.empty() &&
         coding_.actors.mentions[static_cast<std::size_t>(mention)].kind == MentionKind::nominal;
}

bool ArgumentFinder::same_actor(std::int32_t a, std::int32_t b) const {
  if (a == b) return true;
  const auto entity = entity_index(coding_.actors, a);
  return entity != no_entity && entity == entity_index(coding_.actors, b);
}

void ArgumentFinder::inner_actor(std::uint32_t word, MentionList& out) const {
  constexpr int depth_limit = 4;
  WordList level{word}, next;
  for (int depth = 0; depth < depth_limit && !level.empty(); ++depth) {
    next.clear();
    // Owners first, then modifiers, then phrases behind.
    for (int turn = 0; turn < 3; ++turn) {
      for (const auto at : level) {
        for (const auto c : syntax_.children(at)) {
          const auto label = syntax_.label(c);
          const auto kind = base(label);
          const bool owner = label == "nmod:poss";
          const bool modifier =
              is_one_of(kind, {"amod", "compound", "flat"}) || label == "nmod:desc" || (kind == "nmod" && !owner && c < at);
          const bool phrase =
              (kind == "nmod" && !owner && c > at) || kind == "appos" || (kind == "conj" && at != word && syntax_.is_nominal(c));
          if ((turn == 0 && !owner) || (turn == 1 && !modifier) || (turn == 2 && !phrase)) continue;
          if (is_victim_of(c, at)) continue;
          // `seized the hills between Chad and Niger`: where they lie.
          if (phrase && syntax_.marker(c) == "between" && syntax_.is_among(at, knowledge_.territories)) continue;
          // `the Iraq War`: where it was.
          if (modifier && same_word(syntax_.word(at).form, "war")) continue;
          if (is_where_it_struck(c, at)) continue;
          if (mention_at(syntax_.antecedent(c)) != no_mention) {
            WordList all;
            syntax_.coordinated(syntax_.antecedent(c), all);
            for (const auto one : all)
              if (const auto mention = mention_at(one); mention != no_mention) add(out, mention);
            return;
          }
          next.push_back(c);
        }
      }
    }
    // `an appeal lodged by the company`; but `Kim, aided by the army and opposed by Chad`: who aids somebody does not own him.
    for (const auto at : level) {
      if (mention_at(at) != no_mention && !is_nobodys_place(mention_at(at))) continue;
      for (const auto clause : syntax_.children(at)) {
        if (syntax_.label(clause) != "acl" || syntax_.word(clause).xpos != "VBN") continue;
        WordList agents;
        syntax_.subjects(clause, agents);
        for (const auto agent : agents)
          if (syntax_.head(agent) == static_cast<std::int32_t>(clause)) actors_of(agent, out);
        if (!out.empty()) return;
      }
    }
    level.swap(next);
  }
}

void ArgumentFinder::actors_of(std::uint32_t word, MentionList& out) const {
  WordList all;
  syntax_.coordinated(syntax_.antecedent(word), all);
  for (const auto one : all) {
    const auto resolved = syntax_.antecedent(one);
    const auto mention = mention_at(resolved);
    // `along the border with Ukraine`: a place that belongs to somebody stands for him.
    const bool owned = mention != no_mention && is_nobodys_place(mention);
    const auto before = out.size();
    // `freed the captives and Mali's money`, `stopped rebels and trade with Mali`: what is joined to an actor is no other one for having
    // an owner; but `Oman and the Harrow chain` is.
    if (mention == no_mention && one != all.front() && mention_at(syntax_.antecedent(all.front())) != no_mention) {
      for (const auto c : syntax_.children(resolved))
        if (is_one_of(syntax_.relation(c), {"compound", "amod"}) && mention_at(c) != no_mention) add(out, mention_at(c));
      continue;
    }
    if (mention == no_mention || owned) inner_actor(resolved, out);
    // … where the parser hangs `with Ukraine` on the verb, too
    if (owned && out.size() == before)
      if (const auto owner = syntax_.phrase_right_behind(resolved, "with"); owner != no_word)
        if (const auto whose = mention_at(static_cast<std::uint32_t>(owner)); whose != no_mention) add(out, whose);
    if (mention != no_mention && (!owned || out.empty())) add(out, mention);
  }
}

// `Israeli and Palestinian officials`: both sides, of whom one noun speaks.
MentionList ArgumentFinder::nationalities_of(std::uint32_t noun) const {
  MentionList both;
  for (const auto c : syntax_.children(noun)) {
    if (c > noun || !is_one_of(syntax_.relation(c), {"amod", "compound"}) || syntax_.child(c, "conj") == no_word) continue;
    WordList all;
    syntax_.coordinated(c, all);
    for (const auto d : syntax_.children(c))  // adjectives, which are no nominals
      if (syntax_.relation(d) == "conj") all.push_back(d);
    for (const auto one : all)
      if (const auto mention = mention_at(one); mention != no_mention && one < noun && entity_of(coding_.actors, mention))
        add(both, mention);
  }
  if (both.size() < 2 || same_actor(both[0], both[1])) both.clear();
  return both;
}

bool ArgumentFinder::is_where_it_was(std::int32_t mention, std::uint32_t deed) const {
  constexpr int depth_limit = 6;
  auto at = coding_.actors.mentions[static_cast<std::size_t>(mention)].head;
  for (int step = 0; step < depth_limit && at != deed && syntax_.head(at) != no_word; ++step) {
    if (syntax_.relation(at) == "nmod" && is_one_of(syntax_.marker(at), {"in", "on", "at", "against", "near", "outside", "inside", "into",
                                                                         "over", "across", "around", "along", "to", "during"}))
      return true;
    at = static_cast<std::uint32_t>(syntax_.head(at));
  }
  return false;
}

bool ArgumentFinder::belongs_to(std::uint32_t word, const MentionList& owners) const {
  for (const auto c : syntax_.children(word)) {
    if (syntax_.label(c) != "nmod:poss" || syntax_.word(c).upos != Upos::PRON) continue;
    const auto owner = mention_at(c);
    if (owner != no_mention && std::any_of(owners.begin(), owners.end(), [&](std::int32_t one) { return same_actor(one, owner); }))
      return true;
  }
  return false;
}

std::int32_t ArgumentFinder::actor_below(std::uint32_t word, const WordList& named, const MentionList& without) const {
  constexpr int depth_limit = 5;
  WordList level{word}, next;
  for (int depth = 0; depth < depth_limit && !level.empty(); ++depth) {
    next.clear();
    for (const auto at : level) {
      for (const auto c : syntax_.children(at)) {
        const auto label = syntax_.label(c);
        const auto kind = base(label);
        if (kind == "nsubj" || kind == "csubj" || label == "acl:relcl" || kind == "parataxis" || label == "obl:agent") continue;
        if (kind == "advcl" && !syntax_.is_infinitive(c)) continue;
        // `joined a statement condemning Chad`: what the statement does.
        if (kind == "acl" && syntax_.word(c).xpos == "VBG" && syntax_.is_nominal(at)) continue;
        // `refused to say that Kim lied`: what is said inside is done to nobody here.
        if (depth > 0 && (kind == "ccomp" || (kind == "acl" && syntax_.is_finite(c) && syntax_.word(c).xpos != "VBN"))) continue;
        if (kind == "conj" && at == word) continue;
        if (is_victim_of(c, at) || is_where_it_struck(c, at)) continue;
        // `called it a lie spread by Chad to hurt Oman`
        if (label == "acl" && syntax_.word(c).xpos == "VBN" && syntax_.relation(at) == "xcomp")
          for (const auto agent : syntax_.children(c))
            if (syntax_.label(agent) == "obl:agent")
              if (const auto who = mention_at(syntax_.antecedent(agent));
                  who != no_mention &&
                  std::none_of(without.begin(), without.end(), [&](std::int32_t other) { return same_actor(who, other); }))
                return who;
        // `vowed to form a council`: what is not there yet.
        if (kind == "obj" && syntax_.is_among(at, knowledge_.creating)) continue;
        if ((kind == "obl" || kind == "nmod") && label != "nmod:poss" && is_setting(syntax_.marker(c))) continue;
        // `smuggled weapons from Libya`: where they come from, not who gets them.
        if (kind == "obl" && syntax_.marker(c) == "from") continue;
        // What an entry names as the thing that is sent or given is not whom it is done to: sent troops to Mali.
        const bool thing = std::find(named.begin(), named.end(), c) != named.end();
        const auto mention = mention_at(syntax_.antecedent(c));
        const bool left_out = mention != no_mention &&
                              (belongs_to(c, without) ||
                               std::any_of(without.begin(), without.end(), [&](std::int32_t other) { return same_actor(mention, other); }));
        if (mention != no_mention && !thing && !left_out) return mention;
        next.push_back(c);
      }
    }
    level.swap(next);
  }
  return no_mention;
}

// `plan for talks`, `attempt at an attack`, `series of attacks`, but not `fear of an attack`
bool ArgumentFinder::is_planned_by_its_governor(std::uint32_t noun) const {
  const auto& nouns = knowledge_.governors[static_cast<std::size_t>(PredicateKind::noun)];
  const auto found = nouns.find(syntax_.lemma(static_cast<std::uint32_t>(syntax_.head(noun))));
  if (found == nouns.end()) return false;
  const auto preposition = syntax_.marker(noun);
  return std::any_of(found->second.begin(), found->second.end(), [&](const Governor& governor) {
    return governor.relation == preposition && (governor.effect == Effect::intended || governor.effect == Effect::attempted ||
                                                governor.effect == Effect::committed || governor.effect == Effect::pass);
  });
}

// `filed a complaint on behalf of the villagers`: for them, not on them. `in support of the army`, `in response to the raid`: a bare noun
// between two prepositions is one with them, and no place. `ended the summit with a pledge to help`: what they ended it with, not with
// whom.
bool ArgumentFinder::is_no_party(std::uint32_t word, std::string_view preposition) const {
  if (syntax_.lemma(word) == "behalf") return true;
  // `in the wake of the Paris attacks`, `in the movement's name`, `in addition to the troops`
  if (preposition == "in" && is_one_of(syntax_.lemma(word), {"wake", "aftermath", "name", "addition", "midst", "face", "light", "run-up"}))
    return true;
  if (syntax_.word(word).upos != Upos::NOUN || mention_at(word) != no_mention) return false;
  if (preposition == "with") return knowledge_.governors[static_cast<std::size_t>(PredicateKind::noun)].contains(syntax_.lemma(word));
  if (preposition != "in" || word == 0 || word + 1 >= syntax_.size() || !same_word(syntax_.word(word - 1).form, "in")) return false;
  return syntax_.word(word).xpos == "NN" && syntax_.lemma(word) != "front" &&
         is_one_of(syntax_.word(word + 1).form, {"of", "to", "for", "with", "at", "against"});
}

void ArgumentFinder::words_of(const Role& role, std::uint32_t trigger, WordList& out) const {
  switch (role.kind) {
    case RoleKind::subject:
      syntax_.subjects(trigger, out);
      break;
    case RoleKind::object:
    case RoleKind::owner:
      syntax_.objects(trigger, out);
      break;
    case RoleKind::indirect:
      syntax_.indirect(trigger, out);
      break;
    case RoleKind::preposition:
      syntax_.obliques(trigger, role.preposition, out);
      std::erase_if(out, [&](std::uint32_t word) { return is_no_party(word, role.preposition); });
      if (out.empty() && syntax_.is_nominal(trigger))
        for (const auto verb : {syntax_.support_verb(trigger), syntax_.receiving_verb(trigger)})
          if (verb != no_word && out.empty()) syntax_.obliques(static_cast<std::uint32_t>(verb), role.preposition, out);
      break;
    case RoleKind::between:
      syntax_.obliques(trigger, "between", out);
      break;
    case RoleKind::possessor:
      for (const auto c : syntax_.children(trigger))
        if (syntax_.label(c) == "nmod:poss") out.push_back(syntax_.antecedent(c));
      // `Gabon's plan for talks`: whoever has the plan talks.
      if (out.empty() && syntax_.relation(trigger) == "nmod" && syntax_.head(trigger) != no_word && is_planned_by_its_governor(trigger))
        for (const auto c : syntax_.children(static_cast<std::uint32_t>(syntax_.head(trigger))))
          if (syntax_.label(c) == "nmod:poss") out.push_back(syntax_.antecedent(c));
      break;
    case RoleKind::adjective:
      for (const auto c : syntax_.children(trigger)) {
        const auto kind = syntax_.relation(c);
        if (kind == "amod" || kind == "compound" || (kind == "nmod" && c < trigger && syntax_.label(c) != "nmod:poss")) {
          if (is_one_of(syntax_.lemma(c), {"style", "type", "era"})) continue;  // `Soviet-style parades`
          out.push_back(c);
          // `Saudi-led strike`: led ← Saudi
          for (const auto below : syntax_.children(c))
            if (is_one_of(syntax_.relation(below), {"obl", "compound", "nsubj", "amod", "nmod"})) out.push_back(below);
        }
      }
      break;
    case RoleKind::support:
      if (const auto verb = syntax_.support_verb(trigger); verb != no_word)
        syntax_.subjects(static_cast<std::uint32_t>(verb), out);
      else if (const auto subject = syntax_.child(trigger, "nsubj"); subject != no_word && !syntax_.has_marker(trigger, "under"))
        out.push_back(syntax_.antecedent(static_cast<std::uint32_t>(subject)));
      break;
    case RoleKind::receiver:
      if (const auto verb = syntax_.receiving_verb(trigger); verb != no_word) {
        syntax_.subjects(static_cast<std::uint32_t>(verb), out);
      } else if (syntax_.has_marker(trigger, "under")) {
        // `the mayor, who is under investigation`, `a mayor under investigation`
        if (const auto subject = syntax_.child(trigger, "nsubj"); subject != no_word)
          out.push_back(syntax_.antecedent(static_cast<std::uint32_t>(subject)));
        else if (syntax_.relation(trigger) == "nmod" && syntax_.head(trigger) != no_word)
          out.push_back(static_cast<std::uint32_t>(syntax_.head(trigger)));
      }
      if (const auto whom = syntax_.undergoer(trigger); whom != no_word) out.push_back(static_cast<std::uint32_t>(whom));
      break;
    case RoleKind::host:
      if (syntax_.relation(trigger) == "nsubj") break;  // itself the subject
      if (const auto clause = syntax_.clause_head(trigger); clause != no_word) syntax_.subjects(static_cast<std::uint32_t>(clause), out);
      // `the accord signed by Chad is a form of cooperation`: whoever is spoken of must be somebody himself.
      std::erase_if(out, [&](std::uint32_t one) { return mention_at(syntax_.antecedent(one)) == no_mention; });
      break;
    case RoleKind::hands: {
      WordList found;
      syntax_.obliques(trigger, "at", found);
      for (auto up = syntax_.head(trigger);
           found.empty() && up != no_word &&
           (syntax_.is_nominal(static_cast<std::uint32_t>(up)) || syntax_.is_verb(static_cast<std::uint32_t>(up)));
           up = no_word)
        syntax_.obliques(static_cast<std::uint32_t>(up), "at", found);
      for (const auto hand : found)
        if (syntax_.lemma(hand) == "hand") syntax_.obliques(hand, "of", out);
      break;
    }
    case RoleKind::clause_subject:
      if (const auto clause = syntax_.complement(trigger); clause != no_word) {
        // `alleged that the town had been shelled by Mali`: who is said to have done it.
        if (syntax_.is_passive(static_cast<std::uint32_t>(clause)))
          syntax_.subjects(static_cast<std::uint32_t>(clause), out);
        else if (const auto subject = syntax_.child(static_cast<std::uint32_t>(clause), "nsubj"); subject != no_word)
          out.push_back(syntax_.antecedent(static_cast<std::uint32_t>(subject)));
      }
      break;
    case RoleKind::clause:
    case RoleKind::any:
      break;  // search by themselves
  }
}

void ArgumentFinder::fill(const std::vector<Role>& roles, bool is_target, std::uint32_t trigger, const WordList& named,
                          const MentionList& without, MentionList& out, const Role*& led) const {
  WordList words;
  MentionList found;
  for (const Role& role : roles) {
    words.clear();
    found.clear();
    if (role.kind == RoleKind::clause || role.kind == RoleKind::any) {
      const std::int32_t start = role.kind == RoleKind::any ? static_cast<std::int32_t>(trigger) : syntax_.complement(trigger);
      if (start != no_word)
        if (const auto mention = actor_below(static_cast<std::uint32_t>(start), named, without); mention != no_mention)
          actors_of(coding_.actors.mentions[static_cast<std::size_t>(mention)].head, found);
    } else {
      words_of(role, trigger, words);
      for (const auto word : words) {
        if (role.kind == RoleKind::owner) {
          inner_actor(word, found);
        } else if (role.kind == RoleKind::between) {
          MentionList both;
          actors_of(word, both);
          if (both.size() < 2) both = nationalities_of(word);
          if (both.size() < 2) continue;
          // As targets all, since whoever is the source already is left out below: mediated between A and B.
          found.insert(found.end(), both.begin(), is_target ? both.end() : both.begin() + 1);
        } else if (role.kind == RoleKind::adjective) {
          if (const auto mention = mention_at(word);
              mention != no_mention && (is_target || syntax_.word(word).upos == Upos::ADJ || !is_place_alone(coding_.actors, mention)))
            add(found, mention);
        } else if (is_target && is_goods(word, named)) {
          inner_actor(word, found);
        } else {
          // `her popularity was dented by the decision, aiding the rebels`: what happened aids them, not she.
          if (!is_target && role.kind == RoleKind::subject && syntax_.relation(trigger) == "advcl" && syntax_.word(trigger).xpos == "VBG" &&
              syntax_.head(trigger) != no_word && syntax_.is_passive(static_cast<std::uint32_t>(syntax_.head(trigger))) &&
              mention_at(syntax_.antecedent(word)) == no_mention)
            continue;
          actors_of(word, found);
          if (!is_target && role.kind == RoleKind::subject && mention_at(syntax_.antecedent(word)) == no_mention)
            std::erase_if(found, [&](std::int32_t mention) { return is_where_it_was(mention, syntax_.antecedent(word)); });
          // `passed a resolution criticizing him`: whoever passed it.
          if (found.empty() && role.kind == RoleKind::subject && syntax_.label(trigger) == "acl" &&
              syntax_.head(trigger) == static_cast<std::int32_t>(word))
            if (const auto doer = syntax_.noun_subject(word); doer != no_word) actors_of(static_cast<std::uint32_t>(doer), found);
        }
      }
    }
    for (const auto mention : found)
      if (std::none_of(without.begin(), without.end(), [&](std::int32_t other) { return same_actor(mention, other); })) add(out, mention);
    if (!out.empty()) {
      led = &role;
      return;
    }
  }
}

// `accused each other`
bool ArgumentFinder::is_mutual(std::uint32_t trigger) const {
  for (const auto c : syntax_.children(trigger)) {
    const auto kind = syntax_.relation(c);
    if ((kind != "obj" && kind != "obl" && kind != "iobj") || c == 0) continue;
    const bool other = same_word(syntax_.word(c).form, "other") || same_word(syntax_.word(c).form, "another");
    if (other && (same_word(syntax_.word(c - 1).form, "each") || same_word(syntax_.word(c - 1).form, "one"))) return true;
    if (same_word(syntax_.word(c).form, "each") && c + 1 < syntax_.size() && same_word(syntax_.word(c + 1).form, "other")) return true;
  }
  return false;
}

std::int32_t ArgumentFinder::announcer(std::uint32_t verb) const {
  if (syntax_.relation(verb) != "ccomp" || syntax_.head(verb) == no_word || !syntax_.is_passive(verb)) return no_mention;
  const auto cue = static_cast<std::uint32_t>(syntax_.head(verb));
  if (!is_one_of(syntax_.lemma(cue), {"warn", "threaten", "announce", "say", "declare", "vow", "tell"})) return no_mention;
  bool will = false;
  for (const auto c : syntax_.children(verb))
    will |= syntax_.relation(c) == "aux" && is_one_of(syntax_.lemma(c), {"will", "would", "shall"});
  const auto subject = syntax_.surface_subject(cue);
  if (!will || subject == no_word || syntax_.is_passive(cue)) return no_mention;
  const auto who = mention_at(static_cast<std::uint32_t>(subject));
  static const std::vector<std::string> authorities{"GOV", "COP", "MIL", "JUD"};
  return who != no_mention && has_sector(who, authorities) ? who : no_mention;
}

Arguments ArgumentFinder::find(const Predicate& predicate, std::uint32_t trigger, const WordList& named) const {
  const Frame& frame = knowledge_.frames[predicate.frame];
  Arguments arguments;
  fill(frame.source, false, trigger, named, {}, arguments.sources, arguments.source_role);
  // `Trinidad and Tobago refused`: one country, however the parser divides its name.
  for (std::size_t i = 0; i < arguments.sources.size(); ++i)
    for (auto j = arguments.sources.size(); --j > i;)
      if (same_actor(arguments.sources[i], arguments.sources[j]))
        arguments.sources.erase(arguments.sources.begin() + static_cast<std::ptrdiff_t>(j));
  // `Tulsa, Okla., police officer Berg shot him`: the places are the officer's, however the parser lists them.
  const auto is_person = [&](std::int32_t mention) {
    const Entity* who = entity_of(coding_.actors, mention);
    return who && who->type == EntityType::person;
  };
  if (arguments.sources.size() > 1 && std::any_of(arguments.sources.begin(), arguments.sources.end(), is_person))
    std::erase_if(arguments.sources, [&](std::int32_t mention) { return is_place_alone(coding_.actors, mention); });
  fill(frame.target, true, trigger, named, arguments.sources, arguments.targets, arguments.target_role);
  leave_out_who_is_no_target(predicate, trigger, arguments);
  // `took part in a march`: whom it is done to is no part of the verb.
  if (!predicate.particle.empty())
    std::erase_if(arguments.targets, [&](std::int32_t mention) {
      return same_word(syntax_.word(coding_.actors.mentions[static_cast<std::size_t>(mention)].head).form, predicate.particle);
    });
  // `Israeli and Palestinian negotiators met`: with each other.
  if (frame.reciprocal && arguments.sources.size() == 1 && !coding_.actors.mentions.empty())
    if (auto both = nationalities_of(coding_.actors.mentions[static_cast<std::size_t>(arguments.sources.front())].head);
        both.size() > 1 && (arguments.targets.empty() || is_setting(arguments.target_role->preposition)))
      arguments.sources = std::move(both);
  // `the French minister promised that France would help`: she speaks for it, and promises it nothing.
  if (arguments.target_role && (arguments.target_role->kind == RoleKind::clause ||
                                arguments.target_role->kind == RoleKind::clause_subject || arguments.target_role->kind == RoleKind::any))
    std::erase_if(arguments.targets, [&](std::int32_t target) {
      return std::any_of(arguments.sources.begin(), arguments.sources.end(),
                         [&](std::int32_t source) { return speaks_for(source, target); });
    });
  // `Park and Kim signed a statement`: each of them acts upon the others.
  arguments.reciprocal = arguments.sources.size() > 1 && (frame.reciprocal || is_mutual(trigger));
  // `Park and Kim sealed their pact`: theirs.
  if (arguments.reciprocal)
    std::erase_if(arguments.targets, [&](std::int32_t mention) {
      return same_word(syntax_.word(coding_.actors.mentions[static_cast<std::size_t>(mention)].head).form, "their");
    });
  // `Park and Kim met at the university`, `Norvia and Chad agreed to exchange envoys`: it is each other whom they met, and with whom they
  // agreed.
  if (arguments.reciprocal && arguments.target_role &&
      (is_setting(arguments.target_role->preposition) || arguments.target_role->kind == RoleKind::clause ||
       arguments.target_role->kind == RoleKind::any)) {
    arguments.targets.clear();
    arguments.target_role = nullptr;
  }
  // `an ally of the regime, providing it does not say whom with weapons`: a participle that must have a target borrows one of its clause.
  if (arguments.targets.empty() && predicate.type < knowledge_.types.size() && knowledge_.types[predicate.type].needs_target &&
      syntax_.relation(trigger) == "advcl" && !syntax_.is_finite(trigger) && syntax_.head(trigger) != no_word) {
    if (const auto mention = actor_below(static_cast<std::uint32_t>(syntax_.head(trigger)), {}, arguments.sources); mention != no_mention) {
      MentionList found;
      actors_of(coding_.actors.mentions[static_cast<std::size_t>(mention)].head, found);
      for (const auto one : found)
        if (std::none_of(arguments.sources.begin(), arguments.sources.end(), [&](std::int32_t other) { return same_actor(one, other); }))
          add(arguments.targets, one);
      arguments.borrowed = !arguments.targets.empty();
    }
  }
  if (arguments.sources.empty() && predicate.type < knowledge_.types.size() &&
      is_one_of(knowledge_.types[predicate.type].name, {"COERCE", "SANCTION"}))
    if (const auto who = announcer(trigger); who != no_mention) arguments.sources = {who};
  // `Oman's ban was lifted`, `U.S. sanctions on Chad will be eased`: by whoever has imposed them, for whom they were imposed on.
  if (arguments.sources.empty() && predicate.type < knowledge_.types.size() && syntax_.is_verb(trigger) && syntax_.is_passive(trigger) &&
      is_one_of(knowledge_.types[predicate.type].name, {"CONCEDE", "RETREAT"}))
    for (const auto measure : named) {
      if (!syntax_.is_among(measure, knowledge_.measures)) continue;
      for (const auto c : syntax_.children(measure))
        if (const auto who = mention_at(c); who != no_mention && c < measure && is_country(who)) add(arguments.sources, who);
      if (arguments.sources.empty()) continue;
      arguments.targets.clear();
      WordList words;
      for (const std::string_view preposition : {"on", "against", "to"})
        if (words.empty()) syntax_.obliques(measure, preposition, words);
      for (const auto word : words) actors_of(word, arguments.targets);
    }
  // `burned tyres in the capital`, `blocked the road`: where they protest, not whom they do it to.
  if (predicate.type < knowledge_.types.size() && knowledge_.types[predicate.type].name == "PROTEST")
    std::erase_if(arguments.targets, [&](std::int32_t target) {
      const Entity* who = entity_of(coding_.actors, target);
      return who && who->type == EntityType::place && who->country.empty();
    });
  constexpr std::size_t most = 6;
  if (arguments.sources.size() > most) arguments.sources.resize(most);
  return arguments;
}

}  // namespace demarche
