#pragma once

#include <nlohmann/json.hpp>

#include "align/unicode.hpp"
#include "demand.hpp"
#include "pages/json.hpp"
#include "pages/json_text.hpp"

/// What holds for every article, whatever it was read from.
inline void demand_sound(const pages::Article& article) {
    for (const pages::ArticleBlock& block : article.blocks) {
        demand(!block.text.empty(), "no block is empty");
        demand(!align::find_malformed(block.text), "blocks are UTF-8");
        demand(block.text.find('\n') == std::string::npos, "no block holds a line feed");
        demand(align::trim(block.text) == block.text, "blocks are trimmed");
    }
    const std::string json = pages::to_json(article, true);
    demand(json.find('\n') == std::string::npos, "JSON is a line");
    demand(pages::to_json(pages::from_json(pages::parse_json(json), "x"), true) == json,
           "JSON is read as it was written");
}
