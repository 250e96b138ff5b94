#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "align/document.hpp"
#include "align/unicode.hpp"
#include "tmx/text.hpp"
#include "tmx/unit.hpp"
#include "tmx/writer.hpp"

namespace {

/// The sentences of a text as a document of one paragraph.
align::Document cut(const std::string& language, const std::string& text) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    for (const std::size_t end : align::sentence_ends(text, language)) {
        lines.emplace_back(align::trim(std::string_view(text).substr(begin, end - begin)));
        begin = end;
    }
    return align::document_of_lines(language, lines);
}

void write_memory(std::ostream& out, const align::Document& source, const align::Document& target) {
    tmx::Header header;
    header.creation_tool = "consumer";
    header.creation_tool_version = "1.0";
    header.source_language = source.language();
    tmx::Writer writer(out, header);
    for (std::size_t i = 0; i < source.segments().size(); ++i) {
        tmx::Unit unit;
        unit.id = "unit-" + std::to_string(i + 1);
        for (const align::Document* side : {&source, &target}) {
            tmx::Variant variant;
            variant.language = side->language();
            variant.segment = tmx::escape(side->text_of(side->segments()[i]));
            unit.variants.push_back(variant);
        }
        writer.write(unit);
    }
    writer.finish();
}

}  // namespace

int main() {
    try {
        write_memory(std::cout, cut("en", "Rain & wind. Then the sun came."),
                     cut("de", "Regen & Wind. Dann kam die Sonne."));
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
