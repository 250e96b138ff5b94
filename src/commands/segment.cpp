#include "commands/segment.hpp"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "align/segmenter.hpp"
#include "align/unicode.hpp"
#include "editions.hpp"
#include "errors.hpp"

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
            segment_lines(streams.in, "standard input", streams.out);
        } else {
            std::ifstream in(file_, std::ios::binary);
            if (!in || in.peek() == std::ifstream::traits_type::eof()) {
                throw InputError(file_ + ": is not there, is empty or cannot be read; check the name");
            }
            segment_lines(in, file_, streams.out);
        }
        return ExitCode::done;
    }

  private:
    void segment_lines(std::istream& in, const std::string& name, std::ostream& out) const {
        std::string line;
        for (std::size_t number = 1; std::getline(in, line); ++number) {
            const std::string place = name + ":" + std::to_string(number) + ": ";
            if (!line.empty() && line.back() == '\r') line.pop_back();
            if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
            if (const auto at = align::find_malformed(line)) {
                throw InputError(place + "is not UTF-8 at byte " + std::to_string(*at) +
                                 " of the line; convert the text to UTF-8 first");
            }
            if (jsonl_) {
                write_boundaries(line, place, out);
            } else {
                write_sentences(line, out);
            }
        }
        if (in.bad()) throw InputError(name + ": cannot be read to its end");
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
