#include "pages/html_limits.hpp"

#include <gumbo.h>

#include <algorithm>

#include "errors.hpp"
#include "pages/open_elements.hpp"

namespace pages {
namespace {

constexpr std::string_view white_space = " \t\n\r\f";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_space(char c) { return white_space.find(c) != white_space.npos; }

/// The name, or one that stands for all that HTML does not know.
std::string_view known(std::string_view name) {
    const auto length = static_cast<unsigned>(std::min<std::size_t>(name.size(), 64));
    return gumbo_tagn_enum(name.data(), length) == GUMBO_TAG_UNKNOWN ? "unknown" : name;
}

class Scan {
  public:
    Scan(std::string_view text, const std::string& place, const HtmlLimits& limits)
        : text_(text), place_(place), limits_(limits) {}

    void run() {
        while ((at_ = text_.find('<', at_)) < text_.size()) {
            start_ = at_++;
            const char next = at_ < text_.size() ? text_[at_] : '\0';
            if (is_letter(next)) {
                start_tag();
            } else if (next == '/' && at_ + 1 < text_.size() && is_letter(text_[at_ + 1])) {
                ++at_;
                end_tag();
            } else if (text_.substr(at_).starts_with("!--")) {
                comment();
            } else if (text_.substr(at_).starts_with("![CDATA[") && open_.in_foreign()) {
                skip_past("]]>");
            } else if (next == '!' || next == '?' || next == '/') {
                skip_past(">");
            }
        }
    }

  private:
    void start_tag() {
        const std::string name = read_name();
        const Attributes attributes = read_attributes();
        const bool raw = open_.is_raw(name);
        open_.start(known(name), attributes.count, attributes.closed);
        count(attributes.count + 1);
        if (open_.depth() > limits_.depth) {
            refuse("more than " + std::to_string(limits_.depth) + " elements are open at one place");
        }
        if (name == "plaintext") at_ = text_.size();
        if (raw) raw_text(name);
    }

    void end_tag() {
        const std::string name = read_name();
        read_attributes();
        open_.end(known(name));
        count(1);
    }

    void count(std::size_t size) {
        elements_ += size + open_.remade();
        if (elements_ > limits_.elements) {
            refuse("there are more than " + std::to_string(limits_.elements) + " elements and attributes");
        }
    }

    std::string read_name() {
        std::string name;
        while (at_ < text_.size() && !is_space(text_[at_]) && text_[at_] != '/' && text_[at_] != '>') {
            name += lower(text_[at_++]);
        }
        return name;
    }

    struct Attributes {
        std::size_t count = 0;
        bool closed = false;  // by "/>"
    };

    /// Up to behind the tag's '>'. A quote that is never closed runs to the end of the page.
    Attributes read_attributes() {
        Attributes attributes;
        while (at_ < text_.size() && text_[at_] != '>') {
            attributes.closed = text_[at_] == '/';
            if (is_space(text_[at_]) || text_[at_] == '/') {
                ++at_;
                continue;
            }
            ++attributes.count;
            read_attribute();
        }
        ++at_;
        if (attributes.count > limits_.attributes) {
            refuse("a tag has more than " + std::to_string(limits_.attributes) + " attributes");
        }
        return attributes;
    }

    void read_attribute() {
        ++at_;  // the first character belongs to the name, also where it is '='
        at_ = std::min(text_.find_first_of("= \t\n\r\f/>", at_), text_.size());
        skip_space();
        if (at_ >= text_.size() || text_[at_] != '=') return;
        ++at_;
        skip_space();
        if (at_ >= text_.size()) return;
        const char quote = text_[at_];
        if (quote == '"' || quote == '\'') {
            ++at_;
            skip_past(std::string_view(&quote, 1));
        } else {
            at_ = std::min(text_.find_first_of(" \t\n\r\f>", at_), text_.size());
        }
    }

    void skip_space() { at_ = std::min(text_.find_first_not_of(white_space, at_), text_.size()); }

    void skip_past(std::string_view end) {
        const std::size_t found = text_.find(end, at_);
        at_ = found == text_.npos ? text_.size() : found + end.size();
    }

    /// "<!-->" and "<!--->" are whole; "--!>" is an end as well as "-->".
    void comment() {
        at_ += 3;
        for (const std::string_view whole : {">", "->"}) {
            if (!text_.substr(at_).starts_with(whole)) continue;
            at_ += whole.size();
            return;
        }
        const std::size_t end = std::min(text_.find("-->", at_), text_.find("--!>", at_));
        at_ = end;
        skip_past(">");
    }

    void raw_text(std::string_view name) {
        for (; at_ < text_.size(); ++at_) {
            at_ = std::min(text_.find("</", at_), text_.size());
            const std::string_view rest = text_.substr(std::min(at_ + 2, text_.size()));
            const bool same =
                rest.size() > name.size() && std::equal(name.begin(), name.end(), rest.begin(),
                                                        [](char a, char b) { return a == lower(b); });
            if (same &&
                (is_space(rest[name.size()]) || rest[name.size()] == '/' || rest[name.size()] == '>')) {
                return;
            }
        }
    }

    [[noreturn]] void refuse(const std::string& reason) const {
        const auto line =
            1 + std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(start_), '\n');
        throw hexapla::InputError(place_ + ":" + std::to_string(line) + ", byte " + std::to_string(start_) +
                                  ": " + reason + ", the limit for HTML; save the page as text");
    }

    std::string_view text_;
    const std::string& place_;
    const HtmlLimits& limits_;
    OpenElements open_;
    std::size_t at_ = 0;
    std::size_t start_ = 0;  // of the tag at hand
    std::size_t elements_ = 0;
};

}  // namespace

void check_html_limits(std::string_view text, const std::string& place, const HtmlLimits& limits) {
    Scan(text, place, limits).run();
}

}  // namespace pages
