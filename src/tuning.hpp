#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus.hpp"

namespace hexapla {

/// Sets numbers of the method by name, for those who develop: "temperature=1.2,smoothing=8". Throws
/// UsageError naming what it does not know.
void set_numbers(CorpusOptions& options, std::string_view assignments);

/// The names that set_numbers knows.
std::vector<std::string> names_of_numbers();

}  // namespace hexapla
