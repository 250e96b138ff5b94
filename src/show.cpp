#include "show.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <clocale>
#include <cstdlib>
#include <cstring>
#include <cwchar>
#include <memory>
#include <ostream>

#include "align/unicode.hpp"
#include "editions.hpp"
#include "tmx/text.hpp"

namespace hexapla {
namespace {

constexpr std::size_t least_columns = 20;  // for text, however narrow the terminal
// Closed by the isolate below, wherever it is printed.
// NOLINTNEXTLINE(misc-misleading-bidirectional)
constexpr const char* right_to_left_isolate = "\u2067";
constexpr const char* pop_isolate = "\u2069";

/// How many columns characters take on a terminal, by the C library's table for Unicode.
class Columns {
  public:
    Columns() : locale_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
        if (locale_) before_ = uselocale(locale_.get());
    }
    Columns(const Columns&) = delete;
    Columns& operator=(const Columns&) = delete;
    ~Columns() {
        if (locale_) uselocale(before_);
    }
    /// 0 for marks, 2 for wide characters, 1 for what the library does not know.
    [[nodiscard]] std::size_t of(char32_t c) const {
        const int columns = locale_ ? ::wcwidth(static_cast<wchar_t>(c)) : 1;
        return columns < 0 ? 1 : static_cast<std::size_t>(columns);
    }

  private:
    struct Free {
        void operator()(locale_t locale) const { freelocale(locale); }
    };
    std::unique_ptr<std::remove_pointer_t<locale_t>, Free> locale_;
    locale_t before_ = nullptr;
};

bool is_closing_mark(char32_t c) {
    return std::u32string_view(U"，。、；：？！）》」』】”’…").find(c) != std::u32string_view::npos;
}

std::string property(const tmx::Unit& unit, std::string_view type) {
    const auto found = std::find_if(unit.properties.begin(), unit.properties.end(),
                                    [&](const tmx::Property& p) { return p.type == type; });
    return found == unit.properties.end() ? "" : found->value;
}

void print_unit(std::ostream& out, const tmx::Unit& unit, const ShowOptions& options) {
    std::size_t indent = 0;
    for (const tmx::Variant& variant : unit.variants) indent = std::max(indent, variant.language.size() + 4);
    const std::size_t columns = std::max(least_columns, options.columns - std::min(options.columns, indent));
    for (const tmx::Variant& variant : unit.variants) {
        const Edition* edition = find_edition(variant.language);
        const bool isolate =
            options.isolate && edition != nullptr && edition->direction == Direction::right_to_left;
        std::string tag = "  " + variant.language;
        for (const std::string& line : wrapped(tmx::plain_text(variant.segment), columns)) {
            out << fmt::format("{:<{}}{}{}{}\n", tag, indent, isolate ? right_to_left_isolate : "", line,
                               isolate ? pop_isolate : "");
            tag.clear();
        }
    }
}

}  // namespace

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
    const Columns width;
    const std::u32string points = align::to_code_points(text);
    std::vector<std::string> lines;
    std::size_t begin = 0;  // of the line
    while (begin < points.size() && points[begin] == U' ') ++begin;
    do {
        std::size_t end = begin;         // of what fits
        std::size_t last_break = begin;  // the last place where the line may end
        for (std::size_t used = 0; end < points.size(); ++end) {
            const std::size_t wide = width.of(points[end]);
            const bool may_break = points[end] == U' ' || (end > begin && !is_closing_mark(points[end]) &&
                                                           (wide == 2 || width.of(points[end - 1]) == 2));
            if (may_break) last_break = end;
            if (used + wide > columns) break;
            used += wide;
        }
        if (end < points.size() && last_break > begin) end = last_break;
        if (end == begin && end < points.size()) ++end;  // a column too narrow for one character
        std::size_t trimmed = end;
        while (trimmed > begin && points[trimmed - 1] == U' ') --trimmed;
        lines.push_back(align::to_utf8(std::u32string_view(points).substr(begin, trimmed - begin)));
        begin = end;
        while (begin < points.size() && points[begin] == U' ') ++begin;
    } while (begin < points.size());
    return lines;
}

ShowOptions show_options(bool terminal) {
    ShowOptions options;
    options.isolate = terminal;
    if (const char* columns = std::getenv("COLUMNS")) {
        std::size_t number = 0;
        const char* end = columns + std::strlen(columns);
        const auto [stop, error] = std::from_chars(columns, end, number);
        if (error == std::errc{} && stop == end && number > 0) options.columns = number;
    }
    return options;
}

void print_units(std::ostream& out, const std::vector<AlignedStory>& stories, std::size_t count,
                 const ShowOptions& options) {
    std::size_t shown = 0;
    for (const AlignedStory& story : stories) {
        for (std::size_t i = 0; i < story.made.units.size(); ++i) {
            if (shown == count) return;
            if (shown++ > 0) out << '\n';
            const tmx::Unit& unit = story.made.units[i];
            const std::string name = stories.size() > 1 ? story.name + " " : "";
            out << fmt::format("{}{} · {:.4f} · {}\n", name, i + 1, story.made.confidences[i],
                               property(unit, "x-bead"));
            print_unit(out, unit, options);
        }
    }
}

}  // namespace hexapla
