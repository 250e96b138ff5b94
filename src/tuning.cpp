#include "tuning.hpp"

#include <charconv>
#include <map>

#include "command.hpp"

namespace hexapla {
namespace {

using Setter = void (*)(CorpusOptions&, double);

const std::map<std::string, Setter, std::less<>>& setters() {
    static const std::map<std::string, Setter, std::less<>> table = {
        {"explained", [](CorpusOptions& o, double x) { o.evidence.explained = o.learning.explained = x; }},
        {"dilution", [](CorpusOptions& o, double x) { o.evidence.dilution = x; }},
        {"document_share", [](CorpusOptions& o, double x) { o.evidence.document_share = x; }},
        {"prior_words", [](CorpusOptions& o, double x) { o.evidence.prior_words = x; }},
        {"prior_share", [](CorpusOptions& o, double x) { o.evidence.prior_share = x; }},
        {"word_weight", [](CorpusOptions& o, double x) { o.evidence.word_weight = x; }},
        {"length_weight", [](CorpusOptions& o, double x) { o.evidence.length_weight = x; }},
        {"length_variance", [](CorpusOptions& o, double x) { o.evidence.length_variance = x; }},
        {"name_least", [](CorpusOptions& o, double x) { o.evidence.name_least = x; }},
        {"name_strength", [](CorpusOptions& o, double x) { o.evidence.name_strength = x; }},
        {"number_strength", [](CorpusOptions& o, double x) { o.evidence.number_strength = x; }},
        {"temperature", [](CorpusOptions& o, double x) { o.search.temperature = x; }},
        {"cost_of_link", [](CorpusOptions& o, double x) { o.search.cost_of_link = x; }},
        {"prior_alone", [](CorpusOptions& o, double x) { o.search.priors.alone = x; }},
        {"first_prior_alone", [](CorpusOptions& o, double x) { o.first_search.priors.alone = x; }},
        {"prior_two",
         [](CorpusOptions& o, double x) { o.search.priors.two = o.first_search.priors.two = x; }},
        {"prior_more",
         [](CorpusOptions& o, double x) { o.search.priors.more = o.first_search.priors.more = x; }},
        {"prior_both",
         [](CorpusOptions& o, double x) { o.search.priors.both = o.first_search.priors.both = x; }},
        {"usual_alone", [](CorpusOptions& o, double x) { o.search.usual.alone = o.search.usual.one * x; }},
        {"usual_more", [](CorpusOptions& o, double x) { o.search.usual.more = o.search.usual.one * x; }},
        {"alone_again",
         [](CorpusOptions& o, double x) { o.search.priors.again = o.first_search.priors.again = x; }},
        {"usual_again", [](CorpusOptions& o, double x) { o.search.usual.again = x; }},
        {"least_part",
         [](CorpusOptions& o, double x) { o.search.least_part = o.first_search.least_part = x; }},
        {"neighbour", [](CorpusOptions& o, double x) { o.moves.neighbour = x; }},
        {"promise", [](CorpusOptions& o, double x) { o.search.promise = o.first_search.promise = x; }},
        {"first_cost_of_link", [](CorpusOptions& o, double x) { o.first_search.cost_of_link = x; }},
        {"first_temperature", [](CorpusOptions& o, double x) { o.first_search.temperature = x; }},
        {"prior_moved", [](CorpusOptions& o, double x) { o.moves.prior = x; }},
        {"least_moved", [](CorpusOptions& o, double x) { o.moves.least = x; }},
        {"smoothing", [](CorpusOptions& o, double x) { o.learning.lexicon.smoothing = x; }},
        {"specific", [](CorpusOptions& o, double x) { o.learning.lexicon.specific = x; }},
        {"least_lessons",
         [](CorpusOptions& o, double x) { o.learning.least_lessons = static_cast<std::size_t>(x); }},
        {"least_bead", [](CorpusOptions& o, double x) { o.learning.least_bead = x; }},
        {"list_weight", [](CorpusOptions& o, double x) { o.learning.list_weight = x; }},
        {"news_links", [](CorpusOptions& o, double x) { o.known.news_links = x; }},
        {"dictionary_links", [](CorpusOptions& o, double x) { o.known.dictionary_links = x; }},
        {"dictionary_most", [](CorpusOptions& o, double x) { o.known.dictionary_most = x; }},
        {"file_links", [](CorpusOptions& o, double x) { o.known.file_links = x; }},
        {"rounds", [](CorpusOptions& o, double x) { o.rounds = static_cast<int>(x); }},
        {"em_steps", [](CorpusOptions& o, double x) { o.em_steps = static_cast<int>(x); }},
    };
    return table;
}

void set_one(CorpusOptions& options, std::string_view assignment) {
    const std::size_t equals = assignment.find('=');
    const auto setter = setters().find(assignment.substr(0, equals));
    double value = 0;
    const char* end = assignment.data() + assignment.size();
    const auto [stop, error] = equals == std::string_view::npos
                                   ? std::from_chars_result{nullptr, std::errc::invalid_argument}
                                   : std::from_chars(assignment.data() + equals + 1, end, value);
    const bool parsed = error == std::errc{} && stop == end && value >= -1e6 && value <= 1e6;
    if (setter == setters().end() || !parsed) {
        std::string known;
        for (const auto& [name, unused] : setters()) known.append(" ").append(name);
        throw UsageError(std::string("--set ")
                             .append(assignment)
                             .append(": give NAME=NUMBER, from 0 to 1000000; names are")
                             .append(known));
    }
    setter->second(options, value);
}

}  // namespace

void set_numbers(CorpusOptions& options, std::string_view assignments) {
    while (!assignments.empty()) {
        const std::size_t comma = std::min(assignments.find(','), assignments.size());
        set_one(options, assignments.substr(0, comma));
        assignments.remove_prefix(std::min(comma + 1, assignments.size()));
    }
}

std::vector<std::string> names_of_numbers() {
    std::vector<std::string> names;
    for (const auto& [name, unused] : setters()) names.push_back(name);
    return names;
}

}  // namespace hexapla
