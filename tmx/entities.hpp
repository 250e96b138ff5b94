#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace tmx {

/// The number in a character reference's body, "#65" or "#x41"; 0, which is no character, where none stands
/// there.
char32_t numbered_character(std::string_view body);
/// The character of one of the five predefined entities ("amp"); 0 for another name.
char predefined_character(std::string_view name);

/// The text of a text or attribute's value as XML, references resolved; they must be well-formed, and of the
/// predefined entities.
void append_unescaped(std::string& text, std::string_view xml);

/// The general entities that a DOCTYPE declares. Nothing is fetched, and what they come to is bounded
/// whatever refers to what.
class Entities {
  public:
    /// The most that one entity may come to, and the most entities.
    static constexpr std::size_t max_bytes = std::size_t{1} << 20U;
    static constexpr std::size_t max_entities = 10000;
    /// How deep they may refer to one another.
    static constexpr int max_depth = 32;

    /// Takes a declaration: the literal between the quotation marks. The first of a name holds (XML 1.0,
    /// section 4.2). Throws std::invalid_argument when there are too many.
    void declare(const std::string& name, std::string_view literal);
    /// An entity whose text stands in another file, which is never fetched.
    void declare_external(const std::string& name);
    [[nodiscard]] bool empty() const { return entities_.empty(); }

    /// What the entity comes to, as XML, the references of others within it resolved; null: it was never
    /// declared. Throws std::invalid_argument, saying what is wrong with it.
    const std::string* find(const std::string& name);

  private:
    struct Entity {
        std::string text;
        bool external = false;
        std::string fault = {};  // why it cannot be resolved
        bool resolved = false;
        bool open = false;  // it is being resolved: who refers to it now refers to itself
    };
    void add(const std::string& name, Entity entity);
    const std::string& resolve(const std::string& name, Entity& entity, int depth);
    std::string expand(const std::string& name, const Entity& entity, int depth);

    std::map<std::string, Entity, std::less<>> entities_;
};

}  // namespace tmx
