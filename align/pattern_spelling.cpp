#include "align/pattern_spelling.hpp"

#include <algorithm>
#include <vector>

namespace align {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// A sign with a backslash where it may need one.
std::string escaped(char c) {
    const bool plain = is_ascii_letter(c) || is_ascii_digit(c) || !is_ascii(c);
    return plain ? std::string(1, c) : std::string{'\\', c};
}

/// A count in braces, "{2,3}" or "{2,}", at a position; empty: there is none.
std::string_view count_at(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    if (end == at + 1) return {};
    if (end < text.size() && text[end] == ',') ++end;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    if (end == text.size() || text[end] != '}') return {};
    return text.substr(at, end + 1 - at);
}

/// How long an escape is that stands at a position; 0: that is not plain to see.
std::size_t escape_size(std::string_view text, std::size_t at) {
    const char escape = at + 1 < text.size() ? text[at + 1] : '\0';
    const bool braces = at + 2 < text.size() && text[at + 2] == '{';
    switch (escape) {
        case 'p':
        case 'P':
        case 'x':
            if (braces) return std::min(text.find('}', at), text.size() - 1) + 1 - at;
            return escape == 'x' ? 4 : 0;
        case 'u':
            return 6;
        case 'U':
            return 10;
        case 'c':
        case 'k':
        case 'N':
        case '\0':
            return 0;
        default:
            return is_ascii_digit(escape) ? 0 : 2;
    }
}

/// True when the text begins with a group that sets flags, "(?i)" or "(?i:…".
bool has_flags(std::string_view text) {
    return text.size() > 2 && text[1] == '?' && (is_ascii_letter(text[2]) || text[2] == '-');
}

/// Reads an expression once, sign by sign, and writes it in the other spelling.
class Speller {
  public:
    Speller(std::string_view in, bool limited) : in_(in), limited_(limited) {}

    std::string spell() {
        while (at_ < in_.size()) {
            const char c = in_[at_];
            if (c == '\\') {
                take_escape();
            } else if (set_depth_ > 0) {
                take_in_set(c);
            } else {
                take(c);
            }
        }
        return std::move(out_);
    }

  private:
    void copy(std::size_t size) {
        out_ += in_.substr(at_, size);
        at_ += std::min(size, in_.size() - at_);
    }

    void take_escape() {
        repeats_ = false;
        const char escape = at_ + 1 < in_.size() ? in_[at_ + 1] : '\0';
        const char behind = at_ + 2 < in_.size() ? in_[at_ + 2] : '\0';
        if (escape == 'Q') {
            const std::size_t end = std::min(in_.find(R"(\E)", at_ + 2), in_.size());
            for (const char c : in_.substr(at_ + 2, end - at_ - 2)) out_ += escaped(c);
            at_ = std::min(end + 2, in_.size());
        } else if ((escape == 'p' || escape == 'P') && is_ascii_letter(behind)) {
            out_ += std::string{'\\', escape, '{', behind, '}'};
            at_ += 3;
        } else if (behind == '{' && (escape == 'p' || escape == 'P' || escape == 'x' || escape == 'N')) {
            copy(std::min(in_.find('}', at_), in_.size() - 1) + 1 - at_);
        } else {
            copy(2);
        }
        set_begins_ = false;
    }

    void take_in_set(char c) {
        if (c == '[') {
            begin_set();
            return;
        }
        if (c == ']' && !set_begins_) --set_depth_;
        set_begins_ = false;
        copy(1);
    }

    void begin_set() {
        ++set_depth_;
        copy(1);
        if (at_ < in_.size() && in_[at_] == '^') copy(1);
        set_begins_ = true;
    }

    [[nodiscard]] bool is_limited() const {
        return limited_ || std::find(groups_.begin(), groups_.end(), true) != groups_.end();
    }

    void take(char c) {
        switch (c) {
            case '*':
            case '+':
                take_repetition(c == '*' ? "0" : "1");
                return;
            case '{':
                if (const std::string_view count = count_at(in_, at_);
                    count.ends_with(",}") && is_limited()) {
                    write_limited(count.substr(1, count.size() - 3));
                    at_ += count.size();
                } else {
                    copy(std::max<std::size_t>(count.size(), 1));
                }
                repeats_ = true;
                return;
            case '}':
                out_ += R"(\})";
                ++at_;
                break;
            case '[':
                begin_set();
                break;
            case '(':
                take_group();
                break;
            case ')':
                if (!groups_.empty()) groups_.pop_back();
                copy(1);
                break;
            case '?':
                // ICU takes ?? for repetition without limit, and {0,1}? not.
                if (is_limited() && !repeats_ && in_.substr(at_).starts_with("??")) {
                    out_ += "{0,1}";
                    ++at_;
                } else {
                    copy(1);
                }
                repeats_ = !repeats_;
                return;
            default:
                copy(1);
        }
        repeats_ = false;
    }

    /// * or +, unless it is the + that makes the repetition before it possessive.
    void take_repetition(std::string_view least) {
        if (!is_limited() || repeats_) {
            copy(1);
        } else {
            write_limited(least);
            ++at_;
        }
        repeats_ = !repeats_;
    }

    void write_limited(std::string_view least) {
        const std::size_t low = least.size() > 4 ? 9999 : std::stoul(std::string(least));
        const std::size_t high = std::max(low, look_behind_limit);
        out_.append("{").append(least).append(",").append(std::to_string(high)).append("}");
    }

    void take_group() {
        const std::string_view rest = in_.substr(at_);
        groups_.push_back(rest.starts_with("(?<=") || rest.starts_with("(?<!"));
        if (!rest.starts_with("(?")) {
            copy(1);
            return;
        }
        if (!has_flags(rest)) {
            copy(std::min<std::size_t>(rest.size(), 3));
            return;
        }
        std::size_t end = 2;
        std::string flags;
        while (end < rest.size() && (is_ascii_letter(rest[end]) || rest[end] == '-')) {
            if (rest[end] != 'u' && rest[end] != 'U') flags += rest[end];
            ++end;
        }
        at_ += end;
        const bool none_left = flags.empty() && end < rest.size() && rest[end] == ')';
        out_.append("(?").append(flags).append(none_left ? ":" : "");
    }

    std::string_view in_;
    bool limited_;
    std::size_t at_ = 0;
    std::string out_;
    std::vector<bool> groups_;  ///< those that are open, and whether they are look-behinds
    std::size_t set_depth_ = 0;
    bool set_begins_ = false;  ///< a ] would stand for itself
    bool repeats_ = false;     ///< a repetition was read last, to which ? and + belong
};

}  // namespace

std::string icu_spelling(std::string_view expression) { return Speller(expression, false).spell(); }

std::string for_look_behind(std::string_view expression) { return Speller(expression, true).spell(); }

std::string literal_ending(std::string_view expression) {
    std::string ending;
    std::size_t groups = 0;
    std::size_t sets = 0;
    for (std::size_t at = 0; at < expression.size(); ++at) {
        const char c = expression[at];
        if (c == '\\') {
            const char escape = at + 1 < expression.size() ? expression[at + 1] : '\0';
            const std::size_t size = escape_size(expression, at);
            if (size == 0) return {};
            at += size - 1;
            const bool sign = is_ascii(escape) && !is_ascii_letter(escape) && !is_ascii_digit(escape);
            if (sign && groups + sets == 0) {
                ending += escape;
            } else {
                ending.clear();
            }
        } else if (sets > 0) {
            if (c == '[') ++sets;
            if (c == ']') --sets;
        } else if (c == '(') {
            if (has_flags(expression.substr(at))) return {};
            ++groups;
            ending.clear();
        } else if (c == ')') {
            if (groups > 0) --groups;
            ending.clear();
        } else if (c == '|' && groups == 0) {
            return {};
        } else if (std::string_view("[.^$?*+{}|").find(c) != std::string_view::npos) {
            if (c == '[') ++sets;
            if (c == '{') at = std::min(expression.find('}', at), expression.size() - 1);
            ending.clear();
        } else if (groups == 0) {
            ending += c;
        }
    }
    return ending;
}

}  // namespace align
