#include "child_process.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <exception>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace bench {
namespace {

constexpr int could_not_run = 127;
constexpr double mega = 1 << 20;

/// Forks with nothing left to be written twice.
pid_t fork_flushed() {
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error(std::string("no process can be made: ") + std::strerror(errno));
    return child;
}

[[noreturn]] void become(const std::vector<std::string>& command, const std::filesystem::path& said) {
    const int file = open(said.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0 || dup2(file, STDOUT_FILENO) < 0 || dup2(file, STDERR_FILENO) < 0) _exit(could_not_run);
    std::vector<std::string> words = command;
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    execvp(arguments.front(), arguments.data());
    std::perror(arguments.front());
    _exit(could_not_run);
}

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

std::string end_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    constexpr std::size_t shown = 500;
    return text.size() > shown ? text.substr(text.size() - shown) : text;
}

std::vector<double> read_numbers(int file) {
    std::vector<double> numbers;
    double number = 0;
    while (read(file, &number, sizeof number) == sizeof number) numbers.push_back(number);
    return numbers;
}

[[noreturn]] void do_and_end(const std::function<std::vector<double>()>& work, int results) {
    try {
        const std::vector<double> numbers = work();
        const std::size_t size = numbers.size() * sizeof(double);
        if (write(results, numbers.data(), size) == static_cast<ssize_t>(size)) _exit(0);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
    }
    _exit(1);
}

}  // namespace

Usage run(const std::vector<std::string>& command, const std::filesystem::path& said) {
    const auto begin = std::chrono::steady_clock::now();
    const pid_t child = fork_flushed();
    if (child == 0) become(command, said);
    int status = 0;
    rusage used{};
    while (wait4(child, &status, 0, &used) < 0) {
        if (errno != EINTR) throw std::runtime_error(std::string("waiting: ") + std::strerror(errno));
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw std::runtime_error(command.front() + " failed: " + end_of(said));
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(),
            seconds(used.ru_utime) + seconds(used.ru_stime),
            static_cast<double>(used.ru_maxrss) * 1024 / mega};
}

std::vector<double> apart(const std::function<std::vector<double>()>& work) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe can be made");
    const pid_t child = fork_flushed();
    if (child == 0) {
        close(ends[0]);
        do_and_end(work, ends[1]);
    }
    close(ends[1]);
    std::vector<double> numbers = read_numbers(ends[0]);
    close(ends[0]);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error("work apart failed");
    return numbers;
}

}  // namespace bench
