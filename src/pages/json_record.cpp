#include "pages/json_record.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "align/unicode.hpp"
#include "errors.hpp"

namespace pages {
namespace {

using Json = nlohmann::ordered_json;

std::string value_of(const Json& object, const std::string& name, const std::string& place) {
    const auto found = object.find(name);
    if (found == object.end() || found->is_null()) return {};
    if (found->is_number_integer()) return found->dump();
    if (!found->is_string()) {
        throw hexapla::InputError(place + ": \"" + name +
                                  "\" is no string; --fields says which fields are read");
    }
    return found->get<std::string>();
}

/// The day that a time of ISO 8601 begins with; empty for another form.
std::string day_of(const std::string& time) {
    const auto digit = [&](std::size_t i) { return time[i] >= '0' && time[i] <= '9'; };
    if (time.size() < 10 || time[4] != '-' || time[7] != '-') return {};
    for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
        if (!digit(i)) return {};
    }
    return time.substr(0, 10);
}

}  // namespace

FieldNames parse_field_names(std::string_view list) {
    FieldNames names;
    while (!list.empty()) {
        const std::string_view part = list.substr(0, list.find(','));
        list.remove_prefix(std::min(part.size() + 1, list.size()));
        const std::size_t equals = part.find('=');
        const std::string_view field = align::trim(part.substr(0, equals));
        const std::string_view name = equals == part.npos ? "" : align::trim(part.substr(equals + 1));
        std::string* const target = field == "url"     ? &names.url
                                    : field == "html"  ? &names.html
                                    : field == "text"  ? &names.text
                                    : field == "title" ? &names.title
                                    : field == "date"  ? &names.date
                                    : field == "lang"  ? &names.lang
                                    : field == "id"    ? &names.id
                                                       : nullptr;
        if (target == nullptr || name.empty()) {
            throw std::invalid_argument(
                "'" + std::string(part) +
                "' is no field; give FIELD=NAME of url, html, text, title, date, lang, id");
        }
        *target = name;
    }
    return names;
}

JsonRecord read_record(const Json& object, const FieldNames& names, const std::string& place) {
    JsonRecord record;
    record.url = value_of(object, names.url, place);
    record.html = value_of(object, names.html, place);
    record.text = value_of(object, names.text, place);
    record.title = value_of(object, names.title, place);
    record.date = day_of(value_of(object, names.date, place));
    record.lang = value_of(object, names.lang, place);
    record.id = value_of(object, names.id, place);
    if (record.html.empty() && record.text.empty()) {
        throw hexapla::InputError(place + ": has none of \"blocks\", \"" + names.html + "\", \"" +
                                  names.text +
                                  "\"; say with --fields html=NAME or text=NAME what holds the page");
    }
    return record;
}

}  // namespace pages
