#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tmx {

/// The versions that have a DTD of their own (LISA OSCAR, tmx11.dtd to tmx14.dtd), in order.
enum class Version { v1_1, v1_2, v1_3, v1_4 };

/// The version of that number, "1.4"; what is none is taken for 1.4.
Version version_of(std::string_view number);
std::string_view number_of(Version version);

/// What a DTD says of an element. Lists are words between spaces; an attribute that is required ends in '!'.
struct ElementRule {
    enum class Content {
        empty,
        text,                ///< and nothing else
        mixed,               ///< text and the children, in any order
        any_of_children,     ///< the children in any order
        some_of_children,    ///< the same, one at least
        remarks_then_many,   ///< (note|prop)*, then the last child once or more
        remarks_then_one,    ///< (note|prop)*, then the last child once
        each_child_in_turn,  ///< each once, in order
    };
    std::string_view name;
    Version first;
    Version last;
    Content content;
    std::string_view children;
    std::string_view attributes;
};

/// The rule for an element, or null: the version does not have it.
const ElementRule* rule_for(std::string_view element, Version version);
bool allows_child(const ElementRule& rule, std::string_view child);
bool allows_attribute(const ElementRule& rule, std::string_view attribute);
/// Whether the value is one of those the DTD lists for the attribute ("begin" for pos); true where it lists
/// none.
bool allows_value(std::string_view attribute, std::string_view value);
/// The required attribute that stands in the list from there on, without its mark; empty: none. `from` is
/// moved behind it.
std::string_view next_required(const ElementRule& rule, std::size_t& from);

/// Holds a file's elements, as they come, to the DTD of its version.
class Validator {
  public:
    /// What is against the DTD, a sentence each with what to do; emptied by each call.
    using Complaints = std::vector<std::string>;
    struct Attribute {
        std::string_view name;
        std::string_view value;
    };

    const Complaints& open(std::string_view element, const std::vector<Attribute>& attributes);
    const Complaints& text(std::string_view text);
    const Complaints& close();

    [[nodiscard]] Version version() const { return version_; }

  private:
    struct Frame {
        const ElementRule*
            rule;  // null: an element that the DTD does not have; nothing is said of its content
        std::size_t children = 0;
        bool main_seen = false;  // the child behind the remarks
    };
    void check_attributes(const ElementRule& rule, const std::vector<Attribute>& attributes);
    void check_place(std::string_view element);

    Version version_ = Version::v1_4;
    std::vector<Frame> frames_;
    Complaints complaints_;
};

}  // namespace tmx
