#include "containers/warc.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "containers/http_answer.hpp"

namespace containers {
namespace {

using hexapla::InputError;

constexpr std::size_t longest_line = 1 << 16;
constexpr std::string_view mark = "WARC/1.";

struct Record {
    std::uint64_t at = 0;  ///< offset of its first byte, unpacked
    std::uint64_t length = 0;
    std::string type;
    std::string url;
    std::string content;  ///< media type of the block
    Fields fields;
};

std::string_view without_cr(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

bool is_html(std::string_view type) { return type == "text/html" || type == "application/xhtml+xml"; }

class WarcReader final : public Reader {
  public:
    WarcReader(std::unique_ptr<BufferedBytes> bytes, std::string place, Budget& budget)
        : bytes_(std::move(bytes)), place_(std::move(place)), budget_(budget) {}

    std::optional<Found> next() override {
        if (lost_) {
            if (!bytes_->resume()) return std::nullopt;
            lost_ = false;
        }
        try {
            while (left_ > 0 || seek_record()) {
                if (auto found = left_ > 0 ? finish_record() : read_record()) return found;
            }
            if (gap_ > 0) return refuse_gap();
            return std::nullopt;
        } catch (const DamagedData& error) {
            lost_ = true;
            left_ = 0;
            gap_ = 0;
            return Refused{error.what()};
        }
    }

  private:
    std::string place_of(const Record& record) const {
        return place_ + ", byte " + std::to_string(record.at) +
               (record.url.empty() ? "" : " (" + record.url + ")");
    }

    /// Passes over what is no record; false at the end.
    bool seek_record() {
        for (;;) {
            if (bytes_->peek(mark.size()) == mark) return true;
            const std::uint64_t before = bytes_->offset();
            const auto line = bytes_->line(longest_line);
            if (!line) return false;
            if (!without_cr(*line).empty()) {
                if (gap_ == 0) gap_at_ = before;
                gap_ += bytes_->offset() - before;
            }
        }
    }

    Found refuse_gap() {
        const std::uint64_t size = std::exchange(gap_, 0);
        return Refused{place_ + ", byte " + std::to_string(gap_at_) + ": " + std::to_string(size) +
                       " bytes are no WARC record and are left out; is the file whole?"};
    }

    std::optional<Found> finish_record() {
        bytes_->skip(std::exchange(left_, 0));
        return std::nullopt;
    }

    std::optional<Found> read_record() {
        if (gap_ > 0) return refuse_gap();
        Record record;
        record.at = bytes_->offset();
        bytes_->line(longest_line);
        while (const auto line = bytes_->line(longest_line)) {
            if (without_cr(*line).empty()) break;
            record.fields.add(*line);
        }
        record.type = record.fields.get("warc-type");
        record.content = media_type(record.fields.get("content-type"));
        std::string_view url = record.fields.get("warc-target-uri");
        // WARC 1.0 has the address in angle brackets, as its grammar says and wget writes.
        if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
        record.url = url;
        const std::string_view length = record.fields.get("content-length");
        const auto [end, error] =
            std::from_chars(length.data(), length.data() + length.size(), record.length);
        if (error != std::errc() || end != length.data() + length.size()) {
            return Refused{place_of(record) + ": the record does not say its length and is left out"};
        }
        left_ = record.length;
        return read_block(record);
    }

    /// The bytes of a block that are not read here stay in left_, and are passed over.
    std::optional<Found> read_block(const Record& record) {
        if (record.type == "resource") {
            if (is_html(record.content)) return take(record, record.fields);
            return Passed{place_of(record), record.url, LeftOut::no_html, record.content};
        }
        if (record.type != "response" || record.content != "application/http") return std::nullopt;
        const HttpHead head = read_http_head(*bytes_, left_);
        if (head.status != 200 && head.status != 203) {
            return Passed{place_of(record), record.url, LeftOut::no_answer, std::to_string(head.status)};
        }
        const std::string type = media_type(head.fields.get("content-type"));
        if (type.empty() ? !bytes_->peek(1).starts_with('<') : !is_html(type)) {
            return Passed{place_of(record), record.url, LeftOut::no_html, type};
        }
        return take(record, head.fields);
    }

    Found take(const Record& record, const Fields& fields) {
        const std::string place = place_of(record);
        const std::uint64_t most = budget_.limits().page_bytes;
        if (left_ > most) {
            return Refused{place + ": is larger than " + std::to_string(most >> 20U) +
                           " MB, the limit for a page; --max-page-mb allows more"};
        }
        Item item;
        item.place = place;
        item.url = record.url;
        item.charset = parameter(fields.get("content-type"), "charset");
        const std::uint64_t size = std::exchange(left_, 0);
        item.bytes = bytes_->take(size);
        if (item.bytes.size() < size)
            return Refused{place + ": the file ends in this record; get it again for the rest"};
        try {
            if (record.type == "response")
                item.bytes = decode_body(std::move(item.bytes), fields, place, budget_);
        } catch (const DamagedData& error) {
            return Refused{error.what()};  // of the body alone: the record is whole
        } catch (const InputError& error) {
            return Refused{error.what()};
        }
        return item;
    }

    std::unique_ptr<BufferedBytes> bytes_;
    std::string place_;
    Budget& budget_;
    std::uint64_t left_ = 0;  // of the block at hand
    std::uint64_t gap_ = 0;   // bytes between records that are none
    std::uint64_t gap_at_ = 0;
    bool lost_ = false;  // packed data was damaged
};

}  // namespace

bool is_warc(std::string_view head) { return head.starts_with(mark); }

Nested read_warc(std::unique_ptr<BufferedBytes> bytes, std::string place, Budget& budget) {
    return std::make_unique<WarcReader>(std::move(bytes), std::move(place), budget);
}

}  // namespace containers
