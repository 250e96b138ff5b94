#pragma once

#include <cstdlib>
#include <optional>
#include <string>

/// Sets SOURCE_DATE_EPOCH, or unsets it (null), until the end.
class Epoch {
  public:
    explicit Epoch(const char* value) {
        if (const char* before = std::getenv("SOURCE_DATE_EPOCH")) before_ = before;
        set(value);
    }
    Epoch(const Epoch&) = delete;
    Epoch(Epoch&&) = delete;
    Epoch& operator=(const Epoch&) = delete;
    Epoch& operator=(Epoch&&) = delete;
    ~Epoch() { set(before_ ? before_->c_str() : nullptr); }

  private:
    static void set(const char* value) {
        value == nullptr ? ::unsetenv("SOURCE_DATE_EPOCH") : ::setenv("SOURCE_DATE_EPOCH", value, 1);
    }
    std::optional<std::string> before_;
};
