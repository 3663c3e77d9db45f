// Files of any size, read and written piece by piece.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace ocop::cli {

// Why a file or a pipe gave or took no more.
class StreamFault : public std::runtime_error {
public:
    StreamFault(const std::string& message, int error) : std::runtime_error(message), error_(error) {}
    int error() const { return error_; }  // errno

private:
    int error_;
};

// Someone asked the command to end (Ctrl-C, or the system).
class Interrupted : public std::exception {
public:
    const char* what() const noexcept override { return "interrupted"; }
};

// Set by the signals of that, from the first of these on. A second signal ends the command at once.
const std::atomic<bool>& watch_for_interrupts();

// A file to read from; "-" is standard input. Throws StreamFault where it cannot be read, Interrupted where it had to wait and
// someone asked to end.
class Source {
public:
    explicit Source(const std::string& file);
    ~Source();
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    // Waits for the first bytes; more is taken as long as it comes at once.
    std::size_t read(char* into, std::size_t room);
    // The first bytes only, from the begin of the file.
    void only(std::uint64_t bytes) { left_ = bytes; }

    std::optional<std::uint64_t> size() const;  // of a file, not of a pipe
    bool is(const std::string& file) const;     // the same file by another name

private:
    std::size_t read_once(char* into, std::size_t room);
    void await() const;
    bool has_more_at_once() const;

    std::string name_;
    int descriptor_;
    std::optional<std::uint64_t> left_;
};

// A file to write to, or standard output ("-"). An older file stays as it is until the first byte is written or finish() is called.
// Throws StreamFault; what was cut short by then is taken away again as far as that is possible.
class Sink {
public:
    // `kept`: bytes of what is there that stay, before what is written.
    explicit Sink(const std::string& file, std::uint64_t kept = 0);
    ~Sink();
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    void write(std::string_view text);
    void finish();

private:
    void begin();
    [[noreturn]] void fail();

    std::string name_;
    int descriptor_;
    bool file_ = false;   // what has a length
    bool made_ = false;   // there was none before
    bool begun_ = false;
    std::uint64_t length_;  // of whole pieces
};

}  // namespace ocop::cli
