#pragma once

#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "tmx/unit.hpp"

namespace memories {

/// Forms of translations beside TMX.
enum class Form { tmx, tsv, jsonl, moses, xliff1, xliff2, xlsx, po };

/// The form of that name ("tsv", "xliff2"), or that a file's ending asks for. Throws std::invalid_argument.
Form form_of_name(const std::string& name);
Form form_of_file(const std::string& file);
/// Whether the form holds two languages and no more.
bool is_bilingual(Form form);

/// Two languages of a memory, in order.
struct LanguagePair {
    std::string source;
    std::string target;
};

using UnitHandler = std::function<void(const tmx::Unit&)>;

/// Writes units in a form. Two languages: units that have both.
class FormWriter {
  public:
    FormWriter() = default;
    FormWriter(const FormWriter&) = delete;
    FormWriter& operator=(const FormWriter&) = delete;
    virtual ~FormWriter() = default;
    virtual void write(const tmx::Unit& unit) = 0;
    virtual void finish() {}
};

/// Inline codes are left out in all but XLIFF, which has its own for them, and JSON Lines, which has the
/// segment's XML beside its text. `second` is moses' other file.
std::unique_ptr<FormWriter> make_writer(Form form, const LanguagePair& languages, const std::string& name,
                                        std::ostream& out, std::ostream* second);

/// Read a form's text. Throw std::invalid_argument ("line N: what; what to do"). Where the text tells its
/// languages, those of `languages` may be empty.
void read_tsv(const std::string& text, LanguagePair languages, const UnitHandler& give);
void read_jsonl(const std::string& text, const UnitHandler& give);
void read_po(const std::string& text, LanguagePair languages, const UnitHandler& give);
void read_xliff(const std::string& text, const UnitHandler& give);
/// A workbook that make_writer wrote, as a reviewer has left it: rows whose target is empty are left out.
void read_xlsx(const std::string& file, const UnitHandler& give);
/// Two texts with a segment a line; `links` of vecalign, or a ladder of hunalign, or empty: line by line.
void read_lines(const std::string& source, const std::string& target, const std::string& links,
                const LanguagePair& languages, const UnitHandler& give);

/// A unit of two plain texts.
tmx::Unit unit_of(const LanguagePair& languages, const std::string& source, const std::string& target);

}  // namespace memories
