#include "pages/json.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "align/unicode.hpp"
#include "editions.hpp"
#include "errors.hpp"
#include "pages/characters.hpp"

namespace pages {
namespace {

using hexapla::InputError;
using Json = nlohmann::ordered_json;

[[noreturn]] void refuse(const std::string& place, const std::string& reason) {
    throw InputError(place + ": " + reason + "; give what 'hexapla extract' writes");
}

std::string string_of(const Json& object, const char* key, const std::string& place) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return {};
    if (!found->is_string()) refuse(place, std::string("\"") + key + "\" is no string");
    return found->get<std::string>();
}

std::vector<std::string> strings_of(const Json& object, const char* key, const std::string& place) {
    std::vector<std::string> strings;
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return strings;
    if (!found->is_array()) refuse(place, std::string("\"") + key + "\" is no list");
    for (const Json& item : *found) {
        if (!item.is_string()) refuse(place, std::string("\"") + key + "\" holds more than strings");
        strings.push_back(item.get<std::string>());
    }
    return strings;
}

double number_of(const Json& object, const char* key, const std::string& place) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return 0;
    if (!found->is_number()) refuse(place, std::string("\"") + key + "\" is no number");
    return found->get<double>();
}

std::vector<DateClaim> dates_of(const Json& object, const std::string& place) {
    std::vector<DateClaim> dates;
    const auto found = object.find("dates");
    if (found == object.end() || found->is_null()) return dates;
    if (!found->is_array()) refuse(place, "\"dates\" is no list");
    for (const Json& item : *found) {
        if (!item.is_object()) refuse(place, "\"dates\" holds more than objects");
        dates.push_back({string_of(item, "date", place), string_of(item, "source", place)});
    }
    return dates;
}

/// A block's text as Article wants it: trimmed, line feeds as spaces.
std::string block_text(const std::string& text) {
    std::string out(align::trim(text));
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
}

std::vector<ArticleBlock> blocks_of(const Json& object, const std::string& place) {
    const auto found = object.find("blocks");
    if (found == object.end() || !found->is_array()) refuse(place, "has no list \"blocks\"");
    std::vector<ArticleBlock> blocks;
    for (const Json& item : *found) {
        if (!item.is_object()) refuse(place, "\"blocks\" holds more than objects");
        const std::string kind = string_of(item, "kind", place);
        const std::string text = block_text(string_of(item, "text", place));
        if (text.empty()) continue;
        try {
            blocks.push_back({align::block_kind_of(kind), text, number_of(item, "subhead", place),
                              string_of(item, "lang", place)});
        } catch (const std::invalid_argument& error) {
            refuse(place, error.what());
        }
    }
    return blocks;
}

std::string edition_of(const Json& object, const std::string& place) {
    const std::string lang = string_of(object, "lang", place);
    const std::string name = lang.empty() ? string_of(object, "edition", place) : lang;
    if (name.empty()) return {};
    const auto* edition = hexapla::find_edition(name);
    if (edition == nullptr) throw InputError(place + ": " + hexapla::explain_unknown_edition(name));
    return std::string(edition->tag);
}

}  // namespace

std::string to_json(const Article& article, bool all_blocks) {
    Json object;
    object["schema"] = article_schema;
    object["id"] = article.id;
    object["url"] = article.url;
    object["edition"] = article.edition == "sr-Cyrl" ? "sr" : article.edition;
    object["lang"] = article.edition;
    object["title"] = article.title;
    object["kicker"] = article.kicker;
    object["category"] = article.category;
    object["lead"] = article.lead;
    object["date"] = article.date;
    object["date_source"] = article.date_source;
    object["dates"] = Json::array();
    for (const DateClaim& claim : article.dates)
        object["dates"].push_back({{"date", claim.date}, {"source", claim.source}});
    object["authors"] = article.authors;
    object["byline"] = article.byline;
    object["desk"] = article.desk;
    object["agencies"] = article.agencies;
    object["way"] = article.way;
    object["contradictions"] = article.contradictions;
    object["blocks"] = Json::array();
    for (const ArticleBlock& block : article.blocks) {
        if (block.kind == align::BlockKind::chrome && !all_blocks) continue;
        Json& written = object["blocks"].emplace_back();
        written = {{"kind", align::name_of(block.kind)}, {"text", block.text}};
        if (block.kind == align::BlockKind::line)
            written["subhead"] = std::round(block.likelihood * 1e4) / 1e4;
        if (!block.lang.empty()) written["lang"] = block.lang;
    }
    return object.dump();
}

Article from_json(const Json& object, const std::string& place) {
    if (const auto schema = object.find("schema"); schema != object.end()) {
        if (!schema->is_number_integer()) refuse(place, "\"schema\" is no number");
        if (*schema > article_schema) {
            throw InputError(place + ": was written by a newer hexapla (schema " + schema->dump() +
                             ", this one knows " + std::to_string(article_schema) + "); update hexapla");
        }
    }
    Article article;
    article.id = string_of(object, "id", place);
    article.url = string_of(object, "url", place);
    article.edition = edition_of(object, place);
    article.title = string_of(object, "title", place);
    article.kicker = string_of(object, "kicker", place);
    article.category = string_of(object, "category", place);
    article.lead = string_of(object, "lead", place);
    article.date = string_of(object, "date", place);
    article.date_source = string_of(object, "date_source", place);
    article.dates = dates_of(object, place);
    article.authors = strings_of(object, "authors", place);
    article.byline = string_of(object, "byline", place);
    article.desk = strings_of(object, "desk", place);
    article.agencies = strings_of(object, "agencies", place);
    article.way = string_of(object, "way", place);
    article.contradictions = strings_of(object, "contradictions", place);
    article.blocks = blocks_of(object, place);
    return article;
}

}  // namespace pages
