#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "pages/article.hpp"

namespace pages {

/// The number in every object's "schema".
constexpr int article_schema = 1;

/// An article as one line of JSON, without line feed:
/// {"schema":1,"id":…,"url":…,"edition":…,"lang":…,"title":…,"kicker":…,"category":…,"lead":…,"date":…,
/// "date_source":…,"dates":[{"date":…,"source":…},…],"authors":[…],"byline":…,"desk":[…],"agencies":[…],
/// "way":…,"contradictions":[…],"blocks":[{"kind":…,"text":…},…]}. "edition" is the tag of DW's edition,
/// "lang" that of the text: they differ for Serbian in Cyrillic alone. A block of kind line has "subhead",
/// the likelihood that it is one; a block in another language has "lang". With `all_blocks` the chrome blocks
/// are written too.
std::string to_json(const Article& article, bool all_blocks);

/// Reads an article from such an object. `place` names it in errors. Fields may be missing, "blocks" alone
/// not. Throws hexapla::InputError: no blocks, a field of the wrong type, unknown edition or kind, newer
/// schema.
Article from_json(const nlohmann::ordered_json& object, const std::string& place);

}  // namespace pages
