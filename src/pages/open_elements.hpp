#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pages {

/// Which elements are open at a place of a page, by its tags alone. Follows the HTML standard's rules for
/// the stack of open elements (section 13.2.4.2) as far as depth needs it, and errs to what is deeper: an
/// end tag that does not fit closes nothing.
///
///     <ul><li>one<li>two     2: the second item closes the first
///     <div><table></div>     2: a table keeps what is around it open
///     <b><i></b>             1: i stays open
class OpenElements {
  public:
    /// A start tag with its name in lower case; `closed` when it ends in "/>".
    void start(std::string_view name, std::size_t attributes, bool closed);
    void end(std::string_view name);

    [[nodiscard]] std::size_t depth() const { return stack_.size(); }
    /// Whether the innermost element is one of a drawing or formula, in which no tag means raw text.
    [[nodiscard]] bool in_foreign() const { return !stack_.empty() && stack_.back().foreign; }
    /// Elements and attributes that are made again wherever text begins, as nothing closed <b>, <a> ….
    [[nodiscard]] std::size_t remade() const;

  private:
    struct Element {
        std::string name;
        bool foreign = false;
    };
    /// An element that formats text; an empty name marks where a cell or the like begins.
    struct Formatting {
        std::string name;
        std::size_t size = 0;  // with its attributes
    };

    void pop_to(std::size_t size);
    void close_paragraph();
    void close_item(std::string_view name);
    bool close_table_part(std::string_view name);
    void end_formatting(std::string_view name);
    [[nodiscard]] bool is_foreign(std::string_view name) const;

    std::vector<Element> stack_;
    std::vector<Formatting> formatting_;
};

}  // namespace pages
