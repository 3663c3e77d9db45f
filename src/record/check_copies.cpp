// What a record says twice: of the card, once as it was understood and once as it was written.
#include <fmt/format.h>

#include "record/numbers.hpp"

namespace ocop::record {
namespace {

class Copies {
public:
    explicit Copies(const Json& record) : record_(record) {}

    Statement check() {
        for (const auto& [a, b] : {std::pair{"/scorecard", "/trail/card/id"}, {"/rule_set", "/trail/rule_set/id"}, {"/trail/card/written/scorecard", "/trail/card/id"},
                                   {"/trail/card/written/level", "/trail/card/level"}, {"/trail/card/written/filed_on", "/trail/card/filed_on"},
                                   {"/trail/card/written/assessed_on", "/trail/card/assessed_on"}})
            same(a, b);
        same("/trail/card/written/rule_set", "/rule_set");
        for (const char* side : {"/trail/card/product", "/trail/card/written/product"}) {
            const Json product = object(side);
            for (auto each = product.begin(); each != product.end(); ++each) same(below("/trail/card/written/product", each.key()), below("/trail/card/product", each.key()));
        }
        sheets();
        return claim_.take();
    }

private:
    Json object(const char* pointer) const {
        const Json* found = find(record_, pointer);
        return found != nullptr && found->is_object() ? *found : Json::object();
    }

    // What is not there, and what was taken out, is null.
    Json value(const std::string& pointer) const {
        const Json* found = find(record_, pointer);
        if (found == nullptr || *found == "") return {};
        return found->is_boolean() ? Json(found->dump()) : *found;
    }

    void same(const std::string& a, const std::string& b) {
        const Json one = value(a), other = value(b);
        if (one != other) claim_.fault(b, {fmt::format("`{}` là {}, `{}` là {}", b, shown(other), a, shown(one)), fmt::format("`{}` is {}, `{}` is {}", b, shown(other), a, shown(one))});
    }

    void sheets() {
        const Json* written = find(record_, "/trail/card/written/sheets");
        const Json& told = record_.at("trail").at("sheets");
        if (written == nullptr || !written->is_array() || written->empty()) return;
        if (written->size() != told.size()) return claim_.fault("/trail/sheets", {fmt::format("có {} phiếu, trong khi hồ sơ có {}", told.size(), written->size()), fmt::format("there are {} sheets, the card has {}", told.size(), written->size())});
        for (std::size_t i = 0; i < told.size(); ++i) same(below("/trail/card/written/sheets", i) + "/assessor", below("/trail/sheets", i) + "/assessor");
    }

    const Json& record_;
    Claim claim_{"copies", {"những gì được ghi hai lần thì giống nhau", "what is told twice is the same both times"}};
};

}  // namespace

Statement check_copies(const Json& record) { return Copies(record).check(); }

}  // namespace ocop::record
