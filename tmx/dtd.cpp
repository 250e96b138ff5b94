#include "tmx/dtd.hpp"

#include <algorithm>
#include <array>

#include "tmx/characters.hpp"
#include "tmx/wording.hpp"

namespace tmx {
namespace {

using Content = ElementRule::Content;
using V = Version;

constexpr std::array<ElementRule, 24> rules = {{
    {"tmx", V::v1_1, V::v1_4, Content::each_child_in_turn, " header body ", " version "},
    {"header", V::v1_1, V::v1_4, Content::any_of_children, " note prop ude ",
     " creationtool! creationtoolversion! segtype! o-tmf! adminlang! srclang! datatype! o-encoding "
     "creationdate creationid changedate changeid "},
    {"body", V::v1_1, V::v1_4, Content::any_of_children, " tu ", " "},
    {"ude", V::v1_1, V::v1_4, Content::some_of_children, " map ", " name! base "},
    {"map", V::v1_1, V::v1_4, Content::empty, " ", " unicode! code ent subst "},
    {"note", V::v1_1, V::v1_2, Content::text, " ", " o-encoding lang "},
    {"note", V::v1_3, V::v1_4, Content::text, " ", " o-encoding xml:lang lang "},
    {"prop", V::v1_1, V::v1_2, Content::text, " ", " type! lang o-encoding "},
    {"prop", V::v1_3, V::v1_3, Content::text, " ", " type! xml:lang o-encoding "},
    {"prop", V::v1_4, V::v1_4, Content::text, " ", " type! xml:lang o-encoding lang "},
    {"tu", V::v1_1, V::v1_4, Content::remarks_then_many, " note prop tuv ",
     " o-encoding datatype usagecount lastusagedate creationtool creationtoolversion creationdate "
     "creationid changedate changeid o-tmf tuid segtype srclang "},
    {"tuv", V::v1_1, V::v1_2, Content::remarks_then_one, " note prop seg ",
     " o-encoding datatype usagecount lastusagedate creationtool creationtoolversion creationdate "
     "creationid changedate changeid o-tmf lang! "},
    {"tuv", V::v1_3, V::v1_4, Content::remarks_then_one, " note prop seg ",
     " o-encoding datatype usagecount lastusagedate creationtool creationtoolversion creationdate "
     "creationid changedate changeid o-tmf xml:lang! lang "},
    {"seg", V::v1_1, V::v1_1, Content::mixed, " bpt ept ph ut it sub ", " "},
    {"seg", V::v1_2, V::v1_4, Content::mixed, " bpt ept it ph hi ut ", " "},
    {"bpt", V::v1_1, V::v1_4, Content::mixed, " sub ", " i! x type "},
    {"ept", V::v1_1, V::v1_4, Content::mixed, " sub ", " i! "},
    {"it", V::v1_1, V::v1_4, Content::mixed, " sub ", " pos! x type "},
    {"ph", V::v1_1, V::v1_4, Content::mixed, " sub ", " x assoc type "},
    {"ut", V::v1_1, V::v1_3, Content::text, " ", " x "},
    {"ut", V::v1_4, V::v1_4, Content::mixed, " sub ", " x "},
    {"sub", V::v1_1, V::v1_1, Content::mixed, " bpt ept it ph ut ", " "},
    {"sub", V::v1_2, V::v1_4, Content::mixed, " bpt ept it ph hi ut ", " datatype type "},
    {"hi", V::v1_2, V::v1_4, Content::mixed, " bpt ept it ph hi ut ", " x type "},
}};

constexpr std::array<std::string_view, 4> numbers = {"1.1", "1.2", "1.3", "1.4"};

bool lists(std::string_view words, std::string_view word) {
    for (std::size_t at = words.find(word); at != std::string_view::npos && !word.empty();
         at = words.find(word, at + 1)) {
        const char behind = words[at + word.size()];
        if (words[at - 1] == ' ' && (behind == ' ' || behind == '!')) return true;
    }
    return false;
}

std::string_view last_word(std::string_view words) {
    words.remove_suffix(1);
    return words.substr(words.rfind(' ') + 1);
}

std::string_view word(std::string_view words, std::size_t number) {
    words.remove_prefix(1);
    for (; number > 0; --number) words.remove_prefix(words.find(' ') + 1);
    return words.substr(0, words.find(' '));
}

bool is_remark(std::string_view element) { return element == "note" || element == "prop"; }

}  // namespace

Version version_of(std::string_view number) {
    const auto found = std::find(numbers.begin(), numbers.end(), number);
    return found == numbers.end() ? Version::v1_4 : static_cast<Version>(found - numbers.begin());
}

std::string_view number_of(Version version) { return numbers.at(static_cast<std::size_t>(version)); }

const ElementRule* rule_for(std::string_view element, Version version) {
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const ElementRule& rule) {
        return rule.name == element && rule.first <= version && version <= rule.last;
    });
    return found == rules.end() || element.empty() ? nullptr : &*found;
}

bool allows_child(const ElementRule& rule, std::string_view child) { return lists(rule.children, child); }
bool allows_attribute(const ElementRule& rule, std::string_view attribute) {
    return lists(rule.attributes, attribute);
}

bool allows_value(std::string_view attribute, std::string_view value) {
    if (attribute == "segtype") return lists(" block paragraph sentence phrase ", value);
    if (attribute == "pos") return lists(" begin end ", value);
    return true;
}

std::string_view next_required(const ElementRule& rule, std::size_t& from) {
    const std::size_t mark = rule.attributes.find('!', from);
    if (mark == std::string_view::npos) return {};
    from = mark + 1;
    const std::size_t begin = rule.attributes.rfind(' ', mark) + 1;
    return rule.attributes.substr(begin, mark - begin);
}

const Validator::Complaints& Validator::open(std::string_view element,
                                             const std::vector<Attribute>& attributes) {
    complaints_.clear();
    const bool inside_unknown = !frames_.empty() && frames_.back().rule == nullptr;
    if (inside_unknown) {
        frames_.push_back({nullptr});
        return complaints_;
    }
    if (frames_.empty() && element == "tmx") {
        for (const Attribute& attribute : attributes) {
            if (attribute.name != "version") continue;
            version_ = version_of(attribute.value);
            if (number_of(version_) != attribute.value)
                complaints_.push_back("the version is " + in_quotes(attribute.value) +
                                      "; it must be 1.1, 1.2, 1.3 or 1.4");
        }
    }
    check_place(element);
    const ElementRule* rule = rule_for(element, version_);
    if (rule != nullptr) check_attributes(*rule, attributes);
    frames_.push_back({rule});
    return complaints_;
}

void Validator::check_place(std::string_view element) {
    if (frames_.empty()) return;
    Frame& parent = frames_.back();
    const std::string shown = as_tag(element);
    const std::string outer = as_tag(parent.rule->name);
    const std::string number(number_of(version_));
    if (rule_for(element, version_) == nullptr) {
        complaints_.push_back(shown + ", which TMX " + number + " does not know; remove it");
        return;
    }
    if (!allows_child(*parent.rule, element)) {
        complaints_.push_back(shown + " may not stand in " + outer + "; see the TMX " + number + " DTD");
        return;
    }
    const std::size_t place = parent.children++;
    switch (parent.rule->content) {
        case Content::remarks_then_one:
        case Content::remarks_then_many:
            if (is_remark(element) && parent.main_seen)
                complaints_.push_back(shown + " stands behind " + as_tag(last_word(parent.rule->children)) +
                                      "; put it before");
            if (!is_remark(element) && parent.main_seen && parent.rule->content == Content::remarks_then_one)
                complaints_.push_back(outer + " has a second " + shown + "; it must have one");
            parent.main_seen = parent.main_seen || !is_remark(element);
            break;
        case Content::each_child_in_turn:
            if (place > 1 || word(parent.rule->children, place) != element)
                complaints_.push_back(shown + " is out of its place in " + outer +
                                      ", which holds <header> and then <body>");
            break;
        default:
            break;
    }
}

void Validator::check_attributes(const ElementRule& rule, const std::vector<Attribute>& attributes) {
    for (const Attribute& attribute : attributes) {
        if (!allows_attribute(rule, attribute.name)) {
            complaints_.push_back("the attribute " + in_quotes(attribute.name) + " in " + as_tag(rule.name) +
                                  ", which TMX " + std::string(number_of(version_)) +
                                  " does not know; remove it or make it a property");
        } else if (!allows_value(attribute.name, attribute.value)) {
            complaints_.push_back(
                as_tag(rule.name) + " with " + std::string(attribute.name) + "=\"" +
                std::string(attribute.value) + "\"; it must be " +
                (attribute.name == "pos" ? "begin or end" : "block, paragraph, sentence or phrase"));
        }
    }
    std::size_t from = 0;
    for (std::string_view required = next_required(rule, from); !required.empty();
         required = next_required(rule, from)) {
        const bool given = std::any_of(attributes.begin(), attributes.end(),
                                       [&](const Attribute& each) { return each.name == required; });
        if (!given)
            complaints_.push_back(as_tag(rule.name) + " without the attribute " + in_quotes(required) +
                                  "; add it");
    }
}

const Validator::Complaints& Validator::text(std::string_view text) {
    complaints_.clear();
    if (frames_.empty() || frames_.back().rule == nullptr) return complaints_;
    const ElementRule& rule = *frames_.back().rule;
    const bool takes_text = rule.content == Content::text || rule.content == Content::mixed;
    if (!takes_text && !is_xml_space(text))
        complaints_.push_back("text stands directly in " + as_tag(rule.name) +
                              "; remove it or put it into a <note>");
    return complaints_;
}

const Validator::Complaints& Validator::close() {
    complaints_.clear();
    if (frames_.empty()) return complaints_;
    const Frame frame = frames_.back();
    frames_.pop_back();
    if (frame.rule == nullptr) return complaints_;
    const std::string shown = as_tag(frame.rule->name);
    switch (frame.rule->content) {
        case Content::remarks_then_one:
        case Content::remarks_then_many:
            if (!frame.main_seen)
                complaints_.push_back(shown + " has no " + as_tag(last_word(frame.rule->children)) +
                                      "; remove it");
            break;
        case Content::some_of_children:
            if (frame.children == 0) complaints_.push_back(shown + " is empty; remove it");
            break;
        case Content::each_child_in_turn:
            if (frame.children < 2)
                complaints_.push_back(shown + " must hold <header> and <body>; add what is missing");
            break;
        default:
            break;
    }
    return complaints_;
}

}  // namespace tmx
