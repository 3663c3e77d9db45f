// `ocop list`: the rule sets there are, what they are for and since when they are in force.
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/json_text.hpp"

namespace ocop::cli {
namespace {

// Characters; titles are NFC and none is wider than one column.
std::size_t characters(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string padded(const std::string& text, std::size_t width) {
    return text + std::string(width - std::min(width, characters(text)), ' ');
}

std::string since(const Library::Entry& entry) {
    const std::string from = entry.in_force_from.empty() ? "…" : entry.in_force_from;
    return entry.in_force_until.empty() ? from : from + " – " + entry.in_force_until;
}

void table(const std::vector<Library::Entry>& entries, Output& output) {
    std::size_t ids = 0, titles = 0;
    for (const Library::Entry& each : entries) {
        ids = std::max(ids, characters(each.id));
        titles = std::max(titles, characters(each.title.in(output.language())));
    }
    for (const Library::Entry& each : entries)
        output.result(padded(each.id, ids) + "  " + padded(each.title.in(output.language()), titles) + "  " + since(each) + "\n");
}

void json(const std::vector<Library::Entry>& entries, Output& output) {
    std::string out = "[";
    for (const Library::Entry& each : entries)
        out += fmt::format("{}{{\"id\": {}, \"title\": {}, \"in_force\": {{\"from\": {}, \"until\": {}}}, \"directory\": {}}}", out == "[" ? "\n  " : ",\n  ",
                           json_string(each.id), json_text(each.title), json_string(each.in_force_from), json_string(each.in_force_until),
                           json_string(each.directory));
    output.result(out + (entries.empty() ? "]\n" : "\n]\n"));
}

}  // namespace

int list(const ListCall& call, const Rules& rules, Output& output) {
    Diagnostics unreadable;
    const std::vector<Library::Entry> entries = rules.library.list(&unreadable);
    output.tell(unreadable);
    call.format == "json" ? json(entries, output) : table(entries, output);
    if (!entries.empty()) return fine;
    output.say("there are no rule sets; name their directory with --rules DIR");
    return no_answer;
}

}  // namespace ocop::cli
