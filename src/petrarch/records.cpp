#include "petrarch/records.h"

#include <algorithm>
#include <pugixml.hpp>
#include <stdexcept>

#include "petrarch/lines.h"
#include "text/numbers.h"
#include "text/table.h"
#include "text/utf8.h"
#include "text/words.h"

namespace demarche::petrarch {
namespace {

constexpr int deepest_section = 8;  // elements around records: <Validation><Sentences>, and what others may have there

// The element's own text, without what stands in elements and comments inside of it.
std::string text_of(const pugi::xml_node& node) {
  std::string out;
  for (const pugi::xml_node& part : node.children())
    if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) out += part.value();
  return out;
}

class Reader {
 public:
  Reader(std::string_view text, const std::filesystem::path& path) : text_(repaired(text)), path_(path) {
    blank_notes();
    blank_parses();
    open_sentences();
  }

  Records read() {
    pugi::xml_document document;
    const auto result = document.load_buffer(text_.data(), text_.size(), pugi::parse_default | pugi::parse_fragment, pugi::encoding_utf8);
    if (!result)
      throw std::runtime_error(place(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0))) + result.description());
    walk(document, 0);
    if (out_.records.empty()) throw std::runtime_error(path_.string() + ": holds no <Sentence>");
    return std::move(out_);
  }

 private:
  static std::string repaired(std::string_view text) {
    std::size_t count = 0;
    return repair_utf8(text, count);
  }

  static std::size_t offset_of(const pugi::xml_node& node) {
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
  }
  std::size_t line_of(std::size_t offset) const {
    const auto end = text_.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text_.size()));
    return 1 + static_cast<std::size_t>(std::count(text_.begin(), end, '\n'));
  }
  std::string place(std::size_t offset) const { return path_.string() + ':' + std::to_string(line_of(offset)) + ": "; }
  std::string place(const pugi::xml_node& node) const { return place(offset_of(node)); }

  // Parses hold marks that XML does not allow, and nothing that is read here; lines stay where they are.
  void blank_parses() {
    constexpr std::string_view open = "<Parse>", close = "</Parse>";
    for (std::size_t at = text_.find(open); at != std::string::npos; at = text_.find(open, at)) {
      at += open.size();
      const std::size_t end = text_.find(close, at);
      if (end == std::string::npos) return;
      for (; at < end; ++at)
        if (text_[at] != '\n') text_[at] = ' ';
    }
  }

  // Lines that begin with `#` are notes; some name elements without meaning them.
  void blank_notes() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      if (text_[at] == '#')
        std::fill(text_.begin() + static_cast<std::ptrdiff_t>(at), text_.begin() + static_cast<std::ptrdiff_t>(end), ' ');
      at = end + 1;
    }
  }

  void open_sentences() {
    constexpr std::string_view open = "<Sentence ", close = "</Sentence>";
    for (std::size_t at = text_.find(open); at != std::string::npos;) {
      const std::size_t end = text_.find('>', at);
      if (end == std::string::npos) return;
      const std::size_t next = text_.find(open, end), closed = text_.find(close, end);
      if (text_[end - 1] == '/' && closed != std::string::npos && (next == std::string::npos || closed < next)) text_[end - 1] = ' ';
      at = next;
    }
  }

  void walk(const pugi::xml_node& parent, int depth) {
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = node.name();
      if (name == "Environment") {
        read_environment(node);
      } else if (name == "Config") {
        read_option(node);
      } else if (name == "Sentence") {
        read_sentence(node);
      } else if (depth < deepest_section) {
        walk(node, depth + 1);
      }
    }
  }

  static std::vector<std::string> names(const char* text) {
    std::vector<std::string> out;
    for (const std::string& part : split_list(text, ','))
      for (const std::string_view name : blank_separated(part)) out.emplace_back(name);
    return out;
  }

  void read_environment(const pugi::xml_node& node) {
    Environment& environment = out_.environment;
    const auto one = [&](const char* name, std::string& value) {
      const auto found = names(node.child(name).child_value());
      if (!found.empty()) value = found[0];
    };
    one("Verbfile", environment.verbs);
    one("Agentfile", environment.agents);
    one("Discardfile", environment.discards);
    one("PICOfile", environment.code_table);
    environment.actors = names(node.child("Actorfile").child_value());
    environment.categories = names(node.child("Include").child_value());
    for (const pugi::xml_node& option : node.children("Config")) read_option(option);
  }

  void read_option(const pugi::xml_node& node) {
    const std::string_view option = node.attribute("option").value();
    const std::string value = ascii_lowered(node.attribute("value").value());
    if (option == "require_dyad") options_.require_dyad = value != "false";
    const auto number = [&](std::string_view name, std::size_t& target) {
      if (option != name) return;
      const auto read = number_in<std::size_t>(value);
      if (!read) throw std::runtime_error(place(node) + std::string(name) + "=\"" + value + "\" is no number");
      target = *read;
    };
    number("new_actor_length", options_.new_actor_length);
    number("comma_min", options_.inner.least);
    number("comma_max", options_.inner.most);
    number("comma_emin", options_.last.least);
    number("comma_emax", options_.last.most);
    number("comma_bmin", options_.first.least);
    number("comma_bmax", options_.first.most);
  }

  // A record without a date is of now: codes that hold from some day on do.
  Date read_day(const pugi::xml_node& node) const {
    if (!node.attribute("date")) return std::chrono::year{9999} / 12 / 31;
    std::string digits = node.attribute("date").value();
    std::erase(digits, '-');
    if (digits.size() == 6) digits = (digits.substr(0, 2) <= "30" ? "20" : "19") + digits;
    if (digits.size() == 8)
      if (const auto day = parse_date(digits.substr(0, 4) + '-' + digits.substr(4, 2) + '-' + digits.substr(6))) return *day;
    throw std::runtime_error(place(node) + "date=\"" + std::string(node.attribute("date").value()) + "\" is no day written YYYYMMDD");
  }

  void read_sentence(const pugi::xml_node& node) {
    Record record;
    record.id = node.attribute("id").value();
    record.category = node.attribute("category").value();
    record.line = line_of(offset_of(node));
    record.day = read_day(node);
    record.options = options_;
    const std::string text = text_of(node.child("Text"));
    for (const std::string_view word : blank_separated(text)) {
      if (!record.text.empty()) record.text += ' ';
      record.text += word;
    }
    for (const char* flag : {"valid", "evaluate"})
      if (ascii_lowered(node.attribute(flag).value()) == "false") record.skipped = std::string(flag) + "=\"false\"";
    const auto& categories = out_.environment.categories;
    if (!record.category.empty() && !categories.empty() &&
        std::find(categories.begin(), categories.end(), record.category) == categories.end())
      record.skipped = "its category " + record.category + " is not included";
    if (record.text.empty()) record.skipped = "has no text";
    for (const pugi::xml_node& coding : node.children("EventCoding")) read_expected(coding, record);
    out_.records.push_back(std::move(record));
  }

  void read_expected(const pugi::xml_node& node, Record& record) const {
    const std::string error = ascii_lowered(node.attribute("error").value());
    if (error == "bad_input_parse") {
      record.skipped = "is about the parse in it";
    } else if (!error.empty()) {
      record.expects = record.discard = true;
    } else if (ascii_lowered(node.attribute("noevents").value()) == "true") {
      record.expects = true;
    } else if (node.attribute("eventcode")) {
      record.expects = true;
      CodedEvent event{node.attribute("sourcecode").value(), node.attribute("targetcode").value(), node.attribute("eventcode").value(), 0};
      if (std::find(record.expected.begin(), record.expected.end(), event) == record.expected.end())
        record.expected.push_back(std::move(event));
    }
  }

  std::string text_;
  const std::filesystem::path& path_;
  Records out_;
  CodingOptions options_;
};

}  // namespace

Records parse_records(std::string_view text, const std::filesystem::path& path) { return Reader(text, path).read(); }
Records read_records(const std::filesystem::path& path) { return parse_records(read_file(path), path); }

}  // namespace demarche::petrarch
