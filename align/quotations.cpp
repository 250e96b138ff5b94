#include "align/quotations.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "align/unicode.hpp"

namespace align {
namespace {

bool asks_or_exclaims(const Context& at) {
    std::size_t begin = at.place.stop;
    if (begin >= at.text.size()) return false;
    const char32_t c = next_code_point(at.text, begin);
    return c == U'?' || c == U'!' || c == U'？' || c == U'！' || c == U'؟';
}

/// "“…？”一位居民问道。": what follows a quotation is a short sentence and ends with a verb of saying.
const Form* said_after(const Context& at) {
    constexpr std::size_t longest = 160;  // bytes, about eight words
    if (at.next != Next::letter || at.place.kind != StopKind::mark) return nullptr;
    std::size_t end = 0;
    while (end < at.rest.size() && end < longest) {
        std::size_t behind = end;
        const SentenceBreak kind = sentence_break(next_code_point(at.rest, behind));
        if (kind == SentenceBreak::go_on || kind == SentenceBreak::closing) return nullptr;
        if (kind == SentenceBreak::end || kind == SentenceBreak::period || kind == SentenceBreak::separator)
            break;
        end = behind;
    }
    if (end >= longest) return nullptr;
    const std::string_view clause = trim(at.rest.substr(0, end));
    const auto found = std::find_if(at.rules.said().begin(), at.rules.said().end(),
                                    [&](const Form& form) { return clause.ends_with(form.text); });
    return found == at.rules.said().end() ? nullptr : &*found;
}

/// The quotation marks by what they stand for, whichever way they are turned: what opens a quotation in one
/// language closes it in another.
std::size_t quotation(char32_t c) {
    switch (c) {
        case U'"':
            return 1;
        case U'“':
        case U'”':
        case U'„':
            return 2;
        case U'«':
        case U'»':
            return 3;
        case U'‘':
        case U'’':
        case U'‚':
            return 4;
        case U'\'':
            return 5;
        case U'「':
        case U'」':
            return 6;
        case U'『':
        case U'』':
            return 7;
        default:
            return 0;
    }
}

}  // namespace

Opinion quoted_within(const Context& at) {
    constexpr std::size_t far = 600;  // bytes
    if (!at.is_closed() || !asks_or_exclaims(at) || at.next != Next::letter || at.bracketed)
        return std::nullopt;
    std::array<bool, 8> open{};
    std::size_t begin = at.place.closed - std::min(at.place.closed - at.begin, far);
    while (begin < at.place.closed && (static_cast<unsigned char>(at.text[begin]) & 0xC0U) == 0x80U) ++begin;
    for (std::size_t i = begin; i < at.place.closed;) {
        const bool in_word = i > begin && is_letter_before(at.text, i);
        const std::size_t kind = quotation(next_code_point(at.text, i));
        const bool apostrophe = (kind == 4 || kind == 5) && in_word && is_letter_at(at.text, i);
        if (kind != 0 && !apostrophe) open[kind] = !open[kind] && i <= at.place.stop_end;
    }
    return std::find(open.begin() + 1, open.end(), true) != open.end() ? Opinion(keep) : std::nullopt;
}

Opinion attribution(const Context& at) {
    if (!at.is_closed() || at.bracketed || at.dashed) return std::nullopt;
    if (const Form* form = said_after(at)) return Verdict{false, form};
    for (const Form& form : at.rules.attributions()) {
        if (at.rest.substr(0, form.text.size()) != form.text) continue;
        const bool whole = at.word.size() <= form.text.size() || script_of(form.text) == Script::han;
        if (whole) return Verdict{false, &form};
    }
    return std::nullopt;
}

bool ends_inserted_words(const Context& at) {
    constexpr std::size_t far = 600;  // bytes
    constexpr std::array<std::string_view, 2> dashes = {" – ", " — "};
    const std::size_t from = at.place.stop - std::min(at.place.stop, far);
    const std::string_view said = at.text.substr(from, at.place.stop - from);
    const std::size_t quote = said.rfind("«");
    if (quote == std::string_view::npos || said.find("»", quote) != std::string_view::npos) return false;
    return std::any_of(dashes.begin(), dashes.end(), [&](std::string_view dash) {
        const std::size_t found = said.find(dash, quote);
        return found != std::string_view::npos &&
               std::string_view("?!,").find(said[found - 1]) != std::string_view::npos &&
               is_lower_at(said, found + dash.size());
    });
}

}  // namespace align
