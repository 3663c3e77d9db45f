// Rates what the tests sign, change and verify.
#include "record/samples.hpp"

#include <unistd.h>

#include <cstdlib>
#include <fstream>

namespace ocop::test {

namespace fs = std::filesystem;

SmallLibrary::SmallLibrary() {
    std::string name = (fs::temp_directory_path() / "ocop-record-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory");
    directory_ = name;
    write("test/small.yaml", small_rules);
}

SmallLibrary::~SmallLibrary() {
    std::error_code failed;
    fs::remove_all(directory_, failed);
}

void SmallLibrary::write(const std::string& name, const std::string& text) const {
    fs::create_directories((directory_ / name).parent_path());
    std::ofstream(directory_ / name, std::ios::binary) << text;
}

std::string small_record(const std::string& card) {
    const SmallLibrary library;
    const RuleSet rules = library.library().load("test/small").value();
    return report::json(rules.rate(Scorecard::from_text(card, rules).value()).trail());
}

std::vector<fs::path> example_cards() {
    std::vector<fs::path> out;
    for (const char* directory : {"/examples/scorecards", "/examples/long-xuyen-2022"})
        for (const auto& entry : fs::directory_iterator(std::string(OCOP_SOURCE_DIR) + directory))
            if (entry.path().extension() == ".yaml") out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

const Library& shipped() {
    static const Library library = Library::open({OCOP_SOURCE_DIR "/rules"}).value();
    return library;
}

std::string example_record(const fs::path& file) {
    const WrittenCards written = WrittenCards::from_file(file);
    const WrittenCard& card = written.cards.front();
    const RuleSet rules = (card.council().empty() ? shipped().load(card.rule_set()) : shipped().load(card.rule_set(), card.council())).value();
    return report::json(rules.rate(Scorecard::read(card, rules).value()).trail());
}

namespace {

std::vector<std::string> codes(const record::Verification& verification, record::Statement::Result result) {
    std::vector<std::string> out;
    for (const record::Checked& checked : verification.records)
        for (const record::Statement& each : checked.statements)
            if (each.result == result) out.push_back(each.code);
    return out;
}

}  // namespace

std::vector<std::string> failing(const record::Verification& verification) { return codes(verification, record::Statement::Result::fails); }
std::vector<std::string> open(const record::Verification& verification) { return codes(verification, record::Statement::Result::open); }

std::string faults(const record::Verification& verification, const std::string& code) {
    std::string out;
    for (const record::Checked& checked : verification.records)
        for (const record::Statement& each : checked.statements)
            for (const record::Fault& fault : each.faults)
                if (each.code == code) out += fault.text.en + "\n";
    return out;
}

}  // namespace ocop::test
