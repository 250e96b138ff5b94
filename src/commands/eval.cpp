#include "commands/eval.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "eval/links.hpp"
#include "eval/segments.hpp"
#include "eval/tmx.hpp"

namespace hexapla {
namespace {

namespace po = boost::program_options;

/// One thing that can be scored, and the options that it knows beside --json.
struct Kind {
    std::string_view name;
    std::size_t arguments;  ///< after the name
    std::string_view wanted;
    std::array<std::string_view, 4> options;

    [[nodiscard]] bool knows(std::string_view option) const {
        return std::find(options.begin(), options.end(), option) != options.end();
    }
};

constexpr std::array<Kind, 3> kinds = {
    {{"links", 4, "SET SOURCE TARGET LINKS", {"moved", "gold", "links", "errors"}},
     {"tmx", 4, "SET SOURCE TARGET FOLDER", {"show"}},
     {"segments", 2, "GOLD SYSTEM", {"langs", "by-source", "errors"}}}};

const Kind& kind_of(const std::string& name) {
    for (const Kind& kind : kinds) {
        if (kind.name == name) return kind;
    }
    throw UsageError("'eval " + name + "' is none of eval links, eval tmx, eval segments");
}

std::set<std::string> split_at_commas(const std::string& list) {
    std::set<std::string> parts;
    std::size_t begin = 0;
    while (begin <= list.size()) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        if (end > begin) parts.insert(list.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

class EvalCommand : public Command {
  public:
    void describe(po::options_description& options, po::options_description& hidden,
                  po::positional_options_description& positional) override {
        options.add_options()("json", "one JSON object in place of text")(
            "moved", "links: also how many of the moved sentences are found")(
            "gold", po::value(&gold_)->value_name("FILE"), "links: a file of gold links, in place of a set")(
            "links", po::value(&links_)->value_name("FILE"), "links: the file to score against it")(
            "show", po::value(&show_)->value_name("N"), "tmx: print up to N units that are not right")(
            "langs", po::value<std::string>()->value_name("LIST"),
            "segments: rows of these languages alone, as de,fr")(
            "by-source", "segments: also a line for each source of the rows")(
            "errors", po::value(&errors_)->value_name("N"),
            "links: print up to N wrong and N missed links with their texts and what explains them; "
            "segments: "
            "up to N false cuts and N misses a language, in their context");
        hidden.add_options()("arguments", po::value(&arguments_));
        positional.add("arguments", -1);
    }

    void accept(const po::variables_map& given) override {
        if (arguments_.empty()) throw UsageError("say what to score: eval links, eval tmx or eval segments");
        const Kind& kind = kind_of(arguments_.front());
        check_options(kind, given);
        check_arguments(kind, given);
        json_ = given.count("json") != 0;
        moved_ = given.count("moved") != 0;
        by_source_ = given.count("by-source") != 0;
        if (given.count("langs") != 0) languages_ = split_at_commas(given["langs"].as<std::string>());
        if (given.count("langs") != 0 && languages_.empty()) throw UsageError("--langs names no language");
        if (show_ < 0 || errors_ < 0) throw UsageError("--show and --errors take a number from 0");
    }

    ExitCode run(Streams& streams) override {
        const std::string& kind = arguments_.front();
        if (kind == "links") {
            report_links(streams.out);
        } else if (kind == "tmx") {
            report(streams.out, eval::score_tmx(set(), arguments_[4]), static_cast<std::size_t>(show_));
        } else {
            report_segments(streams.out, eval::score_segments({arguments_[1], arguments_[2], languages_}));
        }
        return ExitCode::done;
    }

  private:
    static void check_options(const Kind& kind, const po::variables_map& given) {
        for (const Kind& other : kinds) {
            for (const std::string_view option : other.options) {
                if (given.count(std::string(option)) == 0 || kind.knows(option)) continue;
                throw UsageError("--" + std::string(option) + " is an option of 'eval " +
                                 std::string(other.name) + "', not of 'eval " + std::string(kind.name) + "'");
            }
        }
    }

    void check_arguments(const Kind& kind, const po::variables_map& given) const {
        const bool two_files = given.count("gold") != 0 || given.count("links") != 0;
        if (two_files && (gold_.empty() || links_.empty() || arguments_.size() != 1 ||
                          given.count("moved") != 0 || given.count("errors") != 0)) {
            throw UsageError(
                "give --gold FILE and --links FILE together, without a set, --moved and --errors");
        }
        if (!two_files && arguments_.size() != kind.arguments + 1) {
            throw UsageError("'eval " + std::string(kind.name) + "' takes " + std::string(kind.wanted) +
                             "; see 'hexapla eval --help'");
        }
    }

    [[nodiscard]] eval::GoldSet set() const { return {arguments_[1], arguments_[2], arguments_[3]}; }

    template <class Score, class... Limits>
    void report(std::ostream& out, const Score& score, Limits... limits) const {
        if (json_) {
            out << eval::to_json(score).dump() << '\n';
        } else {
            eval::print(out, score, limits...);
        }
    }

    void report_links(std::ostream& out) const {
        if (!links_.empty()) {
            report(out, eval::score_link_file(gold_, links_));
            return;
        }
        const eval::LinksScore score = eval::score_links(set(), arguments_[4], moved_);
        const eval::LinkFaults faults = score.faults.chosen(static_cast<std::size_t>(errors_));
        if (json_) {
            nlohmann::ordered_json json = eval::to_json(score);
            if (errors_ > 0) {
                json["wrong"] = eval::to_json(faults.wrong, set());
                json["missed"] = eval::to_json(faults.missed, set());
            }
            out << json.dump() << '\n';
        } else {
            eval::print(out, score);
            eval::print(out, faults, set());
        }
    }

    void report_segments(std::ostream& out, const eval::SegmentsScore& score) const {
        if (json_) {
            out << eval::to_json(score, by_source_).dump() << '\n';
        } else {
            eval::print(out, score, by_source_, static_cast<std::size_t>(errors_));
        }
    }

    std::vector<std::string> arguments_;
    std::string gold_;
    std::string links_;
    std::set<std::string> languages_;
    int show_ = 0;
    int errors_ = 0;
    bool json_ = false;
    bool moved_ = false;
    bool by_source_ = false;
};

}  // namespace

std::unique_ptr<Command> make_eval_command() { return std::make_unique<EvalCommand>(); }

}  // namespace hexapla
