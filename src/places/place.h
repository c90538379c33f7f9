// A named place in the text, with where it is.
#pragma once

#include <string>

#include "text/span.h"

namespace demarche {

struct Place {
  WordRange words;
  std::string name;     // the gazetteer's name: `Caracas`
  std::string country;  // ISO 3166 alpha-3
  double latitude = 0;
  double longitude = 0;
  bool is_country = false;
  bool acts = false;  // the name stands for those who govern there (`Moscow denied`), not for where something happens
};

}  // namespace demarche
