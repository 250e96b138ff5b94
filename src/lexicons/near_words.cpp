#include "lexicons/near_words.hpp"

#include <algorithm>
#include <cstddef>

#include "align/unicode.hpp"

namespace lexicons {
namespace {

constexpr std::size_t ending = 2;    // letters that an inflected word may have in place of others
constexpr std::size_t shortest = 5;  // letters that stay
constexpr std::size_t longer = 4;    // letters that a word of the texts may have more

}  // namespace

void NearWords::add(std::string_view word) {
    const std::string text = align::fold(word);
    const std::size_t length = align::count_code_points(text);
    const std::size_t least = length > longer ? length - longer : 1;
    for (std::size_t count = least; count <= length; ++count)
        beginnings_.emplace(align::first_code_points(text, count));
}

bool NearWords::has(std::string_view form) const {
    bool has_word = false;
    while (!(form = align::trim(form)).empty()) {
        const std::size_t end = std::min(form.find(' '), form.size());
        const std::string text = align::fold(form.substr(0, end));
        form.remove_prefix(end);
        const std::size_t length = align::count_code_points(text);
        const std::size_t kept = length > shortest ? std::max(shortest, length - ending) : length;
        if (!beginnings_.contains(align::first_code_points(text, kept))) return false;
        has_word = true;
    }
    return has_word;
}

}  // namespace lexicons
