// `By Ana Ruiz and John Smith`: who wrote it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// The authors that a line names, if the line is a byline and nothing else (save a date); empty otherwise.
std::vector<std::string> byline_authors(std::string_view line);

}  // namespace demarche
