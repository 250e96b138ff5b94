#include "interrupt.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "src/temporary_folder.hpp"

namespace fs = std::filesystem;
using hexapla::UnfinishedFile;

namespace {

/// Runs the work in a process of its own that then ends itself by the signal; the signal that ended it.
template <class Work>
int end_by(int signal, const Work& work) {
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(signal, SIG_DFL);
        hexapla::remove_unfinished_files_on_interrupt();
        const auto kept = work();
        std::raise(signal);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

}  // namespace

TEST_CASE("an interrupt removes what is unfinished, and ends the program as it would have") {
    const TemporaryFolder folder;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        const fs::path unfinished = folder.write("a.part", "x");
        const fs::path finished = folder.write("b.part", "x");
        CHECK(end_by(signal, [&] {
                  { const UnfinishedFile done(finished); }
                  UnfinishedFile file;
                  file = UnfinishedFile(unfinished);
                  return UnfinishedFile(std::move(file));
              }) == signal);
        CHECK_FALSE(fs::exists(unfinished));
        CHECK(fs::exists(finished));
    }
}

TEST_CASE("more unfinished files than there is room for are no fault") {
    const TemporaryFolder folder;
    std::vector<UnfinishedFile> files;
    for (int i = 0; i < 200; ++i) files.emplace_back(folder / std::to_string(i));
    files.emplace_back(std::string(5000, 'x'));
    CHECK(files.size() == 201);
}
