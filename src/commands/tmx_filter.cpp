#include <fmt/format.h>

#include <stdexcept>

#include "commands/tmx.hpp"
#include "commands/tmx_options.hpp"
#include "memories/filter.hpp"
#include "memories/input.hpp"
#include "memories/writing.hpp"
#include "text_lines.hpp"

namespace po = boost::program_options;

namespace hexapla {
namespace {

constexpr std::size_t any = 1000;

class TmxFilterCommand : public Command {
  public:
    void describe(po::options_description& options, po::options_description& hidden,
                  po::positional_options_description& positional) override {
        using Texts = std::vector<std::string>;
        TmxOptions::describe_output(options, "the memory to write; - : standard output");
        auto add = options.add_options();
        add("langs", po::value<std::string>()->value_name("TAG,…"),
            "units that have all of these languages, without the others");
        add("property", po::value<Texts>()->composing()->value_name("TYPE[=VALUE]"),
            "units with that property");
        add("min-confidence", po::value<double>()->value_name("P"),
            "units at least this sure, or not saying");
        add("min-length", po::value<std::size_t>()->value_name("N"), "texts of at least N characters");
        add("max-length", po::value<std::size_t>()->value_name("N"), "texts of at most N characters");
        add("match", po::value<Texts>()->composing()->value_name("REGEX"),
            "units with a text that this expression of ICU matches, without regard to case");
        add("not-match", po::value<Texts>()->composing()->value_name("REGEX"), "units without such a text");
        add("in", po::value<std::string>()->value_name("TAG"),
            "expressions are asked of this language alone");
        add("not-url", po::value<std::string>()->value_name("LIST"),
            "units of none of these addresses (a line each; one is meant with all below it)");
        options_.describe_inputs(options, hidden, positional);
    }

    void accept(const po::variables_map& given) override {
        options_.accept(given, 1, any);
        options_.accept_output(given);
        filter_.languages = comma_list(text_option(given, "langs"));
        filter_.pattern_language = text_option(given, "in");
        list_ = text_option(given, "not-url");
        if (given.count("min-confidence") != 0)
            filter_.least_confidence = given["min-confidence"].as<double>();
        if (given.count("min-length") != 0) filter_.least_length = given["min-length"].as<std::size_t>();
        if (given.count("max-length") != 0) filter_.most_length = given["max-length"].as<std::size_t>();
        for (const std::string& condition : texts(given, "property")) {
            const std::size_t at = condition.find('=');
            filter_.properties.push_back({condition.substr(0, at), {}});
            if (at != std::string::npos) filter_.properties.back().value = condition.substr(at + 1);
        }
        try {
            for (const std::string& each : texts(given, "match")) filter_.patterns.emplace_back(each);
            for (const std::string& each : texts(given, "not-match")) filter_.not_patterns.emplace_back(each);
        } catch (const std::invalid_argument& error) {
            throw UsageError(std::string(error.what()) + "; correct it");
        }
    }

    ExitCode run(Streams& streams) override {
        if (!list_.empty()) {
            TextLines lines(list_);
            for (std::string line; lines.next(line);) {
                if (!line.empty() && line.front() != '#') filter_.not_urls.insert(line);
            }
        }
        Notices notices(streams.err);
        std::unique_ptr<memories::Output> output;
        std::size_t all = 0;
        for (const std::string& file : options_.files) {
            memories::Input input(file, memories::lenient(file, options_.repair, notices), streams.in);
            if (!output)
                output = std::make_unique<memories::Output>(options_.output, options_.force, input.header(),
                                                            streams.out);
            for (tmx::Unit unit; input.next(unit); ++all) {
                if (filter_.keeps(unit)) output->write(unit);
            }
        }
        output->commit();
        if (!streams.quiet) streams.err << fmt::format("{} of {} units kept\n", output->units(), all);
        return ExitCode::done;
    }

  private:
    static std::vector<std::string> texts(const po::variables_map& given, const char* name) {
        return given.count(name) == 0 ? std::vector<std::string>{}
                                      : given[name].as<std::vector<std::string>>();
    }

    TmxOptions options_;
    memories::Filter filter_;
    std::string list_;
};

}  // namespace

std::unique_ptr<Command> make_tmx_filter_command() { return std::make_unique<TmxFilterCommand>(); }

}  // namespace hexapla
