#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "align/srx_rules.hpp"
#include "errors.hpp"
#include "notices.hpp"

namespace hexapla {

/// The rules of an SRX file that a user gave, and what is to be said of them.
class SrxFileRules {
  public:
    /// Reads the file and warns of what it has that cannot be used. Throws InputError, with line and column.
    SrxFileRules(const std::filesystem::path& file, Notices& notices);

    /// What cuts texts of a language, by its tag. Null where the file says nothing of the language: then our
    /// own rules count.
    [[nodiscard]] const align::SrxCutter* cutter(const std::string& tag) const { return rules_->cutter(tag); }

    /// Warns, once a tag, of rules that are left out, and where the file says nothing of the language.
    void warn(const std::string& tag, Notices& notices);

    /// The error of an input that a rule takes too long for.
    [[nodiscard]] InputError failure(const align::SrxRuleFailure& failure) const;

    [[nodiscard]] const std::string& name() const { return name_; }

  private:
    void tell(const std::vector<align::SrxWarning>& warnings, Notices& notices);

    std::string name_;
    std::unique_ptr<const align::SrxRules> rules_;
    std::set<std::string> warned_;
    std::set<std::pair<std::size_t, std::size_t>> told_;  ///< places of warnings
};

}  // namespace hexapla
