// Expected and got, key by key.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/expectation.hpp"

namespace ocop::analysis {
namespace {

using yaml::Node;

std::string text_of(const Node& at) {
    switch (at.kind) {
        case Node::Kind::null: return "null";
        case Node::Kind::scalar: return at.text;
        case Node::Kind::list: {
            std::string out;
            for (const Node& each : at.items) out += (out.empty() ? "" : ", ") + text_of(each);
            return "[" + out + "]";
        }
        case Node::Kind::map: break;
    }
    return "{…}";
}

std::string list(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& each : texts) out += (out.empty() ? "" : ", ") + each;
    return "[" + out + "]";
}

std::string text_of(const std::optional<Number>& number) { return number ? number->text() : "null"; }
std::string text_of(const std::optional<int>& number) { return number ? std::to_string(*number) : "null"; }
std::string text_of(const std::optional<bool>& truth) { return !truth ? "null" : *truth ? "true" : "false"; }

bool same_number(const Node& expected, const std::optional<Number>& got) {
    if (expected.kind == Node::Kind::null || !got) return expected.kind == Node::Kind::null && !got;
    const auto number = Number::parse(expected.text);
    return number && *number == *got;
}

class Comparer {
public:
    explicit Comparer(const Verdict& outcome) : outcome_(outcome), summary_(outcome.summary) {}

    std::vector<Surprise> compare(const Node& expect) {
        for (const yaml::Entry& each : expect.entries) compare(each.key, each.value);
        return std::move(surprises_);
    }

private:
    void surprise(std::string key, const Node& expected, std::string got) { surprises_.push_back({std::move(key), text_of(expected), std::move(got), expected.place()}); }

    void compare(const std::string& key, const Node& at) {
        if (key == "outcome") text(key, at, name(summary_.outcome));
        else if (key == "stars") text(key, at, text_of(summary_.stars));
        else if (key == "band") text(key, at, text_of(summary_.band));
        else if (key == "total") number(key, at, summary_.total);
        else if (key == "parts") parts(at);
        else if (key == "blocked_by") texts(key, at, summary_.blocked_by);
        else if (key == "gates") texts(key, at, gates());
        else if (key == "minima_missed") texts(key, at, minima_missed());
        else if (key == "findings") findings(at);
        else if (key == "no_findings") no_findings(at);
        else if (key == "recognition") recognition(at);
        else if (key == "range") range(at);
        else if (key == "error") surprise(key, at, fmt::format("the card was read, outcome {}", name(summary_.outcome)));
    }

    void text(const std::string& key, const Node& at, const std::string& got) {
        if (text_of(at) != got) surprise(key, at, got);
    }

    void number(const std::string& key, const Node& at, const std::optional<Number>& got) {
        if (!same_number(at, got)) surprise(key, at, text_of(got));
    }

    void texts(const std::string& key, const Node& at, const std::vector<std::string>& got) {
        const bool same = std::equal(at.items.begin(), at.items.end(), got.begin(), got.end(), [](const Node& a, const std::string& b) { return a.text == b; });
        if (!same) surprise(key, at, list(got));
    }

    void parts(const Node& at) {
        for (const yaml::Entry& each : at.entries)
            for (const auto& [id, points] : summary_.parts)
                if (id == each.key) number("parts " + id, each.value, points);
    }

    std::vector<std::string> gates() const {
        std::vector<std::string> out;
        for (std::size_t i = 0; i < outcome_.result.found.gates.size(); ++i)
            if (outcome_.result.found.gates[i].met == rate::Truth::yes) out.push_back(outcome_.program.rules->gates[i].id);
        return out;
    }

    std::vector<std::string> minima_missed() const {
        std::vector<std::string> out;
        for (std::size_t i = 0; i < outcome_.result.found.minima.size(); ++i) {
            const rate::MinimumFound& found = outcome_.result.found.minima[i];
            if (found.relevant && found.binds == rate::Truth::yes && !found.met) out.push_back(minimum_name(outcome_.program, outcome_.program.minima[i]));
        }
        return out;
    }

    bool found(const std::string& wanted) const {
        return std::any_of(summary_.findings.begin(), summary_.findings.end(), [&](const Finding& each) {
            return wanted == name(each.kind) || wanted == fmt::format("{} {}", name(each.kind), each.node);
        });
    }

    std::string all_findings() const {
        std::vector<std::string> out;
        for (const Finding& each : summary_.findings) out.push_back(each.node.empty() ? name(each.kind) : fmt::format("{} {}", name(each.kind), each.node));
        return list(out);
    }

    void findings(const Node& at) {
        for (const Node& each : at.items)
            if (!found(each.text)) surprise("findings", each, all_findings());
    }

    void no_findings(const Node& at) {
        for (const Node& each : at.items)
            if (found(each.text)) surprises_.push_back({"no_findings", "no " + each.text, all_findings(), each.place()});
    }

    void recognition(const Node& at) {
        const auto& got = summary_.recognition;
        if (at.kind == Node::Kind::null || !got) {
            if ((at.kind == Node::Kind::null) != !got) surprise("recognition", at, got ? name(got->authority) : "null");
            return;
        }
        if (const Node* authority = at.find("authority")) text("recognition authority", *authority, name(got->authority));
        if (const Node* final = at.find("final")) text("recognition final", *final, text_of(got->final));
    }

    void range(const Node& at) {
        const auto& got = summary_.range;
        if (at.kind == Node::Kind::null || !got) {
            if ((at.kind == Node::Kind::null) != !got) surprise("range", at, got ? "a range" : "null");
            return;
        }
        if (const Node* total = at.find("total"); total != nullptr && !(same_number(total->items[0], got->total_low) && same_number(total->items[1], got->total_high)))
            surprise("range total", *total, list({got->total_low.text(), got->total_high.text()}));
        if (const Node* stars = at.find("stars"); stars != nullptr && !(same_number(stars->items[0], Number(got->stars_low)) && same_number(stars->items[1], Number(got->stars_high))))
            surprise("range stars", *stars, list({std::to_string(got->stars_low), std::to_string(got->stars_high)}));
    }

    const Verdict& outcome_;
    const Summary& summary_;
    std::vector<Surprise> surprises_;
};

}  // namespace

std::vector<Surprise> compare(const Node& expect, const Verdict& outcome) { return Comparer(outcome).compare(expect); }

std::vector<Surprise> compare_refused(const Node& expect, const Diagnostics& refused) {
    const Node* error = expect.find("error");
    if (error == nullptr) return {};
    std::string got;
    for (const Diagnostic& each : refused) {
        for (const std::string* text : {&each.message.en, &each.message.vi})
            if (!error->text.empty() && text->find(error->text) != std::string::npos) return {};
        got += (got.empty() ? "" : "; ") + each.message.in(Language::en);
    }
    return {{"error", error->text, got, error->place()}};
}

}  // namespace ocop::analysis
