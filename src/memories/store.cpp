#include "memories/store.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <string>
#include <string_view>
#include <vector>

#include "errors.hpp"

namespace memories {
namespace {

// A unit is a row of strings, each with its length before it, and lists with their counts.
class Packer {
  public:
    void number(std::uint64_t value) {
        for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(value >> shift & 0xFFU);
    }
    void text(const std::string& value) {
        number(value.size());
        bytes += value;
    }
    void attributes(const std::vector<tmx::Attribute>& values) {
        number(values.size());
        for (const tmx::Attribute& each : values) {
            text(each.name);
            text(each.value);
        }
    }
    void remarks(const std::vector<tmx::Property>& properties, const std::vector<tmx::Note>& notes) {
        number(properties.size());
        for (const tmx::Property& each : properties) {
            text(each.type);
            text(each.value);
            attributes(each.attributes);
        }
        number(notes.size());
        for (const tmx::Note& each : notes) {
            text(each.text);
            attributes(each.attributes);
            number(each.properties_before & 0xFFFFFFFFU);
        }
    }
    std::string bytes;
};

constexpr std::size_t number_bytes = 4;

std::size_t number_from(std::string_view bytes) {
    std::size_t value = 0;
    for (std::size_t i = number_bytes; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[i]);
    return value;
}

class Unpacker {
  public:
    explicit Unpacker(std::string packed) : bytes_(std::move(packed)) {}
    std::size_t number() {
        const std::size_t value = number_from(std::string_view(bytes_).substr(at_));
        at_ += number_bytes;
        return value;
    }
    std::string text() {
        const std::size_t size = number();
        std::string value = bytes_.substr(at_, size);
        at_ += size;
        return value;
    }
    std::vector<tmx::Attribute> attributes() {
        std::vector<tmx::Attribute> values(number());
        for (tmx::Attribute& each : values) {
            each.name = text();
            each.value = text();
        }
        return values;
    }
    void remarks(std::vector<tmx::Property>& properties, std::vector<tmx::Note>& notes) {
        properties.resize(number());
        for (tmx::Property& each : properties) {
            each.type = text();
            each.value = text();
            each.attributes = attributes();
        }
        notes.resize(number());
        for (tmx::Note& each : notes) {
            each.text = text();
            each.attributes = attributes();
            each.properties_before = number();
        }
    }

  private:
    std::string bytes_;
    std::size_t at_ = 0;
};

}  // namespace

UnitStore::UnitStore() {
    static std::atomic<int> count = 0;
    path_ = std::filesystem::temp_directory_path() / fmt::format("hexapla.{}.{}.units", ::getpid(), ++count);
    unfinished_ = hexapla::UnfinishedFile(path_);
    file_.open(path_, std::ios::binary | std::ios::in | std::ios::out | std::ios::trunc);
    require_good();
}

UnitStore::~UnitStore() {
    file_.close();
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

void UnitStore::require_good() const {
    if (!file_)
        throw hexapla::OutputError(path_.string() +
                                   ": cannot be written; make room, or name another folder with TMPDIR");
}

std::uint64_t UnitStore::add(const tmx::Unit& unit) {
    Packer packer;
    packer.text(unit.id);
    packer.text(unit.creation_date);
    packer.attributes(unit.attributes);
    packer.remarks(unit.properties, unit.notes);
    packer.number(unit.variants.size());
    for (const tmx::Variant& variant : unit.variants) {
        packer.text(variant.language);
        packer.text(variant.segment);
        packer.attributes(variant.attributes);
        packer.remarks(variant.properties, variant.notes);
    }
    Packer size;
    size.number(packer.bytes.size());
    if (reading_) file_.seekp(static_cast<std::streamoff>(end_));
    reading_ = false;
    file_ << size.bytes << packer.bytes;
    require_good();
    const std::uint64_t place = end_;
    end_ += size.bytes.size() + packer.bytes.size();
    return place;
}

tmx::Unit UnitStore::get_and_move(std::uint64_t& place) {
    reading_ = true;
    file_.seekg(static_cast<std::streamoff>(place));
    std::array<char, number_bytes> head{};
    file_.read(head.data(), head.size());
    require_good();
    std::string packed(number_from({head.data(), head.size()}), '\0');
    file_.read(packed.data(), static_cast<std::streamsize>(packed.size()));
    require_good();
    place += head.size() + packed.size();
    Unpacker unpacker(std::move(packed));
    tmx::Unit unit;
    unit.id = unpacker.text();
    unit.creation_date = unpacker.text();
    unit.attributes = unpacker.attributes();
    unpacker.remarks(unit.properties, unit.notes);
    unit.variants.resize(unpacker.number());
    for (tmx::Variant& variant : unit.variants) {
        variant.language = unpacker.text();
        variant.segment = unpacker.text();
        variant.attributes = unpacker.attributes();
        unpacker.remarks(variant.properties, variant.notes);
    }
    return unit;
}

}  // namespace memories
