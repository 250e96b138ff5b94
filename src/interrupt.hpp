#pragma once

#include <filesystem>

namespace hexapla {

/// Makes the signals that stop a program (SIGINT, SIGTERM, SIGHUP) remove unfinished files before they end it
/// as they would have. For `main`, before any thread starts.
void remove_unfinished_files_on_interrupt();

/// A file that is not finished: an interrupt removes it while this lives. Of very many at once some may stay.
class UnfinishedFile {
  public:
    UnfinishedFile() = default;
    explicit UnfinishedFile(const std::filesystem::path& file);
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;
    UnfinishedFile(UnfinishedFile&& other) noexcept;
    UnfinishedFile& operator=(UnfinishedFile&& other) noexcept;
    ~UnfinishedFile();

  private:
    int slot_ = -1;
};

}  // namespace hexapla
