// Parts of finding positions. Inside of events/ only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "coding.h"
#include "events/arguments.h"
#include "events/knowledge.h"
#include "events/syntax.h"

namespace demarche {

// Something that somebody stands for or against.
struct Issue {
  std::uint32_t head = 0;  // word
  std::string text;        // `new tax law`, `end of the war`, `Novak's decision`
  int sign = 1;            // is its holder for it or against it?
};

class IssueFinder {
 public:
  IssueFinder(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax);
  // What a thing stands for: itself, or what it does away with (an end of the war). False for actors, pronouns and words about words.
  bool of_thing(std::uint32_t noun, int sign, std::vector<Issue>& out) const;
  // What whoever wants the deed is for or against: pass the law, not open the talks.
  void of_deed(std::uint32_t verb, int sign, std::vector<Issue>& out) const;
  // A thing, with what is wanted of it (`the attacks to stop`).
  void of_wanted(std::uint32_t thing, int sign, std::vector<Issue>& out) const;
  std::int32_t undergoer(std::uint32_t verb) const;
  // What an event's words are about: what is praised, condemned, refused or demanded.
  void of_event(const Event& event, std::vector<Issue>& out) const;
  // The same where no event says so: is against the war, wants elections, his opposition to the plan. `holder` is the word for who.
  void of_attitude(std::uint32_t word, std::int32_t& holder, std::vector<Issue>& out) const;

  // `the embargo must be lifted`, `it is time to end the war`: what the verb's deed is for or against, where it says that it has to be
  // done.
  void of_duty(std::uint32_t verb, std::vector<Issue>& out) const;
  // `Brexit`, `the Iraq War`: a name for what nobody is.
  bool is_named(std::uint32_t noun) const;
  // Does the verb or noun do away with what hangs on it: `removal of the king`, `boycott Chad`?
  bool undoes(std::uint32_t deed, std::uint32_t whom) const;

 private:
  const std::vector<IssueWord>* entries_of(std::uint32_t word, PredicateKind kind) const;
  std::int32_t thing_meant(std::uint32_t pronoun) const;
  std::string phrase(std::uint32_t head) const;
  void hanging_on(std::uint32_t word, const IssueWord& entry, WordList& out) const;

  const EventKnowledge& knowledge_;
  const Coding& coding_;
  const Syntax& syntax_;
};

// `A and B have incompatible positions`, `A disagrees with B`, `A, an ally of B`: does the word set two against each other or together?
struct Sides {
  std::int32_t first = no_entity, second = no_entity;
  bool compatible = true;
};
bool find_sides(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax, const ArgumentFinder& arguments,
                std::uint32_t word, Sides& sides);

// `“Brandt is a liar,” he said`, `… is the right person for the job`: what whoever says so thinks of the subject. 1 or -1, and the subject;
// 0 where the word says nothing of the kind.
struct Verdict {
  int sign = 0;
  std::uint32_t subject = 0;  // word
};
// 1 or -1 where a phrase speaks well or ill of whomever it is said of, by its own word or one before it: `a liar`, `a terrible leader`.
int judgment_in(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t word);
Verdict verdict_on(const EventKnowledge& knowledge, const Syntax& syntax, std::uint32_t word);

}  // namespace demarche
