#include "commands/segment.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "align/segmenter.hpp"
#include "align/unicode.hpp"
#include "editions.hpp"
#include "errors.hpp"
#include "text_lines.hpp"

namespace fs = std::filesystem;
namespace po = boost::program_options;

namespace hexapla {
namespace {

class SegmentCommand : public Command {
  public:
    void describe(po::options_description& options, po::options_description& hidden,
                  po::positional_options_description& positional) override {
        options.add_options()("lang", po::value<std::string>()->required()->value_name("TAG"),
                              "the language; any name that 'hexapla editions' lists");
        options.add_options()("jsonl", "JSON objects in and out, a line each");
        hidden.add_options()("file", po::value<std::string>()->default_value("-"));
        positional.add("file", 1);
    }

    void accept(const po::variables_map& given) override {
        const auto name = given["lang"].as<std::string>();
        const Edition* edition = find_edition(name);
        if (edition == nullptr) throw UsageError("--lang: " + explain_unknown_edition(name));
        language_ = edition->tag;
        file_ = given["file"].as<std::string>();
        jsonl_ = given.count("jsonl") != 0;
    }

    ExitCode run(Streams& streams) override {
        if (file_ == "-") {
            TextLines lines(streams.in, "standard input");
            segment(lines, streams.out);
        } else {
            TextLines lines(fs::path{file_});
            if (segment(lines, streams.out) == 0)
                throw InputError(file_ + ": is empty; name a file that holds a text");
        }
        return ExitCode::done;
    }

  private:
    /// Returns how many lines there were.
    std::size_t segment(TextLines& lines, std::ostream& out) const {
        for (std::string line; lines.next(line);) {
            if (jsonl_) {
                write_boundaries(line, lines.place(), out);
            } else {
                write_sentences(line, out);
            }
        }
        return lines.number();
    }

    void write_sentences(const std::string& paragraph, std::ostream& out) const {
        std::size_t begin = 0;
        for (const std::size_t end : align::sentence_boundaries(paragraph, language_)) {
            const std::string_view sentence =
                align::trim(std::string_view(paragraph).substr(begin, end - begin));
            if (!sentence.empty()) out << sentence << '\n';
            begin = end;
        }
    }

    void write_boundaries(const std::string& line, const std::string& place, std::ostream& out) const {
        const auto row = nlohmann::json::parse(line, nullptr, false);
        if (!row.is_object() || !row.contains("text") || !row["text"].is_string()) {
            throw InputError(place + "is no object with a \"text\"; give {\"text\": \"…\"} on each line");
        }
        const auto& text = row["text"].get_ref<const std::string&>();
        nlohmann::json boundaries = nlohmann::json::array();
        std::size_t code_points = 0;
        std::size_t begin = 0;
        for (const std::size_t end : align::sentence_boundaries(text, language_)) {
            code_points += align::count_code_points(std::string_view(text).substr(begin, end - begin));
            boundaries.push_back(code_points);
            begin = end;
        }
        out << nlohmann::json{{"boundaries", boundaries}}.dump() << '\n';
    }

    std::string language_;
    std::string file_;
    bool jsonl_ = false;
};

}  // namespace

std::unique_ptr<Command> make_segment_command() { return std::make_unique<SegmentCommand>(); }

}  // namespace hexapla
