#include "actors/knowledge.h"

#include <algorithm>

#include "text/table.h"
#include "text/utf8.h"

namespace demarche {
namespace {

// Base letters of U+00C0–U+017F; `*` where folding would make another letter of it.
constexpr std::string_view latin_bases =
    "aaaaaa*ceeeeiiii*nooooo*ouuuuy**aaaaaa*ceeeeiiii*nooooo*ouuuuy*y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkk*llllll**llnnnnnn***oooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz*";

struct Loader {
  ActorKnowledge& knowledge;
  std::filesystem::path folder;
  std::unordered_map<std::string, std::int16_t> country_of_code;
  std::unordered_map<std::string, std::uint8_t> sector_of_code;

  std::int16_t country(const Table& table, const TableRow& row, const std::string& code) const {
    if (code.empty() || code == "-") return no_country;
    const auto found = country_of_code.find(code);
    if (found == country_of_code.end()) throw table_error(table, row, "no country has the code " + code + " in countries.tsv");
    return found->second;
  }

  Roles roles(const Table& table, const TableRow& row, const std::string& list) const {
    Roles result;
    for (const auto& code : split_list(list, ';')) {
      if (code == "-") continue;
      const auto found = sector_of_code.find(code);
      if (found == sector_of_code.end()) throw table_error(table, row, "no sector has the code " + code + " in sectors.tsv");
      result.add(found->second);
    }
    return result;
  }

  static Gender gender(const Table& table, const TableRow& row, const std::string& letter) {
    if (letter == "m") return Gender::male;
    if (letter == "f") return Gender::female;
    if (letter.empty() || letter == "-") return Gender::unknown;
    throw table_error(table, row, "a gender is m, f or -, not " + letter);
  }

  static const std::string& field(const TableRow& row, std::size_t index) {
    static const std::string none;
    return index < row.fields.size() ? row.fields[index] : none;
  }

  // The first table that gives a name decides.
  void add_name(std::string_view text, KnownName name) {
    if (text.empty() || text == "-") return;
    name.acronym = text.size() <= 8 && std::none_of(text.begin(), text.end(), [](unsigned char c) { return c >= 'a' && c <= 'z'; });
    std::string key = folded(text);
    if (key.starts_with("the ")) key.erase(0, 4);
    const auto start = key.substr(0, std::max<std::size_t>(1, key.find_first_of(" -")));
    auto& longest = knowledge.name_starts[start];
    longest = static_cast<std::uint16_t>(std::max<std::size_t>(longest, std::min<std::size_t>(key.size(), 200)));
    knowledge.names.emplace(std::move(key), name);
  }

  void add_names(const std::string& list, const KnownName& name) {
    for (const auto& text : split_list(list, ';')) add_name(text, name);
  }

  void add_noun(std::string_view text, const KnownNoun& noun) {
    const std::string key = folded(text);
    const auto reach_over = [&](const std::vector<std::string>& words) {
      for (std::size_t i = 0; i < words.size(); ++i) {
        Reach& reach = knowledge.noun_words[words[i]];
        reach.before = static_cast<std::uint8_t>(std::max<std::size_t>(reach.before, std::min<std::size_t>(i, 4)));
        reach.after = static_cast<std::uint8_t>(std::max<std::size_t>(reach.after, std::min<std::size_t>(words.size() - 1 - i, 4)));
      }
    };
    const std::vector<std::string> words = split_list(key, ' ');
    reach_over(words);
    // `attorney-general` is three words to the reader.
    std::vector<std::string> pieces;
    for (const std::string& word : words) {
      const auto before = pieces.size();
      for (std::string& piece : split_list(word, '-')) {
        if (pieces.size() > before) pieces.emplace_back("-");
        pieces.push_back(std::move(piece));
      }
    }
    if (pieces.size() > words.size()) reach_over(pieces);
    const auto [at, added] = knowledge.nouns.emplace(key, noun);
    if (added) return;
    // A noun of several tables: sectors and marks of groups.tsv, title and gender of offices.tsv.
    KnownNoun& old = at->second;
    old.office |= noun.office;
    old.political |= noun.political;
    old.state |= noun.state;
    old.part |= noun.part;
    old.government |= noun.government;
    if (old.gender == Gender::unknown) old.gender = noun.gender;
    if (old.roles.empty()) old.roles = noun.roles;
    if (old.countries.empty()) old.countries = noun.countries;
    if (old.kind == ActorClass::unknown) old.kind = noun.kind;
  }

  void sectors() {
    const Table table = read_table(folder / "sectors.tsv", 2, 3);
    for (const auto& row : table.rows) {
      sector_of_code[row.fields[0]] = static_cast<std::uint8_t>(knowledge.sectors.size());
      knowledge.sectors.push_back({row.fields[0], row.fields[1]});
      if (knowledge.sectors.size() > 200) throw table_error(table, row, "more than 200 sectors");
    }
    const auto needed = [&](const char* code) {
      const auto found = sector_of_code.find(code);
      if (found == sector_of_code.end()) throw std::runtime_error(table.path.string() + ": lacks the sector " + code);
      return found->second;
    };
    knowledge.gov = needed("GOV");
    knowledge.mil = needed("MIL");
    knowledge.cop = needed("COP");
    knowledge.reb = needed("REB");
    knowledge.prm = needed("PRM");
    knowledge.spy = needed("SPY");
    knowledge.leg = needed("LEG");
    knowledge.eli = needed("ELI");
    knowledge.pty = needed("PTY");
    knowledge.opp = needed("OPP");
    knowledge.cvl = needed("CVL");
  }

  void countries() {
    const Table table = read_table(folder / "countries.tsv", 2, 7);
    for (const auto& row : table.rows) {
      if (row.fields[0].size() != 3) throw table_error(table, row, "a country's code has three letters");
      const auto index = static_cast<std::int16_t>(knowledge.countries.size());
      if (!country_of_code.emplace(row.fields[0], index).second) throw table_error(table, row, row.fields[0] + " stands twice");
      knowledge.countries.push_back({row.fields[0], row.fields[1]});
    }
    // Names before adjectives before peoples before capitals: `Kuwait City`, `Thai`, `Mexico City`, `Singapore` each keep their main sense.
    const NameKind kinds[] = {NameKind::country, NameKind::country, NameKind::adjective,
                              NameKind::people,  NameKind::capital, NameKind::seat};
    for (std::size_t column = 1; column <= 6; ++column)
      for (std::size_t i = 0; i < table.rows.size(); ++i)
        add_names(field(table.rows[i], column), {kinds[column - 1], false, false, static_cast<std::int16_t>(i), 0});
  }

  void regions() {
    const Table table = read_table(folder / "regions.tsv", 2, 4);
    for (const auto& row : table.rows) {
      const auto where = country(table, row, row.fields[1]);
      add_name(row.fields[0], {NameKind::region, false, false, where, 0});
      add_names(field(row, 2), {NameKind::region_adjective, false, false, where, 0});
    }
  }

  void organisations(const char* file, bool armed) {
    const Table table = read_table(folder / file, 4, 5);
    for (const auto& row : table.rows) {
      const auto index = static_cast<std::uint32_t>(knowledge.organisations.size());
      knowledge.organisations.push_back(
          {row.fields[0], country(table, row, row.fields[2]), roles(table, row, row.fields[3]), field(row, 4)});
      KnownName name{NameKind::organisation, false, armed, knowledge.organisations.back().country, index};
      add_name(row.fields[0], name);
      add_names(row.fields[1], name);
    }
  }

  void days(const Table& table, const TableRow& row, std::size_t column, std::optional<Date>& since, std::optional<Date>& until) {
    for (const auto& [at, day] : {std::pair{column, &since}, std::pair{column + 1, &until}}) {
      const std::string& text = field(row, at);
      if (text.empty()) continue;
      *day = parse_date(text);
      if (!*day) throw table_error(table, row, "no day YYYY-MM-DD: " + text);
    }
  }

  void leaders() {
    const Table table = read_table(folder / "leaders.tsv", 3, 5);
    for (const auto& row : table.rows) {
      Leader leader;
      leader.country = country(table, row, row.fields[1]);
      if (leader.country == no_country) {
        leader.code = row.fields[2];
      } else {
        leader.roles = roles(table, row, row.fields[2]);
      }
      days(table, row, 3, leader.since, leader.until);
      const auto index = static_cast<std::int32_t>(knowledge.leaders.size());
      for (const auto& text : split_list(row.fields[0], ';')) {
        if (leader.name.empty()) leader.name = text;
        const std::string key = folded(text);
        if (const auto at = knowledge.names.find(key); at != knowledge.names.end() && at->second.kind == NameKind::leader) {
          leader.next = static_cast<std::int32_t>(at->second.row);
          at->second.row = static_cast<std::uint32_t>(index);
        } else {
          add_name(text, {NameKind::leader, false, false, leader.country, static_cast<std::uint32_t>(index)});
        }
        const auto [surname, added] = knowledge.leader_surnames.emplace(key.substr(key.rfind(' ') + 1), index);
        if (!added && surname->second >= 0 && surname->second != index &&
            folded(knowledge.leaders[static_cast<std::size_t>(surname->second)].name) != folded(leader.name))
          surname->second = -1;
      }
      knowledge.leaders.push_back(std::move(leader));
    }
  }

  void epithets() {
    const Table table = read_table(folder / "epithets.tsv", 2, 4);
    std::uint32_t persons = 0;
    for (const auto& row : table.rows) {
      Epithet epithet;
      const auto names = split_list(row.fields[0], ';');
      if (names.empty()) throw table_error(table, row, "names nobody");
      const auto [first, added] = knowledge.well_known.emplace(folded(names.front()), persons);
      persons += added ? 1U : 0U;
      epithet.person = first->second;
      for (const auto& name : names) knowledge.well_known.emplace(folded(name), epithet.person);
      days(table, row, 2, epithet.since, epithet.until);
      for (const auto& phrase : split_list(row.fields[1], ',')) {
        std::string plain = folded(phrase);
        std::replace(plain.begin(), plain.end(), '-', ' ');
        epithet.words = split_list(plain, ' ');
        // The noun, which `of` follows in `former secretary of state`.
        auto noun = std::find(epithet.words.begin(), epithet.words.end(), "of");
        if (noun != epithet.words.end()) noun = epithet.words.erase(noun);
        if (noun == epithet.words.begin()) throw table_error(table, row, "`" + phrase + "` has no noun");
        const std::string head = *--noun;
        epithet.words.erase(noun);
        knowledge.epithets[head].push_back(epithet);
      }
    }
  }

  void nouns() {
    const Table groups = read_table(folder / "groups.tsv", 2, 4);
    for (const auto& row : groups.rows) {
      KnownNoun noun;
      noun.kind = class_of(groups, row);
      noun.roles = roles(groups, row, field(row, 2));
      noun.political = true;
      for (const auto& mark : split_list(field(row, 3), ';')) {
        if (mark == "state")
          noun.state = true;
        else if (mark == "part")
          noun.part = true;
        else if (mark == "gov")
          noun.government = true;
        else
          throw table_error(groups, row, "unknown mark " + mark);
      }
      add_noun(row.fields[0], noun);
    }
    const Table offices = read_table(folder / "offices.tsv", 2, 4);
    for (const auto& row : offices.rows) {
      KnownNoun noun;
      noun.kind = ActorClass::person;
      noun.roles = roles(offices, row, row.fields[1]);
      noun.gender = gender(offices, row, field(row, 2));
      noun.political = noun.office = true;
      for (const auto& code : split_list(field(row, 3), ',')) {
        const auto country = knowledge.country(code);
        if (country == no_country) throw table_error(offices, row, "no country has the code " + code);
        noun.countries.push_back(country);
      }
      add_noun(row.fields[0], noun);
    }
    const Table others = read_table(folder / "nouns.tsv", 2, 3);
    for (const auto& row : others.rows) {
      KnownNoun noun;
      noun.kind = class_of(others, row);
      noun.gender = gender(others, row, field(row, 2));
      add_noun(row.fields[0], noun);
    }
    const Table modifiers = read_table(folder / "modifiers.tsv", 2, 3);
    for (const auto& row : modifiers.rows)
      knowledge.modifiers.emplace(folded(row.fields[0]), KnownModifier{roles(modifiers, row, row.fields[1]), field(row, 2) == "too"});
    const Table motion = read_table(folder / "motion_verbs.tsv", 1, 1);
    for (const auto& row : motion.rows) knowledge.motion_verbs.emplace(folded(row.fields[0]), true);
    const Table genera = read_table(folder / "genera.tsv", 2, 2);
    for (const auto& row : genera.rows)
      for (const auto& title : split_list(row.fields[1], ',')) knowledge.genera[folded(title)].push_back(folded(row.fields[0]));
    const Table areas = read_table(folder / "areas.tsv", 2, 2);
    for (const auto& row : areas.rows)
      for (const auto& words : split_list(row.fields[0], ','))
        for (const auto& code : split_list(row.fields[1], ',')) {
          const auto in_it = knowledge.country(upper(code));
          if (in_it == no_country) throw table_error(areas, row, "no country has the code " + code);
          knowledge.areas[folded(words)].push_back(in_it);
        }
    const Table first = read_table(folder / "first_names.tsv", 2, 2);
    for (const auto& row : first.rows) knowledge.first_names.emplace(folded(row.fields[0]), gender(first, row, row.fields[1]));
  }

  void words() {
    const Table table = read_table(folder / "words.tsv", 2, 2);
    const std::pair<std::string_view, StringMap<bool>*> sets[] = {{"heading", &knowledge.words.heading},
                                                                  {"becoming", &knowledge.words.becoming},
                                                                  {"appointing", &knowledge.words.appointing},
                                                                  {"serving", &knowledge.words.serving},
                                                                  {"body", &knowledge.words.body},
                                                                  {"place", &knowledge.words.place},
                                                                  {"abroad", &knowledge.words.abroad},
                                                                  {"outside", &knowledge.words.outside},
                                                                  {"common", &knowledge.words.common},
                                                                  {"armed_body", &knowledge.words.armed_body},
                                                                  {"spokesman", &knowledge.words.spokesman},
                                                                  {"press_seat", &knowledge.words.press_seat},
                                                                  {"shared_surname", &knowledge.words.shared_surname},
                                                                  {"interviewed", &knowledge.words.interviewed},
                                                                  {"party_member", &knowledge.words.party_member},
                                                                  {"business", &knowledge.words.business},
                                                                  {"of_its_body", &knowledge.words.of_its_body},
                                                                  {"trade", &knowledge.words.trade},
                                                                  {"speaking_up", &knowledge.words.speaking_up},
                                                                  {"facing", &knowledge.words.facing},
                                                                  {"stand_in", &knowledge.words.stand_in},
                                                                  {"european_seat", &knowledge.words.european_seat},
                                                                  {"document", &knowledge.words.document},
                                                                  {"craft", &knowledge.words.craft},
                                                                  {"office_of", &knowledge.words.office_of},
                                                                  {"thing", &knowledge.words.thing},
                                                                  {"dealing", &knowledge.words.dealing},
                                                                  {"mocking", &knowledge.words.mocking},
                                                                  {"epithet", &knowledge.words.epithet},
                                                                  {"kingdom", &knowledge.words.kingdom},
                                                                  {"sultanate", &knowledge.words.sultanate},
                                                                  {"emirate", &knowledge.words.emirate},
                                                                  {"related", &knowledge.words.related},
                                                                  {"opposite", &knowledge.words.opposite},
                                                                  {"of_states", &knowledge.words.of_states}};
    for (const auto& row : table.rows) {
      const auto set = std::find_if(std::begin(sets), std::end(sets), [&](const auto& s) { return s.first == row.fields[0]; });
      if (set == std::end(sets)) throw table_error(table, row, "no set of words is called " + row.fields[0]);
      for (const auto& word : split_list(row.fields[1], ',')) set->second->emplace(folded(word), true);
    }
    for (const auto& [name, words] : sets)
      if (words->empty()) throw std::runtime_error(table.path.string() + ": lacks the set " + std::string(name));
  }

  static ActorClass class_of(const Table& table, const TableRow& row) {
    const std::string& word = row.fields[1];
    if (word == "person") return ActorClass::person;
    if (word == "people") return ActorClass::people;
    if (word == "organisation") return ActorClass::organisation;
    if (word == "state") return ActorClass::country;
    if (word == "place") return ActorClass::place;
    throw table_error(table, row, "a class is person, people, organisation, state or place, not " + word);
  }
};

}  // namespace

void append_folded(std::string& out, std::string_view text) {
  static_assert(latin_bases.size() == 0x180 - 0xC0);
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    char32_t misread = 0;
    const auto length = byte == 'A' || byte == 0xC3 ? misread_letter(text, at, misread) : 0;
    if (byte < 0x80 && length == 0) {
      out.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : static_cast<char>(byte));
      ++at;
      continue;
    }
    const char32_t c = length > 0 ? misread : next_code_point(text, at);
    at += length;
    if (c >= 0xC0 && c < 0x180 && latin_bases[c - 0xC0] != '*') {
      out.push_back(latin_bases[c - 0xC0]);
    } else if (c == 0x2018 || c == 0x2019 || c == 0x02BC) {
      out.push_back('\'');
    } else if (c == 0x2010 || c == 0x2011) {
      out.push_back('-');
    } else {
      std::string one;
      append_utf8(one, c);
      out += lower(one);
    }
  }
}

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_folded(out, text);
  return out;
}

const StringMap<bool>* ActorKnowledge::called(std::string_view noun) const {
  return noun == "kingdom" ? &words.kingdom : noun == "sultanate" ? &words.sultanate : noun == "emirate" ? &words.emirate : nullptr;
}

std::int16_t ActorKnowledge::country(std::string_view code) const {
  for (std::size_t c = 0; c < countries.size(); ++c)
    if (countries[c].code == code) return static_cast<std::int16_t>(c);
  return no_country;
}

const KnownName* ActorKnowledge::name(std::string_view key) const {
  const auto found = names.find(key);
  return found == names.end() ? nullptr : &found->second;
}

const Leader* ActorKnowledge::only_leader_called(std::string_view surname) const {
  const auto found = leader_surnames.find(surname);
  if (found == leader_surnames.end() || found->second < 0 || words.shared_surname.contains(surname)) return nullptr;
  return &leaders[static_cast<std::size_t>(found->second)];
}

const KnownNoun* ActorKnowledge::noun(std::string_view key) const {
  const auto found = nouns.find(key);
  return found == nouns.end() ? nullptr : &found->second;
}

std::shared_ptr<const ActorKnowledge> load_actor_knowledge(const std::filesystem::path& data_folder) {
  auto knowledge = std::make_shared<ActorKnowledge>();
  Loader loader{*knowledge, data_folder / "actors", {}, {}};
  loader.sectors();
  loader.countries();
  loader.organisations("organisations.tsv", false);
  loader.organisations("armed_groups.tsv", true);
  loader.regions();
  loader.leaders();
  loader.epithets();
  loader.nouns();
  loader.words();
  knowledge->cue_weights = load_cue_weights(data_folder / "actors" / "pronouns.tsv");
  return knowledge;
}

}  // namespace demarche
