#include "reader/regular.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace demarche {
namespace {

// Sorted by form. Forms that are other words as well (saw, lay, bound) are left to the network.
constexpr std::pair<std::string_view, std::string_view> irregular[] = {{"arisen", "arise"},        {"arose", "arise"},
                                                                       {"awoke", "awake"},         {"awoken", "awake"},
                                                                       {"bitten", "bite"},         {"bled", "bleed"},
                                                                       {"borne", "bear"},          {"bred", "breed"},
                                                                       {"chose", "choose"},        {"chosen", "choose"},
                                                                       {"clung", "cling"},         {"crept", "creep"},
                                                                       {"fled", "flee"},           {"flew", "fly"},
                                                                       {"flown", "fly"},           {"flung", "fling"},
                                                                       {"forbade", "forbid"},      {"forbidden", "forbid"},
                                                                       {"foresaw", "foresee"},     {"foreseen", "foresee"},
                                                                       {"foretold", "foretell"},   {"forgave", "forgive"},
                                                                       {"forgiven", "forgive"},    {"forsaken", "forsake"},
                                                                       {"forsook", "forsake"},     {"froze", "freeze"},
                                                                       {"frozen", "freeze"},       {"lent", "lend"},
                                                                       {"misled", "mislead"},      {"mistaken", "mistake"},
                                                                       {"mistook", "mistake"},     {"overcame", "overcome"},
                                                                       {"overran", "overrun"},     {"overridden", "override"},
                                                                       {"overrode", "override"},   {"oversaw", "oversee"},
                                                                       {"overseen", "oversee"},    {"overtaken", "overtake"},
                                                                       {"overthrew", "overthrow"}, {"overthrown", "overthrow"},
                                                                       {"overtook", "overtake"},   {"pled", "plead"},
                                                                       {"rebuilt", "rebuild"},     {"repaid", "repay"},
                                                                       {"resold", "resell"},       {"retaken", "retake"},
                                                                       {"rethought", "rethink"},   {"retook", "retake"},
                                                                       {"shaken", "shake"},        {"shook", "shake"},
                                                                       {"shrank", "shrink"},       {"shrunk", "shrink"},
                                                                       {"slain", "slay"},          {"slew", "slay"},
                                                                       {"slid", "slide"},          {"slung", "sling"},
                                                                       {"sought", "seek"},         {"sped", "speed"},
                                                                       {"sprang", "spring"},       {"sprung", "spring"},
                                                                       {"striven", "strive"},      {"strove", "strive"},
                                                                       {"strung", "string"},       {"stung", "sting"},
                                                                       {"swam", "swim"},           {"swore", "swear"},
                                                                       {"sworn", "swear"},         {"swum", "swim"},
                                                                       {"tore", "tear"},           {"torn", "tear"},
                                                                       {"trod", "tread"},          {"trodden", "tread"},
                                                                       {"undergone", "undergo"},   {"undertaken", "undertake"},
                                                                       {"undertook", "undertake"}, {"underwent", "undergo"},
                                                                       {"undid", "undo"},          {"undone", "undo"},
                                                                       {"unfroze", "unfreeze"},    {"unfrozen", "unfreeze"},
                                                                       {"upheld", "uphold"},       {"withdrawn", "withdraw"},
                                                                       {"withdrew", "withdraw"},   {"withheld", "withhold"},
                                                                       {"withstood", "withstand"}, {"wove", "weave"},
                                                                       {"woven", "weave"},         {"wrung", "wring"}};

}  // namespace

std::string_view irregular_lemma(std::string_view form) {
  const auto at = std::lower_bound(std::begin(irregular), std::end(irregular), form,
                                   [](const auto& row, std::string_view wanted) { return row.first < wanted; });
  return at != std::end(irregular) && at->first == form ? at->second : std::string_view();
}

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
