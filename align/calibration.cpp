#include "align/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

#include "align/evaluate.hpp"

namespace align {
namespace {

/// Judgements of one probability.
struct Tie {
    double probability = 0;
    double right = 0;
    double count = 0;
};

std::vector<Tie> ties_of(std::vector<Judgement> judgements) {
    std::sort(judgements.begin(), judgements.end(),
              [](const Judgement& a, const Judgement& b) { return a.probability < b.probability; });
    std::vector<Tie> ties;
    for (const Judgement& judgement : judgements) {
        if (ties.empty() || ties.back().probability < judgement.probability)
            ties.push_back({judgement.probability, 0, 0});
        ties.back().right += judgement.right ? 1 : 0;
        ties.back().count += 1;
    }
    return ties;
}

std::vector<CalibrationBin> bins_of(const std::vector<Tie>& ties, double count, std::size_t bins) {
    const double mass = count / static_cast<double>(bins);
    constexpr double nothing = 1e-9;  // less is left of a bin only by rounding
    std::vector<CalibrationBin> all;
    double room = 0;
    for (const Tie& tie : ties) {
        for (double left = tie.count; left > nothing;) {
            if (room < nothing) {
                all.push_back({0, tie.probability, tie.probability, 0, 0});
                room = mass;
            }
            const double part = std::min(left, room);
            CalibrationBin& bin = all.back();
            bin.most = tie.probability;
            bin.count += part;
            bin.mean_probability += part * tie.probability;
            bin.share_right += part * tie.right / tie.count;
            left -= part;
            room -= part;
        }
    }
    for (CalibrationBin& bin : all) {
        bin.mean_probability /= bin.count;
        bin.share_right /= bin.count;
    }
    return all;
}

std::optional<double> auc_of(const std::vector<Tie>& ties, double right, double wrong) {
    if (right == 0 || wrong == 0) return std::nullopt;
    double wins = 0;
    double wrong_below = 0;
    for (const Tie& tie : ties) {
        const double tied_wrong = tie.count - tie.right;
        wins += tie.right * (wrong_below + tied_wrong / 2);
        wrong_below += tied_wrong;
    }
    return wins / (right * wrong);
}

}  // namespace

std::vector<Judgement> judge_links(const std::vector<LinkLine>& gold, const std::vector<LinkLine>& links) {
    const std::vector<LinkLine> wanted = filled_links(gold);
    const std::set<LinkLine, BySides> exact(wanted.begin(), wanted.end());
    std::vector<Judgement> judgements;
    for (const LinkLine& link : filled_links(links)) {
        if (const auto probability = probability_of(link))
            judgements.push_back({*probability, exact.contains(link)});
    }
    return judgements;
}

Calibration calibrate(std::vector<Judgement> judgements, std::size_t bins) {
    if (bins == 0) throw std::invalid_argument("calibration needs a bin at least");
    Calibration calibration;
    calibration.count = judgements.size();
    if (judgements.empty()) return calibration;
    const auto count = static_cast<double>(judgements.size());
    double right = 0;
    for (const Judgement& judgement : judgements) {
        const bool is_probability = judgement.probability >= 0 && judgement.probability <= 1;  // not so NaN
        if (!is_probability) throw std::invalid_argument("a probability lies from 0 to 1");
        const double outcome = judgement.right ? 1 : 0;
        right += outcome;
        calibration.brier += std::pow(judgement.probability - outcome, 2) / count;
    }
    calibration.brier_of_constant = right / count * (1 - right / count);
    const std::vector<Tie> ties = ties_of(std::move(judgements));
    calibration.auc = auc_of(ties, right, count - right);
    calibration.bins = bins_of(ties, count, std::min(bins, calibration.count));
    for (const CalibrationBin& bin : calibration.bins)
        calibration.error += bin.count / count * std::abs(bin.share_right - bin.mean_probability);
    return calibration;
}

}  // namespace align
