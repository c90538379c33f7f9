#include "reader/conllu.h"

#include <algorithm>
#include <array>
#include <limits>
#include <ostream>
#include <stdexcept>

#include "reader/tokenize.h"
#include "text/numbers.h"
#include "text/utf8.h"

namespace demarche {
namespace {

constexpr std::size_t columns = 10;
enum Column : std::size_t { id_column, form_column, lemma_column, upos_column, xpos_column, feats_column, head_column, deprel_column };
constexpr std::size_t misc_column = 9;

using Row = std::array<std::string_view, columns>;

[[noreturn]] void fail(std::size_t line, std::string_view what) {
  throw std::runtime_error("line " + std::to_string(line) + ": " + std::string(what));
}

bool read_number(std::string_view text, std::uint32_t& number) {
  const auto read = number_in<std::uint32_t>(text);
  number = read.value_or(number);
  return read.has_value();
}

Row split_row(std::string_view text, std::size_t line) {
  Row row;
  for (std::size_t i = 0; i < columns; ++i) {
    const std::size_t tab = text.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == columns)) fail(line, "a word must have ten columns, divided by tabs");
    row[i] = text.substr(0, tab);
    if (row[i].empty()) fail(line, "column " + std::to_string(i + 1) + " is empty");
    if (tab != std::string_view::npos) text.remove_prefix(tab + 1);
  }
  return row;
}

std::string_view given(std::string_view column) { return column == "_" ? std::string_view() : column; }

bool has_feature(std::string_view column, std::string_view what) {
  for (std::size_t at = 0; at < column.size();) {
    const std::size_t bar = std::min(column.find('|', at), column.size());
    if (column.substr(at, bar - at) == what) return true;
    at = bar + 1;
  }
  return false;
}

// Nothing but white space and control characters, which are written as blanks.
bool blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t c = next_code_point(text, at); c > U' ' && !is_space(c)) return false;
  return true;
}

// `key` of `# key = value`, or of `# key` alone.
bool comment_says(std::string_view comment, std::string_view key, std::string_view& value) {
  const auto strip = [](std::string_view& text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  };
  comment.remove_prefix(1);
  const std::size_t equals = comment.find('=');
  std::string_view left = comment.substr(0, equals);
  value = equals == std::string_view::npos ? std::string_view() : comment.substr(equals + 1);
  strip(left);
  strip(value);
  return left == key;
}

// The parts of a multiword token. Where its words do not spell it (`du` = `de le`), it is cut evenly, or shared where it is too short.
void place_parts(std::string_view token, std::uint32_t begin, Word* words, std::size_t count) {
  std::size_t at = 0;
  bool spelled = true;
  for (std::size_t i = 0; i < count && spelled; ++i) {
    spelled = token.substr(at).starts_with(words[i].form);
    at += words[i].form.size();
  }
  if (spelled && at == token.size()) {
    at = begin;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t end = at + words[i].form.size();
      words[i].span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
      at = end;
    }
    return;
  }
  std::size_t code_points = 0;
  for (std::size_t i = 0; i < token.size(); ++code_points) next_code_point(token, i);
  const auto whole = static_cast<std::uint32_t>(token.size());
  at = 0;
  for (std::size_t i = 0, seen = 0; i < count; ++i) {
    const std::size_t start = at;
    for (; seen < (i + 1) * code_points / count; ++seen) next_code_point(token, at);
    words[i].span = {begin + static_cast<std::uint32_t>(start), begin + static_cast<std::uint32_t>(at)};
    if (code_points < count) words[i].span = {begin, begin + whole};
  }
}

void refuse_circles(const Reading& reading, WordRange words, std::size_t line) {
  // 0: not seen; otherwise the number of the walk that came by.
  std::vector<std::uint32_t> seen(words.size(), 0);
  for (std::uint32_t start = 0; start < words.size(); ++start) {
    for (std::int32_t at = static_cast<std::int32_t>(words.first + start); at != no_word;
         at = reading.words[static_cast<std::size_t>(at)].head) {
      std::uint32_t& mark = seen[static_cast<std::size_t>(at) - words.first];
      if (mark == start + 1) fail(line, "the heads of this sentence run in a circle");
      if (mark != 0) break;
      mark = start + 1;
    }
  }
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::vector<GivenDocument> read() {
    for (std::size_t at = 0; at < text_.size();) {
      ++line_;
      const std::size_t newline = std::min(text_.find('\n', at), text_.size());
      std::string_view line = text_.substr(at, newline - at);
      while (line.ends_with('\r')) line.remove_suffix(1);
      read_line(line, at);
      at = newline + 1;
    }
    end_sentence(text_.size());
    for (GivenDocument& document : documents_) {
      document.document.text += '\n';
      mark_quoted(document.reading);
    }
    return std::move(documents_);
  }

 private:
  void read_line(std::string_view line, std::size_t at) {
    if (line.find_first_not_of(" \t") == std::string_view::npos) {
      end_sentence(at);
    } else if (line.front() == '#') {
      if (!rows_.empty()) fail(line_, "a comment within a sentence");
      read_comment(line);
    } else {
      if (rows_.empty()) {
        sentence_at_ = at;
        sentence_line_ = line_;
      }
      rows_.push_back(line);
    }
  }

  void read_comment(std::string_view line) {
    std::string_view value;
    if (comment_says(line, "newdoc", value) || comment_says(line, "newdoc id", value)) {
      new_document_ = new_paragraph_ = true;
      id_ = value;
    } else if (comment_says(line, "newpar", value) || comment_says(line, "newpar id", value)) {
      new_paragraph_ = true;
    } else if (comment_says(line, "speaker", value)) {
      speaker_ = value;
    } else if (comment_says(line, "addressee", value)) {
      addressee_ = value;
    }
    if (!comments_.empty()) comments_ += '\n';
    comments_ += line;
  }

  void end_sentence(std::size_t end) {
    if (rows_.empty()) return;
    if (documents_.empty() || new_document_) {
      documents_.emplace_back().document.id = std::string(id_);
      new_paragraph_ = true;
    }
    GivenDocument& document = documents_.back();
    read_sentence(document, end);
    document.comments.push_back(std::move(comments_));
    comments_.clear();
    speaker_ = addressee_ = {};
    rows_.clear();
    new_document_ = new_paragraph_ = false;
  }

  void read_sentence(GivenDocument& to, std::size_t end) {
    Reading& reading = to.reading;
    std::string& text = to.document.text;
    // One copy per sentence owns all of its columns.
    const char* owned = reading.strings.emplace_back(text_.substr(sentence_at_, end - sentence_at_)).data();
    const char* original = text_.data() + sentence_at_;
    const auto first = static_cast<std::uint32_t>(reading.words.size());
    bool space = true;
    if (new_paragraph_) {
      if (!text.empty()) text += "\n\n";
      to.document.blocks.push_back({});
    } else if (space_after_) {
      text += ' ';
    } else {
      space = false;
    }

    std::uint32_t range_end = 0, range_begin_word = 0;  // of the multiword token that is being read
    std::string_view range_form;
    std::uint32_t range_at = 0;
    const auto append = [&](std::string_view form) {
      const std::size_t at = text.size();
      if (at + form.size() > std::numeric_limits<std::uint32_t>::max() - 16) fail(line_, "the document is too long");
      text += form;
      return static_cast<std::uint32_t>(at);
    };
    const auto begin_token = [&] {
      if (reading.words.size() > first && space) text += ' ';
    };

    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const std::size_t line = sentence_line_ + i;
      const std::string_view copy(owned + (rows_[i].data() - original), rows_[i].size());
      const Row row = split_row(copy, line);
      const auto count = static_cast<std::uint32_t>(reading.words.size()) - first;
      std::string_view id = row[id_column];
      if (const std::size_t dot = id.find('.'); dot != std::string_view::npos) {  // an empty node: it has no place in the text
        std::uint32_t before = 0, node = 0;
        if (!read_number(id.substr(0, dot), before) || !read_number(id.substr(dot + 1), node)) fail(line, "no word id");
        continue;
      }
      const bool space_after = !has_feature(row[misc_column], "SpaceAfter=No");
      if (blank(row[form_column])) fail(line, "the form is blank");

      if (const std::size_t dash = id.find('-'); dash != std::string_view::npos) {
        std::uint32_t from = 0, to_id = 0;
        if (!read_number(id.substr(0, dash), from) || !read_number(id.substr(dash + 1), to_id)) fail(line, "no word id");
        if (from != count + 1 || to_id < from || count < range_end || to_id > count + rows_.size() - i)
          fail(line, "this range of words is out of place");
        begin_token();
        range_form = row[form_column];
        range_at = append(range_form);
        range_end = to_id;
        range_begin_word = count;
        range_space_ = space;
        space = space_after;
        continue;
      }

      std::uint32_t number = 0;
      if (!read_number(id, number)) fail(line, "no word id");
      if (number != count + 1) fail(line, "word " + std::to_string(count + 1) + " is expected here");
      const bool inside = number <= range_end;
      if (!inside) begin_token();
      Word word;
      word.form = row[form_column];
      word.lemma = word.form == "_" ? row[lemma_column] : given(row[lemma_column]);
      word.upos = upos_of(row[upos_column]);
      word.xpos = given(row[xpos_column]);
      word.feats = row[feats_column];
      word.deprel = given(row[deprel_column]);
      word.head = read_head(row[head_column], first, number, line);
      word.sentence = static_cast<std::uint32_t>(reading.sentences.size());
      word.in_multiword = inside;
      if (inside) {
        word.space_before = count == range_begin_word && range_space_;
      } else {
        word.space_before = space;
        word.span.begin = append(word.form);
        word.span.end = static_cast<std::uint32_t>(text.size());
        space = space_after;
      }
      reading.words.push_back(word);
      if (inside && number == range_end)
        place_parts(range_form, range_at, reading.words.data() + first + range_begin_word, range_end - range_begin_word);
    }

    const auto last = static_cast<std::uint32_t>(reading.words.size());
    if (last == first) fail(sentence_line_, "a sentence without words");
    if (last - first < range_end) fail(sentence_line_ + rows_.size() - 1, "words of a multiword token are missing");
    const WordRange words{first, last};
    for (std::uint32_t i = first; i < last; ++i)
      if (reading.words[i].head >= static_cast<std::int32_t>(last))
        fail(sentence_line_, "word " + std::to_string(i - first + 1) + " has a head behind the sentence's end");
    refuse_circles(reading, words, sentence_line_);
    Block& block = to.document.blocks.back();
    if (new_paragraph_) block.span.begin = reading.words[first].span.begin;
    block.span.end = static_cast<std::uint32_t>(text.size());
    const auto own = [&](std::string_view value) { return value.empty() ? value : std::string_view(reading.strings.emplace_back(value)); };
    reading.sentences.push_back({words, static_cast<std::uint32_t>(to.document.blocks.size() - 1), own(speaker_), own(addressee_)});
    space_after_ = space;
  }

  static std::int32_t read_head(std::string_view column, std::uint32_t first, std::uint32_t number, std::size_t line) {
    if (column == "_") return no_word;
    std::uint32_t head = 0;
    if (!read_number(column, head) || head > 0x3FFFFFFF) fail(line, "the head is no number");
    if (head == number) fail(line, "a word is its own head");
    return head == 0 ? no_word : static_cast<std::int32_t>(first + head - 1);
  }

  std::string_view text_;
  std::vector<GivenDocument> documents_;
  std::size_t line_ = 0;
  std::vector<std::string_view> rows_;  // of the sentence that is being read
  std::size_t sentence_at_ = 0, sentence_line_ = 0;
  std::string comments_;
  std::string_view id_;
  std::string_view speaker_, addressee_;  // of the sentence that is being read
  bool new_document_ = false, new_paragraph_ = false, space_after_ = true, range_space_ = true;
};

// A column must hold no tab or line end, a comment no line end, whatever was in the text.
void write_clean(std::ostream& out, std::string_view text) {
  if (std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; })) {
    out << text;
    return;
  }
  for (const char c : text) out << (static_cast<unsigned char>(c) < ' ' ? ' ' : c);
}

void write_column(std::ostream& out, std::string_view text) {
  out << '\t';
  write_clean(out, text.empty() ? "_" : text);
}

}  // namespace

std::vector<GivenDocument> read_conllu(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::size_t replaced = 0;
  const std::string repaired = repair_utf8(text, replaced);
  std::vector<GivenDocument> documents = Reader(repaired).read();
  if (replaced > 0 && !documents.empty())
    documents.front().document.warnings.push_back(std::to_string(replaced) + " invalid bytes were replaced");
  return documents;
}

void write_conllu(std::ostream& out, const Document& document, const Reading& reading, const std::vector<std::string>& comments,
                  const Misc& misc) {
  const auto in_token = [&](std::uint32_t word) { return reading.words[word].in_multiword && !reading.words[word].space_before; };
  for (std::size_t number = 0; number < reading.sentences.size(); ++number) {
    const Sentence& sentence = reading.sentences[number];
    const WordRange words = sentence.words;
    if (words.empty()) continue;
    if (comments.empty()) {
      if (number == 0) {
        out << "# newdoc";
        if (!document.id.empty()) write_clean(out << " id = ", document.id);
        out << '\n';
        if (!misc.comment.empty()) out << misc.comment << '\n';
      }
      if (number == 0 || reading.sentences[number - 1].block != sentence.block) out << "# newpar\n";
      out << "# sent_id = " << number + 1 << '\n';
      const Span span{reading.words[words.first].span.begin, reading.words[words.last - 1].span.end};
      write_clean(out << "# text = ", std::string_view(document.text).substr(span.begin, span.size()));
      out << '\n';
    } else if (number < comments.size() && !comments[number].empty()) {
      out << comments[number] << '\n';
    }
    // `marked`: whether the line is the word's own, so that its mark stands there; a token of several words has none.
    const auto write_misc = [&](std::uint32_t behind, bool marked, bool spaced) {
      const bool joined = spaced && behind < reading.words.size() && !reading.words[behind].space_before;
      const std::string_view mark =
          marked && behind <= misc.of_word.size() ? std::string_view(misc.of_word[behind - 1]) : std::string_view();
      out << '\t' << mark << (joined ? mark.empty() ? "SpaceAfter=No" : "|SpaceAfter=No" : mark.empty() ? "_" : "") << '\n';
    };
    std::uint32_t range_end = 0;
    for (std::uint32_t i = words.first; i < words.last; ++i) {
      const Word& word = reading.words[i];
      const std::uint32_t id = i - words.first + 1;
      if (word.in_multiword && i >= range_end) {
        range_end = i + 1;
        while (range_end < words.last && in_token(range_end)) ++range_end;
        if (range_end > i + 1) {
          const Span span{word.span.begin, reading.words[range_end - 1].span.end};
          out << id << '-' << range_end - words.first;
          write_column(out, std::string_view(document.text).substr(span.begin, span.size()));
          out << "\t_\t_\t_\t_\t_\t_\t_";
          write_misc(range_end, false, true);
        }
      }
      out << id;
      write_column(out, word.form);
      write_column(out, word.lemma);
      // X stands for "not given", too.
      write_column(out, word.upos == Upos::X && word.deprel.empty() ? std::string_view() : name_of(word.upos));
      write_column(out, word.xpos);
      write_column(out, word.feats);
      if (word.head != no_word) {
        out << '\t' << static_cast<std::uint32_t>(word.head) - words.first + 1;
      } else {
        out << (word.deprel.empty() ? "\t_" : "\t0");
      }
      write_column(out, word.deprel);
      out << "\t_";
      // Within a token of several words, the space behind is said on the range's line.
      const bool on_range = i + 1 < range_end || (i + 1 == range_end && word.in_multiword && id > 1 && in_token(i));
      write_misc(i + 1, true, !on_range);
    }
    out << '\n';
  }
}

}  // namespace demarche
