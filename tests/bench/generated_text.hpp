#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "align/links.hpp"
#include "wording.hpp"

namespace bench {

/// Two versions of one text, a sentence each, and which sentences say the same.
struct GeneratedPair {
    std::vector<std::string> source;
    std::vector<std::string> target;
    std::vector<align::LinkLine> gold;  ///< by source
};

/// How versions part from each other.
struct EditOptions {
    double dropped = 0.15;        ///< share of the sentences that a version leaves out
    double added = 0.10;          ///< share of those that it has of its own beside
    std::size_t block = 50;       ///< sentences moved together in the target version
    std::size_t block_in = 1000;  ///< one block is moved in so many sentences; none in a shorter text
    std::size_t farthest = 500;   ///< how far, at most
};

/// Makes pairs of texts from nothing but a seed: the same seed gives the same texts. Words of one pair come
/// back in the next.
class TextMaker {
  public:
    TextMaker(std::string_view source, std::string_view target, std::uint64_t seed, EditOptions options = {});

    /// A pair of exactly so many sentences a side.
    GeneratedPair make(std::size_t sentences);
    /// An article of a few sentences, 5 to 25.
    GeneratedPair make_article() { return make(5 + chance_.below(21)); }

  private:
    EditOptions options_;
    Chance chance_;
    Wording wording_;
};

}  // namespace bench
