#pragma once

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "command.hpp"
#include "src/temporary_folder.hpp"

/// A folder of its own for one test case, gone when the case ends, and `hexapla eval` run in it.
class EvalWorld {
  public:
    [[nodiscard]] std::string at(const std::string& name) const { return (folder_ / name).string(); }

    void write(const std::string& name, const std::string& text) const { folder_.write(name, text); }

    /// Runs it; `out` and `err` hold what it printed, this folder's path written as "@".
    hexapla::ExitCode eval(const std::vector<std::string>& arguments) {
        std::vector<std::string> all = {"eval"};
        for (const std::string& argument : arguments) {
            all.push_back(argument.starts_with('@') ? at(argument.substr(1)) : argument);
        }
        std::istringstream in;
        std::ostringstream out_stream;
        std::ostringstream err_stream;
        hexapla::Streams streams{in, out_stream, err_stream};
        const hexapla::ExitCode code = hexapla::run_program(all, streams);
        out = with_short_paths(out_stream.str());
        err = with_short_paths(err_stream.str());
        return code;
    }

    std::string out;
    std::string err;

  private:
    [[nodiscard]] std::string with_short_paths(const std::string& text) const {
        const std::string prefix = folder_.path().string() + "/";
        std::string shortened;
        std::size_t begin = 0;
        for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix, begin)) {
            shortened.append(text, begin, at - begin).push_back('@');
            begin = at + prefix.size();
        }
        return shortened.append(text, begin, std::string::npos);
    }

    TemporaryFolder folder_;
};
