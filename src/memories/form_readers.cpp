#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "align/links.hpp"
#include "memories/forms.hpp"
#include "memories/language_tags.hpp"
#include "tmx/text.hpp"

namespace memories {
namespace {

/// The lines of a text, without their ends and a byte order mark.
std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text);
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        lines.push_back(line);
    }
    return lines;
}

std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields(1);
    for (const char c : line) {
        if (c == '\t') {
            fields.emplace_back();
        } else {
            fields.back() += c;
        }
    }
    return fields;
}

[[noreturn]] void fail(std::size_t line, const std::string& what) {
    throw std::invalid_argument(fmt::format("line {}: {}", line, what));
}

/// A quoted piece of a PO file.
std::string unquoted(const std::string& text, std::size_t line) {
    const std::size_t open = text.find('"');
    const std::size_t close = text.rfind('"');
    if (open == std::string::npos || close == open) fail(line, "a text without quotation marks; add them");
    std::string result;
    for (std::size_t at = open + 1; at < close; ++at) {
        if (text[at] != '\\' || at + 1 == close) {
            result += text[at];
            continue;
        }
        const char c = text[++at];
        result += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
    }
    return result;
}

std::string join(const std::vector<std::string>& lines, const std::vector<std::size_t>& numbers) {
    std::string text;
    for (const std::size_t number : numbers) {
        if (number >= lines.size())
            throw std::invalid_argument(fmt::format(
                "a link names segment {}, and there are {}; are these its texts?", number, lines.size()));
        if (!text.empty()) text += ' ';
        text += lines[number];
    }
    return text;
}

/// hunalign's ladder: rungs "source<tab>target<tab>quality", each the beginning of a bead.
std::vector<align::LinkLine> read_ladder(const std::vector<std::string>& lines) {
    std::vector<align::LinkLine> links;
    std::size_t source = 0;
    std::size_t target = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::vector<std::string> fields = fields_of(lines[i]);
        if (fields.size() < 2) fail(i + 1, "this is no rung of a ladder (source<tab>target<tab>quality)");
        std::size_t next_source = 0;
        std::size_t next_target = 0;
        try {
            next_source = std::stoul(fields[0]);
            next_target = std::stoul(fields[1]);
        } catch (const std::logic_error&) {
            fail(i + 1, "this is no rung of a ladder (source<tab>target<tab>quality)");
        }
        if (next_source < source || next_target < target)
            fail(i + 1, "this rung goes back; is the file damaged?");
        align::LinkLine link;
        for (; source < next_source; ++source) link.source.push_back(source);
        for (; target < next_target; ++target) link.target.push_back(target);
        links.push_back(link);
    }
    return links;
}

}  // namespace

void read_tsv(const std::string& text, LanguagePair languages, const UnitHandler& give) {
    const std::vector<std::string> lines = lines_of(text);
    std::size_t first = 0;
    if (!lines.empty()) {
        const std::vector<std::string> head = fields_of(lines[0]);
        if (head.size() > 1 && is_tag(head[0]) && is_tag(head[1]) && head.size() > 2 &&
            head[2] == "confidence") {
            if (languages.source.empty()) languages = {head[0], head[1]};
            first = 1;
        }
    }
    if (languages.source.empty()) fail(1, "which languages? give --langs, as in --langs de,ru");
    for (std::size_t i = first; i < lines.size(); ++i) {
        const std::vector<std::string> fields = fields_of(lines[i]);
        if (fields.size() < 2) fail(i + 1, "there are no two columns; separate source and target by a tab");
        tmx::Unit unit = unit_of(languages, fields[0], fields[1]);
        if (fields.size() > 2 && !fields[2].empty()) unit.properties.push_back({"x-confidence", fields[2]});
        give(unit);
    }
}

void read_jsonl(const std::string& text, const UnitHandler& give) {
    const std::vector<std::string> lines = lines_of(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].empty()) continue;
        try {
            const nlohmann::ordered_json object = nlohmann::ordered_json::parse(lines[i]);
            tmx::Unit unit;
            unit.id = object.value("tuid", "");
            unit.creation_date = object.value("date", "");
            if (object.contains("properties")) {
                for (const auto& [type, value] : object.at("properties").items())
                    unit.properties.push_back({type, value.get<std::string>()});
            }
            for (const auto& each : object.at("variants")) {
                tmx::Variant& variant = unit.variants.emplace_back();
                variant.language = each.at("language").get<std::string>();
                variant.segment = each.contains("segment") ? each.at("segment").get<std::string>()
                                                           : tmx::escape(each.at("text").get<std::string>());
                tmx::plain_text(variant.segment);  // throws where it is no XML
            }
            give(unit);
        } catch (const nlohmann::json::exception& error) {
            fail(i + 1, std::string("this is no unit (") + error.what() + "); give what hexapla wrote");
        } catch (const std::invalid_argument& error) {
            fail(i + 1, error.what());
        }
    }
}

void read_po(const std::string& text, LanguagePair languages, const UnitHandler& give) {
    std::string id;
    std::string source;
    std::string target;
    bool fuzzy = false;
    std::string* open = nullptr;
    const auto end_entry = [&] {
        if (source.empty() && !target.empty()) {
            // The header: its lines tell the languages.
            for (const std::string& line : lines_of(target)) {
                if (line.starts_with("Language: ") && languages.target.empty())
                    languages.target = line.substr(10);
                if (line.starts_with("X-Source-Language: ") && languages.source.empty())
                    languages.source = line.substr(19);
            }
        } else if (!source.empty() && !target.empty()) {
            if (languages.source.empty() || languages.target.empty())
                throw std::invalid_argument("line 1: which languages? give --langs, as in --langs en,de");
            tmx::Unit unit = unit_of(languages, source, target);
            unit.id = id.find(' ') == std::string::npos ? id : "";
            if (fuzzy) unit.properties.push_back({"x-fuzzy", "yes"});
            give(unit);
        }
        id.clear();
        source.clear();
        target.clear();
        fuzzy = false;
        open = nullptr;
    };
    const std::vector<std::string> lines = lines_of(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string& line = lines[i];
        const auto begins = [&](std::string_view word) { return line.starts_with(word); };
        if (line.empty()) end_entry();
        if (begins("#,") && line.find("fuzzy") != std::string::npos) fuzzy = true;
        if (line.empty() || begins("#")) continue;
        if (begins("msgctxt")) {
            open = &id;
        } else if (begins("msgid_plural")) {
            open = nullptr;  // TMX has no plurals: the first form stands for them
            continue;
        } else if (begins("msgid")) {
            open = &source;
        } else if (begins("msgstr[0]") || (begins("msgstr") && !begins("msgstr["))) {
            open = &target;
        } else if (begins("msgstr[")) {
            open = nullptr;
            continue;
        } else if (!begins("\"")) {
            fail(i + 1, "this is no line of a PO file");
        }
        if (open != nullptr) *open += unquoted(line, i + 1);
    }
    end_entry();
}

void read_lines(const std::string& source, const std::string& target, const std::string& links,
                const LanguagePair& languages, const UnitHandler& give) {
    const std::vector<std::string> from = lines_of(source);
    const std::vector<std::string> to = lines_of(target);
    if (links.empty()) {
        if (from.size() != to.size())
            throw std::invalid_argument(
                fmt::format("the texts have {} and {} lines; give links or a ladder as third file",
                            from.size(), to.size()));
        for (std::size_t i = 0; i < from.size(); ++i) {
            if (!from[i].empty() && !to[i].empty()) give(unit_of(languages, from[i], to[i]));
        }
        return;
    }
    const bool ladder = links.front() != '[';
    for (const align::LinkLine& link : ladder ? read_ladder(lines_of(links)) : align::parse_links(links)) {
        const std::string one = join(from, link.source);
        const std::string other = join(to, link.target);
        if (one.empty() || other.empty()) continue;
        tmx::Unit unit = unit_of(languages, one, other);
        unit.properties.push_back({"x-bead", fmt::format("{}-{}", link.source.size(), link.target.size())});
        give(unit);
    }
}

}  // namespace memories
