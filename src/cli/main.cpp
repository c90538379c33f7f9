// demarche: who did or said what to whom, when, where, and on whose word. See `demarche --help`.
#include <CLI/CLI.hpp>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <map>
#include <thread>

#include "cli/commands.h"
#include "cli/output.h"

namespace {

using namespace demarche;

constexpr int wrong_use = 2;

// Set by Ctrl-C; the one thing that a signal handler can reach.
std::atomic<bool> stop{false};

void on_interrupt(int) {
  if (stop.exchange(true)) std::_Exit(130);  // a second Ctrl-C does not wait
}

std::filesystem::path own_path(const char* name) {
  std::error_code unknown;
  const auto path = std::filesystem::read_symlink("/proc/self/exe", unknown);
  return unknown ? std::filesystem::path(name) : path;
}

void add_document_options(CLI::App& command, DocumentOptions& options) {
  command
      .add_option_function<std::string>(
          "--date",
          [&options](const std::string& text) {
            options.published = parse_date(text);
            if (!options.published) throw CLI::ValidationError("--date", "'" + text + "' is no day written YYYY-MM-DD");
          },
          "Day of publication, where the document states none")
      ->type_name("YYYY-MM-DD");
  command.add_option("--publisher", options.publisher, "Who published the documents")->type_name("NAME");
}

}  // namespace

int main(int count, char** arguments) {
  CLI::App app{
      "Codes political events: who did or said what to whom, when, where, and on whose word,\n"
      "every record traceable to the characters that say it.\n"};
  app.name("demarche");
  app.set_version_flag("--version", DEMARCHE_VERSION);
  app.require_subcommand(1);
  app.fallthrough();  // --home and --model may stand behind the command, too
  app.failure_message(CLI::FailureMessage::simple);
  app.footer(
      "Examples:\n"
      "  demarche code article.txt --date 2019-05-03            a report to read\n"
      "  demarche code corpus/*.txt --format jsonl > events.jsonl\n"
      "  demarche parse article.txt                             CoNLL-U\n"
      "\nExit status: 0 all well, 1 some inputs failed (each named on standard error), 2 wrong use, 130 stopped by Ctrl-C.");
  std::string home;
  app.add_option("--home", home, "Folder that holds data/ and model/ (else $DEMARCHE_HOME, else what was installed)")->type_name("DIR");
  std::string model;
  app.add_option("--model", model,
                 "Folder of the networks (default: model/ of the home; model/fast of it holds a faster reader that is less often right)")
      ->type_name("DIR");

  CodeCommand code;
  code.threads = std::max(1u, std::thread::hardware_concurrency());
  CLI::App* code_command = app.add_subcommand("code", "Find events, statements and positions in documents");
  code_command->add_option("paths", code.paths, "Text files; - is standard input")->required()->type_name("PATH");
  add_document_options(*code_command, code.document);
  code_command
      ->add_option_function<std::string>(
          "--format",
          [&code](const std::string& text) {
            static const std::map<std::string, Format> formats = {
                {"report", Format::report}, {"jsonl", Format::jsonl}, {"csv", Format::csv}};
            const auto found = formats.find(text);
            if (found == formats.end()) throw CLI::ValidationError("--format", "'" + text + "' is none of report, jsonl and csv");
            code.format = found->second;
          },
          "report (to read), jsonl (all records), csv (events)")
      ->option_text("report|jsonl|csv");
  code_command->add_flag("--explain", code.records.explain, "Say which rule or score decided, and how each actor hangs on the trigger");
  code_command
      ->add_option("--min-confidence", code.records.min_confidence,
                   "Leave out events below this confidence; at 0.8 about four of five are right")
      ->check(CLI::Range(0.0, 1.0))
      ->option_text("0..1");
  code_command->add_option("--threads", code.threads, "Documents coded at the same time (default: one per processor)")
      ->check(CLI::Range(1, 256))
      ->option_text("N");

  CleanCommand clean;
  CLI::App* clean_command = app.add_subcommand("clean", "Only find the article in scraped text: `document` records");
  clean_command->add_option("paths", clean.paths, "Text files; - is standard input")->required()->type_name("PATH");
  add_document_options(*clean_command, clean.document);

  ParseCommand parse;
  std::string from = "text";
  CLI::App* parse_command = app.add_subcommand("parse", "Only read the language: CoNLL-U");
  parse_command->add_option("paths", parse.paths, "Text or CoNLL-U files; - is standard input")->required()->type_name("PATH");
  parse_command
      ->add_option("--from", from, "text, lines (each a text of its own, taken as it is), or conllu (keeps its tokens and sentences)")
      ->check(CLI::IsMember({"text", "lines", "conllu"}))
      ->default_str("text");
  parse_command->add_flag("--coreference", parse.coreference, "Mark mentions of actors, and which are the same, in MISC: Entity=");

  PairsCommand pairs;
  CLI::App* pairs_command = app.add_subcommand("pairs", "Type what a marked source does to a marked target");
  pairs_command->add_option("file", pairs.path, "Tab-separated, with a column marked_sentence: <s>…</s> does it to <t>…</t>")
      ->required()
      ->type_name("FILE.tsv");
  pairs_command->add_flag("--explain", pairs.explain, "Add what the network and the lexicon say of each row");

  ValidateCommand validate;
  CLI::App* validate_command = app.add_subcommand("validate", "Code PETRARCH's validation records by their own dictionaries, and compare");
  validate_command->add_option("files", validate.paths, "Records, in PETRARCH's XML")->required()->type_name("FILE.xml");
  validate_command->add_option("--dictionaries", validate.dictionaries, "Folder of the dictionaries that the records name")
      ->required()
      ->type_name("DIR");
  validate_command->add_option("--verbs", validate.verbs, "Verb dictionary in that folder, instead of the one that the records name")
      ->type_name("NAME");
  validate_command->add_option("--actors", validate.actors, "Actor dictionaries, likewise")->delimiter(',')->type_name("NAME,…");
  validate_command->add_option("--agents", validate.agents, "Agent dictionary, likewise")->type_name("NAME");
  validate_command->add_flag("--explain", validate.explain, "Say which line of the verb dictionary each event comes from");
  validate_command->add_option("--discards", validate.discards, "Discard list, likewise")->type_name("NAME");

  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : wrong_use;
  }
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);

  try {
    Installation installation = home.empty() ? find_installation(own_path(arguments[0]), DEMARCHE_SOURCE_DIR)
                                             : Installation{std::filesystem::path(home) / "data", std::filesystem::path(home) / "model"};
    if (!model.empty()) installation.model = model;
    if (*code_command) return run_code(code, installation, stop);
    if (*clean_command) return run_clean(clean, stop);
    if (*pairs_command) return run_pairs(pairs, installation);
    if (*validate_command) return run_validate(validate, installation, stop);
    parse.from_conllu = from == "conllu";
    parse.from_lines = from == "lines";
    return run_parse(parse, installation, stop);
  } catch (const std::exception& error) {
    complain("", error.what());
    return 1;
  }
}
