#include "packed.hpp"

#include <memory>

namespace {

using Writer = std::unique_ptr<archive, int (*)(archive*)>;

la_ssize_t append(archive* /*writer*/, void* out, const void* bytes, std::size_t size) {
    static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

void add(archive* writer, const std::string& name, const std::string& text) {
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                         archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(text.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_write_header(writer, entry.get());
    archive_write_data(writer, text.data(), text.size());
}

std::string packed_raw(const std::string& text, int (*filter)(archive*)) {
    std::string out;
    {
        const Writer writer(archive_write_new(), archive_write_free);
        archive_write_set_format_raw(writer.get());
        filter(writer.get());
        archive_write_set_bytes_per_block(writer.get(), 0);
        archive_write_open(writer.get(), &out, nullptr, append, nullptr);
        add(writer.get(), "text", text);
        archive_write_close(writer.get());
    }
    return out;
}

}  // namespace

std::string gzip(const std::string& text) { return packed_raw(text, archive_write_add_filter_gzip); }

std::string zstd(const std::string& text) { return packed_raw(text, archive_write_add_filter_zstd); }

std::string archive_of(Kind kind, const std::vector<std::pair<std::string, std::string>>& files) {
    std::string out;
    const Writer writer(archive_write_new(), archive_write_free);
    if (kind == Kind::zip) {
        archive_write_set_format_zip(writer.get());
    } else {
        archive_write_set_format_pax_restricted(writer.get());
    }
    archive_write_set_bytes_in_last_block(writer.get(), 1);  // no zeros behind what is packed
    if (kind == Kind::tar_gz) archive_write_add_filter_gzip(writer.get());
    if (kind == Kind::tar_zst) archive_write_add_filter_zstd(writer.get());
    archive_write_open(writer.get(), &out, nullptr, append, nullptr);
    for (const auto& [name, text] : files) add(writer.get(), name, text);
    archive_write_close(writer.get());
    return out;
}

std::string warc_response(const std::string& url, const std::string& body, const std::string& head,
                          const std::string& status, const std::string& version) {
    const std::string block = joined({"HTTP/1.1 ", status, "\r\n", head, "\r\n", body});
    return joined({"WARC/", version, "\r\nWARC-Type: response\r\nWARC-Target-URI: ", url,
                   "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ",
                   std::to_string(block.size()), "\r\n\r\n", block, "\r\n\r\n"});
}

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (const std::string_view part : parts) out += part;
    return out;
}
