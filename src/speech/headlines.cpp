// Who says so at the end of a headline: `Two dead in border clash: police`, `Norvia sold shells, leaked cable shows`.
#include <algorithm>

#include "speech/found.h"
#include "text/words.h"

namespace demarche {
namespace {

constexpr std::uint32_t longest_headline = 30;
constexpr std::uint32_t longest_source = 5;
constexpr std::uint32_t longest_label = 3;  // `Exclusive:`
constexpr float share_of_colons = 0.6f;     // how many such endings report somebody, 0–1

class HeadlineEnds {
 public:
  HeadlineEnds(const SpeechLexicon& lexicon, const SpeechContext& context, std::vector<Found>& found)
      : lexicon_(lexicon), context_(context), found_(found) {}

  void run() {
    for (const BlockWords& block : blocks_of(context_.reading)) {
      WordRange words = block.words;
      const bool stopped = is_one_of(word(words.last - 1).form, {".", "!", "?", "…"});
      if (stopped) --words.last;
      if (block.last_sentence - block.first_sentence != 1 || words.size() > longest_headline || words.size() < 4) continue;
      if (!stopped) behind_colon(words);
      behind_comma(words);
    }
  }

 private:
  const Word& word(std::uint32_t i) const { return context_.word(i); }

  // `Sudanese army shells hospital: UN`
  void behind_colon(WordRange words) {
    auto colon = words.last - 1;
    while (colon > words.first && word(colon).form != ":") --colon;
    const WordRange source{colon + 1, words.last};
    if (colon == words.first || source.empty() || source.size() > longest_source || is_used(colon)) return;
    const WordRange content = behind_label({words.first, colon});
    if (!holds_verb(content) || holds_verb(source) || !may_speak(source)) return;
    Found f;
    f.anchor = colon;
    f.statement.cue = WordRange{colon, colon + 1};
    f.statement.act = Act::say;
    f.statement.confidence = share_of_colons;
    f.statement.rule = "headline:colon";
    f.statement.hearsay = is_unnamed(lexicon_, context_, source);
    add(std::move(f), source, content);
  }

  // `…, leaked cable shows`, where the parser takes the verb for a noun; `Exclusive: …, documents show`, where it takes the label for the
  // clause.
  void behind_comma(WordRange words) {
    const auto at = words.last - 1;
    Word verb = word(at);
    const bool noun = verb.xpos == "NNS";
    if (base(verb.deprel) != "parataxis" || is_used(at) || !(noun || is_verbal(verb))) return;
    verb.upos = Upos::VERB;
    const Cue* cue = lexicon_.cue_of(verb);
    const Frame* frame = cue ? cue->find(FrameShape::clause) : nullptr;
    if (!frame) return;
    auto comma = at;
    while (comma > words.first && word(comma).form != ",") --comma;
    const WordRange source{comma + 1, at};
    const WordRange content = behind_label({words.first, comma});
    if (comma == words.first || source.empty() || source.size() > longest_source || !holds_verb(content) || holds_finite_verb(source))
      return;
    if (!noun && content.first == words.first) return;  // the tree shows what is said
    Found f;
    f.anchor = at;
    f.statement.cue = WordRange{at, at + 1};
    f.statement.act = frame->act;
    f.statement.confidence = frame->share;
    f.statement.rule = frame->rule;
    f.statement.hearsay = is_unnamed(lexicon_, context_, source);
    f.firm = true;
    add(std::move(f), source, content);
  }

  void add(Found f, WordRange source, WordRange content) {
    f.statement.source = source;
    f.statement.content = {content};
    found_.push_back(std::move(f));
  }

  bool is_used(std::uint32_t anchor) const {
    return std::any_of(found_.begin(), found_.end(), [&](const Found& f) { return f.anchor == anchor; });
  }

  // Without `Exclusive:` in front.
  WordRange behind_label(WordRange words) const {
    for (auto i = words.first; i < words.last && i <= words.first + longest_label; ++i)
      if (word(i).form == ":") return {i + 1, words.last};
    return words;
  }

  bool holds_verb(WordRange words) const {
    for (auto i = words.first; i < words.last; ++i)
      if (word(i).upos == Upos::VERB || word(i).upos == Upos::AUX) return true;
    return false;
  }

  bool holds_finite_verb(WordRange words) const {
    for (auto i = words.first; i < words.last; ++i)
      if (is_verbal(word(i)) && is_one_of(word(i).xpos, {"VBZ", "VBP", "MD"})) return true;
    return false;
  }

  // A name, people without one, or what speaks in print: `UN`, `police`, `two sources`, `report`.
  bool may_speak(WordRange source) const {
    const auto& head = word(source.last - 1);
    if (head.upos == Upos::PROPN) return true;
    return head.upos == Upos::NOUN && (lexicon_.unnamed_heads.contains(head.lemma) || lexicon_.unnamed_people.contains(head.lemma) ||
                                       lexicon_.headline_sources.contains(head.lemma));
  }

  const SpeechLexicon& lexicon_;
  const SpeechContext& context_;
  std::vector<Found>& found_;
};

}  // namespace

void find_headline_ends(const SpeechLexicon& lexicon, const SpeechContext& context, std::vector<Found>& found) {
  HeadlineEnds(lexicon, context, found).run();
}

}  // namespace demarche
