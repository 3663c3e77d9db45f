// Gates against their conditions, and where the assessment stops.
#include <fmt/format.h>

#include "record/numbers.hpp"

namespace ocop::record {
namespace {

using State = FormMark::State;

Json json_of(Known value) { return value == Known::unknown ? Json() : Json(value == Known::yes); }

// Decided by sheets: more than half of them, or any.
Known by_sheets(const Json& gate, const std::string& reading, std::size_t sheets) {
    std::size_t yes = 0, unknown = 0;
    for (const Json& each : gate.at("by_sheet")) {
        yes += each.at("value") == true ? 1 : 0;
        unknown += each.at("value").is_null() ? 1 : 0;
    }
    const auto enough = [&](std::size_t count) { return reading == "any-sheet" ? count > 0 : count * 2 > sheets; };
    return enough(yes) ? Known::yes : (enough(yes + unknown) ? Known::unknown : Known::no);
}

// After one stop, what another would have read is no longer assessed.
bool readable(const Calculation& c, const Json& gate) {
    const std::size_t end = c.stop_leaf();
    return gate.at("effect") != "stop" || end == c.form().leaves.size() || c.end_after(gate) <= end;
}

}  // namespace

Statement check_gates(const Calculation& c) {
    Claim claim("gates", {"điều kiện loại, dừng, giới hạn được xét đúng theo giá trị của chúng", "the gates follow from their conditions"});
    const Json& gates = c.trail().at("gates");
    const std::string reading = c.reading("gates_met_by");
    const bool combined = reading != "majority" && reading != "any-sheet";
    for (std::size_t i = 0; i < gates.size(); ++i) {
        const std::string at = below("/trail/gates", i);
        const std::size_t wanted = combined ? 0 : c.form().sheets;
        if (gates[i].at("by_sheet").size() != wanted) claim.fault(at + "/by_sheet", {fmt::format("có {} phiếu, đúng ra là {}", gates[i].at("by_sheet").size(), wanted), fmt::format("there are {} sheets, there should be {}", gates[i].at("by_sheet").size(), wanted)});
        else if (readable(c, gates[i])) claim.compare(c.record(), at + "/met", combined ? gates[i].at("condition").at("value") : json_of(by_sheets(gates[i], reading, wanted)));
        if (gates[i].at("effect") == "cap" && !gates[i].at("stars").is_number()) claim.fault(at + "/stars", {"giới hạn không ghi số sao", "the cap names no stars"});
        if (const Json& after = gates[i].at("after"); !after.is_null() && !c.form().by_id.contains(after.get<std::string>()))
            claim.fault(at + "/after", {"biểu mẫu không có mục `" + shown(after) + "`", "the form has no item `" + shown(after) + "`"});
    }
    return claim.take();
}

Statement check_stop(const Calculation& c) {
    Claim claim("stop", {"chỉ những điểm chấm sau chỗ dừng mới không được tính", "marks are ignored after the stop, and nowhere else"});
    const std::size_t end = c.stop_leaf();
    const bool stopped = c.any_gate("stop") == Known::yes;
    for (std::size_t leaf = 0; leaf < c.form().leaves.size(); ++leaf)
        for (std::size_t sheet = 0; sheet < c.form().sheets; ++sheet) {
            const bool ignored = c.form().leaf(leaf).marks[sheet].state == State::ignored;
            if (ignored == (stopped && leaf >= end)) continue;
            const std::string at = below(c.form().leaf(leaf).pointer + "/marks", sheet);
            const Text place = in_words(c.record(), at);
            claim.fault(at + "/state", ignored ? Text{place.vi + ": bị bỏ qua dù đứng trước chỗ dừng", place.en + ": ignored, though nothing stopped before it"}
                                               : Text{place.vi + ": đứng sau chỗ dừng mà vẫn được tính", place.en + ": counted, though the assessment stopped before it"});
        }
    Json after;
    for (const Json& gate : c.trail().at("gates"))
        if (after.is_null() && gate.at("effect") == "stop" && gate.at("met") == true && c.end_after(gate) == end) after = gate.at("after").is_null() ? Json("") : gate.at("after");
    claim.compare(c.record(), "/trail/stopped_after", after);
    return claim.take();
}

}  // namespace ocop::record
