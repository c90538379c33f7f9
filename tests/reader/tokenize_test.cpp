#include "reader/tokenize.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

struct Read {
  Document document;
  Reading reading;
};

// Every paragraph (divided by a blank line) is a block.
Read read(std::string text) {
  Read out;
  out.document.text = std::move(text);
  for (std::size_t at = 0; at < out.document.text.size();) {
    const std::size_t end = std::min(out.document.text.find("\n\n", at), out.document.text.size());
    out.document.blocks.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}});
    at = end + 2;
  }
  tokenize(out.document, out.reading);
  return out;
}

// The words, divided by blanks; the later words of a multiword token begin with `+`.
std::string words(std::string text) {
  const Read given = read(std::move(text));
  std::string out;
  for (const Word& word : given.reading.words) {
    if (!out.empty()) out += ' ';
    if (word.in_multiword && !word.space_before) {
      // Behind a bracket the first word of a multiword token has no blank before it either.
      const bool first = &word == given.reading.words.data() || !(&word)[-1].in_multiword;
      if (!first) out += '+';
    }
    out += word.form;
  }
  return out;
}

#define EXPECT_WORDS(text, expected) EXPECT_EQ(words(text), expected)

TEST(Tokenize, PlainSentence) { EXPECT_WORDS("The two sides met, again (in vain).", "The two sides met , again ( in vain ) ."); }

TEST(Tokenize, LettersMisreadAsTwoStayInTheirWord) {
  EXPECT_WORDS("Mr. Pe\u00C3\u00B1a met A\u0303\u00B1a.", "Mr. Pe\u00C3\u00B1a met A\u0303\u00B1a .");
  EXPECT_WORDS("5\u00B12 years in S\u00C3O", "5 \u00B1 2 years in S\u00C3O");
}

TEST(Tokenize, TitlesKeepTheirStop) { EXPECT_WORDS("He met Del. Ann Ruiz and Gov. Lee.", "He met Del. Ann Ruiz and Gov. Lee ."); }

TEST(Tokenize, Contractions) {
  EXPECT_WORDS("I don't think they'll say it's over.", "I do +n't think they +'ll say it +'s over .");
  EXPECT_WORDS("We can't, won't and couldn't've.", "We ca +n't , wo +n't and could +n't +'ve .");
  EXPECT_WORDS("You’re right, he doesn’t", "You +’re right , he does +n’t");
  EXPECT_WORDS("They're gonna say we cannot; I dont.", "They +'re gon +na say we can +not ; I do +nt .");
  EXPECT_WORDS("I'd've gone. C'mon, y'all!", "I +'d +'ve gone . C'm +on , y' +all !");
  EXPECT_WORDS("WE DON'T KNOW", "WE DO +N'T KNOW");
  EXPECT_WORDS("The IM of O'Brien at five o'clock, ma'am", "The IM of O'Brien at five o'clock , ma'am");
}

TEST(Tokenize, Possessives) {
  EXPECT_WORDS("Mr. Trump's aides and Kerry’s", "Mr. Trump +'s aides and Kerry +’s");
  EXPECT_WORDS("the U.S.' plans and the US’ plans", "the U.S. +' plans and the US +’ plans");
  EXPECT_WORDS("the ministers' talks, the unions’.", "the ministers +' talks , the unions +’ .");
  EXPECT_WORDS("NATO's (the EU's) [UN's]", "NATO +'s ( the EU +'s ) [ UN +'s ]");
  EXPECT_WORDS("Amazon.com's 2003's @jo_k's", "Amazon.com +'s 2003 +'s @jo_k +'s");
  EXPECT_WORDS("the 1960's", "the 1960's");
}

TEST(Tokenize, SingleMarksThatClose) {
  EXPECT_WORDS("He called them 'bad news' and left.", "He called them ' bad news ' and left .");
  EXPECT_WORDS("a ‘list of lies’ that", "a ‘ list of lies ’ that");
  EXPECT_WORDS("‘the workers’ rights’ again", "‘ the workers +’ rights ’ again");
  EXPECT_WORDS("'Yes,' she said", "' Yes , ' she said");
}

TEST(Tokenize, ApostrophesThatBeginWords) {
  EXPECT_WORDS("rock 'n' roll of the '90s", "rock 'n' roll of the '90s");
  EXPECT_WORDS("tell ’em of ’68 and the ’80s", "tell ’em of ’68 and the ’80s");
  EXPECT_WORDS("just talkin' now", "just talkin' now");
}

TEST(Tokenize, Abbreviations) {
  EXPECT_WORDS("Lt. Gen. J. Smith met Sen. Ann Roe, R-Texas.", "Lt. Gen. J. Smith met Sen. Ann Roe , R - Texas .");
  EXPECT_WORDS("(D-Calif.), of Flint, Mich., said", "( D - Calif. ) , of Flint , Mich. , said");
  EXPECT_WORDS("Acme Inc. and Roe & Co. on Sept. 3 at 5 p.m. EST.", "Acme Inc. and Roe & Co. on Sept. 3 at 5 p.m. EST .");
  EXPECT_WORDS("the U.S. and the U.N., e.g. a Ph.D.", "the U.S. and the U.N. , e.g. a Ph.D.");
  EXPECT_WORDS("non-U.S. citizens, J.K. Roe and A.Smith", "non-U.S. citizens , J.K. Roe and A. Smith");
  EXPECT_WORDS("No. 5 said no. Then", "No. 5 said no . Then");
  EXPECT_WORDS("guns, tanks, etc. are here, etc.", "guns , tanks , etc. are here , etc .");
}

TEST(Tokenize, FullStopsThatEndSentences) {
  EXPECT_WORDS("He fell ill. It was I. The end of plan B.", "He fell ill . It was I . The end of plan B .");
  EXPECT_WORDS("They met in May. The sun. A star.", "They met in May . The sun . A star .");
  EXPECT_WORDS("We agreed.The others did not.", "We agreed . The others did not .");
  EXPECT_WORDS("“It ends now.” “Why?!”", "“ It ends now . ” “ Why ?! ”");
}

TEST(Tokenize, Hyphens) {
  EXPECT_WORDS("a well-known three-year-old US-based plan", "a well - known three - year - old US - based plan");
  EXPECT_WORDS("co-founders re-elected an anti-war, non-violent ex-minister by e-mail",
               "co-founders re-elected an anti-war , non-violent ex-minister by e-mail");
  EXPECT_WORDS("mid-May, mid-1980s, pre- and post-war", "mid-May , mid-1980s , pre - and post-war");
  EXPECT_WORDS("an over-the-counter, year-over-year Post-ABC poll", "an over - the - counter , year - over - year Post - ABC poll");
  EXPECT_WORDS("CO-based", "CO - based");
  EXPECT_WORDS("al-Qaeda, COVID-19, F-16s", "al - Qaeda , COVID - 19 , F - 16s");
}

TEST(Tokenize, DashesAndDots) {
  EXPECT_WORDS("WASHINGTON (AP) -- Talks failed", "WASHINGTON ( AP ) -- Talks failed");
  EXPECT_WORDS("war—or peace–is near...or not… Well", "war — or peace – is near ... or not … Well");
  EXPECT_WORDS("What?! No!!! Why...? [...] ** ====", "What ?! No !!! Why ... ? [ ... ] ** ====");
}

TEST(Tokenize, Slashes) {
  EXPECT_WORDS("and/or he/she s/he w/o 24/7 on 9/11", "and / or he / she s/he w/o 24/7 on 9/11");
  EXPECT_WORDS("Times/Post poll", "Times / Post poll");
}

TEST(Tokenize, Numbers) {
  EXPECT_WORDS("1,200.50 of 3.5 at 10:30 on 11/28/2000 or 2001-09-11", "1,200.50 of 3.5 at 10:30 on 11/28/2000 or 2001-09-11");
  EXPECT_WORDS("$5, £3.2bn, 5%, US$4.5, €10m", "$ 5 , £ 3.2 bn , 5 % , US$ 4.5 , € 10 m");
  EXPECT_WORDS("5pm 10km 35mm 3days 2a.m. 1st 22nd 1990s 20-somethings", "5 pm 10 km 35 mm 3 days 2 a.m. 1st 22nd 1990s 20 - somethings");
  EXPECT_WORDS("1973-74, 5-10, 100-200 and 1914–1918", "1973 - 74 , 5 - 10 , 100 - 200 and 1914 – 1918");
  EXPECT_WORDS("Call 555-0100 or 202-555-0100, +44", "Call 555-0100 or 202-555-0100 , +44");
  EXPECT_WORDS("[1,2] #1 .5 A4 B2B 4x4", "[ 1 , 2 ] # 1 .5 A4 B2B 4x4");
  EXPECT_WORDS("He is 30.", "He is 30 .");
}

TEST(Tokenize, Addresses) {
  EXPECT_WORDS("See http://example.org/a?b=c_d. Or (www.example.com/x).", "See http://example.org/a?b=c_d . Or ( www.example.com/x ) .");
  EXPECT_WORDS("Write to jane.roe@example.org, or press-office@un.example.int!",
               "Write to jane.roe@example.org , or press-office@un.example.int !");
  EXPECT_WORDS("state.gov, GunShop.com and risk-talks.com/2001 had draft_2.doc.",
               "state.gov , GunShop.com and risk-talks.com/2001 had draft_2.doc .");
  EXPECT_WORDS("“https://example.org/x”", "“ https://example.org/x ”");
  EXPECT_WORDS("<https://en.example.org/A_(b)>", "< https://en.example.org/A_(b) >");
}

TEST(Tokenize, HandlesAndTags) {
  EXPECT_WORDS("@ben_kew and (@POTUS) on #NeverAgain, AT&T's R&D", "@ben_kew and ( @POTUS ) on #NeverAgain , AT&T +'s R&D");
}

TEST(Tokenize, QuotesAndBrackets) {
  EXPECT_WORDS("“[Smith] called", "“ [ Smith ] called");
  EXPECT_WORDS("[on the US’ plans on Venezuela]", "[ on the US +’ plans on Venezuela ]");
  EXPECT_WORDS("``No,'' he said. \"Yes.\"", "`` No , '' he said . \" Yes . \"");
  EXPECT_WORDS("«Non»", "« Non »");
  EXPECT_WORDS("He said: \"'Tis 'so'.\"", "He said : \" 'Tis ' so ' . \"");
}

TEST(Tokenize, Emoticons) {
  EXPECT_WORDS("Great :-) thanks:) <3 ;) 👍🏽🇺🇳 (see:)", "Great :-) thanks :) <3 ;) 👍🏽 🇺🇳 ( see :)");
}

TEST(Tokenize, AllCapitals) { EXPECT_WORDS("RUSSIA, U.S. CAN'T AGREE; U.N.'S ROLE", "RUSSIA , U.S. CA +N'T AGREE ; U.N. +'S ROLE"); }

TEST(Tokenize, OtherScripts) {
  EXPECT_WORDS("Müller’s naïve façade, São Paulo; Łódź.", "Müller +’s naïve façade , São Paulo ; Łódź .");
  EXPECT_WORDS("no\u00A0break\u2003space \uFEFFmark \u202A@handle", "no break space mark @handle");
}

TEST(Tokenize, SpansFormsAndBlocks) {
  const Read given = read("Don't go.\n\nStay (here).");
  const Reading& reading = given.reading;
  ASSERT_EQ(reading.sentences.size(), 2u);
  EXPECT_EQ(reading.sentences[0].words, (WordRange{0, 4}));
  EXPECT_EQ(reading.sentences[1].block, 1u);
  EXPECT_EQ(reading.words[1].span, (Span{2, 5}));
  EXPECT_TRUE(reading.words[0].in_multiword && reading.words[1].in_multiword);
  EXPECT_FALSE(reading.words[1].space_before);
  EXPECT_TRUE(reading.words[4].space_before);
  EXPECT_FALSE(reading.words[6].space_before);
  for (const Word& word : reading.words) EXPECT_EQ(word.form, given.document.text.substr(word.span.begin, word.span.size()));
}

TEST(Tokenize, QuotedWords) {
  const Read given = read("A “b c” d \"e\" f ``g'' h “i\n\nj");
  std::string quoted;
  for (const Word& word : given.reading.words)
    if (word.quoted) quoted += word.form;
  EXPECT_EQ(quoted, "“bc”\"e\"``g''“i") << "a mark that is missing ends with its paragraph";
}

TEST(Tokenize, TwoApostrophesQuote) {
  const Read given = read("''a b,'' c d. ''e.''");
  std::string quoted;
  for (const Word& word : given.reading.words)
    if (word.quoted) quoted += word.form;
  EXPECT_EQ(quoted, "''ab,''''e.''");
}

TEST(Tokenize, EveryByteButBlanksIsInAWord) {
  std::string text;
  for (int c = 1; c < 128; ++c) {
    text += static_cast<char>(c);
    text += "a'b.";
    text += static_cast<char>(c);
  }
  const Read given = read(text);
  std::string out, expected;
  for (const Word& word : given.reading.words) out += word.form;
  for (const char c : text)
    if (c > ' ' && c != 0x7F) expected += c;
  EXPECT_EQ(out, expected);
}

// Taking more than linear time here would take hours, which the test's time limit ends.
TEST(Tokenize, HugeStretchesAreCutIntoWords) {
  for (const std::string_view part :
       {"a", "a.", "a-", "co-", "1,", "'", "a'", "a@", "((", ":)", "a.b-", "http://a(", "1-", ".", "’s", "é", "‘a’"}) {
    std::string text;
    while (text.size() < 2'000'000) text += part;
    EXPECT_FALSE(read(std::move(text)).reading.words.empty()) << part;
  }
}

std::string boundaries(std::string text, Boundary kind) {
  const Read given = read(std::move(text));
  std::string out;
  for (std::uint32_t i = 0; i < given.reading.words.size(); ++i)
    if (boundary_before(given.reading, i) == kind) out += (out.empty() ? "" : " ") + std::string(given.reading.words[i].form);
  return out;
}

TEST(Boundary, Likely) {
  EXPECT_EQ(boundaries("It ended. “We left.” Why? (Nobody knows.) and yet", Boundary::likely), "It “ Why (");
  EXPECT_EQ(boundaries("The U.S. Army left the U.S. The rest stayed.", Boundary::likely), "The The");
  EXPECT_EQ(boundaries("One.\n\nTwo.", Boundary::likely), "One Two");
  EXPECT_EQ(boundaries("He left. ''It rains,'' she said. ''We stay.''", Boundary::likely), "He '' ''") << "marks of two apostrophes";
  EXPECT_EQ(boundaries("As shown. [12] So", Boundary::likely), "As");
}

TEST(Boundary, Impossible) {
  EXPECT_EQ(boundaries("Mr. Roe isn't (yet) in, he said.", Boundary::impossible), "Roe n't yet ) , .");
  EXPECT_EQ(boundaries("“No”, he said", Boundary::impossible), "No ” ,");
}

std::string turns(std::string text) {
  const Read given = read(std::move(text));
  std::string out;
  for (const auto i : turn_starts(given.reading)) out += (out.empty() ? "" : " ") + std::string(given.reading.words[i].form);
  return out;
}

TEST(Turns, StartBehindTheirLabels) {
  EXPECT_EQ(turns("Q: Will you go?\n\nA: No. Plan A: stay.\n\nQ: Why?"), "Will No Why");
  EXPECT_EQ(turns("Q. Will you go?\n\nA. No.\n\nQ. The A. Vega?\n\nA. She stayed."), "Will No The She") << "a full stop behind the letter";
  EXPECT_EQ(turns("P. It is late.\n\nQ. We left.\n\nR. Vega stayed."), "") << "items of a list";
  EXPECT_EQ(turns("Ana Ruiz: Stay.\n\nDr. Vega: Why?\n\nHe left.\n\nAna Ruiz: Because."), "Stay Why Because");
  EXPECT_EQ(turns("Iran: Five killed\n\nMore on this: the war"), "");
}

}  // namespace
}  // namespace demarche
