#include "lexicons/freedict.hpp"

#include "catch.hpp"

using lexicons::parse_freedict;
using Senses = std::vector<std::vector<std::string>>;

TEST_CASE("an entry is a headword and its translations, without pronunciation, grammar and remarks") {
    const auto entry = parse_freedict(
        "Abbindevorgang /ˈapbˌɪndə/ <masc, n, sg>\n"
        " [constr.] setting process <n>, hardening (of concrete); curing\n"
        "      \"den Abbindevorgang stören\"  - disturb the setting process\n"
        "         Note: Beton\n"
        "   Synonym: {Abbinden}\n"
        " see: {Abbindeprozess}, {fehlerhafter\n      Abbindeprozess}\n\n");
    CHECK(entry.headword == "Abbindevorgang");
    CHECK(entry.senses == Senses{{"setting process", "hardening", "curing"}});
}

TEST_CASE("senses are told by their numbers") {
    CHECK(parse_freedict("aller /ale/ <v>\n1. fare\n2. go, ride, travel\n").senses ==
          Senses{{"fare"}, {"go", "ride", "travel"}});
    CHECK(parse_freedict("laini /laˈini/ <adj>\n1.\nsmooth\n2.\nsoft\n").senses ==
          Senses{{"smooth"}, {"soft"}});
    CHECK(parse_freedict("kwenye <prep>\n\nin\n; at\n; on\n (this is a form of {enye}, used\n as one)\n")
              .senses == Senses{{"in", "at", "on"}});
}

TEST_CASE("definitions behind a translation are none themselves") {
    const auto entry = parse_freedict(
        "Haus /haʊ̯s/ <n, neut>\nдом 2.\nzu einem Zweck erbautes Gebäude\n 3.\nzum Wohnen\n 4.\nGemeinschaft, "
        "Familie\n");
    CHECK(entry.headword == "Haus");
    CHECK(entry.senses == Senses{{"дом"}});
    CHECK(parse_freedict("Affinität <n>\n1. аффинитет, аффинность 2.\nChemie: Triebkraft\n").senses ==
          Senses{{"аффинитет", "аффинность"}});
}

TEST_CASE("what is no translation by its form is left out") {
    CHECK(parse_freedict("governmental /x/\nstaatlich, Staats… <adj> [pol.]\n").senses ==
          Senses{{"staatlich"}});
    CHECK(parse_freedict("help\njdm. helfen, etw. fördern\n").senses == Senses{{"helfen", "fördern"}});
    CHECK(parse_freedict("gnu\na large African animal that grazes on plains, gnu\n").senses ==
          Senses{{"gnu"}});
    CHECK(parse_freedict("a\nb/c, d ~ e\n").senses.empty());
    CHECK(parse_freedict("a\n1, 2, 3, 4, 5, 6, 7, 8, 9, 10\n").senses.front().size() == 8);
    CHECK(parse_freedict("a\nb, b\n").senses == Senses{{"b"}});
    CHECK(parse_freedict("a [unclosed\nb (unclosed\nc\n").senses == Senses{{"b"}});
}

TEST_CASE("an entry of nothing gives nothing") {
    CHECK(parse_freedict("").headword.empty());
    CHECK(parse_freedict("").senses.empty());
    CHECK(parse_freedict("word /x/ <n>\n").senses.empty());
    CHECK(parse_freedict("\n\n").headword.empty());
    CHECK(parse_freedict(" 2.").senses.empty());
}
