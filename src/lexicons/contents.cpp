#include "lexicons/contents.hpp"

#include <algorithm>
#include <utility>

#include "editions.hpp"
#include "pages/language.hpp"

namespace lexicons {

Contents Contents::reversed() && {
    return {lexicons::reversed(std::move(entries)),
            {std::move(sentences.target), std::move(sentences.source)}};
}

std::string language_of_tag(const std::string& tag) {
    const hexapla::Edition* edition = hexapla::find_edition(tag);
    return edition == nullptr ? tag : std::string(edition->tag);
}

int nearness(const std::string& language, const std::string& other) {
    const std::string one = language_of_tag(language);
    const std::string two = language_of_tag(other);
    if (one == two) return 2;
    return pages::are_alike(one, two) ? 1 : 0;
}

Direction direction(const Languages& of_file, const Languages& of_run) {
    const auto fit = [&](const Languages& run) {
        return std::min(nearness(of_file.source, run.source), nearness(of_file.target, run.target));
    };
    const int straight = fit(of_run);
    const int turned = fit(of_run.reversed());
    if (straight == 0 && turned == 0) return Direction::neither;
    return straight >= turned ? Direction::straight : Direction::reversed;
}

std::vector<align::ListEntry> reversed(std::vector<align::ListEntry> entries) {
    for (align::ListEntry& entry : entries) {
        std::swap(entry.source, entry.target);
        std::swap(entry.forward, entry.backward);
    }
    return entries;
}

}  // namespace lexicons
