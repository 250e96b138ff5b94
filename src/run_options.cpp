#include "run_options.hpp"

#include <fstream>

#include "align/unicode.hpp"
#include "command.hpp"
#include "editions.hpp"
#include "errors.hpp"
#include "tuning.hpp"

namespace po = boost::program_options;

namespace hexapla {
namespace {

std::vector<std::string> split_at_commas(const std::string& list) {
    std::vector<std::string> parts(1);
    for (const char c : list) {
        if (c == ',') {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

}  // namespace

void RunOptions::describe(po::options_description& options) {
    auto add = options.add_options();
    add("langs", po::value<std::string>()->value_name("TAG,TAG…"),
        "the versions in order; any name that 'hexapla editions' lists");
    add("learn", po::value<std::string>()->default_value("auto")->value_name("auto|yes|no"),
        "learn words from these texts themselves; auto: from 200 sentences on");
    add("no-learn", "the same as --learn no");
    add("lexicon", po::value<std::string>()->default_value("auto")->value_name("FILE|auto|none"),
        "words known before: auto: names of countries, cities, languages, months and numbers in all "
        "languages;\n"
        "FILE: these and your own, 'word<tab>word' lines; none: nothing");
    add("set", po::value<std::string>()->default_value("")->value_name("NAME=NUMBER,…"),
        "set numbers of the method (for those who develop); a wrong name lists them");
    add("jobs,j", po::value<int>()->default_value(0)->value_name("N"), "threads; 0: one a core");
}

void RunOptions::accept(const po::variables_map& given, std::size_t versions) {
    if (given.count("langs") != 0) {
        written_tags = split_at_commas(given["langs"].as<std::string>());
        for (const std::string& name : written_tags) {
            const Edition* edition = find_edition(name);
            if (edition == nullptr) throw UsageError("--langs: " + explain_unknown_edition(name));
            languages.emplace_back(edition->tag);
        }
        if (languages.size() != versions) {
            throw UsageError("--langs names " + std::to_string(languages.size()) + " versions, " +
                             std::to_string(versions) + " are given; name one for each");
        }
    }
    const std::string choice = given.count("no-learn") != 0 ? "no" : given["learn"].as<std::string>();
    if (choice == "yes") {
        learn = Learn::yes;
    } else if (choice == "no") {
        learn = Learn::no;
    } else if (choice != "auto") {
        throw UsageError("--learn " + choice + ": give auto, yes or no");
    }
    lexicon = given["lexicon"].as<std::string>();
    numbers = given["set"].as<std::string>();
    CorpusOptions tried;
    set_numbers(tried, numbers);
    jobs = given["jobs"].as<int>();
    if (jobs < 0 || jobs > 1024) throw UsageError("--jobs: give a number from 0 to 1024");
}

CorpusOptions RunOptions::corpus_options(const std::string& source, const std::string& target) const {
    CorpusOptions options;
    options.source_language = source;
    options.target_language = target;
    options.learn = learn;
    options.jobs = jobs;
    options.world_names = lexicon != "none";
    if (lexicon != "none" && lexicon != "auto") options.glossary = read_glossary(lexicon);
    set_numbers(options, numbers);
    return options;
}

std::vector<std::pair<std::string, std::string>> read_glossary(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw InputError(file.string() + ": cannot be read; check the name given to --lexicon");
    std::vector<std::pair<std::string, std::string>> pairs;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        const std::string place = file.string() + ":" + std::to_string(number) + ": ";
        if (align::find_malformed(line)) throw InputError(place + "is not UTF-8; save the file as UTF-8");
        if (align::is_blank(line) || line.front() == '#') continue;
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos || align::is_blank(line.substr(0, tab)) ||
            align::is_blank(line.substr(tab + 1))) {
            throw InputError(place + "is no pair of words; write 'word<tab>word'");
        }
        pairs.emplace_back(line.substr(0, tab), line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1));
    }
    if (in.bad()) throw InputError(file.string() + ": cannot be read to its end");
    return pairs;
}

}  // namespace hexapla
