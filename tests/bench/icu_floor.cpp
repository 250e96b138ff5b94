#include "icu_floor.hpp"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <ctime>
#include <limits>
#include <memory>
#include <stdexcept>

namespace bench {
namespace {

void check(UErrorCode status) {
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
}

double seconds_of_thread() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

std::size_t count_boundaries(icu::BreakIterator& iterator, const icu::UnicodeString& text) {
    std::size_t count = 0;
    iterator.setText(text);
    while (iterator.next() != icu::BreakIterator::DONE) ++count;
    return count;
}

/// ICU's tools for one language.
class Reader {
  public:
    explicit Reader(const std::string& language) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Locale locale(language.c_str());
        sentences_.reset(icu::BreakIterator::createSentenceInstance(locale, status));
        words_.reset(icu::BreakIterator::createWordInstance(locale, status));
        folding_ = icu::Normalizer2::getNFKCCasefoldInstance(status);
        check(status);
    }

    /// Reads a text; the sum of what is found, which is used so that nothing is optimised away.
    std::size_t read(const std::string& text) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
        const icu::UnicodeString folded = folding_->normalize(wide, status);
        check(status);
        return static_cast<std::size_t>(folded.length()) + count_boundaries(*sentences_, wide) +
               count_boundaries(*words_, wide);
    }

  private:
    std::unique_ptr<icu::BreakIterator> sentences_;
    std::unique_ptr<icu::BreakIterator> words_;
    const icu::Normalizer2* folding_ = nullptr;  // ICU's own
};

std::size_t read_all(const std::vector<TextsIn>& texts) {
    std::size_t found = 0;
    for (const TextsIn& version : texts) {
        Reader reader(version.language);
        for (const std::string& text : version.texts) found += reader.read(text);
    }
    return found;
}

}  // namespace

double icu_floor(const std::vector<TextsIn>& texts, int times) {
    for (const TextsIn& version : texts) Reader(version.language).read("What is loaded once.");
    double best = std::numeric_limits<double>::infinity();
    std::size_t found = 0;
    for (int i = 0; i < times; ++i) {
        const double begin = seconds_of_thread();
        const std::size_t now = read_all(texts);
        best = std::min(best, seconds_of_thread() - begin);
        if (i > 0 && now != found) throw std::runtime_error("ICU found other boundaries in a second reading");
        found = now;
    }
    return best;
}

}  // namespace bench
