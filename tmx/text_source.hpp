#pragma once

#include <cstddef>
#include <istream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tmx {

/// Turns one encoding into UTF-8, piece by piece; the names are those of iconv(3), in any case.
class Converter {
  public:
    /// Throws std::invalid_argument when the encoding is not known here.
    explicit Converter(const std::string& encoding);
    Converter(const Converter&) = delete;
    Converter(Converter&&) = delete;
    Converter& operator=(const Converter&) = delete;
    Converter& operator=(Converter&&) = delete;
    ~Converter();

    /// Appends to `text` what the bytes say, and gives how many were used: all, or those before a character
    /// that is cut by the end, or before one that is not of the encoding, which `malformed` tells apart.
    std::size_t convert(std::string_view bytes, std::string& text, bool& malformed);

  private:
    void* handle_;
};

/// The text of a file: bytes of any encoding in, UTF-8 with line feeds out (XML 1.0, section 2.11), held to
/// the characters that XML 1.0 allows (production 2). The encoding is told by the first bytes and the XML
/// declaration (XML 1.0, appendix F).
class TextSource {
  public:
    /// A character that may not stand there and what was done about it, where faults are mended.
    struct Mended {
        std::size_t offset;  ///< in the text that read() appended
        std::string what;
    };

    /// With `mend` what is forbidden or malformed is left out or stands as U+FFFD, and is listed.
    TextSource(std::istream& in, bool mend);

    /// Appends the next piece of text; false when there is none: at the end, or where a fault stands.
    bool read(std::string& text);
    /// Why the text ends before the file does; empty: no fault was met.
    [[nodiscard]] const std::string& fault() const { return fault_; }
    /// What was mended in the text that read() appended last.
    [[nodiscard]] const std::vector<Mended>& mended() const { return mended_; }
    /// What is odd about how the file names its encoding; empty: nothing.
    [[nodiscard]] const std::string& oddity() const { return oddity_; }

  private:
    bool fill();
    void detect();
    void choose(const std::string& encoding);
    void decode_into(std::string& text);
    void accept(std::string_view bytes, std::string& text, bool last);
    bool mend_front(std::string_view& bytes, std::string& text, bool last);
    void give_line_feeds(std::string& text, std::size_t from);

    std::istream* in_;
    bool mend_;
    bool started_ = false;
    bool ended_ = false;
    bool after_return_ = false;
    std::size_t begin_ = 0;  // of what read() appends
    std::string bytes_;      // of the file, not turned into text yet
    std::string converted_;  // UTF-8 not checked yet
    std::unique_ptr<Converter> converter_;
    std::string encoding_;
    std::string fault_;
    std::string oddity_;
    std::vector<Mended> mended_;
};

}  // namespace tmx
