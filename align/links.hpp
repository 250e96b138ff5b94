#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "align/ranges.hpp"

/// The text form of beads, a line each: `[0,1]:[2]:0.1234`. Numbers count the segments of a side from 0; a
/// side without a partner is `[]`; the third part, which may be missing, is a cost. Vecalign and Bertalign
/// write the same form.
namespace align {

/// One line as read. The numbers stand in the order they were written in.
struct LinkLine {
    std::vector<std::size_t> source, target;
    std::optional<double> cost;  ///< -ln probability where this program wrote it; lower is better
    std::size_t line = 0;        ///< where it stands in its file, counted from 1; 0: it is of no file
    friend bool operator==(const LinkLine&, const LinkLine&) = default;
};

/// The probability that the link's cost stands for; none where it has no cost, or one below 0, which stands
/// for none.
std::optional<double> probability_of(const LinkLine& link);

/// How many segments the two sides have.
struct LinkSizes {
    std::size_t source = 0;
    std::size_t target = 0;
};

/// A file of links is wrong at one line. what() is the reason without the line.
struct LinkError : std::invalid_argument {
    LinkError(std::size_t at, const std::string& reason) : std::invalid_argument(reason), line(at) {}
    std::size_t line;  ///< counted from 1
};

/// Reads one line; blanks between its parts do not matter. Throws std::invalid_argument with the reason.
LinkLine parse_link(std::string_view line);

/// Reads a text of links, a line each; blank lines are passed over. Throws LinkError. Whether the numbers
/// make sense together is asked by `check_links`.
std::vector<LinkLine> parse_links(std::string_view text);

/// Throws LinkError at the first link with a segment that stands in a link already or, where the sizes are
/// known, that its side does not have.
void check_links(const std::vector<LinkLine>& links, const std::optional<LinkSizes>& sizes = std::nullopt);

/// A bead as a line without line feed. The cost is -ln probability with 4 decimals, at least 0.0000 and, for
/// probabilities below 1e-9, 20.7233. Throws std::invalid_argument when the probability is not a number.
std::string format_link(SegmentRange source, SegmentRange target, double probability);
/// The same for segments named one by one; the link's own cost is not looked at.
std::string format_link(const LinkLine& link, double probability);

}  // namespace align
