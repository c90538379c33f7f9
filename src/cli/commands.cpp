#include "cli/commands.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <sstream>

#include "cli/inputs.h"
#include "cli/ordered.h"
#include "cli/output.h"
#include "cli/until_exit.h"
#include "coder/coder.h"
#include "document/clean.h"
#include "reader/conllu.h"
#include "records/coreference.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace demarche {
namespace {

constexpr int some_failed = 1;
constexpr int interrupted = 130;

// FNV-1a of where the document came from and what it says: the same for the same input, in any run.
std::string document_id(const Document& document) {
  std::uint64_t hash = 14695981039346656037u;
  const auto add = [&](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  };
  add(document.uri);
  add(std::string_view("\0", 1));
  add(document.text);
  char text[20];
  std::snprintf(text, sizeof text, "d%016llx", static_cast<unsigned long long>(hash));
  return text;
}

Document read_document(const std::string& path, const DocumentOptions& options) {
  Document document = clean_text(read_input(path), options);
  document.uri = path;
  document.id = document_id(document);
  return document;
}

// What became of one input: text for standard output, or what went wrong, and warnings beside either.
struct Outcome {
  std::string text;
  std::optional<std::string> failure;
  std::vector<std::string> warnings;
};

// No more sessions than there are threads or inputs: each costs time and memory.
std::size_t sessions_for(std::size_t inputs, std::size_t threads) { return std::max<std::size_t>(1, std::min(inputs, threads)); }

// Gives back what a document needed and the next may not: documents differ so much in size that the heap would grow for as long as there
// are larger ones. Costs less than a hundredth of the document's time.
void give_back_memory() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

using Worker = std::function<std::function<std::vector<Outcome>(std::size_t, std::size_t)>()>;

// Runs the work over all paths, prints in order, and counts failures.
int run_over(const std::vector<std::string>& paths, std::size_t threads, std::size_t together, const std::atomic<bool>& stop,
             const Worker& worker) {
  std::size_t failures = 0, done = 0;
  Progress progress(paths.size());
  for_each_in_order<Outcome>(paths.size(), threads, together, stop, worker, [&](std::size_t number, Outcome&& outcome) {
    for (const std::string& warning : outcome.warnings) complain(paths[number], warning);
    if (outcome.failure) {
      complain(paths[number], *outcome.failure);
      ++failures;
    }
    print(outcome.text);
    progress.done(++done);
  });
  if (stop && done < paths.size()) {
    complain("", "stopped; " + std::to_string(done) + " of " + std::to_string(paths.size()) + " inputs are done, and printed whole");
    return interrupted;
  }
  return failures ? some_failed : 0;
}

// A worker that does one input after the other.
std::function<std::vector<Outcome>(std::size_t, std::size_t)> one_by_one(std::function<Outcome(std::size_t)> work) {
  return [work = std::move(work)](std::size_t first, std::size_t last) {
    std::vector<Outcome> outcomes;
    for (std::size_t number = first; number < last; ++number) outcomes.push_back(work(number));
    return outcomes;
  };
}

void append_records(std::string& out, const CodeCommand& command, const Coding& coding, std::size_t width) {
  switch (command.format) {
    case Format::jsonl:
      return append_jsonl(out, coding, command.records);
    case Format::csv:
      return append_csv(out, coding, command.records);
    case Format::report:
      return append_report(out, coding, command.records, width);
  }
}

// How many inputs a thread takes at a time, and how much text is coded together, by all threads: enough to fill the network's batches,
// little enough for memory, and for who waits for the next line or for the end after Ctrl-C.
constexpr std::size_t documents_together = 32;
constexpr std::size_t bytes_together = 96 * 1024;

std::vector<Outcome> code_inputs(Coder& coder, const CodeCommand& command, std::size_t width, std::size_t first, std::size_t last) {
  std::vector<Outcome> outcomes(last - first);
  std::vector<std::unique_ptr<Coding>> codings;
  std::vector<Outcome*> whose;  // the outcome of each coding
  const std::size_t most_bytes = bytes_together / sessions_for(command.paths.size(), command.threads);
  std::size_t bytes = 0;
  const auto code_them = [&] {
    bool coded = true;
    try {
      coder.code(codings);
    } catch (const std::exception&) {
      coded = false;  // one of them failed: they are coded again one by one, to lose no other and to tell which
    }
    for (std::size_t i = 0; i < codings.size(); ++i) {
      try {
        if (!coded) coder.code({&codings[i], 1});
        if (command.records.explain) coder.explain(*codings[i]);
        append_records(whose[i]->text, command, *codings[i], width);
      } catch (const std::exception& error) {
        whose[i]->failure = error.what();
      }
      codings[i].reset();
    }
    codings.clear();
    whose.clear();
    bytes = 0;
    give_back_memory();
  };
  for (std::size_t number = first; number < last; ++number) {
    Outcome& outcome = outcomes[number - first];
    try {
      auto coding = std::make_unique<Coding>();
      coding->document = read_document(command.paths[number], command.document);
      outcome.warnings = coding->document.warnings;
      bytes += coding->document.text.size();
      codings.push_back(std::move(coding));
      whose.push_back(&outcome);
    } catch (const std::exception& error) {
      outcome.failure = error.what();
    }
    if (bytes >= most_bytes) code_them();
  }
  if (!codings.empty()) code_them();
  return outcomes;
}

}  // namespace

Installation find_installation(const std::filesystem::path& program, const std::filesystem::path& source) {
  if (const char* home = std::getenv("DEMARCHE_HOME")) return {std::filesystem::path(home) / "data", std::filesystem::path(home) / "model"};
  const auto shared = program.parent_path().parent_path() / "share" / "demarche";
  if (std::filesystem::exists(shared / "data")) return {shared / "data", shared / "model"};
  return {source / "data", source / "model"};
}

int run_code(const CodeCommand& command, const Installation& installation, const std::atomic<bool>& stop) {
  const auto knowledge =
      until_exit(load_knowledge(installation.data, installation.model, sessions_for(command.paths.size(), command.threads)));
  const std::size_t width = output_width();
  if (command.format == Format::csv) {
    std::string header;
    append_csv_header(header);
    print(header);
  }
  return run_over(command.paths, command.threads, documents_together, stop, [&] {
    auto coder = std::make_shared<Coder>(knowledge);
    return [&, coder](std::size_t first, std::size_t last) { return code_inputs(*coder, command, width, first, last); };
  });
}

int run_clean(const CleanCommand& command, const std::atomic<bool>& stop) {
  return run_over(command.paths, 1, 1, stop, [&] {
    return one_by_one([&](std::size_t number) {
      Outcome outcome;
      try {
        const Document document = read_document(command.paths[number], command.document);
        outcome.warnings = document.warnings;
        append_document_jsonl(outcome.text, document);
      } catch (const std::exception& error) {
        outcome.failure = error.what();
      }
      return outcome;
    });
  });
}

namespace {

// What `parse` needs beside the reader to say which mentions are the same.
struct CoreferenceKnowledge {
  std::shared_ptr<const SpeechLexicon> speech;
  std::shared_ptr<const ActorKnowledge> actors;
};

// Writes the coding's document, with MISC of each word where that is asked for.
void write_reading(std::ostream& out, const CoreferenceKnowledge& knowledge, Coding& coding, const std::vector<std::string>& comments) {
  Misc misc;
  if (knowledge.actors) {
    find_statements(*knowledge.speech, coding);
    find_actors(*knowledge.actors, coding);
    misc = {entity_comment, entity_marks(coding)};
  }
  write_conllu(out, coding.document, coding.reading, comments, misc);
}

// The given comments, but for one of another's entities, with ours.
void say_entities(std::vector<std::string>& comments) {
  for (std::size_t i = 0; i < comments.size(); ++i) {
    std::string kept;
    std::istringstream lines(comments[i]);
    for (std::string line; std::getline(lines, line);)
      if (!line.starts_with("# global.Entity")) kept += (kept.empty() ? "" : "\n") + line;
    if (i == 0) {
      const std::size_t after = kept.starts_with("# newdoc") ? std::min(kept.find('\n'), kept.size()) : 0;
      kept = after == 0 ? std::string(entity_comment) + (kept.empty() ? "" : "\n") + kept
                        : kept.substr(0, after) + "\n" + std::string(entity_comment) + kept.substr(after);
    }
    comments[i] = std::move(kept);
  }
}

}  // namespace

int run_parse(const ParseCommand& command, const Installation& installation, const std::atomic<bool>& stop) {
  const auto model = until_exit(load_model(installation.model, 1));
  CoreferenceKnowledge knowledge;
  if (command.coreference) knowledge = {load_speech_lexicon(installation.data), load_actor_knowledge(installation.data)};
  return run_over(command.paths, 1, 1, stop, [&] {
    auto session = std::make_shared<ReaderSession>(model);
    return one_by_one([&, session](std::size_t number) {
      Outcome outcome;
      try {
        std::ostringstream out;
        const ReadingOptions options{.attributions = command.coreference, .names = command.coreference, .hidden = false};
        const auto read = [&](Document document) {
          Coding coding;
          coding.document = std::move(document);
          coding.reading = session->read(coding.document, options);
          write_reading(out, knowledge, coding, {});
        };
        if (command.from_conllu) {
          for (GivenDocument& given : read_conllu(read_input(command.paths[number]))) {
            Coding coding;
            coding.document = std::move(given.document);
            coding.reading = std::move(given.reading);
            session->annotate(coding.reading, options);
            if (command.coreference) say_entities(given.comments);
            write_reading(out, knowledge, coding, given.comments);
          }
        } else if (command.from_lines) {
          std::istringstream lines(read_input(command.paths[number]));
          std::string line;
          for (std::size_t count = 1; std::getline(lines, line); ++count) {
            Document document = whole_text(line);
            document.id = std::to_string(count);
            read(std::move(document));
          }
        } else {
          Document document = whole_text(read_input(command.paths[number]));
          document.uri = command.paths[number];
          document.id = document_id(document);
          outcome.warnings = document.warnings;
          read(std::move(document));
        }
        outcome.text = std::move(out).str();
      } catch (const std::exception& error) {
        outcome.failure = error.what();
      }
      return outcome;
    });
  });
}

}  // namespace demarche
