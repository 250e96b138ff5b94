#pragma once

#include <boost/program_options.hpp>
#include <string>
#include <vector>

#include "command.hpp"

namespace hexapla {

/// The options that commands on memories share.
struct TmxOptions {
    std::vector<std::string> files;
    std::string output;
    bool force = false;
    bool repair = false;

    /// Files to read, and --repair.
    void describe_inputs(boost::program_options::options_description& options,
                         boost::program_options::options_description& hidden,
                         boost::program_options::positional_options_description& positional);
    /// -o OUT and --force.
    static void describe_output(boost::program_options::options_description& options,
                                const std::string& what);
    /// Throws UsageError unless so many files are given.
    void accept(const boost::program_options::variables_map& given, std::size_t least, std::size_t most);
    /// Throws UsageError when there is no output, and when it may not be written.
    void accept_output(const boost::program_options::variables_map& given);
};

/// The value of an option that holds text; empty: not given.
std::string text_option(const boost::program_options::variables_map& given, const char* name);
/// The parts of a text between commas.
std::vector<std::string> comma_list(const std::string& text);

}  // namespace hexapla
