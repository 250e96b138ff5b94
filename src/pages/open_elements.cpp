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

/// Elements that a reader keeps apart from what is around them: an end tag in one closes nothing outside.
bool is_barrier(std::string_view name) {
    constexpr std::array<std::string_view, 13> names = {
        "applet", "caption",  "marquee",       "object", "select", "table",   "td",
        "th",     "template", "foreignobject", "desc",   "button", "frameset"};
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

/// Elements in lines of text, whose end tags reach over no block.
bool is_ordinary(std::string_view name) {
    constexpr std::array<std::string_view, 84> special = {"address",
                                                          "applet",
                                                          "area",
                                                          "article",
                                                          "aside",
                                                          "base",
                                                          "basefont",
                                                          "bgsound",
                                                          "blockquote",
                                                          "body",
                                                          "br",
                                                          "button",
                                                          "caption",
                                                          "center",
                                                          "col",
                                                          "colgroup",
                                                          "command",
                                                          "dd",
                                                          "desc",
                                                          "details",
                                                          "dialog",
                                                          "dir",
                                                          "div",
                                                          "dl",
                                                          "dt",
                                                          "embed",
                                                          "fieldset",
                                                          "figcaption",
                                                          "figure",
                                                          "footer",
                                                          "foreignobject",
                                                          "form",
                                                          "frame",
                                                          "frameset",
                                                          "head",
                                                          "header",
                                                          "hgroup",
                                                          "hr",
                                                          "html",
                                                          "iframe",
                                                          "img",
                                                          "input",
                                                          "isindex",
                                                          "li",
                                                          "link",
                                                          "listing",
                                                          "main",
                                                          "marquee",
                                                          "menu",
                                                          "menuitem",
                                                          "meta",
                                                          "mi",
                                                          "mn",
                                                          "mo",
                                                          "ms",
                                                          "mtext",
                                                          "nav",
                                                          "noembed",
                                                          "noframes",
                                                          "noscript",
                                                          "object",
                                                          "ol",
                                                          "p",
                                                          "param",
                                                          "plaintext",
                                                          "pre",
                                                          "script",
                                                          "section",
                                                          "select",
                                                          "source",
                                                          "style",
                                                          "summary",
                                                          "table",
                                                          "tbody",
                                                          "td",
                                                          "template",
                                                          "textarea",
                                                          "tfoot",
                                                          "th",
                                                          "thead",
                                                          "title",
                                                          "tr",
                                                          "track",
                                                          "ul"};
    return !is_heading(name) && !is_one_of(name, special);
}

/// Blocks: their start closes an open paragraph.
bool closes_paragraph(std::string_view name) {
    constexpr std::array<std::string_view, 36> names = {
        "address", "article", "aside",  "blockquote", "center",   "dd",         "details", "dialog",
        "dir",     "div",     "dl",     "dt",         "fieldset", "figcaption", "figure",  "footer",
        "form",    "header",  "hgroup", "hr",         "li",       "listing",    "main",    "menu",
        "nav",     "ol",      "p",      "plaintext",  "pre",      "section",    "summary", "ul",
        "xmp",     "h",       "search", "table"};
    return is_heading(name) || is_one_of(name, names);
}

/// Elements of HTML that end a drawing they stand in.
bool breaks_out(std::string_view name) {
    constexpr std::array<std::string_view, 39> names = {
        "b",      "big",    "blockquote", "body", "br",    "center", "code", "dd",  "div",   "dl",
        "dt",     "em",     "embed",      "font", "head",  "hr",     "i",    "img", "li",    "listing",
        "menu",   "meta",   "nobr",       "ol",   "p",     "pre",    "ruby", "s",   "small", "span",
        "strong", "strike", "sub",        "sup",  "table", "tt",     "u",    "ul",  "var"};
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
    if (name == "html" || name == "body" || name == "head") return;
    if (is_foreign(name)) {
        if (!closed) stack_.push_back({std::string(name), true});
        return;
    }
    if (is_void(name)) return;
    if (closes_paragraph(name)) close_paragraph();
    if (name == "li" || name == "dd" || name == "dt") close_item(name);
    if (is_table_part(name) && !close_table_part(name)) return;
    if ((name == "option" || name == "optgroup") && !stack_.empty() && stack_.back().name == "option") {
        stack_.pop_back();
    }
    if (name == "a" || name == "nobr") end_formatting(name);
    if (is_formatting(name)) formatting_.push_back({std::string(name), attributes + 1});
    if (is_marker(name)) formatting_.push_back({});
    stack_.push_back({std::string(name), false});
}

void OpenElements::end(std::string_view name) {
    if (is_formatting(name)) return end_formatting(name);
    const bool ordinary = is_ordinary(name);
    for (std::size_t i = stack_.size(); i-- > 0;) {
        const Element& element = stack_[i];
        if (element.name == name || (is_heading(name) && is_heading(element.name))) {
            if (name == "form") {
                // Closed by itself: what was begun in it stays open.
                stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(i));
            } else {
                pop_to(i);
            }
            return;
        }
        const bool table_tag = name == "table" || is_table_part(name);
        const bool kept = table_tag ? element.name == "table" || element.name == "template"
                                    : is_barrier(element.name) || (ordinary && !is_ordinary(element.name));
        if (kept) return;
    }
}

std::size_t OpenElements::remade() const {
    std::size_t size = 0;
    for (auto one = formatting_.rbegin(); one != formatting_.rend() && !one->name.empty(); ++one) {
        size += one->size;
    }
    return size;
}

/// Closes all elements but the first `size`.
void OpenElements::pop_to(std::size_t size) {
    for (; stack_.size() > size; stack_.pop_back()) {
        if (stack_.back().foreign || !is_marker(stack_.back().name)) continue;
        while (!formatting_.empty() && !formatting_.back().name.empty()) formatting_.pop_back();
        if (!formatting_.empty()) formatting_.pop_back();
    }
}

void OpenElements::close_paragraph() {
    for (std::size_t i = stack_.size(); i-- > 0;) {
        if (stack_[i].name == "p" && !stack_[i].foreign) return pop_to(i);
        if (is_barrier(stack_[i].name)) return;
    }
}

/// Closes the item before this one: of a list, or of a list of terms.
void OpenElements::close_item(std::string_view name) {
    for (std::size_t i = stack_.size(); i-- > 0;) {
        const std::string& open = stack_[i].name;
        const bool item = name == "li" ? open == "li" : open == "dd" || open == "dt";
        if (item) return pop_to(i);
        if (!is_ordinary(open) && open != "address" && open != "div" && open != "p") return;
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

/// Ends the last of that name since the last marker: by itself where blocks were begun in it, else with all
/// that is in it.
void OpenElements::end_formatting(std::string_view name) {
    auto last = formatting_.rbegin();
    while (last != formatting_.rend() && !last->name.empty() && last->name != name) ++last;
    const bool found = last != formatting_.rend() && last->name == name;
    if (found) formatting_.erase(std::next(last).base());
    bool blocks = false;
    for (std::size_t i = stack_.size(); i-- > 0;) {
        const std::string& open = stack_[i].name;
        if (open == name && !stack_[i].foreign) {
            if (!blocks) return pop_to(i);
            if (found) stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(i));
            return;
        }
        if (is_barrier(open)) return;
        blocks = blocks || !is_ordinary(open);
    }
}

bool OpenElements::is_foreign(std::string_view name) const {
    if (name == "svg" || name == "math") return true;
    return in_foreign() && !holds_html(stack_.back().name) && !breaks_out(name);
}

}  // namespace pages
