#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "align/links.hpp"

/// Whether probabilities mean what they say. All functions of values.
namespace align {

/// A probability that was given, and whether what it was given for is right.
struct Judgement {
    double probability = 0;  ///< from 0 to 1
    bool right = false;
};

/// The links that have a probability and both sides filled; right are those that are exactly a gold link.
std::vector<Judgement> judge_links(const std::vector<LinkLine>& gold, const std::vector<LinkLine>& links);

/// What is said and what holds, over the judgements of a range of probabilities.
struct CalibrationBin {
    double count = 0;             ///< of judgements; bins of equal mass part ties between them
    double least = 0;             ///< probability in the bin
    double most = 0;              ///< the same
    double mean_probability = 0;  ///< what is said
    double share_right = 0;       ///< what holds
};

struct Calibration {
    std::size_t count = 0;
    /// Expected calibration error: how far a bin's share of right ones is from its mean probability, in the
    /// mean over judgements; 0 is best. Over bins of equal mass, as Nguyen and O'Connor, "Posterior
    /// calibration and exploratory analysis for natural language processing models", EMNLP 2015, section 3.
    double error = 0;
    /// Mean square of probability less outcome; 0 is best (Brier, "Verification of forecasts expressed in
    /// terms of probability", 1950).
    double brier = 0;
    double brier_of_constant = 0;  ///< of the share of right ones, said of every one: the best constant
    /// How often a right one is given more than a wrong one, ties half; none where all are right or wrong.
    std::optional<double> auc;
    std::vector<CalibrationBin> bins;  ///< by rising probability
};

/// Measures the judgements, whose order does not matter: equal probabilities are taken as one, with the mean
/// of their outcomes, wherever a bin ends among them. With fewer judgements than bins, a bin for each; with
/// none, all figures are 0. Throws std::invalid_argument when a probability is not from 0 to 1, or `bins` 0.
Calibration calibrate(std::vector<Judgement> judgements, std::size_t bins = 15);

}  // namespace align
