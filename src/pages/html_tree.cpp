#include "pages/html_tree.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <utility>

namespace pages {
namespace {

constexpr std::string_view white_space = " \t\n\r\f";

void destroy(GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); }

// gumbo's nodes are unions told apart by their type: the functions below are all that look into them.
// NOLINTBEGIN(cppcoreguidelines-pro-type-union-access)

const GumboElement* element_of(const GumboNode* node) {
    if (node == nullptr) return nullptr;
    const bool element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
    return element ? &node->v.element : nullptr;
}

const GumboText* text_of_node(const GumboNode* node) {
    if (node == nullptr) return nullptr;
    const bool text = node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
                      node->type == GUMBO_NODE_WHITESPACE;
    return text ? &node->v.text : nullptr;
}

// NOLINTEND(cppcoreguidelines-pro-type-union-access)

const GumboAttribute* attribute_of(const GumboNode* node, const char* name) {
    const GumboElement* element = element_of(node);
    return element == nullptr ? nullptr : gumbo_get_attribute(&element->attributes, name);
}

}  // namespace

std::string_view HtmlNode::tag() const {
    const GumboElement* element = element_of(node_);
    return element == nullptr || element->tag == GUMBO_TAG_UNKNOWN ? ""
                                                                   : gumbo_normalized_tagname(element->tag);
}

bool HtmlNode::is_element() const { return element_of(node_) != nullptr; }

bool HtmlNode::is_text() const { return text_of_node(node_) != nullptr; }

std::string_view HtmlNode::text() const {
    const GumboText* text = text_of_node(node_);
    return text == nullptr ? "" : text->text;
}

std::string_view HtmlNode::attribute(const char* name) const {
    const GumboAttribute* attribute = attribute_of(node_, name);
    return attribute == nullptr ? "" : attribute->value;
}

bool HtmlNode::has_attribute(const char* name) const { return attribute_of(node_, name) != nullptr; }

bool HtmlNode::has_class(std::string_view name) const {
    std::string_view rest = attribute("class");
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(white_space), rest.size());
        if (rest.substr(0, end) == name) return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

HtmlNode HtmlNode::parent() const {
    return node_ == nullptr || element_of(node_->parent) == nullptr ? HtmlNode() : HtmlNode(node_->parent);
}

std::size_t HtmlNode::child_count() const {
    const GumboElement* element = element_of(node_);
    return element == nullptr ? 0 : element->children.length;
}

HtmlNode HtmlNode::child(std::size_t index) const {
    return HtmlNode(static_cast<const GumboNode*>(element_of(node_)->children.data[index]));
}

HtmlTree::HtmlTree(std::string_view html) : output_(nullptr, destroy) {
    GumboOptions options = kGumboDefaultOptions;
    // Nobody asks for the errors, and each holds a copy of all tags open at its place.
    options.max_errors = 0;
    output_.reset(gumbo_parse_with_options(&options, html.data(), html.size()));
}

HtmlNode HtmlTree::root() const { return HtmlNode(output_->root); }

bool matches(HtmlNode node, std::string_view selector) {
    if (!node.is_element()) return false;
    const auto next_name = [&] {
        const std::string_view name = selector.substr(0, selector.find_first_of(".#[]"));
        selector.remove_prefix(name.size());
        return name;
    };
    const std::string_view tag = next_name();
    if (!tag.empty() && tag != "*" && node.tag() != tag) return false;
    while (!selector.empty()) {
        const char kind = selector.front();
        selector.remove_prefix(1);
        if (kind == ']') continue;
        const std::string_view name = next_name();
        if (kind == '.' && !node.has_class(name)) return false;
        if (kind == '#' && node.attribute("id") != name) return false;
        if (kind == '[' && !node.has_attribute(std::string(name).c_str())) return false;
    }
    return true;
}

void walk(HtmlNode from, const std::function<bool(HtmlNode)>& enter,
          const std::function<void(HtmlNode)>& leave) {
    if (!from || !enter(from)) return;
    struct Open {
        HtmlNode node;
        std::size_t next = 0;  // child
    };
    std::vector<Open> open = {{from}};
    while (!open.empty()) {
        Open& top = open.back();
        if (top.next == top.node.child_count()) {
            if (leave) leave(top.node);
            open.pop_back();
            continue;
        }
        const HtmlNode child = top.node.child(top.next++);
        if (enter(child)) open.push_back({child});
    }
}

std::vector<HtmlNode> find_all(HtmlNode from, std::string_view selector) {
    std::vector<HtmlNode> found;
    walk(from, [&](HtmlNode node) {
        if (matches(node, selector)) found.push_back(node);
        return true;
    });
    return found;
}

HtmlNode find_first(HtmlNode from, std::string_view selector) {
    HtmlNode found;
    walk(from, [&](HtmlNode node) {
        if (!found && matches(node, selector)) found = node;
        return !found;
    });
    return found;
}

HtmlNode find_above(HtmlNode from, std::string_view selector) {
    while (from && !matches(from, selector)) from = from.parent();
    return from;
}

bool is_invisible(HtmlNode node) {
    constexpr std::array<std::string_view, 15> tags = {"audio", "canvas", "datalist", "head",     "iframe",
                                                       "math",  "object", "script",   "select",   "style",
                                                       "svg",   "title",  "template", "textarea", "video"};
    return node.is_element() && std::find(tags.begin(), tags.end(), node.tag()) != tags.end();
}

std::string collapse(std::string_view text) {
    std::string out;
    bool gap = false;
    for (const char c : text) {
        if (white_space.find(c) != white_space.npos) {
            gap = !out.empty();
            continue;
        }
        if (gap) out += ' ';
        gap = false;
        out += c;
    }
    return out;
}

std::string text_of(HtmlNode node) {
    std::string text;
    walk(node, [&](HtmlNode below) {
        if (below.tag() == "br") text += ' ';
        text += below.text();
        return !is_invisible(below);
    });
    return collapse(text);
}

}  // namespace pages
