#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "containers/sources.hpp"
#include "pages/page_kind.hpp"
#include "pages/read_page.hpp"

namespace hexapla {

/// What became of one thing that was found in the sources.
struct PageOutcome {
    enum class What {
        article,   ///< read
        left_out,  ///< no article, and no fault
        bad,       ///< cannot be read
    };
    What what = What::bad;
    pages::PageReading reading;  ///< of an article
    std::string place;
    std::string url;
    std::string kind;    ///< what is left out: "gallery", "no page" …
    std::string reason;  ///< a sentence, where it is bad or left out
};

/// Reads all pages of the sources, several at a time (`jobs` threads; 0: one a core), and hands over what
/// became of each, in the order of the sources. A few pages are in memory at a time, however many there are.
void read_all(containers::Sources& sources, const pages::ReadOptions& options, int jobs,
              const std::function<void(PageOutcome&&)>& take);

}  // namespace hexapla
