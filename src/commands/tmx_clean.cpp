#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "commands/tmx.hpp"
#include "commands/tmx_options.hpp"
#include "memories/clean.hpp"
#include "memories/input.hpp"
#include "memories/values.hpp"
#include "memories/writing.hpp"

namespace po = boost::program_options;

namespace hexapla {
namespace {

/// OUT.removed.tmx beside OUT.tmx.
std::string beside(const std::string& output) {
    const std::size_t end = output.rfind(".tmx");
    return output.substr(0, end) + ".removed.tmx";
}

class TmxCleanCommand : public Command {
  public:
    void describe(po::options_description& options, po::options_description& hidden,
                  po::positional_options_description& positional) override {
        TmxOptions::describe_output(options, "the memory to write; - : standard output");
        auto add = options.add_options();
        add("rules", po::value<std::string>()->value_name("NAME,…"),
            "what to do; default: those that --list marks");
        add("removed", po::value(&removed_)->value_name("FILE.tmx"),
            "what was removed (default: OUT.removed.tmx)");
        add("list", "list the rules, and stop");
        options_.describe_inputs(options, hidden, positional);
    }

    void accept(const po::variables_map& given) override {
        list_ = given.count("list") != 0;
        if (list_) return;
        options_.accept(given, 1, 1);
        options_.accept_output(given);
        const auto all = memories::cleanings();
        for (const std::string& name : comma_list(text_option(given, "rules"))) {
            if (std::none_of(all.begin(), all.end(), [&](const auto& each) { return each.name == name; }))
                throw UsageError("--rules " + name +
                                 ": there is no such rule; 'hexapla tmx clean --list' lists them");
            names_.insert(name);
        }
        if (names_.empty()) {
            for (const memories::Cleaning& each : all) {
                if (each.by_default) names_.emplace(each.name);
            }
        }
        if (removed_.empty() && options_.output != "-") removed_ = beside(options_.output);
    }

    ExitCode run(Streams& streams) override {
        if (list_) {
            for (const memories::Cleaning& each : memories::cleanings())
                streams.out << fmt::format("{} {:<18}{}\n", each.by_default ? '*' : ' ', each.name,
                                           each.what);
            return ExitCode::done;
        }
        Notices notices(streams.err);
        const std::string& file = options_.files.front();
        memories::Input input(file, memories::lenient(file, options_.repair, notices), streams.in);
        memories::Output output(options_.output, options_.force, input.header(), streams.out);
        std::unique_ptr<memories::Output> removed;
        if (!removed_.empty())
            removed =
                std::make_unique<memories::Output>(removed_, options_.force, input.header(), streams.out);
        memories::Cleaner cleaner(input.header(), names_);
        std::size_t gone = 0;
        for (tmx::Unit unit; input.next(unit);) {
            tmx::Unit cleaned = unit;
            const std::string rule = cleaner.clean(cleaned);
            if (rule.empty()) {
                output.write(cleaned);
                continue;
            }
            ++gone;
            memories::set_property(unit, "x-removed-by", rule);
            if (removed) removed->write(unit);
        }
        output.commit();
        if (removed) removed->commit();
        if (!streams.quiet) {
            streams.err << fmt::format("{} units kept, {} removed{}\n", output.units(), gone,
                                       removed ? " (" + removed_ + ")" : "");
            for (const auto& [name, count] : cleaner.counts())
                streams.err << fmt::format("{:>8} {}\n", count, name);
        }
        return ExitCode::done;
    }

  private:
    TmxOptions options_;
    std::set<std::string> names_;
    std::string removed_;
    bool list_ = false;
};

}  // namespace

std::unique_ptr<Command> make_tmx_clean_command() { return std::make_unique<TmxCleanCommand>(); }

}  // namespace hexapla
