#include "eval/links.hpp"

#include <fmt/format.h>

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

void add(LinksScore& score, const LinkedDocument& document) {
    score.counts += align::count_links(document.gold, document.links);
    align::add(score.beads, align::count_by_type(document.gold, document.links));
    const auto judgements = align::judge_links(document.gold, document.links);
    score.judgements.insert(score.judgements.end(), judgements.begin(), judgements.end());
    ++score.documents;
}

nlohmann::ordered_json to_json(const align::BeadTable& beads) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (std::size_t row = 0; row < beads.size(); ++row) {
        const align::BeadTypeCounts& counts = beads[row];
        const align::Rates rates = align::rates_of(counts);
        json[std::string(align::bead_types[row])] = {
            {"gold", counts.gold},   {"found", counts.found},
            {"right", counts.right}, {"gold_found", counts.gold_found},
            {"P", rates.precision},  {"R", rates.recall}};
    }
    return json;
}

nlohmann::ordered_json to_json(const align::Calibration& calibration) {
    nlohmann::ordered_json json = {{"links", calibration.count},
                                   {"error", calibration.error},
                                   {"brier", calibration.brier},
                                   {"brier_of_constant", calibration.brier_of_constant}};
    json["auc"] = calibration.auc ? nlohmann::ordered_json(*calibration.auc) : nlohmann::ordered_json();
    json["bins"] = nlohmann::ordered_json::array();
    for (const align::CalibrationBin& bin : calibration.bins) {
        json["bins"].push_back({{"links", bin.count},
                                {"least", bin.least},
                                {"most", bin.most},
                                {"mean", bin.mean_probability},
                                {"right", bin.share_right}});
    }
    return json;
}

void print(std::ostream& out, const align::BeadTable& beads) {
    out << fmt::format("\n{:<10} {:>7} {:>7} {:>7} {:>8} {:>8}\n", "bead", "gold", "found", "right", "P",
                       "R");
    for (std::size_t row = 0; row < beads.size(); ++row) {
        const align::BeadTypeCounts& counts = beads[row];
        const align::Rates rates = align::rates_of(counts);
        const auto cell = [](double rate, std::size_t of) {
            return of == 0 ? std::string("-") : fmt::format("{:.4f}", rate);
        };
        out << fmt::format("{:<10} {:>7} {:>7} {:>7} {:>8} {:>8}\n", align::bead_types[row], counts.gold,
                           counts.found, counts.right, cell(rates.precision, counts.found),
                           cell(rates.recall, counts.gold));
    }
}

void print(std::ostream& out, const align::Calibration& calibration) {
    out << fmt::format(
        "\ncalibration of {} links: error {:.4f}, Brier {:.4f} (best constant {:.4f}), AUC {}\n",
        calibration.count, calibration.error, calibration.brier, calibration.brier_of_constant,
        calibration.auc ? fmt::format("{:.4f}", *calibration.auc) : std::string("-"));
    out << fmt::format("{:<15} {:>8} {:>7} {:>7}\n", "probability", "links", "mean", "right");
    for (const align::CalibrationBin& bin : calibration.bins) {
        out << fmt::format("{:.4f}-{:.4f}   {:>8.1f} {:>7.4f} {:>7.4f}\n", bin.least, bin.most, bin.count,
                           bin.mean_probability, bin.share_right);
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
        LinkedDocument document{
            name, read_sentences(set, set.source, name), read_sentences(set, set.target, name), {}, {}};
        document.gold = links_of_ids(document.source, document.target);
        document.links = read_links(path, align::LinkSizes{document.source.size(), document.target.size()});
        add(score, document);
        score.faults.add(document);
        if (score.moved) {
            const align::MovedCounts moved = align::count_moved(document.gold, document.links);
            score.moved->gold += moved.gold;
            score.moved->found += moved.found;
        }
    }
    return score;
}

LinksScore score_link_file(const fs::path& gold, const fs::path& links) {
    LinksScore score;
    add(score, {"", {}, {}, read_links(gold, std::nullopt), read_links(links, std::nullopt)});
    return score;
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
        json["unmoved"] = to_json(align::unmoved_rates(counts, *score.moved));
    }
    json["strict"] = to_json(align::strict_rates(counts));
    json["lax"] = to_json(align::lax_rates(counts));
    json["beads"] = to_json(score.beads);
    json["calibration"] =
        score.judgements.empty() ? nlohmann::ordered_json() : to_json(align::calibrate(score.judgements));
    return json;
}

void print(std::ostream& out, const LinksScore& score) {
    print_rates(out, "strict", align::strict_rates(score.counts));
    print_rates(out, "lax", align::lax_rates(score.counts));
    out << score.documents << " documents, " << score.counts.gold << " gold links, " << score.counts.links
        << " links\n";
    if (score.moved) {
        out << "moved: " << score.moved->found << " of " << score.moved->gold << " found\n";
        print_rates(out, "others", align::unmoved_rates(score.counts, *score.moved));
    }
    print(out, score.beads);
    if (!score.judgements.empty()) print(out, align::calibrate(score.judgements));
}

}  // namespace eval
