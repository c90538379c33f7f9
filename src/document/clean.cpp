#include "document/clean.h"

#include <algorithm>
#include <string>

#include "document/byline.h"
#include "document/dateline.h"
#include "document/furniture.h"
#include "document/lines.h"
#include "document/stated_date.h"
#include "text/utf8.h"
#include "text/words.h"

namespace demarche {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 30;  // offsets are of 32 bits, and U+FFFD may make three bytes of one

struct Piece {
  Paragraph paragraph;
  std::string_view reason;  // empty for content
};

std::string_view view(const Document& document, Span span) { return std::string_view(document.text).substr(span.begin, span.size()); }

// Marks captions that only their surroundings give away, above photo credits or broken off near the top.
void find_captions(const Document& document, std::vector<Piece>& pieces) {
  const bool blank_lines_divide =
      std::any_of(pieces.begin() + !pieces.empty(), pieces.end(), [](const Piece& piece) { return piece.paragraph.after_blank; });
  std::size_t content_before = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Piece& piece = pieces[i];
    if (!piece.reason.empty()) continue;
    const std::string_view text = view(document, piece.paragraph.span);
    const bool is_first = content_before++ == 0;
    if (text.size() > 700 || i + 1 == pieces.size()) continue;
    const Piece& next = pieces[i + 1];
    const bool broken = breaks_off(text);
    // `Getty Images`, and under it the caption
    if (!is_first && i > 0 && pieces[i - 1].reason == "photo credit" && !ends_sentence(text) && split_words(text).size() >= 5 &&
        split_words(view(document, pieces[i - 1].paragraph.span)).size() <= 4)
      piece.reason = "caption";
    const bool touches_credit = next.reason == "photo credit" && !next.paragraph.after_blank;
    // A title may stand right above a credit; a line that breaks off is none.
    if (touches_credit && (broken || (!is_first && blank_lines_divide)))
      piece.reason = "caption";
    else if (next.reason == "photo credit" && broken)
      piece.reason = "caption";
    else if (broken && !is_first && content_before <= 3 && text.find('\n') == std::string_view::npos)
      piece.reason = "caption";
  }
}

// `More on this story` and the like, with nothing of its own: the headlines under it lead to other articles, up to the first sentence.
void find_links_under_headings(const Document& document, std::vector<Piece>& pieces) {
  constexpr std::size_t longest_heading = 5, longest_link = 18;  // words
  bool under = false;
  for (Piece& piece : pieces) {
    const std::string_view text = view(document, piece.paragraph.span);
    const std::size_t words = split_words(text).size();
    if (!piece.reason.empty()) {
      under = piece.reason == "related" && (under || words <= longest_heading);
    } else if (under) {
      under = words <= longest_link && !ends_sentence(text) && !find_dateline(text);
      if (under) piece.reason = "related";
    }
  }
}

// Behind `Reporting by Ana Ruiz; editing by …` an agency's page tells of itself and its authors.
void find_what_follows_the_credits(const Document& document, std::vector<Piece>& pieces) {
  bool behind = false;
  for (std::size_t i = pieces.size() / 2; i < pieces.size(); ++i) {
    const std::string text = plain(view(document, pieces[i].paragraph.span));
    if (behind && pieces[i].reason.empty()) pieces[i].reason = "footer";
    behind = behind || (pieces[i].reason == "contributors" && (text.starts_with("reporting by ") || text.starts_with("(reporting by ")) &&
                        text.find("editing by ") != std::string::npos);
  }
}

// What follows on the last paragraph of sentences, behind a box of the page (`Advertisement`, `Most read`): headlines and offers without a
// sentence's end.
void find_tail(const Document& document, std::vector<Piece>& pieces) {
  constexpr std::size_t longest_line = 18;  // words
  std::size_t tail = pieces.size();
  while (tail > 0) {
    const std::string_view text = view(document, pieces[tail - 1].paragraph.span);
    const bool is_line = split_words(text).size() <= longest_line && !find_dateline(text) && (!ends_sentence(text) || text.back() == '?');
    if (pieces[tail - 1].reason.empty() && !is_line) break;
    --tail;
  }
  constexpr std::size_t least_content = 3;  // pieces: a page of headlines has no tail
  if (tail < least_content) return;
  bool behind_a_box = false;
  for (std::size_t i = tail; i < pieces.size(); ++i) {
    const std::string_view reason = pieces[i].reason;
    if (reason.empty() && behind_a_box)
      pieces[i].reason = "related";
    else
      behind_a_box =
          behind_a_box || is_one_of(reason, {"related", "label", "advertisement", "newsletter", "share buttons", "tags", "comment box"});
  }
}

// `Iraq's summer of darkness: a photo essay` right above `Read more`: the headline that the link shows.
void find_links_above_read_more(const Document& document, std::vector<Piece>& pieces) {
  constexpr std::size_t longest_link = 18;  // words
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    const Piece& next = pieces[i + 1];
    if (!pieces[i].reason.empty() || next.reason != "related" || next.paragraph.after_blank) continue;
    if (!is_one_of(plain(view(document, next.paragraph.span)), {"read more", "read more:", "read more..."})) continue;
    const std::string_view text = view(document, pieces[i].paragraph.span);
    if (split_words(text).size() <= longest_link && !ends_sentence(text) && !find_dateline(text)) pieces[i].reason = "related";
  }
}

bool is_capitalised_word(std::string_view word) {
  std::size_t at = 0;
  return is_upper(next_code_point(word, at));
}

// `Kathmandu, July 12, 2023` by itself, or under a line of a few capitalised words (`Staff Report`): the place.
std::optional<std::string> place_before_date(std::string_view text) {
  constexpr std::size_t most_words = 3;
  const auto line_break = text.rfind('\n');
  const std::string_view line = line_break == std::string_view::npos ? text : text.substr(line_break + 1);
  const auto comma = line.find(", ");
  if (comma == std::string_view::npos || comma == 0) return std::nullopt;
  const auto date = stated_date(line.substr(comma + 2));
  if (!date || !date->alone || date->updated) return std::nullopt;
  const auto few_names = [](std::string_view part) {
    const auto words = split_words(part);
    return !words.empty() && words.size() <= most_words && std::all_of(words.begin(), words.end(), is_capitalised_word);
  };
  const std::string_view place = line.substr(0, comma);
  if (!few_names(place) || month_of(place) != 0 || weekday_of(plain(place)) >= 0) return std::nullopt;
  if (line_break != std::string_view::npos && !few_names(text.substr(0, line_break))) return std::nullopt;
  return std::string(place);
}

bool is_in_capitals(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_lower(next_code_point(text, at))) return false;
  return true;
}

// `Updated May 3, 2019 05:00 pm IST - NEW DELHI`: without the place behind the date.
std::string_view without_place(std::string_view text) {
  const auto dash = text.rfind(" - ");
  if (dash == std::string_view::npos) return text;
  const std::string_view behind = text.substr(dash + 3);
  std::size_t at = 0;
  const bool place = !behind.empty() && is_letter(next_code_point(behind, at)) && is_in_capitals(behind) && behind.size() > 3;
  return place && stated_date(text.substr(0, dash)) ? text.substr(0, dash) : text;
}

// `Staff and agencies`, `The Northern Bureau`, `By: NEWS WIRES`: nobody by name.
bool is_unsigned_byline(std::string_view text) {
  constexpr std::size_t most_words = 5;
  std::string line = plain(text);
  const bool by = line.starts_with("by ") || line.starts_with("by: ");
  const auto words = split_words(line);
  if (words.empty() || words.size() > most_words || ends_sentence(text)) return false;
  const std::string_view last = words.back();
  if (by) return is_one_of(last, {"wires", "agencies", "service", "staff", "desk", "bureau", "correspondents", "team"});
  return words.size() >= 2 && (last == "agencies" || last == "bureau" || (last == "desk" && words.size() <= 4) || line == "staff writer" ||
                               line == "staff reporter" || line == "news desk" || line == "our correspondent");
}

// `ANKARA, Turkiye` by itself.
bool is_place_line(std::string_view text) {
  constexpr std::size_t shortest = 4, most_words = 3;
  const auto comma = text.find(", ");
  if (comma == std::string_view::npos || comma < shortest || !is_in_capitals(text.substr(0, comma)) || ends_sentence(text)) return false;
  const auto all_names = [](std::string_view part) {
    const auto words = split_words(part);
    return !words.empty() && words.size() <= most_words && std::all_of(words.begin(), words.end(), is_capitalised_word);
  };
  return all_names(text.substr(0, comma)) && all_names(text.substr(comma + 2)) && !is_in_capitals(text.substr(comma + 2));
}

// Bylines and dates stand near the top; dates at the very end, too.
void find_byline_and_date(Document& document, std::vector<Piece>& pieces) {
  std::optional<Date> published, updated;
  std::size_t content_before = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Piece& piece = pieces[i];
    const bool near_top = i < 10 && content_before <= 3;
    const bool near_end = i + 3 >= pieces.size();
    if (!piece.reason.empty() || (!near_top && !near_end)) continue;
    const std::string_view text = view(document, piece.paragraph.span);
    if (text.size() > 200) {
      content_before += 1;
      continue;
    }
    const auto day = stated_date(without_place(text));
    if (near_top && piece.reason.empty() && content_before > 0 && is_unsigned_byline(text)) {
      piece.reason = "byline";
      continue;
    }
    if (near_top && document.authors.empty()) {
      auto authors = byline_authors(text);
      if (authors.empty() && content_before > 0 && piece.paragraph.after_blank) authors = authors_in_place(text);
      if (authors.empty() && content_before > 0 && i + 1 < pieces.size()) {
        const std::string_view next = view(document, pieces[i + 1].paragraph.span);
        authors = authors_above_post(text, next);
        if (!authors.empty() && !stated_date(next) && text.find('\n') == std::string_view::npos) pieces[i + 1].reason = "byline";
      }
      if (!authors.empty()) {
        document.authors = std::move(authors);
        piece.reason = "byline";
        if (day && !published) published = day->day;
        continue;
      }
    }
    if (const auto place = place_before_date(text); near_top && i > 0 && content_before > 0 && day && place) {
      piece.reason = "dateline";
      if (!document.dateline_place) document.dateline_place = *place;
      if (!published) published = day->day;
      continue;
    }
    if (near_top && i > 0 && content_before > 0 && is_place_line(text)) {
      piece.reason = "dateline";
      if (!document.dateline_place) document.dateline_place = std::string(text);
      continue;
    }
    if (day && day->alone) {
      piece.reason = "date";
      auto& slot = day->updated ? updated : published;
      if (!slot) slot = day->day;
      continue;
    }
    ++content_before;
  }
  if (published || updated) document.published = published ? published : updated;
}

// The note on who wrote the article, at its end: on somebody of whom nothing else in it speaks.
void find_author_note(const Document& document, std::vector<Piece>& pieces) {
  constexpr std::size_t most_notes = 2;
  std::size_t notes = 0;
  for (std::size_t i = pieces.size(); i-- > 1 && notes < most_notes;) {
    if (!pieces[i].reason.empty()) continue;
    const std::string_view name = who_is_introduced(view(document, pieces[i].paragraph.span));
    if (name.empty()) return;
    for (std::size_t k = 0; k < i; ++k)
      if (pieces[k].reason.empty() && view(document, pieces[k].paragraph.span).find(name) != std::string_view::npos) return;
    pieces[i].reason = "author";
    ++notes;
  }
}

// Is the first block of content a headline? `next` is the longer one of the two blocks behind it.
bool is_headline(std::string_view text, bool stands_apart, std::string_view next, std::size_t blocks) {
  const auto words = split_words(text);
  if (words.empty() || words.size() > 32 || text.size() > 300) return false;
  if (find_dateline(text)) return false;
  const char last = text.back();
  if (!ends_sentence(text) || last == ':') return true;
  std::size_t capitalised = 0, counted = 0;
  for (const std::string_view word : words) {
    std::size_t at = 0;
    char32_t c = next_code_point(word, at);
    if (!is_letter(c) && at < word.size()) c = next_code_point(word, at);
    if (!is_letter(c) || word.size() < 4) continue;
    ++counted;
    capitalised += !is_lower(c);
  }
  if (counted >= 5 && capitalised * 10 >= counted * 8 && (stands_apart || last != '.')) return true;
  if (stands_apart && find_dateline(next)) return true;
  if (!stands_apart || split_words(next).size() < words.size() * 3 / 2) return false;
  if ((last == '?' || last == '!') && words.size() <= 16) return true;
  // A sentence in lower case with its full stop: headlines are short, name no day, and report no speech in the past tense.
  if (words.size() > 14) return false;
  for (const std::string_view word : words) {
    const std::string lowered = plain(word);
    if (lowered == "said" || lowered == "was" || lowered == "were" || lowered == "had" || lowered == "yesterday" || lowered == "today" ||
        lowered == "he" || lowered == "she" || lowered == "they")
      return false;
    if (weekday_of(lowered) >= 0 && lowered.size() > 5) return false;
  }
  if (blocks >= 6) return true;
  // No past tense in front of everything else: headlines are in the present.
  std::size_t past = 0;
  for (std::size_t i = 1; i < words.size(); ++i) past += words[i].size() > 4 && words[i].ends_with("ed");
  return past == 0;
}

void add_block(Document& document, Span span, BlockKind kind) {
  const std::string_view text = view(document, span);
  // Tags at either end (`<tweet ...>` as some corpora mark quoted posts) are no language.
  while (!span.empty()) {
    const std::string_view rest = view(document, span);
    const std::size_t close = rest.find('>');
    if (rest.front() != '<' || close == std::string_view::npos || close > 400 || rest.size() < 3 ||
        !(is_letter(static_cast<unsigned char>(rest[1])) || rest[1] == '/'))
      break;
    document.dropped.push_back({{span.begin, span.begin + static_cast<std::uint32_t>(close) + 1}, "markup"});
    span.begin += static_cast<std::uint32_t>(close) + 1;
    while (!span.empty() && document.text[span.begin] == ' ') ++span.begin;
  }
  std::optional<Dropped> at_end;
  if (!span.empty()) {
    const std::string_view rest = view(document, span);
    const std::size_t open = rest.rfind('<');
    const std::size_t close = open == std::string_view::npos ? open : rest.find('>', open);
    if (close != std::string_view::npos && close + 3 > rest.size() && open > 0 && rest.size() - open < 400 &&
        (rest[open + 1] == '/' || rest.substr(open).find("/>") != std::string_view::npos)) {
      at_end = Dropped{{span.begin + static_cast<std::uint32_t>(open), span.end}, "markup"};
      span.end = at_end->span.begin;
      while (!span.empty() && document.text[span.end - 1] == ' ') --span.end;
    }
  }
  if (!span.empty() && !text.empty()) document.blocks.push_back({span, kind});
  if (at_end) document.dropped.push_back(*at_end);
}

// Takes what is not content off both ends of a paragraph, and adds the rest as a block.
void add_paragraph(Document& document, Span span) {
  if (const auto dateline = find_dateline(view(document, span))) {
    const Span dropped{span.begin, span.begin + static_cast<std::uint32_t>(dateline->length)};
    std::uint32_t end = dropped.end;
    while (end > dropped.begin && document.text[end - 1] == ' ') --end;
    document.dropped.push_back({{dropped.begin, end}, "dateline"});
    if (!document.dateline_place && !dateline->place.empty()) document.dateline_place = dateline->place;
    if (!document.published && dateline->day) document.published = dateline->day;
    span.begin = dropped.end;
  }
  std::optional<Dropped> note;
  if (const std::size_t at = contributors_note(view(document, span)); at != std::string_view::npos && at > 0) {
    note = Dropped{{span.begin + static_cast<std::uint32_t>(at), span.end}, "contributors"};
    span.end = note->span.begin;
    while (!span.empty() && document.text[span.end - 1] == ' ') --span.end;
  }
  add_block(document, span, BlockKind::paragraph);
  if (note) document.dropped.push_back(*note);
}

std::string on_one_line(std::string_view text) {
  std::string out;
  for (const std::string_view word : split_words(text)) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

// The document's text from its bytes, repaired; false where there are too many.
bool take_text(std::string_view bytes, Document& document) {
  if (bytes.size() > most_bytes) {
    document.warnings.push_back("longer than " + std::to_string(most_bytes) + " bytes; nothing of it is read");
    return false;
  }
  std::size_t replaced = 0;
  document.text = repair_utf8(bytes, replaced);
  if (replaced > 0)
    document.warnings.push_back(std::to_string(replaced) + (replaced == 1 ? " invalid byte sequence" : " invalid byte sequences") +
                                " replaced by U+FFFD");
  return true;
}

}  // namespace

Document whole_text(std::string_view bytes) {
  Document document;
  if (!take_text(bytes, document)) return document;
  for (const Paragraph& paragraph : join_wrapped_lines(document.text, split_lines(document.text)))
    document.blocks.push_back({paragraph.span, BlockKind::paragraph});
  return document;
}

Document clean_text(std::string_view bytes, const DocumentOptions& options) {
  Document document;
  document.publisher = options.publisher;
  if (!take_text(bytes, document)) {
    document.published = options.published;
    return document;
  }
  std::vector<Piece> pieces;
  for (const Paragraph& paragraph : join_wrapped_lines(document.text, split_lines(document.text))) pieces.push_back({paragraph, {}});
  // A text of one paragraph is what was asked about, whatever it looks like.
  if (pieces.size() > 1) {
    for (std::size_t i = 0; i < pieces.size(); ++i)
      pieces[i].reason = furniture(view(document, pieces[i].paragraph.span), {i, pieces.size()});
    find_links_under_headings(document, pieces);
    find_links_above_read_more(document, pieces);
    find_byline_and_date(document, pieces);
    find_author_note(document, pieces);
    find_captions(document, pieces);
    find_what_follows_the_credits(document, pieces);
    find_tail(document, pieces);
  }

  std::vector<std::size_t> content;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (pieces[i].reason.empty()) content.push_back(i);
  const auto text_of = [&](std::size_t k) { return view(document, pieces[content[k]].paragraph.span); };
  const auto stands_apart = [&](std::size_t k) { return pieces[content[k]].paragraph.before_blank; };
  const auto longer_of = [&](std::size_t a, std::size_t b) {
    return b < content.size() && text_of(b).size() > text_of(a).size() ? text_of(b) : text_of(a);
  };
  const bool has_title = content.size() >= 2 && is_headline(text_of(0), stands_apart(0), longer_of(1, 2), content.size());
  const bool has_subtitle = has_title && content.size() >= 3 && !ends_sentence(text_of(1)) && !find_dateline(text_of(1)) &&
                            split_words(text_of(1)).size() <= 40 && split_words(text_of(2)).size() >= split_words(text_of(1)).size();
  std::size_t k = 0;
  for (const Piece& piece : pieces) {
    if (!piece.reason.empty()) {
      document.dropped.push_back({piece.paragraph.span, std::string(piece.reason)});
      continue;
    }
    if (k == 0 && has_title) {
      document.title = on_one_line(view(document, piece.paragraph.span));
      add_block(document, piece.paragraph.span, BlockKind::title);
    } else if (k == 1 && has_subtitle) {
      add_block(document, piece.paragraph.span, BlockKind::subtitle);
    } else {
      add_paragraph(document, piece.paragraph.span);
    }
    ++k;
  }
  if (!document.published) document.published = options.published;
  return document;
}

}  // namespace demarche
