#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace lexicons {

/// The words of some texts, by which those entries of large dictionaries are found that can matter for them.
///
/// A form is near when each of its words is: folded, without its last two letters (from six letters on), it
/// begins a word of the texts that is at most four letters longer. So "Regierung" is near "Regierungen",
/// "Regierungssprecher" is not.
class NearWords {
  public:
    void add(std::string_view word);
    [[nodiscard]] bool has(std::string_view form) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_set<std::string, Hash, std::equal_to<>> beginnings_;
};

}  // namespace lexicons
