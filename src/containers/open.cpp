#include "containers/open.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <array>
#include <utility>

#include "containers/archive.hpp"
#include "containers/gzip_members.hpp"
#include "containers/json_lines.hpp"
#include "containers/mhtml.hpp"
#include "containers/unpacked_bytes.hpp"
#include "containers/warc.hpp"

namespace containers {
namespace {

constexpr std::size_t head_size = 4096;

// Endings of what lies beside pages, in folders of saved pages and in archives of sites.
constexpr auto other_endings = std::to_array<std::string_view>(
    {".avi", ".bmp", ".css",   ".doc",    ".docx", ".eot",   ".exe",  ".gif",  ".ico", ".jpeg",
     ".jpg", ".js",  ".links", ".m3u8",   ".map",  ".md",    ".mov",  ".mp3",  ".mp4", ".ogg",
     ".otf", ".pdf", ".png",   ".sqlite", ".svg",  ".swf",   ".tif",  ".tiff", ".tmx", ".tsv",
     ".ttf", ".wav", ".webm",  ".webp",   ".woff", ".woff2", ".xlsx", ".xml"});

std::string lower_ascii(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

std::string last_part(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

/// The name without the ending that says how it is packed: "a.warc" of "a.warc.gz", "a.tar" of "a.tgz".
std::string unpacked_name(const std::string& name) {
    const std::size_t dot = name.rfind('.');
    return dot == name.npos || name.find('/', dot) != name.npos ? name : name.substr(0, dot);
}

/// One page.
class PageReader final : public Reader {
  public:
    PageReader(std::unique_ptr<BufferedBytes> bytes, std::string place, std::string name, OpenOptions options)
        : bytes_(std::move(bytes)),
          place_(std::move(place)),
          name_(std::move(name)),
          options_(std::move(options)) {}

    std::optional<Found> next() override {
        if (!bytes_) return std::nullopt;
        const auto bytes = std::exchange(bytes_, nullptr);
        const std::uint64_t most = options_.budget->limits().page_bytes;
        const bool mhtml = is_mhtml(bytes->peek(head_size));
        Item item;
        item.place = place_;
        item.name = name_;
        item.root = options_.root;
        item.folder = options_.folder;
        item.alone = options_.alone;
        item.bytes = bytes->take(most + 1);
        if (item.bytes.size() > most) {
            return Refused{place_ + ": is larger than " + std::to_string(most >> 20U) +
                           " MB, the limit for a page; split it, or give --max-page-mb"};
        }
        if (mhtml) {
            MhtmlPage page = read_mhtml(item.bytes, place_);
            item.bytes = std::move(page.html);
            item.url = std::move(page.url);
            item.charset = std::move(page.charset);
        }
        return item;
    }

  private:
    std::unique_ptr<BufferedBytes> bytes_;
    std::string place_;
    std::string name_;
    OpenOptions options_;
};

}  // namespace

bool Globs::include(const std::string& path) const {
    const std::string name = last_part(path);
    return patterns_.empty() ||
           std::any_of(patterns_.begin(), patterns_.end(), [&](const std::string& pattern) {
               return fnmatch(pattern.c_str(), path.c_str(), 0) == 0 ||
                      fnmatch(pattern.c_str(), name.c_str(), 0) == 0;
           });
}

std::string path_below(std::string folder, std::string_view name) {
    if (!folder.empty()) folder += '/';
    return folder.append(name);
}

bool is_no_page(const std::string& name) {
    const std::string lower = lower_ascii(last_part(name));
    return std::any_of(other_endings.begin(), other_endings.end(),
                       [&](std::string_view ending) { return lower.ends_with(ending); });
}

Nested open(std::unique_ptr<BufferedBytes> bytes, std::string place, std::string name, OpenOptions options) {
    if (options.depth > options.budget->limits().nesting) {
        throw hexapla::InputError(place + ": is packed " + std::to_string(options.depth) +
                                  " times, more than is unpacked; unpack it first");
    }
    const std::string head(bytes->peek(head_size));
    OpenOptions inner = options;
    ++inner.depth;
    const auto reopen = [&](std::unique_ptr<ByteStream> unpacked) {
        return open(std::make_unique<BufferedBytes>(std::move(unpacked)), place, unpacked_name(name), inner);
    };
    if (head.starts_with("\x1F\x8B"))
        return reopen(std::make_unique<GzipMembers>(std::move(bytes), place, *options.budget));
    if (is_packed(head)) return reopen(unpack(std::move(bytes), place, *options.budget));
    if (is_zip(head) || is_tar(head)) return read_archive(std::move(bytes), std::move(place), inner);
    if (is_warc(head)) return read_warc(std::move(bytes), std::move(place), *options.budget);
    if (options.json_lines && is_json_lines(head))
        return read_json_lines(std::move(bytes), std::move(place), std::move(options));
    return std::make_unique<PageReader>(std::move(bytes), std::move(place), std::move(name),
                                        std::move(options));
}

}  // namespace containers
