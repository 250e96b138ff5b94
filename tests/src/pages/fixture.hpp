#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "align/document.hpp"
#include "pages/article.hpp"

/// The bytes of a file.
inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// A page written for the tests.
inline std::filesystem::path page_fixture(const std::string& name) {
    return std::filesystem::path(HEXAPLA_FIXTURES) / "pages" / name;
}

/// The texts of an article's blocks of one kind.
inline std::vector<std::string> texts_of(const pages::Article& article, align::BlockKind kind) {
    std::vector<std::string> texts;
    for (const auto& block : article.blocks) {
        if (block.kind == kind) texts.push_back(block.text);
    }
    return texts;
}

/// The date that an article tells first, before the best one is chosen; empty: none.
inline std::string first_date(const pages::Article& article) {
    return article.dates.empty() ? std::string() : article.dates.front().date;
}

/// Subheads, and lines that may be some.
inline std::vector<std::string> headings_of(const pages::Article& article) {
    std::vector<std::string> texts;
    for (const auto& block : article.blocks) {
        if (block.kind == align::BlockKind::subhead || block.kind == align::BlockKind::line)
            texts.push_back(block.text);
    }
    return texts;
}
