#include "cli/inputs.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <stdexcept>

namespace demarche {
namespace {

std::runtime_error too_large() {
  return std::runtime_error("is larger than " + std::to_string(largest_input >> 20) + " MiB; split it into its articles");
}

// A text holds no NUL and few other control characters.
bool looks_binary(const std::string& bytes) {
  const std::size_t looked_at = std::min<std::size_t>(bytes.size(), 65536);
  std::size_t controls = 0;
  for (std::size_t i = 0; i < looked_at; ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    if (c == 0) return true;
    controls += c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  }
  return controls * 20 > looked_at;
}

}  // namespace

std::string read_input(const std::string& path) {
  const bool standard = path == "-";
  if (!standard && std::filesystem::is_directory(path)) {
    throw std::runtime_error("is a folder; name the files in it, as " + (std::filesystem::path(path) / "*.txt").string());
  }
  struct Close {
    void operator()(std::FILE* open) const { std::fclose(open); }
  };
  std::unique_ptr<std::FILE, Close> opened;
  std::FILE* file = stdin;
  if (!standard) {
    opened.reset(std::fopen(path.c_str(), "rb"));
    if (!opened) throw std::runtime_error(std::strerror(errno));
    file = opened.get();
    std::error_code unknown;
    if (const auto size = std::filesystem::file_size(path, unknown); !unknown && size > largest_input) throw too_large();
  }
  std::string bytes;
  char buffer[65536];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file)) {
    bytes.append(buffer, count);
    if (bytes.size() > largest_input) throw too_large();
  }
  if (std::ferror(file)) throw std::runtime_error(std::string("cannot be read: ") + std::strerror(errno));
  if (looks_binary(bytes)) throw std::runtime_error("is no text, but a binary file");
  if (bytes.find_first_not_of(" \t\r\n\f\v") == std::string::npos) throw std::runtime_error("holds no text");
  return bytes;
}

}  // namespace demarche
