#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>

#include "xlsx/package.hpp"

/// The text of a workbook's part, empty where there is none.
inline std::string part_of(const std::filesystem::path& file, std::string_view name) {
    for (xlsx::Package package(file); package.next();) {
        if (package.name() != name) continue;
        std::string text;
        for (auto piece = package.read(); !piece.empty(); piece = package.read()) text += piece;
        return text;
    }
    return "";
}

/// How many times `word` stands in `text`.
inline std::size_t times(std::string_view word, std::string_view text) {
    std::size_t found = 0;
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
        ++found;
    return found;
}
