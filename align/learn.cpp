#include "align/learn.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

namespace align {
namespace {

std::uint64_t key_of(WordId source, WordId target) { return (std::uint64_t{source} << 32U) | target; }

/// Spreads keys over slots (Fibonacci hashing; Knuth, The Art of Computer Programming 3, section 6.4).
std::size_t slot_of(std::uint64_t key, unsigned bits) {
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> (64U - bits));
}

unsigned bits_for(std::size_t slots) { return std::max(4U, static_cast<unsigned>(std::bit_width(slots))); }

/// Numbers keys in the order in which they come: a hash table with linear probing.
class KeyNumbers {
  public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    explicit KeyNumbers(std::size_t expected)
        : bits_(bits_for(2 * expected)), slots_(std::size_t{1} << bits_, none) {}

    std::uint32_t add(std::uint64_t key) {
        if (2 * keys_.size() >= slots_.size()) grow();
        std::uint32_t& slot = find_slot(key);
        if (slot == none) {
            slot = static_cast<std::uint32_t>(keys_.size());
            keys_.push_back(key);
        }
        return slot;
    }
    [[nodiscard]] std::uint32_t find(std::uint64_t key) { return find_slot(key); }
    std::vector<std::uint64_t>& keys() { return keys_; }

  private:
    std::uint32_t& find_slot(std::uint64_t key) {
        std::size_t at = slot_of(key, bits_);
        while (slots_[at] != none && keys_[slots_[at]] != key) at = (at + 1) & (slots_.size() - 1);
        return slots_[at];
    }
    void grow() {
        ++bits_;
        slots_.assign(std::size_t{1} << bits_, none);
        for (std::uint32_t i = 0; i < keys_.size(); ++i) {
            std::size_t at = slot_of(keys_[i], bits_);
            while (slots_[at] != none) at = (at + 1) & (slots_.size() - 1);
            slots_[at] = i;
        }
    }

    unsigned bits_;
    std::vector<std::uint32_t> slots_;
    std::vector<std::uint64_t> keys_;
};

/// Tells which keys come from so many lessons, with a byte a slot and no keys: two keys of one slot pass for
/// one, so some come through that would not have to.
class LessonCounts {
  public:
    LessonCounts(std::size_t keys, std::size_t least)
        : least_(static_cast<std::uint8_t>(std::min<std::size_t>(least, 255))),
          bits_(std::min(27U, bits_for(4 * keys))),
          counts_(std::size_t{1} << bits_, 0) {}

    void add(std::uint64_t key, std::size_t times = 1) {
        std::uint8_t& count = counts_[slot_of(key, bits_)];
        count = static_cast<std::uint8_t>(std::min<std::size_t>(count + times, least_));
    }
    [[nodiscard]] bool enough(std::uint64_t key) const { return counts_[slot_of(key, bits_)] >= least_; }

  private:
    std::uint8_t least_;
    unsigned bits_;
    std::vector<std::uint8_t> counts_;
};

std::vector<WordId> words_of(const IndexedDocument& document, SegmentRange range) {
    std::vector<WordId> words;
    for (std::size_t i = range.begin; i < range.end; ++i)
        words.insert(words.end(), document.segments[i].begin(), document.segments[i].end());
    return words;
}

/// Adds to a lesson's count, which stays at the most it can hold (2,048 links): small counts are what lets a
/// run's lessons all be held, and two words linked so often are known as well as words can be.
void add(std::int32_t& sum, long count) {
    constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
    sum = static_cast<std::int32_t>(std::min(std::int64_t{sum} + count, most));
}

float in_links(std::int64_t count) { return static_cast<float>(static_cast<double>(count) / count_unit); }

}  // namespace

Learner::Learner(std::vector<Lesson> lessons, const Counts& known, const Lexicon& before,
                 const Backgrounds& backgrounds, std::size_t source_words, std::size_t target_words,
                 const LearnOptions& options)
    : options_(options), known_(known), backgrounds_(backgrounds) {
    lessons_.reserve(lessons.size());
    for (Lesson& lesson : lessons) {
        std::erase_if(lesson.beads, [&](const Bead& bead) {
            return !bead.is_link() || bead.probability < options.least_bead;
        });
        Local& local = lessons_.emplace_back();
        local.lesson = std::move(lesson);
        gather(local);
    }
    known_source_.assign(source_words, 0);
    known_target_.assign(target_words, 0);
    for (const PairCount& pair : known.pairs()) {
        known_source_[pair.source] += pair.forward;
        known_target_[pair.target] += pair.backward;
    }
    know_words(before, source_words, target_words);
    number_pairs(known, before);
}

void Learner::know_words(const Lexicon& before, std::size_t source_words, std::size_t target_words) {
    source_links_.resize(source_words);
    source_rest_.resize(source_words);
    for (WordId word = 0; word < source_words; ++word) {
        source_links_[word] = static_cast<float>(before.links_of_source(word));
        source_rest_[word] = static_cast<float>(before.rest_of_source(word));
    }
    target_links_.resize(target_words);
    target_rest_.resize(target_words);
    for (WordId word = 0; word < target_words; ++word) {
        target_links_[word] = static_cast<float>(before.links_of_target(word));
        target_rest_[word] = static_cast<float>(before.rest_of_target(word));
    }
}

void Learner::gather(Local& local) const {
    std::size_t cells = 0;
    for (const Bead& bead : local.lesson.beads) {
        const auto words = [](const IndexedDocument& document, SegmentRange range) {
            std::size_t count = 0;
            for (std::size_t i = range.begin; i < range.end; ++i) count += document.segments[i].size();
            return count;
        };
        cells += words(*local.lesson.source, bead.source) * words(*local.lesson.target, bead.target);
    }
    local.cells.reserve(cells);
    KeyNumbers numbers(cells / 2);
    for (const Bead& bead : local.lesson.beads) {
        const std::vector<WordId> to = words_of(*local.lesson.target, bead.target);
        for (const WordId s : words_of(*local.lesson.source, bead.source))
            for (const WordId t : to) local.cells.push_back(numbers.add(key_of(s, t)));
    }
    local.pairs.resize(numbers.keys().size());
    if (local.lesson.alike != nullptr) {
        for (const StrongPair& pair : *local.lesson.alike) {
            const std::uint32_t number = numbers.find(key_of(pair.source, pair.target));
            if (number != KeyNumbers::none) local.pairs[number].strength = pair.strength;
        }
    }
    local.keys = std::move(numbers.keys());
}

void Learner::number_pairs(const Counts& known, const Lexicon& before) {
    std::size_t keys = known.pairs().size();
    for (const Local& local : lessons_) keys += local.keys.size();
    LessonCounts counts(keys, options_.least_lessons);
    for (const PairCount& pair : known.pairs())
        counts.add(key_of(pair.source, pair.target), options_.least_lessons);
    for (const Local& local : lessons_)
        for (const std::uint64_t key : local.keys) counts.add(key);
    KeyNumbers numbers(keys / 4);
    for (Local& local : lessons_) {
        for (std::size_t i = 0; i < local.keys.size(); ++i)
            if (counts.enough(local.keys[i])) local.pairs[i].pair = numbers.add(local.keys[i]);
        local.keys = {};
    }
    pairs_.resize(numbers.keys().size());
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
        pairs_[i].source = static_cast<WordId>(numbers.keys()[i] >> 32U);
        pairs_[i].target = static_cast<WordId>(numbers.keys()[i]);
        const auto row = before.translations(pairs_[i].source);
        const auto entry = std::lower_bound(row.begin(), row.end(), pairs_[i].target,
                                            [](const Lexicon::Entry& e, WordId t) { return e.target < t; });
        if (entry == row.end() || entry->target != pairs_[i].target) continue;
        pairs_[i].forward = entry->forward;
        pairs_[i].backward = entry->backward;
    }
    known_pairs_ = pairs_;
    for (Pair& pair : known_pairs_) pair.forward = pair.backward = 0;
    for (const PairCount& pair : known.pairs()) {
        const std::uint32_t number = numbers.find(key_of(pair.source, pair.target));
        if (number == KeyNumbers::none) continue;
        known_pairs_[number].forward = in_links(pair.forward);
        known_pairs_[number].backward = in_links(pair.backward);
    }
}

void Learner::expect(std::size_t lesson) {
    Local& local = lessons_[lesson];
    for (LocalPair& pair : local.pairs) pair.forward = pair.backward = 0;
    local.source_rest.clear();
    local.target_rest.clear();
    const std::uint32_t* cells = local.cells.data();
    for (const Bead& bead : local.lesson.beads) {
        expect_bead(bead, cells, local);
        std::size_t from = 0;
        std::size_t to = 0;
        for (std::size_t i = bead.source.begin; i < bead.source.end; ++i)
            from += local.lesson.source->segments[i].size();
        for (std::size_t j = bead.target.begin; j < bead.target.end; ++j)
            to += local.lesson.target->segments[j].size();
        cells += from * to;
    }
    add_up(local.source_rest);
    add_up(local.target_rest);
}

void Learner::expect_bead(const Bead& bead, const std::uint32_t* cells, Local& local) const {
    const std::vector<WordId> from = words_of(*local.lesson.source, bead.source);
    const std::vector<WordId> to = words_of(*local.lesson.target, bead.target);
    const std::size_t n = from.size();
    const std::size_t m = to.size();
    if (n == 0 || m == 0) return;

    // What a word's links leave to the frequencies of the other side's words, and what they are divided by.
    const auto smoothing = static_cast<float>(options_.lexicon.smoothing);
    struct Given {
        float divisor;
        float unknown;
    };
    const auto given = [&](const std::vector<WordId>& words, const std::vector<float>& links,
                           const std::vector<float>& rest) {
        std::vector<Given> all;
        all.reserve(words.size());
        for (const WordId word : words) {
            const float divisor = 1 / (links[word] + smoothing);
            all.push_back({divisor, (smoothing + rest[word]) * divisor});
        }
        return all;
    };
    const std::vector<Given> source = given(from, source_links_, source_rest_);
    const std::vector<Given> target = given(to, target_links_, target_rest_);

    // The probability of each pair; then each made word's share of its makers.
    std::vector<float> forward(n * m);
    std::vector<float> backward(n * m);
    std::vector<float> forward_total(m, 0);
    std::vector<float> backward_total(n, 0);
    for (std::size_t i = 0; i < n; ++i) {
        const float background = backgrounds_.source[from[i]];
        float total = 0;
        for (std::size_t j = 0; j < m; ++j) {
            const LocalPair& local_pair = local.pairs[cells[i * m + j]];
            float f = local_pair.strength;
            float b = local_pair.strength;
            if (local_pair.pair != none) {
                const Pair& pair = pairs_[local_pair.pair];
                f = std::max(f, pair.forward * source[i].divisor);
                b = std::max(b, pair.backward * target[j].divisor);
            }
            f += source[i].unknown * backgrounds_.target[to[j]];
            b += target[j].unknown * background;
            forward[i * m + j] = f;
            backward[i * m + j] = b;
            forward_total[j] += f;
            total += b;
        }
        backward_total[i] = total;
    }
    const auto explained = static_cast<float>(options_.explained);
    const auto weight = static_cast<float>(bead.probability);
    const auto per_link = [&](float total, std::size_t size, float background) {
        const float scale = explained / static_cast<float>(size);
        return weight * scale / ((1 - explained) * background + scale * total);
    };
    std::vector<float> forward_scale(m);
    for (std::size_t j = 0; j < m; ++j)
        forward_scale[j] = per_link(forward_total[j], n, backgrounds_.target[to[j]]);
    const auto least = static_cast<float>(options_.least_link);
    const auto in_units = [](float links) { return std::lround(links * static_cast<float>(count_unit)); };
    std::vector<float> target_rest(m, 0);
    for (std::size_t i = 0; i < n; ++i) {
        const float backward_scale = per_link(backward_total[i], m, backgrounds_.source[from[i]]);
        float source_rest = 0;
        for (std::size_t j = 0; j < m; ++j) {
            LocalPair& pair = local.pairs[cells[i * m + j]];
            const float f = forward[i * m + j] * forward_scale[j];
            const float b = backward[i * m + j] * backward_scale;
            if (std::max(f, b) < least) continue;
            if (pair.pair == none) {
                source_rest += f;
                target_rest[j] += b;
            }
            add(pair.forward, in_units(f));
            add(pair.backward, in_units(b));
        }
        if (source_rest > 0) local.source_rest.emplace_back(from[i], in_units(source_rest));
    }
    for (std::size_t j = 0; j < m; ++j)
        if (target_rest[j] > 0) local.target_rest.emplace_back(to[j], in_units(target_rest[j]));
}

void Learner::maximise() {
    std::vector<std::int64_t> forward(pairs_.size(), 0);
    std::vector<std::int64_t> backward(pairs_.size(), 0);
    for (const Local& local : lessons_) {
        for (const LocalPair& pair : local.pairs) {
            if (pair.pair == none) continue;
            forward[pair.pair] += pair.forward;
            backward[pair.pair] += pair.backward;
        }
    }
    std::vector<std::int64_t> source = known_source_;
    std::vector<std::int64_t> target = known_target_;
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
        pairs_[i].forward = in_links(forward[i]) + known_pairs_[i].forward;
        pairs_[i].backward = in_links(backward[i]) + known_pairs_[i].backward;
        source[pairs_[i].source] += forward[i];
        target[pairs_[i].target] += backward[i];
    }
    rest_ = {};
    for (const Local& local : lessons_) {
        rest_.source.insert(rest_.source.end(), local.source_rest.begin(), local.source_rest.end());
        rest_.target.insert(rest_.target.end(), local.target_rest.begin(), local.target_rest.end());
    }
    const auto spread = [](WordLinks& links, std::vector<std::int64_t>& all, std::vector<float>& rest) {
        add_up(links);
        std::fill(rest.begin(), rest.end(), 0.0F);
        for (const auto& [word, count] : links) {
            all[word] += count;
        }
    };
    spread(rest_.source, source, source_rest_);
    spread(rest_.target, target, target_rest_);
    std::transform(source.begin(), source.end(), source_links_.begin(), in_links);
    std::transform(target.begin(), target.end(), target_links_.begin(), in_links);
}

Counts Learner::counts() const {
    std::vector<PairCount> all(pairs_.size());
    for (std::size_t i = 0; i < pairs_.size(); ++i) all[i] = {pairs_[i].source, pairs_[i].target, 0, 0};
    for (const Local& local : lessons_) {
        for (const LocalPair& pair : local.pairs) {
            if (pair.pair == none) continue;
            all[pair.pair].forward += pair.forward;
            all[pair.pair].backward += pair.backward;
        }
    }
    std::erase_if(all, [](const PairCount& pair) { return pair.forward == 0 && pair.backward == 0; });
    Counts counts(std::move(all));
    counts.add(known_);
    return counts;
}

OwnLinks Learner::own(std::size_t lesson) const {
    std::vector<PairCount> own;
    for (const LocalPair& pair : lessons_[lesson].pairs) {
        if (pair.pair == none || (pair.forward == 0 && pair.backward == 0)) continue;
        own.push_back({pairs_[pair.pair].source, pairs_[pair.pair].target, pair.forward, pair.backward});
    }
    return {Counts(std::move(own)), {lessons_[lesson].source_rest, lessons_[lesson].target_rest}};
}

Counts learn_list(const std::vector<std::string>& source, std::string_view source_language,
                  Vocabulary& source_words, const std::vector<std::string>& target,
                  std::string_view target_language, Vocabulary& target_words, const LearnOptions& options) {
    if (source.size() != target.size()) throw std::invalid_argument("learn_list: lists of different lengths");
    IndexedDocument a;
    IndexedDocument b;
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (is_blank(source[i]) || is_blank(target[i])) continue;
        a.add(source[i], tokenize(source[i], source_language), source_words, Spelled::no);
        b.add(target[i], tokenize(target[i], target_language), target_words, Spelled::no);
    }
    Frequencies source_frequencies;
    Frequencies target_frequencies;
    source_frequencies.add(a);
    target_frequencies.add(b);
    const EvidenceOptions numbers;
    const Backgrounds backgrounds{
        source_frequencies.probabilities(source_words.size(), numbers.prior_share, numbers.prior_words),
        target_frequencies.probabilities(target_words.size(), numbers.prior_share, numbers.prior_words)};
    // Entries of a list are independent of each other, and one that stands alone counts too.
    constexpr std::size_t entries_a_lesson = 50;
    std::vector<Lesson> lessons;
    for (std::size_t i = 0; i < a.segments.size(); ++i) {
        if (i % entries_a_lesson == 0) lessons.push_back({&a, &b, {}, nullptr});
        lessons.back().beads.push_back({{i, i + 1}, {i, i + 1}, options.list_weight});
    }
    LearnOptions of_list = options;
    of_list.least_lessons = 1;
    of_list.lexicon.smoothing = 1;
    const Counts nothing_known;
    Learner learner(std::move(lessons), nothing_known, Lexicon(), backgrounds, source_words.size(),
                    target_words.size(), of_list);
    for (int round = 0; round < options.list_rounds; ++round) {
        for (std::size_t lesson = 0; lesson < learner.lessons(); ++lesson) learner.expect(lesson);
        learner.maximise();
    }
    return learner.counts();
}

}  // namespace align
