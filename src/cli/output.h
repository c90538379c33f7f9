// Standard output and standard error as the commands use them.
#pragma once

#include <string_view>

namespace demarche {

// Writes all of it at once, past any buffer; a signal does not cut it short. Throws std::runtime_error when standard output is gone (a
// closed pipe, a full disk).
void print(std::string_view text);
// `demarche: path: what` on standard error.
void complain(std::string_view path, std::string_view what);
// Columns of the terminal on standard output; 100 where it is none.
std::size_t output_width();

// A line on standard error that says how far the work is; shown on a terminal alone.
class Progress {
 public:
  explicit Progress(std::size_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void done(std::size_t count);

 private:
  std::size_t total_;
  bool shown_;
};

}  // namespace demarche
