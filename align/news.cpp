#include "align/news.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "align/unicode.hpp"

namespace align {
namespace {

/// English stands beside the concepts, its forms parted by "; "; a line is theme, id, forms, note.
constexpr std::string_view concepts = "concepts";

std::string_view take_field(std::string_view& line, std::string_view end) {
    const std::size_t at = std::min(line.find(end), line.size());
    const std::string_view field = line.substr(0, at);
    line.remove_prefix(std::min(at + end.size(), line.size()));
    return field;
}

NewsConcept read_concept(std::string_view line, bool english) {
    if (english) take_field(line, "\t");
    NewsConcept read{take_field(line, "\t"), {}};
    std::string_view forms = take_field(line, "\t");
    while (!forms.empty()) {
        const std::string_view form = take_field(forms, english ? "; " : "|");
        if (form != "-") read.forms.push_back(form);
    }
    return read;
}

std::vector<NewsConcept> read_column(std::string_view tag) {
    const bool english = tag == "en";
    const auto columns = news_columns();
    const auto column = std::find_if(columns.begin(), columns.end(), [&](const NewsColumn& each) {
        return each.tag == (english ? concepts : tag);
    });
    std::vector<NewsConcept> all;
    if (column == columns.end()) return all;
    for (std::string_view text = column->text; !text.empty();) {
        const std::string_view line = take_field(text, "\n");
        if (!line.empty()) all.push_back(read_concept(line, english));
    }
    return all;
}

/// Serbian's two alphabets stand for each other, letter by letter; lj, nj and dž are one letter in Cyrillic.
std::string to_serbian_cyrillic(std::string_view latin) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 60> letters = {{
        {"lj", "љ"}, {"nj", "њ"}, {"dž", "џ"}, {"Lj", "Љ"}, {"Nj", "Њ"}, {"Dž", "Џ"}, {"a", "а"}, {"b", "б"},
        {"v", "в"},  {"g", "г"},  {"d", "д"},  {"đ", "ђ"},  {"e", "е"},  {"ž", "ж"},  {"z", "з"}, {"i", "и"},
        {"j", "ј"},  {"k", "к"},  {"l", "л"},  {"m", "м"},  {"n", "н"},  {"o", "о"},  {"p", "п"}, {"r", "р"},
        {"s", "с"},  {"t", "т"},  {"ć", "ћ"},  {"u", "у"},  {"f", "ф"},  {"h", "х"},  {"c", "ц"}, {"č", "ч"},
        {"š", "ш"},  {"A", "А"},  {"B", "Б"},  {"V", "В"},  {"G", "Г"},  {"D", "Д"},  {"Đ", "Ђ"}, {"E", "Е"},
        {"Ž", "Ж"},  {"Z", "З"},  {"I", "И"},  {"J", "Ј"},  {"K", "К"},  {"L", "Л"},  {"M", "М"}, {"N", "Н"},
        {"O", "О"},  {"P", "П"},  {"R", "Р"},  {"S", "С"},  {"T", "Т"},  {"Ć", "Ћ"},  {"U", "У"}, {"F", "Ф"},
        {"H", "Х"},  {"C", "Ц"},  {"Č", "Ч"},  {"Š", "Ш"},
    }};
    std::string cyrillic;
    while (!latin.empty()) {
        const auto letter = std::find_if(letters.begin(), letters.end(),
                                         [&](const auto& each) { return latin.starts_with(each.first); });
        const bool known = letter != letters.end();
        cyrillic += known ? letter->second : latin.substr(0, 1);
        latin.remove_prefix(known ? letter->first.size() : 1);
    }
    return cyrillic;
}

/// A column whose forms are its own.
struct Column {
    std::vector<NewsConcept> concepts;
    std::deque<std::string> written;
};

Column make_column(std::string_view tag) {
    Column column;
    if (tag != "sr-Cyrl") {
        column.concepts = read_column(tag);
        return column;
    }
    column.concepts = read_column("sr");
    for (NewsConcept& each : column.concepts) {
        for (std::string_view& form : each.forms)
            form = column.written.emplace_back(to_serbian_cyrillic(form));
    }
    return column;
}

}  // namespace

std::vector<std::string_view> news_languages() {
    std::vector<std::string_view> tags;
    for (const NewsColumn& column : news_columns())
        tags.push_back(column.tag == concepts ? "en" : column.tag);
    tags.emplace_back("sr-Cyrl");
    std::sort(tags.begin(), tags.end());
    return tags;
}

const std::vector<NewsConcept>& news_concepts(std::string_view language) {
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<const Column>, std::less<>> known;
    const std::lock_guard lock(mutex);
    auto found = known.find(language);
    if (found == known.end())
        found = known.emplace(language, std::make_unique<Column>(make_column(language))).first;
    return found->second->concepts;
}

std::vector<NewsPair> news_pairs(std::string_view source_language, std::string_view target_language) {
    std::unordered_map<std::string_view, const NewsConcept*> by_id;
    for (const NewsConcept& each : news_concepts(target_language)) by_id.emplace(each.id, &each);
    std::vector<NewsPair> pairs;
    for (const NewsConcept& source : news_concepts(source_language)) {
        const auto target = by_id.find(source.id);
        if (target == by_id.end() || source.forms.empty() || target->second->forms.empty()) continue;
        pairs.push_back({source.id, source.forms, target->second->forms});
    }
    return pairs;
}

std::vector<ListEntry> news_entries(std::string_view source_language, std::string_view target_language) {
    std::vector<ListEntry> entries;
    for (const NewsPair& pair : news_pairs(source_language, target_language))
        entries.push_back(
            {{pair.source.begin(), pair.source.end()}, {pair.target.begin(), pair.target.end()}});
    return entries;
}

}  // namespace align
