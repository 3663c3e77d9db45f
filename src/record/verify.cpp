// Seal first, then the record's own numbers, then a second rating.
#include "record/verify.hpp"

#include <algorithm>

#include "record/numbers.hpp"

namespace ocop::record {
namespace {

Statement not_signed() {
    Claim claim("signature", {"hồ sơ có chữ ký", "the record is signed"});
    claim.fault("", {"hồ sơ này không có chữ ký, trong khi có nêu khóa", "this record is not signed, and a key was given"});
    return claim.take();
}

// Of a card that could not be read there is nothing but the message.
Statement not_rated() {
    Claim claim("rated", {"hồ sơ có kết quả", "the record holds a rating"});
    claim.leave_open({"hồ sơ chấm điểm này không đọc được khi phân hạng", "the card could not be read when it was rated"});
    return claim.take();
}

void append(Statements& to, Statements more) { std::ranges::move(more, std::back_inserter(to)); }

Checked check(Opened& opened, const std::string& key, const RateAgain& again) {
    Checked out;
    if (opened.not_canonical) {
        out.statements.push_back(std::move(*opened.not_canonical));
        return out;
    }
    if (const Json& id = opened.record.at("scorecard"); id.is_string()) out.scorecard = id;
    if (opened.sealed) {
        append(out.statements, check_seal(*opened.sealed));
        out.statements.push_back(check_key(opened.sealed->key, key));
    } else if (!key.empty()) {
        out.statements.push_back(not_signed());
    }
    if (!opened.record.contains("trail")) {
        out.statements.push_back(not_rated());
        return out;
    }
    append(out.statements, check_numbers(opened.record));
    append(out.statements, check_replay(opened, again));
    return out;
}

}  // namespace

bool Checked::holds() const {
    return std::ranges::all_of(statements, [](const Statement& each) { return each.result == Statement::Result::holds || !each.counts; });
}

bool Verification::holds() const {
    return readable() && std::ranges::all_of(records, &Checked::holds);
}

Statements check_seal(const Sealed& sealed) {
    Claim canonical_form("canonical", {"tệp ở dạng chuẩn RFC 8785", "the file is in canonical form (RFC 8785)"});
    return {canonical_form.take(), check_digests(sealed), check_signature(record_domain, sealed.digests, sealed.key, sealed.value)};
}

Verification verify(const base::SourcePtr& source, const Shape& shape, const std::string& key, const RateAgain& again) {
    base::Report report;
    Verification out;
    std::vector<Opened> opened = open_records(source, shape, report);
    for (Opened& each : opened) out.records.push_back(check(each, key, again));
    out.diagnostics = report.take();
    return out;
}

}  // namespace ocop::record
