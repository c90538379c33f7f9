// Work on many inputs by several threads, with the results in the order of the inputs, and never more than a few of them in memory.
#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace demarche {

// Calls `worker()` once in each of `threads` threads; what it returns is called with the numbers [first, last) of the inputs that the
// thread takes, `together` of them or fewer, and returns an output for each. `emit(number, output)` is called by one thread at a time, in
// order of the numbers. When `stop` becomes true no new input is taken; what was begun is finished and emitted.
template <class Output>
void for_each_in_order(std::size_t inputs, std::size_t threads, std::size_t together, const std::atomic<bool>& stop,
                       const std::function<std::function<std::vector<Output>(std::size_t, std::size_t)>()>& worker,
                       const std::function<void(std::size_t, Output&&)>& emit) {
  std::mutex mutex;
  std::condition_variable moved;
  std::size_t next = 0, emitted = 0;
  std::map<std::size_t, Output> waiting;
  std::exception_ptr failure;
  const std::size_t ahead = threads * together * 4;
  const auto run = [&] {
    try {
      const auto process = worker();
      for (;;) {
        std::size_t first, last;
        {
          std::unique_lock lock(mutex);
          moved.wait(lock, [&] { return next >= inputs || stop || failure || next < emitted + ahead; });
          if (next >= inputs || stop || failure) return;
          first = next;
          next = last = std::min(first + together, inputs);
        }
        std::vector<Output> outputs = process(first, last);
        std::unique_lock lock(mutex);
        for (std::size_t i = 0; i < outputs.size(); ++i) waiting.emplace(first + i, std::move(outputs[i]));
        while (!waiting.empty() && waiting.begin()->first == emitted) {
          auto soonest = waiting.extract(waiting.begin());
          emit(soonest.key(), std::move(soonest.mapped()));
          ++emitted;
        }
        moved.notify_all();
      }
    } catch (...) {
      std::unique_lock lock(mutex);
      if (!failure) failure = std::current_exception();
      moved.notify_all();
    }
  };
  std::vector<std::jthread> pool;
  for (std::size_t i = 1; i < std::min(threads, inputs); ++i) pool.emplace_back(run);
  run();
  pool.clear();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace demarche
