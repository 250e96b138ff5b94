#include "pages/html_state.hpp"

#include <nlohmann/json.hpp>
#include <string_view>

#include "pages/json_text.hpp"

namespace pages {
namespace {

using Json = nlohmann::ordered_json;

/// The object that a script assigns to the name; discarded: there is none.
Json assigned_object(HtmlNode page, std::string_view name) {
    for (const HtmlNode script : find_all(page, "script")) {
        if (script.child_count() == 0) continue;
        const std::string_view text = script.child(0).text();
        const std::size_t at = text.find(name);
        const std::size_t begin = text.find('{', at == text.npos ? text.size() : at);
        const std::size_t end = text.rfind('}');
        if (begin == text.npos || end == text.npos || end < begin) continue;
        return parse_json(text.substr(begin, end + 1 - begin));
    }
    return Json::value_t::discarded;
}

std::string string_of(const Json& object, const char* key) {
    if (!object.is_object()) return {};
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool has_text(const Json& entry) { return entry.is_object() && !string_of(entry, "text").empty(); }

/// "Article:65897191" of the number; without a number the one entry "Article:…" that has a text.
const Json* find_entry(const Json& state, const std::string& number) {
    if (!number.empty()) {
        const auto found = state.find("Article:" + number);
        return found != state.end() && has_text(*found) ? &*found : nullptr;
    }
    const Json* only = nullptr;
    for (const auto& [key, entry] : state.items()) {
        if (!key.starts_with("Article:") || !has_text(entry)) continue;
        if (only != nullptr) return nullptr;
        only = &entry;
    }
    return only;
}

/// The names in "persons", each an object or the key of one in the state.
std::vector<std::string> persons_of(const Json& state, const Json& entry) {
    std::vector<std::string> names;
    const auto persons = entry.find("persons");
    if (persons == entry.end() || !persons->is_array()) return names;
    for (const Json& person : *persons) {
        if (!person.is_object()) continue;
        const auto there = state.find(string_of(person, "__ref"));
        const std::string name = collapse(string_of(there == state.end() ? person : *there, "fullName"));
        if (!name.empty()) names.push_back(name);
    }
    return names;
}

}  // namespace

std::optional<StateArticle> read_state(HtmlNode page, const std::string& number) {
    const Json state = assigned_object(page, "__APOLLO_STATE__");
    if (!state.is_object()) return std::nullopt;
    const Json* entry = find_entry(state, number);
    if (entry == nullptr) return std::nullopt;
    StateArticle article;
    article.title = collapse(string_of(*entry, "title"));
    article.kicker = collapse(string_of(*entry, "kicker"));
    const auto category = entry->find("thematicFocusCategory");
    if (category != entry->end() && category->is_object())
        article.category = collapse(string_of(*category, "name"));
    article.lead = collapse(string_of(*entry, "teaser"));
    article.authors = persons_of(state, *entry);
    article.date = string_of(*entry, "contentDate").substr(0, 10);
    article.url = string_of(*entry, "canonicalUrl");
    if (article.url.empty()) article.url = string_of(*entry, "permaLinkUrl");
    article.text = string_of(*entry, "text");
    return article;
}

}  // namespace pages
