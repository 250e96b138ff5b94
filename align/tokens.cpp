#include "align/tokens.hpp"

namespace align {

std::vector<Token> tokenize(std::string_view segment, std::string_view language) {
    std::vector<Token> tokens;
    for (const WordSpan& span : words_of(segment, language)) {
        tokens.push_back({std::string(segment.substr(span.bytes.begin, span.bytes.size())), span.kind});
    }
    return tokens;
}

}  // namespace align
