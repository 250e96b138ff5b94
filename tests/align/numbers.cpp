#include "align/numbers.hpp"

#include "catch.hpp"

using align::number_value;

TEST_CASE("a number has one value in the digits of every edition") {
    for (const char* written : {"1500", "١٥٠٠", "۱۵۰۰", "१५००", "১৫০০"})
        CHECK(number_value(written) == "1500");
    CHECK(number_value("٢٠٢٤") == number_value("২০২৪"));
}

TEST_CASE("grouping does not count, whatever groups") {
    for (const char* written : {"1,500", "1.500", "1 500", "1\u00a0500", "1\u202f500", "1’500", "١٬٥٠٠",
                                "۱٬۵۰۰", "१,५००", "১,৫০০"}) {
        INFO(written);
        CHECK(number_value(written) == "1500");
    }
    CHECK(number_value("1.234.567") == "1234567");
    CHECK(number_value("1,234,567") == "1234567");
}

TEST_CASE("a fraction begins at a separator without three digits behind it") {
    for (const char* written : {"2.5", "2,5", "٢٫٥", "۲٫۵", "२.५", "২.৫"}) {
        INFO(written);
        CHECK(number_value(written) == "2.5");
    }
    CHECK(number_value("3,14159") == "3.14159");
    CHECK(number_value("1.234,50") == "1234.50");
    CHECK(number_value("1,234.50") == "1234.50");
    CHECK(number_value("0,5") == "0.5");
}

TEST_CASE("numbers that differ have values that differ") {
    CHECK(number_value("2.5") != number_value("25"));
    CHECK(number_value("2.5") != number_value("2.05"));
    CHECK(number_value("1.5.2") != number_value("1.52"));
    CHECK(number_value("12-34") != number_value("1234"));
}

TEST_CASE("leading zeros fall, a zero stays") {
    CHECK(number_value("007") == "7");
    CHECK(number_value("٠٠٧") == "7");
    CHECK(number_value("0") == "0");
    CHECK(number_value("000") == "0");
    CHECK(number_value("00,50") == "0.50");
}

TEST_CASE("letters around the digits do not count") {
    CHECK(number_value("25%") == "25");
    CHECK(number_value("G20") == "20");
    CHECK(number_value("-3") == "3");
}

TEST_CASE("a text without digits has no value") {
    for (const char* written : {"", "sieben", ".,", "三", "½", "፲"}) {
        INFO(written);
        CHECK(!number_value(written));
    }
}
