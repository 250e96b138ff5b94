#include "tuning.hpp"

#include <map>
#include <string>

#include "catch.hpp"
#include "command.hpp"

using hexapla::CorpusOptions;

namespace {

/// A number that two sets of priors have in common.
double of_both(double first, double later) {
    CHECK(first == later);
    return later;
}

/// What each name stands for.
std::map<std::string, double> numbers_of(const CorpusOptions& o) {
    const auto& first = o.first_search.priors;
    return {{"explained", of_both(o.learning.explained, o.evidence.explained)},
            {"dilution", o.evidence.dilution},
            {"document_share", o.evidence.document_share},
            {"prior_share", o.evidence.prior_share},
            {"prior_words", o.evidence.prior_words},
            {"word_weight", o.evidence.word_weight},
            {"length_weight", o.evidence.length_weight},
            {"length_variance", o.evidence.length_variance},
            {"name_least", o.evidence.name_least},
            {"name_strength", o.evidence.name_strength},
            {"number_strength", o.evidence.number_strength},
            {"temperature", o.search.temperature},
            {"cost_of_link", o.search.cost_of_link},
            {"prior_alone", o.search.priors.alone},
            {"prior_two", of_both(first.two, o.search.priors.two)},
            {"prior_more", of_both(first.more, o.search.priors.more)},
            {"prior_both", of_both(first.both, o.search.priors.both)},
            {"alone_again", of_both(first.again, o.search.priors.again)},
            {"usual_alone", o.search.usual.alone / o.search.usual.one},
            {"usual_more", o.search.usual.more / o.search.usual.one},
            {"usual_again", o.search.usual.again},
            {"promise", of_both(o.first_search.promise, o.search.promise)},
            {"least_part", of_both(o.first_search.least_part, o.search.least_part)},
            {"first_temperature", o.first_search.temperature},
            {"first_cost_of_link", o.first_search.cost_of_link},
            {"first_prior_alone", o.first_search.priors.alone},
            {"prior_moved", o.moves.prior},
            {"least_moved", o.moves.least},
            {"neighbour", o.moves.neighbour},
            {"smoothing", o.learning.lexicon.smoothing},
            {"specific", o.learning.lexicon.specific},
            {"least_lessons", static_cast<double>(o.learning.least_lessons)},
            {"least_bead", o.learning.least_bead},
            {"list_weight", o.learning.list_weight},
            {"news_links", o.known.news_links},
            {"dictionary_links", o.known.dictionary_links},
            {"dictionary_most", o.known.dictionary_most},
            {"file_links", o.known.file_links},
            {"rounds", static_cast<double>(o.rounds)},
            {"em_steps", static_cast<double>(o.em_steps)}};
}

/// The sentence with which assignments are refused; empty when they are not.
std::string refusal(const std::string& assignments) {
    CorpusOptions options;
    try {
        hexapla::set_numbers(options, assignments);
    } catch (const hexapla::UsageError& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("every name of a number sets that number and no other") {
    const std::map<std::string, double> before = numbers_of(CorpusOptions());
    const std::vector<std::string> names = hexapla::names_of_numbers();
    CHECK(names.size() == before.size());
    for (const std::string& name : names) {
        INFO(name);
        REQUIRE(before.count(name) == 1);
        std::map<std::string, double> expected = before;
        expected[name] = 17;
        CorpusOptions options;
        hexapla::set_numbers(options, name + "=17");
        CHECK(numbers_of(options) == expected);
    }
}

TEST_CASE("several numbers are set at once, the last of one name holds") {
    CorpusOptions options;
    hexapla::set_numbers(options, "temperature=1.25,smoothing=8,rounds=2,explained=1e-3,smoothing=9.5");
    CHECK(options.search.temperature == 1.25);
    CHECK(options.learning.lexicon.smoothing == 9.5);
    CHECK(options.rounds == 2);
    CHECK(options.evidence.explained == 1e-3);
    const auto before = numbers_of(options);
    hexapla::set_numbers(options, "");
    CHECK(numbers_of(options) == before);
}

TEST_CASE("unknown names and what is no number are refused with the names that are known") {
    for (const std::string wrong :
         {"heat=1", "Temperature=1", "temperature", "temperature=", "temperature=warm", "temperature=1.2x",
          "temperature=1;2", "=1", " temperature=1"}) {
        INFO(wrong);
        const std::string sentence = refusal("smoothing=8," + wrong);
        CHECK(sentence.find(wrong) != std::string::npos);
        CHECK(sentence.find("smoothing=8") == std::string::npos);  // which is right
        for (const std::string& name : hexapla::names_of_numbers())
            CHECK(sentence.find(" " + name) != std::string::npos);
    }
    CHECK(refusal("temperature=1").empty());
}
