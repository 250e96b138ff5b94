#include "lexicons/memory_file.hpp"

#include <memory>

#include "align/unicode.hpp"
#include "errors.hpp"
#include "gzip.hpp"
#include "tmx/reader.hpp"
#include "tmx/text.hpp"

namespace lexicons {
namespace {

/// The text of the variant nearest to a language; empty where none is near.
std::string text_in(const tmx::Unit& unit, const std::string& language) {
    const tmx::Variant* best = nullptr;
    int best_nearness = 0;
    for (const tmx::Variant& variant : unit.variants) {
        const int near = nearness(variant.language, language);
        if (near <= best_nearness) continue;
        best = &variant;
        best_nearness = near;
    }
    return best == nullptr ? "" : tmx::plain_text(best->segment);
}

}  // namespace

SentencePairs read_memory(const std::filesystem::path& file, const Languages& languages) {
    SentencePairs pairs;
    const std::unique_ptr<std::istream> in = hexapla::unpacked_stream(file);
    try {
        tmx::Reader reader(*in);
        for (tmx::Unit unit; reader.next(unit);) {
            std::string source = text_in(unit, languages.source);
            std::string target = text_in(unit, languages.target);
            if (!align::is_blank(source) && !align::is_blank(target))
                pairs.add(std::move(source), std::move(target));
        }
    } catch (const tmx::ParseError& error) {
        throw hexapla::InputError(file.string() + ": " + error.what());
    }
    return pairs;
}

}  // namespace lexicons
