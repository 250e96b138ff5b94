#include "pages/html_metadata.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "editions.hpp"
#include "pages/address.hpp"
#include "pages/json_text.hpp"
#include "pages/title_line.hpp"

namespace pages {
namespace {

using Json = nlohmann::ordered_json;

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

/// The names in "@type", one or a list.
std::vector<std::string> types_of(const Json& object) {
    std::vector<std::string> types;
    if (!object.is_object() || !object.contains("@type")) return types;
    const Json& type = object["@type"];
    if (type.is_string()) types.push_back(type.get<std::string>());
    for (const Json& name : type.is_array() ? type : Json::array()) {
        if (name.is_string()) types.push_back(name.get<std::string>());
    }
    return types;
}

/// What a type of schema.org says of the page that is described so; none: nothing.
std::optional<PageKind> kind_of_type(const std::string& type) {
    if (type == "LiveBlogPosting") return PageKind::live_blog;
    if (type == "ImageGallery" || type == "MediaGallery") return PageKind::gallery;
    if (type == "CollectionPage") return PageKind::section;
    if (type.ends_with("Article") || type == "BlogPosting" || type == "Report") return PageKind::article;
    return std::nullopt;
}

/// The value itself, or what it holds in a list or "@graph".
std::vector<const Json*> entries_of(const Json& value) {
    const Json* list = &value;
    if (value.is_object() && value.contains("@graph")) list = &value["@graph"];
    if (!list->is_array()) return {&value};
    std::vector<const Json*> entries;
    for (const Json& entry : *list) entries.push_back(&entry);
    return entries;
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

/// What JSON-LD says of the page: of its first entry that is an article or one of the other kinds.
struct LinkedData {
    bool found = false;
    PageKind kind = PageKind::article;
    std::string title;
    std::string date;
    std::string url;
    std::string category;
    std::string text;
    std::vector<std::string> authors;
};

LinkedData describe(const Json& entry, PageKind kind) {
    LinkedData data;
    data.found = true;
    data.kind = kind;
    data.title = string_of(entry, "headline");
    data.date = iso_date(string_of(entry, "datePublished"));
    data.url = string_of(entry, "url");
    data.category = string_of(entry, "articleSection");
    data.authors = authors_of(entry);
    if (const auto body = entry.find("articleBody"); body != entry.end() && body->is_string())
        data.text = body->get<std::string>();
    if (entry.contains("mainEntityOfPage")) {
        if (const std::string id = string_of(entry["mainEntityOfPage"], "@id"); !id.empty()) data.url = id;
    }
    return data;
}

LinkedData read_linked_data(HtmlNode page) {
    for (const HtmlNode script : find_all(page, "script[type]")) {
        if (script.attribute("type") != "application/ld+json" || script.child_count() == 0) continue;
        const Json json = parse_json(script.child(0).text());
        if (json.is_discarded()) continue;
        for (const Json* entry : entries_of(json)) {
            for (const std::string& type : types_of(*entry)) {
                if (const auto kind = kind_of_type(type)) return describe(*entry, *kind);
            }
        }
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

    for (const std::string& line : {meta(page, "og:title"), title_of(page)}) {
        if (!metadata.title_line) metadata.title_line = parse_title_line(line);
        if (metadata.title.empty()) metadata.title = line;
    }
    if (metadata.title_line) {
        metadata.title = metadata.title_line->headline;
        // The page's own title has the category too, the one for sharing has not.
        if (const auto full = parse_title_line(title_of(page)))
            metadata.title_line->headline = full->headline;
        metadata.dates.push_back({metadata.title_line->date, "title"});
    } else if (!linked.title.empty()) {
        metadata.title = linked.title;
    }
    if (!linked.date.empty()) metadata.dates.push_back({linked.date, "json-ld"});
    const std::string published = iso_date(meta(page, "article:published_time"));
    if (!published.empty()) metadata.dates.push_back({published, "meta"});
    metadata.category = linked.category.empty() ? meta(page, "article:section") : linked.category;
    metadata.text = linked.text;
    metadata.kind = linked.found ? linked.kind : PageKind::article;
    if (const PageKind kind = kind_of_address(metadata.url); kind != PageKind::article) metadata.kind = kind;
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
