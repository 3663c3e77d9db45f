// Sealing, and what can be wrong with a seal.
#include "record/sealed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "record/ed25519.hpp"

namespace ocop::record {
namespace {

class Digests {
public:
    explicit Digests(const Sealed& sealed) : sealed_(sealed), places_(personal_places(sealed.record, sealed.digests)) {}

    Statement check() {
        for (const auto& [pointer, digest] : part_digests(sealed_.record, places_)) part(pointer, digest);
        for (const PersonalPlace& each : places_) personal(each.pointer);
        card_digest();
        for (auto each = sealed_.digests.begin(); each != sealed_.digests.end(); ++each)
            if (!covered_.contains(each.key())) fault(each.key(), "bị xóa hoặc không thuộc hồ sơ", "was removed, or does not belong to the record");
        for (auto each = sealed_.salts.begin(); each != sealed_.salts.end(); ++each)
            if (!salted_.contains(each.key())) fault(each.key(), "có muối nhưng không có giá trị", "has a salt and no value");
        return claim_.take();
    }

private:
    void fault(const std::string& pointer, const char* vi, const char* en) {
        const Text place = in_words(sealed_.record, pointer);
        const bool named = place.en != "`" + pointer + "`";
        claim_.fault(pointer, {fmt::format("{} {}{}", place.vi, vi, named ? " (" + pointer + ")" : ""), fmt::format("{} {}{}", place.en, en, named ? " (" + pointer + ")" : "")});
    }

    void part(const std::string& pointer, const std::string& digest) {
        covered_.insert(pointer);
        const auto told = sealed_.digests.find(pointer);
        if (told == sealed_.digests.end()) fault(pointer, "được thêm vào", "was added");
        else if (*told != digest) fault(pointer, "đã bị sửa", "was changed");
    }

    // A value has a digest and a salt. Without a value: either it never had one, or a digest alone is left.
    void personal(const std::string& pointer) {
        const auto told = sealed_.digests.find(pointer), salt = sealed_.salts.find(pointer);
        const Json& value = *find(sealed_.record, pointer);
        const bool has_digest = told != sealed_.digests.end(), has_salt = salt != sealed_.salts.end();
        if (has_digest) covered_.insert(pointer);
        if (has_salt && !value.is_null()) salted_.insert(pointer);
        if (value.is_null()) return;
        if (!has_digest) fault(pointer, "được thêm vào", "was added");
        else if (!has_salt) fault(pointer, "đã được lược bỏ, rồi có giá trị khác thay vào", "had been removed, and another value was put there");
        else if (*told != salted_digest(value, *salt)) fault(pointer, "đã bị sửa", "was changed");
    }

    // It may be missing only where something else of the card is.
    void card_digest() {
        const auto taken_out = [&](const PersonalPlace& each) {
            return each.pointer.starts_with("/trail/card/") && each.pointer != card_digest_place && sealed_.digests.contains(each.pointer) && find(sealed_.record, each.pointer)->is_null();
        };
        const Json* digest = find(sealed_.record, card_digest_place);
        if (digest != nullptr && digest->is_null() && std::ranges::none_of(places_, taken_out)) fault(card_digest_place, "bị xóa", "was removed");
    }

    const Sealed& sealed_;
    std::vector<PersonalPlace> places_;
    std::set<std::string> covered_, salted_;
    Claim claim_{"parts-unchanged", {"mọi phần của hồ sơ vẫn như khi ký", "every part of the record is as it was signed"}};
};

std::string public_text(const std::string& key) { return "ocop-public:" + key; }

}  // namespace

std::vector<PersonalPlace> Sealed::redacted() const {
    std::vector<PersonalPlace> out;
    for (PersonalPlace& each : personal_places(record, digests))
        if (digests.contains(each.pointer) && !salts.contains(each.pointer) && find(record, each.pointer)->is_null()) out.push_back(std::move(each));
    return out;
}

std::string Sealed::text() const { return canonical({{"record", record}, {"digests", digests}, {"salts", salts}, {"signature", signature_json(key, value)}}); }

std::string message(std::string_view domain, const Json& digests) { return std::string(domain) + canonical(digests); }

Json signature_json(const std::string& key, const std::string& value) { return {{"algorithm", "ed25519"}, {"key", key}, {"value", value}}; }

Sealed seal(Json record, std::string_view seed, const std::function<std::string()>& salt) {
    Sealed out{std::move(record), Json::object(), Json::object(), public_of(seed), {}};
    const std::vector<PersonalPlace> places = personal_places(out.record, Json::object());
    for (const auto& [pointer, digest] : part_digests(out.record, places)) out.digests[pointer] = digest;
    for (const PersonalPlace& each : places) {
        const Json& value = *find(out.record, each.pointer);
        if (value.is_null()) continue;
        out.salts[each.pointer] = salt();
        out.digests[each.pointer] = salted_digest(value, out.salts[each.pointer]);
    }
    out.value = signature_of(message(record_domain, out.digests), seed);
    return out;
}

Statement check_digests(const Sealed& sealed) { return Digests(sealed).check(); }

Statement check_signature(std::string_view domain, const Json& digests, const std::string& key, const std::string& value) {
    Claim claim("signature", {"chữ ký đúng với khóa đã ghi và các mã băm", "the signature is that of the key named, over these digests"});
    if (!is_signed(message(domain, digests), value, key)) claim.fault("/signature", {"chữ ký không khớp: chữ ký, khóa hoặc các mã băm đã bị sửa", "the signature does not fit: it, its key or the digests were changed"});
    return claim.take();
}

Statement check_key(const std::string& key, const std::string& trusted) {
    Claim claim("key", {"ký bằng khóa được tin cậy", "signed with the key that is trusted"});
    const std::string own = public_text(key);
    if (trusted.empty()) claim.only_remark({"ký bằng " + own + "; chưa nêu khóa nào để tin cậy (--key)", "signed with " + own + "; no key was given to trust (--key)"});
    else if (trusted != key) claim.fault("/signature/key", {"ký bằng " + own + ", không phải " + public_text(trusted), "signed with " + own + ", not with " + public_text(trusted)});
    else claim.remark({own, own});
    return claim.take();
}

}  // namespace ocop::record
