#include "commands/segment.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "align/boundaries.hpp"
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
        options.add_options()("explain",
                              "instead of the sentences, what was decided where one may end, and why");
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
        explain_ = given.count("explain") != 0;
        if (jsonl_ && explain_) throw UsageError("--explain tells it in lines of text; leave --jsonl out");
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
            if (explain_) {
                write_reasons(line, lines.number(), out);
            } else if (jsonl_) {
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

    /// A line for each place where a sentence may end: the number of the input line and the offset in it in
    /// code points, whether it is cut, the rule, the line of the list that it went by, and what stands
    /// around.
    void write_reasons(const std::string& paragraph, std::size_t number, std::ostream& out) const {
        constexpr std::size_t shown = 20;
        const std::string_view text = paragraph;
        std::size_t code_points = 0;
        std::size_t begin = 0;
        align::decide_boundaries(text, language_, [&](const align::Boundary& boundary) {
            code_points += align::count_code_points(text.substr(begin, boundary.offset - begin));
            begin = boundary.offset;
            const std::size_t back = std::min(code_points, shown);
            std::size_t from = begin;
            for (std::size_t i = 0; i < back; ++i) align::previous_code_point(text, from);
            out << number << ':' << code_points << '\t' << (boundary.cut ? "cut" : "kept") << '\t'
                << boundary.rule << '\t';
            if (boundary.line != 0) out << boundary.list << ':' << boundary.line;
            out << '\t' << text.substr(from, begin - from) << '|'
                << align::first_code_points(text.substr(begin), shown) << '\n';
        });
    }

    std::string language_;
    std::string file_;
    bool jsonl_ = false;
    bool explain_ = false;
};

}  // namespace

std::unique_ptr<Command> make_segment_command() { return std::make_unique<SegmentCommand>(); }

}  // namespace hexapla
