// Signing a record, and taking personal fields out of one that is signed.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "record/ed25519.hpp"
#include "record/numbers.hpp"
#include "record/verify.hpp"

namespace ocop::record {
namespace {

std::nullopt_t refuse(std::string_view code, const base::SourcePtr& source, Text message, base::Report& report, Text help = {}) {
    report.error(code, Place{source->name(), 0, 0, 0, {}}, std::move(message), std::move(help));
    return std::nullopt;
}

const Statement* first_failing(const Statements& all) {
    const auto found = std::ranges::find(all, Statement::Result::fails, &Statement::result);
    return found == all.end() ? nullptr : &*found;
}

// "the sheets add up: criterion 1.5, …"
Text told(const Statement& statement) {
    const Text why = statement.faults.empty() ? Text{} : statement.faults.front().text;
    return {statement.text.vi + ": " + why.vi, statement.text.en + ": " + why.en};
}

std::vector<std::string> fields_of(const Sealed& sealed) {
    std::vector<std::string> out;
    for (const PersonalPlace& each : personal_places(sealed.record, sealed.digests))
        if (!each.field.empty() && sealed.digests.contains(each.pointer)) out.push_back(each.field);
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

// A text as it stands between quotes in the file.
void collect(const Json& value, std::vector<std::string>& texts) {
    if (value.is_string() && !value.get_ref<const std::string&>().empty()) texts.push_back(value);
    if (value.is_structured())
        for (const Json& each : value) collect(each, texts);
}

constexpr std::size_t most_told = 10;  // places where a text still stands

class Redaction {
public:
    Redaction(Sealed& sealed, const std::vector<std::string>& fields) : sealed_(sealed), fields_(fields) {}

    void redact() {
        for (const PersonalPlace& each : personal_places(sealed_.record, sealed_.digests))
            if (named(each) && !find(sealed_.record, each.pointer)->is_null()) take_out(each.pointer);
        if (of_card_ && !find(sealed_.record, card_digest_place)->is_null()) take_out(card_digest_place);
    }

    // Where a text that was taken out still stands.
    std::vector<std::pair<std::string, std::string>> left() const {
        std::vector<std::pair<std::string, std::string>> out;
        const std::string whole = canonical(sealed_.record);
        for (const std::string& each : std::set<std::string>(texts_.begin(), texts_.end())) {
            const std::string quoted = canonical(each);
            if (whole.find(std::string_view(quoted).substr(1, quoted.size() - 2)) != std::string::npos) look_for(each, sealed_.record, {}, out);
        }
        return out;
    }

private:
    bool named(const PersonalPlace& place) const { return std::ranges::find(fields_, place.field) != fields_.end(); }

    void take_out(const std::string& pointer) {
        Json& value = *find(sealed_.record, pointer);
        const bool sentence = value.is_object();
        if (!sentence && pointer != card_digest_place) collect(value, texts_);
        value = nullptr;
        sealed_.salts.erase(pointer);
        of_card_ = of_card_ || pointer.starts_with("/trail/card/");
    }

    static void look_for(const std::string& text, const Json& at, const std::string& pointer, std::vector<std::pair<std::string, std::string>>& out) {
        if (out.size() > most_told) return;
        if (at.is_string() && at.get_ref<const std::string&>().find(text) != std::string::npos) out.emplace_back(pointer, text);
        if (at.is_array())
            for (std::size_t i = 0; i < at.size(); ++i) look_for(text, at[i], below(pointer, i), out);
        if (at.is_object())
            for (auto each = at.begin(); each != at.end(); ++each) {
                if (each.key().find(text) != std::string::npos) out.emplace_back(below(pointer, each.key()), text);
                look_for(text, each.value(), below(pointer, each.key()), out);
            }
    }

    Sealed& sealed_;
    const std::vector<std::string>& fields_;
    std::vector<std::string> texts_;
    bool of_card_ = false;
};

}  // namespace

std::optional<std::string> sign(const base::SourcePtr& source, const Shape& shape, std::string_view seed, base::Report& report) {
    std::vector<Opened> opened = open_records(source, shape, report);
    if (opened.empty()) return std::nullopt;
    if (opened.front().sealed || opened.front().not_canonical) return refuse("already-signed", source, {"hồ sơ này đã có chữ ký", "this record is signed already"}, report);
    if (opened.size() > 1) return refuse("several-records", source, {fmt::format("tệp có {} kết quả; hãy ký từng kết quả", opened.size()), fmt::format("the file holds {} results; sign them one by one", opened.size())}, report);
    if (!opened.front().record.contains("trail")) return refuse("not-rated", source, {"hồ sơ này không có kết quả phân hạng", "there is no rating to sign"}, report);
    const Statements numbers = check_numbers(opened.front().record);
    if (const Statement* wrong = first_failing(numbers)) {
        const Text why = told(*wrong);
        return refuse("numbers-differ", source, {"số liệu của hồ sơ không khớp: " + why.vi, "the record's own numbers do not hold: " + why.en}, report);
    }
    return seal(std::move(opened.front().record), seed, [] { return random_hex(32); }).text();
}

std::optional<std::string> redact(const base::SourcePtr& source, const Shape& shape, const std::vector<std::string>& fields, base::Report& report) {
    std::vector<Opened> opened = open_records(source, shape, report);
    if (opened.empty()) return std::nullopt;
    if (opened.front().not_canonical) return refuse("not-canonical", source, told(*opened.front().not_canonical), report);
    if (!opened.front().sealed) return refuse("not-signed", source, {"hồ sơ này không có chữ ký; chỉ lược bỏ được từ hồ sơ đã ký", "this record is not signed; only from a signed one can fields be taken out"}, report);
    Sealed& sealed = *opened.front().sealed;
    const Statements seal_holds = check_seal(sealed);
    if (const Statement* wrong = first_failing(seal_holds)) return refuse("seal-broken", source, told(*wrong), report);
    const std::vector<std::string> known = fields_of(sealed);
    for (const std::string& each : fields)
        if (std::ranges::find(known, each) == known.end())
            return refuse("unknown-field", source, {fmt::format("hồ sơ không có mục `{}` để lược bỏ", each), fmt::format("the record has no field `{}` that can be taken out", each)}, report, base::suggest(each, known));
    Redaction redaction(sealed, fields);
    redaction.redact();
    auto left = redaction.left();
    const bool more = left.size() > most_told;
    if (more) left.resize(most_told);
    for (const auto& [pointer, text] : left)
        report.note("still-there", Place{source->name(), 0, 0, 0, {}}, Text{fmt::format("`{}` vẫn còn ở {}", shown(text), pointer), fmt::format("`{}` still stands at {}", shown(text), pointer)}, {});
    if (more) report.note("still-there", Place{source->name(), 0, 0, 0, {}}, Text{"và ở những chỗ khác nữa", "and in further places"}, {});
    return sealed.text();
}

}  // namespace ocop::record
