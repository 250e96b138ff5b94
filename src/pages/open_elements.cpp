#include "pages/open_elements.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace pages {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_heading(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool is_void(std::string_view name) {
    constexpr std::array<std::string_view, 20> names = {
        "area",  "base", "basefont", "bgsound", "br",   "col",  "command", "embed",  "frame", "hr",
        "image", "img",  "input",    "keygen",  "link", "meta", "param",   "source", "track", "wbr"};
    return is_one_of(name, names);
}

bool is_formatting(std::string_view name) {
    constexpr std::array<std::string_view, 14> names = {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"};
    return is_one_of(name, names);
}

/// Elements of HTML that a reader keeps apart from what is around them: an end tag in one closes nothing
/// outside.
bool is_barrier_name(std::string_view name) {
    constexpr std::array<std::string_view, 9> names = {"applet", "caption", "marquee",  "object", "select",
                                                       "table",  "td",      "template", "th"};
    return is_one_of(name, names);
}

/// Barriers at which formatting begins anew.
bool is_marker(std::string_view name) {
    constexpr std::array<std::string_view, 7> names = {"applet", "caption", "marquee", "object",
                                                       "td",     "th",      "template"};
    return is_one_of(name, names);
}

/// Parts of a table.
bool is_table_part(std::string_view name) {
    constexpr std::array<std::string_view, 8> names = {"caption", "colgroup", "tbody", "td",
                                                       "tfoot",   "th",       "thead", "tr"};
    return is_one_of(name, names);
}

/// Elements of HTML that are more than a stretch of text: end tags of such stretches do not reach over them.
bool is_special_name(std::string_view name) {
    constexpr std::array<std::string_view, 74> names = {
        "address",    "applet",     "area",    "article", "aside",   "base",   "basefont",  "bgsound",
        "blockquote", "body",       "br",      "button",  "caption", "center", "col",       "colgroup",
        "command",    "dd",         "details", "dir",     "div",     "dl",     "dt",        "embed",
        "fieldset",   "figcaption", "figure",  "footer",  "form",    "frame",  "frameset",  "head",
        "header",     "hgroup",     "hr",      "html",    "iframe",  "img",    "input",     "isindex",
        "li",         "link",       "listing", "marquee", "menu",    "meta",   "nav",       "noembed",
        "noframes",   "noscript",   "object",  "ol",      "p",       "param",  "plaintext", "pre",
        "script",     "section",    "select",  "style",   "summary", "table",  "tbody",     "td",
        "template",   "textarea",   "tfoot",   "th",      "thead",   "title",  "tr",        "ul",
        "wbr",        "xmp"};
    return is_heading(name) || is_one_of(name, names);
}

/// Blocks: their start closes an open paragraph.
bool closes_paragraph(std::string_view name) {
    constexpr std::array<std::string_view, 34> names = {
        "address", "article", "aside",   "blockquote", "center", "dd",       "details",
        "dialog",  "dir",     "div",     "dl",         "dt",     "fieldset", "figcaption",
        "figure",  "footer",  "form",    "header",     "hgroup", "hr",       "li",
        "listing", "main",    "menu",    "nav",        "ol",     "p",        "plaintext",
        "pre",     "section", "summary", "ul",         "xmp",    "table"};
    return is_heading(name) || is_one_of(name, names);
}

/// Elements of HTML that end a drawing they stand in.
bool breaks_out(std::string_view name) {
    constexpr std::array<std::string_view, 38> names = {
        "b",      "big",  "blockquote", "body",  "br",  "center", "code", "dd",    "div",     "dl",
        "dt",     "em",   "embed",      "head",  "hr",  "i",      "img",  "li",    "listing", "menu",
        "meta",   "nobr", "ol",         "p",     "pre", "ruby",   "s",    "small", "span",    "strong",
        "strike", "sub",  "sup",        "table", "tt",  "u",      "ul",   "var"};
    return is_heading(name) || is_one_of(name, names);
}

/// Elements of drawings and formulas in which HTML begins anew.
bool holds_html(std::string_view name) {
    constexpr std::array<std::string_view, 9> names = {
        "annotation-xml", "desc", "foreignobject", "mi", "mn", "mo", "ms", "mtext", "title"};
    return is_one_of(name, names);
}

}  // namespace

void OpenElements::start(std::string_view name, std::size_t attributes, bool closed) {
    if (is_foreign(name)) {
        // With some attributes <font> ends a drawing, and then "/>" closes nothing any more.
        const bool in_font = std::any_of(stack_.begin(), stack_.end(),
                                         [](const Element& e) { return e.foreign && e.name == "font"; });
        if (!closed || in_font) push(name, true);
        return;
    }
    leave_foreign();
    if (name == "select" && is_open("select")) return end(name);
    if (name == "button") end(name);
    if (name == "input" || name == "keygen" || name == "textarea") end("select");
    if (name == "frameset") ++framesets_;
    if (is_void(name) || name == "frameset" || name == "html" || name == "body" || name == "head") return;
    if (closes_paragraph(name)) close_paragraph();
    if (is_heading(name) && !stack_.empty() && is_heading(stack_.back().name)) pop_to(stack_.size() - 1);
    if (name == "li" || name == "dd" || name == "dt") close_item(name);
    if (is_table_part(name) && !close_table_part(name)) return;
    if ((name == "option" || name == "optgroup") && !stack_.empty() && stack_.back().name == "option") {
        pop_to(stack_.size() - 1);
    }
    if (name == "a" || name == "nobr") end_formatting(name);
    if (is_formatting(name)) formatting_.push_back({std::string(name), attributes + 1});
    if (is_marker(name)) formatting_.push_back({});
    push(name, false);
}

void OpenElements::end(std::string_view name) {
    for (std::size_t i = stack_.size(); i > 0 && stack_[i - 1].foreign; --i) {
        if (stack_[i - 1].name == name) return pop_to(i - 1);
    }
    if (is_formatting(name)) return end_formatting(name);
    for (std::size_t i = stack_.size(); i-- > 0;) {
        const Element& element = stack_[i];
        if (element.name == name || (is_heading(name) && is_heading(element.name))) {
            // A form is closed by itself: what was begun in it stays open.
            return name == "form" ? erase(i) : pop_to(i);
        }
        if (keeps_open(element, name)) return;
    }
}

/// Whether an end tag of that name, in the element, closes nothing around it.
bool OpenElements::keeps_open(const Element& element, std::string_view name) {
    const std::string& around = element.name;
    if (name == "table" || is_table_part(name)) return around == "table" || around == "template";
    if (name == "p" && around == "button") return true;
    if (name == "li" && (around == "ul" || around == "ol")) return true;
    const bool reaches_far = (is_special_name(name) && name != "noscript") || name == "main";
    return is_barrier(element) || (!reaches_far && is_special(element));
}

std::size_t OpenElements::depth() const {
    const auto formats = std::count_if(formatting_.begin(), formatting_.end(),
                                       [](const Formatting& one) { return !one.name.empty(); });
    return blocks_ + framesets_ + static_cast<std::size_t>(formats);
}

bool OpenElements::is_raw(std::string_view name) const {
    constexpr std::array<std::string_view, 8> names = {"iframe", "noembed",  "noframes", "script",
                                                       "style",  "textarea", "title",    "xmp"};
    if (in_foreign() || !is_one_of(name, names)) return false;
    if (framesets_ > 0) return name == "noframes";
    return !is_open("select") || name == "script" || name == "textarea";
}

bool OpenElements::is_open(std::string_view name) const {
    return std::any_of(stack_.begin(), stack_.end(),
                       [&](const Element& element) { return element.name == name && !element.foreign; });
}

std::size_t OpenElements::remade() const {
    std::size_t size = 0;
    for (auto one = formatting_.rbegin(); one != formatting_.rend() && !one->name.empty(); ++one) {
        size += one->size;
    }
    return size;
}

bool OpenElements::is_special(const Element& element) {
    return element.foreign ? holds_html(element.name) : is_special_name(element.name);
}

bool OpenElements::is_barrier(const Element& element) {
    return element.foreign ? holds_html(element.name) : is_barrier_name(element.name);
}

void OpenElements::push(std::string_view name, bool foreign) {
    stack_.push_back({std::string(name), foreign});
    if (foreign || !is_formatting(name)) ++blocks_;
}

void OpenElements::erase(std::size_t index) {
    const Element& element = stack_[index];
    if (element.foreign || !is_formatting(element.name)) --blocks_;
    stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(index));
}

/// Closes all elements but the first `size`. What formats text begins anew behind them, but for what was
/// begun in a cell or the like.
void OpenElements::pop_to(std::size_t size) {
    while (stack_.size() > size) {
        const bool marker = !stack_.back().foreign && is_marker(stack_.back().name);
        erase(stack_.size() - 1);
        if (!marker) continue;
        while (!formatting_.empty() && !formatting_.back().name.empty()) formatting_.pop_back();
        if (!formatting_.empty()) formatting_.pop_back();
    }
}

/// An element of HTML ends the drawing it stands in, up to where HTML may stand.
void OpenElements::leave_foreign() {
    while (in_foreign() && !holds_html(stack_.back().name)) pop_to(stack_.size() - 1);
}

void OpenElements::close_paragraph() {
    for (std::size_t i = stack_.size(); i-- > 0;) {
        if (stack_[i].name == "p" && !stack_[i].foreign) return pop_to(i);
        if (keeps_open(stack_[i], "p")) return;
    }
}

/// Closes the item before this one: of a list, or of a list of terms.
void OpenElements::close_item(std::string_view name) {
    for (std::size_t i = stack_.size(); i-- > 0;) {
        const std::string& open = stack_[i].name;
        const bool item = name == "li" ? open == "li" : open == "dd" || open == "dt";
        if (item) return pop_to(i);
        if (is_special(stack_[i]) && open != "address" && open != "div" && open != "p") return;
    }
}

/// Closes what a part of a table cannot stand in; false: there is no table, so the tag says nothing.
bool OpenElements::close_table_part(std::string_view name) {
    const bool cell = name == "td" || name == "th";
    std::optional<std::size_t> row;
    for (std::size_t i = stack_.size(); i-- > 0;) {
        const std::string& open = stack_[i].name;
        if (open == "template") return false;
        const bool group = open == "tbody" || open == "thead" || open == "tfoot";
        if (!row && ((cell && (open == "tr" || group)) || (name == "tr" && group))) row = i;
        if (open != "table") continue;
        pop_to(row.value_or(i) + 1);
        return true;
    }
    return false;
}

/// Ends the last of that name since the last marker, by itself where blocks were begun in it, else with all
/// that is in it; nothing where a barrier keeps it open.
void OpenElements::end_formatting(std::string_view name) {
    auto last = formatting_.rbegin();
    while (last != formatting_.rend() && !last->name.empty() && last->name != name) ++last;
    if (last == formatting_.rend() || last->name != name) return;
    bool blocks = false;
    std::size_t i = stack_.size();
    while (i > 0 && (stack_[i - 1].name != name || stack_[i - 1].foreign)) {
        if (is_barrier(stack_[i - 1])) return;
        blocks = blocks || is_special(stack_[i - 1]);
        --i;
    }
    formatting_.erase(std::next(last).base());
    if (i == 0) return;
    if (blocks) {
        erase(i - 1);
    } else {
        pop_to(i - 1);
    }
}

bool OpenElements::is_foreign(std::string_view name) const {
    if (name == "svg" || name == "math") return true;
    return in_foreign() && !holds_html(stack_.back().name) && !breaks_out(name);
}

}  // namespace pages
