#include <fmt/format.h>

#include <stdexcept>

#include "commands/tmx.hpp"
#include "commands/tmx_options.hpp"
#include "memories/input.hpp"
#include "memories/retag.hpp"
#include "memories/writing.hpp"

namespace po = boost::program_options;

namespace hexapla {
namespace {

class TmxRetagCommand : public Command {
  public:
    void describe(po::options_description& options, po::options_description& hidden,
                  po::positional_options_description& positional) override {
        TmxOptions::describe_output(options, "the memory to write; - : standard output");
        auto add = options.add_options();
        add("for", po::value<std::string>()->value_name("TOOL"),
            "tags as omegat, trados or memoq wants them");
        add("rename", po::value<std::string>()->value_name("OLD=NEW,…"),
            "tags as they stand in the file, and new ones");
        add("regions", po::value<std::string>()->value_name("add|drop"),
            "add the usual region, or drop one that is");
        add("source", po::value(&retagging_.source)->value_name("TAG"), "the header's source language");
        options_.describe_inputs(options, hidden, positional);
    }

    void accept(const po::variables_map& given) override {
        options_.accept(given, 1, 1);
        options_.accept_output(given);
        const std::string source = retagging_.source;
        try {
            if (given.count("for") != 0) retagging_ = memories::retagging_for(given["for"].as<std::string>());
        } catch (const std::invalid_argument& error) {
            throw UsageError(error.what());
        }
        retagging_.source = source;
        for (const std::string& pair : comma_list(text_option(given, "rename"))) {
            const std::size_t at = pair.find('=');
            if (at == std::string::npos) throw UsageError("--rename " + pair + ": write OLD=NEW");
            retagging_.renamed[pair.substr(0, at)] = pair.substr(at + 1);
        }
        const std::string regions = text_option(given, "regions");
        if (regions == "add") retagging_.regions = memories::Regions::add;
        if (regions == "drop") retagging_.regions = memories::Regions::drop;
        if (!regions.empty() && regions != "add" && regions != "drop")
            throw UsageError("--regions: give add or drop");
    }

    ExitCode run(Streams& streams) override {
        Notices notices(streams.err);
        const std::string& file = options_.files.front();
        memories::Input input(file, memories::lenient(file, options_.repair, notices), streams.in);
        tmx::Header header = input.header();
        retagging_.apply(header);
        memories::Output output(options_.output, options_.force, header, streams.out);
        std::size_t changed = 0;
        for (tmx::Unit unit; input.next(unit);) {
            if (retagging_.apply(unit)) ++changed;
            output.write(unit);
        }
        output.commit();
        if (!streams.quiet)
            streams.err << fmt::format("{} of {} units have other tags now\n", changed, output.units());
        return ExitCode::done;
    }

  private:
    TmxOptions options_;
    memories::Retagging retagging_;
};

}  // namespace

std::unique_ptr<Command> make_tmx_retag_command() { return std::make_unique<TmxRetagCommand>(); }

}  // namespace hexapla
