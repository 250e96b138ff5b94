#include "eval/figures.hpp"

#include <fmt/format.h>

#include <ostream>

namespace eval {

nlohmann::ordered_json to_json(const align::Rates& rates) {
    return {{"P", rates.precision}, {"R", rates.recall}, {"F1", rates.f1}};
}

void print_rates(std::ostream& out, std::string_view name, const align::Rates& rates) {
    out << fmt::format("{:6}  P {:.4f}  R {:.4f}  F1 {:.4f}\n", name, rates.precision, rates.recall,
                       rates.f1);
}

}  // namespace eval
