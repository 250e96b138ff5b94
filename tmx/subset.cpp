// The internal subset of a DOCTYPE: what stands between [ and ]. Of its declarations those of general
// entities are kept; the others say what is valid, and are read over.

#include <stdexcept>

#include "tmx/scanner.hpp"

namespace tmx {

void Scanner::internal_subset() {
    const auto cut = [this] { input_.fail(at_, "the DOCTYPE does not end; add ']>'"); };
    while (true) {
        spaces();
        if (!input_.has(at_)) cut();
        if (skip("]")) return;
        if (skip("<!--")) {
            through("-->", "comment");
        } else if (skip("<?")) {
            through("?>", "processing instruction");
        } else if (skip("<!ENTITY")) {
            entity_declaration();
        } else if (skip("<!")) {
            skip_declaration();
        } else if (skip("%")) {
            through(";", "reference");  // declarations of another file, which is never fetched
        } else {
            input_.fail(at_, "the DOCTYPE's declarations are malformed here; remove them");
        }
    }
}

void Scanner::entity_declaration() {
    const std::size_t begin = at_;
    if (!spaces()) input_.fail(at_, "the declaration of an entity is malformed; remove it");
    if (skip("%")) {
        skip_declaration();
        return;
    }
    const std::size_t from = at_;
    const std::size_t to = name("an entity");
    const std::string entity(piece(from, to));
    spaces();
    const char quote = input_.at(at_);
    try {
        if (quote == '"' || quote == '\'') {
            const std::size_t end = input_.find({&quote, 1}, at_ + 1);
            if (end == Input::nowhere) input_.fail(at_, "the text of an entity does not end; close it");
            entities_.declare(entity, piece(at_ + 1, end));
            at_ = end + 1;
        } else {
            entities_.declare_external(entity);
        }
    } catch (const std::invalid_argument& error) {
        input_.fail(begin, error.what());
    }
    skip_declaration();
}

/// Goes behind the '>' that ends a declaration; those in quotation marks do not.
void Scanner::skip_declaration() {
    for (; input_.has(at_); ++at_) {
        const char c = input_.at(at_);
        if (c == '>') {
            ++at_;
            return;
        }
        if (c != '"' && c != '\'') continue;
        at_ = input_.find({&c, 1}, at_ + 1);
        if (at_ == Input::nowhere) break;
    }
    fail("a declaration of the DOCTYPE does not end; close it");
}

}  // namespace tmx
