#include <fmt/format.h>

#include <filesystem>
#include <map>

#include "commands/tmx.hpp"
#include "commands/tmx_options.hpp"
#include "errors.hpp"
#include "memories/input.hpp"
#include "memories/split.hpp"
#include "memories/writing.hpp"

namespace po = boost::program_options;

namespace hexapla {
namespace {

// Each part is a file that is open to the end.
constexpr std::size_t most_parts = 500;

class TmxSplitCommand : public Command {
  public:
    void describe(po::options_description& options, po::options_description& hidden,
                  po::positional_options_description& positional) override {
        TmxOptions::describe_output(options, "the folder for the parts");
        auto add = options.add_options();
        add("pairs", "a part for each two languages, the source being one");
        add("size", po::value<std::size_t>()->value_name("N"), "parts of N units, to the end of the story");
        add("property", po::value<std::string>()->value_name("TYPE"),
            "a part for each value of that property");
        add("test", po::value<double>()->value_name("SHARE"),
            "a test set of that share of the stories (0 to 1)");
        add("seed", po::value<std::uint64_t>()->default_value(1)->value_name("N"),
            "of the choice of stories");
        options_.describe_inputs(options, hidden, positional);
    }

    void accept(const po::variables_map& given) override {
        options_.accept(given, 1, 1);
        options_.accept_output(given);
        if (given.count("pairs") + given.count("size") + given.count("property") + given.count("test") != 1)
            throw UsageError("by what? give one of --pairs, --size N, --property TYPE, --test SHARE");
        using By = memories::Splitter::By;
        if (given.count("size") != 0) {
            split_.by = By::size;
            split_.size = given["size"].as<std::size_t>();
            if (split_.size == 0) throw UsageError("--size: give a number from 1");
        } else if (given.count("property") != 0) {
            split_.by = By::property;
            split_.property = given["property"].as<std::string>();
        } else if (given.count("test") != 0) {
            split_.by = By::random;
            split_.test_share = given["test"].as<double>();
            if (split_.test_share < 0 || split_.test_share > 1)
                throw UsageError("--test: give a share from 0 to 1");
        }
        split_.seed = given["seed"].as<std::uint64_t>();
    }

    ExitCode run(Streams& streams) override {
        Notices notices(streams.err);
        const std::string& file = options_.files.front();
        memories::Input input(file, memories::lenient(file, options_.repair, notices), streams.in);
        memories::Splitter splitter(split_);
        std::map<std::string, std::unique_ptr<memories::Output>> parts;
        std::string current;
        for (tmx::Unit unit; input.next(unit);) {
            for (const memories::Part& part : splitter.parts_of(unit, input.header())) {
                auto& output = parts[part.name];
                if (!output) {
                    if (parts.size() > most_parts)
                        throw InputError(fmt::format("{}: more than {} parts; part it by something else",
                                                     file, most_parts));
                    output = std::make_unique<memories::Output>(place_of(part.name), options_.force,
                                                                header_of(input.header(), part), streams.out);
                    if (split_.by == memories::Splitter::By::size && !current.empty())
                        finish(*parts[current]);
                    current = part.name;
                }
                output->write(part.unit);
            }
        }
        for (auto& [name, output] : parts) {
            if (split_.by != memories::Splitter::By::size || name == current) finish(*output);
            if (!streams.quiet) streams.err << fmt::format("{:>8} {}\n", output->units(), place_of(name));
        }
        return ExitCode::done;
    }

  private:
    [[nodiscard]] std::string place_of(const std::string& part) const {
        std::filesystem::path stem = std::filesystem::path(options_.files.front()).filename();
        if (stem == "-") stem = "memory";
        if (stem.extension() == ".gz") stem = stem.stem();
        return std::filesystem::path(options_.output) / (stem.stem().string() + "." + part + ".tmx");
    }

    /// A pair's source is known, whatever the whole memory says.
    [[nodiscard]] tmx::Header header_of(tmx::Header header, const memories::Part& part) const {
        if (split_.by == memories::Splitter::By::pairs)
            header.source_language = part.unit.variants.front().language;
        return header;
    }

    static void finish(memories::Output& output) { output.commit(); }

    TmxOptions options_;
    memories::Splitter::Options split_;
};

}  // namespace

std::unique_ptr<Command> make_tmx_split_command() { return std::make_unique<TmxSplitCommand>(); }

}  // namespace hexapla
