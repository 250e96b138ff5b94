#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace pages {

/// The names that a crawl's JSON Lines have for what is read of them.
struct FieldNames {
    std::string url = "url";
    std::string html = "html";
    std::string text = "text";
    std::string title = "title";
    std::string date = "date";
    std::string lang = "lang";
    std::string id = "id";
};

/// Names as a user gives them: "html=content,url=link"; the others stay. Throws std::invalid_argument, with
/// a sentence, for a field that there is not.
FieldNames parse_field_names(std::string_view list);

/// A page of another tool's crawl. Fields that it does not have are empty.
struct JsonRecord {
    std::string url;
    std::string html;
    std::string text;
    std::string title;
    std::string date;  ///< ISO, YYYY-MM-DD
    std::string lang;
    std::string id;
};

/// Takes the fields of an object. Throws hexapla::InputError where it has neither HTML nor text, or a field
/// is no string (a number is taken as its digits).
JsonRecord read_record(const nlohmann::ordered_json& object, const FieldNames& names,
                       const std::string& place);

}  // namespace pages
