// What each stage takes for one article, in words per second: bench_stages [--benchmark_filter=NAME] [ARTICLE.txt] (default: the example
// article).
#include <benchmark/benchmark.h>

#include <functional>
#include <memory>
#include <string>

#include "coder/coder.h"
#include "document/clean.h"
#include "reader/tokenize.h"
#include "text/table.h"
#include "time/time.h"

namespace {

using namespace demarche;

// A coding that is complete up to the stage that is timed; stages fill their own part anew.
void time_stage(benchmark::State& state, Coding& coding, const std::function<void(Coding&)>& stage) {
  for (auto _ : state) {
    stage(coding);
    benchmark::DoNotOptimize(coding.reading.words.data());
  }
  state.counters["words"] =
      benchmark::Counter(static_cast<double>(coding.reading.words.size()), benchmark::Counter::kIsIterationInvariantRate);
}

}  // namespace

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  const std::string root = DEMARCHE_SOURCE_DIR;
  const std::string path = count > 1 ? arguments[1] : root + "/examples/aegean.txt";
  const std::string bytes = read_file(path);
  const auto knowledge = load_knowledge(root + "/data", root + "/model");
  Coder coder(knowledge);
  const std::unique_ptr<Coding> coding = coder.code(clean_text(bytes));

  const std::pair<const char*, std::function<void(Coding&)>> stages[] = {
      {"document", [&](Coding&) { benchmark::DoNotOptimize(clean_text(bytes)); }},
      {"tokenize",
       [](Coding& c) {
         Reading reading;
         tokenize(c.document, reading);
         benchmark::DoNotOptimize(reading.words.data());
       }},
      {"reader", [&](Coding& c) { benchmark::DoNotOptimize(coder.reader().read(c.document)); }},
      {"speech", [&](Coding& c) { find_statements(*knowledge->speech, c); }},
      {"actors",
       [&](Coding& c) {
         find_actors(*knowledge->actors, c, [&](std::string_view name) { return country_of_city(*knowledge->gazetteer, name); });
       }},
      {"time", [](Coding& c) { find_times(c); }},
      {"places", [&](Coding& c) { find_places(*knowledge->gazetteer, c); }},
      {"events", [&](Coding& c) { find_events(*knowledge->events, c); }},
      {"positions", [&](Coding& c) { find_positions(*knowledge->events, c); }},
      {"all", [&](Coding&) { benchmark::DoNotOptimize(coder.code(clean_text(bytes))); }}};
  for (const auto& [name, stage] : stages)
    benchmark::RegisterBenchmark(name, [&coding, run = stage](benchmark::State& state) { time_stage(state, *coding, run); })->UseRealTime();
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
