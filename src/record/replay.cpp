// Rates again, compares in canonical form, and says which digest is whose.
#include "record/replay.hpp"

#include <fmt/format.h>

#include "base/digest.hpp"
#include "card/read_json.hpp"

namespace ocop::record {
namespace {

const std::string rule_set_digest = "/trail/rule_set/digest", council_digest = "/trail/council/digest", engine = "/trail/engine";

class Comparison {
public:
    explicit Comparison(const std::set<std::string>& apart) : apart_(apart) {}

    std::vector<Difference> compare(const Json& told, const Json& worked_out) {
        walk(told, worked_out, {});
        return std::move(found_);
    }

private:
    void walk(const Json& a, const Json& b, const std::string& pointer) {
        if (a == b || apart_.contains(pointer)) return;
        if (a.is_object() && b.is_object()) maps(a, b, pointer);
        else if (a.is_array() && b.is_array()) lists(a, b, pointer);
        else found_.push_back({pointer, a, b, false, false});
    }

    void maps(const Json& a, const Json& b, const std::string& pointer) {
        for (auto each = a.begin(); each != a.end(); ++each) {
            const auto other = b.find(each.key());
            if (other != b.end()) walk(each.value(), *other, below(pointer, each.key()));
            else if (!apart_.contains(below(pointer, each.key()))) found_.push_back({below(pointer, each.key()), each.value(), {}, false, true});
        }
        for (auto each = b.begin(); each != b.end(); ++each)
            if (!a.contains(each.key())) found_.push_back({below(pointer, each.key()), {}, each.value(), true, false});
    }

    void lists(const Json& a, const Json& b, const std::string& pointer) {
        for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) walk(a[i], b[i], below(pointer, i));
        for (std::size_t i = b.size(); i < a.size(); ++i) found_.push_back({below(pointer, i), a[i], {}, false, true});
        for (std::size_t i = a.size(); i < b.size(); ++i) found_.push_back({below(pointer, i), {}, b[i], true, false});
    }

    const std::set<std::string>& apart_;
    std::vector<Difference> found_;
};

// Numbers are texts in a card's canonical form; on a card they stand without quotes.
void unquote(yaml::Node& node) {
    if (node.kind == yaml::Node::Kind::scalar && node.text != "true" && node.text != "false") node.quoted = false;
    for (yaml::Node& each : node.items) unquote(each);
    for (yaml::Entry& each : node.entries) unquote(each.value);
}

// Assessors must differ; of anything else one dash is as good as another.
void put_stand_ins(Json& record, const std::vector<PersonalPlace>& taken_out) {
    int assessors = 0;
    for (const PersonalPlace& each : taken_out) {
        if (each.field == "assessors") *find(record, each.pointer) = fmt::format("… {}", ++assessors);
        else if (each.field != "notes") *find(record, each.pointer) = "…";
    }
}

std::vector<PersonalPlace> taken_out(const Opened& opened) { return opened.sealed ? opened.sealed->redacted() : std::vector<PersonalPlace>(); }

class Replay {
public:
    Replay(const Opened& opened, const RateAgain& again) : opened_(opened), told_(opened.sealed ? opened.sealed->record : opened.record), taken_out_(taken_out(opened)), again_(again) {
        for (const PersonalPlace& each : taken_out_) apart_.insert(each.pointer);
    }

    Statements check() {
        Statements out;
        out.push_back(card());
        rate();
        out.push_back(digest("rule-set-digest", rule_set_digest, {"mã băm của bộ tiêu chí đúng với bộ tiêu chí tìm thấy", "the digest of the rule set is that of the one found"}));
        if (!find(told_, council_digest)->is_null() || (worked_out_ && !find(*worked_out_, council_digest)->is_null()))
            out.push_back(digest("council-digest", council_digest, {"mã băm quy định của Hội đồng đúng với quy định tìm thấy", "the digest of the council's rules is that of those found"}));
        out.push_back(same());
        return out;
    }

private:
    Statement card() {
        Claim claim("card-digest", {"mã băm của hồ sơ chấm điểm đúng với hồ sơ ghi bên trong", "the digest of the card is that of the card inside"});
        if (taken_out_.empty()) claim.compare(told_, card_digest_place, base::sha256(canonical(*find(told_, "/trail/card/written"))));
        else
            claim.only_remark({fmt::format("không kiểm tra được vì {} chỗ đã lược bỏ; chữ ký bảo đảm cho chỗ đó", taken_out_.size()),
                               fmt::format("not checkable, {} {} redacted; the signature vouches for it", taken_out_.size(), taken_out_.size() == 1 ? "place is" : "places are")});
        return claim.take();
    }

    void rate() {
        const auto written = card_of(opened_);
        if (!again_) return say_why({"không nêu nơi có bộ tiêu chí", "no rule sets were named"});
        if (!written) return say_why({"hồ sơ chấm điểm bên trong không đọc được", "the card inside cannot be read"});
        const Json& council = *find(told_, "/trail/council/id");
        const Again again = again_(find(told_, "/trail/rule_set/id")->get<std::string>(), council.is_null() ? std::string() : council.get<std::string>(), *written, *find(told_, "/trail/reasons/by_sheet") == true);
        if (again.record) worked_out_ = Json::parse(*again.record);
        else say_why(again.why_not);
    }

    void say_why(Text why) { why_ = std::move(why); }

    Statement digest(const char* code, const std::string& pointer, Text text) const {
        Claim claim(code, std::move(text));
        if (worked_out_) claim.compare(told_, pointer, *find(*worked_out_, pointer));
        else claim.leave_open(why_);
        return claim.take();
    }

    // Digests are statements of their own; another version of the program alone is no fault.
    Statement same() {
        Claim claim("replay", {"chấm lại hồ sơ bên trong cho đúng kết quả này, từng byte", "rating the card inside again gives this record, byte for byte"});
        if (!worked_out_) {
            claim.leave_open(why_);
            return claim.take();
        }
        for (const std::string& each : {rule_set_digest, council_digest, engine, std::string(card_digest_place)}) apart_.insert(each);
        for (const Difference& each : differences(told_, *worked_out_, apart_)) claim.fault(each.pointer, words(each));
        const std::string was = shown(*find(told_, engine)), is = shown(*find(*worked_out_, engine));
        if (was != is) claim.remark({fmt::format("hồ sơ do {} lập, đây là {}", was, is), fmt::format("the record was made by {}, this is {}", was, is)});
        else if (!taken_out_.empty()) claim.remark({fmt::format("trừ {} chỗ đã lược bỏ", taken_out_.size()), fmt::format("apart from {} redacted {}", taken_out_.size(), taken_out_.size() == 1 ? "place" : "places")});
        return claim.take();
    }

    Text words(const Difference& at) const {
        const Text place = in_words(told_, at.pointer);
        if (at.missing) return {place.vi + " bị thiếu", place.en + " is missing"};
        if (at.added) return {place.vi + " không có khi chấm lại", place.en + " is not there when rated again"};
        return {fmt::format("{}: hồ sơ ghi {}, chấm lại được {}", place.vi, shown(at.told), shown(at.worked_out)), fmt::format("{}: the record says {}, rated again it is {}", place.en, shown(at.told), shown(at.worked_out))};
    }

    const Opened& opened_;
    const Json& told_;
    std::vector<PersonalPlace> taken_out_;
    const RateAgain& again_;
    std::set<std::string> apart_;
    std::optional<Json> worked_out_;
    Text why_;
};

}  // namespace

std::optional<card::Written> card_of(const Opened& opened) {
    Json record = opened.sealed ? opened.sealed->record : opened.record;
    put_stand_ins(record, taken_out(opened));
    base::Report ignored;
    const auto source = std::make_shared<const base::Source>("trail.card.written", canonical(*find(record, "/trail/card/written")));
    auto root = card::read_json(source, {0, static_cast<std::uint32_t>(source->text().size())}, ignored);
    if (!root || root->kind != yaml::Node::Kind::map) return std::nullopt;
    for (yaml::Entry& each : root->entries)
        if (each.key == "facts" || each.key == "members") unquote(each.value);
    const Place place = root->place();
    return card::written(std::move(*root), place);
}

std::vector<Difference> differences(const Json& told, const Json& worked_out, const std::set<std::string>& apart) { return Comparison(apart).compare(told, worked_out); }

Statements check_replay(const Opened& opened, const RateAgain& again) { return Replay(opened, again).check(); }

}  // namespace ocop::record
