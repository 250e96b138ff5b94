#include <fmt/format.h>

#include <iterator>
#include <optional>
#include <stdexcept>

#include "commands/tmx.hpp"
#include "commands/tmx_options.hpp"
#include "errors.hpp"
#include "gzip.hpp"
#include "memories/forms.hpp"
#include "memories/input.hpp"
#include "memories/values.hpp"
#include "memories/writing.hpp"

namespace po = boost::program_options;

namespace hexapla {
namespace {

using memories::Form;

std::string whole_text(const std::string& file, std::istream& standard_input) {
    if (file == "-") return {std::istreambuf_iterator<char>(standard_input), {}};
    const std::unique_ptr<std::istream> in = unpacked_stream(file);
    return {std::istreambuf_iterator<char>(*in), {}};
}

class TmxConvertCommand : public Command {
  public:
    void describe(po::options_description& options, po::options_description& hidden,
                  po::positional_options_description& positional) override {
        TmxOptions::describe_output(options, "the file to write; - : standard output");
        auto add = options.add_options();
        add("from", po::value<std::string>()->value_name("FORM"),
            "the form of FILE, where its ending does not tell");
        add("to", po::value<std::string>()->value_name("FORM"),
            "tmx, tsv, jsonl, moses, xliff, xliff2, xlsx or po, where the ending of OUT does not tell");
        add("langs", po::value<std::string>()->value_name("TAG,TAG"), "the two languages");
        options_.describe_inputs(options, hidden, positional);
    }

    void accept(const po::variables_map& given) override {
        options_.accept(given, 1, 3);
        options_.accept_output(given);
        const std::vector<std::string> languages = comma_list(text_option(given, "langs"));
        if (!languages.empty() && languages.size() != 2)
            throw UsageError("--langs: give two tags, as in de,ru");
        if (!languages.empty()) languages_ = {languages[0], languages[1]};
        try {
            const std::string from = text_option(given, "from");
            from_ = !from.empty()               ? memories::form_of_name(from)
                    : options_.files.size() > 1 ? Form::moses
                                                : memories::form_of_file(options_.files.front());
            const std::string to = text_option(given, "to");
            to_ = to.empty() ? memories::form_of_file(options_.output) : memories::form_of_name(to);
        } catch (const std::invalid_argument& error) {
            throw UsageError(error.what());
        }
        if (from_ == Form::moses && options_.files.size() < 2)
            throw UsageError("texts with a segment a line come in two: give the source's and the target's");
        if (from_ == Form::moses && languages_.source.empty())
            throw UsageError("which languages? give --langs, as in --langs de,ru");
        if (from_ != Form::moses && options_.files.size() > 1)
            throw UsageError("give one file; 'tmx merge' joins several");
        if (to_ == Form::moses && options_.output == "-") throw UsageError("moses has two files; name OUT");
        if (from_ == Form::xlsx && options_.files.front() == "-")
            throw UsageError("a workbook is read from a file");
    }

    ExitCode run(Streams& streams) override {
        Notices notices(streams.err);
        read(streams, notices, [&](const tmx::Unit& unit, const tmx::Header& header) {
            if (!opened_) open(unit, header, streams);
            give(unit);
        });
        if (!opened_) open({}, header_, streams);
        if (memory_) {
            memory_->commit();
        } else {
            writer_->finish();
            if (file_) file_->commit();
            if (second_) second_->commit();
        }
        if (!streams.quiet)
            streams.err << fmt::format("{} units of {} to {} converted\n", count_, languages_.source,
                                       languages_.target);
        return ExitCode::done;
    }

  private:
    using Take = std::function<void(const tmx::Unit&, const tmx::Header&)>;

    void read(Streams& streams, Notices& notices, const Take& take) {
        const std::string& file = options_.files.front();
        if (from_ == Form::tmx) {
            memories::Input input(file, memories::lenient(file, options_.repair, notices), streams.in);
            header_ = input.header();
            for (tmx::Unit unit; input.next(unit);) take(unit, input.header());
            return;
        }
        header_.creation_tool = "hexapla";
        header_.creation_tool_version = HEXAPLA_VERSION;
        const memories::UnitHandler give_on = [&](const tmx::Unit& unit) {
            if (header_.source_language.empty()) header_.source_language = unit.variants.front().language;
            take(unit, header_);
        };
        try {
            if (from_ == Form::xlsx) return memories::read_xlsx(file, give_on);
            const std::string text = whole_text(file, streams.in);
            if (from_ == Form::tsv) memories::read_tsv(text, languages_, give_on);
            if (from_ == Form::jsonl) memories::read_jsonl(text, give_on);
            if (from_ == Form::po) memories::read_po(text, languages_, give_on);
            if (from_ == Form::xliff1 || from_ == Form::xliff2) memories::read_xliff(text, give_on);
            if (from_ == Form::moses)
                memories::read_lines(
                    text, whole_text(options_.files[1], streams.in),
                    options_.files.size() > 2 ? whole_text(options_.files[2], streams.in) : "", languages_,
                    give_on);
        } catch (const std::invalid_argument& error) {
            throw InputError(file + ": " + error.what());
        } catch (const OutputError&) {
            throw;
        } catch (const InputError&) {
            throw;
        } catch (const std::runtime_error& error) {
            throw InputError(file + ": " + error.what());
        }
    }

    /// The first unit tells the languages, where nobody else does.
    void open(const tmx::Unit& unit, const tmx::Header& header, Streams& streams) {
        opened_ = true;
        if (languages_.source.empty() && unit.variants.size() > 1) {
            const tmx::Variant* source = memories::source_of(unit, header);
            if (unit.variants.size() > 2 && memories::is_bilingual(to_))
                throw InputError(
                    options_.files.front() +
                    ": has more than two languages; say which with --langs, as in --langs de,ru");
            languages_.source = source->language;
            for (const tmx::Variant& variant : unit.variants) {
                if (&variant != source) languages_.target = variant.language;
            }
        }
        if (to_ == Form::tmx) {
            memory_ =
                std::make_unique<memories::Output>(options_.output, options_.force, header, streams.out);
            return;
        }
        const bool two_files = to_ == Form::moses;
        if (options_.output != "-")
            file_ = std::make_unique<OutputFile>(
                two_files ? options_.output + "." + languages_.source : options_.output, options_.force);
        if (two_files)
            second_ = std::make_unique<OutputFile>(options_.output + "." + languages_.target, options_.force);
        writer_ = memories::make_writer(to_, languages_, options_.files.front(),
                                        file_ ? file_->stream() : streams.out,
                                        second_ ? &second_->stream() : nullptr);
    }

    void give(const tmx::Unit& unit) {
        ++count_;
        if (memory_) {
            memory_->write(unit);
        } else {
            writer_->write(unit);
        }
    }

    TmxOptions options_;
    Form from_ = Form::tmx;
    Form to_ = Form::tmx;
    memories::LanguagePair languages_;
    tmx::Header header_;
    std::unique_ptr<memories::Output> memory_;
    std::unique_ptr<OutputFile> file_;
    std::unique_ptr<OutputFile> second_;
    std::unique_ptr<memories::FormWriter> writer_;
    bool opened_ = false;
    std::size_t count_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_tmx_convert_command() { return std::make_unique<TmxConvertCommand>(); }

}  // namespace hexapla
