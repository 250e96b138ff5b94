#include "pages/html_metadata.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "editions.hpp"
#include "pages/address.hpp"
#include "pages/title_line.hpp"

namespace pages {
namespace {

using Json = nlohmann::json;

std::string meta(HtmlNode page, std::string_view name) {
    for (const HtmlNode node : find_all(page, "meta")) {
        if (node.attribute("name") == name || node.attribute("property") == name) {
            return collapse(node.attribute("content"));
        }
    }
    return {};
}

std::string title_of(HtmlNode page) {
    const HtmlNode title = find_first(page, "title");
    std::string text;
    for (std::size_t i = 0; i < title.child_count(); ++i) text += title.child(i).text();
    return collapse(text);
}

bool is_absolute(std::string_view url) { return url.starts_with("http://") || url.starts_with("https://"); }

/// The date that a time of ISO 8601 begins with: "2023-06-13T12:15:32.158Z".
std::string iso_date(std::string_view time) {
    const auto digits = [&](std::size_t from, std::size_t to) {
        return std::all_of(time.begin() + from, time.begin() + to,
                           [](char c) { return c >= '0' && c <= '9'; });
    };
    const bool date = time.size() >= 10 && digits(0, 4) && time[4] == '-' && digits(5, 7) && time[7] == '-' &&
                      digits(8, 10) && (time.size() == 10 || time[10] == 'T' || time[10] == ' ');
    return date ? std::string(time.substr(0, 10)) : std::string();
}

std::string string_of(const Json& object, const char* key) {
    if (!object.is_object()) return {};
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? collapse(found->get<std::string>()) : std::string();
}

/// Whether "@type" is, or a list of types holds, a kind of article.
bool is_article(const Json& object) {
    if (!object.is_object() || !object.contains("@type")) return false;
    const Json& type = object["@type"];
    const auto names = [](const Json& name) {
        return name.is_string() && name.get_ref<const std::string&>().ends_with("Article");
    };
    return names(type) || (type.is_array() && std::any_of(type.begin(), type.end(), names));
}

/// The article that JSON-LD describes: the value itself, or in a list or "@graph".
const Json* find_article(const Json& value) {
    if (is_article(value)) return &value;
    const Json* list = &value;
    if (value.is_object() && value.contains("@graph")) list = &value["@graph"];
    if (!list->is_array()) return nullptr;
    const auto found = std::find_if(list->begin(), list->end(), is_article);
    return found == list->end() ? nullptr : &*found;
}

/// The persons in "author": a name, an object, or a list of such.
std::vector<std::string> authors_of(const Json& article) {
    std::vector<std::string> authors;
    if (!article.contains("author")) return authors;
    const auto add = [&](const Json& author) {
        if (author.is_object() && string_of(author, "@type") == "Organization") return;
        const std::string name =
            author.is_string() ? collapse(author.get<std::string>()) : string_of(author, "name");
        if (!name.empty()) authors.push_back(name);
    };
    const Json& author = article["author"];
    if (author.is_array()) {
        for (const Json& one : author) add(one);
    } else {
        add(author);
    }
    return authors;
}

struct LinkedData {
    std::string date;
    std::string url;
    std::vector<std::string> authors;
};

LinkedData read_linked_data(HtmlNode page) {
    for (const HtmlNode script : find_all(page, "script[type]")) {
        if (script.attribute("type") != "application/ld+json" || script.child_count() == 0) continue;
        const Json json = Json::parse(script.child(0).text(), nullptr, false);
        const Json* article = json.is_discarded() ? nullptr : find_article(json);
        if (article == nullptr) continue;
        LinkedData data{iso_date(string_of(*article, "datePublished")), string_of(*article, "url"),
                        authors_of(*article)};
        if (article->contains("mainEntityOfPage")) {
            const Json& entity = (*article)["mainEntityOfPage"];
            if (const std::string id = string_of(entity, "@id"); !id.empty()) data.url = id;
        }
        return data;
    }
    return {};
}

/// The first address with an article's number, else the first absolute one.
std::string choose_url(const std::vector<std::string>& urls) {
    const auto numbered = std::find_if(urls.begin(), urls.end(), [](const std::string& url) {
        return is_absolute(url) && !article_number(url).empty();
    });
    if (numbered != urls.end()) return *numbered;
    const auto absolute = std::find_if(urls.begin(), urls.end(), is_absolute);
    return absolute == urls.end() ? std::string() : *absolute;
}

}  // namespace

HtmlMetadata read_metadata(HtmlNode page) {
    HtmlMetadata metadata;
    const LinkedData linked = read_linked_data(page);
    std::vector<std::string> urls;
    for (const HtmlNode link : find_all(page, "link[rel]")) {
        if (link.attribute("rel") == "canonical") urls.emplace_back(link.attribute("href"));
    }
    urls.push_back(meta(page, "og:url"));
    urls.push_back(linked.url);
    metadata.url = choose_url(urls);
    const std::string site = meta(page, "og:site_name");
    metadata.of_dw = site == "DW.COM" || site == "dw.com" || site == "DW.DE" ||
                     std::any_of(urls.begin(), urls.end(),
                                 [](const std::string& url) { return !find_address(url).empty(); });

    std::optional<TitleLine> title;
    for (const std::string& line : {meta(page, "og:title"), title_of(page)}) {
        if (!title) title = parse_title_line(line);
        if (metadata.title.empty()) metadata.title = line;
    }
    if (title) metadata.title = title->headline;
    for (const std::string& date :
         {title ? title->date : std::string(), linked.date, iso_date(meta(page, "article:published_time"))}) {
        if (metadata.date.empty()) metadata.date = date;
    }
    metadata.authors = linked.authors;

    metadata.locale = meta(page, "language");
    metadata.lang = page.attribute("lang");
    if (metadata.lang.empty()) metadata.lang = page.attribute("xml:lang");
    if (metadata.lang.empty()) metadata.lang = meta(page, "og:locale");
    if (metadata.lang.empty()) metadata.lang = find_first(page, "a.ici[data-lang]").attribute("data-lang");
    return metadata;
}

std::string edition_of(const HtmlMetadata& metadata, bool old) {
    for (const std::string& name : {path_code(metadata.url), metadata.locale, metadata.lang}) {
        const auto* edition = hexapla::find_edition(name);
        if (edition == nullptr || (old && edition->tag == "zh-Hans" && name.find("Hans") == name.npos))
            continue;
        return std::string(edition->tag);
    }
    return {};
}

}  // namespace pages
