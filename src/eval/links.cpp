#include "eval/links.hpp"

#include <ostream>

#include "errors.hpp"
#include "eval/figures.hpp"
#include "eval/text_file.hpp"

namespace eval {

namespace fs = std::filesystem;

namespace {

std::vector<align::LinkLine> read_links(const fs::path& path, const std::optional<align::LinkSizes>& sizes) {
    const std::string text = read_text(path);
    try {
        std::vector<align::LinkLine> links = align::parse_links(text);
        align::check_links(links, sizes);
        return links;
    } catch (const align::LinkError& error) {
        throw hexapla::InputError(path.string() + ":" + std::to_string(error.line) + ": " + error.what());
    }
}

}  // namespace

LinksScore score_links(const GoldSet& set, const fs::path& folder, bool with_moved) {
    LinksScore score;
    if (with_moved) score.moved.emplace();
    for (const std::string& name : document_names(set)) {
        const fs::path path = folder / (name + ".links");
        if (!fs::exists(path)) {
            throw hexapla::InputError(path.string() + ": missing; every document of the set must be there");
        }
        const auto source = read_sentences(set, set.source, name);
        const auto target = read_sentences(set, set.target, name);
        const auto gold = links_of_ids(source, target);
        const auto links = read_links(path, align::LinkSizes{source.size(), target.size()});
        score.counts += align::count_links(gold, links);
        if (score.moved) {
            const align::MovedCounts moved = align::count_moved(gold, links);
            score.moved->gold += moved.gold;
            score.moved->found += moved.found;
        }
        ++score.documents;
    }
    return score;
}

LinksScore score_link_file(const fs::path& gold, const fs::path& links) {
    return {1, align::count_links(read_links(gold, std::nullopt), read_links(links, std::nullopt)),
            std::nullopt};
}

nlohmann::ordered_json to_json(const LinksScore& score) {
    const align::LinkCounts& counts = score.counts;
    nlohmann::ordered_json json = {{"schema", schema},
                                   {"documents", score.documents},
                                   {"gold", counts.gold},
                                   {"links", counts.links},
                                   {"strict_hits", counts.strict_hits},
                                   {"lax_right", counts.lax_right},
                                   {"lax_found", counts.lax_found}};
    if (score.moved) {
        json["moved"] = score.moved->gold;
        json["moved_found"] = score.moved->found;
    }
    json["strict"] = to_json(align::strict_rates(counts));
    json["lax"] = to_json(align::lax_rates(counts));
    return json;
}

void print(std::ostream& out, const LinksScore& score) {
    print_rates(out, "strict", align::strict_rates(score.counts));
    print_rates(out, "lax", align::lax_rates(score.counts));
    out << score.documents << " documents, " << score.counts.gold << " gold links, " << score.counts.links
        << " links\n";
    if (score.moved) out << "moved: " << score.moved->found << " of " << score.moved->gold << " found\n";
}

}  // namespace eval
