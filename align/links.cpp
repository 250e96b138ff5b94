#include "align/links.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>
#include <set>
#include <system_error>

namespace align {
namespace {

/// Takes a line apart from left to right.
class LinkParser {
  public:
    explicit LinkParser(std::string_view line) : line_(line) {}

    LinkLine parse() {
        LinkLine link;
        link.source = side();
        expect(':');
        link.target = side();
        if (next_is(':')) {
            ++at_;
            link.cost = cost();
        }
        skip_blanks();
        if (at_ < line_.size()) refuse("nothing more was expected");
        return link;
    }

  private:
    std::vector<std::size_t> side() {
        std::vector<std::size_t> numbers;
        expect('[');
        while (!next_is(']')) {
            if (!numbers.empty()) expect(',');
            numbers.push_back(number<std::size_t>("a segment's number"));
        }
        expect(']');
        return numbers;
    }

    double cost() {
        const auto value = number<double>("a cost");
        if (!std::isfinite(value)) refuse("a cost is a finite number, found one that is not");
        return value;
    }

    template <class Number>
    Number number(std::string_view what) {
        skip_blanks();
        Number value{};
        const char* const begin = line_.data() + at_;
        const auto [end, error] = std::from_chars(begin, line_.data() + line_.size(), value);
        if (error == std::errc::result_out_of_range)
            refuse(std::string(what) + " is expected, this one is out of range");
        if (error != std::errc()) refuse(std::string(what) + " is expected");
        at_ += static_cast<std::size_t>(end - begin);
        return value;
    }

    void skip_blanks() { at_ = std::min(line_.find_first_not_of(" \t\r", at_), line_.size()); }

    bool next_is(char c) {
        skip_blanks();
        return at_ < line_.size() && line_[at_] == c;
    }

    void expect(char c) {
        if (!next_is(c)) refuse(std::string("'") + c + "' is expected");
        ++at_;
    }

    [[noreturn]] void refuse(const std::string& why) const {
        throw std::invalid_argument("not a link: " + why + " at column " + std::to_string(at_ + 1) +
                                    "; write [0,1]:[2] or [0,1]:[2]:COST");
    }

    std::string_view line_;
    std::size_t at_ = 0;
};

std::vector<std::size_t> numbers_of(SegmentRange range) {
    std::vector<std::size_t> numbers(range.size());
    std::iota(numbers.begin(), numbers.end(), range.begin);
    return numbers;
}

std::string format_side(const std::vector<std::size_t>& numbers) {
    std::string text = "[";
    for (const std::size_t number : numbers) {
        if (text.size() > 1) text += ',';
        text += std::to_string(number);
    }
    return text + ']';
}

void check_side(const std::vector<std::size_t>& side, std::set<std::size_t>& seen,
                std::optional<std::size_t> size, const std::string& name, std::size_t line) {
    for (const std::size_t n : side) {
        if (size && n >= *size) {
            throw LinkError(line, "there is no " + name + " segment " + std::to_string(n) + "; there are " +
                                      std::to_string(*size) + ", counted from 0");
        }
        if (!seen.insert(n).second) {
            throw LinkError(line, name + " segment " + std::to_string(n) +
                                      " stands in a link already; each may stand in one alone");
        }
    }
}

}  // namespace

std::optional<double> probability_of(const LinkLine& link) {
    if (!link.cost || *link.cost < 0) return std::nullopt;
    return std::exp(-*link.cost);
}

LinkLine parse_link(std::string_view line) { return LinkParser(line).parse(); }

std::vector<LinkLine> parse_links(std::string_view text) {
    std::vector<LinkLine> links;
    for (std::size_t begin = 0, number = 1; begin < text.size(); ++number) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        begin = end + 1;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        try {
            links.push_back(parse_link(line));
        } catch (const std::invalid_argument& error) {
            throw LinkError(number, error.what());
        }
        links.back().line = number;
    }
    return links;
}

void check_links(const std::vector<LinkLine>& links, const std::optional<LinkSizes>& sizes) {
    std::set<std::size_t> sources;
    std::set<std::size_t> targets;
    for (std::size_t i = 0; i < links.size(); ++i) {
        const LinkLine& link = links[i];
        const std::size_t line = link.line != 0 ? link.line : i + 1;
        check_side(link.source, sources, sizes ? std::optional(sizes->source) : std::nullopt, "source", line);
        check_side(link.target, targets, sizes ? std::optional(sizes->target) : std::nullopt, "target", line);
    }
}

std::string format_link(const LinkLine& link, double probability) {
    if (std::isnan(probability)) throw std::invalid_argument("format_link: the probability is not a number");
    const double cost = std::max(0.0, -std::log(std::clamp(probability, 1e-9, 1.0)));
    std::array<char, 16> digits{};
    const auto [end, error] =
        std::to_chars(digits.data(), digits.data() + digits.size(), cost, std::chars_format::fixed, 4);
    if (error != std::errc()) throw std::logic_error("format_link: a cost of at most 20.7233 fits");
    return format_side(link.source) + ':' + format_side(link.target) + ':' + std::string(digits.data(), end);
}

std::string format_link(SegmentRange source, SegmentRange target, double probability) {
    return format_link(LinkLine{numbers_of(source), numbers_of(target), {}, 0}, probability);
}

}  // namespace align
