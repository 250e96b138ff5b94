#include "commands/tmx_options.hpp"

#include <filesystem>

#include "output.hpp"

namespace po = boost::program_options;

namespace hexapla {

void TmxOptions::describe_inputs(po::options_description& options, po::options_description& hidden,
                                 po::positional_options_description& positional) {
    options.add_options()("repair", "read what can be read of a damaged file, and list what was left out");
    hidden.add_options()("files", po::value(&files));
    positional.add("files", -1);
}

void TmxOptions::describe_output(po::options_description& options, const std::string& what) {
    auto add = options.add_options();
    add("output,o", po::value<std::string>()->value_name("OUT"), what.c_str());
    add("force", "replace a file that hexapla did not write");
}

void TmxOptions::accept(const po::variables_map& given, std::size_t least, std::size_t most) {
    if (files.size() < least)
        throw UsageError(least == 1 ? "which memory? give a .tmx file, or - for standard input"
                                    : "more memories are needed; see --help");
    if (files.size() > most) throw UsageError("too many files are given: " + files.back() + "; see --help");
    repair = given.count("repair") != 0;
    force = given.count("force") != 0;
}

void TmxOptions::accept_output(const po::variables_map& given) {
    output = text_option(given, "output");
    if (output.empty()) throw UsageError("where to? give -o OUT, or -o - for standard output");
    std::vector<std::filesystem::path> inputs;
    for (const std::string& file : files) {
        if (file != "-") inputs.emplace_back(file);
    }
    if (output != "-") require_places({output}, inputs, force);
}

std::string text_option(const po::variables_map& given, const char* name) {
    return given.count(name) == 0 ? "" : given[name].as<std::string>();
}

std::vector<std::string> comma_list(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size() && !text.empty();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

}  // namespace hexapla
