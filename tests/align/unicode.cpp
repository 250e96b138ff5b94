#include "align/unicode.hpp"

#include <array>
#include <thread>

#include "catch.hpp"

using align::WordKind;

namespace {

std::vector<std::string> sentences(const std::string& text, const std::string& language) {
    std::vector<std::string> all;
    std::size_t begin = 0;
    for (const std::size_t end : align::sentence_ends(text, language)) {
        all.emplace_back(align::trim(std::string_view(text).substr(begin, end - begin)));
        begin = end;
    }
    CHECK(begin == text.size());
    return all;
}

std::vector<std::string> words(const std::string& text, const std::string& language) {
    std::vector<std::string> all;
    for (const align::WordSpan& word : align::words_of(text, language))
        all.push_back(text.substr(word.bytes.begin, word.bytes.size()));
    return all;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("the first byte that is not UTF-8 is found") {
    CHECK(!align::find_malformed(""));
    CHECK(!align::find_malformed("Straße ጀርመን 德国 \U0001F600"));
    CHECK(align::find_malformed("\xff") == 0U);
    CHECK(align::find_malformed("ab\xc3") == 2U);              // cut off
    CHECK(align::find_malformed("é\x80") == 2U);               // nothing to continue
    CHECK(align::find_malformed("德\xed\xa0\x80") == 3U);      // a surrogate
    CHECK(align::find_malformed("a\xc0\xaf") == 1U);           // longer than need be
    CHECK(align::find_malformed("\xf4\x90\x80\x80 z") == 0U);  // above U+10FFFF
    CHECK(align::find_malformed(std::string(100000, 'a') + "\xe1\x88") == 100000U);
}

TEST_CASE("blanks of every kind are trimmed at both ends alone") {
    CHECK(align::trim(" \t\r\nRain, again.\n ") == "Rain, again.");
    CHECK(align::trim("\u00a0\u3000\u2028德国\u202f") == "德国");
    CHECK(align::trim("\ufeff\u200b\u200eبرلين\u200f\u2069") == "برلين");
    CHECK(align::trim("a\u00a0b") == "a\u00a0b");
    CHECK(align::trim(" \u200b ").empty());
    CHECK(align::trim("").empty());
    CHECK(align::is_blank(""));
    CHECK(align::is_blank("\u2003\u200d\u2060"));
    CHECK(!align::is_blank("\u1361"));  // the Ethiopic word space is written
    CHECK(!align::is_blank("።"));
}

TEST_CASE("what is not UTF-8 is no blank and does no harm") {
    CHECK(align::trim(" \xff ") == "\xff");
    CHECK(align::trim("\x80\x80") == "\x80\x80");
    CHECK(!align::is_blank("\xe2\x80"));
}

TEST_CASE("code points are counted and cut whole") {
    CHECK(align::count_code_points("") == 0);
    CHECK(align::count_code_points("Łódź ጀርመን \U0001F600") == 11);
    CHECK(align::first_code_points("Łódź", 3) == "Łód");
    CHECK(align::first_code_points("जर्मनी", 2) == "जर");
    CHECK(align::first_code_points("德国", 5) == "德国");
    CHECK(align::first_code_points("\U0001F600x", 1) == "\U0001F600");
    CHECK(align::first_code_points("abc", 0).empty());
}

TEST_CASE("folding makes one of the ways to write a word") {
    CHECK(align::fold("STRASSE") == align::fold("Straße"));
    CHECK(align::fold("Élysée") == "elysee");
    CHECK(align::fold("e\u0301") == align::fold("\u00e9"));
    CHECK(align::fold("ΑΘΉΝΑ") == align::fold("Αθήνα"));
    CHECK(align::fold("ΛΌΓΟΣ") == align::fold("λόγος"));                  // the last sigma too
    CHECK(align::fold("Моско\u0301вский") == align::fold("МОСКОВСКИЙ"));  // the accent of a dictionary
    CHECK(align::fold("гoвoрe") == align::fold("говоре"));                // typed with Latin o and e
    CHECK(align::fold("Jелена") == align::fold("Јелена"));
    CHECK(align::fold("copy") == "copy");
    CHECK(align::fold("علي") == align::fold("علی"));    // Arabic and Persian yeh
    CHECK(align::fold("كتاب") == align::fold("کتاب"));  // and kaf
    CHECK(align::fold("مُحَمَّد") == align::fold("محمد"));  // vowel signs
    CHECK(align::fold("أحمد") == align::fold("احمد"));
    CHECK(align::fold("می\u200cرود") == align::fold("میرود"));  // the joiner within a word
    CHECK(align::fold("ein\u00adund\u00adzwanzig") == "einundzwanzig");
    CHECK(align::fold("ﬁnal") == "final");
    CHECK(align::fold("ＡＢＣ") == "abc");
}

TEST_CASE("folding keeps what tells words apart") {
    CHECK(align::fold("की") != align::fold("का"));  // vowel signs of Devanagari
    CHECK(align::fold("কি") != align::fold("কে"));  // and Bengali
    CHECK(align::fold("ሰላም") == "ሰላም");
    CHECK(align::fold("德国") != align::fold("德國"));
    CHECK(align::fold("").empty());
}

TEST_CASE("every script is romanised to a to z and 0 to 9") {
    CHECK(align::to_latin("Путин") == "putin");
    CHECK(align::to_latin("Αθήνα") == "athena");
    CHECK(align::to_latin("Łódź, Çeşme!") == "lodzcesme");
    CHECK(align::to_latin("Straße 17") == "strasse17");
    CHECK(align::to_latin("").empty());
    for (const char* word :
         {"برلين", "پوتین", "बर्लिन", "বার্লিন", "በርሊን", "柏林", "Берлін", "جرمنی", "Βερολίνο"}) {
        INFO(word);
        const std::string latin = align::to_latin(word);
        CHECK(latin.size() >= 3);
        CHECK(latin.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string::npos);
    }
}

TEST_CASE("decimal digits of every script become 0 to 9, all else stays") {
    CHECK(align::to_ascii_digits("٠١٢٣٤٥٦٧٨٩") == "0123456789");
    CHECK(align::to_ascii_digits("۰۱۲۳۴۵۶۷۸۹") == "0123456789");
    CHECK(align::to_ascii_digits("०१२३४५६७८९") == "0123456789");
    CHECK(align::to_ascii_digits("০১২৩৪৫৬৭৮৯") == "0123456789");
    CHECK(align::to_ascii_digits("１２") == "12");
    CHECK(align::to_ascii_digits("сто ٤٢%") == "сто 42%");
    CHECK(align::to_ascii_digits("m² ½ 三 ፫") == "m² ½ 三 ፫");  // numerals, but no decimal digits
    CHECK(align::to_ascii_digits("7\xff") == "7\xff");
}

TEST_CASE("words are cut in every script, without punctuation") {
    CHECK(words("Das U-Boot, gestern!", "de") == Strings{"Das", "U", "Boot", "gestern"});
    CHECK(words("l'Élysée n’a pas", "fr") == Strings{"l'Élysée", "n’a", "pas"});
    CHECK(words("መንግሥት፡ዛሬ፣ አስታወቀ።", "am") == Strings{"መንግሥት", "ዛሬ", "አስታወቀ"});
    CHECK(words("بارش ہوئی، پھر؟", "ur") == Strings{"بارش", "ہوئی", "پھر"});
    CHECK(words("जर्मनी में बारिश।", "hi") == Strings{"जर्मनी", "में", "बारिश"});
    CHECK(words("জার্মানিতে বৃষ্টি।", "bn") == Strings{"জার্মানিতে", "বৃষ্টি"});
    CHECK(words("می\u200cرود", "fa") == Strings{"می\u200cرود"});
    CHECK(words("德国总理。", "zh-Hans") == Strings{"德国", "总理"});
    CHECK(words("", "de").empty());
    CHECK(words(" … — !", "de").empty());
}

TEST_CASE("a word is a word, a number or an ideograph, and knows its capital") {
    const auto found = align::words_of("Am 3,5 德国 am", "de");
    REQUIRE(found.size() == 4);
    CHECK(found[0].kind == WordKind::word);
    CHECK(found[0].capital);
    CHECK(found[1].kind == WordKind::number);
    CHECK(found[1].bytes == align::ByteRange{3, 6});
    CHECK(found[2].kind == WordKind::ideograph);
    CHECK(!found[3].capital);
    CHECK(align::words_of("Ärzte", "de").front().capital);
    CHECK(!align::words_of("ärzte", "de").front().capital);
    for (const char* number : {"١٬٥٠٠", "۱۲٫۵", "१,२३,४५६", "১২৩"}) {
        INFO(number);
        const auto one = align::words_of(number, "en");
        REQUIRE(one.size() == 1);
        CHECK(one.front().kind == WordKind::number);
    }
}

TEST_CASE("sentences end where their script says") {
    CHECK(sentences("Es regnet. Schon wieder! Warum?", "de") ==
          Strings{"Es regnet.", "Schon wieder!", "Warum?"});
    CHECK(sentences("ዝናብ ነው። እንደገና ዘነበ።", "am") == Strings{"ዝናብ ነው።", "እንደገና ዘነበ።"});
    CHECK(sentences("下雨了。又下雨了！为什么？", "zh-Hans") ==
          Strings{"下雨了。", "又下雨了！", "为什么？"});
    CHECK(sentences("بارش ہوئی۔ پھر بارش ہوئی۔", "ur") == Strings{"بارش ہوئی۔", "پھر بارش ہوئی۔"});
    CHECK(sentences("बारिश हुई। फिर हुई।", "hi") == Strings{"बारिश हुई।", "फिर हुई।"});
    CHECK(sentences("বৃষ্টি হলো। আবার হলো।", "bn") == Strings{"বৃষ্টি হলো।", "আবার হলো।"});
    CHECK(sentences("هطل المطر. لماذا؟ لا أحد يعرف.", "ar") ==
          Strings{"هطل المطر.", "لماذا؟", "لا أحد يعرف."});
    CHECK(sentences("Γιατί βρέχει; Κανείς δεν ξέρει.", "el") ==
          Strings{"Γιατί βρέχει;", "Κανείς δεν ξέρει."});
    CHECK(sentences("no stop", "en") == Strings{"no stop"});
    CHECK(align::sentence_ends("", "de").empty());
}

TEST_CASE("a language that nobody knows is cut by the general rules") {
    CHECK(sentences("Bir. Iki.", "xx") == Strings{"Bir.", "Iki."});
    CHECK(sentences("Bir. Iki.", "!?") == Strings{"Bir.", "Iki."});
    CHECK(words("باران آمد", "prs") == Strings{"باران", "آمد"});
}

TEST_CASE("the script of a text is that of its first letter") {
    using align::Script;
    CHECK(align::script_of("«12» Über") == Script::latin);
    CHECK(align::script_of("Берлин") == Script::cyrillic);
    CHECK(align::script_of("Βερολίνο") == Script::greek);
    CHECK(align::script_of("برلين") == Script::arabic);
    CHECK(align::script_of("बर्लिन") == Script::devanagari);
    CHECK(align::script_of("বার্লিন") == Script::bengali);
    CHECK(align::script_of("በርሊን") == Script::ethiopic);
    CHECK(align::script_of("柏林") == Script::han);
    CHECK(align::script_of("베를린") == Script::other);
    CHECK(align::script_of("12 %") == Script::other);
    CHECK(align::script_of("\xff"
                           "a") == Script::latin);
}

TEST_CASE("threads cut, fold and romanise side by side") {
    const std::string german = "Es regnet. Der Präsident kam am 3. Mai.";
    const std::string amharic = "ዝናብ ነው። መንግሥት ዛሬ አስታወቀ።";
    const std::string chinese = "下雨了。德国总理又来了。";
    const auto work = [&] {
        std::vector<std::string> found;
        for (const auto& [text, language] :
             {std::pair{german, "de"}, std::pair{amharic, "am"}, std::pair{chinese, "zh-Hans"}}) {
            std::size_t begin = 0;
            for (const std::size_t end : align::sentence_ends(text, language)) {
                found.push_back(text.substr(begin, end - begin));
                begin = end;
            }
            for (const auto& word : align::words_of(text, language))
                found.push_back(align::fold(text.substr(word.bytes.begin, word.bytes.size())));
            found.push_back(align::to_latin(text));
        }
        return found;
    };
    const std::vector<std::string> alone = work();
    CHECK(alone.size() > 15);
    std::array<bool, 4> same{};
    std::vector<std::thread> threads;
    for (bool& result : same) {
        threads.emplace_back([&] {
            result = true;
            for (int i = 0; i < 50; ++i) result = result && work() == alone;
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const bool result : same) CHECK(result);
}

TEST_CASE("a letter within a word is cut as ICU cuts it, whether the word stands alone or not") {
    for (char32_t c = 0x41; c < 0x1400; ++c) {
        const std::string word = "\u0430" + align::to_utf8(std::u32string(1, c)) + "\u0430";
        const auto alone = align::words_of(word, "ru");
        const auto in_text = align::words_of(word + " .", "ru");
        INFO("U+" << std::hex << static_cast<unsigned>(c));
        REQUIRE(alone.size() == in_text.size());
        for (std::size_t i = 0; i < alone.size(); ++i) {
            CHECK(alone[i].bytes == in_text[i].bytes);
            CHECK(alone[i].kind == in_text[i].kind);
            CHECK(alone[i].capital == in_text[i].capital);
        }
    }
}

TEST_CASE("a letter folds the same alone as beside one that takes the long way") {
    const std::string marked = "\u03AC";  // ά is α with a mark
    const std::string folded = align::fold(marked);
    for (const auto& [begin, end] :
         {std::pair{0x01, 0x0600}, std::pair{0x1200, 0x1400}, std::pair{0x4DF0, 0xA010}}) {
        for (auto c = static_cast<char32_t>(begin); c < static_cast<char32_t>(end); ++c) {
            if (c >= 0x0300 && c < 0x0370) continue;  // marks, which join
            const std::string letter = align::to_utf8(std::u32string(1, c));
            INFO("U+" << std::hex << static_cast<unsigned>(c));
            CHECK(align::fold(letter) + folded == align::fold(letter + marked));
        }
    }
    CHECK(align::fold("The QUICK Fox") == "the quick fox");
}
