#include "lexicons/line_pairs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "align/links.hpp"
#include "align/unicode.hpp"
#include "errors.hpp"
#include "stories.hpp"
#include "text_lines.hpp"

namespace lexicons {
namespace {

namespace fs = std::filesystem;
using hexapla::InputError;

std::vector<std::string> read_lines(const fs::path& file) {
    std::vector<std::string> all;
    hexapla::TextLines lines(file);
    for (std::string line; lines.next(line);) all.push_back(line);
    return all;
}

std::vector<align::LinkLine> read_links(const fs::path& file, align::LinkSizes sizes) {
    std::string text;
    for (const std::string& line : read_lines(file)) text += line + '\n';
    try {
        std::vector<align::LinkLine> links = align::parse_links(text);
        align::check_links(links, sizes);
        return links;
    } catch (const align::LinkError& error) {
        throw InputError(fmt::format("{}:{}: {}; give the links of these very files", file.string(),
                                     error.line, error.what()));
    }
}

std::string joined(const std::vector<std::string>& lines, const std::vector<std::size_t>& numbers) {
    std::string text;
    for (const std::size_t number : numbers) {
        if (!text.empty()) text += ' ';
        text += lines[number];
    }
    return text;
}

}  // namespace

void read_line_pairs(const LineFiles& files, SentencePairs& pairs) {
    const std::vector<std::string> source = read_lines(files.source);
    const std::vector<std::string> target = read_lines(files.target);
    const auto add = [&](std::string one, std::string other) {
        if (!align::is_blank(one) && !align::is_blank(other)) pairs.add(std::move(one), std::move(other));
    };
    if (!files.links.empty()) {
        for (const align::LinkLine& link : read_links(files.links, {source.size(), target.size()}))
            add(joined(source, link.source), joined(target, link.target));
        return;
    }
    if (source.size() != target.size())
        throw InputError(fmt::format(
            "{}: has {} lines where {} has {}; give files in which line translates line, or what belongs "
            "together with --links (as 'hexapla links' writes it)",
            files.target.string(), target.size(), files.source.string(), source.size()));
    for (std::size_t i = 0; i < source.size(); ++i) add(source[i], target[i]);
}

SentencePairs read_line_pairs_of(const fs::path& source, const fs::path& target, const fs::path& links) {
    const hexapla::MatchedStories matched = hexapla::match_stories({source, target});
    if (!matched.bad.empty()) throw InputError(matched.bad.front());
    if (!matched.unmatched.empty())
        throw InputError(matched.unmatched.front().string() +
                         ": has no partner of the same name; both folders are to hold the same texts");
    SentencePairs pairs;
    for (const hexapla::Story& story : matched.stories) {
        const bool of_folder = matched.from_folders && !links.empty();
        read_line_pairs({story.files[0], story.files[1], of_folder ? links / (story.name + ".links") : links},
                        pairs);
    }
    if (pairs.source.empty())
        throw InputError(source.string() + ": holds no sentence that has a translation; give texts with one");
    return pairs;
}

}  // namespace lexicons
