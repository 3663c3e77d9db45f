// A portfolio of a few lines rated in memory, in blocks of any size.
#pragma once

#include <algorithm>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

#include <ocop/portfolio.hpp>

#include "cli/sample_rules.hpp"

namespace ocop::test {

// Another form than tea's.
inline const char* const rice_rules = R"yaml(rule_set: small/rice
title: {vi: "Gạo", en: "Rice"}
extends: ../shared.yaml
basis: {decision: "1/2026/QĐ-TTg", place: "Phụ lục, bộ 2"}
parts:
  - id: A
    title: {vi: "Sản phẩm", en: "Product"}
    max: 100
    items:
      - id: "3"
        title: {vi: "Chất lượng", en: "Quality"}
        max: 100
        options:
          - {id: a, points: 55, title: {vi: "Thường", en: "Common"}}
          - {id: b, points: 100, title: {vi: "Cao", en: "High"}}
)yaml";

class Pantry : public Kitchen {
public:
    Pantry() { write("rules/small/rice.yaml", rice_rules); }
    Library library() const { return Library::open({path("rules")}).value(); }
};

// Gives a text out in blocks of these sizes, the last size again and again.
inline portfolio::Read blocks(const std::string& text, std::vector<std::size_t> sizes = {1U << 20U}) {
    return [&text, sizes, at = std::size_t(0), turn = std::size_t(0)](char* into, std::size_t room) mutable {
        const std::size_t size = std::min({room, sizes[std::min(turn++, sizes.size() - 1)], text.size() - at});
        std::memcpy(into, text.data() + at, size);
        at += size;
        return size;
    };
}

struct Result {
    std::string lines, errors;
    portfolio::Run run;
};

inline Result rated(const Library& library, const portfolio::Read& read, portfolio::Options options = {}) {
    Result out;
    options.errors = [&](std::string_view lines) { out.errors += lines; };
    out.run = portfolio::rate(library, read, [&](std::string_view lines) { out.lines += lines; }, options);
    return out;
}

inline Result rated(const Library& library, const std::string& text, portfolio::Options options = {}) { return rated(library, blocks(text), std::move(options)); }

inline portfolio::Options named(const std::string& name, int threads = 1) {
    portfolio::Options options;
    options.name = name;
    options.threads = threads;
    return options;
}

// The errors of a run that was refused, one a line.
inline std::string refusal(const Result& result) {
    std::string out;
    for (const Diagnostic& each : result.run.refused) out += std::to_string(each.place.line) + ":" + std::to_string(each.place.column) + " " + each.message.en + (each.help.en.empty() ? "" : " (" + each.help.en + ")") + "\n";
    return out;
}

}  // namespace ocop::test
