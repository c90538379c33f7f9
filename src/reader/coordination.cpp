#include "reader/coordination.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "reader/tree.h"

namespace demarche {
namespace {

// Forms of the past that are participles as well, so that the tag alone does not tell `had come and accused` from `had come, and accused`.
// Whoever is spoken of seldom speaks; whoever speaks goes on to.
constexpr std::array<std::string_view, 16> spoke = {"accused",    "appealed", "blamed", "called",    "condemned", "criticised",
                                                    "criticized", "demanded", "denied", "denounced", "insisted",  "pledged",
                                                    "urged",      "vowed",    "warned", "thanked"};

bool is_finite_past(const Word& word) { return word.upos == Upos::VERB && word.xpos == "VBD"; }

}  // namespace

void settle_coordination(Reading& reading, WordRange sentence) {
  auto& words = reading.words;
  const auto has_child = [&](std::uint32_t head, auto fits) {
    for (auto i = sentence.first; i < sentence.last; ++i)
      if (words[i].head == static_cast<std::int32_t>(head) && fits(words[i])) return true;
    return false;
  };
  // `President Park Ji-hoon and leader Kim Yong-su`: what is joined to a piece of a name is joined to the name.
  for (auto i = sentence.first; i < sentence.last; ++i) {
    constexpr int longest_name = 6;
    Word& word = words[i];
    for (int step = 0; step < longest_name && base(word.deprel) == "conj" && word.head >= static_cast<std::int32_t>(sentence.first);
         ++step) {
      const Word& piece = words[static_cast<std::uint32_t>(word.head)];
      if (base(piece.deprel) != "flat" || piece.head < static_cast<std::int32_t>(sentence.first) ||
          piece.head == static_cast<std::int32_t>(i))
        break;
      word.head = piece.head;
    }
  }
  for (auto i = sentence.first; i < sentence.last; ++i) {
    Word& word = words[i];
    if (!is_finite_past(word) || base(word.deprel) != "conj" || word.head < static_cast<std::int32_t>(sentence.first)) continue;
    if (std::find(spoke.begin(), spoke.end(), word.form) == spoke.end()) continue;
    const auto participle = static_cast<std::uint32_t>(word.head);
    const Word& first = words[participle];
    if (participle > i || first.xpos != "VBN" || base(first.deprel) != "ccomp" || first.head < static_cast<std::int32_t>(sentence.first))
      continue;
    const auto above = static_cast<std::uint32_t>(first.head);
    const bool perfect =
        has_child(participle, [](const Word& w) { return base(w.deprel) == "aux" && (w.form == "had" || w.form == "has"); });
    const bool own = has_child(i, [](const Word& w) {
      const auto kind = base(w.deprel);
      return kind == "nsubj" || kind == "aux" || kind == "mark";
    });
    if (above > participle || !perfect || own || !is_finite_past(words[above])) continue;
    word.head = static_cast<std::int32_t>(above);
  }
}

}  // namespace demarche
