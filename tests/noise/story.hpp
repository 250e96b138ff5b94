#pragma once

#include <random>
#include <string>
#include <vector>

/// A story of fixtures/stories in one version, taken from its file without the program's help.
struct Story {
    std::string tag;
    std::string title;  ///< the page's first line
    std::string headline;
    std::string lead;
    struct Block {
        bool subhead = false;
        std::string text;
    };
    std::vector<Block> body;
    std::string byline;
};

std::vector<Story> all_stories();

/// Chance with a fixed seed.
class Chance {
  public:
    explicit Chance(unsigned seed) : engine_(seed) {}
    std::size_t below(std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(engine_);
    }

  private:
    std::mt19937 engine_;
};

/// The parts, one after the other, with that between them.
std::string join(const std::vector<std::string>& parts, const std::string& between);
