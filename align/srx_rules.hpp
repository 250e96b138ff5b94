#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "align/srx.hpp"

namespace align {

/// A place of a text where a rule would break, and what became of it.
struct SrxDecision {
    std::size_t offset = 0;         ///< in bytes
    bool cut = false;               ///< a segment ends here
    const SrxRule* rule = nullptr;  ///< the one that decided; null: the text ends
};

/// A rule cannot be used on a text: see what(). Its place in the file is in what() too.
struct SrxRuleFailure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The rules of one language, ready to cut. May be used by many threads at once.
///
/// Rules are tried in their order; at each place the first that fits it decides. As in the reference
/// implementation (the `segment` library of loomchild): a rule that breaks finds its places from left to
/// right without overlap, each search beginning anew behind a cut, where ^ matches too; a rule that does not
/// break is looked for at such a place, with the whole text around it, and what it repeats without limit is
/// limited to 100 times on the left. A place where an empty segment would end is none.
class SrxCutter {
  public:
    /// `rules`: those that count for the language, in order; they must outlive this. A rule with a pattern
    /// that ICU refuses is left out, with a warning.
    explicit SrxCutter(const std::vector<const SrxLanguageRule*>& rules);
    SrxCutter(const SrxCutter&) = delete;
    SrxCutter& operator=(const SrxCutter&) = delete;
    ~SrxCutter();

    /// The ends of the segments as byte offsets in ascending order; the last is the end of the text. White
    /// space goes where the rules put it. Throws SrxRuleFailure when a pattern takes too long.
    [[nodiscard]] std::vector<std::size_t> boundaries(std::string_view text) const;
    /// Tells of every place where a rule would break, in ascending order; the last is the end of the text.
    void decide(std::string_view text, const std::function<void(const SrxDecision&)>& take) const;

    [[nodiscard]] const std::vector<SrxWarning>& warnings() const { return warnings_; }

  private:
    struct Break;
    struct Exception;
    struct Session;
    struct Borrowed;

    void add(const SrxRule& rule, const std::string& named);
    const SrxRule* exception_at(Session& session, std::size_t position, std::size_t count) const;

    std::vector<Break> breaks_;
    std::vector<Exception> exceptions_;
    std::vector<SrxWarning> warnings_;
    mutable std::mutex mutex_;
    mutable std::vector<std::unique_ptr<Session>> idle_;  ///< matchers, to be used again
};

/// A file's rules for all its languages. May be used by many threads at once.
class SrxRules {
  public:
    /// A map with a pattern that ICU refuses is left out, with a warning.
    explicit SrxRules(SrxFile file);
    SrxRules(const SrxRules&) = delete;
    SrxRules& operator=(const SrxRules&) = delete;
    ~SrxRules();

    /// What cuts texts of a language, by its tag ("de", "zh-Hans", "pt-BR"); null when no map matches the
    /// tag. It lives as long as this does.
    [[nodiscard]] const SrxCutter* cutter(std::string_view language) const;
    /// The names of the rules that count for a language, in order.
    [[nodiscard]] std::vector<std::string> names(std::string_view language) const;

    [[nodiscard]] const SrxFile& file() const { return file_; }
    /// Those of reading the file, and of its maps. Those of patterns are each cutter's.
    [[nodiscard]] const std::vector<SrxWarning>& warnings() const { return warnings_; }

  private:
    struct Map;
    [[nodiscard]] std::vector<const SrxLanguageRule*> rules_of(std::string_view language) const;

    SrxFile file_;
    std::vector<Map> maps_;
    std::vector<SrxWarning> warnings_;
    mutable std::mutex mutex_;
    mutable std::map<std::string, std::unique_ptr<const SrxCutter>, std::less<>> cutters_;
};

}  // namespace align
