#include "containers/sources.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <utility>

#include "errors.hpp"

namespace fs = std::filesystem;

namespace containers {

struct Sources::Context {
    SourceOptions options;
    Globs globs;
    std::istream& in;
};

namespace {

using hexapla::InputError;

// What browsers put behind the page's name for the folder of its pictures: the first in every language but a
// few.
constexpr auto companion_endings =
    std::to_array<std::string_view>({"_files", "-Dateien", "_fichiers", "_archivos", "_arquivos",
                                     "_bestanden", "_pliki", "_dosyalar", "-filer"});

/// A file or stream, opened when it is its turn.
class FileReader final : public Reader {
  public:
    FileReader(fs::path file, std::istream* in, const SourceOptions& options, OpenOptions open)
        : file_(std::move(file)), in_(in), budget_(options.limits), open_(std::move(open)) {}

    std::optional<Found> next() override {
        if (std::exchange(done_, true)) return std::nullopt;
        open_.budget = &budget_;
        std::unique_ptr<ByteStream> bytes;
        if (in_ != nullptr) {
            bytes = std::make_unique<StreamBytes>(*in_, budget_);
        } else {
            bytes = std::make_unique<FileBytes>(file_, budget_);
        }
        return open(std::make_unique<BufferedBytes>(std::move(bytes)),
                    in_ != nullptr ? "standard input" : file_.string(),
                    in_ != nullptr ? "stdin" : file_.filename().string(), open_);
    }

  private:
    fs::path file_;
    std::istream* in_;  // null: the file
    Budget budget_;
    OpenOptions open_;
    bool done_ = false;
};

class FolderReader final : public Reader {
  public:
    /// `files` counts what is found in it and below.
    FolderReader(fs::path folder, const SourceOptions& options, OpenOptions open, std::size_t* files)
        : folder_(std::move(folder)), options_(options), open_(std::move(open)), files_(files) {}

    std::optional<Found> next() override {
        if (!std::exchange(listed_, true)) list();
        while (at_ < entries_.size()) {
            const fs::path& path = entries_[at_++];
            const std::string name = path.filename().string();
            std::error_code error;
            if (fs::is_directory(path, error)) {
                OpenOptions inner = open_;
                inner.folder = path_below(inner.folder, name);
                return std::make_unique<FolderReader>(path, options_, inner,
                                                      files_ == nullptr ? &own_files_ : files_);
            }
            const std::string relative = path_below(open_.folder, name);
            ++*(files_ == nullptr ? &own_files_ : files_);
            if (!open_.globs->include(relative) || is_no_page(name))
                return Passed{path.string(), {}, LeftOut::no_page, {}};
            return std::make_unique<FileReader>(path, nullptr, options_, open_);
        }
        if (files_ == nullptr && own_files_ == 0) {
            own_files_ = 1;
            return Refused{folder_.string() + ": holds no files; name the folder that holds the pages"};
        }
        return std::nullopt;
    }

  private:
    void list() {
        std::error_code error;
        for (fs::directory_iterator entry(folder_, error), end; !error && entry != end;
             entry.increment(error)) {
            if (entry->path().filename().string().starts_with('.')) continue;
            std::error_code unknown;
            const bool folder = entry->is_directory(unknown);
            if (folder && (entry->is_symlink(unknown) || is_companion(entry->path()))) continue;
            if (folder || entry->is_regular_file(unknown)) entries_.push_back(entry->path());
        }
        if (error) {
            throw InputError(folder_.string() + ": cannot be listed (" + error.message() +
                             "); check who may read it");
        }
        std::sort(entries_.begin(), entries_.end());
    }

    static bool is_companion(const fs::path& folder) {
        const std::string name = folder.string();
        return std::any_of(companion_endings.begin(), companion_endings.end(), [&](std::string_view ending) {
            if (!name.ends_with(ending)) return false;
            const std::string page = name.substr(0, name.size() - ending.size());
            return fs::exists(page + ".html") || fs::exists(page + ".htm") || fs::exists(page + ".xhtml");
        });
    }

    fs::path folder_;
    const SourceOptions& options_;
    OpenOptions open_;
    std::size_t* files_;
    std::size_t own_files_ = 0;
    std::vector<fs::path> entries_;
    std::size_t at_ = 0;
    bool listed_ = false;
};

/// A source that is no list.
Nested read_source(const std::string& name, const SourceOptions& options, OpenOptions open,
                   std::istream& in) {
    if (name == "-") return std::make_unique<FileReader>(fs::path(), &in, options, std::move(open));
    const fs::path path = name;
    std::error_code error;
    if (!fs::is_directory(path, error))
        return std::make_unique<FileReader>(path, nullptr, options, std::move(open));
    open.root = (path.filename().empty() ? path.parent_path().filename() : path.filename()).string();
    if (open.root == "." || open.root == "..")
        open.root = fs::weakly_canonical(path, error).filename().string();
    open.alone = false;
    return std::make_unique<FolderReader>(path, options, std::move(open), nullptr);
}

/// A file that names sources, one a line: as seen from here, or from the list's folder.
class ListReader final : public Reader {
  public:
    ListReader(const fs::path& file, const SourceOptions& options, OpenOptions open, std::istream& in)
        : place_(file == "-" ? "standard input" : file.string()),
          folder_(file.parent_path()),
          options_(options),
          open_(std::move(open)),
          in_(in) {
        open_.alone = false;
        if (file == "-") return;
        stream_.open(file);
        if (!stream_)
            throw InputError(place_ + ": cannot be opened; check that it is there and who may read it");
    }

    std::optional<Found> next() override {
        std::string line;
        while (std::getline(stream_.is_open() ? stream_ : in_, line)) {
            if (line.ends_with('\r')) line.pop_back();
            if (line.empty()) continue;
            std::error_code error;
            const bool here = line == "-" || fs::exists(line, error);
            return read_source(here ? line : (folder_ / line).string(), options_, open_, in_);
        }
        return std::nullopt;
    }

  private:
    std::string place_;
    fs::path folder_;
    const SourceOptions& options_;
    OpenOptions open_;
    std::istream& in_;
    std::ifstream stream_;
};

/// Whether the first lines of a text all name files.
bool is_list(const fs::path& file) {
    constexpr int lines_looked_at = 20;
    constexpr std::size_t longest_path = 4096;
    std::error_code error;
    if (!fs::is_regular_file(file, error)) return false;
    std::ifstream stream(file);
    std::string line;
    int lines = 0;
    while (lines < lines_looked_at && stream.peek() != std::ifstream::traits_type::eof()) {
        line.resize(longest_path);
        stream.getline(line.data(), static_cast<std::streamsize>(line.size()));
        if (stream.fail()) return false;
        line.resize(static_cast<std::size_t>(stream.gcount()));
        while (!line.empty() && (line.back() == '\0' || line.back() == '\n' || line.back() == '\r'))
            line.pop_back();
        if (line.empty()) continue;
        if (line.find('\0') != line.npos) return false;
        if (!fs::exists(line, error) && !fs::exists(file.parent_path() / line, error)) return false;
        ++lines;
    }
    return lines > 0;
}

/// The next thing in what is open, innermost first; none when all is read.
std::optional<Found> next_in(std::vector<Nested>& open) {
    while (!open.empty()) {
        try {
            auto found = open.back()->next();
            if (!found) {
                open.pop_back();
            } else if (auto* nested = std::get_if<Nested>(&*found)) {
                open.push_back(std::move(*nested));
            } else {
                return found;
            }
        } catch (const BudgetSpent& error) {
            while (!open.empty() && dynamic_cast<FileReader*>(open.back().get()) == nullptr) open.pop_back();
            return Refused{error.what()};
        } catch (const InputError& error) {
            open.pop_back();
            return Refused{error.what()};
        }
    }
    return std::nullopt;
}

/// The inner ones read from the outer ones, and so go first.
void close(std::vector<Nested>& open) {
    while (!open.empty()) open.pop_back();
}

}  // namespace

Sources::Sources(std::vector<std::string> names, SourceOptions options, std::istream& in)
    : context_(std::make_unique<Context>(Context{std::move(options), {}, in})), names_(std::move(names)) {
    context_->globs = Globs(context_->options.include);
}

Sources::~Sources() { close(open_); }

std::optional<Found> Sources::next() {
    for (;;) {
        if (auto found = next_in(open_)) return found;
        if (at_ == names_.size()) return std::nullopt;
        const std::string& name = names_[at_++];
        OpenOptions open;
        open.globs = &context_->globs;
        open.json_lines = context_->options.json_lines;
        open.alone = true;
        try {
            if (name.starts_with('@') || is_list(name)) {
                const std::string list = name.substr(name.starts_with('@') ? 1 : 0);
                open_.push_back(std::make_unique<ListReader>(list, context_->options, open, context_->in));
            } else {
                open_.push_back(read_source(name, context_->options, open, context_->in));
            }
        } catch (const InputError& error) {
            return Refused{error.what()};
        }
    }
}

std::vector<Item> read_file(const fs::path& file, const SourceOptions& options) {
    const Globs globs;
    OpenOptions how;
    how.globs = &globs;
    how.json_lines = options.json_lines;
    how.alone = true;
    std::vector<Nested> open;
    open.push_back(std::make_unique<FileReader>(file, nullptr, options, how));
    std::vector<Item> items;
    while (auto found = next_in(open)) {
        if (const auto* refused = std::get_if<Refused>(&*found)) {
            const std::string sentence = refused->sentence;
            close(open);
            throw InputError(sentence);
        }
        if (auto* item = std::get_if<Item>(&*found)) items.push_back(std::move(*item));
    }
    return items;
}

}  // namespace containers
