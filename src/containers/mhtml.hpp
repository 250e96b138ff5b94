#pragma once

#include <string>
#include <string_view>

namespace containers {

/// Whether bytes begin as a page that a browser saved as one file does: a head of MIME with multipart/related
/// or text/html.
bool is_mhtml(std::string_view head);

/// The page in such a file.
struct MhtmlPage {
    std::string html;
    std::string url;
    std::string charset;
};

/// Takes the page out: the first part that is HTML (RFC 2557; quoted-printable and base64 as in RFC 2045).
/// Throws hexapla::InputError where there is none.
MhtmlPage read_mhtml(std::string_view bytes, const std::string& place);

}  // namespace containers
