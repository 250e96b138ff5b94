// Writes the memories that the acceptance tests give to other tools: FOLDER/plain.tmx, as the program writes
// them (trimmed, no line breaks), and FOLDER/awkward.tmx, with all that the writer accepts.

#include <filesystem>
#include <fstream>
#include <iostream>

#include "tmx/sample.hpp"
#include "tmx/writer.hpp"

namespace {

void write(const std::filesystem::path& path, const tmx::Header& header,
           const std::vector<tmx::Unit>& units) {
    std::ofstream out(path, std::ios::binary);
    tmx::Writer writer(out, header);
    for (const tmx::Unit& unit : units) writer.write(unit);
    writer.finish();
}

std::vector<tmx::Unit> plain_units() {
    std::vector<tmx::Unit> units = {
        sample_unit("p.1", "Es regnet.", "Идёт дождь."),
        sample_unit("p.2", "Erst regnet es. Dann scheint die Sonne!", "Сначала дождь. Потом солнце!"),
        sample_unit("p.3", "\"Zitat\" und 'Zitat' & <b>mehr</b>", "«Цитата» & <b>ещё</b> ]]>"),
        sample_unit("p.4", "10\u00a0000 km bis 中国, sagt عمر 😀.",
                    "10\u00a0000 км до 中国 👩‍💻."),
        sample_unit("p.5", "&amp; ist kein Zeichen, &#10; auch nicht.", "&lt; тоже нет."),
        sample_unit("p.6", "Zwei  Leerzeichen und ein Satz mit z. B. und Dr. Müller.",
                    "Два  пробела, т. е. д-р Мюллер.")};
    for (tmx::Unit& unit : units) {
        unit.creation_date = "20230428T060000Z";
        unit.properties = {
            {"x-confidence", "0.93"}, {"x-bead", "1-1"}, {"x-url", "https://example.org/?a=1&b=2"}};
    }
    return units;
}

std::vector<tmx::Unit> awkward_units() {
    std::vector<tmx::Unit> units;
    for (const std::string& text : awkward_texts()) {
        tmx::Unit unit = sample_unit("a." + std::to_string(units.size()), text, text + " (ru)");
        unit.properties = {{"x-text", text}};
        unit.notes = {{text, {{"xml:lang", "de"}}}};
        unit.attributes = {{"changeid", text}, {"usagecount", "3"}, {"srclang", "*all*"}};
        unit.variants[1].properties = {{"x-text", text}};
        unit.variants[1].attributes = {{"lastusagedate", "20230429T000000Z"}};
        units.push_back(unit);
    }
    tmx::Unit codes = sample_unit("a.codes", "-", "Один");
    codes.variants[0].segment =
        " <bpt i=\"1\" x='1' type=\"bold\">&lt;b></bpt>Eins<ept i=\"1\">&lt;/b></ept> <ph "
        "assoc=\"p\">&lt;img title=\""
        "<sub type=\"t\">Bild</sub>\"></ph><it pos='begin'>&lt;i></it><hi type=\"x\">zwei "
        "<ut>u</ut></hi><!-- c -->";
    codes.variants.push_back({"zh-CN", tmx::escape("一")});
    units.push_back(codes);
    return units;
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc != 2) {
        std::cerr << "usage: write_samples FOLDER\n";
        return 2;
    }
    const std::filesystem::path folder(argv[1]);
    tmx::Header header = sample_header();
    write(folder / "plain.tmx", header, plain_units());
    header.properties = {{"x-a", "b"}};
    header.notes = {{"c", {}}};
    header.attributes = {{"changedate", "20230429T000000Z"}};
    write(folder / "awkward.tmx", header, awkward_units());
} catch (const std::exception& error) {
    std::cerr << "write_samples: " << error.what() << '\n';
    return 1;
}
