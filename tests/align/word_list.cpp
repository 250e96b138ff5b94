#include "align/word_list.hpp"

#include "catch.hpp"

using align::Counts;
using align::ListEntry;
using align::Vocabulary;

namespace {

/// A list with what was made of it.
struct Counted {
    Vocabulary source;
    Vocabulary target;
    Counts counts;

    explicit Counted(const std::vector<ListEntry>& entries)
        : counts(align::count_entries(entries, "en", source, "de", target, 8)) {}

    double forward(const char* from, const char* to) { return links(from, to, true); }
    double backward(const char* from, const char* to) { return links(from, to, false); }

  private:
    double links(const char* from, const char* to, bool forward) {
        const align::WordId s = source.intern({from, align::WordKind::word});
        const align::WordId t = target.intern({to, align::WordKind::word});
        for (const align::PairCount& pair : counts.pairs()) {
            if (pair.source == s && pair.target == t)
                return static_cast<double>(forward ? pair.forward : pair.backward) / align::count_unit;
        }
        return 0;
    }
};

}  // namespace

TEST_CASE("a word of a list has the same links however many translations it shares them out among") {
    Counted list({{{"bread"}, {"Brot"}, 1}, {{"house", "building"}, {"Haus", "Gebäude", "Bau"}, 1}});
    CHECK(list.forward("bread", "Brot") == Approx(8));
    CHECK(list.backward("bread", "Brot") == Approx(8));
    CHECK(list.forward("house", "Haus") == Approx(8.0 / 3));
    CHECK(list.backward("house", "Haus") == Approx(8.0 / 2));
    CHECK(list.forward("bread", "Haus") == 0);
}

TEST_CASE("a word of many entries counts little within a phrase") {
    Counted list(
        {{{"the Hague"}, {"Den Haag"}, 1}, {{"the Alps"}, {"Alpen"}, 1}, {{"the Rhine"}, {"Rhein"}, 1}});
    CHECK(list.forward("Alps", "Alpen") == Approx(8 * 0.75));
    CHECK(list.forward("the", "Alpen") == Approx(8 * 0.25));
}

TEST_CASE("forms that the vocabulary does not tell apart count once") {
    Counted list({{{"announce", "announced"}, {"melden", "meldete", "gab bekannt"}, 1}});
    CHECK(list.forward("announce", "meldete") == list.forward("announced", "melden"));
    CHECK(list.forward("announce", "melden") == Approx(8.0 / 2));
    CHECK(list.backward("announce", "melden") == Approx(8));
}

TEST_CASE("entries weigh what they are told, and those with an empty side say nothing") {
    Counted list({{{"bread"}, {"Brot"}, 0.5, 0.25}, {{"salt"}, {}}, {{"..."}, {"Salz"}}});
    CHECK(list.forward("bread", "Brot") == Approx(4));
    CHECK(list.backward("bread", "Brot") == Approx(2));
    CHECK(list.counts.pairs().size() == 1);
}
