#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "memories/forms.hpp"
#include "memories/values.hpp"
#include "memories/xliff.hpp"
#include "tmx/text.hpp"
#include "xlsx/book.hpp"

namespace memories {
namespace {

/// A text on one line: line ends and tabs become spaces.
std::string one_line(std::string text) {
    for (char& c : text) {
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    }
    return text;
}

/// Writes units that have both languages.
class PairWriter : public FormWriter {
  public:
    explicit PairWriter(LanguagePair languages) : languages_(std::move(languages)) {}
    void write(const tmx::Unit& unit) override {
        const tmx::Variant* source = variant_in(unit, languages_.source);
        const tmx::Variant* target = variant_in(unit, languages_.target);
        if (source != nullptr && target != nullptr && source != target)
            write_pair(unit, text_of(*source), text_of(*target));
    }

  protected:
    virtual void write_pair(const tmx::Unit& unit, const std::string& source, const std::string& target) = 0;
    [[nodiscard]] const LanguagePair& languages() const { return languages_; }

  private:
    LanguagePair languages_;
};

class TsvWriter : public PairWriter {
  public:
    TsvWriter(const LanguagePair& languages, std::ostream& out) : PairWriter(languages), out_(out) {
        out_ << languages.source << '\t' << languages.target << "\tconfidence\n";
    }

  private:
    void write_pair(const tmx::Unit& unit, const std::string& source, const std::string& target) override {
        out_ << one_line(source) << '\t' << one_line(target) << '\t' << property_of(unit, "x-confidence")
             << '\n';
    }
    std::ostream& out_;
};

class MosesWriter : public PairWriter {
  public:
    MosesWriter(const LanguagePair& languages, std::ostream& out, std::ostream& second)
        : PairWriter(languages), out_(out), second_(second) {}

  private:
    void write_pair(const tmx::Unit& /*unit*/, const std::string& source,
                    const std::string& target) override {
        out_ << one_line(source) << '\n';
        second_ << one_line(target) << '\n';
    }
    std::ostream& out_;
    std::ostream& second_;
};

class JsonWriter : public FormWriter {
  public:
    explicit JsonWriter(std::ostream& out) : out_(out) {}
    void write(const tmx::Unit& unit) override {
        nlohmann::ordered_json variants = nlohmann::json::array();
        for (const tmx::Variant& variant : unit.variants) {
            nlohmann::ordered_json each{{"language", variant.language}, {"text", text_of(variant)}};
            if (variant.segment.find('<') != std::string::npos) each["segment"] = variant.segment;
            variants.push_back(each);
        }
        nlohmann::ordered_json properties = nlohmann::json::object();
        for (const tmx::Property& property : unit.properties) properties[property.type] = property.value;
        const nlohmann::ordered_json all{{"schema", "hexapla-tmx-unit/1"},
                                         {"tuid", unit.id},
                                         {"date", date_of(unit)},
                                         {"properties", properties},
                                         {"variants", variants}};
        out_ << all.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    }

  private:
    std::ostream& out_;
};

/// Gettext's PO, with its conventions for quoting.
class PoWriter : public PairWriter {
  public:
    PoWriter(const LanguagePair& languages, std::ostream& out) : PairWriter(languages), out_(out) {
        out_ << "msgid \"\"\nmsgstr \"\"\n\"MIME-Version: 1.0\\n\"\n\"Content-Type: text/plain; "
                "charset=UTF-8\\n\"\n"
                "\"Content-Transfer-Encoding: 8bit\\n\"\n\"Language: "
             << languages.target << "\\n\"\n\"X-Source-Language: " << languages.source
             << "\\n\"\n\"X-Generator: hexapla\\n\"\n";
    }

  private:
    void write_pair(const tmx::Unit& unit, const std::string& source, const std::string& target) override {
        if (source.empty()) return;  // that is the header's id
        constexpr double sure = 0.9;
        out_ << '\n';
        if (confidence_of(unit).value_or(1) < sure) out_ << "#, fuzzy\n";
        if (!unit.id.empty()) out_ << "msgctxt " << quoted(unit.id) << '\n';
        out_ << "msgid " << quoted(source) << "\nmsgstr " << quoted(target) << '\n';
    }
    static std::string quoted(const std::string& text) {
        std::string result = "\"";
        for (const char c : text) {
            if (c == '"' || c == '\\') result += '\\';
            if (c == '\n') {
                result += "\\n";
            } else if (c == '\t') {
                result += "\\t";
            } else if (c == '\r') {
                result += "\\r";
            } else {
                result += c;
            }
        }
        return result + "\"";
    }
    std::ostream& out_;
};

class XlsxWriter : public PairWriter {
  public:
    XlsxWriter(const LanguagePair& languages, std::ostream& out)
        : PairWriter(languages), out_(out), book_(first_of_1980) {
        constexpr double wide = 60;
        book_.begin_table("Units", {{"tuid", 20},
                                    {"Source: " + languages.source, wide},
                                    {"Target: " + languages.target, wide},
                                    {"Confidence", 12, true},
                                    {"Date", 18}});
    }
    void finish() override { book_.finish(out_); }

  private:
    static constexpr std::time_t first_of_1980 = 315532800;
    void write_pair(const tmx::Unit& unit, const std::string& source, const std::string& target) override {
        const auto confidence = confidence_of(unit);
        book_.add_row({xlsx::text(unit.id), xlsx::text(source), xlsx::text(target),
                       confidence ? xlsx::probability(*confidence) : xlsx::text(""),
                       xlsx::text(date_of(unit))});
    }
    std::ostream& out_;
    xlsx::Book book_;
};

class XliffWriter : public FormWriter {
  public:
    XliffWriter(XliffVersion version, const LanguagePair& languages, const std::string& name,
                std::ostream& out)
        : languages_(languages), xliff_(out, version, languages, name) {}
    void write(const tmx::Unit& unit) override {
        const tmx::Variant* source = variant_in(unit, languages_.source);
        const tmx::Variant* target = variant_in(unit, languages_.target);
        if (source != nullptr && target != nullptr && source != target) xliff_.write(unit, *source, *target);
    }
    void finish() override { xliff_.finish(); }

  private:
    LanguagePair languages_;
    Xliff xliff_;
};

}  // namespace

std::unique_ptr<FormWriter> make_writer(Form form, const LanguagePair& languages, const std::string& name,
                                        std::ostream& out, std::ostream* second) {
    switch (form) {
        case Form::tsv:
            return std::make_unique<TsvWriter>(languages, out);
        case Form::jsonl:
            return std::make_unique<JsonWriter>(out);
        case Form::moses:
            return std::make_unique<MosesWriter>(languages, out, *second);
        case Form::xliff1:
            return std::make_unique<XliffWriter>(XliffVersion::v1_2, languages, name, out);
        case Form::xliff2:
            return std::make_unique<XliffWriter>(XliffVersion::v2_1, languages, name, out);
        case Form::xlsx:
            return std::make_unique<XlsxWriter>(languages, out);
        case Form::po:
            return std::make_unique<PoWriter>(languages, out);
        case Form::tmx:
            break;
    }
    throw std::logic_error("TMX has a writer of its own");
}

}  // namespace memories
