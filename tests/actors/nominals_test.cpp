// Common nouns: sectors, countries, and what they refer to.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sentences.h"

namespace demarche::test {
namespace {

TEST(Nominals, WhoActsThroughTheNounBehind) {
  const auto c = from_trees(
      "Syrian/JJ/3/amod government/NN/3/compound drones/NNS/4/nsubj struck/VBD/0/root a/DT/7/det hospital/NN/7/compound roof/NN/4/obj");
  find(*c);
  EXPECT_EQ(code(*c, "Syrian government"), "SYR");
  EXPECT_EQ(code(*c, "hospital"), "none");
}

TEST(Nominals, AdjectivesOfPeople) {
  const auto c = from_trees("They/PRP/2/nsubj took/VBD/0/root the/DT/4/det wounded/JJ/2/obj");
  find(*c);
  EXPECT_EQ(code(*c, "the wounded"), "CVL");
}

TEST(Nominals, NationalityAndSectorOfGroups) {
  const auto c = from_trees("Ghanaian/JJ/2/amod troops/NNS/3/nsubj met/VBD/0/root U.S./NNP/5/compound officials/NNS/3/obj");
  find(*c);
  EXPECT_EQ(code(*c, "Ghanaian troops"), "GHAMIL");
  EXPECT_EQ(code(*c, "U.S. officials"), "USAGOV");
  EXPECT_EQ(code(*c, "U.S."), "USA");
}

TEST(Nominals, AnotherWordForATitle) {
  const auto c = from_trees(
      "Peruvian/JJ/2/amod Ambassador/NNP/3/nmod:desc Ana/NNP/5/nsubj Ruiz/NNP/3/flat spoke/VBD/0/root\n"
      "the/DT/2/det diplomat/NN/3/nsubj left/VBD/0/root\n"
      "U.S./NNP/2/compound Sen./NNP/3/nmod:desc Ida/NNP/5/nsubj Holm/NNP/3/flat spoke/VBD/0/root\n"
      "the/DT/3/det Iowa/NNP/3/compound senator/NN/4/nsubj left/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "the diplomat"), entity(*c, "Ana Ruiz"));
  EXPECT_EQ(entity(*c, "the Iowa senator"), entity(*c, "Ida Holm"));
}

TEST(Nominals, WhatBelongsToAnotherIsAnother) {
  const auto c = from_trees(
      "Ana/NNP/5/nmod:poss Ruiz/NNP/1/flat 's/POS/1/case first/JJ/5/amod campaign/NN/6/nsubj failed/VBD/0/root\n"
      "Ivo/NNP/3/nsubj Maric/NNP/1/flat spoke/VBD/0/root and/CC/6/cc his/PRP$/6/nmod:poss campaign/NN/7/nsubj paid/VBD/3/conj\n"
      "her/PRP$/2/nmod:poss campaign/NN/3/nsubj paid/VBD/0/root");
  find(*c);
  EXPECT_NE(entity(*c, "his campaign"), entity(*c, "Ana Ruiz 's first campaign"));
  EXPECT_EQ(entity(*c, "her campaign"), entity(*c, "Ana Ruiz 's first campaign"));
}

TEST(Nominals, AnOfficeWhoseHolderIsNamedInTheNextParagraph) {
  const auto c = from_trees(
      "the/DT/3/det Malian/JJ/3/amod minister/NN/4/nsubj resigned/VBD/0/root\n"
      "Ana/NNP/3/nsubj Ruiz/NNP/1/flat left/VBD/0/root\n"
      "the/DT/2/det minister/NN/3/nsubj wept/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "the Malian minister"), entity(*c, "Ana Ruiz"));
  EXPECT_EQ(entity(*c, "the minister"), entity(*c, "Ana Ruiz"));
  // Whoever is told of as somebody else is another.
  const auto other = from_trees(
      "the/DT/3/det Malian/JJ/3/amod minister/NN/4/nsubj resigned/VBD/0/root\n"
      "Ana/NNP/6/nsubj Ruiz/NNP/1/flat ,/,/5/punct a/DT/5/det lawyer/NN/1/appos left/VBD/0/root");
  find(*other);
  EXPECT_NE(entity(*other, "the Malian minister"), entity(*other, "Ana Ruiz"));
  const auto two = from_trees(
      "the/DT/3/det Malian/JJ/3/amod minister/NN/4/nsubj resigned/VBD/0/root\n"
      "Ivo/NNP/3/nsubj Maric/NNP/1/flat cheered/VBD/0/root\n"
      "Ana/NNP/3/nsubj Ruiz/NNP/1/flat left/VBD/0/root");
  find(*two);
  EXPECT_NE(entity(*two, "the Malian minister"), entity(*two, "Ana Ruiz"));
}

TEST(Nominals, NotEveryCountryIsAKingdom) {
  const auto c = from_trees(
      "Jordan/NNP/2/nsubj accused/VBD/0/root Iran/NNP/2/obj\n"
      "the/DT/2/det kingdom/NN/3/nsubj protested/VBD/0/root\n"
      "the/DT/2/det country/NN/3/nsubj answered/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "the kingdom"), "JOR");
}

TEST(Nominals, PartsOfAGroupAreOfItsKind) {
  const auto c = from_trees(
      "parts/NNS/7/nsubj of/IN/4/case the/DT/4/det army/NN/1/nmod of/IN/6/case Chad/NNP/4/nmod mutinied/VBD/0/root\n"
      "members/NNS/5/nsubj of/IN/4/case the/DT/4/det opposition/NN/1/nmod cheered/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "parts"), "TCDMIL");
  EXPECT_EQ(code(*c, "members"), "TCDOPP");
  EXPECT_EQ(text(*c, c->actors.mentions[static_cast<std::size_t>(c->actors.mention_of_head[0])].words), "parts of the army of Chad");
}

TEST(Nominals, BodiesOfAStateGetTheCountryInFocus) {
  const auto c = from_trees(
      "protests/NNS/2/nsubj grew/VBD/0/root in/IN/4/case Nepal/NNP/2/obl\n"
      "the/DT/2/det police/NNS/3/nsubj fired/VBD/0/root on/IN/5/case workers/NNS/3/obl");
  find(*c);
  EXPECT_EQ(code(*c, "the police"), "NPLCOP");
  EXPECT_EQ(entity(*c, "the police")->rule, "country in focus");
  EXPECT_EQ(entity(*c, "workers")->country, "");  // workers are of no state
}

TEST(Nominals, ThePassageDoesNotTellWhoseThoseAreWhoComeFromElsewhere) {
  const auto c = from_trees(
      "protests/NNS/2/nsubj grew/VBD/0/root in/IN/4/case Nepal/NNP/2/obl\n"
      "the/DT/2/det diplomats/NNS/3/nsubj left/VBD/0/root\n"
      "the/DT/3/det European/JJ/3/amod ministers/NNS/4/nsubj spoke/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "the diplomats")->country, "");
  EXPECT_EQ(entity(*c, "the European ministers")->country, "");
}

TEST(Nominals, WhatBelongsToSomebodyIsOfHisCountry) {
  const auto c = from_trees(
      "Danish/JJ/3/amod Minister/NNP/3/compound Ida/NNP/5/nsubj Krog/NNP/3/flat spoke/VBD/0/root\n"
      "Krog/NNP/3/nmod:poss 's/POS/1/case spokesman/NN/4/nsubj agreed/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "spokesman")->country, "DNK");
}

TEST(Nominals, TheNameBesideIsThePersonsWhateverTheTreeSays) {
  const auto c = from_trees(
      "at/IN/2/case talks/NNS/11/obl with/IN/6/case her/PRP$/6/nmod:poss Irish/JJ/6/amod counterpart/NN/2/nmod ,/,/8/punct Ann/NNP/2/appos "
      "Ray/NNP/8/flat ,/,/2/punct smiled/VBD/0/root Krog/NNP/11/nsubj");
  find(*c);
  EXPECT_EQ(entity(*c, "Irish counterpart"), entity(*c, "Ann Ray"));
  EXPECT_EQ(entity(*c, "Ann Ray")->country, "IRL");
}

TEST(Nominals, ASpokesmanSpeaksForWhoeverSpokeBeforeHim) {
  const auto c = from_trees(
      "Poland/NNP/2/nsubj urged/VBD/0/root Norway/NNP/2/obj\n\n"
      "Chile/NNP/2/nsubj denied/VBD/0/root it/PRP/2/obj\n"
      "“/``/4/punct it/PRP/4/nsubj is/AUX/4/cop false/JJ/7/ccomp ”/''/4/punct a/DT/7/det spokesman/NN/8/nsubj said/VBD/0/root");
  say(*c, "Chile", "it");
  say(*c, "a spokesman", "it is false", true);
  find(*c);
  EXPECT_EQ(entity(*c, "a spokesman")->country, "CHL");
}

TEST(Nominals, TheSenateIsThatOfTheCountryThatTheTextIsAbout) {
  const auto c = from_trees(
      "Poland/NNP/2/nsubj urged/VBD/0/root Norway/NNP/2/obj\n"
      "Poland/NNP/2/nsubj blamed/VBD/0/root it/PRP/2/obj\n"
      "Polish/JJ/2/amod leaders/NNS/3/nsubj called/VBD/0/root on/IN/6/case the/DT/6/det Senate/NNP/3/obl");
  find(*c);
  EXPECT_EQ(entity(*c, "Senate")->country, "POL");
  EXPECT_EQ(code(*c, "Senate"), "POLLEG");
  const auto d = from_trees("the/DT/2/det Senate/NNP/3/nsubj praised/VBD/0/root Americans/NNPS/3/obj");
  find(*d);
  EXPECT_EQ(entity(*d, "Senate")->country, "USA");
}

TEST(Nominals, SomebodysDeputyIsNoLawmaker) {
  const auto c = from_trees(
      "the/DT/2/det deputies/NNS/3/nsubj voted/VBD/0/root\n"
      "Ida/NNP/4/nmod:poss Krog/NNP/1/flat 's/POS/1/case deputy/NN/5/nsubj agreed/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "the deputies").substr(0, 3), "LEG");
  EXPECT_EQ(code(*c, "deputy"), "");
}

TEST(Nominals, ThePresidentOfAnotherCountryIsAnother) {
  const auto c = from_trees(
      "Kenyan/JJ/2/amod voters/NNS/3/nsubj elected/VBD/0/root President/NNP/5/compound Ann/NNP/3/obj Mwangi/NNP/5/flat\n"
      "China/NNP/3/nmod:poss 's/POS/1/case president/NN/4/nsubj congratulated/VBD/0/root her/PRP/4/obj");
  find(*c);
  EXPECT_NE(entity(*c, "president"), entity(*c, "Ann Mwangi"));
  EXPECT_EQ(entity(*c, "her"), entity(*c, "Ann Mwangi"));
}

TEST(Nominals, AMinisterIsOfTheCountryOfTheSentenceBefore) {
  const auto c = from_trees(
      "Poland/NNP/2/nsubj blamed/VBD/0/root Norway/NNP/2/obj\n\n"
      "Chile/NNP/2/nsubj urged/VBD/0/root restraint/NN/2/obj\n"
      "Foreign/JJ/2/amod Minister/NNP/3/nmod:desc Ana/NNP/5/nsubj Ruiz/NNP/3/flat spoke/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "Ana Ruiz")->country, "CHL");
}

TEST(Nominals, ItsEnvoyIsOfTheCountryItsNeighboursAreNot) {
  const auto c = from_trees(
      "Chile/NNP/2/nsubj urged/VBD/0/root Norway/NNP/2/obj\n"
      "its/PRP$/2/nmod:poss envoy/NN/3/nsubj spoke/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "envoy")->country, "CHL");
}

TEST(Nominals, TheParamilitaryForceIsTheOneNamedBefore) {
  const auto c = from_trees(
      "the/DT/4/det Rapid/NNP/4/compound Support/NNP/4/compound Forces/NNPS/5/nsubj left/VBD/0/root\n"
      "the/DT/3/det paramilitary/JJ/3/amod force/NN/4/nsubj denied/VBD/0/root it/PRP/4/obj");
  find(*c);
  EXPECT_EQ(entity(*c, "the paramilitary force"), entity(*c, "Rapid Support Forces"));
}

TEST(Nominals, PeopleWhoAreOnlyCounted) {
  const auto c = from_trees(
      "the/DT/2/det three/CD/4/nsubj:pass/three were/VBD/4/aux:pass robbed/VBN/0/root\n"
      "a/DT/2/det flood/NN/3/nsubj killed/VBD/0/root dozens/NNS/3/obj\n"
      "prices/NNS/2/nsubj rose/VBD/0/root 30/CD/2/obl in/IN/5/case 2019/CD/2/obl");
  find(*c);
  EXPECT_NE(entity(*c, "three"), nullptr);
  EXPECT_NE(entity(*c, "dozens"), nullptr);
  EXPECT_EQ(entity(*c, "30"), nullptr);
  EXPECT_EQ(entity(*c, "2019"), nullptr);
}

TEST(Nominals, WhatARelativeStandsForAsASource) {
  const auto c = from_trees(
      "they/PRP/2/nsubj read/VBD/0/root a/DT/4/det leaflet/NN/2/obj that/WDT/6/nsubj said/VBD/4/acl:relcl ships/NNS/8/nsubj "
      "sank/VBD/6/ccomp");
  say(*c, "that", "ships sank");
  find(*c);
  EXPECT_EQ(name(*c, "that"), "leaflet");
}

// Whose police, mayor and residents they are tells the caller's knowledge of places; soldiers in a city may be from abroad.
TEST(Nominals, PlacesTellTheirCountry) {
  const CountryOfPlace country_of_place = [](std::string_view name) -> std::string_view { return name == "Kaduna" ? "NGA" : ""; };
  const auto c = from_trees(
      "Ghana/NNP/2/nsubj protested/VBD/0/root\n"
      "police/NNS/4/nsubj in/IN/3/case Kaduna/NNP/1/nmod shot/VBD/0/root the/DT/6/det mayor/NN/4/obj of/IN/8/case Kaduna/NNP/6/nmod\n"
      "Kaduna/NNP/2/compound residents/NNS/3/nsubj fled/VBD/0/root\n"
      "troops/NNS/4/nsubj in/IN/3/case Kaduna/NNP/1/nmod left/VBD/0/root");
  find_actors(knowledge(), *c, country_of_place);
  EXPECT_EQ(code(*c, "police"), "NGACOP");
  EXPECT_EQ(entity(*c, "mayor")->country, "NGA");
  EXPECT_EQ(entity(*c, "Kaduna residents")->country, "NGA");
  EXPECT_NE(entity(*c, "troops")->rule, "place");
  EXPECT_EQ(entity(*c, "Kaduna")->country, "");  // the city itself is no actor of the country
}

// Whose government it is says a name, also where the parser takes the name for an adjective.
TEST(Nominals, AGovernmentIsOfItsLeader) {
  for (const std::string label : {"compound", "amod"}) {
    const auto c = from_trees(
        "Alexander/NNP/3/nsubj Lukashenko/NNP/1/flat spoke/VBD/0/root\n"
        "Chad/NNP/2/nsubj praised/VBD/0/root the/DT/5/det Lukashenko/NNP/5/" +
        label + " regime/NN/2/obj");
    find_actors(knowledge(), *c);
    EXPECT_EQ(entity(*c, "regime")->country, "BLR") << label;
  }
}

// The city of the sentence before says whose police they are.
TEST(Nominals, APassageIsAboutTheCountryOfItsCity) {
  const CountryOfPlace country_of_place = [](std::string_view name) -> std::string_view { return name == "Kaduna" ? "NGA" : ""; };
  const auto c = from_trees(
      "Chad/NNP/2/nsubj offered/VBD/0/root help/NN/2/obj\n"
      "students/NNS/2/nsubj marched/VBD/0/root in/IN/4/case Kaduna/NNP/2/obl\n"
      "police/NNS/2/nsubj arrested/VBD/0/root students/NNS/2/obj");
  find_actors(knowledge(), *c, country_of_place);
  EXPECT_EQ(entity(*c, "police")->country, "NGA");
}

TEST(Nominals, WhoSpeaksIsNotWhatIsSpokenOf) {
  const auto c = from_trees(
      "rebels/NNS/2/nsubj advanced/VBD/0/root in/IN/4/case Mali/NNP/2/obl\n"
      "France/NNP/2/nsubj said/VBD/0/root the/DT/4/det army/NN/5/nsubj fled/VBD/2/ccomp");
  say(*c, "France", "the army fled");
  find(*c);
  EXPECT_EQ(code(*c, "the army"), "MLIMIL");
}

TEST(Nominals, GovernmentsAreTheirCountries) {
  const auto c = from_trees(
      "the/DT/3/det Serbian/JJ/3/amod government/NN/4/nsubj met/VBD/0/root Serbia/NNP/6/nmod:poss critics/NNS/4/obj\n"
      "the/DT/2/det government/NN/5/nsubj of/IN/4/case Serbia/NNP/2/nmod fell/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "the Serbian government")->key, "country:SRB");
  EXPECT_EQ(entity(*c, "the government of Serbia")->key, "country:SRB");
  EXPECT_TRUE(c->actors.mentions[static_cast<std::size_t>(c->actors.mention_of_head[2])].government);
}

TEST(Nominals, RegimesOfPersonsAreActorsOfTheirOwn) {
  const auto c = from_trees(
      "Syrian/JJ/2/amod president/NN/3/nmod:desc Karim/NNP/5/nsubj Haddad/NNP/3/flat spoke/VBD/0/root\n"
      "the/DT/3/det Haddad/NNP/3/compound regime/NN/4/nsubj fell/VBD/0/root\n"
      "he/PRP/2/nsubj defended/VBD/0/root his/PRP$/4/nmod:poss regime/NN/2/obj\n"
      "critics/NNS/2/nsubj left/VBD/0/root the/DT/4/det regime/NN/2/obj");
  find(*c);
  EXPECT_EQ(code(*c, "the Haddad regime"), "SYRGOV");
  EXPECT_EQ(name(*c, "the Haddad regime"), "Haddad regime");
  EXPECT_EQ(entity(*c, "his regime"), entity(*c, "the Haddad regime"));
  EXPECT_EQ(entity(*c, "the regime"), entity(*c, "the Haddad regime"));
  EXPECT_NE(entity(*c, "the regime"), entity(*c, "Karim Haddad"));
  EXPECT_EQ(entity(*c, "Haddad", 1), entity(*c, "Karim Haddad"));
}

TEST(Nominals, TheMinisterIsTheOneNamedBefore) {
  const auto c = from_trees(
      "Chilean/JJ/3/amod Finance/NNP/3/compound Minister/NNP/4/nmod:desc Rosa/NNP/9/nsubj Vidal/NNP/4/flat and/CC/8/cc "
      "Judge/NNP/8/nmod:desc Tom/NNP/4/conj met/VBD/0/root\n"
      "the/DT/2/det minister/NN/3/nsubj left/VBD/0/root\n"
      "the/DT/3/det Chilean/JJ/3/amod minister/NN/4/nsubj returned/VBD/0/root\n"
      "a/DT/2/det minister/NN/3/nsubj stayed/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "the minister"), entity(*c, "Rosa Vidal"));
  EXPECT_EQ(entity(*c, "the Chilean minister"), entity(*c, "Rosa Vidal"));
  EXPECT_NE(entity(*c, "a minister"), entity(*c, "Rosa Vidal"));
}

TEST(Nominals, ThePredicateOfACopulaIsItsSubject) {
  const auto c = from_trees(
      "Ann/NNP/6/nsubj Ray/NNP/1/flat is/AUX/6/cop an/DT/6/det Irish/JJ/6/amod senator/NN/0/root\n"
      "Bob/NNP/5/nsubj is/AUX/5/cop not/RB/5/advmod a/DT/5/det soldier/NN/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "Ann Ray"), "IRLLEG");
  EXPECT_EQ(code(*c, "Bob"), "");
}

TEST(Nominals, TheSameNounWithOtherModifiersIsAnother) {
  const auto c = from_trees(
      "the/DT/3/det northern/JJ/3/amod brigade/NN/4/nsubj fled/VBD/0/root\n"
      "the/DT/2/det brigade/NN/3/nsubj returned/VBD/0/root\n"
      "the/DT/3/det southern/JJ/3/amod brigade/NN/4/nsubj stayed/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "the brigade"), entity(*c, "the northern brigade"));
  EXPECT_NE(entity(*c, "the southern brigade"), entity(*c, "the northern brigade"));
}

TEST(Nominals, SectorsOfModifiers) {
  const auto c = from_trees(
      "a/DT/3/det rebel/NN/3/compound commander/NN/5/nsubj and/CC/5/cc met/VBD/0/root an/DT/8/det opposition/NN/8/compound "
      "lawmaker/NN/5/obj");
  find(*c);
  EXPECT_EQ(code(*c, "a rebel commander"), "REB");
  EXPECT_THAT(entity(*c, "an opposition lawmaker")->roles, testing::ElementsAre("LEG", "OPP"));
}

TEST(Nominals, AreTheNameInApposition) {
  const auto c = from_trees(
      "the/DT/3/det Danish/JJ/3/amod minister/NN/8/nsubj ,/,/5/punct Ida/NNP/3/appos Krog/NNP/5/flat ,/,/3/punct spoke/VBD/0/root\n"
      "her/PRP$/3/nmod:poss Irish/JJ/3/amod counterpart/NN/7/nsubj ,/,/5/punct Ann/NNP/3/appos Ray/NNP/5/flat agreed/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "the Danish minister"), entity(*c, "Ida Krog"));
  EXPECT_EQ(name(*c, "the Danish minister"), "Ida Krog");
  EXPECT_EQ(code(*c, "Ida Krog"), "DNKGOV");
  EXPECT_EQ(entity(*c, "Irish counterpart"), entity(*c, "Ann Ray"));
  EXPECT_EQ(entity(*c, "Ann Ray")->country, "IRL");
  EXPECT_NE(entity(*c, "Ann Ray"), entity(*c, "Ida Krog"));
}

TEST(Nominals, ANationalityOrANewWordTakesUpWhoWasNamed) {
  const auto c = from_trees(
      "Danish/JJ/2/amod minister/NN/3/nmod:desc Ida/NNP/5/nsubj Krog/NNP/3/flat met/VBD/0/root Irish/JJ/7/amod minister/NN/8/nmod:desc "
      "Ann/NNP/5/obj Ray/NNP/8/flat\n"
      "the/DT/2/det Dane/NNP/3/nsubj left/VBD/0/root\n"
      "Ray/NNP/2/nsubj stayed/VBD/0/root\n"
      "the/DT/4/det former/JJ/4/amod airline/NN/4/compound pilot/NN/5/nsubj spoke/VBD/0/root\n"
      "the/DT/2/det pilot/NN/3/nsubj slept/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "the Dane"), entity(*c, "Ida Krog"));
  EXPECT_EQ(code(*c, "Ida Krog"), "DNKGOV");
  EXPECT_EQ(entity(*c, "the former airline pilot"), entity(*c, "Ann Ray"));
}

TEST(Nominals, AmbassadorsAndAlliesAreOfAnotherCountry) {
  const auto c = from_trees(
      "Ann/NNP/3/nsubj Ray/NNP/1/flat served/VBD/0/root as/IN/5/case ambassador/NN/3/obl in/IN/7/case Chad/NNP/5/nmod\n"
      "Chad/NNP/3/nmod:poss 's/POS/1/case ally/NN/4/nsubj left/VBD/0/root\n"
      "an/DT/2/det official/NN/7/nsubj in/IN/6/case the/DT/6/det Malian/JJ/6/amod delegation/NN/2/nmod slept/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "Ann Ray")->country, "");
  EXPECT_NE(entity(*c, "ally")->country, "TCD");
  EXPECT_EQ(entity(*c, "an official")->country, "MLI");
}

TEST(Nominals, TheSultanateIsTheOneNamedBefore) {
  const auto c = from_trees(
      "Oman/NNP/2/nsubj met/VBD/0/root Chad/NNP/2/obj\n"
      "the/DT/2/det sultanate/NN/3/nsubj agreed/VBD/0/root\n"
      "the/DT/2/det kingdom/NN/3/nsubj refused/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "the sultanate")->key, "country:OMN");
  EXPECT_NE(entity(*c, "the kingdom")->key, "country:OMN");
}

TEST(Nominals, WhatAMinisterWasBeforeIsNoRoleOfHers) {
  const auto c = from_trees(
      "Danish/JJ/2/amod minister/NN/3/nmod:desc Ida/NNP/10/nsubj Krog/NNP/3/flat ,/,/8/punct a/DT/8/det former/JJ/8/amod judge/NN/3/appos "
      ",/,/3/punct spoke/VBD/0/root\n"
      "the/DT/6/det 54/CD/4/nummod -/HYPH/6/punct year/NN/6/obl:unmarked -/HYPH/6/punct old/JJ/7/nsubj left/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "Ida Krog"), "DNKGOV");
}

TEST(Nominals, ARegimeHasItsPersonsCountryNotThatOfThePassage) {
  const auto c = from_trees(
      "France/NNP/2/nsubj praised/VBD/0/root France/NNP/2/obj and/CC/5/cc France/NNP/3/conj\n"
      "the/DT/3/det Osei/NNP/3/compound regime/NN/4/nsubj fell/VBD/0/root\n"
      "Osei/NNP/2/nsubj fled/VBD/0/root");
  find(*c);
  EXPECT_NE(entity(*c, "the Osei regime")->country, "FRA");
}

TEST(Nominals, OfficesAreOfTheCountryOfThoseWhoSpeakNotOfWhomTheySpeakOf) {
  const auto c = from_trees(
      "Turkish/JJ/2/amod officials/NNS/3/nsubj denied/VBD/0/root it/PRP/3/obj\n"
      "Minister/NNP/2/nmod:desc Aslan/NNP/4/nsubj also/RB/4/advmod said/VBD/0/root Greece/NNP/6/nsubj sent/VBD/4/ccomp ships/NNS/6/obj");
  say(*c, "Turkish officials", "it");
  say(*c, "Minister Aslan", "Greece sent ships");
  find(*c);
  EXPECT_EQ(entity(*c, "Aslan")->country, "TUR");
}

// What somebody became, was made or serves as is what he is.
TEST(Nominals, WhatSomebodyBecomesIsHe) {
  const auto c = from_trees(
      "Ada/NNP/3/nsubj Moss/NNP/1/flat became/VBD/0/root/become a/DT/6/det Danish/JJ/6/amod senator/NN/3/xcomp\n"
      "They/PRP/2/nsubj elected/VBD/0/root Kim/NNP/2/obj Holt/NNP/3/flat mayor/NN/2/xcomp\n"
      "Piet/NNP/3/nsubj Roos/NNP/1/flat served/VBD/0/root/serve as/IN/7/case a/DT/7/det Dutch/JJ/7/amod envoy/NN/3/obl");
  find(*c);
  EXPECT_EQ(entity(*c, "a Danish senator"), entity(*c, "Ada Moss"));
  EXPECT_EQ(code(*c, "Ada Moss"), "DNKLEG");
  EXPECT_EQ(entity(*c, "mayor"), entity(*c, "Kim Holt"));
  EXPECT_EQ(entity(*c, "a Dutch envoy"), entity(*c, "Piet Roos"));
}

TEST(Nominals, WhatIsJoinedToAPredicateIsOneToo) {
  const auto c = from_trees("Ada/NNP/5/nsubj Moss/NNP/1/flat is/AUX/5/cop a/DT/5/det writer/NN/0/root and/CC/7/cc lawyer/NN/5/conj");
  find(*c);
  EXPECT_EQ(entity(*c, "lawyer"), entity(*c, "Ada Moss"));
}

TEST(Nominals, WhatSomebodyIsNotIsNobody) {
  const auto c = from_trees(
      "Ole/NNP/6/nsubj Dahl/NNP/1/flat is/AUX/6/cop not/RB/6/advmod a/DT/6/det lawyer/NN/0/root\n"
      "He/PRP/2/nsubj left/VBD/0/root");
  find(*c);
  EXPECT_NE(entity(*c, "a lawyer"), entity(*c, "Ole Dahl"));
  EXPECT_EQ(entity(*c, "He"), entity(*c, "Ole Dahl"));
}

TEST(Nominals, AnOfficeIsNotWhoHoldsIt) {
  const auto c = from_trees(
      "President/NNP/2/nmod:desc Ruiz/NNP/3/nsubj spoke/VBD/0/root\n"
      "Rivals/NNS/2/nsubj sought/VBD/0/root the/DT/4/det post/NN/2/obj of/IN/6/case President/NNP/4/nmod");
  find(*c);
  EXPECT_NE(entity(*c, "President", 1), entity(*c, "Ruiz"));
}

TEST(Nominals, ARestrictiveClauseMakesAnother) {
  const auto c = from_trees(
      "The/DT/2/det miners/NNS/3/nsubj struck/VBD/0/root\n"
      "The/DT/2/det miners/NNS/5/nsubj who/WP/4/nsubj worked/VBD/2/acl:relcl feared/VBD/0/root the/DT/7/det miners/NNS/5/obj");
  find(*c);
  EXPECT_NE(entity(*c, "The miners", 1), entity(*c, "The miners"));
}

TEST(Nominals, BareNounsMeanWhatWasCalledSoBarePeopleMeanAnybody) {
  const auto c = from_trees(
      "Parliament/NN/2/nsubj met/VBD/0/root\n"
      "Then/RB/3/advmod parliament/NN/3/nsubj voted/VBD/0/root\n"
      "a/DT/2/det parliament/NN/3/nsubj votes/VBZ/0/root\n"
      "People/NNS/2/nsubj/people danced/VBD/0/root\n"
      "People/NNS/2/nsubj/people complained/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "parliament"), entity(*c, "Parliament"));
  EXPECT_NE(entity(*c, "a parliament"), entity(*c, "Parliament"));
  EXPECT_NE(entity(*c, "People", 1), entity(*c, "People"));
}

TEST(Nominals, WhoAccusesACountryIsNotOfIt) {
  const auto trees = [](const std::string& object) {
    return "Chad/NNP/2/nsubj waited/VBD/0/root\nMinister/NNP/2/nmod:desc Ida/NNP/4/nsubj Holm/NNP/2/flat accused/VBD/0/root/accuse " +
           object + "/NNP/4/obj";
  };
  const auto chad = from_trees(trees("Chad"));
  find(*chad);
  EXPECT_EQ(code(*chad, "Ida Holm"), "GOV");
  const auto other = from_trees(trees("Omar"));
  find(*other);
  EXPECT_EQ(code(*other, "Ida Holm"), "TCDGOV");
}

TEST(Nominals, OfficialsOfABodyAreOfItsSector) {
  const auto c = from_trees("A/DT/3/det Hamas/NNP/3/compound official/NN/4/nsubj left/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "A Hamas official"), "PSEREB");
  const auto served = from_trees(
      "Laura/NNP/3/nsubj Brand/NNP/1/flat stood/VBD/0/root in/IN/5/case Lima/NNP/3/obl against/IN/8/case the/DT/8/det state/NN/3/obl "
      "she/PRP/10/nsubj served/VBD/8/acl:relcl");
  find(*served);
  EXPECT_NE(entity(*served, "the state"), entity(*served, "Lima"));
  const auto union_official = from_trees("An/DT/2/det official/NN/6/nsubj of/IN/5/case the/DT/5/det union/NN/2/nmod left/VBD/0/root");
  find(*union_official);
  EXPECT_EQ(code(*union_official, "An official"), "LAB");
  const auto other = from_trees("A/DT/3/det Russian/JJ/3/amod official/NN/4/nsubj left/VBD/0/root");
  find(*other);
  EXPECT_EQ(code(*other, "A Russian official"), "RUSGOV");
}

TEST(Nominals, OfficialsOfABodyByItsAcronym) {
  const auto c = from_trees(
      "The/DT/4/det Rapid/NNP/4/compound Support/NNP/4/compound Forces/NNPS/5/nsubj left/VBD/0/root\n"
      "An/DT/3/det RSF/NNP/3/compound adviser/NN/4/nsubj agreed/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "An RSF adviser"), code(*c, "The Rapid Support Forces"));
}

TEST(Nominals, TheSecondOfTwoNationalitiesIsACountryToo) {
  const auto c = from_trees("Danish/JJ/4/amod and/CC/3/cc Swedish/JJ/1/conj officials/NNS/5/nsubj met/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "Danish"), "DNK");
  EXPECT_EQ(code(*c, "Swedish"), "SWE");
}

TEST(Nominals, OfTwoPresidentsTheOneWhomTheSentenceBeforeWasAbout) {
  const auto c = from_trees(
      "President/NNP/2/nmod:desc Mahama/NNP/3/nsubj distrusts/VBZ/0/root President/NNP/5/nmod:desc Deby/NNP/3/obj\n"
      "the/DT/2/det president/NN/3/nsubj left/VBD/0/root");
  find(*c);
  EXPECT_EQ(name(*c, "the president"), "Mahama");
}

TEST(Nominals, PoliceAreOfTheCountryThatTheReportIsFrom) {
  const auto report = [](std::string_view from) {
    auto c = from_trees(
        "Police/NNS/2/nsubj/police arrested/VBD/0/root miners/NNS/2/obj\n"
        "Bolivia/NNP/2/nsubj protested/VBD/0/root\n"
        "Bolivia/NNP/2/nsubj threatened/VBD/0/root Bolivia/NNP/2/obj");
    c->document.dateline_place = std::string(from);
    find(*c);
    return code(*c, "Police");
  };
  EXPECT_EQ(report("LIMA"), "PERCOP");
  EXPECT_EQ(report("GENEVA"), "BOLCOP");  // whence the press reports on others
}

TEST(Nominals, AnotherWordForATitleOfSeveralWords) {
  const auto c = from_trees(
      "Prime/JJ/2/amod Minister/NNP/3/nmod:desc Ana/NNP/5/nsubj Ruiz/NNP/3/flat spoke/VBD/0/root\n"
      "Interior/NNP/2/compound Minister/NNP/3/nmod:desc Ida/NNP/5/nsubj Holm/NNP/3/flat spoke/VBD/0/root\n"
      "the/DT/2/det premier/NN/3/nsubj left/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "the premier"), entity(*c, "Ana Ruiz"));
}

TEST(Nominals, OfficesWithAHyphenAreOffices) {
  const auto c = from_trees("Kenya/NNP/5/nmod:poss 's/POS/1/case attorney/NN/5/compound -/HYPH/3/punct general/NN/6/nsubj left/VBD/0/root");
  for (const auto at : {3u, 4u}) c->reading.words[at].space_before = false;
  find(*c);
  EXPECT_EQ(code(*c, "general"), "KENGOV");
}

TEST(Nominals, WhereAParagraphBeginsTellsWhosePrimeMinisterItIs) {
  const auto c = from_trees(
      "Norway/NNP/2/nsubj urged/VBD/0/root restraint/NN/2/obj\n\n"
      "In/IN/2/case Rabat/NNP/4/obl there/EX/4/expl was/VBD/0/root anger/NN/4/nsubj\n"
      "Prime/JJ/2/amod Minister/NNP/3/nmod:desc Karim/NNP/5/nsubj Idrissi/NNP/3/flat spoke/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "Karim Idrissi"), "MARGOV");
}

TEST(Nominals, TheCourtOfTheReportIsNotTheOneThatSomebodySpeaksOf) {
  const auto c = from_trees(
      "A/DT/3/det Danish/JJ/3/amod court/NN/4/nsubj jailed/VBD/0/root him/PRP/4/obj\n"
      "We/PRP/3/nsubj will/MD/3/aux ask/VB/6/ccomp another/DT/5/det court/NN/3/obj said/VBD/0/root Krog/NNP/6/nsubj\n"
      "the/DT/2/det court/NN/3/nsubj fined/VBD/0/root him/PRP/3/obj");
  for (const auto range : say(*c, "Krog", "We will ask another court", true).content)
    for (auto i = range.first; i < range.last; ++i) c->reading.words[i].quoted = true;
  find(*c);
  EXPECT_EQ(code(*c, "the court"), "DNKJUD");
}

TEST(Nominals, AJudgeIsOfTheCountryOfTheCourt) {
  const auto c = from_trees(
      "A/DT/3/det Danish/JJ/3/amod court/NN/4/nsubj jailed/VBD/0/root rebels/NNS/4/obj from/IN/7/case Mali/NNP/5/nmod\n"
      "rebels/NNS/2/nsubj left/VBD/0/root Mali/NNP/2/obj\n\n"
      "Mali/NNP/2/nsubj protested/VBD/0/root\n"
      "Judge/NNP/2/nmod:desc Ida/NNP/4/nsubj Krog/NNP/2/flat agreed/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "Ida Krog"), "DNKJUD");
}

TEST(Nominals, AGovernmentSignsWithAnother) {
  const auto c = from_trees(
      "Chile/NNP/2/nsubj urged/VBD/0/root restraint/NN/2/obj\n"
      "the/DT/2/det government/NN/3/nsubj signed/VBD/0/root a/DT/5/det treaty/NN/3/obj with/IN/7/case China/NNP/5/nmod");
  find(*c);
  EXPECT_EQ(code(*c, "the government"), "CHL");
}

TEST(Nominals, WhoHasBeenNamedIsCalledAgain) {
  const std::string named = "Ida/NNP/3/nsubj Krog/NNP/1/flat spoke/VBD/0/root\n";
  for (const std::string_view again : {"the/DT/3/det Oslo/NNP/3/compound lawyer/NN/4/nsubj left/VBD/0/root",
                                       "the/DT/3/det former/JJ/3/amod senator/NN/4/nsubj left/VBD/0/root"}) {
    const auto c = from_trees(named + std::string(again));
    find(*c);
    EXPECT_EQ(name(*c, again.find("Oslo") != std::string_view::npos ? "the Oslo lawyer" : "the former senator"), "Ida Krog") << again;
  }
  // Not by a bare office, nor where somebody else was spoken of in between, nor where her name stands beside.
  for (const std::string_view other :
       {"the/DT/2/det lawyer/NN/3/nsubj left/VBD/0/root",
        "a/DT/2/det rebel/NN/3/nsubj fired/VBD/0/root\nthe/DT/3/det Oslo/NNP/3/compound lawyer/NN/4/nsubj left/VBD/0/root",
        "the/DT/3/det Oslo/NNP/3/compound lawyer/NN/4/nsubj met/VBD/0/root Krog/NNP/4/obj"}) {
    const auto c = from_trees(named + std::string(other));
    find(*c);
    EXPECT_NE(name(*c, "lawyer"), "Ida Krog") << other;
  }
}

TEST(Nominals, WhoIsWellKnownIsCalledByWhatEverybodyKnows) {
  const std::string named =
      "Bernie/NNP/3/nsubj Sanders/NNP/1/flat spoke/VBD/0/root\nIda/NNP/3/nsubj Krog/NNP/1/flat met/VBD/0/root Ben/NNP/3/obj "
      "Lund/NNP/4/flat\n";
  const auto c = from_trees(named + "the/DT/3/det Vermont/NNP/3/compound senator/NN/4/nsubj left/VBD/0/root");
  find(*c);
  EXPECT_EQ(name(*c, "the Vermont senator"), "Bernie Sanders");
  // Not a senator of another state, nor where he is not named, nor he of whom the sentence says something else beside.
  for (const std::string& other :
       {named + "the/DT/3/det Texas/NNP/3/compound senator/NN/4/nsubj left/VBD/0/root",
        named + "the/DT/4/det former/JJ/4/amod Vermont/NNP/4/compound senator/NN/5/nsubj left/VBD/0/root",
        named + "the/DT/3/det Vermont/NNP/3/compound senator/NN/4/nsubj met/VBD/0/root Sanders/NNP/4/obj",
        named.substr(named.find('\n') + 1) + "the/DT/3/det Vermont/NNP/3/compound senator/NN/4/nsubj left/VBD/0/root"}) {
    const auto d = from_trees(other);
    find(*d);
    EXPECT_NE(name(*d, "senator"), "Bernie Sanders") << other;
  }
}

TEST(Nominals, WhoIsWellKnownIsCalledByAnOfficeOfSomething) {
  const std::string named =
      "Hillary/NNP/3/nsubj Clinton/NNP/1/flat spoke/VBD/0/root\nIda/NNP/3/nsubj Krog/NNP/1/flat met/VBD/0/root Ben/NNP/3/obj "
      "Lund/NNP/4/flat\n";
  const auto c = from_trees(named + "the/DT/3/det former/JJ/3/amod secretary/NN/6/nsubj of/IN/5/case state/NN/3/nmod left/VBD/0/root");
  find(*c);
  EXPECT_EQ(name(*c, "the former secretary of state"), "Hillary Clinton");
  const auto d = from_trees(named + "the/DT/3/det former/JJ/3/amod secretary/NN/6/nsubj of/IN/5/case labor/NN/3/nmod left/VBD/0/root");
  find(*d);
  EXPECT_NE(name(*d, "the former secretary of labor"), "Hillary Clinton");
}

TEST(Nominals, WhoHeadsABodyIsNoLeaderOfACountry) {
  const auto c = from_trees(
      "Ivan/NNP/3/nsubj Orlov/NNP/1/flat praised/VBD/0/root Russia/NNP/3/obj\n"
      "Russia/NNP/2/nsubj praised/VBD/0/root Ida/NNP/2/obj Krog/NNP/3/flat ,/,/7/punct the/DT/7/det president/NN/3/appos of/IN/10/case "
      "skating/NN/10/compound union/NN/7/nmod\n"
      "the/DT/3/det Russian/JJ/3/amod leader/NN/4/nsubj left/VBD/0/root");
  find(*c);
  EXPECT_NE(name(*c, "the Russian leader"), "Ida Krog");
}

TEST(Nominals, WhoIsNoProgram) {
  const auto c = from_trees(
      "calls/NNS/6/nsubj from/IN/3/case residents/NNS/1/nmod to/IN/5/case programs/NNS/1/nmod came/VBD/0/root who/WP/8/nsubj "
      "wept/VBD/5/acl:relcl");
  say(*c, "who", "came");
  find(*c);
  EXPECT_EQ(entity(*c, "who"), entity(*c, "residents"));
}

TEST(Nominals, AnOfficeOfAnother) {
  const auto c = from_trees(
      "Prime/JJ/2/amod Minister/NNP/3/nmod:desc Ana/NNP/5/nsubj Ruiz/NNP/3/flat spoke/VBD/0/root\n"
      "the/DT/4/det then/RB/4/amod prime/JJ/4/amod minister/NN/5/nsubj left/VBD/0/root\n"
      "the/DT/3/det prime/JJ/3/amod minister/NN/4/nsubj smiled/VBD/0/root\n"
      "Planning/NNP/2/compound Minister/NNP/3/nmod:desc Ida/NNP/5/nsubj Holm/NNP/3/flat spoke/VBD/0/root\n"
      "the/DT/3/det tourism/NN/3/compound minister/NN/4/nsubj cried/VBD/0/root");
  find(*c);
  EXPECT_NE(entity(*c, "the then prime minister"), entity(*c, "Ana Ruiz"));
  EXPECT_EQ(entity(*c, "the prime minister"), entity(*c, "Ana Ruiz"));
  EXPECT_NE(entity(*c, "the tourism minister"), entity(*c, "Ida Holm"));
}

TEST(Nominals, AnOfficeThatTheTablesKnowByHalf) {
  const auto c = from_trees(
      "Fiji/NNP/4/nmod:poss 's/POS/1/case Fisheries/NNP/4/compound Minister/NNP/8/nsubj ,/,/6/punct Semi/NNP/4/appos Radu/NNP/6/flat "
      "spoke/VBD/0/root");
  find(*c);
  EXPECT_EQ(name(*c, "Fisheries Minister"), "Semi Radu");
  EXPECT_EQ(code(*c, "Semi Radu"), "FJIGOV");
}

TEST(Nominals, ACounterpartIsOfAnotherCountry) {
  const auto c = from_trees(
      "Chad/NNP/2/nsubj accused/VBD/0/root Mali/NNP/2/obj of/IN/5/mark lying/VBG/2/advcl\n"
      "the/DT/3/det Malian/JJ/3/amod minister/NN/6/nsubj Ida/NNP/3/appos Krog/NNP/4/flat met/VBD/0/root her/PRP$/8/nmod:poss "
      "counterpart/NN/6/obj ,/,/10/punct Ann/NNP/8/appos Ray/NNP/10/flat in/IN/13/case Chad/NNP/6/obl");
  find(*c);
  EXPECT_EQ(entity(*c, "Ida Krog")->country, "MLI");
  EXPECT_EQ(entity(*c, "Ann Ray")->country, "TCD");
}

TEST(Nominals, AnAmbassadorIsNotOfWhereTheParserHangsHisName) {
  const auto c = from_trees(
      "Chad/NNP/3/nmod:poss 's/POS/1/case ambassador/NN/10/nsubj to/IN/5/case Mali/NNP/3/nmod ,/,/7/punct Ann/NNP/5/conj Ray/NNP/7/flat "
      ",/,/7/punct spoke/VBD/0/root");
  find(*c);
  EXPECT_EQ(name(*c, "ambassador"), "Ann Ray");
  EXPECT_EQ(code(*c, "Ann Ray"), "TCDGOV");
}

TEST(Nominals, AMinistryNamedLaterAsAnothersIsNotTheOneOfBefore) {
  const auto c = from_trees(
      "Vietnam/NNP/2/nsubj denied/VBD/0/root it/PRP/2/obj\n"
      "the/DT/3/det foreign/JJ/3/amod ministry/NN/4/nsubj spoke/VBD/0/root\n\n"
      "China/NNP/4/nmod:poss 's/POS/1/case foreign/JJ/4/amod ministry/NN/5/nsubj slept/VBD/0/root");
  find(*c);
  EXPECT_EQ(entity(*c, "the foreign ministry")->country, "VNM");
  EXPECT_EQ(entity(*c, "foreign ministry", 1)->country, "CHN");
}

TEST(Nominals, ACounterpartIsCalledABrother) {
  const auto c = from_trees(
      "Chad/NNP/2/nsubj accused/VBD/0/root Mali/NNP/2/obj of/IN/5/mark lying/VBG/2/advcl\n"
      "the/DT/3/det Malian/JJ/3/amod minister/NN/6/nsubj Ivo/NNP/3/appos Krog/NNP/4/flat met/VBD/0/root his/PRP$/8/nmod:poss "
      "counterpart/NN/6/obj ,/,/10/punct Omar/NNP/8/appos Ray/NNP/10/flat in/IN/13/case Chad/NNP/6/obl\n"
      "Krog/NNP/2/nsubj thanked/VBD/0/root his/PRP$/4/nmod:poss brother/NN/5/nmod:desc Omar/NNP/2/obj");
  find(*c);
  EXPECT_EQ(entity(*c, "Omar Ray")->country, "TCD");
}

TEST(Nominals, TheNameBehindIsTellsWhoTheSubjectIs) {
  const auto sentence = [](const std::string& before) {
    return from_trees("the/DT/3/det Chadian/JJ/3/amod minister/NN/" + before +
                      "Ann/NNP/0/root Ray/NNP/5/flat\nRay/NNP/2/nsubj met/VBD/0/root Omar/NNP/2/obj");
  };
  const auto is = sentence("5/nsubj was/VBD/5/cop/be ");
  find(*is);
  EXPECT_EQ(code(*is, "Ray", 1), "TCDGOV");
}

TEST(Nominals, TheNameBehindMightBeTellsNobody) {
  const auto c = from_trees(
      "the/DT/3/det Chadian/JJ/3/amod minister/NN/6/nsubj might/MD/6/aux be/VB/6/cop Ann/NNP/0/root Ray/NNP/6/flat\n"
      "Ray/NNP/2/nsubj met/VBD/0/root Omar/NNP/2/obj");
  find(*c);
  EXPECT_EQ(code(*c, "Ray", 1), "");
}

// `Ann Ray, a … , spoke. The … lawyer said so`
std::string called(const std::string& before, const std::string& again) {
  const auto c = from_trees(before + "\n" + again);
  find(*c);
  return name(*c, again.substr(again.find("lawyer") == std::string::npos ? again.find("tycoon") : again.find("lawyer"), 6));
}

TEST(Nominals, ATradeIsNoOffice) {
  const std::string donor = "party/NN/2/compound donor/NN/5/nsubj Ann/NNP/2/appos Ray/NNP/3/flat spoke/VBD/0/root";
  const std::string minister = "Prime/NNP/2/compound Minister/NNP/3/nmod:desc Ann/NNP/5/nsubj Ray/NNP/3/flat spoke/VBD/0/root";
  const std::string tycoon = "the/DT/3/det oil/NN/3/compound tycoon/NN/4/nsubj smiled/VBD/0/root";
  EXPECT_EQ(called(donor, tycoon), "Ann Ray");
  EXPECT_NE(called(minister, tycoon), "Ann Ray");
}

TEST(Nominals, WhereSomebodyWasBornIsNotWhoseHeIs) {
  const std::string director = "Chad/NNP/3/nmod:poss 's/POS/1/case director/NN/6/nsubj Ann/NNP/3/appos Ray/NNP/4/flat spoke/VBD/0/root";
  EXPECT_EQ(called(director, "the/DT/5/det Malian/JJ/4/compound -/HYPH/2/punct born/VBN/5/amod lawyer/NN/6/nsubj smiled/VBD/0/root"),
            "Ann Ray");
  EXPECT_NE(called(director, "the/DT/3/det Malian/JJ/3/amod lawyer/NN/4/nsubj smiled/VBD/0/root"), "Ann Ray");
}

TEST(Nominals, AVicePresidentIsNotThePresident) {
  const auto president = from_trees(
      "President/NNP/2/nmod:desc Ivo/NNP/4/nsubj Krog/NNP/2/flat left/VBD/0/root\nVice/NNP/2/compound "
      "President/NNP/3/nmod:desc Ann/NNP/5/nsubj Ray/NNP/3/flat spoke/VBD/0/root\n"
      "the/DT/2/det president/NN/3/nsubj slept/VBD/0/root");
  find(*president);
  EXPECT_EQ(name(*president, "the president"), "Ivo Krog");
}

TEST(Nominals, WhoIsAtAnInstituteIsInNoOfficeOfAState) {
  const auto c = from_trees(
      "Ann/NNP/13/nsubj Ray/NNP/1/flat ,/,/5/punct vice/NN/5/compound president/NN/1/appos for/IN/8/case defense/NN/8/compound "
      "studies/NNS/5/nmod at/IN/12/case the/DT/12/det Larch/NNP/12/compound Institute/NNP/8/nmod spoke/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "Ann Ray").find("GOV"), std::string::npos);
}

TEST(Nominals, AnExOfficerIsWhoWasOne) {
  const auto c = from_trees(
      "General/NNP/2/nmod:desc Krog/NNP/3/nsubj spoke/VBD/0/root\n"
      "the/DT/2/det ex-commander/NN/3/nsubj smiled/VBD/0/root");
  find(*c);
  EXPECT_EQ(name(*c, "the ex-commander"), "Krog");
}

TEST(Nominals, TheTitleOfWhoOwnsItIsNoTitleOfTheCabinet) {
  const auto c = from_trees(
      "Prime/NNP/2/amod Minister/NNP/3/nmod:desc Ana/NNP/6/nmod:poss Vega/NNP/3/flat 's/POS/3/case Cabinet/NNP/7/nsubj met/VBD/0/root");
  find(*c);
  ASSERT_NE(entity(*c, "Cabinet"), nullptr);
  EXPECT_NE(entity(*c, "Cabinet")->type, EntityType::person);
}

// `The DVV met. Its leader, Ana Ray, spoke. Green leader Ben Kim spoke. The … leader smiled.`
std::unique_ptr<Coding> two_leaders(const std::string& whose) {
  return from_trees(
      "the/DT/2/det DVV/NNP/3/nsubj met/VBD/0/root\n"
      "its/PRP$/2/nmod:poss leader/NN/6/nsubj Ana/NNP/2/appos Ray/NNP/3/flat quietly/RB/6/advmod spoke/VBD/0/root\n"
      "the/DT/4/det Green/NNP/3/compound leader/NN/4/nmod:desc Ben/NNP/6/nsubj Kim/NNP/4/flat spoke/VBD/0/root\n"
      "the/DT/3/det " +
      whose + "leader/NN/4/nsubj smiled/VBD/0/root");
}

TEST(Nominals, TheLeaderOfABodyIsNotAnothersLeader) {
  const auto c = two_leaders("DVV/NNP/3/compound ");
  find(*c);
  EXPECT_EQ(name(*c, "DVV leader"), "Ana Ray");
}

TEST(Nominals, TheGulfNationIsTheLastOneThere) {
  const auto c = from_trees(
      "Qatar/NNP/2/nsubj rejected/VBD/0/root it/PRP/2/obj and/CC/5/cc Chad/NNP/1/conj left/VBD/2/conj\n"
      "the/DT/3/det Gulf/NNP/3/compound nation/NN/4/nsubj spoke/VBD/0/root\n"
      "the/DT/3/det landlocked/JJ/3/amod country/NN/4/nsubj spoke/VBD/0/root\n"
      "the/DT/3/det host/NN/3/compound nation/NN/4/nsubj spoke/VBD/0/root");
  find(*c);
  EXPECT_EQ(code(*c, "the Gulf nation"), "QAT");
  EXPECT_EQ(code(*c, "the landlocked country"), "TCD");
  EXPECT_NE(code(*c, "the host nation"), "TCD");
}

TEST(Nominals, TheFormerJudgeIsOfWhomTheSentenceBeforeTold) {
  const auto c = from_trees(
      "prosecutors/NNS/2/nsubj opened/VBD/0/root an/DT/4/det inquiry/NN/2/obj into/IN/6/case Ana/NNP/4/nmod Vega/NNP/6/flat\n"
      "the/DT/3/det former/JJ/3/amod judge/NN/4/nsubj smiled/VBD/0/root");
  find(*c);
  EXPECT_EQ(name(*c, "the former judge"), "Ana Vega");
}

TEST(Nominals, HerOppositeNumberIsWhoIsNamed) {
  const auto c = from_trees(
      "Ana/NNP/3/nsubj Ray/NNP/1/flat met/VBD/0/root her/PRP$/7/nmod:poss Chadian/JJ/7/amod opposite/JJ/7/amod number/NN/3/obj "
      ",/,/9/punct Ben/NNP/7/appos Kim/NNP/9/flat");
  find(*c);
  EXPECT_EQ(name(*c, "number"), "Ben Kim");
  EXPECT_EQ(code(*c, "number"), "TCDGOV");
}

// `Minister Ann Ray spoke. “…,” the diplomat said.`
std::unique_ptr<Coding> spoke_again(const std::string& noun, const std::string& between = "") {
  auto c = from_trees("Russian/JJ/2/amod minister/NN/3/nmod:desc Ana/NNP/5/nsubj Vega/NNP/3/flat spoke/VBD/0/root\n" + between +
                      "Chad/NNP/2/nsubj lies/VBZ/6/ccomp ,/,/2/punct the/DT/5/det " + noun + "/NN/6/nsubj noted/VBD/0/root");
  say(*c, "the " + noun, "Chad lies", true);
  return c;
}

TEST(Nominals, TheDiplomatIsWhoHasJustSpoken) {
  const auto c = spoke_again("diplomat");
  find(*c);
  EXPECT_EQ(name(*c, "the diplomat"), "Ana Vega");
  const auto lawmaker = spoke_again("lawmaker");  // a minister is none, as far as was told
  find(*lawmaker);
  EXPECT_NE(name(*lawmaker, "the lawmaker"), "Ana Vega");
  const auto two = spoke_again("diplomat", "Ben/NNP/3/nsubj Kim/NNP/1/flat left/VBD/0/root\n");
  find(*two);
  EXPECT_NE(name(*two, "the diplomat"), "Ana Vega");
}

TEST(Nominals, TheShadowMinisterIsNotTheMinister) {
  const auto c = from_trees(
      "Home/NNP/2/compound Secretary/NNP/3/nmod:desc Ben/NNP/5/nsubj Kim/NNP/3/flat slept/VBD/0/root\n"
      "Shadow/NNP/3/compound Home/NNP/3/compound Secretary/NNP/4/nmod:desc Ana/NNP/6/nsubj Vega/NNP/4/flat spoke/VBD/0/root\n"
      "the/DT/3/det Home/NNP/3/compound Secretary/NNP/4/nsubj left/VBD/0/root");
  find(*c);
  EXPECT_EQ(name(*c, "the Home Secretary"), "Ben Kim");
}

TEST(Nominals, TheCandidateIsNotTheMayorNamedInBetween) {
  const auto c = from_trees(
      "Ana/NNP/3/nsubj Vega/NNP/1/flat called/VBD/0/root upon/IN/6/case Mayor/NNP/6/nmod:desc Ben/NNP/3/obl Holm/NNP/6/flat\n"
      "Holm/NNP/2/nsubj slept/VBD/0/root\n"
      "the/DT/3/det presidential/JJ/3/amod candidate/NN/4/nsubj left/VBD/0/root");
  find(*c);
  EXPECT_EQ(name(*c, "the presidential candidate"), "Ana Vega");
}

}  // namespace
}  // namespace demarche::test
