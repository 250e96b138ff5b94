#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pages/article.hpp"

namespace pages {

/// The number in every object's "schema".
constexpr int article_schema = 1;

/// An article as one line of JSON, without line feed:
/// {"schema":1,"id":…,"url":…,"edition":…,"lang":…,"title":…,"kicker":…,"lead":…,"date":…,"authors":[…],
/// "byline":…,"blocks":[{"kind":…,"text":…},…]}. "edition" is the tag of DW's edition, "lang" that of the
/// text: they differ for Serbian in Cyrillic alone. With `all_blocks` the chrome blocks are written too.
std::string to_json(const Article& article, bool all_blocks);

/// Reads an article from such an object. `place` names it in errors. Fields may be missing, "blocks" alone
/// not. Throws hexapla::InputError: no JSON, no object, no blocks, a field of the wrong type, unknown edition
/// or kind, newer schema.
Article from_json(std::string_view json, const std::string& place);

/// Whether a text is JSON Lines: its first line that is not blank is a JSON object.
bool looks_like_json_lines(std::string_view text);

/// An article and where it stands: "PLACE:LINE".
struct PlacedArticle {
    Article article;
    std::string place;
};

/// Reads all articles of JSON Lines; errors name their place.
std::vector<PlacedArticle> read_json_lines(std::string_view text, const std::string& place);

}  // namespace pages
