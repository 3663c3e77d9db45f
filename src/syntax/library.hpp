// Directories of rule sets: what is there, and each rule set loaded with all that it extends.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ocop/text.hpp>

#include "base/diagnostics.hpp"
#include "syntax/document.hpp"
#include "syntax/finder.hpp"

namespace ocop::syntax {

// What can be told of a rule set from a glance at its file.
struct Listed {
    std::string id;
    std::filesystem::path file;       // to open
    std::filesystem::path directory;  // the library it was found in, as given
    Text title;
    std::string in_force_from, in_force_until;  // ISO dates or empty; `extends` is followed for them
};

// Immutable; threads may share it. The file system is read at each call.
//
// The loaders give a document whenever every file it needs could be read, even where the report has errors (a repeated
// id, a `remove` of what is not there): then `root` is still fit to be checked for more. Else nothing.
// A document's `rule_set:` may be absent or wrong in itself, only one that contradicts its path is reported here.
class Library {
public:
    Library() = default;  // no directories: files and texts on their own
    // Earlier directories are looked in first.
    explicit Library(std::vector<std::filesystem::path> directories);
    // One library in memory; no file is opened.
    static Library in_memory(Files files) {
        Library made;
        made.files_ = std::make_shared<const Files>(std::move(files));
        return made;
    }

    const std::vector<std::filesystem::path>& directories() const { return directories_; }

    // Every rule set, by id; of two with one id the one in the earlier directory. A file that cannot be read is
    // reported as a warning and left out, and so is a directory.
    std::vector<Listed> list(base::Report& report) const;

    std::optional<Document> load(std::string_view id, base::Report& report) const;
    // A file inside one of the directories belongs to that library. Any other is a library of its own: it may extend
    // what lies in or below its own directory, and the rule sets of the directories by id.
    std::optional<Document> load_file(const std::filesystem::path& file, base::Report& report) const;
    // Extends rule sets of the directories, by id only.
    std::optional<Document> load_text(std::string text, std::string name, base::Report& report) const;
    // `councils/<name>.yaml`
    std::optional<Document> load_council(std::string_view name, base::Report& report) const;

private:
    Finder finder() const { return files_ != nullptr ? Finder(*files_) : Finder(directories_); }

    std::vector<std::filesystem::path> directories_;
    std::shared_ptr<const Files> files_;
};

}  // namespace ocop::syntax
