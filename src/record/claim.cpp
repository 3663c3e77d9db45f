// Faults are counted, and the first ten are kept.
#include "record/claim.hpp"

#include <fmt/format.h>

namespace ocop::record {
namespace {

std::string vi(const Json& value) { return value.is_null() ? "không có gì" : shown(value); }
std::string en(const Json& value) { return value.is_null() ? "nothing" : shown(value); }

}  // namespace

void Claim::fault(std::string pointer, Text text) {
    made_.result = Statement::Result::fails;
    if (made_.faults.size() < 10) made_.faults.push_back({std::move(pointer), std::move(text)});
    else ++made_.more;
}

void Claim::compare(const Json& record, const std::string& pointer, const Json& worked_out) {
    const Json* found = find(record, pointer);
    const Json told = found == nullptr ? Json() : *found;
    if (told == worked_out) return;
    const Text place = in_words(record, pointer);
    fault(pointer, {fmt::format("{}: tính ra {}, hồ sơ ghi {}", place.vi, vi(worked_out), vi(told)),
                    fmt::format("{}: {} was worked out, the record says {}", place.en, en(worked_out), en(told))});
}

void Claim::leave_open(Text why) {
    if (made_.result == Statement::Result::fails) return;
    made_.result = Statement::Result::open;
    made_.remark = std::move(why);
}

void Claim::only_remark(Text why) {
    leave_open(std::move(why));
    made_.counts = false;
}

}  // namespace ocop::record
