#include "memories/split.hpp"

#include <fmt/format.h>

#include "memories/values.hpp"

namespace memories {

std::vector<Part> Splitter::parts_of(const tmx::Unit& unit, const tmx::Header& header) {
    switch (options_.by) {
        case By::pairs: {
            std::vector<Part> parts;
            const tmx::Variant* source = source_of(unit, header);
            for (const tmx::Variant& variant : unit.variants) {
                if (&variant == source) continue;
                tmx::Unit pair = unit;
                pair.variants = {*source, variant};
                parts.push_back({source->language + "-" + variant.language, std::move(pair)});
            }
            return parts;
        }
        case By::size: {
            const std::string story = story_of(unit);
            if (filled_ >= options_.size && (story != story_ || story.empty())) {
                ++number_;
                filled_ = 0;
            }
            ++filled_;
            story_ = story;
            return {{fmt::format("{:03}", number_), unit}};
        }
        case By::property: {
            const std::string value = property_of(unit, options_.property);
            std::string name;
            // A name for a file: what else there is in a value would be a folder, or none.
            for (const char c : value.substr(0, 80)) name += c == '/' || c == '\\' || c < ' ' ? '_' : c;
            return {{name.empty() || name.front() == '.' ? "none" : name, unit}};
        }
        case By::random: {
            // The story decides, so that no sentence of a test comes from an article that was learned from.
            std::string story = story_of(unit);
            if (story.empty() && !unit.variants.empty()) story = unit.variants.front().segment;
            constexpr double whole = 18446744073709551616.0;  // 2^64
            const bool test =
                static_cast<double>(hash_of(story, options_.seed)) < options_.test_share * whole;
            return {{test ? "test" : "train", unit}};
        }
    }
    return {};
}

}  // namespace memories
