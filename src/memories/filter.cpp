#include "memories/filter.hpp"

#include <unicode/regex.h>

#include <algorithm>
#include <stdexcept>

#include "align/unicode.hpp"
#include "memories/values.hpp"

namespace memories {
namespace {

constexpr int32_t most_steps = 10000;  // ICU's own unit: some milliseconds each

}  // namespace

struct Pattern::Compiled {
    std::unique_ptr<icu::RegexPattern> pattern;
};

Pattern::Pattern(const std::string& expression) : compiled_(std::make_unique<Compiled>()) {
    UParseError where{};
    UErrorCode status = U_ZERO_ERROR;
    compiled_->pattern.reset(icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(expression),
                                                        UREGEX_CASE_INSENSITIVE, where, status));
    if (U_FAILURE(status))
        throw std::invalid_argument("the regular expression '" + expression + "' is wrong at character " +
                                    std::to_string(where.offset) + " (" + u_errorName(status) + ")");
}

Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

bool Pattern::matches(std::string_view text) const {
    const icu::UnicodeString wide =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::RegexMatcher> matcher(compiled_->pattern->matcher(wide, status));
    if (U_FAILURE(status)) return false;
    matcher->setTimeLimit(most_steps / 10, status);
    return matcher->find(status) && U_SUCCESS(status);
}

bool Filter::is_taken_down(const tmx::Unit& unit) const {
    if (not_urls.empty()) return false;
    return std::any_of(unit.properties.begin(), unit.properties.end(), [&](const tmx::Property& property) {
        if (property.type.find("url") == std::string::npos) return false;
        // The greatest that is not behind the address is the only one it may begin with, or a beginning of
        // that.
        for (auto after = not_urls.upper_bound(property.value); after != not_urls.begin();) {
            --after;
            if (property.value.starts_with(*after)) return true;
            if (after->empty() || after->front() != property.value.front()) return false;
        }
        return false;
    });
}

bool Filter::keeps_text(const tmx::Unit& unit) const {
    std::vector<bool> matched(patterns.size());
    for (const tmx::Variant& variant : unit.variants) {
        const std::string text = text_of(variant);
        const std::size_t length = align::count_code_points(text);
        if ((least_length && length < *least_length) || (most_length && length > *most_length)) return false;
        if (!pattern_language.empty() && !is_in_language(variant.language, pattern_language)) continue;
        for (std::size_t i = 0; i < patterns.size(); ++i)
            matched[i] = matched[i] || patterns[i].matches(text);
        if (std::any_of(not_patterns.begin(), not_patterns.end(),
                        [&](const Pattern& each) { return each.matches(text); }))
            return false;
    }
    return std::find(matched.begin(), matched.end(), false) == matched.end();
}

bool Filter::keeps(tmx::Unit& unit) const {
    for (const PropertyCondition& condition : properties) {
        const bool met =
            std::any_of(unit.properties.begin(), unit.properties.end(), [&](const tmx::Property& each) {
                return each.type == condition.type && (!condition.value || each.value == *condition.value);
            });
        if (!met) return false;
    }
    if (least_confidence && confidence_of(unit).value_or(1) < *least_confidence) return false;
    if (is_taken_down(unit)) return false;
    if (!languages.empty()) {
        const auto is_asked_for = [this](const tmx::Variant& variant, const std::string& language) {
            return is_in_language(variant.language, language);
        };
        for (const std::string& language : languages) {
            if (variant_in(unit, language) == nullptr) return false;
        }
        std::erase_if(unit.variants, [&](const tmx::Variant& variant) {
            return std::none_of(languages.begin(), languages.end(),
                                [&](const std::string& language) { return is_asked_for(variant, language); });
        });
    }
    return keeps_text(unit);
}

}  // namespace memories
