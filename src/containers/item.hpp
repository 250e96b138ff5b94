#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace containers {

/// A file's bytes as they came out of wherever they were, and what is known of them besides.
struct Item {
    std::string place;  ///< for errors: "crawl.warc.gz, byte 4711 (https://…)", "pages.zip:de/a.html"
    std::string name;   ///< of the file, or its path within an archive; empty for records of a WARC
    std::string bytes;
    std::string url;         ///< address that it was fetched from
    std::string charset;     ///< as the header that came with it says
    std::string root;        ///< name of the folder that was given as a source
    std::string folder;      ///< path of the folders below that, or in an archive, that it lies in: "de/2016"
    bool json_line = false;  ///< one line of JSON Lines
    bool alone = false;      ///< the source itself, not one of many in it
};

/// Why something that was found is no page to be read.
enum class LeftOut {
    no_page,    ///< a picture, style sheet, script and the like, or another record of a WARC
    no_html,    ///< the answer of a server holds something else
    no_answer,  ///< the server answered with an error, or with another address
};

/// What was found and passed over.
struct Passed {
    std::string place;
    std::string url;
    LeftOut why = LeftOut::no_page;
    std::string detail;  ///< "image/png", "404"
};

/// What cannot be read: a sentence.
struct Refused {
    std::string sentence;
};

class Reader;
/// A container within a container: its reader gives what comes next.
using Nested = std::unique_ptr<Reader>;

using Found = std::variant<Item, Passed, Refused, Nested>;

/// Gives what is in a container, one after the other.
class Reader {
  public:
    Reader() = default;
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    virtual ~Reader() = default;

    /// None at the end. A nested reader is to be read to its end before this one goes on. Throws
    /// hexapla::InputError where the rest of the container cannot be read.
    virtual std::optional<Found> next() = 0;
};

}  // namespace containers
