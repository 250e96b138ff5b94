#include "containers/json_lines.hpp"

#include <utility>

namespace containers {
namespace {

class LinesReader final : public Reader {
  public:
    LinesReader(std::unique_ptr<BufferedBytes> bytes, std::string place, OpenOptions options)
        : bytes_(std::move(bytes)), place_(std::move(place)), options_(std::move(options)) {}

    std::optional<Found> next() override {
        const std::uint64_t most = options_.budget->limits().page_bytes;
        while (auto line = bytes_->line(static_cast<std::size_t>(most) + 1)) {
            ++number_;
            if (line->find_first_not_of(" \t\r") == line->npos) continue;
            Item item;
            item.place = place_ + ":" + std::to_string(number_);
            if (line->size() > most) {
                return Refused{item.place + ": the line is larger than " + std::to_string(most >> 20U) +
                               " MB, the limit for a page; --max-page-mb allows more"};
            }
            item.bytes = std::move(*line);
            item.root = options_.root;
            item.folder = options_.folder;
            item.json_line = true;
            return item;
        }
        return std::nullopt;
    }

  private:
    std::unique_ptr<BufferedBytes> bytes_;
    std::string place_;
    OpenOptions options_;
    std::size_t number_ = 0;
};

}  // namespace

bool is_json_lines(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    const std::size_t start = head.find_first_not_of(" \t\r\n");
    if (start == head.npos || head[start] != '{') return false;
    const std::size_t next = head.find_first_not_of(" \t", start + 1);
    return next != head.npos && (head[next] == '"' || head[next] == '}');
}

Nested read_json_lines(std::unique_ptr<BufferedBytes> bytes, std::string place, OpenOptions options) {
    if (bytes->peek(3) == "\xEF\xBB\xBF") bytes->consume(3);
    return std::make_unique<LinesReader>(std::move(bytes), std::move(place), std::move(options));
}

}  // namespace containers
