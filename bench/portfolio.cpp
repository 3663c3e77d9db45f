// Products, makers and councils thrown, and written down as JSON or as rows.
#include "portfolio.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace workload {
namespace {

using namespace std::string_view_literals;

constexpr std::array products = {"Xoài cát"sv, "Bưởi da xanh"sv, "Thanh long ruột đỏ"sv, "Sầu riêng hạt lép"sv, "Vải thiều"sv, "Cam sành"sv, "Rau muống"sv, "Hạt điều"sv,
                                 "Chuối già hương"sv, "Khoai mì"sv, "Nhãn lồng"sv, "Dưa lưới"sv, "Ổi ruby"sv, "Măng tây"sv, "Đậu phộng"sv, "Mít Thái"sv};
constexpr std::array kinds = {"Hợp tác xã"sv, "Công ty TNHH"sv, "Hộ kinh doanh"sv, "Tổ hợp tác"sv, "Trang trại"sv};
constexpr std::array places = {"Chợ Mới"sv, "Hòa Lộc"sv, "Lục Ngạn"sv, "Cao Phong"sv, "Bình Minh"sv, "Đức Phổ"sv, "Tân Triều"sv, "Mỹ Khánh"sv, "Vĩnh Kim"sv, "Chợ Gạo"sv,
                               "Hàm Thuận"sv, "Xuân Lộc"sv, "Phong Điền"sv, "Bắc Hà"sv, "Mộc Châu"sv, "Kỳ Sơn"sv, "Đồng Tháp"sv, "Yên Thế"sv, "Sa Đéc"sv, "Thạnh Hưng"sv};
constexpr std::array people = {"Nguyễn Thị Hường"sv, "Trần Văn Đạt"sv, "Lê Thị Ngọc Ánh"sv, "Phạm Quốc Bảo"sv, "Huỳnh Thị Mỹ"sv,
                               "Võ Hữu Phước"sv, "Đặng Thùy Trâm"sv, "Bùi Đình Khôi"sv, "Đỗ Thị Yến"sv, "Ngô Gia Tự"sv};
constexpr std::array members = {"Chủ tịch Hội đồng"sv, "Sở Nông nghiệp và Môi trường"sv, "Sở Công Thương"sv, "Sở Y tế"sv, "Sở Khoa học và Công nghệ"sv,
                                "Sở Văn hóa, Thể thao và Du lịch"sv, "Cơ quan tham mưu OCOP"sv};
constexpr std::array papers = {"business-registration"sv, "trademark-papers"sv, "sales-contracts"sv, "area-certificate"sv, "link-contract"sv,
                               "environment-papers"sv, "safety-test"sv, "facility-certificate"sv, "nutrition-test"sv};

template <class Words>
std::string one_of(const Words& words, Random& random) { return std::string(words[random() % words.size()]); }

std::string assessor(std::size_t sheet) {
    return sheet < members.size() ? std::string(members[sheet]) : "Thành viên " + std::to_string(sheet + 1);
}

char letter(std::uint8_t code) { return static_cast<char>('a' + (code - hand_written::first_option)); }

// Words here hold no quote and no backslash, so that nothing has to be escaped.
std::string json_text(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string joined(const std::vector<std::string>& words, std::string_view between, bool in_quotes) {
    std::string out;
    for (const std::string& each : words) out += (out.empty() ? ""sv : between), out += in_quotes ? json_text(each) : each;
    return out;
}

}  // namespace

Portfolio::Portfolio(hand_written::Form form, PortfolioOptions options) : form_(std::move(form)), options_(options), random_(options.seed) {}

Portfolio::Entry Portfolio::entry() {
    Entry made;
    made.id = "26-" + std::to_string(1'000'000 + number_++);
    const std::string place = one_of(places, random_);
    made.product = one_of(products, random_) + " " + place;
    made.maker = one_of(kinds, random_) + " " + one_of(people, random_) + " " + one_of(places, random_);
    made.local_share = static_cast<int>(random_() % 101);
    made.local_labour = static_cast<int>(random_() % 101);
    for (const auto& each : papers)
        if (random_() % 2 == 0 || options_.kind == Kind::complete) made.evidence.emplace_back(each);
    made.sheets = random_council(form_, options_.sheets, random_);
    return made;
}

void Portfolio::begin(std::string& out) const {
    if (options_.format == Format::ndjson) return;
    out += "scorecard,rule_set,name,maker,level,filed_on,assessed_on,fact:dossier_complete,fact:food_safety_compliant,fact:grown_in_province";
    if (options_.kind == Kind::realistic) out += ",fact:local_share,fact:local_labour";
    if (options_.kind != Kind::plain) out += ",evidence";
    out += ",members,assessor";
    for (std::size_t i = 0; i < form_.used; ++i) out += "," + form_.name[i];
    out += '\n';
}

void Portfolio::next(std::string& out) { options_.format == Format::csv ? write_rows(entry(), out) : write_json(entry(), out); }

void Portfolio::write_json(const Entry& entry, std::string& out) const {
    out += R"({"scorecard":")" + entry.id + R"(","rule_set":")" + form_.id + R"(","product":{"name":")" + entry.product + R"(","maker":")" + entry.maker;
    out += R"("},"level":"province","filed_on":"2026-06-02","assessed_on":"2026-06-20","facts":{"dossier_complete":true,"food_safety_compliant":true,"grown_in_province":true)";
    if (options_.kind == Kind::realistic) out += R"(,"local_share":)" + std::to_string(entry.local_share) + R"(,"local_labour":)" + std::to_string(entry.local_labour);
    out += '}';
    if (options_.kind != Kind::plain) out += R"(,"evidence":[)" + joined(entry.evidence, ",", true) + "]";
    out += R"(,"members":)" + std::to_string(options_.sheets) + R"(,"sheets":[)";
    for (std::size_t s = 0; s < entry.sheets.size(); ++s) {
        out += (s > 0 ? ",{" : "{") + (R"("assessor":)" + json_text(assessor(s))) + R"(,"marks":{)";
        for (std::size_t i = 0; i < form_.used; ++i) ((((out += i > 0 ? ",\"" : "\"") += form_.name[i]) += "\":\"") += letter(entry.sheets[s][i])) += '"';
        out += "}}";
    }
    out += "]}\n";
}

// What is the same on all sheets stands in every row.
void Portfolio::write_rows(const Entry& entry, std::string& out) const {
    for (std::size_t s = 0; s < entry.sheets.size(); ++s) {
        out += entry.id + "," + form_.id + "," + entry.product + "," + entry.maker + ",province,2026-06-02,2026-06-20,true,true,true";
        if (options_.kind == Kind::realistic) out += "," + std::to_string(entry.local_share) + "%," + std::to_string(entry.local_labour) + "%";
        if (options_.kind != Kind::plain) out += "," + joined(entry.evidence, "|", false);
        out += "," + std::to_string(options_.sheets) + "," + json_text(assessor(s));
        for (std::size_t i = 0; i < form_.used; ++i) (out += ',') += letter(entry.sheets[s][i]);
        out += '\n';
    }
}

std::string portfolio(const hand_written::Form& form, const PortfolioOptions& options) {
    Portfolio made(form, options);
    std::string out;
    made.begin(out);
    for (std::size_t n = 0; n < options.cards; ++n) made.next(out);
    return out;
}

}  // namespace workload
