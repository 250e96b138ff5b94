#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tmx {

/// An inline code of a segment: `<bpt i="1" x="2" type="bold">`.
struct Code {
    std::string element;  ///< bpt, ept, ph, it, hi, ut, sub, or what is there against the DTD
    std::string i;
    std::string x;
    std::string type;
    std::string pos;
    friend bool operator==(const Code&, const Code&) = default;
};

/// The codes of a segment's XML in order. Throws std::invalid_argument when it is not well-formed.
std::vector<Code> codes_of(std::string_view segment);

}  // namespace tmx
