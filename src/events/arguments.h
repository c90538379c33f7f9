// From the roles of a frame to the actors that fill them. Inside of events/ only.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "coding.h"
#include "events/knowledge.h"
#include "events/syntax.h"

namespace demarche {

using MentionList = std::vector<std::int32_t>;

struct Arguments {
  MentionList sources, targets;
  const Role* source_role = nullptr;  // which of the frame's roles led to them; nullptr where none did
  const Role* target_role = nullptr;
  bool borrowed = false;    // the target was taken from the clause around
  bool reciprocal = false;  // each source acts upon the others, too
};

class ArgumentFinder {
 public:
  ArgumentFinder(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax);

  // `named`: the nouns that the predicate's conditions named, as `holds` gave them.
  Arguments find(const Predicate& predicate, std::uint32_t trigger, const WordList& named) const;
  // Do all of the predicate's conditions hold? Adds the nouns that they name to `consumed`.
  bool holds(const Predicate& predicate, std::uint32_t trigger, WordList& consumed) const;
  // The actors that the phrase of the word stands for: itself and what is coordinated with it, or else an actor inside of the phrase.
  void actors_of(std::uint32_t word, MentionList& out) const;
  // The actor whose mention has this word as its head, or no_mention.
  std::int32_t mention_at(std::uint32_t word) const;
  bool same_actor(std::int32_t a, std::int32_t b) const;
  // First actor found going down from the word, its own subject left aside; no_mention if none.
  // Passed over: `named` words, but not what hangs on them, and actors `without`, with what belongs to them (withdraw its troops).
  std::int32_t actor_below(std::uint32_t word, const WordList& named, const MentionList& without) const;

 private:
  // A member of the country's government, and the country as a whole.
  bool speaks_for(std::int32_t who, std::int32_t country) const;
  // `the border`: somewhere, by a common noun that is of no country.
  bool is_nobodys_place(std::int32_t mention) const;
  bool is_goods(std::uint32_t word, const WordList& named) const;
  void fill(const std::vector<Role>& roles, bool is_target, std::uint32_t trigger, const WordList& named, const MentionList& without,
            MentionList& out, const Role*& led) const;
  bool is_no_party(std::uint32_t word, std::string_view preposition) const;
  void words_of(const Role& role, std::uint32_t trigger, WordList& out) const;
  bool belongs_to(std::uint32_t word, const MentionList& owners) const;
  void inner_actor(std::uint32_t word, MentionList& out) const;
  // `The minister warned that the rebels would be arrested`: whoever can do so and says that it will be done; no_mention if nobody.
  std::int32_t announcer(std::uint32_t verb) const;
  // `A strike on a market in Mali killed …`: Mali and the market do nothing.
  bool is_victim_of(std::uint32_t phrase, std::uint32_t deed) const;
  bool is_where_it_struck(std::uint32_t modifier, std::uint32_t deed) const;
  bool suffers(std::uint32_t phrase, std::uint32_t deed) const;
  // Takes back targets of the predicate's type that are none: whom a measure is on, what is asked for.
  void leave_out_who_is_no_target(const Predicate& predicate, std::uint32_t trigger, Arguments& arguments) const;
  // Takes back targets that only suffered what is spoken of, for whoever did it.
  void spare_victims(const Predicate& predicate, std::uint32_t trigger, Arguments& arguments) const;
  MentionList nationalities_of(std::uint32_t noun) const;
  bool is_where_it_was(std::int32_t mention, std::uint32_t deed) const;
  bool has_sector(std::int32_t mention, const std::vector<std::string>& sectors) const;
  bool is_named_person(std::int32_t mention) const;
  // `Chad`, and `Paris` where its government is meant
  bool is_country(std::int32_t mention) const;
  bool is_mutual(std::uint32_t trigger) const;
  bool is_planned_by_its_governor(std::uint32_t noun) const;
  bool matches(const Condition& condition, std::uint32_t word) const;

  const EventKnowledge& knowledge_;
  const Coding& coding_;
  const Syntax& syntax_;
};

}  // namespace demarche
