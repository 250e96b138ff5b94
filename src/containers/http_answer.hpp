#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "containers/byte_stream.hpp"

namespace containers {

/// Fields of a head as HTTP, MIME and WARC have it: names in lower case, values trimmed, continued lines
/// joined.
class Fields {
  public:
    /// Takes a line without its line end; one that is no field is passed over.
    void add(std::string_view line);
    /// The first value of that name (in lower case); empty: none.
    [[nodiscard]] std::string_view get(std::string_view name) const;

  private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

/// A value's first part in lower case: "text/html" of "Text/HTML; charset=x".
std::string media_type(std::string_view value);
/// A parameter of a value, quotes taken off: "x" for "charset" of "text/html; charset=\"x\"". Empty: none.
std::string parameter(std::string_view value, std::string_view name);

/// The head of a server's answer.
struct HttpHead {
    int status = 0;  ///< 0: it does not begin as an answer does
    Fields fields;
};

/// Reads a head of at most `left` bytes up to its empty line, and takes what it read from `left`.
HttpHead read_http_head(BufferedBytes& bytes, std::uint64_t& left);

/// A body as the server meant it: chunks joined (RFC 9112, section 7.1), unpacked (gzip, deflate, br, zstd).
/// A body that was stored unpacked under the header of the packed one is taken as it is. Throws
/// hexapla::InputError: damaged, packed in a way that is not known, beyond the budget's page_bytes.
std::string decode_body(std::string body, const Fields& fields, const std::string& place, Budget& budget);

}  // namespace containers
