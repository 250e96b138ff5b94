#include "align/numbers.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

#include "align/unicode.hpp"

namespace align {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<std::string> runs_of_digits(std::string_view ascii) {
    std::vector<std::string> runs;
    bool within = false;
    for (const char c : ascii) {
        if (!is_digit(c)) {
            within = false;
            continue;
        }
        if (!within) runs.emplace_back();
        runs.back() += c;
        within = true;
    }
    return runs;
}

void strip_leading_zeros(std::string& digits) {
    const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
    digits.erase(0, first);
}

}  // namespace

std::optional<std::string> number_value(std::string_view text) {
    const std::vector<std::string> runs = runs_of_digits(to_ascii_digits(text));
    if (runs.empty()) return std::nullopt;
    std::string value = runs.front();
    std::string fraction;
    for (std::size_t i = 1; i < runs.size(); ++i) {
        if (runs[i].size() == 3 && fraction.empty()) {
            value += runs[i];
        } else {
            fraction += (fraction.empty() ? "." : "-") + runs[i];
        }
    }
    strip_leading_zeros(value);
    return value + fraction;
}

}  // namespace align
