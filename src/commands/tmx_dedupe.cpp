#include <fmt/format.h>

#include "commands/tmx.hpp"
#include "commands/tmx_options.hpp"
#include "memories/dedupe.hpp"
#include "memories/input.hpp"
#include "memories/writing.hpp"

namespace po = boost::program_options;

namespace hexapla {
namespace {

constexpr std::size_t any = 1000;

class TmxDedupeCommand : public Command {
  public:
    void describe(po::options_description& options, po::options_description& hidden,
                  po::positional_options_description& positional) override {
        TmxOptions::describe_output(options, "the memory to write; - : standard output");
        auto add = options.add_options();
        add("near", "case, numbers, punctuation and inline codes aside");
        add("removed", po::value(&removed_)->value_name("FILE.tmx"), "write there what was removed");
        options_.describe_inputs(options, hidden, positional);
    }

    void accept(const po::variables_map& given) override {
        options_.accept(given, 1, any);
        options_.accept_output(given);
        near_ = given.count("near") != 0;
    }

    ExitCode run(Streams& streams) override {
        Notices notices(streams.err);
        memories::Deduper deduper({near_});
        tmx::Header header;
        for (const std::string& file : options_.files) {
            memories::Input input(file, memories::lenient(file, options_.repair, notices), streams.in);
            if (&file == &options_.files.front()) header = input.header();
            for (tmx::Unit unit; input.next(unit);) deduper.add(unit);
        }
        memories::Output output(options_.output, options_.force, header, streams.out);
        std::unique_ptr<memories::Output> removed;
        if (!removed_.empty())
            removed = std::make_unique<memories::Output>(removed_, options_.force, header, streams.out);
        std::size_t gone = 0;
        deduper.finish([&](const tmx::Unit& unit) { output.write(unit); },
                       [&](const tmx::Unit& unit) {
                           ++gone;
                           if (removed) removed->write(unit);
                       });
        output.commit();
        if (removed) removed->commit();
        if (!streams.quiet) streams.err << fmt::format("{} units kept, {} removed\n", output.units(), gone);
        return ExitCode::done;
    }

  private:
    TmxOptions options_;
    std::string removed_;
    bool near_ = false;
};

}  // namespace

std::unique_ptr<Command> make_tmx_dedupe_command() { return std::make_unique<TmxDedupeCommand>(); }

}  // namespace hexapla
