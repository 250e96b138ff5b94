#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "containers/sources.hpp"

/// What sources gave, by what it is.
struct FoundAll {
    std::vector<containers::Item> items;
    std::vector<containers::Passed> passed;
    std::vector<std::string> refused;
};

inline FoundAll find_all_in(std::vector<std::string> names, const std::string& input = "",
                            const containers::SourceOptions& options = {}) {
    std::istringstream in(input);
    containers::Sources sources(std::move(names), options, in);
    FoundAll all;
    while (auto found = sources.next()) {
        if (auto* item = std::get_if<containers::Item>(&*found)) all.items.push_back(std::move(*item));
        if (auto* passed = std::get_if<containers::Passed>(&*found)) all.passed.push_back(std::move(*passed));
        if (auto* refused = std::get_if<containers::Refused>(&*found))
            all.refused.push_back(std::move(refused->sentence));
    }
    return all;
}

/// What standard input of those bytes gives.
inline FoundAll find_in_bytes(const std::string& bytes, const containers::SourceOptions& options = {}) {
    return find_all_in({"-"}, bytes, options);
}
