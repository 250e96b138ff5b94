#include "align/unicode.hpp"

#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <stdexcept>

namespace align {
namespace {

void require(UErrorCode status, const char* what) {
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + what + ": " + u_errorName(status));
}

bool is_blank(UChar32 c) {
    return u_isUWhiteSpace(c) != 0 || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

/// The code point at `at`, which moves behind it; negative where the bytes are not well-formed. A window of
/// eight bytes keeps ICU's 32-bit lengths valid for any text.
UChar32 next(std::string_view text, std::size_t& at) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
    const auto window = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, 8));
    std::int32_t used = 0;
    UChar32 c = 0;
    U8_NEXT(bytes, used, window, c);
    at += static_cast<std::size_t>(used);
    return c;
}

UChar32 previous(std::string_view text, std::size_t& at) {
    const std::size_t start = at - std::min<std::size_t>(at, 8);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + start;
    auto used = static_cast<std::int32_t>(at - start);
    UChar32 c = 0;
    U8_PREV(bytes, 0, used, c);
    at = start + static_cast<std::size_t>(used);
    return c;
}

icu::UnicodeString to_utf16(std::string_view text) {
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string to_utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

/// ICU has its Persian of Afghanistan under fa_AF; every other tag of ours is a locale of ICU as it is.
icu::Locale locale_of(std::string_view language) {
    if (language == "prs") return {"fa", "AF"};
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale =
        icu::Locale::forLanguageTag({language.data(), static_cast<std::int32_t>(language.size())}, status);
    return U_FAILURE(status) ? icu::Locale::getRoot() : locale;
}

SentenceBreak sentence_break_of(UChar32 c) {
    switch (u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK)) {
        case U_SB_EXTEND:
        case U_SB_FORMAT:
            return SentenceBreak::transparent;
        case U_SB_SEP:
        case U_SB_CR:
        case U_SB_LF:
            return SentenceBreak::separator;
        case U_SB_SP:
            return SentenceBreak::space;
        case U_SB_LOWER:
            return SentenceBreak::lower;
        case U_SB_UPPER:
            return SentenceBreak::upper;
        case U_SB_OLETTER:
            return SentenceBreak::letter;
        case U_SB_NUMERIC:
            return SentenceBreak::digit;
        case U_SB_ATERM:
            return SentenceBreak::period;
        case U_SB_STERM:
            return SentenceBreak::end;
        case U_SB_SCONTINUE:
            return SentenceBreak::go_on;
        case U_SB_CLOSE:
            return SentenceBreak::closing;
        default:
            return SentenceBreak::other;
    }
}

enum class BreakKind { word, sentence };

/// Break iterators are costly to make and not to be shared between threads: each thread keeps its own.
icu::BreakIterator& iterator_for(BreakKind kind, std::string_view language) {
    thread_local std::map<std::pair<BreakKind, std::string>, std::unique_ptr<icu::BreakIterator>> cache;
    auto& iterator = cache[{kind, std::string(language)}];
    if (!iterator) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Locale locale = locale_of(language);
        iterator.reset(kind == BreakKind::word ? icu::BreakIterator::createWordInstance(locale, status)
                                               : icu::BreakIterator::createSentenceInstance(locale, status));
        require(status, "no break iterator");
    }
    return *iterator;
}

struct CloseText {
    void operator()(UText* text) const { utext_close(text); }
};
using TextHandle = std::unique_ptr<UText, CloseText>;

TextHandle set_text(icu::BreakIterator& iterator, std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    TextHandle handle(utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
    require(status, "text too long");
    iterator.setText(handle.get(), status);
    require(status, "no break iterator over this text");
    return handle;
}

std::optional<WordKind> kind_of_status(std::int32_t status) {
    if (status >= UBRK_WORD_IDEO && status < UBRK_WORD_IDEO_LIMIT) return WordKind::ideograph;
    if (status >= UBRK_WORD_KANA && status < UBRK_WORD_KANA_LIMIT) return WordKind::ideograph;
    if (status >= UBRK_WORD_LETTER && status < UBRK_WORD_LETTER_LIMIT) return WordKind::word;
    if (status >= UBRK_WORD_NUMBER && status < UBRK_WORD_NUMBER_LIMIT) return WordKind::number;
    return std::nullopt;
}

/// Combining marks that a writer may leave out without changing the word.
bool is_optional_mark(UChar32 c) {
    if (u_charType(c) != U_NON_SPACING_MARK)
        return c == 0x0640 || c == 0x200C || c == 0x200D;  // tatweel, joiners
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    return script == USCRIPT_INHERITED || script == USCRIPT_ARABIC || script == USCRIPT_CYRILLIC;
}

UChar32 unify_arabic(UChar32 c) {
    switch (c) {
        case 0x064A:
        case 0x0649:
        case 0x06CD:
        case 0x06D0:
        case 0x0626:
            return 0x06CC;  // forms of yeh
        case 0x0643:
        case 0x06AB:
            return 0x06A9;  // forms of kaf
        case 0x0629:
        case 0x06C0:
        case 0x06D5:
        case 0x06C1:
        case 0x06BE:
            return 0x0647;  // forms of heh
        case 0x0623:
        case 0x0625:
        case 0x0622:
            return 0x0627;  // forms of alef
        case 0x0624:
            return 0x0648;  // waw
        default:
            return c;
    }
}

}  // namespace

std::optional<std::size_t> find_malformed(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        if (static_cast<unsigned char>(text[i]) < 0x80) {
            ++i;
            continue;
        }
        const std::size_t start = i;
        if (next(text, i) < 0) return start;
    }
    return std::nullopt;
}

bool is_blank(std::string_view text) { return trim(text).empty(); }

std::string_view trim(std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t at = 0; begin < text.size() && is_blank(next(text, at));) begin = at;
    std::size_t end = text.size();
    for (std::size_t at = end; end > begin && is_blank(previous(text, at));) end = at;
    return text.substr(begin, end - begin);
}

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string_view first_code_points(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    while (at < text.size() && count-- > 0) next(text, at);
    return text.substr(0, at);
}

std::vector<std::size_t> sentence_ends(std::string_view text, std::string_view language) {
    std::vector<std::size_t> ends;
    if (text.empty()) return ends;
    icu::BreakIterator& iterator = iterator_for(BreakKind::sentence, language);
    const TextHandle handle = set_text(iterator, text);
    iterator.first();
    for (auto end = iterator.next(); end != icu::BreakIterator::DONE; end = iterator.next()) {
        ends.push_back(static_cast<std::size_t>(end));
    }
    return ends;
}

SentenceBreak sentence_break(char32_t c) {
    constexpr char32_t known = 0x10000;  // a table of the basic plane: ICU's look-up is many times slower
    static const auto table = [] {
        std::vector<SentenceBreak> classes;
        classes.reserve(known);
        for (char32_t i = 0; i < known; ++i) classes.push_back(sentence_break_of(static_cast<UChar32>(i)));
        return classes;
    }();
    return c < known ? table[c] : sentence_break_of(static_cast<UChar32>(c));
}

bool is_letter(SentenceBreak kind) {
    return kind == SentenceBreak::lower || kind == SentenceBreak::upper || kind == SentenceBreak::letter;
}

Bracket bracket_kind(char32_t c) {
    if (c == U'"' || c == U'\'') return Bracket::straight_quote;
    switch (u_charType(static_cast<UChar32>(c))) {
        case U_START_PUNCTUATION:
            return Bracket::opening;
        case U_END_PUNCTUATION:
            return Bracket::closing;
        case U_INITIAL_PUNCTUATION:
            return Bracket::initial_quote;
        case U_FINAL_PUNCTUATION:
            return Bracket::final_quote;
        default:
            return Bracket::none;
    }
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    if (const auto byte = static_cast<unsigned char>(text[at]); byte < 0x80) {
        ++at;
        return byte;
    }
    const UChar32 c = next(text, at);
    return c < 0 ? U'\uFFFD' : static_cast<char32_t>(c);
}

char32_t previous_code_point(std::string_view text, std::size_t& at) {
    const UChar32 c = previous(text, at);
    return c < 0 ? U'\uFFFD' : static_cast<char32_t>(c);
}

namespace {
std::string with_initial(std::string_view text, UChar32 (*form)(UChar32)) {
    std::size_t at = 0;
    const char32_t initial =
        text.empty() ? 0 : static_cast<char32_t>(form(static_cast<UChar32>(next_code_point(text, at))));
    std::string out = text.empty() ? std::string() : align::to_utf8(std::u32string_view(&initial, 1));
    return out += text.substr(at);
}
}  // namespace

std::string with_small_initial(std::string_view text) { return with_initial(text, u_tolower); }

std::string with_capital_initial(std::string_view text) { return with_initial(text, u_totitle); }

namespace {

/// Letters alone, of alphabets below U+0900 (Latin, Greek, Cyrillic, Arabic …) or Ethiopic: one word, which
/// needs no looking for. Lists of words hold little else.
bool is_one_word(std::string_view text) {
    const auto is_alphabetic = [](UChar32 c) { return c < 0x0900 || (c >= 0x1200 && c < 0x1380); };
    for (std::size_t at = 0; at < text.size();) {
        const UChar32 c = next(text, at);
        if (!is_alphabetic(c) || u_isalpha(c) == 0 || u_getCombiningClass(c) != 0 ||
            u_charType(c) == U_NON_SPACING_MARK)
            return false;
    }
    return !text.empty();
}

}  // namespace

std::vector<WordSpan> words_of(std::string_view text, std::string_view language) {
    std::vector<WordSpan> words;
    if (text.empty()) return words;
    if (is_one_word(text)) {
        std::size_t at = 0;
        return {{{0, text.size()}, WordKind::word, u_isUUppercase(next(text, at)) != 0}};
    }
    icu::BreakIterator& iterator = iterator_for(BreakKind::word, language);
    const TextHandle handle = set_text(iterator, text);
    auto begin = static_cast<std::size_t>(iterator.first());
    for (auto end = iterator.next(); end != icu::BreakIterator::DONE; end = iterator.next()) {
        if (const auto kind = kind_of_status(iterator.getRuleStatus())) {
            std::size_t at = begin;
            const bool capital = u_isUUppercase(next(text, at)) != 0;
            words.push_back({{begin, static_cast<std::size_t>(end)}, *kind, capital});
        }
        begin = static_cast<std::size_t>(end);
    }
    return words;
}

namespace {

/// Some writers type Latin letters for Cyrillic ones that look the same ("гoвoрe" with Latin o and e). Small
/// letters, as case is folded before.
void unify_cyrillic(icu::UnicodeString& text) {
    constexpr std::u16string_view latin = u"aceijopxy";
    constexpr std::u16string_view cyrillic = u"асеіјорху";
    for (std::int32_t i = 0; i < text.length(); ++i) {
        const std::size_t at = latin.find(text[i]);
        if (at != std::u16string_view::npos) text.setCharAt(i, cyrillic[at]);
    }
}

/// The folded code point where nothing but itself decides it; none for letters that take part in more than
/// case (й is и with a mark), and for all that is not met often.
std::optional<char32_t> fold_simply(char32_t c) {
    if (c >= U'A' && c <= U'Z') return c + 0x20;
    if (c < 0x80) return c;
    if (c == U'Й' || c == U'й') return std::nullopt;
    if (c >= U'А' && c <= U'Я') return c + 0x20;
    const bool stays = (c >= U'а' && c <= U'я') || (c >= 0x1200 && c < 0x1360) || (c >= 0x4E00 && c < 0xA000);
    return stays ? std::optional(c) : std::nullopt;
}

/// What fold() gives, quickly, for the many words that need little; none for others.
std::optional<std::string> fold_simply(std::string_view text) {
    std::string folded;
    bool is_latin = false;
    bool is_cyrillic = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const auto c = static_cast<char32_t>(next(text, at));
        const auto simple = fold_simply(c);
        if (!simple) return std::nullopt;
        is_latin |= *simple >= U'a' && *simple <= U'z';
        is_cyrillic |= *simple >= 0x0400 && *simple < 0x0500;
        if (*simple < 0x80) {
            folded += static_cast<char>(*simple);
        } else if (*simple == c) {
            folded += text.substr(begin, at - begin);
        } else {
            folded += align::to_utf8(std::u32string_view(&*simple, 1));
        }
    }
    if (is_latin && is_cyrillic) return std::nullopt;
    return folded;
}

}  // namespace

std::string fold(std::string_view text) {
    if (auto simple = fold_simply(text)) return *std::move(simple);
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2* const casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    static const icu::Normalizer2* const decompose = icu::Normalizer2::getNFDInstance(status);
    static const icu::Normalizer2* const compose = icu::Normalizer2::getNFCInstance(status);
    require(status, "no normalizer");
    const icu::UnicodeString decomposed =
        decompose->normalize(casefold->normalize(to_utf16(text), status), status);
    require(status, "cannot fold");
    icu::UnicodeString kept;
    bool is_cyrillic = false;
    for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const UChar32 c = decomposed.char32At(i);
        if (!is_optional_mark(c)) kept.append(unify_arabic(c));
        is_cyrillic = is_cyrillic || (c >= 0x0400 && c < 0x0500);
    }
    if (is_cyrillic) unify_cyrillic(kept);
    return to_utf8(compose->normalize(kept, status));
}

std::string to_latin(std::string_view text) {
    thread_local const std::unique_ptr<icu::Transliterator> romanise = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
            "Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower", UTRANS_FORWARD, status));
        require(status, "no transliterator to Latin");
        return made;
    }();
    icu::UnicodeString romanised = to_utf16(text);
    romanise->transliterate(romanised);
    std::string out;
    for (std::int32_t i = 0; i < romanised.length(); ++i) {
        const char16_t c = romanised[i];
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9')) out += static_cast<char>(c);
    }
    return out;
}

std::string to_ascii_digits(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const std::int32_t digit = u_charDigitValue(next(text, at));
        if (digit >= 0) {
            out += static_cast<char>('0' + digit);
        } else {
            out += text.substr(start, at - start);
        }
    }
    return out;
}

Script script_of(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const UChar32 c = next(text, at);
        if (c < 0 || u_isalpha(c) == 0) continue;
        UErrorCode status = U_ZERO_ERROR;
        switch (uscript_getScript(c, &status)) {
            case USCRIPT_LATIN:
                return Script::latin;
            case USCRIPT_CYRILLIC:
                return Script::cyrillic;
            case USCRIPT_GREEK:
                return Script::greek;
            case USCRIPT_ARABIC:
                return Script::arabic;
            case USCRIPT_DEVANAGARI:
                return Script::devanagari;
            case USCRIPT_BENGALI:
                return Script::bengali;
            case USCRIPT_ETHIOPIC:
                return Script::ethiopic;
            case USCRIPT_HAN:
                return Script::han;
            default:
                return Script::other;
        }
    }
    return Script::other;
}

std::u32string to_code_points(std::string_view text) {
    if (const auto at = find_malformed(text)) {
        throw std::invalid_argument("the text is not UTF-8 at byte " + std::to_string(*at));
    }
    std::u32string points;
    points.reserve(text.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t i = 0; i < text.size();) {
        UChar32 c = 0;
        U8_NEXT_UNSAFE(bytes, i, c);
        points += static_cast<char32_t>(c);
    }
    return points;
}

std::string to_utf8(std::u32string_view text) {
    std::string utf8;
    utf8.reserve(text.size());
    for (const char32_t point : text) {
        const auto c = static_cast<UChar32>(point > 0x10FFFF || U_IS_SURROGATE(point) ? 0xFFFD : point);
        std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
        std::size_t size = 0;
        U8_APPEND_UNSAFE(bytes, size, c);
        utf8.append(bytes.begin(), bytes.begin() + size);
    }
    return utf8;
}

std::string compose(std::string_view text) {
    if (const auto at = find_malformed(text)) {
        throw std::invalid_argument("the text is not UTF-8 at byte " + std::to_string(*at));
    }
    if (text.size() > std::numeric_limits<std::int32_t>::max()) {
        throw std::invalid_argument("a text of more than 2 GB cannot be normalised at once");
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const form_c = icu::Normalizer2::getNFCInstance(status);
    std::string composed;
    icu::StringByteSink<std::string> sink(&composed);
    if (U_SUCCESS(status) != 0) {
        form_c->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink,
                              nullptr, status);
    }
    if (U_FAILURE(status) != 0)
        throw std::runtime_error(std::string("ICU cannot normalise: ") + u_errorName(status));
    return composed;
}

bool is_space(char32_t c) { return u_isspace(static_cast<UChar32>(c)) != 0; }

}  // namespace align
