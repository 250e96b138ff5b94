#pragma once

#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gzip.hpp"
#include "src/temporary_folder.hpp"

namespace made {

/// A number as dictd's index has it.
inline std::string base64(std::size_t number) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    do {
        text.insert(text.begin(), digits[number % digits.size()]);
        number /= digits.size();
    } while (number > 0);
    return text;
}

/// Writes NAME.index and NAME.dict.dz of entries {headword of the index, text}; gives the index.
inline std::filesystem::path dictionary(const TemporaryFolder& folder, const std::string& name,
                                        const std::vector<std::pair<std::string, std::string>>& entries) {
    std::string text = "00-database-info\nabout it\n";
    std::string index = "00databaseinfo\tA\t" + base64(text.size()) + "\n";
    for (const auto& [headword, entry] : entries) {
        index.append(headword).append("\t").append(base64(text.size())).append("\t");
        index.append(base64(entry.size())).append("\n");
        text += entry;
    }
    std::ostringstream packed;
    *hexapla::gzip_stream(packed) << text;
    folder.write(name + ".dict.dz", packed.str());
    return folder.write(name + ".index", index);
}

}  // namespace made
