#include "commands/extract.hpp"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "containers/sources.hpp"
#include "editions.hpp"
#include "errors.hpp"
#include "notices.hpp"
#include "output.hpp"
#include "page_stream.hpp"
#include "pages/article_text.hpp"
#include "pages/json.hpp"
#include "pages/read_page.hpp"
#include "source_options.hpp"
#include "terminal_text.hpp"

namespace po = boost::program_options;

namespace hexapla {
namespace {

using pages::ReadOptions;

/// What was read and what was not, for the summary and the exit code.
struct Tally {
    std::size_t bad = 0;
    std::map<std::string, std::size_t> by_edition;
    std::map<std::string, std::size_t> left_out;  // by what they are
};

std::string list_of(const std::map<std::string, std::size_t>& counts) {
    std::string list;
    for (const auto& [name, count] : counts)
        list += (list.empty() ? ": " : ", ") + std::to_string(count) + " " + name;
    return list;
}

void print_summary(std::ostream& err, const Tally& tally) {
    std::size_t read = 0;
    for (const auto& [tag, count] : tally.by_edition) read += count;
    err << "hexapla: " << read << (read == 1 ? " article read" : " articles read")
        << list_of(tally.by_edition);
    if (!tally.left_out.empty()) err << "; left out" << list_of(tally.left_out);
    err << "; " << tally.bad << (tally.bad == 1 ? " bad input" : " bad inputs") << '\n';
}

/// The text as a field of a table.
std::string field(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

class ExtractCommand final : public Command {
  public:
    void describe(po::options_description& options, po::options_description& hidden,
                  po::positional_options_description& positional) override {
        options.add_options()                                           //
            ("lang", po::value(&options_.edition)->value_name("NAME"),  //
             "edition of all pages: tag, path code or name; default: the folder's name, the page, its "
             "words")  //
            ("as", po::value(&as_)->value_name("KIND"),
             "page or text; default: by what the file looks like")  //
            ("repair", po::bool_switch(&options_.repair),
             "put U+FFFD for malformed bytes, rather than refuse the file")  //
            ("text", po::bool_switch(&text_),
             "plain text: blocks parted by an empty line, articles by two")  //
            ("all-blocks", po::bool_switch(&all_blocks_),
             "with menus, boxes, footer, as blocks of kind chrome")                                //
            ("captions", po::bool_switch(&options_.captions), "--text with captions of pictures")  //
            ("rest", po::value(&rest_)->value_name("FILE.tsv"),
             "list what is left out or bad there: place, address, what it is, why")                   //
            ("force", po::bool_switch(&force_), "replace files that hexapla did not write")           //
            ("jobs", po::value(&jobs_)->default_value(0)->value_name("N"), "threads; 0: one a core")  //
            ("max-bad", po::value(&max_bad_)->default_value(0)->value_name("N"),
             "exit code 1 when more inputs are bad");
        arguments_.describe(options);
        hidden.add_options()("source", po::value(&names_));
        positional.add("source", -1);
    }

    void accept(const po::variables_map& /*given*/) override {
        if (names_.empty())
            throw UsageError("no pages are given; name files, folders, or - for standard input");
        if (text_ && all_blocks_)
            throw UsageError("--text and --all-blocks exclude each other; give one of them");
        if (!options_.edition.empty() && find_edition(options_.edition) == nullptr) {
            throw UsageError("--lang: " + explain_unknown_edition(options_.edition));
        }
        if (as_ == "page") {
            options_.as = ReadOptions::As::page;
        } else if (as_ == "text") {
            options_.as = ReadOptions::As::text;
        } else if (!as_.empty()) {
            throw UsageError("--as " + as_ + ": there is no such kind; give page or text");
        }
        if (jobs_ < 0) throw UsageError("--jobs: give a number from 0 on");
        arguments_.apply(sources_, options_);
    }

    ExitCode run(Streams& streams) override {
        std::optional<OutputFile> rest;
        if (!rest_.empty()) rest.emplace(rest_, force_);
        if (rest) rest->stream() << "place\taddress\twhat\twhy\n";
        Notices notices(streams.err);
        Tally tally;
        containers::Sources sources(names_, sources_, streams.in);
        read_all(sources, options_, jobs_, [&](PageOutcome&& outcome) {
            if (outcome.what == PageOutcome::What::article) {
                for (const std::string& warning : outcome.reading.warnings) notices.warn(warning);
                write(outcome.reading.article, streams);
                ++tally.by_edition[outcome.reading.article.edition];
                return;
            }
            const bool bad = outcome.what == PageOutcome::What::bad;
            if (bad) notices.refuse(outcome.reason);
            ++(bad ? tally.bad : tally.left_out[outcome.kind]);
            if (!rest) return;
            rest->stream() << field(outcome.place) << '\t' << field(outcome.url) << '\t'
                           << (bad ? "bad" : outcome.kind) << '\t' << field(outcome.reason) << '\n';
        });
        if (rest) rest->commit();
        if (!streams.quiet) print_summary(streams.err, tally);
        return tally.bad > max_bad_ ? ExitCode::bad_inputs : ExitCode::done;
    }

  private:
    /// On a terminal nothing in a page moves the cursor or turns the direction of what follows.
    void write(const pages::Article& article, Streams& streams) {
        const bool terminal = &streams.out == &std::cout && isatty(STDOUT_FILENO) != 0;
        if (text_ && written_) streams.out << "\n\n";
        written_ = true;
        std::string out = text_ ? pages::article_text(article, options_.captions).text
                                : pages::to_json(article, all_blocks_);
        streams.out << (terminal ? terminal_text(out) : out) << '\n';
    }

    std::vector<std::string> names_;
    std::string as_;
    SourceArguments arguments_;
    containers::SourceOptions sources_;
    ReadOptions options_;
    std::string rest_;
    bool force_ = false;
    int jobs_ = 0;
    bool text_ = false;
    bool all_blocks_ = false;
    bool written_ = false;
    std::size_t max_bad_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_extract_command() { return std::make_unique<ExtractCommand>(); }

}  // namespace hexapla
