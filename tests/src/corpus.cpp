#include "corpus.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "src/temporary_folder.hpp"

using align::Alignment;
using align::Bead;
using hexapla::Corpus;
using hexapla::CorpusOptions;
using hexapla::Learn;

namespace {

/// A text in a made-up language and its translation, word by word in another order, with sentences left out
/// and added on both sides: what editions do. One sentence in three holds a number, which is where learning
/// begins.
class MadeUp {
  public:
    MadeUp(std::size_t documents, std::size_t sentences, unsigned seed) : random_(seed) {
        for (auto* words : {&source_words_, &target_words_})
            while (words->size() < vocabulary_size) words->push_back(new_word());
        for (std::size_t i = 0; i < documents; ++i) add_document(sentences);
        for (std::size_t i = 0; i < documents; ++i) pairs_.push_back({&sources_[i], &targets_[i]});
    }

    [[nodiscard]] const std::vector<hexapla::DocumentPair>& pairs() const { return pairs_; }

    /// Links between a sentence and its own translation.
    [[nodiscard]] std::size_t right_links(const std::vector<Alignment>& alignments) const {
        std::size_t right = 0;
        for (std::size_t i = 0; i < alignments.size(); ++i) {
            for (const Bead& bead : alignments[i]) {
                right += bead.source.size() == 1 && bead.target.size() == 1 &&
                         gold_[i].count({bead.source.begin, bead.target.begin}) == 1;
            }
        }
        return right;
    }

    [[nodiscard]] std::size_t gold_size() const {
        std::size_t size = 0;
        for (const auto& links : gold_) size += links.size();
        return size;
    }

  private:
    static constexpr std::size_t vocabulary_size = 150;

    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }

    std::string new_word() {
        std::string word;
        for (std::size_t i = 4 + below(5); i > 0; --i) word += static_cast<char>('a' + below(26));
        return word;
    }

    /// Few words are frequent, many are rare.
    std::vector<std::size_t> sentence() {
        std::vector<std::size_t> words(6 + below(8));
        for (std::size_t& word : words) word = std::min(below(vocabulary_size), below(vocabulary_size));
        return words;
    }

    std::string spell(std::vector<std::size_t> sentence, const std::vector<std::string>& words) {
        std::shuffle(sentence.begin(), sentence.end(), random_);
        std::string text;
        for (const std::size_t word : sentence) text += words[word] + ' ';
        return text;
    }

    void add_document(std::size_t sentences) {
        std::vector<std::string> source;
        std::vector<std::string> target;
        auto& links = gold_.emplace_back();
        for (std::size_t i = 0; i < sentences; ++i) {
            const auto words = sentence();
            const std::string end = below(3) == 0 ? std::to_string(10 + below(5000)) + "." : ".";
            const std::size_t fate = below(10);  // 0: only here, 1: only there
            if (fate == 0 || fate > 1) source.push_back(spell(words, source_words_) + end);
            if (fate == 1 || fate > 1) target.push_back(spell(words, target_words_) + end);
            if (fate > 1) links.insert({source.size() - 1, target.size() - 1});
        }
        sources_.push_back(align::document_of_lines("de", source));
        targets_.push_back(align::document_of_lines("en", target));
    }

    std::mt19937 random_;
    std::vector<std::string> source_words_;
    std::vector<std::string> target_words_;
    std::vector<align::Document> sources_;
    std::vector<align::Document> targets_;
    std::vector<std::set<std::pair<std::size_t, std::size_t>>> gold_;
    std::vector<hexapla::DocumentPair> pairs_;
};

CorpusOptions options_for(Learn learn, int jobs = 1) {
    CorpusOptions options;
    options.source_language = "de";
    options.target_language = "en";
    options.learn = learn;
    options.jobs = jobs;
    options.known.world_names = false;
    options.known.news = false;
    return options;
}

Corpus aligned(const std::vector<hexapla::DocumentPair>& pairs, CorpusOptions options) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    hexapla::Streams streams{in, out, err, hexapla::ProgressStyle::none};
    hexapla::Progress progress(streams);
    Corpus corpus(pairs, std::move(options), progress);
    corpus.align(progress);
    return corpus;
}

std::vector<std::string> lines(std::size_t count, const std::string& word) {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(word + " " + std::to_string(i) + ".");
    return all;
}

void check_cover(const Alignment& beads, std::size_t source_size, std::size_t target_size) {
    std::vector<int> source(source_size, 0);
    std::vector<int> target(target_size, 0);
    for (const Bead& bead : beads) {
        for (std::size_t i = bead.source.begin; i < bead.source.end; ++i) ++source.at(i);
        for (std::size_t j = bead.target.begin; j < bead.target.end; ++j) ++target.at(j);
    }
    CHECK(std::count(source.begin(), source.end(), 1) == static_cast<std::ptrdiff_t>(source_size));
    CHECK(std::count(target.begin(), target.end(), 1) == static_cast<std::ptrdiff_t>(target_size));
}

}  // namespace

TEST_CASE("a run gives the same alignments, bit for bit, with any number of threads") {
    const MadeUp texts(24, 16, 1);
    CorpusOptions options = options_for(Learn::yes);
    options.known.world_names = true;
    const Corpus one = aligned(texts.pairs(), options);
    CHECK(one.lexicon_size() > 0);
    for (const int jobs : {2, 4, 0}) {
        options.jobs = jobs;
        const Corpus many = aligned(texts.pairs(), options);
        CHECK(many.alignments() == one.alignments());  // probabilities too
        CHECK(many.lexicon_size() == one.lexicon_size());
        CHECK(many.source_words().size() == one.source_words().size());
    }
}

TEST_CASE("learning finds links that names and numbers alone do not tell") {
    const MadeUp texts(40, 20, 2);
    const Corpus without = aligned(texts.pairs(), options_for(Learn::no));
    const Corpus with = aligned(texts.pairs(), options_for(Learn::yes));
    CHECK(!without.has_learned());
    CHECK(without.lexicon_size() == 0);
    CHECK(with.has_learned());
    const std::size_t before = texts.right_links(without.alignments());
    const std::size_t after = texts.right_links(with.alignments());
    INFO(before << " and " << after << " of " << texts.gold_size());
    CHECK(after > before + texts.gold_size() / 10);
    CHECK(after > texts.gold_size() * 8 / 10);
}

TEST_CASE("a run learns by itself from 200 segments of the shorter side on") {
    const auto learns = [](std::size_t source_size, std::size_t target_size) {
        const auto source = align::document_of_lines("de", lines(source_size, "Satz"));
        const auto target = align::document_of_lines("en", lines(target_size, "Sentence"));
        CorpusOptions options = options_for(Learn::automatic);
        options.rounds = 1;
        return aligned({{&source, &target}}, options).has_learned();
    };
    CHECK(learns(200, 200));
    CHECK(!learns(199, 200));
    CHECK(!learns(200, 199));
    CHECK(!learns(1, 300));
}

TEST_CASE("one sentence against a document of three hundred is aligned") {
    std::vector<std::string> sentences = lines(300, "Something else");
    sentences[170] = "Merkel and Macron met Putin in Minsk on 17 May 2015, Poroshenko offered 1,500 tons.";
    const auto source = align::document_of_lines(
        "de", {"Merkel und Macron trafen Putin am 17. Mai 2015 in Minsk, Poroschenko bot 1.500 Tonnen."});
    const auto target = align::document_of_lines("en", sentences);
    for (const Learn learn : {Learn::no, Learn::yes}) {
        const Corpus corpus = aligned({{&source, &target}, {&source, &target}}, options_for(learn));
        REQUIRE(corpus.alignments().size() == 2);
        for (const Alignment& beads : corpus.alignments()) {
            check_cover(beads, 1, 300);
            const auto link =
                std::find_if(beads.begin(), beads.end(), [](const Bead& b) { return b.is_link(); });
            REQUIRE(link != beads.end());
            CHECK(link->target == align::SegmentRange{170, 171});
            CHECK(link->probability > 0.5);
        }
        const Corpus reversed = aligned({{&target, &source}}, options_for(learn));
        check_cover(reversed.alignments().front(), 300, 1);
    }
}

TEST_CASE("the user's glossary and the world's names decide where nothing else does") {
    const auto source = align::document_of_lines("de", {"Regen Regen Wind Wind", "Sonne Sonne Meer Meer"});
    const auto target = align::document_of_lines("sw", {"jua jua bahari bahari", "mvua mvua upepo upepo"});
    CorpusOptions options = options_for(Learn::no);
    options.target_language = "sw";
    const TemporaryFolder folder;
    options.known.files = {folder.write("words.tsv", "Regen\tmvua\nWind\tupepo\nSonne\tjua\nMeer\tbahari\n")};
    const Corpus corpus = aligned({{&source, &target}}, options);
    const align::Evidence evidence = corpus.evidence(0);
    CHECK(evidence.words_score({0, 1}, {1, 2}) > 0.5);
    CHECK(evidence.words_score({0, 1}, {0, 1}) < 0);

    const auto german = align::document_of_lines("de", {"Deutschland", "Ägypten"});
    const auto swahili = align::document_of_lines("sw", {"Ujerumani", "Misri"});
    options.known.files.clear();
    options.known.world_names = true;
    const align::Evidence world = aligned({{&german, &swahili}}, options).evidence(0);
    CHECK(world.words_score({0, 1}, {0, 1}) > 0.1);
    CHECK(world.words_score({0, 1}, {1, 2}) < -0.1);
}

TEST_CASE("a run of nothing, or of empty documents, is done at once") {
    CHECK(aligned({}, options_for(Learn::yes)).alignments().empty());
    const auto nothing = align::document_of_lines("de", {});
    const auto something = align::document_of_lines("en", {"Rain."});
    const Corpus corpus = aligned({{&nothing, &nothing}, {&nothing, &something}}, options_for(Learn::yes));
    CHECK(corpus.alignments().at(0).empty());
    check_cover(corpus.alignments().at(1), 0, 1);
}
