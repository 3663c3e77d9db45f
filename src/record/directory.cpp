// Files, their digests, and what is no plain file.
#include "record/directory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "base/digest.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "record/ed25519.hpp"

namespace ocop::record {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> contents(const fs::path& file) {
    std::error_code failed;
    if (!fs::is_regular_file(file, failed)) return std::nullopt;  // opening a pipe would wait for ever
    const auto size = fs::file_size(file, failed);
    std::ifstream in(file, std::ios::binary);
    if (failed || !in || size > base::limits::record_bytes) return std::nullopt;
    std::ostringstream out;
    out << in.rdbuf();
    if (in.bad()) return std::nullopt;
    return std::move(out).str();
}

// What a directory holds: digests of its files by their names from the directory, with slashes, and what is wrong with the rest.
class Walk {
public:
    explicit Walk(const fs::path& directory) : directory_(directory) { walk(); }

    std::map<std::string, std::string> files;
    std::vector<Fault> faults;

private:
    void walk() {
        std::error_code failed;
        inside_ = fs::canonical(directory_, failed);
        if (failed || !readable(directory_)) return fault("", unreadable());
        fs::recursive_directory_iterator each(directory_, failed);
        for (const fs::recursive_directory_iterator end; !failed && each != end; each.increment(failed)) {
            if (files.size() + faults.size() > base::limits::directory_files) return fault("", {"có quá nhiều tệp", "there are too many files"});
            // A directory that cannot be read stands for all that is in it.
            std::error_code untold;
            if (each->is_directory(untold) && !each->is_symlink(untold) && !readable(each->path())) {
                fault(name(each->path()), unreadable());
                each.disable_recursion_pending();
            } else {
                entry(*each);
            }
        }
        if (failed) fault("", unreadable());
    }

    static Text unreadable() { return {"không đọc được thư mục này", "cannot be read"}; }
    void fault(std::string where, Text what) { faults.push_back({std::move(where), std::move(what)}); }
    std::string name(const fs::path& path) const { return path.lexically_relative(directory_).generic_string(); }

    static bool readable(const fs::path& directory) {
        std::error_code failed;
        return !(fs::directory_iterator(directory, failed), failed);
    }

    void entry(const fs::directory_entry& entry) {
        std::error_code failed;
        const std::string at = name(entry.path());
        if (base::invalid_utf8(at)) return fault("?", {"có tên tệp không phải UTF-8", "a file name is not UTF-8"});
        if (at == directory_signature) return;
        if (entry.is_symlink(failed) && !stays_inside(entry, at)) return;
        if (entry.is_directory(failed)) return;
        if (!entry.is_regular_file(failed)) return fault(at, {"không phải là tệp thường", "is no regular file"});
        if (const auto text = contents(entry.path())) files.emplace(at, base::sha256(*text));
        else fault(at, {"không đọc được, hoặc quá lớn", "cannot be read, or is too large"});
    }

    // A link to a file of the directory is that file once more.
    bool stays_inside(const fs::directory_entry& entry, const std::string& at) {
        std::error_code failed;
        const fs::path to = fs::canonical(entry.path(), failed);
        if (failed) return fault(at, {"là liên kết không dẫn đến đâu", "is a link that leads nowhere"}), false;
        const auto [end, rest] = std::mismatch(inside_.begin(), inside_.end(), to.begin(), to.end());
        if (end != inside_.end()) return fault(at, {"là liên kết ra ngoài thư mục", "is a link that leads out of the directory"}), false;
        if (fs::is_directory(to, failed)) return fault(at, {"là liên kết đến thư mục", "is a link to a directory"}), false;
        return true;
    }

    fs::path directory_, inside_;
};

Json digests_of(const Walk& found) {
    Json out = Json::object();
    for (const auto& [name, digest] : found.files) out[name] = digest;
    return out;
}

Text said(const std::string& name, const Text& what) { return {fmt::format("`{}` {}", name, what.vi), fmt::format("`{}` {}", name, what.en)}; }

Statement check_files(const Walk& found, const Json& told) {
    Claim claim("files-unchanged", {"mọi tệp vẫn như khi ký", "every file is as it was signed"});
    for (const Fault& each : found.faults) claim.fault(each.pointer, said(each.pointer, each.text));
    for (const auto& [name, digest] : found.files) {
        const auto signed_as = told.find(name);
        if (signed_as == told.end()) claim.fault(name, said(name, {"được thêm vào", "was added"}));
        else if (*signed_as != digest) claim.fault(name, said(name, {"đã bị sửa", "was changed"}));
    }
    for (auto each = told.begin(); each != told.end(); ++each)
        if (!found.files.contains(each.key())) claim.fault(each.key(), said(each.key(), {"bị thiếu", "is missing"}));
    claim.remark({fmt::format("{} tệp", told.size()), fmt::format("{} {}", told.size(), told.size() == 1 ? "file" : "files")});
    return claim.take();
}

constexpr std::array<std::string_view, 2> keys = {"digests", "signature"};

// The signature file read; nothing, with reasons, where its shape is wrong.
std::optional<Json> read_signature(const base::SourcePtr& source, base::Report& report) {
    const auto root = read_exactly(source, report);
    const auto value = root ? json_of(*root, report) : std::nullopt;
    if (!value) return std::nullopt;
    const bool right = value->is_object() && value->size() == keys.size() && std::ranges::all_of(keys, [&](std::string_view key) { return value->contains(key); });
    const bool texts = right && (*value)["digests"].is_object() && std::ranges::all_of((*value)["digests"], [](const Json& each) { return each.is_string() && is_hex(each.get_ref<const std::string&>(), 64); });
    if (!texts) report.error("bad-signature-file", root->place(), Text{"tệp chữ ký phải có `digests` (tên tệp và mã băm) và `signature`", "a signature file has `digests` (files and their SHA-256) and `signature`"}, Text{});
    return texts && has_signature(*root, report) ? value : std::nullopt;
}

}  // namespace

std::optional<std::string> sign_directory(const fs::path& directory, std::string_view seed, base::Report& report) {
    const Walk found(directory);
    for (const Fault& each : found.faults) report.error("cannot-sign", Place{(directory / each.pointer).generic_string(), 0, 0, 0, {}}, each.text, Text{});
    if (report.has_errors()) return std::nullopt;
    const Json digests = digests_of(found);
    return canonical({{"digests", digests}, {"signature", signature_json(public_of(seed), signature_of(message(directory_domain, digests), seed))}});
}

Verification verify_directory(const fs::path& directory, const std::string& key) {
    Verification out;
    base::Report report;
    const fs::path file = directory / directory_signature;
    const auto text = contents(file);
    if (!text) {
        report.error("not-signed", Place{file.generic_string(), 0, 0, 0, {}}, Text{"thư mục này chưa được ký", "this directory is not signed"}, Text{"ký bằng `ocop sign THƯ_MỤC --key TÊN.secret`", "sign it with `ocop sign DIR --key NAME.secret`"});
        out.diagnostics = report.take();
        return out;
    }
    const auto source = std::make_shared<const base::Source>(file.generic_string(), *text);
    const auto told = read_signature(source, report);
    if (told) {
        Checked checked;
        checked.statements.push_back(check_canonical(*text, *told));
        if (checked.holds()) {
            const std::string own = told->at("signature").at("key"), value = told->at("signature").at("value");
            checked.statements.push_back(check_files(Walk(directory), told->at("digests")));
            checked.statements.push_back(check_signature(directory_domain, told->at("digests"), own, value));
            checked.statements.push_back(check_key(own, key));
        }
        out.records.push_back(std::move(checked));
    }
    out.diagnostics = report.take();
    return out;
}

}  // namespace ocop::record
