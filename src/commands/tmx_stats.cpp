#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>

#include "commands/tmx.hpp"
#include "commands/tmx_options.hpp"
#include "memories/input.hpp"
#include "memories/stats.hpp"
#include "output.hpp"

namespace po = boost::program_options;

namespace hexapla {
namespace {

constexpr std::size_t any = 1000;
constexpr std::size_t bar_columns = 40;

class TmxStatsCommand : public Command {
  public:
    void describe(po::options_description& options, po::options_description& hidden,
                  po::positional_options_description& positional) override {
        auto add = options.add_options();
        add("json", "the figures as one JSON object");
        add("html", po::value(&page_)->value_name("PAGE.html"), "write a page with plots");
        add("force", "replace a file that hexapla did not write");
        options_.describe_inputs(options, hidden, positional);
    }

    void accept(const po::variables_map& given) override {
        options_.accept(given, 1, any);
        json_ = given.count("json") != 0;
    }

    ExitCode run(Streams& streams) override {
        Notices notices(streams.err);
        memories::Stats stats;
        for (const std::string& file : options_.files) {
            memories::Input input(file, memories::lenient(file, options_.repair, notices), streams.in);
            for (tmx::Unit unit; input.next(unit);) stats.add(unit, input.header());
        }
        if (!page_.empty()) {
            OutputFile page(page_, options_.force);
            memories::print_page(stats, std::filesystem::path(options_.files.front()).filename(),
                                 page.stream());
            page.commit();
        } else if (json_) {
            memories::print_json(stats, streams.out);
        } else {
            memories::print_table(stats, ::isatty(STDOUT_FILENO) != 0 ? bar_columns : 0, streams.out);
        }
        return ExitCode::done;
    }

  private:
    TmxOptions options_;
    std::string page_;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_tmx_stats_command() { return std::make_unique<TmxStatsCommand>(); }

}  // namespace hexapla
