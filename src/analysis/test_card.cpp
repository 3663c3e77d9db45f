// Writes the scorecard that a test stands for and lets it be read like any other, so that a wrong mark is told as on a card.
#include "analysis/test_card.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/test_marks.hpp"
#include "card/bind.hpp"

namespace ocop::analysis {
namespace {

using yaml::Node;

class CardWriter {
public:
    CardWriter(const TestFile& file, const WrittenTest& test, const program::Program& program, base::Report& report)
        : file_(file), test_(test), program_(program), report_(report) {}

    // Everything but the marks.
    Node head() const {
        Node root = map();
        put(root, "scorecard", text("test"));
        put(root, "rule_set", text(program_.rules->id));
        for (const char* key : {"level", "filed_on", "assessed_on", "council", "members"})
            if (const Node* given = file_.find(test_, key)) put(root, key, *given);
        put(root, "facts", facts());
        put(root, "evidence", evidence());
        return root;
    }

    // `without_marks`: the same card, bound, which knows the facts.
    Node whole(const card::Card& without_marks) {
        Node root = head();
        Node sheets = map();
        sheets.kind = Node::Kind::list;
        if (const Node* marks = test_.root.find("marks")) {
            sheets.items.push_back(sheet(text("test"), *marks, without_marks));
        } else if (const Node* given = test_.root.find("sheets")) {
            if (given->kind != Node::Kind::list) return put(root, "sheets", *given), root;
            for (const Node& each : given->items) sheets.items.push_back(sheet(each, without_marks));
        } else {
            return root;
        }
        put(root, "sheets", std::move(sheets));
        return root;
    }

private:
    static Node map() {
        Node out;
        out.kind = Node::Kind::map;
        return out;
    }
    static Node text(std::string value) {
        Node out;
        out.kind = Node::Kind::scalar;
        out.quoted = true;
        out.text = std::move(value);
        return out;
    }
    static void put(Node& to, std::string key, Node value) {
        const base::Span span = value.span;
        const base::SourcePtr source = value.source;
        to.entries.push_back({std::move(key), span, source, std::move(value)});
    }

    // What all tests have, with what this one says in its place.
    Node facts() const {
        const Node* shared = file_.root.find("facts");
        const Node* own = test_.root.find("facts");
        if (own == nullptr || own->kind != Node::Kind::map) return own != nullptr ? *own : shared != nullptr ? *shared : map();
        Node out = shared != nullptr && shared->kind == Node::Kind::map ? *shared : map();
        for (const yaml::Entry& each : own->entries) {
            const auto there = std::find_if(out.entries.begin(), out.entries.end(), [&](const yaml::Entry& known) { return known.key == each.key; });
            if (there != out.entries.end()) *there = each;
            else out.entries.push_back(each);
        }
        return out;
    }

    Node evidence() const {
        const Node* given = file_.find(test_, "evidence");
        const bool all = given == nullptr || (given->kind == Node::Kind::scalar && given->text == "all");
        if (!all && !(given->kind == Node::Kind::scalar && given->text == "none")) return *given;
        Node out = map();
        out.kind = Node::Kind::list;
        if (all)
            for (const model::Evidence& each : program_.rules->evidence) out.items.push_back(text(each.id));
        return out;
    }

    Node sheet(Node assessor, const Node& marks, const card::Card& without_marks) {
        Node out = map();
        put(out, "assessor", std::move(assessor));
        put(out, "marks", written_marks(marks, program_, without_marks, report_));
        return out;
    }

    Node sheet(const Node& given, const card::Card& without_marks) {
        Node out = given;
        for (yaml::Entry& each : out.entries)
            if (each.key == "marks") each.value = written_marks(each.value, program_, without_marks, report_);
        return out;
    }

    const TestFile& file_;
    const WrittenTest& test_;
    const program::Program& program_;
    base::Report& report_;
};

}  // namespace

std::optional<card::Card> test_card(const TestFile& file, const WrittenTest& test, const program::Program& program, base::Report& refused,
                                    base::Report& report) {
    CardWriter writer(file, test, program, report);
    const Place place = test.root.place();
    base::Report without;
    const auto facts = card::bind(card::written(writer.head(), place), program, without);
    if (!facts) {
        card::bind(card::written(writer.head(), place), program, refused);
        return std::nullopt;
    }
    yaml::Node whole = writer.whole(*facts);
    if (report.has_errors()) return std::nullopt;
    return card::bind(card::written(std::move(whole), place), program, refused);
}

}  // namespace ocop::analysis
