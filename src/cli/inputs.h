// The documents that a command is given: files and standard input, read one by one.
#pragma once

#include <string>

namespace demarche {

inline constexpr std::size_t largest_input = std::size_t{64} << 20;  // bytes

// The bytes of a file, or of standard input for "-". Throws std::runtime_error with what is wrong and what to do: no such file, a folder,
// nothing in it, a binary, or larger than `largest_input`.
std::string read_input(const std::string& path);

}  // namespace demarche
