// Private to cli/.
#pragma once

#include <memory>

namespace demarche {

// Keeps what it is given until the process ends, when the system takes all its memory back at once. To take a compiled network apart first
// would be time that a command ends later, for nothing.
template <class T>
std::shared_ptr<T> until_exit(std::shared_ptr<T> thing) {
  static_cast<void>(new std::shared_ptr<T>(thing));
  return thing;
}

}  // namespace demarche
