#include "petrarch/meaning.h"

#include <array>
#include <cstdint>
#include <optional>

namespace demarche::petrarch {
namespace {

std::optional<Meaning> transformation(const Dictionaries& dictionaries, const Meaning& outer, const Meaning& inner) {
  for (const Transformation& rule : dictionaries.verbs.transformations) {
    if (rule.outer_code != outer.codes.code) continue;
    if (rule.inner_code != "Q" && rule.inner_code != inner.codes.code) continue;
    if (outer.sources.empty()) continue;
    std::array<const Names*, 128> bound{};
    const auto bind = [&](char name, const Names& names) {
      if (name == '.') return true;
      if (name == '_') return names.empty() || names == outer.sources;
      const Names*& there = bound[static_cast<unsigned char>(name) & 127];
      if (there) return *there == names;
      if (names.empty()) return false;
      there = &names;
      return true;
    };
    if (!bind(rule.outer_source, outer.sources) || !bind(rule.inner_source, inner.sources) || !bind(rule.inner_target, inner.targets))
      continue;
    // Different letters are different actors.
    if (rule.inner_source != rule.outer_source && rule.inner_source != '.' && rule.inner_source != '_' && inner.sources == outer.sources)
      continue;
    const Names* source = bound[static_cast<unsigned char>(rule.source) & 127];
    const Names* target = bound[static_cast<unsigned char>(rule.target) & 127];
    if (!source || !target) continue;
    Meaning made;
    made.sources = *source;
    made.targets = *target;
    made.line = inner.line;
    if (rule.code == "Q")
      made.codes = inner.codes;
    else
      made.codes.code = rule.code;
    return made;
  }
  return {};
}

// What the codes mean together; empty where the table has no such meaning.
std::string sum_of(const CodeTable& table, const std::string& outer, const std::string& inner) {
  const auto& values = table.value_of;
  const auto a = values.find(outer), b = values.find(inner);
  if (a == values.end() || b == values.end()) return {};
  // The upper digit of four says what is done with the deed that the lower ones name: ask for, intend, demand, ….
  constexpr std::int64_t upper_digit = 0x1000;
  if (a->second < 2 * upper_digit || a->second % upper_digit != 0 || b->second <= 0 || b->second >= upper_digit) return {};
  const auto sum = table.code_of.find(a->second + b->second);
  return sum == table.code_of.end() ? std::string() : sum->second;
}

}  // namespace

std::vector<Meaning> combined(const Dictionaries& dictionaries, const Meaning& outer, const std::vector<Meaning>& nested) {
  std::vector<Meaning> transformed, out;
  for (const Meaning& inner : nested) {
    if (auto made = transformation(dictionaries, outer, inner)) {
      transformed.push_back(std::move(*made));
      continue;
    }
    if (inner.targets.empty()) continue;
    const std::string sum = sum_of(dictionaries.codes, outer.codes.code, inner.codes.code);
    if (sum.empty()) {
      // `urged Eriador to respond` is urging; `pledged to expel rebels` is expelling.
      if (outer.addressed && !outer.sources.empty())
        out.push_back(outer);
      else
        out.push_back(inner);
      continue;
    }
    Meaning together;
    together.codes.code = sum;
    together.line = inner.line;
    together.sources = outer.sources;
    together.targets = inner.sources.empty() || inner.sources == outer.sources ? inner.targets : inner.sources;
    out.push_back(std::move(together));
  }
  return transformed.empty() ? out : transformed;
}

void negate(const CodeTable& table, CodePair& codes) {
  const auto& values = table.value_of;
  if (values.empty()) return;
  const auto negated = [&](std::string& code) {
    const auto value = values.find(code);
    code.clear();
    if (value == values.end()) return;
    for (const std::int64_t mask : {0xFFFFF, 0xFFFF0, 0xFFF00}) {
      const auto found = table.code_of.find((value->second & mask) - 0xFFFF);
      if (found == table.code_of.end()) continue;
      code = found->second;
      return;
    }
  };
  negated(codes.code);
  negated(codes.mirrored);
}

bool is_saying(const Dictionaries& dictionaries, const std::string& code) {
  for (const Transformation& rule : dictionaries.verbs.transformations)
    if (rule.inner_code == "Q" && rule.outer_code == code) return true;
  return false;
}

}  // namespace demarche::petrarch
