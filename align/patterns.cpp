#include "align/patterns.hpp"

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include "align/unicode.hpp"

namespace align {
namespace {

/// Steps of matching, in units of about a millisecond; an honest expression needs none of them.
constexpr std::int32_t most_time = 5000;
constexpr std::int32_t most_stack = 32'000'000;  // bytes

icu::UnicodeString units_of(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string fault_named(UErrorCode status) {
    switch (status) {
        case U_REGEX_BAD_ESCAPE_SEQUENCE:
            return "an escape that is none";
        case U_REGEX_PROPERTY_SYNTAX:
            return R"(a \p{…} whose property is not known)";
        case U_REGEX_BAD_INTERVAL:
            return "a { that begins no count, as {2,3}";
        case U_REGEX_MAX_LT_MIN:
            return "a count {m,n} with m above n";
        case U_REGEX_MISMATCHED_PAREN:
            return "a bracket ( without its partner";
        case U_REGEX_MISSING_CLOSE_BRACKET:
            return "a set [ without its end";
        case U_REGEX_INVALID_RANGE:
            return "a range in [ ] that runs backwards";
        case U_REGEX_INVALID_BACK_REF:
            return "a reference to a group that is not there";
        case U_REGEX_LOOK_BEHIND_LIMIT:
            return "a look-behind of no limited length";
        case U_REGEX_INVALID_FLAG:
            return "a flag (?…) that is not known";
        case U_REGEX_SET_CONTAINS_STRING:
            return "a set with a string in it";
        case U_REGEX_RULE_SYNTAX:
            return "a sign that has no sense there";
        default:
            return u_errorName(status);
    }
}

void require(UErrorCode status) {
    if (U_SUCCESS(status)) return;
    if (status == U_REGEX_TIME_OUT || status == U_REGEX_STACK_OVERFLOW)
        throw PatternLimit("tries too many ways to read the text");
    throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
}

}  // namespace

struct Pattern::Compiled {
    std::unique_ptr<const icu::RegexPattern> pattern;
};

struct PatternText::Units {
    icu::UnicodeString string;
};

struct Matcher::State {
    std::shared_ptr<const Pattern::Compiled> compiled;
    std::unique_ptr<icu::RegexMatcher> matcher;
    const icu::UnicodeString* whole = nullptr;
    bool sees_before = true;
    /// What is looked through: from `begin` on. A region of the whole text would not do, since ICU lets
    /// look-behinds see beyond it.
    icu::UnicodeString rest;
    std::int32_t begin = 0;

    void go_to(std::size_t position) {
        begin = static_cast<std::int32_t>(position);
        if (sees_before) {
            UErrorCode status = U_ZERO_ERROR;
            matcher->region(begin, whole->length(), status);
            require(status);
            begin = 0;
        } else {
            rest.setTo(static_cast<UBool>(false), whole->getBuffer() + begin, whole->length() - begin);
            matcher->reset(rest);
        }
    }

    std::optional<Found> find_next() const {
        UErrorCode status = U_ZERO_ERROR;
        const UBool found = matcher->find(status);
        require(status);
        if (!found) return std::nullopt;
        const std::int32_t from = begin + matcher->start(status);
        const std::int32_t to = begin + matcher->end(status);
        require(status);
        return Found{static_cast<std::size_t>(from), static_cast<std::size_t>(to)};
    }
};

Pattern::Pattern(std::string_view expression, Case letters) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError place{};
    const std::uint32_t flags = letters == Case::ignored ? UREGEX_CASE_INSENSITIVE : 0;
    const icu::UnicodeString spelled = units_of(expression);
    std::unique_ptr<const icu::RegexPattern> pattern(
        icu::RegexPattern::compile(spelled, flags, place, status));
    if (U_FAILURE(status)) {
        throw PatternError(fault_named(status) + ", at character " + std::to_string(place.offset));
    }
    compiled_ = std::make_shared<const Compiled>(Compiled{std::move(pattern)});
}

bool Pattern::matches(std::string_view text) const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString units = units_of(text);
    const std::unique_ptr<icu::RegexMatcher> matcher(compiled_->pattern->matcher(units, status));
    require(status);
    matcher->setTimeLimit(most_time, status);
    const bool all = matcher->matches(status);
    require(status);
    return all;
}

PatternText::PatternText(std::string_view text)
    : text_(text), units_(std::make_unique<const Units>(Units{units_of(text)})) {
    bytes_.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = static_cast<std::uint32_t>(at);
        const bool beyond = next_code_point(text, at) > 0xFFFF;
        bytes_.push_back(begin);
        if (beyond) bytes_.push_back(begin);
    }
    bytes_.push_back(static_cast<std::uint32_t>(text.size()));
}

PatternText::~PatternText() = default;

bool PatternText::ends_with(std::string_view spelling, std::size_t position) const {
    return text_.substr(0, bytes_[position]).ends_with(spelling);
}

Matcher::Matcher(const Pattern& pattern) : state_(std::make_unique<State>()) {
    UErrorCode status = U_ZERO_ERROR;
    state_->compiled = pattern.compiled_;
    state_->matcher.reset(pattern.compiled_->pattern->matcher(status));
    require(status);
    state_->matcher->setTimeLimit(most_time, status);
    state_->matcher->setStackLimit(most_stack, status);
    require(status);
}

Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

void Matcher::begin(const PatternText& text, bool sees_before) {
    state_->whole = &text.units_->string;
    state_->sees_before = sees_before;
    state_->matcher->reset(*state_->whole);
    state_->matcher->useTransparentBounds(static_cast<UBool>(sees_before));
    state_->matcher->useAnchoringBounds(static_cast<UBool>(!sees_before));
}

std::optional<Matcher::Found> Matcher::find_from(std::size_t position) {
    state_->go_to(position);
    return state_->find_next();
}

std::optional<Matcher::Found> Matcher::find_next() { return state_->find_next(); }

bool Matcher::stands_at(std::size_t position) {
    UErrorCode status = U_ZERO_ERROR;
    state_->go_to(position);
    const bool stands = state_->matcher->lookingAt(status);
    require(status);
    return stands;
}

}  // namespace align
