#include "eval/tmx.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <utility>

#include "errors.hpp"
#include "eval/figures.hpp"
#include "tmx/reader.hpp"
#include "tmx/text.hpp"

namespace eval {

namespace fs = std::filesystem;

namespace {

/// The tag's language, with what tells editions of one language apart: "zh-tw" gives "zh-hant".
std::string edition_of(std::string_view tag) {
    std::string language;
    std::set<std::string> rest;
    std::string part;
    bool first = true;
    const auto end_part = [&] {
        if (first) {
            language = part;
        } else {
            rest.insert(part);
        }
        first = false;
        part.clear();
    };
    for (const char c : tag) {
        if (c == '-' || c == '_') {
            end_part();
        } else {
            part += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    end_part();
    const auto has = [&](const char* subtag) { return rest.contains(subtag); };
    if (language == "zh") return has("hant") || has("tw") || has("hk") || has("mo") ? "zh-hant" : "zh-hans";
    if (language == "fa" && has("af")) return "prs";
    if (language == "pt" && has("br")) return "pt-br";
    return language;
}

/// Where a piece of markup that begins at `at` ends: after its `>`, one in an attribute's value aside.
std::size_t end_of_tag(std::string_view xml, std::size_t at) {
    char quote = '\0';
    for (; at < xml.size(); ++at) {
        const char c = xml[at];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return at + 1;
        }
    }
    return xml.size();
}

std::size_t end_of(std::string_view xml, std::size_t at, std::string_view closing) {
    const std::size_t found = xml.find(closing, at);
    return found == std::string_view::npos ? xml.size() : found + closing.size();
}

/// All text of a well-formed segment, the text in inline codes too.
std::string text_with_codes(std::string_view segment) {
    std::string without_tags;
    for (std::size_t at = 0; at < segment.size();) {
        const std::string_view rest = segment.substr(at);
        if (rest.front() != '<') {
            const std::size_t end = std::min(segment.find('<', at), segment.size());
            without_tags += segment.substr(at, end - at);
            at = end;
        } else if (rest.starts_with("<!--")) {
            at = end_of(segment, at + 4, "-->");
        } else if (rest.starts_with("<?")) {
            at = end_of(segment, at, "?>");
        } else if (rest.starts_with("<![CDATA[")) {
            const std::size_t end = end_of(segment, at, "]]>");
            without_tags += segment.substr(at, end - at);
            at = end;
        } else {
            at = end_of_tag(segment, at);
        }
    }
    return tmx::plain_text(without_tags);
}

std::optional<std::string> text_of(const tmx::Unit& unit, const std::string& tag) {
    const auto found =
        std::find_if(unit.variants.begin(), unit.variants.end(),
                     [&](const tmx::Variant& variant) { return same_edition(variant.language, tag); });
    if (found == unit.variants.end()) return std::nullopt;
    return text_with_codes(found->segment);
}

std::vector<align::TextPair> read_pairs(const fs::path& path, const GoldSet& set) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw hexapla::InputError(path.string() +
                                  ": cannot be read; every document of the set must be there");
    }
    std::vector<align::TextPair> pairs;
    try {
        tmx::Reader reader(file);
        for (tmx::Unit unit; reader.next(unit);) {
            auto source = text_of(unit, set.source);
            auto target = text_of(unit, set.target);
            if (source && target) pairs.push_back({std::move(*source), std::move(*target)});
        }
    } catch (const tmx::ParseError& error) {
        throw hexapla::InputError(path.string() + ": " + error.what());
    }
    return pairs;
}

}  // namespace

bool same_edition(std::string_view tag, std::string_view other) {
    return edition_of(tag) == edition_of(other);
}

TmxScore score_tmx(const GoldSet& set, const fs::path& folder) {
    TmxScore score;
    for (const std::string& name : document_names(set)) {
        const auto source = read_sentences(set, set.source, name);
        const auto target = read_sentences(set, set.target, name);
        std::vector<align::TextPair> pairs = read_pairs(folder / (name + ".tmx"), set);
        const align::TextScore one = align::score_units(source, target, pairs);
        score.counts += one.counts;
        for (const std::size_t i : one.wrong) score.wrong.push_back(std::move(pairs[i]));
        ++score.documents;
    }
    return score;
}

nlohmann::ordered_json to_json(const TmxScore& score) {
    const align::TextCounts& counts = score.counts;
    return {{"schema", schema},
            {"documents", score.documents},
            {"units", counts.units},
            {"right", counts.right},
            {"unlocated", counts.unlocated},
            {"shared", counts.shared},
            {"found", counts.found},
            {"chars", counts.characters},
            {"chars_right", counts.characters_right},
            {"gold_chars", counts.gold_characters},
            {"gold_chars_found", counts.gold_characters_found},
            {"strict", to_json(align::strict_rates(counts))},
            {"lax", to_json(align::lax_rates(counts))}};
}

void print(std::ostream& out, const TmxScore& score, std::size_t wrong) {
    print_rates(out, "strict", align::strict_rates(score.counts));
    print_rates(out, "lax", align::lax_rates(score.counts));
    out << score.documents << " documents, " << score.counts.shared << " shared sentences, "
        << score.counts.units << " units, " << score.counts.unlocated
        << " with text that is not the article's\n";
    for (std::size_t i = 0; i < std::min(wrong, score.wrong.size()); ++i) {
        out << "- " << score.wrong[i].source << "\n  " << score.wrong[i].target << '\n';
    }
}

}  // namespace eval
