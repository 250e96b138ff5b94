#include "align/srx_language.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "align/srx_classes.hpp"
#include "align/unicode.hpp"

namespace align {
namespace {

using srx::any_of;
using srx::capital;
using srx::dashes;
using srx::next;
using srx::openers;
using srx::space;
using srx::word_begins;
using srx::word_ends;

constexpr std::string_view urdu_stop = "۔";

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) all.append(all.empty() ? "" : "|").append(part);
    return all;
}

bool is_capital(char32_t c) { return sentence_break(c) == SentenceBreak::upper; }

/// The pattern of a form: spaces may stand behind its stops, and its first letter may be a capital.
std::string form_pattern(std::string_view form, bool either_case = true) {
    std::string pattern;
    bool behind_stop = false;
    for (std::size_t at = 0; at < form.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(form, at);
        const std::string sign(form.substr(begin, at - begin));
        if (is_space(c)) {
            if (!behind_stop) pattern += R"(\p{Z})";
            continue;
        }
        if (behind_stop) pattern += R"(\p{Z}?)";
        behind_stop = c == U'.' || sign == urdu_stop;
        if (behind_stop) {
            pattern += sign == urdu_stop ? "[.۔]" : R"(\.)";
        } else if (either_case && begin == 0 && with_capital_initial(sign) != sign) {
            pattern += "[" + sign + with_capital_initial(sign) + "]";
        } else if (std::string_view(R"(\^$|?*+()[]{})").find(sign) != std::string_view::npos) {
            pattern += R"(\)" + sign;
        } else {
            pattern += sign;
        }
    }
    return pattern;
}

/// True where the last word of a form has a capital.
bool ends_with_capital(std::string_view form) {
    const std::size_t last = form.rfind(' ') + 1;  // 0 where none is found
    for (std::size_t at = last; at < form.size();) {
        if (is_capital(next_code_point(form, at))) return true;
    }
    return false;
}

/// Forms of more than one word come before those of one, which they may end with.
bool has_parts(std::string_view form) {
    const std::string key = form_key(form);
    return key.size() < form.size() || key.find('.') + 1 < key.size();
}

/// Makes the rules of one list.
class Maker {
  public:
    Maker(std::string_view name, const RulesList& list) : tag_(list.tag) {
        made_.name = name;
        read(list.text);
    }

    SrxLanguageRule make() {
        add_marked_names();
        add_list_numbers();
        add_inside_abbreviations();
        const std::string number_next =
            next(openers + any_of(R"(\p{Nd}|(?:[IVXLCDM]{1,9}|)" + capital + ")" + word_ends));
        for (const bool parts : {true, false}) {
            add_companies(forms("company", parts));
            add_final(forms("final", parts));
            keep(abbreviations("inner", parts), "");
            add_month_abbreviations(parts);
            keep(abbreviations("number", parts), number_next);
            keep(abbreviations("title", parts), "");
            keep(abbreviations("letter", parts), next(openers + R"(\p{Lo})"));
            add_units(abbreviations("unit", parts));
        }
        add_streets();
        add_initials();
        add_acronyms();
        add_ordinals();
        add_attributions();
        add_own_marks();
        return std::move(made_);
    }

  private:
    void read(std::string_view list) {
        while (!list.empty()) {
            const std::size_t end = std::min(list.find('\n'), list.size());
            const std::string_view line = list.substr(0, end);
            list.remove_prefix(std::min(end + 1, list.size()));
            const std::size_t tab = line.find('\t');
            if (line.empty() || line.front() == '#' || tab == std::string_view::npos) continue;
            listed_[std::string(line.substr(0, tab))].emplace_back(line.substr(tab + 1));
        }
    }

    void add(bool breaks, std::string before, std::string after) {
        made_.rules.push_back({breaks, std::move(before), std::move(after), {}});
    }
    /// A rule that keeps the text together; one with nothing before it is none.
    void keep(const std::string& before, const std::string& after) {
        if (!before.empty()) add(false, before, after);
    }
    void cut(const std::string& before, const std::string& after) {
        if (!before.empty()) add(true, before, after);
    }

    [[nodiscard]] const std::vector<std::string>& all(const std::string& kind) { return listed_[kind]; }
    bool nouns_are_capital() { return !all("nouns").empty(); }
    std::vector<std::string> forms(const std::string& kind, bool parts) {
        std::vector<std::string> found;
        for (const std::string& form : all(kind)) {
            if (form_key(form).back() == '.' && has_parts(form) == parts) found.push_back(form);
        }
        return found;
    }
    static std::string pattern_of(const std::vector<std::string>& of, bool either_case = true) {
        std::vector<std::string> patterns;
        for (const std::string& form : of) patterns.push_back(form_pattern(form, either_case));
        return of.empty() ? "" : word_begins + any_of(joined(patterns));
    }
    std::string abbreviations(const std::string& kind, bool parts) { return pattern_of(forms(kind, parts)); }

    /// The words of a kind, whole; a pattern that nothing matches where there are none.
    std::string words(const std::string& kind) {
        std::vector<std::string> patterns;
        for (const std::string& form : all(kind)) {
            patterns.push_back(spelled(form));
        }
        return patterns.empty() ? "(?!)" : any_of(joined(patterns)) + word_ends;
    }

    /// "Yahoo! in", "E! News".
    void add_marked_names() {
        std::vector<std::string> ended;  // with their mark
        for (const std::string& name : all("exclaimed")) {
            for (std::size_t at = 0; at < name.size();) {
                if (sentence_break(next_code_point(name, at)) != SentenceBreak::end) continue;
                const std::string said = spelled(name.substr(0, at));
                const std::string rest = name.substr(at);
                std::size_t behind = 0;
                if (rest.empty()) {
                    ended.push_back(said);
                } else if (sentence_break(next_code_point(rest, behind)) != SentenceBreak::end) {
                    keep(name_begins(name) + said, next(spelled(rest)));
                }
            }
        }
        if (!ended.empty())
            keep(name_begins(ended.front()) + any_of(joined(ended)), "(?!" + openers + capital + ")");
    }
    /// In Chinese nothing stands between words.
    [[nodiscard]] std::string name_begins(const std::string& name) const {
        return script_of(name) == Script::han || tag_.starts_with("zh") ? "" : R"((?<![\p{L}\p{M}]))";
    }
    static std::string spelled(const std::string& text) {
        std::string pattern;
        for (const char c : text) {
            if (std::string_view(R"(\^$.|?*+()[]{})").find(c) != std::string_view::npos) pattern += '\\';
            pattern += c;
        }
        return pattern;
    }

    /// "1. First", "II. Second" where a sentence begins with it.
    void add_list_numbers() {
        const bool apart = !all("list-number").empty();
        const std::string numbers = apart ? "" : R"([0-9]{1,3}(?:\.[0-9]{1,3}){0,3}|)";
        keep(srx::sentence_begins + any_of(numbers + R"([IVXLCDM]{2,6}|\p{L})") + R"(\.\)?)", next(space));
        keep("[•‣⁃▪●]" + space + R"(?[0-9]{1,2}\.)", next(space));
    }

    /// "z." of "z. B.".
    void add_inside_abbreviations() {
        std::vector<std::string> parts;
        for (const char* const kind :
             {"company", "final", "inner", "letter", "month", "number", "title", "unit"}) {
            for (const std::string& form : all(kind)) {
                for (std::size_t stop = form.find('.'); stop < form.size() - 1;
                     stop = form.find('.', stop + 1)) {
                    std::string rest = form.substr(stop + 1);
                    rest = rest.substr(std::min(rest.find_first_not_of(' '), rest.size()));
                    parts.push_back(form_pattern(form.substr(0, stop + 1)) +
                                    next(space + "{0,2}" + plain_pattern(rest)));
                }
            }
        }
        if (!parts.empty()) keep(word_begins + any_of(joined(parts)), "");
    }
    /// As form_pattern, but for the first letter.
    static std::string plain_pattern(const std::string& form) { return form_pattern(form, false); }

    /// "etc.", "Inc.": a small abbreviation before a capital ends a sentence, and so does each of them before
    /// a word that begins sentences.
    void add_final(const std::vector<std::string>& of) {
        if (of.empty()) return;
        std::vector<std::string> with_capital;
        std::copy_if(of.begin(), of.end(), std::back_inserter(with_capital), ends_with_capital);
        const std::string any = pattern_of(of);
        keep(any, next(openers + R"([\p{Nd}\p{Lo}])"));
        keep(any, next(space + R"({1,3}\()"));
        keep(any, next(space + "{1,3}" + words("month")));
        add_openings(any);
        const std::string mistaken = pattern_of(mistakable(of), false);
        cut(mistaken, next(space + "{1,3}" + capital));
        if (with_capital.empty()) return;
        cut(R"([0-9][^\t\p{Z}]{0,8})" + space + "{1,2}" + pattern_of(with_capital),
            next(space + "{1,3}" + capital));
        keep(pattern_of(with_capital), capital_next());
    }

    /// "A.Ş.", "Ltd.": another one may follow; what begins with a capital is a sentence.
    void add_companies(const std::vector<std::string>& of) {
        if (of.empty()) return;
        const std::string any = pattern_of(of);
        keep(any, next(space + R"({1,3}[\p{Nd}(])"));
        keep(any, next(space + "{1,3}" + any_of(joined_forms(all("company")))));
        cut(any, next(space + "{1,3}" + capital));
    }
    static std::string joined_forms(const std::vector<std::string>& of) {
        std::vector<std::string> patterns;
        for (const std::string& form : of) patterns.push_back(form_pattern(form));
        return joined(patterns);
    }

    /// "Goethestr. 5".
    void add_streets() {
        if (all("street").empty()) return;
        keep(R"(\p{L}{2})" + any_of(joined_forms(all("street"))), next(space + R"({1,3}\p{Nd})"));
    }

    /// Small abbreviations that rules further down would take for something else: for another kind that they
    /// are listed as too, for an initial or an acronym.
    std::vector<std::string> mistakable(const std::vector<std::string>& of) {
        std::vector<std::string> found;
        for (const std::string& form : of) {
            const std::string key = form_key(form);
            bool other = has_parts(form) || count_code_points(key) == 2;
            for (const char* const kind : {"inner", "month", "number", "title", "unit"}) {
                const auto& listed = all(kind);
                other = other || std::find(listed.begin(), listed.end(), form) != listed.end();
            }
            if (other && !ends_with_capital(form)) found.push_back(form);
        }
        return found;
    }

    /// A capital that begins no word that begins sentences.
    std::string capital_next(const std::string& between = space + "{1,3}") {
        return next(between + no_starter() + capital);
    }
    std::string no_starter() { return all("starter").empty() ? "" : "(?!" + words("starter") + ")"; }

    /// "W 1956 r. Nowak", and "12 p.m. GMT".
    void add_openings(const std::string& forms) {
        keep(srx::sentence_begins + R"((?:(?:[^\t\p{Z}.!?…]{1,20}|\p{L}{1,3}\.))" + space + "){0,2}" + forms,
             capital_next());
        keep(R"([0-9][^\t\p{Z}]{0,8})" + space + "{1,2}" + forms,
             next(space + "{1,3}[A-Z]{2,5}" + word_ends));
    }

    void add_month_abbreviations(bool parts) {
        keep(abbreviations("month", parts), next(openers + R"(\p{Nd})"));
    }

    /// "317 mln osób", where no number stands before it, and where nouns have a capital:
    /// "2 Mrd. Euro".
    void add_units(const std::string& any) {
        if (any.empty()) return;
        keep(any, next(openers + "[" + srx::other_signs + "]"));
        add_openings(any);
        keep((nouns_are_capital() ? "" : "(?<![0-9IVX][^.!?…]{0,18})") + any, capital_next());
        if (nouns_are_capital()) keep(any, capital_next(openers));
    }

    /// "J. Smith", "А. С. Пушкин".
    void add_initials() {
        std::string begins = srx::token_begins;
        if (const auto& words_of_one_letter = all("word"); !words_of_one_letter.empty()) {
            std::vector<std::string> patterns;
            for (const std::string& form : words_of_one_letter) patterns.push_back(form_pattern(form));
            begins += "(?!" + joined(patterns) + ")";
        }
        keep(begins + R"(\p{Lo}\.)", next(openers + R"(\p{Lo})"));
        keep(begins + R"(\p{L}\.)", next(openers + capital + R"(\.)"));
        const std::string initial = begins + capital + R"(\.)";
        keep(initial, capital_next(openers));
        keep(initial, next(space + "{1,3}[" + srx::quote_signs + srx::dash_signs + "]") + "(?!" + openers +
                          capital + ")");
    }

    /// "U.S. Senate", "ए.के. शर्मा".
    void add_acronyms() {
        const std::string acronym = srx::token_begins + R"((?:(?:\p{L}|\p{Lo}[\p{Lo}\p{M}]{1,5})\.-?){1,5})" +
                                    R"((?:\p{L}|\p{Lo}[\p{Lo}\p{M}]{1,5})\.)";
        keep(acronym + srx::closers + "{0,2}", next(openers + R"(\p{Lo})"));
        keep(acronym, capital_next());
        keep(acronym, next(space + "{1,3}[" + srx::dash_signs + "]" + dashes + capital));
        keep(acronym, next(space + "{1,3}" + openers + R"(\p{Nd})"));
    }

    /// "17. November", "II. Svjetski rat", "17. 11. 2016".
    void add_ordinals() {
        const std::string day = "(?:[12]?[0-9]|3[01]|0[0-9])";
        keep(srx::token_begins + day + R"(\.)",
             next(space + R"({1,3}(?:(?:0?[1-9]|1[0-2])\.|(?:1[0-9]{3}|20[0-9]{2}|2100))" + word_ends + ")"));
        const auto& told = all("ordinal");
        if (told.empty() || told.front() != "yes") return;
        const std::string roman = srx::token_begins + R"([IVXLCDM]{2,8}\.)";
        const std::string number = srx::token_begins + any_of("[0-9]{1,6}|[IVXLCDM]{2,8}") + R"(\.)";
        keep(number, next(space + "{1,3}[" + srx::dash_signs + "]" + space + "?[0-9]"));
        keep(number, next(space + "{1,3}" + words("month")));
        keep(number, next(space + "{1,3}" + words("after-ordinal")));
        keep(nouns_are_capital() ? any_of(srx::token_begins + day + R"(\.|)" + roman) : roman,
             next(space + "{1,3}" + no_starter() + R"([\p{Lu}\p{Lt}\p{Lo}])"));
    }

    /// "“…？”一位居民问道。": a short sentence behind a quotation that ends with a verb of saying.
    void add_said() {
        if (all("said").empty()) return;
        std::vector<std::string> verbs;
        for (const std::string& form : all("said")) verbs.push_back(spelled(form));
        keep("[" + std::string(srx::mark_signs) + "]" + srx::closers + "{1,4}",
             next(space + R"({0,3}[^\p{Po}\p{Pi}\p{Pf}]{0,60})" + any_of(joined(verbs)) + "[" +
                  srx::mark_signs + ".]"));
    }

    /// A quotation that its attribution follows.
    void add_attributions() {
        add_said();
        if (all("attribution").empty()) return;
        const bool chinese = tag_.starts_with("zh");
        std::vector<std::string> said;
        for (const std::string& form : all("attribution")) said.push_back(form);
        keep("[" + srx::quote_signs + "]",
             next(space + "{0,3}" + any_of(joined(said)) + (chinese ? "" : word_ends)));
    }

    /// Stops that are stops in this language alone.
    void add_own_marks() {
        for (const std::string& mark : all("mark")) {
            if (mark == ";") {  // in Greek; within a word it belongs to an address or stands for a sign
                cut(R"([;\u037E])" + srx::closers + "{0,4}", next(space));
            } else {
                cut(spelled(mark) + "{1,2}" + srx::closers + "{0,4}", "");
            }
        }
        if (!all("quotes").empty()) {
            const std::string spaced = "[" + srx::mark_signs + "]" + space + "{1,2}”";
            cut(spaced, "");
            keep("[" + srx::mark_signs + "]", next(space + "{1,2}”"));
        }
        if (tag_ == "am") cut("፡፡" + srx::closers + "{0,4}", "");
        if (tag_ == "bn") cut("৷" + srx::closers + "{0,4}", "");
    }

    std::string_view tag_;
    std::map<std::string, std::vector<std::string>> listed_;
    SrxLanguageRule made_;
};

}  // namespace

SrxLanguageRule srx_of_list(std::string_view name, const RulesList& list) { return Maker(name, list).make(); }

}  // namespace align
