#include "tmx/entities.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "tmx/characters.hpp"
#include "tmx/wording.hpp"

namespace tmx {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 5> predefined = {
    {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};

std::string shown(const std::string& name) { return "the entity " + in_quotes("&" + name + ";"); }

}  // namespace

char predefined_character(std::string_view name) {
    const auto found = std::find_if(predefined.begin(), predefined.end(),
                                    [name](const auto& each) { return each.first == name; });
    return found == predefined.end() ? '\0' : found->second;
}

char32_t numbered_character(std::string_view body) {
    const bool hex = body.size() > 1 && body[1] == 'x';
    const char32_t base = hex ? 16 : 10;
    char32_t code = 0;
    for (const char c : body.substr(hex ? 2 : 1)) {
        const std::size_t digit = std::string_view("0123456789abcdefABCDEF").find(c);
        const auto value = static_cast<char32_t>(digit < 16 ? digit : digit - 6);
        if (digit == std::string_view::npos || value >= base) return 0;
        code = std::min<char32_t>(code * base + value, 0x110000);
    }
    return code;
}

void append_unescaped(std::string& text, std::string_view xml) {
    while (true) {
        const std::size_t at = xml.find('&');
        text += xml.substr(0, at);
        if (at == std::string_view::npos) return;
        const std::size_t end = xml.find(';', at);
        const std::string_view body = xml.substr(at + 1, end - at - 1);
        if (body.starts_with('#')) {
            append(text, numbered_character(body));
        } else {
            text += predefined_character(body);
        }
        xml.remove_prefix(end + 1);
    }
}

void Entities::add(const std::string& name, Entity entity) {
    if (entities_.size() == max_entities)
        throw std::invalid_argument("more than " + std::to_string(max_entities) +
                                    " entities are declared; this is no TMX");
    entities_.emplace(name, std::move(entity));
}

void Entities::declare(const std::string& name, std::string_view literal) {
    // References to characters are resolved at once, those to entities where they are used (XML 1.0, 4.5).
    std::string text;
    while (!literal.empty()) {
        const std::size_t at = std::min(literal.find("&#"), literal.size());
        text += literal.substr(0, at);
        literal.remove_prefix(at);
        if (literal.empty()) break;
        const std::size_t end = literal.find(';');
        const char32_t code =
            end == std::string_view::npos ? 0 : numbered_character(literal.substr(1, end - 1));
        if (!is_xml_character(code))
            throw std::invalid_argument("the entity " + in_quotes(name) +
                                        " has a reference to no character that XML 1.0 allows; correct it");
        append(text, code);
        literal.remove_prefix(end + 1);
    }
    add(name, {std::move(text)});
}

void Entities::declare_external(const std::string& name) { add(name, {"", true}); }

const std::string* Entities::find(const std::string& name) {
    const auto found = entities_.find(name);
    return found == entities_.end() ? nullptr : &resolve(name, found->second, 0);
}

const std::string& Entities::resolve(const std::string& name, Entity& entity, int depth) {
    if (!entity.fault.empty()) throw std::invalid_argument(entity.fault);
    if (entity.resolved) return entity.text;
    try {
        if (entity.open)
            throw std::invalid_argument(shown(name) + " refers to itself; correct its declaration");
        entity.open = true;
        entity.text = expand(name, entity, depth);
        entity.resolved = true;
    } catch (const std::invalid_argument& error) {
        entity.fault = error.what();
        throw;
    }
    return entity.text;
}

std::string Entities::expand(const std::string& name, const Entity& entity, int depth) {
    if (entity.external)
        throw std::invalid_argument(shown(name) +
                                    " stands for another file, which is never fetched; write its text here");
    if (depth == max_depth)
        throw std::invalid_argument(shown(name) + " is one of more than " + std::to_string(max_depth) +
                                    " that refer to one another; this is no TMX");
    std::string text;
    for (std::string_view rest = entity.text; !rest.empty();) {
        const std::size_t at = std::min(rest.find('&'), rest.size());
        text += rest.substr(0, at);
        rest.remove_prefix(at);
        if (rest.empty()) break;
        const std::size_t end = std::min(rest.find(';'), rest.size());
        const std::string body(rest.substr(1, end - 1));
        const auto other = entities_.find(body);
        if (end == rest.size() || predefined_character(body) != '\0' || other == entities_.end()) {
            text += rest.front();  // whether a reference begins here, the reader of the text sees
            rest.remove_prefix(1);
        } else {
            text += resolve(body, other->second, depth + 1);
            rest.remove_prefix(end + 1);
        }
        if (text.size() > max_bytes)
            throw std::invalid_argument(shown(name) + " comes to more than " +
                                        std::to_string(max_bytes >> 20U) + " MB; this is no TMX");
    }
    return text;
}

}  // namespace tmx
