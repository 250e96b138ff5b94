#include "tmx/reader.hpp"

#include <string_view>
#include <utility>

#include "tmx/parser.hpp"
#include "tmx/wording.hpp"

namespace tmx {
namespace {

using Kind = Token::Kind;

/// What an error says, without its place.
std::string problem_of(const ParseError& error) {
    const std::string_view what = error.what();
    return std::string(what.substr(what.find(": ") + 2));
}

}  // namespace

Reader::Reader(std::istream& in, ReadOptions options)
    : parser_(std::make_unique<Parser>(in, std::move(options))) {
    header_ = Header{"", "", "", "", "", "", "", "", {}, {}, {}, {}};  // what the file does not say is empty
    try {
        open_header();
    } catch (const ParseError& error) {
        const auto& on_loss = parser_->options().on_loss;
        if (!on_loss || !parser_->resume()) throw;
        on_loss({error.line, error.column}, "the header cannot be read: " + problem_of(error));
        body_is_open_ = true;
    }
}

Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

void Reader::open_header() {
    Token tag = parser_->next_tag();
    if (tag.name != "tmx")
        parser_->fail("the root element is " + as_tag(tag.name) + ", not <tmx>; give a TMX file");
    for (const RawAttribute& attribute : tag.attributes) {
        if (attribute.name == "version") version_ = attribute.value;
    }
    bool header_seen = false;
    const auto leave_out_missing = [&] {
        parser_->leave_out(header_seen ? "<body> is missing; it follows <header>"
                                       : "<header> is missing; <tmx> begins with it");
    };
    if (tag.kind == Kind::empty) leave_out_missing();
    while (tag.kind != Kind::empty || tag.name != "tmx") {
        tag = parser_->next_tag();
        if (tag.kind == Kind::end) return leave_out_missing();
        if (tag.name == "header" && !header_seen) {
            header_seen = true;
            parser_->read_header(tag, header_);
        } else if (tag.name == "body" && header_seen) {
            body_is_open_ = tag.kind == Kind::start;
            return;
        } else {
            leave_out_missing();
            if (tag.name == "body") {
                body_is_open_ = tag.kind == Kind::start;
                return;
            }
            parser_->skip(tag);
        }
    }
}

bool Reader::next(Unit& unit) {
    if (broken_) throw ParseError(*broken_);
    while (true) {
        in_unit_ = false;
        try {
            return read(unit);
        } catch (const ParseError& error) {
            if (!parser_->options().on_loss) {
                broken_ = std::make_unique<ParseError>(error);
                throw;
            }
            go_on_behind(error);
        }
    }
}

/// Tells what was lost, and goes on at the next unit.
void Reader::go_on_behind(const ParseError& error) {
    const std::string what = problem_of(error);
    parser_->options().on_loss(
        {error.line, error.column},
        in_unit_ ? "the unit that begins on line " + std::to_string(unit_line_) + " was left out: " + what
                 : what);
    body_is_open_ = parser_->resume();
    ended_ = !body_is_open_;
}

bool Reader::read(Unit& unit) {
    while (!ended_) {
        const Token tag = parser_->next_tag();
        const bool begins = tag.kind == Kind::start || tag.kind == Kind::empty;
        if (tag.kind == Kind::finish) {
            ended_ = true;
        } else if (tag.kind == Kind::end) {
            body_is_open_ = false;
        } else if (begins && body_is_open_ && tag.name == "tu") {
            in_unit_ = true;
            unit_line_ = parser_->place().line;
            parser_->read_unit(tag, scratch_);
            std::swap(unit, scratch_);
            line_ = unit_line_;
            return true;
        } else if (body_is_open_) {
            parser_->leave_out(as_tag(tag.name) + " stands in <body>, which holds <tu> only");
            parser_->skip(tag);
        } else {
            parser_->leave_out(as_tag(tag.name) + " stands behind <body>; a memory has one body");
            body_is_open_ = tag.name == "body" && tag.kind == Kind::start;
            if (!body_is_open_) parser_->skip(tag);
        }
    }
    return false;
}

}  // namespace tmx
