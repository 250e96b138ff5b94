#include "align/sentence_rules.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <stdexcept>
#include <utility>

#include "align/unicode.hpp"

namespace align {
namespace {

constexpr std::array<std::pair<std::string_view, FormKind>, 15> kinds = {{
    {"title", FormKind::title},
    {"inner", FormKind::inner},
    {"final", FormKind::final},
    {"number", FormKind::number},
    {"unit", FormKind::unit},
    {"month", FormKind::month},
    {"after-ordinal", FormKind::after_ordinal},
    {"exclaimed", FormKind::exclaimed},
    {"attribution", FormKind::attribution},
    {"starter", FormKind::starter},
    {"word", FormKind::word},
    {"letter", FormKind::letter},
    {"company", FormKind::company},
    {"street", FormKind::street},
    {"said", FormKind::said},
}};

std::optional<FormKind> kind_named(std::string_view name) {
    const auto* const found =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.first == name; });
    return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

/// Kinds whose forms are read together with the stop that they end with.
bool ends_with_stop(FormKind kind) {
    return kind == FormKind::title || kind == FormKind::inner || kind == FormKind::final ||
           kind == FormKind::number || kind == FormKind::unit || kind == FormKind::letter ||
           kind == FormKind::company || kind == FormKind::street;
}

bool begins_with_capital(std::string_view text) {
    std::size_t at = 0;
    return !text.empty() && sentence_break(next_code_point(text, at)) == SentenceBreak::upper;
}

/// A sign that Unicode's rules give no part in sentences.
bool may_be_mark(std::string_view form) {
    std::size_t end = 0;
    return sentence_break(next_code_point(form, end)) == SentenceBreak::other && end == form.size();
}

bool holds_mark(std::string_view form) {
    for (std::size_t at = 0; at < form.size();) {
        if (sentence_break(next_code_point(form, at)) == SentenceBreak::end) return true;
    }
    return false;
}

}  // namespace

std::string_view name_of(FormKind kind) {
    for (const auto& [name, known] : kinds) {
        if (known == kind) return name;
    }
    return {};
}

std::string form_key(std::string_view text) {
    constexpr char32_t urdu_stop = U'\u06D4';
    std::string key;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(text, at);
        if (c == urdu_stop) {
            key += '.';
        } else if (!is_space(c)) {
            key += text.substr(begin, at - begin);
        }
    }
    return key;
}

SentenceRules::SentenceRules(std::string file, std::string_view list) : file_(std::move(file)) {
    std::size_t number = 0;
    bool ordinals_told = false;
    std::set<std::string_view> listed;
    const auto refuse = [&](const std::string& why) {
        throw std::invalid_argument(file_ + ":" + std::to_string(number) + ": " + why);
    };
    const auto refuse_again = [&](std::string_view form) {
        refuse(std::string("'").append(form).append("' is listed already; take one of the two out"));
    };
    while (!list.empty()) {
        ++number;
        const std::size_t end = std::min(list.find('\n'), list.size());
        const std::string_view line = list.substr(0, end);
        list.remove_prefix(std::min(end + 1, list.size()));
        if (line.empty() || line.front() == '#') continue;
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) refuse("no tab; a line is a kind, a tab and a form");
        const std::string_view name = line.substr(0, tab);
        const std::string_view form = line.substr(tab + 1);
        if (form.empty() || trim(form) != form || form.find('\t') != std::string_view::npos)
            refuse("the form is empty or has a tab or white space around it");
        if (find_malformed(form) || compose(form) != form) refuse("the form is not UTF-8 in normal form C");
        if (const Setting* const setting = setting_named(name)) {
            if (form != setting->value || this->*setting->holds)
                refuse(std::string(name) + " stands at most once, with " + std::string(setting->value));
            this->*setting->holds = true;
        } else if (name == "ordinal") {
            if (ordinals_told || (form != "yes" && form != "no"))
                refuse("'ordinal' stands once, with 'yes' or 'no'");
            ordinals_told = true;
            ordinals_ = form == "yes";
        } else if (name == "mark") {
            if (!may_be_mark(form)) refuse("a form of kind 'mark' is one sign, no letter, stop or bracket");
            std::size_t at = 0;
            const char32_t sign = next_code_point(form, at);
            if (is_mark(sign)) refuse_again(form);
            marks_ += sign;
        } else if (const auto kind = kind_named(name)) {
            if (*kind == FormKind::exclaimed && !holds_mark(form))
                refuse("a form of kind 'exclaimed' holds a mark that ends sentences");
            if (ends_with_stop(*kind) && form_key(form).back() != '.')
                refuse("a form of kind '" + std::string(name) + "' ends with its full stop");
            if (!listed.insert(line).second) refuse_again(form);
            add(*kind, form, number);
        } else {
            refuse("'" + std::string(name) + "' is no kind of form; README.md beside the list names them");
        }
    }
}

const SentenceRules::Setting* SentenceRules::setting_named(std::string_view name) {
    static constexpr std::array<Setting, 4> settings = {{
        {"list-number", "apart", &SentenceRules::list_numbers_apart_},
        {"ellipsis", "ends", &SentenceRules::ends_with_ellipsis_},
        {"nouns", "capital", &SentenceRules::nouns_capital_},
        {"quotes", "fixed", &SentenceRules::quotes_fixed_},
    }};
    const auto* const found = std::find_if(settings.begin(), settings.end(),
                                           [&](const Setting& setting) { return setting.name == name; });
    return found == settings.end() ? nullptr : found;
}

void SentenceRules::add(FormKind kind, std::string_view form, std::size_t line) {
    const std::string key = form_key(form);
    forms_[key].push_back({kind, key, line});
    if (kind == FormKind::attribution) attributions_.push_back({kind, std::string(form), line});
    if (kind == FormKind::said) said_.push_back({kind, std::string(form), line});
    if (kind == FormKind::street) streets_.push_back({kind, std::string(form), line});
    if (kind == FormKind::exclaimed) add_marked_name(form, forms_[key].back());
    if (key.back() != '.') return;
    std::size_t words = 0;
    for (std::size_t begin = 0; begin < form.size();) {
        constexpr std::string_view urdu_stop = "\u06D4";
        std::size_t end = std::min(form.find_first_of(".- /'", begin), form.size() - 1) + 1;
        end = std::min(end, std::min(form.find(urdu_stop, begin), form.size()) + urdu_stop.size());
        const std::string word = form_key(form.substr(begin, end - begin));
        if (!word.empty()) {  // nothing stands between a full stop and the space behind it
            words_.insert(word);
            ++words;
        }
        begin = end;
    }
    longest_ = std::max(longest_, words);
    for (std::size_t at = key.find('.'); at < key.size() - 1; at = key.find('.', at + 1)) {
        longer_[key.substr(0, at + 1)].push_back(key);
    }
}

void SentenceRules::add_marked_name(std::string_view form, const Form& listed) {
    for (std::size_t at = 0; at < form.size();) {
        const char32_t c = next_code_point(form, at);
        if (sentence_break(c) == SentenceBreak::end)
            marked_names_.push_back({std::string(form.substr(0, at)), std::string(form.substr(at)), listed});
    }
}

const Form* SentenceRules::find_street(std::string_view word) const {
    const auto found = std::find_if(streets_.begin(), streets_.end(),
                                    [&](const Form& form) { return word.ends_with(form.text); });
    return found == streets_.end() ? nullptr : &*found;
}

bool SentenceRules::may_abbreviate(std::string_view word) const {
    if (!word.ends_with('.')) return words_.find(form_key(word)) != words_.end();
    return words_.find(word) != words_.end() ||
           (begins_with_capital(word) && words_.find(with_small_initial(word)) != words_.end());
}

std::span<const Form> SentenceRules::find(std::string_view text) const {
    auto found = forms_.find(text);
    if (found == forms_.end()) found = forms_.find(with_small_initial(text));
    return found == forms_.end() ? std::span<const Form>() : std::span<const Form>(found->second);
}

const Form* SentenceRules::find(FormKind kind, std::string_view text) const {
    const auto all = forms_.find(text);
    if (all == forms_.end()) return nullptr;
    const auto found = std::find_if(all->second.begin(), all->second.end(),
                                    [&](const Form& form) { return form.kind == kind; });
    return found == all->second.end() ? nullptr : &*found;
}

std::vector<const Form*> SentenceRules::find_longer(std::string_view beginning) const {
    auto found = longer_.find(beginning);
    if (found == longer_.end()) found = longer_.find(with_small_initial(beginning));
    std::vector<const Form*> all;
    if (found == longer_.end()) return all;
    for (const std::string& key : found->second) {
        for (const Form& form : forms_.find(key)->second) all.push_back(&form);
    }
    return all;
}

const SentenceRules& sentence_rules(std::string_view language) {
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<const SentenceRules>, std::less<>> known;
    const std::lock_guard lock(mutex);
    auto found = known.find(language);
    if (found == known.end()) {
        const auto lists = rules_lists();
        const auto list = std::find_if(lists.begin(), lists.end(),
                                       [&](const RulesList& each) { return each.tag == language; });
        const bool listed = list != lists.end();
        const std::string file = listed ? "align/segmentation/" + std::string(language) + ".txt" : "no list";
        found = known
                    .emplace(language,
                             std::make_unique<SentenceRules>(file, listed ? list->text : std::string_view()))
                    .first;
    }
    return *found->second;
}

}  // namespace align
