// Descriptors of the system.
#include "cli/streams.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <fmt/format.h>

namespace ocop::cli {
namespace {

std::atomic<bool> interrupted = false;

void interrupt(int) { interrupted = true; }

}  // namespace

const std::atomic<bool>& watch_for_interrupts() {
    struct sigaction action {};
    action.sa_handler = interrupt;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        // A shell's background job, and what nohup starts, is not to be interrupted.
        if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) sigaction(signal, &action, nullptr);
    }
    return interrupted;
}

Source::Source(const std::string& file) : name_(file == "-" ? "<stdin>" : file), descriptor_(file == "-" ? STDIN_FILENO : open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) throw StreamFault(fmt::format("cannot read `{}`: {}", name_, std::strerror(errno)), errno);
}

Source::~Source() {
    if (descriptor_ > STDERR_FILENO) close(descriptor_);
}

// A signal that comes just before it waits is seen at the next turn.
void Source::await() const {
    constexpr int turn = 200;  // ms
    pollfd on{descriptor_, POLLIN, 0};
    while (!interrupted && poll(&on, 1, turn) <= 0) {}
    if (interrupted) throw Interrupted();
}

// Who writes a pipe fills it again within this time, if there is more.
bool Source::has_more_at_once() const {
    constexpr int moment = 2;  // ms
    pollfd on{descriptor_, POLLIN, 0};
    return poll(&on, 1, moment) > 0;
}

std::size_t Source::read_once(char* into, std::size_t room) {
    while (true) {
        const ssize_t got = ::read(descriptor_, into, room);
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) throw StreamFault(fmt::format("cannot read `{}`: {}", name_, std::strerror(errno)), errno);
        if (interrupted) throw Interrupted();
    }
}

std::size_t Source::read(char* into, std::size_t room) {
    if (left_) room = static_cast<std::size_t>(std::min<std::uint64_t>(room, *left_));
    std::size_t got = 0;
    while (got < room && (got == 0 || has_more_at_once())) {
        if (got == 0) await();
        const std::size_t more = read_once(into + got, room - got);
        if (more == 0) break;
        got += more;
    }
    if (left_) *left_ -= got;
    return got;
}

std::optional<std::uint64_t> Source::size() const {
    struct stat found {};
    if (fstat(descriptor_, &found) != 0 || !S_ISREG(found.st_mode)) return std::nullopt;
    return static_cast<std::uint64_t>(found.st_size);
}

bool Source::is(const std::string& file) const {
    struct stat own {}, other {};
    return fstat(descriptor_, &own) == 0 && stat(file.c_str(), &other) == 0 && S_ISREG(own.st_mode) && own.st_dev == other.st_dev && own.st_ino == other.st_ino;
}

Sink::Sink(const std::string& file, std::uint64_t kept)
    : name_(file == "-" ? "<stdout>" : file), descriptor_(file == "-" ? STDOUT_FILENO : open(file.c_str(), O_WRONLY | O_CLOEXEC)), length_(kept) {
    if (descriptor_ < 0 && errno == ENOENT) {
        descriptor_ = open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
        made_ = descriptor_ >= 0;
    }
    if (descriptor_ < 0) fail();
    struct stat found {};
    file_ = file != "-" && fstat(descriptor_, &found) == 0 && S_ISREG(found.st_mode);
}

Sink::~Sink() {
    if (made_ && !begun_) unlink(name_.c_str());
    if (descriptor_ > STDERR_FILENO) close(descriptor_);
}

void Sink::fail() {
    const int error = errno;
    const bool standard = descriptor_ == STDOUT_FILENO;
    throw StreamFault(standard ? fmt::format("cannot write the result: {}", std::strerror(error)) : fmt::format("cannot write `{}`: {}", name_, std::strerror(error)), error);
}

void Sink::begin() {
    if (begun_) return;
    begun_ = true;
    if (!file_) return;
    const auto length = static_cast<off_t>(length_);
    if (ftruncate(descriptor_, length) != 0 || lseek(descriptor_, length, SEEK_SET) < 0) fail();
}

void Sink::write(std::string_view text) {
    begin();
    const std::uint64_t whole = length_ + text.size();
    while (!text.empty()) {
        const ssize_t put = ::write(descriptor_, text.data(), text.size());
        if (put >= 0) text.remove_prefix(static_cast<std::size_t>(put));
        else if (errno != EINTR) break;
    }
    if (text.empty()) {
        length_ = whole;
        return;
    }
    const int error = errno;
    if (file_ && ftruncate(descriptor_, static_cast<off_t>(length_)) != 0) errno = error;
    errno = error;
    fail();
}

void Sink::finish() {
    begin();
    if (descriptor_ <= STDERR_FILENO) return;
    const int descriptor = descriptor_;
    descriptor_ = -1;
    if (close(descriptor) != 0) fail();
}

}  // namespace ocop::cli
