#include "commands/extract.hpp"

#include <algorithm>
#include <filesystem>
#include <istream>
#include <iterator>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "editions.hpp"
#include "errors.hpp"
#include "pages/article_text.hpp"
#include "pages/json.hpp"
#include "pages/read_page.hpp"

namespace fs = std::filesystem;
namespace po = boost::program_options;

namespace hexapla {
namespace {

using pages::PageReading;
using pages::ReadOptions;

/// A file to read, and the edition that its folder's name says; "-" is standard input.
struct Source {
    fs::path file;
    std::string edition;
};

/// The regular files of a folder in the order of their names, those with a leading dot left out.
std::vector<Source> files_of(const fs::path& folder) {
    const fs::path name = folder.filename().empty() ? folder.parent_path().filename() : folder.filename();
    const Edition* edition = find_edition(name.string());
    std::vector<Source> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (!entry.is_regular_file() || entry.path().filename().string().starts_with('.')) continue;
        files.push_back({entry.path(), edition == nullptr ? "" : std::string(edition->tag)});
    }
    std::sort(files.begin(), files.end(), [](const Source& a, const Source& b) { return a.file < b.file; });
    if (files.empty())
        throw InputError(folder.string() + ": holds no files; name the folder that holds the pages");
    return files;
}

std::vector<Source> sources_of(const std::string& name) {
    std::error_code error;
    if (name != "-" && fs::is_directory(name, error)) return files_of(name);
    return {{name, ""}};
}

/// What was read and what was not, for the summary and the exit code.
struct Tally {
    std::size_t bad = 0;
    std::map<std::string, std::size_t> by_edition;
};

void print_summary(std::ostream& err, const Tally& tally) {
    std::size_t read = 0;
    std::string editions;
    for (const auto& [tag, count] : tally.by_edition) {
        read += count;
        editions += (editions.empty() ? ": " : ", ") + std::to_string(count) + " " + tag;
    }
    err << "hexapla: " << read << (read == 1 ? " article read" : " articles read") << editions << "; "
        << tally.bad << (tally.bad == 1 ? " bad input" : " bad inputs") << '\n';
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
             "with menus, boxes, footer, as blocks of kind chrome")  //
            ("max-bad", po::value(&max_bad_)->default_value(0)->value_name("N"),
             "exit code 1 when more inputs are bad");
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
    }

    ExitCode run(Streams& streams) override {
        Tally tally;
        for (const std::string& name : names_) extract(name, streams, tally);
        if (!streams.quiet) print_summary(streams.err, tally);
        return tally.bad > max_bad_ ? ExitCode::bad_inputs : ExitCode::done;
    }

  private:
    /// Extracts a file or all files of a folder. What is bad is named and counted, and the rest goes on.
    void extract(const std::string& name, Streams& streams, Tally& tally) {
        try {
            for (const Source& source : sources_of(name)) extract_file(source, streams, tally);
        } catch (const InputError& error) {
            report(error.what(), streams, tally);
        } catch (const fs::filesystem_error& error) {
            report(name + ": cannot be listed (" + error.code().message() + "); check who may read it",
                   streams, tally);
        }
    }

    void extract_file(const Source& source, Streams& streams, Tally& tally) {
        try {
            for (const PageReading& reading : read(source, streams)) {
                for (const std::string& warning : reading.warnings)
                    streams.err << "hexapla: " << warning << '\n';
                write(reading.article, streams.out);
                ++tally.by_edition[reading.article.edition];
            }
        } catch (const InputError& error) {
            report(error.what(), streams, tally);
        }
    }

    std::vector<PageReading> read(const Source& source, Streams& streams) const {
        ReadOptions options = options_;
        if (options.edition.empty()) options.edition = source.edition;
        if (source.file != "-") return pages::read_pages(source.file, options);
        const std::string bytes{std::istreambuf_iterator<char>(streams.in), std::istreambuf_iterator<char>()};
        return pages::read_pages(bytes, "standard input", "stdin", options);
    }

    void write(const pages::Article& article, std::ostream& out) {
        if (!text_) {
            out << pages::to_json(article, all_blocks_) << '\n';
            return;
        }
        if (written_) out << "\n\n";
        out << pages::article_text(article).text << '\n';
        written_ = true;
    }

    static void report(const std::string& error, Streams& streams, Tally& tally) {
        streams.err << "hexapla: " << error << '\n';
        ++tally.bad;
    }

    std::vector<std::string> names_;
    std::string as_;
    ReadOptions options_;
    bool text_ = false;
    bool all_blocks_ = false;
    bool written_ = false;
    std::size_t max_bad_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_extract_command() { return std::make_unique<ExtractCommand>(); }

}  // namespace hexapla
