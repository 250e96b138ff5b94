#include "wording.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

#include "align/news.hpp"
#include "align/unicode.hpp"
#include "align/world.hpp"

namespace bench {
namespace {

constexpr std::size_t fewest_things = 8;
constexpr std::size_t most_things = 30;
constexpr double left_out = 0.25;
constexpr double in_other_words = 0.4;
constexpr double neighbourhood = 4;
constexpr std::size_t names_in_mind = 20;
constexpr std::size_t topics_at_first = 100;  // so that no single one is in every sentence

// What a thing is: the shares of kinds, added up; the rest are concepts.
constexpr double numbers_until = 0.04;
constexpr double world_names_until = numbers_until + 0.03;
constexpr double names_until = world_names_until + 0.08;
constexpr double topics_until = names_until + 0.12;

std::size_t draw_number(Chance& chance) {
    std::size_t most = 10;
    while (most < 1'000'000 && chance.happens(0.6)) most *= 10;
    return 2 + chance.below(most);
}

}  // namespace

Wording::Wording(std::string_view source, std::string_view target)
    : orthographies_{orthography_of(source), orthography_of(target)} {
    std::unordered_map<std::string_view, const align::NewsConcept*> of_target;
    for (const align::NewsConcept& each : align::news_concepts(target)) of_target.emplace(each.id, &each);
    for (const align::NewsConcept& each : align::news_concepts(source)) {
        const auto found = of_target.find(each.id);
        if (found == of_target.end() || each.forms.empty() || found->second->forms.empty()) continue;
        concepts_.push_back({each.forms, found->second->forms});
    }
    if (concepts_.empty()) throw std::invalid_argument("the languages have no concepts in common");
    // The lexicon goes by subject: what is frequent is to stand for every subject.
    Chance shuffling(concepts_.size());
    for (std::size_t i = concepts_.size() - 1; i > 0; --i)
        std::swap(concepts_[i], concepts_[shuffling.below(i + 1)]);
    double sum = 0;
    for (std::size_t rank = 0; rank < concepts_.size(); ++rank)
        likely_.push_back(sum += 1 / (static_cast<double>(rank) + 2.7));  // Zipf's law as Mandelbrot has it
    const auto source_names = align::world_names(source);
    const auto target_names = align::world_names(target);
    for (std::size_t i = 0; i < source_names.size(); ++i) {
        if (!source_names[i].empty() && !target_names[i].empty())
            world_names_.push_back({source_names[i], target_names[i]});
    }
}

Meaning Wording::draw(Chance& chance) {
    constexpr std::size_t steps = (most_things - fewest_things) / 2 + 1;
    Meaning meaning;
    const std::size_t size = fewest_things + chance.below(steps) + chance.below(steps);
    while (meaning.size() < size) {
        meaning.push_back(draw_thing(chance));
    }
    return meaning;
}

Thing Wording::draw_thing(Chance& chance) {
    const double kind = chance.unit();
    if (kind < numbers_until) return {Thing::Kind::number, draw_number(chance)};
    if (kind < world_names_until) return {Thing::Kind::world_name, chance.below(world_names_.size())};
    if (kind < names_until) return draw_name(chance);
    if (kind < topics_until) return draw_topic(chance);
    const auto found = std::upper_bound(likely_.begin(), likely_.end() - 1, chance.unit() * likely_.back());
    return {Thing::Kind::concept_word, static_cast<std::size_t>(found - likely_.begin())};
}

void Wording::begin_article() { names_of_article_.clear(); }

Thing Wording::draw_topic(Chance& chance) {
    if (topics_.size() < topics_at_first || chance.happens(0.1)) {
        const auto word = [&](std::size_t side) {
            return spell(draw_sounds(chance, 2 + chance.below(2)), orthographies_[side]);
        };
        std::string source = word(0);
        topics_.push_back({std::move(source), word(1)});
        topics_told_.push_back(topics_.size() - 1);
    } else {
        topics_told_.push_back(chance.one_of(topics_told_));
    }
    return {Thing::Kind::topic, topics_told_.back()};
}

Thing Wording::draw_name(Chance& chance) {
    if (names_of_article_.empty() || chance.happens(0.3)) {
        const Sounds sounds = draw_sounds(chance, 2 + chance.below(2));
        const Sounds taken = chance.happens(0.3) ? varied(chance, sounds) : sounds;
        names_.push_back({align::with_capital_initial(spell(sounds, orthographies_[0])),
                          align::with_capital_initial(spell(taken, orthographies_[1]))});
        names_of_article_.push_back(names_.size() - 1);
        return {Thing::Kind::name, names_.size() - 1};
    }
    const std::size_t in_mind = std::min(names_in_mind, names_of_article_.size());
    return {Thing::Kind::name, names_of_article_[names_of_article_.size() - 1 - chance.below(in_mind)]};
}

std::string Wording::form_of(Chance& chance, std::size_t concept_number, std::size_t side) const {
    const auto& forms = concepts_[concept_number][side];
    std::size_t form = 0;
    while (form + 1 < forms.size() && chance.happens(0.5)) ++form;  // best first
    return std::string(forms[form]);
}

std::string Wording::word_for(Chance& chance, const Thing& thing, std::size_t side) const {
    switch (thing.kind) {
        case Thing::Kind::world_name:
            return world_names_[thing.number][side];
        case Thing::Kind::topic:
            return topics_[thing.number][side];
        case Thing::Kind::name:
            return names_[thing.number][side];
        case Thing::Kind::number:
            return std::to_string(thing.number);
        case Thing::Kind::concept_word:
            break;
    }
    const bool other = chance.happens(in_other_words);
    return form_of(chance, other ? chance.below(concepts_.size()) : thing.number, side);
}

std::string Wording::say(Chance& chance, const Meaning& meaning, std::size_t side) const {
    struct Placed {
        double place;
        std::string word;
    };
    std::vector<Placed> words;
    for (std::size_t i = 0; i < meaning.size(); ++i) {
        const double place = static_cast<double>(i) + chance.unit() * neighbourhood;
        if (words.empty() || !chance.happens(left_out))
            words.push_back({place, word_for(chance, meaning[i], side)});
    }
    std::stable_sort(words.begin(), words.end(),
                     [](const Placed& a, const Placed& b) { return a.place < b.place; });
    std::string sentence;
    for (const Placed& placed : words) sentence += (sentence.empty() ? "" : " ") + placed.word;
    return align::with_capital_initial(sentence) + ".";
}

}  // namespace bench
