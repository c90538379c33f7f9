// What surrounds an event: on whose word it stands, when and where, in what context. Inside of events/ only.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "coding.h"
#include "events/knowledge.h"
#include "events/syntax.h"
#include "speech/speech.h"

namespace demarche {

class Circumstances {
 public:
  Circumstances(const EventKnowledge& knowledge, const Coding& coding, const Syntax& syntax);
  void set_voices(Event& event, std::uint32_t trigger) const;
  void set_time_and_place(Event& event, std::uint32_t trigger) const;
  // Which time expression tells when it was said, or -1.
  std::int32_t time_of(const Statement& statement) const;
  // Adds the contexts that the words of the sentence speak of.
  void add_contexts(Event& event);

 private:
  static constexpr int too_far = 100;

  bool is_charged(std::uint32_t trigger) const;
  bool beside_voice(std::uint32_t trigger, std::uint32_t statement) const;
  bool beside_unknown_cue(std::uint32_t trigger, const Statement& statement) const;
  bool appears_so(const Statement& statement) const;
  int distance(std::uint32_t trigger, std::uint32_t word, bool is_time, std::string_view type) const;
  int cost_below(std::span<const std::uint32_t> path, std::uint32_t trigger, bool in_relative_clause, bool is_time,
                 std::string_view type) const;
  void set_place(Event& event, std::uint32_t trigger) const;
  bool may_be_of_type(std::uint32_t verb, std::string_view type) const;
  bool is_within(std::uint32_t phrase) const;
  bool is_located(std::uint32_t phrase, std::uint32_t trigger, std::string_view type) const;
  bool is_person(std::uint32_t noun) const;
  bool is_owned_thing(std::uint32_t phrase) const;
  std::int32_t place_meant(std::uint32_t word) const;
  // Is it what the cue says that somebody voted to do?
  bool is_voted(std::uint32_t trigger, WordRange cue) const;
  bool is_mourned(std::uint32_t trigger, const Statement& statement) const;
  bool is_long(std::uint32_t time) const;
  bool is_told_in(std::uint32_t clause, std::uint32_t time) const;
  // Is the clause one of purpose, whose time is over?
  bool is_done_by_then(std::uint32_t time, std::uint32_t clause) const;
  std::int32_t counted_to_by(WordRange time) const;
  int distance_below(std::uint32_t trigger, std::uint32_t top) const;
  std::int32_t nearest(const std::vector<WordRange>& candidates, std::uint32_t trigger, std::uint32_t sentence) const;

  const EventKnowledge& knowledge_;
  const Coding& coding_;
  const Syntax& syntax_;
  VoiceTable voices_;
  std::vector<bool> denied_;  // statements that others deny
  std::vector<WordRange> times_, places_;
  std::vector<std::uint64_t> contexts_;  // per sentence: bits, once known
  std::vector<bool> known_;
};

}  // namespace demarche
