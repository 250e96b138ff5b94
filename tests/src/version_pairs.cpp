#include "version_pairs.hpp"

#include "catch.hpp"

using align::Document;
using hexapla::pairs_to_align;
using hexapla::StoryDocuments;
using Places = std::vector<std::pair<std::size_t, std::size_t>>;

namespace {

const Document document = align::document_of_lines("en", {"One."});

}  // namespace

TEST_CASE("few versions are aligned each with each") {
    CHECK(pairs_to_align({StoryDocuments(3, &document)}) == Places{{0, 1}, {0, 2}, {1, 2}});
    CHECK(pairs_to_align({{&document, nullptr, &document}, {nullptr, &document, &document}}) ==
          Places{{0, 2}, {1, 2}});
    CHECK(pairs_to_align({}).empty());
}

TEST_CASE("many versions of many stories are aligned with the first that a story has") {
    std::vector<StoryDocuments> stories(hexapla::most_aligned / 3, StoryDocuments(3, &document));
    CHECK(pairs_to_align(stories).size() == 3);
    stories.push_back(StoryDocuments(3, &document));
    CHECK(pairs_to_align(stories) == Places{{0, 1}, {0, 2}});
    stories.push_back({nullptr, &document, &document});
    CHECK(pairs_to_align(stories) == Places{{0, 1}, {0, 2}, {1, 2}});
}
