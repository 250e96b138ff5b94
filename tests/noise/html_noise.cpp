#include "html_noise.hpp"

namespace {

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else {
            out += c;
        }
    }
    return out;
}

void insert(HtmlPage& page, Chance& chance, const std::string& element) {
    const std::size_t at = 1 + chance.below(page.body.size() - 1);
    page.body.insert(page.body.begin() + static_cast<std::ptrdiff_t>(at), element);
}

/// One element for each of the layouts.
HtmlNoise within(const std::string& until_2022, const std::string& since_2022) {
    return [=](HtmlPage& page, Chance& chance) {
        insert(page, chance, page.since_2022 ? since_2022 : until_2022);
    };
}

HtmlNoise behind(const std::string& until_2022, const std::string& since_2022) {
    return [=](HtmlPage& page, Chance&) {
        (page.since_2022 ? page.below : page.behind) += page.since_2022 ? since_2022 : until_2022;
    };
}

}  // namespace

HtmlPage plain_page(const Story& story, bool since_2022) {
    HtmlPage page;
    page.since_2022 = since_2022;
    for (const Story::Block& block : story.body) {
        const std::string tag = block.subhead ? "h2" : "p";
        page.body.push_back("<" + tag + ">" + escaped(block.text) + "</" + tag + ">");
    }
    return page;
}

std::string html_of(const HtmlPage& page, const Story& story) {
    const std::string body = join(page.body, "\n");
    const std::string header = join(page.header, "\n");
    const std::string headline = escaped(story.headline);
    const std::string lead = escaped(story.lead);
    if (page.since_2022) {
        return "<!doctype html><html><head><meta charset=utf-8><title>" + headline +
               " – DW – 23.02.2016</title></head><body>" + page.above +
               "<article><div class='content-area sc-a'><header><h1>" + headline + "</h1>" + header +
               "<p class=teaser-text>" + lead + "</p></header><div class=rich-text>" + body + "</div>" +
               page.behind + "</div></article>" + page.below + "</body></html>";
    }
    return "<!DOCTYPE html><html><head><meta charset=utf-8><title>" + escaped(story.title) +
           "</title></head><body>" + page.above + "<div id=bodyContent><div class=col3><h1>" + headline +
           "</h1>" + header + "<p class=intro>" + lead + "</p><div class=group><div class=longText>" + body +
           "</div></div>" + page.behind + "</div>" + page.below + "</div></body></html>";
}

const std::map<std::string, HtmlNoise>& html_noises() {
    static const std::map<std::string, HtmlNoise> noises = {
        {"nothing", [](HtmlPage&, Chance&) {}},
        {"picture", within("<div class='picBox rechts'><a class=overlayLink href='#'><img "
                           "alt=default></a><p>A heron at dawn</p></div>",
                           "<figure class=placeholder-image><img alt=''><figcaption>A heron at "
                           "dawn<small>Image: A. Nobody/agency</small></figcaption></figure>")},
        {"gallery",
         within("<div class=gallery><h2>Herons</h2><p>A heron sleeps on one leg.</p></div>",
                "<div class=image-gallery><h2>Herons</h2><p>A heron sleeps on one leg.</p></div>")},
        {"video", within("<div class='col2'><h2>Watch</h2><p>This film has no words.</p></div>",
                         "<div class='vjs-wrapper embed big'><video></video><h2>Watch</h2><p>This browser "
                         "does not support the video element.</p></div>")},
        {"advertising", within("<div class=adsContainer><div class=adHeadline>Advertisement</div></div>",
                               "<div class=rich-text-ad><p>Advertisement</p></div>")},
        {"widget", within("<div class='basicTeaser'><h2>Vote</h2><p>Whose herons are these?</p></div>",
                          "<div class=dw-widget><h3>Vote</h3><p>Whose herons are these?</p></div>")},
        {"post of a network",
         within("<div class=news><p>Herons! pic.example.org/x</p></div>",
                "<blockquote class=twitter-tweet><p>Herons! pic.example.org/x</p></blockquote>")},
        {"script and style", within("<script>document.write('<p>Herons</p>')</script><style>p{}</style>",
                                    "<script>document.write('<p>Herons</p>')</script><style>p{}</style>")},
        {"comment", within("<!-- <p>Herons were here.</p> -->", "<!-- <p>Herons were here.</p> -->")},
        {"empty paragraphs", within("<p>&nbsp;</p><p></p><p> </p>", "<p>&nbsp;</p><p><br></p><p> </p>")},
        {"form", within("<form><p>Write to us about herons.</p><input></form>",
                        "<form><p>Write to us about herons.</p></form>")},
        {"line to read more", within("<p>Read more: <a href=/x>Herons counted twice</a></p>",
                                     "<p>Read more: <a href=/x>Herons counted twice</a></p>")},
        {"newsletter plug", within("<p>Every day, DW's editors send out a selection of the day's hard news "
                                   "and more. <a href=/n>Sign up</a>.</p>",
                                   "<p>Every day, DW's editors send out a selection of the day's hard news "
                                   "and more. <a href=/n>Sign up</a>.</p>")},
        {"aside", within("<aside><p>Herons are large birds.</p></aside>",
                         "<aside><p>Herons are large birds.</p></aside>")},
        {"share bar",
         [](HtmlPage& page, Chance&) {
             page.header.emplace_back(
                 page.since_2022 ? "<div class=sharing><button>Share</button></div>"
                                 : "<div id=sharing-bar><a class=sharing-item href=/s>Facebook</a></div>");
         }},
        {"authors and date",
         [](HtmlPage& page, Chance&) {
             if (page.since_2022)
                 page.header.emplace_back(
                     "<div class=author-details><a class=author href=/o>Oda "
                     "Brink</a><time>02/23/2016</time></div>");
         }},
        {"related boxes", behind("<div class='linkList intern'><h2>DW recommends</h2><p>Herons counted "
                                 "twice. All of them.</p></div>",
                                 "<section data-tracking-name=related><h2>Explore more</h2><p>Herons counted "
                                 "twice. All of them.</p></section>")},
        {"label list", behind("<ul class=smallList><li><strong>Date</strong> "
                              "23.02.2016</li><li><strong>Author</strong> Oda Brink</li></ul>",
                              "<section data-tracking-name=topics><a href=/h>Herons</a></section>")},
        {"right column", behind("<div class='col1 dim'><h4>Herons</h4><p>The most read of the week. It is "
                                "about herons.</p></div>",
                                "<aside><h4>Herons</h4><p>The most read of the week.</p></aside>")},
        {"menus around",
         [](HtmlPage& page, Chance&) {
             page.above +=
                 "<ol id=quickjump><li><a href='#b'>Inhalt</a></li></ol><nav><ul><li><a "
                 "href=/h>Herons</a></li></ul></nav>";
             page.below += "<footer><p>© 2016 Deutsche Welle. All herons reserved.</p></footer>";
         }},
        {"tags in capitals",
         [](HtmlPage& page, Chance&) {
             for (std::string& element : page.body) {
                 if (element.starts_with("<p>") && element.ends_with("</p>"))
                     element = "<P>" + element.substr(3, element.size() - 7) + "</P>";
             }
         }},
        {"paragraphs never closed",
         [](HtmlPage& page, Chance&) {
             for (std::string& element : page.body) {
                 if (element.ends_with("</p>")) element.resize(element.size() - 4);
             }
         }},
        {"words in elements",
         [](HtmlPage& page, Chance&) {
             for (std::string& element : page.body) {
                 const std::size_t space = element.find(' ');
                 if (element.starts_with("<p>") && space != std::string::npos && space > 3 &&
                     element[3] != '<')
                     element = "<p><span><a href=/x>" + element.substr(3, space - 3) + "</a></span>" +
                               element.substr(space);
             }
         }},
        {"characters by number",
         [](HtmlPage& page, Chance&) {
             for (std::string& element : page.body) {
                 std::string out;
                 for (const char c : element) {
                     if (c == '"') {
                         out += "&#34;";
                     } else {
                         out += c;
                     }
                 }
                 element = out;
             }
         }},
    };
    return noises;
}
