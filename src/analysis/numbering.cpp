// Form numbers follow each other: parts A, B, C; sections through all parts; criteria below their section; options a, b, c.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "analysis/review.hpp"

namespace ocop::analysis {
namespace {

// "6.1.2" as {6, 1, 2}; nothing for an id that is no form number.
std::vector<int> numbers(const std::string& id) {
    std::vector<int> out;
    const char* at = id.data();
    const char* end = at + id.size();
    while (at < end) {
        int number = 0;
        const auto [next, failed] = std::from_chars(at, end, number);
        if (failed != std::errc() || number < 0) return {};
        out.push_back(number);
        if (next == end) return out;
        if (*next != '.') return {};
        at = next + 1;
    }
    return {};
}

std::string text(std::vector<int> number, int last) {
    number.back() = last;
    std::string out;
    for (int each : number) out += (out.empty() ? "" : ".") + std::to_string(each);
    return out;
}

class Numbering {
public:
    Numbering(const Subject& subject, base::Report& report) : subject_(subject), nodes_(subject.rules->nodes), report_(report) {}

    void review() {
        std::vector<const model::Node*> parts, sections;
        for (const model::Node& node : nodes_) {
            if (node.parent < 0) parts.push_back(&node);
            else if (nodes_[static_cast<std::size_t>(node.parent)].parent < 0) sections.push_back(&node);
            options(node);
        }
        letters(parts);
        const bool own_count = counts_in_parts(parts);  // parts 1, 2 with sections 1.1, 1.2, 2.1
        if (!own_count) follow(sections, nullptr);
        for (const model::Node& node : nodes_)
            if ((node.parent >= 0 || own_count) && !node.leaf()) follow(below(node), &node);
    }

private:
    std::vector<const model::Node*> below(const model::Node& node) const {
        std::vector<const model::Node*> out;
        for (auto i = static_cast<std::size_t>(&node - nodes_.data()) + 1; i < static_cast<std::size_t>(node.end); i = static_cast<std::size_t>(nodes_[i].end))
            out.push_back(&nodes_[i]);
        return out;
    }

    void jump(const model::Node& node, const model::Node* parent, std::string message) {
        const syntax::Written* written = subject_.item(node.id);
        if (written == nullptr) return;
        doubt(report_, explained(node) || (parent != nullptr && explained(*parent)), "numbering-jump", place_of(*written, "id"), std::move(message),
              "hold the numbers against the form; where the form itself is wrong, say so in an `erratum`");
    }

    bool counts_in_parts(const std::vector<const model::Node*>& parts) const {
        for (const model::Node* each : parts)
            for (const model::Node* section : below(*each))
                if (!numbers(each->id).empty() && numbers(section->id).size() > numbers(each->id).size()) return true;
        return false;
    }

    // Parts with other names, such as I, II, III, are not judged.
    void letters(const std::vector<const model::Node*>& parts) {
        const auto is_letter = [](const model::Node* each) { return each->id.size() == 1 && each->id[0] >= 'A' && each->id[0] <= 'Z'; };
        if (!std::ranges::all_of(parts, is_letter) || parts.empty() || parts.front()->id == "I") return;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const std::string& id = parts[i]->id;
            if (id[0] != static_cast<char>('A' + i)) return jump(*parts[i], nullptr, fmt::format("part `{}` stands where `{}` would follow", id, static_cast<char>('A' + i)));
        }
    }

    // Siblings of one level; `parent` for those below a section.
    void follow(const std::vector<const model::Node*>& items, const model::Node* parent) {
        std::vector<int> before = parent != nullptr ? numbers(parent->id) : std::vector<int>();
        if (parent != nullptr && before.empty()) return;
        before.push_back(0);
        int beside = -1;  // where the count may also go on: past a number that is out of turn, or in its place
        for (const model::Node* each : items) {
            const std::vector<int> number = numbers(each->id);
            if (number.empty()) return;
            const bool inside = number.size() == before.size() && std::equal(number.begin(), number.end() - 1, before.begin());
            if (!inside) {
                jump(*each, parent, fmt::format("`{}` stands {}, where `{}` would follow", each->id,
                                                parent != nullptr ? fmt::format("below `{}`", parent->id) : "among the sections", text(before, before.back() + 1)));
                return;
            }
            const bool follows = number.back() == before.back() + 1 || number.back() == beside + 1;
            if (!follows)
                jump(*each, parent, before.back() == 0 ? fmt::format("`{}` comes first, where `{}` would", each->id, text(before, 1))
                                                       : fmt::format("`{}` follows `{}`, where `{}` would", each->id, text(before, before.back()), text(before, before.back() + 1)));
            beside = follows ? -1 : explained(*each) ? number.back() : before.back() + 1;
            if (follows || !explained(*each)) before = number;
        }
    }

    void options(const model::Node& node) {
        for (std::size_t k = 0; k < node.cases.size(); ++k)
            for (std::size_t i = 0; i < node.cases[k].options.size(); ++i) {
                const model::Option& option = node.cases[k].options[i];
                if (option.id.size() != 1 || option.id[0] < 'a' || option.id[0] > 'z') break;
                if (option.id[0] == static_cast<char>('a' + i)) continue;
                const syntax::Written* written = subject_.option(node, k, i);
                if (written != nullptr)
                    doubt(report_, explained(node) || explained(option), "numbering-jump", place_of(*written, "id"),
                          fmt::format("in `{}` the option `{}` stands where `{}` would", node.id, option.id, static_cast<char>('a' + i)),
                          "an option may be missing before it");
                break;
            }
    }

    const Subject& subject_;
    const std::vector<model::Node>& nodes_;
    base::Report& report_;
};

}  // namespace

void review_numbering(const Subject& subject, base::Report& report) { Numbering(subject, report).review(); }

}  // namespace ocop::analysis
