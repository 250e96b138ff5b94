#include "align/srx_export.hpp"

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "align/boundaries.hpp"
#include "align/segmenter.hpp"
#include "align/srx_rules.hpp"
#include "align/unicode.hpp"
#include "catch.hpp"

using align::SrxFile;
using align::SrxRules;

namespace {

using Strings = std::vector<std::string>;

const SrxRules& exported() {
    static const SrxRules rules(
        align::read_srx(align::write_srx(align::export_srx(align::languages_with_lists()))));
    return rules;
}

Strings sentences(const std::string& text, const std::vector<std::size_t>& ends) {
    Strings all;
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
        const auto sentence = align::trim(std::string_view(text).substr(begin, end - begin));
        if (!sentence.empty()) all.emplace_back(sentence);
        begin = end;
    }
    return all;
}

}  // namespace

TEST_CASE("every exported rule can be used") {
    CHECK(exported().warnings().empty());
    for (const std::string& tag : align::languages_with_lists()) {
        INFO(tag);
        const align::SrxCutter* const cutter = exported().cutter(tag);
        REQUIRE(cutter != nullptr);
        CHECK(cutter->warnings().empty());
    }
}

TEST_CASE("a tag finds its own rules, between those of all languages") {
    const std::map<std::string, std::string> cases = {
        {"de", "de"},           {"DE-AT", "de"},      {"de_CH", "de"},      {"pt", "pt"},
        {"pt-PT", "pt"},        {"pt-BR", "pt-BR"},   {"sr", "sr"},         {"sr-Latn", "sr"},
        {"sr-Cyrl", "sr-Cyrl"}, {"zh-CN", "zh-Hans"}, {"zh-TW", "zh-Hant"}, {"zh-Hant", "zh-Hant"},
        {"fa", "fa"},           {"fa-AF", "prs"},     {"prs-AF", "prs"},
    };
    for (const auto& [tag, list] : cases) {
        INFO(tag);
        const Strings names = exported().names(tag);
        REQUIRE(names.size() == 3);
        CHECK(names[1] == "Hexapla: " + list);
    }
    CHECK(exported().names("den").size() == 2);
    CHECK(exported().names("fi").size() == 2);
}

TEST_CASE("exported rules cut as our own do") {
    const std::vector<std::pair<const char*, const char*>> cases = {
        {"de", "Am 17. November kam Dr. Weiß, z. B. um 9 Uhr. „Warum?“ fragte sie. Er ging (!) heim. Ende."},
        {"de",
         "Im II. Weltkrieg zahlte er 2 Mrd. Euro. Die Bank usw. Der Rest folgte. Es war der 3. Mai 2016."},
        {"en",
         "Mr. J. R. Smith of the U.S. Senate left at 9 a.m. The rest stayed. Yahoo! is a firm. 5 people "
         "came."},
        {"en", "He said \"No.\" Then he left... but not for long. See no. 5. Is it? Yes!"},
        {"fr", "Il a dit : « Non. » M. Dupont est parti. Pourquoi ? Personne ne sait."},
        {"zh-Hans", "他说：“好。”然后走了。为什么？没有人知道！"},
        {"hi", "वह आया। डॉ. शर्मा गए। क्यों? कोई नहीं जानता।"},
        {"am", "ዝናብ ዘነበ። ለምን? ዶ/ር አበበ ሄዱ፡፡ ማንም አያውቅም።"},
        {"ar", "هطل المطر. لماذا؟ قال د. أحمد إنه لا يعرف."},
        {"ur", "بارش ہوئی۔ ڈاکٹر آئے۔ کیوں؟ کوئی نہیں جانتا۔"},
        {"el", "Έβρεξε. Γιατί; Κανείς δεν ξέρει."},
        {"pl", "W 2010 r. padał deszcz. Prof. Nowak wyszedł ok. 9. Dlaczego? Nikt nie wie."},
        {"ru", "В 2010 г. А. С. Иванов уехал. Почему? — Никто не знает."},
    };
    for (const auto& [tag, text] : cases) {
        INFO(tag << ": " << text);
        const Strings own = sentences(text, align::sentence_boundaries(text, tag));
        CHECK(own.size() >= 3);
        CHECK(sentences(text, exported().cutter(tag)->boundaries(text)) == own);
    }
}

TEST_CASE("patterns mean the same to Java and ICU") {
    const SrxFile file = align::export_srx(align::languages_with_lists());
    for (const align::SrxLanguageRule& named : file.rules) {
        for (const align::SrxRule& rule : named.rules) {
            for (const std::string* const pattern : {&rule.before, &rule.after}) {
                INFO(named.name << ": " << *pattern);
                for (const char* const differs :
                     {R"(\s)", R"(\S)", R"(\w)", R"(\W)", R"(\d)", R"(\D)", R"(\b)", R"(\h)", R"(\X)"})
                    CHECK(pattern->find(differs) == std::string::npos);
            }
        }
    }
}

TEST_CASE("only the languages asked for are exported, and unknown ones refused") {
    const SrxFile file = align::export_srx({"de", "pl"});
    CHECK(file.rules.size() == 4);
    CHECK(file.maps.size() == 4);
    CHECK(file.cascade);
    CHECK_THROWS_AS(align::export_srx({"xx"}), std::invalid_argument);
    CHECK_FALSE(align::srx_leaves_out().empty());
}
