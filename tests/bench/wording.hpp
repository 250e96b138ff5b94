#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "chance.hpp"
#include "sounds.hpp"

namespace bench {

/// What a sentence says: things in order, each of which both languages have words for.
struct Thing {
    enum class Kind { concept_word, world_name, topic, name, number };
    Kind kind = Kind::concept_word;
    std::size_t number = 0;  ///< of its list; the number itself
};
using Meaning = std::vector<Thing>;

/// Two languages' words for things, and what is spoken of. Concepts are those of the lexicon of the news that
/// both languages have words for, drawn by Zipf's law; names of the world are CLDR's. Topics are made-up
/// words that have nothing to do with each other, and names made-up ones that sound alike; of both the text
/// brings up new ones again and again and returns to old ones, to those most that it spoke of most (Simon,
/// "On a class of skew distribution functions", 1955), so the vocabulary grows with the text.
class Wording {
  public:
    /// Throws std::invalid_argument for languages that are not known (see orthography_of).
    Wording(std::string_view source, std::string_view target);

    /// Something to say, of 8 to 30 things.
    Meaning draw(Chance& chance);
    /// Begins an article: its names are new ones.
    void begin_article();
    /// A sentence that says it in the source (side 0) or the target language (side 1): a quarter of the
    /// things are left out, two fifths of the concepts are put in other words, the order of neighbours
    /// differs.
    std::string say(Chance& chance, const Meaning& meaning, std::size_t side) const;

  private:
    using Pair = std::array<std::string, 2>;

    Thing draw_thing(Chance& chance);
    Thing draw_topic(Chance& chance);
    Thing draw_name(Chance& chance);
    std::string word_for(Chance& chance, const Thing& thing, std::size_t side) const;
    std::string form_of(Chance& chance, std::size_t concept_number, std::size_t side) const;

    std::array<Orthography, 2> orthographies_;
    std::vector<std::array<std::vector<std::string_view>, 2>> concepts_;
    std::vector<double> likely_;  // of concepts: the share of this and those before
    std::vector<Pair> world_names_;
    std::vector<Pair> topics_;
    std::vector<Pair> names_;
    std::vector<std::size_t> topics_told_;  // each time that one is spoken of
    std::vector<std::size_t> names_of_article_;
};

}  // namespace bench
