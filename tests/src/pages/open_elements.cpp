#include "pages/open_elements.hpp"

#include <gumbo.h>

#include <random>
#include <string>
#include <utility>

#include "catch.hpp"
#include "errors.hpp"
#include "pages/html_limits.hpp"

using pages::OpenElements;

namespace {

/// The elements open behind tags such as "div /span br/".
OpenElements after(std::string_view tags) {
    OpenElements open;
    while (!tags.empty()) {
        std::string_view tag = tags.substr(0, tags.find(' '));
        tags.remove_prefix(std::min(tag.size() + 1, tags.size()));
        if (tag.starts_with('/')) {
            open.end(tag.substr(1));
        } else {
            const bool closed = tag.ends_with('/');
            if (closed) tag.remove_suffix(1);
            open.start(tag, 0, closed);
        }
    }
    return open;
}

std::size_t depth(std::string_view tags) { return after(tags).depth(); }

/// The depth of gumbo's tree.
std::size_t depth_by_gumbo(const std::string& html) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    GumboOutput* output = gumbo_parse_with_options(&options, html.data(), html.size());
    std::size_t deepest = 0;
    std::vector<std::pair<const GumboNode*, std::size_t>> open = {{output->root, 1}};
    while (!open.empty()) {
        const auto [node, level] = open.back();
        open.pop_back();
        if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) continue;
        deepest = std::max(deepest, level);
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-union-access): told apart by its type above
        const GumboVector& children = node->v.element.children;
        for (unsigned i = 0; i < children.length; ++i) {
            open.emplace_back(static_cast<const GumboNode*>(children.data[i]), level + 1);
        }
    }
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return deepest;
}

bool exceeds(const std::string& html, std::size_t depth) {
    try {
        pages::check_html_limits(html, "page.html", {depth, 1000, 1'000'000});
        return false;
    } catch (const hexapla::InputError&) {
        return true;
    }
}

}  // namespace

TEST_CASE("end tags close what they name, and all in it") {
    CHECK(depth("div span div") == 3);
    CHECK(depth("div span /span /div") == 0);
    CHECK(depth("div section nav /div") == 0);
    CHECK(depth("br img input hr") == 0);
    CHECK(depth("h2 /h3") == 0);
}

TEST_CASE("an end tag that does not fit closes nothing") {
    CHECK(depth("div /section /p /td /span") == 1);
    CHECK(depth("span div /span") == 2);
    CHECK(depth("div table /div") == 2);
    CHECK(depth("form div /form") == 1);
}

TEST_CASE("elements whose end tags may be left out close each other") {
    CHECK(depth("p p p") == 1);
    CHECK(depth("p div") == 1);
    CHECK(depth("ul li li li") == 2);
    CHECK(depth("ul li ul li") == 4);
    CHECK(depth("dl dt dd dt") == 2);
    CHECK(depth("table tr td td tr td") == 3);
    CHECK(depth("table tr td table tr td") == 6);
    CHECK(depth("td td tr") == 0);
    CHECK(depth("select option option") == 2);
}

TEST_CASE("what formats text begins anew behind the block that it was left open in") {
    CHECK(depth("b i /b") == 1);
    CHECK(depth("p b /p") == 1);
    CHECK(after("p b i /p").remade() == 2);
    CHECK(after("b div /b").remade() == 0);
    CHECK(depth("b div /b") == 1);
    CHECK(depth("a a a") == 1);
    CHECK(after("b table tr td").remade() == 0);
}

TEST_CASE("in drawings a tag may close itself, and HTML ends them") {
    CHECK(depth("svg path/ g/") == 1);
    CHECK(depth("div/ div/") == 2);
    CHECK(depth("svg g div") == 1);
    CHECK(after("svg g").in_foreign());
    CHECK_FALSE(after("svg desc div").in_foreign());
    CHECK(after("div").is_raw("style"));
    CHECK_FALSE(after("svg").is_raw("style"));
    CHECK_FALSE(after("select").is_raw("title"));
}

TEST_CASE("tags at random are never nested much deeper than is counted") {
    const std::vector<std::string> names = {"div",      "span",  "p",  "b",    "a",    "li",
                                            "ul",       "td",    "tr", "svg",  "path", "select",
                                            "textarea", "table", "h2", "form", "font"};
    std::mt19937 random(20130610);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    for (int round = 0; round < 300; ++round) {
        std::string pattern;
        for (std::size_t i = 2 + below(6); i > 0; --i) {
            const std::string& name = names[below(names.size())];
            const std::size_t form = below(6);
            pattern += (form > 3 ? "</" : "<") + name + (form == 0 ? "/>" : ">") + (form == 1 ? "x" : "");
        }
        std::string html;
        for (int i = 0; i < 60; ++i) html += pattern;
        INFO(pattern);
        // The reader adds html, body, and rows and bodies of tables.
        const std::size_t real = depth_by_gumbo(html);
        if (real > 10) CHECK(exceeds(html, (real - 8) / 2));
    }
}
