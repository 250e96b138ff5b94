#include "page_stream.hpp"

#include <utility>
#include <vector>

#include "parallel.hpp"

namespace hexapla {
namespace {

using What = PageOutcome::What;

// What is read at once: enough for all cores, little in memory.
constexpr std::size_t most_items = 64;
constexpr std::size_t most_bytes = std::size_t{16} << 20;

PageOutcome outcome_of(const containers::Item& item, const pages::ReadOptions& options) {
    PageOutcome outcome;
    outcome.place = item.place;
    outcome.url = item.url;
    try {
        outcome.reading = pages::read_item(item, options);
        outcome.what = What::article;
    } catch (const pages::NoArticle& none) {
        outcome.what = What::left_out;
        outcome.kind = name_of(none.kind);
        outcome.reason = none.what();
    } catch (const InputError& error) {
        outcome.reason = error.what();
    }
    return outcome;
}

std::string name_of(containers::LeftOut why) {
    switch (why) {
        case containers::LeftOut::no_html:
            return "no HTML";
        case containers::LeftOut::no_answer:
            return "no answer";
        case containers::LeftOut::no_page:
            break;
    }
    return "no page";
}

PageOutcome outcome_of(containers::Passed&& passed) {
    return {What::left_out,          {}, std::move(passed.place), std::move(passed.url), name_of(passed.why),
            std::move(passed.detail)};
}

/// Items wait here until there are enough to be read at once, in their order with what is no item.
class Batch {
  public:
    void add(containers::Found&& found) {
        if (auto* item = std::get_if<containers::Item>(&found)) {
            bytes_ += item->bytes.size();
            places_.push_back(outcomes_.size());
            items_.push_back(std::move(*item));
            outcomes_.emplace_back();
        } else if (auto* passed = std::get_if<containers::Passed>(&found)) {
            outcomes_.push_back(outcome_of(std::move(*passed)));
        } else if (auto* refused = std::get_if<containers::Refused>(&found)) {
            outcomes_.push_back({What::bad, {}, {}, {}, {}, std::move(refused->sentence)});
        }
    }

    [[nodiscard]] bool full() const { return outcomes_.size() >= most_items || bytes_ >= most_bytes; }

    void read(const pages::ReadOptions& options, int jobs, const std::function<void(PageOutcome&&)>& take) {
        for_each(items_.size(), jobs,
                 [&](std::size_t i) { outcomes_[places_[i]] = outcome_of(items_[i], options); });
        for (PageOutcome& outcome : outcomes_) take(std::move(outcome));
        *this = Batch();
    }

  private:
    std::vector<containers::Item> items_;
    std::vector<std::size_t> places_;  // of the items, in outcomes_
    std::vector<PageOutcome> outcomes_;
    std::size_t bytes_ = 0;
};

}  // namespace

void read_all(containers::Sources& sources, const pages::ReadOptions& options, int jobs,
              const std::function<void(PageOutcome&&)>& take) {
    Batch batch;
    while (auto found = sources.next()) {
        batch.add(std::move(*found));
        if (batch.full()) batch.read(options, jobs, take);
    }
    batch.read(options, jobs, take);
}

}  // namespace hexapla
