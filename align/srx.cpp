#include "align/srx.hpp"

#include <algorithm>
#include <cstring>
#include <initializer_list>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <utility>

#include "align/unicode.hpp"

namespace align {
namespace {

/// The text of a file that begins with UTF-16's byte order mark, as UTF-8; others as they are, without
/// UTF-8's.
std::string as_utf8(std::string_view bytes) {
    const bool big = bytes.starts_with("\xFE\xFF");
    if (!big && !bytes.starts_with("\xFF\xFE")) {
        if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
        return std::string(bytes);
    }
    std::u32string text;
    char32_t high = 0;
    for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        const auto unit = static_cast<char32_t>(big ? first << 8U | second : second << 8U | first);
        if (unit >= 0xD800 && unit < 0xDC00) {
            high = unit;
        } else if (high != 0 && unit >= 0xDC00 && unit < 0xE000) {
            text.push_back(static_cast<char32_t>(0x10000 + ((high - 0xD800) << 10U) + (unit - 0xDC00)));
            high = 0;
        } else {
            text.push_back(unit);
        }
    }
    return to_utf8(text);
}

SrxPlace place_in(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t line_begin = before.rfind('\n') + 1;  // 0 where none is found
    return {lines + 1, count_code_points(before.substr(line_begin)) + 1};
}

std::string quoted(std::string_view text) { return std::string("'").append(text).append("'"); }
std::string tag(std::string_view name) { return std::string("<").append(name).append(">"); }

/// Reads the tree of one file.
class Reader {
  public:
    explicit Reader(std::string text) : text_(std::move(text)) {
        if (const auto at = find_malformed(text_)) {
            throw SrxError(place_in(std::string_view(text_).substr(0, *at), *at),
                           "a byte that is not UTF-8; save the file as UTF-8");
        }
        constexpr unsigned all_text =
            pugi::parse_default | pugi::parse_ws_pcdata;  // a pattern may be a space
        const auto parsed = document_.load_buffer(text_.data(), text_.size(), all_text, pugi::encoding_utf8);
        if (!parsed) {
            const bool empty = parsed.status == pugi::status_no_document_element;
            throw SrxError(place_in(text_, empty ? 0 : static_cast<std::size_t>(parsed.offset)),
                           "this is no XML: " + std::string(parsed.description()) +
                               "; give an SRX file, as CAT tools export them");
        }
    }

    SrxFile read() {
        const pugi::xml_node root = document_.document_element();
        read_prefix(root);
        if (name_of(root) != "srx") {
            fail(root, "the root is " + tag(root.name()) +
                           ", not <srx>; give an SRX file, as CAT tools export them");
        }
        read_version(root);
        expect(root, {"header", "body"});
        read_header(root);
        const pugi::xml_node body = required(root, "body");
        expect(body, {"languagerules", "maprules"});
        read_rules(required(body, "languagerules"));
        read_maps(required(body, "maprules"));
        return std::move(file_);
    }

  private:
    [[nodiscard]] SrxPlace place_of(const pugi::xml_node& node) const {
        const auto name = std::max<std::ptrdiff_t>(node.offset_debug(), 1);
        return place_in(text_, static_cast<std::size_t>(name) - 1);
    }
    [[noreturn]] void fail(const pugi::xml_node& node, const std::string& problem) const {
        throw SrxError(place_of(node), problem);
    }
    void warn(const pugi::xml_node& node, const std::string& text) {
        file_.warnings.push_back({place_of(node), text});
    }

    /// Elements of SRX have the root's prefix; those of another are somebody's own.
    void read_prefix(const pugi::xml_node& root) {
        const char* const colon = std::strchr(root.name(), ':');
        if (colon != nullptr) prefix_.assign(root.name(), static_cast<std::size_t>(colon + 1 - root.name()));
    }
    /// The name of an element of SRX; empty for what is none.
    [[nodiscard]] std::string_view name_of(const pugi::xml_node& node) const {
        const std::string_view name = node.name();
        if (node.type() != pugi::node_element || !name.starts_with(prefix_)) return {};
        const std::string_view local = name.substr(prefix_.size());
        return local.find(':') == std::string_view::npos ? local : std::string_view();
    }
    template <class Take>
    void each(const pugi::xml_node& parent, std::string_view name, Take take) const {
        for (const pugi::xml_node child : parent.children()) {
            if (name_of(child) == name) take(child);
        }
    }
    [[nodiscard]] pugi::xml_node required(const pugi::xml_node& parent, std::string_view name) const {
        for (const pugi::xml_node child : parent.children()) {
            if (name_of(child) == name) return child;
        }
        fail(parent, tag(parent.name()) + " has no " + tag(name) + "; SRX needs one there");
    }
    /// Warns of elements that have no place in an element, which a slip of the pen makes.
    void expect(const pugi::xml_node& parent, std::initializer_list<std::string_view> known) {
        for (const pugi::xml_node child : parent.children()) {
            const std::string_view name = name_of(child);
            if (!name.empty() && std::find(known.begin(), known.end(), name) == known.end())
                warn(child,
                     tag(child.name()) + " has no place in " + tag(parent.name()) + " and is passed over");
        }
    }

    /// An attribute that is yes or no; where it is not there, `otherwise`, or without that an error.
    bool read_yes(const pugi::xml_node& node, const char* name, std::optional<bool> otherwise) {
        const pugi::xml_attribute attribute = node.attribute(name);
        const std::string_view value = attribute.value();
        if (!attribute && otherwise) return *otherwise;
        if (!attribute) fail(node, tag(node.name()) + " has no " + name + "; give it as yes or no");
        if (value != "yes" && value != "no")
            fail(node, std::string(name) + " is " + quoted(value) + "; give yes or no");
        return value == "yes";
    }
    std::string read_name(const pugi::xml_node& node, const char* name) const {
        const pugi::xml_attribute attribute = node.attribute(name);
        if (attribute.value()[0] == '\0') fail(node, tag(node.name()) + " has no " + name + "; give it one");
        return attribute.value();
    }

    void read_version(const pugi::xml_node& root) {
        const std::string_view version = root.attribute("version").value();
        if (version != "1.0" && version != "2.0") {
            fail(root, "the version of <srx> is " + quoted(version) + "; SRX 1.0 and 2.0 are known");
        }
        file_.version = version == "1.0" ? SrxFile::Version::one : SrxFile::Version::two;
    }

    void read_header(const pugi::xml_node& root) {
        const bool two = file_.version == SrxFile::Version::two;
        pugi::xml_node header;
        each(root, "header", [&](const pugi::xml_node& node) { header = node; });
        if (!header) {
            warn(root, std::string("there is no <header>") + (two ? "; cascade is taken for no" : ""));
            return;
        }
        expect(header, {"formathandle", "maprule"});
        file_.segment_subflows = read_yes(header, "segmentsubflows", true);
        if (two) {
            if (!header.attribute("cascade")) warn(header, "<header> has no cascade, which is taken for no");
            file_.cascade = read_yes(header, "cascade", false);
        }
        each(header, "formathandle", [&](const pugi::xml_node& node) {
            const std::string type = read_name(node, "type");
            bool* const included = type == "start"      ? &file_.include_start_codes
                                   : type == "end"      ? &file_.include_end_codes
                                   : type == "isolated" ? &file_.include_isolated_codes
                                                        : nullptr;
            if (included == nullptr) fail(node, "type is " + quoted(type) + "; give start, end or isolated");
            *included = read_yes(node, "include", std::nullopt);
        });
    }

    /// The text of a pattern, as written.
    std::string read_pattern(const pugi::xml_node& rule, std::string_view name) {
        std::string pattern;
        bool seen = false;
        each(rule, name, [&](const pugi::xml_node& node) {
            if (seen) fail(node, "a second " + tag(name) + " in one rule; make it two rules");
            seen = true;
            for (const pugi::xml_node child : node.children()) {
                if (child.type() == pugi::node_element)
                    fail(child, tag(child.name()) + " stands in a pattern; write &lt; for <");
                pattern += child.value();
            }
        });
        return pattern;
    }

    void read_rules(const pugi::xml_node& parent) {
        expect(parent, {"languagerule"});
        std::set<std::string> names;
        each(parent, "languagerule", [&](const pugi::xml_node& node) {
            SrxLanguageRule named{read_name(node, "languagerulename"), {}};
            if (!names.insert(named.name).second)
                fail(node,
                     "there are rules named " + quoted(named.name) + " already; give each a name of its own");
            expect(node, {"rule"});
            each(node, "rule", [&](const pugi::xml_node& rule) {
                expect(rule, {"beforebreak", "afterbreak"});
                named.rules.push_back({read_yes(rule, "break", true), read_pattern(rule, "beforebreak"),
                                       read_pattern(rule, "afterbreak"), place_of(rule)});
            });
            file_.rules.push_back(std::move(named));
        });
    }

    /// Maps stand in <maprules>, and in version 1.0 in <maprule>s within.
    void read_maps(const pugi::xml_node& parent) {
        expect(parent, {"languagemap", "maprule"});
        for (const pugi::xml_node child : parent.children()) {
            if (name_of(child) == "languagemap") read_map(child);
            if (name_of(child) != "maprule") continue;
            expect(child, {"languagemap"});
            each(child, "languagemap", [&](const pugi::xml_node& node) { read_map(node); });
        }
        if (file_.maps.empty())
            fail(parent, tag(parent.name()) + " has no <languagemap>; so no language has rules");
    }

    void read_map(const pugi::xml_node& node) {
        SrxLanguageMap map{read_name(node, "languagepattern"), read_name(node, "languagerulename"),
                           place_of(node)};
        const bool known = std::any_of(file_.rules.begin(), file_.rules.end(),
                                       [&](const SrxLanguageRule& rules) { return rules.name == map.rules; });
        if (!known)
            fail(node,
                 "there are no rules named " + quoted(map.rules) + "; name one <languagerule> of the file");
        file_.maps.push_back(std::move(map));
    }

    std::string text_;
    std::string prefix_;
    pugi::xml_document document_;
    SrxFile file_;
};

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string_view yes_or_no(bool yes) { return yes ? "yes" : "no"; }

}  // namespace

SrxFile read_srx(std::string_view bytes) { return Reader(as_utf8(bytes)).read(); }

std::string write_srx(const SrxFile& file) {
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">\n";
    const auto add = [&](std::initializer_list<std::string_view> parts) {
        for (const std::string_view part : parts) out += part;
        out += '\n';
    };
    const auto add_handle = [&](std::string_view type, bool include) {
        add({"<formathandle type=\"", type, "\" include=\"", yes_or_no(include), "\"/>"});
    };
    add({"<header segmentsubflows=\"", yes_or_no(file.segment_subflows), "\" cascade=\"",
         yes_or_no(file.cascade), "\">"});
    add_handle("start", file.include_start_codes);
    add_handle("end", file.include_end_codes);
    add_handle("isolated", file.include_isolated_codes);
    out += "</header>\n<body>\n<languagerules>\n";
    for (const SrxLanguageRule& named : file.rules) {
        add({"<languagerule languagerulename=\"", escaped(named.name), "\">"});
        for (const SrxRule& rule : named.rules) {
            add({"<rule break=\"", yes_or_no(rule.breaks), "\"><beforebreak>", escaped(rule.before),
                 "</beforebreak><afterbreak>", escaped(rule.after), "</afterbreak></rule>"});
        }
        add({"</languagerule>"});
    }
    out += "</languagerules>\n<maprules>\n";
    for (const SrxLanguageMap& map : file.maps) {
        add({"<languagemap languagepattern=\"", escaped(map.pattern), "\" languagerulename=\"",
             escaped(map.rules), "\"/>"});
    }
    return out + "</maprules>\n</body>\n</srx>\n";
}

}  // namespace align
