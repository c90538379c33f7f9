#include "document/dateline.h"

#include <gtest/gtest.h>

#include "document/byline.h"

namespace demarche {
namespace {

std::string place(std::string_view text) {
  const auto dateline = find_dateline(text);
  return dateline ? dateline->place : "none";
}

TEST(Dateline, Forms) {
  EXPECT_EQ(place("SAN FRANCISCO - The union is suing."), "SAN FRANCISCO");
  EXPECT_EQ(place("MOSCOW (AP) -- The minister left."), "MOSCOW");
  EXPECT_EQ(place("WASHINGTON, May 3 (Reuters) - The minister left."), "WASHINGTON");
  EXPECT_EQ(place("PARIS, Aug 31 (Reuters) – The minister left."), "PARIS");
  EXPECT_EQ(place("CAMBRIDGE, Mass., Dec. 11 (UPI) — The minister left."), "CAMBRIDGE, Mass.");
  EXPECT_EQ(place("MANCHESTER, N.H. — The minister left."), "MANCHESTER, N.H.");
  EXPECT_EQ(place("Mexico City (AFP) – The minister left."), "Mexico City");
  EXPECT_EQ(place("NEW YORK (AP) — The minister left."), "NEW YORK");
  EXPECT_EQ(place("THE HAGUE, Netherlands (AP) — The minister left."), "THE HAGUE, Netherlands");
  EXPECT_EQ(place("BOSTON —The minister left."), "BOSTON");
  EXPECT_EQ(place("GAZA/JERUSALEM (Reuters) - The minister left."), "GAZA/JERUSALEM");
  EXPECT_EQ(place("PORT-AU-PRINCE, Haiti -- The minister left."), "PORT-AU-PRINCE, Haiti");
  EXPECT_EQ(place("Washington (CNN)The minister left."), "Washington");
  EXPECT_EQ(place("(Reuters) - The minister left."), "");
  EXPECT_EQ(place("CAIRO, May 3, 2019 (MENA) - The minister left."), "CAIRO");
  EXPECT_EQ(place("BERLIN - “We leave,” he said."), "BERLIN");
  EXPECT_EQ(place("MOSCOW, May 3. /TASS/. The minister left."), "MOSCOW");
  EXPECT_EQ(place("BOGOTÁ (AP) — The minister left."), "BOGOTÁ");
}

TEST(Dateline, HeadingsAndSentencesAreNone) {
  for (const std::string_view text :
       {"EXCLUSIVE – The minister leaves.", "NEW YORK AT ITS CORE—The museum opens.", "NOW OPEN - The museum.",
        "RULING PARTY HAS ADVANTAGE IN POLLS - The ruling party leads.", "The minister - an old man - left.",
        "Russia - which had left - came back.", "MINISTER LEAVES", "He left (AP) - so they say", "UPDATE 1 - The minister left.",
        "U.S.-led forces left.", "NATO—an alliance—left.", "WATCH - The minister leaves.", "The U.S. (AP) said",
        "Moscow - The minister left.", "", "-", "(", "MOSCOW (AP) --"})
    EXPECT_EQ(place(text), "none") << text;
}

TEST(Dateline, MayStandByItselfWithDateAndAgency) { EXPECT_EQ(place("QUETTA, Pakistan, June 19 (AFP) -"), "QUETTA, Pakistan"); }

TEST(Dateline, HoldsADateOnlyWithItsYear) {
  EXPECT_EQ(find_dateline("CAIRO, May 3, 2019 (MENA) - The minister left.")->day, parse_date("2019-05-03"));
  EXPECT_EQ(find_dateline("CAIRO, May 3 (MENA) - The minister left.")->day, std::nullopt);
}

using Authors = std::vector<std::string>;

TEST(Byline, Forms) {
  EXPECT_EQ(byline_authors("By Ana Ruiz"), (Authors{"Ana Ruiz"}));
  EXPECT_EQ(byline_authors("BY ANA RUIZ"), (Authors{"ANA RUIZ"}));
  EXPECT_EQ(byline_authors("Ana Ruiz, Quito correspondent"), (Authors{"Ana Ruiz"}));
  EXPECT_EQ(byline_authors("Ana Ruiz, the minister, left"), (Authors{}));
  EXPECT_EQ(byline_authors("By Ana Ruiz in Quito and Carlos Vega in Lima"), (Authors{"Ana Ruiz", "Carlos Vega"}));
  EXPECT_EQ(byline_authors("By Ana Ruiz and John B. Smith"), (Authors{"Ana Ruiz", "John B. Smith"}));
  EXPECT_EQ(byline_authors("By Ana Ruiz, John Smith and Li Wei"), (Authors{"Ana Ruiz", "John Smith", "Li Wei"}));
  EXPECT_EQ(byline_authors("By Ana Ruiz, Associated Press"), (Authors{"Ana Ruiz"}));
  EXPECT_EQ(byline_authors("By Ana Ruiz, Staff Writer"), (Authors{"Ana Ruiz"}));
  EXPECT_EQ(byline_authors("By Ana Ruiz | May 3, 2019 | 5:00 pm"), (Authors{"Ana Ruiz"}));
  EXPECT_EQ(byline_authors("By Ana Ruiz May 3, 2019"), (Authors{"Ana Ruiz"}));
  EXPECT_EQ(byline_authors("Written by Ludwig van der Berg"), (Authors{"Ludwig van der Berg"}));
  EXPECT_EQ(byline_authors("By José Núñez-Ríos"), (Authors{"José Núñez-Ríos"}));
}

TEST(Byline, SentencesAreNone) {
  for (const std::string_view line :
       {"By a slim margin, deputies voted for the bill.", "By Monday, the army had left.", "By then it was too late", "By the river",
        "Bystanders watched", "By", "By 5 p.m.", "By January the talks had failed", "By refusing to talk, Ana Ruiz lost"})
    EXPECT_TRUE(byline_authors(line).empty()) << line;
}

}  // namespace
}  // namespace demarche
