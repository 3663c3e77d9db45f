// Case files read with the project's own YAML reader, so that they are as strict as everything else.
#include "case_file.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace ocop::test {
namespace {

std::string content(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

}  // namespace

std::string text_of(const yaml::Node& node) {
    if (node.kind == yaml::Node::Kind::null) return "null";
    if (node.kind == yaml::Node::Kind::scalar) return node.text;
    std::string out;
    for (const std::string& each : texts_of(node)) out += (out.empty() ? "" : "; ") + each;
    return out;
}

std::vector<std::string> texts_of(const yaml::Node& node) {
    std::vector<std::string> out;
    if (node.kind == yaml::Node::Kind::scalar) out.push_back(node.text);
    for (const yaml::Node& item : node.items) out.push_back(text_of(item));
    for (const yaml::Entry& entry : node.entries) out.push_back(entry.key + ": " + text_of(entry.value));
    return out;
}

CaseFile read_case(const std::filesystem::path& file) {
    base::Report report;
    const auto source = std::make_shared<const base::Source>(file.filename().string(), content(file));
    const auto root = yaml::parse(source, report);
    if (!root) throw std::runtime_error(to_string(report.all().front()));
    CaseFile out;
    out.file = file;
    out.good = file.parent_path().filename() == "good";
    for (const yaml::Entry& entry : root->entries) {
        if (entry.key == "rules") out.rules = entry.value.text;
        else if (entry.key == "council") out.council = entry.value.text;
        else if (entry.key == "card") out.card = entry.value.text;
        else if (entry.key == "error") out.errors = texts_of(entry.value);
        else if (entry.key == "expect") out.expect = entry.value;
        else throw std::runtime_error(file.string() + ": unknown key " + entry.key);
    }
    return out;
}

std::vector<std::filesystem::path> case_files() {
    std::vector<std::filesystem::path> out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(OCOP_SOURCE_DIR "/tests/cases"))
        if (entry.path().extension() == ".yaml") out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace ocop::test
