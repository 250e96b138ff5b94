#include "memories/input.hpp"

#include <fmt/format.h>

#include "errors.hpp"
#include "gzip.hpp"

namespace memories {
namespace {

std::string shown_name(const std::string& file) { return file == "-" ? "standard input" : file; }

/// Reading packed bytes and parsing fail each in their way.
template <class Work>
auto guarded(const std::string& name, Work work) {
    try {
        return work();
    } catch (const tmx::ParseError& error) {
        throw hexapla::InputError(name + ": " + error.what());
    } catch (const std::ios_base::failure&) {
        throw hexapla::InputError(name + ": the packed file is damaged or cut off; fetch it again");
    }
}

}  // namespace

Input::Input(const std::string& file, tmx::ReadOptions options, std::istream& standard_input)
    : name_(shown_name(file)) {
    if (file != "-") {
        if (std::filesystem::is_directory(file))
            throw hexapla::InputError(file + ": is a folder; give the memories in it");
        file_ = hexapla::unpacked_stream(file);
    }
    guarded(name_, [&] {
        reader_ = std::make_unique<tmx::Reader>(file_ ? *file_ : standard_input, std::move(options));
    });
}

bool Input::next(tmx::Unit& unit) {
    return guarded(name_, [&] { return reader_->next(unit); });
}

tmx::ReadOptions lenient(const std::string& file, bool repair, hexapla::Notices& notices) {
    tmx::ReadOptions options;
    options.on_deviation = [](tmx::Place, const std::string&) {};
    if (repair) {
        options.on_loss = [&notices, name = shown_name(file)](tmx::Place place, const std::string& what) {
            notices.warn(fmt::format("{}:{}:{}: {}", name, place.line, place.column, what));
        };
    }
    return options;
}

}  // namespace memories
