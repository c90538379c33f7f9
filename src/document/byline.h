// `By Ana Ruiz and John Smith`: who wrote it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// The authors that a line names, if the line is a byline and nothing else (save a date); empty otherwise.
std::vector<std::string> byline_authors(std::string_view line);

// `Ana Ruiz, a former judge, is a professor of law at Quito.`: the last word of the name of whom a note says no more than what he is, else
// empty. Such a note on the author stands at the end, and of whom the article itself speaks it is none.
std::string_view who_is_introduced(std::string_view paragraph);
// Those of `Ana Ruiz in Quito`, where a line holds nothing else; a headline may look so, too.
std::vector<std::string> authors_in_place(std::string_view line);

// Those of `Ana Ruiz`, where the line under it tells their post or the day: `Northern News, Quito`.
std::vector<std::string> authors_above_post(std::string_view line, std::string_view next);

}  // namespace demarche
