#include "commands/tmx_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>

#include "commands/tmx_options.hpp"
#include "errors.hpp"
#include "memories/checker.hpp"
#include "memories/input.hpp"

namespace po = boost::program_options;

namespace hexapla {
namespace {

constexpr std::size_t any = 1000;

memories::Severity severity_of(const std::string& name) {
    for (const auto severity :
         {memories::Severity::info, memories::Severity::warning, memories::Severity::error}) {
        if (memories::name_of(severity) == name) return severity;
    }
    throw UsageError("--severity " + name + ": give error, warning or info");
}

class TmxCheckCommand : public Command {
  public:
    void describe(po::options_description& options, po::options_description& hidden,
                  po::positional_options_description& positional) override {
        auto add = options.add_options();
        add("for", po::value<std::string>()->value_name("TOOL,…"),
            "also what this importer trips over: omegat, trados, memoq, weblate, poedit, matecat");
        add("severity", po::value<std::string>()->default_value("warning")->value_name("S"),
            "what counts for the exit code: error, warning or info, and what is worse");
        add("json", "a JSON object a finding, one a line");
        add("no-detect", "without telling languages by their words");
        add("rules", "list the rules, and stop");
        options_.describe_inputs(options, hidden, positional);
    }

    void accept(const po::variables_map& given) override {
        rules_ = given.count("rules") != 0;
        options_.accept(given, rules_ ? 0 : 1, any);
        json_ = given.count("json") != 0;
        severity_ = severity_of(given["severity"].as<std::string>());
        check_.detect_languages = given.count("no-detect") == 0;
        for (const std::string& tool : comma_list(text_option(given, "for"))) {
            if (!memories::tools().contains(tool))
                throw UsageError(fmt::format("--for {}: give {}", tool, fmt::join(memories::tools(), ", ")));
            check_.tools.insert(tool);
        }
    }

    ExitCode run(Streams& streams) override {
        if (rules_) {
            for (const memories::Rule& rule : memories::rules())
                streams.out << fmt::format("{:<22}{:<9}{}{}\n", rule.name, memories::name_of(rule.severity),
                                           rule.tool.empty() ? "" : fmt::format("(--for {}) ", rule.tool),
                                           rule.advice);
            return ExitCode::done;
        }
        for (const std::string& file : options_.files) check(file, streams);
        if (!streams.quiet) print_summary(streams.err);
        const bool found = std::any_of(counts_.begin(), counts_.end(), [this](const auto& each) {
            return memories::rule(each.first).severity >= severity_;
        });
        return found ? ExitCode::bad_inputs : ExitCode::done;
    }

  private:
    void check(const std::string& file, Streams& streams) {
        std::string name = file;
        const auto tell = [&](const memories::Finding& finding) { print(name, finding, streams.out); };
        const auto told_by_reader = [&](std::string_view rule) {
            return [&tell, rule](tmx::Place place, const std::string& what) {
                tell({&memories::rule(rule), place.line, "", "", what});
            };
        };
        tmx::ReadOptions reading;
        reading.on_deviation = told_by_reader("dtd");
        if (options_.repair) reading.on_loss = told_by_reader("not-well-formed");
        try {
            memories::Input input(file, reading, streams.in);
            name = input.name();
            memories::Checker checker(input.header(), check_, tell);
            checker.check_header();
            for (tmx::Unit unit; input.next(unit);) {
                checker.check(unit, input.line());
                ++units_;
            }
        } catch (const InputError& error) {
            ++counts_["not-well-formed"];
            if (json_) {
                print(name, {&memories::rule("not-well-formed"), 0, "", "", error.what()}, streams.out);
                --counts_["not-well-formed"];
            } else {
                streams.out << error.what() << " [not-well-formed]\n";
            }
        }
    }

    void print(const std::string& file, const memories::Finding& finding, std::ostream& out) {
        ++counts_[std::string(finding.rule->name)];
        if (json_) {
            out << nlohmann::ordered_json{{"schema", "hexapla-tmx-finding/1"},
                                          {"file", file},
                                          {"line", finding.line},
                                          {"severity", memories::name_of(finding.rule->severity)},
                                          {"rule", finding.rule->name},
                                          {"tuid", finding.unit},
                                          {"language", finding.language},
                                          {"what", finding.what},
                                          {"advice", finding.rule->advice}}
                       .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                << '\n';
            return;
        }
        std::string place = file;
        if (finding.line > 0) place += fmt::format(":{}", finding.line);
        std::string of = finding.unit.empty() ? "" : " (" + finding.unit + ")";
        if (!finding.language.empty()) of += " " + finding.language;
        out << fmt::format("{}: {}:{} {} [{}]\n", place, memories::name_of(finding.rule->severity), of,
                           finding.what, finding.rule->name);
    }

    void print_summary(std::ostream& err) const {
        err << fmt::format("{} units", units_);
        std::size_t all = 0;
        for (const auto& [rule, count] : counts_) all += count;
        err << fmt::format(", {} findings{}\n", all, all == 0 ? "" : ":");
        for (const auto& [name, count] : counts_) {
            const memories::Rule& rule = memories::rule(name);
            if (count > 0)
                err << fmt::format("{:>8} {:<8} {}: {}\n", count, memories::name_of(rule.severity), name,
                                   rule.advice);
        }
    }

    TmxOptions options_;
    memories::CheckOptions check_;
    memories::Severity severity_ = memories::Severity::warning;
    bool json_ = false;
    bool rules_ = false;
    std::map<std::string, std::size_t> counts_;
    std::size_t units_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_tmx_check_command() { return std::make_unique<TmxCheckCommand>(); }

}  // namespace hexapla
