#include "pages/complete.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "pages/address.hpp"
#include "pages/block_languages.hpp"
#include "pages/byline.hpp"
#include "pages/days.hpp"
#include "pages/visible_date.hpp"

namespace pages {
namespace {

// Best first. Those in universal time and those that tell of changes come late.
constexpr auto sources =
    std::to_array<std::string_view>({"title", "labels", "json-ld", "state", "meta", "visible", "record"});

std::size_t rank_of(const DateClaim& claim) {
    const auto* const found = std::find(sources.begin(), sources.end(), claim.source);
    return static_cast<std::size_t>(found - sources.begin());
}

/// Two days apart are one in another time zone.
constexpr long most_days_apart = 1;

void complete_dates(Article& article) {
    for (DateClaim& claim : article.dates) {
        if (!day_number(claim.date)) claim.date = parse_visible_date(claim.date, article.edition);
    }
    std::erase_if(article.dates, [](const DateClaim& claim) { return claim.date.empty(); });
    std::stable_sort(article.dates.begin(), article.dates.end(),
                     [](const DateClaim& a, const DateClaim& b) { return rank_of(a) < rank_of(b); });
    const auto last = std::unique(article.dates.begin(), article.dates.end());
    article.dates.erase(last, article.dates.end());
    if (!article.date.empty() || article.dates.empty()) return;
    article.date = article.dates.front().date;
    article.date_source = article.dates.front().source;
}

void note(Article& article, std::string sentence) {
    auto& all = article.contradictions;
    if (std::find(all.begin(), all.end(), sentence) == all.end()) all.push_back(std::move(sentence));
}

void note_contradictions(Article& article) {
    const auto taken = day_number(article.date);
    for (const DateClaim& claim : article.dates) {
        const auto day = day_number(claim.date);
        if (!taken || !day || std::abs(*day - *taken) <= most_days_apart) continue;
        note(article, "its date is " + article.date + " by its " + article.date_source + ", but " +
                          claim.date + " by its " + claim.source);
    }
}

}  // namespace

void complete(Article& article) {
    complete_dates(article);
    if (article.desk.empty() && article.agencies.empty()) {
        BylineParts parts = parse_byline(article.byline);
        article.desk = std::move(parts.desk);
        article.agencies = std::move(parts.agencies);
    }
    mark_languages(article);
    note_contradictions(article);
}

}  // namespace pages
