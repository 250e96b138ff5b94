#include "align/srx_export.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "align/sentence_rules.hpp"
#include "align/srx_classes.hpp"
#include "align/srx_language.hpp"

namespace align {
namespace {

using srx::any_of;
using srx::capital;
using srx::closers;
using srx::next;
using srx::openers;
using srx::space;

constexpr std::string_view kept_name = "Hexapla: all languages, kept together";
constexpr std::string_view cut_name = "Hexapla: all languages, cut";

/// What keeps text together in every language, and the ends of paragraphs.
SrxLanguageRule rules_that_keep() {
    SrxLanguageRule made{std::string(kept_name), {}};
    const auto add = [&](bool breaks, std::string before, std::string after) {
        made.rules.push_back({breaks, std::move(before), std::move(after), {}});
    };
    const std::string stops = ".…۔" + srx::mark_signs;
    add(true, R"([\n\u0085\u2028\u2029])", "");
    // Items of a list that run on, by their look alone.
    const std::string number = R"((?:[0-9]{1,2}\.?|[a-z])\))";
    add(true, R"([^(\p{Z},;])" + next(space + number + space) + R"((?<!\([^)]{0,60}))", next(space));
    add(true, R"([^\p{Z},;])", next(space + "[•‣⁃▪●]" + space + R"(?[\p{L}\p{N}])"));
    add(false, R"((?<!\([^)]{0,60})(?<![)" + srx::word_signs + R"(])[0-9]{1,2}\.\))", next(space));
    add(true, "[.!?]", next(space + R"(\([a-z0-9]\))" + space));
    // Nothing is said yet.
    add(false, R"(^[^\p{L}\p{N}]{0,40})", "");
    // The stop of a name in the net, or a pause, within a word.
    add(false, "[.…۔]", R"((?=[\p{Nd}\p{Ll}]))");
    add(false, "．", "(?=[" + srx::word_signs + "])");
    // A comma follows, or another stop.
    add(false, "", next(space + R"({0,3}[,:\u060C\u3001\uFF0C\uFF1A\uFE50\uFE55])"));
    add(false, "", next(space + "?[" + stops + "](?![" + srx::word_signs + R"(\p{Ps}\p{Pi}]))"));
    // "(!)", but for what is left out before a capital: "[…]".
    add(false, R"(\p{Ps}[)" + srx::mark_signs + R"(]{1,3}\p{Pe})", "");
    add(false, R"(\p{Ps}[.…)" + srx::mark_signs + R"(]{1,3}\p{Pe})", "(?!" + space + "{1,3}" + capital + ")");
    add(false, "", next(space + "{0,3}" + openers + R"(\p{Ll})"));
    return made;
}

/// What ends sentences in every language.
SrxLanguageRule rules_that_cut() {
    SrxLanguageRule made{std::string(cut_name), {}};
    const auto add = [&](bool breaks, std::string before, std::string after) {
        made.rules.push_back({breaks, std::move(before), std::move(after), {}});
    };
    const std::string closed = closers + "{0,4}";
    const std::string marks =
        "[.…" + srx::mark_signs + "]{0,6}[" + srx::mark_signs + "][.…" + srx::mark_signs + "]{0,6}";
    add(true, marks + closed, "");
    add(true, any_of(R"(…[.…]{0,6}|\.[.…]{1,6}|\.(?:)" + space + R"(\.){1,4})") + closed,
        next(space + "{1,3}" + openers + R"([\p{Lu}\p{Lt}\p{Nd}])"));
    add(true, "۔" + closed, "");
    const std::string period = R"((?<![.…])[.．\uFE52](?![.…]))";
    add(true, period + closed,
        next(space + "{1,3}" + openers + R"([\p{Lu}\p{Lt}\p{Lo}\p{Nd})" + srx::other_signs + "]"));
    add(true, period + closers + "{1,4}", next(openers + capital));
    // A space was forgotten.
    add(true, "(?<![" + srx::word_signs + R"(.@/_’'\-])\p{L}\p{Ll}{2,30}\.)",
        R"((?=\p{Lu}\p{Ll}[\p{L}\p{M}]{0,40}(?![)" + srx::word_signs + R"(.@/_\-])))");
    add(true, "(?<![" + srx::word_signs + R"(.@/_’'\-])(?:\p{Lo}\p{M}{0,2}){3,30}\.)",
        R"((?=(?:\p{Lo}\p{M}{0,2}){3,40}(?![)" + srx::word_signs + R"(.@/_\-])))");
    return made;
}

/// The tags that a version goes by in CAT tools, which match patterns in any case of letters or say (?i).
std::string language_pattern(std::string_view tag) {
    if (tag == "pt") return "(?i)pt([-_](?!br).*)?";
    if (tag == "pt-BR") return "(?i)pt[-_]br";
    if (tag == "sr") return "(?i)sr([-_](?!cyrl).*)?";
    if (tag == "sr-Cyrl") return "(?i)sr[-_]cyrl.*";
    if (tag == "zh-Hans") return "(?i)zh([-_](?!hant|tw|hk|mo).*)?";
    if (tag == "zh-Hant") return "(?i)zh[-_](hant|tw|hk|mo).*";
    if (tag == "fa") return "(?i)fa([-_](?!af).*)?";
    if (tag == "prs") return "(?i)(prs([-_].*)?|fa[-_]af)";
    return "(?i)" + std::string(tag) + "([-_].*)?";
}

}  // namespace

std::vector<std::string> languages_with_lists() {
    std::vector<std::string> tags;
    for (const RulesList& list : rules_lists()) tags.emplace_back(list.tag);
    return tags;
}

SrxFile export_srx(const std::vector<std::string>& languages) {
    SrxFile file;
    file.cascade = true;
    file.rules.push_back(rules_that_keep());
    file.maps.push_back({".*", std::string(kept_name), {}});
    for (const std::string& tag : languages) {
        const auto lists = rules_lists();
        const auto list =
            std::find_if(lists.begin(), lists.end(), [&](const RulesList& each) { return each.tag == tag; });
        if (list == lists.end()) throw std::invalid_argument("export_srx: no list of '" + tag + "'");
        const std::string name = "Hexapla: " + tag;
        file.rules.push_back(srx_of_list(name, *list));
        file.maps.push_back({language_pattern(tag), name, {}});
    }
    file.rules.push_back(rules_that_cut());
    file.maps.push_back({".*", std::string(cut_name), {}});
    return file;
}

std::vector<std::string> srx_leaves_out() {
    return {
        "items of lists within a paragraph (1) … 2) …): they are told by their look, not counted",
        "whether a straight quotation mark opens or closes, which is told by how many stand before it",
        "where the sentence before began, but for what its left side tells",
        "the longest of several abbreviations that end at one place: the first rule decides",
        "what Unicode's rules say where no other rule does",
    };
}

}  // namespace align
