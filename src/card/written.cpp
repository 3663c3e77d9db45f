// YAML, JSON, NDJSON and CSV to cards as written, and members' sheets joined.
#include "card/written.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "card/read_csv.hpp"
#include "card/read_json.hpp"

namespace ocop::card {
namespace {

bool ends_with(const std::string& name, std::string_view ending) {
    return name.size() >= ending.size() && base::lower(std::string_view(name).substr(name.size() - ending.size())) == ending;
}

std::string text_of(const yaml::Node& root, std::string_view key) {
    const yaml::Node* found = root.find(key);
    return found != nullptr && found->kind == yaml::Node::Kind::scalar ? found->text : std::string();
}

void add_json(yaml::Node node, std::vector<Written>& out) {
    const Place place = node.place();
    if (node.kind != yaml::Node::Kind::list) return out.push_back(written(std::move(node), place));
    for (yaml::Node& each : node.items) {
        const Place at = each.place();
        out.push_back(written(std::move(each), at));
    }
}

// One card a line; a bad line does not stop the next. A line has a source of its own, so that a message never carries the file.
void add_lines(const base::SourcePtr& source, base::Report& report, std::vector<Written>& out) {
    const std::string_view text = source->text();
    int number = 1;
    for (std::size_t at = 0; at < text.size(); ++number) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        at = end + 1;
        if (number == 1 && line.substr(0, 3) == "\xEF\xBB\xBF") line.remove_prefix(3);
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        const auto own = std::make_shared<const base::Source>(source->name(), std::string(line), number);
        if (auto node = read_json(own, {0, static_cast<std::uint32_t>(line.size())}, report)) {
            const Place place = node->place();
            out.push_back(written(std::move(*node), place));
        }
    }
}

bool same(const yaml::Node& a, const yaml::Node& b) {
    if (a.kind != b.kind || a.text != b.text || a.items.size() != b.items.size() || a.entries.size() != b.entries.size()) return false;
    for (std::size_t i = 0; i < a.items.size(); ++i)
        if (!same(a.items[i], b.items[i])) return false;
    for (const yaml::Entry& each : a.entries) {
        const yaml::Node* other = b.find(each.key);
        if (other == nullptr || !same(each.value, *other)) return false;
    }
    return true;
}

std::string where(const Place& place) { return fmt::format("{}:{}", place.file, place.line); }

// Puts what `more` says into `into`; false and an error where the two differ.
bool join_map(yaml::Node& into, const yaml::Node& more, const std::string& inside, base::Report& report) {
    bool fine = true;
    for (const yaml::Entry& each : more.entries) {
        yaml::Node* there = nullptr;
        for (yaml::Entry& known : into.entries)
            if (known.key == each.key) there = &known.value;
        if (there == nullptr || there->kind == yaml::Node::Kind::null) {
            if (there == nullptr) into.entries.push_back(each);
            else *there = each.value;
        } else if (inside.empty() && each.key == "sheets") {
            there->items.insert(there->items.end(), each.value.items.begin(), each.value.items.end());
        } else if (each.value.kind == yaml::Node::Kind::map && there->kind == yaml::Node::Kind::map) {
            fine = join_map(*there, each.value, inside + each.key + ".", report) && fine;
        } else if (each.value.kind != yaml::Node::Kind::null && !same(*there, each.value)) {
            const std::string name = inside + each.key;
            report.error("sheets-differ", each.value.place(),
                         Text{fmt::format("`{}` khác với {}; các phiếu của một hồ sơ phải giống nhau", name, where(there->place())),
                              fmt::format("`{}` differs from {}; the sheets of one scorecard must agree", name, where(there->place()))},
                         Text{});
            fine = false;
        }
    }
    return fine;
}

}  // namespace

Written written(yaml::Node root, Place place) {
    Written out;
    out.id = text_of(root, "scorecard");
    out.rule_set = text_of(root, "rule_set");
    out.council = text_of(root, "council");
    out.place = std::move(place);
    out.root = std::move(root);
    return out;
}

CardFormat guess_format(const std::string& name, std::string_view text) {
    if (ends_with(name, ".yaml") || ends_with(name, ".yml")) return CardFormat::yaml;
    if (ends_with(name, ".ndjson") || ends_with(name, ".jsonl")) return CardFormat::ndjson;
    if (ends_with(name, ".csv")) return CardFormat::csv;
    const auto first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first == std::string_view::npos || (text[first] != '{' && text[first] != '[')) return CardFormat::yaml;
    // Several lines that each begin an object are NDJSON.
    int lines = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const auto begin = text.find_first_not_of(" \t\r", at);
        if (begin < end && text[begin] != '{' && at > 0) return CardFormat::json;
        if (begin < end) ++lines;
        at = end + 1;
    }
    return lines > 1 && text[first] == '{' ? CardFormat::ndjson : CardFormat::json;
}

std::vector<Written> read_cards(const base::SourcePtr& source, CardFormat format, base::Report& report) {
    std::vector<Written> out;
    if (format == CardFormat::guess) format = guess_format(source->name(), source->text());
    if (source->text().size() > base::limits::file_bytes && format != CardFormat::ndjson && format != CardFormat::csv) {
        report.error("file-too-large", Place{source->name(), 0, 0, 0, {}},
                     Text{fmt::format("tệp lớn hơn {} byte", base::limits::file_bytes), fmt::format("the file is larger than {} bytes", base::limits::file_bytes)}, Text{});
        return out;
    }
    switch (format) {
        case CardFormat::json:
            if (auto node = read_json(source, {0, static_cast<std::uint32_t>(source->text().size())}, report)) add_json(std::move(*node), out);
            break;
        case CardFormat::ndjson: add_lines(source, report, out); break;
        case CardFormat::csv: out = read_csv(source, report); break;
        default:
            if (auto node = yaml::parse(source, report)) {
                const Place place = node->place();
                out.push_back(written(std::move(*node), place));
            }
    }
    return out;
}

std::vector<Written> joined(std::vector<Written> cards, base::Report& report) {
    std::vector<Written> out;
    std::set<std::string> broken;
    for (Written& card : cards) {
        const auto same_id = [&](const Written& each) { return !card.id.empty() && each.id == card.id; };
        const auto there = std::find_if(out.begin(), out.end(), same_id);
        if (there == out.end()) out.push_back(std::move(card));
        else if (card.root.kind == yaml::Node::Kind::map && !join_map(there->root, card.root, {}, report)) broken.insert(there->id);
    }
    out.erase(std::remove_if(out.begin(), out.end(), [&](const Written& each) { return broken.count(each.id) > 0; }), out.end());
    for (Written& each : out) each = written(std::move(each.root), each.place);
    return out;
}

}  // namespace ocop::card
