#include "lexicons/tbx.hpp"

#include <fmt/format.h>

#include <istream>
#include <map>
#include <memory>

#include "align/unicode.hpp"
#include "errors.hpp"
#include "gzip.hpp"
#include "tmx/errors.hpp"
#include "tmx/scanner.hpp"
#include "tmx/text.hpp"

namespace lexicons {
namespace {

using tmx::Token;
using Terms = std::map<std::string, std::vector<std::string>>;  // of a concept, by language

/// The value of xml:lang in a start tag, which the scanner has found well-formed; empty where it has none.
std::string language_of(std::string_view tag) {
    std::size_t at = tag.find("xml:lang");
    if (at == std::string_view::npos) return "";
    at = tag.find_first_of("\"'", at);
    return std::string(tag.substr(at + 1, tag.find(tag[at], at + 1) - at - 1));
}

/// The terms nearest to a language; none where no section is near.
std::vector<std::string> terms_in(const Terms& terms, const std::string& language) {
    const std::vector<std::string>* best = nullptr;
    int best_nearness = 0;
    for (const auto& [tag, of_language] : terms) {
        const int near = nearness(tag, language);
        if (near <= best_nearness) continue;
        best = &of_language;
        best_nearness = near;
    }
    return best == nullptr ? std::vector<std::string>() : *best;
}

/// A termbase read token by token.
class Termbase {
  public:
    explicit Termbase(std::istream& in) : scanner_(in) {}

    /// The terms of the next concept; false at the end.
    bool next(Terms& terms) {
        terms.clear();
        for (;;) {
            const Token token = scanner_.next();
            if (token.kind == Token::Kind::finish) return false;
            if (token.kind == Token::Kind::start) open(token);
            const bool is_text = token.kind == Token::Kind::text || token.kind == Token::Kind::cdata;
            if (is_text && in_term_) term_ += tmx::plain_text(token.raw);
            if (token.kind == Token::Kind::end && close(token.name, terms)) return true;
        }
    }

  private:
    void open(const Token& token) {
        if (!root_seen_ && token.name != "martif" && token.name != "tbx")
            scanner_.fail(fmt::format("<{}> is no termbase; give a TBX file, whose root is <martif> or <tbx>",
                                      token.name));
        root_seen_ = true;
        if (token.name == "langSet" || token.name == "langSec") language_ = language_of(token.raw);
        if (token.name == "term") {
            in_term_ = true;
            term_.clear();
        }
    }

    /// True where a concept ends.
    bool close(std::string_view name, Terms& terms) {
        if (name == "term") {
            in_term_ = false;
            const std::string_view term = align::trim(term_);
            if (!term.empty()) terms[language_].emplace_back(term);
        }
        return name == "termEntry" || name == "conceptEntry";
    }

    tmx::Scanner scanner_;
    bool root_seen_ = false;
    bool in_term_ = false;
    std::string language_;
    std::string term_;
};

}  // namespace

std::vector<align::ListEntry> read_tbx(const std::filesystem::path& file, const Languages& languages) {
    std::vector<align::ListEntry> entries;
    const std::unique_ptr<std::istream> in = hexapla::unpacked_stream(file);
    try {
        Termbase termbase(*in);
        for (Terms terms; termbase.next(terms);) {
            std::vector<std::string> source = terms_in(terms, languages.source);
            std::vector<std::string> target = terms_in(terms, languages.target);
            if (!source.empty() && !target.empty()) entries.push_back({std::move(source), std::move(target)});
        }
    } catch (const tmx::ParseError& error) {
        throw hexapla::InputError(file.string() + ": " + error.what());
    }
    return entries;
}

}  // namespace lexicons
