#include <iostream>
#include <string>
#include <vector>

#include "command.hpp"

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    hexapla::Streams streams{std::cin, std::cout, std::cerr};
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return static_cast<int>(hexapla::run_program(arguments, streams));
}
