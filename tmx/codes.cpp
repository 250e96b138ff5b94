#include "tmx/codes.hpp"

#include <stdexcept>

#include "tmx/entities.hpp"
#include "tmx/scanner.hpp"

namespace tmx {

std::vector<Code> codes_of(std::string_view segment) {
    std::vector<Code> codes;
    if (segment.find('<') == std::string_view::npos) return codes;
    Scanner scanner(segment);
    try {
        for (Token token = scanner.next(); token.kind != Token::Kind::finish; token = scanner.next()) {
            if (token.kind != Token::Kind::start && token.kind != Token::Kind::empty) continue;
            Code& code = codes.emplace_back();
            code.element = token.name;
            for (const RawAttribute& attribute : token.attributes) {
                std::string* value = attribute.name == "i"      ? &code.i
                                     : attribute.name == "x"    ? &code.x
                                     : attribute.name == "type" ? &code.type
                                     : attribute.name == "pos"  ? &code.pos
                                                                : nullptr;
                if (value != nullptr) append_unescaped(*value, attribute.value);
            }
        }
    } catch (const ParseError& error) {
        throw std::invalid_argument(std::string("the segment is not well-formed XML: ") + error.what());
    }
    return codes;
}

}  // namespace tmx
