// One load: a file, all that it extends, and the merged tree.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "syntax/document.hpp"
#include "syntax/finder.hpp"

namespace ocop::syntax {

// Reads each file once, however many others extend it. For one load; faults of all files go to one report.
class Loader {
public:
    Loader(const Finder& finder, base::Report& report) : finder_(finder), report_(report) {}

    // `wanted_at`: where the file is asked for; its line is 0 where no file asks.
    std::optional<Document> load(const Located& file, const Place& wanted_at);
    std::optional<Document> load_text(base::SourcePtr source);

private:
    struct File {
        bool whole = false;  // read and merged; `tree` is what those that extend it take over
        Written tree;
        std::size_t nodes = 0;
    };

    const File* file(const Located& located, const Place& wanted_at);
    std::optional<Written> read(const Located& located, const Place& wanted_at);
    std::optional<Written> assembled(Written own, const Located& located);
    std::optional<Written> parents(const Written& extends, const Located& located);
    std::optional<Written> tree_of(const base::SourcePtr& source);
    std::vector<Named> names_in(const Written& extends);
    std::optional<Located> find(const Named& name, const Located& from);
    bool is_repeated(const Located& found, const Named& name, std::map<std::string, int>& seen);
    bool within_limits(const Place& wanted_at);
    bool add_nodes(std::size_t nodes, const Place& at);
    void report_cycle(const Located& located, const Place& wanted_at);
    void check_id(const Document& document, bool in_library);

    const Finder& finder_;
    base::Report& report_;
    std::map<std::filesystem::path, File> files_;                      // by the real path
    std::vector<std::pair<std::filesystem::path, std::string>> open_;  // files being assembled, and their names
    std::vector<base::SourcePtr> sources_;
    std::size_t nodes_ = 0;
};

}  // namespace ocop::syntax
