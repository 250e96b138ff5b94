#include "pages/read_page.hpp"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "containers/sources.hpp"
#include "editions.hpp"
#include "errors.hpp"
#include "pages/address.hpp"
#include "pages/alphabets.hpp"
#include "pages/article_text.hpp"
#include "pages/characters.hpp"
#include "pages/complete.hpp"
#include "pages/decode.hpp"
#include "pages/dump.hpp"
#include "pages/html.hpp"
#include "pages/json.hpp"
#include "pages/json_record.hpp"
#include "pages/json_text.hpp"
#include "pages/language.hpp"
#include "pages/page_kind.hpp"
#include "pages/text.hpp"
#include "pages/ways.hpp"

namespace pages {
namespace {

using hexapla::InputError;
namespace fs = std::filesystem;

// What a text has at least for its words to speak against the page that it stands in.
constexpr std::size_t least_sure_bytes = 200;

/// A headline alone is a short item; a page without even that lost its article.
bool has_text(const Article& article) {
    return std::any_of(article.blocks.begin(), article.blocks.end(), [](const ArticleBlock& block) {
        using align::BlockKind;
        return block.kind == BlockKind::headline || block.kind == BlockKind::lead ||
               block.kind == BlockKind::paragraph || block.kind == BlockKind::list;
    });
}

Article parse_html(std::string_view text, const std::string& place, const ReadOptions& options,
                   std::vector<std::string>& warnings) {
    HtmlReading reading = read_html(text, place, options.limits.html);
    if (reading.kind != PageKind::article)
        throw NoArticle(reading.kind,
                        place + ": is a " + std::string(name_of(reading.kind)) + ", no article");
    if (!has_text(reading.article)) {
        throw InputError(place +
                         ": holds no article; it may be a section, a gallery or a page that shows its text "
                         "by script alone: save the page of one article when it is shown");
    }
    if (!reading.known_layout)
        warnings.push_back(place + ": is not laid out as a page of dw.com; its article was guessed");
    return std::move(reading.article);
}

Article parse(std::string_view text, const std::string& place, const ReadOptions& options,
              std::vector<std::string>& warnings) {
    using As = ReadOptions::As;
    if (options.as != As::text && looks_like_html(text)) return parse_html(text, place, options, warnings);
    const bool dump = options.as == As::page || (options.as == As::automatic && looks_like_dump(text));
    Article article = dump ? read_dump(text) : read_text(text);
    article.way = dump ? way_dump : way_text;
    return article;
}

/// What a crawl says of a page holds where the page does not say it itself.
void fill_from_record(const JsonRecord& record, const std::string& place, Article& article) {
    if (article.url.empty()) article.url = record.url;
    if (!record.date.empty()) article.dates.push_back({record.date, "record"});
    if (article.id.empty()) article.id = article_number(article.url).empty() ? record.id : "";
    if (article.edition.empty() && !record.lang.empty()) {
        const auto* edition = hexapla::find_edition(record.lang);
        if (edition == nullptr)
            throw InputError(place + ": " + hexapla::explain_unknown_edition(record.lang));
        article.edition = edition->tag;
    }
    if (article.title.empty() && !record.title.empty()) {
        article.title = record.title;
        const auto same = [&](const ArticleBlock& block) {
            return squeeze(block.text) == squeeze(record.title);
        };
        const auto found = std::find_if(article.blocks.begin(), article.blocks.end(), same);
        if (found == article.blocks.end()) {
            article.blocks.insert(article.blocks.begin(),
                                  {align::BlockKind::headline, squeeze(record.title)});
        } else {
            found->kind = align::BlockKind::headline;
        }
    }
}

Article parse_json_line(std::string_view text, const std::string& place, const ReadOptions& options,
                        std::vector<std::string>& warnings) {
    const auto object = parse_json(text);
    if (!object.is_object()) {
        throw InputError(place +
                         ": is no JSON object; give what 'hexapla extract' writes, or a crawl's records, one "
                         "a line");
    }
    if (object.contains("blocks")) return from_json(object, place);
    const JsonRecord record = read_record(object, options.fields, place);
    Article article = parse(record.html.empty() ? record.text : record.html, place, options, warnings);
    fill_from_record(record, place, article);
    return article;
}

std::string name_of(std::string_view tag) {
    const auto* edition = hexapla::find_edition(tag);
    return std::string(edition->english) + " (" + std::string(edition->tag) + ")";
}

/// The folder nearest to a page that names an edition.
std::string edition_of_folder(std::string_view folder) {
    while (!folder.empty()) {
        const std::size_t slash = folder.rfind('/');
        const auto* edition = hexapla::find_edition(folder.substr(slash == folder.npos ? 0 : slash + 1));
        if (edition != nullptr) return std::string(edition->tag);
        folder = folder.substr(0, slash == folder.npos ? 0 : slash);
    }
    return {};
}

std::string canonical_edition(const std::string& name) {
    if (name.empty()) return {};
    const auto* edition = hexapla::find_edition(name);
    if (edition == nullptr) throw std::invalid_argument(hexapla::explain_unknown_edition(name));
    return std::string(edition->tag);
}

/// Who says which edition a page is of; empty: does not say.
struct EditionClaims {
    std::string said;  ///< the user, by an option or the folder given
    std::string page;  ///< the page, or else the folder that it lies in
};

EditionClaims claims_of(const containers::Item& item, const Article& article, const ReadOptions& options) {
    EditionClaims claims;
    claims.said = canonical_edition(options.edition);
    if (claims.said.empty()) claims.said = edition_of_folder(item.root);
    claims.page = article.edition.empty() ? edition_of_folder(item.folder) : article.edition;
    return claims;
}

/// The edition that the user says, else the page, else the words; says what disagrees. Of many pages one
/// whose words contradict it is left out.
std::string decide_edition(const EditionClaims& claims, const std::string& option, const std::string& words,
                           const containers::Item& item, std::vector<std::string>& warnings) {
    const auto& [said, page] = claims;
    const std::string& place = item.place;
    const auto detected = detect_language(words);
    const std::string found = detected ? detected->edition : "";
    const std::string& taken = !said.empty() ? said : !page.empty() ? page : found;
    if (taken.empty()) {
        throw InputError(place + ": its language is not known" +
                         (detected ? "; it looks like " + detected->name + ", which no edition is in" : "") +
                         "; say it with " + option + " ('hexapla editions' lists what it takes)");
    }
    if (!said.empty() && !page.empty() && !are_alike(said, page)) {
        warnings.push_back(place + ": is taken as " + name_of(said) + " as told, but the page says " +
                           name_of(page));
    } else if (detected && (found.empty() || !are_alike(taken, found))) {
        if (said.empty() && !item.alone && words.size() >= least_sure_bytes) {
            throw NoArticle(PageKind::other_language, place + ": is of the edition " + name_of(taken) +
                                                          ", but its words are " + detected->name +
                                                          "; it is left out, " + option + " takes it");
        }
        warnings.push_back(place + ": is taken as " + name_of(taken) + " as " +
                           (said.empty() ? "the page says" : "told") + ", but its words look like " +
                           detected->name);
    } else if (said.empty() && page.empty() && detected && detected->ambiguous) {
        warnings.push_back(place + ": is taken as " + name_of(taken) + ", but by its words it may be " +
                           (taken == "fa"   ? "Dari (prs)"
                            : taken == "pt" ? "Portuguese (Brazil) (pt-BR)"
                                            : "Bosnian (bs) or Serbian (sr)") +
                           " too; " + option + " says which");
    }
    return taken;
}

/// The id of a page that has no number: its name in its folder, or what stands for its address.
std::string made_id(const containers::Item& item, const std::string& url) {
    if (!item.name.empty()) return std::filesystem::path(item.name).stem().string();
    const std::string& named = url.empty() ? item.place : url;
    std::uint64_t hash = 0xCBF29CE484222325;  // FNV-1a, 64 bits
    for (const char c : named) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    std::string digits;
    for (int shift = 60; shift >= 0; shift -= 4)
        digits += "0123456789abcdef"[hash >> static_cast<unsigned>(shift) & 15U];
    return digits;
}

void warn_of_encoding(const DecodedText& decoded, const std::string& place,
                      std::vector<std::string>& warnings) {
    if (!decoded.wrong_label.empty()) {
        warnings.push_back(place + ": says it is " + decoded.wrong_label + ", but is read as " +
                           decoded.encoding + ", which its bytes are");
    } else if (decoded.guessed) {
        warnings.push_back(place + ": is not UTF-8 and is read as " + decoded.encoding +
                           ", which its bytes look like");
    }
    if (decoded.repaired > 0) {
        warnings.push_back(place + ", byte " + std::to_string(decoded.first_repair) +
                           ": U+FFFD stands for malformed bytes here and at " +
                           std::to_string(decoded.repaired - 1) + " other places");
    }
}

}  // namespace

PageReading read_item(const containers::Item& item, const ReadOptions& options) {
    const std::string& place = item.place;
    const DecodedText decoded =
        decode(item.bytes, place, {options.repair, item.charset, options.limits.bytes});
    PageReading reading;
    Article& article = reading.article;
    article = item.json_line ? parse_json_line(decoded.text, place, options, reading.warnings)
                             : parse(decoded.text, place, options, reading.warnings);
    if (!has_text(article))
        throw InputError(place + ": holds no article; save the page again, or give --as text");
    if (article.url.empty()) article.url = item.url;
    if (article.id.empty()) article.id = article_number(article.url);
    if (article.id.empty()) article.id = made_id(item, article.url);
    const std::string words = article_text(article).text;
    article.edition = decide_edition(claims_of(item, article, options), options.language_option, words, item,
                                     reading.warnings);
    complete(article);
    for (const std::string& contradiction : article.contradictions)
        reading.warnings.push_back(place + ": " + contradiction);
    if (const std::string mixed = second_alphabet(article); !mixed.empty())
        reading.warnings.push_back(place + ": " + mixed + "; is it one article?");
    warn_of_encoding(decoded, place, reading.warnings);
    return reading;
}

PageReading read_page(const fs::path& file, const ReadOptions& options) {
    containers::SourceOptions how;
    how.limits.page_bytes = options.limits.bytes;
    how.json_lines = options.as != ReadOptions::As::text;
    const std::vector<containers::Item> items = containers::read_file(file, how);
    if (items.size() != 1) {
        throw InputError(file.string() + ": holds " + std::to_string(items.size()) +
                         " articles, and one is meant; give a file for each");
    }
    return read_item(items.front(), options);
}

}  // namespace pages
