#include "commands/segment.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>
#include <string>

#include "align/boundaries.hpp"
#include "align/segmenter.hpp"
#include "align/srx_export.hpp"
#include "align/unicode.hpp"
#include "editions.hpp"
#include "errors.hpp"
#include "notices.hpp"
#include "output.hpp"
#include "run_options.hpp"
#include "srx_file.hpp"
#include "text_lines.hpp"

namespace fs = std::filesystem;
namespace po = boost::program_options;

namespace hexapla {
namespace {

std::vector<std::string> split_names(const std::string& list) {
    std::vector<std::string> names;
    std::istringstream in(list);
    for (std::string name; std::getline(in, name, ',');) names.push_back(name);
    return names;
}

/// Writes what was decided on the places of a line, in ascending order.
class Reasons {
  public:
    Reasons(std::string_view text, std::size_t number, std::ostream& out)
        : text_(text), number_(number), out_(out) {}

    void write(std::size_t offset, bool cut, std::string_view rule, std::string_view list) {
        constexpr std::size_t shown = 20;
        code_points_ += align::count_code_points(text_.substr(begin_, offset - begin_));
        begin_ = offset;
        std::size_t from = offset;
        for (std::size_t i = std::min(code_points_, shown); i > 0; --i)
            align::previous_code_point(text_, from);
        out_ << number_ << ':' << code_points_ << '\t' << (cut ? "cut" : "kept") << '\t' << rule << '\t'
             << list << '\t' << text_.substr(from, offset - from) << '|'
             << align::first_code_points(text_.substr(offset), shown) << '\n';
    }

  private:
    std::string_view text_;
    std::size_t number_;
    std::ostream& out_;
    std::size_t begin_ = 0;
    std::size_t code_points_ = 0;
};

class SegmentCommand : public Command {
  public:
    void describe(po::options_description& options, po::options_description& hidden,
                  po::positional_options_description& positional) override {
        options.add_options()("lang", po::value<std::string>()->value_name("TAG"),
                              "the language; any name that 'hexapla editions' lists");
        options.add_options()("jsonl", "JSON objects in and out, a line each");
        options.add_options()("explain",
                              "instead of the sentences, what was decided where one may end, and why");
        options.add_options()("srx", po::value<std::string>()->value_name("FILE"),
                              "cut by these rules (SRX), which your CAT tool exports");
        options.add_options()("export-srx",
                              "write our own rules as an SRX file, for all versions or --lang TAG,TAG");
        options.add_options()("out", po::value<std::string>()->value_name("FILE.srx"),
                              "where --export-srx writes (default: standard output)");
        options.add_options()("force", "replace a file");
        hidden.add_options()("file", po::value<std::string>()->default_value("-"));
        positional.add("file", 1);
    }

    void accept(const po::variables_map& given) override {
        out_ = given.count("out") == 0 ? "-" : given["out"].as<std::string>();
        force_ = given.count("force") != 0;
        if (given.count("export-srx") != 0) {
            accept_export(given);
            return;
        }
        if (given.count("out") != 0)
            throw UsageError("--out is for --export-srx; sentences go to standard output");
        if (given.count("lang") == 0)
            throw UsageError("which language? give --lang TAG; 'hexapla editions' lists them");
        const auto name = given["lang"].as<std::string>();
        language_ = edition_named(name);
        tag_ = is_canonical_tag(name) ? name : language_;
        if (given.count("srx") != 0) srx_file_ = given["srx"].as<std::string>();
        file_ = given["file"].as<std::string>();
        jsonl_ = given.count("jsonl") != 0;
        explain_ = given.count("explain") != 0;
        if (jsonl_ && explain_) throw UsageError("--explain tells it in lines of text; leave --jsonl out");
    }

    ExitCode run(Streams& streams) override {
        if (!exported_.empty()) {
            write_rules(streams);
            return ExitCode::done;
        }
        if (!srx_file_.empty()) {
            Notices notices(streams.err);
            srx_ = std::make_unique<SrxFileRules>(srx_file_, notices);
            srx_->warn(tag_, notices);
            cutter_ = srx_->cutter(tag_);
        }
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
    static std::string edition_named(const std::string& name) {
        const Edition* edition = find_edition(name);
        if (edition == nullptr) throw UsageError("--lang: " + explain_unknown_edition(name));
        return std::string(edition->tag);
    }

    void accept_export(const po::variables_map& given) {
        for (const char* const option : {"srx", "jsonl", "explain"}) {
            if (given.count(option) != 0)
                throw UsageError(std::string("--export-srx writes rules; leave --") + option + " out");
        }
        if (!given["file"].defaulted())
            throw UsageError("--export-srx cuts no text; leave FILE out, or name it with --out");
        exported_ = align::languages_with_lists();
        if (given.count("lang") == 0) return;
        exported_.clear();
        for (const std::string& name : split_names(given["lang"].as<std::string>())) {
            const std::string tag = edition_named(name);
            if (std::find(exported_.begin(), exported_.end(), tag) == exported_.end())
                exported_.push_back(tag);
        }
    }

    /// Our own rules as an SRX file, and on standard error what it cannot say.
    void write_rules(Streams& streams) const {
        const std::string file = align::write_srx(align::export_srx(exported_));
        if (out_ == "-") {
            streams.out << file;
        } else {
            OutputFile out(out_, force_);
            out.stream() << file;
            out.commit();
        }
        if (streams.quiet) return;
        streams.err << "hexapla: SRX cannot say, so it is not in the file:\n";
        for (const std::string& clause : align::srx_leaves_out()) streams.err << "  - " << clause << '\n';
    }

    /// Returns how many lines there were.
    std::size_t segment(TextLines& lines, std::ostream& out) const {
        for (std::string line; lines.next(line);) {
            if (explain_ && cutter_ != nullptr) {
                write_srx_reasons(line, lines, out);
            } else if (explain_) {
                write_reasons(line, lines.number(), out);
            } else if (jsonl_) {
                write_boundaries(line, lines, out);
            } else {
                write_sentences(line, lines, out);
            }
        }
        return lines.number();
    }

    template <class Cut>
    auto guarded(const TextLines& lines, Cut cut) const {
        try {
            return cut();
        } catch (const align::SrxRuleFailure& failure) {
            throw InputError(lines.place() + "cannot be cut: " + srx_->failure(failure).what());
        }
    }

    /// The ends of the sentences of a line, by the rules asked for.
    std::vector<std::size_t> ends_of(std::string_view text, const TextLines& lines) const {
        if (cutter_ == nullptr) return align::sentence_boundaries(text, language_);
        return guarded(lines, [&] { return cutter_->boundaries(text); });
    }

    void write_sentences(const std::string& paragraph, const TextLines& lines, std::ostream& out) const {
        std::size_t begin = 0;
        for (const std::size_t end : ends_of(paragraph, lines)) {
            const std::string_view sentence =
                align::trim(std::string_view(paragraph).substr(begin, end - begin));
            if (!sentence.empty()) out << sentence << '\n';
            begin = end;
        }
    }

    void write_boundaries(const std::string& line, const TextLines& lines, std::ostream& out) const {
        const auto row = nlohmann::json::parse(line, nullptr, false);
        if (!row.is_object() || !row.contains("text") || !row["text"].is_string()) {
            throw InputError(lines.place() +
                             "is no object with a \"text\"; give {\"text\": \"…\"} on each line");
        }
        const auto& text = row["text"].get_ref<const std::string&>();
        nlohmann::json boundaries = nlohmann::json::array();
        std::size_t code_points = 0;
        std::size_t begin = 0;
        for (const std::size_t end : ends_of(text, lines)) {
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
        Reasons reasons(paragraph, number, out);
        align::decide_boundaries(paragraph, language_, [&](const align::Boundary& boundary) {
            const std::string list =
                boundary.line == 0 ? "" : std::string(boundary.list) + ":" + std::to_string(boundary.line);
            reasons.write(boundary.offset, boundary.cut, boundary.rule, list);
        });
    }

    /// The same of an SRX file's rules.
    void write_srx_reasons(const std::string& paragraph, const TextLines& lines, std::ostream& out) const {
        Reasons reasons(paragraph, lines.number(), out);
        guarded(lines, [&] {
            cutter_->decide(paragraph, [&](const align::SrxDecision& decision) {
                if (decision.rule == nullptr) {
                    reasons.write(decision.offset, decision.cut, "the text ends", "");
                    return;
                }
                const std::string_view rule =
                    decision.rule->breaks ? "a rule breaks" : "a rule does not break";
                reasons.write(decision.offset, decision.cut, rule,
                              srx_->name() + ":" + std::to_string(decision.rule->place.line));
            });
        });
    }

    std::string language_;
    std::string file_;
    bool jsonl_ = false;
    bool explain_ = false;
    std::string tag_;  ///< what rules of an SRX file are looked up with
    std::string srx_file_;
    std::vector<std::string> exported_;  ///< the languages whose rules are written; empty: text is cut
    std::string out_;
    bool force_ = false;
    std::unique_ptr<SrxFileRules> srx_;
    const align::SrxCutter* cutter_ = nullptr;
};

}  // namespace

std::unique_ptr<Command> make_segment_command() { return std::make_unique<SegmentCommand>(); }

}  // namespace hexapla
