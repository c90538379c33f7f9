#include "petrarch/rules.h"
namespace demarche::petrarch {
void code_by_phrases(const Scene& scene, Events& events) { code_linear(scene, events); }
}
