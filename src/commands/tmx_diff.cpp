#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "commands/tmx.hpp"
#include "commands/tmx_options.hpp"
#include "memories/diff.hpp"
#include "memories/input.hpp"
#include "memories/values.hpp"

namespace po = boost::program_options;

namespace hexapla {
namespace {

nlohmann::ordered_json as_json(const tmx::Unit& unit) {
    nlohmann::ordered_json variants;
    for (const tmx::Variant& variant : unit.variants) variants[variant.language] = variant.segment;
    return {{"tuid", unit.id}, {"variants", variants}};
}

class TmxDiffCommand : public Command {
  public:
    void describe(po::options_description& options, po::options_description& hidden,
                  po::positional_options_description& positional) override {
        options.add_options()("json", "a JSON object a difference, one a line");
        options_.describe_inputs(options, hidden, positional);
    }

    void accept(const po::variables_map& given) override {
        options_.accept(given, 2, 2);
        json_ = given.count("json") != 0;
    }

    ExitCode run(Streams& streams) override {
        Notices notices(streams.err);
        const auto open = [&](const std::string& file) {
            return memories::Input(file, memories::lenient(file, options_.repair, notices), streams.in);
        };
        memories::Differ differ;
        std::size_t added = 0;
        std::size_t removed = 0;
        std::size_t changed = 0;
        memories::Input old_input = open(options_.files[0]);
        for (tmx::Unit unit; old_input.next(unit);) differ.add_old(unit, old_input.header());
        memories::Input new_input = open(options_.files[1]);
        for (tmx::Unit unit; new_input.next(unit);) {
            differ.compare(
                unit, new_input.header(),
                [&](const tmx::Unit& each) {
                    ++added;
                    print("+", "added", each, streams.out);
                },
                [&](const tmx::Unit& before, const tmx::Unit& after) {
                    ++changed;
                    print_change(before, after, streams.out);
                });
        }
        differ.finish([&](const tmx::Unit& each) {
            ++removed;
            print("-", "removed", each, streams.out);
        });
        if (!streams.quiet)
            streams.err << fmt::format("{} the same, {} changed, {} added, {} removed\n", differ.same(),
                                       changed, added, removed);
        return added + removed + changed > 0 ? ExitCode::bad_inputs : ExitCode::done;
    }

  private:
    static void dump(const nlohmann::ordered_json& object, std::ostream& out) {
        out << object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    }

    void print(const char* sign, const char* what, const tmx::Unit& unit, std::ostream& out) const {
        if (json_)
            return dump({{"schema", "hexapla-tmx-difference/1"}, {"what", what}, {"unit", as_json(unit)}},
                        out);
        for (const tmx::Variant& variant : unit.variants)
            out << fmt::format("{} {} {}: {}\n", sign, unit.id.empty() ? "-" : unit.id, variant.language,
                               variant.segment);
    }

    void print_change(const tmx::Unit& before, const tmx::Unit& after, std::ostream& out) const {
        if (json_)
            return dump({{"schema", "hexapla-tmx-difference/1"},
                         {"what", "changed"},
                         {"old", as_json(before)},
                         {"new", as_json(after)}},
                        out);
        const std::string id = after.id.empty() ? "-" : after.id;
        for (const tmx::Variant& variant : before.variants) {
            const tmx::Variant* now = memories::variant_in(after, variant.language);
            if (now != nullptr && now->segment == variant.segment) continue;
            out << fmt::format("~ {} {}: {} -> {}\n", id, variant.language, variant.segment,
                               now == nullptr ? "(none)" : now->segment);
        }
        for (const tmx::Variant& variant : after.variants) {
            if (memories::variant_in(before, variant.language) == nullptr)
                out << fmt::format("~ {} {}: (none) -> {}\n", id, variant.language, variant.segment);
        }
    }

    TmxOptions options_;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_tmx_diff_command() { return std::make_unique<TmxDiffCommand>(); }

}  // namespace hexapla
