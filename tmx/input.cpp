#include "tmx/input.hpp"

#include <algorithm>
#include <utility>

#include "tmx/characters.hpp"

namespace tmx {
namespace {

/// The place behind a text that begins at `place`.
Place behind(Place place, std::string_view text) {
    const auto feeds = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    if (feeds > 0) {
        place = {place.line + feeds, 1};
        text.remove_prefix(text.rfind('\n') + 1);
    }
    place.column += static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
    return place;
}

}  // namespace

Input::Input(std::istream& in, MendingHandler on_mending)
    : source_(std::make_unique<TextSource>(in, on_mending != nullptr)), on_mending_(std::move(on_mending)) {}

Input::Input(std::string_view text) : buffer_(text.substr(0, sound_length(text))), window_(buffer_) {
    if (buffer_.size() == text.size()) return;
    const bool is_character = decode(text.substr(buffer_.size())).length > 0;
    fault_ = is_character ? "a character stands here that is forbidden in XML 1.0; delete it"
                          : "the text is not UTF-8 here; convert it to UTF-8";
}

void Input::fail(std::size_t position, const std::string& what) const {
    const Place where = place(position);
    throw ParseError(where.line, where.column, what);
}

void Input::look(std::size_t begin) { window_ = std::string_view(buffer_).substr(begin); }

/// Makes the window longer; false at the end. Throws where the text ends at a fault.
bool Input::grow() {
    if (window_.size() > max_unit_bytes)
        fail(0, "a piece of more than " + std::to_string(max_unit_bytes >> 20U) +
                    " MB begins here; this is no TMX, or it is damaged");
    if (!source_) {
        if (!fault_.empty()) fail(window_.size(), fault_);
        return false;
    }
    const std::size_t begin = buffer_.size() - window_.size();
    // What is used goes when it is the greater part, so that little is moved.
    if (begin > window_.size()) {
        here();
        buffer_.erase(0, begin);
        known_ = 0;
        look(0);
    }
    const std::size_t end = buffer_.size();
    const std::size_t from = end - window_.size();
    const bool more = source_->read(buffer_);
    look(from);
    for (const TextSource::Mended& mended : source_->mended())
        on_mending_(place(end - from + mended.offset), mended.what);
    if (!more && !source_->fault().empty()) fail(window_.size(), source_->fault());
    return more;
}

bool Input::grow_to(std::size_t position) {
    while (position >= window_.size()) {
        if (!grow()) return false;
    }
    return true;
}

bool Input::stands_at(std::size_t position, std::string_view literal) {
    if (at(position) != literal.front()) return false;
    for (std::size_t i = 1; i < literal.size(); ++i) {
        if (at(position + i) != literal[i]) return false;
    }
    return true;
}

std::size_t Input::find(std::string_view literal, std::size_t from) {
    while (true) {
        const std::size_t found =
            literal.size() == 1 ? window_.find(literal.front(), from) : window_.find(literal, from);
        if (found != nowhere) return found;
        const std::size_t overlap = literal.size() - 1;
        from = std::max(from, window_.size() - std::min(window_.size(), overlap));
        if (!grow()) return nowhere;
    }
}

void Input::drop(std::size_t bytes) {
    window_.remove_prefix(bytes);
    dropped_ += bytes;
}

void Input::replace(std::size_t position, std::size_t bytes, std::string_view text) {
    const std::size_t begin = buffer_.size() - window_.size();
    // Behind it places are those of the file again.
    const Place next = place(position + bytes);
    buffer_.replace(begin + position, bytes, text);
    known_ = begin + position + text.size();
    known_place_ = next;
    look(begin);
}

Place Input::place(std::size_t position) const {
    const std::size_t offset = buffer_.size() - window_.size() + position;
    if (offset <= known_) return known_place_;
    return behind(known_place_, std::string_view(buffer_).substr(known_, offset - known_));
}

Place Input::here() {
    known_place_ = place(0);
    known_ = std::max(known_, buffer_.size() - window_.size());
    return known_place_;
}

}  // namespace tmx
