#include "eval/segments.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include "align/unicode.hpp"
#include "errors.hpp"
#include "eval/text_file.hpp"

namespace eval {

namespace fs = std::filesystem;
using hexapla::InputError;
using nlohmann::json;

namespace {

using FilePair = std::pair<fs::path, fs::path>;

std::vector<std::string> row_files(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".jsonl") names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// The names that stand in the first list alone, as a text.
std::string names_only_in(const std::vector<std::string>& names, const std::vector<std::string>& others) {
    std::vector<std::string> alone;
    std::set_difference(names.begin(), names.end(), others.begin(), others.end(), std::back_inserter(alone));
    std::string list;
    for (const std::string& name : alone) list += (list.empty() ? "" : ", ") + name;
    return list.empty() ? "nothing" : list;
}

std::vector<FilePair> pair_files(const fs::path& gold, const fs::path& system) {
    for (const fs::path& path : {gold, system}) {
        if (!fs::exists(path)) throw InputError(path.string() + ": there is no such file or folder");
    }
    if (fs::is_directory(gold) != fs::is_directory(system)) {
        throw InputError(system.string() + ": GOLD and SYSTEM must both be files or both be folders");
    }
    if (!fs::is_directory(gold)) return {{gold, system}};
    const std::vector<std::string> wanted = row_files(gold);
    const std::vector<std::string> given = row_files(system);
    if (wanted.empty()) throw InputError(gold.string() + ": no .jsonl files there");
    if (wanted != given) {
        throw InputError(system.string() + ": other files than in " + gold.string() + "; missing: " +
                         names_only_in(wanted, given) + "; too many: " + names_only_in(given, wanted));
    }
    std::vector<FilePair> pairs;
    pairs.reserve(wanted.size());
    for (const std::string& name : wanted) pairs.emplace_back(gold / name, system / name);
    return pairs;
}

/// The rows of a file; a row is asked for by its place, so that an error can tell it.
class Rows {
  public:
    explicit Rows(const fs::path& path) : path_(path) {
        const std::string text = read_text(path);
        for (const std::string_view line : lines_of(text)) rows_.push_back(parse(line, rows_.size()));
    }

    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] const json& at(std::size_t row) const { return rows_[row]; }
    [[nodiscard]] const fs::path& path() const { return path_; }

    [[noreturn]] void refuse(std::size_t row, const std::string& reason) const {
        throw InputError(path_.string() + ":" + std::to_string(row + 1) + ": " + reason);
    }

    [[nodiscard]] std::string text(std::size_t row, const std::string& key) const {
        const auto value = rows_[row].find(key);
        if (value == rows_[row].end() || !value->is_string())
            refuse(row, "a string \"" + key + "\" is missing");
        return value->get<std::string>();
    }

    [[nodiscard]] std::vector<std::size_t> offsets(std::size_t row, const std::string& key,
                                                   std::size_t size) const {
        const auto list = rows_[row].find(key);
        if (list == rows_[row].end() || !list->is_array()) refuse(row, "a list \"" + key + "\" is missing");
        std::vector<std::size_t> offsets;
        for (const json& value : *list) {
            const std::string name = "\"" + key + "\": " + value.dump();
            if (!value.is_number_integer()) refuse(row, name + " is not a whole number");
            if (value < 0 || value > size)
                refuse(row, name + " lies outside the text, 0 to " + std::to_string(size));
            if (!offsets.empty() && value <= offsets.back())
                refuse(row, name + " is not above the offset before it");
            offsets.push_back(value.get<std::size_t>());
        }
        return offsets;
    }

  private:
    [[nodiscard]] json parse(std::string_view line, std::size_t row) const {
        if (align::is_blank(line)) refuse(row, "an empty line; every line must be a row");
        json value;
        try {
            value = json::parse(line);
        } catch (const json::parse_error& error) {
            refuse(row, "not JSON at byte " + std::to_string(error.byte) + " of the line");
        }
        if (!value.is_object()) refuse(row, "not a JSON object");
        return value;
    }

    fs::path path_;
    std::vector<json> rows_;
};

/// The text around a boundary, on one line.
std::string context(std::u32string_view text, std::size_t boundary) {
    const std::size_t begin = boundary - std::min<std::size_t>(boundary, 45);
    std::u32string around(text.substr(begin, boundary - begin));
    around += U" \u00a6 ";
    around += text.substr(boundary, 35);
    std::replace(around.begin(), around.end(), U'\n', U'\u23ce');
    return align::to_utf8(around);
}

align::BoundaryCounts& counts_of(std::vector<SegmentsGroup>& groups, const std::string& language,
                                 const std::string& source) {
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const SegmentsGroup& group) {
        return group.language == language && group.source == source;
    });
    return (found != groups.end() ? *found : groups.emplace_back(SegmentsGroup{language, source, {}})).counts;
}

SegmentsErrors& errors_of(std::vector<SegmentsErrors>& errors, const std::string& language) {
    const auto found = std::find_if(errors.begin(), errors.end(),
                                    [&](const SegmentsErrors& some) { return some.language == language; });
    return found != errors.end() ? *found : errors.emplace_back(SegmentsErrors{language, {}, {}});
}

void check_same_row(const Rows& gold, const Rows& system, std::size_t row) {
    for (const char* const key : {"text", "lang", "id"}) {
        const auto wanted = gold.at(row).find(key);
        const auto given = system.at(row).find(key);
        if (wanted == gold.at(row).end() || given == system.at(row).end() || *wanted == *given) continue;
        system.refuse(row, std::string("\"") + key + "\" differs from the row of " + gold.path().string() +
                               "; rows must be in the same order");
    }
}

void score_row(const Rows& gold, const Rows& system, std::size_t row, const std::set<std::string>& languages,
               SegmentsScore& score) {
    check_same_row(gold, system, row);
    const std::string language = gold.text(row, "lang");
    const std::u32string text = align::to_code_points(gold.text(row, "text"));
    const auto wanted = gold.offsets(row, "boundaries", text.size());
    const auto cuts = system.offsets(row, "boundaries", text.size());
    std::vector<std::size_t> optional;
    if (gold.at(row).contains("optional")) optional = gold.offsets(row, "optional", text.size());
    if (!languages.empty() && !languages.contains(language)) return;

    const std::string source = gold.at(row).contains("source") ? gold.text(row, "source") : "?";
    const auto compared = align::compare_boundaries(text, wanted, optional, cuts);
    counts_of(score.languages, language, "") += compared;
    counts_of(score.sources, language, source) += compared;
    SegmentsErrors& errors = errors_of(score.errors, language);
    for (const std::size_t at : compared.false_cuts) errors.false_cuts.push_back(context(text, at));
    for (const std::size_t at : compared.missed) errors.missed.push_back(context(text, at));
}

}  // namespace

SegmentsScore score_segments(const SegmentsRequest& request) {
    SegmentsScore score;
    for (const auto& [gold_path, system_path] : pair_files(request.gold, request.system)) {
        const Rows gold(gold_path);
        const Rows system(system_path);
        if (gold.size() == 0) throw InputError(gold_path.string() + ": no rows; is it the right file?");
        if (gold.size() != system.size()) {
            throw InputError(system_path.string() + ": " + std::to_string(system.size()) + " rows where " +
                             gold_path.string() + " has " + std::to_string(gold.size()) +
                             "; give a row for each");
        }
        for (std::size_t row = 0; row < gold.size(); ++row)
            score_row(gold, system, row, request.languages, score);
    }
    if (score.languages.empty()) {
        throw InputError(request.gold.string() +
                         ": no row is in a language of --langs; see the rows' \"lang\"");
    }
    return score;
}

}  // namespace eval
