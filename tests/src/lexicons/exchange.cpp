// Termbases and memories: what other tools write.

#include "catch.hpp"
#include "errors.hpp"
#include "lexicons/any_file.hpp"
#include "lexicons/memory_file.hpp"
#include "lexicons/tbx.hpp"
#include "src/lexicons/made_dictionary.hpp"

using align::ListEntry;
using Catch::Matchers::Contains;
using Forms = std::vector<std::string>;
using hexapla::InputError;
using lexicons::Contents;
using lexicons::Languages;

namespace {

constexpr const char* version_2 = R"(<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>made up</p></sourceDesc></fileDesc></martifHeader>
<text><body>
<termEntry id="c1">
 <langSet xml:lang="de-DE"><tig><term>Haushalt &amp; Finanzen</term><termNote type="partOfSpeech">noun</termNote></tig>
  <ntig><termGrp><term>Etat</term></termGrp></ntig></langSet>
 <langSet xml:lang='en'><descrip>about money</descrip><tig><term><hi>bud</hi>get</term></tig></langSet>
 <langSet xml:lang="fr"><tig><term>budget</term></tig></langSet>
</termEntry>
<termEntry id="c2"><langSet xml:lang="de"><tig><term>Deich</term></tig></langSet></termEntry>
<termEntry id="c3"><langSet xml:lang="de"><tig><term> </term></tig></langSet>
 <langSet xml:lang="en"><tig><term>dike</term></tig></langSet></termEntry>
</body></text></martif>)";

constexpr const char* version_3 = R"(<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="c1"><langSec xml:lang="pt-BR"><termSec><term>trem</term></termSec></langSec>
<langSec xml:lang="pt"><termSec><term>comboio</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>train</term></termSec></langSec></conceptEntry>
</body></text></tbx>)";

constexpr const char* memory = R"(<?xml version="1.0"?>
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"
srclang="en" datatype="plaintext"/><body>
<tu><tuv xml:lang="en-GB"><seg>The dike <bpt i="1">&lt;b></bpt>held<ept i="1">&lt;/b></ept>.</seg></tuv>
<tuv xml:lang="de"><seg>Der Deich hielt.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Alone.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg> </seg></tuv><tuv xml:lang="de"><seg>Leer.</seg></tuv></tu>
</body></tmx>)";

Contents read(const std::filesystem::path& file, const Languages& languages, const Languages& unnamed = {}) {
    return lexicons::read_file(file, languages, unnamed.empty() ? languages : unnamed,
                               [](std::string_view) { return true; });
}

std::string refusal_of(const std::string& name, const std::string& text) {
    const TemporaryFolder folder;
    return error_of<InputError>([&] { read(folder.write(name, text), {"de", "en"}); });
}

}  // namespace

TEST_CASE("a termbase gives an entry for each concept with terms in both languages") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.tbx", version_2);
    const auto entries = lexicons::read_tbx(file, {"de", "en"});
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].source == Forms{"Haushalt & Finanzen", "Etat"});
    CHECK(entries[0].target == Forms{"budget"});
    CHECK(lexicons::read_tbx(file, {"fr", "de"}).at(0).source == Forms{"budget"});
    CHECK(lexicons::read_tbx(file, {"de", "ru"}).empty());
}

TEST_CASE("the third version of TBX is read too, the nearest section of a language's") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.tbx", version_3);
    CHECK(lexicons::read_tbx(file, {"pt-BR", "en"}).at(0).source == Forms{"trem"});
    CHECK(lexicons::read_tbx(file, {"pt", "en"}).at(0).source == Forms{"comboio"});
}

TEST_CASE("a memory gives the sentences that stand in both languages, without codes") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.tmx", memory);
    const auto pairs = lexicons::read_memory(file, {"de", "en"});
    CHECK(pairs.source == Forms{"Der Deich hielt."});
    CHECK(pairs.target == Forms{"The dike held."});
    CHECK(lexicons::read_memory(file, {"de", "fr"}).source.empty());
}

TEST_CASE("XML that is damaged or of another kind is refused, saying where") {
    CHECK_THAT(refusal_of("a.tbx", "<?xml version=\"1.0\"?>\n<html></html>"),
               Contains("a.tbx: line 2, column 1: <html> is no termbase"));
    CHECK_THAT(refusal_of("a.tbx", "<tbx>\n<term>x</tbx>"), Contains("a.tbx: line 2"));
    CHECK_THAT(refusal_of("a.tbx", ""), Contains("a.tbx: line 1"));
    CHECK_THAT(refusal_of("a.tmx", "<tmx version=\"1.4\">\n<oops"), Contains("a.tmx: line 2"));
    CHECK_THAT(error_of<InputError>([&] {
                   read("no_such.tbx", {"de", "en"});
               }),
               Contains("no_such.tbx: cannot be opened"));
}

TEST_CASE("a file is read by its ending, in the direction of the run") {
    using lexicons::Format;
    CHECK(lexicons::format_of("a.tmx") == Format::memory);
    CHECK(lexicons::format_of("a.tmx.gz") == Format::memory);
    CHECK(lexicons::format_of("a.tbx") == Format::termbase);
    CHECK(lexicons::format_of("freedict-deu-eng.dict.dz") == Format::dictd);
    for (const char* name : {"a.tsv", "glossary.txt", "a.utf8", "noending"})
        CHECK(lexicons::format_of(name) == Format::words);

    const TemporaryFolder folder;
    const auto named = folder.write("named.tsv", "# hexapla lexicon de en\nHaus\thouse\t0.5\t0.25\n");
    const auto turned = read(named, {"en", "de"}).entries;
    REQUIRE(turned.size() == 1);
    CHECK(turned[0].source == Forms{"house"});
    CHECK(turned[0].forward == 0.25);
    CHECK(read(named, {"en", "fr"}).empty());
    const auto unnamed = folder.write("unnamed.tsv", "Haus\thouse\n");
    CHECK(read(unnamed, {"en", "de"}, {"de", "en"}).entries.at(0).source == Forms{"house"});
    CHECK(read(unnamed, {"ru", "en"}, {"de", "en"}).empty());
    const auto index = made::dictionary(folder, "freedict-deu-eng", {{"haus", "Haus\nhouse\n"}});
    CHECK(read(index, {"en", "de"}).entries.at(0).source == Forms{"house"});
    CHECK(read(index, {"en", "sw"}).empty());
    CHECK(read(folder.write("a.tmx", memory), {"en", "de"}).sentences.source.size() == 1);
}
