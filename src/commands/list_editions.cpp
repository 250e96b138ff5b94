#include "commands/list_editions.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <ostream>

#include "align/unicode.hpp"
#include "editions.hpp"

namespace po = boost::program_options;

namespace hexapla {
namespace {

using Row = std::array<std::string_view, 6>;

Row row_of(const Edition& edition) {
    // The native name comes last: what it is written in does not keep to the terminal's columns.
    return {edition.tag, edition.path, edition.tmx_tag, edition.locale, edition.english, edition.native};
}

void print_table(std::ostream& out) {
    std::vector<Row> rows = {{"TAG", "PATH", "TMX", "LOCALE", "NAME", "NATIVE NAME"}};
    for (const Edition& edition : editions()) rows.push_back(row_of(edition));
    std::array<std::size_t, 6> widths{};
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
    }
    for (const Row& row : rows) {
        for (std::size_t i = 0; i + 1 < row.size(); ++i) {
            out << row[i] << std::string(widths[i] + 2 - row[i].size(), ' ');
        }
        out << row.back() << '\n';
    }
}

void print_json(std::ostream& out) {
    for (const Edition& edition : editions()) {
        nlohmann::ordered_json object;
        object["schema"] = 1;
        object["tag"] = edition.tag;
        object["name"] = edition.english;
        object["native"] = edition.native;
        object["path"] = edition.path;
        object["old_path"] = edition.old_path;
        object["tmx"] = edition.tmx_tag;
        object["locale"] = edition.locale;
        object["direction"] = edition.direction == Direction::right_to_left ? "rtl" : "ltr";
        out << object.dump() << '\n';
    }
}

class EditionsCommand final : public Command {
  public:
    void describe(po::options_description& options, po::options_description& /*hidden*/,
                  po::positional_options_description& /*positional*/) override {
        options.add_options()("json", po::bool_switch(&json_), "one JSON object a line");
    }

    void accept(const po::variables_map& /*given*/) override {}

    ExitCode run(Streams& streams) override {
        json_ ? print_json(streams.out) : print_table(streams.out);
        return ExitCode::done;
    }

  private:
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_editions_command() { return std::make_unique<EditionsCommand>(); }

}  // namespace hexapla
