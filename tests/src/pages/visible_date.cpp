#include "pages/visible_date.hpp"

#include "catch.hpp"
#include "pages/days.hpp"

using pages::parse_visible_date;

TEST_CASE("visible dates are read in the calendar, digits and names of their edition") {
    struct Case {
        const char* edition;
        const char* text;
        const char* iso;
    };
    for (const Case& one :
         {Case{"en", "June 5, 2018", "2018-06-05"},   {"en", "06/05/2018", "2018-06-05"},
          {"de", "13.06.2023", "2023-06-13"},         {"de", "30. Januar 2024", "2024-01-30"},
          {"de", "13. März 2024", "2024-03-13"},      {"es", "19 de abril de 2013", "2013-04-19"},
          {"fr", "28 juin 2019", "2019-06-28"},       {"pt", "4 de fevereiro de 2021", "2021-02-04"},
          {"ru", "21 декабря 2012 г.", "2012-12-21"}, {"uk", "27 березня 2005 р.", "2005-03-27"},
          {"bg", "13 април 2021", "2021-04-13"},      {"mk", "10 септември 2016", "2016-09-10"},
          {"sr", "8. mart 2017.", "2017-03-08"},      {"pl", "19 kwietnia 2013", "2013-04-19"},
          {"ro", "4 iunie 2018", "2018-06-04"},       {"sq", "10 Tetor 2012", "2012-10-10"},
          {"tr", "7 Ağustos 2016", "2016-08-07"},     {"el", "3 Μαΐου 2018", "2018-05-03"},
          {"ar", "٥ يناير ٢٠١٧", "2017-01-05"},       {"ur", "3 مئی 2018", "2018-05-03"},
          {"hi", "२८ फ़रवरी २०१४", "2014-02-28"},      {"bn", "৫ জুন ২০১৮", "2018-06-05"},
          {"id", "3 Mei 2018", "2018-05-03"},         {"id", "Rara Wening10 Mei 2023", "2023-05-10"},
          {"sw", "17 Januari 2013", "2013-01-17"},    {"ha", "November 8, 2023", "2023-11-08"},
          {"zh-Hans", "2013年5月2日", "2013-05-02"},  {"zh-Hant", "2016年12月31日", "2016-12-31"},
          {"fa", "۱۳۹۷ تیر ۱۶, شنبه", "2018-07-07"},  {"prs", "۱۳۹۴ شهریور ۹, دوشنبه", "2015-08-31"},
          {"am", "ሰኞ፣ ጥቅምት 19 2011", "2018-10-29"}}) {
        INFO(one.edition << " " << one.text);
        CHECK(parse_visible_date(one.text, one.edition) == one.iso);
    }
}

TEST_CASE("a text without a whole date has none") {
    for (const char* text : {"", "3 hours ago", "vor 3 Stunden", "Mai 2023", "31.02.2023", "Oda Brink",
                             "12345678901234567890"}) {
        INFO(text);
        CHECK(parse_visible_date(text, "de").empty());
    }
}

TEST_CASE("days are counted from 1970, and no other text is a day") {
    CHECK(pages::day_number("1970-01-01") == 0L);
    CHECK(pages::day_number("2016-03-01").value() - pages::day_number("2016-02-28").value() == 2);
    CHECK_FALSE(pages::day_number("2015-02-29"));
    CHECK_FALSE(pages::day_number("2015-2-9"));
    CHECK_FALSE(pages::day_number("vor drei Ta"));
}
