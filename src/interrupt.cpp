#include "interrupt.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstring>
#include <utility>

namespace hexapla {
namespace {

/// What a signal handler may look at: names of a fixed size, each taken or free by an atomic flag.
struct Slot {
    std::atomic<bool> taken = false;
    std::atomic<bool> ready = false;
    std::array<char, 4096> name{};
};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler must not wait for a lock");
constexpr int slots = 64;
// A signal handler sees what is global, and nothing else.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
std::array<Slot, slots> unfinished;

extern "C" void remove_and_end(int signal) {
    for (Slot& slot : unfinished) {
        if (slot.ready.load()) static_cast<void>(::unlink(slot.name.data()));
    }
    static_cast<void>(std::signal(signal, SIG_DFL));
    static_cast<void>(std::raise(signal));
}

}  // namespace

void remove_unfinished_files_on_interrupt() {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        // What was ignored (nohup) stays ignored.
        if (std::signal(signal, SIG_IGN) != SIG_IGN) static_cast<void>(std::signal(signal, remove_and_end));
    }
}

UnfinishedFile::UnfinishedFile(const std::filesystem::path& file) {
    const std::string name = file.string();
    if (name.size() >= unfinished[0].name.size()) return;
    for (int i = 0; i < slots; ++i) {
        Slot& slot = unfinished[static_cast<std::size_t>(i)];
        if (slot.taken.exchange(true)) continue;
        std::memcpy(slot.name.data(), name.c_str(), name.size() + 1);
        slot.ready = true;
        slot_ = i;
        return;
    }
}

UnfinishedFile::UnfinishedFile(UnfinishedFile&& other) noexcept : slot_(std::exchange(other.slot_, -1)) {}

UnfinishedFile& UnfinishedFile::operator=(UnfinishedFile&& other) noexcept {
    std::swap(slot_, other.slot_);
    return *this;
}

UnfinishedFile::~UnfinishedFile() {
    if (slot_ < 0) return;
    Slot& slot = unfinished[static_cast<std::size_t>(slot_)];
    slot.ready = false;
    slot.taken = false;
}

}  // namespace hexapla
