#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "terminal_text.hpp"

namespace hexapla {

/// What a run has to say beside its results: said at once on standard error, and kept for the summary.
class Notices {
  public:
    explicit Notices(std::ostream& err) : err_(err) {}

    /// An input cannot be used; the run goes on without it.
    void refuse(const std::string& sentence) {
        err_ << "hexapla: " << terminal_text(sentence) << '\n';
        bad_inputs_.push_back(sentence);
    }
    /// Something a user should know; nothing is lost.
    void warn(const std::string& sentence) {
        err_ << "hexapla: warning: " << terminal_text(sentence) << '\n';
        warnings_.push_back(sentence);
    }
    [[nodiscard]] const std::vector<std::string>& bad_inputs() const { return bad_inputs_; }
    [[nodiscard]] const std::vector<std::string>& warnings() const { return warnings_; }

  private:
    std::ostream& err_;
    std::vector<std::string> bad_inputs_;
    std::vector<std::string> warnings_;
};

}  // namespace hexapla
