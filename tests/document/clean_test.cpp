#include "document/clean.h"

#include <gmock/gmock.h>

#include <string>

namespace demarche {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Pair;
using ::testing::StartsWith;

std::string text_of(const Document& document, Span span) { return document.text.substr(span.begin, span.size()); }

std::vector<std::pair<std::string, std::string>> dropped(const Document& document) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const Dropped& part : document.dropped) out.emplace_back(part.reason, text_of(document, part.span));
  return out;
}

std::vector<std::string> paragraphs(const Document& document) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::paragraph) out.push_back(text_of(document, block.span));
  return out;
}

// The text in front of and behind the line in question is always content.
Document around(const std::string& line) {
  return clean_text(
      "Talks over the dam collapse\n\nThe three governments ended their talks without a result on Tuesday, officials said.\n\n" + line +
      "\n\nAnother round was planned for the autumn, they said, but nobody would name a day.\n");
}

std::string reason_of(const std::string& line) {
  const Document document = around(line);
  for (const Dropped& part : document.dropped)
    if (text_of(document, part.span) == line) return part.reason;
  return "";
}

TEST(Clean, KeepsTheTextWholeAndOrdersItsParts) {
  const std::string text =
      "Minister resigns over fuel prices\n\nBy Ana Ruiz\n\nQUITO (AP) -- The energy minister resigned on Monday.\n\nShe gave no "
      "reason.\n\nCOMMENTS\n";
  const Document document = clean_text(text);
  EXPECT_EQ(document.text, text);
  EXPECT_EQ(document.title, "Minister resigns over fuel prices");
  EXPECT_THAT(document.authors, ElementsAre("Ana Ruiz"));
  EXPECT_EQ(document.dateline_place, "QUITO");
  EXPECT_THAT(paragraphs(document), ElementsAre("The energy minister resigned on Monday.", "She gave no reason."));
  EXPECT_THAT(dropped(document),
              ElementsAre(Pair("byline", "By Ana Ruiz"), Pair("dateline", "QUITO (AP) --"), Pair("comment box", "COMMENTS")));
  for (std::size_t i = 0; i + 1 < document.blocks.size(); ++i) EXPECT_LE(document.blocks[i].span.end, document.blocks[i + 1].span.begin);
}

TEST(Clean, OneSentenceIsAParagraphWhateverItLooksLike) {
  for (const std::string line :
       {"Rebels seize northern town", "The army denied the report.", "COMMENTS", "Read more about it", "By Ana Ruiz"}) {
    const Document document = clean_text(line + "\n");
    EXPECT_EQ(document.title, "");
    EXPECT_THAT(paragraphs(document), ElementsAre(line));
  }
  const Document document = clean_text("SAN JUAN - The union is suing the governor.");
  EXPECT_THAT(paragraphs(document), ElementsAre("The union is suing the governor."));
  EXPECT_EQ(document.dateline_place, "SAN JUAN");
}

TEST(Clean, StaleCaptionAboveItsCredit) {
  const Document document = clean_text(
      "Ankara: No Talks While Shells Fall\n\nTurkish Foreign Minister Selim Aydin told the assembly that the proposal was\nAFP/JANE "
      "ROE\n\nTurkish Foreign Minister Selim Aydin "
      "rejected the plan on Friday.\n\nHe spoke in Vienna.\n");
  EXPECT_EQ(document.title, "Ankara: No Talks While Shells Fall");
  EXPECT_THAT(dropped(document),
              ElementsAre(Pair("caption", "Turkish Foreign Minister Selim Aydin told the assembly that the proposal was"),
                          Pair("photo credit", "AFP/JANE ROE")));
  EXPECT_THAT(paragraphs(document),
              ElementsAre("Turkish Foreign Minister Selim Aydin rejected the plan on Friday.", "He spoke in Vienna."));
}

TEST(Clean, CaptionWithItsCreditInBrackets) {
  EXPECT_EQ(reason_of("Seen a misprint? Mark it and press Ctrl+Enter"), "footer");
  EXPECT_EQ(reason_of("This conversation has been edited for clarity."), "editor's note");
  EXPECT_EQ(reason_of("And now we have a small favour to ask. Our readers pay for our work."), "newsletter");
  EXPECT_EQ(reason_of("PHOTO: Divers search the harbour in this picture from May. (Carla Vega)"), "caption");
  EXPECT_EQ(reason_of("The mayor of Lund at the harbour last year. (Northern Press Photo/B. Roe)"), "caption");
  EXPECT_EQ(reason_of("(Northern Press Photo/B. Roe)"), "photo credit");
  EXPECT_EQ(reason_of("The mayor showed the council a map (and a photo)."), "");
}

TEST(Clean, CaptionThatBreaksOffWithoutACredit) {
  const Document document = clean_text(
      "Ankara: No Talks While Shells Fall\n\nTurkish Foreign Minister Selim Aydin told the assembly that the\n\nTurkish Foreign Minister "
      "Selim Aydin rejected the plan on "
      "Friday.\n\nHe spoke in Vienna.\n");
  EXPECT_THAT(dropped(document), ElementsAre(Pair("caption", StartsWith("Turkish Foreign Minister"))));
}

TEST(Clean, TheTitleAboveACreditStays) {
  const Document document = clean_text(
      "Cabinet falls over budget\nREUTERS/Maria Sol\n\nThe cabinet fell on Monday after losing a vote.\n\nIt had governed for a year.\n");
  EXPECT_EQ(document.title, "Cabinet falls over budget");
  EXPECT_THAT(dropped(document), ElementsAre(Pair("photo credit", "REUTERS/Maria Sol")));
}

TEST(Clean, APlaceAndADayOnALineOfTheirOwn) {
  const Document document = clean_text(
      "River treaty divides parliament\n\nStaff Report\nLhasa, May 3, 2021\n\nThe assembly split over the treaty on Monday.\n\nIt will "
      "vote "
      "again.\n");
  EXPECT_EQ(document.dateline_place, "Lhasa");
  ASSERT_TRUE(document.published);
  EXPECT_EQ(format_date(*document.published), "2021-05-03");
  EXPECT_THAT(paragraphs(document), ElementsAre("The assembly split over the treaty on Monday.", "It will vote again."));
}

TEST(Clean, Furniture) {
  EXPECT_EQ(reason_of("AFP/JOHN SMITH"), "photo credit");
  EXPECT_EQ(reason_of("(AP Photo/Maria Sol)"), "photo credit");
  EXPECT_EQ(reason_of("REUTERS/Carlos Vega/File Photo"), "photo credit");
  EXPECT_EQ(reason_of("Getty Images"), "photo credit");
  EXPECT_EQ(reason_of("Maria Sol via Getty Images"), "photo credit");
  EXPECT_EQ(reason_of("JOHN B. SMITH via Getty Images"), "photo credit");
  EXPECT_EQ(reason_of("Photo by Maria Sol"), "photo credit");
  EXPECT_EQ(reason_of("Photo: Maria Sol / Government Press Office"), "photo credit");
  EXPECT_EQ(reason_of("Divers search the harbor after the blast, June 2, 2018. REUTERS/Carlos Vega"), "caption");
  EXPECT_EQ(reason_of("Divers search the harbor after the blast. (AP Photo/Maria Sol)"), "caption");
  EXPECT_EQ(reason_of("Divers search the harbor on May 3, 2019. (Northern Press/Maria Sol)"), "caption");
  EXPECT_EQ(reason_of("The mayor of Lund opens a ferry line to Rostock, Germany, in June. Maria B. Sol/Northern Pictures"), "caption");
  // A slash is no credit: of things, of numbers, of sentences that go on.
  EXPECT_EQ(reason_of("The ferry was late again, as it had been all spring. The captain blamed the harbour and/or the weather"), "");
  EXPECT_EQ(reason_of("Divers searched the harbor after the blast (they were back on 9/11)."), "");
  EXPECT_EQ(reason_of("Four in ten voters would have her back, a poll says (Lund Post/Northern News)"), "");
  EXPECT_EQ(reason_of("The party is called the Union of Reform (Liberals/Greens)."), "");
  EXPECT_EQ(reason_of("Get the Harbour Letter in your inbox every Friday"), "newsletter");
  EXPECT_EQ(reason_of("Divers search the harbor on June 2, 2018. (CARLOS VEGA/AFP/Getty Images)"), "caption");
  EXPECT_EQ(reason_of("FILE - In this June 2, 2018 picture, divers search the harbor."), "caption");
  EXPECT_EQ(reason_of("The president (L) greets her guest (R) at the palace"), "caption");
  EXPECT_EQ(reason_of("Follow Ana Ruiz on Twitter @anaruiz."), "footer");
  EXPECT_EQ(reason_of("Follow Ana Ruiz on Facebook, Twitter at @anaruiz, or email her at ana@example.org."), "footer");
  EXPECT_EQ(reason_of("Follow @example."), "footer");
  EXPECT_EQ(reason_of("Twitter: @anaruiz"), "footer");
  EXPECT_EQ(reason_of("Contact the reporter at ana@example.org"), "footer");
  EXPECT_EQ(reason_of("Email: ana@example.org"), "footer");
  EXPECT_EQ(reason_of("For more information, please contact:"), "footer");
  EXPECT_EQ(reason_of("For more reports of the council on Chad, please visit:"), "footer");
  EXPECT_EQ(reason_of("In Oslo, Ana Ruiz (Norwegian, English): +47-555-0-0142"), "footer");
  EXPECT_EQ(reason_of("He gave the police a number, +47 555 00142, that nobody answered."), "");
  EXPECT_EQ(reason_of("Ana Ruiz can be reached at ana@example.org."), "footer");
  EXPECT_EQ(reason_of("Comments"), "comment box");
  EXPECT_EQ(reason_of("37 Comments"), "comment box");
  EXPECT_EQ(reason_of("Comments have to be in English, and in full sentences."), "comment box");
  EXPECT_EQ(reason_of("Comments have to be taken seriously, the minister said."), "");
  EXPECT_EQ(reason_of("By continuing to browse this website you accept cookies."), "footer");
  EXPECT_EQ(reason_of("The minister brought cookies to the site of the blast."), "");
  EXPECT_EQ(reason_of("Please let us know if you’re having issues with commenting."), "comment box");
  EXPECT_EQ(reason_of("Sign up for our morning newsletter"), "newsletter");
  EXPECT_EQ(reason_of("Subscribe to our podcast here."), "newsletter");
  EXPECT_EQ(reason_of("Don’t miss a day. Subscribe to the Harbour Letter."), "newsletter");
  EXPECT_EQ(reason_of("Don’t miss the boat. The captain said so."), "");
  EXPECT_EQ(reason_of("Enter your email address:"), "newsletter");
  EXPECT_EQ(reason_of("Like this story? Subscribe from $2 a week"), "newsletter");
  EXPECT_EQ(reason_of("Want more news? Sign up for The Morning Post."), "newsletter");
  EXPECT_EQ(reason_of("Do you know more about this story? Contact us at tips@example.com"), "footer");
  EXPECT_EQ(reason_of("Have you seen the dam? Tell us in confidence."), "footer");
  EXPECT_EQ(reason_of("Image caption: The dam was built in 1971"), "caption");
  EXPECT_EQ(reason_of("Media caption Watch the minister leave the palace"), "caption");
  EXPECT_EQ(reason_of("The week's best stories, delivered to your inbox"), "newsletter");
  EXPECT_EQ(reason_of("Read more: How the dam was built"), "related");
  EXPECT_EQ(reason_of("Follow our coverage of the dam: https://example.com/dam"), "related");
  EXPECT_EQ(reason_of("A version of this article appears in print on Page 4."), "contributors");
  EXPECT_EQ(reason_of("Most viewed"), "label");
  EXPECT_EQ(reason_of("READ MORE"), "related");
  EXPECT_EQ(reason_of("ALSO READ | How the dam was built"), "related");
  EXPECT_EQ(reason_of("Related: How the dam was built"), "related");
  EXPECT_EQ(reason_of("Read the rest here."), "related");
  EXPECT_EQ(reason_of("Watch the full interview below:"), "related");
  EXPECT_EQ(reason_of("Additional reporting by Maria Sol in Cairo."), "contributors");
  EXPECT_EQ(reason_of("(Reporting by Maria Sol; Editing by Carlos Vega)"), "contributors");
  EXPECT_EQ(reason_of("Reporting by Maria Sol in Cairo; Writing by Ana Ruiz; Editing by Carlos Vega"), "contributors");
  EXPECT_EQ(reason_of("Contributing: Maria Sol, Carlos Vega"), "contributors");
  EXPECT_EQ(reason_of("Maria Sol contributed to this report."), "contributors");
  EXPECT_EQ(reason_of("Maria Sol contributed."), "contributors");
  EXPECT_EQ(reason_of("Ruiz reported from Cairo."), "contributors");
  EXPECT_EQ(reason_of("Mayor Ana Ruiz (left) with the head of the union at a fair last May. Herald file photo"), "caption");
  EXPECT_EQ(reason_of("© 2019 The Example. All rights reserved."), "copyright");
  EXPECT_EQ(reason_of("Copyright 2019 The Example"), "copyright");
  EXPECT_EQ(reason_of("(c) 2019 The Example"), "copyright");
  EXPECT_EQ(reason_of("(c) Northern Press. Reproduction is forbidden without consent"), "copyright");
  EXPECT_EQ(reason_of("The court ruled that the reproduction of the letters in a book had been lawful."), "");
  EXPECT_EQ(reason_of("This material may not be published, broadcast, rewritten or redistributed."), "copyright");
  EXPECT_EQ(reason_of("Advertisement"), "advertisement");
  EXPECT_EQ(reason_of("ADVERTISEMENT - STORY CONTINUES BELOW"), "advertisement");
  EXPECT_EQ(reason_of("Story continues below advertisement"), "advertisement");
  EXPECT_EQ(reason_of("Share on Facebook Tweet Email Print"), "share buttons");
  EXPECT_EQ(reason_of("Share this article"), "share buttons");
  EXPECT_EQ(reason_of("This story has been updated with a comment by the ministry."), "editor's note");
  EXPECT_EQ(reason_of("* * *"), "separator");
  EXPECT_EQ(reason_of("ABSTRACT."), "label");
  EXPECT_EQ(reason_of("width:100%;"), "markup");
}

TEST(Clean, AuthorsInPlacesBesideADate) {
  const std::string text = "\n\nThe minister left on Monday without a word to the press, her office said.\n\nShe gave no reason.\n";
  const auto authors = [&](const std::string& lines) { return clean_text("Talks end\n\n" + lines + text).authors; };
  EXPECT_THAT(authors("Ana Ruiz and Tom Hall in Quito\n\nSat 21 Oct 2023"), ElementsAre("Ana Ruiz", "Tom Hall"));
  EXPECT_THAT(authors("By Pacific correspondent Ana Ruiz"), ElementsAre("Ana Ruiz"));
}

TEST(Clean, TheKindOfTextAboveItsHeadline) {
  const Document document = clean_text("Interview\n\nMinister resigns\n\nThe energy minister resigned on Monday. She gave no reason.\n");
  EXPECT_EQ(document.title, "Minister resigns");
  EXPECT_THAT(dropped(document), ElementsAre(Pair("label", "Interview")));
}

TEST(Clean, MoreFurniture) {
  EXPECT_EQ(reason_of("The boat at Walu Bay in July. (Supplied: Fiji Navy)"), "caption");
  EXPECT_EQ(reason_of("Ana Ruiz leaves the palace on Wednesday. Author: Tom Hall/BNW"), "caption");
  EXPECT_EQ(reason_of("Share \xC2\xB7 Save \xC2\xB7 Print"), "share buttons");
  const auto at_the_end =
      clean_text("Talks end\n\nThe minister left on Monday, her office said.\n\nNobody knew why.\n\nEditor: Ana Ruiz\n");
  EXPECT_THAT(dropped(at_the_end), ElementsAre(Pair("contributors", "Editor: Ana Ruiz")));
  const auto dated = clean_text("Talks end\n\nNews | 02.05.2024 18:17\n\nThe minister left on Monday, her office said.\n");
  EXPECT_THAT(dropped(dated), ElementsAre(Pair("date", "News | 02.05.2024 18:17")));
}

TEST(Clean, WhatLooksLikeFurnitureAndIsContent) {
  for (const std::string line : {
           "“Follow us,” the officer said, and the men did.",
           "Follow the money, investigators were told, and they did so for two years.",
           "Twitter suspended the accounts of three ministers.",
           "Twitter: the word alone made the minister laugh, he told reporters at the palace.",
           "Comments by the minister drew anger in Cairo.",
           "According to a Reuters/Ipsos poll, most voters want a new government.",
           "The pictures were shown to Reuters/Ipsos and to the court.",
           "She works for Getty Images.",
           "He had told Reuters.",
           "Sharing the river was never easy.",
           "Related cases were sent to another court, the judge said, and will be heard there in the coming months by a panel of three.",
           "Reporting from the front line has become impossible, two agencies complained in a letter that they sent to the general staff.",
           "The ministry reported from its own sources that the road was open.",
           "The army contributed to this disaster, the lawyer said.",
           "Subscribers lost their connection for two days.",
           "More than 300 people were arrested.",
           "More from the summit was expected on Sunday, when the leaders of the three countries will meet again to talk about the dam and "
           "the water of the river.",
           "Contact between the two armies broke off on Monday.",
           "Email inquiries were not answered by the ministry.",
           "Advertising in state newspapers was forbidden.",
           "By a slim margin, deputies voted for the bill.",
           "By Monday, the army had left.",
           "Copyright law was not discussed.",
           "Live from the palace, the president denied everything.",
           "“It was like this (L) and like that,” the guide said.",
           "In 2011, war broke out.",
           "May 3, 2019, was the day on which the army left.",
           "Photo editors were arrested, too.",
           "Image captions were forged, the court heard.",
       })
    EXPECT_EQ(reason_of(line), "") << line;
}

TEST(Clean, LinksUnderAHeading) {
  const Document document = clean_text(
      "Talks over the dam collapse\n\nThe three governments ended their talks on Tuesday, officials said.\n\nMore on this story\nWhy the "
      "dam "
      "divides the valley\nHow the river was lost\n\nAnother round was planned for the autumn.\n\nA quiet capital\n\nNobody would name a "
      "day.\n");
  EXPECT_THAT(dropped(document), ElementsAre(Pair("related", "More on this story"), Pair("related", "Why the dam divides the valley"),
                                             Pair("related", "How the river was lost")));
}

TEST(Clean, NoteOfContributorsAtTheEndOfAParagraph) {
  const Document document = around("The ministry did not answer. (Reporting by Maria Sol; Editing by Carlos Vega)");
  EXPECT_THAT(paragraphs(document), Contains("The ministry did not answer."));
  EXPECT_THAT(dropped(document), ElementsAre(Pair("contributors", "(Reporting by Maria Sol; Editing by Carlos Vega)")));
  const Document glued = around("The ministry did not answer.Contributing: Maria Sol, The (Lima) Post.");
  EXPECT_THAT(dropped(glued), ElementsAre(Pair("contributors", "Contributing: Maria Sol, The (Lima) Post.")));
}

TEST(Clean, Titles) {
  const auto title = [](const std::string& first) {
    return clean_text(first +
                      "\n\nThe council of ministers agreed to the plan on Monday after a long debate, a spokesman said.\n\nIt goes to "
                      "parliament next.\n")
        .title;
  };
  EXPECT_EQ(title("Council backs plan to close border"), "Council backs plan to close border");
  EXPECT_EQ(title("Will the Border Stay Open?"), "Will the Border Stay Open?");
  EXPECT_EQ(title("COUNCIL BACKS PLAN"), "COUNCIL BACKS PLAN");
  EXPECT_EQ(title("Council Backs Plan To Close The Border Before Winter."), "Council Backs Plan To Close The Border Before Winter.");
  EXPECT_EQ(title("The border with Ruritania will be closed, the government of the kingdom said on Monday."), "");
  EXPECT_EQ(title("Soldiers fired at the crowd."), "");
  EXPECT_EQ(title("They fired at the crowd on Monday."), "");
  EXPECT_EQ(title("KHARTOUM, Sudan (AP) - Soldiers fired at the crowd"), "");
  EXPECT_EQ(title("He said so."), "");
}

TEST(Clean, SubtitleStandsBetweenTitleAndText) {
  const Document document = clean_text(
      "Council backs plan to close border\n\nOpposition calls for a vote in parliament\n\nThe council of ministers agreed to the plan on "
      "Monday after a long debate.\n");
  ASSERT_EQ(document.blocks.size(), 3u);
  EXPECT_EQ(document.blocks[1].kind, BlockKind::subtitle);
}

TEST(Clean, EachLineOfAScrapedTextIsAParagraph) {
  const Document document = clean_text(
      "Border stays closed\nThe border stays closed, the interior ministry said in a statement that it published on its website late on "
      "Monday evening.\nTrade unions protested.\nThey called for "
      "talks with the government about what should become of those who work on the other side of the river.");
  EXPECT_EQ(document.title, "Border stays closed");
  EXPECT_EQ(paragraphs(document).size(), 3u);
}

TEST(Clean, HardWrappedLinesBecomeOneParagraph) {
  const Document document = clean_text(
      "Border stays closed\n"
      "\n"
      "The border stays closed, the interior ministry said in a statement that\n"
      "it published on its website late on Monday evening. Trade unions, which\n"
      "had asked for a decision for weeks, protested against the measure.\n"
      "\n"
      "They called for talks with the government about what should become of\n"
      "those who work on the other side of the river, and announced a march\n"
      "through the capital.\n");
  EXPECT_EQ(document.title, "Border stays closed");
  ASSERT_EQ(paragraphs(document).size(), 2u);
  EXPECT_THAT(paragraphs(document)[0], StartsWith("The border stays closed"));
  EXPECT_TRUE(paragraphs(document)[0].ends_with("against the measure."));
}

TEST(Clean, HardWrappedWithoutBlankLinesIsDividedAtShortLines) {
  const Document document = clean_text(
      "The border stays closed, the interior ministry said in a statement that\n"
      "it published on its website late on Monday evening. Trade unions, which\n"
      "had asked for a decision for weeks, protested.\n"
      "They called for talks with the government about what should become of\n"
      "those who work on the other side of the river, and announced a march\n"
      "through the capital.\n");
  EXPECT_EQ(paragraphs(document).size(), 2u);
}

TEST(Clean, OneSentenceALineIsNotWrapped) {
  const Document document = clean_text(
      "The army left the town on Monday after talks.\nThe rebels came back the day after that one.\nNobody was hurt when the town hall "
      "burned.\nThe mayor had left for the capital before.\n");
  EXPECT_EQ(paragraphs(document).size(), 4u);
}

TEST(Clean, PublishedDate) {
  const auto published = [](const std::string& line) {
    return clean_text("Border stays closed\n\n" + line + "\n\nThe border stays closed, a ministry said.\n\nUnions protested.\n").published;
  };
  EXPECT_EQ(published("Published: May 3, 2019"), parse_date("2019-05-03"));
  EXPECT_EQ(published("Fri, 3 May 2019, 5:00 p.m. ET"), parse_date("2019-05-03"));
  EXPECT_EQ(published("Posted on 2019-05-03 at 17:00"), parse_date("2019-05-03"));
  EXPECT_EQ(published("Sept. 3rd, 2019"), parse_date("2019-09-03"));
  EXPECT_EQ(published("By Ana Ruiz | May 3, 2019"), parse_date("2019-05-03"));
  EXPECT_EQ(published("Published: May 3"), std::nullopt);
  EXPECT_EQ(published("03/05/2019"), std::nullopt);
  EXPECT_EQ(published("Published: May 32, 2019"), std::nullopt);
  EXPECT_EQ(published("On May 3, 2019, the bridge fell."), std::nullopt);
}

TEST(Clean, TheDayOfPublicationBeatsTheUpdate) {
  const Document document = clean_text(
      "Border stays closed\n\nUpdated May 5, 2019\nPublished May 3, 2019\n\nThe border stays closed, a ministry said.\n\nUnions "
      "protested.\n");
  EXPECT_EQ(document.published, parse_date("2019-05-03"));
}

TEST(Clean, TheDocumentsOwnDateBeatsTheCallers) {
  const DocumentOptions options{parse_date("2020-01-01"), "The Example"};
  EXPECT_EQ(clean_text("Border closed\n\nMay 3, 2019\n\nThe border is closed.\n", options).published, parse_date("2019-05-03"));
  EXPECT_EQ(clean_text("Border closed\n\nThe border is closed.\n", options).published, parse_date("2020-01-01"));
  EXPECT_EQ(clean_text("", options).publisher, "The Example");
}

TEST(Clean, InvalidBytesAreReplacedAndReported) {
  const Document document = clean_text("The border \xFF is closed.");
  EXPECT_EQ(document.text, "The border \xEF\xBF\xBD is closed.");
  EXPECT_THAT(document.warnings, ElementsAre("1 invalid byte sequence replaced by U+FFFD"));
}

TEST(Clean, ByteOrderMarkAndCarriageReturnsAreKeptAndAreNoContent) {
  const Document document = clean_text(
      "\xEF\xBB\xBF"
      "Border closed\r\n\r\nThe border is closed.\r\n");
  EXPECT_TRUE(document.text.starts_with("\xEF\xBB\xBF"));
  EXPECT_EQ(document.title, "Border closed");
  EXPECT_THAT(paragraphs(document), ElementsAre("The border is closed."));
}

TEST(Clean, NamesInCreditsMayHaveParticlesWrittenSmall) {
  EXPECT_EQ(reason_of("Fishermen mend nets at the port. Photograph: Omar al-Tayeb/Sea Images"), "caption");
  EXPECT_EQ(reason_of("Fishermen mend nets at the port. Karim el-Amin/Sea Images"), "caption");
  EXPECT_EQ(reason_of("Fishermen mend nets at the port. Photograph: the owner's own"), "");
}

TEST(Clean, TheHeadlineAboveReadMoreIsALink) {
  EXPECT_EQ(reason_of("Listen to this article \xC2\xB7 7 min"), "related");
  const std::string head =
      "Talks over the dam collapse\n\nThe three governments ended their talks without a result on Tuesday, officials said.\n\n";
  const Document document = clean_text(head + "Nobody named a day.\n\nThe river that divides them: a timeline\nRead more\n");
  EXPECT_THAT(dropped(document), Contains(Pair("related", "The river that divides them: a timeline")));
  // A sentence above it is the article's.
  EXPECT_THAT(paragraphs(clean_text(head + "Nobody named a day.\n\nThe river divides them.\nRead more\n")),
              Contains("The river divides them."));
}

TEST(Clean, NothingInNothingOut) {
  for (const std::string_view text :
       {std::string_view(""), std::string_view(" \n\r\n\t "), std::string_view("\0\0\0", 3), std::string_view("\xEF\xBB\xBF")}) {
    const Document document = clean_text(text);
    EXPECT_THAT(document.blocks, IsEmpty());
    EXPECT_THAT(document.dropped, IsEmpty());
  }
}

TEST(Clean, TagsAtTheEndsOfAParagraphAreDropped) {
  const Document document = around("<post author=\"x\">The road is open.</post>");
  EXPECT_THAT(paragraphs(document), Contains("The road is open."));
}

TEST(Clean, ANoteOnTheAuthorAtTheEndIsDropped) {
  const std::string head = "A road opens\n\nThe road to Oslo was opened on Monday, the ministry said.\n\nIt cost much.\n\n";
  const std::string note = "Ana B. Ruiz, a former judge, is a professor of law at Quito University.";
  EXPECT_THAT(dropped(clean_text(head + note)), Contains(Pair("author", note)));
  // Of whom the article speaks there is no note.
  const std::string spoken_of = "Ida Krog is the mayor of Oslo.";
  EXPECT_THAT(paragraphs(clean_text(head + "Krog opened it.\n\n" + spoken_of)), Contains(spoken_of));
  // Nor is what somebody does.
  const std::string deed = "Ben Kim is suing the director.";
  EXPECT_THAT(paragraphs(clean_text(head + deed)), Contains(deed));
}

TEST(Clean, EditorsNotesAreDropped) {
  const std::string note = "Editor\xE2\x80\x99s note: The mayor owns this paper.";
  EXPECT_THAT(dropped(around(note)), Contains(Pair("editor's note", note)));
}

TEST(Clean, ManyShortLinesTakeLinearTime) {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "a (\n";
  EXPECT_THAT(clean_text(text).blocks, Not(IsEmpty()));
  EXPECT_THAT(clean_text(std::string(5000000, '(')).blocks.size(), testing::Le(1u));
}

TEST(Clean, FindsThePartsOfAnAgencysPage) {
  const Document document = clean_text(
      "World | Africa\n\nPort of Luanda closes over strike\n\nAna Ruiz and John Smith in Luanda\nMay 3, 2019 5:41 PM GMT+1 Updated 3 hours "
      "ago\n\n[1/2] A crane stands still in the port of Luanda, Angola, May 2, 2019. Northern Press/Ana Ruiz Purchase Licensing Rights\n\n"
      "The port closed on Thursday, and the dockers said that they would wait.\n\nThe government sent nobody.\n\nSend us your "
      "feedback\n\nADVERTISEMENT\n\nSummer sale: a third off all tickets\n");
  EXPECT_EQ(document.title, "Port of Luanda closes over strike");
  EXPECT_THAT(document.authors, ElementsAre("Ana Ruiz", "John Smith"));
  EXPECT_EQ(document.published, (Date{std::chrono::year(2019), std::chrono::May, std::chrono::day(3)}));
  EXPECT_THAT(paragraphs(document),
              ElementsAre("The port closed on Thursday, and the dockers said that they would wait.", "The government sent nobody."));
}

TEST(Clean, DropsHeadlinesBehindTheLastBox) {
  const Document document = clean_text(
      "Talks over the dam collapse\n\nThe three governments ended their talks on Tuesday.\n\nNobody named a day.\n\nWhy now?\n\nMORE ON "
      "THIS "
      "TOPIC\nWhat is the dam for?\n");
  EXPECT_THAT(paragraphs(document), ElementsAre("The three governments ended their talks on Tuesday.", "Nobody named a day.", "Why now?"));
}

TEST(Clean, WhatStandsOnAnotherPage) {
  const std::string article = "The council voted on Monday to close the old harbour.\n\nThe mayor said that work would begin in May.\n\n";
  const auto last = [&](const std::string& line) { return dropped(clean_text(article + line)); };
  EXPECT_THAT(last("Harbour fears: Fishermen say that the plan will ruin them. B4."),
              ElementsAre(Pair("related", "Harbour fears: Fishermen say that the plan will ruin them. B4.")));
  EXPECT_THAT(last("Fishermen say that the plan will ruin the road to the A6."), ElementsAre());
}

// What stands around the same report on the pages of several publishers.
Document on_page(const std::string& above, const std::string& below = "") {
  return clean_text("Chad recalls envoy in row over border\n\n" + above +
                    "\n\nThe minister accused Mali on Thursday of moving troops to the border, and left.\n\nMali denied it, and called the "
                    "charge a lie.\n\n" +
                    below);
}
const std::vector<std::string> report = {"The minister accused Mali on Thursday of moving troops to the border, and left.",
                                         "Mali denied it, and called the charge a lie."};
constexpr Date fifth{std::chrono::year(2024), std::chrono::September, std::chrono::day(5)};

TEST(Clean, ReadsThePagesOfSeveralPublishers) {
  const std::vector<std::pair<std::string, std::string>> pages = {
      {"5 September 2024\n\nSave\n\nAna Ruiz\nBBC News, Quito\n\nGetty Images\nThe minister spoke to reporters in the capital on Thursday",
       "Image caption, Soldiers near the border\n\nMore on this story\nChad: A simple guide\n"},
      {"Soldiers stand guard near the border in Abeche, Chad [File: Ana Ruiz/EPA]\n\nPublished On 5 Sep 2024",
       "Recommended Stories\nlist of 2 items\nlist 1 of 2\nMali says drills will go ahead\nend of list\n\nSource: Northern News and "
       "agencies\n"},
      {"Ana Ruiz |\n05.09.2024 - Update : 06.09.2024\n\nNDJAMENA, Chad", ""},
      {"Issued on: 05/09/2024 - 10:22\n\nSoldiers near Abeche. \xC2\xA9 Ana Ruiz, AFP\n\nBy: NEWS WIRES\n\n2 min read", "Subscribe\n"},
      {"Updated - September 05, 2024 05:00 pm IST - NEW DELHI\n\nThe Northern Bureau", ""},
      {"By Ana Ruiz\nSeptember 5, 20245:41 PM GMT+1Updated a day ago\n\nThe minister speaks, September 5, 2024. REUTERS/Ana Ruiz Purchase "
       "Licensing Rights, opens new tab",
       "Reporting by Ana Ruiz; Editing by John Smith\n\nAna Ruiz\nNorthern News\n\nAna has covered three wars and six elections.\n"},
      {"September 5, 2024 at 5:00 a.m. EDT\n\nA soldier near Abeche, Chad, on Wednesday. (Ana Ruiz for The Northern Post)",
       "What readers are saying\nThe comments express a mix of views.\n"}};
  for (const auto& [above, below] : pages) {
    const Document document = on_page(above, below);
    EXPECT_EQ(document.published, fifth) << above;
    EXPECT_EQ(paragraphs(document), report) << above;
  }
}

TEST(Clean, TakesWhatFollowsOnAPhotographForNoSubheading) {
  EXPECT_THAT(paragraphs(on_page("Ana Ruiz left.")), testing::ElementsAre("Ana Ruiz left.", report[0], report[1]));
  EXPECT_THAT(paragraphs(on_page("NEW YORK, Again")), testing::SizeIs(testing::Ge(2u)));
}

}  // namespace
}  // namespace demarche
