#include "places/gazetteer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "text/table.h"

namespace demarche {
namespace {

std::string folded(std::string_view text) {
  std::string out;
  append_place_key(out, text);
  return out;
}

TEST(Gazetteer, FoldsSpellings) {
  EXPECT_EQ(folded("São Paulo"), "sao paulo");
  EXPECT_EQ(folded("U.S."), "us");
  EXPECT_EQ(folded("St. Louis"), "saint louis");
  EXPECT_EQ(folded("N'Djamena"), "ndjamena");
  EXPECT_EQ(folded("Port-au-Prince"), "port au prince");
  EXPECT_EQ(folded("Kraków"), "krakow");
  EXPECT_EQ(folded("Türkiye"), "turkiye");
  EXPECT_EQ(folded("Łódź"), "lodz");
  EXPECT_EQ(folded("  Rio  "), "rio");
  EXPECT_EQ(folded("Côte d’Ivoire"), "cote divoire");
  EXPECT_EQ(folded(","), "");
  EXPECT_EQ(folded("\xE2\x80"), "");
}

TEST(Gazetteer, KnowsPlaces) {
  const auto gazetteer = load_gazetteer(DEMARCHE_SOURCE_DIR "/data");
  EXPECT_GT(gazetteer->places.size(), 30000u);
  EXPECT_GE(gazetteer->find("caracas"), 0);
  EXPECT_EQ(gazetteer->find("atlantis of old"), -1);
}

TEST(Gazetteer, TablesAgree) {
  const Table countries = read_table(DEMARCHE_SOURCE_DIR "/data/places/countries.tsv", 4, 6);
  std::set<std::string> codes;
  for (const TableRow& row : countries.rows) EXPECT_TRUE(codes.insert(row.fields[0]).second) << row.fields[0];
  const Table regions = read_table(DEMARCHE_SOURCE_DIR "/data/places/regions.tsv", 4, 6);
  for (const TableRow& row : regions.rows) EXPECT_TRUE(codes.count(row.fields[1])) << row.fields[1];
  const auto gazetteer = load_gazetteer(DEMARCHE_SOURCE_DIR "/data");
  for (const GazetteerPlace& place : gazetteer->places) EXPECT_TRUE(codes.count(place.country)) << place.name << " " << place.country;
}

TEST(Gazetteer, CountriesOfCities) {
  const auto gazetteer = load_gazetteer(DEMARCHE_SOURCE_DIR "/data");
  EXPECT_EQ(country_of_city(*gazetteer, "Kaduna"), "NGA");
  EXPECT_EQ(country_of_city(*gazetteer, "Istanbul"), "TUR");
  EXPECT_EQ(country_of_city(*gazetteer, "Kharkov"), "UKR");
  EXPECT_EQ(country_of_city(*gazetteer, "Birmingham"), "");  // England or Alabama
  EXPECT_EQ(country_of_city(*gazetteer, "Georgia"), "");
  EXPECT_EQ(country_of_city(*gazetteer, "nowhere"), "");
}

TEST(Gazetteer, CapitalsOfSmallStates) {
  const auto gazetteer = load_gazetteer(DEMARCHE_SOURCE_DIR "/data");
  EXPECT_EQ(country_of_city(*gazetteer, "Funafuti"), "TUV");
}

TEST(Gazetteer, ErrorsNameFileAndLine) {
  const auto folder = std::filesystem::temp_directory_path() / "demarche-gazetteer-test" / "places";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "countries.tsv") << "# countries\nFRA\tFrance\tforty\t2\tParis\n";
  std::ofstream(folder / "regions.tsv") << "";
  std::ofstream(folder / "cities.tsv") << "";
  try {
    load_gazetteer(folder.parent_path());
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("countries.tsv:2: 'forty'"), std::string::npos) << error.what();
  }
  std::filesystem::remove_all(folder.parent_path());
}

}  // namespace
}  // namespace demarche
