#pragma once

#include <string>

/// What the patterns of exported rules are put together from. All of it means the same to Java and to ICU, so
/// that \s and \d, which do not, stand nowhere.
namespace align::srx {

/// A space, or a mark without width.
inline const std::string space = R"([\t\p{Z}\p{Cf}])";
/// What a word is made of, to be put into [ ].
inline const std::string word_signs = R"(\p{L}\p{M}\p{N})";
/// No word goes on here.
inline const std::string word_ends = "(?![" + word_signs + "])";
/// No word goes on leftwards from here.
inline const std::string word_begins = "(?<![" + word_signs + ".])";
/// The same for what may stand alone as an initial or a number: "6,5.", "20°C." and "a/b." are none.
inline const std::string token_begins = "(?<![" + word_signs + R"(\p{Sm}\p{So}\p{Sk}.,:@/&_'’#%~°º\-]))";
inline const std::string capital = R"([\p{Lu}\p{Lt}])";
inline const std::string dash_signs = R"(\-–—―•‣·*▪●■►⁃)";
inline const std::string quote_signs = R"(\p{Ps}\p{Pe}\p{Pi}\p{Pf}"')";
/// What may stand before the first word of a sentence: quotation marks, brackets, dashes.
inline const std::string openers = R"([\t\p{Z}\p{Cf}¿¡)" + quote_signs + dash_signs + "]{0,16}";
/// The same without quotation marks and brackets.
inline const std::string dashes = R"([\t\p{Z}\p{Cf}¿¡)" + dash_signs + "]{0,16}";
/// Where a sentence begins, as far as its left side tells.
inline const std::string sentence_begins =
    R"((?:(?:^|\n))" + space +
    R"({0,3}|(?:[!?…:۔।።؟。！？]|(?:[\p{Ll}\p{Lo}]{4}|[\p{Pe}\p{Pf}"'])\.)[\p{Pe}\p{Pf}"']{0,2})" + space +
    "{1,2})";
/// Signs that begin sentences, but are no letters, digits, quotation marks, brackets or dashes.
inline const std::string other_signs = R"(\p{S}\p{Co}@#%&§/_*)";
/// Brackets, quotation marks and footnotes that close what ends with a stop.
inline const std::string closers = R"((?:\p{Pe}|\p{Pf}|\[[0-9]{1,3}\]|[\p{Pi}"'](?![)" + word_signs +
                                   R"(\p{Ps}\p{Pi}])|)" + space + R"({1,2}(?:\p{Pe}|\p{Pf}(?![)" +
                                   word_signs + R"(\p{Ps}\p{Pi}])|["'](?=)" + space + "{0,3}$)))";
/// Stops that end sentences and do nothing else.
inline const std::string mark_signs = R"(!?\u0589\u061F\u0964\u0965\u1362\u1367\u1368\u203C\u203D\u2047-)"
                                      R"(\u2049\u2E2E\u3002\uFE56\uFE57)"
                                      R"(\uFF01\uFF1F\uFF61)";

/// What follows must look so.
inline std::string next(const std::string& pattern) { return "(?=" + pattern + ")"; }
inline std::string any_of(const std::string& alternatives) { return "(?:" + alternatives + ")"; }

}  // namespace align::srx
