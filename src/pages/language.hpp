#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pages {

/// What a text's words say of its language.
struct DetectedLanguage {
    std::string edition;     ///< tag; empty: no edition is in that language
    std::string name;        ///< its English name, of whichever language it is
    bool ambiguous = false;  ///< other editions are too like it to be told apart: see are_alike
};

/// The language of a text by CLD2; none where it is not sure. Of the editions that cannot be told apart it
/// gives one always: fa for fa and prs, hr for hr, bs and sr in Latin script, pt for pt and pt-BR.
std::optional<DetectedLanguage> detect_language(std::string_view text);

/// The same for one block, where only what CLD2 is sure of counts, and nearly all of the text is in it.
std::optional<DetectedLanguage> detect_block_language(std::string_view text);

/// Whether words do not tell the two editions (tags) apart: equal, fa and prs, hr and bs and sr, pt and
/// pt-BR.
bool are_alike(std::string_view edition, std::string_view other);

}  // namespace pages
