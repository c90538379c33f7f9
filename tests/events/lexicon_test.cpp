// The files of knowledge: errors name file and line, and the shipped ones hold nothing that is never used.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "events/events.h"
#include "events/knowledge.h"
#include "text/table.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const fs::path shipped = DEMARCHE_SOURCE_DIR "/data";

// A copy of the shipped knowledge, to be broken.
class BrokenKnowledge : public testing::Test {
 protected:
  void SetUp() override {
    const std::string pattern = (fs::temp_directory_path() / "demarche-lexicon-XXXXXX").string();
    std::vector<char> name(pattern.begin(), pattern.end());
    name.push_back('\0');
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name.data();
    for (const char* part : {"lexicon", "ontology"}) fs::copy(shipped / part, folder_ / part);
  }
  void TearDown() override { fs::remove_all(folder_); }

  // The message that loading ends with when the line is put behind the file; it must name the file and the line.
  std::string error_with(const std::string& file, const std::string& line) {
    const fs::path path = folder_ / file;
    const std::string content = read_file(path);
    const auto number = std::count(content.begin(), content.end(), '\n') + 1;
    std::ofstream(path, std::ios::app) << line << '\n';
    const std::string message = error();
    EXPECT_THAT(message, HasSubstr(path.filename().string() + ":" + std::to_string(number) + ": ")) << line;
    std::ofstream(path) << content;
    return message;
  }
  std::string error() const {
    try {
      load_event_knowledge(folder_);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "no error";
  }

  fs::path folder_;
};

TEST_F(BrokenKnowledge, TheCopyItselfLoads) { EXPECT_EQ(error(), "no error"); }

TEST_F(BrokenKnowledge, PredicatesNameFileAndLine) {
  EXPECT_THAT(error_with("lexicon/verbs.tsv", "frobnicate\tsideways\t112"), HasSubstr("unknown frame \"sideways\""));
  EXPECT_THAT(error_with("lexicon/verbs.tsv", "frobnicate\ttransitive\t999"), HasSubstr("unknown CAMEO code or type \"999\""));
  EXPECT_THAT(error_with("lexicon/verbs.tsv", "frobnicate\ttransitive\tFROWN"), HasSubstr("unknown CAMEO code or type \"FROWN\""));
  EXPECT_THAT(error_with("lexicon/verbs.tsv", "frobnicate\ttransitive\t112:slyly"), HasSubstr("unknown mode of ACCUSE \"slyly\""));
  EXPECT_THAT(error_with("lexicon/verbs.tsv", "frobnicate\ttransitive\tACCUSE:phone"), HasSubstr("unknown mode of ACCUSE \"phone\""));
  EXPECT_THAT(error_with("lexicon/verbs.tsv", "frobnicate\ttransitive\t112\t\tsmiles"), HasSubstr("unknown mark \"smiles\""));
  EXPECT_THAT(error_with("lexicon/verbs.tsv", "frobnicate\ttransitive\t112\tobject=@widgets"), HasSubstr("unknown class \"@widgets\""));
  EXPECT_THAT(error_with("lexicon/verbs.tsv", "frobnicate\ttransitive\t112\tObject=plan"), HasSubstr("unknown condition \"Object\""));
  EXPECT_THAT(error_with("lexicon/verbs.tsv", "frobnicate\ttransitive\t112\tobject="), HasSubstr("without a value"));
  EXPECT_THAT(error_with("lexicon/verbs.tsv", "frobnicate\ttransitive\t112\t!=plan"), HasSubstr("unknown condition"));
  EXPECT_THAT(error_with("lexicon/verbs.tsv", "frobnicate\ttransitive\t112\t!"), HasSubstr("unknown condition"));
  EXPECT_THAT(error_with("lexicon/verbs.tsv", "frobnicate"), HasSubstr("fields"));
  EXPECT_THAT(error_with("lexicon/verbs.tsv", ",\ttransitive\t112"), HasSubstr("names no lemma"));
  EXPECT_THAT(error_with("lexicon/nouns.tsv", "frobnication\tsideways\t112"), HasSubstr("unknown frame"));
  EXPECT_THAT(error_with("lexicon/adjectives.tsv", "frobnic\tsideways\t112"), HasSubstr("unknown frame"));
}

TEST_F(BrokenKnowledge, FramesNameFileAndLine) {
  EXPECT_THAT(error_with("lexicon/frames.tsv", "new\tsubject\tObject"), HasSubstr("unknown role \"Object\""));
  EXPECT_THAT(error_with("lexicon/frames.tsv", "new\tsubject\tobject\tmutual"), HasSubstr("unknown mark \"mutual\""));
  EXPECT_THAT(error_with("lexicon/frames.tsv", "new\tsubject\t!"), HasSubstr("names no role"));
  EXPECT_THAT(error_with("lexicon/frames.tsv", "default\tsubject\tobject"), HasSubstr("frame \"default\" is there twice"));
}

TEST_F(BrokenKnowledge, TheDefaultFrameMustBeThere) {
  const fs::path path = folder_ / "lexicon/frames.tsv";
  std::string content = read_file(path);
  content.replace(content.find("\ndefault\t"), 9, "\nordinary\t");
  std::ofstream(path) << content;
  EXPECT_THAT(error(), HasSubstr("frames.tsv: has no frame \"default\""));
}

TEST_F(BrokenKnowledge, ClassesNameFileAndLine) {
  EXPECT_THAT(error_with("lexicon/classes.tsv", "early\tword, @late"), HasSubstr("unknown class \"@late\""));
  // Before it is defined, by itself and by a later line.
  EXPECT_THAT(error_with("lexicon/classes.tsv", "early\t@late\nlate\tword"), HasSubstr("unknown class \"@late\""));
  EXPECT_THAT(error_with("lexicon/classes.tsv", "lonely"), HasSubstr("fields"));
}

TEST_F(BrokenKnowledge, ModeWordsNameFileAndLine) {
  const auto wrong = [&](const std::string& line) { return error_with("ontology/mode_words.tsv", line); };
  EXPECT_THAT(wrong("FROWN\t-\tphone\t*\tclause\tbrow"), HasSubstr("unknown type \"FROWN\""));
  EXPECT_THAT(wrong("CONSULT\t-\tdemo\t*\tclause\tbrow"), HasSubstr("CONSULT has no mode \"demo\""));
  EXPECT_THAT(wrong("CONSULT\tdemo\tphone\t*\tclause\tbrow"), HasSubstr("CONSULT has no mode \"demo\""));
  EXPECT_THAT(wrong("CONSULT\t-\tphone\t*\tsentence\tbrow"), HasSubstr("none of trigger, clause"));
  EXPECT_THAT(wrong("CONSULT\t-\tphone\t*\tclause\t-"), HasSubstr("words must stand there"));
  EXPECT_THAT(wrong("CONSULT\t-\tphone\t*\ttrigger\t-"), HasSubstr("no lemmas of the trigger"));
}

TEST_F(BrokenKnowledge, ModalityNamesFileAndLine) {
  EXPECT_THAT(error_with("lexicon/modality.tsv", "frobnicate\tverb\tclause\tdreamt"), HasSubstr("unknown effect \"dreamt\""));
  EXPECT_THAT(error_with("lexicon/modality.tsv", "frobnicate\tadverb\tclause\tnegated"), HasSubstr("unknown part of speech \"adverb\""));
}

TEST_F(BrokenKnowledge, ControlAndStancesNameFileAndLine) {
  EXPECT_THAT(error_with("lexicon/stances.tsv", "aloof\tadjective\t0"), HasSubstr("neither 1 nor -1"));
  EXPECT_THAT(error_with("lexicon/issues.tsv", "like\tverb\tfeeling\t1\tobject"), HasSubstr("unknown kind of issue word"));
  EXPECT_THAT(error_with("lexicon/control.tsv", "frobnicate"), HasSubstr("fields"));
  EXPECT_THAT(error_with("lexicon/support.tsv", "frobnicate\tsubject"), HasSubstr("unknown mark \"subject\""));
}

TEST_F(BrokenKnowledge, ConfidenceNamesFileAndLine) {
  EXPECT_THAT(error_with("lexicon/confidence.tsv", "target.purple\t1"), HasSubstr("unknown sign \"target.purple\""));
  EXPECT_THAT(error_with("lexicon/confidence.tsv", "type.FROWN\t1"), HasSubstr("unknown sign \"type.FROWN\""));
  EXPECT_THAT(error_with("lexicon/confidence.tsv", "passive\t0.5"), HasSubstr("\"passive\" is there twice"));
  EXPECT_THAT(error_with("lexicon/confidence.tsv", "always\tmuch"), HasSubstr("\"much\" is no number"));
  EXPECT_THAT(error_with("lexicon/confidence.tsv", "always\tnan"), HasSubstr("\"nan\" is no number"));
  EXPECT_THAT(error_with("lexicon/confidence.tsv", "always\t11"), HasSubstr("\"11\" is no number"));
}

TEST_F(BrokenKnowledge, ASignWithoutAWeightIsNamed) {
  std::ofstream(folder_ / "lexicon" / "confidence.tsv") << "always\t1\n";
  EXPECT_THAT(error(), HasSubstr("confidence.tsv: the sign \"entry.bare\" has no weight"));
}

TEST_F(BrokenKnowledge, TheOntologyNamesFileAndLine) {
  EXPECT_THAT(error_with("ontology/types.tsv", "SMILE\tverbal cooperation\tmuch\tno\t030"), HasSubstr("\"much\" is no number"));
  EXPECT_THAT(error_with("ontology/types.tsv", "SMILE\tverbal cooperation\t11\tno\t030"), HasSubstr("\"11\" is no number from -10 to 10"));
  EXPECT_THAT(error_with("ontology/types.tsv", "SMILE\tverbal cooperation\tnan\tno\t030"), HasSubstr("\"nan\" is no number"));
  EXPECT_THAT(error_with("ontology/types.tsv", "SMILE\tverbal cooperation\t1\tperhaps\t030"), HasSubstr("must be yes or no"));
  EXPECT_THAT(error_with("ontology/types.tsv", "SMILE\tverbal cooperation\t1\tno\t999"), HasSubstr("unknown CAMEO code \"999\""));
  EXPECT_THAT(error_with("ontology/modes.tsv", "SMILE\tbroadly\t1"), HasSubstr("unknown type \"SMILE\""));
  EXPECT_THAT(error_with("ontology/modes.tsv", "AGREE\tbroadly\t-10.5"), HasSubstr("\"-10.5\" is no number"));
  EXPECT_THAT(error_with("ontology/cameo.tsv", "999\tSMILE\t-\t-\t1\tSmile"), HasSubstr("unknown type \"SMILE\""));
  EXPECT_THAT(error_with("ontology/cameo.tsv", "999\tAGREE\tbroadly\t-\t1\tSmile"), HasSubstr("AGREE has no mode \"broadly\""));
  EXPECT_THAT(error_with("ontology/cameo.tsv", "999\tAGREE\t-\t-\t1x\tSmile"), HasSubstr("\"1x\" is no number"));
  EXPECT_THAT(error_with("ontology/cameo.tsv", "112\tACCUSE\t-\t-\t1\tAccuse"), HasSubstr("code 112 is there twice"));
  EXPECT_THAT(error_with("ontology/composition.tsv", "04\t999\t-\t-"), HasSubstr("unknown CAMEO code \"999\""));
}

TEST_F(BrokenKnowledge, AContextOfACodeMustBeKnown) {
  std::ofstream(folder_ / "ontology/cameo.tsv", std::ios::app) << "999\tAGREE\t-\tsunshine\t1\tSmile\n";
  EXPECT_THAT(error(), HasSubstr("code 999 has the context \"sunshine\""));
}

TEST_F(BrokenKnowledge, AFileThatIsMissingIsNamed) {
  for (const char* file : {"lexicon/verbs.tsv", "lexicon/stances.tsv", "lexicon/control.tsv", "ontology/contexts.tsv"}) {
    const std::string content = read_file(folder_ / file);
    fs::remove(folder_ / file);
    EXPECT_THAT(error(), HasSubstr(std::string(file) + ": cannot be read"));
    std::ofstream(folder_ / file) << content;
  }
}

class ShippedLexicon : public testing::Test {
 protected:
  static void SetUpTestSuite() { knowledge_ = load_event_knowledge(shipped); }
  static void TearDownTestSuite() { knowledge_.reset(); }

  // Where each predicate comes from: `verbs.tsv:12`.
  static std::vector<std::string> lines_of_predicates() {
    std::vector<std::string> lines;
    for (const char* file : {"verbs.tsv", "nouns.tsv", "adjectives.tsv"}) {
      const Table table = read_table(shipped / "lexicon" / file, 3, 5);
      for (const TableRow& row : table.rows)
        for (std::size_t i = split_list(row.fields[0], ',').size(); i > 0; --i)
          lines.push_back(std::string(file) + ":" + std::to_string(row.line));
    }
    return lines;
  }

  static inline std::shared_ptr<const EventKnowledge> knowledge_;
};

template <typename Value>
bool holds_all(const std::vector<Value>& some, const std::vector<Value>& all) {
  return std::all_of(all.begin(), all.end(), [&](const Value& one) { return std::find(some.begin(), some.end(), one) != some.end(); });
}

// Does the second hold wherever the first does?
bool implies(const Condition& first, const Condition& second) {
  const bool same_key =
      first.key == second.key || (first.key == ConditionKey::infinitive && second.key == ConditionKey::clause && !first.forbidden);
  if (!same_key || first.preposition != second.preposition || first.forbidden != second.forbidden) return false;
  const Condition& narrow = first.forbidden ? second : first;
  const Condition& wide = first.forbidden ? first : second;
  if (wide.anything) return true;
  if (narrow.anything) return false;
  return holds_all(wide.lemmas, narrow.lemmas) && holds_all(wide.compounds, narrow.compounds) && holds_all(wide.sectors, narrow.sectors) &&
         (wide.actor || !narrow.actor) && (wide.blame || !narrow.blame) && (wide.praise || !narrow.praise) &&
         (wide.quoted || !narrow.quoted) && (wide.person || !narrow.person || wide.actor);
}

bool implies(const Predicate& first, const Predicate& second) {
  return first.particle == second.particle && std::all_of(second.conditions.begin(), second.conditions.end(), [&](const Condition& wanted) {
           return std::any_of(first.conditions.begin(), first.conditions.end(), [&](const Condition& c) { return implies(c, wanted); });
         });
}

TEST_F(ShippedLexicon, EveryLineCanMatch) {
  const std::vector<std::string> lines = lines_of_predicates();
  ASSERT_EQ(lines.size(), knowledge_->predicates.size());
  for (const auto& by_lemma : knowledge_->by_lemma)
    for (const auto& [lemma, entries] : by_lemma)
      for (std::size_t late = 0; late < entries.size(); ++late)
        for (std::size_t early = 0; early < late; ++early) {
          const Predicate& first = knowledge_->predicates[entries[early]];
          const Predicate& second = knowledge_->predicates[entries[late]];
          const Frame& frame = knowledge_->frames[first.frame];
          // An entry that lacks an actor it must have gives way to the next one.
          if (!first.no_event && (frame.source_required || frame.target_required)) continue;
          EXPECT_FALSE(implies(second, first)) << lines[entries[late]] << ": \"" << lemma << (second.particle.empty() ? "" : " ")
                                               << second.particle << "\" never matches, since " << lines[entries[early]] << " does first";
        }
}

TEST_F(ShippedLexicon, EveryFrameIsUsed) {
  std::set<std::uint32_t> used{knowledge_->fallback_frame};
  for (const Predicate& predicate : knowledge_->predicates) used.insert(predicate.frame);
  for (std::uint32_t i = 0; i < knowledge_->frames.size(); ++i) EXPECT_TRUE(used.contains(i)) << knowledge_->frames[i].name;
}

TEST_F(ShippedLexicon, EveryClassIsUsedAndHoldsEachWordOnce) {
  std::string all;
  for (const char* file : {"classes.tsv", "verbs.tsv", "nouns.tsv", "adjectives.tsv"}) {
    const Table table = read_table(shipped / "lexicon" / file, 2, 5);
    for (const TableRow& row : table.rows)
      for (const std::string& field : row.fields) all += field + " ";
  }
  const auto is_named = [&](const std::string& name) {
    for (auto at = all.find("@" + name); at != std::string::npos; at = all.find("@" + name, at + 1)) {
      const char next = all[at + name.size() + 1];
      if (next == ' ' || next == '|' || next == ',') return true;
    }
    // Named by the program.
    static const std::set<std::string> asked{"quantity",      "addressed", "answer",     "no_holder", "no_issue", "named_issue", "physical",
                                             "verbal_attack", "in_words",  "contest",    "created",   "charging", "mourning",    "suffered",
                                             "undergone",     "resulting", "undergoing", "merit",     "post",     "fine",        "poor",
                                             "virtue",        "writing",   "reproach",   "aiming",    "measure",  "happening",   "insult",
                                             "whither",       "onto",      "hostility"};
    return asked.contains(name);
  };
  const Table classes = read_table(shipped / "lexicon" / "classes.tsv", 2, 2);
  for (const TableRow& row : classes.rows) {
    EXPECT_TRUE(is_named(row.fields[0])) << "class " << row.fields[0];
    std::set<std::string> once;
    for (const std::string& member : split_list(row.fields[1], ','))
      EXPECT_TRUE(once.insert(member).second) << "class " << row.fields[0] << ": " << member;
  }
}

TEST_F(ShippedLexicon, ControlNamesSubjectsOrPrepositions) {
  for (const auto& [verb, role] : knowledge_->control)
    EXPECT_TRUE(std::all_of(role.begin(), role.end(), [](char c) { return c >= 'a' && c <= 'z'; })) << verb << ' ' << role;
}

TEST_F(ShippedLexicon, CodesOfCompositionAreOfTheKindThatTheirColumnSays) {
  for (const auto& [code, row] : knowledge_->composition) {
    const auto type_of = [&](const std::string& cameo) { return knowledge_->types[knowledge_->cameo.find(cameo)->second.type].name; };
    if (!row.intended.empty()) {
      EXPECT_THAT(type_of(row.intended), testing::AnyOf("AGREE", "THREATEN")) << code;
    }
    if (!row.refused.empty()) {
      EXPECT_EQ(type_of(row.refused), "REJECT") << code;
    }
    if (!row.demanded.empty()) {
      EXPECT_EQ(type_of(row.demanded), "REQUEST") << code;
    }
  }
}

}  // namespace
}  // namespace demarche
