#include "cli/output.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <string>

namespace demarche {

void print(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {  // Ctrl-C does not cut a record in two
      throw std::runtime_error(std::string("standard output cannot be written: ") + std::strerror(errno));
    }
  }
}

void complain(std::string_view path, std::string_view what) {
  const std::string line = "demarche: " + std::string(path) + (path.empty() ? "" : ": ") + std::string(what) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

std::size_t output_width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return std::clamp<std::size_t>(size.ws_col, 60, 120);
  return 100;
}

Progress::Progress(std::size_t total) : total_(total), shown_(total > 1 && isatty(STDERR_FILENO)) {}

Progress::~Progress() {
  if (shown_) std::fputs("\r\033[K", stderr);
}

void Progress::done(std::size_t count) {
  if (!shown_ || (count % 10 != 0 && count != total_)) return;
  std::fprintf(stderr, "\r%zu of %zu documents", count, total_);
  std::fflush(stderr);
}

}  // namespace demarche
