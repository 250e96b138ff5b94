#pragma once

#include <istream>
#include <memory>
#include <string>
#include <vector>

#include "tmx/dtd.hpp"
#include "tmx/reader.hpp"
#include "tmx/scanner.hpp"
#include "tmx/unit.hpp"

namespace tmx {

/// Makes values of tokens: the elements of a memory. Holds them to the DTD where somebody wants to know.
class Reader::Parser {
  public:
    Parser(std::istream& in, ReadOptions options);

    [[nodiscard]] const ReadOptions& options() const { return options_; }

    /// The next tag, or the end of the file; between tags only white space, comments and the like may stand.
    Token next_tag();
    /// Read the element that the token begins, to its end.
    void read_header(const Token& token, Header& header);
    void read_unit(const Token& token, Unit& unit);
    /// Reads over an element.
    void skip(const Token& token);

    /// What has no place in the values at the last token is an error, unless deviations are told: then the
    /// validator has said it in its words.
    void leave_out(const std::string& what) const;
    /// Goes on at the next unit or the end of the body; false: there is none.
    bool resume();
    /// Where the last token begins.
    Place place() { return scanner_.place(); }
    [[noreturn]] void fail(const std::string& what) const { scanner_.fail(what); }

  private:
    Token take();
    Token inside(const char* element);
    void begin_piece();
    void validate(const Token& token);
    void tell(const Validator::Complaints& complaints);

    void read_remark(const Token& token, std::vector<Property>& properties, std::size_t& property_count,
                     std::vector<Note>& notes, std::size_t& note_count);
    void read_variant(const Token& token, Variant& variant);
    void read_segment(const Token& token, std::string& segment);
    void read_encoding(const Token& token, UserEncoding& encoding);
    void read_text(const Token& token, std::string& text);

    ReadOptions options_;
    Scanner scanner_;
    std::unique_ptr<Validator> validator_;
    std::vector<Validator::Attribute> attributes_;  // of a tag, for the validator
    std::vector<std::string> values_;               // theirs
    Place piece_place_;
    std::size_t piece_begin_ = 0;
    bool oddity_told_ = false;
};

}  // namespace tmx
