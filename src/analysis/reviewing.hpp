// Rule sets loaded for review, and all questions asked of each.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <ocop/analysis.hpp>

#include "analysis/neighbours.hpp"
#include "syntax/library.hpp"

namespace ocop::analysis {

class Reviewing {
public:
    explicit Reviewing(syntax::Library library) : library_(std::move(library)) {}

    void add(const std::string& id);
    void add_file(const std::filesystem::path& file);
    void add_below(const std::filesystem::path& directory);
    std::vector<Reviewed> run();

private:
    struct Wanted {
        std::string name;  // an id, or a file as given
        Diagnostics diagnostics;
        std::unique_ptr<Subject> subject;  // none where it could not be loaded
        bool in_library = false;
    };

    void keep(std::string name, std::optional<syntax::Document> document, base::Report& report, bool in_library);
    std::unique_ptr<Subject> subject_of(std::optional<syntax::Document> document, base::Report& report);
    bool is_in_library(const std::filesystem::path& file) const;
    void meet_neighbours();
    void add_leftovers(const std::filesystem::path& root, const std::filesystem::path& below);
    Diagnostics ask(const Wanted& wanted);
    bool is_told_elsewhere(const Subject& subject, const Place& place, const std::string& code);

    syntax::Library library_;
    std::vector<Wanted> wanted_;
    std::set<std::string> asked_;  // ids and files, each once
    std::vector<std::filesystem::path> directories_;
    std::vector<std::unique_ptr<Subject>> others_;
    std::set<std::string> files_read_;
    bool some_broken_ = false;  // some rule set of the library cannot be loaded
    Neighbours neighbours_;
    std::vector<Reviewed> out_;
    std::set<std::string> told_;
    std::map<std::string, const Subject*> told_by_;  // by place and code, what lies in a file that is extended
};

}  // namespace ocop::analysis
