#include "run_options.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "command.hpp"
#include "editions.hpp"
#include "lexicons/installed.hpp"
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

bool is_canonical_tag(const std::string& name) {
    std::size_t at = 0;
    const auto run = [&](auto accepts, std::size_t least, std::size_t most) {
        std::size_t length = 0;
        while (at + length < name.size() && accepts(name[at + length])) ++length;
        at += length;
        return length >= least && length <= most;
    };
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!run(lower, 2, 3)) return false;
    if (at + 2 < name.size() && name[at] == '-' && upper(name[at + 1]) && lower(name[at + 2])) {
        at += 2;
        if (!run(lower, 3, 3)) return false;
    }
    if (at == name.size()) return true;
    if (name[at++] != '-') return false;
    return (at < name.size() && digit(name[at]) ? run(digit, 3, 3) : run(upper, 2, 2)) && at == name.size();
}

void RunOptions::describe(po::options_description& options, po::options_description& hidden) {
    hidden.add_options()("set", po::value<std::string>()->default_value(""))("timings", "");
    auto add = options.add_options();
    add("langs", po::value<std::string>()->value_name("TAG,TAG"),
        "the versions in order; any name that 'hexapla editions' lists");
    add("learn", po::value<std::string>()->default_value("auto")->value_name("auto|yes|no"),
        "learn words from these texts themselves; auto: from 200 sentences on");
    add("no-learn", "the same as --learn no");
    add("lexicon", po::value<std::vector<std::string>>()->composing()->value_name("FILE|auto|none"),
        "words known before. auto, which holds unless none is said: the lexicon of the news, names of "
        "countries, months … of CLDR, and dictionaries that the system has; FILE, also more than once: your "
        "own words besides (word<tab>word, OmegaT glossary, .tbx, .index of dictd) or memory (.tmx); none: "
        "nothing else");
    add("jobs,j", po::value<int>()->default_value(0)->value_name("N"), "threads; 0: one a core");
}

void RunOptions::describe_versions(po::options_description& options, po::options_description& hidden,
                                   po::positional_options_description& positional) {
    auto add = options.add_options();
    add("max-bad", po::value<std::size_t>()->default_value(0)->value_name("N"),
        "bad files that are no failure");
    add("force", "replace files that hexapla did not write");
    hidden.add_options()("versions", po::value<std::vector<std::string>>());
    positional.add("versions", -1);
}

std::vector<std::string> RunOptions::versions_of(const po::variables_map& given) {
    if (given.count("versions") == 0) return {};
    return given["versions"].as<std::vector<std::string>>();
}

void RunOptions::accept(const po::variables_map& given, std::size_t versions) {
    max_bad = given["max-bad"].as<std::size_t>();
    force = given.count("force") != 0;
    if (given.count("langs") != 0) {
        written_tags = split_at_commas(given["langs"].as<std::string>());
        for (const std::string& name : written_tags) {
            const Edition* edition = find_edition(name);
            if (edition == nullptr) throw UsageError("--langs: " + explain_unknown_edition(name));
            languages.emplace_back(edition->tag);
        }
        if (languages.size() != versions) {
            throw UsageError("--langs: the number of names is " + std::to_string(languages.size()) +
                             " and that of versions " + std::to_string(versions) + "; name one for each");
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
    accept_lexicons(given);
    timings = given.count("timings") != 0;
    numbers = given["set"].as<std::string>();
    CorpusOptions tried;
    set_numbers(tried, numbers);
    jobs = given["jobs"].as<int>();
    if (jobs < 0 || jobs > 1024) throw UsageError("--jobs: give a number from 0 to 1024");
}

std::string RunOptions::memory_tag(std::size_t version) const {
    const std::string& written = written_tags.at(version);
    return is_canonical_tag(written) ? written : "";
}

void RunOptions::refuse_repeated_languages() const {
    std::set<std::string> tags;
    for (std::size_t v = 0; v < languages.size(); ++v) {
        const std::string tag = memory_tag(v);
        if (!tags.insert(tag.empty() ? languages[v] : tag).second) {
            throw UsageError("--langs names " + written_tags[v] +
                             " twice; a memory needs a language of its own for each version");
        }
    }
}

void RunOptions::accept_lexicons(const po::variables_map& given) {
    if (given.count("lexicon") == 0) return;
    bool is_auto = false;
    for (const std::string& name : given["lexicon"].as<std::vector<std::string>>()) {
        if (name == "none") {
            known_before = false;
        } else if (name == "auto") {
            is_auto = true;
        } else if (name.empty()) {
            throw UsageError("--lexicon: give auto, none or the name of a file");
        } else {
            lexicon_files.emplace_back(name);
        }
    }
    if (is_auto && !known_before) throw UsageError("--lexicon: give auto or none, not both");
}

CorpusOptions RunOptions::corpus_options(const std::string& source, const std::string& target) const {
    CorpusOptions options;
    options.source_language = source;
    options.target_language = target;
    options.learn = learn;
    options.jobs = jobs;
    options.known.world_names = known_before;
    options.known.news = known_before;
    if (known_before) options.known.dictionaries = lexicons::dictionaries_folder();
    options.known.files = lexicon_files;
    set_numbers(options, numbers);
    return options;
}

}  // namespace hexapla
