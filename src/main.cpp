#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <iostream>
#include <string>
#include <vector>

#include "command.hpp"
#include "interrupt.hpp"

namespace {

/// A standard stream that was handed over closed would give its number to the next file that is opened, and
/// what is meant for the stream would go there. What is opened here fails at every use instead.
void hold_standard_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) == -1) open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

}  // namespace

int main(int argc, char** argv) {
    hold_standard_streams();
    // A reader that goes away is an error of writing, so that no half file stays behind.
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
    hexapla::remove_unfinished_files_on_interrupt();
    std::ios::sync_with_stdio(false);
    hexapla::Streams streams{std::cin, std::cout, std::cerr};
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return static_cast<int>(hexapla::run_program(arguments, streams));
}
