// `ocop verify`, `ocop key`, `ocop sign`, `ocop redact`: files in and out around the calls of ocop::record.
#include <ocop/record.hpp>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/cards.hpp"
#include "cli/commands.hpp"

namespace ocop::cli {
namespace {

namespace fs = std::filesystem;

std::string shown_name(const std::string& name) { return name == "-" ? "<stdin>" : name; }

bool is_directory(const std::string& name) {
    std::error_code failed;
    return name != "-" && fs::is_directory(name, failed);
}

// The digits themselves, or the file that has them.
std::optional<std::string> trusted(const std::string& key, Output& output) {
    if (key.empty()) return key;
    if (auto digits = record::public_key(key)) return digits;
    const auto text = read_file(key, "file", output);
    if (!text) return std::nullopt;
    auto found = record::public_key(*text);
    if (!found) output.say(fmt::format("`{}` holds no public key as `ocop key` writes it", key));
    return found;
}

// For the owner's eyes only, from the first byte on.
bool write_secret(const std::string& file, std::string_view text, Output& output) {
    const int to = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    bool written = to >= 0 && ::write(to, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    int failed = errno;
    if (to >= 0 && ::close(to) != 0 && written) written = false, failed = errno;
    if (!written) output.say(fmt::format("cannot write `{}`: {}", file, failed == EEXIST ? "it exists already and is not overwritten" : std::strerror(failed)));
    return written;
}

int write(const record::Made& made, const std::string& to, Output& output) {
    output.tell(made.diagnostics);
    if (!made) return answer_is_no;
    if (!to.empty()) return write_new_file(to, *made.text, output) ? fine : no_answer;
    output.result(*made.text);
    return fine;
}

int tell(const record::Verification& found, const std::string& format, Output& output) {
    output.tell(found.diagnostics);
    if (!found.readable()) return no_answer;
    output.result(format == "json" ? record::json(found) + "\n" : record::text(found, output.language()));
    return found.holds() ? fine : answer_is_no;
}

}  // namespace

int verify(const VerifyCall& call, const Rules& rules, Output& output) {
    const auto key = trusted(call.key, output);
    if (!key) return no_answer;
    if (is_directory(call.record)) return tell(record::verify_directory(call.record, *key), call.format, output);
    record::Against against;
    against.public_key = *key;
    against.rules = &rules.library;
    if (!call.council.empty()) {
        against.council = read_file(call.council, "file", output);
        against.council_name = call.council;
        if (!against.council) return no_answer;
    }
    const auto text = read_file(call.record, "file", output);
    return text ? tell(record::verify(*text, shown_name(call.record), against), call.format, output) : no_answer;
}

int key(const KeyCall& call, Output& output) {
    const record::KeyPair pair = record::new_key_pair();
    const std::string secret = call.name + ".secret", open = call.name + ".public";
    std::error_code failed;
    if (fs::exists(open, failed)) {
        output.say(fmt::format("cannot write `{}`: it exists already and is not overwritten", open));
        return no_answer;
    }
    if (!write_secret(secret, pair.secret_key + "\n", output) || !write_new_file(open, pair.public_key + "\n", output)) return no_answer;
    output.result(pair.public_key + "\n");
    return fine;
}

int sign(const SignCall& call, Output& output) {
    const auto secret = read_file(call.key, "file", output);
    if (!secret) return no_answer;
    if (is_directory(call.record)) {
        if (!call.to.empty()) {
            output.say(fmt::format("the signature of a directory is written into it, as `{}`; leave -o out", record::directory_signature));
            return no_answer;
        }
        return write(record::sign_directory(call.record, *secret), (fs::path(call.record) / record::directory_signature).string(), output);
    }
    const auto text = read_file(call.record, "file", output);
    return text ? write(record::sign(*text, shown_name(call.record), *secret), call.to, output) : no_answer;
}

int redact(const RedactCall& call, Output& output) {
    const auto text = read_file(call.record, "file", output);
    return text ? write(record::redact(*text, shown_name(call.record), call.fields), call.to, output) : no_answer;
}

}  // namespace ocop::cli
