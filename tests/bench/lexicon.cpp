// What the lexicon of a pair of languages costs that is known before a run: milliseconds to make it (the best
// of several), and megabytes that it takes, vocabularies included.

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "align/lexicon.hpp"
#include "align/news.hpp"
#include "known_words.hpp"

namespace {

constexpr int runs = 7;

double megabytes_in_use() {
    constexpr double mega = 1 << 20;
    return static_cast<double>(mallinfo2().uordblks) / mega;
}

struct Cost {
    double milliseconds = 0;
    double megabytes = 0;
    std::size_t pairs = 0;
};

Cost make(const std::string& source, const std::string& target, const hexapla::KnownOptions& options) {
    const double before = megabytes_in_use();
    const auto begin = std::chrono::steady_clock::now();
    align::Vocabulary source_words;
    align::Vocabulary target_words;
    const align::LearnOptions learning;
    const hexapla::KnownWords known = hexapla::know_words(options, learning, {source, source_words, source},
                                                          {target, target_words, target});
    const align::Lexicon lexicon(known.counts, source_words.size(), target_words.size(), learning.lexicon);
    const auto end = std::chrono::steady_clock::now();
    return {std::chrono::duration<double, std::milli>(end - begin).count(), megabytes_in_use() - before,
            lexicon.size()};
}

void report(const std::string& source, const std::string& target, const char* what,
            const hexapla::KnownOptions& options) {
    Cost best = make(source, target, options);
    for (int i = 1; i < runs; ++i) {
        const Cost again = make(source, target, options);
        best.milliseconds = std::min(best.milliseconds, again.milliseconds);
        best.megabytes = again.megabytes;
    }
    std::printf("%-8s %-8s %-12s %7.1f ms %6.1f MB %8zu pairs of words\n", source.c_str(), target.c_str(),
                what, best.milliseconds, best.megabytes, best.pairs);
}

}  // namespace

int main() {
    hexapla::KnownOptions news;
    news.world_names = false;
    hexapla::KnownOptions names;
    names.news = false;
    for (const char* target : {"de", "ru", "ar", "am", "zh-Hans"}) {
        report("en", target, "news", news);
        report("en", target, "names", names);
        report("en", target, "both", {});
    }
    return 0;
}
