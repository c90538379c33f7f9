#include "reader/regular.h"

namespace demarche {

std::vector<std::string> regular_lemmas(std::string_view form) {
  std::vector<std::string> lemmas;
  for (const std::string_view ending : {"ed", "ing", "es", "s"}) {
    if (form.size() < ending.size() + 3 || !form.ends_with(ending)) continue;
    const std::string stem(form.substr(0, form.size() - ending.size()));
    if (stem.ends_with('i')) lemmas.push_back(stem.substr(0, stem.size() - 1) + "y");
    lemmas.push_back(stem + "e");
    lemmas.push_back(stem);
    if (stem[stem.size() - 1] == stem[stem.size() - 2]) lemmas.push_back(stem.substr(0, stem.size() - 1));
  }
  return lemmas;
}

}  // namespace demarche
