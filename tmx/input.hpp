#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <memory>
#include <string>
#include <string_view>

#include "tmx/errors.hpp"
#include "tmx/text_source.hpp"

namespace tmx {

/// Limit against input that would take memory without end: a unit, or any other single piece of a file.
constexpr std::size_t max_unit_bytes = std::size_t{16} << 20U;

/// Is told what was left out or mended, and where.
using MendingHandler = std::function<void(Place, const std::string&)>;

/// A file or a string as text that is read from the front: a window on what comes next, which grows as far as
/// it is asked for and is cut off at the front as far as it was used. Positions count bytes from the window's
/// beginning. Throws ParseError.
class Input {
  public:
    static constexpr std::size_t nowhere = std::string_view::npos;

    /// A file in any encoding (TextSource). The stream must outlive the input. With `on_mending` characters
    /// that may not stand there are mended.
    explicit Input(std::istream& in, MendingHandler on_mending = {});
    /// A string.
    explicit Input(std::string_view text);
    // Not to be copied or moved: window_ points into buffer_.
    Input(const Input&) = delete;
    Input(Input&&) = delete;
    Input& operator=(const Input&) = delete;
    Input& operator=(Input&&) = delete;
    ~Input() = default;

    [[nodiscard]] std::string_view window() const { return window_; }
    /// The byte at that position; NUL, which no text holds, at the end.
    [[nodiscard]] char at(std::size_t position) { return has(position) ? window_[position] : '\0'; }
    [[nodiscard]] bool has(std::size_t position) { return position < window_.size() || grow_to(position); }
    /// Whether the literal stands there.
    [[nodiscard]] bool stands_at(std::size_t position, std::string_view literal);
    /// Where the literal stands from that position on, or nowhere.
    [[nodiscard]] std::size_t find(std::string_view literal, std::size_t from);
    /// Cuts the window off at the front.
    void drop(std::size_t bytes);
    /// Puts another text in the place of a piece of the window.
    void replace(std::size_t position, std::size_t bytes, std::string_view text);

    /// Line and column of a position in the window, counted from where here() was asked for last.
    [[nodiscard]] Place place(std::size_t position) const;
    /// Line and column of the window's beginning.
    Place here();
    /// Bytes that were dropped: where the window begins.
    [[nodiscard]] std::size_t dropped() const { return dropped_; }
    /// What is odd about how the file names its encoding; empty: nothing.
    [[nodiscard]] std::string oddity() const { return source_ ? source_->oddity() : ""; }
    /// Throws a ParseError about that position.
    [[noreturn]] void fail(std::size_t position, const std::string& what) const;

  private:
    bool grow();
    bool grow_to(std::size_t position);
    void look(std::size_t begin);

    std::unique_ptr<TextSource> source_;  // none: a string
    MendingHandler on_mending_;
    std::string buffer_;
    std::string_view window_;  // the end of buffer_
    std::size_t dropped_ = 0;  // bytes before the window, of all that was read
    std::size_t known_ = 0;    // in buffer_: where known_place_ is
    Place known_place_;
    std::string fault_;  // of a string's text
};

}  // namespace tmx
