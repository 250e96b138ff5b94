#include <fmt/format.h>

#include <map>

#include "commands/tmx.hpp"
#include "commands/tmx_options.hpp"
#include "memories/input.hpp"
#include "memories/merge.hpp"
#include "memories/writing.hpp"

namespace po = boost::program_options;

namespace hexapla {
namespace {

constexpr std::size_t any = 1000;

const std::map<std::string, memories::Conflict> conflicts = {{"keep", memories::Conflict::keep},
                                                             {"date", memories::Conflict::date},
                                                             {"confidence", memories::Conflict::confidence},
                                                             {"majority", memories::Conflict::majority}};

class TmxMergeCommand : public Command {
  public:
    void describe(po::options_description& options, po::options_description& hidden,
                  po::positional_options_description& positional) override {
        TmxOptions::describe_output(options, "the memory to write; - : standard output");
        options.add_options()("conflicts", po::value<std::string>()->default_value("keep")->value_name("HOW"),
                              "where texts differ: keep, date, confidence or majority");
        options_.describe_inputs(options, hidden, positional);
    }

    void accept(const po::variables_map& given) override {
        options_.accept(given, 1, any);
        options_.accept_output(given);
        const auto found = conflicts.find(given["conflicts"].as<std::string>());
        if (found == conflicts.end())
            throw UsageError("--conflicts: give keep, date, confidence or majority");
        conflict_ = found->second;
    }

    ExitCode run(Streams& streams) override {
        Notices notices(streams.err);
        memories::Merger merger(conflict_);
        tmx::Header header;
        for (const std::string& file : options_.files) {
            memories::Input input(file, memories::lenient(file, options_.repair, notices), streams.in);
            if (&file == &options_.files.front()) header = input.header();
            for (tmx::Unit unit; input.next(unit);) merger.add(unit, input.header());
        }
        memories::Output output(options_.output, options_.force, header, streams.out);
        merger.finish([&](const tmx::Unit& unit) { output.write(unit); });
        output.commit();
        if (!streams.quiet)
            streams.err << fmt::format("{} units written, {} joined to others, {} conflicts of texts\n",
                                       output.units(), merger.joined(), merger.conflicts());
        return ExitCode::done;
    }

  private:
    TmxOptions options_;
    memories::Conflict conflict_ = memories::Conflict::keep;
};

}  // namespace

std::unique_ptr<Command> make_tmx_merge_command() { return std::make_unique<TmxMergeCommand>(); }

}  // namespace hexapla
