#pragma once

#include <boost/program_options.hpp>
#include <iosfwd>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What the program's exit code says. Every command keeps to these.
enum class ExitCode {
    done = 0,        ///< all is done, with no more bad inputs than allowed
    bad_inputs = 1,  ///< more inputs were bad; the rest is done and kept
    usage = 2,       ///< the call itself is wrong; nothing was touched
    stopped = 3,     ///< stopped before the end: output not writable, disk full, internal error
};

/// The call is wrong. The text is a sentence that ends with what to do.
struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// How progress is shown: by what standard error is (a bar on a terminal, else a line a minute), or as told.
enum class ProgressStyle { automatic, bar, lines, none };

/// Where a command reads and writes; a test gives strings in place of the terminal.
struct Streams {
    std::istream& in;
    std::ostream& out;  ///< results
    std::ostream& err;  ///< progress, warnings, the summary
    ProgressStyle progress = ProgressStyle::automatic;
    bool quiet = false;  ///< --quiet: no progress and no summary; warnings and errors remain
};

/// One subcommand. `describe` names its options, `accept` checks what was given and touches no file,
/// `run` works. Throws UsageError from `accept`; from `run` InputError and OutputError (src/errors.hpp).
class Command {
  public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    virtual void describe(boost::program_options::options_description& options,
                          boost::program_options::options_description& hidden,
                          boost::program_options::positional_options_description& positional) = 0;
    virtual void accept(const boost::program_options::variables_map& given) = 0;
    virtual ExitCode run(Streams& streams) = 0;
};

/// A row of the table from which dispatch, help and tests derive.
struct CommandEntry {
    std::string_view name;
    std::string_view summary;      ///< one line for `hexapla --help`
    std::string_view usage;        ///< what follows "hexapla " in the usage line(s)
    std::string_view explanation;  ///< a paragraph for `hexapla NAME --help`
    std::unique_ptr<Command> (*make)();
};

/// All commands, in the order of the help. Defined in commands/table.cpp.
std::span<const CommandEntry> command_table();

/// Runs the program: arguments without the program's name. Turns every exception into a sentence on
/// `streams.err` and an exit code: the one place that does.
ExitCode run_program(const std::vector<std::string>& arguments, Streams& streams);

}  // namespace hexapla
