// The built command run as a process: what it printed where, and its exit status.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace ocop::test {

struct Ran {
    int status = -1;  // 128 + signal where one ended it
    std::string out, err;
};

// A directory of its own for one test, removed with it. Commands run in it, with an environment that names no rules.
class Workshop {
public:
    Workshop();
    ~Workshop();
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

    std::filesystem::path path(const std::string& name) const { return directory_ / name; }
    void write(const std::string& name, const std::string& text) const;
    std::string read(const std::string& name) const;

    // `arguments` are words of a shell; `before` stands before the command, e.g. "NO_COLOR=1"; `after` behind it; `where` is
    // the directory to run in.
    Ran run(const std::string& arguments, const std::string& before = {}, const std::string& after = {}, const std::string& where = ".") const;

private:
    std::filesystem::path directory_;
};

}  // namespace ocop::test
