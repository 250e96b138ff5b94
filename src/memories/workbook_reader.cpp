#include <fmt/format.h>

#include <pugixml.hpp>
#include <stdexcept>
#include <vector>

#include "memories/forms.hpp"
#include "xlsx/package.hpp"

namespace memories {
namespace {

/// Limit against workbooks packed to take memory without end.
constexpr std::size_t most_bytes = std::size_t{512} << 20U;

std::string whole_part(xlsx::Package& package) {
    std::string text;
    for (std::string_view piece = package.read(); !piece.empty(); piece = package.read()) {
        text += piece;
        if (text.size() > most_bytes)
            throw std::invalid_argument("a part has more than 512 MB; part the workbook");
    }
    return text;
}

pugi::xml_document parsed(const std::string& text) {
    pugi::xml_document document;
    if (!document.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata))
        throw std::invalid_argument("a part is no XML; save the workbook again");
    return document;
}

/// The text of <si> or <is>: runs of different looks are one text.
std::string text_of(const pugi::xml_node& node) {
    std::string text = node.child("t").text().get();
    for (const pugi::xml_node run : node.children("r")) text += run.child("t").text().get();
    return text;
}

/// "B17" is column 1.
std::size_t column_of(std::string_view reference) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    }
    return column == 0 ? 0 : column - 1;
}

std::string value_of(const pugi::xml_node& cell, const std::vector<std::string>& shared) {
    const std::string_view type = cell.attribute("t").value();
    if (type == "inlineStr") return text_of(cell.child("is"));
    if (type != "s") return cell.child("v").text().get();
    const auto number = cell.child("v").text().as_ullong(shared.size());
    if (number >= shared.size()) throw std::invalid_argument("a cell names no text; save the workbook again");
    return shared[number];
}

std::vector<std::string> row_of(const pugi::xml_node& row, const std::vector<std::string>& shared) {
    constexpr std::size_t columns = 5;
    std::vector<std::string> values(columns);
    for (const pugi::xml_node cell : row.children("c")) {
        const std::size_t column = column_of(cell.attribute("r").value());
        if (column < columns) values[column] = value_of(cell, shared);
    }
    return values;
}

std::string behind(const std::string& text, std::string_view front) {
    if (!text.starts_with(front))
        throw std::invalid_argument(
            "the first sheet is none that 'tmx convert' wrote: its columns are tuid, "
            "'Source: TAG', 'Target: TAG'");
    return text.substr(front.size());
}

}  // namespace

void read_xlsx(const std::string& file, const UnitHandler& give) {
    std::string strings;
    std::string sheet;
    xlsx::Package package(file);
    while (package.next()) {
        if (package.name() == "xl/sharedStrings.xml") strings = whole_part(package);
        if (package.name() == "xl/worksheets/sheet1.xml") sheet = whole_part(package);
    }
    std::vector<std::string> shared;
    if (!strings.empty()) {
        const pugi::xml_document document = parsed(strings);
        for (const pugi::xml_node each : document.document_element().children("si"))
            shared.push_back(text_of(each));
    }
    const pugi::xml_document document = parsed(sheet);
    LanguagePair languages;
    for (const pugi::xml_node row : document.document_element().child("sheetData").children("row")) {
        const std::vector<std::string> values = row_of(row, shared);
        if (languages.source.empty()) {
            languages = {behind(values[1], "Source: "), behind(values[2], "Target: ")};
            continue;
        }
        if (values[1].empty() || values[2].empty()) continue;
        tmx::Unit unit = unit_of(languages, values[1], values[2]);
        unit.id = values[0];
        unit.creation_date = values[4];
        if (!values[3].empty()) unit.properties.push_back({"x-confidence", values[3]});
        give(unit);
    }
}

}  // namespace memories
