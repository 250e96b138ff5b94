#include "align/world.hpp"

#include <unicode/curramt.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/rbnf.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/ucurr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

namespace align {
namespace {

std::string to_utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

/// World regions of UN M49 that CLDR names and news speaks of: continents and the like.
constexpr std::array<const char*, 20> regions = {"002", "003", "005", "009", "011", "013", "014",
                                                 "015", "017", "018", "019", "029", "030", "034",
                                                 "035", "142", "143", "145", "150", "EU"};

void add_territories(const icu::Locale& locale, std::vector<std::string>& names) {
    const std::unique_ptr<icu::LocaleDisplayNames> display(
        icu::LocaleDisplayNames::createInstance(locale, ULDN_STANDARD_NAMES));
    const auto add = [&](const char* code) {
        icu::UnicodeString name;
        display->regionDisplayName(code, name);
        std::string text = to_utf8(name);
        names.push_back(text == code ? "" : std::move(text));
    };
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) add(*code);
    for (const char* code : regions) add(code);
}

void add_languages(const icu::Locale& locale, std::vector<std::string>& names) {
    const std::unique_ptr<icu::LocaleDisplayNames> display(
        icu::LocaleDisplayNames::createInstance(locale, ULDN_STANDARD_NAMES));
    for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
        if (std::string_view(*code).size() != 2)
            continue;  // the two-letter codes are the languages with states
        icu::UnicodeString name;
        display->languageDisplayName(*code, name);
        std::string text = to_utf8(name);
        names.push_back(text == *code ? "" : std::move(text));
    }
}

void add_calendar(const icu::Locale& locale, std::vector<std::string>& names) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(locale, "gregorian", status);
    for (const auto context : {icu::DateFormatSymbols::STANDALONE, icu::DateFormatSymbols::FORMAT}) {
        std::int32_t count = 0;
        const icu::UnicodeString* months = symbols.getMonths(count, context, icu::DateFormatSymbols::WIDE);
        for (std::int32_t i = 0; i < 12; ++i)
            names.push_back(U_SUCCESS(status) && i < count ? to_utf8(months[i]) : "");
        const icu::UnicodeString* days = symbols.getWeekdays(count, context, icu::DateFormatSymbols::WIDE);
        // Entry 0 is unused: ICU numbers the days from 1.
        for (std::int32_t i = 1; i < 8; ++i)
            names.push_back(U_SUCCESS(status) && i < count ? to_utf8(days[i]) : "");
    }
}

void add_currencies(const icu::Locale& locale, std::vector<std::string>& names) {
    for (const char16_t* code :
         {u"USD", u"EUR", u"GBP", u"RUB", u"CNY", u"JPY", u"CHF", u"INR", u"TRY", u"PLN", u"UAH",
          u"BRL", u"ETB", u"NGN", u"KES", u"TZS", u"IRR", u"AFN", u"PKR", u"BDT", u"IDR", u"EGP",
          u"SAR", u"ILS", u"KRW", u"MXN", u"CAD", u"AUD", u"SEK", u"NOK", u"DKK", u"ZAR"}) {
        UErrorCode status = U_ZERO_ERROR;
        std::int32_t length = 0;
        UBool is_choice = 0;
        const char16_t* name =
            ucurr_getName(code, locale.getName(), UCURR_LONG_NAME, &is_choice, &length, &status);
        const bool known = U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING;
        names.push_back(known ? to_utf8(icu::UnicodeString(name, length)) : "");
    }
}

void add_cities(const icu::Locale& locale, std::vector<std::string>& names) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::TimeZoneNames> zones(icu::TimeZoneNames::createInstance(locale, status));
    const std::unique_ptr<icu::StringEnumeration> ids(icu::TimeZone::createTimeZoneIDEnumeration(
        UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
    if (U_FAILURE(status)) return;
    std::set<std::string> sorted;
    while (const char* id = ids->next(nullptr, status)) sorted.insert(id);
    for (const std::string& id : sorted) {
        icu::UnicodeString name;
        zones->getExemplarLocationName(icu::UnicodeString::fromUTF8(id), name);
        names.push_back(name.isBogus() ? "" : to_utf8(name));
    }
}

void add_numbers(const icu::Locale& locale, std::vector<std::string>& names) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, locale, status);
    // Where CLDR has no number words for a language, ICU falls back to those of the machine's: no knowledge.
    // The status says nothing: it warns for every language.
    const icu::Locale found = format.getLocale(ULOC_VALID_LOCALE, status);
    const bool known = U_SUCCESS(status) && std::string_view(found.getLanguage()) == locale.getLanguage();
    for (const std::int32_t number :
         {1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12,  13,  14,   15,      16,
          17, 18, 19, 20, 30, 40, 50, 60, 70, 80, 90, 100, 200, 1000, 1000000, 1000000000}) {
        icu::UnicodeString words;
        if (known) format.format(number, words);
        names.push_back(known ? to_utf8(words) : "");
    }
}

std::vector<std::string> names_in(const icu::Locale& locale) {
    std::vector<std::string> names;
    add_territories(locale, names);
    add_languages(locale, names);
    add_calendar(locale, names);
    add_currencies(locale, names);
    add_cities(locale, names);
    add_numbers(locale, names);
    return names;
}

}  // namespace

std::vector<std::string> world_names(std::string_view language) {
    const bool serbian = language == "sr" || language.starts_with("sr-");
    const icu::Locale first =
        serbian             ? icu::Locale("sr_Cyrl")
        : language == "prs" ? icu::Locale("fa_AF")
        : language == "pt"  ? icu::Locale("pt_PT")  // in ICU, "pt" alone is Brazil's
                            : [&] {
                                 UErrorCode status = U_ZERO_ERROR;
                                 return icu::Locale::forLanguageTag(
                                     {language.data(), static_cast<std::int32_t>(language.size())}, status);
                             }();
    std::vector<std::string> names = names_in(first);
    const std::vector<std::string> again = serbian ? names_in(icu::Locale("sr_Latn")) : names;
    names.insert(names.end(), again.begin(), again.end());
    return names;
}

}  // namespace align
