#include "pages/visible_date.hpp"

#include <unicode/calendar.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "pages/days.hpp"

namespace pages {
namespace {

/// A month's name in lower case and its number in its calendar, from 0.
struct MonthName {
    icu::UnicodeString name;
    int month = 0;
};

/// How an edition prints dates.
struct Convention {
    std::string calendar;  ///< ICU's name
    int first_year = 0;    ///< years before and behind are none of a date
    int last_year = 0;
};

Convention convention_of(std::string_view edition) {
    if (edition == "fa" || edition == "prs" || edition == "ps") return {"persian", 1379, 1430};
    if (edition == "am") return {"ethiopic", 1990, 2043};
    return {"gregorian", 1990, 2050};
}

std::string locale_of(std::string_view edition) {
    if (edition == "prs") return "fa_AF";
    if (edition == "sr") return "sr_Latn";
    if (edition == "sr-Cyrl") return "sr";
    std::string locale(edition);
    std::replace(locale.begin(), locale.end(), '-', '_');
    return locale;
}

/// The names in every form that the language has, longest first, so that none hides a longer one.
std::vector<MonthName> names_of(const std::string& locale, const std::string& calendar) {
    std::vector<MonthName> names;
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale((locale + "@calendar=" + calendar).c_str()),
                                         calendar.c_str(), status);
    if (U_FAILURE(status) != 0) return names;
    using Symbols = icu::DateFormatSymbols;
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
        for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
            std::int32_t count = 0;
            const icu::UnicodeString* months = symbols.getMonths(count, context, width);
            for (std::int32_t i = 0; i < count; ++i) {
                icu::UnicodeString name = months[i];
                name.toLower();
                if (name.endsWith(".")) name.truncate(name.length() - 1);
                // A number with a sign behind it, as in Chinese, is read by its digits.
                if (name.countChar32() > 1 && !u_isdigit(name.char32At(0)))
                    names.push_back({std::move(name), i});
            }
        }
    }
    std::stable_sort(names.begin(), names.end(), [](const MonthName& a, const MonthName& b) {
        return a.name.length() > b.name.length();
    });
    return names;
}

/// Names are made once for each edition.
const std::vector<MonthName>& month_names(const std::string& locale, const std::string& calendar) {
    static std::mutex mutex;
    static std::map<std::string, std::vector<MonthName>> known;
    const std::lock_guard lock(mutex);
    const auto [place, fresh] = known.try_emplace(locale + "@" + calendar);
    if (fresh) place->second = names_of(locale, calendar);
    return place->second;
}

std::optional<int> find_month(const icu::UnicodeString& text, const std::vector<MonthName>& names) {
    for (const MonthName& name : names) {
        for (std::int32_t at = text.indexOf(name.name); at >= 0; at = text.indexOf(name.name, at + 1)) {
            // Within a word it is none, but a day or an author may be glued before it.
            const std::int32_t end = at + name.name.length();
            const bool begins = at == 0 || !u_isalpha(text.char32At(at - 1));
            const bool ends =
                end >= text.length() || !u_isalpha(text.char32At(end)) || name.name.length() > 4;
            if (begins && ends) return name.month;
        }
    }
    return std::nullopt;
}

/// A run of digits, and whether the one before it is the month in a form like "13.06.2023".
std::vector<int> numbers_in(const icu::UnicodeString& text) {
    std::vector<int> numbers;
    bool inside = false;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const int digit = u_charDigitValue(text.char32At(i));
        if (digit < 0) {
            inside = false;
            continue;
        }
        if (!inside) numbers.push_back(0);
        inside = true;
        if (numbers.back() < 100'000) numbers.back() = numbers.back() * 10 + digit;
    }
    return numbers;
}

/// A day of a calendar, months from 0, as an ISO date; empty where the calendar has no such day.
std::string to_iso(const std::string& calendar, int year, int month, int day) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Calendar> own(icu::Calendar::createInstance(
        *icu::TimeZone::getGMT(), icu::Locale(("en@calendar=" + calendar).c_str()), status));
    const std::unique_ptr<icu::Calendar> gregorian(icu::Calendar::createInstance(
        *icu::TimeZone::getGMT(), icu::Locale("en@calendar=gregorian"), status));
    if (U_FAILURE(status) != 0) return {};
    own->clear();
    own->setLenient(false);
    own->set(UCAL_EXTENDED_YEAR, year);
    own->set(UCAL_MONTH, month);
    own->set(UCAL_DATE, day);
    const UDate time = own->getTime(status);
    if (U_FAILURE(status) != 0) return {};
    gregorian->setTime(time, status);
    std::string iso = "0000-00-00";
    const auto put = [&](std::size_t at, int digits, int value) {
        for (int i = digits - 1; i >= 0; --i, value /= 10)
            iso[at + static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
    };
    put(0, 4, gregorian->get(UCAL_YEAR, status));
    put(5, 2, gregorian->get(UCAL_MONTH, status) + 1);
    put(8, 2, gregorian->get(UCAL_DATE, status));
    return U_FAILURE(status) != 0 ? std::string() : iso;
}

/// Reads the numbers around a year: the day, and the month where it has no name.
std::string read_date(const std::vector<int>& numbers, std::optional<int> month, const Convention& convention,
                      bool month_first) {
    const auto year = std::find_if(numbers.begin(), numbers.end(), [&](int number) {
        return number >= convention.first_year && number <= convention.last_year;
    });
    if (year == numbers.end()) return {};
    const auto before = year - numbers.begin();
    const auto behind = numbers.end() - year - 1;
    const auto in_days = [](int number) { return number >= 1 && number <= 31; };
    if (month) {
        if (before > 0 && in_days(*(year - 1)))
            return to_iso(convention.calendar, *year, *month, *(year - 1));
        if (behind > 0 && in_days(*(year + 1)))
            return to_iso(convention.calendar, *year, *month, *(year + 1));
        return {};
    }
    if (before >= 2) {
        int day = *(year - 2);
        int number = *(year - 1);
        if (month_first) std::swap(day, number);
        return to_iso(convention.calendar, *year, number - 1, day);
    }
    return behind >= 2 ? to_iso(convention.calendar, *year, *(year + 1) - 1, *(year + 2)) : std::string();
}

}  // namespace

std::string parse_visible_date(std::string_view text, std::string_view edition) {
    icu::UnicodeString line =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    line.toLower();
    const std::vector<int> numbers = numbers_in(line);
    const bool month_first = edition == "en" && text.find('/') != text.npos;
    const Convention own = convention_of(edition);
    const Convention gregorian = convention_of("");
    struct Try {
        std::string locale;
        Convention convention;
    };
    // Hausa pages have English dates; and numbers alone are Gregorian on pages of 2022 on.
    for (const Try& attempt : {Try{locale_of(edition), own}, Try{"en", own},
                               Try{locale_of(edition), gregorian}, Try{"en", gregorian}}) {
        const auto month = find_month(line, month_names(attempt.locale, attempt.convention.calendar));
        std::string iso = read_date(numbers, month, attempt.convention, month_first);
        if (day_number(iso)) return iso;
    }
    return {};
}

}  // namespace pages
