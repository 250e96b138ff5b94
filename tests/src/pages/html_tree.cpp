#include "pages/html_tree.hpp"

#include "catch.hpp"

using pages::find_all;
using pages::find_first;
using pages::HtmlNode;
using pages::HtmlTree;
using pages::text_of;

namespace {

std::string text(const std::string& html) { return text_of(HtmlTree(html).root()); }

}  // namespace

TEST_CASE("elements are found by tag, class, id and attribute") {
    const HtmlTree tree(
        "<div id=top class='a  b'><p class=a>one<p class='b c'>two<h1 data-x>three</h1></div>");
    const auto found = [&](const char* selector) { return text_of(find_first(tree.root(), selector)); };
    CHECK(found("p") == "one");
    CHECK(found("p.b") == "two");
    CHECK(found(".b.c") == "two");
    CHECK(found("[data-x]") == "three");
    CHECK(found("#top") == "onetwothree");
    CHECK(find_all(tree.root(), ".a").size() == 2);
    CHECK(find_all(tree.root(), "*.a").size() == 2);
    CHECK_FALSE(find_first(tree.root(), "p.d"));
    CHECK_FALSE(find_first(tree.root(), "p#top"));
    const HtmlNode heading = find_first(tree.root(), "h1");
    CHECK(pages::find_above(heading, "#top").tag() == "div");
    CHECK_FALSE(pages::find_above(heading, "article"));
}

TEST_CASE("none is found in none") {
    CHECK_FALSE(find_first(HtmlNode(), "p"));
    CHECK(find_all(HtmlNode(), "p").empty());
    CHECK(text_of(HtmlNode()).empty());
    CHECK(HtmlNode().attribute("class").empty());
    CHECK_FALSE(HtmlNode().parent());
    CHECK_FALSE(HtmlTree("").root().parent());
}

TEST_CASE("text keeps the spaces between inline tags, and one for each run of white space") {
    CHECK(text("<p>one <a>two</a>, <em>three</em>\n\t four<b>s</b>") == "one two, three fours");
    CHECK(text("<p>one<br>two<br/>three") == "one two three");
    CHECK(text("<p>a&nbsp;&nbsp;b &amp; c&#8217;s &lt;d&gt; &nonsense;") ==
          "a\u00A0\u00A0b & c’s <d> &nonsense;");
    CHECK(text("<p>H<sub>2</sub>O<wbr>x<!-- no -->y") == "H2Oxy");
}

TEST_CASE("what is not shown is no text") {
    CHECK(text("<title>no</title><p>yes<script>no</script><style>no</style><svg><title>no</title></svg>") ==
          "yes");
    CHECK(text("<video>no</video><template>no</template><textarea>no</textarea>yes") == "yes");
}

TEST_CASE("a walk passes over what it is told to and leaves all that it entered") {
    const HtmlTree tree("<div><p><b>x</b></p><ul><li>y</ul></div>");
    std::string log;
    pages::walk(
        find_first(tree.root(), "div"),
        [&](HtmlNode node) {
            if (node.is_element()) log += '+' + std::string(node.tag());
            return node.is_element() && node.tag() != "ul";
        },
        [&](HtmlNode node) { log += '-' + std::string(node.tag()); });
    CHECK(log == "+div+p+b-b-p+ul-div");
}

TEST_CASE("malformed tags give a tree all the same") {
    CHECK(text("<p>one<b>two<p>three</b>four</i></div>") == "onetwothreefour");
    CHECK(text("<p class=\"never closed>text</p>").empty());
    CHECK(text("<table><p>out</p><td>in</table>") == "outin");
    CHECK(text("<p>before<!-- never closed <p>after") == "before");
    CHECK(text("").empty());
}
