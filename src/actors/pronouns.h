// Whom pronouns mean. Private to pronouns.cpp, pronoun_cues.cpp, settled_pronouns.cpp and carried_pronouns.cpp.
#pragma once

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "actors/analysis.h"
#include "actors/ranker.h"

namespace demarche {

class Pronouns {
 public:
  explicit Pronouns(Analysis& analysis);
  void run();

 private:
  Analysis& a;
  std::vector<std::int32_t> source_of_;                              // per mention: statement whose source it is
  std::vector<std::pair<std::uint32_t, std::uint32_t>> predicates_;  // subject, what it is said to be
  // Quotes and whom they name: people seldom speak of themselves by name.
  std::set<std::pair<std::int32_t, std::int32_t>> named_in_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> quotes_;  // sentence where it ends, statement; sorted
  std::int32_t narrator_ = none, narrators_ = none, reader_ = none;

  void settle(std::uint32_t m, std::int32_t group);
  void refresh_speakers();
  // The innermost direct statement around, or none.
  std::int32_t quote_around(const Details& d) const;
  // In somebody's whole sentences, not in a few quoted words of a sentence of the reporter's.
  bool is_spoken(const Details& d) const { return d.quoted && (d.statement == none || quote_around(d) != none); }

  bool is_speaker_inside(const Details& d, std::int32_t group) const;
  // Who is spoken to is `you` there.
  bool is_addressee_inside(const Details& d, std::int32_t group) const;
  // `“He must go,” she said in an interview with Ben Ray`: is the group whoever asks?
  bool asks(std::int32_t quote, std::int32_t group) const;
  float distance_penalty(std::uint32_t sentences) const;
  // `President Nel will meet the envoy on Friday. He …`, `President Nel said he …`: the sentence so far or the one before, of the same
  // paragraph, is about somebody who may be meant, so that this is not `he` of the paragraph before.
  bool follows_named_subject(std::uint32_t m) const;
  // `He left. Ray spoke. He …`: who was the subject of a sentence since, by name, and may be meant, so that the pronoun does not go on.
  bool is_another_named_since(std::uint32_t m, std::uint32_t c) const;
  std::uint32_t sentences_since_speaking(std::uint32_t m, std::uint32_t c) const;
  // Everything that may be asked of a candidate. `order`: how many other actors that agree were spoken of since.
  Cues cues_of(std::uint32_t m, std::uint32_t c, std::size_t order, std::int32_t last_speaker) const;
  // What speaks for leaving the pronoun open; `nearest`: the last candidate's head, or no_word.
  Cues open_cues(std::uint32_t m, std::int32_t nearest) const;
  // `They shot at us`
  bool acts_upon_us(std::uint32_t m) const;
  // `Vega's speech, in which he said …`: about Vega, whoever spoke last.
  bool is_in_relative_clause(std::uint32_t m) const;
  // Students, where a student speaks.
  bool is_of_the_speakers_kind(const Details& d, const Group& g) const;
  // `As for Mensah, he seems content`
  bool of_topic(std::uint32_t m);
  // `Agents caught the men, most of them from Mali`
  bool counts_whom_it_was_done_to(std::uint32_t m);
  // `He, like Vega, has refused`: Vega, whom the pronoun does not mean, or none.
  std::int32_t compared_with(std::uint32_t m) const;
  void third_person(std::uint32_t m);
  // Has the clause around the pronoun begun with a subject already?
  bool precedes_subject_of_its_own(std::uint32_t m) const;
  // Somebody who has asked: whoever answers (`she replied`) is another, and so is who speaks next where a reporter has.
  bool is_asker(std::uint32_t c, std::uint32_t m) const;
  // `It may fail, officials said. With rebels so near, they said, …`: who spoke between commas in the sentence before speaks on.
  bool goes_on_speaking(std::uint32_t m);
  // `Aparna Rao said Ruiz had misled them. “I see no plan,” she said`: who has just been reported, though her name does not tell her
  // gender, sooner than of whom she spoke.
  bool goes_on_from_report(std::uint32_t m);
  // `It worries Ivo Vega, head of the union. “We lose,” he said`: who is introduced for it, and nobody else, right before the words.
  bool of_who_is_introduced(std::uint32_t m);
  bool is_introduced_since_the_last_speaker(std::uint32_t m, std::int32_t group) const;
  // `She faces a run-off against a former envoy, Ivo Vega. He condemned …`: who is brought in where the sentence before ends, if nobody
  // else who may be meant was its subject.
  bool of_newcomer(std::uint32_t m);
  // `His predecessor, Ana Ray, rejected that. She had not known, she wrote.`: the one subject of the sentence before, if it spoke there.
  bool of_who_just_spoke(std::uint32_t m);
  // `Vega criticised Nel for the bill that her husband had signed. He also charged …`: who is the subject of the sentence before, and not
  // whoever else was named in it.
  bool of_who_also_acted(std::uint32_t m);
  // `Chad keeps the money that it owes. In May it sent troops to the border.`: a body or country that is the subject of the sentence
  // before and is called so there already.
  bool goes_on_as_body(std::uint32_t m);
  // Whom a sentence accuses last, and who does so (`by`, or none for anybody); none if nobody.
  std::int32_t accused_in(std::uint32_t sentence, std::int32_t by) const;
  // `… Ana Ray, whom the police accuse of fraud. She denies the charge.`: who has just been accused.
  bool of_who_denies(std::uint32_t m);
  // `The guard accused Malian troops of crossing the line. “They fired first,” its spokesman said.`: whom those for whom he speaks accuse.
  bool of_adversary(std::uint32_t m);
  // Of `he` who speaks words in quotation marks before him, the sentence before those words; none otherwise.
  std::int32_t sentence_before_own_quotation(std::uint32_t m) const;
  // `…, officials said, …`: reported without quotation marks, the cue behind words of the content.
  bool is_parenthetical(std::int32_t s) const;
  // The last noun that is no actor and might be what `it` or `they` means, or no_word.
  std::int32_t other_thing(std::uint32_t m) const;
  bool reflexive(std::uint32_t m);
  // The subject of the clause that the pronoun's own is joined to: `Chad sent troops and it pledged money`, or no_word.
  std::int32_t joined_subject(std::uint32_t m) const;
  // The same for any pronoun but a possessive: `Chad had sent troops, and Mali thanked it`; or, in a clause without a subject, that of the
  // clause around: `Chad asked Mali to help it`.
  std::int32_t subject_around(std::uint32_t m) const;
  // … who agrees with it: then whoever spoke in the sentence before has been left behind.
  bool follows_a_subject(std::uint32_t m) const;
  // `They shot my father and they told me to leave`: the same, even where nobody knows who.
  bool goes_on_as_subject(std::uint32_t m);
  // `Vega told the chamber that Chad would rearm, and he demanded help`: the person who is the subject, where nobody else was named since.
  bool goes_on_as_person(std::uint32_t m);
  // `accused it of theft`: no mere thing is accused, urged or sued.
  bool is_blamed(std::uint32_t m) const;
  // `Vega said Rao was a fool, and he repeated it on Friday`: who goes on speaking is who spoke.
  bool goes_on_saying(std::uint32_t m);
  // `asked Vega about remarks he had made`: whoever is asked about them, or blamed for them, made them.
  bool of_who_made_it(std::uint32_t m);
  // `After Rao had said that Vega was ill, Park contradicted him`: whose words came before, and nobody whom they are about.
  bool of_who_said_it_before(std::uint32_t m);
  // `An officer, who spoke anonymously because he feared for his job`: the subject of a clause inside of a relative one is whom that is
  // about.
  bool owns_in_relative_clause(std::uint32_t m);
  bool of_relative_clause(std::uint32_t m);
  // `accused the ministry of withholding money that it had promised`: a body that is held to have done something with what it did before.
  bool of_who_is_accused(std::uint32_t m);
  // `jailed Rao on charges that he took bribes`: whom the charges are against.
  bool of_who_is_charged(std::uint32_t m);
  // `accepted the mayor's plea that he was ill`: whose plea it is.
  bool of_who_pleads(std::uint32_t m);
  // `The union said it would vote`: what a body says that it will do. Not `said it would be hard`, `it would take years`.
  bool of_own_announcement(std::uint32_t m);
  // `Russia's invasion and its annexation of the province`: of whom the first is, and not of whatever was named in between.
  bool owns_in_parallel(std::uint32_t m);
  // `the army, which says it has won`: who speaks in a relative clause speaks of himself.
  bool of_own_claim(std::uint32_t m);
  // `Asked whether he would talk, Vega shook his head`
  bool of_who_is_asked(std::uint32_t m);
  // `The mayor invited Rao. She accepted the invitation`: who was invited, or to whom something was offered.
  bool of_who_is_invited(std::uint32_t m);
  // `said that Vega was right when he warned them`: who is held to be right or wrong is whose words are judged.
  bool of_who_is_right(std::uint32_t m);
  // `A Danish diplomat, Ida Krog, met the king. She serves as the Danish envoy`: who is of the country whose office that is, and nobody
  // else; `none` where the pronoun is said to be nothing, or nobody of that country is near.
  std::int32_t of_that_office(std::uint32_t m) const;
  // `“Mr. Vega, what will you do?”`: who is called by name in the words that the pronoun stands in; `none` if nobody is.
  std::int32_t called_upon(std::uint32_t m, std::int32_t quote) const;
  bool is_called(std::uint32_t m) const;
  // `Their chairman, Ivo Vega, was in no hurry. “We wait,” he said`: is this subject, named where the paragraph begins, whoever is quoted
  // in it? Not where the words quoted speak of him or another.
  bool brings_in_who_speaks(std::uint32_t m, std::uint32_t subject) const;
  // `Police fired at them. They threw stones in return.`: to whom it was done.
  bool answers_in_kind(std::uint32_t m);
  // `“They are lying,” he said, referring to Iran's leaders`; `“They left,” he said of the rebels`
  bool named_behind_quote(std::uint32_t m);
  bool settle_if_it_agrees(std::uint32_t m, std::int32_t group);
  // `Before he left, the president ...`: the next subject of the sentence.
  std::int32_t behind(std::uint32_t m) const;
  // `said Vega, who denied that they fired on the town, where, according to the mayor, six died`: is the second said to speak only in
  // passing, in a relative clause of a sentence whose speaker is the first?
  bool speaks_aside(std::uint32_t first, std::uint32_t second) const;
  // Who spoke last before the statement whose source this pronoun is; a speaker goes on speaking.
  std::int32_t previous_speaker(std::uint32_t m) const;
  // The same among those whose words stand within the same words of another: `She told us that she had paid. She has since denied it.`
  std::int32_t previous_speaker_told_of(std::uint32_t m) const;
  // `The king received the ambassador, Ivo Vega. He said …`, in a paragraph in which whoever spoke in the one before is not named: the only
  // person of whom the sentence before tells, or none.
  std::int32_t only_person_before(std::uint32_t m, std::int32_t speaker) const;
  // `General Ivo Vega went further than the envoy`: the nameless one of a clause whose subject has a name.
  bool stands_by_in_passing(std::uint32_t c) const;
  void speech_person(std::uint32_t m);
};

}  // namespace demarche
