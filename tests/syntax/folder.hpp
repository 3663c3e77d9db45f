// A temporary directory of files for a test, and merged trees in a terse notation.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "base/diagnostics.hpp"
#include "syntax/document.hpp"
#include "syntax/library.hpp"

namespace ocop::test {

// Removed with everything in it at the end of the test.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "ocop-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    Folder& write(const std::string& file, const std::string& text) {
        std::filesystem::create_directories((path_ / file).parent_path());
        std::ofstream(path_ / file, std::ios::binary) << text;
        return *this;
    }

private:
    std::filesystem::path path_;
};

// {key: value, …}, [item, …], `~` for nothing, "…" for what was in quotes.
inline std::string terse(const syntax::Written& node) {
    std::string out;
    if (node.is_null()) return "~";
    if (node.is_scalar()) return node.quoted ? '"' + node.text + '"' : node.text;
    for (const auto& item : node.items) out += (out.empty() ? "" : ", ") + terse(item);
    for (const auto& each : node.entries) out += (out.empty() ? "" : ", ") + each.key + ": " + terse(each.value);
    return node.is_list() ? "[" + out + "]" : "{" + out + "}";
}

// "file:line:column code: message [help]" of each, a line each.
inline std::string terse(const Diagnostics& diagnostics) {
    std::string out;
    for (const Diagnostic& each : diagnostics) {
        if (!out.empty()) out += "\n";
        out += each.place.file + ":" + std::to_string(each.place.line) + ":" + std::to_string(each.place.column) + " " +
               each.code + ": " + each.message.en;
        if (!each.help.en.empty()) out += " [" + each.help.en + "]";
    }
    return out;
}

// The merged tree, or what is wrong.
inline std::string outcome(const std::optional<syntax::Document>& document, base::Report& report) {
    return report.has_errors() ? terse(report.take()) : document ? terse(document->root) : "nothing";
}

inline std::string load(const syntax::Library& library, const std::string& id) {
    base::Report report;
    const auto document = library.load(id, report);
    return outcome(document, report);
}

}  // namespace ocop::test
