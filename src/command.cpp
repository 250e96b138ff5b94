#include "command.hpp"

#include <algorithm>
#include <ostream>

#include "errors.hpp"
#include "terminal_text.hpp"

namespace po = boost::program_options;

namespace hexapla {
namespace {

constexpr std::string_view advice = "'hexapla --help' lists the commands.";

void print_overview(std::ostream& out) {
    out << "hexapla turns parallel versions of news articles into translation memories.\n\n"
           "usage: hexapla COMMAND [OPTIONS] [ARGUMENTS]\n\ncommands:\n";
    for (const CommandEntry& entry : command_table()) {
        out << "  " << entry.name << std::string(14 - std::min<std::size_t>(13, entry.name.size()), ' ')
            << entry.summary << '\n';
    }
    out << "\n'hexapla COMMAND --help' explains a command; 'hexapla --version' prints the version.\n"
           "exit codes: 0 done, 1 some inputs were bad (the rest is done), 2 wrong usage, 3 stopped before "
           "the end\n";
}

void print_help(std::ostream& out, const CommandEntry& entry, const po::options_description& options) {
    out << "usage: hexapla " << entry.usage << "\n\n" << entry.explanation << '\n' << options;
}

ProgressStyle progress_style(const std::string& name) {
    if (name == "bar") return ProgressStyle::bar;
    if (name == "lines") return ProgressStyle::lines;
    if (name == "none") return ProgressStyle::none;
    if (name == "auto") return ProgressStyle::automatic;
    throw UsageError("--progress " + name + ": there is no such style; give bar, lines, none or auto");
}

ExitCode run_command(const CommandEntry& entry, const std::vector<std::string>& arguments, Streams& streams) {
    const std::unique_ptr<Command> command = entry.make();
    po::options_description options("options", 100);
    po::options_description common("for every command", 100);
    po::options_description hidden;
    po::positional_options_description positional;
    command->describe(options, hidden, positional);
    common.add_options()("help,h", "this text")("quiet,q", "no progress, no summary")(
        "progress", po::value<std::string>()->default_value("auto")->value_name("STYLE"),
        "bar, lines (one a minute), none, or auto: a bar on a terminal");
    po::options_description visible(100);
    visible.add(options).add(common);
    po::options_description all;
    all.add(visible).add(hidden);

    po::variables_map given;
    try {
        using style = po::command_line_style::style_t;
        po::store(po::command_line_parser(arguments)
                      .options(all)
                      .positional(positional)
                      .style(static_cast<int>(po::command_line_style::unix_style) &
                             ~static_cast<int>(style::allow_guessing))
                      .run(),
                  given);
        if (given.count("help") != 0) {
            print_help(streams.out, entry, visible);
            return ExitCode::done;
        }
        po::notify(given);
        streams.quiet = given.count("quiet") != 0;
        streams.progress = progress_style(given["progress"].as<std::string>());
        command->accept(given);
    } catch (const po::error& error) {
        throw UsageError(std::string(error.what()) + "; see 'hexapla " + std::string(entry.name) +
                         " --help'");
    }
    const ExitCode code = command->run(streams);
    streams.out.flush();
    return code;
}

/// The commands of a group: "tmx check" and others for "tmx".
std::vector<const CommandEntry*> commands_of_group(const std::string& group) {
    std::vector<const CommandEntry*> commands;
    for (const CommandEntry& entry : command_table()) {
        if (entry.name.size() > group.size() && entry.name.starts_with(group) &&
            entry.name[group.size()] == ' ')
            commands.push_back(&entry);
    }
    return commands;
}

void print_group(std::ostream& out, const std::vector<const CommandEntry*>& commands) {
    for (const CommandEntry* entry : commands)
        out << "  " << entry->name << std::string(14 - std::min<std::size_t>(13, entry->name.size()), ' ')
            << entry->summary << '\n';
}

ExitCode dispatch(std::vector<std::string> arguments, Streams& streams) {
    if (arguments.empty()) throw UsageError("a command is missing. " + std::string(advice));
    if (const auto group = commands_of_group(arguments.front()); !group.empty()) {
        const std::string all = "'hexapla " + arguments.front() + " --help' lists them.";
        if (arguments.size() == 1) throw UsageError("say what to do with the memories. " + all);
        if (arguments[1] == "--help" || arguments[1] == "-h") {
            streams.out << "usage: hexapla " << arguments.front() << " COMMAND [OPTIONS] FILES\n\n";
            print_group(streams.out, group);
            streams.out << "\n'hexapla " << arguments.front() << " COMMAND --help' explains a command.\n";
            return ExitCode::done;
        }
        if (std::none_of(group.begin(), group.end(), [&](const CommandEntry* each) {
                return each->name == arguments[0] + " " + arguments[1];
            }))
            throw UsageError("'" + arguments[0] + " " + arguments[1] + "' is not a command. " + all);
        arguments[1].insert(0, arguments[0] + " ");
        arguments.erase(arguments.begin());
    }
    const std::string& name = arguments.front();
    if (name == "--help" || name == "-h" || name == "help") {
        print_overview(streams.out);
        return ExitCode::done;
    }
    if (name == "--version") {
        streams.out << "hexapla " << HEXAPLA_VERSION << '\n';
        return ExitCode::done;
    }
    const auto table = command_table();
    const auto entry =
        std::find_if(table.begin(), table.end(), [&](const CommandEntry& e) { return e.name == name; });
    if (entry == table.end()) throw UsageError("'" + name + "' is not a command. " + std::string(advice));
    return run_command(*entry, {arguments.begin() + 1, arguments.end()}, streams);
}

}  // namespace

ExitCode run_program(const std::vector<std::string>& arguments, Streams& streams) {
    try {
        // A result that cannot be written ends the run there, whichever command writes it.
        streams.out.exceptions(std::ios::badbit | std::ios::failbit);
        const ExitCode code = dispatch(arguments, streams);
        streams.out.flush();
        return code;
    } catch (const UsageError& error) {
        streams.err << "hexapla: " << terminal_text(error.what()) << '\n';
        return ExitCode::usage;
    } catch (const InputError& error) {
        streams.err << "hexapla: " << terminal_text(error.what()) << '\n';
        return ExitCode::bad_inputs;
    } catch (const OutputError& error) {
        streams.err << "hexapla: " << terminal_text(error.what()) << '\n';
        return ExitCode::stopped;
    } catch (const std::ios_base::failure& error) {
        streams.out.exceptions(std::ios::goodbit);  // nothing is thrown when the stream is closed at the end
        if (streams.out) {
            streams.err << "hexapla: internal error: " << error.what()
                        << "; please report it with the command line\n";
        } else {
            streams.err
                << "hexapla: standard output: cannot be written; is its reader gone, or the disk full?\n";
        }
        return ExitCode::stopped;
    } catch (const std::bad_alloc&) {
        streams.err << "hexapla: out of memory; give fewer files at once\n";
        return ExitCode::stopped;
    } catch (const std::exception& error) {
        streams.err << "hexapla: internal error: " << error.what()
                    << "; please report it with the command line\n";
        return ExitCode::stopped;
    }
}

}  // namespace hexapla
