#pragma once

#include <iosfwd>
#include <nlohmann/json.hpp>
#include <string_view>

#include "align/evaluate.hpp"

namespace eval {

/// The number that every JSON object of `hexapla eval` carries under "schema".
constexpr int schema = 1;

/// {"P": …, "R": …, "F1": …}, unrounded.
nlohmann::ordered_json to_json(const align::Rates& rates);

/// A line "strict  P 0.9000  R 0.8000  F1 0.8471".
void print_rates(std::ostream& out, std::string_view name, const align::Rates& rates);

}  // namespace eval
