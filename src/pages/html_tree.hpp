#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct GumboInternalNode;
struct GumboInternalOutput;

namespace pages {

/// A node of an HtmlTree, which must outlive it: an element, a text, a comment, or none.
class HtmlNode {
  public:
    HtmlNode() = default;
    explicit HtmlNode(const GumboInternalNode* node) : node_(node) {}

    explicit operator bool() const { return node_ != nullptr; }
    friend auto operator<=>(const HtmlNode&, const HtmlNode&) = default;

    /// The name of an element of HTML in lower case: "p", "figcaption". Empty for all else, elements that
    /// HTML does not know included.
    [[nodiscard]] std::string_view tag() const;
    [[nodiscard]] bool is_element() const;
    [[nodiscard]] bool is_text() const;
    /// What a text node holds, character references resolved; empty for all else.
    [[nodiscard]] std::string_view text() const;
    /// The value of an element's attribute; empty where it has none.
    [[nodiscard]] std::string_view attribute(const char* name) const;
    [[nodiscard]] bool has_attribute(const char* name) const;
    [[nodiscard]] bool has_class(std::string_view name) const;

    [[nodiscard]] HtmlNode parent() const;
    [[nodiscard]] std::size_t child_count() const;
    [[nodiscard]] HtmlNode child(std::size_t index) const;

  private:
    const GumboInternalNode* node_ = nullptr;
};

/// A page as the HTML standard reads it, whatever is wrong with its tags (gumbo).
class HtmlTree {
  public:
    /// `html` is well-formed UTF-8 within the limits of html_limits.hpp.
    explicit HtmlTree(std::string_view html);

    /// The element "html", which every page has.
    [[nodiscard]] HtmlNode root() const;

  private:
    std::unique_ptr<GumboInternalOutput, void (*)(GumboInternalOutput*)> output_;
};

/// Whether an element is what a selector says: a tag, or "*" or nothing, then any of ".class", "#id" and
/// "[attribute]", all of which must hold: "h4.artikel", "#sharing-bar", "section[data-tracking-name]".
bool matches(HtmlNode node, std::string_view selector);

/// Goes through a node and all below it in page order, without recursion. Where `enter` gives false what is
/// below is passed over; `leave` is called behind all else.
void walk(HtmlNode from, const std::function<bool(HtmlNode)>& enter,
          const std::function<void(HtmlNode)>& leave = {});

/// The elements at and below a node that a selector matches, in page order.
std::vector<HtmlNode> find_all(HtmlNode from, std::string_view selector);
/// The first of them, or none.
HtmlNode find_first(HtmlNode from, std::string_view selector);
/// The nearest element at or above a node that the selector matches, or none.
HtmlNode find_above(HtmlNode from, std::string_view selector);

/// Whether an element never shows text: scripts, styles, drawings, fields of forms …
bool is_invisible(HtmlNode node);

/// The text with each run of the white space that HTML knows as one space, and none at the ends; a no-break
/// space is none of it.
std::string collapse(std::string_view text);

/// What a reader sees of a node as one line, collapsed; a line break is a space.
std::string text_of(HtmlNode node);

}  // namespace pages
