#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "memories/findings.hpp"
#include "tmx/unit.hpp"

namespace memories {

struct CheckOptions {
    std::set<std::string> tools = {};  ///< importers whose rules are asked too
    bool detect_languages = true;      ///< CLD2, the slowest of the checks
};

/// Holds the units of a memory to the rules, one after the other. Takes some forty bytes of memory for each
/// unit that has a tuid.
class Checker {
  public:
    Checker(const tmx::Header& header, CheckOptions options, FindingHandler handler);

    void check_header();
    void check(const tmx::Unit& unit, std::size_t line);

  private:
    struct Text;

    void find(std::string_view rule, const std::string& what);
    void find(std::string_view rule, const std::string& language, const std::string& what);
    [[nodiscard]] bool asked(std::string_view tool) const {
        return options_.tools.contains(std::string(tool));
    }

    // What each unit is held to by itself.
    void check_languages(const tmx::Unit& unit);
    void check_tag(const std::string& tag, const std::string& where);
    void check_attributes(const tmx::Unit& unit);
    void check_date(const std::string& date, const std::string& where);
    void check_segments(const tmx::Unit& unit);
    void check_codes(const tmx::Variant& variant);
    // The text of one variant, and of two beside one another.
    void check_text(const Text& text);
    void compare(const Text& source, const Text& target);
    void check_for_tools(const tmx::Unit& unit, const std::vector<Text>& texts);

    const tmx::Header& header_;
    CheckOptions options_;
    FindingHandler handler_;
    std::unordered_set<std::uint64_t> ids_;
    std::set<std::string> languages_;  // of the file
    std::set<std::string> told_;       // tags of which all is said
    std::size_t line_ = 0;
    std::string id_;
};

}  // namespace memories
