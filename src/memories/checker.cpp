#include "memories/checker.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "align/unicode.hpp"
#include "editions.hpp"
#include "memories/language_tags.hpp"
#include "memories/text_measures.hpp"
#include "memories/values.hpp"
#include "pages/language.hpp"
#include "tmx/codes.hpp"
#include "tmx/forms.hpp"

namespace memories {
namespace {

// Below these a difference says nothing.
constexpr std::size_t least_letters = 10;
constexpr std::size_t least_for_language = 60;
constexpr double longest_ratio = 3;
constexpr double least_difference = 40;
constexpr std::size_t most_for_trados = 2000;

bool is_count(const std::string& text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string quoted(std::string_view text) { return fmt::format("'{}'", text); }

}  // namespace

/// A variant with its text.
struct Checker::Text {
    const tmx::Variant& variant;
    std::string text;
};

Checker::Checker(const tmx::Header& header, CheckOptions options, FindingHandler handler)
    : header_(header), options_(std::move(options)), handler_(std::move(handler)) {}

void Checker::find(std::string_view name, const std::string& what) { find(name, "", what); }

void Checker::find(std::string_view name, const std::string& language, const std::string& what) {
    handler_({&rule(name), line_, id_, language, what});
}

void Checker::check_header() {
    line_ = 0;
    id_.clear();
    const std::string& source = header_.source_language;
    const bool real = !source.empty() && source != "*all*";
    if (real) check_tag(source, "srclang of the header");
    check_date(header_.creation_date, "creationdate of the header");
    check_date(attribute_of(header_.attributes, "changedate"), "changedate of the header");
    if (asked("omegat") && header_.creation_tool == "OmegaT") find("omegat-tool", "creationtool is OmegaT");
    if (asked("omegat") && header_.segment_type != "sentence")
        find("omegat-segmentation", "segtype is " + quoted(header_.segment_type));
    if (asked("weblate") && !real) find("weblate-source", "srclang is " + quoted(source));
    if (asked("poedit") && !real) find("poedit-source", "srclang is " + quoted(source));
}

void Checker::check(const tmx::Unit& unit, std::size_t line) {
    line_ = line;
    id_ = unit.id;
    check_languages(unit);
    check_attributes(unit);
    check_segments(unit);
    std::vector<Text> texts;
    for (const tmx::Variant& variant : unit.variants) texts.push_back({variant, text_of(variant)});
    for (const Text& text : texts) check_text(text);
    const tmx::Variant* source = source_of(unit, header_);
    const auto of_source =
        std::find_if(texts.begin(), texts.end(), [&](const Text& each) { return &each.variant == source; });
    for (const Text& text : texts) {
        if (&text.variant != source) compare(*of_source, text);
    }
    check_for_tools(unit, texts);
}

void Checker::check_tag(const std::string& tag, const std::string& where) {
    if (!is_tag(tag)) {
        const std::string meant = repaired(tag);
        find("language-tag", tag,
             where + " " + quoted(tag) + " is no language tag" +
                 (meant == tag ? "" : "; " + quoted(meant) + " is"));
        return;
    }
    // Once a file is enough for what is no error.
    if (!told_.insert(tag).second) return;
    if (const std::string preferred = without_deprecated(tag); preferred != tag)
        find("language-deprecated", tag, where + " " + quoted(tag) + " is now " + quoted(preferred));
    if (const std::string canonical = in_canonical_case(tag); canonical != tag)
        find("language-case", tag, where + " " + quoted(tag) + " is written " + quoted(canonical));
}

void Checker::check_languages(const tmx::Unit& unit) {
    std::vector<std::string> seen;
    for (const tmx::Variant& variant : unit.variants) {
        check_tag(variant.language, "the variant's language");
        languages_.insert(in_canonical_case(variant.language));
        const bool again = std::any_of(seen.begin(), seen.end(), [&](const std::string& each) {
            return same_tag(each, variant.language);
        });
        if (again) find("repeated-language", variant.language, "a second variant in this language");
        seen.push_back(variant.language);
    }
    if (unit.variants.size() < 2)
        find("one-language",
             fmt::format("{} variant{}", unit.variants.size(), unit.variants.size() == 1 ? "" : "s"));
    std::string source = attribute_of(unit.attributes, "srclang");
    if (source.empty()) source = header_.source_language;
    if (source.empty() || source == "*all*" || unit.variants.empty()) return;
    const bool given = std::any_of(seen.begin(), seen.end(),
                                   [&](const std::string& each) { return same_tag(each, source); });
    if (!given) find("source-missing", "no variant is in the source language " + quoted(source));
}

void Checker::check_date(const std::string& date, const std::string& where) {
    if (!date.empty() && !tmx::is_date(date)) find("date", where + " is " + quoted(date));
}

void Checker::check_attributes(const tmx::Unit& unit) {
    if (std::any_of(unit.id.begin(), unit.id.end(),
                    [](char c) { return c == ' ' || c == '\t' || c == '\n'; }))
        find("tuid-space", "tuid " + quoted(unit.id));
    if (!unit.id.empty() && !ids_.insert(hash_of(unit.id)).second)
        find("duplicate-tuid", "tuid " + quoted(unit.id) + " was given before");
    const auto check = [&](const std::vector<tmx::Attribute>& attributes) {
        for (const char* name : {"creationdate", "changedate", "lastusagedate"})
            check_date(attribute_of(attributes, name), name);
        const std::string count = attribute_of(attributes, "usagecount");
        if (!count.empty() && !is_count(count)) find("number", "usagecount is " + quoted(count));
    };
    check_date(unit.creation_date, "creationdate");
    check(unit.attributes);
    for (const tmx::Variant& variant : unit.variants) check(variant.attributes);
}

void Checker::check_segments(const tmx::Unit& unit) {
    std::map<std::string, std::size_t> first;
    for (const tmx::Variant& variant : unit.variants) {
        check_codes(variant);
        // Which codes there are; their order may differ between languages.
        std::map<std::string, std::size_t> counts;
        for (const tmx::Code& code : tmx::codes_of(variant.segment)) {
            if (code.element != "hi" && code.element != "sub") ++counts[code.element];
        }
        if (&variant == &unit.variants.front()) {
            first = counts;
        } else if (counts != first) {
            find("codes-differ", variant.language, "other codes than in " + unit.variants.front().language);
        }
    }
}

void Checker::check_codes(const tmx::Variant& variant) {
    std::map<std::string, int> open;  // of each i: 1 begun, 2 ended too
    const auto say = [&](const std::string& what) { find("unbalanced-codes", variant.language, what); };
    for (const tmx::Code& code : tmx::codes_of(variant.segment)) {
        if (code.element != "bpt" && code.element != "ept") continue;
        if (!is_count(code.i))
            find("number", variant.language, "i of <" + code.element + "> is " + quoted(code.i));
        int& state = open[code.i];
        if (code.element == "bpt") {
            if (state > 0) say("a second <bpt i=\"" + code.i + "\">");
            state = std::max(state, 1);
        } else {
            if (state == 0) say("<ept i=\"" + code.i + "\"> without a <bpt> before");
            if (state == 2) say("a second <ept i=\"" + code.i + "\">");
            state = 2;
        }
    }
    for (const auto& [i, state] : open) {
        if (state == 1) say("<bpt i=\"" + i + "\"> without an <ept>");
    }
}

void Checker::check_text(const Text& text) {
    const std::string& language = text.variant.language;
    const bool codes = text.variant.segment.find('<') != std::string::npos;
    if (align::is_blank(text.text)) {
        if (!codes) find("empty-segment", language, "the segment is empty");
        return;
    }
    const std::string_view segment = text.variant.segment;
    if (align::is_blank(segment.substr(0, 1)) || align::is_blank(segment.substr(segment.size() - 1)))
        find("outer-space", language, "white space at an end of the segment");
    if (const std::string odd = odd_character(text.text); !odd.empty())
        find("odd-character", language, "the character " + odd);
    if (const std::string marks = repeated_punctuation(text.text); !marks.empty())
        find("repeated-punctuation", language, quoted(marks));
    if (const std::string wrong = wrong_space(align::trim(text.text), language); !wrong.empty())
        find("space-errors", language, wrong);
    const Letters letters = letters_of(text.text, language);
    if (letters.all >= least_letters && letters.in_script * 3 < letters.all) {
        find("wrong-script", language,
             fmt::format("{} of {} letters are of the language's script", letters.in_script, letters.all));
        return;
    }
    if (!options_.detect_languages || letters.all < least_for_language) return;
    const hexapla::Edition* edition = hexapla::find_edition(language);
    const auto detected = pages::detect_language(text.text);
    if (edition == nullptr || !detected || detected->edition.empty()) return;
    if (!pages::are_alike(edition->tag, detected->edition) &&
        base_language(edition->tag) != base_language(detected->edition))
        find("wrong-language", language, "the text seems to be " + detected->name);
}

void Checker::compare(const Text& source, const Text& target) {
    const std::string& language = target.variant.language;
    if (align::is_blank(source.text) || align::is_blank(target.text)) return;
    const bool same_base = base_language(source.variant.language) == base_language(language);
    const std::size_t letters = letters_of(source.text, "").all;
    if (!same_base && source.text == target.text && letters >= least_letters &&
        source.text.find(' ') != std::string::npos)
        find("untranslated", language, "the same text as in " + source.variant.language);
    const std::vector<std::string> numbers = numbers_of(source.text);
    const std::vector<std::string> others = numbers_of(target.text);
    if (numbers != others && !numbers.empty() && !others.empty())
        find("numbers-differ", language,
             fmt::format("{} and {}", fmt::join(numbers, " "), fmt::join(others, " ")));
    const double one = weighed_length(source.text);
    const double other = weighed_length(target.text);
    if (std::max(one, other) > longest_ratio * std::min(one, other) &&
        std::max(one, other) - std::min(one, other) > least_difference)
        find("length", language,
             fmt::format("{:.1f} times as long as {}", other / one, source.variant.language));
}

void Checker::check_for_tools(const tmx::Unit& unit, const std::vector<Text>& texts) {
    std::map<std::string, int> bases;
    for (const Text& text : texts) {
        const std::string& language = text.variant.language;
        const std::string region = region_of(language);
        if (asked("omegat") && !tmx::is_language(language)) find("omegat-tag", language, quoted(language));
        if (asked("omegat") && ++bases[base_language(language)] == 2)
            find("omegat-variants", language, "two variants of the language " + base_language(language));
        if (asked("trados") && region.empty())
            find("trados-region", language, quoted(language) + " has no region");
        if (asked("memoq") && region.empty() && told_.insert("memoq " + language).second)
            find("memoq-region", language, quoted(language) + " has no region");
        if (asked("matecat") && region.empty() && told_.insert("matecat " + language).second)
            find("matecat-region", language, quoted(language) + " has no region");
        if (asked("trados") && align::count_code_points(text.text) > most_for_trados)
            find("trados-length", language,
                 fmt::format("{} characters", align::count_code_points(text.text)));
        if (asked("weblate") && hexapla::find_edition(language) == nullptr &&
            base_language(language).size() != 2)
            find("weblate-language", language, quoted(language));
        for (const tmx::Code& code : tmx::codes_of(text.variant.segment)) {
            const bool xliff = code.element == "g" || code.element == "x" || code.element == "bx" ||
                               code.element == "ex" || code.element == "mrk";
            if (asked("matecat") && xliff) find("matecat-codes", language, "<" + code.element + ">");
        }
    }
    if (unit.variants.size() > 2 && asked("trados"))
        find("trados-languages", fmt::format("{} variants", unit.variants.size()));
    if (unit.variants.size() > 2 && asked("memoq"))
        find("memoq-languages", fmt::format("{} variants", unit.variants.size()));
}

}  // namespace memories
