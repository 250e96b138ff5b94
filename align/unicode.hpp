#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/ranges.hpp"

/// Text in our own words: the one place of this library, beside its source file, that knows ICU for text.
/// Texts are well-formed UTF-8 unless said otherwise; positions are bytes.
namespace align {

/// The offset of the first byte that is not well-formed UTF-8 (Unicode, section 3.9, table 3-7); none: all
/// is.
std::optional<std::size_t> find_malformed(std::string_view text);

/// True when the text is white space (Unicode White_Space), zero-width spaces and marks alone, or empty.
bool is_blank(std::string_view text);

/// The text without blanks (as is_blank) at both ends.
std::string_view trim(std::string_view text);

/// How many code points the text holds.
std::size_t count_code_points(std::string_view text);

/// The first `count` code points of the text, all of it when it is shorter.
std::string_view first_code_points(std::string_view text, std::size_t count);

/// The ends of sentences by ICU's rules for the language (UAX #29, section 5, with CLDR's tailoring), in
/// ascending order; the last is the end of the text. White space after a sentence belongs to it.
std::vector<std::size_t> sentence_ends(std::string_view text, std::string_view language);

/// What a code point is to the ends of sentences (UAX #29, table 4).
enum class SentenceBreak : unsigned char {
    other,
    transparent,  ///< marks on letters and format characters, which belong to what stands before
    separator,    ///< ends a paragraph
    space,
    lower,
    upper,
    letter,  ///< of a script without capitals
    digit,
    period,   ///< a full stop that may also stand inside a sentence
    end,      ///< a mark that ends sentences and does nothing else
    go_on,    ///< commas, colons, dashes: the sentence goes on
    closing,  ///< brackets and quotation marks, opening ones too
};

SentenceBreak sentence_break(char32_t c);

/// Of a script with capitals or without.
bool is_letter(SentenceBreak kind);

/// Kinds of brackets and quotation marks, by general category.
enum class Bracket { none, opening, closing, initial_quote, final_quote, straight_quote };

Bracket bracket_kind(char32_t c);

/// The code point at `at`, which moves behind it. U+FFFD where the bytes are not well-formed.
char32_t next_code_point(std::string_view text, std::size_t& at);

/// The code point that ends at `at`, which moves to its beginning. U+FFFD where the bytes are not
/// well-formed.
char32_t previous_code_point(std::string_view text, std::size_t& at);

/// The text with its first letter in lower case; as it is when that is no capital.
std::string with_small_initial(std::string_view text);
/// The text with its first letter as a capital (title case); as it is when it has none.
std::string with_capital_initial(std::string_view text);

enum class WordKind { word, number, ideograph };

/// A word of a text, by ICU's rules (UAX #29, section 4; dictionaries for Chinese).
struct WordSpan {
    ByteRange bytes;
    WordKind kind = WordKind::word;
    bool capital = false;  ///< begins with an upper-case letter
};

/// The words of a text in order; punctuation, symbols and spaces are left out.
std::vector<WordSpan> words_of(std::string_view text, std::string_view language);

/// Text for comparing within one language: compatibility forms and case folded (NFKC_Casefold), combining
/// marks of Latin, Greek, Cyrillic and Arabic script dropped, Arabic letters that editions mix (ي ی, ك ک …)
/// made one, and in texts with Cyrillic letters Latin ones that look the same taken for Cyrillic.
std::string fold(std::string_view text);

/// The text romanised by ICU's transliterators and folded to a-z and 0-9: "Путин" gives "putin".
std::string to_latin(std::string_view text);

/// The text with decimal digits of every script as 0-9: "١٢٣" gives "123".
std::string to_ascii_digits(std::string_view text);

/// Scripts that matter for how words are cut and compared.
enum class Script { latin, cyrillic, greek, arabic, devanagari, bengali, ethiopic, han, other };

/// The script of the first letter of the text.
Script script_of(std::string_view text);
/// The code points of well-formed UTF-8; throws std::invalid_argument when it is not.
std::u32string to_code_points(std::string_view text);

/// Code points as UTF-8; one that is none (a surrogate, above U+10FFFF) becomes U+FFFD.
std::string to_utf8(std::u32string_view text);

/// Well-formed UTF-8 in normalisation form C (Unicode Standard Annex 15): letters and their marks composed.
/// Throws std::invalid_argument when the text is not well-formed.
std::string compose(std::string_view text);

/// True for white space: spaces and separators (general category Z), tab to carriage return, the four
/// information separators U+001C..U+001F, and U+0085. Zero-width spaces and marks are none.
bool is_space(char32_t c);

}  // namespace align
