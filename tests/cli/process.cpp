// Runs by way of the shell, so that tests read as what a user types.
#include "cli/process.hpp"

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace ocop::test {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

}  // namespace

Workshop::Workshop() {
    std::string name = (fs::temp_directory_path() / "ocop-cli-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory");
    directory_ = name;
}

Workshop::~Workshop() {
    std::error_code failed;
    fs::remove_all(directory_, failed);
}

void Workshop::write(const std::string& name, const std::string& text) const {
    fs::create_directories(path(name).parent_path());
    std::ofstream(path(name), std::ios::binary) << text;
}

std::string Workshop::read(const std::string& name) const { return content(path(name)); }

Ran Workshop::run(const std::string& arguments, const std::string& before, const std::string& after, const std::string& where) const {
    const std::string call = "cd '" + directory_.string() + "' && { env -C " + where + " -u OCOP_RULES -u LC_ALL -u LC_MESSAGES LANG=C " + before + " '" OCOP_COMMAND "' " + arguments +
                             " " + after + " ; } > .out 2> .err < /dev/null";
    const int status = std::system(call.c_str());
    Ran ran;
    ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ran.out = content(path(".out"));
    ran.err = content(path(".err"));
    return ran;
}

}  // namespace ocop::test
