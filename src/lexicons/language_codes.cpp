#include "lexicons/language_codes.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace lexicons {

std::string language_of_code(std::string_view code) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 34> tags = {{
        {"alb", "sq"},      {"amh", "am"},      {"ara", "ar"},  {"ben", "bn"}, {"bos", "bs"}, {"bul", "bg"},
        {"cmn", "zh-Hans"}, {"deu", "de"},      {"ell", "el"},  {"eng", "en"}, {"fas", "fa"}, {"fra", "fr"},
        {"hau", "ha"},      {"hin", "hi"},      {"hrv", "hr"},  {"ind", "id"}, {"mkd", "mk"}, {"pes", "fa"},
        {"pol", "pl"},      {"por", "pt"},      {"pus", "ps"},  {"ron", "ro"}, {"rus", "ru"}, {"spa", "es"},
        {"sqi", "sq"},      {"srp", "sr"},      {"swa", "sw"},  {"swh", "sw"}, {"tur", "tr"}, {"ukr", "uk"},
        {"urd", "ur"},      {"zho", "zh-Hans"}, {"prs", "prs"}, {"als", "sq"},
    }};
    const auto found =
        std::find_if(tags.begin(), tags.end(), [&](const auto& each) { return each.first == code; });
    return std::string(found == tags.end() ? code : found->second);
}

}  // namespace lexicons
