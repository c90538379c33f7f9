// Mentions and names: who is a mention, which names are one actor, and what titles and tables say of them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sentences.h"

namespace demarche::test {
namespace {

TEST(Phrases, WhatIsSetBeforeANounIsNoPartOfIt) {
  const auto c = from_trees(
      "Police/NNS/2/nsubj freed/VBD/0/root 12/CD/4/nummod prisoners/NNS/2/obj ,/,/9/punct among/IN/7/case them/PRP/9/nmod a/DT/9/det "
      "minister/NN/2/parataxis");
  find(*c);
  EXPECT_EQ(text(*c, c->actors.mentions[static_cast<std::size_t>(c->actors.mention_of_head[8])].words), "a minister");
}

TEST(Names, TitleAndNationalityTellCountryAndSector) {
  const auto c = from_trees(
      "Norwegian/JJ/3/amod Foreign/JJ/3/amod Minister/NNP/4/nmod:desc Olav/NNP/6/nsubj Berg/NNP/4/flat met/VBD/0/root Berg/NNP/6/obj");
  find(*c);
  EXPECT_EQ(code(*c, "Olav Berg"), "NORGOV");
  EXPECT_EQ(name(*c, "Olav Berg"), "Olav Berg");
  EXPECT_EQ(entity(*c, "Olav Berg")->rule, "title");
  EXPECT_EQ(entity(*c, "Olav Berg"), entity(*c, "Berg", 1));  // the surname alone
  const auto& mention = c->actors.mentions[static_cast<std::size_t>(c->actors.mention_of_head[3])];
  EXPECT_EQ(text(*c, mention.words), "Norwegian Foreign Minister Olav Berg");
  EXPECT_EQ(code(*c, "Norwegian"), "NOR");  // the country itself, as an adjective
  EXPECT_EQ(c->actors.mentions[static_cast<std::size_t>(c->actors.mention_of_head[0])].kind, MentionKind::adjective);
}

TEST(Names, InitialsDoNotHideALeader) {
  const auto c = from_trees(
      "Vladimir/NNP/4/nsubj V./NNP/1/flat/V. Putin/NNP/1/flat left/VBD/0/root\n"
      "the/DT/3/det Russian/JJ/3/amod leader/NN/4/nsubj spoke/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "Vladimir V. Putin").substr(0, 3), "RUS");
  EXPECT_EQ(entity(*c, "the Russian leader"), entity(*c, "Vladimir V. Putin"));
}

TEST(Names, WhosePartyStandsInBracketsAreTwo) {
  const auto c = from_trees(
      "Ann/NNP/6/nsubj Ray/NNP/1/flat (/,/4/punct R/NNP/1/appos )/,/4/punct spoke/VBD/0/root\n"
      "Paul/NNP/6/nsubj Kay/NNP/1/flat (/,/4/punct R/NNP/1/appos )/,/4/punct left/VBD/0/root\n"
      "Kay/NNP/2/nsubj slept/VBD/0/root");
  find(*c);
  EXPECT_EQ(name(*c, "Ann Ray"), "Ann Ray");
  EXPECT_EQ(name(*c, "Kay", 1), "Paul Kay");
  EXPECT_EQ(code(*c, "Paul Kay"), "USAPTY");
}

TEST(Names, FewCountriesHaveADefenseSecretary) {
  const auto c = from_trees(
      "Defense/NNP/2/compound Secretary/NNP/3/nmod:desc Mark/NNP/5/nsubj Thorn/NNP/3/flat spoke/VBD/0/root\n"
      "North/NNP/2/compound Korea/NNP/3/nsubj protested/VBD/0/root to/IN/6/case the/DT/6/det U.S./NNP/3/obl\n"
      "North/NNP/2/compound Korea/NNP/3/nsubj protested/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "Mark Thorn"), "USAGOV");
}

TEST(Names, TheHeadOfABodyIsInNoOfficeOfAState) {
  const auto c = from_trees(
      "Russia/NNP/2/nsubj praised/VBD/0/root Russia/NNP/2/obj\n"
      "Ivo/NNP/9/nsubj Marsh/NNP/1/flat the/DT/4/det president/NN/1/appos of/IN/8/case the/DT/8/det governing/NN/8/compound body/NN/4/nmod "
      "spoke/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "Ivo Marsh"), "");
}

TEST(Names, WhoPresidesOverAPrivateBodyIsInNoOfficeOfAState) {
  const auto c = from_trees(
      "Ana/NNP/11/nsubj Ruiz/NNP/1/flat ,/,/4/punct president/NN/1/appos of/IN/8/case the/DT/8/det Larch/NNP/8/compound "
      "Institute/NNP/4/nmod ,/,/1/punct has/VBZ/11/aux left/VBN/0/root\n"
      "Ivo/NNP/10/nsubj Maric/NNP/1/flat ,/,/4/punct president/NN/1/appos of/IN/6/case Ghana/NNP/4/nmod ,/,/1/punct has/VBZ/10/aux "
      "now/RB/10/advmod left/VBN/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "Ana Ruiz"), "");
  EXPECT_EQ(code(*c, "Ivo Maric"), "GHAGOV");
}

TEST(Names, WhatOthersCallSomebodyIsNoPartOfAName) {
  const auto c = from_trees(
      "Hillary/NNP/3/nsubj Clinton/NNP/1/flat left/VBD/0/root\n"
      "he/PRP/2/nsubj says/VBZ/0/root Crooked/NNP/4/amod Hillary/NNP/6/nsubj Clinton/NNP/4/flat lied/VBD/2/ccomp");
  find(*c);
  EXPECT_EQ(entity(*c, "Crooked Hillary Clinton"), entity(*c, "Hillary Clinton"));
}

TEST(Names, ThePresidentOfAnotherCountryIsNotTheLeader) {
  const auto c = from_trees(
      "President/NNP/2/nmod:desc Obama/NNP/3/nsubj left/VBD/0/root\n"
      "Germany/NNP/3/nmod:poss 's/POS/1/case president/NN/4/nsubj wept/VBD/0/root");
  find(*c);
  EXPECT_NE(entity(*c, "Germany 's president"), entity(*c, "President Obama"));
}

TEST(Names, NobodyIsHisOwnAdviser) {
  const auto c = from_trees(
      "President/NNP/2/nmod:desc Obama/NNP/3/nsubj left/VBD/0/root\n"
      "Rahm/NNP/7/nsubj Emanuel/NNP/1/flat ,/,/5/punct his/PRP$/5/nmod:poss adviser/NN/1/appos ,/,/1/punct wept/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "his"), entity(*c, "President Obama"));
}

TEST(Names, WhoseAdviserItIsTellsTheCountry) {
  const auto c = from_trees(
      "Israel/NNP/2/nsubj left/VBD/0/root Israel/NNP/2/obj\n"
      "President/NNP/2/nmod:desc Obama/NNP/3/nsubj left/VBD/0/root\n"
      "Ann/NNP/9/nsubj Ray/NNP/1/flat ,/,/7/punct the/DT/5/det president/NN/7/nmod:poss 's/POS/5/case adviser/NN/1/appos ,/,/1/punct "
      "wept/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "Ann Ray"), "USAGOV");
}

TEST(Names, WhoStandsForThePersonAndNotForHisMouth) {
  const auto c = from_trees(
      "it/PRP/2/nsubj came/VBD/0/root from/IN/5/case the/DT/5/det mouth/NN/2/obl of/IN/7/case Ann/NNP/5/nmod Ray/NNP/7/flat ,/,/11/punct "
      "who/WP/11/nsubj lied/VBD/5/acl:relcl");
  find(*c);
  EXPECT_EQ(entity(*c, "who"), entity(*c, "Ann Ray"));
}

TEST(Names, AppositionTellsCountryAndSector) {
  const auto c = from_trees(
      "Olav/NNP/8/nsubj Berg/NNP/1/flat ,/,/6/punct the/DT/6/det Norwegian/JJ/6/amod envoy/NN/1/appos ,/,/6/punct resigned/VBD/0/root\n"
      "Berg/NNP/2/nsubj left/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "Berg", 1), "NORGOV");
  EXPECT_EQ(entity(*c, "the Norwegian envoy"), entity(*c, "Berg", 1));
}

TEST(Names, ASentencesFirstAdjectiveIsNoPartOfACountry) {
  const auto c = from_trees("Neighboring/JJ/2/amod Gabon/NNP/3/nsubj protested/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "Gabon"), "GAB");
}

TEST(Names, ManyCountriesHaveAHouse) {
  const auto c = from_trees(
      "the/DT/2/det House/NNP/3/nsubj voted/VBD/0/root\n"
      "Nepal/NNP/3/nmod:poss 's/POS/1/case House/NNP/6/nsubj of/IN/5/case Representatives/NNPS/3/nmod rejected/VBD/0/root a/DT/8/det "
      "treaty/NN/6/obj with/IN/10/case India/NNP/8/nmod");
  find(*c);
  EXPECT_EQ(code(*c, "House of Representatives"), "NPLLEG");
}

TEST(Names, BodiesForSomething) {
  const auto c = from_trees(
      "They/PRP/2/nsubj urged/VBD/0/root the/DT/4/det Organization/NNP/2/obj for/IN/7/case the/DT/7/det Prohibition/NNP/4/nmod "
      "of/IN/9/case "
      "Torture/NNP/7/nmod to/TO/11/mark act/VB/2/xcomp");
  find(*c);
  EXPECT_EQ(name(*c, "Organization"), "Organization for the Prohibition of Torture");
}

TEST(Names, TheNounBesideSaysWhatAnUnknownNameIs) {
  const auto c = from_trees(
      "Rede/NNP/8/nsubj Livre/NNP/1/flat ,/,/6/punct a/DT/6/det rights/NNS/6/compound group/NN/1/appos ,/,/6/punct complained/VBD/0/root\n"
      "The/DT/2/det group/NN/3/nsubj protested/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "The group"), entity(*c, "Rede Livre"));
}

TEST(Names, BodiesWrittenSmall) {
  const auto c = from_trees("They/PRP/2/nsubj left/VBD/0/root the/DT/5/det European/JJ/5/amod parliament/NN/2/obj");
  find(*c);
  EXPECT_EQ(code(*c, "European parliament"), "IGOEUREEC");
}

TEST(Names, MissionOfTheUnitedNationsIsOfNoCountry) {
  const auto c = from_trees("The/DT/3/det UN/NNP/3/compound mission/NN/6/nsubj in/IN/5/case Libya/NNP/3/nmod left/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "The UN mission in Libya"), "IGOUNO");
}

TEST(Names, BrusselsIsTheUnionUnlessBelgiumIsSpokenOf) {
  const auto c = from_trees("Brussels/NNP/2/nsubj accused/VBD/0/root Chad/NNP/2/obj");
  find(*c);
  EXPECT_EQ(code(*c, "Brussels"), "IGOEUREEC");
  const auto belgian = from_trees("Brussels/NNP/2/nsubj accused/VBD/0/root Chad/NNP/2/obj\nBelgium/NNP/2/nsubj waited/VBD/0/root");
  find(*belgian);
  EXPECT_EQ(code(*belgian, "Brussels"), "BEL");
}

TEST(Names, DiplomatsFromAbroadAreNotOfTheCountryInFocus) {
  const auto c = from_trees(
      "Libya/NNP/2/nsubj attacked/VBD/0/root Libyan/JJ/4/amod towns/NNS/2/obj\n"
      "A/DT/3/det Western/JJ/3/amod official/NN/4/nsubj left/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "A Western official"), "GOV");
}

TEST(Names, TheNorthIsTheCountryThatTheDocumentSpeaksOf) {
  const auto c = from_trees(
      "North/NNP/2/compound Korea/NNP/3/nsubj tested/VBD/0/root missiles/NNS/3/obj\n"
      "Japan/NNP/2/nsubj warned/VBD/0/root the/DT/4/det North/NNP/2/obj");
  find(*c);
  EXPECT_EQ(code(*c, "the North"), "PRK");
}

TEST(Names, ASurnameThatManyBearIsALeadersWhereTheTextSpeaksOfHisCountry) {
  const auto elsewhere = from_trees("Mr./NNP/2/compound Lopez/NNP/3/nsubj left/VBD/0/root");
  find(*elsewhere);
  EXPECT_EQ(code(*elsewhere, "Mr. Lopez"), "");
  const auto there = from_trees("Mr./NNP/2/compound Lopez/NNP/3/nsubj left/VBD/0/root Venezuela/NNP/3/obj");
  find(*there);
  EXPECT_EQ(code(*there, "Mr. Lopez"), "VENOPP");
}

TEST(Names, WhoGivesHisNameBearsIt) {
  const auto c = from_trees(
      "A/DT/2/det farmer/NN/5/nsubj named/VBN/2/acl Okeke/NNP/3/xcomp left/VBD/0/root\n"
      "A/DT/2/det man/NN/8/nsubj who/WP/4/nsubj identified/VBD/2/acl:relcl/identify himself/PRP/4/obj as/IN/7/case Pavel/NNP/4/obl "
      "left/VBD/0/root\n"
      "The/DT/2/det militia/NN/6/nsubj known/VBN/2/acl as/IN/5/case Sabi/NNP/3/obl left/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "A farmer named Okeke")->name, "Okeke");
  EXPECT_EQ(entity(*c, "Pavel"), entity(*c, "A man"));
  EXPECT_EQ(entity(*c, "The militia known as Sabi"), entity(*c, "Sabi"));
}

TEST(Names, ANameBesideABodyIsOfWhoHeadsIt) {
  const auto c = from_trees(
      "The/DT/2/det head/NN/9/nsubj of/IN/5/case the/DT/5/det commission/NN/2/nmod ,/,/7/punct Ann/NNP/5/appos Ray/NNP/7/flat "
      "left/VBD/0/root\n"
      "Ms./NNP/2/compound Ray/NNP/3/nsubj smiled/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "The head of the commission"), entity(*c, "Ms. Ray"));
}

TEST(Names, ANameBesideAnotherNameIsOfThePersonAbove) {
  const auto c = from_trees(
      "The/DT/2/det head/NN/7/nsubj of/IN/4/case Harrow/NNP/2/nmod Ann/NNP/4/appos Ray/NNP/5/flat left/VBD/0/root\n"
      "Harrow/NNP/2/nsubj closed/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "The head of Harrow"), entity(*c, "Ann Ray"));
  EXPECT_NE(entity(*c, "Harrow"), entity(*c, "Ann Ray"));
}

TEST(Names, SurnamesOfSeveralWords) {
  const auto c = from_trees(
      "San/NNP/5/nsubj Aung/NNP/1/flat Aye/NNP/1/flat Win/NNP/1/flat spoke/VBD/0/root\n"
      "Aye/NNP/3/nsubj Win/NNP/1/flat left/VBD/0/root\n"
      "San/NNP/3/nsubj Aung/NNP/1/flat died/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "Aye Win", 1), entity(*c, "San Aung Aye Win"));
  EXPECT_NE(entity(*c, "San Aung", 1), entity(*c, "San Aung Aye Win"));
}

TEST(Names, InWhichRoleSomebodyGoesSomewhere) {
  const auto c = from_trees("Okeke/NNP/2/nsubj visited/VBD/0/root/visit Rome/NNP/2/obj as/IN/6/case Chad/NNP/6/compound minister/NN/2/obl");
  find(*c);
  EXPECT_EQ(code(*c, "Okeke"), "TCDGOV");
}

TEST(Names, AllOfWhomAreThoseBefore) {
  const auto c =
      from_trees("Mexicans/NNPS/7/nsubj ,/,/3/punct both/DT/6/nsubj of/IN/5/case whom/WP/3/nmod left/VBD/1/acl:relcl spoke/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "whom"), entity(*c, "Mexicans"));
}

TEST(Names, SurnamesKeepTheirParticles) {
  const auto c = from_trees(
      "Anna/NNP/4/nsubj de/NNP/1/flat Wit/NNP/1/flat spoke/VBD/0/root\n"
      "De/NNP/3/nsubj Wit/NNP/1/flat left/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "De Wit"), entity(*c, "Anna de Wit"));
}

TEST(Names, ANameOfTheTablesIsOneWhateverTheParserMakesOfIt) {
  const auto c = from_trees(
      "United/VBN/2/amod Nations/NNPS/3/nsubj officials/NNS/4/nsubj left/VBD/0/root\nThe/DT/3/det United/VBN/3/amod Nations/NNPS/4/nsubj "
      "spoke/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "The United Nations"), "IGOUNO");
}

TEST(Names, PossessorTellsTheCountry) {
  const auto c =
      from_trees("Kenya/NNP/4/nmod:poss 's/POS/1/case President/NNP/4/nmod:desc Amina/NNP/6/nsubj Otieno/NNP/4/flat spoke/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "Amina Otieno"), "KENGOV");
}

TEST(Names, OppositionLeaderIsOfTheOpposition) {
  const auto c =
      from_trees("Togolese/JJ/3/amod opposition/NN/3/compound leader/NN/4/nmod:desc Kofi/NNP/6/nsubj Mensah/NNP/4/flat spoke/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "Kofi Mensah"), "TGOOPP");
}

TEST(Names, FormerOfficialsAreEliteNoLongerInOffice) {
  const auto c = from_trees("former/JJ/3/amod Polish/JJ/3/amod minister/NN/4/nmod:desc Jan/NNP/6/nsubj Nowak/NNP/4/flat spoke/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "Jan Nowak"), "POLELI");
}

TEST(Names, PartyAndStateTellAnAmericanLegislator) {
  const auto c = from_trees(
      "Rep./NNP/2/nmod:desc Ann/NNP/9/nsubj Walker/NNP/2/flat (/-LRB-/5/punct R/NNP/2/appos -/HYPH/7/punct Ohio/NNP/5/nmod )/-RRB-/5/punct "
      "voted/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "Ann Walker"), "USALEG");
  EXPECT_THAT(entity(*c, "Ann Walker")->roles, testing::ElementsAre("LEG"));
}

TEST(Names, PartyOfAStateTellsAnAmericanLegislatorToo) {
  const auto c = from_trees(
      "Senator/NNP/2/nmod:desc Ann/NNP/8/nsubj Walker/NNP/2/flat ,/,/5/punct Republican/NNP/2/appos of/IN/7/case Ohio/NNP/5/nmod "
      "criticized/VBD/0/root Serbia/NNP/8/obj");
  find(*c);
  EXPECT_EQ(code(*c, "Ann Walker"), "USALEG");
}

TEST(Names, FirstNameTitleAndSurnameTellTwoOfOneFamilyApart) {
  const auto c = from_trees(
      "Peter/NNP/5/nsubj Novak/NNP/1/flat and/CC/4/cc Maria/NNP/1/conj met/VBD/0/root Maria/NNP/5/obj Novak/NNP/6/flat\n"
      "Mrs./NNP/2/nmod:desc Novak/NNP/3/nsubj spoke/VBD/0/root\n"
      "Mr./NNP/2/nmod:desc Novak/NNP/3/nsubj left/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "Novak", 2), entity(*c, "Maria Novak"));
  EXPECT_EQ(entity(*c, "Novak", 3), entity(*c, "Peter Novak"));
  EXPECT_EQ(entity(*c, "Maria"), entity(*c, "Maria Novak"));
}

TEST(Names, MiddleInitialsDoNotMakeAnother) {
  const auto c = from_trees(
      "Paul/NNP/4/nsubj K./NNP/1/flat Reyes/NNP/1/flat met/VBD/0/root nobody/NN/4/obj\nPaul/NNP/3/nsubj Reyes/NNP/1/flat left/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "Paul K. Reyes"), entity(*c, "Paul Reyes"));
  EXPECT_EQ(name(*c, "Paul Reyes"), "Paul K. Reyes");
}

TEST(Names, AcronymsMeanTheirLongForm) {
  const auto c = from_trees(
      "the/DT/3/det Northern/NNP/3/compound League/NNP/9/nsubj for/IN/5/case Reform/NNP/3/nmod (/-LRB-/7/punct NLR/NNP/3/appos "
      ")/-RRB-/7/punct met/VBD/0/root\n"
      "the/DT/3/det African/NNP/3/compound Union/NNP/4/nsubj met/VBD/0/root\n"
      "the/DT/2/det AU/NNP/3/nsubj voted/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "NLR"), entity(*c, "the Northern League for Reform"));
  EXPECT_EQ(entity(*c, "AU"), entity(*c, "the African Union"));
  EXPECT_EQ(code(*c, "AU"), "IGOAFR");
}

TEST(Names, CapitalsStandForGovernmentsUnlessTheyArePlaces) {
  const auto c = from_trees(
      "Lisbon/NNP/2/nsubj accused/VBD/0/root Madrid/NNP/2/obj\n"
      "ships/NNS/2/nsubj arrived/VBD/0/root in/IN/4/case Lisbon/NNP/2/obl\n"
      "he/PRP/2/nsubj sent/VBD/0/root troops/NNS/2/obj to/TO/5/case Madrid/NNP/2/obl\n"
      "the/DT/2/det Kremlin/NNP/3/nsubj agreed/VBD/0/root with/IN/5/case Russia/NNP/3/obl");
  c->reading.words[4].lemma = "arrive";
  c->reading.words[8].lemma = "send";
  find(*c);
  EXPECT_EQ(entity(*c, "Lisbon")->key, "country:PRT");
  EXPECT_EQ(entity(*c, "Lisbon", 1)->key, "place:lisbon");
  EXPECT_EQ(entity(*c, "Lisbon", 1)->country, "PRT");
  EXPECT_EQ(entity(*c, "Madrid")->key, "country:ESP");
  EXPECT_EQ(entity(*c, "Madrid", 1)->key, "place:madrid");
  EXPECT_EQ(entity(*c, "Kremlin"), entity(*c, "Russia"));
  EXPECT_TRUE(c->actors.mentions[static_cast<std::size_t>(c->actors.mention_of_head[words(*c, "Kremlin").first])].government);
  EXPECT_FALSE(c->actors.mentions[static_cast<std::size_t>(c->actors.mention_of_head[words(*c, "Russia").first])].government);
}

TEST(Names, MayBeOfSignsAloneOrShorterThanASurname) {
  const auto c = from_trees(
      "Jr./NNP/2/nsubj left/VBD/0/root\n"
      "Anna/NNP/3/nsubj Brandt/NNP/1/flat left/VBD/0/root\n"
      "Van/NNP/4/nsubj der/NNP/1/flat Brandt/NNP/1/flat stayed/VBD/0/root");
  find(*c);
  ASSERT_NE(entity(*c, "Van der Brandt"), nullptr);
  EXPECT_NE(entity(*c, "Van der Brandt"), entity(*c, "Anna Brandt"));
}

TEST(Names, PeoplesWithTheArticleAreTheCountry) {
  const auto c = from_trees(
      "the/DT/2/det Danes/NNPS/3/nsubj refused/VBD/0/root\nDenmark/NNP/2/nsubj agreed/VBD/0/root\nthree/CD/2/nummod Danes/NNPS/3/nsubj "
      "died/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "the Danes"), entity(*c, "Denmark"));
  EXPECT_NE(entity(*c, "three Danes"), entity(*c, "Denmark"));
  EXPECT_EQ(code(*c, "three Danes"), "DNKCVL");
}

TEST(Names, PlacesInLongerNamesAreNoActors) {
  const auto c = from_trees("Michael/NNP/3/nsubj Jordan/NNP/1/flat read/VBD/0/root the/DT/6/det Kuwait/NNP/6/compound Times/NNP/3/obj");
  find(*c);
  EXPECT_EQ(entity(*c, "Michael Jordan")->country, "");
  EXPECT_EQ(name(*c, "Michael Jordan"), "Michael Jordan");
}

TEST(Names, OrganisationsAndArmedGroupsByTheirTables) {
  const auto c = from_trees(
      "Hezbollah/NNP/2/nsubj attacked/VBD/0/root NATO/NNP/2/obj\n"
      "Reuters/NNP/2/nsubj said/VBD/0/root so/RB/2/advmod");
  find(*c);
  EXPECT_EQ(code(*c, "Hezbollah"), "LBNREB");
  EXPECT_EQ(code(*c, "NATO"), "IGOWSTNAT");
  EXPECT_EQ(code(*c, "Reuters"), "GBRMED");                                // CAMEO's code for the press ...
  EXPECT_THAT(entity(*c, "Reuters")->roles, testing::ElementsAre("JRN"));  // ... and PLOVER's sector
}

TEST(Names, AnchorsBelongToTheirChannel) {
  const auto c = from_trees("he/PRP/2/nsubj told/VBD/0/root CNN/NNP/5/nmod:poss 's/POS/3/case Jane/NNP/2/obj Fuller/NNP/5/flat");
  find(*c);
  EXPECT_EQ(code(*c, "Jane Fuller"), "USAMED");
}

TEST(Names, LeadersAreLookedUpLastAndByTheDay) {
  auto c = from_trees("Hosni/NNP/3/nsubj Mubarak/NNP/1/flat spoke/VBD/0/root");
  c->document.published = parse_date("2010-01-01");
  find(*c);
  EXPECT_EQ(code(*c, "Hosni Mubarak"), "EGYGOV");
  EXPECT_EQ(entity(*c, "Hosni Mubarak")->rule, "leaders.tsv");
  c->document.published = parse_date("2015-01-01");
  find(*c);
  EXPECT_EQ(code(*c, "Hosni Mubarak"), "EGYELI");
  c = from_trees("Peruvian/JJ/2/amod farmer/NN/3/nmod:desc Hosni/NNP/5/nsubj Mubarak/NNP/3/flat spoke/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "Hosni Mubarak")->country, "PER");
}

TEST(Names, AccentsDoNotMatter) {
  const auto c =
      from_trees("Nicolás/NNP/3/nsubj Maduro/NNP/1/flat left/VBD/0/root\nNicolas/NNP/3/nsubj Maduro/NNP/1/flat stayed/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "Nicolás Maduro"), entity(*c, "Nicolas Maduro"));
  EXPECT_EQ(entity(*c, "Nicolas Maduro")->country, "VEN");
}

TEST(Names, AcronymsMustBeInCapitals) {
  const auto c = from_trees("they/PRP/2/nsubj told/VBD/0/root us/PRP/2/obj\nthe/DT/2/det US/NNP/3/nsubj agreed/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "US")->key, "country:USA");
  EXPECT_NE(code(*c, "us"), "USA");
}

TEST(Names, CoordinatedPhrasesAreMentionsOfTheirOwn) {
  const auto c = from_trees("Iran/NNP/4/nsubj and/CC/3/cc Iraq/NNP/1/conj met/VBD/0/root rebels/NNS/4/obj and/CC/7/cc soldiers/NNS/5/conj");
  find(*c);
  EXPECT_EQ(code(*c, "Iran"), "IRN");
  EXPECT_EQ(code(*c, "Iraq"), "IRQ");
  EXPECT_NE(entity(*c, "rebels"), entity(*c, "soldiers"));
  EXPECT_EQ(text(*c, c->actors.mentions[static_cast<std::size_t>(c->actors.mention_of_head[4])].words), "rebels");
}

// In a family the surname alone is whose the text mostly is, not the one named last.
TEST(Names, ASurnameIsWhomTheTextMeansMost) {
  const auto c = from_trees(
      "Nora/NNP/3/nsubj Lindt/NNP/1/flat spoke/VBD/0/root\n"
      "Nora/NNP/3/nsubj Lindt/NNP/1/flat thanked/VBD/0/root Emil/NNP/3/obj Lindt/NNP/4/flat\n"
      "Lindt/NNP/2/nsubj left/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "Lindt", 3), entity(*c, "Nora Lindt"));
  EXPECT_NE(entity(*c, "Lindt", 3), entity(*c, "Emil Lindt"));
}

// `Grant` is a man's given name, and Theresa Grant's surname.
TEST(Names, ASurnameThatMenAreGivenMayBeAWomans) {
  const auto c = from_trees(
      "Theresa/NNP/3/nsubj Grant/NNP/1/flat won/VBD/0/root\n"
      "Grant/NNP/2/nsubj thanked/VBD/0/root Emil/NNP/2/obj Grant/NNP/3/flat");
  find(*c);
  EXPECT_EQ(entity(*c, "Grant", 1), entity(*c, "Theresa Grant"));
  EXPECT_NE(entity(*c, "Grant", 1), entity(*c, "Emil Grant"));
}

TEST(Names, AShorterNameOfABodyIsTheBodyAPlaceInItIsNot) {
  const auto c = from_trees(
      "The/DT/2/det Senate/NNP/5/nsubj of/IN/4/case Canada/NNP/2/nmod met/VBD/0/root\n"
      "The/DT/2/det University/NNP/5/nsubj of/IN/4/case Kent/NNP/2/nmod closed/VBD/0/root\n"
      "Students/NNS/2/nsubj left/VBD/0/root Kent/NNP/2/obj");
  find(*c);
  EXPECT_NE(entity(*c, "Kent", 1), entity(*c, "The University of Kent"));
}

TEST(Names, ANameInsideOfANameIsOneWhereItStandsByItselfToo) {
  const auto c = from_trees(
      "Protesters/NNS/2/nsubj reached/VBD/0/root Torvik/NNP/2/obj\n"
      "They/PRP/2/nsubj blocked/VBD/0/root Torvik/NNP/4/compound Airport/NNP/2/obj and/CC/7/cc Selm/NNP/7/compound Bridge/NNP/4/conj");
  find(*c);
  EXPECT_EQ(entity(*c, "Torvik", 1), entity(*c, "Torvik"));
  EXPECT_EQ(c->actors.mention_of_head[c->reading.words.size() - 2], no_mention);  // Selm
}

TEST(Names, AcronymsAndShortNamesOfBodies) {
  const auto c = from_trees(
      "The/DT/5/det Northern/NNP/5/compound Transport/NNP/5/compound Workers/NNP/5/compound Union/NNP/6/nsubj struck/VBD/0/root\n"
      "The/DT/2/det NTWU/NNP/3/nsubj cheered/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "The NTWU"), entity(*c, "Union"));
}

TEST(Names, AnAdjectiveAtTheStartIsNotTheCountrys) {
  const auto c = from_trees("Neighbouring/JJ/2/amod Chad/NNP/3/nsubj agreed/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "Chad"), "TCD");
}

TEST(Names, RanksWithoutFullStops) {
  const auto c = from_trees("Cmdr/NNP/4/nsubj Ida/NNP/1/flat Holm/NNP/1/flat left/VBD/0/root");
  find(*c);
  EXPECT_EQ(name(*c, "Cmdr Ida Holm"), "Ida Holm");
}

TEST(Names, OfOnePersonHaveNoPlural) {
  const auto c = from_trees(
      "Peter/NNP/4/nsubj Adams/NNPS/1/flat has/AUX/4/aux resigned/VBN/0/root\n"
      "Adams/NNPS/2/nsubj denied/VBD/0/root it/PRP/2/obj\n"
      "he/PRP/2/nsubj left/VBD/0/root");
  find(*c);
  EXPECT_EQ(name(*c, "he"), "Peter Adams");
}

TEST(Names, AShortNameIsTheDocumentsOwnBeforeTheTables) {
  const auto c = from_trees(
      "The/DT/3/det Harbour/NNP/3/compound Post/NNP/4/nsubj printed/VBD/0/root letters/NNS/4/obj\n"
      "The/DT/2/det Post/NNP/3/nsubj closed/VBD/0/root");
  c->reading.names.push_back({{1, 3}, NameType::organization});
  find(*c);
  EXPECT_EQ(name(*c, "The Post"), "Harbour Post");
}

TEST(Names, CompaniesWithoutWhatTheyDo) {
  const auto c = from_trees(
      "Norvik/NNP/2/compound Shipping/NNP/3/nsubj sued/VBD/0/root Chad/NNP/3/obj\n"
      "Norvik/NNP/2/nsubj won/VBD/0/root");
  c->reading.names.push_back({{0, 2}, NameType::organization});
  c->reading.names.push_back({{4, 5}, NameType::organization});
  find(*c);
  EXPECT_EQ(name(*c, "Norvik", 1), "Norvik Shipping");
}

TEST(Names, WhatIsCalledLikeAPersonNamedBeforeIsThePerson) {
  const auto c = from_trees(
      "President/NNP/2/nmod:desc Boubacar/NNP/4/nsubj Diallo/NNP/2/flat resigned/VBD/0/root\n"
      "rebels/NNS/2/nsubj spoke/VBD/0/root to/IN/4/case Diallo/NNP/2/obl\n"
      "rebels/NNS/2/nsubj met/VBD/0/root in/IN/4/case Diallo/NNP/2/obl");
  for (const auto at : {1, 2}) {
    const auto place = words(*c, "Diallo", at);
    c->reading.names.push_back({place, NameType::place});
  }
  find(*c);
  EXPECT_EQ(entity(*c, "Diallo", 1), entity(*c, "Boubacar Diallo"));
  EXPECT_NE(entity(*c, "Diallo", 2), entity(*c, "Boubacar Diallo"));
}

TEST(Names, WhoseSpokesmanTheWordBeforeTells) {
  const auto c = from_trees(
      "Poland/NNP/2/nsubj urged/VBD/0/root restraint/NN/2/obj\n"
      "government/NN/2/compound spokeswoman/NN/3/nmod:desc Ida/NNP/5/nsubj Krog/NNP/3/flat agreed/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "Ida Krog"), "POLGOV");
}

TEST(Names, ASurnameThatIsATitleToo) {
  const auto c = from_trees(
      "Howard/NNP/3/nsubj Dean/NNP/1/flat spoke/VBD/0/root\n"
      "Dean/NNP/4/nsubj ,/,/3/punct a/DT/4/det left/VBD/0/root\n"
      "the/DT/2/det Dean/NNP/3/nsubj left/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "Dean", 1), entity(*c, "Howard Dean"));
  EXPECT_NE(entity(*c, "the Dean"), entity(*c, "Howard Dean"));
}

TEST(Names, ThePresidentIsWhomTheListOfLeadersKnows) {
  const auto c = from_trees(
      "President/NNP/2/nmod:desc Obama/NNP/3/nsubj spoke/VBD/0/root\n"
      "Michelle/NNP/3/nsubj Obama/NNP/1/flat listened/VBD/0/root\n"
      "Barack/NNP/3/nsubj Obama/NNP/1/flat left/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "President Obama"), entity(*c, "Barack Obama"));
}

TEST(Names, AnAirForceIsOfTheNationalityBeforeIt) {
  const auto c =
      from_trees("jets/NNS/2/nsubj followed/VBD/0/root Swedish/JJ/5/amod Air/NNP/5/compound Force/NNP/6/compound planes/NNS/2/obj");
  c->reading.names.push_back({words(*c, "Air Force"), NameType::organization});
  find(*c);
  EXPECT_EQ(entity(*c, "Air Force")->country, "SWE");
}

TEST(Names, TheNameBehindTwoAppositions) {
  const auto c = from_trees(
      "His/PRP$/2/nmod:poss guest/NN/9/nsubj ,/,/5/punct the/DT/5/det actress/NN/2/appos Ida/NNP/5/appos Krog/NNP/6/flat ,/,/2/punct "
      "spoke/VBD/0/root");
  find(*c);
  EXPECT_EQ(name(*c, "His guest"), "Ida Krog");
}

TEST(Names, ACongressIsOfTheCountryThatTheTextNames) {
  const auto c = from_trees(
      "the/DT/3/det Nepali/JJ/3/amod Congress/NNP/4/nsubj left/VBD/0/root\n"
      "Congress/NNP/2/compound president/NN/3/nmod:desc Ivo/NNP/5/nsubj Marsh/NNP/3/flat spoke/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "Congress")->country, "NPL");
  EXPECT_EQ(entity(*c, "Ivo Marsh")->country, "NPL");
  const auto here = from_trees(
      "India/NNP/2/nsubj sued/VBD/0/root America/NNP/2/obj\n"
      "Delhi/NNP/2/nsubj waited/VBD/0/root in/IN/4/case India/NNP/2/obl\n"
      "the/DT/2/det Congress/NNP/3/nsubj accused/VBD/0/root India/NNP/3/obj");
  find(*here);
  EXPECT_EQ(entity(*here, "Congress")->country, "IND");
  const auto there = from_trees(
      "India/NNP/2/nsubj sued/VBD/0/root America/NNP/2/obj in/IN/5/case America/NNP/2/obl\n"
      "Congress/NNP/2/nsubj accused/VBD/0/root India/NNP/2/obj");
  find(*there);
  EXPECT_EQ(entity(*there, "Congress")->country, "USA");
}

}  // namespace
}  // namespace demarche::test
