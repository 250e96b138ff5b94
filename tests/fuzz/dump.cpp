// Pages saved as text: any bytes give an article of sound blocks, or an InputError.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "article_rules.hpp"
#include "errors.hpp"
#include "pages/complete.hpp"
#include "pages/decode.hpp"
#include "pages/dump.hpp"
#include "pages/text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    try {
        const auto text =
            pages::decode(std::string_view(reinterpret_cast<const char*>(bytes), size), "input", true).text;
        pages::looks_like_dump(text);
        for (pages::Article article : {pages::read_dump(text), pages::read_text(text)}) {
            pages::complete(article);
            demand_sound(article);
        }
    } catch (const hexapla::InputError&) {
        return 0;
    }
    return 0;
}
