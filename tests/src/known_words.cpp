#include "known_words.hpp"

#include <sstream>

#include "align/document.hpp"
#include "align/tokens.hpp"
#include "catch.hpp"
#include "errors.hpp"
#include "lexicons/show.hpp"
#include "src/lexicons/made_dictionary.hpp"

using Catch::Matchers::Contains;
using hexapla::know_words;
using hexapla::KnownOptions;
using hexapla::KnownWords;

namespace {

KnownOptions nothing() {
    KnownOptions options;
    options.world_names = false;
    options.news = false;
    return options;
}

/// What is known of texts of a few words.
struct Known {
    align::Vocabulary source;
    align::Vocabulary target;
    KnownWords words;

    Known(const KnownOptions& options, const std::string& german, const std::string& other,
          const std::string& language = "en") {
        for (const align::Token& token : align::tokenize(german, "de")) source.intern(token);
        for (const align::Token& token : align::tokenize(other, language)) target.intern(token);
        words = know_words(options, {}, {"de", source, "de"},
                           {language, target, std::string(align::written_language(language, other))});
    }

    /// Links of two words, the second as a translation of the first.
    double links(const std::string& from, const std::string& to) {
        const align::WordId a = source.intern({from, align::WordKind::word});
        const align::WordId b = target.intern({to, align::WordKind::word});
        for (const align::PairCount& pair : words.counts.pairs()) {
            if (pair.source == a && pair.target == b)
                return static_cast<double>(pair.forward) / align::count_unit;
        }
        return 0;
    }
};

}  // namespace

TEST_CASE("nothing is known where nothing is asked") {
    const Known known(nothing(), "Haus", "house");
    CHECK(known.words.counts.pairs().empty());
    CHECK(known.words.sources.empty());
}

TEST_CASE("the lexicon of the news and the names of CLDR are known by themselves, and said") {
    Known known({}, "", "");
    CHECK(known.links("Regierung", "government") > 1);
    CHECK(known.links("Deutschland", "Germany") > 1);
    REQUIRE(known.words.sources.size() == 2);
    CHECK_THAT(known.words.sources[0], Contains("the lexicon of the news (") && Contains(" concepts)"));
    CHECK_THAT(known.words.sources[1], Contains("names of CLDR ("));
}

TEST_CASE("Serbian texts in Cyrillic find the lexicon of the news") {
    KnownOptions options = nothing();
    options.news = true;
    CHECK(Known(options, "", "Влада је на седници", "sr").links("Regierung", "влада") > 1);
    CHECK(Known(options, "", "Vlada je na sednici", "sr").links("Regierung", "vlada") > 1);
    CHECK(Known(options, "", "Vlada je na sednici", "sr").links("Regierung", "влада") == 0);
}

TEST_CASE("files of the user teach what is near the texts, and say how much they hold") {
    const TemporaryFolder folder;
    KnownOptions options = nothing();
    options.files = {folder.write("own.tsv", "Haus\thouse\nFluss\triver\nMeer\tsea\n")};
    Known known(options, "Häuser und Haus", "a river");
    CHECK(known.links("Haus", "house") == Approx(20));
    CHECK(known.links("Fluss", "river") == Approx(20));
    CHECK(known.links("Meer", "sea") == 0);
    CHECK(known.words.sources == std::vector<std::string>{"own.tsv (3 entries)"});

    options.files = {folder.write("one.tsv", "# hexapla lexicon en fr\nhouse\tmaison\n")};
    CHECK(Known(options, "Haus", "house").words.sources ==
          std::vector<std::string>{"one.tsv (nothing in de and en)"});
    options.files = {folder / "none.tsv"};
    CHECK_THROWS_AS(Known(options, "Haus", "house"), hexapla::InputError);
}

TEST_CASE("a memory of the user teaches the words of its sentences") {
    const TemporaryFolder folder;
    std::string units;
    for (const auto& [german, english] :
         {std::pair{"Der Deich hielt", "The dike held"}, std::pair{"Der Fluss stieg", "The river rose"},
          std::pair{"Ein Deich am Fluss", "A dike on the river"}})
        units += std::string("<tu><tuv xml:lang=\"de\"><seg>") + german +
                 "</seg></tuv><tuv xml:lang=\"en\"><seg>" + english + "</seg></tuv></tu>";
    KnownOptions options = nothing();
    options.files = {folder.write("own.tmx",
                                  "<tmx version=\"1.4\"><header creationtool=\"x\" creationtoolversion=\"1\" "
                                  "segtype=\"sentence\" o-tmf=\"x\" adminlang=\"en\" srclang=\"de\" "
                                  "datatype=\"plaintext\"/><body>" +
                                      units + "</body></tmx>")};
    Known known(options, "", "");
    CHECK(known.links("Deich", "dike") > known.links("Deich", "river"));
    CHECK(known.links("Fluss", "river") > known.links("Fluss", "dike"));
    CHECK(known.words.sources == std::vector<std::string>{"own.tmx (3 pairs of sentences)"});
}

TEST_CASE("a dictionary of the system gives a word so many links at most, and a bad one is said") {
    const TemporaryFolder folder;
    made::dictionary(folder, "freedict-deu-eng",
                     {{"haus", "Haus\n1. house\n2. building\n3. home\n"}, {"deich", "Deich\ndike\n"}});
    KnownOptions options = nothing();
    options.dictionaries = folder.path();
    Known known(options, "Haus Deich", "");
    CHECK(known.links("Deich", "dike") == Approx(options.dictionary_links));
    CHECK(known.links("Haus", "house") == Approx(options.dictionary_most / 3));
    CHECK(known.words.sources == std::vector<std::string>{"freedict-deu-eng (4 entries for these texts)"});
    CHECK(known.words.faults.empty());
    folder.write("freedict-deu-eng.index", "haus\n");
    const Known bad(options, "Haus", "");
    REQUIRE(bad.words.faults.size() == 1);
    CHECK_THAT(bad.words.faults[0], Contains("freedict-deu-eng is not used: "));
}

TEST_CASE("what is known of a word is shown, source by source") {
    const TemporaryFolder folder;
    made::dictionary(folder, "freedict-deu-eng", {{"deutschland", "Deutschland\nGermany\n"}});
    KnownOptions options;
    options.dictionaries = folder.path();
    options.files = {folder.write("own.tsv", "Deutschland\tFRG\nHaus\thouse\n")};
    std::ostringstream out;
    CHECK(lexicons::show_word(out, "Deutschland", {"de", "en"}, options));
    CHECK_THAT(out.str(), Contains("CLDR ") && Contains("Deutschland ~ Germany") &&
                              Contains("freedict-deu-eng") && Contains("own.tsv ") &&
                              Contains("Deutschland ~ FRG") && Contains("  Germany\n") && !Contains("house"));
    std::ostringstream none;
    CHECK(!lexicons::show_word(none, "Xyzzy", {"de", "en"}, nothing()));
    CHECK(!lexicons::show_word(none, "...", {"de", "en"}, options));
    CHECK(none.str().empty());
}

TEST_CASE("numbers are written as people write them") {
    CHECK(hexapla::with_commas(0) == "0");
    CHECK(hexapla::with_commas(999) == "999");
    CHECK(hexapla::with_commas(3628) == "3,628");
    CHECK(hexapla::with_commas(1234567) == "1,234,567");
}
