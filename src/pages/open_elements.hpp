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
    /// A start tag with its name in lower case; `closed` when it ends in "/>". Names that HTML does not know
    /// are to be given as one, for the reader takes any of their end tags for the innermost.
    void start(std::string_view name, std::size_t attributes, bool closed);
    void end(std::string_view name);

    /// How many are open, or begin anew where text does.
    [[nodiscard]] std::size_t depth() const;
    /// Whether what follows a start tag of that name is text up to its end tag, whatever it looks like.
    [[nodiscard]] bool is_raw(std::string_view name) const;
    /// Whether the innermost element is one of a drawing or formula, in which CDATA sections are known.
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

    [[nodiscard]] bool is_open(std::string_view name) const;
    [[nodiscard]] static bool is_special(const Element& element);
    [[nodiscard]] static bool is_barrier(const Element& element);
    [[nodiscard]] static bool keeps_open(const Element& element, std::string_view name);
    void push(std::string_view name, bool foreign);
    void erase(std::size_t index);
    void pop_to(std::size_t size);
    void leave_foreign();
    void close_paragraph();
    void close_item(std::string_view name);
    bool close_table_part(std::string_view name);
    void end_formatting(std::string_view name);
    [[nodiscard]] bool is_foreign(std::string_view name) const;

    std::vector<Element> stack_;
    std::size_t blocks_ = 0;     // elements of the stack that do not format text
    std::size_t framesets_ = 0;  // counted alone: which of their tags open and close anything is not known
    std::vector<Formatting> formatting_;
};

}  // namespace pages
